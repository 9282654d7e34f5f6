// What the map's sheet has while a walk is walked: the stop, what is counted there, the way on.
#pragma once

#include "app/command.hpp"
#include "app/map_request.hpp"
#include "app/views/map_screen_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

/// Where the person stands, as well as we know: the device's own place, else the middle of the map.
[[nodiscard]] app::cmd::StartTag tag_here(model::SignalKind kind, const app::State& state,
                                          const app::MapFeedback& feedback);
/// The stop where one is, with its question.
void stop_here(const app::MapScreenView& view, Ui& ui);
void measures_here(const app::MapScreenView& view, Ui& ui, const app::State& state, const app::MapFeedback& feedback,
                   app::CommandQueue& out);
void walk_buttons(const app::MapScreenView& view, Ui& ui, app::CommandQueue& out);
/// To the walks, the end of the walk, and the list: true when that was chosen.
[[nodiscard]] bool map_links(const app::MapScreenView& view, Ui& ui, app::CommandQueue& out);
/// The way walked so far, and the map that goes along.
void follow_walk(app::MapRequest& request, const MapGesture& gesture, const app::State& state, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
