// How the map looks: its colours per theme, and what is drawn at which zoom, in which order and how wide.
// Colours are those of the design tokens (the token's name stands beside each); mixes of two tokens say so.
// Source: the design's token table and its chapter "Map" (order, widths in metres, zoom bands).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "render/map_view.hpp"

namespace stoepkrijt::render {

/// Everything that is painted in a colour of its own. The order is free: an index into a Palette.
enum class Paint : std::uint8_t {
  kLand,
  kField,
  kGreen,
  kGarden,
  kTree,
  kTreeEdge,
  kWater,
  kSquare,
  kRoad,
  kRoadEdge,
  kRoadMain,
  kCycle,
  kFoot,
  kFootArea,
  kParking,
  kUnpaved,
  kTram,
  kRail,
  kShade,
  kBuilding,
  kBuildingEdge,
  kPublicBuilding,
  kFence,
  kDetail,
  kBuurtDots,
  kBuurtLine,
  kBuurtTint,
  kOutside,
  kLabel,
  kHalo,
  kWaterLabel,
  kGreenLabel,
  kSurface,
  kInk,
  kAct,
  kActRing,
  kActDisc,
  kSel,
  kNeg,
  kPos,
  kIdea,
  kShadow,
  kAttribution,
  kCount
};

/// 0xRRGGBBAA.
using Rgba = std::uint32_t;
using Palette = std::array<Rgba, static_cast<std::size_t>(Paint::kCount)>;

[[nodiscard]] const Palette& palette(MapTheme theme);
[[nodiscard]] inline Rgba colour(MapTheme theme, Paint paint) {
  return palette(theme)[static_cast<std::size_t>(paint)];
}

/// A quality level's tile: 1..5 = A+ A B C D (CROW); anything else is refused by the caller.
struct LevelLook {
  const char* letter;
  Rgba fill;
  Rgba ink;
};
[[nodiscard]] LevelLook level_look(std::uint8_t level, MapTheme theme);

/// Zoom bands in CSS pixels per metre: below kBuurtZoom "wijk", to kStraatZoom "buurt", above "straat".
inline constexpr float kBuurtZoom = 0.5F;
inline constexpr float kStraatZoom = 1.0F;

/// The layers of the base map, bottom to top.
enum class Layer : std::uint8_t {
  kGround,
  kTreeGround,
  kWater,
  kFootwayEdge,
  kFootway,
  kAreaEdge,
  kArea,
  kServiceEdge,
  kStreetEdge,
  kMainEdge,
  kService,
  kStreet,
  kMain,
  kCycleway,
  kTramLine,
  kTramRails,
  kRailBed,
  kFence,
  kShade,
  kBuilding,
  kBuildingEdge,
  kTree,
  kDetail,
  kOutside,
  kBuurtTint,
  kBuurtDots,
  kBuurtLine,
  kCount
};

enum class Primitive : std::uint8_t { kFill, kStroke, kDisc };

struct LayerStyle {
  Layer layer;
  Primitive primitive;
  float from_px_per_m;  ///< drawn when from <= px/m < to
  float to_px_per_m;
  float extra_px;       ///< strokes: added to the width in metres; discs: edge width
  float min_px;         ///< strokes: least width; discs: least radius
  float dot_period_px;  ///< strokes: round dots this far apart; 0 is a full line
};

/// One row per layer, in drawing order.
[[nodiscard]] std::span<const LayerStyle> layer_styles();
[[nodiscard]] bool shown(const LayerStyle& style, float px_per_m);

/// Widths in metres where the source gives none (OpenStreetMap classes as in the design).
inline constexpr float kMainWidthM = 9.0F;
inline constexpr float kStreetWidthM = 6.5F;
inline constexpr float kServiceWidthM = 3.8F;
inline constexpr float kCycleWidthM = 2.0F;
inline constexpr float kFootWidthM = 1.9F;
inline constexpr float kTreeGroundM = 17.0F;     ///< diameter of the green round under a tree
inline constexpr float kTreeCrownM = 7.0F;       ///< diameter when unknown
inline constexpr float kShadePerHeight = 0.14F;  ///< shade offset per metre of height, east and south
inline constexpr float kMaxShadeHeightM = 24.0F;
inline constexpr float kUnknownHeightM = 7.0F;

}  // namespace stoepkrijt::render
