// Voting, step 2: choose within the amount (mockup b, left).
#pragma once

#include "app/command.hpp"
#include "app/views/vote_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

struct VoteChooseUi {
  int theme = 0;
  bool themes_open = false;
};

void draw(const app::VoteChooseView& view, VoteChooseUi& mem, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
