// Figures per buurt: how much was seen, what rises by more than chance explains, and how that is known.
#pragma once

#include <string>
#include <vector>

#include "app/views/page.hpp"

namespace stoepkrijt::app {

struct FiguresView {
  Page page;
  std::string intro;
  std::string warnings_title, no_warnings;
  struct Warning {
    std::string code, title, words, chance;
  };
  std::vector<Warning> warnings;
  std::string method_title, method;
  struct Buurt {
    std::string code, name, total;  ///< "14 meldingen"
    std::string report;             ///< a report to print
    std::string show;               ///< shows them on the map
    struct Row {
      std::string words, amount;
      float share = 0;  ///< of the largest in the wijk
    };
    std::vector<Row> rows;  ///< by kind
    std::string trend;      ///< "Laatste 4 weken: 5 problemen. De 12 weken daarvoor: 6."
  };
  std::vector<Buurt> buurten;  ///< most problems first
  std::string none_title, none_words;
};
[[nodiscard]] FiguresView make_figures_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
