#include "rules/replay.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "rules/fine_number.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::rules {

namespace {

Ratio people_ratio(std::uint64_t people) { return Ratio(BigInt::from_unsigned(people), BigInt(1)); }

/// Several ways of paying that leave the same: the average payment per project, in order of selection.
void merge_group(PurseGroup& into, const PurseGroup& other, const std::vector<std::uint32_t>& round_of) {
  if (into.paid == other.paid && into.same_payments && other.same_payments) {
    into.people += other.people;
    return;
  }
  into.same_payments = false;
  const Ratio a = people_ratio(into.people);
  const Ratio b = people_ratio(other.people);
  for (Payment& payment : into.paid) payment.amount *= a / (a + b);
  for (const Payment& payment : other.paid) {
    const Ratio amount = payment.amount * b / (a + b);
    const auto same = std::find_if(into.paid.begin(), into.paid.end(),
                                   [&](const Payment& mine) { return mine.project == payment.project; });
    if (same != into.paid.end()) {
      same->amount += amount;
    } else {
      into.paid.push_back({payment.project, amount});
    }
  }
  std::sort(into.paid.begin(), into.paid.end(),
            [&](const Payment& x, const Payment& y) { return round_of[x.project] < round_of[y.project]; });
  into.people += other.people;
}

/// Voters differ in what the project is worth to them, by a utility that the rule uses.
bool has_weights(const Election& election, const Trace& trace) {
  const RuleEntry* entry = find_rule(trace.rule);
  const bool uses =
      payments_of(trace) == Payments::kShares || (entry != nullptr && (entry->traits & kTakesUtility) != 0);
  return uses && trace.utility != Utility::kCc &&
         (election.type != BallotType::kApproval || trace.utility == Utility::kRelativeCost ||
          trace.utility == Utility::kRelativeCardinality);
}

}  // namespace

Payments payments_of(const Trace& trace) noexcept { return trace.phases.empty() ? trace.payments : Payments::kNone; }

bool knows_what_is_left(const Trace& trace) noexcept {
  return payments_of(trace) != Payments::kNone && trace.parts.empty();
}

PurseReplay::PurseReplay(const Election& election, const Trace& trace)
    : election_(election), trace_(trace), payments_(payments_of(trace)) {
  if (has_weights(election, trace)) {
    Result<Utilities> utilities = utilities_of(election, trace.utility);
    if (utilities && !utilities->plain()) weighted_ = std::move(*utilities);
  }
  supporters_.resize(election.projects.size());
  for (std::uint32_t b = 0; b < election.ballots.size(); ++b) {
    const std::vector<ProjectIndex>& projects = election.ballots[b].projects;
    for (std::uint32_t i = 0; i < projects.size(); ++i) {
      const bool nothing = weighted_ ? weighted_->weight(b, i).is_zero()
                                     : !election.ballots[b].points.empty() && election.ballots[b].points[i] == 0;
      if (nothing) continue;
      supporters_[projects[i]].push_back({b, i});
    }
  }
  nodes_.push_back({payments_ == Payments::kLoads ? Ratio(0) : trace.purse, 0, 0, Ratio(0)});
  node_of_.assign(election.ballots.size(), 0);
}

