// One plan in full (mockup b, middle).
#pragma once

#include <string>

#include "app/command.hpp"
#include "app/views/plan_view.hpp"
#include "ui/kit.hpp"
#include "ui/map_board.hpp"

namespace stoepkrijt::ui {

struct PlanUi {
  std::string shown;  ///< plan that `checks_open` is about
  bool checks_open = false;
};

void draw(const app::PlanView& view, PlanUi& mem, Ui& ui, MapBoard& maps, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
