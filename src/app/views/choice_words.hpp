// How a plan stands on the ballot in the making, in words and numbers for its card.
#pragma once

#include "app/views/round_words.hpp"

namespace stoepkrijt::app {

/// Fills what belongs to choosing: chosen, points, place, why not more, and the names of the controls.
void fill_choice(const State& state, const model::Round& round, const model::Plan& plan, const Lang& lang,
                 PlanItem& item);

}  // namespace stoepkrijt::app
