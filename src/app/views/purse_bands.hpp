// A group of voters as one purse: what its people spent, by theme, and what is left.
#pragma once

#include <string>
#include <vector>

#include "app/count.hpp"
#include "app/lang.hpp"
#include "app/views/round_words.hpp"

namespace stoepkrijt::app {

struct PurseBandView {
  std::vector<BarPart> parts;  ///< of one purse: what is spent by theme, then theme 0 = left
  std::string people, amount;
};

/// The mean of what its people spent, plan by plan, then what is left.
[[nodiscard]] PurseBandView make_band(const model::Round& round, Money purse, const PurseBand& band, const Lang& lang);

}  // namespace stoepkrijt::app
