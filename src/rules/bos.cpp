#include "rules/bos.hpp"

#include <algorithm>
#include <limits>
#include <type_traits>
#include <utility>

#include "rules/bos_price.hpp"
#include "rules/feasibility.hpp"
#include "rules/ties.hpp"

namespace stoepkrijt::rules {

namespace {

// With longer denominators the fractions of a run grow too long to be quick.
constexpr unsigned kMostWeightBits = 256;

Ratio whole(std::uint64_t value) { return Ratio(BigInt::from_unsigned(value), BigInt(1)); }

template <class Numbers>
class Bos {
 public:
  using Number = typename Numbers::Number;

  Bos(const Numbers& numbers, const Election& election, const RuleParams& params, const Utilities& utilities,
      Trace& trace)
      : numbers_(numbers),
        election_(election),
        params_(params),
        utilities_(utilities),
        supporters_(supporters_of(election, utilities_)),
        book_(numbers, election.ballots.size(), election.budget / whole(count_voters(election)), supporters_),
        pricer_(numbers, election, supporters_, book_),
        may_(election),
        ranks_(tie_ranks(election, params)),
        trace_(trace),
        left_(election.budget) {
    trace_ = Trace{};
    trace_.rule = "bos";
    trace_.payments = Payments::kListed;
    trace_.utility = utilities_.kind;
    trace_.rounded = std::is_same_v<Numbers, FineNumbers>;
    trace_.voters = count_voters(election);
    trace_.purse = election.budget / whole(trace_.voters);
    trace_.projects.resize(election.projects.size());
    const std::vector<std::uint64_t> votes = count_votes(election);
    scores_.resize(votes.size());
    for (ProjectIndex p = 0; p < votes.size(); ++p) {
      trace_.projects[p].votes = votes[p];
      factors_.push_back(bounds_of(utilities_.factors[p]));
      if (supporters_.people[p] == 0 || votes[p] < params.min_votes) {
        drop(p, WhyOut::kNoSupport);
      } else if (election.projects[p].cost > election.budget) {
        drop(p, WhyOut::kTooDear);
      } else {
        open_.push_back(p);
      }
    }
  }

  Result<Outcome> run() {
    for (;;) {
      take_free_projects();
      std::vector<ProjectIndex> tied;
      const std::optional<ProjectIndex> best = choose(tied);
      if (!best || numbers_.doubt()) break;  // in doubt: to be done again
      buy(*best, std::move(tied));
      if (params_.watcher != nullptr &&
          !params_.watcher->on_progress(trace_.rounds.size(), election_.projects.size())) {
        return fail(ErrorCode::kCancelled, "error.cancelled");
      }
    }
    for (const ProjectIndex p : open_) drop(p, may_.why(p));  // what waits for a requirement waits in vain
    outcome_.cost = election_.budget - left_;
    return std::move(outcome_);
  }

 private:
  void drop(ProjectIndex p, WhyOut why) {
    trace_.projects[p].why = why;
    trace_.projects[p].money_then = left_;
    may_.drop(p);
  }

  void take_free_projects() {
    for (;;) {
      std::optional<ProjectIndex> first;
      for (const ProjectIndex p : open_) {
        if (!election_.projects[p].cost.is_zero() || may_.verdict(p) != Verdict::kYes) continue;
        if (!first || ranks_[p] < ranks_[*first]) first = p;
      }
      if (!first) return;
      Round round;
      round.project = *first;
      round.money_before = left_;
      finish(std::move(round));
    }
  }

  void finish(Round round) {
    const ProjectIndex p = round.project;
    trace_.rounds.push_back(std::move(round));
    trace_.projects[p].why = WhyOut::kSelected;
    trace_.projects[p].turn = static_cast<std::uint32_t>(trace_.rounds.size());
    outcome_.winners.push_back(p);
    left_ -= election_.projects[p].cost;
    may_.take(p);
    std::erase(open_, p);
  }

  /// The projects that may be bought now; drops those that never can be again.
  std::vector<ProjectIndex> eligible() {
    std::vector<ProjectIndex> out;
    for (const ProjectIndex p : std::vector<ProjectIndex>(open_)) {
      const Verdict verdict = may_.verdict(p);
      if (verdict == Verdict::kNever) {
        drop(p, may_.why(p));
      } else if (election_.projects[p].cost > left_) {
        drop(p, WhyOut::kDidNotFit);
      } else {
        if (verdict == Verdict::kYes && !election_.projects[p].cost.is_zero()) out.push_back(p);
        continue;
      }
      std::erase(open_, p);
    }
    return out;
  }

