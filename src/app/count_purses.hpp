// Replays what every ballot has and has paid along the rounds of a trace, whatever the way of paying. For people: the
// bands and amounts of the screens. Private to src/app.
#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "app/count.hpp"
#include "rules/utility.hpp"

namespace stoepkrijt::app {

[[nodiscard]] Money to_money(const Ratio& euros);
/// The ballot's place of a project, or its size when it does not name it. Rankings are not sorted by project.
[[nodiscard]] std::size_t place_on(const rules::Ballot& ballot, rules::ProjectIndex project);
[[nodiscard]] inline bool names(const rules::Ballot& ballot, rules::ProjectIndex project) {
  return place_on(ballot, project) < ballot.projects.size();
}

class Purses {
 public:
  Purses(const rules::Election& election, const rules::Trace& trace);

  /// Fills `have` and `bands` with what the supporters hold now.
  void describe(rules::ProjectIndex project, PlanCount& plan) const;
  /// Lets the supporters pay for the round; fills what each pays, also in the bands of describe().
  void pay(const rules::Round& round, PlanCount& plan);
  /// Every payment was the price or all that was left.
  [[nodiscard]] bool equal_price() const { return equal_price_; }

 private:
  [[nodiscard]] std::size_t kind_of(std::size_t ballot) const;
  [[nodiscard]] std::map<std::size_t, Ratio> payments(const rules::Round& round) const;

  const rules::Election& election_;
  const rules::Trace& trace_;
  rules::Utilities utilities_;
  bool loads_;
  bool equal_price_ = true;
  std::vector<Ratio> left_;  // kLoads: carried
  std::vector<std::vector<std::pair<rules::ProjectIndex, Ratio>>> paid_;
};

}  // namespace stoepkrijt::app
