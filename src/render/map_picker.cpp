#include "render/map_picker.hpp"

#include <glm/geometric.hpp>

#include "render/base_mesh.hpp"

namespace stoepkrijt::render {

MapPicker::MapPicker(const model::Neighbourhood& neighbourhood, std::span<const LabelSource> sources,
                     const Plane& plane) {
  for (const model::Buurt& buurt : neighbourhood.buurten)
    buurten_.push_back({buurt.code, to_polygon(buurt.rings, plane, 0.2F)});
  for (const LabelSource& source : sources)
    if (!source.lines.empty())
      streets_.push_back({source.text, source.lines});
    else if (source.kind == LabelKind::kPlaced)
      streets_.push_back({source.text, {source.spots}});  // all that is known
}

std::string MapPicker::buurt_at(glm::vec2 place_m) const {
  for (const Area& area : buurten_)
    if (!area.rings.empty() && contains(area.rings, place_m)) return area.code;
  return {};
}

int MapPicker::index_of(const std::string& code) const {
  for (std::size_t i = 0; i < buurten_.size(); ++i)
    if (buurten_[i].code == code) return static_cast<int>(i);
  return -1;
}

MapPicker::Street MapPicker::street_at(glm::vec2 place_m) const {
  Street best{"", kStreetReachM};
  for (const Way& way : streets_) {
    for (const auto& line : way.lines) {
      for (std::size_t i = line.size() > 1 ? 1 : 0; i < line.size(); ++i) {
        const float d = distance_to_segment(place_m, line[i > 0 ? i - 1 : 0], line[i]);
        if (d < best.distance_m || (d <= best.distance_m && best.name.empty())) best = {way.name, d};
      }
    }
  }
  if (best.name.empty()) best.distance_m = 0;
  return best;
}

const MarkerItem* item_at(std::span<const MarkerItem> items, Point point) {
  const MarkerItem* best = nullptr;
  float nearest = 0;
  for (const MarkerItem& item : items) {
    const Rect touch = touch_rect(item.rect);
    if (!touch.contains(point)) continue;
    const glm::vec2 d(touch.x + touch.w * 0.5F - point.x, touch.y + touch.h * 0.5F - point.y);
    if (best == nullptr || glm::length(d) <= nearest) {
      best = &item;
      nearest = glm::length(d);
    }
  }
  return best;
}

}  // namespace stoepkrijt::render
