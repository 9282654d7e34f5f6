#include "rules/weighted_mes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "rules/exact_real.hpp"
#include "rules/ties.hpp"

namespace stoepkrijt::rules {

namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr std::size_t kMostWeightBits = std::size_t{1} << 28U;

/// Low bounds that are near enough: a root or logarithm within 2^-60 of itself.
Ratio near_value(const Factor& factor) {
  for (unsigned bits = 64;; bits *= 2) {
    const RealBounds bounds = bounds_of(factor, bits);
    if ((bounds.high - bounds.low) * Ratio(BigInt::power_of_two(60), BigInt(1)) <= bounds.low) return bounds.low;
  }
}

}  // namespace

double WeightedMesEngine::nearest_double(const BigInt& numerator, const BigInt& denominator) {
  if (numerator.is_zero()) return 0;
  const int shift = 62 - (static_cast<int>(numerator.bit_length()) - static_cast<int>(denominator.bit_length()));
  const BigInt scale = BigInt::power_of_two(static_cast<unsigned>(std::abs(shift)));
  const BigInt quotient = shift >= 0 ? BigInt::floor_divide(numerator * scale, denominator)
                                     : BigInt::floor_divide(numerator, denominator * scale);
  // 62 or 63 bits: cutting loses less than 2^-61, the conversion 2^-53.
  const double value = std::ldexp(static_cast<double>(*quotient.to_int64()), -shift);
  constexpr double kSmallest = 0x1p-900;
  if (value < kSmallest) return 0;
  return value > 1 / kSmallest ? kInfinite : value;
}

WeightedMesEngine::WeightedMesEngine(const Election& election, const Utilities& utilities, const RuleParams& params)
    : election_(election),
      utilities_(utilities),
      min_votes_(params.min_votes),
      rank_(tie_ranks(election, params)),
      voters_(count_voters(election)),
      votes_(count_votes(election)),
      supporters_(count_supporters(election, utilities)),
      unit_(election.budget.denominator()),
      summing_(0) {
  for (const Project& project : election.projects) {
    const BigInt& d = project.cost.denominator();
    unit_ = unit_ / BigInt::gcd(unit_, d) * d;
  }
  for (const Project& project : election.projects) {
    costs_.push_back(project.cost.numerator() * (unit_ / project.cost.denominator()));
  }
  for (const Factor& factor : utilities.factors) {
    const Ratio value = near_value(factor);
    factor_doubles_.push_back(nearest_double(value.numerator(), value.denominator()));
  }
  list_entries(election, utilities);
}

void WeightedMesEngine::list_entries(const Election& election, const Utilities& utilities) {
  std::map<std::pair<BigInt, BigInt>, std::uint32_t> known;
  project_begin_.assign(election.projects.size() + 1, 0);
  ballot_begin_.push_back(0);
  for (std::size_t b = 0; b < election.ballots.size(); ++b) {
    const std::vector<ProjectIndex>& projects = election.ballots[b].projects;
    for (std::size_t i = 0; i < projects.size() && election.ballots[b].count > 0; ++i) {
      const Ratio weight = utilities.weight(b, i);
      if (weight.is_zero()) continue;
      const auto number = static_cast<std::uint32_t>(weight_values_.size());
      const auto [at, fresh] = known.emplace(std::pair(weight.numerator(), weight.denominator()), number);
      if (fresh) weight_values_.push_back(weight);
      on_ballot_.push_back({projects[i], at->second});
      ++project_begin_[projects[i] + 1];
    }
    ballot_begin_.push_back(static_cast<std::uint32_t>(on_ballot_.size()));
  }
  for (std::size_t p = 1; p < project_begin_.size(); ++p) project_begin_[p] += project_begin_[p - 1];
  for_project_.resize(on_ballot_.size());
  std::vector<std::uint32_t> next(project_begin_.begin(), project_begin_.end() - 1);
  for (std::uint32_t b = 0; b < election.ballots.size(); ++b) {
    for (std::uint32_t i = ballot_begin_[b]; i < ballot_begin_[b + 1]; ++i) {
      for_project_[next[on_ballot_[i].other]++] = {b, on_ballot_[i].weight};
    }
  }
  // Adding N terms, each rounded a few times, has a relative error below (N + 8) · 2^-52 when none is negative.
  summing_ = (static_cast<double>(election.ballots.size()) + 8) * 0x1p-52;
  make_weights();
}

/// All weights over their least common denominator, unless that is too long.
void WeightedMesEngine::make_weights() {
  bool fine = utilities_.fine();
  for (const Ratio& weight : weight_values_) {
    if (fine) break;
    weight_unit_ *= weight.denominator() / BigInt::gcd(weight_unit_, weight.denominator());
    fine = weight_unit_.bit_length() * weight_values_.size() >= kMostWeightBits;
  }
  if (fine) make_fine(FineContext::kFirstBits);
  for (const Ratio& weight : weight_values_) {
    if (!fine) weights_.push_back(weight.numerator() * (weight_unit_ / weight.denominator()));
    weight_doubles_.push_back(nearest_double(weight.numerator(), weight.denominator()));
    usable_ = usable_ && weight_doubles_.back() > 0 && weight_doubles_.back() < kInfinite;
  }
}

