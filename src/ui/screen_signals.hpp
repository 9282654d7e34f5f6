// The list of signals and the page of one.
#pragma once

#include <cstddef>
#include <string>

#include "app/command.hpp"
#include "app/views/signals_view.hpp"
#include "ui/kit.hpp"
#include "ui/map_board.hpp"

namespace stoepkrijt::ui {

struct SignalsUi {
  std::string search;
  std::size_t most = app::kLinesOfAPage;  ///< lines of the list
};

void draw(const app::SignalsView& view, SignalsUi& mem, Ui& ui, const app::State& state, app::CommandQueue& out);
void draw(const app::SignalView& view, Ui& ui, MapBoard& maps, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
