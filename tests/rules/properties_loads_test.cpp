// Properties of the rules that spread loads or spend purses, on random elections; and the fast against the slow.
#include <gtest/gtest.h>

#include <functional>

#include "base/sha256.hpp"
#include "rules/feasibility.hpp"
#include "rules/random_elections.hpp"
#include "rules/reference_loads.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::rules {
namespace {

constexpr std::uint64_t kElections = 300;

struct Tested {
  std::string_view rule;
  std::function<Election(std::uint64_t)> election;
  std::vector<RuleParams> params;
  std::function<std::vector<ProjectIndex>(const Election&, const RuleParams&)> by_the_book;
};

/// Up to 9 projects and 5 points each; some points are zero.
Election with_points(std::uint64_t seed) {
  Election election = random_election(seed);
  Random random(seed + 77);
  election.type = random.chance(1, 2) ? BallotType::kCumulative : BallotType::kScoring;
  const std::int64_t most = random.chance(1, 2) ? 2 : 5;
  for (Ballot& ballot : election.ballots) {
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) ballot.points.push_back(random.between(0, most));
  }
  if (random.chance(1, 2)) election.vouchers = random.between(1, 12);
  return election;
}

Election with_ranks(std::uint64_t seed) {
  Election election = random_election(seed);
  Random random(seed + 99);
  election.type = BallotType::kOrdinal;
  for (Ballot& ballot : election.ballots) {
    for (std::size_t i = ballot.projects.size(); i > 1; --i) {
      std::swap(ballot.projects[i - 1], ballot.projects[random.index(i)]);
    }
  }
  return election;
}

std::vector<RuleParams> all_variants() {
  std::vector<RuleParams> out;
  for (const CstvVariant variant : {CstvVariant::kEwt, CstvVariant::kEwtc, CstvVariant::kEwts, CstvVariant::kMt,
                                    CstvVariant::kMtc, CstvVariant::kMts}) {
    RuleParams params;
    params.variant = variant;
    out.push_back(params);
  }
  return out;
}

std::vector<Tested> tested() {
  const std::vector<RuleParams> plain{RuleParams{}};
  const auto phragmen = [](const Election& e, const RuleParams&) { return reference::phragmen(e); };
  const auto maximin = [](const Election& e, const RuleParams&) { return reference::maximin_support(e); };
  const auto expanding = [](const Election& e, const RuleParams&) { return reference::expanding_approvals(e); };
  const auto vouchers = [](const Election& e, const RuleParams&) { return reference::vouchers(e); };
  const auto cstv = [](const Election& e, const RuleParams& params) {
    return reference::Cstv(e, params.variant).run();
  };
  return {
      {"phragmen", random_election, plain, phragmen},
      {"maximin-support", random_election, plain, maximin},
      {"expanding-approvals", random_election, plain, expanding},
      {"expanding-approvals", with_ranks, plain, expanding},
      {"expanding-approvals", with_points, plain, expanding},
      {"vouchers", with_points, plain, vouchers},
      {"cstv", with_points, all_variants(), cstv},
  };
}

std::string ids(const Election& election, const std::vector<ProjectIndex>& winners) {
  std::string out;
  for (const ProjectIndex p : winners) out += election.projects[p].id + " ";
  return out;
}

TEST(PropertiesLoads, EveryRuleGivesWhatItsDefinitionGives) {
  for (const Tested& t : tested()) {
    for (std::uint64_t seed = 0; seed < kElections; ++seed) {
      const Election election = t.election(seed);
      for (const RuleParams& params : t.params) {
        Trace trace;
        const auto outcome = tally(t.rule, election, params, trace);
        ASSERT_TRUE(outcome) << t.rule << " " << seed;
        EXPECT_EQ(ids(election, outcome->winners), ids(election, t.by_the_book(election, params)))
            << t.rule << " election " << seed << " variant " << static_cast<int>(params.variant);
      }
    }
  }
}

Ratio people_of_ballot(const Election& election, std::uint32_t ballot) {
  return Ratio(static_cast<std::int64_t>(election.ballots[ballot].count));
}

