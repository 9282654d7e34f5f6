// Several named byte strings in one answer of the page: a table of lines "LENGTH NAME", and all bytes one after another
// in that order. LENGTH is decimal, in bytes; "-" says that the part was left out (a file that is too large). A name is
// not empty and holds no line end.
//
// Errors: nullopt when the table breaks this form, or when the lengths and the bytes do not fit; never half of it.
// Guarantees: the parts are views into `table` and `bytes`. Nothing is sorted or checked for doubles.
// Source: web/packed.js writes it.
//
// Example: unpack("2 een.txt\n- groot.txt\n", "12") == {{"een.txt", "12", false}, {"groot.txt", "", true}}
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace stoepkrijt::platform {

struct Part {
  std::string_view name;
  std::string_view bytes;
  bool left_out = false;
  friend bool operator==(const Part&, const Part&) = default;
};

[[nodiscard]] std::optional<std::vector<Part>> unpack(std::string_view table, std::string_view bytes);

}  // namespace stoepkrijt::platform
