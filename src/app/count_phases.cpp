#include "app/count_phases.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "app/count_purses.hpp"
#include "rules/constraints.hpp"

namespace stoepkrijt::app {

namespace {

using rules::ProjectIndex;

/// Ballots of the whole count by their place in a part: those that name a plan of it, in the same order. All of them
/// when the part left none out.
std::vector<std::uint32_t> ballots_of(const rules::Election& election, const rules::PhaseElection& part) {
  std::vector<bool> here(election.projects.size(), false);
  for (const ProjectIndex p : part.whole) here[p] = true;
  const bool all = part.election.ballots.size() == election.ballots.size();
  std::vector<std::uint32_t> out;
  for (std::uint32_t b = 0; b < election.ballots.size(); ++b) {
    const auto& named = election.ballots[b].projects;
    if (all || std::any_of(named.begin(), named.end(), [&](ProjectIndex p) { return here[p]; })) out.push_back(b);
  }
  return out;
}

template <class List, class Value>
std::size_t place_in(const List& list, const Value& value) {
  return static_cast<std::size_t>(std::find(list.begin(), list.end(), value) - list.begin());
}

/// The rounds of one part, with projects and ballots as the part numbers them.
rules::Trace trace_of(const rules::Election& election, const rules::Trace& trace, std::size_t index,
                      const rules::PhaseElection& part) {
  rules::Trace out;
  out.payments = trace.payments;
  out.utility = trace.utility;
  out.purse = trace.phases[index].purse;
  const std::vector<std::uint32_t> ballots = ballots_of(election, part);
  const std::size_t end = index + 1 < trace.phases.size() ? trace.phases[index + 1].first_round : trace.rounds.size();
  for (std::size_t r = trace.phases[index].first_round; r < end; ++r) {
    rules::Round round = trace.rounds[r];
    round.project = static_cast<ProjectIndex>(place_in(part.whole, round.project));
    for (rules::BallotAmount& paid : round.amounts) {
      paid.ballot = static_cast<std::uint32_t>(place_in(ballots, paid.ballot));
    }
    out.rounds.push_back(std::move(round));
  }
  return out;
}

CountPart part_of(const rules::Phase& phase) {
  CountPart part;
  part.kind = phase.kind == rules::Phase::Kind::kPot     ? CountPart::Kind::kPot
              : phase.kind == rules::Phase::Kind::kLeast ? CountPart::Kind::kLeast
                                                         : CountPart::Kind::kRest;
  part.name = phase.name;
  part.area = phase.area;
  part.budget = to_money(phase.budget);
  part.voters = static_cast<std::int64_t>(phase.voters);
  part.purse = to_money(phase.purse);
  return part;
}

}  // namespace

void describe_parts(const rules::Election& election, const rules::Trace& trace, RuleCount& count) {
  count.equal_price = count.money == MoneyModel::kPurses;
  for (std::size_t i = 0; i < trace.phases.size(); ++i) {
    const rules::Phase& phase = trace.phases[i];
    // What is paid in part at the end is paid by nobody in particular; a part without voters chose nothing.
    if (phase.kind == rules::Phase::Kind::kPart || phase.voters == 0) continue;
    const auto number = static_cast<std::int32_t>(count.parts.size());
    count.parts.push_back(part_of(phase));
    const rules::PhaseElection part = rules::phase_election(election, trace, i);
    const rules::Trace own = trace_of(election, trace, i, part);
    Purses purses(part.election, own);
    for (const rules::Round& round : own.rounds) {
      if (round.project >= part.whole.size()) continue;
      PlanCount& plan = count.plans[part.whole[round.project]];
      purses.describe(round.project, plan);
      purses.pay(round, plan);
      plan.filled = round.completed && plan.pay_share + plan.pay_rest == 0;
      plan.part = number;
    }
    for (ProjectIndex p = 0; p < part.whole.size(); ++p) {
      PlanCount& plan = count.plans[part.whole[p]];
      if (plan.fate == Fate::kChosen) continue;
      purses.describe(p, plan);
      plan.part = number;
    }
    count.equal_price = count.equal_price && purses.equal_price();
  }
}

}  // namespace stoepkrijt::app
