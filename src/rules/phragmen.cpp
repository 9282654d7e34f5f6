#include "rules/phragmen.hpp"

#include <algorithm>
#include <utility>

#include "rules/feasibility.hpp"
#include "rules/ties.hpp"
#include "rules/units.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::rules {

namespace {

BigInt big(std::int64_t value) { return BigInt(value); }

/// What a project would raise its supporters to: numerator / (payers · denominator of the loads), in units.
struct ExactLevel {
  BigInt numerator;
  std::int64_t payers = 0;
};

struct Candidate {
  ProjectIndex project = 0;
  double level = 0;
  double error = 0;  // relative
};

class Phragmen {
 public:
  Phragmen(const Election& election, const RuleParams& params, Trace& trace)
      : election_(election),
        params_(params),
        trace_(trace),
        units_(units_of(election)),
        may_(election),
        votes_(count_votes(election)),
        rank_(tie_ranks(election, params)),
        level_of_(election.ballots.size(), 0),
        supporters_(election.projects.size()),
        people_(election.projects.size(), std::vector<std::int64_t>(1, 0)),
        alive_(election.projects.size(), true) {
    for (std::uint32_t b = 0; b < election.ballots.size(); ++b) {
      for (const ProjectIndex p : election.ballots[b].projects) {
        supporters_[p].push_back(b);
        people_[p][0] += static_cast<std::int64_t>(election.ballots[b].count);
      }
    }
    for (const BigInt& cost : units_.costs) costs_.push_back(approximate(cost, BigInt(1)));
  }

  Result<Outcome> run();

 private:
  void start();
  void drop(ProjectIndex p, WhyOut why);
  [[nodiscard]] std::vector<ProjectIndex> open();
  [[nodiscard]] std::vector<ProjectIndex> lowest(const std::vector<ProjectIndex>& open) const;
  [[nodiscard]] Candidate candidate(ProjectIndex p) const;
  [[nodiscard]] ExactLevel exact_level(ProjectIndex p) const;
  [[nodiscard]] int compare(const Candidate& a, const Candidate& b) const;
  void choose(ProjectIndex p, std::vector<ProjectIndex> tied);
  void raise(ProjectIndex p, Round& round);
  void stop(const std::vector<ProjectIndex>& tied);

