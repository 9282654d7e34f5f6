// BOS, FrES and EES: worked examples, and the fast rules against their definitions on random elections.
#include <gtest/gtest.h>

#include "base/sha256.hpp"
#include "rules/bos.hpp"
#include "rules/ees.hpp"
#include "rules/fres.hpp"
#include "rules/random_elections.hpp"
#include "rules/reference_spending.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::rules {
namespace {

using reference::Bought;

Election with_projects(std::int64_t budget, const std::vector<std::pair<std::string, std::int64_t>>& projects) {
  Election election;
  election.budget = Ratio(budget);
  for (const auto& [id, cost] : projects) {
    Project project;
    project.id = id;
    project.cost = Ratio(cost);
    election.projects.push_back(project);
  }
  return election;
}

/// Points instead of approvals, with zeros among them.
Election random_points(std::uint64_t seed) {
  Election election = random_election(seed);
  election.type = BallotType::kScoring;
  Random random(seed + 77);
  for (Ballot& ballot : election.ballots) {
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) ballot.points.push_back(random.between(0, 4));
  }
  return election;
}

constexpr Utility kApprovalUtilities[] = {Utility::kCost, Utility::kCardinality, Utility::kSqrtCost, Utility::kLogCost,
                                          Utility::kEffort};
constexpr TieOrder kTies[] = {TieOrder::kId, TieOrder::kCostVotes, TieOrder::kVotes};

/// What each person paid, from a trace.
std::vector<Bought> bought(const Election& election, const Trace& trace) {
  std::vector<Bought> out;
  for (const Round& round : trace.rounds) {
    Bought one{round.project, {}};
    for (std::uint32_t b = 0; b < election.ballots.size(); ++b) {
      Ratio paid;
      for (const BallotAmount& amount : round.amounts) {
        if (amount.ballot == b) paid = amount.amount;
      }
      one.paid.insert(one.paid.end(), static_cast<std::size_t>(election.ballots[b].count), paid);
    }
    out.push_back(one);
  }
  return out;
}

