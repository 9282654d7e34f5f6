// The screens of the polling station: a round with codes on paper that is open on this device. At home for one voter;
// at a kiosk for many, with a host. Behind one door for the dispatcher.
#pragma once

#include <memory>

#include "app/command.hpp"
#include "app/lang.hpp"
#include "app/state.hpp"
#include "ui/kit.hpp"
#include "ui/map_board.hpp"

namespace stoepkrijt::ui {

class StationScreens {
 public:
  StationScreens();
  ~StationScreens();
  StationScreens(const StationScreens&) = delete;
  StationScreens& operator=(const StationScreens&) = delete;
  /// Is the present screen one of these?
  [[nodiscard]] static bool has(const app::State& state);
  /// What lies over every screen of a kiosk.
  static void draw_over(const app::State& state, const app::Lang& lang, Ui& ui, app::CommandQueue& out);
  /// Draws the screen of state.route in the current column.
  void draw(const app::State& state, const app::Lang& lang, Ui& ui, MapBoard& maps, app::CommandQueue& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace stoepkrijt::ui
