// The maps of the page: keeps a camera per map, lets gestures and keys move it, draws, and tells the screens what lies
// where. The one place that knows both the app's MapRequest and the renderer's MapScene.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/map_request.hpp"
#include "app/state.hpp"
#include "render/map_renderer.hpp"
#include "ui/frame.hpp"
#include "ui/map_board.hpp"

namespace stoepkrijt::shell {

class Maps {
 public:
  /// In a current GL context.
  void gl_ready();
  void gl_lost();

  /// After the screens were laid out: moves cameras, builds scenes, answers the board for the next frame.
  void update(const app::State& state, ui::MapBoard& board, const ui::FrameInput& input);
  /// From UiFrame's map painter.
  void paint(const ui::MapPaint& paint, float pixel_ratio, float canvas_w, float canvas_h);
  [[nodiscard]] bool moving() const { return moving_; }

 private:
  struct View {
    render::Camera camera;
    bool placed = false;
    geo::LonLat focus;
    const void* map = nullptr;  ///< the base map for which it was placed
    render::Camera from, to;
    std::optional<geo::LonLat> followed;  ///< where the device was when the map last went there
    double since = -1;                    ///< >= 0: on the way from `from` to `to`
    // Markers that stay, as the renderer has them: made anew for other ones and another theme
    app::ManyMarkers many;
    ui::ThemeName theme = ui::ThemeName::kLight;
    std::shared_ptr<const render::MarkerSet> set;
    std::string chosen_id;
    std::uint32_t chosen = render::kNoMarker;
  };

  void take_map(const app::State& state);
  [[nodiscard]] const render::CameraControl& control() const;
  void place(View& view, const app::MapRequest& request, const app::State& state, const render::Viewport& viewport);
  void steer(View& view, const app::MapRequest& request, const app::State& state, const render::Viewport& viewport);
  void keys(View& view, const app::MapRequest& request, const render::Viewport& viewport);
  void glide(View& view, const render::Camera& to);
  void take_markers(View& view, const app::MapRequest& request, ui::ThemeName theme);
  void open(View& view, const render::MapScene& scene, const std::vector<app::MapMarker>& markers,
            const std::string& id);
  void tell_view(app::MapFeedback& feedback, const render::MapScene& scene, const app::MapRequest& request) const;
  void tell_markers(app::MapFeedback& feedback, const render::MapScene& scene,
                    const std::vector<app::MapMarker>& markers, ui::ThemeName theme) const;
  [[nodiscard]] render::MapScene scene_of(const View& view, const app::MapRequest& request, const app::State& state,
                                          const ui::FrameInput& input, const render::Viewport& viewport) const;
  [[nodiscard]] app::MapFeedback feedback_of(View& view, const app::MapRequest& request, const render::MapScene& scene,
                                             const app::State& state, const ui::FrameInput& input);

  std::unique_ptr<render::MapRenderer> renderer_;
  render::CameraControl plain_control_;  ///< the text version steers the pin without a renderer
  bool lost_ = false;
  const model::BaseMap* map_ = nullptr;
  const model::Dossier* dossier_ = nullptr;
  geo::Bounds bounds_;
  std::map<std::string, View> views_;
  std::map<a11y::NodeId, render::MapScene> scenes_;
  double now_s_ = 0;
  bool reduced_motion_ = false;
  bool moving_ = false;
};

}  // namespace stoepkrijt::shell
