// What a file would change, before it does.
#pragma once

#include <string>
#include <vector>

#include "app/views/change_words.hpp"
#include "app/views/page.hpp"

namespace stoepkrijt::app {

struct ImportView {
  Page page;
  bool present = false;
  std::string title, words, file;
  struct Line {
    std::string left, right;
  };
  std::vector<Line> lines;  ///< counts, or what is in the file
  struct Group {
    std::string title;
    std::vector<ChangeLine> changes;
  };
  std::vector<Group> groups;          ///< new, changed, gone; together at most kMostLines changes
  std::string more;                   ///< "en nog 12 veranderingen"; empty: these are all
  std::vector<std::string> warnings;  ///< what is odd about the file
  std::string map_name;               ///< of a map: the name of its picture; empty: it is no map
  std::string attribution, attribution_label, attribution_hint, attribution_error;
  std::string note;  ///< what will become of what is there
  std::string yes;   ///< empty: there is nothing to do
  std::string no;
};
inline constexpr std::size_t kMostLines = 40;
[[nodiscard]] ImportView make_import_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
