#include "rules/bos_price.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "base/check.hpp"

namespace stoepkrijt::rules {

namespace {
Ratio whole_number(std::uint64_t value) { return Ratio(BigInt::from_unsigned(value), BigInt(1)); }
constexpr Bounds kUnknown{0, std::numeric_limits<double>::infinity()};
/// What a purse may seem to be less, relatively, when it is looked at as ratio · weight (proved: 2^-48).
Bounds slackened(const Bounds& bounds) { return {bounds.low * (1 - 0x1p-40), bounds.high}; }
}  // namespace

template <class Numbers>
BosPricer<Numbers>::BosPricer(const Numbers& numbers, const Election& election, const Supporters& supporters,
                              Book& book)
    : numbers_(numbers), election_(election), supporters_(supporters), book_(book) {}

template <class Numbers>
bool BosPricer<Numbers>::look(ProjectIndex project, const std::vector<Supporter>& supporters) {
  cost_ = numbers_.number(election_.projects[project].cost);
  cost_bounds_ = bounds_of(election_.projects[project].cost);
  candidates_.clear();
  gather(supporters);
  if (levels_.empty()) return false;
  scan();
  return true;
}

template <class Numbers>
void BosPricer<Numbers>::gather(const std::vector<Supporter>& supporters) {
  levels_.clear();
  std::unordered_map<std::uint64_t, std::size_t> weighted;
  for (const Supporter& supporter : supporters) {
    const typename Book::State state = book_.state(supporter.ballot);
    if (state == Book::kEmpty) continue;
    std::size_t place = levels_.size();
    if (supporter.weight == 0) {
      if (state >= place_.size()) place_.resize(state + 1);
      if (place_[state] == 0) {
        place_[state] = static_cast<std::uint32_t>(place + 1);
      } else {
        place = place_[state] - 1;
      }
    } else {
      place = weighted.try_emplace((std::uint64_t{state} << 32U) | supporter.weight, place).first->second;
    }
    if (place == levels_.size()) {
      Level level;
      level.state = state;
      level.weight = supporter.weight;
      level.purse = book_.bounds(state);
      level.ratio = level.weight == 0 ? level.purse : level.purse / supporters_.weight_bounds[level.weight];
      levels_.push_back(level);
    }
    levels_[place].people += election_.ballots[supporter.ballot].count;
  }
  for (Level& level : levels_) {
    level.people_bounds = bounds_of(level.people);
    if (level.weight == 0) place_[level.state] = 0;
  }
  std::sort(levels_.begin(), levels_.end(), [](const Level& a, const Level& b) { return a.ratio.low < b.ratio.low; });
}

// In the order of the lower bounds, min(b_t, q_s·w_t) lies within the slackened bounds of b_t for t before s and within
// those of q_s·w_t for t after s, also where levels overlap. So what q_s collects lies within `together` below.
template <class Numbers>
void BosPricer<Numbers>::scan() {
  score_ = kUnknown;
  std::vector<Bounds> rests(levels_.size());  // weight of this level and those after it; summed without subtractions
  Bounds rest;
  Bounds all;
  for (std::size_t i = levels_.size(); i-- > 0;) {
    rest = rest + levels_[i].people_bounds * supporters_.weight_bounds[levels_[i].weight];
    all = all + levels_[i].people_bounds * levels_[i].purse;
    rests[i] = rest;
  }
  bool whole_found = all.certainly_below(cost_bounds_);  // or certainly not there
  Bounds paid;                                           // by the levels before this one
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    const Bounds together = slackened(paid) + rests[i] * levels_[i].ratio;
    const bool certain = together.low >= cost_bounds_.high;
    if (!whole_found && together.high >= cost_bounds_.low) {
      const Bounds q = whole_bounds(i, paid, rests[i], certain);
      keep({i, true, q, q});
      whole_found = certain;
    }
    const Bounds missing = cost_bounds_ / least_of(together, cost_bounds_);  // 1/α
    const Bounds price = levels_[i].ratio * missing;
    keep({i, false, price, price * missing});
    if (certain) break;  // a larger q only costs more
    paid = paid + levels_[i].people_bounds * levels_[i].purse;
  }
}

/// The q that funds all. Below: whoever is taken to pay all, (cost − what they pay) / weight of the others is at most
/// q. Above, when this level's q is certain to collect the cost: the true q is not above this level's lower bound, so
/// all from this level on pay q per weight; the others pay all, or q is below the lower bound of the level before.
template <class Numbers>
Bounds BosPricer<Numbers>::whole_bounds(std::size_t level, const Bounds& paid, const Bounds& weight,
                                        bool certain) const {
  Bounds q = (cost_bounds_ - slackened(paid)) / weight;
  if (!certain) q.high = std::numeric_limits<double>::infinity();
  if (level > 0) q.high = std::max(q.high, levels_[level - 1].ratio.low);
  return q;
}

