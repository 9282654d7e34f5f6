#include <gtest/gtest.h>

#include "rules/compare.hpp"
#include "rules/explain.hpp"
#include "rules/mockup_election.hpp"
#include "rules/random_elections.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::rules {
namespace {

Ratio people(std::uint64_t count) { return Ratio(static_cast<std::int64_t>(count)); }

TEST(Explain, TellsTheStoryOfTheMockup) {
  const Election election = mockup_election();
  Trace trace;
  ASSERT_TRUE(tally("equal-shares", election, {}, trace));
  const Result<Explanation> loser = explain("equal-shares", election, {}, trace, kPlayground, WhatIf::kVerify);
  ASSERT_TRUE(loser);
  EXPECT_FALSE(loser->selected);
  EXPECT_EQ(loser->votes, 160U);
  ASSERT_EQ(loser->groups.size(), 3U);
  EXPECT_EQ(loser->groups[0].people, 24U);
  EXPECT_EQ(loser->groups[0].left, Ratio(125));
  EXPECT_EQ(loser->groups[1].people, 56U);
  EXPECT_EQ(loser->groups[1].left, Ratio(75));
  EXPECT_EQ(loser->groups[2].people, 80U);
  EXPECT_EQ(loser->groups[2].left, Ratio(25));
  EXPECT_EQ(loser->groups[2].paid,
            (std::vector<Payment>{{kBenches, Ratio(50)}, {kDinner, Ratio(20)}, {kLanguage, Ratio(30)}}));
  EXPECT_EQ(loser->money_together, Ratio(9'200));
  EXPECT_EQ(loser->shortfall, Ratio(6'800));
  ASSERT_TRUE(loser->enough_cost.has_value());
  EXPECT_GE(*loser->enough_cost, Ratio(9'200));
  ASSERT_TRUE(loser->enough_votes.has_value());
  ASSERT_TRUE(loser->effective_support.has_value());
  EXPECT_LT(*loser->effective_support, 100);

  const Result<Explanation> winner = explain("equal-shares", election, {}, trace, kBenches, WhatIf::kVerify);
  ASSERT_TRUE(winner);
  EXPECT_TRUE(winner->selected);
  EXPECT_EQ(winner->turn, 1U);
  EXPECT_EQ(winner->price, Ratio(50));
  EXPECT_EQ(winner->paid_price, 192U);
  EXPECT_EQ(winner->paid_less, 0U);
  EXPECT_GE(winner->effective_support.value_or(0), 100);
}

TEST(Explain, TellsWhatWasLeftWhenTheTurnCameUnderGreedy) {
  Election election = mockup_election();
  election.budget = Ratio(20'000);
  Trace trace;
  ASSERT_TRUE(tally("greedy", election, {}, trace));
  const Result<Explanation> loser = explain("greedy", election, {}, trace, kPlayground, WhatIf::kVerify);
  ASSERT_TRUE(loser);
  EXPECT_EQ(loser->turn, 3U);  // after 192 and 175 votes
  EXPECT_EQ(loser->money_then, Ratio(6'900));
  EXPECT_EQ(loser->shortfall, Ratio(9'100));
  EXPECT_EQ(loser->enough_cost, Ratio(6'900));
  EXPECT_EQ(loser->enough_votes, 33U);  // 193 votes: before the benches ("benches" wins a tie)
}

TEST(Explain, EveryClaimIsTrueWhenCountedAgain) {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    const Election election = random_election(seed);
    for (const RuleEntry& rule : registry()) {
      if (rule.id != "greedy" && rule.id != "equal-shares") continue;
      for (const Completion completion : {Completion::kNone, Completion::kAdd1}) {
        if (completion != Completion::kNone && (rule.traits & kTakesCompletion) == 0) continue;
        RuleParams params;
        params.completion = completion;
        Trace trace;
        ASSERT_TRUE(tally(rule.id, election, params, trace));
        for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
          const Result<Explanation> why = explain(rule.id, election, params, trace, p, WhatIf::kVerify);
          ASSERT_TRUE(why);
          EXPECT_EQ(why->selected, *carries(rule.id, election, params, p));
          if (rule.id == "equal-shares") {
            std::uint64_t sum = 0;
            Ratio paid;
            for (const PurseGroup& group : why->groups) {
              sum += group.people;
              Ratio spent;
              for (const Payment& payment : group.paid) {
                spent += payment.amount;
                if (payment.project == p) paid += payment.amount * people(group.people);
              }
              EXPECT_EQ(group.left + spent, trace.purse);
            }
            EXPECT_EQ(sum, why->votes);
            EXPECT_EQ(paid, why->selected ? election.projects[p].cost : Ratio(0));
            if (why->effective_support) {
              EXPECT_TRUE(why->selected ? *why->effective_support >= 100 : *why->effective_support <= 100) << seed;
            }
          }
          if (why->enough_cost) {
            EXPECT_TRUE(*carries(rule.id, with_cost(election, p, *why->enough_cost), params, p));
            const Ratio more = *why->enough_cost + Ratio(1);
            EXPECT_TRUE(more >= election.projects[p].cost ||
                        !*carries(rule.id, with_cost(election, p, more), params, p));
          }
          if (why->enough_votes) {
            EXPECT_TRUE(*carries(rule.id, with_extra_votes(election, p, *why->enough_votes), params, p));
            EXPECT_FALSE(*carries(rule.id, with_extra_votes(election, p, *why->enough_votes - 1), params, p));
          }
        }
      }
    }
  }
}

TEST(Explain, KnowsNoOtherProjects) {
  const Election election = mockup_election();
  Trace trace;
  ASSERT_TRUE(tally("greedy", election, {}, trace));
  EXPECT_EQ(explain("greedy", election, {}, trace, 99, WhatIf::kSkip).error().code, ErrorCode::kUnknownId);
  EXPECT_EQ(explain("by-lot", election, {}, trace, 0, WhatIf::kSkip).error().code, ErrorCode::kUnknownId);
}

TEST(Compare, CountsWhoIsBetterOffUnderWhich) {
  const Election election = mockup_election();
  const Outcome a{{kPlayground}, Ratio(16'000)};
  const Outcome b{{kBenches, kDinner, kLanguage}, Ratio(17'300)};
  const Comparison c = compare_outcomes(election, a, b);
  EXPECT_EQ(c.more_under_a, 24U);
  EXPECT_EQ(c.more_under_b, 80U + 56U + 95U + 60U);
  EXPECT_EQ(c.equal, 56U + 109U);
  EXPECT_EQ(c.blank, 109U);
  EXPECT_EQ(c.empty_handed_a, 211U);
  EXPECT_EQ(c.empty_handed_b, 24U);
  EXPECT_EQ(c.average_winners_a, Ratio(BigInt(160), BigInt(480)));
  EXPECT_EQ(c.average_winners_b, Ratio(BigInt(192 + 175 + 140), BigInt(480)));
  EXPECT_EQ(c.spending, (std::vector<CategorySpending>{{"language", Ratio(0), Ratio(4'200)},
                                                       {"outside", Ratio(16'000), Ratio(9'600)},
                                                       {"together", Ratio(0), Ratio(3'500)}}));
}

}  // namespace
}  // namespace stoepkrijt::rules
