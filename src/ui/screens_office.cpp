#include "ui/screens_office.hpp"

#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

struct OfficeScreens::Impl {};

OfficeScreens::OfficeScreens() : impl_(std::make_unique<Impl>()) {}
OfficeScreens::~OfficeScreens() = default;

bool OfficeScreens::has(app::Screen screen) {
  return screen == app::Screen::kOffice || screen == app::Screen::kKeys || screen == app::Screen::kCards;
}

void OfficeScreens::draw(const app::State& /*state*/, const app::Lang& /*lang*/, Ui& /*ui*/, MapBoard& /*maps*/,
                         app::CommandQueue& /*out*/) {}

}  // namespace stoepkrijt::ui
