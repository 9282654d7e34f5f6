// The two rules side by side.
#pragma once

#include "app/command.hpp"
#include "app/views/compare_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

void draw(const app::CompareView& view, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
