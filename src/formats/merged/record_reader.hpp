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
  [[nodiscard]] const std::vector<merge::FieldName>& names() const { return names_; }

 private:
  std::vector<merge::FieldName> names_;
  std::unordered_map<std::string, std::uint32_t> known_;
  std::uint32_t last_ = 0;
};

class RecordReader {
 public:
  explicit RecordReader(const NameTable& names) : names_(names) {}

  void begin();
  /// Where the values are appended, in the order in which they come.
  [[nodiscard]] std::string& values() { return values_; }
  void at(const merge::Held& stamp);
  /// A key for a field stood in the file, in "plain" or in a group of dots.
  void member(std::uint32_t field) { members_.push_back(field); }
  /// The value that ends the values now.
  void plain(std::uint32_t field, std::size_t value_at);
  void dot(const merge::Held& held, std::size_t value_at);

  /// Fills in dots and text of the record. Answers the key of the sentence that says what is wrong, or nothing.
  [[nodiscard]] std::optional<std::string_view> finish(merge::Record& record);

 private:
  struct Item {
    merge::Held held;  ///< value_at and value_size: in values_
    bool plain = false;
  };
  [[nodiscard]] bool field_before(std::uint32_t a, std::uint32_t b) const {
    return a != b && names_.names()[a] < names_.names()[b];
  }
  [[nodiscard]] bool stamp_plain();
  void put_in_order();
  [[nodiscard]] bool put_contents_in_order();
  [[nodiscard]] bool item_before(const Item& a, const Item& b) const;
  [[nodiscard]] std::string_view value(const Item& item) const {
    return std::string_view(values_).substr(item.held.value_at, item.held.value_size);
  }
  [[nodiscard]] std::optional<std::string_view> check_members();

  const NameTable& names_;
  std::string values_;
  std::vector<Item> items_;
  std::vector<std::uint32_t> members_;
  std::optional<merge::Held> stamp_;
  bool any_plain_ = false;
};

}  // namespace stoepkrijt::formats
