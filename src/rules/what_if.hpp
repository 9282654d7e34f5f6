// What would have carried a project that lost: found by counting again, never by reasoning.
//
// No rule here promises that a cheaper project or one with more votes does better. So a search by halving only tells
// what it tried: the number at which the project was carried, and that one step less was tried and was not enough.
// Other numbers may do as well.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "rules/claims.hpp"

namespace stoepkrijt::rules {

/// The election with `votes` more voters for this project alone: approval {project}; with points all that a ballot of
/// this election holds at most; a ranking with the project on top and the others behind it by id (a ranking of one says
/// nothing under Borda). The budget stays, so under equal shares everybody's purse is a little smaller.
[[nodiscard]] Election with_extra_votes(Election election, ProjectIndex project, std::uint64_t votes);
[[nodiscard]] Election with_cost(Election election, ProjectIndex project, const Ratio& cost);
/// Whether the rule carries the project.
[[nodiscard]] Result<bool> carries(std::string_view rule, const Election& election, const RuleParams& params,
                                   ProjectIndex project);

/// kEnoughCost or kNoEnoughCost, in whole currency units; nothing for a project of at most one unit. `hint` is tried
/// first.
[[nodiscard]] Result<std::optional<Claim>> search_cost(std::string_view rule, const Election& election,
                                                       const RuleParams& params, ProjectIndex project,
                                                       const Ratio& hint);
/// kEnoughVotes or kNoEnoughVotes; nothing for a project that costs more than the budget.
[[nodiscard]] Result<std::optional<Claim>> search_votes(std::string_view rule, const Election& election,
                                                        const RuleParams& params, ProjectIndex project);
/// kSupport, or nothing where it is not defined (rules other than the equal shares family, counts in phases, free
/// projects). The run without the project has the purses of the run that stands.
[[nodiscard]] Result<std::optional<Claim>> find_support(const Election& election, const RuleParams& params,
                                                        const Trace& trace, ProjectIndex project);

}  // namespace stoepkrijt::rules