void WeightedMesEngine::start(const Ratio& purse) {
  denominator_ = purse.denominator();
  start_purse_ = purse.numerator() * unit_;
  prices_.clear();
  won_.assign(election_.projects.size(), -1);
  may_.emplace(election_);
  purses_.assign(election_.ballots.size(), purse.is_zero() ? -1.0 : 1.0);
  error_ = 0;
  candidates_.clear();
}

void WeightedMesEngine::drop(ProjectIndex project, WhyOut why, WeightedRun& run) {
  run.why[project] = why;
  may_->drop(project);
}

/// Supported free projects come first, in tie order, as soon as they may.
void WeightedMesEngine::take_free(WeightedRun& run) {
  for (;;) {
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const ProjectIndex p = candidates_[i].project;
      if (!costs_[p].is_zero() || may_->verdict(p) != Verdict::kYes) continue;
      if (!first || rank_[p] < rank_[candidates_[*first].project]) first = i;
    }
    if (!first) return;
    const ProjectIndex p = candidates_[*first].project;
    run.winners.push_back(p);
    run.prices.emplace_back(0);
    run.tied.emplace_back();
    run.why[p] = WhyOut::kSelected;
    may_->take(p);
    candidates_.erase(candidates_.begin() + static_cast<std::ptrdiff_t>(*first));
  }
}

/// What constraints rule out for good. Repeated, since one may take another with it.
void WeightedMesEngine::drop_impossible(WeightedRun& run) {
  for (std::size_t before = candidates_.size() + 1; before != candidates_.size() && !may_->trivial();) {
    before = candidates_.size();
    std::erase_if(candidates_, [&](const Candidate& c) {
      if (may_->verdict(c.project) != Verdict::kNever) return false;
      drop(c.project, may_->why(c.project), run);
      return true;
    });
  }
}

WeightedRun WeightedMesEngine::run(const Ratio& purse, std::optional<ProjectIndex> without) {
  return fine_ ? fine_run(purse, without) : attempt(purse, without);
}

WeightedRun WeightedMesEngine::attempt(const Ratio& purse, std::optional<ProjectIndex> without) {
  start(purse);
  WeightedRun run;
  run.why.assign(election_.projects.size(), WhyOut::kNoSupport);
  for (ProjectIndex p = 0; p < election_.projects.size(); ++p) {
    if (supporters_[p] == 0 || votes_[p] < min_votes_ || without == p) {
      may_->drop(p);
      continue;
    }
    Candidate c;
    c.project = p;
    if (!purse.is_zero()) c.cost = nearest_double(costs_[p] * denominator_, start_purse_);
    c.factor = factor_doubles_[p];
    candidates_.push_back(c);
  }
  for (;;) {
    drop_impossible(run);
    take_free(run);
    drop_impossible(run);
    std::vector<ProjectIndex> tied;
    const std::size_t before = candidates_.size();
    const std::optional<ProjectIndex> best = choose(tied);
    std::erase_if(candidates_, [&](const Candidate& c) {
      if (c.high >= 0) return false;  // marked: cannot be paid
      drop(c.project, WhyOut::kSupportersTooPoor, run);
      return true;
    });
    if (!best) {
      if (before != candidates_.size()) continue;  // what required a dropped one goes as well
      break;
    }
    const auto winner =
        std::find_if(candidates_.begin(), candidates_.end(), [&](const Candidate& c) { return c.project == *best; });
    const ProjectIndex p = winner->project;
    run.prices.push_back(buy(*winner));
    if (fine_ && fine_->context.doubt()) return run;  // to be done again
    run.winners.push_back(p);
    run.tied.push_back(std::move(tied));
    run.cost += election_.projects[p].cost;
    run.why[p] = WhyOut::kSelected;
    may_->take(p);
    candidates_.erase(winner);
  }
  for (const Candidate& c : candidates_) run.why[c.project] = WhyOut::kLacksRequired;  // waited in vain
  return run;
}

/// The least that price / factor of `a` can be is above the most that it can be of `b`.
bool WeightedMesEngine::certainly_worse(const Candidate& a, const Candidate& b) {
  const auto known = [](double factor) { return factor > 0 && factor < kInfinite; };
  if (!known(a.factor) || !known(b.factor)) return false;
  // Each product of two doubles and the two factors are off by at most 2·kRounding together.
  return a.low * b.factor * (1 - 4 * kRounding) > b.high * a.factor * (1 + 4 * kRounding);
}

