#include "rules/fres_run.hpp"

#include <algorithm>
#include <limits>
#include <type_traits>

#include "base/check.hpp"

namespace stoepkrijt::rules {

namespace {
Ratio whole_number(std::uint64_t value) { return Ratio(BigInt::from_unsigned(value), BigInt(1)); }
}  // namespace

template <class Numbers>
FresRun<Numbers>::FresRun(const Numbers& numbers, const Election& election, const RuleParams& params,
                          const Utilities& utilities, const Supporters& supporters, Feasibility& may,
                          const std::vector<std::uint32_t>& ranks)
    : numbers_(numbers),
      election_(election),
      params_(params),
      utilities_(utilities),
      supporters_(supporters),
      may_(may),
      ranks_(ranks),
      payers_(supporters.of),
      weight_(election.projects.size()),
      gain_(election.projects.size()),
      worth_(election.projects.size()),
      collected_(election.projects.size()),
      emptied_in_(election.ballots.size(), kNever),
      paid_(election.projects.size()),
      fine_paid_(election.projects.size()) {
  weights_.reserve(supporters.weights.size());
  for (const Ratio& weight : supporters.weights) weights_.push_back(numbers.number(weight));
  const Ratio purse = election.budget / whole_number(count_voters(election));
  denominator_ = purse.denominator();
  start_ = purse.numerator();
  purse_ = numbers.number(purse);
  money_.assign(election.ballots.size(), bounds_of(purse));
}

template <class Numbers>
bool FresRun<Numbers>::run(const std::vector<bool>& takes_part) {
  if (start_.is_zero()) return true;
  for (ProjectIndex p = 0; p < takes_part.size(); ++p) {
    if (!takes_part[p]) continue;
    open_.push_back(p);
    for (const Supporter& s : payers_[p]) {
      weight_[p] += weights_[s.weight] * whole_number(election_.ballots[s.ballot].count);
    }
    worth_[p] = bounds_of(utilities_.factors[p]) / bounds_of(election_.projects[p].cost);
    gain_[p] = bounds_of(weight_[p]) * worth_[p];
  }
  list_ballots();
  for (;;) {
    std::vector<ProjectIndex> tied;
    const std::optional<ProjectIndex> best = choose(tied);
    if (!best) return true;
    step(*best);
    tied_.push_back(std::move(tied));
    if (numbers_.doubt()) return true;  // to be done again
    if (params_.watcher != nullptr && !params_.watcher->on_progress(steps_.size(), 0)) return false;
  }
}

template <class Numbers>
void FresRun<Numbers>::list_ballots() {
  if constexpr (std::is_same_v<Numbers, FineNumbers>) {
    on_ballot_.resize(election_.ballots.size());
    for (ProjectIndex p = 0; p < supporters_.of.size(); ++p) {
      for (const Supporter& s : supporters_.of[p]) on_ballot_[s.ballot].push_back({p, s.weight});
    }
  }
}

template <class Numbers>
std::strong_ordering FresRun<Numbers>::compare(ProjectIndex a, ProjectIndex b) const {
  if (gain_[a].certainly_below(gain_[b])) return std::strong_ordering::less;
  if (gain_[b].certainly_below(gain_[a])) return std::strong_ordering::greater;
  return compare_products(weight_[a] * (Ratio(1) / election_.projects[a].cost), utilities_.factors[a],
                          weight_[b] * (Ratio(1) / election_.projects[b].cost), utilities_.factors[b]);
}

template <class Numbers>
std::optional<ProjectIndex> FresRun<Numbers>::choose(std::vector<ProjectIndex>& tied) {
  std::erase_if(open_, [&](ProjectIndex p) { return weight_[p].is_zero(); });
  std::optional<ProjectIndex> best;
  for (const ProjectIndex p : open_) {
    if (may_.verdict(p) != Verdict::kYes) continue;
    const auto order = best ? compare(p, *best) : std::strong_ordering::greater;
    if (order > 0) tied.clear();
    if (order >= 0) tied.push_back(p);
    if (order > 0 || (order == 0 && ranks_[p] < ranks_[*best])) best = p;
  }
  if (tied.size() < 2) tied.clear();
  return best;
}

template <class Numbers>
typename Numbers::Number FresRun<Numbers>::money_of(std::uint32_t ballot) const {
  const std::vector<ProjectIndex>& projects = election_.ballots[ballot].projects;
  if constexpr (std::is_same_v<Numbers, FineNumbers>) {
    Number left = purse_;
    for (const OnBallot& one : on_ballot_[ballot]) left -= fine_paid_[one.project] * weights_[one.weight];
    return left;
  } else {
    BigInt numerator = start_;
    if (utilities_.plain()) {
      for (const ProjectIndex p : projects) numerator -= paid_[p];
      return Ratio(std::move(numerator), denominator_);
    }
    Ratio paid;
    for (std::size_t place = 0; place < projects.size(); ++place) {
      const BigInt& amount = paid_[projects[place]];
      if (!amount.is_zero()) paid += Ratio(amount, BigInt(1)) * utilities_.weight(ballot, place);
    }
    return (Ratio(std::move(numerator), BigInt(1)) - paid) / Ratio(denominator_, BigInt(1));
  }
}

template <class Numbers>
std::optional<typename Numbers::Number> FresRun<Numbers>::first_emptied(ProjectIndex project, const Number& rest) {
  emptying_.clear();
  double least_high = std::numeric_limits<double>::infinity();
  const auto ratio_bounds = [&](const Supporter& s) {
    return s.weight == 0 ? money_[s.ballot] : money_[s.ballot] / supporters_.weight_bounds[s.weight];
  };
  double least_low = least_high;
  for (const Supporter& s : payers_[project]) {
    const Bounds ratio = ratio_bounds(s);
    least_high = std::min(least_high, ratio.high);
    least_low = std::min(least_low, ratio.low);
  }
  if (bounds_of(rest).high < least_low) return std::nullopt;
  std::optional<Number> least;
  if (std::is_same_v<Numbers, Fractions> && utilities_.plain()) {
    least = least_of(project, least_high);
    return *least > rest ? std::nullopt : least;
  }
  for (const Supporter& s : payers_[project]) {
    if (ratio_bounds(s).low > least_high) continue;
    Number ratio = money_of(s.ballot);
    if (s.weight != 0) ratio /= weights_[s.weight];
    if (least && ratio > *least) continue;
    if (!least || ratio < *least) {
      emptying_.clear();
      least = std::move(ratio);
    }
    emptying_.push_back(s.ballot);
  }
  if (*least > rest) return std::nullopt;
  return least;
}

/// The least money of those who may have it by their bounds, where all weights are 1: thousands can have the same, so
/// the most that was paid is sought, in numerators over the one denominator, and only that is made a fraction.
template <class Numbers>
typename Numbers::Number FresRun<Numbers>::least_of(ProjectIndex project, double least_high) {
  std::optional<BigInt> most;
  for (const Supporter& s : payers_[project]) {
    if (money_[s.ballot].low > least_high) continue;
    BigInt paid;
    for (const ProjectIndex p : election_.ballots[s.ballot].projects) {
      if (!paid_[p].is_zero()) paid += paid_[p];
    }
    if (most && paid < *most) continue;
    if (!most || paid > *most) {
      emptying_.clear();
      most = std::move(paid);
    }
    emptying_.push_back(s.ballot);
  }
  return numbers_.number(Ratio(start_ - *most, denominator_));
}

template <class Numbers>
void FresRun<Numbers>::step(ProjectIndex project) {
  const Number cost = numbers_.number(election_.projects[project].cost);
  const Number rest = (cost - collected_[project]) / weight_[project];
  const std::optional<Number> least = first_emptied(project, rest);
  const Number payment = least ? *least : rest;
  SK_CHECK(!payment.is_zero());
  const bool completes = payment == rest;
  collected_[project] = completes ? cost : collected_[project] + payment * weight_[project];
  steps_.push_back({project, payment});
  charge(project, payment);
  if (least) {
    for (const std::uint32_t ballot : std::vector<std::uint32_t>(emptying_)) empty(ballot);
  }
  if (completes) {
    whole_.push_back(project);
    may_.take(project);
    std::erase(open_, project);
  }
}

template <class Numbers>
void FresRun<Numbers>::add_paid(ProjectIndex project, const Number& payment) {
  if constexpr (std::is_same_v<Numbers, FineNumbers>) {
    fine_paid_[project] += payment;
  } else {
    const BigInt factor = payment.denominator() / BigInt::gcd(denominator_, payment.denominator());
    if (factor != BigInt(1)) {
      start_ *= factor;
      for (BigInt& paid : paid_) paid *= factor;
      denominator_ *= factor;
    }
    paid_[project] += payment.numerator() * (denominator_ / payment.denominator());
  }
}

template <class Numbers>
void FresRun<Numbers>::charge(ProjectIndex project, const Number& payment) {
  add_paid(project, payment);
  const Bounds bounds = bounds_of(payment);
  for (const Supporter& s : payers_[project]) {
    money_[s.ballot] = money_[s.ballot] - (s.weight == 0 ? bounds : bounds * supporters_.weight_bounds[s.weight]);
  }
}

template <class Numbers>
void FresRun<Numbers>::empty(std::uint32_t ballot) {
  emptied_in_[ballot] = static_cast<std::uint32_t>(steps_.size() - 1);
  const Ballot& members = election_.ballots[ballot];
  const Ratio people = whole_number(members.count);
  for (std::size_t place = 0; place < members.projects.size(); ++place) {
    const ProjectIndex p = members.projects[place];
    std::vector<Supporter>& payers = payers_[p];
    const auto found = std::lower_bound(payers.begin(), payers.end(), ballot,
                                        [](const Supporter& s, std::uint32_t b) { return s.ballot < b; });
    if (found == payers.end() || found->ballot != ballot) continue;
    if (!weight_[p].is_zero()) {
      weight_[p] -= weights_[found->weight] * people;
      gain_[p] = bounds_of(weight_[p]) * worth_[p];
    }
    payers.erase(found);
  }
}

template <class Numbers>
typename Numbers::Number FresRun<Numbers>::part(ProjectIndex project) const {
  return collected_[project] * (Ratio(1) / election_.projects[project].cost);
}

template class FresRun<Fractions>;
template class FresRun<FineNumbers>;

}  // namespace stoepkrijt::rules
