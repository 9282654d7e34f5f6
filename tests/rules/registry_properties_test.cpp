// What every rule in the registry promises, with every utility, completion, filling, order of ties and kind of ballot
// that it is defined on: held on random elections; and one pinned hash of everything that the rules say.
#include <gtest/gtest.h>

#include <functional>
#include <numeric>

#include "base/sha256.hpp"
#include "rules/params_text.hpp"
#include "rules/reference_shares.hpp"
#include "rules/registry.hpp"
#include "rules/summary.hpp"

namespace stoepkrijt::rules {
namespace {

using reference::random_election_of;

constexpr BallotType kTypes[] = {BallotType::kApproval, BallotType::kCumulative, BallotType::kScoring,
                                 BallotType::kOrdinal};

struct Variant {
  const RuleEntry* rule = nullptr;
  RuleParams params;
};

/// Every rule with everything it takes. What a kind of ballot does not allow is refused when it is counted.
std::vector<Variant> all_variants() {
  std::vector<Variant> out;
  for (const RuleEntry& rule : registry()) {
    out.push_back({&rule, {}});
    for (int u = 1; u <= static_cast<int>(Utility::kBorda) && (rule.traits & kTakesUtility) != 0; ++u) {
      Variant variant{&rule, {}};
      variant.params.utility = static_cast<Utility>(u);
      out.push_back(variant);
    }
    for (int c = 1; c <= static_cast<int>(Completion::kBudgetIncrease) && (rule.traits & kTakesCompletion) != 0; ++c) {
      Variant variant{&rule, {}};
      variant.params.completion = static_cast<Completion>(c);
      out.push_back(variant);
    }
    for (int t = 1; t <= static_cast<int>(Then::kMaxWelfare); ++t) {
      Variant variant{&rule, {}};
      variant.params.then = static_cast<Then>(t);
      variant.params.ties = TieOrder::kCostVotes;
      out.push_back(variant);
    }
    for (int v = 1; v <= static_cast<int>(CstvVariant::kMts) && rule.id == "cstv"; ++v) {
      Variant variant{&rule, {}};
      variant.params.variant = static_cast<CstvVariant>(v);
      out.push_back(variant);
    }
    for (const ComparisonStep step : {ComparisonStep::kSatisfaction, ComparisonStep::kNonempty}) {
      Variant variant{&rule, {}};
      variant.params.comparison = step;
      variant.params.ties = TieOrder::kVotes;
      out.push_back(variant);
    }
    Variant lot{&rule, {}};
    lot.params.ties = TieOrder::kCostVotesLot;
    lot.params.seed = "stoepkrijt";
    lot.params.min_votes = 2;
    out.push_back(lot);
  }
  return out;
}

std::vector<std::string> ids(const Election& election, const std::vector<ProjectIndex>& winners) {
  std::vector<std::string> out;
  for (const ProjectIndex p : winners) out.push_back(election.projects[p].id);
  return out;
}

/// Calls check(variant, election, outcome, trace) wherever the rule is defined; returns how often.
std::size_t for_each_count(
    std::uint64_t first, std::uint64_t count,
    const std::function<void(const Variant&, const Election&, const Outcome&, const Trace&)>& check) {
  std::size_t counted = 0;
  const std::vector<Variant> variants = all_variants();
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    for (const BallotType type : kTypes) {
      const Election election = random_election_of(seed, type, seed % 3 == 0);
      for (const Variant& variant : variants) {
        SCOPED_TRACE(std::string(variant.rule->id) + " " + params_text(variant.params) + " election " +
                     std::to_string(seed) + " ballots " + std::to_string(static_cast<int>(type)));
        Trace trace;
        const auto outcome = tally(variant.rule->id, election, variant.params, trace);
        if (!outcome) {
          EXPECT_EQ(outcome.error().code, ErrorCode::kRuleNotDefined) << outcome.error().key;
          continue;
        }
        check(variant, election, *outcome, trace);
        ++counted;
      }
    }
  }
  return counted;
}

TEST(Registry, EveryOutcomeIsWithinTheBudgetAndTheTraceSaysHow) {
  const std::size_t counted =
      for_each_count(100, 30, [](const Variant&, const Election& election, const Outcome& outcome, const Trace& trace) {
        EXPECT_LE(outcome.cost, election.budget);
        EXPECT_EQ(outcome.cost, total_cost(election, outcome.winners));
        EXPECT_EQ(trace.projects.size(), election.projects.size());
        EXPECT_NE(trace.utility, Utility::kDefault);
        std::vector<bool> won(election.projects.size(), false);
        for (const ProjectIndex p : outcome.winners) {
          EXPECT_FALSE(won[p]) << "twice";
          won[p] = true;
        }
        for (ProjectIndex p = 0; p < trace.projects.size(); ++p) {
          EXPECT_EQ(trace.projects[p].why == WhyOut::kSelected, won[p]) << election.projects[p].id;
        }
        ASSERT_EQ(trace.rounds.size(), outcome.winners.size());
        for (std::size_t i = 0; i < trace.rounds.size(); ++i) EXPECT_EQ(trace.rounds[i].project, outcome.winners[i]);
      });
  EXPECT_GT(counted, 5000U);
}

/// The same election with projects and ballots in another order; `to[p]` is where project p went.
Election permuted(const Election& election, std::uint64_t seed, std::vector<ProjectIndex>& to) {
  Random random(seed);
  to.resize(election.projects.size());
  std::iota(to.begin(), to.end(), ProjectIndex{0});
  for (std::size_t i = to.size(); i > 1; --i) std::swap(to[i - 1], to[random.index(i)]);
  Election out = election;
  for (ProjectIndex p = 0; p < to.size(); ++p) {
    Project project = election.projects[p];
    for (ProjectIndex& q : project.excludes) q = to[q];
    for (ProjectIndex& q : project.requires_) q = to[q];
    out.projects[to[p]] = std::move(project);
  }
  for (Ballot& ballot : out.ballots) {
    for (ProjectIndex& p : ballot.projects) p = to[p];
    if (election.type == BallotType::kOrdinal) continue;
    std::vector<std::pair<ProjectIndex, std::int64_t>> places;
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      places.emplace_back(ballot.projects[i], ballot.points.empty() ? 0 : ballot.points[i]);
    }
    std::sort(places.begin(), places.end());
    for (std::size_t i = 0; i < places.size(); ++i) {
      ballot.projects[i] = places[i].first;
      if (!ballot.points.empty()) ballot.points[i] = places[i].second;
    }
  }
  for (std::size_t i = out.ballots.size(); i > 1; --i) std::swap(out.ballots[i - 1], out.ballots[random.index(i)]);
  return out;
}

