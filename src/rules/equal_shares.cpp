#include "rules/equal_shares.hpp"

#include <utility>

#include "rules/add1.hpp"

namespace stoepkrijt::rules {

Result<void> check_equal_shares(const Election& election) {
  if (election.type != BallotType::kApproval) {
    return fail(Error(ErrorCode::kRuleNotDefined, "error.rule_not_defined").with("rule", "equal-shares"));
  }
  SK_TRY_VOID(validate(election));
  if (count_voters(election) == 0) return fail(ErrorCode::kNoBallots, "error.no_ballots");
  return {};
}

Outcome report_run(const Election& election, const MesEngine& engine, const MesRun& run, const Ratio& purse,
                   Trace& trace) {
  trace = Trace{};
  trace.rule = "equal-shares";
  trace.voters = engine.voters();
  trace.purse = purse;
  trace.projects.resize(election.projects.size());
  for (std::size_t p = 0; p < election.projects.size(); ++p) {
    trace.projects[p].votes = engine.votes()[p];
    trace.projects[p].why = engine.votes()[p] == 0 ? WhyOut::kNoSupport : WhyOut::kSupportersTooPoor;
  }
  Ratio money = purse * Ratio(BigInt::from_unsigned(engine.voters()), BigInt(1));
  const BigInt denominator = run.price_denominator * engine.unit();
  for (std::size_t i = 0; i < run.winners.size(); ++i) {
    const ProjectIndex p = run.winners[i];
    const Ratio& cost = election.projects[p].cost;
    Round round;
    round.project = p;
    round.money_before = money;
    round.price = Ratio(run.price_numerators[i], denominator);
    if (!round.price.is_zero()) round.effective_votes = cost / round.price;
    round.tied = run.tied[i];
    trace.rounds.push_back(std::move(round));
    trace.projects[p].why = WhyOut::kSelected;
    trace.projects[p].turn = static_cast<std::uint32_t>(i + 1);
    money -= cost;
  }
  return Outcome{run.winners, Ratio(run.cost, engine.unit())};
}

Result<Outcome> equal_shares(const Election& election, const RuleParams& params, Trace& trace) {
  if (params.completion == Completion::kAdd1) return equal_shares_add1(election, params, trace);
  SK_TRY_VOID(check_equal_shares(election));
  MesEngine engine(election, params);
  const BigInt voters = BigInt::from_unsigned(engine.voters());
  const MesRun run = engine.run(engine.budget(), voters);
  return report_run(election, engine, run, election.budget / Ratio(voters, BigInt(1)), trace);
}

}  // namespace stoepkrijt::rules
