// What of the maps goes to the renderer and comes back: from MapRequest to MapScene, and from that to MapFeedback.
#include <algorithm>
#include <cmath>

#include "app/own_map.hpp"
#include "app/schouw_rules.hpp"
#include "assets/icons.hpp"
#include "geo/geometry.hpp"
#include "main_web_maps.hpp"

namespace stoepkrijt::shell {

namespace {

std::uint32_t hex(ui::Token token, ui::ThemeName theme) {
  const ui::Color c = ui::token_color(token, theme);
  return (static_cast<std::uint32_t>(c.r) << 16U) | (static_cast<std::uint32_t>(c.g) << 8U) | c.b;
}

render::Marker marker_of(const app::MapMarker& m, std::uint32_t id, ui::ThemeName theme) {
  render::Marker out;
  out.id = id;
  out.place = m.place;
  out.icon = assets::icon_by_name(m.icon);
  out.level = static_cast<std::uint8_t>(m.level);
  out.chosen = m.chosen;
  out.warm = m.kind != app::MarkerKind::kPlan;
  out.ink = hex(ui::Token::kOnSolid, theme);
  switch (m.kind) {
    case app::MarkerKind::kProblem:
      out.shape = render::MarkerShape::kSquare;
      out.fill = hex(ui::Token::kNeg, theme);
      break;
    case app::MarkerKind::kStrong:
      out.shape = render::MarkerShape::kCircle;
      out.fill = hex(ui::Token::kPos, theme);
      break;
    case app::MarkerKind::kIdea:
      out.shape = render::MarkerShape::kHexagon;
      out.fill = hex(ui::Token::kIdea, theme);
      break;
    case app::MarkerKind::kPlan:
      out.shape = render::MarkerShape::kHexagon;
      out.fill = hex(ui::theme_token(m.theme), theme);
      break;
  }
  return out;
}

render::MapTheme map_theme(ui::ThemeName theme) {
  return theme == ui::ThemeName::kDark       ? render::MapTheme::kDark
         : theme == ui::ThemeName::kContrast ? render::MapTheme::kContrast
                                             : render::MapTheme::kLight;
}

}  // namespace

void Maps::take_markers(View& view, const app::MapRequest& request, ui::ThemeName theme) {
  if (request.many == nullptr) return;
  if (view.many != request.many || view.theme != theme) {
    std::vector<render::Marker> markers;
    markers.reserve(request.many->size());
    for (const app::MapMarker& m : *request.many) {
      markers.push_back(marker_of(m, static_cast<std::uint32_t>(markers.size()), theme));
    }
    view.set = render::make_marker_set(std::move(markers));
    view.many = request.many;
    view.theme = theme;
    view.chosen_id.clear();
    view.chosen = render::kNoMarker;
  }
  if (view.chosen_id == request.chosen) return;
  view.chosen_id = request.chosen;
  const auto at = std::find_if(view.many->begin(), view.many->end(),
                               [&](const app::MapMarker& m) { return m.id == request.chosen; });
  view.chosen = at == view.many->end() ? render::kNoMarker : static_cast<std::uint32_t>(at - view.many->begin());
}

render::MapScene Maps::scene_of(const View& view, const app::MapRequest& request, const app::State& state,
                                const ui::FrameInput& input, const render::Viewport& viewport) const {
  render::MapScene scene;
  scene.camera = view.camera;
  scene.viewport = viewport;
  scene.device_pixel_ratio = input.pixel_ratio;
  scene.text_scale = input.text_scale;
  scene.theme = map_theme(input.theme);
  scene.cluster = request.cluster;
  scene.pin_mode = request.pin_mode;
  scene.highlighted_buurt = request.highlighted_buurt;
  scene.attribution = false;  // the screen says it, in words that can be read aloud
  for (const app::MapRect& r : request.keep_clear) scene.keep_clear.push_back({r.x, r.y, r.w, r.h});
  scene.heat = request.heat;
  scene.area = request.ring;
  if (request.many != nullptr) {
    scene.many = view.set;
    scene.chosen = view.chosen;
  }
  for (std::size_t i = 0; i < request.markers.size(); ++i) {
    scene.markers.push_back(marker_of(request.markers[i], static_cast<std::uint32_t>(i), input.theme));
  }
  for (const app::MapDonut& d : request.donuts) {
    render::Donut donut{d.place, d.radius, {}, d.text};
    for (const app::MapDonut::Piece& piece : d.pieces) {
      donut.pieces.push_back({hex(ui::theme_token(piece.theme), input.theme), piece.share});
    }
    scene.donuts.push_back(std::move(donut));
  }
  if (request.show_own_position && state.device.own) {
    scene.own.shown = true;
    scene.own.place = {state.device.own->lon_e7, state.device.own->lat_e7};
    scene.own.accuracy_m = static_cast<float>(state.device.own->accuracy_mm) / 1000.0F;
  }
  for (const model::Walk& walk : state.dossier->walks) {
    if (walk.id != request.walk_id) continue;
    if (!walk.route.empty()) scene.routes.push_back({walk.route, false});
    if (!walk.track.empty()) scene.routes.push_back({walk.track, true});
    for (std::size_t i = 0; i < walk.stops.size(); ++i) {
      scene.stops.push_back({walk.stops[i].place, static_cast<int>(i) + 1});
    }
  }
  if (!request.walk_id.empty()) {
    for (const model::Track& track : state.dossier->tracks) {
      if (track.walk_id != request.walk_id) continue;
      for (const auto& segment : track.segments) {
        std::vector<geo::LonLat> line;
        for (const model::TrackPoint& point : segment) line.push_back(point.place);
        scene.routes.push_back({std::move(line), true});
      }
    }
  }
  if (!request.route.empty()) scene.routes.push_back({request.route, false});
  for (const std::vector<geo::LonLat>& line : request.walked) scene.routes.push_back({line, true});
  for (std::size_t i = 0; i < request.stops.size(); ++i) {
    scene.stops.push_back({request.stops[i], static_cast<int>(i) + 1});
  }
  return scene;
}

void Maps::tell_view(app::MapFeedback& feedback, const render::MapScene& scene, const app::MapRequest& request) const {
  const auto place_at = [&](float x, float y) { return control().to_place(scene.camera, scene.viewport, {x, y}); };
  const render::Rect free = render::free_part(scene.viewport);
  if (free.w > 0 && free.h > 0) {
    feedback.corners = {place_at(free.x, free.y + free.h), place_at(free.x + free.w, free.y + free.h),
                        place_at(free.x + free.w, free.y), place_at(free.x, free.y)};
    const geo::Bounds box = geo::bounds_of(feedback.corners);
    feedback.window = geo::Window{box.min_lon_e7, box.min_lat_e7, box.max_lon_e7, box.max_lat_e7};
  }
  for (const app::MapPoint& point : request.drawn) feedback.drawn.push_back(place_at(point.x, point.y));
}

void Maps::tell_markers(app::MapFeedback& feedback, const render::MapScene& scene,
                        const std::vector<app::MapMarker>& markers, ui::ThemeName theme) const {
  const render::Viewport& v = scene.viewport;
  const render::Rect all{v.x, v.y, v.w, v.h};
  const render::Rect free = render::free_part(v);
  struct Near {
    float squared = 0;
    const render::MarkerItem* item = nullptr;
  };
  std::vector<Near> seen;
  for (const render::MarkerItem& item : renderer_->items(scene)) {
    if (!item.rect.overlaps(all)) continue;
    const float dx = item.at.x - free.x - free.w / 2;
    const float dy = item.at.y - free.y - free.h / 2;
    seen.push_back({dx * dx + dy * dy, &item});
  }
  feedback.groups = seen.size();
  const std::size_t some = std::min(seen.size(), app::kMostMarkerAreas);
  std::partial_sort(seen.begin(), seen.begin() + static_cast<std::ptrdiff_t>(some), seen.end(),
                    [](const Near& a, const Near& b) {
                      return a.squared != b.squared ? a.squared < b.squared : a.item->marker < b.item->marker;
                    });
  const std::uint32_t idea = hex(ui::Token::kIdea, theme);
  for (std::size_t i = 0; i < some; ++i) {
    const render::MarkerItem& item = *seen[i].item;
    const render::Rect touch = render::touch_rect(item.rect);
    app::MapFeedback::MarkerArea area{markers[item.marker].id, item.count, {touch.x, touch.y, touch.w, touch.h}, {}};
    for (const render::MixPiece& piece : item.mix) {
      const app::MarkerKind kind = piece.shape == render::MarkerShape::kSquare   ? app::MarkerKind::kProblem
                                   : piece.shape == render::MarkerShape::kCircle ? app::MarkerKind::kStrong
                                   : piece.fill == idea                          ? app::MarkerKind::kIdea
                                                                                 : app::MarkerKind::kPlan;
      area.kinds[static_cast<std::size_t>(kind)] += piece.count;
    }
    feedback.markers.push_back(std::move(area));
  }
}

void Maps::open(View& view, const render::MapScene& scene, const std::vector<app::MapMarker>& markers,
                const std::string& id) {
  for (const render::MarkerItem& item : renderer_->items(scene)) {
    if (!item.cluster() || markers[item.marker].id != id) continue;
    glide(view, renderer_->open_cluster(scene, renderer_->held_by(scene, item)));
    moving_ = true;
    return;
  }
}

app::MapFeedback Maps::feedback_of(View& view, const app::MapRequest& request, const render::MapScene& scene,
                                   const app::State& state, const ui::FrameInput& input) {
  app::MapFeedback feedback;
  const render::Rect free = render::free_part(scene.viewport);
  const render::Point middle{free.x + free.w / 2, free.y + free.h / 2};
  feedback.centre = control().to_place(scene.camera, scene.viewport, middle);
  feedback.centre_buurt = app::buurt_at(*state.dossier, feedback.centre);
  feedback.rotated = std::fabs(scene.camera.rotation) > 0.01F;
  feedback.can_zoom_in = scene.camera.px_per_m < render::kMaxPxPerM * 0.99F;
  feedback.can_zoom_out = scene.camera.px_per_m > render::kMinPxPerM * 1.01F;
  feedback.attributions = app::map_shown(state)->attributions;
  const std::vector<app::MapMarker>& markers = request.many != nullptr ? *request.many : request.markers;
  const auto ids_of = [&](const std::vector<std::uint32_t>& indices) {
    std::vector<std::string> ids;
    for (const std::uint32_t i : indices) ids.push_back(markers[i].id);
    return ids;
  };
  if (renderer_ == nullptr || lost_) {
    feedback.centre_street = app::street_near(*app::map_shown(state), feedback.centre);
    return feedback;
  }
  feedback.centre_street = renderer_->ground(scene, middle).street;
  tell_view(feedback, scene, request);
  tell_markers(feedback, scene, markers, input.theme);
  if (request.input.hovered) {
    feedback.hovered_buurt = renderer_->ground(scene, {request.input.x, request.input.y}).buurt;
  }
  if (!request.input.open.empty()) open(view, scene, markers, request.input.open);
  if (!request.input.tapped) return feedback;
  const render::MapPick pick = renderer_->pick(scene, {request.input.x, request.input.y});
  if (pick.marker_ids.size() > 1) {
    glide(view, renderer_->open_cluster(scene, pick.marker_ids));
    moving_ = true;
    return feedback;
  }
  feedback.tapped = true;
  feedback.tapped_ids = ids_of(pick.marker_ids);
  feedback.tapped_place = pick.place;
  feedback.tapped_street = pick.street;
  feedback.tapped_buurt = pick.buurt;
  return feedback;
}

}  // namespace stoepkrijt::shell