TEST(Registry, NoRuleCaresAboutTheOrderOfProjectsOrBallots) {
  for_each_count(200, 14, [](const Variant& variant, const Election& election, const Outcome& outcome, const Trace&) {
    std::vector<ProjectIndex> to;
    const Election other = permuted(election, 9, to);
    Trace trace;
    const auto again = tally(variant.rule->id, other, variant.params, trace);
    ASSERT_TRUE(again) << again.error().key;
    EXPECT_EQ(ids(other, again->winners), ids(election, outcome.winners));
    EXPECT_EQ(again->cost, outcome.cost);
  });
}

TEST(Registry, ABallotOfManyIsThatManyBallotsAndMergingChangesNothing) {
  for_each_count(300, 14, [](const Variant& variant, const Election& election, const Outcome& outcome, const Trace&) {
    Election apart = election;
    apart.ballots.clear();
    for (const Ballot& ballot : election.ballots) {
      Ballot one = ballot;
      one.count = 1;
      apart.ballots.insert(apart.ballots.end(), static_cast<std::size_t>(ballot.count), one);
    }
    Election merged = apart;
    merge_ballots(merged);
    for (const Election* other : {&apart, &merged}) {
      Trace trace;
      const auto again = tally(variant.rule->id, *other, variant.params, trace);
      ASSERT_TRUE(again) << again.error().key;
      EXPECT_EQ(*again, outcome);
    }
  });
}

