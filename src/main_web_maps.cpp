#include "main_web_maps.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "app/own_map.hpp"
#include "app/schouw_rules.hpp"
#include "assets/embedded.hpp"
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
  if (in.go_to) glide(view, control().fit(*in.go_to, viewport, view.camera.rotation, 48.0F, kStreetZoom));
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
    take_markers(view, request, input.theme);
    render::MapScene scene = scene_of(view, request, state, input, viewport);
    board.answer(request.key, feedback_of(view, request, scene, state, input));
    scenes_[request.node] = std::move(scene);
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
