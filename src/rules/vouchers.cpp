#include "rules/vouchers.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "rules/feasibility.hpp"
#include "rules/ties.hpp"
#include "rules/unequal_purses.hpp"

namespace stoepkrijt::rules {

namespace {

BigInt big(std::int64_t value) { return BigInt(value); }

class Vouchers {
 public:
  Vouchers(const Election& election, const RuleParams& params, Trace& trace)
      : election_(election),
        params_(params),
        trace_(trace),
        units_(units_of(election)),
        may_(election),
        votes_(count_votes(election)),
        rank_(tie_ranks(election, params)),
        alive_(election.projects.size(), true),
        givers_(election.projects.size()),
        worth_(election.projects.size()),
        left_(units_.budget) {}

  Result<Outcome> run();

 private:
  void start();
  void hand_out();
  void drop(ProjectIndex p, WhyOut why);
  [[nodiscard]] bool open(ProjectIndex p);
  [[nodiscard]] std::vector<ProjectIndex> carried();
  void choose(ProjectIndex p, std::vector<ProjectIndex> tied, std::vector<BallotAmount> amounts);
  void carry(ProjectIndex p, std::vector<ProjectIndex> tied);
  [[nodiscard]] Result<void> share_the_rest();
  void finish();
  [[nodiscard]] bool go_on() const {
    return params_.watcher == nullptr || params_.watcher->on_progress(outcome_.winners.size(), 0);
  }

