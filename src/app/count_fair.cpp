#include "app/count_fair.hpp"

#include <algorithm>
#include <utility>

#include "app/count_params.hpp"
#include "app/count_purses.hpp"
#include "rules/figures_axioms.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::app {

namespace {

Kept kept_of(rules::Finding finding) {
  switch (finding) {
    case rules::Finding::kHolds:
      return Kept::kYes;
    case rules::Finding::kBroken:
      return Kept::kNo;
    case rules::Finding::kNotComputed:
      break;
  }
  return Kept::kNotComputed;
}

GuaranteeFound found_of(Guarantee guarantee, const rules::AxiomFinding& finding, const rules::Election& election) {
  GuaranteeFound out;
  out.guarantee = guarantee;
  out.kept = kept_of(finding.finding);
  if (!finding.worst) return out;
  const rules::Shortfall& worst = *finding.worst;
  out.people = static_cast<std::int64_t>(worst.people);
  for (const rules::ProjectIndex p : worst.projects) out.plan_ids.push_back(election.projects[p].id);
  out.entitled = to_money(worst.entitled);
  out.got = to_money(worst.got);
  return out;
}

}  // namespace

const Fairness* find_fair(const std::vector<Fairness>& all, const model::CountingRule& rule) {
  const auto it = std::find_if(all.begin(), all.end(), [&](const Fairness& each) { return each.rule == rule; });
  return it == all.end() ? nullptr : &*it;
}

std::uint64_t fair_work(std::size_t ballots, std::size_t plans) {
  // Every set of plans, for EJR twice over; PJR also takes or leaves each ballot of the group. Beyond some twenty of
  // either the number says nothing more than "too many for the page".
  constexpr std::size_t kMost = 24;
  const std::uint64_t sets = std::uint64_t{1} << std::min(plans, kMost);
  const std::uint64_t groups = std::uint64_t{1} << std::min(ballots + 1, kMost);
  const std::uint64_t rows = std::min<std::uint64_t>(ballots + plans, 100'000);
  const std::uint64_t program = rows * rows * (rows + rows * std::min<std::size_t>(plans, 1000));
  return sets * (2 * (ballots + 1) + groups) + program;
}

Result<Fairness> fairness_of(const rules::Election& election, const model::CountingRule& rule, std::uint64_t work_limit,
                             rules::Watcher* watcher) {
  SK_TRY(params, params_of(rule));
  params.watcher = watcher;
  Fairness out;
  out.rule = normalised(rule);
  rules::Trace trace;
  SK_TRY(outcome, rules::tally(rule.id, election, params, trace));
  const rules::AxiomOptions options{rules::Utility::kCost, work_limit};
  SK_TRY(plus, rules::check_ejr_plus(election, outcome.winners, rules::UpTo::kAny, options));
  out.found.push_back(found_of(Guarantee::kEjrPlus, plus, election));
  SK_TRY(ejr, rules::check_ejr(election, outcome.winners, rules::UpTo::kOne, options));
  out.found.push_back(found_of(Guarantee::kEjr, ejr, election));
  SK_TRY(pjr, rules::check_pjr(election, outcome.winners, options));
  out.found.push_back(found_of(Guarantee::kPjr, pjr, election));
  SK_TRY(price, rules::check_priceable(election, outcome, trace, options));
  GuaranteeFound priceable;
  priceable.guarantee = Guarantee::kPriceable;
  priceable.kept = kept_of(price.finding);
  if (priceable.kept == Kept::kYes) priceable.purse = to_money(price.purse);
  out.found.push_back(std::move(priceable));
  return out;
}

}  // namespace stoepkrijt::app
