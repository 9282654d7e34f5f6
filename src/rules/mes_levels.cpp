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
constexpr std::size_t kMostMemory = std::size_t{1} << 28U;  // of nodes and histories; beyond it levels are given up
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

MesLevels::MesLevels(const MesEngine& engine) : engine_(engine) {
  const std::vector<Ballot>& ballots = engine.election().ballots;
  people_.reserve(ballots.size());
  // More people than that are left to the engine.
  usable_ = engine.voters() <= std::numeric_limits<std::uint32_t>::max();
  for (const Ballot& ballot : ballots) people_.push_back(static_cast<std::uint32_t>(ballot.count));
  free_ = engine.free_projects();
}

std::vector<MesLevels::Winners> MesLevels::run(const BigInt& numerator, const BigInt& step, const BigInt& denominator,
                                               std::uint32_t levels) {
  SK_CHECK(levels >= 1 && levels <= kMost);
  results_.assign(levels, std::nullopt);
  if (!usable_ || !start(numerator, step, denominator, levels)) return std::move(results_);
  while (!nodes_.empty()) {
    next_nodes_.clear();
    for (Node& node : nodes_) expand(node);
    nodes_.swap(next_nodes_);
  }
  return std::move(results_);
}

bool MesLevels::start(const BigInt& numerator, const BigInt& step, const BigInt& denominator, std::uint32_t levels) {
  const BigInt voters = BigInt::from_unsigned(engine_.voters());
  const BigInt highest = numerator + step * BigInt(levels - 1);
  const BigInt total = BigInt::floor_divide(highest * voters, denominator) + BigInt(1);
  if (total.bit_length() >= kPreciseBits) return false;
  const BigInt scale = BigInt::power_of_two(kPreciseBits - total.bit_length());
  add_candidates(total, scale);
  const std::size_t expected = histories_ + histories_ / 4 + 1;  // as many histories as the levels before had
  histories_ = 1;
  for (std::uint32_t lane = 0; lane < levels; ++lane) {
    start_[lane] = to_int128(BigInt::floor_divide((numerator + step * BigInt(lane)) * scale, denominator));
    if (purses_[lane].size() < expected) purses_[lane].resize(expected);
    purses_[lane][0] = to_grid(start_[lane]);
    paths_[lane].clear();
  }
  path_ids_.fill(0);
  errors_.fill(2);  // one for the fixed point, one for the grid
  emptied_.assign(1, 0);
  parent_.assign(1, 0);
  paid_.assign(1, 0);
  sets_.assign(words_, 0);
  hashes_.assign(1, 0);
  last_steps_.assign(1, {});
  table_.assign(std::max<std::size_t>(1024, table_.size()), 0);
  tally_.assign(1, 0);
  nodes_.clear();
  nodes_.push_back({std::vector<std::uint64_t>(words_, 0), ~Lanes{0} >> (kMost - levels), {}});
  nodes_[0].histories.assign(people_.size(), 0);
  return true;
}

void MesLevels::add_candidates(const BigInt& total, const BigInt& scale) {
  candidates_.clear();
  price_low_.clear();
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
    price_low_.emplace_back().fill(c.cost_low / static_cast<std::int64_t>(engine_.votes()[p]));
  }
  prices_.resize(candidates_.size());
  price_errors_.resize(candidates_.size());
  words_ = candidates_.size() / 64 + 1;
}

/// One round of the levels at this node.
void MesLevels::expand(Node& node) {
  decide(node);
  Lanes lanes = node.lanes & ~choice_.doubt;
  Lanes ended = 0;
  for (Lanes rest = lanes; rest != 0; rest &= rest - 1) {
    const auto lane = static_cast<std::uint32_t>(std::countr_zero(rest));
    if (choice_.best[lane] < 0) ended |= Lanes{1} << lane;
  }
  finish(ended);
  lanes &= ~ended;
  const std::size_t memory = histories_ * sizeof(Row) + next_nodes_.size() * people_.size() * sizeof(people_[0]);
  if (memory > kMostMemory) return;
  while (lanes != 0) {
    const std::int32_t best = choice_.best[static_cast<std::uint32_t>(std::countr_zero(lanes))];
    Lanes group = 0;
    for (Lanes rest = lanes; rest != 0; rest &= rest - 1) {
      const auto lane = static_cast<std::uint32_t>(std::countr_zero(rest));
      if (choice_.best[lane] == best) group |= Lanes{1} << lane;
    }
    lanes &= ~group;
    pass_on(node, static_cast<std::size_t>(best), group, lanes == 0);
  }
  if (!node.histories.empty()) spare_.push_back(std::move(node.histories));
}

