// Voting, step 3: is this right? (mockup b, right).
#pragma once

#include "app/command.hpp"
#include "app/views/vote_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

void draw(const app::VoteCheckView& view, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
