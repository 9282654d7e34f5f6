// Properties of every rule in the registry, and the fast rules against the slow ones, on random elections.
#include <gtest/gtest.h>

#include "base/sha256.hpp"
#include "rules/add1_skip.hpp"
#include "rules/completions.hpp"
#include "rules/mes_engine.hpp"
#include "rules/random_elections.hpp"
#include "rules/reference_rules.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::rules {
namespace {

constexpr std::uint64_t kElections = 400;

/// The rules with a definition in reference_rules.hpp. Those of other families have a file of their own.
std::vector<RuleEntry> rules_of_this_file() { return {*find_rule("greedy"), *find_rule("equal-shares")}; }

std::vector<RuleParams> all_params(std::string_view rule) {
  std::vector<RuleParams> all;
  for (const Utility utility : {Utility::kCost, Utility::kCardinality}) {
    RuleParams params;
    params.utility = utility;
    all.push_back(params);
    if (rule == "greedy") {
      params.min_votes = 1;
      all.push_back(params);
      continue;
    }
    params.completion = Completion::kAdd1;
    for (const Add1Start start : {Add1Start::kExact, Add1Start::kIntegral}) {
      for (const Add1Stop stop : {Add1Stop::kExhaustive, Add1Stop::kNever}) {
        params.add1_start = start;
        params.add1_stop = stop;
        all.push_back(params);
      }
    }
  }
  return all;
}

std::vector<ProjectIndex> by_the_book(std::string_view rule, const Election& election, const RuleParams& params) {
  if (rule == "greedy") return reference::greedy(election, params);
  if (params.completion == Completion::kAdd1) return reference::add1(election, params);
  return reference::equal_shares(election, election.budget / Ratio(static_cast<std::int64_t>(count_voters(election))),
                                 params.utility);
}

std::string ids(const Election& election, const std::vector<ProjectIndex>& winners) {
  std::string out;
  for (const ProjectIndex p : winners) out += election.projects[p].id + " ";
  return out;
}

TEST(Properties, EveryRuleGivesWhatItsDefinitionGives) {
  for (std::uint64_t seed = 0; seed < kElections; ++seed) {
    const Election election = random_election(seed);
    for (const RuleEntry& rule : rules_of_this_file()) {
      for (const RuleParams& params : all_params(rule.id)) {
        Trace trace;
        const Result<Outcome> outcome = rule.run(election, params, trace);
        ASSERT_TRUE(outcome) << rule.id << " " << seed;
        EXPECT_EQ(ids(election, outcome->winners), ids(election, by_the_book(rule.id, election, params)))
            << rule.id << " election " << seed << " utility " << static_cast<int>(params.utility) << " completion "
            << static_cast<int>(params.completion);
      }
    }
  }
}

TEST(Properties, EveryRuleStaysWithinTheBudgetAndReportsItsCost) {
  for (std::uint64_t seed = 1000; seed < 1000 + kElections; ++seed) {
    const Election election = random_election(seed);
    for (const RuleEntry& rule : rules_of_this_file()) {
      for (const RuleParams& params : all_params(rule.id)) {
        Trace trace;
        const Result<Outcome> outcome = rule.run(election, params, trace);
        ASSERT_TRUE(outcome);
        EXPECT_LE(outcome->cost, election.budget);
        EXPECT_EQ(outcome->cost, total_cost(election, outcome->winners));
        ASSERT_EQ(trace.rounds.size(), outcome->winners.size());
        for (std::size_t i = 0; i < trace.rounds.size(); ++i) EXPECT_EQ(trace.rounds[i].project, outcome->winners[i]);
      }
    }
  }
}

TEST(Properties, NoRuleCaresAboutTheOrderOrMergingOfBallots) {
  for (std::uint64_t seed = 2000; seed < 2000 + kElections / 2; ++seed) {
    const Election election = random_election(seed);
    Election merged = election;
    merge_ballots(merged);
    const Election shuffled = shuffled_people(election, seed);
    for (const RuleEntry& rule : rules_of_this_file()) {
      for (const RuleParams& params : all_params(rule.id)) {
        Trace trace;
        const Result<Outcome> a = rule.run(election, params, trace);
        const Result<Outcome> b = rule.run(merged, params, trace);
        const Result<Outcome> c = rule.run(shuffled, params, trace);
        ASSERT_TRUE(a && b && c);
        EXPECT_EQ(*a, *b) << rule.id << " " << seed;
        EXPECT_EQ(*a, *c) << rule.id << " " << seed;
      }
    }
  }
}

TEST(Properties, EffectiveVotesNeverRise) {
  for (std::uint64_t seed = 3000; seed < 3000 + kElections; ++seed) {
    const Election election = random_election(seed);
    Trace trace;
    ASSERT_TRUE(tally("equal-shares", election, {}, trace));
    const Round* before = nullptr;
    for (const Round& round : trace.rounds) {
      if (round.price.is_zero()) continue;
      EXPECT_TRUE(before == nullptr || before->effective_votes >= round.effective_votes) << seed;
      before = &round;
    }
  }
}

TEST(Properties, SkippedStepsWouldHaveChangedNothing) {
  std::uint64_t skipped = 0;
  for (std::uint64_t seed = 4000; seed < 4000 + kElections; ++seed) {
    const Election election = random_election(seed);
    for (const Utility utility : {Utility::kCost, Utility::kCardinality}) {
      RuleParams params;
      params.utility = utility;
      MesEngine engine(election, params);
      const BigInt voters = BigInt::from_unsigned(engine.voters());
      const BigInt step = engine.unit() * voters;
      BigInt purse = engine.budget();
      for (int i = 0; i < 6; ++i) {
        const MesRun run = engine.run(purse, voters);
        const std::uint64_t free_steps =
            add1_steps_without_change(election, params, Outcome{run.winners, Ratio(0)}, Ratio(purse, step), 50);
        for (std::uint64_t s = 1; s <= free_steps; ++s) {
          EXPECT_EQ(engine.run(purse + step * BigInt::from_unsigned(s), voters).winners, run.winners) << seed;
        }
        skipped += free_steps;
        purse += step * BigInt::from_unsigned(free_steps + 1);
      }
    }
  }
  EXPECT_GT(skipped, 1000U);  // else the proof proves nothing
}

/// One text for everything that the rules say about a fixed set of made elections.
std::string everything_said() {
  std::string said;
  for (std::uint64_t seed = 5000; seed < 5200; ++seed) {
    const Election election = random_election(seed);
    for (const RuleEntry& rule : rules_of_this_file()) {
      for (RuleParams params : all_params(rule.id)) {
        for (const TieOrder ties : {TieOrder::kId, TieOrder::kCostVotes, TieOrder::kCostVotesLot, TieOrder::kVotes}) {
          params.ties = ties;
          params.seed = "stoepkrijt";
          Trace trace;
          const Result<Outcome> outcome = rule.run(election, params, trace);
          said += std::string(rule.id) + " " + (outcome ? ids(election, outcome->winners) : outcome.error().key);
          if (outcome) said += outcome->cost.to_string();
          for (const Round& round : trace.rounds) {
            said += " " + round.price.to_string() + " " + round.effective_votes.to_string() + " " +
                    std::to_string(round.tied.size());
          }
          said += " " + trace.purse.to_string() + " " + std::to_string(trace.add1_steps) + "\n";
        }
      }
    }
  }
  return said;
}

TEST(Properties, TheSameElectionsGiveTheSameBytesEverywhere) {
  // Pinned on gcc, clang and wasm alike. It changes only when a rule, a trace or the made elections change.
  EXPECT_EQ(to_hex(sha256(everything_said())), "12d3be21bf66fbdfa75b83bc605ec5c2b8948da3d033859026f184bf595fd46e");
}

}  // namespace
}  // namespace stoepkrijt::rules
