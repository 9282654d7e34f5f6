// The list of signals and the page of one.
#pragma once

#include <string>

#include "app/command.hpp"
#include "app/views/signals_view.hpp"
#include "ui/kit.hpp"
#include "ui/map_board.hpp"

namespace stoepkrijt::ui {

struct SignalsUi {
  std::string search;
};

void draw(const app::SignalsView& view, SignalsUi& mem, Ui& ui, const app::State& state, app::CommandQueue& out);
void draw(const app::SignalView& view, Ui& ui, MapBoard& maps, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
