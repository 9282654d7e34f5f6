// What is in view, as a list: with a field to search in, the area that was drawn, and where many signals lie in words.
#pragma once

#include "ui/screen_map.hpp"

namespace stoepkrijt::ui {

/// The field and what it finds; choosing moves the map there.
void map_search(const app::MapScreenView& view, MapUi& mem, Ui& ui, app::CommandQueue& out);
/// Draw an area, take what is in view, or take it away again.
void area_tools(const app::MapScreenView& view, MapUi& mem, Ui& ui, const app::MapFeedback& feedback,
                app::CommandQueue& out);
/// In the place of the rest while an area is drawn.
void drawing_words(const app::MapScreenView& view, MapUi& mem, Ui& ui, const app::MapFeedback& feedback,
                   app::CommandQueue& out);
void stop_drawing(MapUi& mem);
/// Legend of the heat, and the densest places; choosing one moves the map there.
void heat_words(const app::MapScreenView& view, MapUi& mem, Ui& ui);
/// The lines, with a button for more. `margin`: at the sides of what is not a row.
void signal_list(const app::MapScreenView& view, MapUi& mem, Ui& ui, const app::State& state, float margin,
                 app::CommandQueue& out);

}  // namespace stoepkrijt::ui
