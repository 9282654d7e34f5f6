// One plan in full: where, what, what it costs, who joins, who backs it, and how it stands against the seven rules.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/views/page.hpp"
#include "app/views/round_words.hpp"

namespace stoepkrijt::app {

struct PlanView {
  struct Line {
    std::string left, right;
  };
  struct Check {
    std::string rule, reason, state;  ///< state: "Ja" or "Nee"
    bool met = false;
  };
  Page page;
  bool found = false;
  std::string not_found_title, not_found_words;
  PlanItem plan;
  std::optional<geo::LonLat> place;
  std::string map_name, map_words;
  std::string description;
  std::string by_words;      ///< who proposes it
  std::vector<Line> lines;   ///< costs, own work, money of others, support
  std::string own_words;     ///< what residents do themselves
  std::string checks_title;  ///< "Regels voor het geld"
  std::string checks_count;  ///< "7 van 7"
  bool checks_all = false;
  std::vector<Check> checks;
  std::string checks_open, checks_close;
  std::string fits;         ///< above the button: "Past. Daarna is er **€ 12.200** over."
  bool can_choose = false;  ///< voting is possible now
  model::VoteMethod method = model::VoteMethod::kKnapsack;
  bool fits_budget = true;
  std::string button;       ///< "Kies dit plan" or "Haal dit plan weg"
  std::string choice_link;  ///< to the plans being chosen
  std::string why_link;     ///< to the explanation; empty: nothing counted
};

[[nodiscard]] PlanView make_plan_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
