#include "render/map_style.hpp"

#include "base/check.hpp"

namespace stoepkrijt::render {
namespace {

constexpr std::uint32_t channel(std::uint32_t rgb, unsigned shift) { return (rgb >> shift) & 0xFFU; }

/// `part` percent of `a`, the rest of `b`, opaque.
constexpr Rgba mix(std::uint32_t a, std::uint32_t b, std::uint32_t part) {
  Rgba out = 0;
  for (unsigned shift : {16U, 8U, 0U})
    out = (out << 8U) | ((channel(a, shift) * part + channel(b, shift) * (100U - part) + 50U) / 100U);
  return (out << 8U) | 0xFFU;
}
constexpr Rgba solid(std::uint32_t rgb) { return (rgb << 8U) | 0xFFU; }
constexpr Rgba glass(std::uint32_t rgb, std::uint32_t percent) { return (rgb << 8U) | (percent * 255U / 100U); }

/// The tokens the map uses, by their short names in the token table.
struct Tokens {
  std::uint32_t mland, mgreen, mtree, mtree2, mbuild, mbuild2, mshade, mroad, mcase, mmain, mcycle, mfoot, mwater;
  std::uint32_t mlabel, mhalo, mwlabel, mglabel, surface, ink, ink2, act, sel, neg, pos, idea;
};
constexpr Tokens kLightTokens{0xF1EFEA, 0xDCEBD0, 0xBAD9A8, 0xA3C88F, 0xE2DCD2, 0xCDC4B6, 0xD6CFC3, 0xFFFFFF, 0xD9D4CA,
                              0xFCEFC9, 0xE3A793, 0xFFFFFF, 0xB5D5EA, 0x3F4852, 0xFFFFFF, 0x1F587E, 0x2F6130, 0xFFFFFF,
                              0x17212B, 0x4C5763, 0x1D4FA8, 0xFFD34D, 0xB3321F, 0x166B43, 0x6A3FB0};
constexpr Tokens kDarkTokens{0x161D25, 0x1B2B22, 0x274332, 0x33563F, 0x2A3440, 0x3A4654, 0x0F151B, 0x3D4956, 0x11171D,
                             0x4B5664, 0x7A4A3C, 0x333F4B, 0x1C3A52, 0xC6D0DA, 0x11171D, 0xA5D2F0, 0x9BD39B, 0x1B242E,
                             0xEEF2F6, 0xB7C2CE, 0x9CC0FF, 0xFFD34D, 0xFFA798, 0x82DAAA, 0xCDB6FF};
constexpr Tokens kContrastTokens{0xFFFFFF, 0xEDF7E8, 0xBBDDAA, 0x5B8A45, 0xE6E6E6, 0x555555, 0xBBBBBB,
                                 0xFFFFFF, 0x555555, 0xFFFFFF, 0xA03A1E, 0x777777, 0xA9D4F5, 0x000000,
                                 0xFFFFFF, 0x003A66, 0x0B4200, 0xFFFFFF, 0x000000, 0x000000, 0x00257A,
                                 0xFFE600, 0x8A0000, 0x00471F, 0x3B0086};

constexpr void set(Palette& p, Paint paint, Rgba rgba) { p[static_cast<std::size_t>(paint)] = rgba; }

constexpr void set_ground(Palette& p, const Tokens& t) {
  set(p, Paint::kLand, solid(t.mland));
  set(p, Paint::kField, mix(t.mgreen, t.mland, 45));
  set(p, Paint::kGreen, solid(t.mgreen));
  set(p, Paint::kGarden, mix(t.mgreen, t.mland, 55));
  set(p, Paint::kTree, glass(t.mtree, 88));
  set(p, Paint::kTreeEdge, glass(t.mtree2, 88));
  set(p, Paint::kWater, solid(t.mwater));
  set(p, Paint::kSquare, mix(t.mroad, t.mland, 45));
  set(p, Paint::kRoad, solid(t.mroad));
  set(p, Paint::kRoadEdge, solid(t.mcase));
  set(p, Paint::kRoadMain, solid(t.mmain));
  set(p, Paint::kCycle, solid(t.mcycle));
  set(p, Paint::kFoot, solid(t.mfoot));
  set(p, Paint::kFootArea, mix(t.mroad, t.mland, 55));
  set(p, Paint::kParking, mix(t.mroad, t.mcase, 60));
  set(p, Paint::kUnpaved, mix(t.mmain, t.mland, 45));
  set(p, Paint::kTram, mix(t.ink2, t.mroad, 45));
  set(p, Paint::kRail, mix(t.ink2, t.mland, 60));
  set(p, Paint::kShade, solid(t.mshade));
  set(p, Paint::kBuilding, solid(t.mbuild));
  set(p, Paint::kBuildingEdge, solid(t.mbuild2));
  set(p, Paint::kPublicBuilding, mix(t.mbuild2, t.mbuild, 55));
  set(p, Paint::kFence, solid(t.mbuild2));
  set(p, Paint::kDetail, mix(t.ink2, t.mland, 55));
}

constexpr Palette make_palette(const Tokens& t, bool dark, bool contrast) {
  Palette p{};
  set_ground(p, t);
  set(p, Paint::kBuurtDots, glass(t.idea, 80));
  set(p, Paint::kBuurtLine, solid(t.ink));
  set(p, Paint::kBuurtTint, glass(t.act, contrast ? 14 : 9));
  set(p, Paint::kOutside, dark ? glass(0x0B1015, 55) : glass(t.mland, 60));
  set(p, Paint::kLabel, solid(t.mlabel));
  set(p, Paint::kHalo, solid(t.mhalo));
  set(p, Paint::kWaterLabel, solid(t.mwlabel));
  set(p, Paint::kGreenLabel, solid(t.mglabel));
  set(p, Paint::kSurface, solid(t.surface));
  set(p, Paint::kInk, solid(t.ink));
  set(p, Paint::kAct, solid(t.act));
  set(p, Paint::kActRing, glass(t.act, 50));
  set(p, Paint::kActDisc, glass(t.act, 16));
  set(p, Paint::kSel, solid(t.sel));
  set(p, Paint::kNeg, solid(t.neg));
  set(p, Paint::kPos, solid(t.pos));
  set(p, Paint::kIdea, solid(t.idea));
  set(p, Paint::kShadow, glass(0x000000, 28));
  set(p, Paint::kAttribution, glass(t.surface, contrast ? 100 : 88));
  return p;
}

constexpr Palette kLight = make_palette(kLightTokens, false, false);
constexpr Palette kDark = make_palette(kDarkTokens, true, false);
constexpr Palette kContrast = make_palette(kContrastTokens, false, true);

constexpr float kFar = 1000.0F;
using P = Primitive;
// clang-format off
constexpr std::array<LayerStyle, static_cast<std::size_t>(Layer::kCount)> kLayers{{
    // layer                primitive   from   to     extra  min   dots
    {Layer::kGround,        P::kFill,   0.0F,  kFar,  0.0F,  0.0F, 0.0F},
    {Layer::kTreeGround,    P::kDisc,   0.25F, kFar,  0.0F,  0.0F, 0.0F},
    {Layer::kWater,         P::kFill,   0.0F,  kFar,  0.0F,  0.0F, 0.0F},
    {Layer::kFootwayEdge,   P::kStroke, 2.0F,  kFar,  1.2F,  0.0F, 0.0F},
    {Layer::kFootway,       P::kStroke, 0.7F,  kFar,  0.0F,  1.2F, 0.0F},
    {Layer::kAreaEdge,      P::kStroke, 0.5F,  kFar,  1.8F,  0.0F, 0.0F},
    {Layer::kArea,          P::kFill,   0.0F,  kFar,  0.0F,  0.0F, 0.0F},
    {Layer::kServiceEdge,   P::kStroke, 0.7F,  kFar,  1.8F,  0.0F, 0.0F},
    {Layer::kStreetEdge,    P::kStroke, 0.5F,  kFar,  1.8F,  0.0F, 0.0F},
    {Layer::kMainEdge,      P::kStroke, 0.0F,  kFar,  1.8F,  3.0F, 0.0F},
    {Layer::kService,       P::kStroke, 0.5F,  kFar,  0.0F,  1.0F, 0.0F},
    {Layer::kStreet,        P::kStroke, 0.2F,  kFar,  0.0F,  1.2F, 0.0F},
    {Layer::kMain,          P::kStroke, 0.0F,  kFar,  0.0F,  2.2F, 0.0F},
    {Layer::kCycleway,      P::kStroke, 0.7F,  kFar,  0.0F,  1.3F, 0.0F},
    {Layer::kTramLine,      P::kStroke, 0.25F, 1.2F,  0.0F,  1.0F, 0.0F},
    {Layer::kTramRails,     P::kStroke, 1.2F,  kFar,  0.0F,  1.0F, 0.0F},
    {Layer::kRailBed,       P::kStroke, 0.0F,  kFar,  0.0F,  1.6F, 0.0F},
    {Layer::kFence,         P::kStroke, 2.0F,  kFar,  0.0F,  1.0F, 0.0F},
    {Layer::kShade,         P::kFill,   0.5F,  kFar,  0.0F,  0.0F, 0.0F},
    {Layer::kBuilding,      P::kFill,   0.0F,  kFar,  0.0F,  0.0F, 0.0F},
    {Layer::kBuildingEdge,  P::kStroke, 0.5F,  kFar,  0.8F,  0.8F, 0.0F},
    {Layer::kTree,          P::kDisc,   0.5F,  kFar,  0.7F,  1.6F, 0.0F},
    {Layer::kDetail,        P::kDisc,   2.5F,  kFar,  0.0F,  1.8F, 0.0F},
    {Layer::kOutside,       P::kFill,   0.0F,  kFar,  0.0F,  0.0F, 0.0F},
    {Layer::kBuurtTint,     P::kFill,   0.0F,  kFar,  0.0F,  0.0F, 0.0F},
    {Layer::kBuurtDots,     P::kStroke, 0.5F,  kFar,  0.0F,  2.6F, 7.0F},
    {Layer::kBuurtLine,     P::kStroke, 0.0F,  kFar,  0.0F,  2.0F, 0.0F},
}};
// clang-format on

constexpr bool in_order() {
  for (std::size_t i = 0; i < kLayers.size(); ++i)
    if (static_cast<std::size_t>(kLayers[i].layer) != i) return false;
  return true;
}
static_assert(in_order(), "one row per layer, in drawing order");

}  // namespace

const Palette& palette(MapTheme theme) {
  switch (theme) {
    case MapTheme::kDark:
      return kDark;
    case MapTheme::kContrast:
      return kContrast;
    case MapTheme::kLight:
      break;
  }
  return kLight;
}

LevelLook level_look(std::uint8_t level, MapTheme theme) {
  SK_CHECK(level >= 1 && level <= 5);
  static constexpr std::array<const char*, 5> kLetters{"A+", "A", "B", "C", "D"};
  // stoepkrijt.level.a-plus .a .b .c .d
  static constexpr std::array<std::array<std::uint32_t, 5>, 3> kFills{{
      {0x00654B, 0x86CC98, 0xF6DC6B, 0xF3A25A, 0xA82818},
      {0x00654B, 0x86CC98, 0xF6DC6B, 0xF3A25A, 0xC03A28},
      {0x00471F, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0x8A0000},
  }};
  const std::size_t i = level - 1U;
  const bool light_ink = level == 1 || level == 5;
  return {kLetters[i], solid(kFills[static_cast<std::size_t>(theme)][i]), light_ink ? 0xFFFFFFFFU : 0x17212BFFU};
}

std::span<const LayerStyle> layer_styles() { return kLayers; }

bool shown(const LayerStyle& style, float px_per_m) {
  return px_per_m >= style.from_px_per_m && px_per_m < style.to_px_per_m;
}

}  // namespace stoepkrijt::render
