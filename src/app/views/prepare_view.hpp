// Preparing a walk: name and day, route and stops, what is looked at, who walks.
#pragma once

#include <string>
#include <vector>

#include "app/state.hpp"
#include "app/views/page.hpp"

namespace stoepkrijt::app {

struct PrepareView {
  Page page;
  bool present = false;
  bool is_new = true;
  model::Walk walk;  ///< as it stands now; the screen changes a copy of it
  std::string intro;
  std::string title_label, title_hint;
  std::string day_title, day, day_less, day_more;
  std::string day_before, day_after;  ///< ISO dates
  std::string route_title, route_words, route_help, map_name, map_help, attribution;
  std::string point, stop, undo_point, from_file;
  std::string stops_title, stop_name, stop_question, stop_question_hint, stop_measures, stop_remove, stop_up, stop_down;
  struct Choice {
    std::string slug, words, icon;
  };
  std::vector<Choice> measures;
  std::string themes_title, themes_hint;
  std::vector<Choice> themes;  ///< in the order of SchouwTheme
  std::string kinds_title, kinds_hint;
  std::vector<Choice> kinds;  ///< in the order of SignalKind
  std::string elsewhere_label, elsewhere_hint;
  std::string tree_title, tree_words, tree_pick, tree_plain;
  std::string teams_title, teams_hint, team_label, team_add, remove;
  std::string walkers_title, walkers_hint, walker_name, walker_role, walker_team, walker_add, everybody;
  std::string save, drop;
  std::string new_stop;  ///< name of a stop that has none yet: "Plek 3"
};
[[nodiscard]] PrepareView make_prepare_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
