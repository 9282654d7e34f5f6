// The result: counting by a rule of choice, lists, money (mockups c right and g).
#pragma once

#include "app/command.hpp"
#include "app/views/result_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

void draw(const app::ResultView& view, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
