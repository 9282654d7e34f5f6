#include <utility>

#include "benches.hpp"
#include "map_scene.hpp"
#include "measure.hpp"
#include "render/base_mesh.hpp"
#include "render/labels.hpp"
#include "render/overlay_batch.hpp"
#include "render/overlay_scene.hpp"
#include "render/scene_layout.hpp"

namespace stoepkrijt::bench {

namespace {

/// What MapRenderer does for a frame before it calls OpenGL, in the same steps.
class Frame {
 public:
  Frame(render::SdfAtlas& atlas, const render::Plane& plane, const std::vector<render::LabelSource>& sources)
      : atlas_(atlas), plane_(plane), sources_(sources) {
    for (const render::LabelSource& source : sources_) {
      const render::LabelStyle& style = render::label_style(source.kind);
      const render::Face face = style.bold        ? render::Face::kBold
                                : style.semi_bold ? render::Face::kSemiBold
                                                  : render::Face::kMedium;
      widths_.push_back(atlas_.width(face, source.text) * style.size_px);
    }
  }

  /// Whether anything changed at all: the whole work of a frame in which nothing did.
  void look_for_changes(const render::MapScene& scene) {
    hash_ = render::hash_markers(scene);
    keep(render::hash_scene(scene, hash_));
  }
  void cluster(const render::MapScene& scene) { groups_.gather(scene.markers, plane_, hash_.places); }
  void forget_clusters() { groups_.clear(); }
  void lay_out(const render::MapScene& scene) {
    layout_ = {};
    layout_.marker_scale = render::marker_scale(scene);
    layout_.items = render::place_markers(scene, plane_, groups_);
    std::vector<render::TurnedBox> taken;
    for (const render::MarkerItem& item : layout_.items) taken.push_back(render::box_of(item.rect));
    const render::LabelSource* first = sources_.data();
    layout_.labels = render::place_labels(
        sources_, render::ViewTransform(plane_, scene.camera, scene.viewport),
        {{6.0F, 6.0F, scene.viewport.w - 12.0F, scene.viewport.h - 12.0F}, taken, scene.text_scale},
        [&](const render::LabelSource& s) { return widths_[static_cast<std::size_t>(&s - first)]; });
  }
  void build_quads(const render::MapScene& scene) {
    render::OverlayBatch batch(atlas_, scene.device_pixel_ratio);
    render::draw_overlay(batch, scene, plane_, layout_, sources_);
    quads_ = batch.quads();
  }
  void whole(const render::MapScene& scene) {
    look_for_changes(scene);
    cluster(scene);
    lay_out(scene);
    build_quads(scene);
  }

  [[nodiscard]] std::size_t quads() const { return quads_; }
  [[nodiscard]] std::size_t items() const { return layout_.items.size(); }
  [[nodiscard]] std::size_t labels() const { return layout_.labels.size(); }
  [[nodiscard]] std::size_t groups(float px_per_m) const { return groups_.in_view({}, px_per_m, true).size(); }
  [[nodiscard]] std::size_t bytes() const { return groups_.index().bytes(); }

 private:
  render::SdfAtlas& atlas_;
  const render::Plane& plane_;
  const std::vector<render::LabelSource>& sources_;
  std::vector<float> widths_;
  render::MarkerGroups groups_;
  render::SceneLayout layout_;
  render::MarkersHash hash_;
  std::size_t quads_ = 0;
};

void look_at(const Look& look, Frame& frame, const render::CameraControl& control, const geo::Bounds& box, int runs) {
  render::MapScene scene = scene_of(control, box, look);
  const std::string name = std::string("map.") + look.name;
  frame.whole(scene);
  Line(name + ".shown")
      .count("groups", frame.groups(scene.camera.px_per_m))
      .count("on_screen", frame.items())
      .count("labels", frame.labels())
      .count("quads", frame.quads());
  Line(name + ".same").times(measure(runs, [&] { frame.look_for_changes(scene); }));
  Line(name + ".pan").times(measure(runs, [&] { pan(scene); }, [&] { frame.whole(scene); }));
  Line(name + ".cluster").times(measure(runs, [&] { frame.forget_clusters(); }, [&] { frame.cluster(scene); }));
  Line(name + ".layout").times(measure(runs, [&] { frame.lay_out(scene); }));
  Line(name + ".quads").times(measure(runs, [&] { frame.build_quads(scene); }));
}

}  // namespace

void map(int runs) {
  const model::BaseMap map = example_map();
  const model::Neighbourhood& neighbourhood = formats::neighbourhood_of(map);
  const render::CameraControl control(render::map_origin(map, neighbourhood));
  std::size_t vertices = 0;
  Line("map.base")
      .times(measure(runs,
                     [&] {
                       const render::BaseMesh mesh = render::build_base_mesh(map, neighbourhood, control.plane());
                       vertices = mesh.fills.size() + mesh.strokes.size() + mesh.discs.size();
                     }))
      .count("features", map.features.size())
      .count("vertices", vertices);
  std::vector<render::LabelSource> sources;
  Line("map.names").times(measure(runs, [&] {
    sources = render::make_label_sources(map, neighbourhood, control.plane());
  }));
  Result<std::unique_ptr<render::SdfAtlas>> atlas = render::SdfAtlas::create(fonts());
  SK_CHECK(atlas.has_value());
  Frame frame(**atlas, control.plane(), sources);
  for (const Look& look : kLooks) look_at(look, frame, control, bounds_of(neighbourhood), runs);
  Line("map.clusters").number("bytes_a_marker", static_cast<double>(frame.bytes()) / static_cast<double>(kMarkers));
}

}  // namespace stoepkrijt::bench
