#include "rules/compare.hpp"

#include <map>
#include <utility>

namespace stoepkrijt::rules {

namespace {

using Spending = std::map<std::string, CategorySpending>;

void spend(Spending& spending, const std::string& name, const Ratio& a, const Ratio& b) {
  CategorySpending& entry = spending[name];
  entry.category = name;
  entry.under_a += a;
  entry.under_b += b;
}

std::vector<CategorySpending> listed(Spending spending) {
  std::vector<CategorySpending> out;
  for (auto& [name, entry] : spending) out.push_back(std::move(entry));
  return out;
}

/// What each project gets: nothing when it lost, less than its cost when it is paid in part.
std::vector<Ratio> paid(const Election& election, const Outcome& outcome) {
  std::vector<Ratio> amounts(election.projects.size());
  for (const ProjectIndex p : outcome.winners) amounts[p] = election.projects[p].cost;
  if (outcome.part_paid && !outcome.winners.empty()) amounts[outcome.winners.back()] = *outcome.part_paid;
  return amounts;
}

std::vector<bool> marked(const Election& election, const Outcome& outcome) {
  std::vector<bool> marks(election.projects.size(), false);
  for (const ProjectIndex p : outcome.winners) marks[p] = true;
  return marks;
}

}  // namespace

Comparison compare_outcomes(const Election& election, const Outcome& a, const Outcome& b) {
  const std::vector<bool> in_a = marked(election, a);
  const std::vector<bool> in_b = marked(election, b);
  const std::vector<Ratio> paid_a = paid(election, a);
  const std::vector<Ratio> paid_b = paid(election, b);
  Comparison out;
  BigInt total_a;
  BigInt total_b;
  Ratio cost_a;
  Ratio cost_b;
  std::uint64_t voters = 0;
  for (const Ballot& ballot : election.ballots) {
    std::uint64_t got_a = 0;
    std::uint64_t got_b = 0;
    const BigInt people = BigInt::from_unsigned(ballot.count);
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      if (!ballot.points.empty() && ballot.points[i] <= 0) continue;
      const ProjectIndex p = ballot.projects[i];
      got_a += in_a[p] ? 1U : 0U;
      got_b += in_b[p] ? 1U : 0U;
      if (in_a[p]) cost_a += paid_a[p] * Ratio(people, BigInt(1));
      if (in_b[p]) cost_b += paid_b[p] * Ratio(people, BigInt(1));
    }
    voters += ballot.count;
    (got_a > got_b ? out.more_under_a : (got_b > got_a ? out.more_under_b : out.equal)) += ballot.count;
    if (ballot.projects.empty()) {
      out.blank += ballot.count;
    } else {
      if (got_a == 0) out.empty_handed_a += ballot.count;
      if (got_b == 0) out.empty_handed_b += ballot.count;
      if (got_a > 0 && got_b == 0) out.only_a += ballot.count;
      if (got_b > 0 && got_a == 0) out.only_b += ballot.count;
    }
    total_a += BigInt::from_unsigned(got_a) * people;
    total_b += BigInt::from_unsigned(got_b) * people;
  }
  if (voters > 0) {
    const BigInt all = BigInt::from_unsigned(voters);
    out.average_winners_a = Ratio(total_a, all);
    out.average_winners_b = Ratio(total_b, all);
    out.average_cost_a = cost_a / Ratio(all, BigInt(1));
    out.average_cost_b = cost_b / Ratio(all, BigInt(1));
  }
  Spending themes;
  Spending areas;
  for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
    const Project& project = election.projects[p];
    const std::vector<std::string> none{""};
    for (const std::string& category : project.categories.empty() ? none : project.categories) {
      spend(themes, category, paid_a[p], paid_b[p]);
    }
    spend(areas, project.area, paid_a[p], paid_b[p]);
    if (in_a[p] && in_b[p]) out.in_both.push_back(p);
    if (in_a[p] && !in_b[p]) out.in_a.push_back(p);
    if (in_b[p] && !in_a[p]) out.in_b.push_back(p);
  }
  out.spending = listed(std::move(themes));
  out.areas = listed(std::move(areas));
  return out;
}

}  // namespace stoepkrijt::rules
