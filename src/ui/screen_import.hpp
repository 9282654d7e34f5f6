// What a file would change, and the yes or no to it.
#pragma once

#include "app/command.hpp"
#include "app/views/import_view.hpp"
#include "ui/kit.hpp"
#include "ui/map_board.hpp"

namespace stoepkrijt::ui {

void draw(const app::ImportView& view, Ui& ui, MapBoard& maps, app::CommandQueue& out);

/// A change of a record: its title, and its fields below. Shared with the history.
void change_lines(Ui& ui, std::string_view k, const app::ChangeLine& line);

}  // namespace stoepkrijt::ui
