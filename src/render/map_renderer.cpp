#include "render/map_renderer.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <utility>

#include "render/base_painter.hpp"
#include "render/heat_grid.hpp"
#include "render/heat_painter.hpp"
#include "render/map_picker.hpp"
#include "render/overlay_painter.hpp"
#include "render/overlay_scene.hpp"
#include "render/scene_layout.hpp"
#include "render/sdf_atlas.hpp"

namespace stoepkrijt::render {
namespace {

bool meet(const geo::Bounds& a, const geo::Bounds& b) {
  return a.min_lon_e7 <= b.max_lon_e7 && b.min_lon_e7 <= a.max_lon_e7 && a.min_lat_e7 <= b.max_lat_e7 &&
         b.min_lat_e7 <= a.max_lat_e7;
}

/// The buurten, unless the map that was given lies somewhere else altogether: then that map, for it was asked for.
geo::Bounds bounds_of(const model::BaseMap& map, const model::Neighbourhood& neighbourhood) {
  geo::Bounds ground = map.bounds;
  if (ground.empty())
    for (const model::MapFeature& f : map.features)
      for (const model::Line& line : f.lines)
        for (const geo::LonLat p : line) ground.add(p);
  geo::Bounds box;
  for (const model::Buurt& buurt : neighbourhood.buurten)
    for (const model::Line& line : buurt.rings)
      for (const geo::LonLat p : line) box.add(p);
  return box.empty() || (!ground.empty() && !meet(box, ground)) ? ground : box;
}

}  // namespace

struct MapRenderer::Inside {
  std::unique_ptr<SdfAtlas> atlas;
  CameraControl control;
  geo::Bounds bounds;
  std::vector<std::string> attributions;
  BaseMesh mesh;
  std::vector<LabelSource> sources;
  std::vector<float> widths;  // of the sources' texts, CSS pixels at text scale 1
  MapPicker picker;
  BasePainter base;
  OverlayPainter overlay;
  HeatPainter heat;
  HeatGrid heat_grid;
  std::uint64_t heat_hash = 0;
  int heat_step = 0;
  bool heat_valid = false;
  bool heat_uploaded = false;
  FrameFigures figures;

  MarkerGroups groups;
  SceneLayout layout;
  std::uint64_t layout_hash = 0;
  bool layout_valid = false;
  std::uint64_t uploaded_hash = 0;
  bool uploaded = false;

  void measure() {
    widths.clear();
    for (const LabelSource& source : sources) {
      const LabelStyle& style = label_style(source.kind);
      const Face face = style.bold ? Face::kBold : style.semi_bold ? Face::kSemiBold : Face::kMedium;
      const auto letters = static_cast<float>(source.text.size());
      widths.push_back(atlas->width(face, source.text) * style.size_px + style.letter_spacing_px * letters);
    }
  }

  /// Breaks the attribution into lines that fit, and places it bottom left of the free part.
  void place_attribution(const MapScene& scene, SceneLayout& out) const {
    if (!scene.attribution || attributions.empty()) return;
    const Rect room = free_part(scene.viewport);
    const float size = 12.0F * scene.text_scale;
    const float most = std::max(room.w - 40.0F, 60.0F);
    float widest = 0;
    for (const std::string& part : attributions) {
      const bool first = out.attribution.empty();
      const std::string longer = first ? part : out.attribution.back() + ", " + part;
      if (first || atlas->width(Face::kMedium, longer) * size > most)
        out.attribution.push_back(part);
      else
        out.attribution.back() = longer;
    }
    for (const std::string& line : out.attribution) widest = std::max(widest, atlas->width(Face::kMedium, line) * size);
    const float h = std::round(static_cast<float>(out.attribution.size()) * size * 1.35F + 6.0F);
    out.attribution_rect = {room.x + 12.0F, room.y + room.h - 8.0F - h, widest + 16.0F, h};
  }

  void keep_off(const MapScene& scene, const RouteLine& route, std::vector<TurnedBox>& taken) const {
    const ViewTransform view(control.plane(), scene.camera, scene.viewport);
    for (std::size_t i = 1; i < route.line.size(); ++i) {
      const glm::vec2 a = view.to_screen(control.plane().to_m(route.line[i - 1]));
      const glm::vec2 b = view.to_screen(control.plane().to_m(route.line[i]));
      const glm::vec2 d = b - a;
      taken.push_back({(a + b) * 0.5F, {glm::length(d) * 0.5F + 5.0F, 5.0F}, std::atan2(-d.y, d.x)});
    }
  }

