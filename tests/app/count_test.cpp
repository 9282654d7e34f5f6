#include "app/count.hpp"

#include "round_fixture.hpp"

namespace stoepkrijt::app {
namespace {

using test::make_round;
using test::make_urn;

const PlanCount& plan_of(const CountResult& result, std::string_view id) {
  const PlanCount* p = find_count(result.counted, id);
  EXPECT_NE(p, nullptr);
  static const PlanCount none;
  return p == nullptr ? none : *p;
}

TEST(CountRound, GreedyTakesTheMostVotesFirstAndSkipsWhatDoesNotFit) {
  const auto result = count_round(make_round(), make_urn(), kRuleGreedy);
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ((*result)->counted.winners, (std::vector<std::string>{"bank", "licht"}));
  EXPECT_EQ((*result)->counted.spent, Money::from_euros(9000));
  const PlanCount& taal = plan_of(**result, "taal");
  EXPECT_EQ(taal.fate, Fate::kDoesNotFit);
  EXPECT_EQ(taal.left_before, Money::from_euros(1000));
  EXPECT_EQ(taal.turn, 3);
  EXPECT_EQ(plan_of(**result, "vijver").fate, Fate::kNoVotes);
}

// Purses of € 1.000: six voters have € 6.000, which carries bank (5.000) or licht (4.000); three have 3.000 for taal.
// ρ = 1/votes, so bank and licht (6 votes) come before taal (3); by id bank first. It leaves 1.000 for licht.
TEST(CountRound, EqualSharesGivesAMinorityItsPart) {
  const auto result = count_round(make_round(), make_urn(), kRuleEqualShares);
  ASSERT_TRUE(result.has_value());
  const RuleCount& count = (*result)->counted;
  EXPECT_EQ(count.purse_first, Money::from_euros(1000));
  EXPECT_EQ(count.winners, (std::vector<std::string>{"bank", "taal"}));
  EXPECT_TRUE(count.ties);
  const PlanCount& bank = plan_of(**result, "bank");
  EXPECT_EQ(bank.share, *Money::parse("833.33"));
  EXPECT_EQ(bank.pay_share, 6);
  EXPECT_EQ(bank.pay_rest, 0);
}

TEST(CountRound, SaysWhatTheSupportersOfALoserHadLeft) {
  const auto result = count_round(make_round(), make_urn(), kRuleEqualShares);
  ASSERT_TRUE(result.has_value());
  const PlanCount& licht = plan_of(**result, "licht");
  EXPECT_EQ(licht.fate, Fate::kTooLittleLeft);
  // Nothing outside the outcome fits in the 2.500 that is left, so the first run stands.
  EXPECT_EQ((*result)->counted.purse_final, Money::from_euros(1000));
  EXPECT_EQ(licht.have, Money::from_euros(1000));
  ASSERT_EQ(licht.bands.size(), 1U);
  EXPECT_EQ(licht.bands[0].kind, PurseBand::Kind::kSome);
  EXPECT_EQ(licht.bands[0].people, 6);
  ASSERT_EQ(licht.bands[0].spent.size(), 1U);
  EXPECT_EQ(licht.bands[0].spent[0].plan_id, "bank");
  EXPECT_EQ(licht.bands[0].spent[0].amount, Money::from_euros(5000));
}

TEST(CountRound, EveryNumberThatWouldHaveHelpedIsTrueWhenCountedAgain) {
  for (const std::string_view rule : {kRuleEqualShares, kRuleGreedy}) {
    const auto result = count_round(make_round(), make_urn(), rule);
    ASSERT_TRUE(result.has_value());
    int tried = 0;
    for (const PlanCount& plan : (*result)->counted.plans) {
      if (plan.cheaper) {
        model::Round round = make_round();
        for (model::Plan& p : round.plans) {
          if (p.id == plan.plan_id) p.cost = *plan.cheaper;
        }
        const auto again = count_round(round, make_urn(), rule);
        ASSERT_TRUE(again.has_value());
        EXPECT_EQ(plan_of(**again, plan.plan_id).fate, Fate::kChosen) << rule << " " << plan.plan_id;
        ++tried;
      }
      if (plan.more_voters) {
        model::Urn urn = make_urn();
        urn.add(model::Ballot{{plan.plan_id}}, *plan.more_voters);
        const auto again = count_round(make_round(), urn, rule);
        ASSERT_TRUE(again.has_value());
        EXPECT_EQ(plan_of(**again, plan.plan_id).fate, Fate::kChosen) << rule << " " << plan.plan_id;
        ++tried;
      }
    }
    EXPECT_GE(tried, 2) << rule;
  }
}

TEST(CountRound, ComparesTheRulesOnTheSameBallots) {
  const auto result = count_round(make_round(), make_urn(), kRuleEqualShares);
  ASSERT_TRUE(result.has_value());
  const CountResult& r = **result;
  EXPECT_EQ(r.other.rule, kRuleGreedy);
  EXPECT_EQ(r.prefer_counted, 3);  // the three of taal
  EXPECT_EQ(r.prefer_other, 6);    // the six get bank and licht
  EXPECT_EQ(r.same, 1);            // the blank vote
  EXPECT_EQ(r.counted.empty_handed, 0);
  EXPECT_EQ(r.other.empty_handed, 3);
  EXPECT_EQ(r.blank, 1);
}

TEST(CountRound, RefusesAnEmptyBoxAnUnknownRuleAndStrangeBallots) {
  EXPECT_EQ(count_round(make_round(), model::Urn{}, kRuleGreedy).error().code, ErrorCode::kNoBallots);
  EXPECT_EQ(count_round(make_round(), make_urn(), "dice").error().code, ErrorCode::kUnknownId);
  model::Urn strange = make_urn();
  strange.add(model::Ballot{{"maan"}});
  EXPECT_EQ(count_round(make_round(), strange, kRuleGreedy).error().key, "error.ballot_unknown_plan");
  model::Urn other = make_urn();
  other.round_id = "r2";
  EXPECT_EQ(count_round(make_round(), other, kRuleGreedy).error().key, "error.urn_of_other_round");
}

}  // namespace
}  // namespace stoepkrijt::app
