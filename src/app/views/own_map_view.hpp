// "Eigen kaart": what is on the map that is used now, and how to make another one of files.
#pragma once

#include <string>
#include <vector>

#include "app/views/page.hpp"

namespace stoepkrijt::app {

struct OwnMapView {
  Page page;
  std::string title, words;
  std::string steps_title;
  std::vector<std::string> steps;  ///< where to get files, and what happens then
  std::string choose;              ///< the button
  std::string now_title;
  std::vector<std::string> found, missing;
  std::string source, size;      ///< attribution; "89 KB" in words; empty size: the built-in map
  std::string map_name;          ///< of the picture
  std::string attribution;       ///< drawn on it
  std::string save, save_words;  ///< the map as a file of its own; empty: there is none
};
[[nodiscard]] OwnMapView make_own_map_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
