// The component sheet (route "#/componenten"): every part of the kit in every state, for designers and for tests.
#pragma once

#include <string>

#include "ui/kit.hpp"

namespace stoepkrijt::ui {

/// What the sheet remembers between frames.
struct ComponentsUi {
  int plan_chosen = 1;  ///< bits
  Level level = Level::kC;
  int tab = 0, chip = 0, radio = 0, points = 4;
  bool checked = true, dialog = false;
  double toast_at = -100;
  std::string search, story, code = "7KQ4M2XT";
  bool back = false;  ///< the user wants to leave
};

void draw_components(Ui& ui, ComponentsUi& state);

}  // namespace stoepkrijt::ui
