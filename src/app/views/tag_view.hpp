// Tagging what you see: one signal being made. Every step may be skipped; the spot is locked from the start.
#pragma once

#include <string>
#include <vector>

#include "app/views/page.hpp"
#include "app/views/photo_view.hpp"
#include "app/views/schouw_words.hpp"

namespace stoepkrijt::app {

struct TagView {
  Page page;
  bool present = false;  ///< false: there is no draft; the screen goes back
  model::SignalKind kind = model::SignalKind::kProblem;
  std::string icon;
  std::string title;  ///< "Niet goed"
  std::string where;  ///< "bij Singelkade, op 6 meter"
  bool placing = false;
  std::string vague;  ///< warning when the place is not exact
  std::string move, move_hint, put_here;
  std::string type_place, type_place_hint, type_place_go, type_place_wrong;  ///< a place as numbers
  std::string attribution;
  struct Choice {
    std::string key, words, icon;
    bool on = false;
    int index = 0;  ///< of a theme: its place in SchouwTheme
  };
  std::string double_title, double_words, double_button, double_id;  ///< one that may be the same; empty: none
  std::string themes_title;
  std::vector<Choice> themes;  ///< in the order of SchouwTheme; those that this walk looks at
  std::string subs_title;
  std::vector<Choice> subs;  ///< key = slug
  struct Measure {
    std::string slug, words;  ///< "Tel grof zwerfvuil"
    bool on = false;
  };
  std::string measure_title;
  std::vector<Measure> measures;  ///< that belong to the theme
  std::string counted, count_hint, less, more, by_eye;
  std::int32_t count = 0, step = 1;
  bool can_less = false, can_more = true;
  bool has_levels = true;
  bool pictures = true;  ///< drawn tiles belong to what is clean
  std::string level_title, level_hint;
  std::vector<std::string> level_names;  ///< five
  model::Level level = model::Level::kUnset;
  std::string level_rule;  ///< "**C**: tot 25 stuks afval ..."; empty without a level
  std::string photos_title, photos_hint;
  std::vector<PhotoTile> photos;
  bool photo_camera = false;
  std::string photo_add;     ///< tile: takes one with the camera, or chooses one where there is none
  std::string photo_choose;  ///< beside the camera; empty: the tile does that
  std::string photo_full;    ///< instead of the tile, when no more fit
  std::string photo_wait;    ///< while one is being prepared
  std::string title_label, title_hint, title_value;
  std::string words_label, words_hint, words_value;
  std::string privacy;  ///< warning when the words look like personal data; empty: none
  std::string save, later, discard, close;
  model::Signal signal;
};

[[nodiscard]] TagView make_tag_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
