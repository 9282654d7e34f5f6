#include "app/count_help.hpp"

#include <algorithm>
#include <utility>

namespace stoepkrijt::app {

namespace {

// Different ballots times plans: the example has about 2,000; above this one count takes tens of milliseconds.
constexpr std::size_t kMaxWork = 40'000;

bool wins(const rules::Election& election, std::string_view rule, rules::ProjectIndex project) {
  rules::Trace trace;
  const Result<rules::Outcome> outcome = run_rule(election, rule, trace);
  return outcome && std::find(outcome->winners.begin(), outcome->winners.end(), project) != outcome->winners.end();
}

bool wins_at(const rules::Election& election, std::string_view rule, rules::ProjectIndex project, std::int64_t euros) {
  rules::Election changed = election;
  changed.projects[project].cost = Ratio(euros);
  return wins(changed, rule, project);
}

bool wins_with(const rules::Election& election, std::string_view rule, rules::ProjectIndex project,
               std::int64_t extra) {
  rules::Election changed = election;
  rules::add_ballot(changed, {project}, static_cast<std::uint64_t>(extra));
  rules::merge_ballots(changed);
  return wins(changed, rule, project);
}

// Halving assumes that cheaper is better, which no rule promises; so only amounts that were tried are returned.
std::optional<Money> cheaper(const rules::Election& election, std::string_view rule, rules::ProjectIndex project) {
  const Result<Money> cost = Money::nearest(election.projects[project].cost);
  if (!cost) return std::nullopt;
  std::int64_t no = (cost->cents + 99) / 100;
  std::int64_t yes = 1;
  if (no <= 1 || !wins_at(election, rule, project, yes)) return std::nullopt;
  while (no - yes > 1) {
    const std::int64_t middle = yes + (no - yes) / 2;
    (wins_at(election, rule, project, middle) ? yes : no) = middle;
  }
  const std::int64_t rounded = yes / 100 * 100;
  if (rounded > 0 && wins_at(election, rule, project, rounded)) yes = rounded;
  return Money::from_euros(yes);
}

std::optional<std::int64_t> more_voters(const rules::Election& election, std::string_view rule,
                                        rules::ProjectIndex project) {
  std::int64_t no = 0;
  auto yes = static_cast<std::int64_t>(rules::count_voters(election));
  if (!wins_with(election, rule, project, yes)) return std::nullopt;
  while (yes - no > 1) {
    const std::int64_t middle = no + (yes - no) / 2;
    (wins_with(election, rule, project, middle) ? yes : no) = middle;
  }
  return yes;
}

}  // namespace

void find_help(const rules::Election& election, RuleCount& count) {
  if (election.ballots.size() * election.projects.size() > kMaxWork) return;
  for (std::size_t p = 0; p < count.plans.size(); ++p) {
    PlanCount& plan = count.plans[p];
    if (plan.fate == Fate::kChosen) continue;
    plan.help_tried = true;
    plan.cheaper = cheaper(election, count.rule, static_cast<rules::ProjectIndex>(p));
    plan.more_voters = more_voters(election, count.rule, static_cast<rules::ProjectIndex>(p));
  }
}

}  // namespace stoepkrijt::app
