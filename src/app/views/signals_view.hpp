// All signals as a list, and one signal as a page.
#pragma once

#include <string>
#include <vector>

#include "app/views/map_screen_view.hpp"
#include "app/views/page.hpp"
#include "app/views/photo_view.hpp"
#include "app/views/schouw_words.hpp"

namespace stoepkrijt::app {

struct SignalsView {
  Page page;
  std::string title, count;
  std::string search_label, search_value;
  std::vector<MapScreenView::Filter> filters;  ///< without plans
  std::vector<SignalLine> lines;               ///< worst first: a page or some
  std::string some;                            ///< how many of how many; empty: these are all
  std::string more;                            ///< button: a further page
  std::string sort_words;
  std::string empty_title, empty_words;  ///< when no line passes
  std::string new_button;
  std::string filter_button, doubles_button;
};
[[nodiscard]] SignalsView make_signals_view(const State& state, const Lang& lang);
[[nodiscard]] SignalsView make_signals_view(const State& state, const Lang& lang, SignalsCache& signals,
                                            std::size_t most);

struct SignalView {
  Page page;
  bool present = false;
  std::string gone_title, gone_words;  ///< when it is not there
  SignalLine line;
  std::string words;
  std::string map_name, attribution;
  MapMarker marker;
  struct Fact {
    std::string left, right;
  };
  std::vector<Fact> facts;
  std::string photos_title;
  std::vector<PhotoTile> photos;
  std::string photos_gone;  ///< what to do about those that are not here; empty: all are
  std::string history_title;
  std::vector<Fact> history;  ///< moment, status with its reason
  std::string action_title, action_words, action_party, action_date;
  bool supported = false;
  std::string support_button, support_words;
  std::string edit, remove;
  std::string set_status;  ///< leads to the screen for it
  struct Way {
    std::string words;
    Route to;
  };
  std::vector<Way> ways;  ///< what it came from, and what came of it
  std::string make_idea;  ///< empty: it is an idea already
  std::string make_plan;  ///< empty: it is no idea, or is in a plan of the next round already
  std::string contact;    ///< leads to how its reporter can be reached
  std::string past;       ///< what was done to it on this device
};
[[nodiscard]] SignalView make_signal_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
