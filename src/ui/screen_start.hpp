// The front door (mockup a).
#pragma once

#include "app/command.hpp"
#include "app/views/start_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

void draw(const app::StartView& view, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
