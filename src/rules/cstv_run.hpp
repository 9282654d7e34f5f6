// A run of CSTV in a given arithmetic: what a ballot still holds, supports and the measures. For cstv.cpp alone.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "rules/certified.hpp"
#include "rules/rule.hpp"
#include "rules/ties.hpp"

namespace stoepkrijt::rules::cstv_run {

enum class Measure : std::uint8_t { kExcess, kPerCost, kSupport };

inline Measure measure_of(CstvVariant variant) {
  switch (variant) {
    case CstvVariant::kEwt:
    case CstvVariant::kMt:
      return Measure::kExcess;
    case CstvVariant::kEwtc:
    case CstvVariant::kMtc:
      return Measure::kPerCost;
    case CstvVariant::kEwts:
    case CstvVariant::kMts:
      return Measure::kSupport;
  }
  return Measure::kExcess;
}

inline bool eliminates(CstvVariant variant) {
  return variant == CstvVariant::kEwt || variant == CstvVariant::kEwtc || variant == CstvVariant::kEwts;
}

struct Gift {
  std::uint32_t ballot = 0;
  std::int64_t points = 0;
};

/// What each giver of a project pays, parallel to its gifts and per person.
template <class Number>
struct GiftPayment {
  Number amount;
  bool all = false;  // all that the giver holds
};

template <class Arithmetic>
class Cstv {
 public:
  using Number = typename Arithmetic::Number;

  Cstv(const Election& election, const RuleParams& params, const Ratio& purse, const BigInt& parts,
       Arithmetic arithmetic)
      : election_(election),
        params_(params),
        measure_(measure_of(params.variant)),
        rank_(tie_ranks(election, params)),
        parts_(parts, BigInt(1)),
        math_(std::move(arithmetic)),
        zero_(math_.from(Ratio(0))),
        purse_(math_.from(purse * parts_)),
        gifts_(election.projects.size()),
        running_(election.projects.size(), true),
        support_(election.projects.size()),
        left_(election.budget) {
    for (const Project& project : election.projects) costs_.push_back(math_.from(project.cost * parts_));
    trace_.purse = purse;
  }

  /// False: the arithmetic was too weak.
  [[nodiscard]] Result<bool> run();
  Outcome outcome_;
  Trace trace_;

 private:
  void start(const std::vector<std::uint64_t>& votes);
  [[nodiscard]] const Number& money(std::uint32_t ballot) const { return money_[state_[ballot]]; }
  [[nodiscard]] Number gift(const Gift& g) { return math_.scale(money(g.ballot), BigInt(g.points), weight_[g.ballot]); }
  [[nodiscard]] Number for_all(const Number& amount, std::uint32_t ballot) {
    return math_.scale(amount, BigInt::from_unsigned(election_.ballots[ballot].count), 1);
  }
  void count_support();
  [[nodiscard]] bool is_free(ProjectIndex p) const { return election_.projects[p].cost.is_zero(); }
  [[nodiscard]] std::strong_ordering compare(ProjectIndex a, ProjectIndex b);
  [[nodiscard]] std::vector<ProjectIndex> ends(const std::vector<ProjectIndex>& among, bool best);
  [[nodiscard]] std::vector<ProjectIndex> in_the_running(bool only_eligible);
  void fund(ProjectIndex p, std::vector<ProjectIndex> tied, const std::vector<GiftPayment<Number>>& payments);
  [[nodiscard]] std::vector<GiftPayment<Number>> payments_with_excess(ProjectIndex p);
  [[nodiscard]] std::vector<GiftPayment<Number>> payments_with_transfer(ProjectIndex p);
  void put_out(ProjectIndex p, std::vector<ProjectIndex> tied);
  void withdraw(ProjectIndex p);
  void put_out_the_hopeless();
  [[nodiscard]] bool turn();
  void take_back();
  void record(ProjectIndex p, Round round);
  [[nodiscard]] Ratio in_currency(const Number& amount) const { return math_.low(amount) / parts_; }
  [[nodiscard]] Ratio listed(const Number& spent) const;

