#include "formats/merged/assembly.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <utility>

#include "formats/merged/dot_runs.hpp"

namespace stoepkrijt::formats {
namespace {

using merge::Held;
using merge::Record;

/// The places where sorted entries came from: order[i] is the old index of the entry that is i-th now.
template <class T, class Before>
std::vector<std::uint32_t> sorted_order(const std::vector<T>& items, Before before) {
  std::vector<std::uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto by_item = [&](std::uint32_t a, std::uint32_t b) { return before(items[a], items[b]); };
  if (!std::is_sorted(order.begin(), order.end(), by_item)) std::sort(order.begin(), order.end(), by_item);
  return order;
}

std::vector<std::uint32_t> inverse(const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> out(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) out[order[i]] = i;
  return out;
}

/// Turns what was read into a document, with the checks that need the whole file.
class Assembly {
 public:
  Assembly(std::string_view text, Read& read, std::vector<merge::FieldName> fields)
      : text_(text), read_(read), fields_(std::move(fields)) {}

  Result<merge::Document> document() {
    merge::Document out;
    out.id = *read_.id;
    out.mergeable = read_.mergeable.value_or(true);
    SK_TRY_VOID(actors(out));
    tables(out);
    SK_TRY_VOID(held(out));
    SK_TRY_VOID(records(out));
    return out;
  }

 private:
  [[nodiscard]] Unexpected refuse(ErrorCode code, std::string_view key, std::size_t record) const {
    Where where = json::where_is(text_, read_.starts[record]);
    const Record& r = read_.records[record];
    where.path = "records." + read_.kinds[r.kind] + "." + r.id;
    return fail(Error(code, key).at(std::move(where)));
  }

  Result<void> actors(merge::Document& out) const {
    std::vector<merge::Dot> sorted = read_.actors;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      if (i > 0 && sorted[i - 1].actor == sorted[i].actor) {
        Where where = json::where_is(text_, 0);
        where.path = "actors";
        return fail(Error(ErrorCode::kDuplicateKey, "error.duplicate_key")
                        .with("key", merge::text_of(sorted[i].actor))
                        .at(std::move(where)));
      }
      out.actors.push_back(sorted[i].actor);
      out.seen.push_back(sorted[i].seq);
    }
    return {};
  }

  /// Every dot is of an actor that is listed, and seen; then, none stands twice. Fields get their new numbers.
  [[nodiscard]] Result<void> held(const merge::Document& out) {
    DotRuns runs;
    for (std::uint32_t r = 0; r < read_.records.size(); ++r) {
      for (Held& held : read_.records[r].held) {
        if (held.actor >= out.actors.size()) return refuse(ErrorCode::kUnknownId, "error.actor_not_listed", r);
        if (held.seq > out.seen[held.actor]) return refuse(ErrorCode::kUnknownId, "error.dot_unseen", r);
        held.field = field_map_[held.field];
      }
      runs.add(read_.records[r].held, r);
    }
    const std::optional<std::uint32_t> twice = runs.twice(out.seen);
    if (twice) return refuse(ErrorCode::kDuplicateId, "error.dot_twice", *twice);
    return {};
  }

  /// Kinds and fields sorted. Within a record the order stays: it was made by the names.
  void tables(merge::Document& out) {
    const auto kinds = sorted_order(read_.kinds, std::less<>());
    const auto fields = sorted_order(fields_, std::less<>());
    for (const std::uint32_t k : kinds) out.kinds.push_back(read_.kinds[k]);
    for (const std::uint32_t f : fields) out.fields.push_back(fields_[f]);
    kind_map_ = inverse(kinds);
    field_map_ = inverse(fields);
  }

  Result<void> records(merge::Document& out) {
    const auto before = [this](const Record& a, const Record& b) {
      return a.kind != b.kind ? kind_map_[a.kind] < kind_map_[b.kind] : a.id < b.id;
    };
    const std::vector<std::uint32_t> order = sorted_order(read_.records, before);
    for (std::size_t i = 1; i < order.size(); ++i) {
      if (before(read_.records[order[i - 1]], read_.records[order[i]])) continue;
      return refuse(ErrorCode::kDuplicateId, "error.duplicate_id", order[i]);
    }
    out.records.reserve(order.size());
    for (const std::uint32_t r : order) {
      Record& record = read_.records[r];
      record.kind = kind_map_[record.kind];
      out.records.push_back(std::move(record));
    }
    return {};
  }

  std::string_view text_;
  Read& read_;
  std::vector<merge::FieldName> fields_;
  std::vector<std::uint32_t> kind_map_;
  std::vector<std::uint32_t> field_map_;
};

}  // namespace

Result<merge::Document> assembled(std::string_view text, Read& read, const std::vector<merge::FieldName>& fields) {
  return Assembly(text, read, fields).document();
}

}  // namespace stoepkrijt::formats
