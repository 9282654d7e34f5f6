// Why a plan goes ahead or not (mockup c).
#pragma once

#include "app/command.hpp"
#include "app/views/why_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

void draw(const app::WhyView& view, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