  /// The best project; a score never falls, so that of an earlier round is a lower bound.
  std::optional<ProjectIndex> choose(std::vector<ProjectIndex>& tied) {
    std::vector<ProjectIndex> waiting = eligible();
    std::vector<ProjectIndex> looked_at;
    double least_high = std::numeric_limits<double>::infinity();
    while (!waiting.empty()) {
      const auto next = std::min_element(waiting.begin(), waiting.end(), [&](ProjectIndex a, ProjectIndex b) {
        return scores_[a].low < scores_[b].low;
      });
      const ProjectIndex p = *next;
      if (scores_[p].low > least_high) break;
      waiting.erase(next);
      std::erase_if(supporters_.of[p],
                    [&](const Supporter& s) { return book_.state(s.ballot) == PurseBookIn<Numbers>::kEmpty; });
      if (!pricer_.look(p, supporters_.of[p])) {
        drop(p, WhyOut::kSupportersTooPoor);
        std::erase(open_, p);
        continue;
      }
      scores_[p] = pricer_.score() / factors_[p];
      least_high = std::min(least_high, scores_[p].high);
      looked_at.push_back(p);
    }
    std::erase_if(looked_at, [&](ProjectIndex p) { return scores_[p].low > least_high; });
    if (looked_at.empty()) return std::nullopt;
    return best_of(looked_at, tied);
  }

  std::optional<ProjectIndex> best_of(const std::vector<ProjectIndex>& projects, std::vector<ProjectIndex>& tied) {
    std::vector<ProjectIndex> best;
    if (projects.size() == 1) {
      best = projects;
    } else {
      Number least;
      for (const ProjectIndex p : projects) {
        (void)pricer_.look(p, supporters_.of[p]);
        const Number score = pricer_.offer().score;
        const auto order =
            best.empty() ? std::strong_ordering::less
                         : compare_products(score, utilities_.factors[best.front()], least, utilities_.factors[p]);
        if (order < 0) {
          best.clear();
          least = score;
        }
        if (order <= 0) best.push_back(p);
      }
    }
    std::sort(best.begin(), best.end());
    tied = best.size() > 1 ? best : std::vector<ProjectIndex>{};
    return *std::min_element(best.begin(), best.end(),
                             [&](ProjectIndex a, ProjectIndex b) { return ranks_[a] < ranks_[b]; });
  }

  void buy(ProjectIndex p, std::vector<ProjectIndex> tied) {
    (void)pricer_.look(p, supporters_.of[p]);
    Round round;
    round.project = p;
    round.money_before = left_;
    round.tied = std::move(tied);
    const std::optional<Number> price = pricer_.price_if_anything_is_left();
    if (price) book_.open_round(*price);
    for (const Supporter& supporter : supporters_.of[p]) {
      Ratio amount =
          Numbers::told(price ? book_.pay(supporter.ballot, supporter.weight) : book_.pay_all(supporter.ballot));
      if (amount > round.price) round.price = amount;
      round.amounts.push_back({supporter.ballot, std::move(amount)});
    }
    std::sort(round.amounts.begin(), round.amounts.end(),
              [](const BallotAmount& a, const BallotAmount& b) { return a.ballot < b.ballot; });
    if (!round.price.is_zero()) round.effective_votes = election_.projects[p].cost / round.price;
    finish(std::move(round));
  }

  const Numbers& numbers_;
  const Election& election_;
  const RuleParams& params_;
  const Utilities& utilities_;
  Supporters supporters_;
  PurseBookIn<Numbers> book_;
  BosPricer<Numbers> pricer_;
  Feasibility may_;
  std::vector<std::uint32_t> ranks_;
  Trace& trace_;
  Ratio left_;
  std::vector<Bounds> factors_;
  std::vector<Bounds> scores_;  // by project: ρ/α as last seen; the lower bound stays one
  std::vector<ProjectIndex> open_;
  Outcome outcome_;
};

}  // namespace

Result<Outcome> bos(const Election& election, const RuleParams& params, Trace& trace) {
  SK_TRY_VOID(validate(election));
  SK_TRY(utilities, utilities_of(election, resolve_utility(election, params.utility)));
  if (count_voters(election) == 0) return fail(ErrorCode::kNoBallots, "error.no_ballots");
  if (utilities.weight_bits <= kMostWeightBits)
    return Bos<Fractions>(kFractions, election, params, utilities, trace).run();
  for (unsigned bits = FineContext::kFirstBits;; bits *= 2) {
    const FineNumbers numbers(bits);
    Result<Outcome> outcome = Bos<FineNumbers>(numbers, election, params, utilities, trace).run();
    if (!outcome || !numbers.doubt()) return outcome;
  }
}

}  // namespace stoepkrijt::rules
