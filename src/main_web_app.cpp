// The app's own Frontend: state, screens and maps, one frame at a time.
#include <cstdio>
#include <memory>
#include <utility>
#include <variant>

#include "app/app.hpp"
#include "app/builtin.hpp"
#include "base/check.hpp"
#include "main_web_frontend.hpp"
#include "main_web_maps.hpp"
#include "main_web_photos.hpp"
#include "ui/frame.hpp"
#include "ui/screens.hpp"

namespace stoepkrijt::shell {

namespace {

app::Fixed fixed_or_stop() {
  auto fixed = app::load_fixed();
  if (!fixed)
    std::fprintf(stderr, "built-in data: %s %s\n", fixed.error().key.c_str(), fixed.error().where.path.c_str());
  SK_CHECK(fixed.has_value());
  return std::move(fixed).value();
}

class AppFrontend final : public Frontend {
 public:
  AppFrontend() : app_(fixed_or_stop()) {
    frame_.set_map_painter(
        [this](const ui::MapPaint& paint) { maps_.paint(paint, input_.pixel_ratio, input_.width, input_.height); });
  }

  void take(std::vector<platform::Answer> answers) override { app_.take(std::move(answers)); }

  bool prepare(const Input& input) override {
    input_ = to_ui(input);
    return frame_.prepare(input_);
  }

  Output frame(const Input& input) override {
    board_.begin_frame();
    photos_.update(app_.state(), input.drawing);
    input_.photos = photos_.textures();
    frame_.begin(input_);
    app::CommandQueue commands;
    screens_.draw(app_.state(), app_.fixed(), frame_.ui(), board_, commands);
    ui::FrameOutput drawn = frame_.end();
    maps_.update(app_.state(), board_, input_);

    const app::Route before = app_.state().route;
    app_.run(commands);
    Output out;
    out.nodes = std::move(drawn.nodes);
    out.effects = app_.take_effects();
    for (const a11y::Announcement& a : drawn.announcements) {
      out.effects.emplace_back(platform::Announce{a.words, a.politeness == a11y::Politeness::kAssertive});
    }
    focus_new_page(out, before, drawn.focus_request, input);
    out.wants_another_frame = drawn.wants_another_frame || maps_.moving() || !commands.empty() || new_page_;
    out.wake_after_s = drawn.wake_after_s;
    return out;
  }

  void gl_ready() override { maps_.gl_ready(); }
  void gl_lost() override {
    maps_.gl_lost();
    photos_.gl_lost();
  }

 private:
  [[nodiscard]] ui::FrameInput to_ui(const Input& in) const {
    const app::State& s = app_.state();
    ui::FrameInput out;
    out.width = in.width;
    out.height = in.height;
    out.pixel_ratio = in.pixel_ratio;
    out.safe_area = {in.safe_top, in.safe_right, in.safe_bottom, in.safe_left};
    out.text_scale = static_cast<float>(s.settings.text_percent) / 100.0F;
    out.kiosk = s.settings.kiosk;
    using Choice = app::ThemeChoice;
    const Choice choice = s.settings.theme;
    const bool contrast = choice == Choice::kContrast || (choice == Choice::kDevice && s.device.more_contrast);
    const bool dark = choice == Choice::kDark || (choice == Choice::kDevice && s.device.dark);
    out.theme = contrast ? ui::ThemeName::kContrast : dark ? ui::ThemeName::kDark : ui::ThemeName::kLight;
    out.reduced_motion = s.device.reduced_motion;
    out.focus_visible = in.focus_visible;
    out.now_s = in.now_s;
    out.lang = std::string(app_.fixed().lang(s.settings.lang).bcp47());
    out.events = in.events;
    for (const Touch& t : in.touches) out.touches.push_back({t.id, t.x, t.y});
    out.pointer_is_touch = in.pointer_is_touch;
    return out;
  }

  /// A new page takes the focus to its h1, so that keyboard and screen reader start at its top; never at the start.
  void focus_new_page(Output& out, const app::Route& before, a11y::NodeId asked, const Input& input) {
    if (asked != 0) out.effects.emplace_back(platform::Focus{asked});
    const bool by_person = std::exchange(new_page_, !(app_.state().route == before));
    if (!by_person || asked != 0) return;
    (void)input;
    for (const a11y::SemNode& node : out.nodes) {
      if (node.role != a11y::Role::kHeading || node.level != 1) continue;
      out.effects.emplace_back(platform::Focus{node.id});
      return;
    }
  }

  app::App app_;
  ui::UiFrame frame_;
  ui::Screens screens_;
  ui::MapBoard board_;
  Maps maps_;
  PhotoTextures photos_;
  ui::FrameInput input_;
  bool new_page_ = false;
};

}  // namespace

std::unique_ptr<Frontend> make_frontend() { return std::make_unique<AppFrontend>(); }

}  // namespace stoepkrijt::shell
