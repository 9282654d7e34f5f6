#include "rules/mes_engine.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "rules/ties.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::rules {

namespace {

__extension__ using Int128 = __int128;

constexpr unsigned kBits = 60;  // all purses together stay below 2^60 in fixed point
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

std::int64_t ceil_divide(std::int64_t a, std::int64_t b) { return a > 0 ? (a - 1) / b + 1 : a / b; }

BigInt big(std::uint64_t value) { return BigInt::from_unsigned(value); }

}  // namespace

MesEngine::MesEngine(const Election& election, const RuleParams& params)
    : election_(election),
      utility_(resolve_utility(election, params.utility)),
      tie_rank_(tie_ranks(election, params)),
      unit_(election.budget.denominator()),
      voters_(count_voters(election)),
      votes_(count_votes(election)) {
  for (const Project& project : election.projects) {
    const BigInt& d = project.cost.denominator();
    unit_ = unit_ / BigInt::gcd(unit_, d) * d;
  }
  const auto in_units = [&](const Ratio& amount) { return amount.numerator() * (unit_ / amount.denominator()); };
  budget_ = in_units(election.budget);
  costs_.reserve(election.projects.size());
  for (const Project& project : election.projects) costs_.push_back(in_units(project.cost));

  first_supporter_.assign(election.projects.size() + 1, 0);
  purses_.reserve(election.ballots.size());
  for (const Ballot& ballot : election.ballots) {
    purses_.push_back({0, static_cast<std::int64_t>(ballot.count)});
    if (ballot.count == 0) continue;
    for (const ProjectIndex p : ballot.projects) ++first_supporter_[p + 1];
  }
  for (std::size_t p = 1; p < first_supporter_.size(); ++p) first_supporter_[p] += first_supporter_[p - 1];
  all_supporters_.resize(first_supporter_.back());
  supporters_.resize(all_supporters_.size());
  std::vector<std::uint32_t> next(first_supporter_.begin(), first_supporter_.end() - 1);
  for (std::uint32_t b = 0; b < election.ballots.size(); ++b) {
    if (election.ballots[b].count == 0) continue;
    for (const ProjectIndex p : election.ballots[b].projects) all_supporters_[next[p]++] = b;
  }
}

std::int64_t MesEngine::fixed(const BigInt& numerator, const BigInt& denominator, bool& exact) const {
  const BigInt scale = BigInt::power_of_two(static_cast<unsigned>(shift_ < 0 ? -shift_ : shift_));
  BigInt quotient;
  BigInt remainder;
  if (shift_ >= 0) {
    BigInt::divide(numerator * scale, denominator, quotient, remainder);
  } else {
    BigInt::divide(numerator, denominator * scale, quotient, remainder);
  }
  exact = remainder.is_zero();
  const auto value = quotient.to_int64();
  SK_CHECK(value.has_value() && *value >= 0);
  return *value;
}

void MesEngine::start(const BigInt& purse_numerator, const BigInt& purse_denominator) {
  denominator_ = purse_denominator;
  start_purse_ = purse_numerator;
  prices_.clear();
  won_.assign(election_.projects.size(), -1);
  const BigInt total = BigInt::floor_divide(purse_numerator * big(voters_), purse_denominator) + BigInt(1);
  shift_ = static_cast<int>(kBits) - static_cast<int>(total.bit_length());
  bool exact = false;
  const std::int64_t purse = fixed(purse_numerator, purse_denominator, exact);
  error_ = exact ? 0 : 1;
  for (Purse& each : purses_) each.money = purse;
}

void MesEngine::add_candidates() {
  candidates_.clear();
  const BigInt total = start_purse_ * big(voters_);
  for (ProjectIndex p = 0; p < election_.projects.size(); ++p) {
    if (votes_[p] == 0 || costs_[p].is_zero() || costs_[p] * denominator_ > total) continue;
    Candidate c;
    c.project = p;
    bool exact = false;
    c.cost_low = fixed(costs_[p], BigInt(1), exact);
    c.cost_high = c.cost_low + (exact ? 0 : 1);
    if (utility_ == Utility::kCost) {
      c.value_low = c.cost_low;
      c.value_high = c.cost_high;
    }
    c.begin = first_supporter_[p];
    c.end = first_supporter_[p + 1];
    c.price_low = c.cost_low / static_cast<std::int64_t>(votes_[p]);
    candidates_.push_back(c);
  }
}

MesRun MesEngine::run(const BigInt& purse_numerator, const BigInt& purse_denominator) {
  start(purse_numerator, purse_denominator);
  add_candidates();
  MesRun result;
  const std::vector<ProjectIndex> free = free_projects();
  for (const ProjectIndex p : free) {
    result.winners.push_back(p);
    result.tied.emplace_back();
  }
  for (std::uint32_t round = 1;; ++round) {
    std::vector<ProjectIndex> tied;
    const std::size_t best = choose(round, tied);
    if (best == kNone) break;
    const Candidate winner = candidates_[best];
    candidates_.erase(candidates_.begin() + static_cast<std::ptrdiff_t>(best));
    buy(winner);
    result.winners.push_back(winner.project);
    result.tied.push_back(std::move(tied));
    result.cost += costs_[winner.project];
  }
  result.price_numerators.assign(free.size(), BigInt(0));
  result.price_numerators.insert(result.price_numerators.end(), prices_.begin(), prices_.end());
  result.price_denominator = denominator_;
  return result;
}

