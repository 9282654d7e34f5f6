#include "rules/completions.hpp"

#include <utility>

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
  for (;;) {
    const Left left = what_is_left(engine, run);
    if (!left.any || (params.add1_stop == Add1Stop::kExhaustive && !left.fits)) break;
    MesRun next = engine.run(purse + step, voters);
    ++runs;
    if (next.cost > engine.budget()) {
      overran = true;
      break;
    }
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
