// A small round and its ballots, made by hand so that every amount in the tests can be checked on paper.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "app/count.hpp"
#include "app/lang.hpp"
#include "app/state.hpp"

namespace stoepkrijt::app::test {

inline Lang read_lang(LangCode code) {
  const std::string name = code == LangCode::kNl ? "nl" : "en";
  std::ifstream file(std::string(STOEPKRIJT_SOURCE_DIR) + "/assets/lang/" + name + ".json", std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  Result<Lang> lang = Lang::parse(code, text.str());
  EXPECT_TRUE(lang.has_value());
  return lang ? *lang : Lang();
}

/// With ordinary spaces where the words have no-break spaces, so that a test can be read.
inline std::string sp(std::string words) {
  for (std::size_t at = words.find("\u00A0"); at != std::string::npos; at = words.find("\u00A0", at))
    words.replace(at, 2, " ");
  return words;
}

inline model::Plan make_plan(std::string id, std::string title, std::int64_t euros, model::Theme theme,
                             std::string buurt) {
  model::Plan plan;
  plan.id = std::move(id);
  plan.title = {title, title};
  plan.summary = {"Kort.", "Short."};
  plan.description = {"Lang.", "Long."};
  plan.proposer = "een groep bewoners";
  plan.cost = Money::from_euros(euros);
  plan.theme = theme;
  plan.icon = "bench";
  plan.buurt = std::move(buurt);
  plan.own_people = 12;
  plan.own_hours = 90;
  plan.support_households = 41;
  plan.support_of = 118;
  for (model::RuleCheck& check : plan.checks) check = {true, "Nagekeken."};
  return plan;
}

/// € 10.000 and four plans. Ballots: 6 × {bank, licht}, 3 × {taal}, 1 × blank. Equal purses of € 1.000.
inline model::Round make_round() {
  model::Round round;
  round.id = "r1";
  round.title = {"Wijkbudget 2026", "Budget 2026"};
  round.budget = Money::from_euros(10'000);
  round.opens = "2026-11-16";
  round.closes = "2026-12-13";
  round.result_on = "2026-12-16";
  round.who_may_vote = {"Alle bewoners vanaf 12 jaar.", "All residents of 12 and older."};
  round.open_points = {{"Welke plannen doorgaan", "Which plans go ahead"}};
  round.fixed_points = {{"Het bedrag", "The amount"}};
  round.afterwards = {"De uitslag komt.", "The result comes."};
  round.plans = {make_plan("bank", "Bankjes", 5000, model::Theme::kOutdoor, "B1"),
                 make_plan("licht", "Licht", 4000, model::Theme::kSafety, "B2"),
                 make_plan("taal", "Taalcafé", 2500, model::Theme::kLanguage, ""),
                 make_plan("vijver", "Vijver", 9000, model::Theme::kOutdoor, "B1")};
  return round;
}

inline model::Urn make_urn() {
  model::Urn urn;
  urn.round_id = "r1";
  urn.add(model::Ballot{{"bank", "licht"}}, 6);
  urn.add(model::Ballot{{"taal"}}, 3);
  urn.add(model::Ballot{}, 1);
  return urn;
}

inline State make_state() {
  auto dossier = std::make_shared<model::Dossier>();
  dossier->rounds.push_back(make_round());
  dossier->neighbourhood.buurten = {{"B1", "Oud", 2026, 100, 50, {}}, {"B2", "Nieuw", 2026, 100, 50, {}}};
  State state;
  state.dossier = std::move(dossier);
  state.urn = std::make_shared<model::Urn>(make_urn());
  state.example = false;
  state.device.now_ms = 1'795'305'600'000;  // 22 November 2026
  state.ballot.round_id = "r1";
  return state;
}

inline State counted_state(std::string_view rule) {
  State state = make_state();
  auto result = count_round(state.dossier->rounds[0], *state.urn, rule);
  EXPECT_TRUE(result.has_value());
  if (result) state.result = *result;
  return state;
}

}  // namespace stoepkrijt::app::test
