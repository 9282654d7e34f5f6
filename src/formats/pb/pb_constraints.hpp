// Money per theme and buurt in META: the public keys budget_per_category and budget_per_neighborhood, and our own.
//
//   categories;Groen,Jeugd                 neighborhoods;Noord,Zuid
//   budget_per_category;5000,2500          at most so much for the projects of each (public files)
//   stoepkrijt_pots;category Groen=3000,neighborhood Noord=1000            pots of their own, in this order
//   stoepkrijt_limits;category Groen=500..3000,category Jeugd=..2500       at least .. at most
//   stoepkrijt_part_funding;1              the last plan may be carried out smaller where its owner agreed
// A public key that cannot be understood is left aside with a warning; one of our own is then a fault.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "formats/pb/pb_draft.hpp"

namespace stoepkrijt::formats {

/// META into PbElection::constraints.
void read_constraints(PbDraft& draft);
/// The opposite: rows of META. The public key where it says everything, else our own.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> write_constraints(const rules::Constraints& constraints);

}  // namespace stoepkrijt::formats
