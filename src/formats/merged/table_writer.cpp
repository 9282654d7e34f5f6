#include "formats/merged/table_writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/merged/record_layout.hpp"

namespace stoepkrijt::formats {
namespace {

using merge::Document;
using merge::Held;
using merge::Record;

/// In the order in which they stand in a table, and in a shape.
enum Group : std::uint32_t { kAt, kDeleted, kDots, kEvents, kPlain, kPlainTimes, kSets, kGroups };
constexpr std::array<std::string_view, kGroups> kGroupKeys{"at",    "deleted",     "dots", "events",
                                                           "plain", "plain_times", "sets"};

/// The text of a list while it grows.
struct List {
  std::string text = "[";
  void raw(std::string_view value) {
    if (text.size() > 1) text += ',';
    text += value;
  }
  void integer(std::int64_t value) {
    std::array<char, 24> digits;
    raw({digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr});
  }
};

struct Column {
  std::array<List, 4> stamps;  // actor, seq, time, count
  List values;
};

Stamp stamp_of(const Held& held) {
  return {held.actor, static_cast<std::int64_t>(held.seq), held.time_ms, std::int64_t{held.count}};
}

/// A plain value that stands as its difference from the time of the record: a number of 13 digits, as times have from
/// 2001 to 2286. Nothing where it is another.
std::optional<std::int64_t> time_in(std::string_view value) {
  constexpr std::size_t kDigits = 13;
  std::int64_t time = 0;
  const char* const end = value.data() + value.size();
  if (value.size() != kDigits || std::from_chars(value.data(), end, time).ptr != end || time < 0) return std::nullopt;
  return time;
}

class TableWriter {
 public:
  TableWriter(const Document& document, json::Writer& out) : document_(document), layout_(document), out_(out) {}

  /// Of the records from `first` to `last`, all of one kind.
  void write(std::size_t first, std::size_t last) {
    columns_.clear();
    shapes_.clear();
    ids_ = List();
    shape_of_ = List();
    last_at_ = Stamp();
    for (const Record* record : made_order(first, last)) add(*record);
    std::vector<std::pair<std::uint32_t, std::string>> shapes;
    for (const auto& [shape, number] : shapes_) shapes.emplace_back(number, text_of(shape));
    std::sort(shapes.begin(), shapes.end());
    List all_shapes;
    for (const auto& [number, text] : shapes) all_shapes.raw(text);

    out_.begin_object();
    for (const Group group : {kAt, kDeleted, kDots, kEvents}) write_group(group);
    list("ids", ids_);
    for (const Group group : {kPlain, kPlainTimes, kSets}) write_group(group);
    list("shape_of", shape_of_);
    list("shapes", all_shapes);
    out_.end_object();
  }

 private:
  using Key = std::pair<std::uint32_t, std::uint32_t>;     // group, field
  using Shape = std::vector<std::pair<Key, std::size_t>>;  // how many of each column, those with none left out

  /// By actor and seq of the stamp, those without one first; then by id, as they come.
  std::vector<const Record*> made_order(std::size_t first, std::size_t last) {
    std::vector<std::pair<std::pair<std::uint32_t, std::int64_t>, const Record*>> order;
    order.reserve(last - first);
    for (std::size_t i = first; i < last; ++i) {
      const Record& record = document_.records[i];
      layout_.lay(record);
      const Stamp at = layout_.at().value_or(Stamp());
      order.push_back({{at.actor, at.seq}, &record});
    }
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const Record*> out;
    out.reserve(order.size());
    for (const auto& [stamp, record] : order) out.push_back(record);
    return out;
  }

