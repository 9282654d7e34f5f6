// A map in the file of a dossier: its last member, before the photos, written without white space, so that it can be
// taken off before the rest is read, and the rest is the very file without a map.
//
//   {"actors":…,"version":2,"map":{"<SHA-256 of the map file>":"<base64 of it>"},"photos":{…}}
//
// Example: const MapSplit split = split_map(text); SK_TRY(document, read_any_dossier(split.document()));
#pragma once

#include <string>
#include <string_view>

namespace stoepkrijt::formats {

/// `document`: an object that is not empty, as a file. Without a map (empty bytes): as it is.
[[nodiscard]] std::string with_map(std::string document, std::string_view map_file);

struct MapSplit {
  std::string_view whole;  ///< the text itself, which must live as long as this
  std::string without;     ///< the file without its map, when it has any
  std::string map;         ///< the map file; empty: there is none, or it does not have its name
  bool damaged = false;    ///< there is one, and it does not have its name
  [[nodiscard]] std::string_view document() const { return without.empty() ? whole : std::string_view(without); }
};
/// A text whose end is not exactly such a member is all document. The map file itself is not read here.
[[nodiscard]] MapSplit split_map(std::string_view text);

}  // namespace stoepkrijt::formats
