// How voting works in this round, in a few points: what one does, with what, and what holds in every form.
#pragma once

#include <vector>

#include "app/views/vote_view.hpp"

namespace stoepkrijt::app {

[[nodiscard]] std::vector<VoteReadView::Point> read_points(const State& state, const model::Round& round,
                                                           const Lang& lang);

}  // namespace stoepkrijt::app
