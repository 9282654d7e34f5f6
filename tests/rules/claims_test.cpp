// What is said of one known election, and of two outcomes side by side.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "rules/claims.hpp"
#include "rules/compare.hpp"
#include "rules/mockup_election.hpp"
#include "rules/registry.hpp"
#include "rules/verify.hpp"
#include "rules/what_if.hpp"

namespace stoepkrijt::rules {
namespace {

struct Counted {
  Election election;
  RuleParams params;
  Outcome outcome;
  Trace trace;
};

Counted count_by(std::string_view rule, Election election, RuleParams params = {}) {
  Counted out{std::move(election), std::move(params), {}, {}};
  Result<Outcome> outcome = tally(rule, out.election, out.params, out.trace);
  EXPECT_TRUE(outcome);
  if (outcome) out.outcome = *outcome;
  return out;
}

std::vector<Claim> of_project(std::string_view rule, const Counted& c, ProjectIndex project) {
  const Result<std::vector<Claim>> claims =
      Explainer(rule, c.election, c.params, c.outcome, c.trace).project(project, {});
  EXPECT_TRUE(claims);
  return claims ? *claims : std::vector<Claim>{};
}

std::optional<Claim> find(const std::vector<Claim>& claims, ClaimKind kind) {
  const auto it = std::find_if(claims.begin(), claims.end(), [&](const Claim& c) { return c.kind == kind; });
  return it == claims.end() ? std::nullopt : std::optional<Claim>(*it);
}

TEST(Claims, TellTheStoryOfTheMockup) {
  const Counted c = count_by("equal-shares", mockup_election());
  const std::vector<PurseGroup> groups = purse_groups(c.election, c.trace, kPlayground, c.trace.rounds.size());
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_EQ(groups[0].people, 24U);
  EXPECT_EQ(groups[0].left, Ratio(125));
  EXPECT_EQ(groups[1].people, 56U);
  EXPECT_EQ(groups[1].left, Ratio(75));
  EXPECT_EQ(groups[2].people, 80U);
  EXPECT_EQ(groups[2].left, Ratio(25));
  EXPECT_EQ(groups[2].paid,
            (std::vector<Payment>{{kBenches, Ratio(50)}, {kDinner, Ratio(20)}, {kLanguage, Ratio(30)}}));

  const std::vector<Claim> loser = of_project("equal-shares", c, kPlayground);
  EXPECT_EQ(find(loser, ClaimKind::kVotes)->people, 160U);
  const std::optional<Claim> out = find(loser, ClaimKind::kOut);
  ASSERT_TRUE(out);
  EXPECT_EQ(out->why, WhyOut::kSupportersTooPoor);
  EXPECT_EQ(out->people, 160U);
  EXPECT_EQ(out->amount, Ratio(9'200));
  EXPECT_EQ(out->of_amount, Ratio(16'000));
  const std::optional<Claim> went = find(loser, ClaimKind::kMoneyWent);
  ASSERT_TRUE(went);
  EXPECT_EQ(went->projects, (std::vector<ProjectAmount>{
                                {kBenches, Ratio(136 * 50)}, {kLanguage, Ratio(80 * 30)}, {kDinner, Ratio(80 * 20)}}));
  EXPECT_EQ(went->amount, Ratio(160 * 125 - 9'200));
  ASSERT_TRUE(find(loser, ClaimKind::kEnoughCost));
  EXPECT_GE(find(loser, ClaimKind::kEnoughCost)->amount, Ratio(9'200));
  ASSERT_TRUE(find(loser, ClaimKind::kEnoughVotes));
  ASSERT_TRUE(find(loser, ClaimKind::kSupport));
  EXPECT_LT(find(loser, ClaimKind::kSupport)->number, 100U);

  const std::vector<Claim> winner = of_project("equal-shares", c, kBenches);
  EXPECT_EQ(find(winner, ClaimKind::kChosen)->number, 1U);
  EXPECT_EQ(find(winner, ClaimKind::kPaidSame)->people, 192U);
  EXPECT_EQ(find(winner, ClaimKind::kPaidSame)->amount, Ratio(50));
  EXPECT_EQ(find(winner, ClaimKind::kEffectiveVotes)->amount, Ratio(192));
  EXPECT_FALSE(find(winner, ClaimKind::kPaidMost));
  EXPECT_GE(find(winner, ClaimKind::kSupport)->number, 100U);
}

TEST(Claims, TellWhatWasLeftWhenTheTurnCameUnderGreedy) {
  Election election = mockup_election();
  election.budget = Ratio(20'000);
  const Counted c = count_by("greedy", election);
  const std::vector<Claim> loser = of_project("greedy", c, kPlayground);
  const std::optional<Claim> out = find(loser, ClaimKind::kOut);
  ASSERT_TRUE(out);
  EXPECT_EQ(out->why, WhyOut::kDidNotFit);
  EXPECT_EQ(out->amount, Ratio(6'900));  // its turn came after 192 and 175 votes
  EXPECT_EQ(find(loser, ClaimKind::kEnoughCost)->amount, Ratio(6'900));
  EXPECT_EQ(find(loser, ClaimKind::kEnoughVotes)->people, 33U);  // 193 votes: before the benches (which win a tie)
  EXPECT_FALSE(find(loser, ClaimKind::kSupport));                // no purses, so no effective support
  EXPECT_FALSE(find(loser, ClaimKind::kMoneyWent));
}

TEST(Claims, SayWhenNothingWasSearched) {
  const Counted c = count_by("equal-shares", mockup_election());
  WhatIfBound bound;
  bound.most_work = 10;
  const Explainer explainer("equal-shares", c.election, c.params, c.outcome, c.trace);
  const Result<std::vector<Claim>> claims = explainer.project(kPlayground, bound);
  ASSERT_TRUE(claims);
  EXPECT_TRUE(find(*claims, ClaimKind::kNotSearched));
  EXPECT_FALSE(find(*claims, ClaimKind::kEnoughVotes));
}

TEST(Claims, AreFoundFalseWhenANumberIsChanged) {
  const Counted c = count_by("equal-shares", mockup_election());
  const Explainer explainer("equal-shares", c.election, c.params, c.outcome, c.trace);
  std::vector<Claim> all = *explainer.result();
  const std::vector<Claim> groups = explainer.groups();
  all.insert(all.end(), groups.begin(), groups.end());
  for (ProjectIndex p = 0; p < c.election.projects.size(); ++p) {
    const std::vector<Claim> claims = of_project("equal-shares", c, p);
    all.insert(all.end(), claims.begin(), claims.end());
  }
  Verifier verifier("equal-shares", c.election, c.params);
  for (const Claim& claim : all) {
    EXPECT_TRUE(*verifier.check(claim));
    Claim wrong = claim;
    if (wrong.kind == ClaimKind::kSupport || wrong.kind == ClaimKind::kChosen) {
      wrong.number += 1;
    } else {
      wrong.people += 1;
      wrong.amount += Ratio(1);
    }
    EXPECT_FALSE(*verifier.check(wrong)) << static_cast<int>(claim.kind);
  }
}

TEST(Claims, KnowNoOtherProjects) {
  const Counted c = count_by("greedy", mockup_election());
  const Explainer explainer("greedy", c.election, c.params, c.outcome, c.trace);
  EXPECT_EQ(explainer.project(99, {}).error().code, ErrorCode::kUnknownId);
}

TEST(Replay, MovesTheMoneyOfTheMockup) {
  const Counted c = count_by("equal-shares", mockup_election());
  const Replay r = replay(c.election, c.outcome, c.trace);
  ASSERT_EQ(r.rounds.size(), 3U);
  EXPECT_EQ(r.purse, Ratio(125));
  EXPECT_EQ(r.rounds[0].left_before, Ratio(60'000));
  EXPECT_EQ(r.rounds[0].left_after, Ratio(50'400));
  EXPECT_EQ(r.rounds[0].groups, (std::vector<ReplayGroup>{{192, Ratio(125), Ratio(50), Ratio(75)}}));
  EXPECT_EQ(r.rounds[1].groups,
            (std::vector<ReplayGroup>{{95, Ratio(125), Ratio(20), Ratio(105)}, {80, Ratio(75), Ratio(20), Ratio(55)}}));
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
  EXPECT_EQ(c.only_a, 24U);
  EXPECT_EQ(c.only_b, 211U);
  EXPECT_EQ(c.in_a, (std::vector<ProjectIndex>{kPlayground}));
  EXPECT_EQ(c.in_b, (std::vector<ProjectIndex>{kBenches, kDinner, kLanguage}));
  EXPECT_TRUE(c.in_both.empty());
  EXPECT_EQ(c.average_winners_a, Ratio(BigInt(160), BigInt(480)));
  EXPECT_EQ(c.average_winners_b, Ratio(BigInt(192 + 175 + 140), BigInt(480)));
  EXPECT_EQ(c.average_cost_a, Ratio(BigInt(160 * 16'000), BigInt(480)));
  EXPECT_EQ(c.spending, (std::vector<CategorySpending>{{"language", Ratio(0), Ratio(4'200)},
                                                       {"outside", Ratio(16'000), Ratio(9'600)},
                                                       {"together", Ratio(0), Ratio(3'500)}}));
  EXPECT_EQ(c.areas, (std::vector<CategorySpending>{{"", Ratio(16'000), Ratio(17'300)}}));
}

}  // namespace
}  // namespace stoepkrijt::rules
