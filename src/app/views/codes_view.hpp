// Passing on from screen to camera: what is new (the codes card of "Doorgeven"), or the package of a round.
#pragma once

#include <string>
#include <vector>

#include "app/lang.hpp"
#include "app/state.hpp"
#include "ballotbox/package.hpp"

namespace stoepkrijt::app {

struct CodesView {
  std::string title, words;
  std::string show_button, scan_button, all_button;
  bool showing = false;
  bool nothing = false;  ///< showing, and there is nothing new: `progress` says so
  std::string name;      ///< of the picture, for who does not see it
  int size = 0;          ///< modules on a side
  std::vector<bool> modules;
  std::string progress;  ///< "Code 2 van 5"
  std::string what;      ///< how much is passed on
  std::string pause, back, next, stop;
  bool playing = false;
  bool several = false;  ///< more codes than one: there is something to go through
};
[[nodiscard]] CodesView make_codes_view(const State& state, const Lang& lang);
/// `package`: the one that would be shown; its codes, when they are. Without a button for the camera.
[[nodiscard]] CodesView make_package_codes_view(const State& state, const Lang& lang,
                                                const ballotbox::SignedPackage& package);

}  // namespace stoepkrijt::app
