// What is shown of all that was seen: on the map and in the list alike.
#pragma once

#include <string>
#include <vector>

#include "app/state.hpp"
#include "app/views/map_signals.hpp"
#include "app/views/page.hpp"

namespace stoepkrijt::app {

struct FilterView {
  Page page;
  std::string count;  ///< "12 van 41 meldingen"
  struct Choice {
    std::string words, icon;
    bool on = false;
    MapFilter then;  ///< when it is pressed
  };
  struct Group {
    std::string key, title;
    std::vector<Choice> choices;
  };
  std::vector<Group> groups;
  std::string area_off;          ///< button: the area that was drawn goes; empty: there is none
  std::string heat, heat_words;  ///< a switch with its explanation
  bool heat_on = false;
  std::string done, all;
};
[[nodiscard]] FilterView make_filter_view(const State& state, const Lang& lang);
[[nodiscard]] FilterView make_filter_view(const State& state, const Lang& lang, SignalsCache& signals);

/// "Schoon, laatste 4 weken"; empty when everything is shown.
[[nodiscard]] std::string filter_words(const State& state, const Lang& lang);
/// What the button says that leads here: what is chosen, or that one can choose.
[[nodiscard]] std::string filter_button(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