TEST(Bos, CarriesAPlanThatItsSupportersCanNotQuitePay) {
  Election election = with_projects(10, {{"p", 5}, {"q", 10}});
  add_ballot(election, {0});
  add_ballot(election, {0, 1});
  add_ballot(election, {1}, 3);
  Trace trace;
  const auto outcome = bos(election, {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, std::vector<ProjectIndex>{1});
  EXPECT_EQ(trace.rounds[0].price, Ratio(2));  // 2.5 is asked, 2 is all they have
  EXPECT_EQ(trace.rounds[0].effective_votes, Ratio(5));
  ASSERT_EQ(trace.rounds[0].amounts.size(), 2U);
  EXPECT_EQ(trace.rounds[0].amounts[1], (BallotAmount{2, Ratio(2)}));
  EXPECT_EQ(trace.projects[0].why, WhyOut::kDidNotFit);
  EXPECT_EQ(trace.projects[0].money_then, Ratio(0));
}

TEST(Bos, IsEqualSharesWhileEverythingCanBePaid) {
  Election election = with_projects(12, {{"p", 6}, {"q", 6}});
  add_ballot(election, {0}, 3);
  add_ballot(election, {1}, 3);
  Trace trace;
  const auto outcome = bos(election, {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, (std::vector<ProjectIndex>{0, 1}));
  EXPECT_EQ(trace.rounds[0].tied, (std::vector<ProjectIndex>{0, 1}));
  EXPECT_EQ(trace.rounds[1].price, Ratio(2));
}

TEST(Fres, BuysPartsAndCarriesOutWhatIsWhole) {
  Election election = with_projects(6, {{"p", 4}, {"q", 4}});
  add_ballot(election, {0}, 2);
  add_ballot(election, {0, 1});
  Trace trace;
  const auto outcome = fres(election, {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, std::vector<ProjectIndex>{0});
  EXPECT_EQ(trace.parts, (std::vector<Ratio>{Ratio(1), Ratio(BigInt(1), BigInt(6))}));
  EXPECT_EQ(trace.rounds[0].price, Ratio(BigInt(4), BigInt(3)));
  EXPECT_EQ(trace.projects[1].why, WhyOut::kDidNotFit);
}

TEST(Fres, RoundsUpTheLargestPartThatFits) {
  Election election = with_projects(12, {{"p", 8}, {"q", 6}});
  add_ballot(election, {0}, 2);
  add_ballot(election, {1});
  add_ballot(election, {});
  Trace trace;
  const auto outcome = fres(election, {}, trace);  // 3 each: 6/8 of p, 3/6 of q
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, std::vector<ProjectIndex>{0});
  EXPECT_TRUE(trace.rounds[0].completed);
  EXPECT_EQ(trace.rounds[0].amounts, (std::vector<BallotAmount>{{0, Ratio(3)}}));
}

TEST(Ees, SplitsExactlyEquallyAndKnowsTheNextBudget) {
  Election election = with_projects(9, {{"p", 4}, {"q", 6}});
  add_ballot(election, {0});
  add_ballot(election, {0, 1});
  add_ballot(election, {1});
  Trace trace;
  const auto outcome = ees(election, {}, trace);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->winners, std::vector<ProjectIndex>{0});
  EXPECT_EQ(trace.rounds[0].tied, (std::vector<ProjectIndex>{0, 1}));
  EXPECT_EQ(trace.rounds[0].price, Ratio(2));
  EXPECT_EQ(trace.projects[1].why, WhyOut::kSupportersTooPoor);
  EXPECT_EQ(trace.next_budget, Ratio(15));
}

TEST(Ees, RefusesAValueThatDiffersPerVoter) {
  Trace trace;
  EXPECT_EQ(ees(random_points(3), {}, trace).error().key, "error.ees_uniform_utility");
}

/// The rule's payments are those of its definition, on many elections, utilities and tie orders.
template <typename Rule, typename Definition>
void expect_by_the_book(Rule rule, Definition definition) {
  std::size_t rounds = 0;
  for (std::uint64_t seed = 0; seed < 250; ++seed) {
    const Election election = random_election(seed);
    for (const Utility utility : kApprovalUtilities) {
      RuleParams params;
      params.utility = utility;
      params.ties = kTies[seed % std::size(kTies)];
      Trace trace;
      const auto outcome = rule(election, params, trace);
      ASSERT_TRUE(outcome) << seed;
      const std::vector<Bought> expected = definition(election, params);
      EXPECT_EQ(bought(election, trace), expected) << seed << " utility " << static_cast<int>(utility);
      rounds += expected.size();
    }
  }
  EXPECT_GT(rounds, 2000U);
}

TEST(Bos, IsItsDefinition) { expect_by_the_book(bos, reference::bos); }
TEST(Ees, IsItsDefinition) {
  expect_by_the_book(ees, [](const Election& election, const RuleParams& params) {
    return reference::ees(election, params, reference::purse_of(election));
  });
}

TEST(Bos, IsItsDefinitionOnPoints) {
  for (std::uint64_t seed = 0; seed < 250; ++seed) {
    const Election election = random_points(seed);
    Trace trace;
    ASSERT_TRUE(bos(election, {}, trace));
    EXPECT_EQ(bought(election, trace), reference::bos(election, {})) << seed;
  }
}

TEST(Fres, IsItsDefinition) {
  std::size_t between = 0;
  for (std::uint64_t seed = 0; seed < 250; ++seed) {
    for (const Election& election : {random_election(seed), random_points(seed)}) {
      RuleParams params;
      if (election.type == BallotType::kApproval) params.utility = kApprovalUtilities[seed % 5];
      params.ties = kTies[seed % std::size(kTies)];
      Trace trace;
      const auto outcome = fres(election, params, trace);
      ASSERT_TRUE(outcome);
      const reference::Fractions expected = reference::fres_parts(election, params);
      EXPECT_EQ(trace.parts, expected.parts) << seed;
      EXPECT_EQ(outcome->winners, reference::fres(election, params)) << seed;
      for (const Ratio& part : expected.parts) between += !part.is_zero() && part < Ratio(1) ? 1U : 0U;
    }
  }
  EXPECT_GT(between, 200U);
}

TEST(Fres, TakesPaymentsThatAddUpToTheParts) {
  for (std::uint64_t seed = 300; seed < 400; ++seed) {
    const Election election = random_points(seed);
    Trace trace;
    ASSERT_TRUE(fres(election, {}, trace));
    for (const Bought& one : bought(election, trace)) {
      Ratio sum;
      for (const Ratio& paid : one.paid) sum += paid;
      EXPECT_EQ(sum, trace.parts[one.project] * election.projects[one.project].cost) << seed;
    }
  }
}

TEST(Ees, ChangesAtTheNextBudgetAndNotBefore) {
  std::size_t changes = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const Election election = random_election(seed);
    for (const Utility utility : kApprovalUtilities) {
      RuleParams params;
      params.utility = utility;
      params.ties = kTies[seed % std::size(kTies)];
      Trace trace;
      ASSERT_TRUE(ees(election, params, trace));
      const std::vector<Bought> now = bought(election, trace);
      const Ratio people(static_cast<std::int64_t>(count_voters(election)));
      const auto at = [&](const Ratio& budget) { return reference::ees(election, params, budget / people); };
      if (trace.next_budget.is_zero()) {
        EXPECT_EQ(at(election.budget + Ratio(1'000'000)), now) << seed;
        continue;
      }
      ++changes;
      ASSERT_GT(trace.next_budget, election.budget);
      EXPECT_NE(at(trace.next_budget), now) << seed << " utility " << static_cast<int>(utility);
      const Ratio gap = trace.next_budget - election.budget;
      for (const std::int64_t part : {1, 300'000, 500'000, 900'000, 999'999}) {
        EXPECT_EQ(at(election.budget + gap * Ratio(BigInt(part), BigInt(1'000'000))), now) << seed << " " << part;
      }
    }
  }
  EXPECT_GT(changes, 500U);
}

