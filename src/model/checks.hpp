// Building blocks of validation, for the .cpp files of model and ballotbox only.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.hpp"
#include "base/result.hpp"
#include "geo/position.hpp"
#include "model/round.hpp"

namespace stoepkrijt::model::checks {

inline constexpr std::size_t kMaxId = 100;     // bytes
inline constexpr std::size_t kMaxTitle = 200;  // code points, as all that follow
inline constexpr std::size_t kMaxLine = 500;
inline constexpr std::size_t kMaxText = 10'000;

[[nodiscard]] Unexpected refuse(ErrorCode code, std::string_view key, std::string_view path);

/// 1 to kMaxId bytes of UTF-8 without control characters, white space, or the separators of .pb files (, ; ").
[[nodiscard]] Result<void> id(std::string_view value, std::string_view path);
/// As id(), or empty.
[[nodiscard]] Result<void> optional_id(std::string_view value, std::string_view path);
/// UTF-8 of at most `limit` code points, no control characters but tab and line ends.
[[nodiscard]] Result<void> text(std::string_view value, std::size_t limit, std::string_view path);
/// As text(), and not empty.
[[nodiscard]] Result<void> filled(std::string_view value, std::size_t limit, std::string_view path);
[[nodiscard]] Result<void> words(const Words& value, std::size_t limit, std::string_view path);
[[nodiscard]] Result<void> filled_words(const Words& value, std::size_t limit, std::string_view path);
[[nodiscard]] Result<void> date(std::string_view value, std::string_view path);
[[nodiscard]] Result<void> place(geo::LonLat value, std::string_view path);
[[nodiscard]] Result<void> not_negative(std::int64_t value, std::string_view path);
/// 0 to kMaxCents.
[[nodiscard]] Result<void> money(Money value, std::string_view path);
/// 1 to kMaxCents.
[[nodiscard]] Result<void> some_money(Money value, std::string_view path);
[[nodiscard]] Result<void> time(std::int64_t ms, std::string_view path);
/// Sorted by bytes and each once.
[[nodiscard]] Result<void> sorted_unique(const std::vector<std::string>& values, std::string_view path);

/// Puts `prefix` before the path of an error: within(r, "signals[3]").
[[nodiscard]] Result<void> within(Result<void> result, std::string_view prefix);

/// Checks every item; an error's path starts with "name[i]".
template <class T, class Check>
[[nodiscard]] Result<void> each(const std::vector<T>& items, std::string_view name, Check check) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    Result<void> result = check(items[i]);
    if (!result) return within(std::move(result), std::string(name) + "[" + std::to_string(i) + "]");
  }
  return {};
}

/// Sorted by id (as `id_of` gives it) and each id once.
template <class T, class IdOf>
[[nodiscard]] Result<void> sorted_by_id(const std::vector<T>& items, std::string_view name, std::string_view field,
                                        IdOf id_of) {
  for (std::size_t i = 1; i < items.size(); ++i) {
    const std::string_view before = id_of(items[i - 1]);
    const std::string_view now = id_of(items[i]);
    if (before < now) continue;
    const std::string path = std::string(name) + "[" + std::to_string(i) + "]." + std::string(field);
    if (before == now) return refuse(ErrorCode::kDuplicateId, "error.duplicate_id", path);
    return refuse(ErrorCode::kNotAllowed, "error.not_sorted", path);
  }
  return {};
}

/// Is the id in a list that is sorted by id?
template <class T, class IdOf>
[[nodiscard]] bool known(const std::vector<T>& sorted, std::string_view wanted, IdOf id_of) {
  const auto it = std::lower_bound(sorted.begin(), sorted.end(), wanted, [&](const T& item, std::string_view w) {
    return std::string_view(id_of(item)) < w;
  });
  return it != sorted.end() && std::string_view(id_of(*it)) == wanted;
}

}  // namespace stoepkrijt::model::checks
