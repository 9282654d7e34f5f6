// What the screens of walks say the same way.
#pragma once

#include <string>
#include <string_view>
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

/// The signals of a walk, or in a buurt, by its id or code: worst first, then by time.
[[nodiscard]] std::vector<const model::Signal*> seen_on(const model::Dossier& dossier, std::string_view id);

/// What was agreed about one thing, which several signals may be about.
struct Agreed {
  const model::Signal* signal = nullptr;  ///< the first of them
  const model::Issue* issue = nullptr;    ///< has an action
  std::string what, who;
};
[[nodiscard]] std::vector<Agreed> agreed_on(const State& state, const Lang& lang,
                                            const std::vector<const model::Signal*>& signals);

/// "1,2 kilometer" along the line; empty when it is no line.
[[nodiscard]] std::string route_words(const Lang& lang, const std::vector<geo::LonLat>& route);
/// "grof zwerfvuil, onkruid"
[[nodiscard]] std::string measures_words(const Lang& lang, const std::vector<std::string>& measures);
/// "24 minuten"
[[nodiscard]] std::string minutes_words(const Lang& lang, std::int64_t ms);

}  // namespace stoepkrijt::app
