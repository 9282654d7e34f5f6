// Tagging what you see: kind, theme, level, words, save. Everything but the spot may be skipped.
#pragma once

#include <string>

#include "app/command.hpp"
#include "app/views/tag_view.hpp"
#include "ui/kit.hpp"
#include "ui/map_board.hpp"

namespace stoepkrijt::ui {

/// The texts while they are typed: the field owns them between two commands.
struct TagUi {
  std::string id, title, words;
  std::string place = {};    ///< typed as numbers
  bool place_wrong = false;  ///< and not understood
};

void draw(const app::TagView& view, TagUi& mem, Ui& ui, MapBoard& maps, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
