// Voting, step 1: what you decide.
#pragma once

#include "app/command.hpp"
#include "app/views/vote_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

void draw(const app::VoteReadView& view, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
