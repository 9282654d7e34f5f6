// The exact half of MesEngine: what fixed point could not decide, and what is paid.
#include <algorithm>
#include <utility>

#include "rules/mes_engine.hpp"

namespace stoepkrijt::rules {

namespace {

BigInt big(std::int64_t value) { return BigInt(value); }

}  // namespace

/// The paid winners on a ballot, in order of selection: with the start purse they give the exact purse.
void MesEngine::collect_history(std::uint32_t ballot, std::vector<std::uint32_t>& history) const {
  history.clear();
  for (const ProjectIndex p : election_.ballots[ballot].projects) {
    if (won_[p] >= 0) history.push_back(static_cast<std::uint32_t>(won_[p]));
  }
  std::sort(history.begin(), history.end());
}

/// Adds a ballot's people to counts_, by winner that they have paid. The last place collects what is no winner.
void MesEngine::count_history(std::uint32_t ballot) {
  const std::int64_t weight = purses_[ballot].weight;
  const std::size_t none = counts_.size() - 1;
  for (const ProjectIndex p : election_.ballots[ballot].projects) {
    const std::int32_t won = won_[p];
    counts_[won < 0 ? none : static_cast<std::size_t>(won)] += weight;
  }
}

/// What `people` had at the start, less what counts_ says they have paid; over denominator_.
BigInt MesEngine::money_of_counted(std::int64_t people) const {
  BigInt money = start_purse_ * big(people);
  for (std::size_t j = 0; j < prices_.size(); ++j) {
    if (counts_[j] != 0) money -= prices_[j] * big(counts_[j]);
  }
  return money;
}

bool MesEngine::can_pay_exactly(const Candidate& c) {
  counts_.assign(prices_.size() + 1, 0);
  std::int64_t people = 0;
  for (std::uint32_t i = c.begin; i < c.end; ++i) {
    const std::uint32_t ballot = supporters_[i];
    people += purses_[ballot].weight;
    count_history(ballot);
  }
  return money_of_counted(people) >= costs_[c.project] * denominator_;
}

/// The exact price, and in emptied_ the supporters who pay all they have. Those in doubt are sorted out by their exact
/// purses, poorest first: each that has less than the price so far pays all and leaves more to the others.
MesEngine::ExactPrice MesEngine::exact_price(const Candidate& c) {
  struct Doubt {
    std::vector<std::uint32_t> history;
    std::int64_t people = 0;
    BigInt purse;
    std::vector<std::uint32_t> ballots;
  };
  emptied_.clear();
  counts_.assign(prices_.size() + 1, 0);
  std::int64_t poor = 0;
  std::int64_t people = 0;
  std::vector<std::pair<std::vector<std::uint32_t>, std::uint32_t>> doubtful;
  for (std::uint32_t i = c.begin; i < c.end; ++i) {
    const std::uint32_t ballot = supporters_[i];
    const auto [money, weight] = purses_[ballot];
    if (money == kEmpty) continue;
    people += weight;
    if (money >= c.price_high) continue;
    if (money + error_ < c.price_low) {
      poor += weight;
      emptied_.push_back(ballot);
      count_history(ballot);
    } else {
      doubtful.emplace_back(std::vector<std::uint32_t>{}, ballot);
      collect_history(ballot, doubtful.back().first);
    }
  }
  ExactPrice price;
  price.numerator = costs_[c.project] * denominator_ - money_of_counted(poor);
  price.payers = people - poor;

  std::sort(doubtful.begin(), doubtful.end());
  std::vector<Doubt> groups;
  for (auto& [history, ballot] : doubtful) {
    if (groups.empty() || groups.back().history != history) {
      Doubt group;
      group.history = std::move(history);
      group.purse = start_purse_;
      for (const std::uint32_t j : group.history) group.purse -= prices_[j];
      groups.push_back(std::move(group));
    }
    groups.back().people += purses_[ballot].weight;
    groups.back().ballots.push_back(ballot);
  }
  std::sort(groups.begin(), groups.end(), [](const Doubt& a, const Doubt& b) { return a.purse < b.purse; });
  for (const Doubt& group : groups) {
    const std::strong_ordering order = group.purse * big(price.payers) <=> price.numerator;
    if (order > 0) break;
    emptied_.insert(emptied_.end(), group.ballots.begin(), group.ballots.end());
    if (order == 0) continue;  // has exactly the price: pays as one who can
    price.numerator -= group.purse * big(group.people);
    price.payers -= group.people;
    SK_CHECK(price.payers > 0);
  }
  return price;
}

int MesEngine::compare_exactly(const Candidate& a, const Candidate& b) {
  const ExactPrice x = exact_price(a);
  const ExactPrice y = exact_price(b);
  BigInt left = x.numerator * big(y.payers);
  BigInt right = y.numerator * big(x.payers);
  if (utility_ == Utility::kCost) {
    left *= costs_[b.project];
    right *= costs_[a.project];
  }
  return left < right ? -1 : (left > right ? 1 : 0);
}

void MesEngine::buy(const Candidate& c) {
  const ExactPrice price = exact_price(c);
  // One denominator for all: times what is left of the number of payers after cancelling.
  const BigInt common = BigInt::gcd(price.numerator, big(price.payers));
  const BigInt factor = big(price.payers) / common;
  const BigInt numerator = price.numerator / common;
  if (factor != BigInt(1)) {
    denominator_ *= factor;
    start_purse_ *= factor;
    for (BigInt& earlier : prices_) earlier *= factor;
  }
  bool exact = false;
  const std::int64_t low = fixed(numerator, denominator_, exact);
  const std::int64_t high = low + (exact ? 0 : 1);
  for (const std::uint32_t ballot : emptied_) purses_[ballot].money = kEmpty;
  for (std::uint32_t i = c.begin; i < c.end; ++i) {
    std::int64_t& purse = purses_[supporters_[i]].money;
    // Never below zero: a true purse is not, and the error bound then still covers it.
    if (purse != kEmpty) purse = std::max<std::int64_t>(0, purse - high);
  }
  error_ += exact ? 0 : 1;
  won_[c.project] = static_cast<std::int32_t>(prices_.size());
  prices_.push_back(numerator);
}

}  // namespace stoepkrijt::rules
