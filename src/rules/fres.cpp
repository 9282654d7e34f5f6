#include "rules/fres.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "rules/fres_run.hpp"
#include "rules/ties.hpp"

namespace stoepkrijt::rules {

namespace {

// With longer denominators the fractions of a run grow too long to be quick.
constexpr unsigned kMostWeightBits = 256;

Ratio whole_number(std::uint64_t value) { return Ratio(BigInt::from_unsigned(value), BigInt(1)); }

template <class Numbers>
class Fres {
 public:
  using Number = typename Numbers::Number;

  Fres(const Numbers& numbers, const Election& election, const RuleParams& params, const Utilities& utilities,
       Trace& trace)
      : election_(election),
        supporters_(supporters_of(election, utilities)),
        may_(election),
        ranks_(tie_ranks(election, params)),
        run_(numbers, election, params, utilities, supporters_, may_, ranks_),
        trace_(trace),
        left_(election.budget) {
    trace_ = Trace{};
    trace_.rule = "fres";
    trace_.payments = Payments::kListed;
    trace_.utility = utilities.kind;
    trace_.rounded = std::is_same_v<Numbers, FineNumbers>;
    trace_.voters = count_voters(election);
    trace_.purse = election.budget / whole_number(trace_.voters);
    const std::vector<std::uint64_t> votes = count_votes(election);
    trace_.projects.resize(votes.size());
    trace_.parts.resize(votes.size());
    parts_.resize(votes.size());
    for (ProjectIndex p = 0; p < votes.size(); ++p) {
      ProjectTrace& project = trace_.projects[p];
      project.votes = votes[p];
      project.money_then = left_;
      project.why = WhyOut::kSupportersTooPoor;
      if (supporters_.people[p] == 0 || votes[p] < params.min_votes) project.why = WhyOut::kNoSupport;
      if (election.projects[p].cost > election.budget) project.why = WhyOut::kTooDear;
      if (project.why != WhyOut::kSupportersTooPoor) {
        may_.drop(p);
        continue;
      }
      (election.projects[p].cost.is_zero() ? free_ : paid_).push_back(p);
    }
  }

  Result<Outcome> run() {
    take_free_projects();
    std::vector<bool> takes_part(trace_.projects.size(), false);
    for (const ProjectIndex p : paid_) takes_part[p] = true;
    if (!run_.run(takes_part)) return fail(ErrorCode::kCancelled, "error.cancelled");
    for (const ProjectIndex p : paid_) {
      parts_[p] = run_.part(p);
      trace_.parts[p] = Numbers::told(parts_[p]);
    }
    for (const ProjectIndex p : run_.whole()) trace_.parts[p] = Ratio(1);
    for (const ProjectIndex p : run_.whole()) add(p, false);
    take_free_projects();  // those that waited for a requirement
    round_up();
    for (const ProjectIndex p : free_) close(p, WhyOut::kSupportersTooPoor);
    outcome_.cost = election_.budget - left_;
    return std::move(outcome_);
  }

 private:
  /// The reason of the constraints when they have one, else `why`.
  void close(ProjectIndex p, WhyOut why) {
    if (trace_.projects[p].why == WhyOut::kSelected) return;
    trace_.projects[p].why = may_.verdict(p) == Verdict::kYes ? why : may_.why(p);
    trace_.projects[p].money_then = left_;
    may_.drop(p);
  }

  void take_free_projects() {
    for (;;) {
      std::optional<ProjectIndex> first;
      for (const ProjectIndex p : free_) {
        if (may_.verdict(p) != Verdict::kYes) continue;
        if (!first || ranks_[p] < ranks_[*first]) first = p;
      }
      if (!first) return;
      std::erase(free_, *first);
      trace_.parts[*first] = Ratio(1);
      may_.take(*first);
      add(*first, false);
    }
  }

