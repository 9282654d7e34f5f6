#include "benches.hpp"
#include "measure.hpp"
#include "screen_stage.hpp"

namespace stoepkrijt::bench {

namespace {

constexpr std::size_t kSignals = 100'000;

/// What the map would answer: the middle of the signals, a window that holds most of them, and as many markers and
/// clusters as it ever tells of.
app::MapFeedback answer_of(const app::State& state, const app::MapRequest& request) {
  app::MapFeedback f;
  geo::Bounds box;
  for (const model::Signal& s : state.dossier->signals) box.add(s.place);
  f.centre = {(box.min_lon_e7 + box.max_lon_e7) / 2, (box.min_lat_e7 + box.max_lat_e7) / 2};
  f.window = geo::Window{box.min_lon_e7, box.min_lat_e7, box.max_lon_e7, box.max_lat_e7};
  f.corners = {{box.min_lon_e7, box.min_lat_e7}, {box.max_lon_e7, box.max_lat_e7}};
  f.groups = 1500;
  for (std::size_t i = 0; i < app::kMostMarkerAreas; ++i) {
    const float at = static_cast<float>(i) * 9.0F;
    f.markers.push_back({(*request.many)[i * 7].id, i % 2 == 0 ? 1U : 14U, {420 + at, 120 + at, 48, 48}, {9, 4, 1, 0}});
  }
  return f;
}

void move(app::MapFeedback& f) {
  f.centre.lon_e7 += 200;
  f.window->west_e7 += 200;
  f.window->east_e7 += 200;
  for (auto& marker : f.markers) marker.rect.x += 1;
}

void look_at(const std::string& name, float width, float height, int runs) {
  ScreenStage stage(width, height, kSignals);
  const std::string key(ui::kMapKey);
  Line("screen." + name + ".first").times(measure(1, [] {}, [&] { stage.draw(); }, false));
  app::MapFeedback feedback = answer_of(stage.state, stage.board.requests().back());
  const auto whole = [&] {
    stage.board.answer(key, feedback);
    stage.draw();
    stage.mirror();
  };
  for (int i = 0; i < 3; ++i) whole();
  Line("screen." + name + ".same")
      .times(measure(runs, whole))
      .count("nodes", stage.nodes)
      .count("bytes", stage.ops.size());
  Line("screen." + name + ".drag").times(measure(runs, [&] { move(feedback); }, whole)).count("nodes", stage.nodes);
  // Let go: the list follows.
  Line("screen." + name + ".rest")
      .times(measure(
          runs,
          [&] {
            move(feedback);
            whole();
          },
          whole));
  Line("screen." + name + ".filter")
      .times(measure(runs, [&] { stage.state.filter.ideas = !stage.state.filter.ideas; }, whole));
}

}  // namespace

void screen(int runs) {
  look_at("desktop", 1280, 800, runs);
  look_at("phone", 390, 844, runs);
}

}  // namespace stoepkrijt::bench
