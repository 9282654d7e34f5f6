// The map's screen with very many signals, its search, its area and where many lie, without a window or a clock.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/views/filter_view.hpp"
#include "app/views/map_screen_view.hpp"
#include "app/views/signals_view.hpp"
#include "app_fixture.hpp"
#include "geo/area.hpp"

namespace stoepkrijt::app::test {
namespace {

const Lang& nl() {
  static const auto* const lang = new Lang(read_lang(LangCode::kNl));
  return *lang;
}

constexpr std::int32_t kWest = 51'000'000, kSouth = 524'000'000;

/// The state of an app with so many signals, spread over the buurt by a fixed rule.
State with_signals(const Bench& b, std::size_t n) {
  State state = b.state();
  model::Dossier d = *state.dossier;
  d.signals.clear();
  d.issues.clear();
  for (std::size_t i = 0; i < n; ++i) {
    std::string number = std::to_string(i);
    number.insert(0, 6 - number.size(), '0');
    model::Signal s = make_signal("s" + number, i % 10 == 0 ? "Gat in de weg" : "");
    s.kind = static_cast<model::SignalKind>(i % 3);
    s.theme = static_cast<model::SchouwTheme>(i % 4);
    s.place = {kWest + static_cast<std::int32_t>(i * 7919 % 2'000'000),
               kSouth + static_cast<std::int32_t>(i * 104'729 % 2'000'000)};
    s.near_street = i % 2 == 0 ? "Singelkade" : "Bréestraat";
    s.buurt = "BU99990101";
    s.time_ms = 1'760'000'000'000 + static_cast<std::int64_t>(i) * 1000;
    d.signals.push_back(std::move(s));
  }
  state.dossier = std::make_shared<const model::Dossier>(std::move(d));
  return state;
}

MapFeedback looking_at(geo::LonLat centre, std::int32_t half) {
  MapFeedback f;
  f.centre = centre;
  f.window = geo::Window{centre.lon_e7 - half, centre.lat_e7 - half, centre.lon_e7 + half, centre.lat_e7 + half};
  return f;
}

MapLook look_of(const MapFeedback& f) { return {f.window, f.centre, kLinesOfAPage, ""}; }

TEST(MapOfMany, MakesLittleAndNothingTwice) {
  const Bench b;
  const State state = with_signals(b, 100'000);
  MapCaches caches;
  MapFeedback feedback = looking_at({kWest + 1'000'000, kSouth + 1'000'000}, 900'000);
  for (std::uint32_t i = 0; i < kMostMarkerAreas; ++i) {
    std::string number = std::to_string(i);
    number.insert(0, 6 - number.size(), '0');
    feedback.markers.push_back({"s" + number, i % 2 == 0 ? 1U : 900U, {10, 10, 48, 48}, {300, 300, 300, 0}});
  }
  feedback.groups = 1500;
  const MapScreenView first = make_map_screen_view(state, nl(), feedback, look_of(feedback), caches);
  EXPECT_EQ(first.lines.size(), kLinesOfAPage);
  EXPECT_LE(first.marks.size(), kMostMarkerAreas);
  EXPECT_EQ(first.markers->size(), 100'000U) << "all stand on the map; no plan of this round has a place";
  EXPECT_NE(first.map_help.find("1.500 tekens"), std::string::npos);
  const SignalsCache::Made made = caches.signals.made();
  EXPECT_EQ(made.sets, 1U);
  EXPECT_EQ(made.lines, kLinesOfAPage);
  EXPECT_EQ(made.names, kMostMarkerAreas / 2);
  EXPECT_EQ(made.searches + made.dense, 0U) << "what nobody asked for";
  const MapScreenView second = make_map_screen_view(state, nl(), feedback, look_of(feedback), caches);
  EXPECT_EQ(caches.signals.made(), made) << "a frame in which nothing changed makes nothing";
  EXPECT_EQ(second.markers, first.markers) << "the very same markers";
  // The map moves: new lines, and nothing else.
  const MapFeedback moved = looking_at({kWest + 1'200'000, kSouth + 1'000'000}, 900'000);
  static_cast<void>(make_map_screen_view(state, nl(), moved, look_of(moved), caches));
  EXPECT_EQ(caches.signals.made().sets, 1U);
  EXPECT_EQ(caches.signals.made().lines, 2 * kLinesOfAPage);
  State chosen = state;
  chosen.selected = "s000010";
  static_cast<void>(make_map_screen_view(chosen, nl(), moved, look_of(moved), caches));
  EXPECT_EQ(caches.signals.made().sets, 1U) << "choosing one gathers nothing anew";
  // Other screens use the same.
  EXPECT_EQ(make_signals_view(state, nl(), caches.signals, kLinesOfAPage).lines.size(), kLinesOfAPage);
  EXPECT_EQ(make_filter_view(state, nl(), caches.signals).count, "100.000 van 100.000 meldingen");
  EXPECT_EQ(caches.signals.made().sets, 1U);
  State filtered = state;
  filtered.filter.problems = false;
  EXPECT_EQ(make_map_screen_view(filtered, nl(), moved, look_of(moved), caches).list_title,
            "66.666 meldingen op de kaart");
  EXPECT_EQ(caches.signals.made().sets, 2U);
}

TEST(MapOfMany, ListsWhatLiesInTheWindowNearestFirstInPages) {
  const Bench b;
  const State state = with_signals(b, 3000);
  MapCaches caches;
  const MapFeedback f = looking_at({kWest + 1'000'000, kSouth + 1'000'000}, 300'000);
  MapLook look = look_of(f);
  std::size_t inside = 0;
  for (const model::Signal& s : state.dossier->signals) inside += f.window->contains(s.place) ? 1U : 0U;
  ASSERT_GT(inside, 60U);
  MapScreenView v = make_map_screen_view(state, nl(), f, look, caches);
  EXPECT_EQ(v.list_head, "In beeld: " + std::to_string(inside) + " van 3.000 meldingen");
  EXPECT_EQ(v.more, "Laat " + std::to_string(std::min<std::size_t>(50, inside - 50)) + " meer zien");
  const auto distance = [&](const std::string& id) {
    const geo::LonLat p = find_signal(*state.dossier, id)->place;
    const double x = (p.lon_e7 - f.centre.lon_e7) * 0.61, y = p.lat_e7 - f.centre.lat_e7;
    return x * x + y * y;
  };
  for (std::size_t i = 0; i < v.lines.size(); ++i) {
    EXPECT_TRUE(f.window->contains(find_signal(*state.dossier, v.lines[i].id)->place));
    if (i > 0) {
      EXPECT_LE(distance(v.lines[i - 1].id), distance(v.lines[i].id) * 1.02);
    }
  }
  look.most = 100'000;
  v = make_map_screen_view(state, nl(), f, look, caches);
  EXPECT_EQ(v.lines.size(), std::min(inside, kMostListed));
  EXPECT_EQ(v.more.empty(), v.lines.size() == std::min(inside, kMostListed));
  look = {geo::Window{0, 0, 10, 10}, {0, 0}, kLinesOfAPage, ""};
  EXPECT_EQ(make_map_screen_view(state, nl(), f, look, caches).list_words,
            "Hier liggen geen meldingen. Schuif de kaart, of zoom uit.");
  look = {std::nullopt, f.centre, 100'000, ""};
  v = make_map_screen_view(state, nl(), f, look, caches);
  EXPECT_EQ(v.lines.size(), kMostListed) << "never more, however often more was asked for";
  EXPECT_EQ(v.more, "");
  EXPECT_NE(v.list_words.find("Zoom in"), std::string::npos);
}

TEST(MapOfMany, SaysTheMixOfAClusterInWords) {
  EXPECT_EQ(cluster_words(nl(), {"x", 14, {}, {9, 4, 1, 0}}), "14 meldingen: 9 problemen, 4 sterke punten, 1 idee");
  EXPECT_EQ(cluster_words(nl(), {"x", 2, {}, {1, 1, 0, 0}}), "2 meldingen: 1 probleem, 1 sterk punt");
  EXPECT_EQ(cluster_words(nl(), {"x", 5, {}, {2, 0, 2, 1}}), "4 meldingen: 2 problemen, 2 ideeën, 1 plan");
  EXPECT_EQ(cluster_words(nl(), {"x", 3, {}, {0, 0, 0, 3}}), "3 plannen");
}

TEST(MapOfFew, HasEveryMarkerAsANodeAndClustersToo) {
  const Bench b;
  MapFeedback f;
  f.markers = {{"a1", 1, {5, 6, 48, 48}, {}}, {"a2", 2, {90, 90, 60, 60}, {0, 0, 0, 2}}};
  f.groups = 2;
  const MapScreenView v = make_map_screen_view(b.state(), nl(), f);
  std::set<std::string> ids;
  std::size_t clusters = 0;
  for (const MapMark& mark : v.marks) {
    clusters += mark.cluster ? 1U : 0U;
    if (mark.cluster) continue;
    EXPECT_TRUE(ids.insert(mark.id).second);
    if (mark.id == "a1") {
      EXPECT_EQ(mark.rect.x, 5.0F);
    }
    if (mark.id == "a2") {
      EXPECT_EQ(mark.rect.w, 0.0F) << "it stands in a cluster";
    }
  }
  EXPECT_EQ(clusters, 1U);
  EXPECT_EQ(ids.size(), v.markers->size());
}

TEST(MapFilter, ByDaysEndsWhenASignalBecomesTooOld) {
  const Bench b;
  State state = with_signals(b, 10);
  state.filter.days = 7;
  constexpr std::int64_t kDay = 86'400'000;
  state.device.now_ms = 1'760'000'000'000 + 7 * kDay;
  SignalsCache cache;
  EXPECT_EQ(cache.of(state, nl()).size(), 10U);
  state.device.now_ms += 500;
  EXPECT_EQ(cache.of(state, nl()).size(), 9U);
  state.device.now_ms += 400;
  EXPECT_EQ(cache.of(state, nl()).size(), 9U);
  EXPECT_EQ(cache.made().sets, 2U) << "nothing went meanwhile";
  state.device.now_ms += 200;
  EXPECT_EQ(cache.of(state, nl()).size(), 8U);
  state.device.now_ms -= 2000;
  EXPECT_EQ(cache.of(state, nl()).size(), 10U) << "the clock went back";
}

TEST(MapFilter, OfIssuesIsThatOfEverySignal) {
  Bench b;
  b.run(cmd::SetStatus{"a1", model::IssueStatus::kDone, "", {"", "Gemeente", ""}});
  State state = b.state();
  SignalsCache cache;
  for (const bool closed : {true, false}) {
    state.filter.closed = closed;
    std::size_t wanted = 0;
    for (const model::Signal& s : state.dossier->signals) wanted += shown(state, nl(), s) ? 1U : 0U;
    EXPECT_EQ(cache.of(state, nl()).size(), wanted);
  }
}

TEST(MapArea, NarrowsMapListAndCountAndGoesAway) {
  Bench b;
  const std::vector<geo::LonLat> around = {
      {51'999'000, 524'999'000}, {52'001'000, 524'999'000}, {52'001'000, 525'001'000}, {51'999'000, 525'001'000}};
  b.run(cmd::DrawArea{around});
  EXPECT_EQ(b.state().filter.area.size(), 4U);
  MapScreenView v = make_map_screen_view(b.state(), nl(), {});
  EXPECT_EQ(v.area.words, "2 meldingen in uw gebied");
  EXPECT_EQ(v.filter_button, "U ziet: getekend gebied");
  EXPECT_TRUE(v.filtered);
  std::vector<geo::LonLat> elsewhere = around;
  for (geo::LonLat& p : elsewhere) p.lon_e7 += 100'000;
  b.run(cmd::DrawArea{elsewhere});
  EXPECT_EQ(make_signals_view(b.state(), nl()).lines.size(), 0U);
  EXPECT_EQ(make_map_screen_view(b.state(), nl(), {}).area.words, "0 meldingen in uw gebied");
  b.run(cmd::DrawArea{{{5, 5}, {6, 6}}});
  ASSERT_TRUE(b.state().problem.has_value()) << "refused, and why is said";
  EXPECT_EQ(b.state().problem->key, "error.area_flat");
  EXPECT_EQ(b.state().filter.area, *geo::area_of(elsewhere)) << "what was there stays";
  b.run(cmd::CloseProblem{});
  b.run(cmd::DrawArea{{{1'799'000'000, 0}, {-1'799'000'000, 0}, {0, 800'000'000}}});
  EXPECT_EQ(b.state().problem->key, "error.area_meridian");
  b.run(cmd::CloseProblem{});
  b.run(cmd::DrawArea{});
  EXPECT_TRUE(b.state().filter.area.empty());
  EXPECT_EQ(make_signals_view(b.state(), nl()).lines.size(), 2U);
}

TEST(MapSearch, FindsStreetsBuurtenCoordinatesAndSignals) {
  const Bench b;
  const State state = with_signals(b, 40);
  MapCaches caches;
  const auto find = [&](const std::string& words) {
    return make_map_search_view(state, nl(), words, caches.signals, caches.names);
  };
  EXPECT_TRUE(find("").hits.empty());
  EXPECT_EQ(find("").status, "");
  MapSearchView v = find("SINGELKÄ");
  ASSERT_FALSE(v.hits.empty());
  EXPECT_EQ(v.hits[0].title, "Singelkade");
  EXPECT_EQ(v.hits[0].small, "straat");
  EXPECT_EQ(v.hits[0].box.min_lon_e7, 51'990'000);
  EXPECT_EQ(v.hits.size(), 6U) << "the street, and the five newest signals there";
  EXPECT_EQ(v.hits[1].signal, "s000038");
  EXPECT_EQ(v.narrow, "Laat 20 meldingen met deze woorden zien");
  v = find("oud");
  ASSERT_FALSE(v.hits.empty());
  EXPECT_EQ(v.hits[0].buurt, "BU99990101");
  EXPECT_EQ(v.hits[0].small, "buurt");
  v = find("52.5, 5.2");
  ASSERT_FALSE(v.hits.empty());
  EXPECT_EQ(v.hits[0].small, "coördinaten");
  EXPECT_EQ(v.hits[0].box.min_lat_e7, 525'000'000);
  v = find("RD 155000 463000");
  ASSERT_FALSE(v.hits.empty());
  EXPECT_NEAR(v.hits[0].box.min_lat_e7, 521'551'729, 100);
  v = find("gat in de wég");
  ASSERT_EQ(v.hits.size(), 4U);
  EXPECT_EQ(v.hits[0].title, "Gat in de weg");
  v = find("breestraat");
  EXPECT_EQ(v.hits.size(), 5U) << "no such street on the map, but signals there";
  v = find("onvindbaar");
  EXPECT_TRUE(v.hits.empty());
  EXPECT_NE(v.status, "");
  EXPECT_EQ(caches.signals.made().searches, 1U) << "the words of all signals are folded once";
}

TEST(MapSearch, PutsTheBestNameFirst) {
  model::BaseMap map;
  const auto add = [&](const char* name, model::MapClass cls, std::int32_t at) {
    model::MapFeature f;
    f.cls = cls;
    f.name = name;
    f.lines = {{{at, 0}, {at + 10, 10}}};
    map.features.push_back(f);
  };
  add("Lage Kade", model::MapClass::kRoadStreet, 100);
  add("Kadeplein", model::MapClass::kRoadStreet, 200);
  add("Kade", model::MapClass::kGreen, 300);
  add("Singelkade", model::MapClass::kRoadStreet, 400);
  add("Singelkade", model::MapClass::kFootway, 500);
  const MapNames names(map, {});
  EXPECT_EQ(names.size(), 4U) << "a street in pieces is one street";
  const auto found = names.find("kade", 9);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0]->name, "Kade");
  EXPECT_EQ(found[1]->name, "Kadeplein");
  EXPECT_EQ(found[2]->name, "Lage Kade");
  EXPECT_EQ(found[3]->name, "Singelkade");
  EXPECT_EQ(found[3]->box.max_lon_e7, 510);
  EXPECT_EQ(names.find("kade", 2).size(), 2U);
  EXPECT_TRUE(names.find("  ", 9).empty());
}

TEST(MapHeat, SaysTheDensestPlacesInWords) {
  Bench b;
  State state = with_signals(b, 41);
  MapCaches caches;
  EXPECT_TRUE(make_map_screen_view(state, nl(), {}, {}, caches).heat.places.empty());
  EXPECT_EQ(caches.signals.made().dense, 0U) << "no cost while it is off";
  b.run(cmd::SetHeat{true});
  EXPECT_TRUE(b.state().heat);
  state.heat = true;
  MapScreenView v = make_map_screen_view(state, nl(), {}, {}, caches);
  ASSERT_EQ(v.heat.places.size(), 2U);
  EXPECT_EQ(v.heat.places[0].words, "Singelkade, Oud: 21 meldingen");
  EXPECT_EQ(v.heat.places[1].words, "Bréestraat, Oud: 20 meldingen");
  EXPECT_FALSE(v.heat.places[0].box.empty());
  EXPECT_EQ(v.heat.none, "");
  static_cast<void>(make_map_screen_view(state, nl(), {}, {}, caches));
  EXPECT_EQ(caches.signals.made().dense, 1U);
  state.filter.problems = state.filter.ideas = state.filter.strong = false;
  v = make_map_screen_view(state, nl(), {}, {}, caches);
  EXPECT_TRUE(v.heat.places.empty());
  EXPECT_NE(v.heat.none, "");
}

TEST(MapLists, OfASearchAreThoseThatHoldTheWords) {
  const Bench b;
  State state = with_signals(b, 300);
  state.search = "BREESTRAAT";
  const MapScreenView v = make_map_screen_view(state, nl(), {});
  EXPECT_EQ(v.list_title, "150 meldingen op de kaart");
  EXPECT_EQ(v.search.narrowed, "U ziet alleen meldingen met “BREESTRAAT”.");
  const SignalsView list = make_signals_view(state, nl(), *std::make_unique<SignalsCache>(), kLinesOfAPage);
  EXPECT_EQ(list.lines.size(), kLinesOfAPage);
  EXPECT_EQ(list.some, "Hier staan 50 van 150 meldingen.");
  EXPECT_EQ(list.more, "Laat 50 meer zien");
  for (const model::Signal& s : state.dossier->signals) {
    EXPECT_EQ(shown(state, nl(), s), s.near_street == "Bréestraat");
  }
}

}  // namespace
}  // namespace stoepkrijt::app::test
