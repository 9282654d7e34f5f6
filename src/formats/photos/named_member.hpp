// Something that is no JSON in the file of a dossier: a last member, written without white space, so that it can be
// taken off before the rest is read, and the rest is the very file without it.
//
//   {"actors":…,"version":2,"<key>":{"<SHA-256 of the bytes>":"<base64 of them>"}}
//
// Example: const MemberSplit split = split_member(text, "map"); SK_TRY(document, read_any_dossier(split.document()));
#pragma once

#include <string>
#include <string_view>

namespace stoepkrijt::formats {

/// `document`: an object that is not empty, as a file. Without bytes: as it is.
[[nodiscard]] std::string with_member(std::string document, std::string_view key, std::string_view bytes);

struct MemberSplit {
  std::string_view whole;  ///< the text itself, which must live as long as this
  std::string without;     ///< the file without this member, when it has one
  std::string bytes;       ///< empty: there are none, or they do not have their name
  bool damaged = false;    ///< there is one, and it does not have its name
  [[nodiscard]] std::string_view document() const { return without.empty() ? whole : std::string_view(without); }
};
/// A text whose end is not exactly such a member is all document.
[[nodiscard]] MemberSplit split_member(std::string_view text, std::string_view key);

}  // namespace stoepkrijt::formats
