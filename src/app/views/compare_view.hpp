// Any two rules side by side on the same ballots: which plans differ, who gets more, where the money goes.
#pragma once

#include <string>
#include <vector>

#include "app/views/page.hpp"
#include "app/views/result_view.hpp"
#include "app/views/round_words.hpp"

namespace stoepkrijt::app {

struct CompareView {
  struct Row {
    std::string plan_id, title, small, icon, first, second, name;  ///< first, second: "Gaat door" or "Gaat niet door"
    int theme = 1;
    bool in_first = false, in_second = false;
  };
  struct Figure {
    std::string words, first, second;
  };
  struct Theme {
    std::string words, icon, first, second;
    int theme = 1;
    float first_share = 0, second_share = 0;  ///< of the largest amount in the table
  };
  struct Choice {
    model::CountingRule rule;
    std::string name;
    bool first = false, second = false;  ///< chosen as such
  };
  Page page;
  bool found = false;
  bool ready = false;  ///< counted; else `busy`
  BusyView busy;
  std::string first_choice_title, second_choice_title, change_button, close_button;
  std::vector<Choice> choices;
  std::string empty_title, empty_words, empty_button;
  std::string first_rule, second_rule;  ///< names
  std::string headline;                 ///< "3 plannen krijgen een andere uitslag"
  std::string intro;
  std::string first_title, first_count, second_title, second_count, differ_none;
  std::vector<Row> only_first, only_second;
  std::string same_title, same_count;
  std::vector<Row> same;
  std::string people_title;
  std::vector<std::string> people;  ///< sentences
  std::string figures_title;
  std::vector<Figure> figures;
  std::string themes_title;
  std::vector<Theme> themes;
  std::string buurten_title;
  std::vector<Theme> buurten;  ///< theme 0
};

[[nodiscard]] CompareView make_compare_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
