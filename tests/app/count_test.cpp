#include "app/count.hpp"

#include "app/count_help.hpp"
#include "app/count_params.hpp"

#include <algorithm>
#include <cstdlib>

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
  const auto election = round_election(make_round(), make_urn());
  ASSERT_TRUE(election.has_value());
  for (const std::string_view rule : {kRuleEqualShares, kRuleGreedy}) {
    const auto result = count_round(make_round(), make_urn(), rule);
    ASSERT_TRUE(result.has_value());
    int tried = 0;
    for (const PlanCount& plan : (*result)->counted.plans) {
      if (plan.fate == Fate::kChosen) continue;
      const auto help = find_help(*election, offered(rule), plan.plan_id);
      ASSERT_TRUE(help.has_value());
      if (help->cheaper) {
        model::Round round = make_round();
        for (model::Plan& p : round.plans) {
          if (p.id == plan.plan_id) p.cost = *help->cheaper;
        }
        const auto again = count_round(round, make_urn(), rule);
        ASSERT_TRUE(again.has_value());
        EXPECT_EQ(plan_of(**again, plan.plan_id).fate, Fate::kChosen) << rule << " " << plan.plan_id;
        ++tried;
      }
      if (help->more_voters) {
        model::Urn urn = make_urn();
        urn.add(model::Ballot{{plan.plan_id}}, *help->more_voters);
        const auto again = count_round(make_round(), urn, rule);
        ASSERT_TRUE(again.has_value());
        EXPECT_EQ(plan_of(**again, plan.plan_id).fate, Fate::kChosen) << rule << " " << plan.plan_id;
        ++tried;
      }
    }
    EXPECT_GE(tried, 2) << rule;
  }
}

TEST(CountRound, HelpStopsWhenAskedTo) {
  class Never final : public rules::Watcher {
   public:
    bool on_progress(std::uint64_t /*done*/, std::uint64_t /*total*/) override { return false; }
  } never;
  const auto election = round_election(make_round(), make_urn());
  ASSERT_TRUE(election.has_value());
  const auto help = find_help(*election, offered(kRuleEqualShares), "licht", &never);
  ASSERT_FALSE(help.has_value());
  EXPECT_EQ(help.error().code, ErrorCode::kCancelled);
}

