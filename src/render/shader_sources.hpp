// The renderer's shader texts, given by the caller: the renderer knows no files and no assets.
#pragma once

#include <string_view>

namespace stoepkrijt::render {

/// GLSL ES 3.00 texts: the files of shaders/ with these names (map_fill.vert and so on).
struct ShaderSources {
  std::string_view fill_vert, fill_frag;
  std::string_view stroke_vert, stroke_frag;
  std::string_view disc_vert, disc_frag;
  std::string_view copy_vert, copy_frag;
  std::string_view veil_frag;
  std::string_view overlay_vert, overlay_frag;
  std::string_view heat_vert, heat_frag;
};

/// Fills it by asking `text(name)` for each "map_....vert" or ".frag" (std::string_view that outlives the use).
template <class Text>
[[nodiscard]] ShaderSources load_shader_sources(Text text) {
  return {text("map_fill.vert"), text("map_fill.frag"),    text("map_stroke.vert"),  text("map_stroke.frag"),
          text("map_disc.vert"), text("map_disc.frag"),    text("map_copy.vert"),    text("map_copy.frag"),
          text("map_veil.frag"), text("map_overlay.vert"), text("map_overlay.frag"), text("map_heat.vert"),
          text("map_heat.frag")};
}

}  // namespace stoepkrijt::render
