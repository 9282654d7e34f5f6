// Records, fields and canonical values of the document in words that people know: for the preview of an import, for
// what has to be chosen between, and for the history. What this version does not know is still said, by its own name.
//
// Guarantees: pure; never empty; long words are cut with "…", so that a line stays a line.
//
// Example:
//   field_words(lang, "near_street") == "straat"; value_words(words, "plan", "cost", "960000") == "€ 9.600"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/lang.hpp"
#include "app/state.hpp"
#include "merge/changes.hpp"
#include "merge/document.hpp"

namespace stoepkrijt::app {

/// Where names are looked up: the document, and what came or went with a change that it no longer holds.
struct RecordWords {
  const merge::Document& document;
  const Lang& lang;
  std::int32_t offset_minutes = 0;  ///< local time minus UTC, for moments
  std::size_t most = 80;            ///< longest text, in code points
};
[[nodiscard]] RecordWords record_words(const State& state, const Lang& lang);

/// "melding", "plan"; an unknown kind: its own name.
[[nodiscard]] std::string kind_of_record(const Lang& lang, std::string_view kind);
/// The record's own name: its title, else what it is about; "zonder titel". Also of one that was deleted.
[[nodiscard]] std::string record_name(const RecordWords& w, std::string_view kind, std::string_view id);
/// The same, where the record may be gone altogether: then by what the change holds of it.
[[nodiscard]] std::string record_name(const RecordWords& w, const merge::Change& change);
/// "Melding “Lamp stuk”"
[[nodiscard]] std::string record_title(const RecordWords& w, const merge::Change& change);
[[nodiscard]] std::string record_title(const RecordWords& w, std::string_view kind, std::string_view id);

[[nodiscard]] std::string field_words(const Lang& lang, std::string_view field);
/// A canonical value of a field. `null` and what says nothing: "niets".
[[nodiscard]] std::string value_words(const RecordWords& w, std::string_view kind, std::string_view field,
                                      std::string_view value);
/// What changed in one field: its former and its present words. Of events and sets: what went and what came.
struct FieldTold {
  std::string field;
  std::string before;  ///< empty: there was nothing
  std::string after;   ///< empty: there is nothing
};
[[nodiscard]] FieldTold told(const RecordWords& w, std::string_view kind, const merge::Change::Field& field);

/// At most `most` code points; longer words end in "…". Line breaks become spaces.
[[nodiscard]] std::string cut(std::string_view words, std::size_t most = 80);

/// With a capital where it begins with a letter: for headings.
[[nodiscard]] std::string capital(std::string words);

/// What a device calls itself is for "who wrote this"; as a change it says nothing.
[[nodiscard]] bool tells(const merge::Change& change);

}  // namespace stoepkrijt::app
