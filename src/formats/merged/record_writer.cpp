#include "formats/merged/record_writer.hpp"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace stoepkrijt::formats {
namespace {

using merge::Document;
using merge::FieldKind;
using merge::Held;
using merge::Record;

/// Dot and clock of the field that would stand first in a record written at one go: those of the field at rank r
/// less r. A record gets the stamp that most of its fields share; ties go to the least.
struct Stamp {
  std::uint32_t actor = 0;
  std::int64_t seq = 0;
  std::int64_t time_ms = 0;
  std::int64_t count = 0;
  friend auto operator<=>(const Stamp&, const Stamp&) = default;
};

/// A field of the record that is written.
struct Field {
  std::span<const Held> held;
  bool proposes = false;  // a register with one content, that could be plain on `stamp`
  Stamp stamp;
};

Field field_of(std::span<const Held> held, std::int64_t rank) {
  Field field{held, false, {}};
  if (held.size() == 1) {
    const Held& one = held[0];
    field.stamp = {one.actor, static_cast<std::int64_t>(one.seq) - rank, one.time_ms, std::int64_t{one.count} - rank};
    field.proposes = field.stamp.seq >= 1 && field.stamp.count >= 0;
  }
  return field;
}

class RecordWriter {
 public:
  RecordWriter(const Document& document, json::Writer& out) : document_(document), out_(out) {}

  void write(const Record& record) {
    split(record);
    const std::optional<Stamp> at = shared_stamp();
    out_.begin_object();
    if (at) {
      out_.key("at");
      out_.begin_array();
      stamp(at->actor, at->seq, at->time_ms, at->count);
      out_.end_array();
    }
    const auto events = static_cast<std::ptrdiff_t>(registers_);
    const auto sets = end_of(FieldKind::kEvents, registers_);
    const auto deleted = end_of(FieldKind::kSet, static_cast<std::size_t>(sets));
    const std::span<const Field> all(fields_);
    for (const Field& field : all.subspan(static_cast<std::size_t>(deleted))) {
      out_.key("deleted");
      dots(record, field);
    }
    registers(record, at, false);
    group(record, "events", {fields_.begin() + events, fields_.begin() + sets});
    registers(record, at, true);
    group(record, "sets", {fields_.begin() + sets, fields_.begin() + deleted});
    out_.end_object();
  }

 private:
  [[nodiscard]] FieldKind kind_of(const Field& field) const { return document_.fields[field.held[0].field].kind; }

  /// The fields of the record; the registers come first, and their index is their rank.
  void split(const Record& record) {
    fields_.clear();
    registers_ = 0;
    for (std::size_t i = 0; i < record.held.size();) {
      std::size_t end = i + 1;
      while (end < record.held.size() && record.held[end].field == record.held[i].field) ++end;
      fields_.push_back(field_of({record.held.data() + i, end - i}, static_cast<std::int64_t>(fields_.size())));
      if (kind_of(fields_.back()) == FieldKind::kRegister) registers_ = fields_.size();
      i = end;
    }
  }

  /// Where the fields of a kind end that begin at `first`.
  [[nodiscard]] std::ptrdiff_t end_of(FieldKind kind, std::size_t first) const {
    while (first < fields_.size() && kind_of(fields_[first]) == kind) ++first;
    return static_cast<std::ptrdiff_t>(first);
  }

  std::optional<Stamp> shared_stamp() {
    stamps_.clear();
    bool same = true;
    for (std::size_t rank = 0; rank < registers_; ++rank) {
      if (!fields_[rank].proposes) continue;
      same = same && (stamps_.empty() || stamps_.front() == fields_[rank].stamp);
      stamps_.push_back(fields_[rank].stamp);
    }
    if (stamps_.empty()) return std::nullopt;
    if (same) return stamps_.front();
    std::sort(stamps_.begin(), stamps_.end());
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < stamps_.size();) {
      std::size_t end = i + 1;
      while (end < stamps_.size() && stamps_[end] == stamps_[i]) ++end;
      if (end - i > most) {
        most = end - i;
        best = i;
      }
      i = end;
    }
    return stamps_[best];
  }

  /// Those on the stamp of the record, or the others.
  void registers(const Record& record, const std::optional<Stamp>& at, bool plain) {
    bool open = false;
    for (std::size_t rank = 0; rank < registers_; ++rank) {
      const Field& field = fields_[rank];
      const bool fits = field.proposes && field.stamp == *at;
      if (fits != plain) continue;
      if (!open) {
        out_.key(plain ? "plain" : "dots");
        out_.begin_object();
        open = true;
      }
      out_.key(document_.fields[field.held[0].field].name);
      if (plain) {
        out_.raw(record.value(field.held[0]));
      } else {
        dots(record, field);
      }
    }
    if (open) out_.end_object();
  }

  void group(const Record& record, std::string_view key, std::span<const Field> fields) {
    if (fields.empty()) return;
    out_.key(key);
    out_.begin_object();
    for (const Field& field : fields) {
      out_.key(document_.fields[field.held[0].field].name);
      dots(record, field);
    }
    out_.end_object();
  }

  void dots(const Record& record, const Field& field) {
    out_.begin_array();
    for (const Held& held : field.held) {
      out_.begin_array();
      stamp(held.actor, static_cast<std::int64_t>(held.seq), held.time_ms, held.count);
      out_.raw(record.value(held));
      out_.end_array();
    }
    out_.end_array();
  }

  void stamp(std::uint32_t actor, std::int64_t seq, std::int64_t time_ms, std::int64_t count) {
    out_.integer(actor);
    out_.integer(seq);
    out_.integer(time_ms);
    out_.integer(count);
  }

  const Document& document_;
  json::Writer& out_;
  std::vector<Field> fields_;
  std::size_t registers_ = 0;
  std::vector<Stamp> stamps_;
};

}  // namespace

void write_records(const Document& document, json::Writer& out) {
  RecordWriter writer(document, out);
  out.begin_object();
  for (std::size_t i = 0; i < document.records.size(); ++i) {
    const Record& record = document.records[i];
    const bool first = i == 0 || document.records[i - 1].kind != record.kind;
    if (first) {
      if (i > 0) out.end_object();
      out.key(document.kinds[record.kind]);
      out.begin_object();
    }
    out.key(record.id);
    writer.write(record);
  }
  if (!document.records.empty()) out.end_object();
  out.end_object();
}

}  // namespace stoepkrijt::formats
