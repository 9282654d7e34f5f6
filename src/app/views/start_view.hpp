// The front door: which round, how much money, what you can do now, and how much you decide.
#pragma once

#include <string>
#include <vector>

#include "app/views/page.hpp"
#include "app/views/round_words.hpp"

namespace stoepkrijt::app {

struct StartView {
  Page page;
  bool has_round = false;    ///< false: only the walk is shown
  std::string intro;         ///< with ==amount== in the accent colour
  std::string kiosk_title;   ///< "Hier stemt u over ==€ 60.000== voor de wijk"
  std::string action_words;  ///< of the one blue button
  std::string action_icon;
  Route action;
  std::string when;          ///< below the button; **day** in bold
  std::string practice;      ///< empty when votes are real
  std::string voted;         ///< "U hebt gestemd"; empty: not yet
  std::string hand_over;     ///< the sealed vote is still on this device, as far as is known; empty: none is
  std::string ladder_title;  ///< "U beslist mee"
  std::string ladder_right;  ///< "stap 4 van 4"
  std::string ladder_name;   ///< of the hopscotch strip
  std::vector<std::string> ladder_words;  ///< weten, denken, doen, beslissen
  int ladder_step = 0;                    ///< 0 to 3
  std::string who_title, who_words;
  std::string ladder_link;
  std::string plans_title, plans_words, plans_link;
  std::string walk_title, walk_words, walk_link;
  std::string result_title, result_words, result_link;
};

[[nodiscard]] StartView make_start_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
