#include "rules/election.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace stoepkrijt::rules {

namespace {

constexpr std::uint64_t kMaxVoters = std::uint64_t{1} << 40U;

/// The first projects of a ballot as one number, which sorts as the ballot does as far as it goes.
struct Keyed {
  std::uint64_t key = 0;
  std::uint32_t ballot = 0;
};

/// Radix sort, least significant digits first; digits that all have in common cost nothing but a count.
void sort_by_key(std::vector<Keyed>& order) {
  constexpr unsigned kDigit = 11;
  constexpr std::size_t kDigits = std::size_t{1} << kDigit;
  std::vector<Keyed> other(order.size());
  for (unsigned shift = 0; shift < 64; shift += kDigit) {
    std::array<std::size_t, kDigits + 1> starts{};
    for (const Keyed& each : order) ++starts[((each.key >> shift) & (kDigits - 1)) + 1];
    if (std::find(starts.begin(), starts.end(), order.size()) != starts.end()) continue;
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    for (const Keyed& each : order) other[starts[(each.key >> shift) & (kDigits - 1)]++] = each;
    order.swap(other);
  }
}

/// False when a project does not fit in that many bits (an election not validated yet).
bool make_keys(const Election& election, unsigned bits, std::vector<Keyed>& order) {
  const std::size_t most = 64 / std::max(bits, 1U);
  std::uint64_t all = 0;
  for (std::uint32_t b = 0; b < order.size(); ++b) {
    const std::vector<ProjectIndex>& projects = election.ballots[b].projects;
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < most; ++i) {  // the end of a ballot comes before any project
      const std::uint64_t digit = i < projects.size() ? std::uint64_t{projects[i]} + 1 : 0;
      all |= digit;
      key = (key << bits) | digit;
    }
    order[b] = {key, b};
  }
  return (all >> bits) == 0;
}

std::vector<Keyed> sorted_by_key(const Election& election) {
  std::vector<Keyed> order(election.ballots.size());
  if (!make_keys(election, static_cast<unsigned>(std::bit_width(election.projects.size())), order)) {
    make_keys(election, 33, order);
  }
  sort_by_key(order);
  return order;
}

}  // namespace

void add_ballot(Election& election, std::vector<ProjectIndex> projects, std::uint64_t count) {
  std::sort(projects.begin(), projects.end());
  projects.erase(std::unique(projects.begin(), projects.end()), projects.end());
  election.ballots.push_back(Ballot{std::move(projects), {}, count});
}

void merge_ballots(Election& election) {
  std::vector<Ballot>& ballots = election.ballots;
  std::vector<Keyed> order = sorted_by_key(election);
  const auto less = [&](const Keyed& a, const Keyed& b) {
    const Ballot& x = ballots[a.ballot];
    const Ballot& y = ballots[b.ballot];
    return x.projects != y.projects ? x.projects < y.projects : x.points < y.points;
  };
  for (auto from = order.begin(); from != order.end();) {
    const auto to = std::find_if(from, order.end(), [&](const Keyed& each) { return each.key != from->key; });
    if (to - from > 1) std::sort(from, to, less);
    from = to;
  }
  std::vector<Ballot> merged;
  merged.reserve(order.size());
  for (const Keyed& each : order) {
    Ballot& ballot = ballots[each.ballot];
    if (!merged.empty() && merged.back().projects == ballot.projects && merged.back().points == ballot.points) {
      merged.back().count += ballot.count;
    } else {
      merged.push_back(std::move(ballot));
    }
  }
  ballots = std::move(merged);
}

Result<void> validate(const Election& election) {
  if (election.budget.is_negative()) return fail(ErrorCode::kNegative, "error.negative_budget");
  std::unordered_set<std::string_view> ids;
  for (const Project& project : election.projects) {
    if (project.cost.is_negative()) {
      return fail(Error(ErrorCode::kNegative, "error.negative_cost").with("project", project.id));
    }
    if (!ids.insert(project.id).second) {
      return fail(Error(ErrorCode::kDuplicateId, "error.duplicate_project").with("project", project.id));
    }
  }
  for (const Project& project : election.projects) {
    const auto unknown = [&](ProjectIndex other) { return other >= election.projects.size(); };
    if (std::any_of(project.excludes.begin(), project.excludes.end(), unknown) ||
        std::any_of(project.requires_.begin(), project.requires_.end(), unknown)) {
      return fail(Error(ErrorCode::kUnknownId, "error.link_unknown_project").with("project", project.id));
    }
    if (project.cofunding.is_negative() || (project.least_cost && project.least_cost->is_negative())) {
      return fail(Error(ErrorCode::kNegative, "error.negative_cost").with("project", project.id));
    }
  }
  std::uint64_t voters = 0;
  std::vector<std::uint32_t> last_seen(election.projects.size(), 0);
  std::uint32_t number = 0;
  for (const Ballot& ballot : election.ballots) {
    ++number;
    for (const ProjectIndex project : ballot.projects) {
      if (project >= election.projects.size()) return fail(ErrorCode::kUnknownId, "error.ballot_unknown_project");
      if (last_seen[project] == number) return fail(ErrorCode::kDuplicateId, "error.ballot_repeats_project");
      last_seen[project] = number;
    }
    if (ballot.count > kMaxVoters || (voters += ballot.count) > kMaxVoters) {
      return fail(ErrorCode::kOverflow, "error.too_many_ballots");
    }
  }
  return {};
}

std::uint64_t count_voters(const Election& election) {
  std::uint64_t voters = 0;
  for (const Ballot& ballot : election.ballots) voters += ballot.count;
  return voters;
}

std::vector<std::uint64_t> count_votes(const Election& election) {
  std::vector<std::uint64_t> votes(election.projects.size(), 0);
  for (const Ballot& ballot : election.ballots) {
    for (const ProjectIndex project : ballot.projects) votes[project] += ballot.count;
  }
  return votes;
}

Ratio total_cost(const Election& election, const std::vector<ProjectIndex>& projects) {
  Ratio sum;
  for (const ProjectIndex project : projects) sum += election.projects[project].cost;
  return sum;
}

}  // namespace stoepkrijt::rules