/// The project to buy. Candidates that cannot be paid get high < 0.
std::optional<ProjectIndex> WeightedMesEngine::choose(std::vector<ProjectIndex>& tied) {
  // In the order of the bounds known: prices never fall, so an old low bound still holds.
  std::vector<Candidate*> order;
  for (Candidate& c : candidates_) {
    if (may_->verdict(c.project) == Verdict::kYes) order.push_back(&c);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const Candidate* a, const Candidate* b) { return a->low * b->factor < b->low * a->factor; });
  Candidate* best = nullptr;
  for (Candidate* c : order) {
    if (best != nullptr && certainly_worse(*c, *best)) continue;
    if (!evaluate(*c, best)) {
      c->high = -1;
      continue;
    }
    if (best == nullptr) {
      best = c;
      tied = {c->project};
      continue;
    }
    if (certainly_worse(*c, *best)) continue;
    const std::strong_ordering relation =
        certainly_worse(*best, *c) ? std::strong_ordering::less : compare_exactly(*c, *best);
    if (relation < 0) {
      best = c;
      tied = {c->project};
    } else if (relation == 0) {
      tied.push_back(c->project);
      if (rank_[c->project] < rank_[best->project]) best = c;
    }
  }
  if (tied.size() < 2) tied.clear();
  std::sort(tied.begin(), tied.end(), [&](auto a, auto b) { return rank_[a] < rank_[b]; });
  if (best == nullptr) return std::nullopt;
  return best->project;
}

/// One pass over the supporters: what those have who cannot pay `threshold` per weight, and how much weight the others.
WeightedMesEngine::Scan WeightedMesEngine::scan(const Candidate& c, double threshold) const {
  Scan s;
  s.least_rich = kInfinite;
  for (std::uint32_t i = project_begin_[c.project]; i < project_begin_[c.project + 1]; ++i) {
    const auto [ballot, weight_index] = for_project_[i];
    const double purse = purses_[ballot];
    if (purse < 0) continue;
    const auto people = static_cast<double>(election_.ballots[ballot].count);
    const double weight = weight_doubles_[weight_index];
    s.people += people;
    s.money += purse * people;
    if (purse < threshold * weight) {
      s.poor_people += people;
      s.poor_money += purse * people;
    } else {
      s.rich_weight += weight * people;
      s.least_rich = std::min(s.least_rich, purse / weight);
    }
  }
  return s;
}

/// Whether the supporters certainly bring the cost together at this price.
bool WeightedMesEngine::suffices(const Candidate& c, double price) const {
  double sum = 0;
  for (std::uint32_t i = project_begin_[c.project]; i < project_begin_[c.project + 1]; ++i) {
    const auto [ballot, weight_index] = for_project_[i];
    const double purse = purses_[ballot] - error_;
    if (purse <= 0) continue;
    const double share = price * weight_doubles_[weight_index] * (1 - 2 * kRounding);
    sum += std::min(purse, share) * static_cast<double>(election_.ballots[ballot].count);
  }
  return sum * (1 - summing_) >= c.cost * (1 + kRounding);
}

/// Bounds on the price; false when the supporters cannot pay. For any set P of supporters (cost - sum over P) / (weight
/// of the others) is at most the price: that gives the low bound. Any price at which they bring the cost together is a
/// high bound; one a little above the low bound is tried.
bool WeightedMesEngine::evaluate(Candidate& c, const Candidate* best) {
  c.high = kInfinite;
  if (c.cost <= 0 || c.cost == kInfinite || start_purse_.is_zero()) return can_pay_exactly(c);
  const double cost_low = c.cost * (1 - 2 * kRounding);
  double threshold = c.low;
  for (bool first = true;; first = false) {
    const Scan s = scan(c, threshold);
    if (first) {
      const double most = s.money * (1 + 2 * summing_) + s.people * error_ * 2;
      const double least = s.money * (1 - 2 * summing_) - s.people * error_ * 2;
      if (most < cost_low) return false;
      if (least < c.cost * (1 + 2 * kRounding) && !can_pay_exactly(c)) return false;
    }
    if (s.rich_weight <= 0) return true;  // all pay about everything: exact arithmetic decides
    const double missing = cost_low - s.poor_money * (1 + 2 * summing_) - s.poor_people * error_ * 2;
    c.low = std::max(c.low, missing / (s.rich_weight * (1 + 2 * summing_)) * (1 - 4 * kRounding));
    if (best != nullptr && certainly_worse(c, *best)) return true;
    if (s.least_rich >= c.low || c.low <= threshold) {
      const double slack = c.cost * 8 * (summing_ + kRounding) + s.people * error_ * 8;
      const double tried = c.low + slack / s.rich_weight + c.low * 8 * (summing_ + kRounding);
      if (suffices(c, tried)) c.high = tried;
      return true;
    }
    threshold = c.low;
  }
}

}  // namespace stoepkrijt::rules
