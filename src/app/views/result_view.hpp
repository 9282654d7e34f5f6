// The result by the round's own rule: who won and who did not and why, where the money goes, what it comes to in
// figures, and how to recount. Also what shows while a long count is under way.
#pragma once

#include <string>
#include <vector>

#include "app/count.hpp"
#include "app/views/fair_view.hpp"
#include "app/views/page.hpp"
#include "app/views/round_words.hpp"

namespace stoepkrijt::app {

/// A count that the device does beside the page.
struct BusyView {
  std::string title, words, stop_button;  ///< title empty: nothing is under way
  int done = 0, total = 0;                ///< total 0: not known
  std::string progress_name;
};
struct ResultView {
  struct Row {
    std::string plan_id, title, small, icon, name;  ///< small: "€ 9.600 · 192 stemmen"; losers: the reason below
    std::string reason;
    int theme = 1;
  };
  struct Share {
    std::string words, amount, icon;
    int theme = 0;
    float share = 0;  ///< of the largest, for the bar
  };
  struct Round {
    std::string label, title, votes, per_person, amount, icon;
    int theme = 1;
    float from = 0, share = 0;
    bool filled = false;
  };
  struct Figure {
    std::string words, value, meaning;
  };
  /// Money of the chosen plans in one buurt, for the map.
  struct Donut {
    std::string buurt_code, amount;
    geo::LonLat place;  ///< in the middle of the buurt
    std::vector<BarPart> parts;
  };
  Page page;
  bool has_round = false;
  bool has_votes = false;
  bool counted = false;
  std::string empty_title, empty_words;  ///< no round or no votes
  std::string trial;                     ///< the box is still open: a trial count; empty otherwise
  BusyView busy;
  std::string stopped_title, stopped_words, again_button;  ///< not counted: stopped, or failed with the reason
  bool failed = false;
  // Once counted
  std::string subline;   ///< "480 stemmen · regel: gelijke delen"
  std::string headline;  ///< "7 plannen gaan door"
  std::vector<BarPart> bar;
  std::string bar_name, spent, left;
  std::string winners_title, winners_count;
  std::vector<Row> winners;
  std::string losers_title, losers_count;
  std::vector<Row> losers;
  std::string themes_title;
  std::vector<Share> themes;
  std::string buurten_title;
  std::vector<Share> buurten;
  std::string rounds_title, rounds_words;
  std::string col_plan, col_votes, col_per_person, axis_from, axis_to, left_title;
  std::vector<Round> rounds;
  float left_from = 1;
  std::string left_amount;
  std::string ties;         ///< a tie decided something; empty otherwise
  std::string purse_words;  ///< Add1 enlarged the purses; empty otherwise
  std::string replaced;     ///< the comparison step took greedy's outcome; empty otherwise
  std::string how_title, how_name, how_words, replay_link, compare_link, rule_link;
  std::string figures_title, meaning_show, meaning_hide;
  std::vector<Figure> figures;
  FairView fair;
  std::string map_title, map_name, map_attribution;
  std::vector<Donut> donuts;
  std::string recount_title, recount_words, recount_command, recount_button;
};

[[nodiscard]] ResultView make_result_view(const State& state, const Lang& lang);
[[nodiscard]] BusyView busy_view(const State& state, CountJob::Kind kind, const Lang& lang);
/// "Gelijke Delen"; of an unknown rule its id.
[[nodiscard]] std::string rule_name(std::string_view rule, const Lang& lang);
/// One honest paragraph: what the rule does, whom it suits and whom it does not.
[[nodiscard]] std::string rule_about(std::string_view rule, const Lang& lang);
/// How the rounds of a rule go, in two sentences.
[[nodiscard]] std::string rounds_words(const RuleCount& count, const Lang& lang);
/// How equally good plans are told apart: "het goedkoopste plan gaat voor, dan …".
[[nodiscard]] std::string tie_order_words(const model::CountingRule& rule, const Lang& lang);
/// Why a plan was not chosen, in one sentence.
[[nodiscard]] std::string loser_words(const PlanCount& plan, const model::Plan& of, const Lang& lang);

}  // namespace stoepkrijt::app
