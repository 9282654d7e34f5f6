// Which paint and which order a feature of the base map gets, by its class and the source's own word for it.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/map.hpp"
#include "render/map_style.hpp"

namespace stoepkrijt::render {

/// Larger areas first, so that a lawn lies on its park and a square on its ground, whatever their classes.
[[nodiscard]] std::uint32_t size_order(double area_m2);

/// What a BGT road area is paved for, in the words of its `functie` (its `materiaal` as second best).
[[nodiscard]] Paint area_paint(std::string_view kind);

/// Order among road areas: carriageways over footpaths, cycle paths over both (as with lines).
[[nodiscard]] std::uint32_t area_order(Paint paint);

[[nodiscard]] Paint ground_paint(const model::MapFeature& feature);
[[nodiscard]] bool is_public_building(std::string_view kind);

}  // namespace stoepkrijt::render
