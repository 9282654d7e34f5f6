// The count once more, step by step: whose money went to which plan. The same steps serve the moving picture and the
// list that stands below it (and instead of it with reduced motion).
#pragma once

#include <string>
#include <vector>

#include "app/views/page.hpp"
#include "app/views/purse_bands.hpp"
#include "app/views/result_view.hpp"

namespace stoepkrijt::app {

struct ReplayStep {
  std::string label;  ///< "Stap 3 van 8"
  std::string plan_id, title, words, amount, icon;
  int theme = 1;
  bool chosen = true;                 ///< false: it was its turn, and it does not fit
  std::vector<PurseBandView> before;  ///< the payers' purses; empty where nobody in particular pays
  std::vector<float> paid;            ///< parallel: what of one purse goes to this plan
  float from = 0, share = 0;          ///< on the bar of the whole amount
  std::string left;                   ///< "Nog € 12.300 over"
};

struct ReplayView {
  Page page;
  bool found = false;
  std::string empty_title, empty_words, empty_button;
  BusyView busy;
  std::string title, words;  ///< how this rule goes
  std::string legend;        ///< what a purse is; empty without purses
  std::vector<ReplayStep> steps;
  std::string end_title, end_words;
  std::string steps_title, steps_count;
  std::string play, pause, again, next, previous, slower, faster, bar_name;
};

[[nodiscard]] ReplayView make_replay_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