  void add(const Record& record) {
    layout_.lay(record);
    shape_.clear();
    const std::optional<Stamp>& at = layout_.at();
    if (at) {
      stamp(columns_[{kAt, 0}], last_at_, *at);
      shape_.push_back({{kAt, 0}, 1});
    }
    for (const LaidField& field : layout_.deleted()) dots(kDeleted, record, field);
    for (const LaidField& field : layout_.registers()) {
      if (!layout_.plain(field)) dots(kDots, record, field);
    }
    for (const LaidField& field : layout_.events()) dots(kEvents, record, field);
    for (const LaidField& field : layout_.registers()) {
      if (!layout_.plain(field)) continue;
      const std::string_view value = record.value(field.held[0]);
      if (time_in(value)) continue;
      columns_[{kPlain, field.field()}].values.raw(value);
      shape_.push_back({{kPlain, field.field()}, 1});
    }
    for (const LaidField& field : layout_.registers()) {
      const std::optional<std::int64_t> time =
          layout_.plain(field) ? time_in(record.value(field.held[0])) : std::nullopt;
      if (!time) continue;
      columns_[{kPlainTimes, field.field()}].values.integer(*time - at->time_ms);
      shape_.push_back({{kPlainTimes, field.field()}, 1});
    }
    for (const LaidField& field : layout_.sets()) dots(kSets, record, field);
    text_.clear();
    json::append_quoted(text_, record.id);
    ids_.raw(text_);
    shape_of_.integer(shapes_.try_emplace(shape_, static_cast<std::uint32_t>(shapes_.size())).first->second);
  }

  void dots(Group group, const Record& record, const LaidField& field) {
    Column& column = columns_[{group, group == kDeleted ? 0 : field.field()}];
    Stamp before = layout_.at().value_or(Stamp());
    for (const Held& held : field.held) {
      stamp(column, before, stamp_of(held));
      column.values.raw(record.value(held));
    }
    shape_.push_back({{group, group == kDeleted ? 0 : field.field()}, field.held.size()});
  }

  /// As what it is more than the one before, which it becomes.
  static void stamp(Column& column, Stamp& before, const Stamp& now) {
    column.stamps[0].integer(std::int64_t{now.actor} - std::int64_t{before.actor});
    column.stamps[1].integer(now.seq - before.seq);
    column.stamps[2].integer(now.time_ms - before.time_ms);
    column.stamps[3].integer(now.count - before.count);
    before = now;
  }

  std::string text_of(const Shape& shape) const {
    List out;
    auto next = shape.begin();
    for (const auto& [key, column] : columns_) {
      const bool there = next != shape.end() && next->first == key;
      out.integer(there ? static_cast<std::int64_t>(next->second) : 0);
      if (there) ++next;
    }
    return out.text + "]";
  }

  void list(std::string_view key, const List& values) {
    out_.key(key);
    out_.raw(values.text + "]");
  }

  void write_group(Group group) {
    auto column = columns_.lower_bound({group, 0});
    const auto end = columns_.lower_bound({group + 1, 0});
    if (column == end) return;
    out_.key(kGroupKeys[group]);
    if (group == kAt || group == kDeleted) return write_column(group, column->second);
    out_.begin_object();
    for (; column != end; ++column) {
      out_.key(document_.fields[column->first.second].name);
      write_column(group, column->second);
    }
    out_.end_object();
  }

  void write_column(Group group, const Column& column) {
    if (group == kPlain || group == kPlainTimes) return out_.raw(column.values.text + "]");
    out_.begin_array();
    for (const List& numbers : column.stamps) out_.raw(numbers.text + "]");
    if (group != kAt) out_.raw(column.values.text + "]");
    out_.end_array();
  }

  const Document& document_;
  RecordLayout layout_;
  json::Writer& out_;
  std::map<Key, Column> columns_;
  std::map<Shape, std::uint32_t> shapes_;  // with their numbers, in the order in which they came
  List ids_;
  List shape_of_;
  Stamp last_at_;
  Shape shape_;
  std::string text_;
};

}  // namespace

void write_tables(const Document& document, json::Writer& out) {
  TableWriter writer(document, out);
  out.begin_object();
  for (std::size_t first = 0; first < document.records.size();) {
    std::size_t last = first + 1;
    while (last < document.records.size() && document.records[last].kind == document.records[first].kind) ++last;
    out.key(document.kinds[document.records[first].kind]);
    writer.write(first, last);
    first = last;
  }
  out.end_object();
}

}  // namespace stoepkrijt::formats