TEST(Ees, WalksTheBudgetsUntilNothingFitsOrTheNextCostsTooMuch) {
  std::size_t walked = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Election election = random_election(seed);
    RuleParams params;
    params.utility = seed % 2 == 0 ? Utility::kCost : Utility::kCardinality;
    params.completion = Completion::kAdd1;
    if (seed % 3 == 0) params.add1_stop = Add1Stop::kNever;
    if (seed % 5 == 0) params.add1_start = Add1Start::kIntegral;
    Trace trace;
    const auto outcome = ees(election, params, trace);
    ASSERT_TRUE(outcome) << seed;
    EXPECT_LE(outcome->cost, election.budget);
    EXPECT_EQ(bought(election, trace), reference::ees(election, params, trace.purse)) << seed;
    walked += trace.add1_steps;
    const Ratio left = election.budget - outcome->cost;
    const std::vector<std::uint64_t> votes = count_votes(election);
    bool any = false;
    bool fits = false;
    for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
      if (trace.projects[p].why == WhyOut::kSelected || votes[p] == 0) continue;
      any = true;
      fits = fits || election.projects[p].cost <= left;
    }
    const bool could_stop = params.add1_stop == Add1Stop::kNever ? !any : !fits;
    EXPECT_TRUE(could_stop || trace.add1_overran) << seed;
    if (trace.add1_overran) {
      const Ratio people(static_cast<std::int64_t>(count_voters(election)));
      std::vector<ProjectIndex> next;
      for (const Bought& one : reference::ees(election, params, trace.next_budget / people))
        next.push_back(one.project);
      EXPECT_GT(total_cost(election, next), election.budget) << seed;
    }
  }
  EXPECT_GT(walked, 100U);
}

}  // namespace
}  // namespace stoepkrijt::rules
