// One record while it is read, for the reader of formats/merged only: collects fields in any order and gives the record
// in its canonical order, or says what is wrong with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "merge/document.hpp"

namespace stoepkrijt::formats {

/// Names get numbers in the order in which they come; the reader sorts them when it has seen all.
class NameTable {
 public:
  /// Nothing when there are more than `limit`, or when it is no name.
  std::optional<std::uint32_t> index(merge::FieldKind kind, std::string_view name, std::size_t limit);
  /// What probably comes next, with quotes and colon as it stands in a file: what came after the last name the last
  /// time, where that is of this kind; else empty. When it does come, guessed() is its number.
  [[nodiscard]] std::string_view guess(merge::FieldKind kind) const {
    if (last_ >= next_.size() || names_[next_[last_]].kind != kind) return {};
    return keys_[next_[last_]];
  }
  std::uint32_t guessed() { return last_ = next_[last_]; }
  [[nodiscard]] const std::vector<merge::FieldName>& names() const { return names_; }
  /// The place of a name among all that have come, sorted.
  [[nodiscard]] std::uint32_t order(std::uint32_t name) const { return order_[name]; }

 private:
  void add(merge::FieldKind kind, std::string_view name);

  std::vector<merge::FieldName> names_;
  std::vector<std::string> keys_;
  std::vector<std::uint32_t> order_;   // of each name
  std::vector<std::uint32_t> sorted_;  // the names in their order
  std::vector<std::uint32_t> next_;    // which name came after this one the last time
  std::unordered_map<std::string, std::uint32_t> known_;
  std::uint32_t last_ = 0;
};

class RecordReader {
 public:
  explicit RecordReader(const NameTable& names) : names_(names) {}

  /// The values are canonical and stand in `source`, which lives until finish(); without one they stand in values().
  void begin(std::string_view source = {});
  /// Where values may be appended, in the order in which they come.
  [[nodiscard]] std::string& values() { return values_; }
  void at(const merge::Held& stamp);
  /// A key for a field stood in the file, in "plain" or in a group of dots.
  void member(std::uint32_t field) { members_.push_back(field); }
  /// Where the value stands, from `value_at` to `value_end`.
  void plain(std::uint32_t field, std::size_t value_at, std::size_t value_end);
  void dot(const merge::Held& held, std::size_t value_at, std::size_t value_end);

  /// Fills in dots and text of the record. Answers the key of the sentence that says what is wrong, or nothing.
  [[nodiscard]] std::optional<std::string_view> finish(merge::Record& record);

 private:
  struct Item {
    merge::Held held;  ///< value_at and value_size: in the source
    bool plain = false;
  };
  void put_in_order();
  /// Fills in nearly every record, at one go: nothing is wrong with it, and the dots of a field came upwards. Else
  /// false.
  [[nodiscard]] bool put_simple(merge::Record& record);
  void move_items();
  /// Of the fields, in their order: how many are there? More dots than one of a field are put in order.
  [[nodiscard]] std::size_t count_fields();
  [[nodiscard]] std::string_view fault_of_members();
  [[nodiscard]] bool stamp_plain();
  [[nodiscard]] bool put_contents_in_order();
  void put_values(merge::Record& record);
  [[nodiscard]] std::string_view value(const Item& item) const {
    return source_.substr(item.held.value_at, item.held.value_size);
  }

  const NameTable& names_;
  std::string values_;
  std::string_view source_;
  std::vector<Item> items_;
  std::vector<Item> scratch_;
  std::vector<std::uint64_t> keys_;  // of items, in order: the place of the field, then that of the item
  std::vector<char> text_;           // of the record that is finished
  std::vector<std::uint32_t> members_;
  std::size_t size_ = 0;  // of all values
  std::optional<merge::Held> stamp_;
  bool any_plain_ = false;
  bool more_dots_ = false;  // than one in some field
};

}  // namespace stoepkrijt::formats
