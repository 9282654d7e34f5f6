// Many runs at once against one after another: whatever MesLevels says it knows must be what MesEngine finds.
#include <gtest/gtest.h>

#include <algorithm>

#include "rules/add1.hpp"
#include "rules/mes_levels.hpp"
#include "rules/random_elections.hpp"
#include "rules/reference_rules.hpp"

namespace stoepkrijt::rules {
namespace {

/// Hundreds of people, dozens of plans, purses that run out: histories, poor supporters and close decisions in plenty.
Election busy_election(std::uint64_t seed) {
  Random random(seed);
  Election election;
  const std::int64_t projects = random.between(12, 40);
  const bool decimals = random.chance(1, 3);
  std::int64_t all = 0;
  for (std::int64_t p = 0; p < projects; ++p) {
    Project project;
    project.id = std::to_string(p);
    const std::int64_t cost = random.between(50, random.chance(1, 5) ? 9'000 : 1'500);
    all += cost;
    project.cost = decimals ? Ratio(cost) + Ratio(BigInt(random.between(0, 99)), BigInt(100)) : Ratio(cost);
    election.projects.push_back(project);
  }
  election.budget = Ratio(all * random.between(20, 70) / 100);
  const std::int64_t ballots = random.between(60, 400);
  for (std::int64_t b = 0; b < ballots; ++b) {
    std::vector<ProjectIndex> approved;
    for (std::int64_t i = random.between(1, 8); i > 0; --i) {
      approved.push_back(static_cast<ProjectIndex>(std::min(random.index(static_cast<std::size_t>(projects)),
                                                            random.index(static_cast<std::size_t>(projects)))));
    }
    add_ballot(election, approved, random.chance(1, 6) ? random.below(50) : 1);
  }
  return election;
}

struct Seen {
  std::uint64_t known = 0;
  std::uint64_t unknown = 0;
  std::uint64_t splits = 0;  // neighbours in a block with different winners
};

/// Holds a block of levels against the engine.
void compare(const Election& election, Utility utility, const Ratio& step, Seen& seen) {
  RuleParams params;
  params.utility = utility;
  MesEngine engine(election, params);
  MesLevels levels(engine);
  const BigInt voters = BigInt::from_unsigned(engine.voters());
  const Ratio units = step * Ratio(engine.unit() * voters, BigInt(1));
  const BigInt step_units = units.floor();
  BigInt purse = engine.budget();
  for (std::uint32_t count = 1; count <= MesLevels::kMost; count = count == 1 ? MesLevels::kMost : count + 1) {
    const std::vector<MesLevels::Winners> block = levels.run(purse, step_units, voters, count);
    ASSERT_EQ(block.size(), count);
    for (std::size_t i = 0; i < block.size(); ++i) {
      const MesRun run = engine.run(purse, voters);
      purse += step_units;
      if (!block[i]) {
        ++seen.unknown;
        continue;
      }
      ++seen.known;
      EXPECT_EQ(*block[i], run.winners) << "level " << i;
      if (i > 0 && block[i - 1] && *block[i] != *block[i - 1]) ++seen.splits;
    }
  }
}

TEST(MesLevels, KnowsTheWinnersOfSmallElectionsOrSaysThatItDoesNot) {
  Seen seen;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    for (const Utility utility : {Utility::kCost, Utility::kCardinality}) {
      compare(random_election(seed), utility, Ratio(1), seen);
    }
  }
  EXPECT_GT(seen.known, 5'000U);
  EXPECT_GT(seen.unknown, 10U);  // ties with poor supporters: left to whole numbers
  EXPECT_GT(seen.splits, 100U);
}

TEST(MesLevels, KnowsNearlyAllOfBusyElections) {
  Seen seen;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    for (const Utility utility : {Utility::kCost, Utility::kCardinality}) {
      compare(busy_election(seed), utility, Ratio(1), seen);
      compare(busy_election(seed), utility, Ratio(BigInt(1), BigInt(7)), seen);
    }
  }
  EXPECT_GT(seen.known, 50 * seen.unknown);
  EXPECT_GT(seen.splits, 400U);
}

TEST(MesLevels, ScalesFromAtomsToGalaxies) {
  for (const Ratio& scale : {Ratio(BigInt::power_of_ten(25), BigInt(1)), Ratio(BigInt(1), BigInt::power_of_ten(60)),
                             Ratio(BigInt::power_of_ten(60), BigInt(1))}) {
    Seen seen;
    for (std::uint64_t seed = 100; seed < 110; ++seed) {
      Election election = busy_election(seed);
      election.budget *= scale;
      for (Project& project : election.projects) project.cost *= scale;
      compare(election, Utility::kCost, scale, seen);
    }
    // Beyond 2^120 units it knows nothing, and says so.
    EXPECT_EQ(seen.known > 0, scale != Ratio(BigInt::power_of_ten(60), BigInt(1)));
  }
}

/// Two plans whose voters are partly poor, and whose prices differ by next to nothing.
Election hair_apart(const Ratio& hair) {
  Election election;
  election.budget = Ratio(1400);
  const auto project = [&](const char* id, const Ratio& cost) {
    Project out;
    out.id = id;
    out.cost = cost;
    election.projects.push_back(out);
  };
  project("first", Ratio(300));
  project("b", Ratio(400));
  project("a", Ratio(400) + hair);
  add_ballot(election, {0, 1}, 2);
  add_ballot(election, {0, 2}, 2);
  add_ballot(election, {1}, 3);
  add_ballot(election, {2}, 3);
  return election;
}

TEST(MesLevels, GivesUpWhatItsBoundsCannotSeparate) {
  for (const std::int64_t sign : {-1, 0, 1}) {
    const Election election = hair_apart(Ratio(BigInt(sign), BigInt::power_of_ten(40)));
    RuleParams params;
    params.utility = Utility::kCardinality;
    MesEngine engine(election, params);
    MesLevels levels(engine);
    const BigInt voters = BigInt::from_unsigned(engine.voters());
    const std::vector<MesLevels::Winners> block = levels.run(engine.budget(), engine.unit() * voters, voters, 4);
    EXPECT_EQ(std::count(block.begin(), block.end(), std::nullopt), 4);
    Trace trace;
    params.completion = Completion::kAdd1;
    const Result<Outcome> outcome = equal_shares_add1(election, params, trace);
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->winners, reference::add1(election, params));
    ASSERT_EQ(outcome->winners.size(), 3U);
    EXPECT_EQ(outcome->winners[1], sign > 0 ? 1U : 2U);
  }
}

