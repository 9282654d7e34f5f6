// Money: whole cents in 64 bits, with checked arithmetic. And the one place where amounts become text.
//
// Unit: euro cents. Domain: all of int64. Errors: kOverflow when a sum leaves it; parse: kNotANumber, kTooPrecise
// (more than two decimals that are not zero), kOverflow.
//
// Example: format_money(Money::from_euros(9600), NumberStyle::kDutch) == "€ 9.600" (with a no-break space)
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/ratio.hpp"
#include "base/result.hpp"

namespace stoepkrijt {

struct Money {
  std::int64_t cents = 0;

  [[nodiscard]] static constexpr Money from_cents(std::int64_t value) { return Money{value}; }
  /// For constants and small numbers: |euros| must be below 9·10^16 (else a broken invariant).
  [[nodiscard]] static Money from_euros(std::int64_t euros);
  /// "1234", "1234.5", "-12.50": a point and at most two decimals (further zeros are allowed), no separators.
  [[nodiscard]] static Result<Money> parse(std::string_view text);
  /// What a person types in a field, in Dutch or English: "9.600", "9.600,50", "€ 12,50", "12.50", "1,234.50".
  /// Ambiguity is settled so: a separator followed by exactly three digits groups thousands.
  [[nodiscard]] static Result<Money> parse_typed(std::string_view text);

  /// Exact value in euros.
  [[nodiscard]] Ratio to_ratio() const { return Ratio(BigInt(cents), BigInt(100)); }
  /// Euros to the nearest cent, halves away from zero. Error: kOverflow.
  [[nodiscard]] static Result<Money> nearest(const Ratio& euros);
  /// "9600.50", "9600": for files. No trailing zeros of a whole amount, else two decimals.
  [[nodiscard]] std::string to_string() const;

  [[nodiscard]] Result<Money> plus(Money other) const;
  [[nodiscard]] Result<Money> minus(Money other) const;
  [[nodiscard]] Result<Money> times(std::int64_t factor) const;

  friend constexpr bool operator==(Money, Money) = default;
  friend constexpr std::strong_ordering operator<=>(Money, Money) = default;
};

enum class NumberStyle : std::uint8_t { kDutch, kEnglish };

/// "€ 9.600", "€ 12,50", "€ -3" in Dutch; "€9,600", "€12.50", "-€3" in English. Cents only when there are any.
[[nodiscard]] std::string format_money(Money amount, NumberStyle style = NumberStyle::kDutch);
/// The same for an exact amount of euros, rounded to the cent (for people only).
[[nodiscard]] std::string format_money(const Ratio& euros, NumberStyle style = NumberStyle::kDutch);
/// A whole number with grouped thousands: "1.250" or "1,250".
[[nodiscard]] std::string format_count(std::int64_t value, NumberStyle style = NumberStyle::kDutch);

}  // namespace stoepkrijt
