#include "rules/mes_levels.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace stoepkrijt::rules {

namespace {

__extension__ using Int128 = __int128;

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr unsigned kPreciseBits = 120;  // all purses together stay below 2^120 in fixed point,
constexpr unsigned kGridShift = 60;     // and so below 2^60 on the grid
// A conversion, product or quotient of doubles is off by at most one part in 2^53; four of them by less than this.
constexpr double kBelow = 1 - 0x1p-49;
constexpr double kAbove = 1 + 0x1p-49;
constexpr std::size_t kMostMemory = std::size_t{1} << 28U;  // of histories and lists; beyond it the levels are given up
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// For 0 <= value < 2^120.
Int128 to_int128(const BigInt& value) {
  const BigInt half = BigInt::power_of_two(60);
  const auto high = (value / half).to_int64();
  const auto low = (value % half).to_int64();
  SK_CHECK(high.has_value() && low.has_value());
  return (static_cast<Int128>(*high) << 60U) + *low;
}

std::int64_t to_grid(Int128 value) { return static_cast<std::int64_t>(value >> kGridShift); }

}  // namespace

struct MesLevels::Saved {
  std::vector<Candidate> candidates;
  std::vector<Row> price_low;
  std::uint32_t histories;
  std::size_t moved;
  std::size_t arena;
  std::size_t groups;
  std::size_t rounds;
  std::int64_t error;
};

MesLevels::MesLevels(const MesEngine& engine) : engine_(engine) {
  const std::vector<Ballot>& ballots = engine.election().ballots;
  ballots_.reserve(ballots.size());
  for (const Ballot& ballot : ballots) {
    if (ballot.count > std::numeric_limits<std::uint32_t>::max()) usable_ = false;
    ballots_.push_back({1, static_cast<std::uint32_t>(ballot.count)});
  }
  free_ = engine.free_projects();
}

std::vector<MesLevels::Winners> MesLevels::run(const BigInt& numerator, const BigInt& step, const BigInt& denominator,
                                               std::uint32_t levels) {
  SK_CHECK(levels >= 1 && levels <= kMost);
  results_.assign(levels, std::nullopt);
  if (usable_ && start(numerator, step, denominator, levels)) {
    follow(~Lanes{0} >> (32 - levels));
  }
  return std::move(results_);
}

bool MesLevels::start(const BigInt& numerator, const BigInt& step, const BigInt& denominator, std::uint32_t levels) {
  const BigInt voters = BigInt::from_unsigned(engine_.voters());
  const BigInt highest = numerator + step * BigInt(levels - 1);
  const BigInt total = BigInt::floor_divide(highest * voters, denominator) + BigInt(1);
  if (total.bit_length() >= kPreciseBits) return false;
  const BigInt scale = BigInt::power_of_two(kPreciseBits - total.bit_length());
  histories_ = 2;
  for (std::vector<Quad>& chunk : purses_) chunk.assign(2, Quad{});
  for (std::uint32_t lane = 0; lane < levels; ++lane) {
    start_[lane] = to_int128(BigInt::floor_divide((numerator + step * BigInt(lane)) * scale, denominator));
    purses_[lane / kChunk][1][lane % kChunk] = to_grid(start_[lane]);
  }
  emptied_.assign(2, 0);
  parent_.assign(2, 0);
  paid_.assign(2, 0);
  child_.assign(2, 0);
  tally_.assign(2, 0);
  for (Ballots& each : ballots_) each.history = 1;
  error_ = 2;  // one for the fixed point, one for the grid
  moved_.clear();
  arena_used_ = 0;
  groups_used_ = 0;
  path_.clear();
  prices_.clear();
  price_errors_.clear();
  candidates_.clear();
  for (ProjectIndex p = 0; p < engine_.costs().size(); ++p) {
    const BigInt& cost = engine_.costs()[p];
    if (engine_.votes()[p] == 0 || cost.is_zero() || cost > total) continue;
    Candidate c;
    c.project = p;
    c.cost = to_int128(cost * scale);
    c.cost_low = to_grid(c.cost);
    c.cost_high = c.cost_low + 1;
    const bool by_cost = engine_.utility() == Utility::kCost;
    c.ratio_low = (by_cost ? 1 / static_cast<double>(c.cost_high) : 1) * kBelow;
    c.ratio_high = (by_cost ? 1 / static_cast<double>(c.cost_low) : 1) * kAbove;
    candidates_.push_back(c);
  }
  price_low_.assign(candidates_.size(), Row{});
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    Candidate& c = candidates_[i];
    const std::int64_t price = c.cost_low / static_cast<std::int64_t>(engine_.votes()[c.project]);
    price_low_[i].fill(price);
    c.least = static_cast<double>(price) * c.ratio_low;
  }
  return true;
}

