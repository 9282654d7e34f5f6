#include "rules/compare.hpp"

#include <map>

namespace stoepkrijt::rules {

namespace {

std::vector<bool> marked(const Election& election, const Outcome& outcome) {
  std::vector<bool> marks(election.projects.size(), false);
  for (const ProjectIndex p : outcome.winners) marks[p] = true;
  return marks;
}

}  // namespace

Comparison compare_outcomes(const Election& election, const Outcome& a, const Outcome& b) {
  const std::vector<bool> in_a = marked(election, a);
  const std::vector<bool> in_b = marked(election, b);
  Comparison out;
  BigInt total_a;
  BigInt total_b;
  std::uint64_t voters = 0;
  for (const Ballot& ballot : election.ballots) {
    std::uint64_t got_a = 0;
    std::uint64_t got_b = 0;
    for (const ProjectIndex p : ballot.projects) {
      got_a += in_a[p] ? 1U : 0U;
      got_b += in_b[p] ? 1U : 0U;
    }
    voters += ballot.count;
    (got_a > got_b ? out.more_under_a : (got_b > got_a ? out.more_under_b : out.equal)) += ballot.count;
    if (ballot.projects.empty()) {
      out.blank += ballot.count;
    } else {
      if (got_a == 0) out.empty_handed_a += ballot.count;
      if (got_b == 0) out.empty_handed_b += ballot.count;
    }
    const BigInt people = BigInt::from_unsigned(ballot.count);
    total_a += BigInt::from_unsigned(got_a) * people;
    total_b += BigInt::from_unsigned(got_b) * people;
  }
  if (voters > 0) {
    out.average_winners_a = Ratio(total_a, BigInt::from_unsigned(voters));
    out.average_winners_b = Ratio(total_b, BigInt::from_unsigned(voters));
  }
  std::map<std::string, CategorySpending> spending;
  for (std::size_t p = 0; p < election.projects.size(); ++p) {
    const Project& project = election.projects[p];
    const std::vector<std::string> none{""};
    for (const std::string& category : project.categories.empty() ? none : project.categories) {
      CategorySpending& entry = spending[category];
      entry.category = category;
      if (in_a[p]) entry.under_a += project.cost;
      if (in_b[p]) entry.under_b += project.cost;
    }
  }
  for (auto& [name, entry] : spending) out.spending.push_back(std::move(entry));
  return out;
}

}  // namespace stoepkrijt::rules