  const Election& election_;
  const RuleParams& params_;
  Trace& trace_;
  Units units_;
  Feasibility may_;
  std::vector<std::uint64_t> votes_;
  std::vector<std::uint32_t> rank_;
  std::vector<bool> alive_;
  std::vector<std::vector<Backer>> givers_;  // by project
  std::vector<Ratio> worth_;                 // by project: of the vouchers it holds, in currency
  std::vector<Ratio> value_;                 // by ballot: of a point, in currency
  std::vector<Ratio> spent_;                 // by ballot, per person, in currency
  BigInt left_;
  Outcome outcome_;
};

void Vouchers::drop(ProjectIndex p, WhyOut why) {
  alive_[p] = false;
  may_.drop(p);
  trace_.projects[p].why = why;
  trace_.projects[p].money_then = Ratio(left_, units_.unit);
}

void Vouchers::start() {
  trace_ = Trace{};
  trace_.rule = "vouchers";
  trace_.payments = Payments::kListed;
  trace_.utility = Utility::kPoints;
  trace_.voters = count_voters(election_);
  trace_.purse = election_.budget / Ratio(BigInt::from_unsigned(trace_.voters), BigInt(1));
  trace_.projects.resize(votes_.size());
  hand_out();
  for (ProjectIndex p = 0; p < votes_.size(); ++p) {
    trace_.projects[p].votes = votes_[p];
    if (votes_[p] < params_.min_votes || givers_[p].empty()) {
      drop(p, WhyOut::kNoSupport);
    } else if (units_.costs[p] > units_.budget) {
      drop(p, WhyOut::kTooDear);
    }
  }
}

/// What each ballot's points are worth, and what each project holds.
void Vouchers::hand_out() {
  std::vector<BigInt> given(election_.ballots.size());
  BigInt most = big(election_.vouchers);
  for (std::size_t b = 0; b < given.size(); ++b) {
    for (const std::int64_t points : election_.ballots[b].points) {
      if (points > 0) given[b] += big(points);
    }
    if (election_.vouchers <= 0 && election_.ballots[b].count > 0) most = std::max(most, given[b]);
  }
  value_.resize(given.size());
  spent_.resize(given.size());
  // By project and by value of a point: whole numbers of points, so that few fractions are added.
  std::vector<std::vector<std::pair<Ratio, BigInt>>> held(election_.projects.size());
  for (std::uint32_t b = 0; b < given.size(); ++b) {
    const Ballot& ballot = election_.ballots[b];
    if (given[b].is_zero() || ballot.count == 0) continue;
    value_[b] = trace_.purse / Ratio(std::max(most, given[b]), BigInt(1));
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      if (ballot.points[i] <= 0) continue;
      const ProjectIndex p = ballot.projects[i];
      givers_[p].push_back({b, ballot.points[i]});
      auto at = std::find_if(held[p].begin(), held[p].end(), [&](const auto& each) { return each.first == value_[b]; });
      if (at == held[p].end()) at = held[p].insert(at, {value_[b], BigInt(0)});
      at->second += big(ballot.points[i]) * BigInt::from_unsigned(ballot.count);
    }
  }
  for (std::size_t p = 0; p < held.size(); ++p) {
    for (const auto& [value, points] : held[p]) worth_[p] += value * Ratio(points, BigInt(1));
  }
}

/// Whether it may be chosen now; drops it when it never may again.
bool Vouchers::open(ProjectIndex p) {
  if (!alive_[p]) return false;
  const Verdict verdict = may_.verdict(p);
  if (verdict == Verdict::kNever) drop(p, may_.why(p));
  return verdict == Verdict::kYes;
}

/// The projects whose vouchers are worth most for their cost, in the order of ties; of those that reach it.
std::vector<ProjectIndex> Vouchers::carried() {
  const auto compare = [&](ProjectIndex a, ProjectIndex b) {
    const Ratio& x = election_.projects[a].cost;
    const Ratio& y = election_.projects[b].cost;
    if (x.is_zero() || y.is_zero()) return y.is_zero() <=> x.is_zero();
    return worth_[b] * x <=> worth_[a] * y;
  };
  std::vector<ProjectIndex> best;
  for (ProjectIndex p = 0; p < alive_.size(); ++p) {
    if (!open(p) || worth_[p] < election_.projects[p].cost) continue;
    const auto order = best.empty() ? std::strong_ordering::less : compare(p, best.front());
    if (order > 0) continue;
    if (order < 0) best.clear();
    best.push_back(p);
  }
  std::sort(best.begin(), best.end(), [&](ProjectIndex a, ProjectIndex b) { return rank_[a] < rank_[b]; });
  return best;
}

void Vouchers::choose(ProjectIndex p, std::vector<ProjectIndex> tied, std::vector<BallotAmount> amounts) {
  Round round;
  round.project = p;
  round.money_before = Ratio(left_, units_.unit);
  round.amounts = std::move(amounts);
  for (const BallotAmount& amount : round.amounts) round.price = std::max(round.price, amount.amount);
  if (!round.price.is_zero()) round.effective_votes = election_.projects[p].cost / round.price;
  if (tied.size() > 1) round.tied = std::move(tied);
  trace_.rounds.push_back(std::move(round));
  trace_.projects[p].why = WhyOut::kSelected;
  trace_.projects[p].turn = static_cast<std::uint32_t>(trace_.rounds.size());
  alive_[p] = false;
  may_.take(p);
  left_ -= units_.costs[p];
  outcome_.winners.push_back(p);
}

/// Each giver pays the same part of what was given.
void Vouchers::carry(ProjectIndex p, std::vector<ProjectIndex> tied) {
  std::vector<BallotAmount> amounts;
  const Ratio& cost = election_.projects[p].cost;
  if (!cost.is_zero()) {
    const Ratio part = cost / worth_[p];
    for (const Backer& giver : givers_[p]) {
      const Ratio amount = part * value_[giver.ballot] * Ratio(giver.weight);
      spent_[giver.ballot] += amount;
      amounts.push_back({giver.ballot, amount});
    }
  }
  choose(p, std::move(tied), std::move(amounts));
}

/// Equal shares with the vouchers given as utility.
Result<void> Vouchers::share_the_rest() {
  BigInt denominator(1);  // common to all purses
  std::vector<Ratio> money;
  for (const Ratio& spent : spent_) {
    money.push_back((trace_.purse - spent) * Ratio(units_.unit, BigInt(1)));
    const BigInt& d = money.back().denominator();
    if (!(denominator % d).is_zero()) denominator = denominator / BigInt::gcd(denominator, d) * d;
  }
  std::vector<BigInt> start;
  for (const Ratio& each : money) start.push_back(each.numerator() * (denominator / each.denominator()));
  UnequalPurses purses(election_, std::move(start), std::move(denominator));
  for (;;) {
    if (!go_on()) return fail(ErrorCode::kCancelled, "error.cancelled");
    std::vector<ProjectIndex> tied;
    std::optional<PursePrice> best;
    for (ProjectIndex p = 0; p < alive_.size(); ++p) {
      if (!open(p)) continue;
      std::optional<PursePrice> price = purses.price(givers_[p], units_.costs[p]);
      if (!price || (best && lower_price(*best, *price))) continue;
      if (!best || lower_price(*price, *best)) tied.clear();
      if (tied.empty() || rank_[p] < rank_[tied.front()]) {
        best = std::move(price);
        tied.insert(tied.begin(), p);
      } else {
        tied.push_back(p);
      }
    }
    if (tied.empty()) return {};
    const ProjectIndex p = tied.front();
    std::sort(tied.begin(), tied.end(), [&](ProjectIndex a, ProjectIndex b) { return rank_[a] < rank_[b]; });
    choose(p, std::move(tied), purses.pay(givers_[p], *best, units_.unit));
  }
}

void Vouchers::finish() {
  for (ProjectIndex p = 0; p < alive_.size(); ++p) {
    if (!alive_[p]) continue;
    drop(p, may_.verdict(p) == Verdict::kYes ? WhyOut::kSupportersTooPoor : may_.why(p));
  }
  outcome_.cost = Ratio(units_.budget - left_, units_.unit);
}

Result<Outcome> Vouchers::run() {
  start();
  for (;;) {
    if (!go_on()) return fail(ErrorCode::kCancelled, "error.cancelled");
    std::vector<ProjectIndex> best = carried();
    if (best.empty()) break;
    const ProjectIndex p = best.front();
    carry(p, std::move(best));
  }
  SK_TRY_VOID(share_the_rest());
  finish();
  return std::move(outcome_);
}

}  // namespace

Result<Outcome> vouchers(const Election& election, const RuleParams& params, Trace& trace) {
  if (election.type != BallotType::kCumulative && election.type != BallotType::kScoring) {
    return fail(Error(ErrorCode::kRuleNotDefined, "error.rule_not_defined").with("rule", "vouchers"));
  }
  SK_TRY_VOID(validate(election));
  for (const Ballot& ballot : election.ballots) {
    if (ballot.points.size() == ballot.projects.size()) continue;
    return fail(Error(ErrorCode::kRuleNotDefined, "error.rule_not_defined").with("rule", "vouchers"));
  }
  if (count_voters(election) == 0) return fail(ErrorCode::kNoBallots, "error.no_ballots");
  return Vouchers(election, params, trace).run();
}

}  // namespace stoepkrijt::rules
