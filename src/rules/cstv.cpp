#include "rules/cstv.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "rules/cstv_run.hpp"
#include "rules/units.hpp"

namespace stoepkrijt::rules {

namespace cstv_run {

/// Its gifts move on: from now on they are no part of the ballots' weights.
template <class Arithmetic>
void Cstv<Arithmetic>::withdraw(ProjectIndex p) {
  for (const Gift& g : gifts_[p]) weight_[g.ballot] -= g.points;
  gifts_[p].clear();
}

/// The support is at least the cost.
template <class Arithmetic>
auto Cstv<Arithmetic>::payments_with_excess(ProjectIndex p) -> std::vector<GiftPayment<Number>> {
  std::vector<GiftPayment<Number>> out;
  if (is_free(p)) {
    out.assign(gifts_[p].size(), {zero_});
    return out;
  }
  Number stranded = zero_;  // given by those who have no other project
  Number others = zero_;
  for (const Gift& g : gifts_[p]) {
    Number& sum = weight_[g.ballot] == g.points ? stranded : others;
    sum = math_.add(sum, for_all(gift(g), g.ballot));
  }
  const bool enough = math_.compare(stranded, costs_[p]) >= 0;
  const Number missing = enough ? zero_ : math_.subtract(costs_[p], stranded);
  for (const Gift& g : gifts_[p]) {
    const bool alone = weight_[g.ballot] == g.points;
    if (enough) {
      out.push_back({alone ? math_.scale(gift(g), costs_[p], stranded) : zero_});
    } else if (alone) {
      out.push_back({money(g.ballot), true});
    } else {
      out.push_back({math_.scale(gift(g), missing, others)});
    }
  }
  return out;
}

/// The same when the support is below the cost but all that the givers hold is not: min(all they hold, rho · gift) with
/// the least rho that brings the cost together.
template <class Arithmetic>
auto Cstv<Arithmetic>::payments_with_transfer(ProjectIndex p) -> std::vector<GiftPayment<Number>> {
  const std::vector<Gift>& gifts = gifts_[p];
  std::vector<bool> all_in(gifts.size(), false);
  Number missing = costs_[p];
  Number given = support_[p];
  for (bool again = true; again && !math_.doubt();) {
    again = false;
    Number next_missing = missing;
    Number next_given = given;
    for (std::size_t i = 0; i < gifts.size(); ++i) {
      if (all_in[i]) continue;
      const Gift& g = gifts[i];
      // rho · gift > all: rho · points > weight.
      if (math_.compare(math_.scale(missing, BigInt(g.points), 1), math_.scale(given, BigInt(weight_[g.ballot]), 1)) <=
          0)
        continue;
      all_in[i] = true;
      again = true;
      next_missing = math_.subtract(next_missing, for_all(money(g.ballot), g.ballot));
      next_given = math_.subtract(next_given, for_all(gift(g), g.ballot));
    }
    missing = next_missing;
    given = next_given;
  }
  std::vector<GiftPayment<Number>> out;
  for (std::size_t i = 0; i < gifts.size(); ++i) {
    if (all_in[i]) {
      out.push_back({money(gifts[i].ballot), true});
    } else {
      out.push_back({math_.scale(gift(gifts[i]), missing, given)});
    }
  }
  return out;
}

/// What the trace tells: exact fractions as they are, else rounded down.
template <class Arithmetic>
Ratio Cstv<Arithmetic>::listed(const Number& spent) const {
  const Ratio exact = in_currency(spent);
  if constexpr (Arithmetic::kExact) return exact;
  const BigInt grain = BigInt::power_of_two(64);
  return Ratio((exact * Ratio(grain, BigInt(1))).floor(), grain);
}

template <class Arithmetic>
void Cstv<Arithmetic>::record(ProjectIndex p, Round round) {
  round.project = p;
  round.money_before = left_;
  if (!round.price.is_zero()) round.effective_votes = election_.projects[p].cost / round.price;
  trace_.rounds.push_back(std::move(round));
  trace_.projects[p].why = WhyOut::kSelected;
  trace_.projects[p].turn = static_cast<std::uint32_t>(trace_.rounds.size());
  left_ -= election_.projects[p].cost;
  outcome_.winners.push_back(p);
}

template <class Arithmetic>
void Cstv<Arithmetic>::fund(ProjectIndex p, std::vector<ProjectIndex> tied,
                            const std::vector<GiftPayment<Number>>& payments) {
  Round round;
  if (tied.size() > 1) round.tied = std::move(tied);
  std::map<std::tuple<std::uint32_t, std::int64_t, std::int64_t>, std::pair<std::uint32_t, Ratio>> next;
  for (std::size_t i = 0; i < payments.size(); ++i) {
    const Gift& g = gifts_[p][i];
    // Whoever held as much and gave the same part pays the same and holds the same again.
    auto [at, added] = next.try_emplace({state_[g.ballot], g.points, weight_[g.ballot]});
    if (added) {
      const Number before = money(g.ballot);
      money_.push_back(payments[i].all ? zero_ : math_.subtract(before, payments[i].amount));
      at->second.first = static_cast<std::uint32_t>(money_.size() - 1);
      at->second.second = listed(math_.subtract(purse_, money_.back())) - listed(math_.subtract(purse_, before));
    }
    state_[g.ballot] = at->second.first;
    const Ratio& paid = at->second.second;
    if (paid.is_zero()) continue;
    round.amounts.push_back({g.ballot, paid});
    round.price = std::max(round.price, paid);
  }
  record(p, std::move(round));
  running_[p] = false;
  withdraw(p);
}

template <class Arithmetic>
void Cstv<Arithmetic>::put_out(ProjectIndex p, std::vector<ProjectIndex> tied) {
  running_[p] = false;
  out_.push_back(p);
  if (tied.size() < 2) tied.clear();
  trace_.eliminations.push_back({p, outcome_.winners.size(), in_currency(support_[p]), std::move(tied)});
  trace_.projects[p].money_then = left_;
}

/// Minimal transfers: whose givers hold less than the cost all together.
template <class Arithmetic>
void Cstv<Arithmetic>::put_out_the_hopeless() {
  std::vector<ProjectIndex> hopeless;
  for (const ProjectIndex p : in_the_running(false)) {
    Number held = zero_;
    for (const Gift& g : gifts_[p]) held = math_.add(held, for_all(money(g.ballot), g.ballot));
    if (gifts_[p].empty() || math_.compare(held, costs_[p]) < 0) hopeless.push_back(p);
  }
  std::sort(hopeless.begin(), hopeless.end(), [&](ProjectIndex a, ProjectIndex b) { return rank_[a] < rank_[b]; });
  for (const ProjectIndex p : hopeless) put_out(p, {});
}

/// False when nothing is in the running any more.
template <class Arithmetic>
bool Cstv<Arithmetic>::turn() {
  if (in_the_running(false).empty()) return false;
  count_support();
  if (const std::vector<ProjectIndex> eligible = in_the_running(true); !eligible.empty()) {
    std::vector<ProjectIndex> best = ends(eligible, true);
    const ProjectIndex p = best.front();
    fund(p, std::move(best), payments_with_excess(p));
    return true;
  }
  if (eliminates(params_.variant)) {
    std::vector<ProjectIndex> worst = ends(in_the_running(false), false);
    const ProjectIndex p = worst.back();
    put_out(p, std::move(worst));
    withdraw(p);
    return true;
  }
  put_out_the_hopeless();
  std::vector<ProjectIndex> best = ends(in_the_running(false), true);
  if (best.empty()) return false;
  const ProjectIndex p = best.front();
  fund(p, std::move(best), payments_with_transfer(p));
  return true;
}

template <class Arithmetic>
void Cstv<Arithmetic>::take_back() {
  const auto take = [&](ProjectIndex p, std::vector<ProjectIndex> tied) {
    if (election_.projects[p].cost > left_) return;
    Round round;
    round.completed = true;
    if (tied.size() > 1) round.tied = std::move(tied);
    record(p, std::move(round));
  };
  if (eliminates(params_.variant)) {
    for (auto p = out_.rbegin(); p != out_.rend(); ++p) take(*p, {});
    return;
  }
  count_support();
  while (!out_.empty() && !math_.doubt()) {
    std::vector<ProjectIndex> best = ends(out_, true);
    const ProjectIndex p = best.front();
    std::erase(out_, p);
    take(p, std::move(best));
  }
}

template <class Arithmetic>
Result<bool> Cstv<Arithmetic>::run() {
  start(count_votes(election_));
  bool more = true;
  while (more) {
    if (params_.watcher != nullptr &&
        !params_.watcher->on_progress(trace_.rounds.size() + out_.size(), running_.size())) {
      return fail(ErrorCode::kCancelled, "error.cancelled");
    }
    more = turn();
    if (math_.doubt()) return false;
  }
  take_back();
  outcome_.cost = election_.budget - left_;
  return !math_.doubt();
}

}  // namespace cstv_run

namespace {

constexpr unsigned kExactBits = 256;
constexpr std::int64_t kLargestFactor = 128;  // ballots of up to so many points are divided without rounding

/// How many parts a unit of currency is divided in: for whole numbers so many that purses and costs are whole, and so
/// are the first gifts of ballots with few points.
BigInt parts_of(const Election& election, const Ratio& purse) {
  const BigInt unit = units_of(election).unit;
  BigInt parts = purse.denominator() / BigInt::gcd(purse.denominator(), unit) * unit;
  BigInt factor(1);
  for (std::int64_t i = 2; i <= kLargestFactor; ++i) factor = factor / BigInt::gcd(factor, BigInt(i)) * BigInt(i);
  return parts * factor;
}

template <class Arithmetic>
Result<bool> attempt(const Election& election, const RuleParams& params, const Ratio& purse, const BigInt& parts,
                     Arithmetic arithmetic, Outcome& outcome, Trace& trace) {
  cstv_run::Cstv<Arithmetic> run(election, params, purse, parts, std::move(arithmetic));
  SK_TRY(sure, run.run());
  if (!sure) return false;
  outcome = std::move(run.outcome_);
  trace = std::move(run.trace_);
  return true;
}

}  // namespace

Result<Outcome> cstv_with_purse(const Election& election, const RuleParams& params, const Ratio& purse, Trace& trace) {
  if (election.type != BallotType::kCumulative && election.type != BallotType::kScoring) {
    return fail(Error(ErrorCode::kRuleNotDefined, "error.rule_not_defined").with("rule", "cstv"));
  }
  SK_TRY_VOID(validate(election));
  for (const Ballot& ballot : election.ballots) {
    if (ballot.points.size() == ballot.projects.size()) continue;
    return fail(Error(ErrorCode::kRuleNotDefined, "error.rule_not_defined").with("rule", "cstv"));
  }
  Outcome outcome;
  SK_TRY(exact, attempt(election, params, purse, BigInt(1), ExactArithmetic(kExactBits), outcome, trace));
  if (exact) return outcome;
  const BigInt parts = parts_of(election, purse);
  for (const unsigned bits : {256U, 1024U, 4096U}) {
    SK_TRY(sure, attempt(election, params, purse, parts, BoundArithmetic(bits, bits == 4096U), outcome, trace));
    if (sure) break;
  }
  return outcome;
}

Result<Outcome> cstv(const Election& election, const RuleParams& params, Trace& trace) {
  const std::uint64_t voters = count_voters(election);
  if (voters == 0) return fail(ErrorCode::kNoBallots, "error.no_ballots");
  return cstv_with_purse(election, params, election.budget / Ratio(BigInt::from_unsigned(voters), BigInt(1)), trace);
}

}  // namespace stoepkrijt::rules
