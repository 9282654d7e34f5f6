// The result: count by one of two rules, who won and who did not and why, where the money goes, and how to recount.
#pragma once

#include <string>
#include <vector>

#include "app/count.hpp"
#include "app/views/page.hpp"
#include "app/views/round_words.hpp"

namespace stoepkrijt::app {

struct RuleChoice {
  std::string id, title, words;
  bool chosen = false;
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
  };
  Page page;
  bool has_round = false;
  bool has_votes = false;
  bool counted = false;
  std::string empty_title, empty_words;  ///< no round or no votes
  std::string trial;                     ///< the box is still open: a trial count; empty otherwise
  std::string rule_title;
  std::vector<RuleChoice> rules;
  std::string count_button, count_words;
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
  std::string compare_link;
  std::string recount_title, recount_words, recount_command, recount_button;
};

[[nodiscard]] ResultView make_result_view(const State& state, const Lang& lang);
[[nodiscard]] std::string rule_name(std::string_view rule, const Lang& lang);
/// Why a plan was not chosen, in one sentence.
[[nodiscard]] std::string loser_words(const PlanCount& plan, const model::Plan& of, const Lang& lang);

}  // namespace stoepkrijt::app
