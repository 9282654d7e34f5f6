// Which signals may be about the same thing: a suggestion for people, who look at both and decide.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/dossier.hpp"

namespace stoepkrijt::schouw {

/// Design: schouw, "Doubles".
struct DoubleSettings {
  std::int32_t radius_m = 50;  ///< 1 to 1000
  std::int32_t weeks = 12;     ///< between the two moments, either way
  bool same_subtheme = true;   ///< else the same theme is enough
};

struct DoublePair {
  std::size_t first = 0;  ///< index in the dossier's signals; the older one (or, at the same moment, the smaller id)
  std::size_t second = 0;
  double metres = 0;
};

/// Pairs of the same kind and theme that lie so near and are so close in time, of which not both are in one issue
/// already and nobody said that they are two; the nearest first, then by index. At most `most` (the nearest).
[[nodiscard]] std::vector<DoublePair> suggest_doubles(const model::Dossier& dossier, const DoubleSettings& settings,
                                                      std::size_t most);

/// The same for one signal that may not be in the dossier yet, as it is being made: indices, the nearest first.
[[nodiscard]] std::vector<std::size_t> doubles_of(const model::Signal& signal, const model::Dossier& dossier,
                                                  const DoubleSettings& settings, std::size_t most);

}  // namespace stoepkrijt::schouw
