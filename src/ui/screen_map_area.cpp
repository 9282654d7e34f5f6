#include "ui/screen_map_area.hpp"

#include <algorithm>
#include <utility>

#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"
#include "ui/screen_map_walk.hpp"

namespace stoepkrijt::ui {

namespace {

void marks(const app::MapScreenView& view, Ui& ui, app::MapRequest& request, app::CommandQueue& out) {
  for (const app::MapMark& mark : view.marks) {
    const Rect at{mark.rect.x, mark.rect.y, mark.rect.w, mark.rect.h};
    if (mark.cluster) {
      if (!ui.map_marker(key("kaart/groep/", mark.id), mark.name, at, false)) continue;
      request.input.open = mark.id;
      ui.focus(kMapKey);  // what was pressed comes apart
      ui.announce(view.cluster_opened);
    } else if (ui.map_marker(key("kaart/merk/", mark.id), mark.name, at, mark.chosen)) {
      out.emplace_back(app::cmd::Select{mark.id});
    }
  }
}

/// A line under the finger; let go, it is asked what places those are.
void draw_area(MapUi& mem, Ui& ui, const app::MapFeedback& feedback, Rect r, app::MapRequest& request,
               app::CommandQueue& out) {
  constexpr float kStep = 3;
  constexpr std::size_t kMostPoints = 4000;
  if (!feedback.drawn.empty()) {  // the answer to what was asked in the frame before
    out.emplace_back(app::cmd::DrawArea{feedback.drawn});
    mem.drawing = false;
    mem.focus = kMapKey;
    return;
  }
  if (ui.input().touches.size() > 1) mem.line.clear();  // two fingers move the map meanwhile
  if (ui.input().touches.size() < 2) request.input.dx = request.input.dy = 0;
  request.input.tapped = request.input.double_tapped = false;
  const BrushGesture pen = ui.brush_area("kaart/teken", r);
  if (pen.painting) {
    if (pen.first) mem.line.clear();
    const app::MapPoint at{std::clamp(pen.to_x, r.x, r.x + r.w), std::clamp(pen.to_y, r.y, r.y + r.h)};
    const bool far =
        mem.line.empty() || std::max(std::abs(at.x - mem.line.back().x), std::abs(at.y - mem.line.back().y)) >= kStep;
    if (far && mem.line.size() < kMostPoints) mem.line.push_back(at);
  }
  for (const auto& [token, width] : {std::pair{Token::kSurface, 8.0F}, std::pair{Token::kAct, 4.0F}}) {
    for (std::size_t i = 1; i < mem.line.size(); ++i) {
      ui.line(mem.line[i - 1].x, mem.line[i - 1].y, mem.line[i].x, mem.line[i].y, token, width);
    }
  }
  if (pen.let_go && mem.line.size() > 2) {
    request.drawn = std::exchange(mem.line, {});
    ui.animate();
  }
}

}  // namespace

void follow_map(MapUi& mem, Ui& ui, const app::MapFeedback& feedback, const app::State& state) {
  // Without a picture there is no view: then the list holds all, from the middle outwards.
  const bool text = state.settings.text_version || state.device.forced_colors || !state.device.webgl;
  const std::optional<geo::Window> now = text ? std::nullopt : feedback.window;
  const bool still = now == mem.last_window && feedback.centre == mem.last_centre;
  const bool other = !(mem.look.window == now) || !(mem.look.centre == feedback.centre);
  if (other && (still || !mem.look.window || !now)) {
    mem.look.window = now;
    mem.look.centre = feedback.centre;
    mem.look.most = app::kLinesOfAPage;
  } else if (other) {
    ui.animate();
  }
  mem.last_window = now;
  mem.last_centre = feedback.centre;
}

app::MapRequest map_itself(const app::MapScreenView& view, MapUi& mem, Ui& ui, const app::MapFeedback& feedback,
                           const app::State& state, Rect r, app::CommandQueue& out) {
  const MapGesture gesture = ui.map_area(kMapKey, view.map_name, view.map_help, r);
  app::MapRequest request;
  request.key = std::string(kMapKey);
  request.node = a11y::node_id(kMapKey);
  request.area = {r.x, r.y, r.w, r.h};
  request.input = to_input(gesture);
  request.input.go_to = std::exchange(mem.go_to, std::nullopt);
  request.many = view.markers;
  request.chosen = state.selected;
  request.heat = view.heat.on;
  request.ring = state.filter.area;
  request.show_own_position = state.device.own.has_value();
  request.walk_id = view.walk_id;
  follow_walk(request, gesture, state, out);
  // The buurt under the mouse shows itself; a tap keeps it and gives its figures.
  request.highlighted_buurt = state.selected_buurt.empty() ? feedback.hovered_buurt : state.selected_buurt;
  marks(view, ui, request, out);
  if (mem.drawing) {
    draw_area(mem, ui, feedback, r, request, out);
  } else if (feedback.tapped) {
    if (feedback.tapped_ids.size() == 1) {
      out.emplace_back(app::cmd::Select{feedback.tapped_ids.front()});
    } else if (feedback.tapped_ids.empty()) {
      out.emplace_back(app::cmd::Select{});
      out.emplace_back(app::cmd::SelectBuurt{feedback.tapped_buurt});
    }
  }
  return request;
}

void map_buttons(const app::MapScreenView& view, MapUi& mem, Ui& ui, const app::MapFeedback& feedback, Rect r,
                 float room_above, bool wide, app::MapRequest& request, app::CommandQueue& out) {
  app::MapInput& input = request.input;
  const float size = 48.0F * unit(ui);
  const float step = size + 12;
  float y = r.y + r.h - step;
  const float x = r.x + r.w - step;
  if (ui.icon_button("kaart/hier", view.is_locating ? view.locating : view.locate, icon_by_name("current-location"), x,
                     y, true, Token::kLink)) {
    out.emplace_back(app::cmd::Locate{true});
    out.emplace_back(app::cmd::FollowMe{true});
    input.centre_on_own = true;
  }
  y -= step;
  if (ui.icon_button("kaart/passend", view.fit, icon_by_name("maximize"), x, y, true)) input.fit = true;
  // Where a sheet leaves little of the map, the list has the same.
  const auto fits = [&] { return y - step >= r.y + room_above; };
  if (fits()) {
    y -= step;
    if (ui.icon_button("kaart/kies", view.filter_button, icon_by_name("filter"), x, y, true,
                       view.filtered ? Token::kLink : Token::kInk)) {
      go(out, app::Screen::kFilter);
    }
  }
  if (!wide && fits()) {
    y -= step;
    if (ui.icon_button("kaart/zoek-knop", view.search_button, icon_by_name("search"), x, y, true)) {
      mem.listing = true;
      mem.focus = "kaart/zoek";
    }
  }
  if (wide) {
    y -= step;
    if (ui.icon_button("kaart/uit", view.zoom_out, icon_by_name("minus"), x, y, true)) input.zoom_out = true;
    y -= step;
    if (ui.icon_button("kaart/in", view.zoom_in, icon_by_name("plus"), x, y, true)) input.zoom_in = true;
  }
  if (feedback.rotated) {
    y -= step;
    if (ui.icon_button("kaart/noord", view.north, icon_by_name("compass"), x, y, true)) input.north = true;
  }
  request.keep_clear.push_back({x, y, size, r.y + r.h - y});
}

}  // namespace stoepkrijt::ui
