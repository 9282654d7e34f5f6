// The screens of the organiser's office: from plans to a signed package, the keys of organiser, holders and boxes, and
// the cards. Behind one door for the dispatcher.
#pragma once

#include <memory>

#include "app/command.hpp"
#include "app/lang.hpp"
#include "app/state.hpp"
#include "ui/kit.hpp"
#include "ui/map_board.hpp"

namespace stoepkrijt::ui {

class OfficeScreens {
 public:
  OfficeScreens();
  ~OfficeScreens();
  OfficeScreens(const OfficeScreens&) = delete;
  OfficeScreens& operator=(const OfficeScreens&) = delete;
  /// Is the present screen one of these?
  [[nodiscard]] static bool has(app::Screen screen);
  /// Draws the screen of state.route in the current column.
  void draw(const app::State& state, const app::Lang& lang, Ui& ui, MapBoard& maps, app::CommandQueue& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace stoepkrijt::ui
