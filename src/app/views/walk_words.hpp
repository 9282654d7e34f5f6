// What the screens of walks say the same way.
#pragma once

#include <string>
#include <vector>

#include "app/lang.hpp"
#include "app/state.hpp"
#include "app/views/schouw_words.hpp"

namespace stoepkrijt::app {

/// ISO date of now, where the device is.
[[nodiscard]] std::string today_of(const State& state);

struct WalkLabel {
  std::string words;  ///< "Bezig", "Vandaag", "Komt nog", "Geweest"
  LabelTone tone = LabelTone::kNeutral;
};
[[nodiscard]] WalkLabel walk_label(const State& state, const Lang& lang, const model::Walk& walk);

/// "1,2 kilometer" along the line; empty when it is no line.
[[nodiscard]] std::string route_words(const Lang& lang, const std::vector<geo::LonLat>& route);
/// "grof zwerfvuil, onkruid"
[[nodiscard]] std::string measures_words(const Lang& lang, const std::vector<std::string>& measures);
/// "24 minuten"
[[nodiscard]] std::string minutes_words(const Lang& lang, std::int64_t ms);

}  // namespace stoepkrijt::app
