#include <algorithm>
#include <map>
#include <utility>

#include "rules/fine_number.hpp"
#include "rules/replay.hpp"

namespace stoepkrijt::rules {

namespace {

Ratio people_ratio(std::uint64_t people) { return Ratio(BigInt::from_unsigned(people), BigInt(1)); }

/// Supporters who have the same left and give the project the same weight.
using Offers = std::map<std::pair<Ratio, Ratio>, std::uint64_t>;

/// What they bring together at rho: those who pay all they have, and price · weight of the others.
struct Brought {
  Ratio poor;
  Ratio rich;
};

Brought bring(const Offers& offers, const Ratio& price, const Factor& ours, const Factor& theirs, bool rounded) {
  Brought sum;
  Ratio weights;
  for (const auto& [key, people] : offers) {
    const auto& [left, weight] = key;
    if (compare_products(left, theirs, price * weight, ours) <= 0) {
      sum.poor += left * people_ratio(people);
    } else {
      weights += (rounded ? rounded_down(price * weight) : weight) * people_ratio(people);
    }
  }
  // Where purses are rounded each share is as well: then the sum stays short.
  sum.rich = rounded ? weights : weights * price;
  return sum;
}

std::int64_t percent_of(const Ratio& part, const Ratio& whole) {
  return (part * Ratio(100) / whole).floor().to_int64().value_or(0);
}

/// The largest k with poor + rich · ours / theirs >= k·cost/100.
std::int64_t percent_at(const Brought& brought, const Factor& ours, const Factor& theirs, const Ratio& cost,
                        std::int64_t most) {
  if (ours.kind == Factor::Kind::kValue && theirs.kind == Factor::Kind::kValue) {
    return percent_of(brought.poor + brought.rich * ours.value / theirs.value, cost);
  }
  std::int64_t low = percent_of(brought.poor, cost);
  std::int64_t high = most + 1;
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    const Ratio open = cost * Ratio(middle) / Ratio(100) - brought.poor;
    const bool reached = open <= Ratio(0) || compare_products(brought.rich, ours, open, theirs) >= 0;
    (reached ? low : high) = middle;
  }
  return low;
}

}  // namespace

std::optional<std::int64_t> effective_support(const Election& election, const Trace& trace, ProjectIndex project,
                                              Utility utility) {
  const Ratio& cost = election.projects[project].cost;
  if (cost.is_zero()) return std::nullopt;
  const Result<Utilities> utilities = utilities_of(election, resolve_utility(election, utility));
  if (!utilities) return std::nullopt;
  const Factor& ours = utilities->factors[project];
  PurseReplay book(election, trace);
  std::int64_t best = 0;
  for (std::size_t r = 0; r <= trace.rounds.size(); ++r) {
    const bool last = r == trace.rounds.size() || trace.rounds[r].completed;
    Offers offers;
    Ratio all;
    for (std::size_t b = 0; b < election.ballots.size(); ++b) {
      const Ballot& ballot = election.ballots[b];
      for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
        if (ballot.projects[i] != project) continue;
        const Ratio weight = utilities->weight(b, i);
        if (weight.is_zero()) break;
        offers[{book.left(b), weight}] += ballot.count;
        all += book.left(b) * people_ratio(ballot.count);
        break;
      }
    }
    if (last) return std::max(best, percent_of(all, cost));
    const Factor& theirs = utilities->factors[trace.rounds[r].project];
    const Ratio& price = trace.rounds[r].price;
    if (!price.is_zero() && !theirs.is_zero()) {
      const Brought brought = bring(offers, price, ours, theirs, trace.rounded);
      best = std::max(best, percent_at(brought, ours, theirs, cost, percent_of(all, cost)));
    }
    static_cast<void>(book.play());
  }
  return best;
}

}  // namespace stoepkrijt::rules
