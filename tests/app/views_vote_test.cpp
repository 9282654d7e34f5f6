#include <algorithm>

#include "app/views/compare_view.hpp"
#include "app/views/ladder_view.hpp"
#include "app/views/plan_view.hpp"
#include "app/views/plans_view.hpp"
#include "app/views/result_view.hpp"
#include "app/views/start_view.hpp"
#include "app/views/vote_view.hpp"
#include "app/views/why_view.hpp"
#include "round_fixture.hpp"

namespace stoepkrijt::app {
namespace {

using test::counted_state;
using test::make_state;
using test::sp;

class VoteViews : public ::testing::Test {
 protected:
  Lang nl = test::read_lang(LangCode::kNl);
  Lang en = test::read_lang(LangCode::kEn);
};

State with_round(State state, void (*change)(model::Round&)) {
  auto dossier = std::make_shared<model::Dossier>(*state.dossier);
  change(dossier->rounds[0]);
  state.dossier = dossier;
  return state;
}

TEST_F(VoteViews, IsoDayCountsLeapYearsAndZones) {
  EXPECT_EQ(iso_day(0, 0), "1970-01-01");
  EXPECT_EQ(iso_day(1'709'164'800'000, 0), "2024-02-29");
  EXPECT_EQ(iso_day(1'795'305'600'000, 60), "2026-11-22");
  EXPECT_EQ(iso_day(-1, 0), "1969-12-31");
}

TEST_F(VoteViews, ATileIsTheRoundAmountThatGivesFourToTenTiles) {
  EXPECT_EQ(tiles_of(Money::from_euros(60'000)).each, Money::from_euros(10'000));
  EXPECT_EQ(tiles_of(Money::from_euros(60'000)).count, 6);
  for (const std::int64_t euros : {1, 7, 450, 10'000, 61'500, 1'000'000, 33'333'333}) {
    const Tiles tiles = tiles_of(Money::from_euros(euros));
    EXPECT_GE(tiles.count, 4) << euros;
    EXPECT_LE(tiles.count, 10) << euros;
  }
}

TEST_F(VoteViews, StartOffersWhatCanBeDoneInEachPhase) {
  const State open = make_state();
  EXPECT_EQ(make_start_view(open, nl).action.screen, Screen::kVoteRead);
  EXPECT_NE(sp(make_start_view(open, nl).when).find("13 december"), std::string::npos);

  State early = open;
  early.device.now_ms -= std::int64_t{10} * 86'400'000;
  EXPECT_EQ(make_start_view(early, nl).action.screen, Screen::kPlans);

  State late = open;
  late.device.now_ms += std::int64_t{30} * 86'400'000;
  EXPECT_EQ(make_start_view(late, nl).action.screen, Screen::kResult);

  const State counted = with_round(open, [](model::Round& r) { r.phase = model::RoundPhase::kCounted; });
  EXPECT_EQ(vote_status(counted, counted.dossier->rounds[0]), VoteStatus::kCounted);
  EXPECT_EQ(make_start_view(counted, nl).action.screen, Screen::kResult);

  late.example = true;  // practice never closes
  EXPECT_EQ(make_start_view(late, nl).action.screen, Screen::kVoteRead);
  EXPECT_FALSE(make_start_view(late, nl).practice.empty());
}

TEST_F(VoteViews, StartWithoutARoundLeadsToTheWalk) {
  State state = make_state();
  state.dossier = std::make_shared<model::Dossier>();
  const StartView view = make_start_view(state, nl);
  EXPECT_FALSE(view.has_round);
  EXPECT_EQ(view.action.screen, Screen::kMap);
  state.dossier = nullptr;
  EXPECT_FALSE(make_start_view(state, nl).has_round);
}

TEST_F(VoteViews, LadderMarksExactlyOneRung) {
  const LadderView view = make_ladder_view(make_state(), nl);
  ASSERT_EQ(view.rungs.size(), 4U);
  EXPECT_EQ(std::count_if(view.rungs.begin(), view.rungs.end(), [](const auto& r) { return r.current; }), 1);
  EXPECT_TRUE(view.rungs[3].current);
  EXPECT_EQ(view.open_points.size(), 1U);
}

TEST_F(VoteViews, PlansAreFilteredAndSortedWithTheirCount) {
  const PlansView view = make_plans_view(make_state(), nl);
  EXPECT_EQ(shown_plans(view.plans, {}), (std::vector<std::size_t>{0, 1, 2, 3}));
  EXPECT_EQ(shown_plans(view.plans, {.theme = 1, .buurt = "", .cheapest_first = false}),
            (std::vector<std::size_t>{0, 3}));
  EXPECT_EQ(shown_plans(view.plans, {.theme = 0, .buurt = "B2", .cheapest_first = true}),
            (std::vector<std::size_t>{2, 1}));
  EXPECT_EQ(view.count_words.at(1), "1 plan");
  EXPECT_EQ(view.count_words.at(0), "0 plannen");
  EXPECT_EQ(view.themes.size(), 4U);  // all, and the three that occur
  EXPECT_EQ(view.buurten.size(), 3U);
}

TEST_F(VoteViews, APlanThatDoesNotFitSaysByHowMuch) {
  State state = make_state();
  state.ballot.chosen = {"bank", "licht"};  // 9.000 of 10.000
  const VoteChooseView view = make_vote_choose_view(state, nl);
  EXPECT_EQ(sp(view.plans[2].reason), "Past niet: € 1.500 te veel");
  EXPECT_TRUE(view.plans[0].reason.empty());
  EXPECT_TRUE(view.plans[0].chosen);
  EXPECT_EQ(sp(view.purse.left_amount), "€ 1.000");
  EXPECT_EQ(view.button, "Bekijk mijn 2 plannen");
  state.route = {Screen::kPlan, "taal"};
  const PlanView plan = make_plan_view(state, nl);
  EXPECT_FALSE(plan.fits_budget);
  EXPECT_NE(sp(plan.fits).find("€ 1.500"), std::string::npos);
}

TEST_F(VoteViews, APlanTellsWhatIsLeftAfterIt) {
  State state = make_state();
  state.route = {Screen::kPlan, "bank"};
  PlanView view = make_plan_view(state, nl);
  EXPECT_EQ(view.page.title, "Plan 1 van 4");
  EXPECT_NE(sp(view.fits).find("€ 5.000"), std::string::npos);
  EXPECT_EQ(view.checks_count, "7 van 7");
  state.ballot.chosen = {"bank"};
  EXPECT_EQ(make_plan_view(state, nl).button, "Haal dit plan weg");
  state.route.id = "maan";
  EXPECT_FALSE(make_plan_view(state, nl).found);
}

TEST_F(VoteViews, AnOverspentChoiceCannotBeCast) {
  State state = make_state();
  state.ballot.chosen = {"bank", "vijver"};  // 14.000: the costs came from another file
  const VoteCheckView view = make_vote_check_view(state, nl);
  EXPECT_TRUE(view.purse.over);
  EXPECT_FALSE(view.can_cast);
  EXPECT_NE(sp(view.left_words).find("€ 4.000"), std::string::npos);
}

TEST_F(VoteViews, ABlankVoteIsPossibleAndExplained) {
  const State state = make_state();
  EXPECT_TRUE(make_vote_choose_view(state, nl).blank);
  const VoteCheckView view = make_vote_check_view(state, nl);
  EXPECT_TRUE(view.can_cast);
  EXPECT_EQ(view.button, "Ja, lever mijn blanco stem in");
  EXPECT_NE(sp(view.note).find("geen enkel plan"), std::string::npos);
}

TEST_F(VoteViews, AClosedRoundTakesNoVotesOnAnyStep) {
  const State state = with_round(make_state(), [](model::Round& r) { r.phase = model::RoundPhase::kClosed; });
  EXPECT_FALSE(make_vote_read_view(state, nl).may_vote);
  EXPECT_FALSE(make_vote_choose_view(state, nl).may_vote);
  EXPECT_FALSE(make_vote_check_view(state, nl).may_vote);
  EXPECT_EQ(make_vote_check_view(state, nl).no_vote.action.screen, Screen::kResult);
  State plan = state;
  plan.route = {Screen::kPlan, "bank"};
  EXPECT_FALSE(make_plan_view(plan, nl).can_choose);
}

TEST_F(VoteViews, ResultWithoutVotesSaysSo) {
  State state = make_state();
  state.urn = std::make_shared<model::Urn>();
  const ResultView view = make_result_view(state, nl);
  EXPECT_FALSE(view.has_votes);
  EXPECT_FALSE(view.empty_words.empty());
}

TEST_F(VoteViews, ResultListsEveryPlanOnceWithItsReason) {
  for (const std::string_view rule : {kRuleEqualShares, kRuleGreedy}) {
    const ResultView view = make_result_view(counted_state(rule), nl);
    ASSERT_TRUE(view.counted);
    EXPECT_EQ(view.winners.size() + view.losers.size(), 4U);
    for (const ResultView::Row& row : view.losers) EXPECT_FALSE(row.reason.empty());
    for (const ResultView::Row& row : view.winners) EXPECT_TRUE(row.reason.empty());
    EXPECT_EQ(view.rounds.size(), view.winners.size());
    EXPECT_EQ(view.themes.size(), model::kThemeCount);
  }
  const ResultView shares = make_result_view(counted_state(kRuleEqualShares), nl);
  EXPECT_EQ(shares.headline, "2 plannen gaan door");
  EXPECT_EQ(sp(shares.spent), "€ 7.500 besteed");
  EXPECT_FALSE(shares.ties.empty());
  EXPECT_EQ(sp(shares.losers[0].reason), "Er was € 1.000 van € 4.000.");
  EXPECT_NE(sp(shares.subline).find("1 blanco"), std::string::npos);
}

TEST_F(VoteViews, AResultOfAnotherRoundIsNotShown) {
  State state = counted_state(kRuleGreedy);
  state = with_round(state, [](model::Round& r) { r.id = "r2"; });
  EXPECT_FALSE(make_result_view(state, nl).counted);
  EXPECT_FALSE(make_compare_view(state, nl).found);
}

TEST_F(VoteViews, WhyTellsTheTruthOfEqualShares) {
  State state = counted_state(kRuleEqualShares);
  state.counting.help["licht"].cheaper = Money::from_euros(1000);
  state.route = {Screen::kWhy, "bank"};
  WhyView view = make_why_view(state, nl);
  ASSERT_EQ(view.steps.size(), 3U);
  EXPECT_TRUE(view.won);
  EXPECT_EQ(sp(view.steps[0].number), "€ 1.000");
  EXPECT_EQ(view.steps[1].title, "6 mensen kozen dit plan");
  EXPECT_EQ(sp(view.steps[2].bar_words), "6 × € 833,33 = € 5.000 (afgerond)");
  state.route.id = "taal";
  view = make_why_view(state, nl);
  EXPECT_EQ(sp(view.steps[2].bar_words), "3 × € 833,33 = € 2.500 (afgerond)");
  state.route.id = "licht";
  view = make_why_view(state, nl);
  EXPECT_FALSE(view.won);
  EXPECT_EQ(sp(view.steps.back().short_words), "€ 3.000 te kort");
  EXPECT_FALSE(view.help_words.empty());
  EXPECT_NE(sp(view.other_words).find("wel door"), std::string::npos);
}

TEST_F(VoteViews, WhyTellsTheTruthOfMostVotes) {
  State state = counted_state(kRuleGreedy);
  state.route = {Screen::kWhy, "taal"};
  const WhyView view = make_why_view(state, nl);
  ASSERT_EQ(view.steps.size(), 3U);
  EXPECT_EQ(view.steps[1].ranking.size(), 3U);
  EXPECT_TRUE(view.steps[1].ranking[2].self);
  EXPECT_EQ(sp(view.steps[2].short_words), "€ 1.500 te kort");
  state.route.id = "vijver";
  EXPECT_EQ(make_why_view(state, nl).steps[0].title, "0 mensen kozen dit plan");
}

TEST_F(VoteViews, WhyBeforeCountingLeadsToTheCount) {
  State state = make_state();
  state.route = {Screen::kWhy, "bank"};
  EXPECT_FALSE(make_why_view(state, nl).found);
  EXPECT_FALSE(make_why_view(state, nl).empty_button.empty());
}

TEST_F(VoteViews, CompareShowsWhereTheRulesDiffer) {
  const CompareView view = make_compare_view(counted_state(kRuleEqualShares), nl);
  ASSERT_TRUE(view.found);
  EXPECT_EQ(view.only_first.size(), 1U);
  EXPECT_EQ(view.only_second.size(), 1U);
  EXPECT_EQ(view.same.size(), 2U);
  EXPECT_EQ(view.headline, "2 plannen krijgen een andere uitslag");
  EXPECT_EQ(view.people[0], "3 kiezers krijgen meer gekozen plannen met: Gelijke Delen.");
  EXPECT_EQ(view.figures[3].second, "3");
}

// A missing key shows itself in brackets; no sentence of ours holds one, in neither language.
TEST_F(VoteViews, EveryWordIsThereInBothLanguages) {
  for (const Lang* lang : {&nl, &en}) {
    for (const std::string_view rule : {kRuleEqualShares, kRuleGreedy}) {
      State state = counted_state(rule);
      std::string all = make_start_view(state, *lang).page.read_words + make_ladder_view(state, *lang).page.read_words +
                        make_plans_view(state, *lang).page.read_words + make_result_view(state, *lang).page.read_words +
                        make_compare_view(state, *lang).page.read_words;
      for (const char* id : {"bank", "licht", "taal", "vijver"}) {
        state.route.id = id;
        all += make_why_view(state, *lang).page.read_words + make_plan_view(state, *lang).page.read_words;
      }
      all += make_vote_read_view(state, *lang).page.read_words + make_vote_choose_view(state, *lang).page.read_words +
             make_vote_check_view(state, *lang).page.read_words + make_vote_done_view(state, *lang).page.read_words;
      EXPECT_EQ(all.find('['), std::string::npos) << all.substr(all.find('['), 60);
      EXPECT_EQ(all.find('{'), std::string::npos) << all.substr(all.find('{'), 60);
    }
  }
}

}  // namespace
}  // namespace stoepkrijt::app