TEST(MesLevels, SettlesEqualPricesByTheTieOrderWhenEverybodyPays) {
  Election election;
  election.budget = Ratio(100);
  for (const char* id : {"9", "10", "11"}) {
    Project project;
    project.id = id;
    project.cost = Ratio(30);
    election.projects.push_back(project);
  }
  add_ballot(election, {0}, 2);
  add_ballot(election, {1}, 2);
  add_ballot(election, {2}, 2);
  MesEngine engine(election, RuleParams{});
  MesLevels levels(engine);
  const BigInt voters = BigInt::from_unsigned(engine.voters());
  const std::vector<MesLevels::Winners> block = levels.run(engine.budget(), engine.unit() * voters, voters, 3);
  for (const MesLevels::Winners& winners : block) {
    EXPECT_EQ(winners, (std::vector<ProjectIndex>{1, 2, 0}));
  }
}

struct Ended {
  std::vector<ProjectIndex> winners;
  std::uint64_t steps = 0;
  bool overran = false;
};

/// Add1 as it is defined, one exact run after another.
Ended step_by_step(const Election& election, const RuleParams& params) {
  MesEngine engine(election, params);
  const BigInt voters = BigInt::from_unsigned(engine.voters());
  BigInt purse = engine.budget();
  MesRun run = engine.run(purse, voters);
  Ended ended;
  while (reference::something_fits(election, run.winners, params.add1_stop == Add1Stop::kNever)) {
    purse += engine.unit() * voters;
    MesRun next = engine.run(purse, voters);
    ended.overran = next.cost > engine.budget();
    if (ended.overran) break;
    run = std::move(next);
    ++ended.steps;
  }
  ended.winners = run.winners;
  return ended;
}

