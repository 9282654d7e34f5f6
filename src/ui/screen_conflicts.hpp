// Choosing between what two people wrote.
#pragma once

#include "app/command.hpp"
#include "app/views/conflicts_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

void draw(const app::ConflictsView& view, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
