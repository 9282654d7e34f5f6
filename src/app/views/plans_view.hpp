// All plans, to read without voting: filtered by theme and buurt, in the printed order or by cost.
#pragma once

#include <string>
#include <vector>

#include "app/views/page.hpp"
#include "app/views/round_words.hpp"

namespace stoepkrijt::app {

/// What the user narrowed the list to. Belongs to the screen, not to the state.
struct PlansFilter {
  int theme = 0;      ///< 1 to 6; 0: all
  std::string buurt;  ///< code; empty: all. Plans of the whole neighbourhood stay in every buurt.
  bool cheapest_first = false;
};

/// A choice of a filter: a chip.
struct FilterChip {
  std::string words;
  std::string icon;
  std::string code;  ///< buurt code
  int theme = 0;
};

struct PlansView {
  Page page;
  bool has_round = false;
  std::string intro;
  std::vector<PlanItem> plans;           ///< in the printed order
  std::vector<std::string> count_words;  ///< by number: "0 plannen", "1 plan", ...
  std::vector<FilterChip> themes;        ///< the first: all
  std::vector<FilterChip> buurten;       ///< the first: all; empty when there is one buurt
  std::string theme_group, buurt_group, sort_group;
  std::string sort_listed, sort_cheapest;
  std::string filter_words;                  ///< button that opens the choices
  std::string nothing_title, nothing_words;  ///< no plan matches
  std::string clear;
  std::string next_round;  ///< leads to the round in preparation
  std::string vote_words;  ///< button at the bottom; empty: voting is not possible now
  std::string tile_words;
  int tiles = 6;
};

[[nodiscard]] PlansView make_plans_view(const State& state, const Lang& lang);
/// Indices in `plans` that the filter shows, in the order to show them. Equal costs keep the printed order.
[[nodiscard]] std::vector<std::size_t> shown_plans(const std::vector<PlanItem>& plans, const PlansFilter& filter);
/// Chips of the themes and buurten that the round's plans have.
[[nodiscard]] std::vector<FilterChip> theme_chips(const model::Round& round, const Lang& lang);
[[nodiscard]] std::vector<FilterChip> buurt_chips(const State& state, const model::Round& round, const Lang& lang);

}  // namespace stoepkrijt::app
