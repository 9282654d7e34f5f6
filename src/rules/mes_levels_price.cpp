// What a project costs its supporters, at several levels at once: certified bounds.
#include <algorithm>
#include <bit>

#include "rules/mes_levels.hpp"

namespace stoepkrijt::rules {

namespace {
std::int64_t ceil_divide(std::int64_t a, std::int64_t b) { return a > 0 ? (a - 1) / b + 1 : a / b; }
}  // namespace

/// The supporters that may have something left, by history.
void MesLevels::gather(Candidate& c) {
  const std::span<const std::uint32_t> from = ballots_of(c);
  const std::size_t first = groups_used_;
  const std::size_t room = first + std::min<std::size_t>(from.size(), histories_) + 1;
  if (groups_.size() < room) groups_.resize(room * 2);
  Group* const found = groups_.data() + first;
  const Ballots* const ballots = ballots_.data();
  std::int64_t* const tally = tally_.data();
  std::size_t many = 0;
  std::size_t gone = 0;
  for (const std::uint32_t ballot : from) {  // no branches: nothing here could be foreseen
    const auto [history, count] = ballots[ballot];
    std::int64_t& people = tally[history];
    found[many].history = history;
    many += people == 0 ? 1U : 0U;
    gone += history == 0 ? 1U : 0U;
    people += count;
  }
  std::size_t used = 0;
  c.people = 0;
  for (std::size_t i = 0; i < many; ++i) {
    const std::uint32_t history = found[i].history;
    const std::int64_t people = tally[history];
    tally[history] = 0;
    if (history == 0) continue;
    found[used++] = {history, people};
    c.people += people;
  }
  c.groups = first;
  c.groups_count = static_cast<std::uint32_t>(used);
  groups_used_ = first + used;
  if (gone > from.size() / 4) drop_gone(c, from.size() - gone);
}

/// The list of ballots without those that have nothing left at any level.
void MesLevels::drop_gone(Candidate& c, std::size_t left) {
  if (arena_.size() < arena_used_ + left) arena_.resize((arena_used_ + left) * 2);
  std::uint32_t* to = arena_.data() + arena_used_;
  for (const std::uint32_t ballot : ballots_of(c)) {
    if (ballots_[ballot].history != 0) *to++ = ballot;
  }
  c.view = arena_used_;
  c.count = static_cast<std::uint32_t>(left);
  c.fresh = false;
  arena_used_ += left;
}

/// From the largest purses down: with the same winners before, larger purses at the start never make a price higher (no
/// purse is then smaller, by induction over the rounds). So what bounds a price from below does so at all lower levels.
void MesLevels::evaluate(std::size_t index, Lanes lanes) {
  gather(candidates_[index]);
  const double by = candidates_[index].ratio_low;
  Row& low = price_low_[index];
  while (lanes != 0) {
    const std::uint32_t first = (static_cast<std::uint32_t>(std::bit_width(lanes)) - 1) / kChunk * kChunk;
    const Lanes chunk = lanes & (kChunkLanes << first);
    evaluate_chunk(index, first, chunk);
    const std::int64_t bound = low[static_cast<std::uint32_t>(std::countr_zero(chunk))];
    lanes &= ~chunk;
    for (Lanes rest = lanes; rest != 0; rest &= rest - 1) {
      const auto lane = static_cast<std::uint32_t>(std::countr_zero(rest));
      low[lane] = std::max(low[lane], bound);
      if (low[lane] == kOut || static_cast<double>(low[lane]) * by > choice_.ratio_high[lane]) {
        lanes &= ~(Lanes{1} << lane);
      }
    }
  }
}

/// One pass over the histories: how many have less than the threshold, how much they and all have together.
template <bool kAll>
MesLevels::Pass MesLevels::pass(std::span<const Group> groups, const Quad* purses, const Quad& threshold) {
  Pass p;
  const auto add = [&]<std::size_t... kLane>(std::index_sequence<kLane...>) {
    for (const Group& group : groups) {
      const Quad& purse = purses[group.history];
      // No branches: all ones when below the threshold, else zero.
      const std::int64_t poor[] = {(group.people & ((purse[kLane] - threshold[kLane]) >> 63U))...};
      ((p.poor[kLane] += poor[kLane]), ...);
      ((p.poor_money[kLane] += poor[kLane] * purse[kLane]), ...);
      if constexpr (kAll) ((p.money[kLane] += group.people * purse[kLane]), ...);
    }
  };
  add(std::make_index_sequence<kChunk>());
  return p;
}

/// Newton's method from below. For any set P of supporters, (cost - sum over P) / (others) is at most the price: the
/// low bound, with purses m + error. When those with m below a threshold t are P, and t is no less than the price that
/// P gives, then everybody paying min(m, t) is enough: t is the high bound.
void MesLevels::evaluate_chunk(std::size_t index, std::uint32_t first, Lanes lanes) {
  const Candidate& c = candidates_[index];
  const std::span<const Group> groups = groups_of(c);
  const Quad* purses = purses_[first / kChunk].data();
  std::int64_t* low = price_low_[index].data() + first;
  Quad threshold{};
  Quad before{};
  for (std::uint32_t i = 0; i < kChunk; ++i) threshold[i] = ((lanes >> (first + i)) & 1U) != 0 ? low[i] : 0;
  for (bool again = false; lanes != 0; again = true) {
    const Pass p = again ? pass<false>(groups, purses, threshold) : pass<true>(groups, purses, threshold);
    for (Lanes rest = lanes; rest != 0; rest &= rest - 1) {
      const auto lane = static_cast<std::uint32_t>(std::countr_zero(rest));
      const std::uint32_t i = lane - first;
      const Lanes bit = Lanes{1} << lane;
      const bool in_doubt = !again && p.money[i] < c.cost_high;  // whether they can pay at all
      if (in_doubt && p.money[i] + c.people * error_ < c.cost_low) {
        low[i] = kOut;
        lanes &= ~bit;
        continue;
      }
      const std::int64_t payers = c.people - p.poor[i];
      if (payers > 0) low[i] = std::max(low[i], (c.cost_low - p.poor_money[i] - p.poor[i] * error_) / payers);
      if (static_cast<double>(low[i]) * c.ratio_low > choice_.ratio_high[lane]) {
        lanes &= ~bit;
        continue;
      }
      if (payers == 0 || in_doubt) {
        offer(index, lane, kOut, 0);
        lanes &= ~bit;
        continue;
      }
      if (again && p.poor[i] == before[i]) {
        offer(index, lane, threshold[i], p.poor[i] == 0 ? payers : 0);
        lanes &= ~bit;
      }
      before[i] = p.poor[i];
      // Never back: it has to end.
      threshold[i] = std::max(threshold[i], ceil_divide(c.cost_high - p.poor_money[i], payers));
    }
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
