// A report to print, of a walk or a buurt.
#pragma once

#include "app/command.hpp"
#include "app/views/report_view.hpp"
#include "ui/kit.hpp"
#include "ui/map_board.hpp"

namespace stoepkrijt::ui {

void draw(const app::ReportView& view, Ui& ui, MapBoard& maps, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
