// The program in the page: makes the window, runs a frame when one is asked for, and joins the parts. Nothing here
// knows what the app is about.
#define SDL_MAIN_HANDLED
#include <SDL.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>
#include <imgui_internal.h>

#include <GLES3/gl3.h>

#include <cmath>
#include <cstdio>
#include <utility>

#include "a11y/faults.hpp"
#include "a11y/tree_mirror.hpp"
#include "base/check.hpp"
#include "main_web_frontend.hpp"
#include "main_web_input.hpp"
#include "platform/web/canvas.hpp"
#include "platform/web/web_host.hpp"

namespace stoepkrijt::shell {
namespace {

namespace web = platform::web;

/// ImGui needs a pass after an input to settle (hover, and what an event changed), and one more for what that changed.
constexpr int kSettleFrames = 2;
/// In one frame: a tap alone takes five.
constexpr int kMostPasses = 8;
/// A context that does not come back within this time will not come back at all.
constexpr double kGlPatienceMs = 4000;

enum class Gl : std::uint8_t { kNone, kReady, kLost };

class Program {
 public:
  /// True when the page can draw or at least show the text version; called once.
  void start();
  void run_frame(double now_ms);
  void gl_lost();
  void gl_restored();

 private:
  void open_window();
  void take_view();
  [[nodiscard]] bool feed(Input& input);
  void begin_imgui(const Input& input);
  void mirror(std::vector<a11y::SemNode> nodes, double now_ms);
  void draw();
  [[nodiscard]] bool pass(double now_ms, bool& drawing);
  [[nodiscard]] bool plan_next(const Output& out, bool busy, double now_ms);
  void check_lost_gl(double now_ms);

