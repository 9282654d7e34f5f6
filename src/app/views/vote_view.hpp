// Voting in three steps and the end: read, choose, check, done.
#pragma once

#include <string>
#include <vector>

#include "app/views/page.hpp"
#include "app/views/plans_view.hpp"
#include "app/views/round_words.hpp"

namespace stoepkrijt::app {

/// The band under the top bar: three hopscotch squares and the step's name. The page's h1 is its title.
struct StepBand {
  std::string name;   ///< for the screen reader
  std::string title;  ///< "Kies uw plannen"
  std::string words;  ///< "stap 2 van 3"
  int current = 0;    ///< 0 to 2
};

/// When voting is not possible now: why, and what is.
struct NoVote {
  std::string title, words, button;
  Route action;
};

struct VoteReadView {
  struct Point {
    std::string icon, title, words;
  };
  Page page;
  StepBand band;
  bool may_vote = false;
  NoVote no_vote;
  std::string heading;
  std::vector<Point> points;
  std::string practice;  ///< empty when votes are real
  std::string button;
};
[[nodiscard]] VoteReadView make_vote_read_view(const State& state, const Lang& lang);

struct VoteChooseView {
  Page page;
  StepBand band;
  bool may_vote = false;
  NoVote no_vote;
  std::vector<FilterChip> themes;  ///< the first: all
  std::string theme_group;
  std::string theme_button, map_button;  ///< chips: open the themes, go to the map
  std::vector<std::string> count_words;
  model::VoteMethod method = model::VoteMethod::kKnapsack;
  std::vector<PlanItem> plans;      ///< in the printed order
  std::vector<std::size_t> ranked;  ///< on a ranking: indices in `plans`, best first
  std::string ranked_title, ranked_empty, rank_hint, others_title, up_words, down_words;
  int tiles = 6;  ///< of the bar on each card
  std::string list_name;
  std::string undo;  ///< takes the last step back; with `undo_reason` when there is none
  std::string undo_reason;
  Purse purse;
  std::string sheet_name;
  std::string button;  ///< "Bekijk mijn 4 plannen" or "Verder zonder plan (blanco)"
  bool blank = false;
  std::string nothing_title, nothing_words;
};
[[nodiscard]] VoteChooseView make_vote_choose_view(const State& state, const Lang& lang);

struct VoteCheckView {
  Page page;
  StepBand band;
  bool may_vote = false;
  NoVote no_vote;
  std::string heading;  ///< "Klopt dit?"
  std::string words;    ///< "U kiest 4 plannen."
  model::VoteMethod method = model::VoteMethod::kKnapsack;
  std::vector<PlanItem> plans;       ///< as chosen; on a ranking best first
  std::vector<std::string> amounts;  ///< per plan, at the right: its price, or its points
  std::vector<std::string> smalls;   ///< per plan, below the title: its price where points stand at the right
  std::string together_word;
  Purse purse;
  std::string together;    ///< beside it
  std::string left_words;  ///< "€ 28.200 over. Dat mag. Eén vak is € 10.000."
  std::string note;        ///< final and secret; for a blank vote also what it means
  bool can_cast = false;   ///< false when over budget
  std::string button, change;
};
[[nodiscard]] VoteCheckView make_vote_check_view(const State& state, const Lang& lang);

struct VoteDoneView {
  Page page;
  std::string heading, words;
  std::string honest_title, honest_words;  ///< that nothing is sent
  std::string next_title, next_words;      ///< what happens now, with the day
  std::string home, again, result;
};
[[nodiscard]] VoteDoneView make_vote_done_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
