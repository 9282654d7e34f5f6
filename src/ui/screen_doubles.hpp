// After the walk: doubles two at a time, figures per buurt, and what is shown.
#pragma once

#include "app/command.hpp"
#include "app/views/doubles_view.hpp"
#include "app/views/figures_view.hpp"
#include "app/views/filter_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

void draw(const app::State& state, const app::Lang& lang, app::DoublesForm& form, Ui& ui, app::CommandQueue& out);
void draw(const app::FiguresView& view, Ui& ui, const app::State& state, app::CommandQueue& out);
void draw(const app::FilterView& view, Ui& ui, const app::State& state, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
