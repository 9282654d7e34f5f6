// The result in figures: how the money fell, and whether groups of voters got their part. Part of screen_result.
#pragma once

#include "ui/screen_result.hpp"

namespace stoepkrijt::ui {

void result_figures(const app::ResultView& view, Ui& ui, ResultUi& own);

}  // namespace stoepkrijt::ui
