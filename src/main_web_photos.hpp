// The photos that the app has in memory as textures for the canvas. Joins app and GL, as main_web_maps.hpp does for
// maps.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "app/state.hpp"

namespace stoepkrijt::shell {

class PhotoTextures {
 public:
  /// Makes what is new and forgets what is gone. `drawing`: false in the text version, where no GL may be used.
  void update(const app::State& state, bool drawing);
  /// By the name of the photo.
  [[nodiscard]] std::map<std::string, std::uint64_t, std::less<>> textures() const;
  /// The context is gone with everything in it.
  void gl_lost() { made_.clear(); }

 private:
  struct Made {
    unsigned texture = 0;
    PicturePtr of;  ///< when the app has another picture of it, it is made anew
  };
  std::map<std::string, Made, std::less<>> made_;
};

}  // namespace stoepkrijt::shell