  void place_names(const MapScene& scene, SceneLayout& out) const {
    std::vector<TurnedBox> taken;
    for (const MarkerItem& item : out.items) taken.push_back(box_of(item.rect));
    for (const Rect& r : scene.keep_clear) taken.push_back(box_of(r));
    if (!out.attribution.empty()) taken.push_back(box_of(out.attribution_rect));
    const auto round_thing = [&](geo::LonLat place, float radius) {
      const Point p = control.to_screen(scene.camera, scene.viewport, place);
      taken.push_back({{p.x, p.y}, {radius, radius}, 0.0F});
    };
    for (const Donut& d : scene.donuts) round_thing(d.place, d.radius_px + 10.0F);
    for (const StopMark& stop : scene.stops) round_thing(stop.place, 18.0F);
    if (scene.own.shown) round_thing(scene.own.place, 15.0F);
    for (const RouteLine& route : scene.routes) keep_off(scene, route, taken);
    Rect room = free_part(scene.viewport);
    room = {room.x + 6.0F, room.y + 6.0F, room.w - 12.0F, room.h - 12.0F};
    const LabelSource* first = sources.data();
    out.labels = place_labels(sources, ViewTransform(control.plane(), scene.camera, scene.viewport),
                              {room, taken, scene.text_scale},
                              [&](const LabelSource& s) { return widths[static_cast<std::size_t>(&s - first)]; });
  }

  /// The layout of the scene, kept while nothing changes.
  const SceneLayout& layout_of(const MapScene& scene) {
    const MarkersHash markers = hash_markers(scene);
    const std::uint64_t hash = hash_scene(scene, markers);
    if (layout_valid && hash == layout_hash) return layout;
    ++figures.layouts;
    SceneLayout next;
    next.marker_scale = marker_scale(scene);
    groups.gather(scene.all(), control.plane(), markers.places);
    next.items = place_markers(scene, control.plane(), groups);
    place_attribution(scene, next);
    place_names(scene, next);
    layout = std::move(next);
    layout_hash = hash;
    layout_valid = true;
    return layout;
  }

  /// Made anew only for another zoom step or other markers.
  void draw_heat(const MapScene& scene, const BaseLook& look, int framebuffer_h) {
    if (!scene.heat) return;
    const std::uint64_t hash = hash_markers(scene).places;
    const int step = cluster_step(scene.camera.px_per_m).step;
    if (!heat_valid || heat_hash != hash || heat_step != step) {
      heat_grid = make_heat_grid(scene.all(), control.plane(), scene.camera.px_per_m);
      heat_hash = hash;
      heat_step = step;
      heat_valid = true;
      heat_uploaded = false;
      ++figures.heat_grids;
    }
    if (!heat_uploaded) heat.upload(heat_grid);
    heat_uploaded = true;
    heat.draw(heat_grid, control.plane(), look, framebuffer_h);
  }

