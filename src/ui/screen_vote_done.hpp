// After the vote: thanks, and what happens now (mockup e2).
#pragma once

#include "app/command.hpp"
#include "app/views/vote_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

void draw(const app::VoteDoneView& view, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
