// A distance-field atlas of letters, icons and marker shapes: crisp at any size and angle, with halos for nothing.
// Glyphs are made when first asked for. One byte a texel: 128 is the outline, more is inside.
// Pure (no GL). Source of the method: C. Green, "Improved Alpha-Tested Magnification", SIGGRAPH 2007; glyph outlines
// and fields by stb_truetype.
#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "render/map_view.hpp"

namespace stoepkrijt::render {

/// The bytes of the TrueType files; they must outlive the atlas (embedded assets do).
struct FontData {
  std::span<const unsigned char> medium;     ///< 500: street names
  std::span<const unsigned char> semi_bold;  ///< 600: greens, water, buildings, attribution
  std::span<const unsigned char> bold;       ///< 800: buurten, counts, levels
  std::span<const unsigned char> icons;
};

enum class Face : std::uint8_t { kMedium, kSemiBold, kBold, kIcons };

/// A picture in the atlas and where it goes. Lengths in ems (letters, icons) or units of the 48 x 58 box (shapes).
struct Glyph {
  glm::vec2 uv_low{0.0F, 0.0F}, uv_high{0.0F, 0.0F};  ///< texture coordinates 0..1 of the atlas's present size
  glm::vec2 low{0.0F, 0.0F}, high{0.0F, 0.0F};        ///< from the pen on the baseline, y down
  float advance = 0;
  float field_per_unit = 1;  ///< change of the field (0..1) per unit of distance
  bool empty = true;         ///< nothing to draw (a space)
};

class SdfAtlas {
 public:
  /// kWrongFormat with key "error.map_font" when a font cannot be read.
  [[nodiscard]] static Result<std::unique_ptr<SdfAtlas>> create(const FontData& fonts);
  ~SdfAtlas();
  SdfAtlas(const SdfAtlas&) = delete;
  SdfAtlas& operator=(const SdfAtlas&) = delete;

  /// Valid until the atlas grows (revision of size()): copy it.
  [[nodiscard]] Glyph glyph(Face face, char32_t code_point);
  [[nodiscard]] Glyph shape(MarkerShape shape);
  /// Width in ems without drawing, kerning included.
  [[nodiscard]] float width(Face face, std::string_view utf8);
  [[nodiscard]] float kerning(Face face, char32_t left, char32_t right) const;
  /// Of an icon: how far below the pen's baseline the middle of the em box lies, in ems (negative: above).
  [[nodiscard]] float icon_middle() const;

  [[nodiscard]] int width_px() const { return kWidth; }
  [[nodiscard]] int height_px() const;
  [[nodiscard]] std::span<const std::uint8_t> pixels() const;
  /// Rises with every glyph that was added; a texture made at an older number is out of date.
  [[nodiscard]] std::uint32_t revision() const;

  static constexpr int kWidth = 1024;
  static constexpr float kOutline = 128.0F / 255.0F;

 private:
  struct Inside;
  explicit SdfAtlas(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace stoepkrijt::render
