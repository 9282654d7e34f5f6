#include "ui/screens_round.hpp"

#include "ui/screen_ladder.hpp"
#include "ui/screen_start.hpp"
#include "ui/screen_vote_check.hpp"
#include "ui/screen_vote_done.hpp"
#include "ui/screen_vote_form.hpp"
#include "ui/screen_vote_read.hpp"
#include "ui/screen_why.hpp"

namespace stoepkrijt::ui {

void RoundScreens::draw(const app::State& state, const app::Lang& lang, Ui& ui, MapBoard& maps,
                        app::CommandQueue& out) {
  using app::Screen;
  // Another plan begins at its top; lists keep the place where the reader left them.
  if (shown_ != state.route) {
    if (state.route.screen == Screen::kPlan) ui.scroll_to_top("plan/rol");
    if (state.route.screen == Screen::kWhy) ui.scroll_to_top("waarom/rol");
    if (state.route.screen == Screen::kVoteRead) ui.scroll_to_top("stem-lees/rol");
    if (state.route.screen == Screen::kVoteCheck) ui.scroll_to_top("nakijken/rol");
    shown_ = state.route;
  }
  switch (state.route.screen) {
    case Screen::kLadder:
      return ui::draw(app::make_ladder_view(state, lang), ui, out);
    case Screen::kPlans:
      return ui::draw(app::make_plans_view(state, lang), plans_, ui, out);
    case Screen::kPlan:
      return ui::draw(app::make_plan_view(state, lang), plan_, ui, maps, out);
    case Screen::kVoteRead:
      return ui::draw(app::make_vote_read_view(state, lang), ui, out);
    case Screen::kVoteChoose:
      return ui::draw(app::make_vote_choose_view(state, lang), choose_, ui, out);
    case Screen::kVoteCheck:
      return ui::draw(app::make_vote_check_view(state, lang), ui, out);
    case Screen::kVoteDone:
      return ui::draw(app::make_vote_done_view(state, lang), ui, out);
    case Screen::kVoteForm:
      return ui::draw(app::make_vote_form_view(state, lang), ui, out);
    case Screen::kLimits:
      return ui::draw(app::make_limits_view(state, lang), ui, limits_, out);
    case Screen::kResult:
      return ui::draw(app::make_result_view(state, lang), ui, result_, maps, out);
    case Screen::kWhy:
      return ui::draw(app::make_why_view(state, lang), ui, out);
    case Screen::kCompare:
      return ui::draw(app::make_compare_view(state, lang), ui, compare_, out);
    case Screen::kReplay:
      return ui::draw(app::make_replay_view(state, lang), ui, replay_, out);
    case Screen::kRule:
      return ui::draw(app::make_rule_view(state, lang), ui, rule_, out);
    case Screen::kComponents:
      draw_components(ui, components_);
      if (components_.back) out.emplace_back(app::cmd::Back{});
      components_.back = false;
      return;
    default:
      return ui::draw(app::make_start_view(state, lang), ui, out);
  }
}

}  // namespace stoepkrijt::ui
