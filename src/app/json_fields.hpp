// Members of small JSON objects, read as values and written; for the .cpp files of src/app only. Errors: those of
// json::Cursor, with their place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/json_writer.hpp"
#include "base/result.hpp"

namespace stoepkrijt::app {

inline constexpr std::int64_t kMaxMs = 8'640'000'000'000'000;  ///< ECMAScript's last moment

[[nodiscard]] inline Result<std::string> text_at(json::Cursor object, std::string_view key) {
  SK_TRY(value, object.get(key));
  SK_TRY(text, value.string());
  return std::string(text);
}

[[nodiscard]] inline Result<std::int64_t> integer_at(json::Cursor object, std::string_view key, std::int64_t min,
                                                     std::int64_t max) {
  SK_TRY(value, object.get(key));
  return value.integer(min, max);
}

[[nodiscard]] inline Result<bool> bool_at(json::Cursor object, std::string_view key) {
  SK_TRY(value, object.get(key));
  return value.boolean();
}

[[nodiscard]] inline Result<std::vector<std::string>> texts_at(json::Cursor object, std::string_view key) {
  SK_TRY(list, object.get(key));
  SK_TRY_VOID(list.expect(json::Type::kArray));
  std::vector<std::string> out;
  for (const json::Cursor item : list) {
    SK_TRY(text, item.string());
    out.emplace_back(text);
  }
  return out;
}

/// Empty when there is no such member, or it is no text.
[[nodiscard]] inline std::string text_or_empty(const json::Cursor& object, std::string_view key) {
  const auto found = object.find(key);
  return found && found->is(json::Type::kString) ? std::string(*found->string()) : std::string();
}

inline void put_text(json::Writer& out, std::string_view key, std::string_view text) {
  out.key(key);
  out.string(text);
}
inline void put_number(json::Writer& out, std::string_view key, std::int64_t n) {
  out.key(key);
  out.integer(n);
}
inline void put_bool(json::Writer& out, std::string_view key, bool on) {
  out.key(key);
  out.boolean(on);
}

}  // namespace stoepkrijt::app
