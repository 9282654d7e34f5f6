// The round in preparation, and the form of one of its plans.
#pragma once

#include "app/command.hpp"
#include "app/views/planning_view.hpp"
#include "ui/kit.hpp"
#include "ui/map_board.hpp"

namespace stoepkrijt::ui {

/// The plan as the fields show it: what is typed in one frame must not be lost in the next.
struct PlanningUi {
  model::Plan plan, sent;
  app::PlanForm form;
};

/// What is typed of a round; what is not saved yet stays when somebody looks elsewhere.
struct NextRoundUi {
  app::NextRoundForm facts;
  app::RoundWordsForm told, told_kept;  ///< as typed, and as it was kept when that began
};

void draw(const app::PlanningView& view, PlanningUi& mem, Ui& ui, MapBoard& maps, app::CommandQueue& out);
void draw(const app::NextRoundView& view, NextRoundUi& mem, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
