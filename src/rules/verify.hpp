// Checks what is said about an outcome: every claim is computed again from the ballots, in the plainest way there is.
//
// The rule is run anew; what the voters paid is added up ballot by ballot from the definitions, not with the code that
// made the claims; and what would have been is tried. Slow and simple on purpose: for tests, for the command line, and
// for anyone who doubts a sentence.
//
// Example: Verifier v("equal-shares", election, params); v.check(claim).value() is true, or the claim is wrong.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/claims.hpp"

namespace stoepkrijt::rules {

class Verifier {
 public:
  /// Keeps references.
  Verifier(std::string_view rule, const Election& election, const RuleParams& params);

  /// Whether the claim is true of the outcome of this rule. Errors: those of the rule.
  [[nodiscard]] Result<bool> check(const Claim& claim);

 private:
  using Marks = std::vector<bool>;
  /// What the voters have, ballot by ballot.
  struct Ledger {
    std::vector<Ratio> left;                  // kLoads: the load
    std::vector<std::vector<Ratio>> amounts;  // by round, by ballot, per person
    bool good = true;                         // every round is paid as the definition says
  };

  [[nodiscard]] Result<void> run();
  [[nodiscard]] Result<Outcome> count(const RuleParams& params) const;
  [[nodiscard]] static Marks marks(const Election& election, const Outcome& outcome);
  [[nodiscard]] std::uint64_t people_on(ProjectIndex project, bool supporters) const;
  [[nodiscard]] std::optional<Ratio> weight(std::size_t ballot, ProjectIndex project) const;
  [[nodiscard]] Ratio cost_of(const std::vector<ProjectIndex>& projects) const;
  [[nodiscard]] Ledger ledger(std::size_t rounds) const;
  [[nodiscard]] bool pay(Ledger& ledger, std::size_t round) const;
  [[nodiscard]] std::optional<std::size_t> round_of(ProjectIndex project) const;

  [[nodiscard]] Result<bool> check_whole(const Claim& claim) const;
  [[nodiscard]] Result<bool> check_growth(const Claim& claim) const;
  [[nodiscard]] Result<bool> check_next_budget(const Claim& claim) const;
  [[nodiscard]] bool check_voters(const Claim& claim) const;
  [[nodiscard]] bool check_group(const Claim& claim) const;
  [[nodiscard]] bool check_phase(const Claim& claim) const;
  [[nodiscard]] Result<bool> check_replaced(const Claim& claim) const;
  [[nodiscard]] Result<bool> check_filled(const Claim& claim) const;
  [[nodiscard]] bool check_tie(const Claim& claim) const;
  [[nodiscard]] Result<bool> check_tie_otherwise(const Claim& claim) const;
  [[nodiscard]] bool check_winner(const Claim& claim) const;
  [[nodiscard]] bool check_turn(const Claim& claim) const;
  [[nodiscard]] bool check_paid(const Claim& claim) const;
  [[nodiscard]] bool check_load(const Claim& claim) const;
  [[nodiscard]] bool check_out(const Claim& claim) const;
  [[nodiscard]] bool check_money_went(const Claim& claim) const;
  [[nodiscard]] Result<bool> check_what_if(const Claim& claim) const;
  [[nodiscard]] Result<bool> check_support(const Claim& claim) const;

  std::string rule_;
  const Election& election_;
  const RuleParams& params_;
  bool ran_ = false;
  Outcome outcome_;
  Trace trace_;
  Marks won_;
};

[[nodiscard]] Result<bool> verify_claim(std::string_view rule, const Election& election, const RuleParams& params,
                                        const Claim& claim);

}  // namespace stoepkrijt::rules