/// These levels buy the candidate and go to the node of the next round where that is one of the winners. `last`: nobody
/// needs this node's list any more.
void MesLevels::pass_on(Node& node, std::size_t index, Lanes lanes, bool last) {
  lanes = buy(index, lanes);
  if (lanes == 0) return;
  std::vector<std::uint64_t> winners = node.winners;
  winners[index / 64] |= std::uint64_t{1} << (index % 64);
  for (Node& other : next_nodes_) {
    if (other.winners != winners) continue;
    other.lanes |= lanes;
    return;
  }
  Node next{std::move(winners), lanes, {}};
  if (last) {
    next.histories = std::move(node.histories);
    node.histories.clear();
  } else {
    if (!spare_.empty()) {
      next.histories = std::move(spare_.back());
      spare_.pop_back();
    }
    next.histories.assign(node.histories.begin(), node.histories.end());
  }
  for (const std::uint32_t ballot : engine_.supporters(candidates_[index].project)) {
    next.histories[ballot] = child_[next.histories[ballot]];
  }
  next_nodes_.push_back(std::move(next));
}

void MesLevels::finish(Lanes lanes) {
  for (; lanes != 0; lanes &= lanes - 1) {
    const auto lane = static_cast<std::uint32_t>(std::countr_zero(lanes));
    std::vector<ProjectIndex> winners = free_;
    for (const std::uint32_t index : paths_[lane]) winners.push_back(candidates_[index].project);
    results_[lane] = std::move(winners);
  }
}

std::size_t MesLevels::next_candidate(double worst) const {
  std::size_t found = kNone;
  double least = worst;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    const Candidate& c = candidates_[i];
    if (c.least > least || c.least == kInfinite) continue;
    found = i;
    least = c.least;
  }
  return found;
}

/// Fills choice_ for the levels of this node.
void MesLevels::decide(const Node& node) {
  choice_.best.fill(-1);
  choice_.ratio_low.fill(kInfinite);
  choice_.ratio_high.fill(kInfinite);
  choice_.doubt = 0;
  groups_used_ = 0;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    std::int64_t low = kOut;
    for (Lanes rest = node.lanes; rest != 0; rest &= rest - 1) {
      low = std::min(low, price_low_[i][static_cast<std::size_t>(std::countr_zero(rest))]);
    }
    const bool won = ((node.winners[i / 64] >> (i % 64)) & 1U) != 0;
    candidates_[i].least = won || low == kOut ? kInfinite : static_cast<double>(low) * candidates_[i].ratio_low;
  }
  for (;;) {
    double worst = 0;
    for (Lanes rest = node.lanes; rest != 0; rest &= rest - 1) {
      worst = std::max(worst, choice_.ratio_high[static_cast<std::size_t>(std::countr_zero(rest))]);
    }
    const std::size_t i = next_candidate(worst);
    if (i == kNone) return;
    candidates_[i].least = kInfinite;
    Lanes needed = 0;
    for (Lanes rest = node.lanes; rest != 0; rest &= rest - 1) {
      const auto lane = static_cast<std::uint32_t>(std::countr_zero(rest));
      const std::int64_t low = price_low_[i][lane];
      const double ratio = static_cast<double>(low) * candidates_[i].ratio_low;
      if (low != kOut && ratio <= choice_.ratio_high[lane]) needed |= Lanes{1} << lane;
    }
    if (needed != 0) evaluate(node, i, needed);
  }
}

}  // namespace stoepkrijt::rules
