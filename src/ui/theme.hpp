// The colours of the product, as tokens with the names of NL Design System, in three themes. Screens name a token,
// never a colour. Source: the design's tokens.json; every pair that is used together is tested for WCAG 2.2 contrast in
// tests/ui/theme_test.cpp (4.5:1 for words, 3:1 for parts).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace stoepkrijt::ui {

/// Straight alpha, 8 bits each.
struct Color {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  friend bool operator==(const Color&, const Color&) = default;
  /// The same colour, `alpha` 0 to 1 of what it was.
  [[nodiscard]] Color faded(float alpha) const;
};
[[nodiscard]] constexpr Color rgb(std::uint32_t v) {
  return {static_cast<std::uint8_t>((v >> 16U) & 255U), static_cast<std::uint8_t>((v >> 8U) & 255U),
          static_cast<std::uint8_t>(v & 255U), 255};
}
/// `t` 0: a, 1: b.
[[nodiscard]] Color mix(Color a, Color b, float t);
/// WCAG 2.2 contrast ratio, 1 to 21, of opaque colours.
[[nodiscard]] double contrast_ratio(Color a, Color b);

enum class Token : std::uint8_t {
  kDoc,
  kSurface,
  kSunk,
  kLine,
  kBorder,
  kInk,
  kInk2,
  kPave,
  kPave2,
  kChalk,
  kChalk2,
  kAct,
  kActHover,
  kActActive,
  kActOn,
  kActTint,
  kLink,
  kSel,
  kSelTint,
  kSelOn,
  kPos,
  kPosTint,
  kNeg,
  kNegTint,
  kWarn,
  kWarnTint,
  kIdea,
  kIdeaTint,
  kOnSolid,
  kTheme1,
  kTheme2,
  kTheme3,
  kTheme4,
  kTheme5,
  kTheme6,
  kLevelAPlus,
  kLevelA,
  kLevelB,
  kLevelC,
  kLevelD,
  kMapLand,
  kMapGreen,
  kMapTree,
  kMapTreeEdge,
  kMapBuilding,
  kMapBuildingEdge,
  kMapBuildingShade,
  kMapRoad,
  kMapRoadEdge,
  kMapRoadMain,
  kMapCycleway,
  kMapFootway,
  kMapWater,
  kMapLabel,
  kMapLabelHalo,
  kMapLabelWater,
  kMapLabelGreen,
  kCount
};
inline constexpr std::size_t kTokenCount = static_cast<std::size_t>(Token::kCount);

enum class ThemeName : std::uint8_t { kLight, kDark, kContrast };

/// Name as in tokens.json ("basis.color.action-1.bg-default").
[[nodiscard]] std::string_view token_name(Token t);
[[nodiscard]] Color token_color(Token t, ThemeName theme);
/// 1 to 6 (other numbers wrap): colour of a plan's theme.
[[nodiscard]] Token theme_token(int number);

}  // namespace stoepkrijt::ui
