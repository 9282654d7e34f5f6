// Paying for a winner, at several levels at once: the price in 120-bit fixed point, and new histories.
#include <algorithm>
#include <bit>

#include "rules/mes_levels.hpp"

namespace stoepkrijt::rules {

namespace {
constexpr unsigned kGridShift = 60;
constexpr double kMostError = 0x1p56;  // of a price in fixed point: far below one grid unit
}  // namespace

/// Returns the levels at which it is sure who pays what; the others are given up.
MesLevels::Lanes MesLevels::buy(std::size_t index, Lanes lanes) {
  const std::span<const Group> groups = alive_of(candidates_[index]);
  lanes = find_poor(groups, lanes);
  if (lanes == 0) return 0;
  Poor poor;
  count_poor(groups, lanes, poor);
  for (Lanes rest = lanes; rest != 0; rest &= rest - 1) {
    const auto lane = static_cast<std::uint32_t>(std::countr_zero(rest));
    if (!price(index, lane, poor)) lanes &= ~(Lanes{1} << lane);
  }
  if (lanes == 0) return 0;
  make_histories(index, lanes);
  const std::array<std::uint32_t, kMost> old_ids = path_ids_;
  for (Lanes rest = lanes; rest != 0; rest &= rest - 1) {
    const auto lane = static_cast<std::uint32_t>(std::countr_zero(rest));
    paths_[lane].push_back(static_cast<std::uint32_t>(index));
    errors_[lane] += paid_high_[lane] - paid_low_[lane];
    // The path gets the number of the lowest level that takes it; no other path can have that.
    for (Lanes same = lanes;; same &= same - 1) {
      path_ids_[lane] = static_cast<std::uint32_t>(std::countr_zero(same));
      if (old_ids[path_ids_[lane]] == old_ids[lane]) break;
    }
  }
  return lanes;
}

/// Who pays all they have. A level at which that is in doubt is left out.
MesLevels::Lanes MesLevels::find_poor(std::span<const Group> groups, Lanes lanes) {
  poor_.resize(groups.size());
  for (std::size_t g = 0; g < groups.size(); ++g) poor_[g] = emptied_[groups[g].history] & lanes;
  for (Lanes rest = lanes; rest != 0; rest &= rest - 1) {
    const auto lane = static_cast<std::uint32_t>(std::countr_zero(rest));
    const std::int64_t* const purses = purses_[lane].data();
    const std::int64_t poor_below = choice_.price_low[lane] - errors_[lane];
    const std::int64_t rich_from = choice_.price_high[lane];
    std::uint64_t doubt = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {  // by the signs of differences, without branches
      const std::int64_t purse = purses[groups[g].history];
      const std::uint64_t poor = (static_cast<std::uint64_t>(purse - poor_below) >> 63U) | ((poor_[g] >> lane) & 1U);
      const std::uint64_t not_rich = static_cast<std::uint64_t>(purse - rich_from) >> 63U;
      poor_[g] |= static_cast<Lanes>(poor) << lane;
      doubt |= not_rich & ~poor;
    }
    if (doubt != 0) lanes &= ~(Lanes{1} << lane);
  }
  return lanes;
}

/// How many are poor, and which winners those of them who have something left have paid for.
void MesLevels::count_poor(std::span<const Group> groups, Lanes lanes, Poor& poor) {
  common_counts_.assign(candidates_.size(), 0);
  lane_counts_.assign(candidates_.size(), Row{});
  common_people_ = 0;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const std::int64_t people = groups[g].people;
    const Lanes with_money = poor_[g] & ~emptied_[groups[g].history] & lanes;
    if (with_money == lanes) {
      common_people_ += people;
      for (std::uint32_t h = groups[g].history; h != 0; h = parent_[h]) common_counts_[paid_[h]] += people;
      continue;
    }
    for (Lanes rest = poor_[g] & lanes; rest != 0; rest &= rest - 1) {
      poor.people[static_cast<std::uint32_t>(std::countr_zero(rest))] += people;
    }
    if (with_money == 0) continue;
    for (Lanes rest = with_money; rest != 0; rest &= rest - 1) {
      poor.with_money[static_cast<std::uint32_t>(std::countr_zero(rest))] += people;
    }
    for (std::uint32_t h = groups[g].history; h != 0; h = parent_[h]) {
      Row& counts = lane_counts_[paid_[h]];
      for (Lanes rest = with_money; rest != 0; rest &= rest - 1) {
        counts[static_cast<std::uint32_t>(std::countr_zero(rest))] += people;
      }
    }
  }
}

