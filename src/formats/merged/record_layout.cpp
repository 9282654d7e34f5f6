#include "formats/merged/record_layout.hpp"

#include <algorithm>

namespace stoepkrijt::formats {

using merge::FieldKind;
using merge::Held;

namespace {

LaidField field_of(std::span<const Held> held, std::int64_t rank) {
  LaidField field{held, false, {}};
  if (held.size() == 1) {
    const Held& one = held[0];
    field.stamp = {one.actor, static_cast<std::int64_t>(one.seq) - rank, one.time_ms, std::int64_t{one.count} - rank};
    field.proposes = field.stamp.seq >= 1 && field.stamp.count >= 0;
  }
  return field;
}

}  // namespace

void RecordLayout::lay(const merge::Record& record) {
  fields_.clear();
  for (std::size_t i = 0; i < record.held.size();) {
    std::size_t end = i + 1;
    while (end < record.held.size() && record.held[end].field == record.held[i].field) ++end;
    fields_.push_back(field_of({record.held.data() + i, end - i}, static_cast<std::int64_t>(fields_.size())));
    i = end;
  }
  events_ = end_of(FieldKind::kRegister, 0);
  sets_ = end_of(FieldKind::kEvents, events_);
  deleted_ = end_of(FieldKind::kSet, sets_);
  find_stamp();
}

/// Where the fields of a kind end that begin at `first`.
std::size_t RecordLayout::end_of(FieldKind kind, std::size_t first) const {
  while (first < fields_.size() && document_.fields[fields_[first].field()].kind == kind) ++first;
  return first;
}

void RecordLayout::find_stamp() {
  stamps_.clear();
  at_.reset();
  bool same = true;
  for (const LaidField& field : registers()) {
    if (!field.proposes) continue;
    same = same && (stamps_.empty() || stamps_.front() == field.stamp);
    stamps_.push_back(field.stamp);
  }
  if (stamps_.empty()) return;
  if (same) {
    at_ = stamps_.front();
    return;
  }
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
  at_ = stamps_[best];
}

}  // namespace stoepkrijt::formats
