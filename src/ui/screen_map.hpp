// The map of the walk and the wijk: one finger pans, two zoom and turn; every marker is also a button in the page.
#pragma once

#include "app/command.hpp"
#include "app/views/map_screen_view.hpp"
#include "ui/kit.hpp"
#include "ui/map_board.hpp"

namespace stoepkrijt::ui {

inline constexpr std::string_view kMapKey = "kaart";

void draw(const app::MapScreenView& view, Ui& ui, MapBoard& maps, const app::State& state, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
