#include "schouw/measures.hpp"

#include <algorithm>

namespace stoepkrijt::schouw {

namespace {

using model::SchouwTheme;

constexpr std::array kMeasures = {
    Measure{"grof-zwerfvuil", SchouwTheme::kClean, "zwerfvuil", {0, 3, 10, 25}, 1, 999, false},
    Measure{"fijn-zwerfvuil", SchouwTheme::kClean, "zwerfvuil", {0, 3, 10, 25}, 1, 999, false},
    Measure{"onkruid", SchouwTheme::kIntact, "groenonderhoud", {0, 2, 4, 8}, 1, 100, true},
};

}  // namespace

std::span<const Measure> measures() { return kMeasures; }

const Measure* find_measure(std::string_view slug) {
  const auto it = std::find_if(kMeasures.begin(), kMeasures.end(), [&](const Measure& m) { return m.slug == slug; });
  return it == kMeasures.end() ? nullptr : &*it;
}

model::Level level_of(const Measure& measure, std::int32_t counted) {
  constexpr std::array kLevels = {model::Level::kAPlus, model::Level::kA, model::Level::kB, model::Level::kC};
  for (std::size_t i = 0; i < kLevels.size(); ++i) {
    if (counted <= measure.most[i]) return kLevels[i];
  }
  return model::Level::kD;
}

}  // namespace stoepkrijt::schouw
