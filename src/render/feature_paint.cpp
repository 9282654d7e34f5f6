#include "render/feature_paint.hpp"

#include <algorithm>
#include <cmath>

namespace stoepkrijt::render {
namespace {

using model::MapClass;

bool has(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

}  // namespace

std::uint32_t size_order(double area_m2) {
  const double step = std::log2(std::max(area_m2, 1.0));
  return 64U - static_cast<std::uint32_t>(std::min(step, 63.0));
}

Paint area_paint(std::string_view kind) {
  if (has(kind, "fiets")) return Paint::kCycle;
  if (has(kind, "voet") || has(kind, "inrit") || has(kind, "trap")) return Paint::kFootArea;
  if (has(kind, "parkeer")) return Paint::kParking;
  if (has(kind, "onverhard") || has(kind, "zand") || has(kind, "ruiter")) return Paint::kUnpaved;
  if (has(kind, "regionale") || has(kind, "auto")) return Paint::kRoadMain;
  return Paint::kRoad;
}

std::uint32_t area_order(Paint paint) {
  switch (paint) {
    case Paint::kFootArea:
      return 0;
    case Paint::kUnpaved:
      return 1;
    case Paint::kParking:
      return 2;
    case Paint::kCycle:
      return 5;
    case Paint::kRoadMain:
      return 4;
    default:
      return 3;
  }
}

Paint ground_paint(const model::MapFeature& f) {
  switch (f.cls) {
    case MapClass::kGreen:
      return Paint::kGreen;
    case MapClass::kGarden:
      return Paint::kGarden;
    case MapClass::kField:
      return Paint::kField;
    case MapClass::kSquare:
      return has(f.kind, "onverhard") || has(f.kind, "zand") ? Paint::kUnpaved : Paint::kSquare;
    default:
      return Paint::kLand;
  }
}

bool is_public_building(std::string_view kind) {
  for (const std::string_view word : {"school", "buurthuis", "church", "kerk", "community", "civic", "public"})
    if (has(kind, word)) return true;
  return false;
}

}  // namespace stoepkrijt::render
