// Paying for a winner, at several levels at once: the price in 120-bit fixed point, and new histories.
#include <algorithm>
#include <bit>
#include <limits>

#include "rules/mes_levels.hpp"

namespace stoepkrijt::rules {

namespace {
constexpr unsigned kGridShift = 60;
constexpr double kMostError = 0x1p56;  // of a price in fixed point: far below one grid unit
}  // namespace

/// Returns the levels at which it is sure who pays what; the others are given up.
MesLevels::Lanes MesLevels::buy(std::size_t index, Lanes lanes) {
  Candidate& c = candidates_[index];
  const std::span<const Group> groups = groups_of(c);
  Poor poor;
  lanes = find_poor(groups, lanes);
  if (lanes == 0) return 0;
  count_poor(groups, lanes, poor);
  prices_.emplace_back();
  price_errors_.emplace_back();
  std::int64_t widest = 0;
  for (Lanes rest = lanes; rest != 0; rest &= rest - 1) {
    const auto lane = static_cast<std::uint32_t>(std::countr_zero(rest));
    if (price(c, lane, poor)) {
      widest = std::max(widest, paid_high_[lane] - paid_low_[lane]);
    } else {
      lanes &= ~(Lanes{1} << lane);
    }
  }
  if (lanes == 0) return 0;
  make_histories(groups, lanes);
  move_people(c);
  error_ += widest;
  c.least = std::numeric_limits<double>::infinity();
  path_.push_back(c.project);
  return lanes;
}

/// Who pays all they have. A level at which that is in doubt is left out.
MesLevels::Lanes MesLevels::find_poor(std::span<const Group> groups, Lanes lanes) {
  poor_.assign(groups.size(), 0);
  not_rich_.assign(groups.size(), 0);
  for (std::uint32_t chunk = 0; chunk < kMost / kChunk; ++chunk) {
    if ((lanes & (kChunkLanes << (chunk * kChunk))) == 0) continue;
    const Quad* purses = purses_[chunk].data();
    for (std::uint32_t i = 0; i < kChunk; ++i) {
      const std::uint32_t lane = chunk * kChunk + i;
      const std::int64_t poor_below = choice_.price_low[lane] - error_;
      const std::int64_t rich_from = choice_.price_high[lane];
      for (std::size_t g = 0; g < groups.size(); ++g) {  // the sign of the difference, without branches
        const std::int64_t purse = purses[groups[g].history][i];
        poor_[g] |= static_cast<Lanes>(static_cast<std::uint64_t>(purse - poor_below) >> 63U) << lane;
        not_rich_[g] |= static_cast<Lanes>(static_cast<std::uint64_t>(purse - rich_from) >> 63U) << lane;
      }
    }
  }
  Lanes doubt = 0;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    poor_[g] = (poor_[g] | emptied_[groups[g].history]) & lanes;
    doubt |= not_rich_[g] & ~poor_[g];
  }
  return lanes & ~doubt;
}

/// How many are poor, and which winners those of them who have something left have paid for.
void MesLevels::count_poor(std::span<const Group> groups, Lanes lanes, Poor& poor) {
  common_counts_.assign(path_.size(), 0);
  lane_counts_.assign(path_.size(), Row{});
  common_people_ = 0;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const std::int64_t people = groups[g].people;
    const Lanes with_money = poor_[g] & ~emptied_[groups[g].history] & lanes;
    if (with_money == lanes) {
      common_people_ += people;
      for (std::uint32_t h = groups[g].history; h != 1; h = parent_[h]) common_counts_[paid_[h]] += people;
      continue;
    }
    for (Lanes rest = poor_[g] & lanes; rest != 0; rest &= rest - 1) {
      poor.people[static_cast<std::uint32_t>(std::countr_zero(rest))] += people;
    }
    if (with_money == 0) continue;
    for (Lanes rest = with_money; rest != 0; rest &= rest - 1) {
      poor.with_money[static_cast<std::uint32_t>(std::countr_zero(rest))] += people;
    }
    for (std::uint32_t h = groups[g].history; h != 1; h = parent_[h]) {
      Row& counts = lane_counts_[paid_[h]];
      for (Lanes rest = with_money; rest != 0; rest &= rest - 1) {
        counts[static_cast<std::uint32_t>(std::countr_zero(rest))] += people;
      }
    }
  }
}

/// The price at one level: (cost - what the poor have) / (the others), where the poor have their start purse less the
/// prices they paid. An error of e in an earlier price weighs as many times as poor people paid it.
bool MesLevels::price(const Candidate& c, std::uint32_t lane, const Poor& poor) {
  const std::int64_t with_money = common_people_ + poor.with_money[lane];
  const std::int64_t payers = c.people - common_people_ - poor.people[lane];
  if (payers <= 0) return false;
  Int128 left = c.cost - start_[lane] * with_money;
  auto error = static_cast<double>(with_money);
  for (std::size_t round = 0; round < path_.size(); ++round) {
    const std::int64_t people = common_counts_[round] + lane_counts_[round][lane];
    if (people == 0) continue;
    left += prices_[round][lane] * people;
    error += static_cast<double>(people) * price_errors_[round][lane];
  }
  const Int128 price = left / payers;
  error = error / static_cast<double>(payers) * (1 + 0x1p-20) + 2;
  if (price <= 0 || error > kMostError) return false;
  prices_.back()[lane] = price;
  price_errors_.back()[lane] = error;
  const auto about = static_cast<Int128>(static_cast<std::int64_t>(error)) + 1;
  const Int128 low = price > about ? price - about : 0;
  paid_low_[lane] = static_cast<std::int64_t>(low >> kGridShift);
  paid_high_[lane] = static_cast<std::int64_t>((price + about) >> kGridShift) + 1;
  return true;
}

void MesLevels::make_histories(std::span<const Group> groups, Lanes lanes) {
  const auto round = static_cast<std::uint32_t>(path_.size());
  const std::size_t room = histories_ + groups.size();
  if (child_.size() < room) child_.resize(2 * room);
  if (tally_.size() < room) tally_.resize(2 * room, 0);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const std::uint32_t old = groups[g].history;
    child_[old] = 0;
    if ((lanes & ~poor_[g]) == 0) continue;
    child_[old] = histories_++;
    emptied_.push_back(poor_[g]);
    parent_.push_back(old);
    paid_.push_back(round);
  }
  for (std::uint32_t chunk = 0; chunk < kMost / kChunk; ++chunk) {
    if ((lanes & (kChunkLanes << (chunk * kChunk))) == 0) continue;
    if (purses_[chunk].size() < room) purses_[chunk].resize(2 * room);
    Quad* purses = purses_[chunk].data();
    for (std::uint32_t i = 0; i < kChunk; ++i) {
      const std::uint32_t lane = chunk * kChunk + i;
      const std::int64_t price = paid_high_[lane];
      for (std::size_t g = 0; g < groups.size(); ++g) {
        const std::uint32_t old = groups[g].history;
        // Never below zero: a true purse is not, and the error bound then still covers it.
        const std::int64_t rest = std::max<std::int64_t>(0, purses[old][i] - price);
        purses[child_[old]][i] = rest & (static_cast<std::int64_t>((poor_[g] >> lane) & 1U) - 1);
      }
    }
    purses[0] = Quad{};
  }
}

void MesLevels::move_people(const Candidate& c) {
  child_[0] = 0;
  for (const std::uint32_t ballot : ballots_of(c)) {
    std::uint32_t& history = ballots_[ballot].history;
    if (history == 0) continue;
    moved_.emplace_back(ballot, history);
    history = child_[history];
  }
}

}  // namespace stoepkrijt::rules
