// A walk from its making to its action list: prepared, walked, closed by an empty battery, and finished.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/views/map_screen_view.hpp"
#include "app/views/prepare_view.hpp"
#include "app/views/tag_view.hpp"
#include "app/views/walk_view.hpp"
#include "app/views/walk_words.hpp"
#include "app/walk_gpx.hpp"
#include "app_fixture.hpp"

namespace stoepkrijt::app::test {
namespace {

const Lang& nl() {
  static const auto* const lang = new Lang(read_lang(LangCode::kNl));
  return *lang;
}

model::WalkStop stop(std::string name, std::int32_t lon) {
  return {std::move(name), "Is het hier licht genoeg?", {lon, 525'000'000}, {}};
}

/// Makes and saves a walk of two stops; its id.
std::string make_walk(Bench& b, void (*change)(model::Walk&) = nullptr) {
  b.run(cmd::PrepareWalk{});
  model::Walk walk = b.state().walk_draft->walk;
  walk.title = "Schouw Singelkade";
  walk.route = {{52'000'000, 525'000'000}, {52'010'000, 525'000'000}};
  walk.stops = {stop("Brug", 52'000'000), stop("Plein", 52'010'000)};
  if (change != nullptr) change(walk);
  b.run(cmd::ChangeWalk{walk});
  b.run(cmd::SaveWalk{});
  EXPECT_EQ(b.state().problem, std::nullopt);
  return walk.id;
}

/// The device is so far along the street, so many seconds after the start.
void walk_to(Bench& b, std::int32_t metres, std::int64_t seconds, std::int32_t accuracy_mm = 4'000) {
  static std::int64_t start = 0;
  if (seconds == 0) start = b.host.now_ms;
  b.host.now_ms = start + seconds * 1000;
  b.host.push(platform::Located{52'000'000 + metres * 146, 525'000'000, accuracy_mm, b.host.now_ms});
  b.settle();
}

TEST(PreparedWalk, IsKeptWhileItIsMadeAndInTheDossierOnceSaved) {
  Bench b;
  b.run(cmd::PrepareWalk{});
  EXPECT_EQ(b.state().route.screen, Screen::kPrepare);
  model::Walk walk = b.state().walk_draft->walk;
  walk.title = "Half";
  b.run(cmd::ChangeWalk{walk});
  b.restart();
  ASSERT_TRUE(b.state().walk_draft.has_value()) << "a closed tab loses nothing";
  EXPECT_EQ(b.state().walk_draft->walk.title, "Half");
  EXPECT_TRUE(b.state().dossier->walks.empty());
  EXPECT_FALSE(make_walks_view(b.state(), nl()).draft.empty());
  b.run(cmd::PrepareWalk{});
  EXPECT_EQ(b.state().walk_draft->walk.title, "Half") << "goes on where it was";
  b.run(cmd::SaveWalk{});
  ASSERT_EQ(b.state().dossier->walks.size(), 1U);
  EXPECT_EQ(b.state().route, (Route{Screen::kWalk, walk.id}));
  EXPECT_FALSE(b.state().walk_draft.has_value());
  b.run(cmd::Undo{});
  EXPECT_TRUE(b.state().dossier->walks.empty());
}

TEST(PreparedWalk, WithoutANameIsNotSavedAndNothingIsLost) {
  Bench b;
  b.run(cmd::PrepareWalk{});
  model::Walk walk = b.state().walk_draft->walk;
  walk.stops = {stop("Brug", 52'000'000)};
  b.run(cmd::ChangeWalk{walk});
  b.run(cmd::SaveWalk{});
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.walk_without_title");
  EXPECT_EQ(b.state().walk_draft->walk.stops.size(), 1U);
}

TEST(PreparedWalk, LeavesOutRowsThatWereNeverFilledIn) {
  Bench b;
  const std::string id = make_walk(b, [](model::Walk& walk) {
    walk.stops.push_back({});
    walk.teams = {"Noord", ""};
    walk.walkers = {{"Fatma", "bewoner", "Noord"}, {"", "", ""}, {"Jan", "wijkagent", "Weg"}};
  });
  const model::Walk* walk = find_walk(*b.state().dossier, id);
  ASSERT_NE(walk, nullptr);
  EXPECT_EQ(walk->stops.size(), 2U);
  EXPECT_EQ(walk->teams, std::vector<std::string>{"Noord"});
  ASSERT_EQ(walk->walkers.size(), 2U);
  EXPECT_EQ(walk->walkers[1].team, "") << "of a group that is not there";
  EXPECT_EQ(walk->roles, (std::vector<std::string>{"bewoner", "wijkagent"}));
}

TEST(PreparedWalk, TakesATreeFromAFileAndTellsOfOneThatIsNone) {
  Bench b;
  b.run(cmd::PrepareWalk{});
  b.host.files.push_back(
      platform::FilePicked{"tree", "lijst.json", R"([{"categorie":"Afval","onderwerpen":["Grofvuil","Glas"]}])"});
  b.run(cmd::PickTree{});
  ASSERT_EQ(b.state().walk_draft->walk.tree.size(), 1U);
  b.host.files.push_back(platform::FilePicked{"tree", "rond.json", R"([{"id":1,"ouder":1,"naam":"A"}])"});
  b.run(cmd::PickTree{});
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.tree_cycle");
  EXPECT_EQ(b.state().problem->where.file, "rond.json");
  EXPECT_EQ(b.state().walk_draft->walk.tree.size(), 1U) << "what was there is still there";
  b.run(cmd::CloseProblem{});
  model::Walk walk = b.state().walk_draft->walk;
  walk.title = "Met eigen lijst";
  b.run(cmd::ChangeWalk{walk});
  b.run(cmd::SaveWalk{});
  b.run(cmd::StartWalk{walk.id, ""});
  b.run(cmd::StartTag{model::SignalKind::kProblem, {52'000'000, 525'000'000}, model::PlacedBy::kPin});
  const TagView tag = make_tag_view(b.state(), nl());
  ASSERT_EQ(tag.subs.size(), 2U);
  EXPECT_EQ(tag.subs[0].words, "Grofvuil");
  b.run(cmd::SetTagSubtheme{"grofvuil"});
  b.run(cmd::SaveTag{});
  const model::Signal& made = b.state().dossier->signals.back().walk_id.empty() ? b.state().dossier->signals.front()
                                                                                : b.state().dossier->signals.back();
  EXPECT_EQ(signal_title(*b.state().dossier, nl(), made), "Grofvuil");
}

TEST(PreparedWalk, OfTheSameRouteComparesWithTheOneBefore) {
  Bench b;
  const std::string first = make_walk(b);
  b.run(cmd::StartWalk{first, ""});
  b.run(cmd::StartTag{model::SignalKind::kProblem, {52'000'000, 525'000'000}, model::PlacedBy::kPin});
  b.run(cmd::SaveTag{});
  b.run(cmd::EndWalk{});
  b.run(cmd::AnswerDialog{true});
  b.run(cmd::PrepareWalk{first, true});
  const model::Walk draft = b.state().walk_draft->walk;
  EXPECT_EQ(draft.same_route_as, first);
  EXPECT_EQ(draft.stops.size(), 2U);
  EXPECT_NE(draft.id, first);
  b.run(cmd::SaveWalk{});
  const WalkView v = make_walk_view(b.state(), nl(), {});
  ASSERT_FALSE(v.changes.empty());
  EXPECT_EQ(v.changes[0].then, "1");
  EXPECT_EQ(v.changes[0].now, "0");
}

TEST(Walking, AsksForThePlaceAndTheScreenAndDrawsTheWay) {
  Bench b;
  const std::string id = make_walk(b);
  b.run(cmd::StartWalk{id, ""});
  EXPECT_EQ(b.state().route.screen, Screen::kMap);
  ASSERT_NE(b.host.last<platform::Locate>(), nullptr);
  EXPECT_TRUE(b.host.last<platform::Locate>()->follow);
  EXPECT_TRUE(b.host.awake);
  walk_to(b, 0, 0);
  walk_to(b, 10, 10);
  walk_to(b, 3000, 12);
  walk_to(b, 20, 20);
  walk_to(b, 25, 22, 3'000'000);
  ASSERT_EQ(b.state().walking->track.segments.size(), 1U);
  EXPECT_EQ(b.state().walking->track.segments[0].size(), 3U) << "a jump and a place of three kilometres are no steps";
  const MapScreenView v = make_map_screen_view(b.state(), nl(), {});
  ASSERT_TRUE(v.walking.has_value());
  EXPECT_EQ(v.walking->words, "Plek 1 van 2 · 0 minuten");
  EXPECT_EQ(v.walking->stop, "1. Brug");
  EXPECT_EQ(v.walking->question, "Is het hier licht genoeg?");
  EXPECT_TRUE(v.walking->screen.empty());
}

TEST(Walking, SurvivesAKilledTabWithEverythingOnIt) {
  Bench b;
  const std::string id = make_walk(b, [](model::Walk& walk) { walk.teams = {"Noord", "Zuid"}; });
  b.run(cmd::StartWalk{id, "Noord"});
  walk_to(b, 0, 0);
  walk_to(b, 15, 15);
  walk_to(b, 30, 30);
  b.run(cmd::GoToStop{1});
  b.run(cmd::StartTag{model::SignalKind::kStrong, {52'000'000, 525'000'000}, model::PlacedBy::kGps});
  b.restart();
  ASSERT_TRUE(b.state().walking.has_value());
  EXPECT_EQ(b.state().walking->track.team, "Noord");
  EXPECT_EQ(b.state().walking->stop, 1);
  EXPECT_EQ(b.state().walking->track.segments[0].size(), 3U);
  EXPECT_TRUE(b.state().tag.has_value());
  EXPECT_EQ(b.state().tag->signal.team, "Noord");
  EXPECT_TRUE(b.host.awake) << "and the way goes on by itself";
  walk_to(b, 45, 45);
  EXPECT_EQ(b.state().walking->track.segments.size(), 2U) << "what was not seen is not walked";
}

TEST(Walking, IsDrawnByThePageThatWritesOnly) {
  Bench b;
  const std::string id = make_walk(b);
  b.run(cmd::StartWalk{id, ""});
  for (const bool writes : {false, true}) {
    platform::MemoryHost device = b.host;
    device.performed.clear();
    device.writer = writes;
    const Bench other(std::move(device));
    EXPECT_TRUE(other.state().walking.has_value());
    EXPECT_EQ(other.host.last<platform::Locate>() != nullptr, writes) << "two pages would draw two ways";
    EXPECT_EQ(other.host.last<platform::KeepAwake>() != nullptr, writes);
  }
}

TEST(Walking, PausesAndEndsWithATrackOfItsOwn) {
  Bench b;
  const std::string id = make_walk(b);
  b.run(cmd::StartWalk{id, ""});
  walk_to(b, 0, 0);
  walk_to(b, 12, 12);
  b.run(cmd::PauseWalk{true});
  EXPECT_FALSE(b.host.awake);
  walk_to(b, 100, 30);
  EXPECT_EQ(b.state().walking->track.segments[0].size(), 2U) << "in the pause nothing is drawn";
  b.run(cmd::PauseWalk{false});
  walk_to(b, 110, 40);
  walk_to(b, 122, 52);
  EXPECT_EQ(b.state().walking->track.segments.size(), 2U);
  b.run(cmd::EndWalk{});
  EXPECT_EQ(b.state().dialog.kind, Dialog::Kind::kEndWalk);
  b.run(cmd::AnswerDialog{true});
  EXPECT_FALSE(b.state().walking.has_value());
  EXPECT_FALSE(b.host.awake);
  ASSERT_EQ(b.state().dossier->tracks.size(), 1U);
  EXPECT_EQ(b.state().dossier->tracks[0].walk_id, id);
  EXPECT_EQ(b.state().route, (Route{Screen::kWalk, id}));
  const WalkView v = make_walk_view(b.state(), nl(), {});
  const auto walked =
      std::find_if(v.facts.begin(), v.facts.end(), [](const auto& f) { return f.left == "1 gelopen weg"; });
  ASSERT_NE(walked, v.facts.end());
  EXPECT_EQ(walked->right, "24 meter in 0 minuten");
  b.restart();
  EXPECT_FALSE(b.state().walking.has_value());
  EXPECT_EQ(b.state().dossier->tracks.size(), 1U);
}

TEST(Walking, GoesOnWithoutAPlaceOrAnAwakeScreen) {
  Bench b;
  b.host.lets_awake = false;
  const std::string id = make_walk(b);
  b.run(cmd::StartWalk{id, ""});
  b.host.push(platform::Failed{"locate", Error(ErrorCode::kLocationDenied, "error.location_denied")});
  b.settle();
  const MapScreenView v = make_map_screen_view(b.state(), nl(), {});
  EXPECT_FALSE(v.walking->screen.empty());
  EXPECT_FALSE(v.location_error.empty());
  b.run(cmd::StartTag{model::SignalKind::kProblem, {52'000'000, 525'000'000}, model::PlacedBy::kPin});
  b.run(cmd::SaveTag{});
  b.run(cmd::EndWalk{});
  b.run(cmd::AnswerDialog{true});
  EXPECT_TRUE(b.state().dossier->tracks.empty()) << "nobody saw a way";
  EXPECT_EQ(make_walk_view(b.state(), nl(), {}).lines.size(), 1U);
}

TEST(Walking, TakesOnlyWhatIsWelcome) {
  Bench b;
  const std::string id = make_walk(b, [](model::Walk& walk) {
    walk.kinds = {model::SignalKind::kProblem};
    walk.themes = {model::SchouwTheme::kSafe};
    walk.elsewhere = "Is er haast bij? Bel 112.";
  });
  b.run(cmd::StartWalk{id, ""});
  const MapScreenView v = make_map_screen_view(b.state(), nl(), {});
  EXPECT_TRUE(v.with_bad);
  EXPECT_FALSE(v.with_good);
  EXPECT_FALSE(v.with_idea);
  EXPECT_EQ(v.elsewhere, "Is er haast bij? Bel 112.");
  b.run(cmd::StartTag{model::SignalKind::kProblem, {52'000'000, 525'000'000}, model::PlacedBy::kPin});
  const TagView tag = make_tag_view(b.state(), nl());
  ASSERT_EQ(tag.themes.size(), 1U);
  EXPECT_EQ(tag.themes[0].key, "veilig");
}

TEST(Walking, CountsAndTheLevelFollows) {
  Bench b;
  const std::string id = make_walk(b, [](model::Walk& walk) { walk.stops[0].measures = {"grof-zwerfvuil"}; });
  b.run(cmd::StartWalk{id, ""});
  ASSERT_EQ(make_map_screen_view(b.state(), nl(), {}).walking->measures.size(), 1U);
  b.run(cmd::StartTag{model::SignalKind::kProblem, {52'000'000, 525'000'000}, model::PlacedBy::kPin});
  b.run(cmd::SetTagCount{"grof-zwerfvuil", 4});
  EXPECT_EQ(b.state().tag->signal.level, model::Level::kB);
  EXPECT_EQ(make_tag_view(b.state(), nl()).counted, "4");
  b.run(cmd::SetTagCount{"grof-zwerfvuil", -3});
  EXPECT_EQ(b.state().tag->signal.counted, 0);
  EXPECT_EQ(b.state().tag->signal.level, model::Level::kAPlus);
  b.run(cmd::SetTagCount{"grof-zwerfvuil", 30});
  b.restart();
  EXPECT_EQ(b.state().tag->signal.counted, 30) << "kept with the draft";
  b.run(cmd::SetTagLevel{model::Level::kA});
  EXPECT_TRUE(b.state().tag->signal.measure.empty()) << "by eye again";
  b.run(cmd::SetTagCount{"niet-bekend", 3});
  EXPECT_TRUE(b.state().tag->signal.measure.empty());
}

TEST(Walking, OneAtATimeAndItsWalkIsNotDeletedMeanwhile) {
  Bench b;
  const std::string one = make_walk(b);
  const std::string other = make_walk(b);
  b.run(cmd::StartWalk{one, ""});
  b.run(cmd::StartWalk{other, ""});
  EXPECT_EQ(b.state().problem->key, "error.already_walking");
  b.run(cmd::CloseProblem{});
  b.run(cmd::DeleteWalk{one});
  EXPECT_EQ(b.state().problem->key, "error.walk_under_way");
  b.run(cmd::CloseProblem{});
  b.run(cmd::StartTag{model::SignalKind::kProblem, {52'000'000, 525'000'000}, model::PlacedBy::kPin});
  b.run(cmd::SaveTag{});
  b.run(cmd::EndWalk{});
  b.run(cmd::AnswerDialog{true});
  b.run(cmd::DeleteWalk{one});
  b.run(cmd::AnswerDialog{true});
  EXPECT_EQ(find_walk(*b.state().dossier, one), nullptr);
  EXPECT_EQ(b.state().dossier->signals.size(), 3U) << "what was seen stays";
  EXPECT_TRUE(model::validate(*b.state().dossier));
}

TEST(WalkActions, AreListedOncePerThingWithWhoAndWhen) {
  Bench b;
  const std::string id = make_walk(b);
  b.run(cmd::StartWalk{id, ""});
  b.run(cmd::StartTag{model::SignalKind::kProblem, {52'000'000, 525'000'000}, model::PlacedBy::kPin});
  b.run(cmd::SaveTag{});
  std::string made;
  for (const model::Signal& s : b.state().dossier->signals) {
    if (s.walk_id == id) made = s.id;
  }
  b.run(cmd::SetStatus{made, model::IssueStatus::kPlanned, "", {"Stoep recht leggen", "Gemeente", "2020-01-06"}});
  b.run(cmd::GoTo{{Screen::kWalk, id}});
  WalkView v = make_walk_view(b.state(), nl(), {});
  ASSERT_EQ(v.action_list.size(), 1U);
  EXPECT_EQ(v.action_list[0].title, "Stoep recht leggen");
  EXPECT_TRUE(v.action_list[0].late);
  EXPECT_EQ(v.action_list[0].date, "Te laat: maandag 6\u00a0januari");
  EXPECT_EQ(v.actions_count, "0 van 1 klaar");
  b.run(cmd::SetStatus{made, model::IssueStatus::kDone, "", {"Stoep recht leggen", "Gemeente", "2020-01-06"}});
  b.run(cmd::GoTo{{Screen::kWalk, id}});
  v = make_walk_view(b.state(), nl(), {});
  EXPECT_TRUE(v.action_list[0].done);
  EXPECT_FALSE(v.action_list[0].late);
}

TEST(WalkAsGpx, GoesOutAndComesBackAsTheSameRouteAndStops) {
  Bench b;
  const std::string id =
      make_walk(b, [](model::Walk& walk) { walk.route.insert(walk.route.begin() + 1, {52'005'000, 525'000'900}); });
  b.run(cmd::StartWalk{id, ""});
  walk_to(b, 0, 0);
  walk_to(b, 20, 20);
  b.run(cmd::EndWalk{});
  b.run(cmd::AnswerDialog{true});
  b.run(cmd::ExportWalk{id});
  ASSERT_FALSE(b.host.offered.empty());
  EXPECT_EQ(b.host.offered.back().name, "stoepkrijt-schouw-singelkade.gpx");
  const std::string gpx = b.host.offered.back().bytes;
  const auto file = formats::read_gpx(gpx);
  ASSERT_TRUE(file) << file.error().key;
  ASSERT_EQ(file->tracks.size(), 1U);
  EXPECT_EQ(file->tracks[0].segments[0].points[0].accuracy_mm, 4'000);
  b.run(cmd::PrepareWalk{});
  b.host.files.push_back(platform::FilePicked{"route", "rond.gpx", gpx});
  b.run(cmd::PickRoute{});
  const model::Walk* walk = find_walk(*b.state().dossier, id);
  EXPECT_EQ(b.state().walk_draft->walk.route, walk->route);
  EXPECT_EQ(b.state().walk_draft->walk.stops, walk->stops);
  b.host.files.push_back(platform::FilePicked{"route", "stuk.gpx", "<gpx version=\"1.1\"><trk>"});
  b.run(cmd::PickRoute{});
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->where.file, "stuk.gpx");
  EXPECT_EQ(b.state().walk_draft->walk.stops.size(), 2U) << "what was there stays";
}

TEST(WalkAsGpx, OfATrackKeepsOnlyThePointsThatShapeIt) {
  formats::GpxFile file;
  formats::GpxSegment& segment = file.tracks.emplace_back().segments.emplace_back();
  for (std::int32_t i = 0; i <= 100; ++i)
    segment.points.push_back({{52'000'000 + i * 100, 525'000'000 + (i == 50 ? 2'000 : 0)}, {}, {}});
  model::Walk walk;
  ASSERT_TRUE(take_route(file, walk));
  EXPECT_EQ(walk.route.size(), 5U) << "a straight street with one step aside";
  EXPECT_EQ(take_route(formats::GpxFile{}, walk).error().key, "error.gpx_no_route");
  // A day's track in which every step is a bend: told, and what was there stays.
  segment.points.clear();
  for (std::int32_t i = 0; i < 200'000; ++i) {
    segment.points.push_back({{52'000'000 + i * 900, 525'000'000 + (i % 2) * 9'000}, {}, {}});
  }
  EXPECT_EQ(take_route(file, walk).error().key, "error.gpx_route_long");
  EXPECT_EQ(walk.route.size(), 5U);
  // Standing still for hours is no shape.
  segment.points.assign(400'000, {{52'000'000, 525'000'000}, {}, {}});
  segment.points.push_back({{52'010'000, 525'000'000}, {}, {}});
  model::Walk still;
  ASSERT_TRUE(take_route(file, still));
  EXPECT_EQ(still.route.size(), 2U);
  EXPECT_EQ(walk.route.size(), 5U);
}

TEST(KeptWalk, ThatCannotBeReadIsSetAside) {
  EXPECT_FALSE(read_walking("{\"version\":9}"));
  EXPECT_FALSE(read_walking("{\"version\":1,\"track\":{}}"));
  EXPECT_FALSE(read_walk_draft("[]"));
  EXPECT_EQ(*read_walking(write_walking(std::nullopt)), std::nullopt);
  Walking walking;
  walking.track = {"t", "w", "Noord", {{{{5, 6}, 7, 8}, {{6, 6}, 7, 9}}}};
  walking.started_ms = 12;
  walking.stop = 2;
  walking.paused = true;
  const auto again = read_walking(write_walking(walking));
  ASSERT_TRUE(again);
  walking.new_segment = true;
  EXPECT_EQ(**again, walking);
}

}  // namespace
}  // namespace stoepkrijt::app::test
