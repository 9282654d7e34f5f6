// The screens of the round, drawn without a window at every size and in every theme, and used by screen-reader events
// alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "a11y/faults.hpp"
#include "app/apply.hpp"
#include "app/builtin.hpp"
#include "app/count.hpp"
#include "app/views/replay_view.hpp"
#include "ui/reader.hpp"
#include "ui/screens.hpp"
#include "ui/screens_round.hpp"
#include "ui/stage.hpp"

namespace stoepkrijt::ui {
namespace {

using app::Screen;
using namespace tests;

app::State ready_state() {
  app::State state = app::start(fixed()).state;
  state.dossier = fixed().example_dossier;
  state.urn = fixed().example_urn;
  state.map = fixed().example_map;
  state.loading = false;
  state.device.now_ms = 1'795'305'600'000;  // 22 November 2026
  state.ballot = {};
  if (const model::Round* round = app::current_round(state)) state.ballot.round_id = round->id;
  return state;
}

struct Case {
  Screen screen;
  std::size_t chosen = 0;         ///< so many plans are chosen
  std::string_view counted = {};  ///< by this rule
  bool no_votes = false;
};

std::vector<Case> cases() {
  return {{Screen::kStart},
          {Screen::kLadder},
          {Screen::kPlans},
          {Screen::kPlan, 2},
          {Screen::kPlan, 2, app::kRuleGreedy},
          {Screen::kVoteRead},
          {Screen::kVoteChoose},
          {Screen::kVoteChoose, 5},
          {Screen::kVoteCheck},
          {Screen::kVoteCheck, 4},
          {Screen::kVoteDone},
          {Screen::kResult},
          {Screen::kResult, 0, app::kRuleEqualShares},
          {Screen::kResult, 0, app::kRuleGreedy},
          {Screen::kResult, 0, {}, true},
          {Screen::kWhy},
          {Screen::kCompare},
          {Screen::kCompare, 0, app::kRuleGreedy},
          {Screen::kReplay},
          {Screen::kReplay, 0, app::kRuleEqualShares},
          {Screen::kReplay, 0, app::kRuleGreedy},
          {Screen::kRule}};
}

app::State state_of(const Case& c) {
  app::State state = ready_state();
  const model::Round& round = *app::current_round(state);
  state.route = {c.screen, c.screen == Screen::kPlan ? round.plans.back().id : ""};
  Money sum;
  for (const model::Plan& plan : round.plans) {
    if (state.ballot.chosen.size() == c.chosen) break;
    const Money next = sum.plus(plan.cost).value_or(round.budget);
    if (next > round.budget) continue;
    sum = next;
    state.ballot.chosen.push_back(plan.id);
  }
  if (c.no_votes) state.urn = std::make_shared<model::Urn>();
  if (!c.counted.empty()) {
    auto result = app::count_round(round, *state.urn, c.counted);
    EXPECT_TRUE(result.has_value());
    if (result) state.result = *result;
  }
  return state;
}

constexpr Size kSizes[] = {{"phone", 390, 844, 1, false},           {"small phone", 320, 568, 1, false},
                           {"large text", 390, 844, 2, false},      {"tablet", 820, 1180, 1, false},
                           {"desktop", 1366, 768, 1, false},        {"kiosk upright", 1080, 1920, 1, true},
                           {"kiosk landscape", 1920, 1080, 1, true}};

void expect_sound(const std::string& where, const Stage& stage, const FrameOutput& out, float width) {
  for (const std::string& fault : stage.frame->faults()) ADD_FAILURE() << where << ": " << fault;
  for (const a11y::Fault& fault : a11y::faults(out.nodes)) ADD_FAILURE() << where << ": " << fault.words;
  int titles = 0;
  int levels = 1;
  for (const a11y::SemNode& node : out.nodes) {
    if (node.role == a11y::Role::kHeading) {
      titles += node.level == 1 ? 1 : 0;
      EXPECT_LE(node.level, levels + 1) << where << ": heading jumps to level " << int{node.level} << ": " << node.name;
      levels = node.level;
    }
    EXPECT_EQ(node.name.find("["), std::string::npos) << where << ": a missing word in " << node.name;
    if (node.rect.w <= 0) continue;
    EXPECT_GE(node.rect.x, -0.5F) << where << ": " << node.name;
    EXPECT_LE(node.rect.x + node.rect.w, width + 0.5F) << where << ": " << node.name;
  }
  EXPECT_EQ(titles, 1) << where << ": one h1 per screen";
}

TEST(RoundScreensDrawn, EveryScreenIsSoundAtEverySizeAndTheme) {
  for (const Size& size : kSizes) {
    for (const ThemeName theme : {ThemeName::kLight, ThemeName::kDark, ThemeName::kContrast}) {
      if (theme != ThemeName::kLight && size.width != 390) continue;  // colours do not change the layout elsewhere
      Stage stage(input_of(size, theme));
      for (const Case& c : cases()) {
        const app::State state = state_of(c);
        Screens screens;
        MapBoard maps;
        app::CommandQueue queue;
        const FrameOutput out = stage.run([&](Ui& ui) { screens.draw(state, fixed(), ui, maps, queue); }, 2);
        expect_sound(std::string(size.name) + " " + app::to_words(state.route), stage, out, size.width);
        EXPECT_TRUE(queue.empty()) << "a screen acts by itself: " << app::to_words(state.route);
      }
    }
  }
}

TEST(RoundScreensDrawn, EveryPlanIsExplainedByBothRules) {
  Stage stage(input_of(kSizes[1], ThemeName::kLight));
  for (const std::string_view rule : {app::kRuleEqualShares, app::kRuleGreedy}) {
    app::State state = state_of({Screen::kResult, 0, rule});
    for (const model::Plan& plan : app::current_round(state)->plans) {
      state.route = {Screen::kWhy, plan.id};
      Screens screens;
      MapBoard maps;
      app::CommandQueue queue;
      const FrameOutput out = stage.run([&](Ui& ui) { screens.draw(state, fixed(), ui, maps, queue); }, 2);
      expect_sound(std::string(rule) + " " + plan.id, stage, out, kSizes[1].width);
    }
  }
}

TEST(RoundScreensUsed, AWholeVoteAndItsCountBySemanticEventsAlone) {
  for (const Size& size : {kSizes[0], kSizes[1], kSizes[4], kSizes[5]}) {
    Reader reader(size, ready_state());
    const std::int64_t before = reader.state.urn->total();
    const std::string first = app::current_round(reader.state)->plans.front().id;
    reader.press("start/knop");
    EXPECT_EQ(reader.state.route.screen, Screen::kVoteRead);
    reader.press("stem-lees/verder");
    EXPECT_EQ(reader.state.route.screen, Screen::kVoteChoose);
    reader.press(key("plan/", first, "/choose"));
    EXPECT_EQ(reader.state.ballot.chosen, std::vector<std::string>{first});
    reader.press("stem/verder");
    EXPECT_EQ(reader.state.route.screen, Screen::kVoteCheck);
    reader.press("nakijken/inleveren");
    EXPECT_EQ(reader.state.route.screen, Screen::kVoteDone);
    EXPECT_EQ(reader.state.urn->total(), before + 1);
    reader.press("klaar/uitslag");
    if (reader.state.result == nullptr) reader.press("uitslag/tel");
    ASSERT_NE(reader.state.result, nullptr);
    EXPECT_EQ(reader.state.result->ballots, before + 1);
    reader.press(key("uitslag/plan/", first));
    EXPECT_EQ(reader.state.route, (app::Route{Screen::kWhy, first}));
  }
}

TEST(RoundScreensUsed, APlanIsChosenAndTakenAwayOnItsOwnPage) {
  Reader reader(kSizes[0], ready_state());
  const std::string id = app::current_round(reader.state)->plans.front().id;
  reader.open({Screen::kPlan, id});
  reader.press("plan/kies");
  EXPECT_EQ(reader.state.ballot.chosen.size(), 1U);
  reader.press("plan/kies");
  EXPECT_TRUE(reader.state.ballot.chosen.empty());
  reader.press("plan/regels-open");
  EXPECT_TRUE(reader.has("plan/regel/6"));
}

std::string name_of_node(const FrameOutput& out, std::string_view k) {
  for (const auto& node : out.nodes) {
    if (node.id == a11y::node_id(k)) return node.name;
  }
  return {};
}

TEST(RoundScreensUsed, TheReplayIsSteppedThroughAndItsListSaysTheSame) {
  Reader reader(kSizes[0], ready_state());
  reader.state = state_of({Screen::kReplay, 0, app::kRuleEqualShares});
  reader.open({Screen::kReplay, ""});
  const app::ReplayView view = app::make_replay_view(reader.state, fixed().nl);
  ASSERT_GT(view.steps.size(), 2U);
  EXPECT_FALSE(reader.has("naspelen/speel")) << "with reduced motion nothing plays by itself";
  EXPECT_EQ(reader.name("naspelen/stap-plan"), view.steps[0].title);
  reader.press("naspelen/volgende");
  EXPECT_EQ(reader.name("naspelen/stap-plan"), view.steps[1].title);
  EXPECT_EQ(reader.name("naspelen/stap-woorden"), view.steps[1].words);
  reader.press("naspelen/vorige");
  EXPECT_EQ(reader.name("naspelen/stap-plan"), view.steps[0].title);
  reader.press("naspelen/naar/3");
  EXPECT_EQ(reader.name("naspelen/stap-plan"), view.steps[2].title);
  for (std::size_t i = 1; i <= view.steps.size(); ++i)
    EXPECT_TRUE(reader.has(key("naspelen/naar/", std::to_string(i))));
}

TEST(RoundScreensUsed, TheReplayPlaysToItsEndAndCanBePaused) {
  FrameInput input = input_of(kSizes[4], ThemeName::kLight);
  input.reduced_motion = false;
  Stage stage(input);
  const app::State state = state_of({Screen::kReplay, 0, app::kRuleEqualShares});
  const app::ReplayView view = app::make_replay_view(state, fixed().nl);
  Screens screens;
  MapBoard maps;
  app::CommandQueue queue;
  const auto frame = [&] { return stage.run([&](Ui& ui) { screens.draw(state, fixed(), ui, maps, queue); }); };
  const auto press = [&](std::string_view k) {
    stage.input.events.push_back({a11y::SemEventType::kActivate, a11y::node_id(k), "", 0});
    return frame();
  };
  static_cast<void>(frame());
  static_cast<void>(press("naspelen/snel"));
  FrameOutput out = press("naspelen/speel");
  EXPECT_TRUE(out.wants_another_frame) << "money moves";
  stage.input.now_s += 1.0;
  static_cast<void>(frame());
  out = frame();
  EXPECT_EQ(name_of_node(out, "naspelen/stap-plan"), view.steps[1].title);
  static_cast<void>(press("naspelen/speel"));  // pause
  stage.input.now_s += 5.0;
  for (int i = 0; i < 20; ++i) out = frame();  // what a press moves settles
  EXPECT_EQ(name_of_node(out, "naspelen/stap-plan"), view.steps[1].title) << "paused";
  EXPECT_FALSE(out.wants_another_frame) << "at rest";
  static_cast<void>(press("naspelen/speel"));
  for (std::size_t i = 0; i < 2 * view.steps.size(); ++i) {
    stage.input.now_s += 1.0;
    out = frame();
  }
  EXPECT_EQ(name_of_node(out, "naspelen/stap-plan"), view.steps.back().title);
  for (int i = 0; i < 20; ++i) out = frame();
  EXPECT_FALSE(out.wants_another_frame) << "it does not loop";
}

TEST(RoundScreensUsed, AnotherRuleIsChosenAndTheResultFollows) {
  for (const Size& size : {kSizes[1], kSizes[4]}) {
    Reader reader(size, ready_state());
    reader.open({Screen::kMore, ""});
    reader.press("meer/telregel");
    EXPECT_EQ(reader.state.route.screen, Screen::kRule);
    ASSERT_NE(reader.state.counting.past, nullptr);
    EXPECT_TRUE(reader.has("telregel/eerder/0/klein"));
    reader.press("telregel/regel/greedy/kies");
    EXPECT_EQ(app::current_round(reader.state)->rule.id, "greedy");
    reader.press("telregel/meer");
    EXPECT_TRUE(reader.has("telregel/keuze/ties/kop"));
    app::CommandQueue go{app::cmd::GoTo{{Screen::kResult, ""}}};
    reader.state = app::apply(reader.state, go.front(), fixed()).state;
    reader.open({Screen::kResult, ""});
    ASSERT_NE(reader.state.result, nullptr);
    EXPECT_EQ(reader.state.result->counted.rule.id, "greedy");
    EXPECT_TRUE(reader.has("uitslag/hoe-naam"));
    reader.press("uitslag/betekenis");
    EXPECT_TRUE(reader.has("uitslag/cijfer/0/betekenis"));
    reader.press("uitslag/vergelijk");
    EXPECT_EQ(reader.state.route.screen, Screen::kCompare);
    reader.press("vergelijk/kies");
    EXPECT_TRUE(reader.has("vergelijk/een"));
    EXPECT_TRUE(reader.has("vergelijk/twee"));
  }
}

TEST(RoundScreensDrawn, ALongCountShowsHowFarItIsAndCanBeStopped) {
  for (const Size& size : kSizes) {
    Stage stage(input_of(size, ThemeName::kLight));
    for (const Screen screen : {Screen::kResult, Screen::kReplay, Screen::kCompare, Screen::kRule}) {
      app::State state = ready_state();
      state.route = {screen, ""};
      app::CountState::Running running;
      running.kind = screen == Screen::kRule ? app::CountJob::Kind::kPast : app::CountJob::Kind::kCount;
      running.done = 3;
      running.total = 12;
      state.counting.running = running;
      Screens screens;
      MapBoard maps;
      app::CommandQueue queue;
      const FrameOutput out = stage.run([&](Ui& ui) { screens.draw(state, fixed(), ui, maps, queue); }, 2);
      expect_sound(std::string(size.name) + " busy " + app::to_words(state.route), stage, out, size.width);
      const std::string k = screen == Screen::kResult    ? "uitslag/bezig"
                            : screen == Screen::kReplay  ? "naspelen/bezig"
                            : screen == Screen::kCompare ? "vergelijk/bezig"
                                                         : "telregel/bezig";
      EXPECT_EQ(name_of_node(out, k + "/voortgang"), "3 van 12 gedaan") << k;
      stage.input.events.push_back({a11y::SemEventType::kActivate, a11y::node_id(k + "/stop"), "", 0});
      static_cast<void>(stage.run([&](Ui& ui) { screens.draw(state, fixed(), ui, maps, queue); }));
      ASSERT_EQ(queue.size(), 1U) << k;
      EXPECT_TRUE(queue.front().is<app::cmd::CancelCount>());
    }
  }
}

}  // namespace
}  // namespace stoepkrijt::ui
