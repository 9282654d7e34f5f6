#include "main_web_maps.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "app/own_map.hpp"
#include "app/schouw_rules.hpp"
#include "assets/embedded.hpp"
#include "assets/icons.hpp"
#include "geo/geometry.hpp"
#include "render/sdf_atlas.hpp"

namespace stoepkrijt::shell {

namespace {

constexpr float kStreetZoom = 1.6F;  // px/m: the zoom at which every marker and name shows
constexpr float kKeyStep = 80.0F;    // px per arrow key
constexpr float kKeyZoom = 1.5F;
constexpr float kKeyTurn = 0.2618F;  // 15 degrees
constexpr double kGlideS = 0.24;

const render::FontData& fonts() {
  static const render::FontData data{assets::file("fonts/atkinson-500.ttf"), assets::file("fonts/atkinson-600.ttf"),
                                     assets::file("fonts/atkinson-800.ttf"), assets::file("fonts/icons.ttf")};
  return data;
}

render::ShaderSources shaders() {
  return render::load_shader_sources(
      [](std::string_view name) { return assets::text("shaders/" + std::string(name)); });
}

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

void Maps::gl_ready() {
  if (renderer_ != nullptr) {
    lost_ = !renderer_->restore(shaders());
    return;
  }
  auto made = render::MapRenderer::create(fonts(), shaders());
  if (!made) {
    std::fprintf(stderr, "map: %s\n", made.error().key.c_str());
    return;
  }
  renderer_ = std::move(made).value();
  map_ = nullptr;  // give it the map at the next update
  lost_ = false;
}

void Maps::gl_lost() {
  lost_ = true;
  if (renderer_ != nullptr) renderer_->context_lost();
}

const render::CameraControl& Maps::control() const {
  return renderer_ != nullptr ? renderer_->control() : plain_control_;
}

void Maps::take_map(const app::State& state) {
  const model::BaseMap* shown = app::map_shown(state);
  if (shown == map_ && state.dossier.get() == dossier_) return;
  const bool new_map = shown != map_;
  const bool new_buurten = dossier_ == nullptr || new_map || !(state.dossier->neighbourhood == dossier_->neighbourhood);
  map_ = shown;
  dossier_ = state.dossier.get();
  if (!new_buurten || map_ == nullptr) return;
  bounds_ = map_->bounds;
  plain_control_ = render::CameraControl(geo::centre(bounds_));
  if (renderer_ == nullptr) return;
  renderer_->set_base_map(*map_, state.dossier->neighbourhood);
  bounds_ = renderer_->bounds();
}

void Maps::glide(View& view, const render::Camera& to) {
  if (reduced_motion_) {
    view.camera = to;
    return;
  }
  view.from = view.camera;
  view.to = to;
  view.since = now_s_;
}

namespace {

/// All of a walk, somewhat wider; empty when it has no place at all.
geo::Bounds bounds_of(const app::State& state, std::string_view walk_id) {
  geo::Bounds bounds;
  const model::Walk* walk = app::find_walk(*state.dossier, walk_id);
  if (walk == nullptr) return bounds;
  for (const geo::LonLat p : walk->route) bounds.add(p);
  for (const geo::LonLat p : walk->track) bounds.add(p);
  for (const model::WalkStop& stop : walk->stops) bounds.add(stop.place);
  for (const model::Signal& signal : state.dossier->signals) {
    if (signal.walk_id == walk_id) bounds.add(signal.place);
  }
  return bounds.empty() ? bounds : geo::widened(bounds, 3'000);
}

}  // namespace

void Maps::place(View& view, const app::MapRequest& request, const app::State& state,
                 const render::Viewport& viewport) {
  const bool moved_focus = request.focus_on && request.refocus && !(view.focus == *request.focus_on);
  if (view.placed && view.map == map_ && !moved_focus) return;
  if (request.focus_on) {
    if (!view.placed) view.camera.px_per_m = kStreetZoom;
    view.camera = control().centred_on(view.camera, viewport, *request.focus_on);
    view.focus = *request.focus_on;
  } else {
    geo::Bounds walk = request.fit_walk ? bounds_of(state, request.walk_id) : geo::Bounds();
    if (const model::Buurt* buurt = app::find_buurt(*state.dossier, request.fit_buurt)) {
      for (const auto& ring : buurt->rings) walk = geo::united(walk, geo::bounds_of(ring));
    }
    constexpr float kMarker = 32.0F;  // what stands on a place at the edge
    view.camera =
        walk.empty() ? control().fit(bounds_, viewport, 0.0F, 16.0F) : control().fit(walk, viewport, 0.0F, kMarker);
  }
  view.placed = true;
  view.map = map_;
  view.since = -1;
}

void Maps::keys(View& view, const app::MapRequest& request, const render::Viewport& viewport) {
  const render::Point middle = render::middle(viewport);
  for (const std::string& key : request.input.keys) {
    const auto pan = [&](float dx, float dy) {
      view.camera = control().pan(view.camera, viewport, middle, {middle.x + dx, middle.y + dy});
    };
    if (key == "ArrowLeft") pan(kKeyStep, 0);
    if (key == "ArrowRight") pan(-kKeyStep, 0);
    if (key == "ArrowUp") pan(0, kKeyStep);
    if (key == "ArrowDown") pan(0, -kKeyStep);
    if (key == "+" || key == "=") view.camera = control().zoom_about(view.camera, viewport, middle, kKeyZoom);
    if (key == "-" || key == "_") view.camera = control().zoom_about(view.camera, viewport, middle, 1 / kKeyZoom);
    if (key == "[") view.camera = control().rotate_about(view.camera, viewport, middle, kKeyTurn);
    if (key == "]") view.camera = control().rotate_about(view.camera, viewport, middle, -kKeyTurn);
    if (key == "n" || key == "N") view.camera.rotation = 0;
    if (key == "0" || key == "Home") view.camera = control().fit(bounds_, viewport, 0.0F, 16.0F);
  }
}

void Maps::steer(View& view, const app::MapRequest& request, const app::State& state,
                 const render::Viewport& viewport) {
  const app::MapInput& in = request.input;
  const render::Point at{in.x, in.y};
  const render::Point middle = render::middle(viewport);
  const bool touched = in.dx != 0 || in.dy != 0 || in.zoom != 1 || in.rotate != 0 || !in.keys.empty();
  if (touched) view.since = -1;
  if (in.dx != 0 || in.dy != 0) view.camera = control().pan(view.camera, viewport, {at.x - in.dx, at.y - in.dy}, at);
  // In pin mode the pin is what one looks at: zooming and turning keep it where it is.
  const render::Point about = request.pin_mode ? middle : at;
  if (in.zoom != 1) view.camera = control().zoom_about(view.camera, viewport, about, in.zoom);
  if (in.rotate != 0) view.camera = control().rotate_about(view.camera, viewport, about, in.rotate);
  keys(view, request, viewport);
  if (in.double_tapped) glide(view, control().zoom_about(view.camera, viewport, about, 2.0F));
  if (in.zoom_in) glide(view, control().zoom_about(view.camera, viewport, middle, kKeyZoom));
  if (in.zoom_out) glide(view, control().zoom_about(view.camera, viewport, middle, 1 / kKeyZoom));
  if (in.fit) glide(view, control().fit(bounds_, viewport, 0.0F, 16.0F));
  if (in.north) {
    render::Camera up = view.camera;
    up.rotation = 0;
    glide(view, up);
  }
  const std::optional<geo::LonLat> own =
      state.device.own ? std::optional(geo::LonLat{state.device.own->lon_e7, state.device.own->lat_e7}) : std::nullopt;
  const bool follows = request.follow_own && own && !(view.followed == own);
  view.followed = request.follow_own ? own : std::nullopt;
  if ((in.centre_on_own || follows) && own) {
    render::Camera there = view.camera;
    there.px_per_m = std::max(there.px_per_m, kStreetZoom);
    glide(view, control().centred_on(there, viewport, *own));
  }
  if (view.since >= 0) {
    const auto t = static_cast<float>(std::clamp((now_s_ - view.since) / kGlideS, 0.0, 1.0));
    const float eased = 1 - (1 - t) * (1 - t) * (1 - t);
    view.camera = control().between(view.from, view.to, eased);
    if (t >= 1) view.since = -1;
    moving_ = moving_ || view.since >= 0;
  }
  view.camera = control().limited(view.camera, geo::widened(bounds_, 20'000));
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

app::MapFeedback Maps::feedback_of(View& view, const app::MapRequest& request, const render::MapScene& scene,
                                   const app::State& state) {
  app::MapFeedback feedback;
  const render::Rect free = render::free_part(scene.viewport);
  const render::Point middle{free.x + free.w / 2, free.y + free.h / 2};
  feedback.centre = control().to_place(scene.camera, scene.viewport, middle);
  feedback.centre_buurt = app::buurt_at(*state.dossier, feedback.centre);
  feedback.rotated = std::fabs(scene.camera.rotation) > 0.01F;
  feedback.can_zoom_in = scene.camera.px_per_m < render::kMaxPxPerM * 0.99F;
  feedback.can_zoom_out = scene.camera.px_per_m > render::kMinPxPerM * 1.01F;
  feedback.attributions = app::map_shown(state)->attributions;
  const auto ids_of = [&](const std::vector<std::uint32_t>& indices) {
    std::vector<std::string> ids;
    for (const std::uint32_t i : indices) ids.push_back(request.markers[i].id);
    return ids;
  };
  if (renderer_ == nullptr || lost_) {
    feedback.centre_street = app::street_near(*app::map_shown(state), feedback.centre);
    return feedback;
  }
  feedback.centre_street = renderer_->pick(scene, middle).street;
  for (const render::MarkerRect& m : renderer_->layout(scene)) {
    feedback.markers.push_back({request.markers[m.id].id, m.count, {m.rect.x, m.rect.y, m.rect.w, m.rect.h}});
  }
  if (request.input.hovered) feedback.hovered_buurt = renderer_->pick(scene, {request.input.x, request.input.y}).buurt;
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

void Maps::update(const app::State& state, ui::MapBoard& board, const ui::FrameInput& input) {
  now_s_ = input.now_s;
  reduced_motion_ = input.reduced_motion;
  moving_ = false;
  scenes_.clear();
  if (app::map_shown(state) == nullptr) return;
  take_map(state);
  for (const app::MapRequest& request : board.requests()) {
    const render::Viewport viewport{request.area.x,    request.area.y,      request.area.w,       request.area.h,
                                    request.inset_top, request.inset_right, request.inset_bottom, request.inset_left};
    View& view = views_[request.key];
    place(view, request, state, viewport);
    steer(view, request, state, viewport);
    const render::MapScene scene = scene_of(view, request, state, input, viewport);
    board.answer(request.key, feedback_of(view, request, scene, state));
    scenes_[request.node] = scene;
  }
}

void Maps::paint(const ui::MapPaint& paint, float pixel_ratio, float canvas_w, float canvas_h) {
  const auto it = scenes_.find(paint.id);
  if (it == scenes_.end() || renderer_ == nullptr || lost_) return;
  renderer_->draw(it->second, {paint.clip.x, paint.clip.y, paint.clip.w, paint.clip.h},
                  static_cast<int>(std::lround(canvas_w * pixel_ratio)),
                  static_cast<int>(std::lround(canvas_h * pixel_ratio)));
}

}  // namespace stoepkrijt::shell
