// A pair of keys for somebody else: what for, the part that everybody may see, and the part that only they keep.
#pragma once

#include <string>
#include <vector>

#include "app/office/office.hpp"
#include "app/views/page.hpp"

namespace stoepkrijt::app {

struct KeysView {
  Page page;
  std::string intro;
  bool made = false;
  // What it is for
  std::string what_title;
  std::vector<std::string> owners;  ///< in the order of formats::KeyOwner
  std::vector<std::string> abouts;
  std::vector<std::string> name_labels, name_hints;
  std::string make;
  // What was made
  std::string done_title;
  std::string open_title, open_words, digits_label, words_label, open_file, qr_name;
  std::vector<std::string> digits;  ///< four lines of sixteen digits, in groups
  std::string spoken;
  int size = 0;
  std::vector<bool> modules;
  std::string secret_title, secret_words, print, print_words, file, file_words;
  std::string wipe;
  std::string leaving_title, leaving_words, leaving_yes, leaving_no;  ///< empty title: not asked
};
[[nodiscard]] KeysView make_keys_view(const State& state, const Lang& lang);

/// 64 digits as lines of sixteen in groups of four.
[[nodiscard]] std::vector<std::string> digit_lines(const ballotbox::Key32& key);

}  // namespace stoepkrijt::app
