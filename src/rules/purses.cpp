#include "rules/purses.hpp"

#include <algorithm>
#include <map>
#include <type_traits>

namespace stoepkrijt::rules {

namespace {
constexpr std::uint32_t kStart = 1;
Ratio whole(std::uint64_t value) { return Ratio(BigInt::from_unsigned(value), BigInt(1)); }
}  // namespace

Supporters supporters_of(const Election& election, const Utilities& utilities) {
  Supporters out;
  out.of.resize(election.projects.size());
  out.people.resize(election.projects.size());
  out.weights.emplace_back(1);
  std::map<Ratio, std::uint32_t> known{{Ratio(1), 0}};
  for (std::uint32_t b = 0; b < election.ballots.size(); ++b) {
    const Ballot& ballot = election.ballots[b];
    if (ballot.count == 0) continue;
    for (std::size_t place = 0; place < ballot.projects.size(); ++place) {
      std::uint32_t index = 0;
      if (!utilities.plain()) {
        const Ratio weight = utilities.weight(b, place);
        if (weight.is_zero() || weight.is_negative()) continue;
        const auto [entry, added] = known.try_emplace(weight, static_cast<std::uint32_t>(out.weights.size()));
        if (added) out.weights.push_back(weight);
        index = entry->second;
      }
      out.of[ballot.projects[place]].push_back({b, index});
      out.people[ballot.projects[place]] += ballot.count;
    }
  }
  for (const Ratio& weight : out.weights) out.weight_bounds.push_back(bounds_of(weight));
  return out;
}

template <class Numbers>
PurseBookIn<Numbers>::PurseBookIn(const Numbers& numbers, std::size_t ballots, const Ratio& purse,
                                  const Supporters& supporters)
    : numbers_(numbers),
      supporters_(supporters),
      of_ballot_(ballots, purse.is_zero() ? kEmpty : kStart),
      denominator_(purse.denominator()),
      start_(purse.numerator()) {
  weights_.reserve(supporters.weights.size());
  for (const Ratio& weight : supporters.weights) weights_.push_back(numbers.number(weight));
  states_.resize(2);
  states_[kEmpty].exact = numbers.number(Ratio(0));
  states_[kStart].bounds = bounds_of(purse);
  states_[kStart].exact = numbers.number(purse);
}

template <class Numbers>
const typename Numbers::Number& PurseBookIn<Numbers>::exact(State state) {
  if (states_[state].exact) return *states_[state].exact;
  if constexpr (std::is_same_v<Numbers, FineNumbers>) {
    Number value = *states_[kStart].exact;
    for (State s = state; s != kStart; s = states_[s].parent) {
      value -= fine_prices_[states_[s].round] * weights_[states_[s].weight];
    }
    states_[state].exact = std::move(value);
  } else {
    BigInt numerator = start_;
    Ratio weighted;
    for (State s = state; s != kStart; s = states_[s].parent) {
      if (states_[s].weight == 0) {
        numerator -= prices_[states_[s].round];
      } else {
        weighted += Ratio(prices_[states_[s].round], BigInt(1)) * weights_[states_[s].weight];
      }
    }
    Ratio value(std::move(numerator), denominator_);
    if (!weighted.is_zero()) value -= weighted / Ratio(denominator_, BigInt(1));
    states_[state].exact = std::move(value);
  }
  return *states_[state].exact;
}

template <class Numbers>
typename Numbers::Number PurseBookIn<Numbers>::sum(const std::vector<std::pair<State, std::uint64_t>>& people) const {
  std::uint64_t all = 0;
  std::unordered_map<std::uint64_t, std::uint64_t> paid;  // people by round and weight
  for (const auto& [state, count] : people) {
    if (state == kEmpty) continue;
    all += count;
    for (State s = state; s != kStart; s = states_[s].parent) {
      paid[(std::uint64_t{states_[s].round} << 32U) | states_[s].weight] += count;
    }
  }
  if constexpr (std::is_same_v<Numbers, FineNumbers>) {
    std::vector<Number> by_round(fine_prices_.size());
    for (const auto& [key, count] : paid)
      by_round[key >> 32U] += weights_[static_cast<std::uint32_t>(key)] * whole(count);
    Number total = *states_[kStart].exact * whole(all);
    for (std::size_t r = 0; r < by_round.size(); ++r) total -= by_round[r] * fine_prices_[r];
    return total;
  } else {
    BigInt numerator = start_ * BigInt::from_unsigned(all);
    Ratio weighted;
    for (const auto& [key, count] : paid) {
      const BigInt amount = prices_[key >> 32U] * BigInt::from_unsigned(count);
      const auto weight = static_cast<std::uint32_t>(key);
      if (weight == 0) {
        numerator -= amount;
      } else {
        weighted += Ratio(amount, BigInt(1)) * weights_[weight];
      }
    }
    Ratio total(std::move(numerator), denominator_);
    if (!weighted.is_zero()) total -= weighted / Ratio(denominator_, BigInt(1));
    return total;
  }
}

template <class Numbers>
void PurseBookIn<Numbers>::add_price(const Number& price) {
  if constexpr (std::is_same_v<Numbers, FineNumbers>) {
    fine_prices_.push_back(price);
    prices_.emplace_back();
  } else {
    const BigInt common = BigInt::gcd(denominator_, price.denominator());
    const BigInt factor = price.denominator() / common;
    if (factor != BigInt(1)) {
      start_ *= factor;
      for (BigInt& earlier : prices_) earlier *= factor;
      denominator_ *= factor;
    }
    prices_.push_back(price.numerator() * (denominator_ / price.denominator()));
  }
}

template <class Numbers>
void PurseBookIn<Numbers>::open_round(const Number& price) {
  add_price(price);
  price_ = price;
  price_bounds_ = bounds_of(price);
  children_.clear();
}

template <class Numbers>
typename PurseBookIn<Numbers>::State PurseBookIn<Numbers>::child(State state, std::uint32_t weight) {
  const std::uint64_t key = (std::uint64_t{state} << 32U) | weight;
  const auto [entry, added] = children_.try_emplace(key, kEmpty);
  if (!added) return entry->second;
  const Bounds asked = weight == 0 ? price_bounds_ : price_bounds_ * supporters_.weight_bounds[weight];
  const Bounds& has = states_[state].bounds;
  bool keeps = asked.certainly_below(has);
  if (!keeps && !has.certainly_below(asked)) keeps = price_ * weights_[weight] < exact(state);
  if (keeps) {
    Entry next;
    next.bounds = states_[state].bounds - asked;
    next.parent = state;
    next.round = static_cast<std::uint32_t>(prices_.size() - 1);
    next.weight = weight;
    entry->second = static_cast<State>(states_.size());
    states_.push_back(std::move(next));
  }
  return entry->second;
}

template <class Numbers>
typename Numbers::Number PurseBookIn<Numbers>::pay(std::uint32_t ballot, std::uint32_t weight) {
  const State before = of_ballot_[ballot];
  if (before == kEmpty) return numbers_.number(Ratio(0));
  const State after = child(before, weight);
  of_ballot_[ballot] = after;
  if (after == kEmpty) return exact(before);
  return weight == 0 ? price_ : price_ * weights_[weight];
}

template <class Numbers>
typename Numbers::Number PurseBookIn<Numbers>::pay_all(std::uint32_t ballot) {
  const State before = of_ballot_[ballot];
  of_ballot_[ballot] = kEmpty;
  return exact(before);
}

template class PurseBookIn<Fractions>;
template class PurseBookIn<FineNumbers>;

}  // namespace stoepkrijt::rules
