// The printed cards of a package that was just made: what is printed already, and wiping the codes.
#pragma once

#include <string>
#include <vector>

#include "app/office/office.hpp"
#include "app/views/page.hpp"

namespace stoepkrijt::app {

struct CardsView {
  Page page;
  bool present = false;
  std::string none_title, none_words, none_button;
  std::string intro, round, counts, warning;
  struct Batch {
    std::string words, button, done;  ///< empty done: not printed yet
  };
  std::vector<Batch> batches;
  std::string steps_title;
  std::vector<std::string> steps;
  std::string fingerprint_label, fingerprint, spoken_label, spoken;
  std::string wipe, wipe_words;
  std::string leaving_title, leaving_words, leaving_yes, leaving_no;  ///< empty title: not asked
};
[[nodiscard]] CardsView make_cards_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
