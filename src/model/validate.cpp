#include <algorithm>

#include "geo/geometry.hpp"
#include "model/checks.hpp"
#include "model/dossier.hpp"

namespace stoepkrijt::model {
namespace {

using namespace checks;  // NOLINT(google-build-using-namespace): the vocabulary of this file

const std::string& by_id(const Round& r) { return r.id; }
const std::string& by_id(const Walk& w) { return w.id; }
const std::string& by_id(const Track& t) { return t.id; }
const std::string& by_id(const Signal& s) { return s.id; }
const std::string& by_id(const Issue& i) { return i.id; }
constexpr auto kById = [](const auto& item) -> const std::string& { return by_id(item); };
constexpr auto kByCode = [](const Buurt& b) -> const std::string& { return b.code; };

constexpr auto kPlaces = [](geo::LonLat p) { return place(p, ""); };

/// `BU` + four digits + four of 0-9 A-Z (CBS).
bool is_buurt_code(std::string_view code) {
  if (code.size() != 10 || !code.starts_with("BU")) return false;
  for (std::size_t i = 2; i < code.size(); ++i) {
    const bool digit = code[i] >= '0' && code[i] <= '9';
    const bool capital = code[i] >= 'A' && code[i] <= 'Z';
    if (!digit && (i < 6 || !capital)) return false;
  }
  return true;
}

Result<void> check_ring(const Line& ring) {
  if (ring.size() < 3) return refuse(ErrorCode::kBadGeometry, "error.ring_too_short", "");
  for (std::size_t i = 0; i < ring.size(); ++i) {
    SK_TRY_VOID(place(ring[i], "[" + std::to_string(i) + "]"));
  }
  if (geo::ring_sign(ring) == 0) return refuse(ErrorCode::kBadGeometry, "error.ring_without_area", "");
  return {};
}

Result<void> check_buurt(const Buurt& buurt) {
  if (!is_buurt_code(buurt.code)) return refuse(ErrorCode::kNotAllowed, "error.bad_buurt_code", "code");
  SK_TRY_VOID(filled(buurt.name, kMaxTitle, "name"));
  if (buurt.year < 1900 || buurt.year > 2199) return refuse(ErrorCode::kBadDate, "error.bad_year", "year");
  SK_TRY_VOID(not_negative(buurt.inhabitants, "inhabitants"));
  SK_TRY_VOID(not_negative(buurt.households, "households"));
  return each(buurt.rings, "rings", check_ring);
}

Result<void> check_neighbourhood(const Neighbourhood& n) {
  SK_TRY_VOID(id(n.id, "id"));
  SK_TRY_VOID(filled(n.name, kMaxTitle, "name"));
  SK_TRY_VOID(text(n.municipality, kMaxTitle, "municipality"));
  SK_TRY_VOID(each(n.buurten, "buurten", check_buurt));
  return sorted_by_id(n.buurten, "buurten", "code", kByCode);
}

template <class T>
Result<void> each_once(const std::vector<T>& items, std::string_view name) {
  for (auto it = items.begin(); it != items.end(); ++it) {
    if (std::find(items.begin(), it, *it) == it) continue;
    return refuse(ErrorCode::kDuplicateId, "error.duplicate_id",
                  std::string(name) + "[" + std::to_string(it - items.begin()) + "]");
  }
  return {};
}

Result<void> check_stop(const WalkStop& stop) {
  SK_TRY_VOID(filled(stop.name, kMaxTitle, "name"));
  SK_TRY_VOID(text(stop.question, kMaxLine, "question"));
  SK_TRY_VOID(each(stop.measures, "measures", [](const std::string& m) { return id(m, ""); }));
  SK_TRY_VOID(each_once(stop.measures, "measures"));
  return place(stop.place, "place");
}

Result<void> check_category(const Category& category) {
  SK_TRY_VOID(filled(category.name, kMaxTitle, "name"));
  if (category.subs.empty()) return refuse(ErrorCode::kEmpty, "error.category_without_subs", "subs");
  return each(category.subs, "subs", [](const Subcategory& sub) -> Result<void> {
    SK_TRY_VOID(id(sub.slug, "slug"));
    return filled(sub.name, kMaxTitle, "name");
  });
}

/// Every slug once in the whole tree: a signal names nothing more.
Result<void> check_tree(const std::vector<Category>& tree) {
  SK_TRY_VOID(each(tree, "tree", check_category));
  std::vector<std::string> slugs;
  for (const Category& category : tree) {
    for (const Subcategory& sub : category.subs) slugs.push_back(sub.slug);
  }
  if (slugs.size() > kMaxSubcategories) return refuse(ErrorCode::kTooLarge, "error.tree_too_large", "tree");
  std::sort(slugs.begin(), slugs.end());
  const auto twice = std::adjacent_find(slugs.begin(), slugs.end());
  if (twice == slugs.end()) return {};
  Error twice_there = Error(ErrorCode::kDuplicateId, "error.tree_twice").with("name", *twice);
  twice_there.where.path = "tree";
  return fail(std::move(twice_there));
}

Result<void> check_walker(const Walker& walker) {
  SK_TRY_VOID(text(walker.name, kMaxTitle, "name"));
  SK_TRY_VOID(text(walker.role, kMaxLine, "role"));
  return text(walker.team, kMaxTitle, "team");
}

Result<void> check_walk(const Walk& walk) {
  SK_TRY_VOID(id(walk.id, "id"));
  SK_TRY_VOID(filled(walk.title, kMaxTitle, "title"));
  SK_TRY_VOID(date(walk.date, "date"));
  SK_TRY_VOID(text(walk.weather, kMaxLine, "weather"));
  SK_TRY_VOID(each(walk.roles, "roles", [](const std::string& r) { return filled(r, kMaxLine, ""); }));
  SK_TRY_VOID(each(walk.route, "route", kPlaces));
  SK_TRY_VOID(each(walk.track, "track", kPlaces));
  SK_TRY_VOID(each(walk.stops, "stops", check_stop));
  SK_TRY_VOID(each_once(walk.themes, "themes"));
  SK_TRY_VOID(each_once(walk.kinds, "kinds"));
  SK_TRY_VOID(text(walk.elsewhere, kMaxLine, "elsewhere"));
  SK_TRY_VOID(check_tree(walk.tree));
  SK_TRY_VOID(each(walk.teams, "teams", [](const std::string& t) { return filled(t, kMaxTitle, ""); }));
  SK_TRY_VOID(each_once(walk.teams, "teams"));
  SK_TRY_VOID(each(walk.walkers, "walkers", check_walker));
  return optional_id(walk.same_route_as, "same_route_as");
}

Result<void> check_track(const Track& track) {
  SK_TRY_VOID(id(track.id, "id"));
  SK_TRY_VOID(optional_id(track.walk_id, "walk_id"));
  SK_TRY_VOID(text(track.team, kMaxTitle, "team"));
  std::size_t points = 0;
  std::int64_t last = INT64_MIN;
  return each(track.segments, "segments", [&](const std::vector<TrackPoint>& segment) -> Result<void> {
    if (segment.empty()) return refuse(ErrorCode::kEmpty, "error.track_empty", "");
    points += segment.size();
    if (points > kMaxTrackPoints) return refuse(ErrorCode::kTooLarge, "error.track_too_long", "");
    return each(segment, "points", [&](const TrackPoint& point) -> Result<void> {
      SK_TRY_VOID(place(point.place, "place"));
      SK_TRY_VOID(not_negative(point.accuracy_mm, "accuracy_mm"));
      SK_TRY_VOID(time(point.time_ms, "time_ms"));
      if (point.time_ms < last) return refuse(ErrorCode::kNotAllowed, "error.not_by_time", "time_ms");
      last = point.time_ms;
      return {};
    });
  });
}

Result<void> check_event(const StatusEvent& event) {
  SK_TRY_VOID(time(event.time_ms, "time_ms"));
  if (event.status == IssueStatus::kRejected && event.reason.empty()) {
    return refuse(ErrorCode::kEmpty, "error.reason_missing", "reason");
  }
  return text(event.reason, kMaxWords, "reason");
}

Result<void> check_action(const Action& action) {
  SK_TRY_VOID(text(action.direction, kMaxWords, "direction"));
  SK_TRY_VOID(text(action.party, kMaxLine, "party"));
  return action.promised.empty() ? Result<void>() : date(action.promised, "promised");
}

Result<void> check_issue(const Issue& issue) {
  SK_TRY_VOID(id(issue.id, "id"));
  SK_TRY_VOID(text(issue.title, kMaxTitle, "title"));
  if (issue.signals.empty()) return refuse(ErrorCode::kEmpty, "error.issue_without_signal", "signals");
  SK_TRY_VOID(sorted_unique(issue.signals, "signals"));
  SK_TRY_VOID(each(issue.history, "history", check_event));
  for (std::size_t i = 1; i < issue.history.size(); ++i) {
    if (issue.history[i].time_ms < issue.history[i - 1].time_ms) {
      return refuse(ErrorCode::kNotAllowed, "error.not_by_time", "history[" + std::to_string(i) + "].time_ms");
    }
  }
  return issue.action ? within(check_action(*issue.action), "action") : Result<void>();
}

/// Names of photos (schouw::photo_name): 64 hexadecimal digits in lower case, each once.
Result<void> check_photos(const std::vector<std::string>& names) {
  if (names.size() > kMaxPhotos) return refuse(ErrorCode::kTooLong, "error.too_many_photos", "photos");
  SK_TRY_VOID(each(names, "photos", [](const std::string& name) -> Result<void> {
    const bool good = name.size() == 64 && name.find_first_not_of("0123456789abcdef") == std::string::npos;
    return good ? Result<void>() : refuse(ErrorCode::kUnknownValue, "error.not_a_photo", "");
  }));
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]) ==
        names.begin() + static_cast<std::ptrdiff_t>(i)) {
      continue;
    }
    return refuse(ErrorCode::kDuplicateId, "error.duplicate_id", "photos[" + std::to_string(i) + "]");
  }
  return {};
}