/// Whether the outcome may depend on the unit of money: a whole unit is the step of Add1, and ln(1 + cost) knows units.
bool knows_units(const Variant& variant) {
  return variant.params.completion == Completion::kAdd1 || variant.params.completion == Completion::kAdd1u ||
         variant.params.utility == Utility::kLogCost;
}

TEST(Registry, MoneyInAnotherUnitGivesTheSameWinners) {
  for_each_count(400, 14, [](const Variant& variant, const Election& election, const Outcome& outcome, const Trace&) {
    if (knows_units(variant)) return;
    for (const Ratio& scale : {Ratio(BigInt(1), BigInt(100)), Ratio(BigInt::power_of_ten(25), BigInt(3))}) {
      Election other = election;
      other.budget *= scale;
      for (Project& project : other.projects) project.cost *= scale;
      for (CategoryLimit& limit : other.constraints.limits) *limit.most *= scale;
      Trace trace;
      const auto again = tally(variant.rule->id, other, variant.params, trace);
      ASSERT_TRUE(again) << again.error().key;
      EXPECT_EQ(again->winners, outcome.winners);
      EXPECT_EQ(again->cost, outcome.cost * scale);
    }
  });
}

TEST(Registry, ATieDecidesWhenAnotherOfTheTiedChangesTheWinners) {
  std::size_t decided = 0;
  for_each_count(500, 8,
                 [&](const Variant& variant, const Election& election, const Outcome& outcome, const Trace& trace) {
                   const auto summary = summarise(election, variant.params, outcome, trace);
                   ASSERT_TRUE(summary) << summary.error().key;
                   for (const TieDecided& tie : summary->ties_decided) {
                     bool changes = false;
                     for (const ProjectIndex other : tie.tied) {
                       RuleParams params = variant.params;
                       params.ties_won = {other};
                       Trace ignored;
                       const auto again = tally(variant.rule->id, election, params, ignored);
                       ASSERT_TRUE(again);
                       std::vector<ProjectIndex> a = again->winners;
                       std::vector<ProjectIndex> b = outcome.winners;
                       std::sort(a.begin(), a.end());
                       std::sort(b.begin(), b.end());
                       changes = changes || a != b;
                     }
                     EXPECT_TRUE(changes);
                     ++decided;
                   }
                 });
  EXPECT_GT(decided, 100U);
}

TEST(Registry, TheSameElectionsGiveTheSameBytesEverywhere) {
  std::string said;
  const std::size_t counted = for_each_count(
      600, 24, [&](const Variant& variant, const Election& election, const Outcome& outcome, const Trace& trace) {
        said += std::string(variant.rule->id) + params_text(variant.params);
        for (const std::string& id : ids(election, outcome.winners)) said += " " + id;
        said += " " + outcome.cost.to_string() + " " + trace.purse.to_string() + " " +
                std::to_string(trace.add1_steps) + " " + trace.next_budget.to_string();
        for (const Round& round : trace.rounds) {
          said += " " + round.price.to_string() + " " + round.effective_votes.to_string();
          for (const ProjectIndex p : round.tied) said += "=" + election.projects[p].id;
          for (const BallotAmount& amount : round.amounts) said += "," + amount.amount.to_string();
        }
        for (const ProjectTrace& project : trace.projects) said += "/" + std::to_string(static_cast<int>(project.why));
        said += "\n";
      });
  EXPECT_GT(counted, 4000U);
  // Pinned on gcc, clang and wasm alike. It changes only when a rule, a trace or the made elections change.
  EXPECT_EQ(to_hex(sha256(said)), "4541cf9a534c808c920885f251e5207e37dbbe03d0dc4a75bc29cb984b094729");
}

}  // namespace
}  // namespace stoepkrijt::rules
