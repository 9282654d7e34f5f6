#include "ui/screens_office.hpp"

#include "ui/office_parts.hpp"

namespace stoepkrijt::ui {

struct OfficeScreens::Impl {
  KeysUi keys;
  OfficeUi office;
};

OfficeScreens::OfficeScreens() : impl_(std::make_unique<Impl>()) {}
OfficeScreens::~OfficeScreens() = default;

bool OfficeScreens::has(app::Screen screen) {
  return screen == app::Screen::kOffice || screen == app::Screen::kKeys || screen == app::Screen::kCards;
}

void OfficeScreens::draw(const app::State& state, const app::Lang& lang, Ui& ui, MapBoard& /*maps*/,
                         app::CommandQueue& out) {
  switch (state.route.screen) {
    case app::Screen::kKeys:
      return ui::draw(app::make_keys_view(state, lang), impl_->keys, ui, out);
    case app::Screen::kCards:
      return ui::draw(app::make_cards_view(state, lang), ui, out);
    default:
      return ui::draw(app::make_office_view(state, lang), impl_->office, ui, out);
  }
}

}  // namespace stoepkrijt::ui
