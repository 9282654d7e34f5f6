#include "ui/screens_station.hpp"

#include "app/station/station.hpp"
#include "ui/screen_common.hpp"
#include "ui/screen_station.hpp"

namespace stoepkrijt::ui {

struct StationScreens::Impl {
  OpenStationUi open;
  CodeUi code;
  HostUi host;
  app::Route shown;
};

StationScreens::StationScreens() : impl_(std::make_unique<Impl>()) {}
StationScreens::~StationScreens() = default;

bool StationScreens::has(const app::State& state) {
  switch (state.route.screen) {
    case app::Screen::kStation:
    case app::Screen::kOpenStation:
    case app::Screen::kHost:
      return true;
    case app::Screen::kVoteDone:
      return app::station::has_ended(state);
    default:
      return false;
  }
}

void StationScreens::draw(const app::State& state, const app::Lang& lang, Ui& ui, MapBoard& /*maps*/,
                          app::CommandQueue& out) {
  Impl& m = *impl_;
  if (m.shown != state.route) {
    m = Impl{};  // a PIN or key that was typed is not there any more
    m.shown = state.route;
    ui.scroll_to_top("beheer/rol");
  }
  switch (state.route.screen) {
    case app::Screen::kOpenStation:
      return ui::draw(app::station::make_open_view(state, lang), m.open, ui, out);
    case app::Screen::kHost:
      if (!app::station::is_locked(state)) break;
      return ui::draw(app::station::make_host_view(state, lang), m.host, ui, out);
    case app::Screen::kVoteDone:
      return ui::draw(app::station::make_done_view(state, lang), ui, out);
    default:
      if (state.station == nullptr) break;
      return ui::draw(app::station::make_code_view(state, lang), m.code, ui, out);
  }
  // Nothing is open here yet.
  out.emplace_back(app::cmd::GoTo{{app::Screen::kOpenStation, ""}});
}

void StationScreens::draw_over(const app::State& state, const app::Lang& lang, Ui& ui, app::CommandQueue& out) {
  if (state.station != nullptr) ui::draw(app::station::make_over_view(state, lang), ui, out);
}

}  // namespace stoepkrijt::ui
