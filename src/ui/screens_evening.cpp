#include "ui/screens_evening.hpp"

#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

struct EveningScreens::Impl {};

EveningScreens::EveningScreens() : impl_(std::make_unique<Impl>()) {}
EveningScreens::~EveningScreens() = default;

bool EveningScreens::has(app::Screen screen) {
  return screen == app::Screen::kEvening || screen == app::Screen::kHolder || screen == app::Screen::kSession ||
         screen == app::Screen::kByHand || screen == app::Screen::kLog || screen == app::Screen::kProtection ||
         screen == app::Screen::kReceipt;
}

void EveningScreens::draw(const app::State& /*state*/, const app::Lang& /*lang*/, Ui& /*ui*/, MapBoard& /*maps*/,
                          app::CommandQueue& /*out*/) {}

}  // namespace stoepkrijt::ui