TEST(CountRound, ComparesTheRulesOnTheSameBallots) {
  const auto result = count_round(make_round(), make_urn(), kRuleEqualShares);
  ASSERT_TRUE(result.has_value());
  const CountResult& r = **result;
  EXPECT_EQ(r.other.rule.id, kRuleGreedy);
  EXPECT_EQ(r.prefer_counted, 3);  // the three of taal
  EXPECT_EQ(r.prefer_other, 6);    // the six get bank and licht
  EXPECT_EQ(r.same, 1);            // the blank vote
  EXPECT_EQ(r.counted.figures.empty_handed, 0);
  EXPECT_EQ(r.other.figures.empty_handed, 3);
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

// What the bands say of a winner is what it cost, for every rule and every way of paying.
TEST(CountRound, EveryRuleOfTheRegistryThatCountsTheseBallotsTellsAConsistentStory) {
  int counted = 0;
  for (const rules::RuleEntry& entry : rules::registry()) {
    if (!defined_on(entry, model::VoteMethod::kApproval)) continue;
    model::Round round = make_round();
    round.form.method = model::VoteMethod::kApproval;
    const auto result = count_round(round, make_urn(), entry.id);
    ASSERT_TRUE(result.has_value()) << entry.id << " " << result.error().key;
    const RuleCount& count = (*result)->counted;
    EXPECT_LE(count.spent, round.budget) << entry.id;
    EXPECT_FALSE(count.winners.empty()) << entry.id;
    Money sum;
    for (const PlanCount& plan : count.plans) {
      const bool won = std::find(count.winners.begin(), count.winners.end(), plan.plan_id) != count.winners.end();
      EXPECT_EQ(plan.fate == Fate::kChosen, won) << entry.id << " " << plan.plan_id;
      sum = sum.plus(plan.gets).value_or(sum);
      if (!won || plan.filled || count.money != MoneyModel::kPurses) continue;
      Money paid;
      for (const PurseBand& band : plan.bands) paid = paid.plus(band.paid).value_or(paid);
      // Rounded per band. What supporters need not pay is said as such.
      EXPECT_LE(std::abs(paid.cents + plan.unpaid.cents - plan.gets.cents), 3) << entry.id << " " << plan.plan_id;
      if (entry.id == kRuleEqualShares) {
        EXPECT_LE(plan.unpaid.cents, 3);
      }
    }
    EXPECT_LE(std::abs(sum.cents - count.spent.cents), 3) << entry.id;
    ++counted;
  }
  EXPECT_GE(counted, 2);
}

TEST(CountRound, TakesPotsLimitsAndLinksBetweenPlansAlong) {
  model::Round round = make_round();
  round.limits.resize(2);
  round.limits[0].buurt = "B1";
  round.limits[0].pot = Money::from_euros(3000);
  round.limits[1].theme = model::Theme::kSafety;
  round.limits[1].least = Money::from_euros(100);
  round.limits[1].most = Money::from_euros(5000);
  round.part_funding = true;
  round.plans[0].excludes = {"vijver"};
  round.plans[2].requires_plans = {"licht"};
  round.plans[1].least_cost = Money::from_euros(1000);
  const auto election = round_election(round, make_urn());
  ASSERT_TRUE(election.has_value());
  EXPECT_EQ(election->projects[0].excludes, (std::vector<rules::ProjectIndex>{3}));
  EXPECT_EQ(election->projects[2].requires_, (std::vector<rules::ProjectIndex>{1}));
  EXPECT_EQ(election->projects[1].least_cost, Ratio(1000));
  ASSERT_EQ(election->constraints.pots.size(), 1U);
  EXPECT_TRUE(election->constraints.pots[0].area);
  EXPECT_EQ(election->constraints.pots[0].budget, Ratio(3000));
  ASSERT_EQ(election->constraints.limits.size(), 1U);
  EXPECT_EQ(election->constraints.limits[0].name, election->projects[1].categories[0]);
  EXPECT_EQ(election->constraints.limits[0].most, Ratio(5000));
  EXPECT_TRUE(election->constraints.part_funding);
}

TEST(CountRound, FiguresSayHowEvenlyTheMoneyFell) {
  const auto greedy = count_round(make_round(), make_urn(), kRuleGreedy);
  const auto equal = count_round(make_round(), make_urn(), kRuleEqualShares);
  ASSERT_TRUE(greedy.has_value() && equal.has_value());
  EXPECT_EQ((*greedy)->counted.figures.gini_percent, 40);  // six of ten have 9.000 each, four nothing
  EXPECT_EQ((*greedy)->counted.figures.winners_tenths, 12);
  EXPECT_FALSE((*equal)->counted.figures.exhaustive && (*equal)->counted.left >= Money::from_euros(4000));
}

TEST(CountParams, SaysHowToCountAgainWithEveryWordThatMatters) {
  EXPECT_EQ(command_of(offered(kRuleEqualShares)), "--rule equal-shares --completion add1");
  EXPECT_EQ(command_of(offered(kRuleGreedy)), "--rule greedy --min-votes 1");
  model::CountingRule rule;
  rule.id = "greedy";  // with the completion of equal shares left over
  rule.ties = "cost-votes-lot";
  rule.seed = "Wijk 7";
  EXPECT_EQ(command_of(rule), "--rule greedy --ties 'cost-votes-lot:Wijk 7' --min-votes 1");
  EXPECT_EQ(normalised(rule).completion, "");
}

TEST(CountParams, RefusesWordsThatNoRuleKnows) {
  model::CountingRule rule;
  rule.completion = "add9";
  EXPECT_EQ(params_of(rule).error().key, "error.option_value");
  rule = {};
  rule.ties = "lot";
  EXPECT_EQ(params_of(rule).error().key, "error.seed_missing");
  rule = {};
  rule.id = "dice";
  EXPECT_EQ(params_of(rule).error().code, ErrorCode::kUnknownId);
}

TEST(CountRound, EachFormOfBallotBecomesItsOwnElection) {
  model::Round round = make_round();
  model::Urn urn;
  urn.round_id = "r1";
  round.form.method = model::VoteMethod::kPoints;
  urn.add(model::Ballot{{"bank", "taal"}, {7, 3}}, 2);
  auto election = round_election(round, urn);
  ASSERT_TRUE(election.has_value());
  EXPECT_EQ(election->type, rules::BallotType::kCumulative);
  ASSERT_EQ(election->ballots.size(), 1U);
  EXPECT_EQ(election->ballots[0].points, (std::vector<std::int64_t>{7, 3}));
  EXPECT_EQ(election->ballots[0].count, 2U);

  round.form.method = model::VoteMethod::kRanking;
  urn = {};
  urn.add(model::Ballot{{"taal", "bank"}}, 3);
  election = round_election(round, urn);
  ASSERT_TRUE(election.has_value());
  EXPECT_EQ(election->type, rules::BallotType::kOrdinal);
  EXPECT_EQ(election->ballots[0].projects, (std::vector<rules::ProjectIndex>{2, 0}));
}

}  // namespace
}  // namespace stoepkrijt::app
