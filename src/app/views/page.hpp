// What every screen of the round has: its title, and the words of the bar at the top.
#pragma once

#include <string>

#include "app/lang.hpp"
#include "app/state.hpp"

namespace stoepkrijt::app {

struct Page {
  std::string title;     ///< the h1
  std::string subtitle;  ///< the round it is about, else the neighbourhood: second line of the wide bar
  std::string back_name;
  std::string read_name;      ///< "Lees voor", or "Stop met voorlezen" while speaking
  std::string language_name;  ///< in the language that it leads to
  LangCode other_language = LangCode::kEn;
  std::string read_words;  ///< what is read aloud; empty while speaking: reading stops
};

/// What can be taken back and done again, wherever that stands.
struct UndoView {
  std::string title, undo, redo;
  bool can_undo = false, can_redo = false;
};
[[nodiscard]] UndoView make_undo_view(const State& state, const Lang& lang);

[[nodiscard]] Page make_page(const State& state, const Lang& lang, std::string title, std::string words);

}  // namespace stoepkrijt::app
