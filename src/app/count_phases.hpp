// Who paid what in a count with pots, minima or part funding: such a count has several parts, each with money and
// purses of its own (rules::Phase), so each part is replayed as the election that it was. Private to src/app.
#pragma once

#include "app/count.hpp"

namespace stoepkrijt::app {

/// Fills RuleCount::parts, and of each plan the purses and payments of the part that chose it; of a plan that was not
/// chosen those of the last part that could have. `count.plans` are there already.
void describe_parts(const rules::Election& election, const rules::Trace& trace, RuleCount& count);

}  // namespace stoepkrijt::app
