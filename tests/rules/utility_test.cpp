#include <gtest/gtest.h>

#include "base/random.hpp"
#include "rules/exact_real.hpp"
#include "rules/knapsack.hpp"
#include "rules/random_elections.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::rules {
namespace {

Factor root(std::int64_t n, std::int64_t d = 1) { return {Factor::Kind::kSqrt, Ratio(BigInt(n), BigInt(d))}; }
Factor log1(std::int64_t n, std::int64_t d = 1) { return {Factor::Kind::kLog, Ratio(BigInt(n), BigInt(d))}; }
Factor value(std::int64_t n, std::int64_t d = 1) { return {Factor::Kind::kValue, Ratio(BigInt(n), BigInt(d))}; }
constexpr auto kLess = std::strong_ordering::less;
constexpr auto kEqual = std::strong_ordering::equal;
constexpr auto kGreater = std::strong_ordering::greater;

TEST(ExactReal, ComparesRootsBySquaring) {
  EXPECT_EQ(compare_products(Ratio(2), root(2), Ratio(1), root(8)), kEqual);
  EXPECT_EQ(compare_products(Ratio(2), root(2), Ratio(1), root(9)), kLess);
  EXPECT_EQ(compare_products(Ratio(3), value(1), Ratio(1), root(9)), kEqual);
  EXPECT_EQ(compare_products(Ratio(0), root(9), Ratio(5), root(0)), kEqual);
  EXPECT_EQ(compare_products(Ratio(1), root(1), Ratio(5), root(0)), kGreater);
  // 665857/470832 is above the root of 2 by less than 2^-40.
  EXPECT_EQ(compare_products(Ratio(1), root(2), Ratio(1), value(665'857, 470'832)), kLess);
}

TEST(ExactReal, ComparesLogarithmsAndKnowsWhenTheyAreEqual) {
  EXPECT_EQ(compare_products(Ratio(3), log1(3), Ratio(2), log1(7)), kEqual);  // 3·ln 4 = 2·ln 8
  EXPECT_EQ(compare_products(Ratio(BigInt(1), BigInt(3)), log1(7), Ratio(1), log1(1)), kEqual);
  EXPECT_EQ(compare_products(Ratio(1), log1(5, 4), Ratio(2), log1(1, 2)), kEqual);  // ln 9/4 = 2·ln 3/2
  EXPECT_EQ(compare_products(Ratio(12), log1(2), Ratio(19), log1(1)), kGreater);    // 3^12 is 531441, 2^19 is 524288
  EXPECT_EQ(compare_products(Ratio(665), log1(1, 2), Ratio(389), log1(1)), kGreater);
  EXPECT_EQ(compare_products(Ratio(1), log1(1), Ratio(1), value(6'931'471'805'599'453, 10'000'000'000'000'000)),
            kGreater);
}

TEST(ExactReal, FindsTheSignOfSumsThatCancelAndThatNearlyDo) {
  // √2 + √8 = √18, and √(a + 1) + √(a - 1) < 2·√a by less than 10^-15.
  EXPECT_EQ(sign_of_sum({{Ratio(1), root(2)}, {Ratio(1), root(8)}, {Ratio(-1), root(18)}}), kEqual);
  EXPECT_EQ(
      sign_of_sum({{Ratio(1), root(10'000'000'001)}, {Ratio(1), root(9'999'999'999)}, {Ratio(-2), value(100'000)}}),
      kLess);
  EXPECT_EQ(sign_of_sum({{Ratio(1), log1(1)}, {Ratio(1), log1(2)}, {Ratio(-1), log1(5)}}), kEqual);  // 2·3 = 6
  EXPECT_EQ(sign_of_sum({{Ratio(1), log1(1)}, {Ratio(1), root(2)}, {Ratio(-1), log1(1)}, {Ratio(-1), root(2)}}),
            kEqual);
  EXPECT_EQ(sign_of_sum({{Ratio(1), log1(1, 6)}, {Ratio(1), log1(1, 7)}, {Ratio(-1), log1(1, 3)}}), kEqual);  // 8/6
  EXPECT_EQ(sign_of_sum({}), kEqual);
}

TEST(ExactReal, BoundsHoldTheValueAndAreNarrow) {
  for (const std::int64_t n : {1, 2, 3, 10, 999'999'999, 123'456'789}) {
    for (const std::int64_t d : {1, 7, 100}) {
      for (const unsigned bits : {16U, 64U, 200U}) {
        const RealBounds wide = bounds_of(log1(n, d), bits);
        const RealBounds narrow = bounds_of(log1(n, d), bits + 100);
        EXPECT_LE(wide.low, narrow.low);
        EXPECT_GE(wide.high, narrow.high);
        EXPECT_LE(wide.high - wide.low, Ratio(BigInt(1), BigInt::power_of_two(bits)));
        const RealBounds square = bounds_of(root(n, d), bits);
        EXPECT_LE(square.low * square.low, Ratio(BigInt(n), BigInt(d)));
        EXPECT_GE(square.high * square.high, Ratio(BigInt(n), BigInt(d)));
      }
    }
  }
}

TEST(ExactReal, WritesSumsForPeople) {
  EXPECT_EQ(text_of_sum({{Ratio(3), value(7, 2)}}, 6), "10.5");
  EXPECT_EQ(text_of_sum({{Ratio(1), root(2)}}, 6), "1.414214");
  EXPECT_EQ(text_of_sum({{Ratio(2), log1(1)}}, 6), "1.386294");
  EXPECT_EQ(text_of_sum({{Ratio(1), root(1, 4)}}, 6), "0.500000");
}

TEST(Knapsack, FindsWhatTryingEverySetFinds) {
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    Random random(seed);
    const auto count = static_cast<std::uint32_t>(random.between(0, 11));
    const std::int64_t most = random.chance(1, 2) ? 6 : 1000;
    const BigInt scale = random.chance(1, 10) ? BigInt::power_of_ten(30) : BigInt(1);
    std::vector<KnapsackItem> items;
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::int64_t cost = random.between(0, most);
      items.push_back({BigInt(cost) * scale, BigInt(random.chance(1, 4) ? cost : random.between(0, most)) * scale});
    }
    const BigInt capacity = BigInt(random.between(0, most * 4)) * scale;
    BigInt best;
    for (std::uint32_t set = 0; set < (1U << count); ++set) {
      BigInt cost;
      BigInt worth;
      for (std::uint32_t i = 0; i < count; ++i) {
        if (((set >> i) & 1U) == 0) continue;
        cost += items[i].cost;
        worth += items[i].value;
      }
      if (cost <= capacity) best = std::max(best, worth);
    }
    const KnapsackAnswer answer = solve_knapsack(items, capacity, BigInt(-1), true);
    ASSERT_EQ(answer.kind, KnapsackAnswer::Kind::kFound) << seed;
    EXPECT_EQ(answer.value, best) << seed;
    BigInt cost;
    BigInt worth;
    for (const std::uint32_t i : answer.items) {
      cost += items[i].cost;
      worth += items[i].value;
    }
    EXPECT_EQ(worth, best) << seed;
    EXPECT_LE(cost, capacity) << seed;
    EXPECT_EQ(solve_knapsack(items, capacity, best, false).kind, KnapsackAnswer::Kind::kNone) << seed;
    if (!best.is_zero()) {
      EXPECT_EQ(solve_knapsack(items, capacity, best - BigInt(1), false).value, best) << seed;
    }
  }
}

Election rich(BallotType type) {
  Election election;
  election.type = type;
  election.budget = Ratio(10);
  for (const int cost : {7, 5, 4, 20}) {
    Project project;
    project.id = std::to_string(cost);
    project.cost = Ratio(cost);
    election.projects.push_back(project);
  }
  Ballot ballot{{0, 1, 2, 3}, {}, 1};
  if (type == BallotType::kCumulative) ballot.points = {6, 4, 3, 9};
  election.ballots.push_back(ballot);
  return election;
}

std::vector<Ratio> weights(const Election& election, Utility utility) {
  const auto utilities = utilities_of(election, utility);
  EXPECT_TRUE(utilities);
  return utilities->weights.empty() ? std::vector<Ratio>{} : utilities->weights[0];
}

TEST(Utility, RelativeOnesDivideByTheMostThatTheBallotCouldYield) {
  const Election approvals = rich(BallotType::kApproval);
  // Best by cost 5 + 4 = 9, by number 2.
  EXPECT_EQ(weights(approvals, Utility::kRelativeCost)[0], Ratio(BigInt(1), BigInt(9)));
  EXPECT_EQ(weights(approvals, Utility::kRelativeCardinality)[3], Ratio(BigInt(1), BigInt(2)));
  // Best by points 4 + 3 = 7.
  EXPECT_EQ(weights(rich(BallotType::kCumulative), Utility::kRelativePoints),
            (std::vector<Ratio>{Ratio(BigInt(6), BigInt(7)), Ratio(BigInt(4), BigInt(7)), Ratio(BigInt(3), BigInt(7)),
                                Ratio(BigInt(9), BigInt(7))}));
  Election poor = approvals;
  poor.budget = Ratio(1);
  EXPECT_EQ(weights(poor, Utility::kRelativeCost)[0], Ratio(0));
}

TEST(Utility, TheBestOfABallotIsWhatTryingEverySetFinds) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const Election election = random_election(seed);
    const auto utilities = utilities_of(election, Utility::kRelativeCost);
    ASSERT_TRUE(utilities);
    for (std::size_t b = 0; b < election.ballots.size(); ++b) {
      const std::vector<ProjectIndex>& ballot = election.ballots[b].projects;
      Ratio best;
      for (std::uint32_t set = 0; set < (1U << ballot.size()); ++set) {
        Ratio cost;
        for (std::size_t i = 0; i < ballot.size(); ++i) {
          if (((set >> i) & 1U) != 0) cost += election.projects[ballot[i]].cost;
        }
        if (cost <= election.budget) best = std::max(best, cost);
      }
      for (std::size_t i = 0; i < ballot.size(); ++i) {
        EXPECT_EQ(utilities->weight(b, i), best.is_zero() ? Ratio(0) : Ratio(1) / best) << seed;
      }
    }
  }
}

TEST(Utility, LongBallotsOfDearProjectsAreNoTrouble) {
  Random random(7);
  Election election;
  for (ProjectIndex p = 0; p < 100; ++p) {
    Project project;
    project.id = std::to_string(p);
    project.cost = Ratio(random.between(10'000, 3'000'000));
    election.budget += project.cost;
    election.projects.push_back(project);
  }
  election.budget = Ratio(election.budget.floor() / BigInt(3), BigInt(1));
  for (const std::size_t length : {20U, 30U, 40U, 60U, 100U}) {
    for (int i = 0; i < 5; ++i) {
      std::vector<ProjectIndex> ballot;
      for (ProjectIndex p = 0; p < 100; ++p) ballot.push_back(p);
      for (std::size_t k = 100; k > 1; --k) std::swap(ballot[k - 1], ballot[random.index(k)]);
      ballot.resize(length);
      add_ballot(election, ballot);
    }
  }
  const auto utilities = utilities_of(election, Utility::kRelativeCost);
  ASSERT_TRUE(utilities);
  EXPECT_EQ(utilities->weights.back()[0], Ratio(1) / election.budget);  // a hundred projects reach it exactly
}

TEST(Utility, BordaCountsFromTheEndOfTheBallot) {
  EXPECT_EQ(weights(rich(BallotType::kOrdinal), Utility::kDefault),
            (std::vector<Ratio>{Ratio(3), Ratio(2), Ratio(1), Ratio(0)}));
  const auto borda = utilities_of(rich(BallotType::kOrdinal), Utility::kBorda);
  EXPECT_EQ(count_supporters(rich(BallotType::kOrdinal), *borda), (std::vector<std::uint64_t>{1, 1, 1, 0}));
  EXPECT_TRUE(weights(rich(BallotType::kOrdinal), Utility::kCardinality).empty());  // each ranked project is approved
}

TEST(Utility, EffortIsTheCostPerSupporter) {
  Election election = rich(BallotType::kApproval);
  add_ballot(election, {0}, 2);
  const auto utilities = utilities_of(election, Utility::kEffort);
  ASSERT_TRUE(utilities);
  EXPECT_EQ(utilities->factors[0].value, Ratio(BigInt(7), BigInt(3)));
  EXPECT_EQ(utilities->factors[1].value, Ratio(5));
}

TEST(Utility, PointsKeepTheirUnitAndZeroPointsAreNoApproval) {
  Election election = rich(BallotType::kCumulative);
  election.points_unit = 2;
  election.ballots[0].points[3] = 0;
  EXPECT_EQ(weights(election, Utility::kDefault)[0], Ratio(3));
  EXPECT_EQ(weights(election, Utility::kCost), (std::vector<Ratio>{Ratio(1), Ratio(1), Ratio(1), Ratio(0)}));
  election.ballots[0].points[3] = -1;
  EXPECT_EQ(utilities_of(election, Utility::kPoints).error().code, ErrorCode::kNegative);
}

TEST(Utility, SaysWhichBallotsItNeeds) {
  EXPECT_EQ(utilities_of(rich(BallotType::kApproval), Utility::kPoints).error().key, "error.utility_needs_points");
  EXPECT_EQ(utilities_of(rich(BallotType::kCumulative), Utility::kBorda).error().key, "error.utility_needs_ranking");
  EXPECT_EQ(utilities_of(rich(BallotType::kApproval), Utility::kCc).error().key, "error.utility_no_sum");
}

}  // namespace
}  // namespace stoepkrijt::rules
