#include <algorithm>
#include <map>
#include <utility>

#include "rules/figures_axioms_common.hpp"
#include "rules/simplex.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::rules {

namespace {

/// What each member of each ballot paid, by winner; nothing when the trace does not say it.
std::optional<std::vector<std::map<ProjectIndex, Ratio>>> payments_of(const AxiomSetting& setting, const Trace& trace) {
  const Election& election = setting.election;
  std::vector<std::map<ProjectIndex, Ratio>> paid(election.ballots.size());
  if (trace.payments == Payments::kListed) {
    for (const Round& round : trace.rounds) {
      for (const BallotAmount& amount : round.amounts) {
        if (amount.ballot >= paid.size()) return std::nullopt;
        paid[amount.ballot][round.project] += amount.amount;
      }
    }
    return paid;
  }
  if (trace.payments != Payments::kShares || trace.rounded) return std::nullopt;
  const Result<Utilities> utilities = utilities_of(election, trace.utility);
  if (!utilities) return std::nullopt;
  std::vector<Ratio> left(election.ballots.size(), trace.purse);
  for (const Round& round : trace.rounds) {
    if (round.completed) continue;
    for (std::size_t b = 0; b < election.ballots.size(); ++b) {
      const std::vector<ProjectIndex>& projects = election.ballots[b].projects;
      const auto place = std::find(projects.begin(), projects.end(), round.project);
      if (place == projects.end()) continue;
      const auto at = static_cast<std::size_t>(place - projects.begin());
      const Ratio amount = std::min(left[b], round.price * utilities->weight(b, at));
      left[b] -= amount;
      paid[b][round.project] = amount;
    }
  }
  return paid;
}

bool proves(const AxiomSetting& setting, const Trace& trace) {
  const Election& election = setting.election;
  if (trace.purse.is_zero() || !trace.phases.empty()) return false;
  const auto payments = payments_of(setting, trace);
  if (!payments) return false;
  std::vector<Ratio> collected(setting.won.size());
  std::vector<Ratio> held(setting.won.size());  // by the supporters of a loser
  for (std::size_t b = 0; b < payments->size(); ++b) {
    Ratio left = trace.purse;
    const Ratio members = people(election.ballots[b].count);
    for (const auto& [project, amount] : (*payments)[b]) {
      const std::vector<ProjectIndex>& approved = setting.approved[b];
      if (!amount.is_zero() && std::find(approved.begin(), approved.end(), project) == approved.end()) return false;
      left -= amount;
      collected[project] += amount * members;
    }
    if (left.is_negative()) return false;
    for (const ProjectIndex p : setting.approved[b]) held[p] += left * members;
  }
  for (ProjectIndex p = 0; p < setting.won.size(); ++p) {
    const Ratio& cost = election.projects[p].cost;
    if (setting.won[p] ? collected[p] != cost : held[p] > cost) return false;
  }
  return true;
}

/// One group per set of approved projects; columns: the purse, what each group pays for each winner, what each group
/// has left, what is missing for each loser.
class PriceProgram {
 public:
  PriceProgram(const AxiomSetting& setting, std::uint64_t work_limit) : setting_(setting), work_limit_(work_limit) {
    std::map<std::vector<ProjectIndex>, std::uint64_t> groups;
    for (std::size_t b = 0; b < setting.approved.size(); ++b) {
      std::vector<ProjectIndex> approved = setting.approved[b];
      std::sort(approved.begin(), approved.end());
      if (!approved.empty()) groups[std::move(approved)] += setting.election.ballots[b].count;
    }
    for (auto& [approved, count] : groups) {
      if (count > 0) groups_.emplace_back(approved, count);
    }
  }

  Priceability solve_it() {
    Priceability out;
    std::size_t payments = 0;
    for (const auto& [approved, count] : groups_) payments += approved.size();
    const std::size_t columns = 1 + payments + groups_.size() + setting_.won.size();
    const std::size_t rows = groups_.size() + setting_.won.size();
    if (rows * columns > work_limit_) return out;
    build(columns);
    const LinearAnswer answer = solve(std::move(system_), work_limit_);
    if (answer.solvable == Solvable::kNotComputed) return out;
    out.finding = answer.solvable == Solvable::kYes ? Finding::kHolds : Finding::kBroken;
    if (answer.solvable == Solvable::kYes) out.purse = answer.x[0];
    return out;
  }

 private:
  void build(std::size_t columns) {
    const std::size_t projects = setting_.won.size();
    std::vector<std::vector<Ratio>> of_project(projects, std::vector<Ratio>(columns));
    std::size_t next = 1;
    const std::size_t first_left = columns - projects - groups_.size();
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      const auto& [approved, count] = groups_[g];
      std::vector<Ratio> row(columns);  // payments + left − people · purse = 0
      row[0] = -people(count);
      for (const ProjectIndex p : approved) {
        if (setting_.won[p]) {
          row[next] = Ratio(1);
          of_project[p][next] = Ratio(1);
        } else {
          of_project[p][first_left + g] = Ratio(1);
        }
        ++next;
      }
      row[first_left + g] = Ratio(1);
      system_.rows.push_back(std::move(row));
      system_.right.emplace_back(0);
    }
    for (ProjectIndex p = 0; p < projects; ++p) {
      if (!setting_.won[p]) of_project[p][first_left + groups_.size() + p] = Ratio(1);
      system_.rows.push_back(std::move(of_project[p]));
      system_.right.push_back(setting_.election.projects[p].cost);
    }
  }

  const AxiomSetting& setting_;
  std::uint64_t work_limit_;
  std::vector<std::pair<std::vector<ProjectIndex>, std::uint64_t>> groups_;
  LinearSystem system_;
};

}  // namespace

Result<Priceability> check_priceable(const Election& election, const Outcome& outcome, const Trace& trace,
                                     const AxiomOptions& options) {
  SK_TRY(setting, axiom_setting(election, outcome.winners, options));
  if (proves(setting, trace)) return Priceability{Finding::kHolds, trace.purse, true};
  return PriceProgram(setting, options.work_limit).solve_it();
}

}  // namespace stoepkrijt::rules
