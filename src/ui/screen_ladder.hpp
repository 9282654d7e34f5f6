// Who decides what (mockup a, right).
#pragma once

#include "app/command.hpp"
#include "app/views/ladder_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

void draw(const app::LadderView& view, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
