#include "rules/ees.hpp"

#include <utility>

#include "rules/ties.hpp"

namespace stoepkrijt::rules {

namespace {

constexpr std::uint64_t kMostBudgets = 1'000'000;

Ratio whole(std::uint64_t value) { return Ratio(BigInt::from_unsigned(value), BigInt(1)); }

Error not_defined(std::string_view key) { return Error(ErrorCode::kRuleNotDefined, key).with("rule", "ees"); }

Result<EesSetting> prepare(const Election& election, const RuleParams& params) {
  SK_TRY_VOID(validate(election));
  SK_TRY(utilities, utilities_of(election, resolve_utility(election, params.utility)));
  if (!utilities.plain()) return fail(not_defined("error.ees_uniform_utility"));
  if (params.completion != Completion::kNone && params.completion != Completion::kAdd1) {
    return fail(not_defined("error.ees_completion"));
  }
  EesSetting setting{election, params, std::move(utilities), {}, tie_ranks(election, params), {}, 0};
  setting.voters = count_voters(election);
  if (setting.voters == 0) return fail(ErrorCode::kNoBallots, "error.no_ballots");
  setting.supporters = supporters_of(election, setting.utilities);
  for (std::size_t p = 0; p < election.projects.size(); ++p) {
    const Ratio& cost = election.projects[p].cost;
    setting.gains.push_back(cost.is_zero() ? Bounds{} : bounds_of(setting.utilities.factors[p]) / bounds_of(cost));
  }
  return setting;
}

/// Whether some supported, not free project outside the run exists, and whether one of them still fits.
struct Left {
  bool any = false;
  bool fits = false;
};

Left what_is_left(const EesSetting& setting, const EesRun& run) {
  Left left;
  const Ratio money = setting.election.budget - run.cost;
  for (std::size_t p = 0; p < run.why.size(); ++p) {
    const Ratio& cost = setting.election.projects[p].cost;
    if (run.why[p] == WhyOut::kSelected || setting.supporters.people[p] == 0 || cost.is_zero()) continue;
    if (run.why[p] == WhyOut::kExcluded || run.why[p] == WhyOut::kCategoryFull) continue;
    left.any = true;
    if (cost <= money) left.fits = true;
  }
  return left;
}

Outcome report(const EesSetting& setting, const EesRun& run, Trace& trace) {
  const Election& election = setting.election;
  trace = Trace{};
  trace.rule = "ees";
  trace.payments = Payments::kListed;
  trace.utility = setting.utilities.kind;
  trace.voters = setting.voters;
  trace.purse = run.purse;
  const std::vector<std::uint64_t> votes = count_votes(election);
  trace.projects.resize(election.projects.size());
  for (std::size_t p = 0; p < election.projects.size(); ++p) {
    trace.projects[p].votes = votes[p];
    trace.projects[p].why = run.why[p];
    if (run.why[p] == WhyOut::kSupportersTooPoor && election.projects[p].cost > election.budget) {
      trace.projects[p].why = WhyOut::kTooDear;
    }
  }
  Outcome outcome;
  Ratio money = run.purse * whole(setting.voters);
  for (const EesRound& bought : run.rounds) {
    const Ratio& cost = election.projects[bought.project].cost;
    Round round;
    round.project = bought.project;
    round.money_before = money;
    round.effective_votes = whole(bought.people);
    round.tied = bought.tied;
    if (bought.people > 0) round.price = cost / whole(bought.people);
    for (const std::uint32_t ballot : bought.payers) round.amounts.push_back({ballot, round.price});
    trace.rounds.push_back(std::move(round));
    trace.projects[bought.project].turn = static_cast<std::uint32_t>(trace.rounds.size());
    money -= cost;
    outcome.winners.push_back(bought.project);
  }
  outcome.cost = run.cost;
  return outcome;
}

}  // namespace

Result<Outcome> ees(const Election& election, const RuleParams& params, Trace& trace) {
  SK_TRY(setting, prepare(election, params));
  Ratio purse = election.budget / whole(setting.voters);
  const bool walks = params.completion == Completion::kAdd1;
  if (walks && params.add1_start == Add1Start::kIntegral) purse = Ratio(purse.floor(), BigInt(1));
  SK_TRY(run, run_ees(setting, purse));
  std::uint64_t steps = 0;
  std::uint64_t runs = 1;
  bool overran = false;
  std::optional<Ratio> step;
  for (;;) {
    const Left left = what_is_left(setting, run);
    const bool ends = !walks || !left.any || (params.add1_stop == Add1Stop::kExhaustive && !left.fits);
    step = next_ees_step(setting, run);
    if (ends || !step) break;
    if (++runs > kMostBudgets) return fail(ErrorCode::kTooLarge, "error.add1_too_long");
    SK_TRY(next, run_ees(setting, run.purse + *step));
    if (next.cost > election.budget) {
      overran = true;
      break;
    }
    ++steps;
    run = std::move(next);
  }
  Outcome outcome = report(setting, run, trace);
  if (step) trace.next_budget = (run.purse + *step) * whole(setting.voters);
  trace.add1_steps = steps;
  trace.add1_runs = runs;
  trace.add1_overran = overran;
  return outcome;
}

}  // namespace stoepkrijt::rules
