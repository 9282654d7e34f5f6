#include "ui/screens_station.hpp"

#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

struct StationScreens::Impl {};

StationScreens::StationScreens() : impl_(std::make_unique<Impl>()) {}
StationScreens::~StationScreens() = default;

bool StationScreens::has(app::Screen screen) {
  return screen == app::Screen::kStation || screen == app::Screen::kOpenStation || screen == app::Screen::kHost;
}

void StationScreens::draw(const app::State& /*state*/, const app::Lang& /*lang*/, Ui& /*ui*/, MapBoard& /*maps*/,
                          app::CommandQueue& /*out*/) {}

}  // namespace stoepkrijt::ui
