#include "rules/shares_completion.hpp"

#include <algorithm>
#include <utility>

#include "rules/add1.hpp"
#include "rules/equal_shares.hpp"
#include "rules/feasibility.hpp"
#include "rules/greedy.hpp"
#include "rules/shares_runner.hpp"
#include "rules/shares_skip.hpp"

namespace stoepkrijt::rules {

namespace {

Ratio whole(std::uint64_t value) { return Ratio(BigInt::from_unsigned(value), BigInt(1)); }

/// Whether some supported, not free project that may still come exists outside the run, and whether one still fits.
struct Left {
  bool any = false;
  bool fits = false;
};

Left what_is_left(const Election& election, const RuleParams& params, const SharesRunner& runner,
                  const WeightedRun& run) {
  Feasibility may(election);
  for (const ProjectIndex p : run.winners) may.take(p);
  const std::vector<std::uint64_t> votes = count_votes(election);
  const Ratio money = election.budget - run.cost;
  Left left;
  for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
    const Ratio& cost = election.projects[p].cost;
    if (run.why[p] == WhyOut::kSelected || runner.supporters()[p] == 0 || cost.is_zero()) continue;
    if (votes[p] < params.min_votes || may.verdict(p) != Verdict::kYes) continue;
    left.any = true;
    if (cost <= money) left.fits = true;
  }
  return left;
}

/// Runs with growing purses. The purse of step k is start + k·step.
class Growth {
 public:
  Growth(const Election& election, const RuleParams& params, SharesRunner& runner, Ratio start, Ratio step)
      : election_(election), params_(params), runner_(runner), start_(std::move(start)), step_(std::move(step)) {
    for (const Ballot& ballot : election.ballots) approvals_ += ballot.projects.size();
  }

  Result<Outcome> run(Add1Stop stop, Trace& trace) {
    WeightedRun run = runner_.run(start_);
    std::uint64_t steps = 0;
    std::uint64_t runs = 1;
    bool overran = false;
    for (;;) {
      const Left left = what_is_left(election_, params_, runner_, run);
      if (!left.any || (stop == Add1Stop::kExhaustive && !left.fits)) break;
      if (++runs > kMaxRuns) return fail(ErrorCode::kTooLarge, "error.add1_too_long");
      if (params_.watcher != nullptr && !params_.watcher->on_progress(steps, 0)) {
        return fail(ErrorCode::kCancelled, "error.cancelled");
      }
      const std::uint64_t skipped = skip_after(run, steps);
      steps += skipped;
      WeightedRun next = runner_.run(purse(steps + 1));
      if (next.cost > election_.budget) {
        overran = true;
        if (skipped > 0) run = runner_.run(purse(steps));  // the run that stands is that of the last step skipped
        break;
      }
      equal_runs_ = next.winners == run.winners ? equal_runs_ + 1 : 0;
      ++steps;
      run = std::move(next);
    }
    Outcome outcome = report_run(election_, runner_.utilities().kind, run, purse(steps), trace);
    trace.add1_steps = steps;
    trace.add1_runs = runs;
    trace.add1_overran = overran;
    return outcome;
  }

 private:
  static constexpr std::uint64_t kMaxRuns = 1'000'000;

  [[nodiscard]] Ratio purse(std::uint64_t steps) const { return start_ + step_ * whole(steps); }

  /// Steps that need no run of their own; looked for only after some equal runs, in elections that are not large.
  std::uint64_t skip_after(const WeightedRun& run, std::uint64_t steps) {
    constexpr std::uint64_t kMostWork = 400'000;
    constexpr std::uint64_t kFarthest = std::uint64_t{1} << 50U;
    constexpr std::uint64_t kWorthwhile = 8;
    if (run.rounded) return 0;  // the lines of these purses are fractions too long to write
    if (equal_runs_ < patience_ || (run.winners.size() + 1) * approvals_ > kMostWork) return 0;
    equal_runs_ = 0;
    const std::uint64_t skipped =
        steps_without_change(election_, runner_.utilities(), params_, run.winners, purse(steps), step_, kFarthest);
    if (skipped < kWorthwhile) patience_ *= 2;
    return skipped;
  }

  const Election& election_;
  const RuleParams& params_;
  SharesRunner& runner_;
  Ratio start_;
  Ratio step_;
  std::uint64_t approvals_ = 0;
  std::uint64_t equal_runs_ = 0;
  std::uint64_t patience_ = 16;
};

Result<Outcome> shares_without_filling(const Election& election, const RuleParams& params, Trace& trace) {
  const bool add1 = params.completion == Completion::kAdd1 || params.completion == Completion::kAdd1u;
  if (add1 && is_plain_shares(election, params)) return equal_shares_add1(election, params, trace);
  SK_TRY(runner, SharesRunner::make(election, params, false));
  Ratio purse = election.budget / whole(runner.voters());
  if (add1) {
    if (params.add1_start == Add1Start::kIntegral) purse = Ratio(purse.floor(), BigInt(1));
    return Growth(election, params, runner, purse, Ratio(1)).run(params.add1_stop, trace);
  }
  if (params.completion == Completion::kBudgetIncrease) {
    if (election.budget.is_zero())
      return report_run(election, runner.utilities().kind, runner.run(purse), purse, trace);
    return Growth(election, params, runner, purse, purse / Ratio(100)).run(params.add1_stop, trace);
  }
  return report_run(election, runner.utilities().kind, runner.run(purse), purse, trace);
}

}  // namespace

Result<Outcome> complete_equal_shares(const Election& election, const RuleParams& params, Trace& trace) {
  SK_TRY(outcome, shares_without_filling(election, params, trace));
  if (params.completion == Completion::kUtilitarian || params.completion == Completion::kAdd1u) {
    SK_TRY_VOID(fill_greedily(Then::kGreedy, true, election, params, outcome, trace));
  }
  return outcome;
}

}  // namespace stoepkrijt::rules
