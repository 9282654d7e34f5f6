#include "formats/merged/record_writer.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

namespace stoepkrijt::formats {
namespace {

using merge::Document;
using merge::FieldKind;
using merge::Held;
using merge::Record;

/// Dot and clock of the field that would stand first in a record written at one go: those of the field at rank r
/// less r. A record gets the stamp that most of its fields share; ties go to the least.
using Stamp = std::tuple<std::uint32_t, std::int64_t, std::int64_t, std::int64_t>;  // actor, seq, time, count

std::optional<Stamp> stamp_of(std::span<const Held> field, std::int64_t rank) {
  if (field.size() != 1) return std::nullopt;
  const auto seq = static_cast<std::int64_t>(field[0].seq) - rank;
  const std::int64_t count = std::int64_t{field[0].count} - rank;
  if (seq < 1 || count < 0) return std::nullopt;
  return Stamp(field[0].actor, seq, field[0].time_ms, count);
}

class RecordWriter {
 public:
  explicit RecordWriter(json::Writer& out) : out_(out) {}

  void write(const Document& document, const Record& record) {
    split(document, record);
    const std::optional<Stamp> at = shared_stamp();
    out_.begin_object();
    if (at) {
      out_.key("at");
      out_.begin_array();
      out_.integer(std::get<0>(*at));
      out_.integer(std::get<1>(*at));
      out_.integer(std::get<2>(*at));
      out_.integer(std::get<3>(*at));
      out_.end_array();
    }
    for (const auto& field : fields_) {
      if (document.fields[field[0].field].kind != FieldKind::kDeletion) continue;
      out_.key("deleted");
      dots(record, field);
    }
    group(document, record, "dots", FieldKind::kRegister, at, false);
    group(document, record, "events", FieldKind::kEvents, at, false);
    group(document, record, "plain", FieldKind::kRegister, at, true);
    group(document, record, "sets", FieldKind::kSet, at, false);
    out_.end_object();
  }

 private:
  /// The fields of the record; the registers come first, and their index is their rank.
  void split(const Document& document, const Record& record) {
    fields_.clear();
    registers_ = 0;
    for (std::size_t i = 0; i < record.held.size();) {
      std::size_t end = i + 1;
      while (end < record.held.size() && record.held[end].field == record.held[i].field) ++end;
      fields_.emplace_back(record.held.data() + i, end - i);
      if (document.fields[record.held[i].field].kind == FieldKind::kRegister) ++registers_;
      i = end;
    }
  }

  std::optional<Stamp> shared_stamp() {
    stamps_.clear();
    bool same = true;
    for (std::size_t rank = 0; rank < registers_; ++rank) {
      const std::optional<Stamp> stamp = stamp_of(fields_[rank], static_cast<std::int64_t>(rank));
      if (!stamp) continue;
      same = same && (stamps_.empty() || stamps_.front() == *stamp);
      stamps_.push_back(*stamp);
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

  void group(const Document& document, const Record& record, std::string_view key, FieldKind kind,
             const std::optional<Stamp>& at, bool plain) {
    bool open = false;
    for (std::size_t rank = 0; rank < fields_.size(); ++rank) {
      const std::span<const Held> field = fields_[rank];
      const merge::FieldName& name = document.fields[field[0].field];
      if (name.kind != kind) continue;
      const bool fits = kind == FieldKind::kRegister && at && stamp_of(field, static_cast<std::int64_t>(rank)) == at;
      if (fits != plain) continue;
      if (!open) {
        out_.key(key);
        out_.begin_object();
        open = true;
      }
      out_.key(name.name);
      if (plain) {
        out_.raw(record.value(field[0]));
      } else {
        dots(record, field);
      }
    }
    if (open) out_.end_object();
  }

  void dots(const Record& record, std::span<const Held> field) {
    out_.begin_array();
    for (const Held& held : field) {
      out_.begin_array();
      out_.integer(held.actor);
      out_.integer(static_cast<std::int64_t>(held.seq));
      out_.integer(held.time_ms);
      out_.integer(held.count);
      out_.raw(record.value(held));
      out_.end_array();
    }
    out_.end_array();
  }

  json::Writer& out_;
  std::vector<std::span<const Held>> fields_;
  std::size_t registers_ = 0;
  std::vector<Stamp> stamps_;
};

}  // namespace

void write_records(const Document& document, json::Writer& out) {
  RecordWriter writer(out);
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
    writer.write(document, record);
  }
  if (!document.records.empty()) out.end_object();
  out.end_object();
}

}  // namespace stoepkrijt::formats
