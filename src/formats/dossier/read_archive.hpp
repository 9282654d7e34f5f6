// Reads the parts of a dossier from JSON, field by field (fields.hpp); for the readers of the dossier's formats only.
// Errors are those that dossier.hpp names, each with its place.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/json.hpp"
#include "base/utf8.hpp"
#include "formats/dossier/fields.hpp"
#include "geo/geometry.hpp"
#include "model/names.hpp"

namespace stoepkrijt::formats {

inline Result<void> read(json::Cursor at, std::string& v) {
  SK_TRY(text, at.string());
  v = text;
  return {};
}

inline Result<void> read(json::Cursor at, bool& v) {
  SK_TRY(value, at.boolean());
  v = value;
  return {};
}

inline Result<void> read(json::Cursor at, std::int64_t& v) {
  SK_TRY(value, at.integer());
  v = value;
  return {};
}

inline Result<void> read(json::Cursor at, std::int32_t& v) {
  SK_TRY(value, at.integer(INT32_MIN, INT32_MAX));
  v = static_cast<std::int32_t>(value);
  return {};
}

inline Result<void> read(json::Cursor at, Money& v) { return read(at, v.cents); }

inline Result<void> read(json::Cursor at, geo::LonLat& v) {
  SK_TRY_VOID(at.expect(json::Type::kArray));
  if (at.size() != 2) return fail(at.error(ErrorCode::kWrongType, "error.not_a_position"));
  auto it = at.begin();
  SK_TRY(lon, (*it).integer());
  ++it;
  SK_TRY(lat, (*it).integer());
  if (lon < -geo::kMaxLonE7 || lon > geo::kMaxLonE7 || lat < -geo::kMaxLatE7 || lat > geo::kMaxLatE7) {
    return fail(at.error(ErrorCode::kOutsideWorld, "error.outside_world"));
  }
  v = {static_cast<std::int32_t>(lon), static_cast<std::int32_t>(lat)};
  return {};
}

/// As WriteArchive writes them.
inline Result<void> read(json::Cursor at, std::vector<model::TrackPoint>& v) {
  SK_TRY_VOID(at.expect(json::Type::kArray));
  if (at.size() % 4 != 0 || at.size() > 4 * model::kMaxTrackPoints) {
    return fail(at.error(ErrorCode::kWrongType, "error.not_a_track"));
  }
  constexpr std::int64_t kFar = 4'000'000'000;
  constexpr std::int64_t kMostMs = 8'640'000'000'000'000;  // of a moment: ECMAScript's last
  model::TrackPoint point;
  for (auto it = at.begin(); it != at.end(); ++it) {
    SK_TRY(east, (*it).integer(-kFar, kFar));
    SK_TRY(north, (*++it).integer(-kFar, kFar));
    SK_TRY(accuracy, (*++it).integer(0, INT32_MAX));
    SK_TRY(later, (*++it).integer(-kMostMs, kMostMs));
    const std::int64_t lon = point.place.lon_e7 + east;
    const std::int64_t lat = point.place.lat_e7 + north;
    if (lon < -geo::kMaxLonE7 || lon > geo::kMaxLonE7 || lat < -geo::kMaxLatE7 || lat > geo::kMaxLatE7) {
      return fail(at.error(ErrorCode::kOutsideWorld, "error.outside_world"));
    }
    const std::int64_t time = point.time_ms + later;
    if (time < -kMostMs || time > kMostMs) return fail(at.error(ErrorCode::kNotAllowed, "error.bad_time"));
    point = {
        {static_cast<std::int32_t>(lon), static_cast<std::int32_t>(lat)}, static_cast<std::int32_t>(accuracy), time};
    v.push_back(point);
  }
  return {};
}

template <class E>
  requires std::is_enum_v<E>
Result<void> read(json::Cursor at, E& v) {
  SK_TRY(word, at.string());
  const std::optional<E> known = model::from_name<E>(word);
  if (!known) {
    return fail(at.error(ErrorCode::kUnknownValue, "error.unknown_value").with("value", first_code_points(word, 40)));
  }
  v = *known;
  return {};
}

template <class T>
Result<void> read(json::Cursor at, std::vector<T>& v);
template <class T, std::size_t n>
Result<void> read(json::Cursor at, std::array<T, n>& v);
template <class T>
  requires std::is_class_v<T>
Result<void> read(json::Cursor at, T& v);

/// Takes the members of one object and remembers the first fault.
class ReadArchive {
 public:
  explicit ReadArchive(json::Cursor object) : object_(object) {}

  void format(std::string_view key) { asked_.push_back(key); }  // read_dossier has judged these two already
  void version(std::string_view key) { asked_.push_back(key); }

  template <class T>
  void operator()(std::string_view key, T& v) {
    asked_.push_back(key);
    if (!result_) return;
    const Result<json::Cursor> member = object_.get(key);
    result_ = member ? read(*member, v) : Result<void>(fail(member.error()));
  }
  template <class T>
  void operator()(std::string_view key, std::optional<T>& v) {
    asked_.push_back(key);
    if (!result_) return;
    const std::optional<json::Cursor> member = object_.find(key);
    if (member) result_ = read(*member, v.emplace());
  }

  /// A member that came later: absent, it keeps its default.
  template <class T>
  void unless_default(std::string_view key, T& v) {
    asked_.push_back(key);
    if (!result_) return;
    const std::optional<json::Cursor> member = object_.find(key);
    if (member) result_ = read(*member, v);
  }

  /// The first fault, or a member nobody asked for.
  [[nodiscard]] Result<void> finish() {
    if (!result_) return std::move(result_);
    for (const json::Cursor member : object_) {
      if (std::find(asked_.begin(), asked_.end(), member.key()) != asked_.end()) continue;
      return fail(
          member.error(ErrorCode::kUnknownKey, "error.unknown_key").with("key", first_code_points(member.key(), 40)));
    }
    return {};
  }

 private:
  json::Cursor object_;
  std::vector<std::string_view> asked_;
  Result<void> result_;
};

template <class T>
  requires std::is_class_v<T>
Result<void> read(json::Cursor at, T& v) {
  SK_TRY_VOID(at.expect(json::Type::kObject));
  ReadArchive archive(at);
  fields(archive, v);
  return archive.finish();
}

template <class T>
Result<void> read(json::Cursor at, std::vector<T>& v) {
  SK_TRY_VOID(at.expect(json::Type::kArray));
  v.reserve(at.size());
  for (const json::Cursor item : at) SK_TRY_VOID(read(item, v.emplace_back()));
  return {};
}

template <class T, std::size_t n>
Result<void> read(json::Cursor at, std::array<T, n>& v) {
  SK_TRY_VOID(at.expect(json::Type::kArray));
  if (at.size() != n) {
    return fail(at.error(ErrorCode::kWrongType, "error.wrong_count").with("wanted", std::to_string(n)));
  }
  std::size_t i = 0;
  for (const json::Cursor item : at) SK_TRY_VOID(read(item, v[i++]));
  return {};
}

}  // namespace stoepkrijt::formats
