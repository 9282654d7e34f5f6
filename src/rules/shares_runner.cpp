#include "rules/shares_runner.hpp"

#include <utility>

namespace stoepkrijt::rules {

bool is_plain_shares(const Election& election, const RuleParams& params) {
  const Utility utility = resolve_utility(election, params.utility);
  return election.type == BallotType::kApproval && (utility == Utility::kCost || utility == Utility::kCardinality) &&
         params.min_votes <= 1 && Feasibility(election).trivial();
}

Result<SharesRunner> SharesRunner::make(const Election& election, const RuleParams& params, bool with_without) {
  SharesRunner runner(election);
  SK_TRY(utilities, utilities_of(election, params.utility));
  runner.utilities_ = std::make_unique<Utilities>(std::move(utilities));
  runner.voters_ = count_voters(election);
  runner.supporters_ = count_supporters(election, *runner.utilities_);
  if (!with_without && is_plain_shares(election, params)) {
    runner.plain_ = std::make_unique<MesEngine>(election, params);
    return runner;
  }
  runner.weighted_ = std::make_unique<WeightedMesEngine>(election, *runner.utilities_, params);
  if (!runner.weighted_->usable()) return fail(ErrorCode::kTooLarge, "error.weights_too_fine");
  return runner;
}

WeightedRun SharesRunner::run(const Ratio& purse, std::optional<ProjectIndex> without) {
  if (weighted_) return weighted_->run(purse, without);
  const MesRun plain = plain_->run(purse.numerator() * plain_->unit(), purse.denominator());
  WeightedRun run;
  run.winners = plain.winners;
  run.tied = plain.tied;
  run.cost = Ratio(plain.cost, plain_->unit());
  run.why.assign(election_.projects.size(), WhyOut::kSupportersTooPoor);
  for (std::size_t p = 0; p < supporters_.size(); ++p) {
    if (supporters_[p] == 0) run.why[p] = WhyOut::kNoSupport;
  }
  const BigInt denominator = plain.price_denominator * plain_->unit();
  for (std::size_t i = 0; i < plain.winners.size(); ++i) {
    run.prices.emplace_back(plain.price_numerators[i], denominator);
    run.why[plain.winners[i]] = WhyOut::kSelected;
  }
  return run;
}

}  // namespace stoepkrijt::rules