  void draw_over(const MapScene& scene, int framebuffer_h) {
    layout_of(scene);
    if (!uploaded || uploaded_hash != layout_hash) {
      // New glyphs may make the atlas grow, which moves all texture coordinates: then once more.
      for (int attempt = 0; attempt < 3; ++attempt) {
        const int height = atlas->height_px();
        OverlayBatch batch(*atlas, scene.device_pixel_ratio);
        draw_overlay(batch, scene, control.plane(), layout, sources);
        if (attempt < 2 && atlas->height_px() != height) continue;
        overlay.upload(batch);
        figures.overlay_quads = static_cast<std::uint32_t>(batch.quads());
        break;
      }
      uploaded_hash = layout_hash;
      uploaded = true;
    }
    overlay.draw(*atlas, scene.viewport, scene.device_pixel_ratio, framebuffer_h);
  }
};

MapRenderer::MapRenderer(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
MapRenderer::~MapRenderer() = default;

Result<std::unique_ptr<MapRenderer>> MapRenderer::create(const FontData& fonts, const ShaderSources& shaders) {
  auto inside = std::make_unique<Inside>();
  SK_TRY(atlas, SdfAtlas::create(fonts));
  inside->atlas = std::move(atlas);
  std::unique_ptr<MapRenderer> renderer(new MapRenderer(std::move(inside)));  // NOLINT: private constructor
  SK_TRY_VOID(renderer->restore(shaders));
  return renderer;
}

Result<void> MapRenderer::restore(const ShaderSources& shaders) {
  const GlStateGuard guard;
  SK_TRY_VOID(inside_->base.init(shaders));
  SK_TRY_VOID(inside_->overlay.init(shaders));
  SK_TRY_VOID(inside_->heat.init(shaders));
  inside_->heat_uploaded = false;
  inside_->base.upload(inside_->mesh);
  inside_->uploaded = false;
  return {};
}

void MapRenderer::context_lost() {
  inside_->base.forget();
  inside_->overlay.forget();
  inside_->heat.forget();
  inside_->uploaded = false;
}

void MapRenderer::set_base_map(const model::BaseMap& map, const model::Neighbourhood& neighbourhood) {
  Inside& in = *inside_;
  in.control = CameraControl(map_origin(map, neighbourhood));
  in.bounds = bounds_of(map, neighbourhood);
  in.attributions = map.attributions;
  in.mesh = build_base_mesh(map, neighbourhood, in.control.plane());
  in.sources = make_label_sources(map, neighbourhood, in.control.plane());
  in.picker = MapPicker(neighbourhood, in.sources, in.control.plane());
  in.measure();
  in.groups.clear();
  in.layout_valid = false;
  in.heat_valid = false;
  in.uploaded = false;
  const GlStateGuard guard;
  in.base.upload(in.mesh);
}

void MapRenderer::draw(const MapScene& scene, const Rect& seen, int framebuffer_w, int framebuffer_h) {
  if (framebuffer_w <= 0 || framebuffer_h <= 0 || !(scene.viewport.w > 0.0F) || !(scene.viewport.h > 0.0F)) return;
  Inside& in = *inside_;
  const GlStateGuard guard;
  const BaseLook look{scene.camera,
                      scene.viewport,
                      scene.device_pixel_ratio,
                      scene.theme,
                      in.picker.index_of(scene.highlighted_buurt),
                      scene.shade_outside_buurten};
  in.base.draw(in.mesh, in.control.plane(), look, seen, guard.framebuffer(), framebuffer_h);
  in.draw_heat(scene, look, framebuffer_h);
  in.draw_over(scene, framebuffer_h);
  const PaintFigures& below = in.base.figures();
  const PaintFigures& above = in.overlay.figures();
  in.figures.draw_calls = below.draw_calls + above.draw_calls;
  in.figures.indices = below.indices + above.indices;
  in.figures.base_vertices =
      static_cast<std::uint32_t>(in.mesh.fills.size() + in.mesh.strokes.size() + in.mesh.discs.size());
  in.figures.base_painted = below.indices > 0;
}

MapPick MapRenderer::pick(const MapScene& scene, Point point) const {
  Inside& in = *inside_;
  MapPick found = ground(scene, point);
  if (const MarkerItem* item = item_at(in.layout_of(scene).items, point))
    for (const std::uint32_t i : markers_of(scene, in.groups, *item)) found.marker_ids.push_back(scene.all()[i].id);
  return found;
}

MapPick MapRenderer::ground(const MapScene& scene, Point point) const {
  const Inside& in = *inside_;
  MapPick found;
  const glm::dvec2 world = ViewTransform(in.control.plane(), scene.camera, scene.viewport).to_world({point.x, point.y});
  found.place = in.control.plane().to_lonlat(world);
  found.buurt = in.picker.buurt_at(glm::vec2(world));
  MapPicker::Street street = in.picker.street_at(glm::vec2(world));
  found.street = std::move(street.name);
  found.street_m = street.distance_m;
  return found;
}

std::vector<MarkerRect> MapRenderer::layout(const MapScene& scene) const {
  std::vector<MarkerRect> out;
  for (const MarkerItem& item : inside_->layout_of(scene).items) {
    out.push_back({scene.all()[item.marker].id, item.count, touch_rect(item.rect)});
  }
  return out;
}

const std::vector<MarkerItem>& MapRenderer::items(const MapScene& scene) const {
  return inside_->layout_of(scene).items;
}

std::vector<std::uint32_t> MapRenderer::held_by(const MapScene& scene, const MarkerItem& item) const {
  std::vector<std::uint32_t> ids;
  for (const std::uint32_t i : markers_of(scene, inside_->groups, item)) ids.push_back(scene.all()[i].id);
  return ids;
}

Rect MapRenderer::attribution_rect(const MapScene& scene) const { return inside_->layout_of(scene).attribution_rect; }

Camera MapRenderer::open_cluster(const MapScene& scene, const std::vector<std::uint32_t>& marker_ids) const {
  Inside& in = *inside_;
  std::vector<std::uint32_t> ids = marker_ids;
  std::sort(ids.begin(), ids.end());
  std::vector<geo::LonLat> places;
  std::uint32_t one = 0;
  const std::vector<Marker>& all = scene.all();
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (!std::binary_search(ids.begin(), ids.end(), all[i].id)) continue;
    places.push_back(all[i].place);
    one = i;
  }
  if (places.empty()) return scene.camera;
  Camera camera =
      in.control.fit(std::span<const geo::LonLat>(places), scene.viewport, scene.camera.rotation, 72.0F, 6.0F);
  float closer = scene.camera.px_per_m * 1.5F;
  for (const MarkerItem& item : in.layout_of(scene).items) {
    if (item.cluster() && in.groups.holds(item.node, one)) closer = std::max(closer, in.groups.opens_at(item.node));
  }
  closer = std::min(closer, kMaxPxPerM);
  if (camera.px_per_m >= closer) return camera;
  const Rect room = free_part(scene.viewport);
  const Point centre{room.x + room.w * 0.5F, room.y + room.h * 0.5F};
  return in.control.zoom_about(camera, scene.viewport, centre, closer / camera.px_per_m);
}

const CameraControl& MapRenderer::control() const { return inside_->control; }
const geo::Bounds& MapRenderer::bounds() const { return inside_->bounds; }
void MapRenderer::set_samples(int samples) { inside_->base.set_samples(samples); }
const FrameFigures& MapRenderer::figures() const { return inside_->figures; }

}  // namespace stoepkrijt::render
