// Under which keys the device keeps what (docs/architecture.md, "What the device keeps"). For src/app only.
//
//   settings            of the device
//   current             the slug of the dossier that is open
//   m/<slug>            a line about a dossier, for the list of them
//   d/<slug>/snapshot   the dossier, whole (formats/merged)
//   d/<slug>/log/<n>    the records that step n changed, as a part laid over the snapshot (merge/part.hpp)
//   d/<slug>/journal/<n>, before/<n>, passed-on, urn, draft, map   what the device knows beside it
//   photo/<name>, p/...  photos and what is known of them (app/photos.hpp)
//   x/...               what could not be read: set aside, never overwritten
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/sha256.hpp"
#include "platform/host.hpp"

namespace stoepkrijt::app {

/// Names a dossier in the storage: ids may hold what keys may not. (Of a document: app/shelf.hpp.)
[[nodiscard]] inline std::string slug_of(std::string_view dossier_id) {
  return to_hex(sha256("stoepkrijt dossier " + std::string(dossier_id))).substr(0, 24);
}
[[nodiscard]] inline std::string folder_of(std::string_view slug) { return "d/" + std::string(slug) + "/"; }
/// Keys sort as the numbers do.
[[nodiscard]] inline std::string numbered(std::string_view name, std::uint64_t number) {
  const std::string digits = std::to_string(number);
  return std::string(name) + "/" + std::string(16 - digits.size(), '0') + digits;
}
[[nodiscard]] inline platform::KeyRange only(std::string_view key) {
  return {std::string(key), std::string(key) + "!"};  // '!' sorts before all that a key may hold
}
/// How earlier versions of the app kept one dossier.
inline constexpr std::array<std::string_view, 4> kOldKeys = {"dossier", "urn", "draft", "map"};

}  // namespace stoepkrijt::app
