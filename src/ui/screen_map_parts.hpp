// What stands around the map: cards to tag with, what was chosen, the walk's questions, the kinds that are shown.
#pragma once

#include "app/command.hpp"
#include "app/map_request.hpp"
#include "app/views/map_screen_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

/// "Wat ziet u hier?", with a card for each kind that is welcome.
void kind_cards(const app::MapScreenView& view, Ui& ui, const app::State& state, const app::MapFeedback& feedback,
                app::CommandQueue& out);
void chosen_card(const app::MapScreenView& view, Ui& ui, app::CommandQueue& out);
void draft_note(const app::MapScreenView& view, Ui& ui, app::CommandQueue& out);
/// The questions of the walk, where there is room for them.
void stops(const app::MapScreenView& view, Ui& ui);
/// Which kinds are shown, and the switch of where many lie.
void filters(const app::MapScreenView& view, Ui& ui, const app::State& state, app::CommandQueue& out);
/// Figures of the buurt that was chosen, `w` wide.
void buurt_plate(const app::MapScreenView& view, Ui& ui, float x, float y, float w, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
