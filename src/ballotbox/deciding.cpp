#include "ballotbox/deciding.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace stoepkrijt::ballotbox {

namespace {

void remove_one(model::Urn& urn, const model::Ballot& ballot) {
  const auto entry = std::find_if(urn.entries.begin(), urn.entries.end(),
                                  [&ballot](const model::Urn::Entry& e) { return e.ballot == ballot; });
  SK_CHECK(entry != urn.entries.end());
  if (--entry->count == 0) urn.entries.erase(entry);
}

/// Which other ballot a group gives: none, or the one at this place (the last where there are fewer).
constexpr std::size_t kLeaveOut = SIZE_MAX;

class Changed {
 public:
  explicit Changed(const model::Urn& urn) : urn_(urn) {}
  void change(const OpenedConflict& group, std::size_t other) {
    // Two groups may count one C; it lies in the urn once.
    if (group.counted && removed_.insert(group.counted_hash).second) remove_one(urn_, *group.counted);
    if (other == kLeaveOut) return;
    const OpenedConflict::Other& taken = group.others[std::min(other, group.others.size() - 1)];
    if (taken.ballot && !taken.counted_elsewhere) urn_.add(*taken.ballot);
  }
  [[nodiscard]] const model::Urn& urn() const { return urn_; }

 private:
  model::Urn urn_;
  std::set<Hash256> removed_;
};

struct Trial {
  Scenario scenario;
  model::Urn urn;
};

std::vector<Trial> trials_of(const Opening& opening) {
  std::vector<Trial> out;
  std::size_t most = 0;
  Changed without(opening.ballots);
  for (const OpenedConflict& group : opening.conflicts) {
    without.change(group, kLeaveOut);
    most = std::max(most, group.others.size());
  }
  out.push_back({Scenario::kLeftOut, without.urn()});
  for (std::size_t other = 0; other < most; ++other) {
    Changed all(opening.ballots);
    for (const OpenedConflict& group : opening.conflicts) all.change(group, other);
    out.push_back({Scenario::kAllOthers, all.urn()});
  }
  for (const OpenedConflict& group : opening.conflicts) {
    for (std::size_t other = 0; other < group.others.size(); ++other) {
      if (out.size() > kMostScenarios) return out;
      Changed one(opening.ballots);
      one.change(group, other);
      out.push_back({Scenario::kOneOther, one.urn()});
    }
  }
  return out;
}

}  // namespace

Result<Decided> decided(const Opening& opening, const CountWinners& count) {
  Decided out;
  SK_TRY(winners, count(opening.ballots));
  out.winners = std::move(winners);
  out.conflicts = opening.conflicts.size();
  if (opening.conflicts.empty()) return out;
  const std::vector<Trial> trials = trials_of(opening);
  if (trials.size() > kMostScenarios) {
    out.declared = false;
    out.fails = Scenario::kTooMany;
    return out;
  }
  for (const Trial& trial : trials) {
    SK_TRY(there, count(trial.urn));
    ++out.scenarios;
    if (there == out.winners) continue;
    out.declared = false;
    out.fails = trial.scenario;
    out.winners_there = std::move(there);
    return out;
  }
  return out;
}

}  // namespace stoepkrijt::ballotbox
