// The organiser's pots and limits: money set apart for a theme or buurt, a least and a most amount, part funding.
#pragma once

#include <string>
#include <vector>

#include "app/views/page.hpp"

namespace stoepkrijt::app {

struct LimitsView {
  struct Row {
    std::string key, name, words, remove_name;
    model::SpendingLimit nothing;  ///< setting it removes the row
  };
  struct Choice {
    std::string name;
    model::SpendingLimit limit;    ///< as it stands now; zeros when there is none
    std::string pot, least, most;  ///< the same for the fields; empty for zero
  };
  Page page;
  bool has_round = false;
  std::string round;                   ///< id, for the commands; empty: the round of the app
  std::string of;                      ///< which round it is, where it is not that of the app
  std::string none_title, none_words;  ///< there is no round
  std::string title, intro;
  std::string locked;  ///< why nothing can be changed now; empty: it can
  std::string rows_title, rows_none, together;
  std::vector<Row> rows;
  std::string remove_button;
  std::string choose_title;
  std::vector<Choice> choices;  ///< every theme, then every buurt
  std::string pot_label, pot_hint, least_label, least_hint, most_label, most_hint;
  std::string not_money;  ///< what to do about a field that holds no amount
  std::string save_button;
  std::string part_title, part_words, part_box;
  bool part_funding = false;
  std::string example_words;  ///< how a count goes with pots and limits
};
[[nodiscard]] LimitsView make_limits_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
