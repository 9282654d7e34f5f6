#include "ui/map_board.hpp"

namespace stoepkrijt::ui {

const app::MapFeedback& MapBoard::feedback(std::string_view key) const {
  static const app::MapFeedback kNone;
  const auto it = feedback_.find(key);
  return it == feedback_.end() ? kNone : it->second;
}

app::MapInput to_input(const MapGesture& gesture) {
  app::MapInput in;
  in.dx = gesture.dx;
  in.dy = gesture.dy;
  in.zoom = gesture.zoom;
  in.rotate = gesture.rotate;
  in.x = gesture.x;
  in.y = gesture.y;
  in.hovered = gesture.hovered;
  in.tapped = gesture.tapped;
  in.double_tapped = gesture.double_tapped;
  for (const a11y::SemEvent& event : gesture.keys) in.keys.push_back(event.text);
  return in;
}

void still_map(Ui& ui, MapBoard& board, std::string_view k, std::string_view name, Rect area,
               std::vector<app::MapMarker> markers, geo::LonLat focus_on, std::string_view attribution) {
  ui.map_still(k, name, area);
  app::MapRequest request;
  request.key = std::string(k);
  request.node = a11y::node_id(k);
  request.area = {area.x, area.y, area.w, area.h};
  request.interactive = false;
  request.markers = std::move(markers);
  request.cluster = false;
  request.focus_on = focus_on;
  request.refocus = true;  // the same key may show another place
  board.ask(std::move(request));
  if (!attribution.empty()) ui.map_attribution(key(k, "/bron"), attribution, area);
}

void donut_map(Ui& ui, MapBoard& board, std::string_view k, std::string_view name, Rect area,
               std::vector<app::MapDonut> donuts, std::string_view attribution) {
  ui.map_still(k, name, area);
  app::MapRequest request;
  request.key = std::string(k);
  request.node = a11y::node_id(k);
  request.area = {area.x, area.y, area.w, area.h};
  request.interactive = false;
  request.donuts = std::move(donuts);
  board.ask(std::move(request));
  if (!attribution.empty()) ui.map_attribution(key(k, "/bron"), attribution, area);
}

}  // namespace stoepkrijt::ui
