// The dossier: everything a neighbourhood knows, in one document that its owner holds. Ballots are not in it
// (design: ballots): they live in an urn of their own.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/map.hpp"
#include "model/round.hpp"
#include "model/schouw.hpp"

namespace stoepkrijt::model {

struct Dossier {
  std::string id;
  std::string title;
  Neighbourhood neighbourhood;
  std::vector<Round> rounds;  ///< each list sorted by id (bytes), ids unique
  std::vector<Walk> walks;
  std::vector<Track> tracks;
  std::vector<Signal> signals;
  std::vector<Issue> issues;
  std::string delete_by = {};  ///< ISO date: until then it may be kept; empty: nobody has said
  friend bool operator==(const Dossier&, const Dossier&) = default;
};

/// Checks every rule that the types cannot hold: unique ids, references that exist, money above zero, places on earth,
/// dates that exist, words within limits. The first fault is returned, with its path ("signals[3].place").
[[nodiscard]] Result<void> validate(const Dossier& dossier);
/// The same where each signal is known to be valid on its own: there are thousands.
[[nodiscard]] Result<void> validate_around_signals(const Dossier& dossier);
[[nodiscard]] Result<void> validate(const Round& round);
[[nodiscard]] Result<void> validate(const Signal& signal);
[[nodiscard]] Result<void> validate(const Walk& walk);
[[nodiscard]] Result<void> validate(const Track& track);
[[nodiscard]] Result<void> validate(const Issue& issue);
[[nodiscard]] Result<void> validate(const Buurt& buurt);
/// Every number in its range, also where the method does not use it.
[[nodiscard]] Result<void> validate(const VoteForm& form);
/// The words are single words; what they mean is the registry's business.
[[nodiscard]] Result<void> validate(const CountingRule& rule);
/// A ballot holds only plans of the round, each once, and keeps to the round's form: sorted unless a ranking, within
/// the budget (knapsack), at most so many plans, points above zero that keep to both limits. Blank is always allowed.
[[nodiscard]] Result<void> validate(const Ballot& ballot, const Round& round);

}  // namespace stoepkrijt::model