template <class Numbers>
void BosPricer<Numbers>::keep(const Candidate& candidate) {
  if (!candidates_.empty() && score_.certainly_below(candidate.score)) return;
  candidates_.push_back(candidate);
  if (candidates_.size() == 1) {
    score_ = candidate.score;
  } else {
    score_ = least_of(score_, candidate.score);
  }
}

template <class Numbers>
typename Numbers::Number BosPricer<Numbers>::ratio_of(const Level& level) {
  if (level.weight == 0) return book_.exact(level.state);
  return book_.exact(level.state) / book_.weight(level.weight);
}

/// The sum of min(b, q·weight), exact.
template <class Numbers>
typename Numbers::Number BosPricer<Numbers>::collected(const Number& q) {
  const Bounds q_bounds = bounds_of(q);
  std::vector<std::pair<typename Book::State, std::uint64_t>> emptied;
  Number rest;  // weight of those who keep something
  std::uint64_t plain_rest = 0;
  for (const Level& level : levels_) {
    bool pays_all = level.ratio.certainly_below(q_bounds);
    if (!pays_all && !q_bounds.certainly_below(level.ratio)) pays_all = ratio_of(level) <= q;
    if (pays_all) {
      emptied.emplace_back(level.state, level.people);
    } else if (level.weight == 0) {
      plain_rest += level.people;
    } else {
      rest += book_.weight(level.weight) * whole_number(level.people);
    }
  }
  return book_.sum(emptied) + q * (rest + numbers_.number(whole_number(plain_rest)));
}

/// The q with which the supporters pay the whole cost, if they can: exact, by the levels in their true order.
template <class Numbers>
std::optional<typename Numbers::Number> BosPricer<Numbers>::whole_price() {
  std::vector<std::pair<typename Book::State, std::uint64_t>> everybody;
  for (const Level& level : levels_) everybody.emplace_back(level.state, level.people);
  if (book_.sum(everybody) < cost_) return std::nullopt;
  std::vector<const Level*> order;
  for (const Level& level : levels_) order.push_back(&level);
  // Stable: a FineNumber may be in doubt which is less, and then the order is of no use but must do no harm.
  std::stable_sort(order.begin(), order.end(), [&](const Level* a, const Level* b) {
    if (a->ratio.certainly_below(b->ratio)) return true;
    if (b->ratio.certainly_below(a->ratio) || a == b) return false;
    return ratio_of(*a) < ratio_of(*b);
  });
  // The first level whose q collects the cost: collected() rises with q.
  std::size_t low = 0;
  std::size_t high = order.size() - 1;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (collected(ratio_of(*order[middle])) >= cost_) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  std::vector<std::pair<typename Book::State, std::uint64_t>> before;
  Number weight;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i < low) {
      before.emplace_back(order[i]->state, order[i]->people);
    } else {
      weight += book_.weight(order[i]->weight) * whole_number(order[i]->people);
    }
  }
  return (cost_ - book_.sum(before)) / weight;
}

template <class Numbers>
BosOffer<typename Numbers::Number> BosPricer<Numbers>::offer() {
  std::optional<BosOffer<Number>> best;
  for (const Candidate& candidate : candidates_) {
    if (score_.certainly_below(candidate.score)) continue;
    BosOffer<Number> offer;
    if (candidate.whole) {
      const std::optional<Number> q = whole_price();
      if (!q) continue;
      offer = {*q, *q};
    } else {
      const Number q = ratio_of(levels_[candidate.level]);
      const Number part = std::min(cost_, collected(q));
      const Number missing = cost_ / part;
      offer = {q * missing * missing, q * missing};
    }
    // Of equal scores the larger part: with score = q/α² and price = q/α, α = price/score, so the larger price.
    if (!best || offer.score < best->score || (offer.score == best->score && offer.price > best->price)) best = offer;
  }
  SK_CHECK(best.has_value());
  return *best;
}

template <class Numbers>
std::optional<typename Numbers::Number> BosPricer<Numbers>::price_if_anything_is_left() {
  const Candidate* only = nullptr;
  for (const Candidate& candidate : candidates_) {
    if (score_.certainly_below(candidate.score)) continue;
    if (only != nullptr) return offer().price;
    only = &candidate;
  }
  const bool all_pay_all = std::all_of(levels_.begin(), levels_.end(),
                                       [&](const Level& level) { return level.ratio.certainly_below(only->price); });
  if (all_pay_all) return std::nullopt;
  return offer().price;
}

template class BosPricer<Fractions>;
template class BosPricer<FineNumbers>;

}  // namespace stoepkrijt::rules
