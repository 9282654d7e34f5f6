// The two rules side by side.
#pragma once

#include "app/command.hpp"
#include "app/views/compare_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

struct CompareUi {
  bool choosing = false;  ///< the lists of rules are open
};

void draw(const app::CompareView& view, Ui& ui, CompareUi& own, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
