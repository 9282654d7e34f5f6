#include "schouw/doubles.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

#include "base/check.hpp"
#include "geo/grid.hpp"
#include "geo/projection.hpp"

namespace stoepkrijt::schouw {

namespace {

using model::Signal;

constexpr std::int64_t kWeekMs = 7LL * 24 * 3'600'000;

bool alike(const Signal& a, const Signal& b, const DoubleSettings& settings) {
  const std::int64_t apart = a.time_ms > b.time_ms ? a.time_ms - b.time_ms : b.time_ms - a.time_ms;
  return a.kind == b.kind && a.theme == b.theme && (!settings.same_subtheme || a.subtheme == b.subtheme) &&
         apart <= settings.weeks * kWeekMs;
}

/// Somebody looked, and said that they are two.
bool found_apart(const Signal& a, const Signal& b) {
  return std::binary_search(a.apart.begin(), a.apart.end(), b.id) ||
         std::binary_search(b.apart.begin(), b.apart.end(), a.id);
}

/// All that lies within `radius` metres, and somewhat more: at least so many degrees. A degree of longitude is shorter
/// than one of latitude by the cosine; 1/8 keeps to 83 degrees north, and beyond that nobody walks.
geo::Bounds around(geo::LonLat p, std::int32_t radius_m) {
  constexpr double kE7PerMetre = 1e7 / 110'000.0;
  const double cosine = std::max(0.125, 1.0 - static_cast<double>(std::abs(p.lat_e7)) / 1e7 / 90.0);  // below cos
  const auto lat = static_cast<std::int64_t>(radius_m * kE7PerMetre) + 1;
  const auto lon = static_cast<std::int64_t>(radius_m * kE7PerMetre / cosine) + 1;
  const auto clamp = [](std::int64_t v, std::int64_t most) {
    return static_cast<std::int32_t>(std::clamp(v, -most, most));
  };
  constexpr std::int64_t kLon = 1'800'000'000, kLat = 900'000'000;
  return {clamp(p.lon_e7 - lon, kLon), clamp(p.lat_e7 - lat, kLat), clamp(p.lon_e7 + lon, kLon),
          clamp(p.lat_e7 + lat, kLat)};
}

bool older(const Signal& a, const Signal& b) { return std::tie(a.time_ms, a.id) < std::tie(b.time_ms, b.id); }

/// The issues of each signal, by index in the dossier's issues.
std::map<std::string_view, std::vector<std::size_t>> issues_of(const model::Dossier& dossier) {
  std::map<std::string_view, std::vector<std::size_t>> out;
  for (std::size_t i = 0; i < dossier.issues.size(); ++i) {
    for (const std::string& id : dossier.issues[i].signals) out[id].push_back(i);
  }
  return out;
}

bool share(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](std::size_t i) { return std::find(b.begin(), b.end(), i) != b.end(); });
}

}  // namespace

std::vector<DoublePair> suggest_doubles(const model::Dossier& dossier, const DoubleSettings& settings,
                                        std::size_t most) {
  SK_CHECK(settings.radius_m >= 1 && settings.radius_m <= 1000);
  const std::vector<Signal>& all = dossier.signals;
  geo::Bounds bounds;
  for (const Signal& s : all) bounds.add(s.place);
  if (bounds.empty()) return {};
  geo::Grid grid(bounds, geo::cell_for(bounds, all.size()));
  for (std::size_t i = 0; i < all.size(); ++i) grid.insert(static_cast<std::uint32_t>(i), all[i].place);
  const auto issues = issues_of(dossier);
  static const std::vector<std::size_t> kNone;
  const auto issues_at = [&](std::size_t i) -> const std::vector<std::size_t>& {
    const auto it = issues.find(all[i].id);
    return it == issues.end() ? kNone : it->second;
  };
  std::vector<DoublePair> out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const std::uint32_t j : grid.query(around(all[i].place, settings.radius_m))) {
      if (j <= i || !alike(all[i], all[j], settings) || found_apart(all[i], all[j])) continue;
      const double metres = geo::distance_m(all[i].place, all[j].place);
      if (metres > settings.radius_m || share(issues_at(i), issues_at(j))) continue;
      out.push_back(older(all[j], all[i]) ? DoublePair{j, i, metres} : DoublePair{i, j, metres});
    }
  }
  std::sort(out.begin(), out.end(), [](const DoublePair& a, const DoublePair& b) {
    return std::tie(a.metres, a.first, a.second) < std::tie(b.metres, b.first, b.second);
  });
  if (out.size() > most) out.resize(most);
  return out;
}

std::vector<std::size_t> doubles_of(const Signal& signal, const model::Dossier& dossier, const DoubleSettings& settings,
                                    std::size_t most) {
  std::vector<std::pair<double, std::size_t>> near;
  const geo::Bounds box = around(signal.place, settings.radius_m);
  for (std::size_t i = 0; i < dossier.signals.size(); ++i) {
    const Signal& other = dossier.signals[i];
    if (other.id == signal.id || !box.contains(other.place) || !alike(signal, other, settings)) continue;
    const double metres = geo::distance_m(signal.place, other.place);
    if (metres <= settings.radius_m) near.emplace_back(metres, i);
  }
  std::sort(near.begin(), near.end());
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < std::min(most, near.size()); ++i) out.push_back(near[i].second);
  return out;
}

}  // namespace stoepkrijt::schouw
