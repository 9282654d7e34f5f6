// Every claim about hundreds of random elections, by every rule of the registry on every form of ballot it is defined
// on, with every utility and completion, is computed again from the ballots and true.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "rules/claims.hpp"
#include "rules/claims_json.hpp"
#include "rules/params_text.hpp"
#include "rules/random_ballots.hpp"
#include "rules/registry.hpp"
#include "rules/verify.hpp"

namespace stoepkrijt::rules {
namespace {

/// What was tried, and how many claims of each kind were found true.
struct Tally {
  std::map<ClaimKind, std::uint64_t> claims;
  std::map<std::string, std::uint64_t> runs;
  std::map<std::string, std::string> wrong;  // the first of each rule, kind and reason
};

void check_all(std::string_view rule, const Election& election, const RuleParams& params, const std::string& where,
               Tally& tally_of) {
  Trace trace;
  const Result<Outcome> outcome = tally(rule, election, params, trace);
  if (!outcome) return;
  ++tally_of.runs[std::string(rule)];
  const Explainer explainer(rule, election, params, *outcome, trace);
  Verifier verifier(rule, election, params);
  std::vector<Claim> all;
  const auto add = [&](Result<std::vector<Claim>> claims) {
    if (!claims) {
      tally_of.wrong.try_emplace(std::string(rule) + " " + claims.error().key, where);
      return;
    }
    for (Claim& claim : *claims) all.push_back(std::move(claim));
  };
  add(explainer.result());
  add(explainer.ties({}));
  add(explainer.groups());
  for (ProjectIndex p = 0; p < election.projects.size(); ++p) add(explainer.project(p, {}));
  for (const Claim& claim : all) {
    const Result<bool> is_true = verifier.check(claim);
    ASSERT_TRUE(is_true) << where << is_true.error().key;
    if (!*is_true) {
      const std::string kind(kind_name(claim.kind));
      const std::string why = claim.kind == ClaimKind::kOut ? std::string(" ") + std::string(why_name(claim.why)) : "";
      tally_of.wrong.try_emplace(std::string(rule) + " " + kind + why, where + claims_json({claim}, election));
    }
    ++tally_of.claims[claim.kind];
  }
}

/// Parameters that the seed draws among all that the rule takes.
RuleParams random_params(const RuleEntry& rule, Random& random) {
  RuleParams params;
  params.seed = "lot";
  params.ties = static_cast<TieOrder>(random.below(5));
  params.min_votes = random.below(3);
  if ((rule.traits & kTakesUtility) != 0) params.utility = static_cast<Utility>(random.below(12));
  if ((rule.traits & kTakesCompletion) != 0) params.completion = static_cast<Completion>(random.below(5));
  params.add1_start = random.chance(1, 3) ? Add1Start::kIntegral : Add1Start::kExact;
  params.add1_stop = random.chance(1, 3) ? Add1Stop::kNever : Add1Stop::kExhaustive;
  if (random.chance(1, 3)) params.then = static_cast<Then>(random.below(6));
  if (random.chance(1, 4)) params.comparison = static_cast<ComparisonStep>(random.below(3));
  params.variant = static_cast<CstvVariant>(random.below(6));
  return params;
}

TEST(ClaimsOfRandomElections, AreAllTrue) {
  Tally told;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Random random(seed * 77 + 5);
    for (const RuleEntry& rule : registry()) {
      Election election = random_election_of(random_type(rule, random), seed, random.chance(1, 3));
      if (random.chance(1, 5)) add_phases(election, random);
      const RuleParams params = random_params(rule, random);
      const std::string where =
          std::string(rule.id) + " " + params_text(params) + " on seed " + std::to_string(seed) + ": ";
      check_all(rule.id, election, params, where, told);
    }
  }
  for (const auto& [what, where] : told.wrong) ADD_FAILURE() << what << ": " << where;
  for (const RuleEntry& rule : registry()) EXPECT_GE(told.runs[std::string(rule.id)], 50U) << rule.id;
  for (const ClaimKind kind : {ClaimKind::kOut, ClaimKind::kChosen, ClaimKind::kMoneyWent, ClaimKind::kEnoughCost,
                               ClaimKind::kEnoughVotes, ClaimKind::kSupport, ClaimKind::kTie, ClaimKind::kGroupMoney}) {
    EXPECT_GE(told.claims[kind], 100U) << static_cast<int>(kind);
  }
}

}  // namespace
}  // namespace stoepkrijt::rules
