// The scene that the map benchmarks draw: the example neighbourhood, a desktop window, 100,000 markers spread over it.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

#include "assets/embedded.hpp"
#include "assets/icons.hpp"
#include "base/random.hpp"
#include "formats/geojson/geojson.hpp"
#include "render/camera_control.hpp"
#include "render/map_style.hpp"
#include "render/map_view.hpp"
#include "render/sdf_atlas.hpp"

namespace stoepkrijt::bench {

inline constexpr std::size_t kMarkers = 100'000;
inline constexpr float kWidth = 1280.0F;
inline constexpr float kHeight = 800.0F;

/// A name and what the camera does from one frame to the next.
struct Look {
  const char* name;
  float px_per_m;  // 0: the whole neighbourhood
};
inline constexpr Look kLooks[] = {{"wijk", 0.0F}, {"buurt", 1.2F}, {"straat", 5.0F}};

inline model::BaseMap example_map() {
  std::vector<model::BaseMap> maps;
  for (const char* name : {"map.geojson", "buildings.geojson", "trees.geojson"}) {
    Result<model::BaseMap> map = formats::read_geojson(assets::text(std::string("example/") + name), name);
    if (!map) {
      std::fprintf(stderr, "stoepkrijt_bench: the example has no %s that can be read\n", name);
      std::exit(2);
    }
    maps.push_back(std::move(*map));
  }
  return formats::merge_maps(std::move(maps));
}

inline geo::Bounds bounds_of(const model::Neighbourhood& neighbourhood) {
  geo::Bounds box;
  for (const model::Buurt& buurt : neighbourhood.buurten)
    for (const model::Line& line : buurt.rings)
      for (const geo::LonLat p : line) box.add(p);
  return box;
}

inline render::FontData fonts() {
  return {assets::file("fonts/atkinson-500.ttf"), assets::file("fonts/atkinson-600.ttf"),
          assets::file("fonts/atkinson-800.ttf"), assets::file("fonts/icons.ttf")};
}

/// Camera on the middle at the look's zoom; markers of every shape, colour, icon and level.
inline render::MapScene scene_of(const render::CameraControl& control, const geo::Bounds& box, const Look& look) {
  constexpr char32_t kIcons[] = {assets::kIconTrash, assets::kIconTrees, assets::kIconBulb, assets::kIconLamp};
  render::MapScene scene;
  scene.viewport = {0, 0, kWidth, kHeight, 0, 0, 0, 0};
  scene.camera = control.fit(box, scene.viewport, 0.0F);
  if (look.px_per_m > 0.0F) scene.camera.px_per_m = look.px_per_m;
  Random random(2026);
  scene.markers.reserve(kMarkers);
  for (std::size_t i = 0; i < kMarkers; ++i) {
    render::Marker m;
    m.id = static_cast<std::uint32_t>(i);
    m.place = {static_cast<std::int32_t>(random.between(box.min_lon_e7, box.max_lon_e7)),
               static_cast<std::int32_t>(random.between(box.min_lat_e7, box.max_lat_e7))};
    m.shape = static_cast<render::MarkerShape>(i % 3);
    m.fill = 0x3B7A2DU;
    m.icon = kIcons[random.index(4)];
    m.level = static_cast<std::uint8_t>(i % 6);
    scene.markers.push_back(m);
  }
  return scene;
}

/// The next frame of a drag: a little further east.
inline void pan(render::MapScene& scene) { scene.camera.centre.lon_e7 += 200; }

}  // namespace stoepkrijt::bench
