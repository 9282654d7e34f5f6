// Signals that may be about the same thing, two at a time with their photos; and those that are together already.
#pragma once

#include <string>
#include <vector>

#include "app/views/page.hpp"
#include "app/views/photo_view.hpp"
#include "app/views/schouw_words.hpp"

namespace stoepkrijt::app {

/// Which pair is looked at: those that were passed over come later.
struct DoublesForm {
  std::size_t at = 0;
};

struct DoublesView {
  Page page;
  std::string intro;
  struct Side {
    std::string id, title, place, when, words, open;
    SignalLine line;
    std::vector<PhotoTile> photos;  ///< one, or none
    std::string no_photo;
  };
  struct Pair {
    Side first, second;
    std::string question;  ///< "Is dit hetzelfde?"
    std::string apart;     ///< "12 meter uit elkaar, 3 dagen na elkaar"
    std::string count;     ///< "1 van 4"
  };
  std::vector<Pair> pair;  ///< one, or none
  std::string same, different, later;
  std::string none_title, none_words;
  std::string settings_title, radius_title, weeks_title, same_subject, same_subject_small;
  struct Choice {
    std::string words;
    std::int32_t value = 0;
    bool on = false;
  };
  std::vector<Choice> radii, weeks;
  bool same_subtheme = true;
  std::string together_title;
  struct Group {
    std::string title;
    std::vector<SignalLine> lines;
    std::vector<std::string> take_out;  ///< names of the buttons
  };
  std::vector<Group> groups;
  std::string take_out;
};
[[nodiscard]] DoublesView make_doubles_view(const State& state, const Lang& lang, const DoublesForm& form);

}  // namespace stoepkrijt::app
