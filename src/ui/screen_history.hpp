// What was done on this device, and what one record went through.
#pragma once

#include <cstddef>

#include "app/command.hpp"
#include "app/views/history_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

/// How far the reader has opened the list.
struct HistoryUi {
  std::size_t most = app::kEntriesAtOnce;
};
void draw(const app::HistoryView& view, HistoryUi& mem, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
