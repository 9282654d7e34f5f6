#include "rules/completions.hpp"

#include <utility>

#include "rules/add1_skip.hpp"
#include "rules/equal_shares.hpp"

namespace stoepkrijt::rules {

namespace {

/// Whether some supported, not free project outside the run exists, and whether one of them still fits.
struct Left {
  bool any = false;
  bool fits = false;
};

Left what_is_left(const MesEngine& engine, const MesRun& run) {
  std::vector<bool> won(engine.costs().size(), false);
  for (const ProjectIndex p : run.winners) won[p] = true;
  const BigInt money = engine.budget() - run.cost;
  Left left;
  for (std::size_t p = 0; p < won.size(); ++p) {
    if (won[p] || engine.votes()[p] == 0 || engine.costs()[p].is_zero()) continue;
    left.any = true;
    if (engine.costs()[p] <= money) left.fits = true;
  }
  return left;
}

constexpr std::uint64_t kMaxRuns = 1'000'000;

/// Decides when it pays to prove that the coming steps change nothing: in small elections, after some equal runs.
class Skipper {
 public:
  Skipper(const Election& election, const RuleParams& params) : election_(election), params_(params) {
    for (const Ballot& ballot : election.ballots) approvals_ += ballot.projects.size();
  }

  /// Steps after `run` that need no run of their own.
  std::uint64_t after(const MesRun& run, bool same_winners, const Ratio& purse) {
    constexpr std::uint64_t kMostWork = 100'000;
    constexpr std::uint64_t kFarthest = std::uint64_t{1} << 50U;
    constexpr std::uint64_t kWorthwhile = 8;
    equal_runs_ = same_winners ? equal_runs_ + 1 : 0;
    if (equal_runs_ < patience_ || (run.winners.size() + 1) * approvals_ > kMostWork) return 0;
    const std::uint64_t steps =
        add1_steps_without_change(election_, params_, Outcome{run.winners, Ratio(0)}, purse, kFarthest);
    equal_runs_ = 0;
    if (steps < kWorthwhile) patience_ *= 2;
    return steps;
  }

 private:
  const Election& election_;
  const RuleParams& params_;
  std::uint64_t approvals_ = 0;
  std::uint64_t equal_runs_ = 0;
  std::uint64_t patience_ = 16;
};

}  // namespace

Result<Outcome> equal_shares_add1(const Election& election, const RuleParams& params, Trace& trace) {
  SK_TRY_VOID(check_equal_shares(election));
  MesEngine engine(election, params);
  const BigInt voters = BigInt::from_unsigned(engine.voters());
  const BigInt step = engine.unit() * voters;  // one currency unit, in units over `voters`
  BigInt purse = engine.budget();
  if (params.add1_start == Add1Start::kIntegral) purse = BigInt::floor_divide(purse, step) * step;

  MesRun run = engine.run(purse, voters);
  std::uint64_t steps = 0;
  std::uint64_t runs = 1;
  bool overran = false;
  bool same_winners = false;
  Skipper skipper(election, params);
  for (;;) {
    const Left left = what_is_left(engine, run);
    if (!left.any || (params.add1_stop == Add1Stop::kExhaustive && !left.fits)) break;
    if (++runs > kMaxRuns) return fail(ErrorCode::kTooLarge, "error.add1_too_long");
    const std::uint64_t skipped = skipper.after(run, same_winners, Ratio(purse, step));
    purse += step * BigInt::from_unsigned(skipped);
    steps += skipped;
    MesRun next = engine.run(purse + step, voters);
    if (next.cost > engine.budget()) {
      overran = true;
      if (skipped > 0) {  // the run that stands is that of the last step skipped
        next = engine.run(purse, voters);
        SK_CHECK(next.winners == run.winners);
        run = std::move(next);
      }
      break;
    }
    same_winners = next.winners == run.winners;
    ++steps;
    purse += step;
    run = std::move(next);
  }
  Outcome outcome = report_run(election, engine, run, Ratio(purse, step), trace);
  trace.add1_steps = steps;
  trace.add1_runs = runs;
  trace.add1_overran = overran;
  return outcome;
}

bool is_exhaustive(const Election& election, const std::vector<ProjectIndex>& winners) {
  const std::vector<std::uint64_t> votes = count_votes(election);
  std::vector<bool> won(election.projects.size(), false);
  for (const ProjectIndex p : winners) won[p] = true;
  const Ratio money = election.budget - total_cost(election, winners);
  for (std::size_t p = 0; p < won.size(); ++p) {
    const Ratio& cost = election.projects[p].cost;
    if (!won[p] && votes[p] > 0 && !cost.is_zero() && cost <= money) return false;
  }
  return true;
}

}  // namespace stoepkrijt::rules