Result<void> check_references(const Dossier& d) {
  const auto known_buurt = [&](const std::string& code) {
    return code.empty() || known(d.neighbourhood.buurten, code, kByCode);
  };
  const auto in_known_buurt = [&](const auto& it) -> Result<void> {
    if (!known_buurt(it.buurt)) return refuse(ErrorCode::kUnknownId, "error.unknown_buurt", "buurt");
    return {};
  };
  SK_TRY_VOID(each(d.rounds, "rounds", [&](const Round& round) -> Result<void> {
    Result<void> plans = each(round.plans, "plans", in_known_buurt);
    return plans ? each(round.limits, "limits", in_known_buurt) : plans;
  }));
  SK_TRY_VOID(each(d.tracks, "tracks", [&](const Track& track) -> Result<void> {
    if (track.walk_id.empty() || known(d.walks, track.walk_id, kById)) return {};
    return refuse(ErrorCode::kUnknownId, "error.unknown_walk", "walk_id");
  }));
  SK_TRY_VOID(each(d.signals, "signals", [&](const Signal& signal) -> Result<void> {
    if (!known_buurt(signal.buurt)) return refuse(ErrorCode::kUnknownId, "error.unknown_buurt", "buurt");
    if (!signal.walk_id.empty() && !known(d.walks, signal.walk_id, kById)) {
      return refuse(ErrorCode::kUnknownId, "error.unknown_walk", "walk_id");
    }
    return {};
  }));
  return each(d.issues, "issues", [&](const Issue& issue) {
    return each(issue.signals, "signals", [&](const std::string& signal) -> Result<void> {
      if (!known(d.signals, signal, kById)) return refuse(ErrorCode::kUnknownId, "error.unknown_signal", "");
      return {};
    });
  });
}

}  // namespace