TEST(Add1, TakesTheSameStepsAsOneRunAfterAnother) {
  std::uint64_t steps = 0;
  for (std::uint64_t seed = 200; seed < 260; ++seed) {
    const Election election = busy_election(seed);
    for (const Utility utility : {Utility::kCost, Utility::kCardinality}) {
      for (const Add1Stop stop : {Add1Stop::kExhaustive, Add1Stop::kNever}) {
        RuleParams params;
        params.utility = utility;
        params.add1_stop = stop;
        Trace trace;
        const Result<Outcome> outcome = equal_shares_add1(election, params, trace);
        ASSERT_TRUE(outcome);
        const Ended expected = step_by_step(election, params);
        EXPECT_EQ(outcome->winners, expected.winners) << seed;
        EXPECT_EQ(trace.add1_steps, expected.steps) << seed;
        EXPECT_EQ(trace.add1_overran, expected.overran) << seed;
        steps += expected.steps;
      }
    }
  }
  EXPECT_GT(steps, 2'000U);
}

TEST(Add1, CountsBallotsOfMoreThanFourThousandMillionPeople) {
  Election election;
  election.budget = Ratio(BigInt::power_of_ten(12), BigInt(1));
  for (const char* id : {"a", "b"}) {
    Project project;
    project.id = id;
    project.cost = Ratio(BigInt(6) * BigInt::power_of_ten(11), BigInt(1));
    election.projects.push_back(project);
  }
  add_ballot(election, {0}, std::uint64_t{5'000'000'000});
  add_ballot(election, {0, 1}, 1'000'000'000);
  RuleParams params;
  Trace trace;
  const Result<Outcome> outcome = equal_shares_add1(election, params, trace);
  ASSERT_TRUE(outcome);
  const Ended expected = step_by_step(election, params);
  EXPECT_EQ(outcome->winners, expected.winners);
  EXPECT_EQ(trace.add1_steps, expected.steps);
}

class Counter : public Watcher {
 public:
  explicit Counter(std::uint64_t most) : most_(most) {}
  bool on_progress(std::uint64_t done, std::uint64_t) override {
    EXPECT_GE(done, last_);
    last_ = done;
    return ++calls_ <= most_;
  }
  [[nodiscard]] std::uint64_t calls() const { return calls_; }

 private:
  std::uint64_t most_;
  std::uint64_t calls_ = 0;
  std::uint64_t last_ = 0;
};

TEST(Add1, TellsHowFarItIsAndCanBeStopped) {
  for (std::uint64_t seed = 200; seed < 260; ++seed) {
    const Election election = busy_election(seed);
    Counter all(1'000'000);
    RuleParams params;
    params.watcher = &all;
    Trace trace;
    ASSERT_TRUE(equal_shares_add1(election, params, trace));
    if (all.calls() < 3) continue;
    Counter one(1);
    params.watcher = &one;
    const Result<Outcome> stopped = equal_shares_add1(election, params, trace);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::kCancelled);
    EXPECT_EQ(one.calls(), 2U);
    return;
  }
  FAIL() << "no election here takes long enough";
}

TEST(MergeBallots, SortsAndAddsUpLikeAPlainSort) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Random random(seed);
    Election election;
    election.projects.resize(random.chance(1, 2) ? 5 : 700);
    const bool points = random.chance(1, 2);
    for (std::int64_t b = random.between(0, 300); b > 0; --b) {
      Ballot ballot;
      // One in ten elections names projects that do not exist: merging comes before validating.
      const std::size_t most = election.projects.size() * (seed % 10 == 0 ? 3 : 1);
      for (std::int64_t i = random.between(0, random.chance(1, 3) ? 14 : 2); i > 0; --i) {
        ballot.projects.push_back(static_cast<ProjectIndex>(random.index(most) % (random.chance(1, 2) ? 4 : most)));
        if (points) ballot.points.push_back(random.between(0, 2));
      }
      ballot.count = random.below(4);
      election.ballots.push_back(ballot);
    }
    std::vector<Ballot> expected = election.ballots;
    std::sort(expected.begin(), expected.end(), [](const Ballot& a, const Ballot& b) {
      return a.projects != b.projects ? a.projects < b.projects : a.points < b.points;
    });
    std::vector<Ballot> sums;
    for (const Ballot& ballot : expected) {
      if (!sums.empty() && sums.back().projects == ballot.projects && sums.back().points == ballot.points) {
        sums.back().count += ballot.count;
      } else {
        sums.push_back(ballot);
      }
    }
    merge_ballots(election);
    EXPECT_EQ(election.ballots, sums) << seed;
  }
}

}  // namespace
}  // namespace stoepkrijt::rules