TEST(PropertiesLoads, EveryTraceIsWholeAndEveryRoundIsPaidExactly) {
  for (const Tested& t : tested()) {
    for (std::uint64_t seed = 1000; seed < 1000 + kElections; ++seed) {
      const Election election = t.election(seed);
      for (const RuleParams& params : t.params) {
        Trace trace;
        const auto outcome = tally(t.rule, election, params, trace);
        ASSERT_TRUE(outcome);
        EXPECT_LE(outcome->cost, election.budget);
        EXPECT_EQ(outcome->cost, total_cost(election, outcome->winners));
        EXPECT_EQ(trace.rule, t.rule);
        EXPECT_NE(trace.utility, Utility::kDefault);
        EXPECT_EQ(trace.voters, count_voters(election));
        ASSERT_EQ(trace.rounds.size(), outcome->winners.size());
        ASSERT_EQ(trace.projects.size(), election.projects.size());
        const std::vector<std::uint64_t> votes = count_votes(election);
        std::vector<Ratio> spent(election.ballots.size());
        Ratio left = election.budget;
        for (std::size_t i = 0; i < trace.rounds.size(); ++i) {
          const Round& round = trace.rounds[i];
          const Ratio& cost = election.projects[round.project].cost;
          EXPECT_EQ(round.project, outcome->winners[i]);
          EXPECT_EQ(round.money_before, left) << t.rule << " " << seed;
          left -= cost;
          EXPECT_EQ(trace.projects[round.project].why, WhyOut::kSelected);
          EXPECT_EQ(trace.projects[round.project].turn, i + 1);
          Ratio paid;
          Ratio most;
          for (const BallotAmount& amount : round.amounts) {
            EXPECT_GT(amount.amount, Ratio(0));
            const auto& on = election.ballots[amount.ballot].projects;
            EXPECT_NE(std::find(on.begin(), on.end(), round.project), on.end()) << t.rule << " " << seed;
            spent[amount.ballot] += amount.amount;
            paid += amount.amount * people_of_ballot(election, amount.ballot);
            most = std::max(most, amount.amount);
          }
          if (trace.payments != Payments::kNone && !round.completed && votes[round.project] > 0) {
            // CSTV lists long fractions rounded down, added up per person, to 2^-64.
            const Ratio grain(t.rule == "cstv" ? BigInt::from_unsigned(trace.voters) : BigInt(0),
                              BigInt::power_of_two(64));
            EXPECT_LE(paid, cost + grain) << t.rule << " " << seed;
            EXPECT_GE(paid, cost - grain) << t.rule << " " << seed;
            EXPECT_EQ(most, round.price) << t.rule << " " << seed;
          }
        }
        if (trace.payments == Payments::kListed) {
          for (const Ratio& each : spent) EXPECT_LE(each, trace.purse);
        }
        for (ProjectIndex p = 0; p < votes.size(); ++p) {
          EXPECT_EQ(trace.projects[p].votes, votes[p]);
          const bool won = std::find(outcome->winners.begin(), outcome->winners.end(), p) != outcome->winners.end();
          EXPECT_EQ(trace.projects[p].why == WhyOut::kSelected, won);
        }
      }
    }
  }
}

/// The same people and projects in another order; `where[p]` is the new place of project p.
Election permuted(const Election& election, std::uint64_t seed, std::vector<ProjectIndex>& where) {
  Random random(seed);
  std::vector<ProjectIndex> order(election.projects.size());
  for (ProjectIndex p = 0; p < order.size(); ++p) order[p] = p;
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.index(i)]);
  where.resize(order.size());
  Election out = election;
  for (ProjectIndex i = 0; i < order.size(); ++i) {
    where[order[i]] = i;
    out.projects[i] = election.projects[order[i]];
  }
  out.ballots.clear();
  for (const Ballot& ballot : election.ballots) {
    Ballot one = ballot;
    one.count = 1;
    for (ProjectIndex& p : one.projects) p = where[p];
    for (std::uint64_t i = 0; i < ballot.count; ++i) out.ballots.push_back(one);
  }
  for (std::size_t i = out.ballots.size(); i > 1; --i) std::swap(out.ballots[i - 1], out.ballots[random.index(i)]);
  return out;
}

TEST(PropertiesLoads, NoRuleCaresAboutTheOrderOrMergingOfBallotsOrProjects) {
  for (const Tested& t : tested()) {
    for (std::uint64_t seed = 2000; seed < 2000 + kElections / 2; ++seed) {
      const Election election = t.election(seed);
      Election merged = election;
      merge_ballots(merged);
      std::vector<ProjectIndex> where;
      const Election shuffled = permuted(election, seed, where);
      for (const RuleParams& params : t.params) {
        Trace trace;
        const auto a = tally(t.rule, election, params, trace);
        const auto b = tally(t.rule, merged, params, trace);
        const auto c = tally(t.rule, shuffled, params, trace);
        ASSERT_TRUE(a && b && c);
        EXPECT_EQ(*a, *b) << t.rule << " " << seed;
        EXPECT_EQ(ids(election, a->winners), ids(shuffled, c->winners)) << t.rule << " " << seed;
      }
    }
  }
}

/// The election with plans that exclude or require each other and a maximum for a theme.
Election with_limits(Election election, std::uint64_t seed) {
  Random random(seed + 5);
  const auto any = [&] { return static_cast<ProjectIndex>(random.index(election.projects.size())); };
  for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
    const ProjectIndex other = any();
    if (other == p) continue;
    if (random.chance(1, 4)) election.projects[p].excludes.push_back(other);
    if (random.chance(1, 4)) election.projects[p].requires_.push_back(other);
  }
  if (random.chance(1, 2)) {
    election.constraints.limits.push_back({"green", false, std::nullopt, election.budget / Ratio(3)});
  }
  return election;
}

