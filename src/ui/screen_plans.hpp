// All plans, to read without voting.
#pragma once

#include "app/command.hpp"
#include "app/views/plans_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

struct PlansUi {
  app::PlansFilter filter;
  bool filters_open = false;
};

void draw(const app::PlansView& view, PlansUi& mem, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
