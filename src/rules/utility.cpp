#include "rules/utility.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "rules/knapsack.hpp"

namespace stoepkrijt::rules {

namespace {

Ratio whole(std::uint64_t value) { return Ratio(BigInt::from_unsigned(value), BigInt(1)); }

bool has_points(const Election& election) {
  return election.type == BallotType::kCumulative || election.type == BallotType::kScoring;
}

Error not_defined(std::string_view key, const char* utility) {
  return Error(ErrorCode::kRuleNotDefined, key).with("utility", utility);
}

/// The sums of all subsets up to the capacity, ascending, each once.
std::vector<BigInt> subset_sums(const std::vector<BigInt>& costs, std::size_t from, std::size_t to,
                                const BigInt& capacity) {
  std::vector<BigInt> sums{BigInt(0)};
  for (std::size_t i = from; i < to; ++i) {
    std::vector<BigInt> with;
    with.reserve(sums.size());
    for (const BigInt& sum : sums) {
      BigInt more = sum + costs[i];
      if (more > capacity) break;
      with.push_back(std::move(more));
    }
    std::vector<BigInt> merged;
    merged.reserve(sums.size() + with.size());
    std::set_union(sums.begin(), sums.end(), with.begin(), with.end(), std::back_inserter(merged));
    sums = std::move(merged);
  }
  return sums;
}

/// The largest sum of some of at most 32 costs that is not above the capacity: all sums of each half.
BigInt best_sum_of_few(const std::vector<BigInt>& costs, const BigInt& capacity) {
  const std::vector<BigInt> left = subset_sums(costs, 0, costs.size() / 2, capacity);
  const std::vector<BigInt> right = subset_sums(costs, costs.size() / 2, costs.size(), capacity);
  BigInt best;
  std::size_t j = right.size();
  for (const BigInt& sum : left) {
    while (right[j - 1] + sum > capacity) --j;  // right[0] is zero and every sum fits
    best = std::max(best, sum + right[j - 1]);
  }
  return best;
}

/// Whether some of the costs add up to exactly the capacity, as far as a few quick tries show: all combinations of 26
/// of them on top of a fixed part of the others.
bool reaches(const std::vector<BigInt>& costs, const BigInt& capacity) {
  constexpr std::size_t kFree = 26;
  for (std::size_t first = 0; first + kFree <= costs.size(); first += 5) {
    const auto from = costs.begin() + static_cast<std::ptrdiff_t>(first);
    const std::vector<BigInt> free(from, from + kFree);
    BigInt half;
    for (const BigInt& cost : free) half += cost;
    half = half / BigInt(2);
    BigInt fixed;
    for (std::size_t i = costs.size(); i-- > 0;) {
      const bool is_free = i >= first && i < first + kFree;
      if (!is_free && fixed + costs[i] + half <= capacity) fixed += costs[i];
    }
    if (fixed + best_sum_of_few(free, capacity - fixed) == capacity) return true;
  }
  return false;
}

/// The largest sum of some of the costs that is not above the capacity. nullopt: too many possibilities.
std::optional<BigInt> best_sum(const std::vector<BigInt>& costs, const BigInt& capacity) {
  constexpr std::size_t kFew = 32;
  if (costs.size() <= kFew) return best_sum_of_few(costs, capacity);
  BigInt common;  // every sum is a multiple of it
  for (const BigInt& cost : costs) common = BigInt::gcd(common, cost);
  const BigInt bound = BigInt::floor_divide(capacity, common) * common;
  if (reaches(costs, bound)) return bound;
  std::vector<KnapsackItem> items;
  items.reserve(costs.size());
  for (const BigInt& cost : costs) items.push_back({cost / common, cost / common});
  KnapsackAnswer answer = solve_knapsack(items, bound / common, BigInt(-1), false);
  if (answer.kind == KnapsackAnswer::Kind::kTooHard) return std::nullopt;
  return answer.value * common;
}

/// What one ballot could yield at most within the budget, for the relative utilities.
class BestOfBallot {
 public:
  BestOfBallot(const Election& election, Utility kind) : kind_(kind) {
    unit_ = election.budget.denominator();
    for (const Project& project : election.projects) {
      const BigInt& d = project.cost.denominator();
      unit_ = unit_ / BigInt::gcd(unit_, d) * d;
    }
    const auto in_units = [&](const Ratio& amount) { return amount.numerator() * (unit_ / amount.denominator()); };
    budget_ = in_units(election.budget);
    for (const Project& project : election.projects) costs_.push_back(in_units(project.cost));
  }

