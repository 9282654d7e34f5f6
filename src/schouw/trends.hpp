// Early warning: where and about what there are more signals than before, by more than chance explains.
//
// Method: for each buurt and theme the signals of the last weeks are held against those of the weeks before, by the
// exact conditional test of two Poisson counts: given all n of them, each falls in the recent period with probability
// recent / (recent + before), so their number is binomial (Przyborowski & Wilenski, Biometrika 31, 1940, 313-323). One
// sided: only a rise is warned of. As many buurten and themes are looked at, some would stand out by chance alone: the
// probabilities are held against Holm's levels (Scandinavian Journal of Statistics 6, 1979, 65-70), so that the chance
// of any false warning is at most `level`. All of it in exact fractions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/ratio.hpp"
#include "model/dossier.hpp"

namespace stoepkrijt::schouw {

/// P(at least `now` of `before` + `now` things fall in the recent period) when nothing changed. Domain: counts 0 or
/// more, days above 0.
[[nodiscard]] Ratio chance_of_rise(std::int64_t before, std::int64_t now, std::int64_t days_before,
                                   std::int64_t days_now);

struct TrendSettings {
  std::int64_t days_now = 28;
  std::int64_t days_before = 84;
  std::int64_t least = 3;  ///< fewer recent signals are no rise, whatever chance says
  Ratio level = Ratio(BigInt(1), BigInt(20));
};

struct Trend {
  std::string buurt;  ///< code; empty: outside every buurt
  model::SchouwTheme theme = model::SchouwTheme::kClean;
  std::int64_t before = 0;  ///< signals in the period before; problems only, as all here
  std::int64_t now = 0;
  Ratio chance;
  bool warning = false;
};

/// Every buurt and theme with a problem in either period, sorted by buurt and theme. `now_ms` ends the recent period;
/// what is later is not counted.
[[nodiscard]] std::vector<Trend> trends(const model::Dossier& dossier, std::int64_t now_ms,
                                        const TrendSettings& settings = {});

}  // namespace stoepkrijt::schouw
