// The map's screen without a renderer: what it asks of the map, what it does with the answer, and that the page stays
// small however many signals there are. By keys and with a finger.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <utility>

#include "a11y/faults.hpp"
#include "ui/reader.hpp"
#include "ui/screen_map.hpp"

namespace stoepkrijt::ui::tests {
namespace {

using app::Screen;

constexpr Size kPhone{"phone", 390, 844, 1, false};
constexpr Size kDesktop{"desktop", 1366, 820, 1, false};
constexpr Size kSizes[] = {kPhone,
                           kDesktop,
                           {"small phone", 320, 568, 1, false},
                           {"large text", 320, 640, 2, false},
                           {"tablet", 820, 1180, 1, false},
                           {"kiosk", 1080, 1920, 1, true}};

app::State state_with(std::size_t signals) {
  app::State state = app::start(fixed()).state;
  state.loading = false;
  state.device.now_ms = 1'795'305'600'000;
  state.device.entropy = std::string(32, 'e');
  state.route = {Screen::kMap, ""};
  if (signals == 0) return state;
  model::Dossier d = *state.dossier;
  const std::vector<model::Signal> patterns = std::move(d.signals);
  d.signals.clear();
  d.issues.clear();
  for (std::size_t i = 0; i < signals; ++i) {
    model::Signal s = patterns[i % patterns.size()];
    std::string number = std::to_string(i);
    number.insert(0, 6 - number.size(), '0');
    s.id = "s" + number;
    s.place.lon_e7 += static_cast<std::int32_t>(i * 7919 % 100'000) - 50'000;
    s.place.lat_e7 += static_cast<std::int32_t>(i * 104'729 % 60'000) - 30'000;
    d.signals.push_back(std::move(s));
  }
  state.dossier = std::make_shared<const model::Dossier>(std::move(d));
  return state;
}

/// The screen with a map that answers what the test wants.
class MapStage {
 public:
  MapStage(const Size& size, app::State first) : state(std::move(first)), stage_(input_of(size, ThemeName::kLight)) {
    const model::Signal& some = state.dossier->signals.front();
    feedback.centre = some.place;
    feedback.window = geo::Window{some.place.lon_e7 - 40'000, some.place.lat_e7 - 30'000, some.place.lon_e7 + 40'000,
                                  some.place.lat_e7 + 30'000};
    feedback.corners = {{some.place.lon_e7 - 40'000, some.place.lat_e7 - 30'000},
                        {some.place.lon_e7 + 40'000, some.place.lat_e7 - 30'000},
                        {some.place.lon_e7 + 40'000, some.place.lat_e7 + 30'000},
                        {some.place.lon_e7 - 40'000, some.place.lat_e7 + 30'000}};
    keep(feedback);
    draw(3);
  }
  void draw(int frames = 1) {
    for (int i = 0; i < frames; ++i) {
      maps_.begin_frame();
      out = stage_.run([&](Ui& ui) { screens_.draw(state, fixed(), ui, maps_, queue); });
      for (app::MapRequest& r : maps_.requests()) request = std::move(r);
      if (request.input.go_to) went = request.input.go_to;
      maps_.answer(std::string(kMapKey), std::exchange(feedback, still_));
      feedback = still_;
    }
  }
  void answer_with(app::MapFeedback next) { feedback = std::move(next); }
  void keep(app::MapFeedback next) { still_ = feedback = std::move(next); }
  void send(a11y::SemEventType type, std::string_view k, std::string text = {}) {
    ASSERT_NE(node_of(out, k), nullptr) << k;
    stage_.input.events.push_back({type, a11y::node_id(k), std::move(text), 0});
    draw();
    for (const app::Command& command : std::exchange(queue, {})) state = app::apply(state, command, fixed()).state;
  }
  void press(std::string_view k) { send(a11y::SemEventType::kActivate, k); }
  void obey() {
    for (const app::Command& command : std::exchange(queue, {})) state = app::apply(state, command, fixed()).state;
    draw();
  }
  [[nodiscard]] bool has(std::string_view k) const { return node_of(out, k) != nullptr; }
  [[nodiscard]] std::string name(std::string_view k) const { return has(k) ? node_of(out, k)->name : std::string(); }
  Stage& stage() { return stage_; }

  app::State state;
  app::MapFeedback feedback;
  app::MapRequest request;
  std::optional<geo::Bounds> went;  ///< where the map was asked to go last
  app::CommandQueue queue;
  FrameOutput out;

 private:
  Stage stage_;
  Screens screens_;
  MapBoard maps_;
  app::MapFeedback still_ = feedback;
};

app::MapFeedback crowded(const app::MapFeedback& from, std::size_t areas) {
  app::MapFeedback f = from;
  f.groups = 1500;
  for (std::size_t i = 0; i < areas; ++i) {
    std::string number = std::to_string(i);
    number.insert(0, 6 - number.size(), '0');
    f.markers.push_back({"s" + number, i % 2 == 0 ? 1U : 14U, {100, 100, 48, 48}, {9, 4, 1, 0}});
  }
  return f;
}

TEST(MapScreen, StaysSmallWithAHundredThousandSignals) {
  const app::State state = state_with(100'000);
  for (const Size& size : kSizes) {
    MapStage map(size, state);
    map.keep(crowded(map.feedback, app::kMostMarkerAreas));
    map.draw(3);
    EXPECT_LT(map.out.nodes.size(), 420U) << size.name;
    EXPECT_TRUE(map.request.markers.empty());
    ASSERT_NE(map.request.many, nullptr);
    EXPECT_GE(map.request.many->size(), 100'000U);
    const app::ManyMarkers before = map.request.many;
    const std::size_t nodes = map.out.nodes.size();
    map.draw();
    EXPECT_EQ(map.request.many, before) << "the next frame shows the very same markers";
    EXPECT_EQ(map.out.nodes.size(), nodes);
    for (const a11y::Fault& fault : a11y::faults(map.out.nodes)) ADD_FAILURE() << size.name << ": " << fault.words;
    EXPECT_TRUE(map.queue.empty()) << "a screen acts by itself: " << size.name;
  }
}

TEST(MapScreen, OpensAClusterByKeysAndSaysWhatIsInIt) {
  MapStage map(kPhone, state_with(300));
  map.keep(crowded(map.feedback, 4));
  map.draw(2);
  EXPECT_EQ(map.name("kaart/groep/s000001"), "14 meldingen: 9 problemen, 4 sterke punten, 1 idee");
  map.press("kaart/groep/s000001");
  EXPECT_EQ(map.request.input.open, "s000001");
  map.draw();
  EXPECT_EQ(map.request.input.open, "");
  map.press("kaart/merk/s000002");
  EXPECT_EQ(map.state.selected, "s000002");
}

TEST(MapScreen, ListsWhatIsInViewAndShowsMore) {
  for (const Size& size : {kPhone, kDesktop}) {
    MapStage map(size, state_with(5000));
    if (!map.has("kaart/zoek")) {
      map.press("kaart/lijst-open");
      map.draw();
    }
    ASSERT_TRUE(map.has("kaart/lijst-kop")) << size.name;
    EXPECT_EQ(map.name("kaart/lijst-kop").substr(0, 9), "In beeld:");
    const auto rows = [&] {
      return std::count_if(map.out.nodes.begin(), map.out.nodes.end(),
                           [](const a11y::SemNode& n) { return n.parent == a11y::node_id("kaart/lijst"); });
    };
    EXPECT_EQ(rows(), 50);
    map.press("kaart/meer");
    map.draw();
    EXPECT_EQ(rows(), 100);
    // The map goes elsewhere: the list follows when it stands still, from its first page.
    app::MapFeedback moved = map.feedback;
    moved.centre.lon_e7 += 5000;
    moved.window->west_e7 += 5000;
    moved.window->east_e7 += 5000;
    map.keep(moved);
    map.draw(4);
    EXPECT_EQ(rows(), 50);
  }
}

TEST(MapScreen, SearchesByKeysAndMovesTheMapThere) {
  for (const Size& size : {kPhone, kDesktop}) {
    MapStage map(size, state_with(0));
    if (!map.has("kaart/zoek")) {
      map.press("kaart/lijst-open");
      map.draw();
    }
    map.send(a11y::SemEventType::kInput, "kaart/zoek", "52.3775, 5.2435");
    map.draw();
    ASSERT_TRUE(map.has("kaart/treffer/plek/kies")) << size.name;
    map.press("kaart/treffer/plek/kies");
    map.draw();
    ASSERT_TRUE(map.went.has_value());
    EXPECT_EQ(map.went->min_lat_e7, 523'775'000);
    map.draw();
    EXPECT_FALSE(map.request.input.go_to.has_value()) << "once";
    map.send(a11y::SemEventType::kInput, "kaart/zoek", "zwerfvuil");
    map.draw();
    ASSERT_TRUE(map.has("kaart/zoek-alle"));
    map.press("kaart/zoek-alle");
    map.draw();
    EXPECT_EQ(map.state.search, "zwerfvuil");
    ASSERT_TRUE(map.has("kaart/woord-weg"));
    map.press("kaart/woord-weg");
    EXPECT_EQ(map.state.search, "");
  }
}

/// A circle with a finger or the mouse around the middle of the map.
void draw_circle(MapStage& map, float x, float y, float radius) {
  const auto at = [&](float a) { map.stage().point(x + radius * std::cos(a), y + radius * std::sin(a)); };
  at(0);
  map.draw();
  map.stage().hold(true);
  map.draw();
  for (int i = 1; i <= 24; ++i) {
    at(static_cast<float>(i) * 0.26F);
    map.draw();
  }
  map.stage().hold(false);
  map.draw();
}

TEST(MapScreen, TakesAnAreaThatIsDrawn) {
  for (const Size& size : {kPhone, kDesktop}) {
    MapStage map(size, state_with(300));
    map.stage().input.pointer_is_touch = size.width < 500;
    if (!map.has("kaart/omlijn")) {
      map.press("kaart/lijst-open");
      map.draw();
    }
    map.press("kaart/omlijn");
    map.draw(2);
    ASSERT_TRUE(map.has("kaart/teken-stop")) << size.name;
    draw_circle(map, size.width < 500 ? 200 : 640, 330, 90);
    EXPECT_EQ(map.request.input.dx, 0.0F) << "the map stays where it is";
    ASSERT_GT(map.request.drawn.size(), 15U) << size.name;
    app::MapFeedback answer = map.feedback;
    for (const app::MapPoint& p : map.request.drawn) {
      answer.drawn.push_back({map.feedback.centre.lon_e7 + static_cast<std::int32_t>(p.x * 100),
                              map.feedback.centre.lat_e7 - static_cast<std::int32_t>(p.y * 100)});
    }
    map.answer_with(answer);
    map.draw(2);
    ASSERT_EQ(map.queue.size(), 1U);
    map.obey();
    EXPECT_GE(map.state.filter.area.size(), 8U);
    map.draw();
    EXPECT_FALSE(map.has("kaart/teken-stop"));
    EXPECT_EQ(map.request.ring, map.state.filter.area) << "it is drawn on the map";
    ASSERT_TRUE(map.has("kaart/gebied-weg"));
    map.press("kaart/gebied-weg");
    EXPECT_TRUE(map.state.filter.area.empty());
  }
}

TEST(MapScreen, TakesWhatIsInViewByKeys) {
  MapStage map(kDesktop, state_with(300));
  map.press("kaart/in-beeld");
  EXPECT_EQ(map.state.filter.area, map.feedback.corners);
  map.press("kaart/omlijn");
  map.draw(2);
  map.press("kaart/teken-stop");
  map.draw();
  EXPECT_TRUE(map.has("kaart/omlijn"));
  map.state.selected_buurt = map.state.dossier->neighbourhood.buurten.front().code;
  map.draw();
  map.press("kaart/buurt/alleen");
  EXPECT_EQ(map.state.filter.buurt, map.state.selected_buurt);
}

TEST(MapScreen, ShowsWhereManyLieInBothBodies) {
  MapStage map(kDesktop, state_with(300));
  EXPECT_FALSE(map.request.heat);
  map.press("kaart/warmte");
  map.draw();
  EXPECT_TRUE(map.request.heat);
  ASSERT_TRUE(map.has("kaart/warmte-plek/0/kies"));
  map.press("kaart/warmte-plek/0/kies");
  map.draw();
  EXPECT_TRUE(map.went.has_value());
  map.state.route = {Screen::kFilter, ""};
  map.draw(2);
  map.press("filter/warmte");
  EXPECT_FALSE(map.state.heat);
}

TEST(MapScreen, HoldsAllSignalsWhereNoMapIsDrawn) {
  app::State state = state_with(300);
  state.settings.text_version = true;
  MapStage map(kDesktop, state);
  EXPECT_EQ(map.name("kaart/lijst-kop"), "300 meldingen op de kaart");
}

}  // namespace
}  // namespace stoepkrijt::ui::tests
