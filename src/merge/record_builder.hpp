// Puts a record together in its order, for the .cpp files of merge and the reader of files.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/sha256.hpp"
#include "base/short_text.hpp"
#include "merge/document.hpp"

namespace stoepkrijt::merge {

/// SHA-256 of the canonical bytes of [time_ms,count,value]: orders contents that claim the same dot.
[[nodiscard]] Hash256 content_hash(const Held& held, std::string_view value);
[[nodiscard]] inline bool same_content(const Record& a, const Held& x, const Record& b, const Held& y) {
  return x.time_ms == y.time_ms && x.count == y.count && same_text(a.value(x), b.value(y));
}
[[nodiscard]] inline bool same_dot(const Held& x, const Held& y) { return x.seq == y.seq && x.actor == y.actor; }
/// By field and dot.
[[nodiscard]] inline bool dot_before(const Held& x, const Held& y) {
  if (x.field != y.field) return x.field < y.field;
  return x.actor != y.actor ? x.actor < y.actor : x.seq < y.seq;
}
/// The order of a record: by field, dot and content hash. The indices of both are of the same document.
[[nodiscard]] bool held_before(const Record& a, const Held& x, const Record& b, const Held& y);

/// Collects what a record will hold, in order; the values are copied. Then put() makes it the content of a record.
class RecordBuilder {
 public:
  void add(const Held& held, std::string_view value);
  /// What `from` holds at these places, up to `last`; it may be the record that put() is for.
  void add(const Record& from, std::size_t first, std::size_t last);
  [[nodiscard]] bool empty() const { return held_.empty(); }
  /// Gives `record` what was added and begins anew, with the memory it had.
  void put(Record& record);

 private:
  std::vector<Held> held_;
  std::vector<char> text_;
};

/// Drops what `gone(held)` says, without changing the order. Answers whether anything went.
template <class Gone>
bool drop_if(Record& record, RecordBuilder& builder, Gone gone) {
  bool any = false;
  for (const Held& held : record.held) any = any || gone(held);
  if (!any) return false;
  for (const Held& held : record.held) {
    if (!gone(held)) builder.add(held, record.value(held));
  }
  builder.put(record);
  return true;
}

}  // namespace stoepkrijt::merge
