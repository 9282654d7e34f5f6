#include "app/views/change_words.hpp"

#include "app/views/round_words.hpp"

namespace stoepkrijt::app {

namespace {

std::string field_line(const RecordWords& w, const merge::Change& change, const merge::Change::Field& field,
                       Tense tense) {
  const FieldTold words = told(w, change.kind, field);
  const bool did = tense == Tense::kDid;
  if (field.kind != merge::FieldKind::kRegister) {
    // Of events and sets only what came and what went is known; "somebody sees this too" is a sentence by itself.
    if (field.name == "support" && words.before.empty()) return capital(words.after);
    std::string line;
    if (!words.after.empty()) line = w.lang.tr("change.came", {{"field", words.field}, {"after", words.after}});
    if (!words.before.empty()) {
      line += (line.empty() ? "" : " ") + w.lang.tr("change.went", {{"field", words.field}, {"before", words.before}});
    }
    return line;
  }
  if (words.before.empty()) {
    return w.lang.tr(did ? "change.became" : "change.becomes", {{"field", words.field}, {"after", words.after}});
  }
  const std::string after = words.after.empty() ? w.lang.tr("value.nothing") : words.after;
  return w.lang.tr(did ? "change.was_became" : "change.was_becomes",
                   {{"field", words.field}, {"before", words.before}, {"after", after}});
}

}  // namespace

ChangeLine change_line(const RecordWords& w, const merge::Change& change, Tense tense, std::size_t most_fields) {
  ChangeLine line;
  line.title = record_title(w, change);
  if (change.what != merge::RecordChange::What::kChanged) return line;
  for (std::size_t i = 0; i < change.fields.size() && i < most_fields; ++i) {
    line.fields.push_back(field_line(w, change, change.fields[i], tense));
  }
  if (change.fields.size() > most_fields) {
    line.fields.push_back(w.lang.tr(
        "change.more", {{"n", w.lang.number(static_cast<std::int64_t>(change.fields.size() - most_fields))}}));
  }
  return line;
}

std::string when_words(const State& state, const Lang& lang, std::int64_t time_ms) {
  constexpr std::int64_t kYear = std::int64_t{365} * 24 * 60 * 60 * 1000;
  // What was taken over from a file of version 1 has no time of its own.
  if (time_ms < kYear) return lang.tr("when.before");
  const std::int32_t offset = state.device.offset_minutes;
  const std::string day = iso_day(time_ms, offset);
  if (day.substr(0, 4) != iso_day(state.device.now_ms, offset).substr(0, 4)) return lang.day_and_year(day);
  return lang.moment(time_ms, offset);
}

}  // namespace stoepkrijt::app
