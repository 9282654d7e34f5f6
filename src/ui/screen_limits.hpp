// The organiser's pots and limits per theme and buurt.
#pragma once

#include <string>

#include "app/command.hpp"
#include "app/views/limits_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

/// What is being typed; `chosen` is an index of LimitsView::choices, -1: none.
struct LimitsUi {
  int chosen = -1;
  std::string pot, least, most;
  bool pot_wrong = false, least_wrong = false, most_wrong = false;
};

void draw(const app::LimitsView& view, Ui& ui, LimitsUi& own, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
