// Which guarantees to groups of like-minded voters an outcome keeps (rules/figures_axioms.hpp), as plain data for
// people.
//
// Amounts are rounded to the cent here, once. What is not found within the work limit is said to be not computed: it is
// never guessed. One count and the four checks; the checks themselves cannot be stopped, so a device that wants to stop
// ends the worker.
//
// Example:
//   Result<Fairness> f = fairness_of(election, rule, kFairWork, nullptr);
//   f.value().found[0].people;   // voters of the group that EJR+ would give more; 0 when it is kept
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/money.hpp"
#include "base/result.hpp"
#include "model/round.hpp"
#include "rules/rule.hpp"

namespace stoepkrijt::app {

enum class Guarantee : std::uint8_t {
  kEjrPlus,    ///< EJR+ up to any project
  kEjr,        ///< EJR up to one project
  kPjr,        ///< PJR
  kPriceable,  ///< priceability
};
enum class Kept : std::uint8_t { kYes, kNo, kNotComputed };

struct GuaranteeFound {
  Guarantee guarantee = Guarantee::kEjrPlus;
  Kept kept = Kept::kNotComputed;
  // kNo, not of kPriceable: the group that comes off worst
  std::int64_t people = 0;
  std::vector<std::string> plan_ids;  ///< what all of them chose and are entitled to together
  Money entitled;                     ///< their part of the amount
  Money got;                          ///< the best-off of them; kPjr: all of them together
  Money purse;                        ///< kPriceable and kYes: of each voter
};

struct Fairness {
  model::CountingRule rule;           ///< as it was used
  std::vector<GuaranteeFound> found;  ///< in the order of Guarantee; empty when the count for it did not succeed
};

/// nullptr when the rule was not checked.
[[nodiscard]] const Fairness* find_fair(const std::vector<Fairness>& all, const model::CountingRule& rule);

/// Ballots that each check may visit: at the end of it about a second on a laptop.
inline constexpr std::uint64_t kFairWork = 1'000'000;

/// The most that the four checks can ask for so many different ballots and plans: in the unit of the limit.
[[nodiscard]] std::uint64_t fair_work(std::size_t ballots, std::size_t plans);

/// Errors: kUnknownId (unknown rule), kCancelled (the watcher said no) and those of the rules.
[[nodiscard]] Result<Fairness> fairness_of(const rules::Election& election, const model::CountingRule& rule,
                                           std::uint64_t work_limit, rules::Watcher* watcher);

}  // namespace stoepkrijt::app