  web::WebHost host_;
  std::unique_ptr<Frontend> frontend_;
  a11y::TreeMirror mirror_;
  a11y::OpBuffer ops_;
  InputState input_;
  SDL_Window* window_ = nullptr;
  Gl gl_ = Gl::kNone;
  double gl_lost_since_ms_ = -1;
  double last_ms_ = 0;
  int settle_ = kSettleFrames;
};

Program& program() {
  static Program one;
  return one;
}

void Program::open_window() {
  // SDL would listen for keys on the whole page and swallow Tab and the arrows; text lives in real fields.
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
  SDL_SetMainReady();
  SK_CHECK(SDL_Init(SDL_INIT_VIDEO) == 0);
  // The page sizes the canvas by CSS; a size that differs tells SDL to leave that alone.
  window_ = SDL_CreateWindow("Stoepkrijt", 0, 0, 16, 16, SDL_WINDOW_ALLOW_HIGHDPI);
  SK_CHECK(window_ != nullptr);
  SDL_AddEventWatch(
      [](void* /*data*/, SDL_Event* event) {
        if (event->type != SDL_POLLSENTINEL) web::request_frame();  // SDL's own mark, pushed at every poll
        return 0;
      },
      nullptr);
}

void Program::start() {
  open_window();
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  ImGui_ImplSDL2_InitForOther(window_);
  web::on_frame([](double now_ms) { program().run_frame(now_ms); });
  sk_js_start();
  frontend_ = make_frontend();
  if (web::make_gl_context()) {
    gl_ = Gl::kReady;
    web::watch_gl_context([] { program().gl_lost(); }, [] { program().gl_restored(); });
    ImGui_ImplOpenGL3_Init("#version 300 es");
    frontend_->gl_ready();
  } else {
    web::give_up_gl();
  }
  web::request_frame();
}

void Program::gl_lost() {
  if (gl_ != Gl::kReady) return;
  gl_ = Gl::kLost;
  gl_lost_since_ms_ = last_ms_;
  frontend_->gl_lost();
  sk_js_wake_in(kGlPatienceMs);
}

void Program::gl_restored() {
  if (gl_ != Gl::kLost) return;
  gl_ = Gl::kReady;
  ImGui_ImplOpenGL3_DestroyDeviceObjects();  // made anew by its next NewFrame
  frontend_->gl_ready();
  settle_ = kSettleFrames;
  web::request_frame();
}

void Program::check_lost_gl(double now_ms) {
  if (gl_ != Gl::kLost) return;
  if (now_ms - gl_lost_since_ms_ >= kGlPatienceMs) {
    gl_ = Gl::kNone;
    web::give_up_gl();
  } else {
    sk_js_wake_in(kGlPatienceMs - (now_ms - gl_lost_since_ms_));
  }
}

void Program::take_view() {
  web::Inbox& box = web::inbox();
  if (!std::exchange(box.view_changed, false)) return;
  // SDL maps the pointer by the window's size; the canvas itself gets whole device pixels.
  SDL_SetWindowSize(window_, static_cast<int>(std::lround(box.view.width)),
                    static_cast<int>(std::lround(box.view.height)));
  web::resize_canvas(box.view);
  settle_ = kSettleFrames;
}

/// True when a person did something.
bool Program::feed(Input& input) {
  web::Inbox& box = web::inbox();
  bool busy = input_.take_sdl(box.view);
  for (const web::Wheel& wheel : std::exchange(box.wheels, {})) {
    input_.take_wheel(wheel);
    busy = true;
  }
  input.events = std::exchange(box.events, {});
  for (const a11y::SemEvent& event : input.events) {
    input_.take_event(event);
    if (event.type == a11y::SemEventType::kInput) mirror_.typed(event.id, event.text);
  }
  busy = busy || !input.events.empty();
  const web::View& view = box.view;
  input.width = view.width;
  input.height = view.height;
  input.pixel_ratio = view.pixel_ratio;
  input.safe_top = view.top;
  input.safe_right = view.right;
  input.safe_bottom = view.bottom;
  input.safe_left = view.left;
  input.drawing = gl_ == Gl::kReady && !box.text_version;
  input_.fill(input);
  return busy;
}

void Program::begin_imgui(const Input& input) {
  const bool rebuilt = frontend_->prepare(input);
  if (gl_ == Gl::kReady) {
    if (rebuilt) ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_NewFrame();
    if (rebuilt && ImGui::GetIO().Fonts->TexID == ImTextureID{}) ImGui_ImplOpenGL3_CreateFontsTexture();
  }
  ImGui_ImplSDL2_NewFrame();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(input.width, input.height);
  io.DisplayFramebufferScale = ImVec2(input.pixel_ratio, input.pixel_ratio);
  // After a rest the clock has gone on, but nothing moved meanwhile.
  io.DeltaTime = std::min(io.DeltaTime, 0.05F);
}

void Program::mirror(std::vector<a11y::SemNode> nodes, double now_ms) {
  for (const a11y::Fault& fault : a11y::faults(nodes)) std::fprintf(stderr, "semantic tree: %s\n", fault.words.c_str());
  ops_.clear();
  mirror_.update(std::move(nodes), static_cast<std::int64_t>(now_ms), ops_);
  if (!ops_.empty()) sk_js_ops(ops_.data(), ops_.size());
}

void Program::draw() {
  const web::View& view = web::inbox().view;
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glViewport(0, 0, static_cast<int>(std::lround(view.width * view.pixel_ratio)),
             static_cast<int>(std::lround(view.height * view.pixel_ratio)));
  glDisable(GL_SCISSOR_TEST);
  glClearColor(0.957F, 0.953F, 0.941F, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

/// What comes after a pass: another one at once (true), a frame later, or nothing.
bool Program::plan_next(const Output& out, bool busy, double now_ms) {
  settle_ = busy ? kSettleFrames : std::max(0, settle_ - 1);
  const bool waiting = !ImGui::GetCurrentContext()->InputEventsQueue.empty();
  if (settle_ > 0 || waiting) return true;
  if (out.wants_another_frame) {
    web::request_frame();
    return false;
  }
  double wake_ms = out.wake_after_s >= 0 ? out.wake_after_s * 1000 : -1;
  if (mirror_.flush_due() > 0) {
    const double flush_ms = std::max(0.0, static_cast<double>(mirror_.flush_due()) - now_ms);
    wake_ms = wake_ms < 0 ? flush_ms : std::min(wake_ms, flush_ms);
  }
  if (wake_ms >= 0) sk_js_wake_in(wake_ms);
  return false;
}

bool Program::pass(double now_ms, bool& drawing) {
  take_view();
  std::vector<platform::Answer> answers = host_.take_answers();
  const bool news = answers.size() > 1;
  frontend_->take(std::move(answers));
  Input input;
  input.now_s = now_ms / 1000;
  const bool fed = feed(input);
  // A tap comes as place, press and release, each in a pass of its own: what the last one does must settle too.
  const bool queued = !ImGui::GetCurrentContext()->InputEventsQueue.empty();
  begin_imgui(input);
  Output out = frontend_->frame(input);
  mirror(std::move(out.nodes), now_ms);
  for (const platform::Effect& effect : out.effects) host_.perform(effect);
  drawing = input.drawing;
  return plan_next(out, fed || news || queued, now_ms);
}

void Program::run_frame(double now_ms) {
  last_ms_ = now_ms;
  check_lost_gl(now_ms);
  // Passes that only settle what an input changed are not drawn: the picture is that of the last one.
  bool drawing = false, again = true;
  for (int i = 0; again && i < kMostPasses; ++i) again = pass(now_ms, drawing);
  if (drawing) draw();
  sk_js_frame_done(drawing ? 1 : 0);
  if (again) web::request_frame();
}

}  // namespace
}  // namespace stoepkrijt::shell

int main() {
  stoepkrijt::shell::program().start();
  return 0;
}
