#include "formats/merged/beside.hpp"

#include <algorithm>

namespace stoepkrijt::formats {

using merge::FieldKind;
using merge::Held;
using merge::Record;

namespace {

std::size_t count_digits(std::uint32_t number) {
  std::size_t digits = 1;
  for (; number > 9; number /= 10) ++digits;
  return digits;
}

}  // namespace

Beside::Beside(const merge::Document& mine, Stood* stood) : mine_(mine), stood_(stood) {
  for (const merge::FieldName& field : mine.fields) keys_.push_back('"' + field.name + "\":");
}

void Beside::begin(const std::vector<merge::Dot>& actors) {
  to_mine_.assign(actors.size(), kNone);
  to_file_.assign(mine_.actors.size(), kNone);
  for (std::size_t i = 0; i < actors.size(); ++i) {
    seen_.push_back(actors[i].seq);
    const auto at = std::lower_bound(mine_.actors.begin(), mine_.actors.end(), actors[i].actor);
    if (at == mine_.actors.end() || *at != actors[i].actor) continue;
    to_mine_[i] = static_cast<Index>(at - mine_.actors.begin());
    to_file_[to_mine_[i]] = static_cast<Index>(i);
  }
}

void Beside::begin_kind(std::string_view kind) {
  at_ = end_ = 0;
  const auto known = std::lower_bound(mine_.kinds.begin(), mine_.kinds.end(), kind);
  if (known == mine_.kinds.end() || *known != kind) return;
  const auto index = static_cast<std::uint32_t>(known - mine_.kinds.begin());
  const auto first = std::partition_point(mine_.records.begin(), mine_.records.end(),
                                          [index](const Record& r) { return r.kind < index; });
  const auto last =
      std::partition_point(first, mine_.records.end(), [index](const Record& r) { return r.kind == index; });
  at_ = static_cast<std::size_t>(first - mine_.records.begin());
  end_ = static_cast<std::size_t>(last - mine_.records.begin());
}

const Record* Beside::take(std::string_view id, Scanner& in) {
  while (at_ < end_ && text_before(mine_.records[at_].id, id)) ++at_;
  if (at_ == end_ || !same_text(mine_.records[at_].id, id)) return nullptr;
  const Record& record = mine_.records[at_];
  const auto place = static_cast<Index>(at_++);
  if (stood_ != nullptr && stood_->noted(place)) {
    // Other bytes than before: it is another record, or written by a stranger. Both are read whole.
    if (!stands_as_before(place, in)) return nullptr;
  } else {
    Scanner probe = in;
    if (!matches(record, probe)) return nullptr;
    if (stood_ != nullptr) stood_->note(place, probe.since(start_), marks_, record.held);
    in = probe;
    runs_.add(record.held, place, &to_file_);
  }
  same_.push_back(place);
  return &record;
}

bool Beside::stands_as_before(Index place, Scanner& in) {
  Scanner probe = in;
  if (!stood_->take(place, probe, to_mine_)) return false;
  for (const DotRun& run : stood_->runs(place)) {
    if (run.last > seen_[to_file_[run.actor]]) return false;
  }
  for (const DotRun& run : stood_->runs(place)) runs_.add({to_file_[run.actor], run.first, run.last}, place);
  in = probe;
  return true;
}

bool Beside::dots_once(const merge::Document& rest) {
  for (const Record& record : rest.records) runs_.add(record.held, 0);
  return !runs_.twice(seen_).has_value();
}

/// The kinds of fields stand in their order.
void Beside::split() {
  std::size_t at = 0;
  const auto take_kind = [&](FieldKind kind) {
    const std::size_t first = at;
    while (at < record_->held.size() && mine_.fields[record_->held[at].field].kind == kind) ++at;
    return Span{first, at};
  };
  registers_ = take_kind(FieldKind::kRegister);
  events_ = take_kind(FieldKind::kEvents);
  sets_ = take_kind(FieldKind::kSet);
  deleted_ = take_kind(FieldKind::kDeletion);
}

std::size_t Beside::end_of_field(std::size_t first, std::size_t last) const {
  std::size_t end = first + 1;
  while (end < last && record_->held[end].field == record_->held[first].field) ++end;
  return end;
}

/// Goes to what stands under the next key of the record, if that is this one.
bool Beside::open(Scanner& in, std::string_view key) {
  Scanner probe = in;
  if (!probe.take(first_ ? '{' : ',') || !probe.take(key)) return false;
  first_ = false;
  in = probe;
  return true;
}

/// In the order of a file: at, deleted, dots, events, plain, sets. Which registers are plain is the file's choice.
bool Beside::matches(const Record& record, Scanner& in) {
  record_ = &record;
  split();
  start_ = in.offset();
  marks_.clear();
  first_ = true;
  any_listed_ = false;
  Held at;
  const bool stamped = open(in, "\"at\":");
  if (stamped && !(stamp(in, at) && in.take(']'))) return false;
  if (!deleted_.empty() && !(open(in, "\"deleted\":") && dots(in, deleted_))) return false;
  if (open(in, "\"dots\":") && !listed(in)) return false;
  if (!events_.empty() && !(open(in, "\"events\":") && group(in, events_))) return false;
  if (stamped && !(open(in, "\"plain\":") && plain(in, at))) return false;
  if (!stamped && !all_listed()) return false;
  if (!sets_.empty() && !(open(in, "\"sets\":") && group(in, sets_))) return false;
  return in.take('}');
}

/// Registers with stamps of their own.
bool Beside::listed(Scanner& in) {
  any_listed_ = true;
  listed_.assign(registers_.last, false);
  if (!in.take('{')) return false;
  std::size_t at = registers_.first;
  do {
    while (at < registers_.last && !in.take(keys_[record_->held[at].field])) at = end_of_field(at, registers_.last);
    if (at == registers_.last) return false;
    const std::size_t end = end_of_field(at, registers_.last);
    if (!dots(in, {at, end})) return false;
    listed_[at] = true;
    at = end;
  } while (in.take(','));
  return in.take('}');
}

bool Beside::all_listed() const {
  for (std::size_t i = registers_.first; i < registers_.last; i = end_of_field(i, registers_.last)) {
    if (!any_listed_ || !listed_[i]) return false;
  }
  return true;
}

/// All registers that were not listed, on the stamp of the record.
bool Beside::plain(Scanner& in, const Held& at) const {
  const merge::Seq seen = seen_[to_file_[at.actor]];
  bool first = true;
  std::uint32_t rank = 0;
  for (std::size_t i = registers_.first; i < registers_.last; ++rank) {
    const Held& held = record_->held[i];
    const std::size_t end = end_of_field(i, registers_.last);
    const bool skip = any_listed_ && listed_[i];
    const bool alone = end == i + 1;
    i = end;
    if (skip) continue;
    const bool stamped = held.actor == at.actor && held.seq == at.seq + rank && held.time_ms == at.time_ms &&
                         held.count == at.count + rank && held.seq <= seen;
    if (!alone || !stamped || !in.take(first ? '{' : ',')) return false;
    if (!in.take(keys_[held.field], record_->value(held))) return false;
    first = false;
  }
  return !first && in.take('}');
}

/// Exactly these fields.
bool Beside::group(Scanner& in, Span fields) {
  for (std::size_t i = fields.first; i < fields.last;) {
    const std::size_t end = end_of_field(i, fields.last);
    if (!in.take(i == fields.first ? '{' : ',') || !in.take(keys_[record_->held[i].field])) return false;
    if (!dots(in, {i, end})) return false;
    i = end;
  }
  return in.take('}');
}

/// Exactly these dots.
bool Beside::dots(Scanner& in, Span field) {
  for (std::size_t i = field.first; i < field.last; ++i) {
    const Held& held = record_->held[i];
    Held stands;
    if (!in.take(i == field.first ? '[' : ',') || !stamp(in, stands)) return false;
    const bool same = stands.actor == held.actor && stands.seq == held.seq && stands.time_ms == held.time_ms &&
                      stands.count == held.count && held.seq <= seen_[to_file_[held.actor]];
    if (!same || !in.take(',') || !in.take(record_->value(held)) || !in.take(']')) return false;
  }
  return in.take(']');
}

/// Up to its last number; the actor becomes that of mine.
bool Beside::stamp(Scanner& in, Held& held) {
  const std::size_t number = in.offset() + 1 - start_;  // behind the bracket
  if (!take_stamp(in, held) || held.actor >= to_mine_.size()) return false;
  const std::size_t digits = count_digits(held.actor);
  held.actor = to_mine_[held.actor];
  if (stood_ != nullptr) {
    marks_.push_back({static_cast<Index>(number), static_cast<Index>(number + digits), held.actor});
  }
  return held.actor != kNone;
}

}  // namespace stoepkrijt::formats
