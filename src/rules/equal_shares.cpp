#include "rules/equal_shares.hpp"

#include <utility>

#include "rules/shares_completion.hpp"
#include "rules/shares_runner.hpp"

namespace stoepkrijt::rules {

namespace {

Ratio whole(std::uint64_t value) { return Ratio(BigInt::from_unsigned(value), BigInt(1)); }

Outcome report(const Election& election, const std::vector<ProjectIndex>& winners, const std::vector<Ratio>& prices,
               const std::vector<std::vector<ProjectIndex>>& tied, const Ratio& purse, Trace& trace) {
  trace.rule = "equal-shares";
  trace.payments = Payments::kShares;
  trace.voters = count_voters(election);
  trace.purse = purse;
  Ratio money = purse * whole(trace.voters);
  Outcome outcome;
  for (std::size_t i = 0; i < winners.size(); ++i) {
    const ProjectIndex p = winners[i];
    const Ratio& cost = election.projects[p].cost;
    Round round;
    round.project = p;
    round.money_before = money;
    round.price = prices[i];
    if (!round.price.is_zero()) round.effective_votes = cost / round.price;
    round.tied = tied[i];
    trace.rounds.push_back(std::move(round));
    trace.projects[p].why = WhyOut::kSelected;
    trace.projects[p].turn = static_cast<std::uint32_t>(i + 1);
    money -= cost;
    outcome.cost += cost;
  }
  outcome.winners = winners;
  return outcome;
}

}  // namespace

Result<void> check_equal_shares(const Election& election) {
  SK_TRY_VOID(validate(election));
  if (count_voters(election) == 0) return fail(ErrorCode::kNoBallots, "error.no_ballots");
  return {};
}

Outcome report_run(const Election& election, const MesEngine& engine, const MesRun& run, const Ratio& purse,
                   Trace& trace) {
  trace = Trace{};
  trace.projects.resize(election.projects.size());
  for (std::size_t p = 0; p < election.projects.size(); ++p) {
    trace.projects[p].votes = engine.votes()[p];
    trace.projects[p].why = engine.votes()[p] == 0 ? WhyOut::kNoSupport : WhyOut::kSupportersTooPoor;
  }
  std::vector<Ratio> prices;
  const BigInt denominator = run.price_denominator * engine.unit();
  for (const BigInt& numerator : run.price_numerators) prices.emplace_back(numerator, denominator);
  return report(election, run.winners, prices, run.tied, purse, trace);
}

Outcome report_run(const Election& election, Utility utility, const WeightedRun& run, const Ratio& purse,
                   Trace& trace) {
  trace = Trace{};
  trace.utility = utility;
  trace.projects.resize(election.projects.size());
  const std::vector<std::uint64_t> votes = count_votes(election);
  for (std::size_t p = 0; p < votes.size(); ++p) {
    trace.projects[p].votes = votes[p];
    trace.projects[p].why = run.why[p];
  }
  trace.rounded = run.rounded;
  return report(election, run.winners, run.prices, run.tied, purse, trace);
}

Result<Outcome> equal_shares(const Election& election, const RuleParams& params, Trace& trace) {
  SK_TRY_VOID(check_equal_shares(election));
  Result<Outcome> outcome = complete_equal_shares(election, params, trace);
  if (outcome) trace.utility = resolve_utility(election, params.utility);
  return outcome;
}

Result<Outcome> equal_shares_at(const Election& election, const RuleParams& params, const Ratio& purse,
                                std::optional<ProjectIndex> without, Trace& trace) {
  SK_TRY_VOID(check_equal_shares(election));
  SK_TRY(runner, SharesRunner::make(election, params, without.has_value()));
  return report_run(election, runner.utilities().kind, runner.run(purse, without), purse, trace);
}

}  // namespace stoepkrijt::rules
