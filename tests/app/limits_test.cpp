// Pots and limits as the organiser sets them: what is kept, refused, taken back and counted.
#include <gtest/gtest.h>

#include <string>

#include "app/ballots.hpp"
#include "app/views/limits_view.hpp"
#include "app/views/plan_view.hpp"
#include "app_fixture.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::app {
namespace {

using test::Bench;
using test::sp;

model::SpendingLimit pot(model::Theme theme, std::int64_t euros) {
  return {"", theme, Money::from_euros(euros), {}, {}};
}

const model::Round& round_of(const Bench& b) { return *current_round(b.state()); }

TEST(Limits, ArePartOfTheRoundAndCanBeTakenBack) {
  Bench b;
  b.run(cmd::SetLimit{pot(model::Theme::kOutdoor, 5'000)});
  ASSERT_EQ(round_of(b).limits.size(), 1U);
  b.run(cmd::SetLimit{pot(model::Theme::kOutdoor, 4'000)});
  ASSERT_EQ(round_of(b).limits.size(), 1U);
  EXPECT_EQ(round_of(b).limits[0].pot, Money::from_euros(4'000));
  b.run(cmd::SetLimit{{"BU99990101", model::Theme::kOutdoor, {}, Money::from_euros(100), {}}});
  EXPECT_EQ(round_of(b).limits.size(), 2U);
  b.run(cmd::SetLimit{pot(model::Theme::kOutdoor, 0)});
  ASSERT_EQ(round_of(b).limits.size(), 1U);
  EXPECT_EQ(round_of(b).limits[0].buurt, "BU99990101");
  b.run(cmd::Undo{});
  EXPECT_EQ(round_of(b).limits.size(), 2U);
  b.run(cmd::SetPartFunding{true});
  EXPECT_TRUE(round_of(b).part_funding);
  b.restart();
  EXPECT_EQ(round_of(b).limits.size(), 2U);
  EXPECT_TRUE(round_of(b).part_funding);
}

TEST(Limits, MoreThanTheBudgetIsRefusedWithAReason) {
  Bench b;
  b.run(cmd::SetLimit{pot(model::Theme::kOutdoor, 900'000'000)});
  EXPECT_TRUE(round_of(b).limits.empty());
  ASSERT_TRUE(b.state().problem.has_value());
}

TEST(Limits, TheScreenSaysWhatIsSetAndWhatThatLeaves) {
  Bench b;
  const Lang nl = test::read_lang(LangCode::kNl);
  EXPECT_TRUE(make_limits_view(b.state(), nl).rows.empty());
  b.run(cmd::SetLimit{{"", model::Theme::kOutdoor, Money::from_euros(5'000), {}, Money::from_euros(8'000)}});
  const LimitsView view = make_limits_view(b.state(), nl);
  ASSERT_EQ(view.rows.size(), 1U);
  EXPECT_EQ(sp(view.rows[0].words), "Eigen pot: € 5.000. Hoogstens € 8.000.");
  EXPECT_NE(sp(view.together).find("€ 5.000 in potten"), std::string::npos);
  EXPECT_EQ(view.choices.size(), model::kThemeCount + 1);
  EXPECT_EQ(sp(view.choices[0].pot), "€ 5.000");
}

TEST(Limits, ThePotIsCountedAsAPhaseOfItsOwn) {
  Bench b;
  b.run(cmd::SetLimit{pot(round_of(b).plans[0].theme, 5'000)});
  const Result<rules::Election> election = election_of(round_of(b), *b.state().urn);
  ASSERT_TRUE(election);
  ASSERT_EQ(election->constraints.pots.size(), 1U);
  rules::Trace trace;
  ASSERT_TRUE(rules::tally("equal-shares", *election, {}, trace));
  ASSERT_EQ(trace.phases.size(), 2U);
  EXPECT_EQ(trace.phases[0].budget, Ratio(5'000));
}

TEST(Limits, ThePlanPageSaysWhatAPlanExcludesAndNeeds) {
  const Lang nl = test::read_lang(LangCode::kNl);
  State state = test::make_state();
  auto dossier = std::make_shared<model::Dossier>(*state.dossier);
  model::Round& round = dossier->rounds[0];
  round.part_funding = true;
  round.plans[0].excludes = {round.plans[1].id};
  round.plans[0].requires_plans = {round.plans[2].id};
  round.plans[0].least_cost = Money::from_euros(50);
  state.dossier = dossier;
  const auto lines_of = [&](std::size_t plan) {
    state.route = {Screen::kPlan, round.plans[plan].id};
    std::string text;
    for (const PlanView::Line& line : make_plan_view(state, nl).lines) text += line.left + ": " + line.right + "\n";
    return sp(text);
  };
  EXPECT_NE(lines_of(0).find("Kan niet samen met: " + nl.of(round.plans[1].title)), std::string::npos);
  EXPECT_NE(lines_of(0).find("Kan alleen samen met: " + nl.of(round.plans[2].title)), std::string::npos);
  EXPECT_NE(lines_of(0).find("Kan ook kleiner: vanaf € 50"), std::string::npos);
  EXPECT_NE(lines_of(1).find("Kan niet samen met: " + nl.of(round.plans[0].title)), std::string::npos);
}

}  // namespace
}  // namespace stoepkrijt::app
