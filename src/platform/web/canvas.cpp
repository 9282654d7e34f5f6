#include "platform/web/canvas.hpp"

#include <emscripten.h>
#include <emscripten/html5.h>

#include <algorithm>
#include <cmath>

namespace stoepkrijt::platform::web {
namespace {

constexpr const char* kCanvas = "#canvas";

struct Handlers {
  void (*frame)(double) = nullptr;
  void (*lost)() = nullptr;
  void (*restored)() = nullptr;
};
Handlers& handlers() {
  static Handlers all;
  return all;
}

bool on_lost(int /*type*/, const void* /*reserved*/, void* /*data*/) {
  handlers().lost();
  return true;  // taken: only then does the browser give the context back
}
bool on_restored(int /*type*/, const void* /*reserved*/, void* /*data*/) {
  handlers().restored();
  return true;
}

}  // namespace

bool make_gl_context() {
  // A look first: asking a canvas for a context that fails would spoil it for a second try.
  if (sk_js_has_webgl2() == 0) return false;
  EmscriptenWebGLContextAttributes wanted;
  emscripten_webgl_init_context_attributes(&wanted);
  wanted.majorVersion = 2;
  wanted.alpha = false;
  wanted.depth = false;
  wanted.stencil = false;
  wanted.antialias = false;  // the map smooths its own edges, and the kit its own
  wanted.enableExtensionsByDefault = true;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context(kCanvas, &wanted);
  return context > 0 && emscripten_webgl_make_context_current(context) == EMSCRIPTEN_RESULT_SUCCESS;
}

void give_up_gl() {
  sk_js_gl_missing();
  inbox().answers.emplace_back(Failed{"webgl", Error(ErrorCode::kNoWebGl, "error.no_webgl")});
  sk_js_request_frame();
}

void watch_gl_context(void (*lost)(), void (*restored)()) {
  handlers().lost = lost;
  handlers().restored = restored;
  emscripten_set_webglcontextlost_callback(kCanvas, nullptr, true, on_lost);
  emscripten_set_webglcontextrestored_callback(kCanvas, nullptr, true, on_restored);
}

void resize_canvas(const View& view) {
  const auto pixels = [&view](float length) {
    return std::max(1, static_cast<int>(std::lround(length * view.pixel_ratio)));
  };
  emscripten_set_canvas_element_size(kCanvas, pixels(view.width), pixels(view.height));
}

void on_frame(void (*frame)(double now_ms)) { handlers().frame = frame; }
void request_frame() { sk_js_request_frame(); }

}  // namespace stoepkrijt::platform::web

extern "C" EMSCRIPTEN_KEEPALIVE void sk_frame(double now_ms);
extern "C" EMSCRIPTEN_KEEPALIVE void sk_frame(double now_ms) {
  using stoepkrijt::platform::web::handlers;
  if (handlers().frame != nullptr) handlers().frame(now_ms);
}
