// "Eigen kaart": what is on the map now, and the way to another one.
#pragma once

#include "app/command.hpp"
#include "app/views/own_map_view.hpp"
#include "ui/kit.hpp"
#include "ui/map_board.hpp"

namespace stoepkrijt::ui {

void draw(const app::OwnMapView& view, Ui& ui, MapBoard& maps, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