  const Election& election_;
  const RuleParams& params_;
  Trace& trace_;
  Units units_;
  Feasibility may_;
  std::vector<std::uint64_t> votes_;
  std::vector<std::uint32_t> rank_;
  std::vector<double> costs_;
  std::vector<std::uint32_t> level_of_;                 // by ballot: the load of its people, in loads_
  std::vector<std::vector<std::uint32_t>> supporters_;  // by project: ballots
  std::vector<std::vector<std::int64_t>> people_;       // by project, by level: supporters who carry it
  std::vector<bool> alive_;
  std::vector<BigInt> loads_{BigInt(0)};  // by level, in units over denominator_
  std::vector<double> low_{0};            // the same, approximately
  std::vector<double> errors_{0};         // relative, of low_
  BigInt denominator_{1};
  BigInt left_;
  Outcome outcome_;
};

void Phragmen::drop(ProjectIndex p, WhyOut why) {
  alive_[p] = false;
  may_.drop(p);
  trace_.projects[p].why = why;
  trace_.projects[p].money_then = Ratio(left_, units_.unit);
}

void Phragmen::start() {
  trace_ = Trace{};
  trace_.rule = "phragmen";
  trace_.payments = Payments::kLoads;
  trace_.utility = resolve_utility(election_, params_.utility);  // of a rule that fills what is left
  trace_.voters = count_voters(election_);
  trace_.projects.resize(votes_.size());
  left_ = units_.budget;
  for (ProjectIndex p = 0; p < votes_.size(); ++p) {
    trace_.projects[p].votes = votes_[p];
    if (votes_[p] < params_.min_votes) {
      drop(p, WhyOut::kNoSupport);
    } else if (units_.costs[p] > units_.budget) {
      drop(p, WhyOut::kTooDear);
    }
  }
}

/// The projects that may be chosen now; those that constraints rule out for good are dropped.
std::vector<ProjectIndex> Phragmen::open() {
  std::vector<ProjectIndex> open;
  for (ProjectIndex p = 0; p < alive_.size(); ++p) {
    if (!alive_[p]) continue;
    const Verdict verdict = may_.verdict(p);
    if (verdict == Verdict::kYes) open.push_back(p);
    if (verdict == Verdict::kNever) drop(p, may_.why(p));
  }
  return open;
}

Candidate Phragmen::candidate(ProjectIndex p) const {
  Candidate c;
  c.project = p;
  const std::vector<std::int64_t>& people = people_[p];
  double sum = costs_[p];
  double error = 0;
  for (std::size_t k = 1; k < people.size(); ++k) {
    if (people[k] == 0) continue;
    sum += static_cast<double>(people[k]) * low_[k];
    error = std::max(error, errors_[k]);
  }
  c.level = sum / static_cast<double>(votes_[p]);
  // Sums, products and quotients of numbers >= 0: each operation adds at most 2^-53 to the relative error.
  c.error = 1.01 * error + static_cast<double>(people.size() + 4) * kRelativeError;
  return c;
}

ExactLevel Phragmen::exact_level(ProjectIndex p) const {
  std::vector<std::int64_t> people = people_[p];
  ExactLevel out;
  for (;;) {
    out = ExactLevel{units_.costs[p] * denominator_, 0};
    for (std::size_t k = 0; k < people.size(); ++k) {
      if (people[k] == 0) continue;
      out.numerator += loads_[k] * big(people[k]);
      out.payers += people[k];
    }
    if (may_.trivial()) return out;  // then no supporter carries more (see the header)
    bool all_below = true;
    for (std::size_t k = 0; k < people.size(); ++k) {
      if (people[k] == 0 || loads_[k] * big(out.payers) <= out.numerator) continue;
      people[k] = 0;
      all_below = false;
    }
    if (all_below) return out;
  }
}

int Phragmen::compare(const Candidate& a, const Candidate& b) const {
  if (may_.trivial()) {  // the approximate level knows nothing of supporters who carry more
    if (surely_less(a.level, a.error, b.level, b.error)) return -1;
    if (surely_less(b.level, b.error, a.level, a.error)) return 1;
  }
  const ExactLevel x = exact_level(a.project);
  const ExactLevel y = exact_level(b.project);
  const BigInt left = x.numerator * big(y.payers);
  const BigInt right = y.numerator * big(x.payers);
  return left < right ? -1 : (left > right ? 1 : 0);
}

std::vector<ProjectIndex> Phragmen::lowest(const std::vector<ProjectIndex>& open) const {
  std::vector<ProjectIndex> tied;
  Candidate best;
  for (const ProjectIndex p : open) {
    if (votes_[p] == 0) continue;
    const Candidate c = candidate(p);
    const int order = tied.empty() ? -1 : compare(c, best);
    if (order > 0) continue;
    if (order < 0) tied.clear();
    if (tied.empty()) best = c;
    tied.push_back(p);
  }
  if (tied.empty()) tied = open;  // nobody supports any of them
  std::sort(tied.begin(), tied.end(), [&](ProjectIndex a, ProjectIndex b) { return rank_[a] < rank_[b]; });
  return tied;
}

/// The supporters' loads become the level of the project.
void Phragmen::raise(ProjectIndex p, Round& round) {
  const ExactLevel level = exact_level(p);
  const BigInt common = BigInt::gcd(level.numerator, big(level.payers));
  const BigInt factor = big(level.payers) / common;
  const BigInt load = level.numerator / common;
  if (factor != BigInt(1)) {
    denominator_ *= factor;
    for (BigInt& earlier : loads_) earlier *= factor;
  }
  const auto now = static_cast<std::uint32_t>(loads_.size());
  std::vector<Ratio> added(loads_.size());
  for (std::size_t k = 0; k < loads_.size(); ++k) {
    if (k < people_[p].size() && people_[p][k] > 0 && loads_[k] < load) {
      added[k] = Ratio(load - loads_[k], denominator_ * units_.unit);
      round.price = std::max(round.price, added[k]);
    }
  }
  loads_.push_back(load);
  low_.push_back(approximate(load, denominator_));
  errors_.push_back(kRelativeError);
  for (const std::uint32_t b : supporters_[p]) {
    const std::uint32_t before = level_of_[b];
    if (added[before].is_zero()) continue;
    round.amounts.push_back({b, added[before]});
    const auto count = static_cast<std::int64_t>(election_.ballots[b].count);
    for (const ProjectIndex q : election_.ballots[b].projects) {
      people_[q].resize(now + 1, 0);
      people_[q][before] -= count;
      people_[q][now] += count;
    }
    level_of_[b] = now;
  }
}

void Phragmen::choose(ProjectIndex p, std::vector<ProjectIndex> tied) {
  Round round;
  round.project = p;
  round.money_before = Ratio(left_, units_.unit);
  if (votes_[p] > 0) raise(p, round);
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

void Phragmen::stop(const std::vector<ProjectIndex>& tied) {
  for (const ProjectIndex p : tied) {
    if (units_.costs[p] > left_) drop(p, votes_[p] == 0 ? WhyOut::kNoSupport : WhyOut::kDidNotFit);
  }
  for (ProjectIndex p = 0; p < alive_.size(); ++p) {
    if (alive_[p]) drop(p, votes_[p] == 0 ? WhyOut::kNoSupport : WhyOut::kAfterStop);
  }
}

Result<Outcome> Phragmen::run() {
  start();
  for (;;) {
    if (params_.watcher != nullptr && !params_.watcher->on_progress(outcome_.winners.size(), 0)) {
      return fail(ErrorCode::kCancelled, "error.cancelled");
    }
    std::vector<ProjectIndex> tied = lowest(open());
    if (tied.empty()) break;
    if (std::any_of(tied.begin(), tied.end(), [&](ProjectIndex p) { return units_.costs[p] > left_; })) {
      stop(tied);
      break;
    }
    const ProjectIndex best = tied.front();
    choose(best, std::move(tied));
  }
  for (ProjectIndex p = 0; p < alive_.size(); ++p) {
    if (alive_[p]) drop(p, WhyOut::kLacksRequired);  // waited in vain
  }
  outcome_.cost = Ratio(units_.budget - left_, units_.unit);
  return std::move(outcome_);
}

}  // namespace

Result<Outcome> phragmen(const Election& election, const RuleParams& params, Trace& trace) {
  if (election.type != BallotType::kApproval) {
    return fail(Error(ErrorCode::kRuleNotDefined, "error.rule_not_defined").with("rule", "phragmen"));
  }
  SK_TRY_VOID(validate(election));
  return Phragmen(election, params, trace).run();
}

}  // namespace stoepkrijt::rules