std::vector<ProjectIndex> MesEngine::free_projects() const {
  std::vector<ProjectIndex> free;
  for (ProjectIndex p = 0; p < election_.projects.size(); ++p) {
    if (votes_[p] > 0 && costs_[p].is_zero()) free.push_back(p);
  }
  std::sort(free.begin(), free.end(), [&](ProjectIndex a, ProjectIndex b) { return tie_rank_[a] < tie_rank_[b]; });
  return free;
}

std::size_t MesEngine::next_unevaluated(std::uint32_t round) const {
  std::size_t found = kNone;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    const Candidate& c = candidates_[i];
    if (c.out || c.round == round) continue;
    if (found == kNone) {
      found = i;
      continue;
    }
    const Candidate& f = candidates_[found];
    if (static_cast<Int128>(c.price_low) * f.value_high < static_cast<Int128>(f.price_low) * c.value_high) found = i;
  }
  return found;
}

/// The least ratio of price to value that `a` can have is above the greatest that `b` can have.
bool MesEngine::certainly_worse(const Candidate& a, const Candidate& b) {
  return static_cast<Int128>(a.price_low) * b.value_low > static_cast<Int128>(b.price_high) * a.value_high;
}

std::size_t MesEngine::choose(std::uint32_t round, std::vector<ProjectIndex>& tied) {
  std::size_t best = kNone;
  for (;;) {
    const std::size_t i = next_unevaluated(round);
    if (i == kNone) break;
    Candidate& c = candidates_[i];
    if (best != kNone && certainly_worse(c, candidates_[best])) break;  // and so are all that remain
    c.round = round;
    evaluate(c, best == kNone ? nullptr : &candidates_[best]);
    if (c.out) continue;
    if (best == kNone) {
      best = i;
      tied = {c.project};
      continue;
    }
    const Candidate& b = candidates_[best];
    if (certainly_worse(c, b)) continue;
    const int order = certainly_worse(b, c) ? -1 : compare_exactly(c, b);
    if (order < 0) {
      best = i;
      tied = {c.project};
    } else if (order == 0) {
      tied.push_back(c.project);
      if (tie_rank_[c.project] < tie_rank_[b.project]) best = i;
    }
  }
  if (tied.size() < 2) tied.clear();
  std::sort(tied.begin(), tied.end(), [&](ProjectIndex a, ProjectIndex b) { return tie_rank_[a] < tie_rank_[b]; });
  return best;
}

/// One pass over the supporters: who is left (compacted into supporters_), how much money they have, and how much of it
/// belongs to those below the threshold.
MesEngine::Scan MesEngine::scan(Candidate& c, std::int64_t threshold) {
  constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
  const std::uint32_t* from = (c.fresh ? all_supporters_ : supporters_).data();
  std::uint32_t* to = supporters_.data();
  const Purse* purses = purses_.data();
  Scan s;
  s.least_rich = kMax;
  std::uint32_t kept = c.begin;
  const std::uint32_t end = c.end;
  for (std::uint32_t i = c.begin; i < end; ++i) {  // no branches: the numbers decide nothing that could be foreseen
    const std::uint32_t ballot = from[i];
    const std::int64_t v = purses[ballot].money;
    to[kept] = ballot;
    kept += v >= 0 ? 1U : 0U;
    const std::int64_t w = v >= 0 ? purses[ballot].weight : 0;
    const std::int64_t m = v * w;
    const bool poor = v < threshold;
    s.people += w;
    s.money += m;
    s.poor += poor ? w : 0;
    s.poor_money += poor ? m : 0;
    s.least_rich = std::min(s.least_rich, poor ? kMax : v);
  }
  c.end = kept;
  c.fresh = false;
  return s;
}

/// Bounds on the price, from purses in [v, v + error]. For any set P of supporters, (cost - sum over P) / (others) is
/// at most the price; so the low bound holds for the P found here, with v + error. The high bound is the price when the
/// purses are exactly v. Ends early when the price is certainly worse than the best so far.
void MesEngine::evaluate(Candidate& c, const Candidate* best) {
  // Newton's method from below: those who have less than the price so far pay all they have, the others share the rest.
  std::int64_t threshold = c.price_low;
  for (bool first = true;; first = false) {
    const Scan s = scan(c, threshold);
    if (first && s.money < c.cost_high && (s.money + s.people * error_ < c.cost_low || !can_pay_exactly(c))) {
      c.out = true;
      return;
    }
    const std::int64_t payers = s.people - s.poor;
    if (payers == 0) {  // only when it is not sure on the low purses: all pay about everything
      std::int64_t most = 0;
      for (std::uint32_t i = c.begin; i < c.end; ++i) most = std::max(most, purses_[supporters_[i]].money);
      c.price_high = std::max(c.price_low, most + error_);
      return;
    }
    c.price_low = std::max(c.price_low, (c.cost_low - s.poor_money - s.poor * error_) / payers);
    c.price_high = std::max(c.price_low, ceil_divide(c.cost_high - s.poor_money, payers));
    if (best != nullptr && certainly_worse(c, *best)) return;
    if (s.least_rich >= c.price_high) return;
    threshold = c.price_high;
  }
}

}  // namespace stoepkrijt::rules
