#include "formats/records/redaction.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "formats/dossier/fields.hpp"
#include "merge/clock.hpp"

namespace stoepkrijt::formats {
namespace {

// A metre in 10^-7 degree at 52 degrees north, where the Netherlands lie: 89.9 of latitude, 145.9 of longitude.
constexpr std::int64_t kLatPerMetre = 90;
constexpr std::int64_t kLonPerMetre = 146;

std::int64_t floor_to(std::int64_t value, std::int64_t step) {
  const std::int64_t rest = value % step;
  return value - (rest < 0 ? rest + step : rest);
}

std::int32_t middle_of_cell(std::int32_t value, std::int64_t step, std::int64_t most) {
  return static_cast<std::int32_t>(std::clamp(floor_to(value, step) + step / 2, -most, most));
}

/// Each treatment does what it can to the types it knows. Of another type it drops: so a slip in the table tells
/// nothing.
class Redactor {
 public:
  explicit Redactor(const Redaction& redaction) : how_(redaction) {}

  template <class T>
  void inside(std::string_view kind, T& v) {
    Visit visit{*this, kind};
    fields(visit, v);
  }

 private:
  struct Visit {
    Redactor& redactor;
    std::string_view kind;

    template <class T>
    void operator()(std::string_view key, T& v) {
      redactor.treat(treatment_of(kind, key), v);
    }
    template <class T>
    void unless_default(std::string_view key, T& v) {
      (*this)(key, v);
    }
    // The document's own business, not the model's.
    void format(std::string_view /*key*/) {}
    void version(std::string_view /*key*/) {}
  };

  [[nodiscard]] bool keeps(Redaction::Keep what) const { return (how_.keep & what) != 0; }

  template <class T>
  void treat(Treatment treatment, T& v) {
    switch (treatment) {
      case Treatment::kKeep:
        return;
      case Treatment::kInside:
        return part(v);
      case Treatment::kWords:
        if (!keeps(Redaction::kKeepWords)) v = T{};
        return;
      case Treatment::kTrack:
        if (!keeps(Redaction::kKeepTracks)) v = T{};
        return place(v);
      case Treatment::kSupport:
        if (!keeps(Redaction::kKeepSupport)) number(v);
        return;
      case Treatment::kDay:
        if (!keeps(Redaction::kKeepTimes)) day(v);
        return;
      case Treatment::kPlace:
        return place(v);
      case Treatment::kAccuracy:
        return accuracy(v);
      case Treatment::kStreet:
        if (how_.grid_m > 0) v = T{};
        return;
      case Treatment::kDrop:
        break;
    }
    v = T{};
  }

  template <class T>
  void part(T& v) {
    v = T{};
  }
  void part(model::Neighbourhood& v) { inside("neighbourhood", v); }
  void part(std::optional<model::Action>& v) {
    if (v) inside("action", *v);
  }
  void part(std::vector<model::Buurt>& v) { each("buurt", v); }
  void part(std::vector<model::Round>& v) { each("round", v); }
  void part(std::vector<model::Plan>& v) { each("plan", v); }
  void part(std::vector<model::Walk>& v) { each("walk", v); }
  void part(std::vector<model::WalkStop>& v) { each("stop", v); }
  void part(std::vector<model::Track>& v) { each("track", v); }
  void part(std::vector<model::Signal>& v) { each("signal", v); }
  void part(std::vector<model::Issue>& v) { each("issue", v); }
  void part(std::vector<model::StatusEvent>& v) { each("event", v); }
  template <class T>
  void each(std::string_view kind, std::vector<T>& list) {
    for (T& v : list) inside(kind, v);
  }

  template <class T>
  void number(T& v) {
    v = T{};
  }
  void number(std::vector<std::string>& v) {
    for (std::size_t i = 0; i < v.size(); ++i) v[i] = std::to_string(i + 1);
    std::sort(v.begin(), v.end());
  }

  template <class T>
  void day(T& v) {
    v = T{};
  }
  void day(std::int64_t& v) { v = floor_to(v, merge::kDayMs); }

  template <class T>
  void place(T& v) {
    v = T{};
  }
  void place(geo::LonLat& v) {
    if (how_.grid_m <= 0) return;
    v.lon_e7 = middle_of_cell(v.lon_e7, how_.grid_m * kLonPerMetre, 1'800'000'000);
    v.lat_e7 = middle_of_cell(v.lat_e7, how_.grid_m * kLatPerMetre, 900'000'000);
  }
  void place(std::vector<std::vector<model::TrackPoint>>& segments) {
    for (auto& segment : segments) {
      for (model::TrackPoint& point : segment) {
        place(point.place);
        if (!keeps(Redaction::kKeepTimes)) day(point.time_ms);
      }
    }
  }
  void place(std::vector<geo::LonLat>& v) {
    for (geo::LonLat& position : v) place(position);
  }

  template <class T>
  void accuracy(T& v) {
    v = T{};
  }
  void accuracy(std::int32_t& v) { v = std::max(v, how_.grid_m * 1'000); }

  const Redaction& how_;
};

}  // namespace

void redact(model::Dossier& dossier, const Redaction& redaction) {
  Redactor redactor(redaction);
  redactor.inside("dossier", dossier);
}

}  // namespace stoepkrijt::formats
