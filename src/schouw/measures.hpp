// What is counted on a walk, and which level a count means (design: schouw, "CROW levels").
//
// Source: CROW, Kwaliteitscatalogus openbare ruimte (beeldmeetlatten "zwerfafval grof", "zwerfafval fijn" and "onkruid"
// on paving): the most that each level may have on the worst spot of the stated size. The catalogue changes: what an
// older signal says stands in the signal, as level and as count.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "model/schouw.hpp"

namespace stoepkrijt::schouw {

struct Measure {
  std::string_view slug;
  model::SchouwTheme theme;
  std::string_view subtheme;
  std::array<std::int32_t, 4> most;  ///< that A+, A, B and C may have; more is D
  std::int32_t step;                 ///< of the buttons that count
  std::int32_t limit;                ///< nobody counts further
  bool percent;                      ///< of the paving, else pieces
};

/// All of them, in their printed order.
[[nodiscard]] std::span<const Measure> measures();
/// nullptr for a slug of later versions.
[[nodiscard]] const Measure* find_measure(std::string_view slug);
/// Example: level_of(*find_measure("grof-zwerfvuil"), 4) is Level::kB. A count below 0 counts as 0.
[[nodiscard]] model::Level level_of(const Measure& measure, std::int32_t counted);

}  // namespace stoepkrijt::schouw
