// Changes of records as lines for people: the preview of an import and the history say them alike.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/record_words.hpp"

namespace stoepkrijt::app {

/// Will it happen ("wordt") or did it ("werd")?
enum class Tense : std::uint8_t { kWill, kDid };

struct ChangeLine {
  std::string title;                ///< "Melding “Lamp stuk”"
  std::vector<std::string> fields;  ///< "titel: was “Lamp”, wordt “Lamp stuk”"
};
/// At most `most_fields` fields; then one line says how many more there are.
[[nodiscard]] ChangeLine change_line(const RecordWords& w, const merge::Change& change, Tense tense,
                                     std::size_t most_fields = 4);

/// "22 november, 14.05 uur"; of another year the day with its year; before 1971: "al eerder".
[[nodiscard]] std::string when_words(const State& state, const Lang& lang, std::int64_t time_ms);

}  // namespace stoepkrijt::app
