// The round in preparation with its plans, and the form of one plan.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/state.hpp"
#include "app/views/page.hpp"

namespace stoepkrijt::app {

/// Words of one who fills in: numbers and amounts as they were typed.
struct PlanForm {
  std::string of;  ///< id of the plan that these are of
  std::string cost, third_party, people, hours, households, asked;
  bool cost_wrong = false, third_party_wrong = false, people_wrong = false, hours_wrong = false;
  bool households_wrong = false, asked_wrong = false;
};
[[nodiscard]] PlanForm form_of(const model::Plan& plan, LangCode lang);
/// Puts into `plan` what can be read of `form`, and marks what cannot. True: all could.
bool read_form(PlanForm& form, model::Plan& plan);

struct PlanningView {
  Page page;
  bool present = false;
  model::Plan plan;  ///< as it stands now; the screen changes a copy of it
  LangCode lang = LangCode::kNl;
  std::string intro;
  std::string from;  ///< the idea that it comes from; empty: none
  struct Field {
    std::string label, hint;
  };
  Field title, summary, description, proposer, cost, third_party, third_party_who, people, hours, own_words, households,
      asked, reason;
  std::string not_money, not_number;
  std::string money_title, money_words, theme_title, where_title, people_title, support_title;
  struct Choice {
    std::string words, icon, code;
  };
  std::vector<Choice> themes;   ///< in the order of model::Theme
  std::vector<Choice> buurten;  ///< the first, without code: the whole neighbourhood
  std::string map_name, attribution, place_words, place_off;
  std::string rules_title, rules_words;
  std::vector<std::string> rules;  ///< the seven, in order
  std::string save, drop, remove;  ///< empty remove: it is not there yet
};
[[nodiscard]] PlanningView make_planning_view(const State& state, const Lang& lang);

/// The facts of the round as they are being changed; nothing is kept before "Bewaar".
struct NextRoundForm {
  std::string of;  ///< id of the round, or "-" when there is none yet
  model::Words title;
  std::string budget;
  std::string opens, closes, result_on;
  bool budget_wrong = false;
};

/// What people are told beforehand, as it is being changed; nothing is kept before "Bewaar".
struct RoundWordsForm {
  std::string of;  ///< slug of the dossier
  LangCode lang = LangCode::kNl;
  model::LadderStep ladder = model::LadderStep::kDecide;
  std::string who_may_vote, open_points, fixed_points, afterwards;
  friend bool operator==(const RoundWordsForm&, const RoundWordsForm&) = default;
};

struct NextRoundView {
  Page page;
  NextRoundForm now;  ///< what is kept; the screen takes it over when `of` is another
  std::string intro, state_label;
  std::string facts_title, title_label, budget_label, budget_hint, not_money, save;
  struct Day {
    std::string name, words, less, more, day_less, day_more;
    std::string before, after;          ///< ISO dates, a week apart
    std::string day_before, day_after;  ///< a day apart
  };
  Day opens, closes, result_on;
  std::string plans_title, plans_count, none_title, none_words, together;
  struct Line {
    std::string id, title, words, icon, open_name;
    int theme = 0;
  };
  std::vector<Line> plans;
  std::string draft, draft_button, draft_idea, draft_plan;  ///< empty draft: nothing is being made
  std::string make, ideas;
  struct Told {
    RoundWordsForm now;  ///< what is kept
    std::string title, words, old_words, ladder, save;
    std::vector<std::string> steps;  ///< in the order of model::LadderStep
    PlanningView::Field who_may_vote, open_points, fixed_points, afterwards;
  } told;  ///< empty old_words: nothing is as it was in the round before
};
/// `form`: the days that were chosen and not yet kept.
[[nodiscard]] NextRoundView make_next_round_view(const State& state, const Lang& lang, const NextRoundForm& form);

/// What the form says is what is kept (blanks at the ends of lines aside).
[[nodiscard]] bool is_kept(const RoundWordsForm& form, const RoundWordsForm& kept);
/// Which words of `round` are still those of the round before it, in the sentence `key` ({which}); empty: none are, or
/// there was none.
[[nodiscard]] std::string words_of_before(const State& state, const model::Round& round, const Lang& lang,
                                          std::string_view key);

}  // namespace stoepkrijt::app
