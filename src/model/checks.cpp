#include "model/checks.hpp"

#include "base/short_text.hpp"
#include "base/utf8.hpp"
#include "geo/geometry.hpp"
#include "model/date.hpp"

namespace stoepkrijt::model::checks {

Unexpected refuse(ErrorCode code, std::string_view key, std::string_view path) {
  Where where;
  where.path = path;
  return fail(Error(code, key).at(std::move(where)));
}

Result<void> within(Result<void> result, std::string_view prefix) {
  if (result || prefix.empty()) return result;
  Error error = std::move(result).error();
  std::string path(prefix);
  if (!error.where.path.empty() && error.where.path.front() != '[') path += '.';
  error.where.path.insert(0, path);
  return fail(std::move(error));
}

Result<void> id(std::string_view value, std::string_view path) {
  if (value.empty()) return refuse(ErrorCode::kEmpty, "error.empty_id", path);
  if (value.size() > kMaxId) return refuse(ErrorCode::kTooLong, "error.bad_id", path);
  // Mostly letters and digits; what may be wrong with others is looked at only when there are any.
  const bool plain =
      std::all_of(value.begin(), value.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
  if (plain) return {};
  if (!is_utf8(value)) return refuse(ErrorCode::kNotUtf8, "error.not_utf8", path);
  const bool bad = std::any_of(value.begin(), value.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7F || c == ',' || c == ';' || c == '"';
  });
  if (bad) return refuse(ErrorCode::kNotAllowed, "error.bad_id", path);
  return {};
}

Result<void> optional_id(std::string_view value, std::string_view path) {
  return value.empty() ? Result<void>() : id(value, path);
}

Result<void> text(std::string_view value, std::size_t limit, std::string_view path) {
  if (value.size() <= limit && is_printable_ascii(value)) return {};  // as nearly all is
  if (!is_utf8(value)) return refuse(ErrorCode::kNotUtf8, "error.not_utf8", path);
  const bool bad = std::any_of(value.begin(), value.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t' && c != '\r') || byte == 0x7F;
  });
  if (bad) return refuse(ErrorCode::kNotAllowed, "error.control_character", path);
  if (value.size() > limit && count_code_points(value) > limit) {
    Error error = refuse(ErrorCode::kTooLong, "error.too_long", path).error;
    return fail(std::move(error).with("limit", std::to_string(limit)));
  }
  return {};
}

Result<void> filled(std::string_view value, std::size_t limit, std::string_view path) {
  if (value.empty()) return refuse(ErrorCode::kEmpty, "error.empty_text", path);
  return text(value, limit, path);
}

Result<void> words(const Words& value, std::size_t limit, std::string_view path) {
  SK_TRY_VOID(within(text(value.nl, limit, "nl"), path));
  return within(text(value.en, limit, "en"), path);
}

Result<void> filled_words(const Words& value, std::size_t limit, std::string_view path) {
  SK_TRY_VOID(within(filled(value.nl, limit, "nl"), path));
  return words(value, limit, path);
}

Result<void> date(std::string_view value, std::string_view path) {
  if (is_date(value)) return {};
  // Only the start of what stands there: an error message is no place for a book, and a name may hold anything.
  Error error = refuse(ErrorCode::kBadDate, "error.bad_date", path).error;
  return fail(std::move(error).with("value", first_code_points(value, 20)));
}

Result<void> place(geo::LonLat value, std::string_view path) {
  if (geo::on_earth(value)) return {};
  return refuse(ErrorCode::kOutsideWorld, "error.outside_world", path);
}

Result<void> not_negative(std::int64_t value, std::string_view path) {
  if (value >= 0) return {};
  return refuse(ErrorCode::kNegative, "error.negative", path);
}

Result<void> money(Money value, std::string_view path) {
  if (value.cents < 0) return refuse(ErrorCode::kNegative, "error.negative_money", path);
  if (value.cents > kMaxCents) return refuse(ErrorCode::kOverflow, "error.money_too_big", path);
  return {};
}

Result<void> some_money(Money value, std::string_view path) {
  SK_TRY_VOID(money(value, path));
  if (value.cents == 0) return refuse(ErrorCode::kNotAllowed, "error.no_money", path);
  return {};
}

Result<void> time(std::int64_t ms, std::string_view path) {
  constexpr std::int64_t kMaxTime = 253'402'300'799'999;  // the end of the year 9999
  if (ms < 0 || ms > kMaxTime) return refuse(ErrorCode::kNotAllowed, "error.bad_time", path);
  return {};
}

Result<void> sorted_unique(const std::vector<std::string>& values, std::string_view path) {
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (values[i - 1] < values[i]) continue;
    const std::string item = std::string(path) + "[" + std::to_string(i) + "]";
    if (values[i - 1] == values[i]) return refuse(ErrorCode::kDuplicateId, "error.duplicate_id", item);
    return refuse(ErrorCode::kNotAllowed, "error.not_sorted", item);
  }
  return {};
}

}  // namespace stoepkrijt::model::checks