  /// In projects, currency units or points; nullopt when it is too hard to find out.
  [[nodiscard]] std::optional<Ratio> of(const Ballot& ballot) {
    if (kind_ == Utility::kRelativePoints) return most_points(ballot);
    std::vector<BigInt> costs;
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      const BigInt& cost = costs_[ballot.projects[i]];
      if (cost <= budget_ && counts(ballot, i)) costs.push_back(cost);
    }
    std::sort(costs.begin(), costs.end());
    if (kind_ == Utility::kRelativeCardinality) return most_projects(costs);
    return most_cost(costs);
  }

 private:
  [[nodiscard]] static bool counts(const Ballot& ballot, std::size_t place) {
    return ballot.points.empty() || ballot.points[place] > 0;
  }

  [[nodiscard]] Ratio most_projects(const std::vector<BigInt>& ascending) const {
    BigInt sum;
    std::uint64_t count = 0;
    for (const BigInt& cost : ascending) {
      sum += cost;
      if (sum > budget_) break;
      ++count;
    }
    return whole(count);
  }

  [[nodiscard]] std::optional<Ratio> most_cost(const std::vector<BigInt>& costs) {
    BigInt total;
    for (const BigInt& cost : costs) total += cost;
    if (total <= budget_) return Ratio(total, unit_);
    const auto known = sums_.find(costs);
    if (known != sums_.end()) return known->second;
    const std::optional<BigInt> best = best_sum(costs, budget_);
    if (!best) return std::nullopt;
    return sums_.emplace(costs, Ratio(*best, unit_)).first->second;
  }

  [[nodiscard]] std::optional<Ratio> most_points(const Ballot& ballot) const {
    std::vector<KnapsackItem> items;
    BigInt cost;
    BigInt points;
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      if (costs_[ballot.projects[i]] > budget_ || ballot.points[i] == 0) continue;
      items.push_back({costs_[ballot.projects[i]], BigInt(ballot.points[i])});
      cost += items.back().cost;
      points += items.back().value;
    }
    if (cost <= budget_) return Ratio(points, BigInt(1));
    KnapsackAnswer answer = solve_knapsack(items, budget_, BigInt(-1), false);
    if (answer.kind == KnapsackAnswer::Kind::kTooHard) return std::nullopt;
    return Ratio(answer.value, BigInt(1));
  }

  Utility kind_;
  BigInt unit_;
  BigInt budget_;
  std::vector<BigInt> costs_;
  std::map<std::vector<BigInt>, Ratio> sums_;
};

Factor factor_of(const Project& project, std::uint64_t supporters, Utility utility) {
  switch (utility) {
    case Utility::kCost:
    case Utility::kRelativeCost:
      return {Factor::Kind::kValue, project.cost};
    case Utility::kSqrtCost:
      return {Factor::Kind::kSqrt, project.cost};
    case Utility::kLogCost:
      return {Factor::Kind::kLog, project.cost};
    case Utility::kEffort:
      return {Factor::Kind::kValue, supporters == 0 ? Ratio(0) : project.cost / whole(supporters)};
    default:
      return {};
  }
}

Result<void> check_utility(const Election& election, Utility utility) {
  if (utility == Utility::kCc) return fail(not_defined("error.utility_no_sum", "cc"));
  const bool points = utility == Utility::kPoints || utility == Utility::kRelativePoints;
  if (points && !has_points(election)) {
    return fail(not_defined("error.utility_needs_points", "points"));
  }
  if (utility == Utility::kBorda && election.type != BallotType::kOrdinal) {
    return fail(not_defined("error.utility_needs_ranking", "borda"));
  }
  if (!has_points(election)) return {};
  for (const Ballot& ballot : election.ballots) {
    SK_CHECK(ballot.points.size() == ballot.projects.size());
    if (std::any_of(ballot.points.begin(), ballot.points.end(), [](std::int64_t p) { return p < 0; })) {
      return fail(ErrorCode::kNegative, "error.negative_points");
    }
  }
  return {};
}

