// What a project costs its supporters, at several levels at once: certified bounds.
#include <algorithm>
#include <bit>

#include "rules/mes_levels.hpp"

namespace stoepkrijt::rules {

namespace {
std::int64_t ceil_divide(std::int64_t a, std::int64_t b) { return a > 0 ? (a - 1) / b + 1 : a / b; }
}  // namespace

/// The supporters by history.
void MesLevels::gather(const Node& node, Candidate& c) {
  const std::span<const std::uint32_t> from = engine_.supporters(c.project);
  const std::size_t first = groups_used_;
  const std::size_t room = first + std::min<std::size_t>(from.size(), histories_) + 1;
  if (groups_.size() < room) groups_.resize(room * 2);
  Group* const found = groups_.data() + first;
  const std::uint32_t* const histories = node.histories.data();
  const std::uint32_t* const count = people_.data();
  std::uint32_t* const tally = tally_.data();
  std::size_t many = 0;
  for (const std::uint32_t ballot : from) {  // no branches: nothing here could be foreseen
    const std::uint32_t history = histories[ballot];
    std::uint32_t& people = tally[history];
    found[many].history = history;
    many += people == 0 ? 1U : 0U;
    people += count[ballot];
  }
  std::size_t alive = 0;
  c.people = 0;
  for (std::size_t i = 0; i < many; ++i) {
    const std::uint32_t history = found[i].history;
    found[i].people = tally[history];
    tally[history] = 0;
    if ((node.lanes & ~emptied_[history]) == 0) continue;
    c.people += found[i].people;
    std::swap(found[i], found[alive++]);
  }
  c.groups = first;
  c.alive = static_cast<std::uint32_t>(alive);
  c.gone = static_cast<std::uint32_t>(many - alive);
  groups_used_ = first + many;
}

/// From the largest purses down: with the same winners before in the same order, larger purses at the start never make
/// a price higher (no purse is then smaller, by induction over the rounds). So what bounds a price from below does so
/// at all lower levels of the same path.
void MesLevels::evaluate(const Node& node, std::size_t index, Lanes lanes) {
  gather(node, candidates_[index]);
  const double by = candidates_[index].ratio_low;
  Row& low = price_low_[index];
  while (lanes != 0) {
    const auto highest = static_cast<std::uint32_t>(std::bit_width(lanes)) - 1;
    evaluate_level(index, highest);
    lanes &= ~(Lanes{1} << highest);
    for (Lanes rest = lanes; rest != 0; rest &= rest - 1) {
      const auto lane = static_cast<std::uint32_t>(std::countr_zero(rest));
      if (path_ids_[lane] != path_ids_[highest]) continue;
      low[lane] = std::max(low[lane], low[highest]);
      if (low[lane] == kOut || static_cast<double>(low[lane]) * by > choice_.ratio_high[lane]) {
        lanes &= ~(Lanes{1} << lane);
      }
    }
  }
}

/// One pass over the histories, without branches: all ones when below the threshold, else zero.
MesLevels::Below MesLevels::below(std::span<const Group> groups, const std::int64_t* purses, std::int64_t threshold) {
  Below sum;
  for (const Group& group : groups) {
    const std::int64_t purse = purses[group.history];
    const std::int64_t people = std::int64_t{group.people} & ((purse - threshold) >> 63U);
    sum.people += people;
    sum.money += people * purse;
  }
  return sum;
}

/// Newton's method from below. For any set P of supporters, (cost - sum over P) / (others) is at most the price: the
/// low bound, with purses m + error. When those with m below a threshold t are P, and t is no less than the price that
/// P gives, then everybody paying min(m, t) is enough: t is the high bound, and they can pay. When they cannot, the
/// threshold rises until all are below it.
void MesLevels::evaluate_level(std::size_t index, std::uint32_t lane) {
  const Candidate& c = candidates_[index];
  const std::span<const Group> groups = alive_of(c);
  const std::int64_t* const purses = purses_[lane].data();
  const std::int64_t error = errors_[lane];
  std::int64_t& low = price_low_[index][lane];
  std::int64_t threshold = low;
  std::int64_t before = -1;
  for (;;) {
    const Below poor = below(groups, purses, threshold);
    const std::int64_t payers = c.people - poor.people;
    if (payers == 0) {  // all together do not have enough, or it is in doubt
      if (poor.money + c.people * error < c.cost_low) {
        low = kOut;
      } else {
        offer(index, lane, kOut, 0);
      }
      return;
    }
    low = std::max(low, (c.cost_low - poor.money - poor.people * error) / payers);
    if (static_cast<double>(low) * c.ratio_low > choice_.ratio_high[lane]) return;
    if (poor.people == before) return offer(index, lane, threshold, poor.people == 0 ? payers : 0);
    before = poor.people;
    threshold = std::max(threshold, ceil_divide(c.cost_high - poor.money, payers));  // never back: it has to end
  }
}

/// Whether it is the best so far at this level. Bounds that overlap leave a doubt, unless another is better than both.
void MesLevels::offer(std::size_t index, std::uint32_t lane, std::int64_t price_high, std::int64_t all_pay) {
  const Candidate& c = candidates_[index];
  const std::int64_t price_low = price_low_[index][lane];
  const double ratio_low = static_cast<double>(price_low) * c.ratio_low;
  const double ratio_high =
      price_high == kOut ? std::numeric_limits<double>::infinity() : static_cast<double>(price_high) * c.ratio_high;
  const Lanes bit = Lanes{1} << lane;
  Choice& now = choice_;
  if (ratio_low > now.ratio_high[lane]) return;
  bool better = ratio_high < now.ratio_low[lane];
  if (better || now.best[lane] < 0) {
    now.doubt &= ~bit;
    if (price_high == kOut) now.doubt |= bit;
    better = true;
  } else if ((now.doubt & bit) == 0 && all_pay > 0 && now.all_pay[lane] > 0) {
    const auto best = static_cast<std::size_t>(now.best[lane]);
    const int order = compare_when_all_pay(index, all_pay, best, now.all_pay[lane]);
    better = order < 0 || (order == 0 && engine_.tie_rank(c.project) < engine_.tie_rank(candidates_[best].project));
  } else {
    now.doubt |= bit;
    now.ratio_low[lane] = std::min(now.ratio_low[lane], ratio_low);
    now.ratio_high[lane] = std::min(now.ratio_high[lane], ratio_high);
    return;
  }
  if (!better) return;
  now.best[lane] = static_cast<std::int32_t>(index);
  now.ratio_low[lane] = ratio_low;
  now.ratio_high[lane] = ratio_high;
  now.price_low[lane] = price_low;
  now.price_high[lane] = price_high;
  now.all_pay[lane] = all_pay;
}

/// Everybody pays cost / payers: per unit of utility that is 1 / payers with cost utility.
int MesLevels::compare_when_all_pay(std::size_t a, std::int64_t payers_a, std::size_t b, std::int64_t payers_b) const {
  if (engine_.utility() == Utility::kCost) return payers_a > payers_b ? -1 : (payers_a < payers_b ? 1 : 0);
  const BigInt left = engine_.costs()[candidates_[a].project] * BigInt(payers_b);
  const BigInt right = engine_.costs()[candidates_[b].project] * BigInt(payers_a);
  return left < right ? -1 : (left > right ? 1 : 0);
}

}  // namespace stoepkrijt::rules
