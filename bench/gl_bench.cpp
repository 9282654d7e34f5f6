// stoepkrijt_bench_gl: what the map asks of the graphics card with 100,000 markers, counted on a context without a
// window. Where there is no card Mesa draws in software, and its times say nothing about real ones: so with `--time`
// the program is started with GALLIUM_NOOP=1 (bench/run.mjs), by which Mesa takes every call and draws nothing. What is
// left is the processor time of a frame: ours, and that of the calls.
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <vector>

#include "gl_screen.hpp"
#include "map_scene.hpp"
#include "measure.hpp"
#include "render/map_renderer.hpp"
#include "render/offscreen_context.hpp"

namespace {

using namespace stoepkrijt;         // NOLINT: a program of one file
using namespace stoepkrijt::bench;  // NOLINT

void draw(render::MapRenderer& renderer, const test::OffscreenContext& context, const render::MapScene& scene) {
  glBindFramebuffer(GL_FRAMEBUFFER, context.framebuffer());
  renderer.draw(scene, {0, 0, kWidth, kHeight}, static_cast<int>(kWidth), static_cast<int>(kHeight));
}

/// Of the whole process, in milliseconds: whatever threads the driver has.
double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// Of one frame after the other, each with the camera a little further: the median and the least.
void time_frames(const Look& look, render::MapRenderer& renderer, const test::OffscreenContext& context) {
  constexpr int kFrames = 60;
  render::MapScene scene = scene_of(renderer.control(), renderer.bounds(), look);
  draw(renderer, context, scene);
  std::vector<double> all;
  for (int i = 0; i < kFrames; ++i) {
    pan(scene);
    const double start = processor_ms();
    draw(renderer, context, scene);
    glFinish();
    all.push_back(processor_ms() - start);
  }
  std::sort(all.begin(), all.end());
  Line(std::string("gl.") + look.name + ".processor").times({all[all.size() / 2], all.front(), kFrames});
}

void look_at(const Look& look, render::MapRenderer& renderer, const test::OffscreenContext& context) {
  render::MapScene scene = scene_of(renderer.control(), renderer.bounds(), look);
  const std::string name = std::string("gl.") + look.name;
  const auto report = [&](const char* what) {
    const render::FrameFigures& f = renderer.figures();
    Line(name + what)
        .count("draw_calls", f.draw_calls)
        .count("indices", f.indices)
        .count("quads", f.overlay_quads)
        .count("base_vertices", f.base_vertices);
  };
  draw(renderer, context, scene);
  pan(scene);
  draw(renderer, context, scene);
  report(".pan");
  draw(renderer, context, scene);
  report(".same");
  glFinish();
}

}  // namespace

int main(int argc, char** argv) {
  const bool timed = argc > 1 && std::string_view(argv[1]) == "--time";
  test::OffscreenContext context;
  if (!context.open(static_cast<int>(kWidth), static_cast<int>(kHeight))) {
    std::fprintf(stderr, "stoepkrijt_bench_gl: this machine has no OpenGL ES 3 without a window\n");
    return 1;
  }
  const model::BaseMap map = example_map();
  auto made = render::MapRenderer::create(fonts(), render::load_shader_sources([](const char* name) {
                                            return assets::text(std::string("shaders/") + name);
                                          }));
  if (!made) {
    std::fprintf(stderr, "stoepkrijt_bench_gl: %s\n", made.error().key.c_str());
    return 1;
  }
  (*made)->set_samples(0);
  (*made)->set_base_map(map, formats::neighbourhood_of(map));
  if (argc > 1 && std::string_view(argv[1]) == "--screen") screen_frames();
  for (const Look& look : kLooks) {
    if (argc > 1 && std::string_view(argv[1]) == "--screen") break;
    if (timed) {
      time_frames(look, **made, context);
    } else {
      look_at(look, **made, context);
    }
  }
  if (const GLenum fault = glGetError(); fault != GL_NO_ERROR) {
    std::fprintf(stderr, "stoepkrijt_bench_gl: OpenGL error %x\n", fault);
    return 1;
  }
  return 0;
}
