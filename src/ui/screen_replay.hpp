// The count once more: money going from purses to plans, step by step, to be played, paused and stepped through. With
// reduced motion nothing moves by itself: the list of all steps, which always stands below, says the same.
#pragma once

#include <cstddef>

#include "app/command.hpp"
#include "app/views/replay_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

struct ReplayUi {
  std::size_t step = 0;  ///< the one that is shown
  bool playing = false;
  bool fast = false;
  double since = -1;      ///< when the shown step began to move; below 0: it is complete
  std::size_t steps = 0;  ///< of the count that is shown: another count begins anew
};

void draw(const app::ReplayView& view, Ui& ui, ReplayUi& own, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
