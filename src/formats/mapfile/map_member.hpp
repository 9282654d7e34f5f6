// A map in the file of a dossier: its last member ("map") but the photos, named and in base64
// (photos/named_member.hpp). The map file itself is not read here.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "formats/photos/named_member.hpp"

namespace stoepkrijt::formats {

[[nodiscard]] inline std::string with_map(std::string document, std::string_view map_file) {
  return with_member(std::move(document), "map", map_file);
}
[[nodiscard]] inline MemberSplit split_map(std::string_view text) { return split_member(text, "map"); }

}  // namespace stoepkrijt::formats
