// The words of the interface: flat language files (assets/lang/*.json), key to sentence, and the way Dutch and English
// write amounts, numbers, dates and distances. Missing keys show the key itself in brackets, and a test forbids that.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "base/money.hpp"
#include "base/result.hpp"
#include "model/round.hpp"

namespace stoepkrijt::app {

enum class LangCode : std::uint8_t { kNl, kEn };

class Lang {
 public:
  using Args = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  Lang() = default;
  /// `json` is one flat object of strings. `fallback` (may be empty) answers keys that `json` lacks.
  [[nodiscard]] static Result<Lang> parse(LangCode code, std::string_view json);

  [[nodiscard]] LangCode code() const { return code_; }
  [[nodiscard]] std::string_view bcp47() const { return code_ == LangCode::kNl ? "nl" : "en"; }

  /// The sentence of `key` with its {name} places filled.
  [[nodiscard]] std::string tr(std::string_view key) const;
  [[nodiscard]] std::string tr(std::string_view key, Args args) const;
  /// Chooses `key.one` when n is 1, else `key.other`; {n} is filled with the number itself.
  [[nodiscard]] std::string count(std::string_view key, std::int64_t n) const;
  [[nodiscard]] std::string count(std::string_view key, std::int64_t n, Args args) const;
  /// An error in words: the sentence of its key, with the place when it has one.
  [[nodiscard]] std::string error(const Error& error) const;
  [[nodiscard]] bool has(std::string_view key) const;

  /// "€ 9.600" or "€ 12,50" in Dutch, "€9,600" or "€12.50" in English; no-break space after the sign.
  [[nodiscard]] std::string money(Money amount) const;
  [[nodiscard]] std::string number(std::int64_t n) const;          ///< "1.234" / "1,234"
  [[nodiscard]] std::string tenths(std::int64_t tenths) const;     ///< 25: "2,5" / "2.5"
  [[nodiscard]] std::string day(std::string_view iso_date) const;  ///< "zondag 13 december"
  [[nodiscard]] std::string day_and_year(std::string_view iso_date) const;
  [[nodiscard]] std::string moment(std::int64_t time_ms,
                                   std::int32_t offset_minutes) const;   ///< "22 november, 14.05 uur"
  [[nodiscard]] std::string distance(double metres) const;               ///< "6 meter", "1,2 kilometer"
  [[nodiscard]] const std::string& of(const model::Words& words) const;  ///< falls back to Dutch

 private:
  [[nodiscard]] std::string fill(std::string_view sentence, Args args) const;

  LangCode code_ = LangCode::kNl;
  std::map<std::string, std::string, std::less<>> sentences_;
};

}  // namespace stoepkrijt::app