/// The weights before anything is made relative; 0 where the ballot gives the project nothing.
std::vector<Ratio> weights_of(const Election& election, const Ballot& ballot, Utility utility) {
  const std::size_t length = ballot.projects.size();
  std::vector<Ratio> weights(length, Ratio(1));
  for (std::size_t i = 0; i < length; ++i) {
    if (utility == Utility::kBorda) {
      weights[i] = whole(length - i - 1);
    } else if (utility == Utility::kPoints) {
      weights[i] = Ratio(BigInt(ballot.points[i]), BigInt(election.points_unit));
    } else if (utility == Utility::kRelativePoints) {
      weights[i] = Ratio(ballot.points[i]);  // the unit cancels
    } else if (!ballot.points.empty() && ballot.points[i] == 0) {
      weights[i] = Ratio(0);
    }
  }
  return weights;
}

/// Of the common denominator of the weights, counted until it is too long. Every round of equal shares multiplies the
/// denominator of what people have left by about as many digits, so a few hundred digits are the most.
unsigned count_weight_bits(const std::vector<std::vector<Ratio>>& weights) {
  BigInt common(1);
  for (const std::vector<Ratio>& of_ballot : weights) {
    for (const Ratio& weight : of_ballot) {
      const BigInt& d = weight.denominator();
      if (d == BigInt(1)) continue;
      common *= d / BigInt::gcd(common, d);
      if (common.bit_length() > Utilities::kMostBits) return common.bit_length();
    }
  }
  return common.bit_length();
}

}  // namespace

Utility resolve_utility(const Election& election, Utility utility) {
  if (utility != Utility::kDefault) return utility;
  switch (election.type) {
    case BallotType::kApproval:
      return Utility::kCost;
    case BallotType::kCumulative:
    case BallotType::kScoring:
      return Utility::kPoints;
    case BallotType::kOrdinal:
      return Utility::kBorda;
  }
  return Utility::kCost;
}

std::vector<std::uint64_t> count_supporters(const Election& election, const Utilities& utilities) {
  if (utilities.plain()) return count_votes(election);
  std::vector<std::uint64_t> supporters(election.projects.size(), 0);
  for (std::size_t b = 0; b < election.ballots.size(); ++b) {
    const Ballot& ballot = election.ballots[b];
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      if (!utilities.weights[b][i].is_zero()) supporters[ballot.projects[i]] += ballot.count;
    }
  }
  return supporters;
}

Result<Utilities> utilities_of(const Election& election, Utility utility) {
  Utilities out;
  out.kind = resolve_utility(election, utility);
  SK_TRY_VOID(check_utility(election, out.kind));
  const bool relative = out.kind == Utility::kRelativeCost || out.kind == Utility::kRelativeCardinality ||
                        out.kind == Utility::kRelativePoints;
  if (relative || out.kind == Utility::kBorda || has_points(election)) {
    BestOfBallot best(election, out.kind);
    out.weights.reserve(election.ballots.size());
    for (const Ballot& ballot : election.ballots) {
      std::vector<Ratio> weights = weights_of(election, ballot, out.kind);
      if (relative) {
        const std::optional<Ratio> most = best.of(ballot);
        if (!most) return fail(not_defined("error.utility_too_hard", "relative"));
        for (Ratio& weight : weights) weight = most->is_zero() ? Ratio(0) : weight / *most;
      }
      out.weights.push_back(std::move(weights));
    }
    if (relative) out.weight_bits = count_weight_bits(out.weights);
  }
  const std::vector<std::uint64_t> supporters = count_supporters(election, out);
  for (std::size_t p = 0; p < election.projects.size(); ++p) {
    out.factors.push_back(factor_of(election.projects[p], supporters[p], out.kind));
  }
  return out;
}

}  // namespace stoepkrijt::rules