std::vector<ReplayGroup> PurseReplay::play() {
  const Round& round = trace_.rounds[played_++];
  if (payments_ == Payments::kNone || (payments_ == Payments::kShares && round.completed)) return {};
  // Voters with one history and one key (weight or amount) move together.
  std::map<std::pair<std::uint32_t, Ratio>, std::uint32_t> moved;
  std::map<std::pair<Ratio, Ratio>, std::uint64_t, std::greater<>> people;  // by before, amount
  const auto move = [&](std::uint32_t ballot, const Ratio& key, bool listed) {
    const std::uint32_t from = node_of_[ballot];
    const auto [it, is_new] = moved.try_emplace({from, key}, static_cast<std::uint32_t>(nodes_.size()));
    if (is_new) {
      const Ratio before = nodes_[from].left;
      const Ratio share = listed ? key : round.price * key;
      const Ratio amount = listed ? key : std::min(before, trace_.rounded ? rounded_down(share) : share);
      if (amount.is_zero()) {
        it->second = from;
      } else {
        nodes_.push_back({before - amount, from, round.project, amount});
      }
    }
    const Ratio& before = nodes_[from].left;
    people[{before, before - nodes_[it->second].left}] += election_.ballots[ballot].count;
    node_of_[ballot] = it->second;
  };
  if (payments_ == Payments::kShares) {
    const Ratio one(1);
    for (const Supporter& s : supporters_[round.project]) {
      move(s.ballot, weighted_ ? weighted_->weight(s.ballot, s.place) : one, false);
    }
  } else {
    std::vector<bool> done(election_.ballots.size(), false);
    for (const BallotAmount& paid : round.amounts) {
      done[paid.ballot] = true;
      move(paid.ballot, paid.amount, true);
    }
    for (const Supporter& s : supporters_[round.project]) {
      if (!done[s.ballot]) move(s.ballot, Ratio(0), true);
    }
  }
  std::vector<ReplayGroup> groups;
  const bool loads = payments_ == Payments::kLoads;
  for (const auto& [key, count] : people) {
    const Ratio after = key.first - key.second;
    groups.push_back({count, loads ? -key.first : key.first, key.second, loads ? -after : after});
  }
  return groups;
}

void PurseReplay::play_to(std::size_t rounds) {
  while (played_ < std::min(rounds, trace_.rounds.size())) static_cast<void>(play());
}

std::vector<Payment> PurseReplay::payments_at(std::uint32_t node) const {
  std::vector<Payment> paid;
  for (; node != 0; node = nodes_[node].parent) paid.push_back({nodes_[node].project, nodes_[node].paid});
  std::reverse(paid.begin(), paid.end());
  return paid;
}

std::vector<PurseGroup> PurseReplay::groups(ProjectIndex project) const {
  std::vector<std::uint32_t> round_of(election_.projects.size(), 0);
  for (std::uint32_t r = 0; r < played_; ++r) round_of[trace_.rounds[r].project] = r;
  std::map<std::uint32_t, std::uint64_t> people;
  for (const Supporter& s : supporters_[project]) people[node_of_[s.ballot]] += election_.ballots[s.ballot].count;
  std::vector<PurseGroup> all;
  for (const auto& [node, count] : people) all.push_back({count, nodes_[node].left, payments_at(node), true});
  // Groups that leave the same are merged below, in any order with the same result.
  std::sort(all.begin(), all.end(), [](const PurseGroup& a, const PurseGroup& b) { return a.left > b.left; });
  std::vector<PurseGroup> groups;
  for (PurseGroup& group : all) {
    if (!groups.empty() && groups.back().left == group.left) {
      merge_group(groups.back(), group, round_of);
    } else {
      groups.push_back(std::move(group));
    }
  }
  return groups;
}

Replay replay(const Election& election, const Outcome& outcome, const Trace& trace) {
  Replay out;
  out.payments = payments_of(trace);
  out.voters = trace.voters;
  out.purse = trace.purse;
  PurseReplay book(election, trace);
  Ratio left = election.budget;
  for (std::size_t r = 0; r < trace.rounds.size(); ++r) {
    ReplayRound round;
    round.project = trace.rounds[r].project;
    round.completed = trace.rounds[r].completed;
    const bool in_part = outcome.part_paid && !outcome.winners.empty() && outcome.winners.back() == round.project;
    round.cost = in_part ? *outcome.part_paid : election.projects[round.project].cost;
    round.left_before = left;
    left -= round.cost;
    round.left_after = left;
    round.groups = book.play();
    out.rounds.push_back(std::move(round));
  }
  return out;
}

std::vector<PurseGroup> purse_groups(const Election& election, const Trace& trace, ProjectIndex project,
                                     std::size_t rounds) {
  PurseReplay book(election, trace);
  book.play_to(rounds);
  return book.groups(project);
}

Ratio money_of(const std::vector<PurseGroup>& groups) {
  Ratio sum;
  for (const PurseGroup& group : groups) sum += group.left * people_ratio(group.people);
  return sum;
}

std::uint64_t people_of(const std::vector<PurseGroup>& groups) {
  std::uint64_t sum = 0;
  for (const PurseGroup& group : groups) sum += group.people;
  return sum;
}

}  // namespace stoepkrijt::rules
