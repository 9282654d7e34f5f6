// The screens of the counting evening: boxes gathered and merged, the urn opened by two of three holders, counted,
// reported; and what was counted by hand. Behind one door for the dispatcher.
#pragma once

#include <memory>

#include "app/command.hpp"
#include "app/lang.hpp"
#include "app/state.hpp"
#include "ui/kit.hpp"
#include "ui/map_board.hpp"

namespace stoepkrijt::ui {

class EveningScreens {
 public:
  EveningScreens();
  ~EveningScreens();
  EveningScreens(const EveningScreens&) = delete;
  EveningScreens& operator=(const EveningScreens&) = delete;
  /// Is the present screen one of these?
  [[nodiscard]] static bool has(app::Screen screen);
  /// Draws the screen of state.route in the current column.
  void draw(const app::State& state, const app::Lang& lang, Ui& ui, MapBoard& maps, app::CommandQueue& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace stoepkrijt::ui
