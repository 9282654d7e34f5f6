// Draws a folder of GeoJSON files into a PNG, without a window: a quick look at the map on any machine with Mesa.
//
//   offscreen_map FOLDER OUT.png [--size 640x760] [--dpr 1] [--theme light|dark|contrast] [--zoom PX_PER_M]
//                 [--at LON,LAT] [--turn DEGREES] [--markers N] [--highlight BUURT] [--heat] [--area] [--route] [--pin]
//                 [--donut]
//                 [--frames N]
//                 [--samples N]
//
// Prints what the frames cost. Not part of any suite.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>
#include <utility>

#include "assets/embedded.hpp"
#include "assets/icons.hpp"
#include "map_files.hpp"
#include "offscreen_context.hpp"
#include "png.hpp"
#include "render/map_renderer.hpp"
#include "render/map_style.hpp"
#include "render/sdf_atlas.hpp"
#include "render_fixtures.hpp"

namespace {

using namespace stoepkrijt;  // NOLINT: a program of one file

using Options = std::map<std::string, std::string>;

Options read_options(int argc, char** argv) {
  Options options;
  for (int i = 3; i < argc; ++i) {
    const std::string name = argv[i];
    const bool has_value = i + 1 < argc && std::strncmp(argv[i + 1], "--", 2) != 0;
    options[name] = has_value ? argv[++i] : "";
  }
  return options;
}

double number(const Options& options, const char* name, double otherwise) {
  const auto it = options.find(name);
  return it == options.end() ? otherwise : std::strtod(it->second.c_str(), nullptr);
}

double now_ms() {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void add_markers(render::MapScene& scene, const render::MapRenderer& map, std::size_t n) {
  constexpr char32_t kIcons[] = {assets::kIconTrash, assets::kIconTrees, assets::kIconBulb, assets::kIconLamp};
  constexpr render::Paint kFills[] = {render::Paint::kNeg, render::Paint::kPos, render::Paint::kIdea};
  test::Dice dice(42);
  for (std::size_t i = 0; i < n; ++i) {
    const render::Viewport& v = scene.viewport;
    render::Marker m;
    m.id = static_cast<std::uint32_t>(i);
    m.place = map.control().to_place(
        scene.camera, v,
        {static_cast<float>(dice.between(0.05, 0.95)) * v.w, static_cast<float>(dice.between(0.1, 0.95)) * v.h});
    const std::size_t kind = i % 7 < 4 ? 0 : i % 7 < 6 ? 1 : 2;
    m.shape = static_cast<render::MarkerShape>(kind);
    m.fill = render::colour(scene.theme, kFills[kind]) >> 8U;
    m.ink = scene.theme == render::MapTheme::kDark ? 0x11171D : 0xFFFFFF;
    m.icon = kIcons[(i * 5) % 4];
    m.level = static_cast<std::uint8_t>(kind == 2 ? 0 : 1 + i % 5);
    m.chosen = i == 3;
    scene.markers.push_back(m);
  }
}

void add_route(render::MapScene& scene, const render::MapRenderer& map) {
  const auto at = [&](float x, float y) {
    return map.control().to_place(scene.camera, scene.viewport, {x * scene.viewport.w, y * scene.viewport.h});
  };
  scene.routes = {{{at(.1F, .85F), at(.2F, .87F), at(.35F, .8F), at(.38F, .65F), at(.45F, .6F)}, true},
                  {{at(.45F, .6F), at(.6F, .64F), at(.72F, .68F), at(.76F, .8F), at(.7F, .93F)}, false}};
  scene.stops = {{at(.6F, .64F), 4}, {at(.76F, .8F), 5}};
  scene.own = {true, at(.45F, .6F), 22.0F};
}

render::MapScene make_scene(const Options& options, const render::MapRenderer& map, float w, float h) {
  render::MapScene scene;
  scene.viewport = {0, 0, w, h, 0, 0, 0, 0};
  scene.device_pixel_ratio = static_cast<float>(number(options, "--dpr", 1));
  if (options.contains("--theme"))
    scene.theme = options.at("--theme") == "dark"       ? render::MapTheme::kDark
                  : options.at("--theme") == "contrast" ? render::MapTheme::kContrast
                                                        : render::MapTheme::kLight;
  const auto turn = static_cast<float>(number(options, "--turn", 0) * 3.14159265 / 180);
  scene.camera = map.control().fit(map.bounds(), scene.viewport, turn);
  scene.camera.px_per_m = static_cast<float>(number(options, "--zoom", static_cast<double>(scene.camera.px_per_m)));
  double lon = 0;
  double lat = 0;
  if (options.contains("--at") && std::sscanf(options.at("--at").c_str(), "%lf,%lf", &lon, &lat) == 2)
    scene.camera.centre = {static_cast<std::int32_t>(lon * 1e7), static_cast<std::int32_t>(lat * 1e7)};
  add_markers(scene, map, static_cast<std::size_t>(number(options, "--markers", 0)));
  if (options.contains("--route")) add_route(scene, map);
  if (options.contains("--highlight")) {
    scene.highlighted_buurt = options.at("--highlight");
    scene.shade_outside_buurten = true;
  }
  scene.pin_mode = options.contains("--pin");
  scene.heat = options.contains("--heat");
  if (options.contains("--area"))
    for (const auto& [x, y] : {std::pair{.3F, .3F}, std::pair{.7F, .35F}, std::pair{.6F, .75F}, std::pair{.35F, .6F}})
      scene.area.push_back(map.control().to_place(scene.camera, scene.viewport, {x * w, y * h}));
  if (options.contains("--donut"))
    scene.donuts.push_back({map.control().to_place(scene.camera, scene.viewport, {w * 0.3F, h * 0.3F}),
                            44.0F,
                            {{0x3B7A2D, 0.5F}, {0x1D4FA8, 0.3F}, {0x945700, 0.2F}},
                            "\u20ac 14.200"});
  return scene;
}

int run(const std::string& folder, const std::string& out, const Options& options) {
  int w = 640;
  int h = 760;
  if (options.contains("--size")) std::sscanf(options.at("--size").c_str(), "%dx%d", &w, &h);
  const double ratio = number(options, "--dpr", 1);
  const int fw = static_cast<int>(w * ratio);
  const int fh = static_cast<int>(h * ratio);
  test::OffscreenContext context;
  if (!context.open(fw, fh)) return std::fprintf(stderr, "no OpenGL ES 3 without a window here\n"), 1;
  const auto map = test::read_map_folder(folder);
  if (!map) return std::fprintf(stderr, "no map in %s\n", folder.c_str()), 1;
  const render::FontData fonts{assets::file("fonts/atkinson-500.ttf"), assets::file("fonts/atkinson-600.ttf"),
                               assets::file("fonts/atkinson-800.ttf"), assets::file("fonts/icons.ttf")};
  auto made = render::MapRenderer::create(fonts, render::load_shader_sources([](const char* name) {
                                            return assets::text(std::string("shaders/") + name);
                                          }));
  if (!made) return std::fprintf(stderr, "%s\n", made.error().key.c_str()), 1;
  render::MapRenderer& renderer = **made;
  double start = now_ms();
  renderer.set_samples(static_cast<int>(number(options, "--samples", 4)));
  renderer.set_base_map(*map, map->neighbourhood);
  std::printf("base map: %zu features in %.0f ms\n", map->features.size(), now_ms() - start);
  render::MapScene scene = make_scene(options, renderer, static_cast<float>(w), static_cast<float>(h));
  for (int i = 0; i < static_cast<int>(number(options, "--frames", 2)); ++i) {
    glBindFramebuffer(GL_FRAMEBUFFER, context.framebuffer());
    start = now_ms();
    const render::Viewport& v = scene.viewport;
    renderer.draw(scene, {v.x, v.y, v.w, v.h}, fw, fh);
    glFinish();
    const render::FrameFigures& f = renderer.figures();
    std::printf("frame %d: %.1f ms, %u draw calls, %u indices, %u base vertices, %u overlay quads, base %s\n", i,
                now_ms() - start, f.draw_calls, f.indices, f.base_vertices, f.overlay_quads,
                f.base_painted ? "painted" : "kept");
  }
  if (const GLenum fault = glGetError(); fault != GL_NO_ERROR) return std::fprintf(stderr, "GL error %x\n", fault), 1;
  test::write_png(out, fw, fh, context.read());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fprintf(stderr, "usage: offscreen_map FOLDER OUT.png [options]\n"), 2;
  return run(argv[1], argv[2], read_options(argc, argv));
}
