// Walks: the list of them, and one with its route, its stops, what was seen and what came of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/views/map_screen_view.hpp"
#include "app/views/page.hpp"
#include "app/views/schouw_words.hpp"

namespace stoepkrijt::app {

struct WalksView {
  Page page;
  struct Line {
    std::string id, title, words;  ///< "dinsdag 6 oktober 2026 · 6 plekken · 14 meldingen"
    std::string label;
    LabelTone tone = LabelTone::kNeutral;
  };
  std::vector<Line> lines;  ///< to come first, the nearest first; then what was, the latest first
  std::string list_name, intro;
  std::string empty_title, empty_words;
  std::string make;   ///< the button
  std::string draft;  ///< "U bent een schouw aan het maken."; empty: none
  std::string draft_button;
  std::string draft_id;  ///< empty when it is a new one
};
[[nodiscard]] WalksView make_walks_view(const State& state, const Lang& lang);

/// What the form of the page remembers: which group one walks with.
struct WalkForm {
  std::string walk;
  std::string team;
};

struct WalkView {
  Page page;
  bool present = false;
  std::string gone_title, gone_words;
  std::string id, title, when, label;
  LabelTone tone = LabelTone::kNeutral;
  std::string map_name, attribution;
  std::vector<MapMarker> markers;
  struct Fact {
    std::string left, right;
  };
  std::vector<Fact> facts;
  std::string teams_title;
  std::vector<std::string> teams;  ///< of which one is chosen before starting; empty: there is one group
  int team = -1;
  bool on_it = false;               ///< this device walks it now
  std::vector<std::string> before;  ///< what to know before one starts
  std::string start, start_reason;  ///< words of the button; why it cannot be pressed
  std::string stops_title, no_stops;
  struct Stop {
    std::string name, question, measures, seen;
  };
  std::vector<Stop> stops;
  std::string actions_title, actions_count;
  int actions_done = 0, actions = 0;
  struct Action {
    std::string signal;  ///< that the row leads to
    std::string title, party, date;
    bool late = false, done = false;
  };
  std::vector<Action> action_list;
  std::string no_actions;
  std::string signals_title, no_signals;
  std::vector<SignalLine> lines;  ///< worst first
  std::string compare_title;      ///< with the earlier walk of this route; empty: none
  std::string compare_then, compare_now;
  struct Change {
    std::string words, then, now;
  };
  std::vector<Change> changes;
  std::string edit, again, pass_on, report, gpx, remove;
};
/// Of the walk that the route names, or of another one.
[[nodiscard]] WalkView make_walk_view(const State& state, const Lang& lang, const WalkForm& form);
[[nodiscard]] WalkView make_walk_view(const State& state, const Lang& lang, const WalkForm& form, std::string_view id);

}  // namespace stoepkrijt::app
