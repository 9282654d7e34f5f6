// Writes the parts of a dossier as JSON, field by field (fields.hpp); for the writers of the dossier's formats only.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/json_writer.hpp"
#include "formats/dossier/dossier.hpp"
#include "formats/dossier/fields.hpp"
#include "model/names.hpp"

namespace stoepkrijt::formats {

class WriteArchive {
 public:
  explicit WriteArchive(json::Writer& out) : out_(out) {}

  void format(std::string_view key) { (*this)(key, kDossierFormat); }
  void version(std::string_view key) { (*this)(key, kDossierVersion); }

  template <class T>
  void operator()(std::string_view key, const T& v) {
    out_.key(key);
    value(v);
  }
  /// Absent values are left out.
  template <class T>
  void operator()(std::string_view key, const std::optional<T>& v) {
    if (v) (*this)(key, *v);
  }

  template <class T>
  void unless_default(std::string_view key, const T& v) {
    if (!is_default(v)) (*this)(key, v);
  }

  template <class T>
  void value(const T& v) {
    if constexpr (std::is_same_v<T, bool>) {
      out_.boolean(v);
    } else if constexpr (std::is_enum_v<T>) {
      out_.string(model::name_of(v));
    } else if constexpr (std::is_integral_v<T>) {
      out_.integer(v);
    } else if constexpr (std::is_convertible_v<T, std::string_view>) {
      out_.string(v);
    } else {
      out_.begin_object();
      fields(*this, v);
      out_.end_object();
    }
  }
  void value(Money v) { out_.integer(v.cents); }
  void value(geo::LonLat v) {
    out_.begin_array();
    out_.integer(v.lon_e7);
    out_.integer(v.lat_e7);
    out_.end_array();
  }
  /// One flat list, each point as the difference to the one before: longitude, latitude, accuracy, time.
  void value(const std::vector<model::TrackPoint>& points) {
    model::TrackPoint before;
    out_.begin_array();
    for (const model::TrackPoint& point : points) {
      out_.integer(std::int64_t{point.place.lon_e7} - before.place.lon_e7);
      out_.integer(std::int64_t{point.place.lat_e7} - before.place.lat_e7);
      out_.integer(point.accuracy_mm);
      out_.integer(point.time_ms - before.time_ms);
      before = point;
    }
    out_.end_array();
  }
  template <class T>
  void value(const std::vector<T>& v) {
    list(v);
  }
  template <class T, std::size_t n>
  void value(const std::array<T, n>& v) {
    list(v);
  }

 private:
  template <class List>
  void list(const List& items) {
    out_.begin_array();
    for (const auto& item : items) value(item);
    out_.end_array();
  }

  json::Writer& out_;
};

}  // namespace stoepkrijt::formats
