// The screens of the round: start, plans, voting, result. Behind one door for the dispatcher.
#pragma once

#include "app/command.hpp"
#include "app/lang.hpp"
#include "app/state.hpp"
#include "ui/kit.hpp"
#include "ui/map_board.hpp"
#include "ui/screen_compare.hpp"
#include "ui/screen_components.hpp"
#include "ui/screen_limits.hpp"
#include "ui/screen_plan.hpp"
#include "ui/screen_plans.hpp"
#include "ui/screen_replay.hpp"
#include "ui/screen_result.hpp"
#include "ui/screen_rule.hpp"
#include "ui/screen_vote_choose.hpp"

namespace stoepkrijt::ui {

/// What these screens remember only for drawing.
class RoundScreens {
 public:
  /// Draws the screen of state.route in the current column; a screen that is not of the round gives the start screen.
  void draw(const app::State& state, const app::Lang& lang, Ui& ui, MapBoard& maps, app::CommandQueue& out);

 private:
  PlansUi plans_;
  PlanUi plan_;
  VoteChooseUi choose_;
  LimitsUi limits_;
  ResultUi result_;
  CompareUi compare_;
  ReplayUi replay_;
  RuleUi rule_;
  ComponentsUi components_;
  app::Route shown_;
};

}  // namespace stoepkrijt::ui