  const Election& election_;
  const RuleParams& params_;
  Measure measure_;
  std::vector<std::uint32_t> rank_;
  Ratio parts_;  // of a unit of currency: what numbers count in
  Arithmetic math_;
  Number zero_;
  Number purse_;
  std::vector<Number> costs_;
  std::vector<std::vector<Gift>> gifts_;  // by project
  std::vector<bool> running_;
  std::vector<Number> support_;
  std::vector<std::uint32_t> state_;  // by ballot: people with the same past hold the same
  std::vector<Number> money_;         // by state, per person
  std::vector<std::int64_t> weight_;  // by ballot: points on the projects that gifts can move among
  std::vector<ProjectIndex> out_;     // in the order in which they went out
  Ratio left_;
};

template <class Arithmetic>
void Cstv<Arithmetic>::start(const std::vector<std::uint64_t>& votes) {
  trace_.rule = "cstv";
  trace_.payments = Payments::kListed;
  trace_.utility = Utility::kPoints;
  trace_.voters = count_voters(election_);
  trace_.projects.resize(votes.size());
  money_.assign(1, purse_);
  state_.assign(election_.ballots.size(), 0);
  weight_.assign(election_.ballots.size(), 0);
  for (std::uint32_t b = 0; b < election_.ballots.size(); ++b) {
    const Ballot& ballot = election_.ballots[b];
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      const ProjectIndex p = ballot.projects[i];
      if (ballot.points[i] <= 0 || ballot.count == 0 || votes[p] < params_.min_votes) continue;
      gifts_[p].push_back({b, ballot.points[i]});
      weight_[b] += ballot.points[i];
    }
  }
  for (ProjectIndex p = 0; p < votes.size(); ++p) {
    trace_.projects[p].votes = votes[p];
    trace_.projects[p].why = gifts_[p].empty()                               ? WhyOut::kNoSupport
                             : election_.projects[p].cost > election_.budget ? WhyOut::kTooDear
                                                                             : WhyOut::kEliminated;
    if (votes[p] < params_.min_votes) running_[p] = false;
  }
}

/// Gifts from the same state and the same weight are added up as points first: there are far fewer of those than
/// ballots.
template <class Arithmetic>
void Cstv<Arithmetic>::count_support() {
  std::vector<std::pair<std::pair<std::uint32_t, std::int64_t>, BigInt>> points;
  for (ProjectIndex p = 0; p < support_.size(); ++p) {
    points.clear();
    for (const Gift& g : gifts_[p]) {
      points.push_back({{state_[g.ballot], weight_[g.ballot]},
                        BigInt(g.points) * BigInt::from_unsigned(election_.ballots[g.ballot].count)});
    }
    std::sort(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    support_[p] = zero_;
    for (std::size_t i = 0; i < points.size();) {
      const auto [state, weight] = points[i].first;
      BigInt sum;
      for (; i < points.size() && points[i].first == std::pair{state, weight}; ++i) sum += points[i].second;
      support_[p] = math_.add(support_[p], math_.scale(money_[state], sum, weight));
    }
  }
}

/// greater: a is better.
template <class Arithmetic>
std::strong_ordering Cstv<Arithmetic>::compare(ProjectIndex a, ProjectIndex b) {
  switch (measure_) {
    case Measure::kExcess:
      return math_.compare(math_.add(support_[a], costs_[b]), math_.add(support_[b], costs_[a]));
    case Measure::kSupport:
      return math_.compare(support_[a], support_[b]);
    case Measure::kPerCost:
      break;
  }
  if (!is_free(a) && !is_free(b)) {
    const Number one = math_.from(Ratio(1));
    return math_.compare(math_.scale(support_[a], costs_[b], one), math_.scale(support_[b], costs_[a], one));
  }
  // A free project with givers is infinitely cheap; without, it is the last of all.
  const auto place = [&](ProjectIndex p) { return !is_free(p) ? 1 : (gifts_[p].empty() ? 0 : 2); };
  return place(a) <=> place(b);
}

/// The best or the worst of them, in the order of ties.
template <class Arithmetic>
std::vector<ProjectIndex> Cstv<Arithmetic>::ends(const std::vector<ProjectIndex>& among, bool best) {
  std::vector<ProjectIndex> found;
  for (const ProjectIndex p : among) {
    const auto order =
        found.empty() ? std::strong_ordering::equal : (best ? compare(p, found.front()) : compare(found.front(), p));
    if (order < 0) continue;
    if (order > 0) found.clear();
    found.push_back(p);
  }
  std::sort(found.begin(), found.end(), [&](ProjectIndex a, ProjectIndex b) { return rank_[a] < rank_[b]; });
  return found;
}

template <class Arithmetic>
std::vector<ProjectIndex> Cstv<Arithmetic>::in_the_running(bool only_eligible) {
  std::vector<ProjectIndex> out;
  for (ProjectIndex p = 0; p < running_.size(); ++p) {
    if (!running_[p]) continue;
    if (only_eligible && (gifts_[p].empty() || math_.compare(support_[p], costs_[p]) < 0)) continue;
    out.push_back(p);
  }
  return out;
}

}  // namespace stoepkrijt::rules::cstv_run
