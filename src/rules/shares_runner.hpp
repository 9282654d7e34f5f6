// One run of Equal Shares for given purses, by the engine that fits: the fast one for plain approvals, else the general
// one. Everything that runs the rule more than once (completions, effective support) goes through it.
#pragma once

#include <memory>
#include <optional>

#include "rules/mes_engine.hpp"
#include "rules/weighted_mes.hpp"

namespace stoepkrijt::rules {

/// Approval ballots, cost or cardinality utility, no limits, nothing left out: what MesEngine is made for.
[[nodiscard]] bool is_plain_shares(const Election& election, const RuleParams& params);

class SharesRunner {
 public:
  /// Errors: those of the utility; kTooLarge when a weight is not within 2^-900 to 2^900.
  /// The election must be valid and have voters.
  [[nodiscard]] static Result<SharesRunner> make(const Election& election, const RuleParams& params, bool with_without);

  [[nodiscard]] WeightedRun run(const Ratio& purse, std::optional<ProjectIndex> without = std::nullopt);
  [[nodiscard]] const Utilities& utilities() const noexcept { return *utilities_; }
  [[nodiscard]] std::uint64_t voters() const noexcept { return voters_; }
  [[nodiscard]] const std::vector<std::uint64_t>& supporters() const noexcept { return supporters_; }

 private:
  explicit SharesRunner(const Election& election) : election_(election) {}

  const Election& election_;
  std::unique_ptr<Utilities> utilities_;
  std::unique_ptr<MesEngine> plain_;
  std::unique_ptr<WeightedMesEngine> weighted_;
  std::uint64_t voters_ = 0;
  std::vector<std::uint64_t> supporters_;
};

}  // namespace stoepkrijt::rules
