// The words by which enumerations are known in files and language keys. English, except where the Dutch word is the
// field's own (schoon, heel, meebeslissen). Append-only: files hold them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "model/round.hpp"
#include "model/schouw.hpp"

namespace stoepkrijt::model {

/// All words of an enumeration, in the order of its values.
template <class E>
inline constexpr std::array<std::string_view, 0> kNames{};

template <>
inline constexpr std::array<std::string_view, 6> kNames<Theme>{"buitenruimte", "economie",   "veiligheid",
                                                               "taal",         "gezondheid", "binding"};
template <>
inline constexpr std::array<std::string_view, 4> kNames<LadderStep>{"meeweten", "meedenken", "meedoen", "meebeslissen"};
template <>
inline constexpr std::array<std::string_view, 4> kNames<RoundPhase>{"preparing", "open", "closed", "counted"};
template <>
inline constexpr std::array<std::string_view, 5> kNames<VoteMethod>{"approval", "knapsack", "points", "ranking",
                                                                    "vouchers"};
template <>
inline constexpr std::array<std::string_view, 3> kNames<SignalKind>{"problem", "strong", "idea"};
template <>
inline constexpr std::array<std::string_view, 4> kNames<SchouwTheme>{"schoon", "heel", "veilig", "samen"};
template <>
inline constexpr std::array<std::string_view, 6> kNames<Level>{"unset", "A+", "A", "B", "C", "D"};
template <>
inline constexpr std::array<std::string_view, 3> kNames<PlacedBy>{"gps", "pin", "photo"};
template <>
inline constexpr std::array<std::string_view, 8> kNames<IssueStatus>{
    "open", "in-behandeling", "ingepland", "afgehandeld", "afgewezen", "wacht-op-melder", "heropend", "dubbel"};

/// name_of(SchouwTheme::kIntact) == "heel". A value outside the enumeration is a broken invariant.
template <class E>
[[nodiscard]] std::string_view name_of(E value) {
  const auto index = static_cast<std::size_t>(value);
  SK_CHECK(index < kNames<E>.size());
  return kNames<E>[index];
}

/// from_name<SchouwTheme>("heel") is SchouwTheme::kIntact; nothing for an unknown word.
template <class E>
[[nodiscard]] constexpr std::optional<E> from_name(std::string_view word) {
  static_assert(!kNames<E>.empty());
  for (std::size_t i = 0; i < kNames<E>.size(); ++i) {
    if (kNames<E>[i] == word) return static_cast<E>(i);
  }
  return std::nullopt;
}

}  // namespace stoepkrijt::model
