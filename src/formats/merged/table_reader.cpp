#include "formats/merged/table_reader.hpp"

#include <algorithm>
#include <optional>

namespace stoepkrijt::formats {

using merge::FieldKind;
using merge::Held;

bool TableReader::read() {
  if (in_.take('}')) return true;
  do {
    std::string_view kind;
    if (!in_.plain_text(kind) || !merge::is_name(kind) || read_.kinds.size() >= merge::kMaxKinds) return false;
    if (!read_.kinds.empty() && kind <= read_.kinds.back()) return false;
    read_.kinds.emplace_back(kind);
    if (!in_.take(":{") || !table() || !records()) return false;
  } while (in_.take(','));
  return in_.take('}');
}

bool TableReader::table() {
  columns_.clear();
  if (in_.take("\"at\":") && !(column(Group::kAt, 0) && in_.take(','))) return false;
  if (in_.take("\"deleted\":")) {
    const std::optional<std::uint32_t> field = fields_.index(FieldKind::kDeletion, "", merge::kMaxFields);
    if (!field || !column(Group::kDeleted, *field) || !in_.take(',')) return false;
  }
  if (in_.take("\"dots\":{") && !named_columns(Group::kDots, FieldKind::kRegister)) return false;
  if (in_.take("\"events\":{") && !named_columns(Group::kEvents, FieldKind::kEvents)) return false;
  if (!in_.take("\"ids\":") || !ids() || !in_.take(',')) return false;
  if (in_.take("\"plain\":{") && !named_columns(Group::kPlain, FieldKind::kRegister)) return false;
  if (in_.take("\"plain_times\":{") && !named_columns(Group::kPlainTimes, FieldKind::kRegister)) return false;
  if (in_.take("\"sets\":{") && !named_columns(Group::kSets, FieldKind::kSet)) return false;
  return in_.take("\"shape_of\":") && shape_of() && in_.take(",\"shapes\":") && shapes() && in_.take('}');
}

bool TableReader::shape_of() {
  shape_of_.clear();
  return list([this] {
    std::int64_t value = 0;
    if (!in_.whole(UINT32_MAX, value)) return false;
    shape_of_.push_back(static_cast<std::uint32_t>(value));
    return true;
  });
}

/// Up to the comma behind them.
bool TableReader::named_columns(Group group, FieldKind kind) {
  std::string_view last;
  do {
    std::string_view name;
    if (!in_.plain_text(name) || name <= last || !in_.take(':')) return false;
    last = name;
    const std::optional<std::uint32_t> field = fields_.index(kind, name, merge::kMaxFields);
    if (!field || !column(group, *field)) return false;
  } while (in_.take(','));
  return in_.take("},");
}

bool TableReader::column(Group group, std::uint32_t field) {
  Column& column = columns_.emplace_back();
  column.group = group;
  column.field = field;
  if (group == Group::kPlain) {
    const bool good = values(column);
    column.size = column.values.size();
    return good;
  }
  if (group == Group::kPlainTimes) {
    const bool good = list([&] { return difference(column.stamps[0]); });
    column.size = column.stamps[0].size();
    return good;
  }
  if (!in_.take('[')) return false;
  for (std::size_t i = 0; i < column.stamps.size(); ++i) {
    if (i > 0 && !in_.take(',')) return false;
    if (!list([&] { return difference(column.stamps[i]); })) return false;
    if (column.stamps[i].size() != column.stamps[0].size()) return false;
  }
  column.size = column.stamps[0].size();
  if (group != Group::kAt && !(in_.take(',') && values(column) && column.values.size() == column.size)) return false;
  return in_.take(']');
}

bool TableReader::values(Column& column) {
  return list([&] {
    const auto from = static_cast<std::uint32_t>(in_.offset());
    if (!in_.value()) return false;
    column.values.emplace_back(from, static_cast<std::uint32_t>(in_.offset()));
    return true;
  });
}

/// A list with at least one entry; each is taken by `take`.
template <class Take>
bool TableReader::list(Take take) {
  if (!in_.take('[')) return false;
  do {
    if (!take()) return false;
  } while (in_.take(','));
  return in_.take(']');
}

bool TableReader::difference(std::vector<std::int64_t>& out) {
  const bool less = in_.take('-');
  std::int64_t value = 0;
  if (!in_.whole(merge::kMaxTimeMs, value) || (less && value == 0)) return false;
  out.push_back(less ? -value : value);
  return true;
}

bool TableReader::ids() {
  ids_.clear();
  std::string id;
  return list([&] {
           ids_.push_back(static_cast<std::uint32_t>(in_.offset()));
           return in_.id(id) && merge::is_id(id);
         }) &&
         read_.records.size() + ids_.size() <= merge::kMaxRecords;
}

bool TableReader::shapes() {
  shapes_.clear();
  return list([this] { return shape(); });
}

/// How many of each column, in their order.
bool TableReader::shape() {
  Shape& shape = shapes_.emplace_back();
  std::uint32_t at = 0;
  const auto number = [&] {
    std::int64_t count = 0;
    if (at == columns_.size() || !in_.whole(std::int64_t{merge::kMaxHeld}, count)) return false;
    if (count > 0) shape.emplace_back(at, static_cast<std::uint32_t>(count));
    ++at;
    return true;
  };
  return list(number) && at == columns_.size();
}

bool TableReader::records() {
  if (ids_.size() != shape_of_.size()) return false;
  last_at_ = Held();
  for (std::size_t i = 0; i < ids_.size(); ++i) {
    if (record(i)) continue;
    fault_at_ = ids_[i];
    return false;
  }
  return std::all_of(columns_.begin(), columns_.end(), [](const Column& c) { return c.next == c.size; });
}

bool TableReader::record(std::size_t i) {
  if (shape_of_[i] >= shapes_.size()) return false;
  record_.begin();
  Held at;
  for (const auto& [index, count] : shapes_[shape_of_[i]]) {
    Column& column = columns_[index];
    if (count > column.size - column.next) return false;
    if (column.group == Group::kAt) {
      if (count != 1 || !step(column, column.next++, last_at_)) return false;
      at = last_at_;
      record_.at(at);
    } else if (column.group == Group::kPlain || column.group == Group::kPlainTimes) {
      if (count != 1) return false;
      plain(column, at);
    } else if (!dots(column, count, at)) {
      return false;
    }
  }
  merge::Record record;
  if (record_.finish(record)) return false;
  record.kind = static_cast<std::uint32_t>(read_.kinds.size() - 1);
  Scanner id(in_.text().substr(ids_[i]));
  if (!id.id(record.id)) return false;
  held_ += record.held.size();
  read_.records.push_back(std::move(record));
  read_.starts.push_back(ids_[i]);
  return held_ <= merge::kMaxHeld;
}

void TableReader::plain(Column& column, const Held& at) {
  std::string& values = record_.values();
  const std::size_t from = values.size();
  const std::size_t i = column.next++;
  if (column.group == Group::kPlain) {
    copy(column.values[i]);
  } else {
    values += std::to_string(at.time_ms + column.stamps[0][i]);
  }
  record_.member(column.field);
  record_.plain(column.field, from, values.size());
}

bool TableReader::dots(Column& column, std::uint32_t count, const Held& at) {
  record_.member(column.field);
  Held held = at;
  held.field = column.field;
  for (std::uint32_t n = 0; n < count; ++n) {
    const std::size_t i = column.next++;
    if (!step(column, i, held)) return false;
    const std::size_t from = record_.values().size();
    copy(column.values[i]);
    record_.dot(held, from, record_.values().size());
  }
  return true;
}

/// From one stamp to the next; false when that is none.
bool TableReader::step(const Column& column, std::size_t i, Held& held) {
  const std::int64_t actor = held.actor + column.stamps[0][i];
  const std::int64_t seq = static_cast<std::int64_t>(held.seq) + column.stamps[1][i];
  const std::int64_t time_ms = held.time_ms + column.stamps[2][i];
  const std::int64_t count = held.count + column.stamps[3][i];
  if (actor < 0 || actor > std::int64_t{UINT32_MAX} || seq < 1 || seq > std::int64_t{merge::kMaxSeq}) return false;
  if (time_ms < 0 || time_ms > merge::kMaxTimeMs || count < 0 || count > std::int64_t{merge::kMaxCount}) return false;
  held.actor = static_cast<std::uint32_t>(actor);
  held.seq = static_cast<merge::Seq>(seq);
  held.time_ms = time_ms;
  held.count = static_cast<std::uint32_t>(count);
  return true;
}

}  // namespace stoepkrijt::formats
