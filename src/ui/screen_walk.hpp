// Walks: the list, one, and preparing one.
#pragma once

#include "app/command.hpp"
#include "app/views/prepare_view.hpp"
#include "app/views/walk_view.hpp"
#include "ui/kit.hpp"
#include "ui/map_board.hpp"

namespace stoepkrijt::ui {

/// The walk as the fields show it: what is typed in one frame must not be lost in the next.
struct PrepareUi {
  model::Walk walk, sent;
};

void draw(const app::WalksView& view, Ui& ui, app::CommandQueue& out);
void draw(const app::State& state, const app::Lang& lang, app::WalkForm& form, Ui& ui, MapBoard& maps,
          app::CommandQueue& out);
void draw(const app::PrepareView& view, PrepareUi& mem, Ui& ui, MapBoard& maps, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