  void round_up() {
    std::vector<ProjectIndex> parts;
    for (const ProjectIndex p : paid_) {
      if (trace_.projects[p].why == WhyOut::kSelected) continue;
      if (parts_[p].is_zero()) {
        waiting_.push_back(p);
      } else {
        parts.push_back(p);
      }
    }
    // Stable: a FineNumber may be in doubt which is less, and then the order is of no use but must do no harm.
    std::stable_sort(parts.begin(), parts.end(), [&](ProjectIndex a, ProjectIndex b) {
      const std::strong_ordering order = parts_[a] <=> parts_[b];
      return order != 0 ? order > 0 : ranks_[a] < ranks_[b];
    });
    for (const ProjectIndex p : parts) {
      if (may_.verdict(p) != Verdict::kYes) {
        close(p, WhyOut::kDidNotFit);
      } else if (election_.projects[p].cost > left_) {
        close(p, WhyOut::kDidNotFit);
      } else {
        may_.take(p);
        add(p, true);
      }
    }
    for (const ProjectIndex p : waiting_) close(p, WhyOut::kSupportersTooPoor);
  }

  /// What everybody paid for the project, over all steps.
  void add(ProjectIndex p, bool completed) {
    Round round;
    round.project = p;
    round.money_before = left_;
    round.completed = completed;
    std::vector<std::pair<std::uint32_t, Number>> paid;  // step, and all up to it, per unit of weight
    for (std::uint32_t i = 0; i < run_.steps().size(); ++i) {
      if (run_.steps()[i].project != p) continue;
      paid.emplace_back(i, paid.empty() ? run_.steps()[i].payment : paid.back().second + run_.steps()[i].payment);
      if (round.tied.empty()) round.tied = run_.tied()[i];
    }
    for (const Supporter& s : supporters_.of[p]) {
      const std::uint32_t emptied = run_.emptied_in()[s.ballot];
      const auto after = std::upper_bound(paid.begin(), paid.end(), emptied,
                                          [](std::uint32_t step, const auto& entry) { return step < entry.first; });
      if (after == paid.begin()) continue;
      Number exact = std::prev(after)->second;
      if (s.weight != 0) exact *= run_.weight(s.weight);
      Ratio amount = Numbers::told(exact);
      if (amount > round.price) round.price = amount;
      round.amounts.push_back({s.ballot, std::move(amount)});
    }
    if (!round.price.is_zero()) round.effective_votes = election_.projects[p].cost / round.price;
    trace_.rounds.push_back(std::move(round));
    trace_.projects[p].why = WhyOut::kSelected;
    trace_.projects[p].turn = static_cast<std::uint32_t>(trace_.rounds.size());
    outcome_.winners.push_back(p);
    left_ -= election_.projects[p].cost;
  }

  const Election& election_;
  Supporters supporters_;
  Feasibility may_;
  std::vector<std::uint32_t> ranks_;
  FresRun<Numbers> run_;
  Trace& trace_;
  Ratio left_;
  std::vector<Number> parts_;  // by project
  std::vector<ProjectIndex> free_;
  std::vector<ProjectIndex> paid_;
  std::vector<ProjectIndex> waiting_;
  Outcome outcome_;
};

}  // namespace

Result<Outcome> fres(const Election& election, const RuleParams& params, Trace& trace) {
  SK_TRY_VOID(validate(election));
  SK_TRY(utilities, utilities_of(election, resolve_utility(election, params.utility)));
  if (count_voters(election) == 0) return fail(ErrorCode::kNoBallots, "error.no_ballots");
  if (utilities.weight_bits <= kMostWeightBits)
    return Fres<Fractions>(kFractions, election, params, utilities, trace).run();
  for (unsigned bits = FineContext::kFirstBits;; bits *= 2) {
    const FineNumbers numbers(bits);
    Result<Outcome> outcome = Fres<FineNumbers>(numbers, election, params, utilities, trace).run();
    if (!outcome || !numbers.doubt()) return outcome;
  }
}

}  // namespace stoepkrijt::rules
