// The files that are part of the program: fonts, texts in every language, the example neighbourhood, shaders.
//
// Names: "fonts/atkinson-400.ttf" (500, 600, 700, 800), "fonts/icons.ttf", "lang/nl.json", "example/<file>",
// "shaders/<file>". Example: const auto font = stoepkrijt::assets::file("fonts/icons.ttf");
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace stoepkrijt::assets {

// The bytes of a file, for as long as the program runs; empty when there is no such file. One zero byte follows the
// last.
std::span<const unsigned char> file(std::string_view name);

// The same as text.
inline std::string_view text(std::string_view name) {
  const std::span<const unsigned char> bytes = file(name);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// All names, in byte order.
std::span<const std::string_view> names();

// The version of this build: the git tag and commit, or the project's version where there is no git.
std::string_view version();

}  // namespace stoepkrijt::assets
