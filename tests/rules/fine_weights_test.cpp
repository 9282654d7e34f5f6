// Utilities whose weights have no short common denominator: the numbers they are reckoned in, the rules against their
// definitions, and every real election.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "rules/bos.hpp"
#include "rules/claims.hpp"
#include "rules/claims_json.hpp"
#include "rules/expected_outcomes.hpp"
#include "rules/fine_number.hpp"
#include "rules/fraction_sum.hpp"
#include "rules/fres.hpp"
#include "rules/reference_shares.hpp"
#include "rules/reference_spending.hpp"
#include "rules/registry.hpp"
#include "rules/subset_sum.hpp"
#include "rules/verify.hpp"

namespace stoepkrijt::rules {
namespace {

Ratio random_ratio(Random& random) {
  const BigInt numerator = BigInt(random.between(0, 1'000'000'000)) * BigInt(random.between(1, 1'000'000'000'000));
  return Ratio(numerator, BigInt(random.between(1, 50)) * BigInt(random.between(1, 1'000'000'007)));
}

TEST(FineNumber, SumsProductsAndQuotientsLieInTheirBoundsAndEqualsAreEqual) {
  Random random(5);
  for (int round = 0; round < 300; ++round) {
    const FineContext context(FineContext::kFirstBits);
    const Ratio a = random_ratio(random) + Ratio(1);
    const Ratio b = random_ratio(random) + Ratio(1);
    const Ratio c = random_ratio(random);
    const FineNumber x(context, a);
    const FineNumber y(context, b);
    const FineNumber z(context, c);
    const FineNumber way = (x + z) * y / x - z * y / x;  // b, by a detour
    EXPECT_TRUE(way == y);
    EXPECT_TRUE((x * y <=> z) == (a * b <=> c));
    EXPECT_TRUE((x <=> z) == (a <=> c));
    EXPECT_FALSE(context.doubt());
    const Ratio one(BigInt::power_of_two(context.bits()), BigInt(1));
    EXPECT_LE(Ratio(way.low(), BigInt(1)) / one, b);
    EXPECT_GE(Ratio(way.high(), BigInt(1)) / one, b);
    EXPECT_TRUE((x - x).is_zero());
    EXPECT_EQ((z * Ratio(3)).rounded(), rounded_down(c * Ratio(3)));
  }
}

TEST(FineNumber, NumbersThatDifferByLessThanTheBoundsRaiseADoubt) {
  const FineContext context(FineContext::kFirstBits);
  const Ratio third(1, 3);
  const Ratio more = third + Ratio(BigInt(1), BigInt::power_of_two(400));
  EXPECT_TRUE(FineNumber(context, third) == FineNumber(context, more));
  EXPECT_TRUE(context.doubt());
  const FineContext finer(2 * FineContext::kFirstBits);
  EXPECT_TRUE(FineNumber(finer, third) < FineNumber(finer, more));
  EXPECT_FALSE(finer.doubt());
}

TEST(FineNumber, ADenominatorThatIsAMultipleOfThePrimeIsLeftToTheBounds) {
  const Ratio odd(BigInt(5), (BigInt::power_of_two(127) - BigInt(1)) * BigInt(3));
  const FineContext context(FineContext::kFirstBits);
  EXPECT_TRUE(FineNumber(context, odd) < FineNumber(context, odd * Ratio(2)));
  EXPECT_FALSE(context.doubt());
  EXPECT_TRUE(FineNumber(context, odd) == FineNumber(context, odd));
  EXPECT_TRUE(context.doubt());
  const FineContext last(16'384);
  EXPECT_TRUE(FineNumber(last, odd) == FineNumber(last, odd));
  EXPECT_FALSE(last.doubt());
}

TEST(FractionSum, ComparesAndRoundsAsTheExactSumDoes) {
  Random random(6);
  for (int round = 0; round < 200; ++round) {
    FractionSum sums[2];
    Ratio exact[2];
    const Ratio nearly(BigInt(round % 2), BigInt::power_of_two(2000));  // only the common denominator tells
    for (int i = 0; i < 2; ++i) {
      Random same(static_cast<std::uint64_t>(round / 3 * (round % 3 == 0 ? 1 : i)));
      for (int k = 0; k < 20; ++k) {
        const Ratio value = random_ratio(same);
        sums[i].add(value, BigInt(k));
        exact[i] += value * Ratio(k);
      }
      if (i == 1) sums[i].add(nearly, BigInt(1));
      if (i == 1) exact[i] += nearly;
    }
    const Ratio x = random_ratio(random) + Ratio(1);
    EXPECT_TRUE(compare_sums(sums[0], x, sums[1], x) == (exact[0] <=> exact[1])) << round;
    EXPECT_TRUE(compare_sums(sums[0], x, sums[1], x / Ratio(2)) == (exact[0] * x <=> exact[1] * x / Ratio(2)));
    EXPECT_EQ(sums[1].to_fixed(6), exact[1].to_fixed(6));
  }
  FractionSum half;  // halves away from zero, found exactly
  half.add(Ratio(1, 3), BigInt(1));
  half.add(Ratio(1, 6), BigInt(1));
  EXPECT_EQ(half.to_fixed(0), "1");
}

TEST(SubsetSum, FindsTheLargestSumThatFitsAndItsNumbers) {
  Random random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::int64_t> numbers(static_cast<std::size_t>(random.between(0, 10)));
    for (std::int64_t& number : numbers) number = random.between(0, 300);
    const std::int64_t limit = random.between(0, 900);
    std::int64_t best = 0;
    for (std::uint32_t set = 0; set < 1U << numbers.size(); ++set) {
      std::int64_t sum = 0;
      for (std::size_t i = 0; i < numbers.size(); ++i) sum += (set >> i & 1U) != 0 ? numbers[i] : 0;
      if (sum <= limit) best = std::max(best, sum);
    }
    const LargestSum found = largest_sum(numbers, limit);
    std::int64_t together = 0;
    for (const std::uint32_t i : found.numbers) together += numbers[i];
    EXPECT_EQ(found.sum, best);
    EXPECT_EQ(together, best);
    EXPECT_TRUE(std::adjacent_find(found.numbers.begin(), found.numbers.end()) == found.numbers.end());
  }
}

/// The same election with costs of many digits: equal costs stay equal, sums keep their order as good as always.
Election awkward(Election election, unsigned groups) {
  const Ratio scale(BigInt::power_of_ten(20 * groups), BigInt(1));
  for (Project& project : election.projects) {
    if (project.cost.is_zero()) continue;
    Random random(static_cast<std::uint64_t>((project.cost * Ratio(100)).floor().to_int64().value()));
    BigInt digits(1);
    for (unsigned i = 0; i < groups; ++i)
      digits = digits * BigInt::power_of_ten(18) + BigInt(random.between(0, 999'999'999));
    project.cost = project.cost * scale + Ratio(digits, BigInt(1));
  }
  election.budget *= scale;
  for (CategoryLimit& limit : election.constraints.limits) {
    if (limit.most) limit.most = *limit.most * scale;
  }
  return election;
}

/// Calls check(election, params, fine) for random elections with every kind of ballot; returns how many were fine.
template <class Check>
std::size_t for_each_awkward(std::uint64_t first, std::uint64_t count, bool limits, unsigned groups,
                             const Check& check) {
  std::size_t fine = 0;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    const BallotType types[] = {BallotType::kApproval, BallotType::kCumulative, BallotType::kOrdinal};
    const Election election =
        awkward(reference::random_election_of(seed, types[seed % 3], limits && seed % 2 == 1), groups);
    RuleParams params;
    params.utility = Utility::kRelativeCost;
    params.ties = seed % 2 == 0 ? TieOrder::kId : TieOrder::kCostVotes;
    const bool is_fine = utilities_of(election, params.utility).value().fine();
    if (is_fine) ++fine;
    SCOPED_TRACE("election " + std::to_string(seed));
    check(election, params, is_fine);
  }
  return fine;
}

TEST(FineWeights, GreedyWelfareAndEqualSharesAreWhatTheirDefinitionsSay) {
  const std::size_t fine =
      for_each_awkward(0, 60, true, 5, [](const Election& election, const RuleParams& params, bool is_fine) {
        Trace trace;
        reference::World world(election, params);
        const auto greedy = tally("greedy", election, params, trace);
        ASSERT_TRUE(greedy) << greedy.error().key;
        EXPECT_EQ(greedy->winners, world.greedy(Then::kGreedy, {}, false));
        if (election.projects.size() <= 5) {  // the definition tries all sets, in fractions of thousands of digits
          const auto welfare = tally("max-welfare", election, params, trace);
          ASSERT_TRUE(welfare) << welfare.error().key;
          EXPECT_EQ(welfare->winners, world.max_welfare());
        }
        const auto shares = tally("equal-shares", election, params, trace);
        ASSERT_TRUE(shares) << shares.error().key;
        EXPECT_EQ(shares->winners, world.equal_shares());
        EXPECT_EQ(trace.rounded, is_fine);
      });
  EXPECT_GT(fine, 5U);
}

TEST(FineWeights, BosAndFresAreWhatTheirDefinitionsSay) {
  std::size_t rounded = 0;
  for_each_awkward(1000, 24, false, 2, [&](const Election& election, const RuleParams& params, bool) {
    if (count_voters(election) == 0) return;
    Trace trace;
    std::vector<ProjectIndex> by_definition;
    for (const reference::Bought& one : reference::bos(election, params)) by_definition.push_back(one.project);
    EXPECT_EQ(bos(election, params, trace).value().winners, by_definition);
    if (trace.rounded) ++rounded;
    EXPECT_EQ(fres(election, params, trace).value().winners, reference::fres(election, params));
    const reference::Fractions exact = reference::fres_parts(election, params);
    for (ProjectIndex p = 0; p < trace.parts.size() && trace.rounded; ++p) {
      if (election.projects[p].cost.is_zero()) continue;
      const Ratio off = exact.parts[p] - trace.parts[p];  // rounded down, perhaps once more where it is no fraction
      EXPECT_FALSE(off.is_negative());
      EXPECT_LE(off, Ratio(BigInt(2), BigInt::power_of_two(64)));
    }
  });
  EXPECT_GT(rounded, 5U);
}

TEST(FineWeights, WhatIsSaidAboutRoundedAmountsIsTrue) {
  std::size_t checked = 0;
  for_each_awkward(2007, 2, false, 5, [&](const Election& election, const RuleParams& params, bool is_fine) {
    for (const char* rule : {"greedy", "equal-shares", "bos", "fres"}) {
      Trace trace;
      const auto outcome = tally(rule, election, params, trace);
      if (!outcome || !is_fine) continue;
      const Explainer explainer(rule, election, params, *outcome, trace);
      std::vector<Claim> claims = explainer.groups();
      for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
        const Result<std::vector<Claim>> more = explainer.project(p, {});
        ASSERT_TRUE(more);
        claims.insert(claims.end(), more->begin(), more->end());
      }
      Verifier verifier(rule, election, params);
      for (const Claim& claim : claims) {
        EXPECT_TRUE(verifier.check(claim).value()) << rule << ' ' << kind_name(claim.kind);
        ++checked;
      }
    }
  });
  EXPECT_GT(checked, 20U);
}

TEST(FineWeights, NoRealElectionIsRefused) {
  const std::filesystem::path folder = test::real_data() / "elections";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no real elections in " << test::real_data();
  std::size_t files = 0;
  std::size_t fine = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".pb") continue;
    const auto election = test_expected::real_election(entry.path().filename().string());
    ASSERT_TRUE(election);
    SCOPED_TRACE(entry.path().filename());
    ++files;
    RuleParams params;
    params.utility = Utility::kRelativeCost;
    if (utilities_of(*election, params.utility).value().fine()) ++fine;
    for (const char* rule : {"greedy", "max-welfare", "equal-shares"}) {
      Trace trace;
      const auto outcome = tally(rule, *election, params, trace);
      ASSERT_TRUE(outcome) << rule << ": " << outcome.error().key;
      EXPECT_LE(outcome->cost, election->budget);
    }
    params.utility = Utility::kEffort;
    Trace trace;
    EXPECT_TRUE(tally("max-welfare", *election, params, trace)) << "effort";
  }
  EXPECT_GT(files, 100U);
  EXPECT_GT(fine, 30U);
}

}  // namespace
}  // namespace stoepkrijt::rules