/// The price at one level: (cost - what the poor have) / (the others), where the poor have their start purse less the
/// prices they paid. An error of e in an earlier price weighs as many times as poor people paid it.
bool MesLevels::price(std::size_t index, std::uint32_t lane, const Poor& poor) {
  const Candidate& c = candidates_[index];
  const std::int64_t with_money = common_people_ + poor.with_money[lane];
  const std::int64_t payers = c.people - common_people_ - poor.people[lane];
  if (payers <= 0) return false;
  Int128 left = c.cost - start_[lane] * with_money;
  auto error = static_cast<double>(with_money);
  for (const std::uint32_t winner : paths_[lane]) {
    const std::int64_t people = common_counts_[winner] + lane_counts_[winner][lane];
    if (people == 0) continue;
    left += prices_[winner][lane] * people;
    error += static_cast<double>(people) * price_errors_[winner][lane];
  }
  const Int128 price = left / payers;
  error = error / static_cast<double>(payers) * (1 + 0x1p-20) + 2;
  if (price <= 0 || error > kMostError) return false;
  prices_[index][lane] = price;
  price_errors_[index][lane] = error;
  const auto about = static_cast<Int128>(static_cast<std::int64_t>(error)) + 1;
  const Int128 low = price > about ? price - about : 0;
  paid_low_[lane] = static_cast<std::int64_t>(low >> kGridShift);
  paid_high_[lane] = static_cast<std::int64_t>((price + about) >> kGridShift) + 1;
  return true;
}

/// The histories of the supporters after paying, in child_, with their purses at these levels.
void MesLevels::make_histories(std::size_t index, Lanes lanes) {
  const Candidate& c = candidates_[index];
  const std::span<const Group> groups = std::span(groups_).subspan(c.groups, std::size_t{c.alive} + c.gone);
  poor_.resize(groups.size(), ~Lanes{0});  // whose purses are empty everywhere
  if (child_.size() < histories_) child_.resize(2 * std::size_t{histories_});
  after_.resize(groups.size());
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const std::uint32_t after = history_after(groups[g].history, static_cast<std::uint32_t>(index));
    child_[groups[g].history] = after;
    after_[g] = after;
    emptied_[after] |= poor_[g] & lanes;
  }
  if (tally_.size() < histories_) tally_.resize(2 * std::size_t{histories_}, 0);
  for (Lanes rest = lanes; rest != 0; rest &= rest - 1) {
    const auto lane = static_cast<std::uint32_t>(std::countr_zero(rest));
    if (purses_[lane].size() < histories_) purses_[lane].resize(histories_ + std::size_t{histories_} / 2);
    std::int64_t* const purses = purses_[lane].data();
    const std::int64_t price = paid_high_[lane];
    for (std::size_t g = 0; g < groups.size(); ++g) {
      // Never below zero: a true purse is not, and the error bound then still covers it.
      const std::int64_t left = std::max<std::int64_t>(0, purses[groups[g].history] - price);
      purses[after_[g]] = left & (static_cast<std::int64_t>((poor_[g] >> lane) & 1U) - 1);
    }
  }
}

/// The history with one more winner; made when it is new.
std::uint32_t MesLevels::history_after(std::uint32_t history, std::uint32_t candidate) {
  const Step& last = last_steps_[history];
  if (last.after != 0 && last.candidate == candidate) return last.after;  // as another node asked before
  const std::uint32_t after = find_history(history, candidate);
  last_steps_[history] = {candidate, after};
  return after;
}

std::uint32_t MesLevels::find_history(std::uint32_t history, std::uint32_t candidate) {
  std::uint64_t mixed = (std::uint64_t{candidate} + 1) * 0x9E3779B97F4A7C15ULL;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  const std::uint64_t hash = hashes_[history] + (mixed ^ (mixed >> 27U));  // of a set: the order does not matter
  const std::size_t mask = table_.size() - 1;
  const std::size_t word = candidate / 64;
  const std::uint64_t bit = std::uint64_t{1} << (candidate % 64);
  std::size_t place = static_cast<std::size_t>(hash >> 20U) & mask;
  for (; table_[place] != 0; place = (place + 1) & mask) {
    const std::uint32_t found = table_[place] - 1;
    if (hashes_[found] != hash) continue;
    bool same = true;
    for (std::size_t w = 0; w < words_ && same; ++w) {
      same = sets_[found * words_ + w] == (sets_[history * words_ + w] | (w == word ? bit : 0));
    }
    if (same) return found;
  }
  const std::uint32_t fresh = histories_++;
  table_[place] = fresh + 1;
  hashes_.push_back(hash);
  for (std::size_t w = 0; w < words_; ++w) {
    const std::uint64_t set = sets_[history * words_ + w];
    sets_.push_back(set | (w == word ? bit : 0));
  }
  emptied_.push_back(0);
  parent_.push_back(history);
  paid_.push_back(candidate);
  last_steps_.emplace_back();
  if (2 * std::size_t{histories_} > table_.size()) grow_table();
  return fresh;
}

void MesLevels::grow_table() {
  table_.assign(4 * table_.size(), 0);
  const std::size_t mask = table_.size() - 1;
  for (std::uint32_t h = 1; h < histories_; ++h) {
    std::size_t place = static_cast<std::size_t>(hashes_[h] >> 20U) & mask;
    while (table_[place] != 0) place = (place + 1) & mask;
    table_[place] = h + 1;
  }
}

}  // namespace stoepkrijt::rules
