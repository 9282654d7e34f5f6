// "Wie beslist wat?": the participation ladder, what is open, what is fixed, and what happens afterwards.
#pragma once

#include <string>
#include <vector>

#include "app/views/page.hpp"
#include "app/views/round_words.hpp"

namespace stoepkrijt::app {

struct LadderView {
  struct Rung {
    std::string number, title, words;
    bool current = false;
  };
  Page page;
  bool has_round = false;
  std::vector<Rung> rungs;
  std::string rungs_name;
  std::string open_title;
  std::vector<std::string> open_points;
  std::string fixed_title;
  std::vector<std::string> fixed_points;
  std::string after_title, after_words;
  std::string who_title, who_words;
};

[[nodiscard]] LadderView make_ladder_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