Result<void> validate(const Signal& signal) {
  SK_TRY_VOID(id(signal.id, "id"));
  SK_TRY_VOID(optional_id(signal.subtheme, "subtheme"));
  SK_TRY_VOID(place(signal.place, "place"));
  SK_TRY_VOID(not_negative(signal.accuracy_mm, "accuracy_mm"));
  SK_TRY_VOID(text(signal.near_street, kMaxTitle, "near_street"));
  SK_TRY_VOID(optional_id(signal.buurt, "buurt"));
  SK_TRY_VOID(text(signal.title, kMaxTitle, "title"));
  SK_TRY_VOID(text(signal.words, kMaxWords, "words"));
  SK_TRY_VOID(optional_id(signal.walk_id, "walk_id"));
  SK_TRY_VOID(text(signal.team, kMaxTitle, "team"));
  SK_TRY_VOID(time(signal.time_ms, "time_ms"));
  SK_TRY_VOID(each(signal.support, "support", [](const std::string& key) { return id(key, ""); }));
  SK_TRY_VOID(sorted_unique(signal.support, "support"));
  SK_TRY_VOID(each(signal.apart, "apart", [](const std::string& other) { return id(other, ""); }));
  SK_TRY_VOID(sorted_unique(signal.apart, "apart"));
  SK_TRY_VOID(optional_id(signal.measure, "measure"));
  SK_TRY_VOID(not_negative(signal.counted, "counted"));
  SK_TRY_VOID(optional_id(signal.comes_from, "comes_from"));
  return check_photos(signal.photos);
}

Result<void> validate(const Walk& walk) { return check_walk(walk); }
Result<void> validate(const Track& track) { return check_track(track); }
Result<void> validate(const Issue& issue) { return check_issue(issue); }
Result<void> validate(const Buurt& buurt) { return check_buurt(buurt); }

namespace {

Result<void> check_dossier(const Dossier& d, bool signals_too) {
  SK_TRY_VOID(id(d.id, "id"));
  SK_TRY_VOID(text(d.title, kMaxTitle, "title"));
  if (!d.delete_by.empty()) SK_TRY_VOID(date(d.delete_by, "delete_by"));
  SK_TRY_VOID(within(check_neighbourhood(d.neighbourhood), "neighbourhood"));
  SK_TRY_VOID(each(d.rounds, "rounds", [](const Round& r) { return validate(r); }));
  SK_TRY_VOID(each(d.walks, "walks", check_walk));
  SK_TRY_VOID(each(d.tracks, "tracks", check_track));
  if (signals_too) SK_TRY_VOID(each(d.signals, "signals", [](const Signal& s) { return validate(s); }));
  SK_TRY_VOID(each(d.issues, "issues", check_issue));
  SK_TRY_VOID(sorted_by_id(d.rounds, "rounds", "id", kById));
  SK_TRY_VOID(sorted_by_id(d.walks, "walks", "id", kById));
  SK_TRY_VOID(sorted_by_id(d.tracks, "tracks", "id", kById));
  SK_TRY_VOID(sorted_by_id(d.signals, "signals", "id", kById));
  SK_TRY_VOID(sorted_by_id(d.issues, "issues", "id", kById));
  return check_references(d);
}

}  // namespace

Result<void> validate(const Dossier& d) { return check_dossier(d, true); }

Result<void> validate_around_signals(const Dossier& d) { return check_dossier(d, false); }

}  // namespace stoepkrijt::model
