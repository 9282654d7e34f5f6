// Settings and about.
#pragma once

#include "app/command.hpp"
#include "app/views/more_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

void draw(const app::MoreView& view, Ui& ui, app::CommandQueue& out);
void draw(const app::AboutView& view, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
