// The result: who won and why, how it was counted, the money by theme, by buurt and on the map (mockups c right and g).
#pragma once

#include "app/command.hpp"
#include "app/views/result_view.hpp"
#include "ui/kit.hpp"
#include "ui/map_board.hpp"

namespace stoepkrijt::ui {

struct ResultUi {
  bool meanings = false;  ///< what each figure means is shown
};

void draw(const app::ResultView& view, Ui& ui, ResultUi& own, MapBoard& maps, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
