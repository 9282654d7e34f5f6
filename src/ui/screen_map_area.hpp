// The map itself within its screen: what it is asked to show, its markers as buttons, the buttons that float over it,
// and the line that a hand draws around an area.
#pragma once

#include "ui/screen_map.hpp"

namespace stoepkrijt::ui {

/// The area with markers and gestures; what is drawn over it comes after.
app::MapRequest map_itself(const app::MapScreenView& view, MapUi& mem, Ui& ui, const app::MapFeedback& feedback,
                           const app::State& state, Rect r, app::CommandQueue& out);

/// `r`: what of the map is free; `room_above` of it is covered by what floats at its top.
void map_buttons(const app::MapScreenView& view, MapUi& mem, Ui& ui, const app::MapFeedback& feedback, Rect r,
                 float room_above, bool wide, app::MapRequest& request, app::CommandQueue& out);

/// The list follows the map once that stands still.
void follow_map(MapUi& mem, Ui& ui, const app::MapFeedback& feedback, const app::State& state);

}  // namespace stoepkrijt::ui
