#include "render/map_style.hpp"

#include "render_fixtures.hpp"

namespace stoepkrijt::render {
namespace {

double luminance(Rgba colour_rgba) {
  const auto linear = [&](unsigned shift) {
    const double c = static_cast<double>((colour_rgba >> shift) & 0xFFU) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(24) + 0.7152 * linear(16) + 0.0722 * linear(8);
}
double contrast(Rgba a, Rgba b) {
  const double x = luminance(a);
  const double y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

TEST(MapStyle, KeepsLabelsReadableInEveryTheme) {
  for (const MapTheme theme : {MapTheme::kLight, MapTheme::kDark, MapTheme::kContrast}) {
    const auto c = [&](Paint p) { return colour(theme, p); };
    EXPECT_GE(contrast(c(Paint::kLabel), c(Paint::kHalo)), 4.5);
    EXPECT_GE(contrast(c(Paint::kLabel), c(Paint::kLand)), 4.5);
    EXPECT_GE(contrast(c(Paint::kWaterLabel), c(Paint::kWater)), 4.5);
    EXPECT_GE(contrast(c(Paint::kGreenLabel), c(Paint::kGreen)), 4.5);
    EXPECT_GE(contrast(c(Paint::kNeg), c(Paint::kLand)), 3.0);
    EXPECT_GE(contrast(c(Paint::kAct), c(Paint::kSurface)), 4.5);
  }
}

TEST(MapStyle, WritesLevelsReadably) {
  for (const MapTheme theme : {MapTheme::kLight, MapTheme::kDark, MapTheme::kContrast})
    for (std::uint8_t level = 1; level <= 5; ++level)
      EXPECT_GE(contrast(level_look(level, theme).fill, level_look(level, theme).ink), 4.5);
}

TEST(MapStyle, DrawsByZoomAsTheDesignSays) {
  const auto is_shown = [](Layer layer, float zoom) {
    return shown(layer_styles()[static_cast<std::size_t>(layer)], zoom);
  };
  for (const Layer always : {Layer::kWater, Layer::kMain, Layer::kBuilding}) EXPECT_TRUE(is_shown(always, 0.3F));
  for (const Layer buurt : {Layer::kShade, Layer::kTree, Layer::kStreetEdge}) {
    EXPECT_FALSE(is_shown(buurt, 0.45F));
    EXPECT_TRUE(is_shown(buurt, 0.6F));
  }
  for (const Layer straat : {Layer::kFootway, Layer::kCycleway}) {
    EXPECT_FALSE(is_shown(straat, 0.45F));
    EXPECT_TRUE(is_shown(straat, 1.1F));
  }
}

}  // namespace
}  // namespace stoepkrijt::render
