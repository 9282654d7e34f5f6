// Figures of one outcome: who got what, how evenly, and how the money follows the wishes. All exact, all data.
//
// A project on a ballot counts as approved: on points with more than zero, on a ranking wherever it stands.
// Satisfaction is counted in winners (how many approved projects are carried) and in money (what they cost together); a
// last plan that is paid in part counts with what it gets. Blank ballots are voters with satisfaction 0.
// - Gini: half the mean absolute difference of satisfaction over all pairs of voters, divided by the mean; 0 when all
//   have the same, or nothing.
// - Fair share: the share of a voter is the sum over approved winners of cost / supporters; the fair share is B/n, or
//   what all approved projects would give when that is less. fair_share_distance is the mean of |share − fair share|.
//   Source: Lackner, Maly, Rey, "Fairness in Participatory Budgeting via Equality of Resources", AAMAS 2023; pabutools,
//   average_distance_to_fair_share.
// - Category proportionality: per theme the part of the spent money beside the part of the wished money, where every
//   vote wishes the cost of its project; category_distance is the mean over themes of the squared difference (0: the
//   money follows the wishes). pabutools (category_proportionality) gives exp(−that), and takes the mean of the parts
//   per ballot, which has no usable exact form with many ballots.
// - Exhaustive: no supported project that costs something and is not chosen fits in the money left.
//
// Example: 2 voters, one approved a (10, chosen), the other b (5, not chosen); B = 10. empty_handed 1, mean_winners
// 1/2, gini_winners 1/2, fair_share_distance (|10 − 5| + |0 − 5|) / 2 = 5.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

/// Money for one theme or buurt. A project counts whole under each of its themes.
struct SpendingOn {
  std::string name;   // empty: projects without a theme, or for the whole wijk
  bool area = false;  // a buurt, else a theme
  Ratio spent;
  Ratio spent_part;   // of all money spent; 0 when nothing is spent
  Ratio wished_part;  // of the cost of all votes; 0 when there are none
  std::uint32_t chosen = 0;
  std::uint32_t offered = 0;

  friend bool operator==(const SpendingOn&, const SpendingOn&) = default;
};

struct Figures {
  std::uint64_t voters = 0;
  std::uint64_t blank = 0;
  std::uint64_t empty_handed = 0;                // approved something, but no winner
  Ratio empty_handed_part;                       // of all who approved something; 0 when nobody did
  std::vector<std::uint64_t> winners_per_voter;  // [k]: voters with k approved winners; the last is not 0
  Ratio mean_winners;
  Ratio mean_money;
  Ratio gini_winners;
  Ratio gini_money;
  std::optional<Ratio> gini_points;  // of the points given to winners; nothing on ballots without points
  Ratio fair_share_distance;
  std::optional<Ratio> category_distance;  // nothing when no project has a theme
  std::vector<SpendingOn> spending;        // themes, then buurten, each by name (bytes ascending)
  Ratio left;                              // of the budget
  bool exhaustive = false;

  friend bool operator==(const Figures&, const Figures&) = default;
};

/// `outcome` is of a rule on this election. Errors: kNoBallots and those of validate().
[[nodiscard]] Result<Figures> figures_of(const Election& election, const Outcome& outcome);

/// The Gini coefficient of values with multiplicity.
[[nodiscard]] Ratio gini(std::vector<std::pair<Ratio, std::uint64_t>> values);
/// By ballot: the projects that count as approved.
[[nodiscard]] std::vector<std::vector<ProjectIndex>> approved_projects(const Election& election);

}  // namespace stoepkrijt::rules
