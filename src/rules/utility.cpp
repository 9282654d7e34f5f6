#include "rules/utility.hpp"

namespace stoepkrijt::rules {

Utility resolve_utility(const Election& election, Utility utility) {
  if (utility != Utility::kDefault) return utility;
  switch (election.type) {
    case BallotType::kApproval:
      return Utility::kCost;
    case BallotType::kCumulative:
    case BallotType::kScoring:
      return Utility::kPoints;
    case BallotType::kOrdinal:
      return Utility::kBorda;
  }
  return Utility::kCost;
}

}  // namespace stoepkrijt::rules