/// The rounds of these levels, which have chosen the same winners so far.
void MesLevels::follow(Lanes lanes) {
  for (;;) {
    decide(lanes);
    lanes &= ~choice_.doubt;
    Lanes ended = 0;
    for (Lanes rest = lanes; rest != 0; rest &= rest - 1) {
      const auto lane = static_cast<std::uint32_t>(std::countr_zero(rest));
      if (choice_.best[lane] < 0) ended |= Lanes{1} << lane;
    }
    finish(ended);
    lanes &= ~ended;
    if (lanes == 0) return;
    if (histories_ * sizeof(Row) + arena_.size() * sizeof(arena_[0]) > kMostMemory) return;

    const auto group_of = [this](Lanes of, std::int32_t best) {
      Lanes group = 0;
      for (Lanes rest = of; rest != 0; rest &= rest - 1) {
        const auto lane = static_cast<std::uint32_t>(std::countr_zero(rest));
        if (choice_.best[lane] == best) group |= Lanes{1} << lane;
      }
      return group;
    };
    std::int32_t best = choice_.best[static_cast<std::uint32_t>(std::countr_zero(lanes))];
    if (group_of(lanes, best) == lanes) {
      lanes = buy(static_cast<std::size_t>(best), lanes);
      if (lanes == 0) return;
      continue;
    }
    const Saved saved = save();
    const Choice choice = choice_;
    for (Lanes left = lanes; left != 0;) {
      choice_ = choice;
      best = choice.best[static_cast<std::uint32_t>(std::countr_zero(left))];
      const Lanes group = group_of(left, best);
      const Lanes sure = buy(static_cast<std::size_t>(best), group);
      if (sure != 0) follow(sure);
      restore(saved);
      left &= ~group;
    }
    return;
  }
}

void MesLevels::finish(Lanes lanes) {
  for (; lanes != 0; lanes &= lanes - 1) {
    std::vector<ProjectIndex> winners = free_;
    winners.insert(winners.end(), path_.begin(), path_.end());
    results_[static_cast<std::size_t>(std::countr_zero(lanes))] = std::move(winners);
  }
}

MesLevels::Saved MesLevels::save() const {
  return {candidates_, price_low_, histories_, moved_.size(), arena_used_, groups_used_, path_.size(), error_};
}

void MesLevels::restore(const Saved& saved) {
  while (moved_.size() > saved.moved) {
    const auto [ballot, history] = moved_.back();
    ballots_[ballot].history = history;
    moved_.pop_back();
  }
  candidates_ = saved.candidates;
  price_low_ = saved.price_low;
  histories_ = saved.histories;
  emptied_.resize(saved.histories);
  parent_.resize(saved.histories);
  paid_.resize(saved.histories);
  arena_used_ = saved.arena;
  groups_used_ = saved.groups;
  path_.resize(saved.rounds);
  prices_.resize(saved.rounds);
  price_errors_.resize(saved.rounds);
  error_ = saved.error;
}

std::size_t MesLevels::next_candidate(double worst) const {
  std::size_t found = kNone;
  double least = worst;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    const Candidate& c = candidates_[i];
    if (c.stamp == stamp_ || c.least > least || c.least == kInfinite) continue;
    found = i;
    least = c.least;
  }
  return found;
}

/// Fills choice_ for these levels.
void MesLevels::decide(Lanes lanes) {
  ++stamp_;
  choice_.best.fill(-1);
  choice_.ratio_low.fill(kInfinite);
  choice_.ratio_high.fill(kInfinite);
  choice_.doubt = 0;
  for (;;) {
    double worst = 0;
    for (Lanes rest = lanes; rest != 0; rest &= rest - 1) {
      worst = std::max(worst, choice_.ratio_high[static_cast<std::size_t>(std::countr_zero(rest))]);
    }
    const std::size_t i = next_candidate(worst);
    if (i == kNone) return;
    Candidate& c = candidates_[i];
    c.stamp = stamp_;
    Lanes needed = 0;
    for (Lanes rest = lanes; rest != 0; rest &= rest - 1) {
      const auto lane = static_cast<std::uint32_t>(std::countr_zero(rest));
      const std::int64_t low = price_low_[i][lane];
      if (low != kOut && static_cast<double>(low) * c.ratio_low <= choice_.ratio_high[lane]) needed |= Lanes{1} << lane;
    }
    if (needed == 0) continue;
    evaluate(i, needed);
    c.least = kInfinite;
    for (Lanes rest = lanes; rest != 0; rest &= rest - 1) {
      const auto lane = static_cast<std::uint32_t>(std::countr_zero(rest));
      const std::int64_t low = price_low_[i][lane];
      if (low != kOut) c.least = std::min(c.least, static_cast<double>(low) * c.ratio_low);
    }
  }
}

}  // namespace stoepkrijt::rules
