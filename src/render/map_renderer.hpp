// The map: give it a base map once and a scene every frame; it draws, says what lies under a finger and where its
// markers stand. Nothing is computed or uploaded again while the scene stays the same.
//
// Units: screen in CSS pixels, framebuffer in device pixels. Needs a current WebGL2 / OpenGL ES 3.0 context in
// create(), draw() and restore() only. draw() leaves the GL state as it found it.
//
// Example:
//   SK_TRY(map, MapRenderer::create(fonts, shaders));
//   map->set_base_map(base_map, neighbourhood);
//   scene.camera = map->control().fit(map->bounds(), scene.viewport, 0.0F);
//   map->draw(scene, whole_area, framebuffer_width, framebuffer_height);
//   MapPick under = map->pick(scene, pointer);
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/result.hpp"
#include "model/map.hpp"
#include "render/camera_control.hpp"
#include "render/map_view.hpp"
#include "render/scene_layout.hpp"
#include "render/shader_sources.hpp"

namespace stoepkrijt::render {

struct FontData;

/// What the last draw() cost.
struct FrameFigures {
  std::uint32_t draw_calls = 0;
  std::uint32_t indices = 0;
  std::uint32_t base_vertices = 0;  ///< of the whole base map, on the graphics card
  std::uint32_t overlay_quads = 0;
  bool base_painted = false;     ///< false: the kept picture of the base map was used
  std::uint64_t layouts = 0;     ///< layouts made since create(): unchanged scenes make none
  std::uint64_t heat_grids = 0;  ///< the same of densities
};

class MapRenderer {
 public:
  /// `fonts` must outlive the renderer. Errors: kWrongFormat "error.map_font", kNoWebGl "error.map_shader".
  [[nodiscard]] static Result<std::unique_ptr<MapRenderer>> create(const FontData& fonts, const ShaderSources& shaders);
  ~MapRenderer();
  MapRenderer(const MapRenderer&) = delete;
  MapRenderer& operator=(const MapRenderer&) = delete;

  /// Replaces the base map; an empty one is fine (land only). Builds at once: some tens of milliseconds for a wijk.
  void set_base_map(const model::BaseMap& map, const model::Neighbourhood& neighbourhood);

  /// Draws the scene into its viewport of the bound framebuffer, which is framebuffer_w x framebuffer_h device pixels.
  void draw(const MapScene& scene, const Rect& seen, int framebuffer_w, int framebuffer_h);

  [[nodiscard]] MapPick pick(const MapScene& scene, Point point) const;
  /// The same without markers: place, buurt and street.
  [[nodiscard]] MapPick ground(const MapScene& scene, Point point) const;
  /// What can be seen of the markers, in drawing order; stays until the next call with another scene.
  [[nodiscard]] const std::vector<MarkerItem>& items(const MapScene& scene) const;
  /// Ids of the markers that one of these items holds.
  [[nodiscard]] std::vector<std::uint32_t> held_by(const MapScene& scene, const MarkerItem& item) const;
  /// Every marker and cluster that can be seen, in drawing order.
  [[nodiscard]] std::vector<MarkerRect> layout(const MapScene& scene) const;
  /// Where the attribution stands; an empty rectangle when it is not shown.
  [[nodiscard]] Rect attribution_rect(const MapScene& scene) const;
  /// The closest look at which a cluster's markers come apart, or its middle at most zoom (for a tap on a cluster).
  [[nodiscard]] Camera open_cluster(const MapScene& scene, const std::vector<std::uint32_t>& marker_ids) const;

  /// Cameras in this map's plane, and the map's bounds (the buurten's when there are any).
  [[nodiscard]] const CameraControl& control() const;
  [[nodiscard]] const geo::Bounds& bounds() const;

  /// Samples per pixel for the edges of the base map: 4 by default, 0 for slow (software) devices.
  void set_samples(int samples);

  /// The GL context was lost: forgets its objects. restore() makes them anew in the current context.
  void context_lost();
  [[nodiscard]] Result<void> restore(const ShaderSources& shaders);

  [[nodiscard]] const FrameFigures& figures() const;

 private:
  struct Inside;
  explicit MapRenderer(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace stoepkrijt::render
