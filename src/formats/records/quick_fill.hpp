// Fills the fields of a record of the model from its registers, without JSON in between, for the .cpp files of
// formats/records only. What a field holds is nearly always one plain text, number or place.
//
// Guarantee: what is filled with simple() is as the reader of JSON (formats/dossier/read_archive.hpp) would fill it;
// else nothing that was filled counts, and it is for that reader to say what is wrong, if anything is.
#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/json.hpp"
#include "base/money.hpp"
#include "base/short_text.hpp"
#include "formats/dossier/read_archive.hpp"
#include "formats/records/records.hpp"
#include "geo/geometry.hpp"
#include "merge/value.hpp"
#include "merge/view.hpp"
#include "model/names.hpp"

namespace stoepkrijt::formats {

/// The text of a canonical value, where it is one without escapes.
[[nodiscard]] inline std::optional<std::string_view> plain_text(std::string_view value) {
  if (value.size() < 2 || value.front() != '"' || end_of_plain<false>(value, 1) + 1 != value.size())
    return std::nullopt;
  return value.substr(1, value.size() - 2);
}

[[nodiscard]] inline bool quick_read(std::string_view value, std::string& v) {
  const std::optional<std::string_view> text = plain_text(value);
  if (text) {
    v.assign(text->data(), text->size());
    return true;
  }
  std::optional<std::string> escaped = merge::as_text(value);
  if (escaped) v = std::move(*escaped);
  return escaped.has_value();
}

template <class Number>
  requires(std::same_as<Number, std::int32_t> || std::same_as<Number, std::int64_t>)
[[nodiscard]] bool quick_read(std::string_view value, Number& v) {
  const char* const end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, v);
  return error == std::errc() && stop == end;
}

[[nodiscard]] inline bool quick_read(std::string_view value, Money& v) { return quick_read(value, v.cents); }

[[nodiscard]] inline bool quick_read(std::string_view value, geo::LonLat& v) {
  const std::size_t comma = value.find(',');
  if (value.size() < 2 || value.front() != '[' || value.back() != ']' || comma == std::string_view::npos) return false;
  return quick_read(value.substr(1, comma - 1), v.lon_e7) &&
         quick_read(value.substr(comma + 1, value.size() - comma - 2), v.lat_e7) && v.lon_e7 >= -geo::kMaxLonE7 &&
         v.lon_e7 <= geo::kMaxLonE7 && v.lat_e7 >= -geo::kMaxLatE7 && v.lat_e7 <= geo::kMaxLatE7;
}

template <class E>
  requires std::is_enum_v<E>
[[nodiscard]] bool quick_read(std::string_view value, E& v) {
  const std::optional<std::string_view> word = plain_text(value);
  const std::optional<E> known = word ? model::from_name<E>(*word) : std::nullopt;
  if (known) v = *known;
  return known.has_value();
}

template <class T>
[[nodiscard]] bool quick_read(std::string_view value, T& v) {
  const auto document = json::Document::parse(value);
  return document && read(document->root(), v).has_value();
}

class QuickFill {
 public:
  QuickFill(const merge::Document& document, const merge::Record& record) : document_(document), record_(record) {
    while (end_ < record.held.size() && field(end_).kind == merge::FieldKind::kRegister) ++end_;
  }

  [[nodiscard]] bool simple() const { return simple_; }

  template <class T>
  void operator()(std::string_view key, T& v) {
    if (!simple_ || kept_elsewhere(key)) return;
    const std::optional<std::string_view> value = shown(key);
    if (value) simple_ = quick_read(*value, v);
  }
  template <class T>
  void operator()(std::string_view key, std::optional<T>& v) {
    if (!simple_ || kept_elsewhere(key)) return;
    const std::optional<std::string_view> value = shown(key);
    if (value) simple_ = quick_read(*value, v.emplace());
  }
  template <class T>
  void unless_default(std::string_view key, T& v) {
    (*this)(key, v);
  }

 private:
  [[nodiscard]] const merge::FieldName& field(std::size_t i) const { return document_.fields[record_.held[i].field]; }

  /// Keys mostly come in the order of the registers: the search goes on from where it was.
  std::optional<std::string_view> shown(std::string_view key) {
    for (std::size_t n = 0; n < end_; ++n) {
      if (next_ >= end_) next_ = 0;
      const std::size_t at = next_++;
      if (!same_text(field(at).name, key)) continue;
      const bool alone = (at + 1 == end_ || record_.held[at + 1].field != record_.held[at].field) &&
                         (at == 0 || record_.held[at - 1].field != record_.held[at].field);
      if (alone) {
        const std::string_view value = record_.value(record_.held[at]);
        return value == merge::kNoValue ? std::nullopt : std::optional(value);
      }
      const std::optional<merge::Shown> best = merge::shown(document_, record_, key);
      return best ? std::optional(best->content.value) : std::nullopt;
    }
    return std::nullopt;
  }

  const merge::Document& document_;
  const merge::Record& record_;
  std::size_t end_ = 0;  // of the registers
  std::size_t next_ = 0;
  bool simple_ = true;
};

}  // namespace stoepkrijt::formats
