// Whether groups of like-minded voters got their part, in sentences: yes, no with the group and its plans, or honestly
// not computed with the reason.
#pragma once

#include <string>
#include <vector>

#include "app/count_fair.hpp"
#include "app/lang.hpp"
#include "app/state.hpp"

namespace stoepkrijt::app {

struct FairView {
  struct Item {
    std::string key;   ///< stable: "ejr-plus"
    std::string line;  ///< "Eerlijk voor wie samen één plan wil: ja"
    std::string words, meaning;
    Kept kept = Kept::kNotComputed;
  };
  std::string title, intro;
  std::string waiting;  ///< still being counted, or why it is not there; else empty
  std::vector<Item> items;
  std::vector<std::string> notes;  ///< what the checks do not know of this round
};

[[nodiscard]] FairView make_fair_view(const State& state, const model::Round& round, const model::CountingRule& rule,
                                      const Lang& lang);
/// "Eerlijk voor wie samen één plan wil".
[[nodiscard]] std::string guarantee_name(Guarantee guarantee, const Lang& lang);
/// "ja", "nee" or "niet berekend"; while it is being counted "nog bezig".
[[nodiscard]] std::string guarantee_value(const State& state, const model::CountingRule& rule, Guarantee guarantee,
                                          const Lang& lang);

}  // namespace stoepkrijt::app
