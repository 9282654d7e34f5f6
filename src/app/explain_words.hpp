// Sentences of claims: what is said about an outcome, in Dutch and in English, from the data alone (rules/claims.hpp).
//
// The words follow the rule that was used: purses, loads, points, rankings or vouchers, as the trace and the ballots
// have it. Amounts that are no whole cents are written as "about"; shares in per cent likewise. Nothing is said that
// the claim does not hold.
//
// Example: claim_words(kPaidSame {192 people, 50}, context) == "192 mensen betaalden ieder € 50."
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/lang.hpp"
#include "rules/claims.hpp"

namespace stoepkrijt::app {

struct ClaimContext {
  const Lang& lang;
  const rules::Election& election;
  const rules::Trace& trace;
  std::vector<std::string> names = {};             // of projects, as people know them; empty: those of the election
  std::map<std::string, std::string> groups = {};  // of themes and buurten; what is absent is shown as it is
  std::string currency = "EUR";                    // ISO 4217; other than EUR is written as its letters
};

/// One to four short sentences, without a line break. Empty when there is nothing to say.
[[nodiscard]] std::string claim_words(const rules::Claim& claim, const ClaimContext& context);
/// The sentences of all claims, in order, without empty ones.
[[nodiscard]] std::vector<std::string> claims_words(const std::vector<rules::Claim>& claims,
                                                    const ClaimContext& context);

/// Exact amounts as people write them: "€ 12,50", "ongeveer € 33,33", "PLN 12.500".
[[nodiscard]] std::string claim_money(const Ratio& amount, const ClaimContext& context);

}  // namespace stoepkrijt::app