TEST(PropertiesLoads, LimitsHoldAndEveryLoserHasAReasonThatIsTrue) {
  std::size_t bound = 0;
  for (const Tested& t : tested()) {
    if ((find_rule(t.rule)->traits & kTakesLimits) == 0) continue;
    for (std::uint64_t seed = 4000; seed < 4000 + kElections; ++seed) {
      const Election election = with_limits(t.election(seed), seed);
      Trace trace;
      const auto outcome = tally(t.rule, election, t.params.front(), trace);
      ASSERT_TRUE(outcome) << t.rule << " " << seed;
      EXPECT_TRUE(Feasibility(election).allows(outcome->winners)) << t.rule << " " << seed;
      EXPECT_LE(outcome->cost, election.budget);
      Feasibility at_the_end(election);
      for (const ProjectIndex p : outcome->winners) at_the_end.take(p);
      for (ProjectIndex p = 0; p < trace.projects.size(); ++p) {
        const WhyOut why = trace.projects[p].why;
        const bool limited = why == WhyOut::kExcluded || why == WhyOut::kCategoryFull || why == WhyOut::kLacksRequired;
        if (limited) {
          ++bound;
          EXPECT_NE(at_the_end.verdict(p), Verdict::kYes) << t.rule << " " << seed << " project " << p;
        }
        if (why == WhyOut::kTooDear) {
          EXPECT_GT(election.projects[p].cost, election.budget);
        }
        if (why == WhyOut::kDidNotFit) {
          EXPECT_GT(election.projects[p].cost, trace.projects[p].money_then);
        }
      }
    }
  }
  EXPECT_GT(bound, 500U);  // else the limits limit nothing
}

class StopAt : public Watcher {
 public:
  explicit StopAt(std::uint64_t calls) : left_(calls) {}
  bool on_progress(std::uint64_t, std::uint64_t) override { return left_-- > 0; }

 private:
  std::uint64_t left_;
};

TEST(PropertiesLoads, EveryRuleStopsWhenItIsToldTo) {
  for (const Tested& t : tested()) {
    const Election election = t.election(3);
    for (const std::uint64_t calls : {0U, 1U}) {
      StopAt watcher(calls);
      RuleParams params = t.params.front();
      params.watcher = &watcher;
      Trace trace;
      const auto outcome = tally(t.rule, election, params, trace);
      ASSERT_FALSE(outcome) << t.rule << " after " << calls;
      EXPECT_EQ(outcome.error().code, ErrorCode::kCancelled);
    }
  }
}

TEST(PropertiesLoads, ATieFallsToTheFirstIdAndOtherwiseWhenTheIdsAreExchanged) {
  for (const Tested& t : tested()) {
    std::size_t turned = 0;
    for (std::uint64_t seed = 6000; seed < 6000 + kElections; ++seed) {
      Election election = t.election(seed);
      Trace trace;
      const auto before = tally(t.rule, election, t.params.front(), trace);
      ASSERT_TRUE(before);
      const auto tie = std::find_if(trace.rounds.begin(), trace.rounds.end(),
                                    [](const Round& round) { return round.tied.size() > 1; });
      if (tie == trace.rounds.end()) continue;
      EXPECT_EQ(tie->tied.front(), tie->project) << t.rule << " " << seed;
      std::swap(election.projects[tie->tied[0]].id, election.projects[tie->tied[1]].id);
      Trace after;
      const auto outcome = tally(t.rule, election, t.params.front(), after);
      ASSERT_TRUE(outcome);
      const auto round = static_cast<std::size_t>(tie - trace.rounds.begin());
      const auto before_eliminations = [&](const Trace& run) {
        return run.eliminations.empty() || run.eliminations.front().after_rounds > round;
      };
      if (before_eliminations(trace) && before_eliminations(after)) {
        ASSERT_GT(after.rounds.size(), round);
        EXPECT_EQ(after.rounds[round].project, tie->tied[1]) << t.rule << " " << seed;
        ++turned;
      }
    }
    EXPECT_GT(turned, t.rule == "cstv" ? 1U : 5U) << t.rule;  // few ties of CSTV come before the first elimination
  }
}

std::string everything_said() {
  std::string said;
  for (const Tested& t : tested()) {
    for (std::uint64_t seed = 5000; seed < 5100; ++seed) {
      const Election election = t.election(seed);
      for (RuleParams params : t.params) {
        for (const TieOrder ties : {TieOrder::kId, TieOrder::kCostVotes, TieOrder::kCostVotesLot, TieOrder::kVotes}) {
          params.ties = ties;
          params.seed = "stoepkrijt";
          Trace trace;
          const auto outcome = tally(t.rule, election, params, trace);
          said += std::string(t.rule) + " " + (outcome ? ids(election, outcome->winners) : outcome.error().key);
          for (const Round& round : trace.rounds) {
            said += " " + round.price.to_string() + " " + std::to_string(round.tied.size());
            for (const BallotAmount& amount : round.amounts) said += "," + amount.amount.to_string();
          }
          said += "\n";
        }
      }
    }
  }
  return said;
}

TEST(PropertiesLoads, TheSameElectionsGiveTheSameBytesEverywhere) {
  // Pinned on gcc, clang and wasm alike. It changes only when a rule, a trace or the made elections change.
  EXPECT_EQ(to_hex(sha256(everything_said())), "6aed84f0d60a829da3fa79a63be56f846e3551f44523ab587077541fac9cc604");
}

}  // namespace
}  // namespace stoepkrijt::rules
