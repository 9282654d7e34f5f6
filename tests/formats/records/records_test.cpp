// A dossier becomes records and comes back; what came together by merging is still a dossier.
#include "formats/records/records.hpp"
#include "base/json.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "formats/dossier/dossier.hpp"
#include "merge/conflicts.hpp"
#include "merge/merge.hpp"
#include "merge/value.hpp"
#include "merge/write.hpp"
#include "model/sample.hpp"

namespace stoepkrijt::formats {
namespace {

using merge::Document;
using merge::Pen;
using merge::Write;
using Op = merge::Write::Op;

constexpr std::int64_t kNow = 1'790'000'000'000;

std::string file_text(const char* name) {
  std::ifstream in(std::string(STOEPKRIJT_SOURCE_DIR) + "/" + name, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string example_text() { return file_text("assets/example/dossier.json"); }

Pen pen_of(std::uint8_t number, const Document& document) {
  merge::ActorId actor;
  actor.bytes[0] = number;
  return merge::start_pen(actor, document, kNow).value();
}

void put(Document& document, Pen& pen, const Write& write) {
  const Result<void> done = merge::write(document, pen, write, kNow);
  ASSERT_TRUE(done) << (done ? "" : done.error().key);
}

model::Dossier shown(const Document& document, std::size_t not_shown = 0) {
  const auto view = dossier_of(document);
  EXPECT_TRUE(view) << (view ? "" : view.error().key);
  if (!view) return {};
  EXPECT_TRUE(model::validate(view->dossier));
  EXPECT_EQ(view->not_shown.size(), not_shown);
  return view->dossier;
}

TEST(Records, GiveTheDossierBackThatTheyWereMadeOf) {
  for (const std::string& text : {example_text(), write_dossier(testing::sample_dossier())}) {
    const auto dossier = read_dossier(text);
    ASSERT_TRUE(dossier);
    const Document document = migrated(*dossier);
    EXPECT_TRUE(well_formed(document));
    EXPECT_EQ(write_dossier(shown(document)), text);
    // And through its file.
    const auto again = read_merged(write_merged(document));
    ASSERT_TRUE(again);
    EXPECT_EQ(write_dossier(shown(*again)), text);
  }
}

TEST(Records, OfTheSameFileAreTheSameOnEveryDevice) {
  const auto one = read_any_dossier(example_text());
  const auto other = read_any_dossier(example_text());
  ASSERT_TRUE(one);
  ASSERT_TRUE(other);
  EXPECT_EQ(state_name(*one), state_name(*other));
  Document both = *one;
  ASSERT_TRUE(merge::merge(both, *other));
  EXPECT_EQ(state_name(both), state_name(*one));
  const auto newer = read_any_dossier(write_merged(*one));
  ASSERT_TRUE(newer);
  EXPECT_EQ(state_name(*newer), state_name(*one));
}

TEST(Records, HoldWalksTracksAndWhatWasFoundApart) {
  const model::Dossier full = testing::full_dossier();
  const Document document = migrated(full);
  EXPECT_TRUE(well_formed(document));
  EXPECT_TRUE(shown(document) == full);
  const auto again = read_merged(write_merged(document));
  ASSERT_TRUE(again);
  EXPECT_TRUE(shown(*again) == full);
}

TEST(Records, OfATrackOfAWalkThatIsGoneKeepTheTrack) {
  Document document = migrated(testing::full_dossier());
  Pen pen = pen_of(1, document);
  put(document, pen, {Op::kDelete, "walk", "schouw-2", "", ""});
  const model::Dossier after = shown(document, 1);
  ASSERT_EQ(after.tracks.size(), 1U);
  EXPECT_EQ(after.tracks[0].walk_id, "");
  EXPECT_EQ(after.tracks[0].segments.size(), 2U);
}

/// Golden: a migration that is on people's devices never changes.
TEST(Records, OfAFileOfVersion1AreAlwaysTheSame) {
  EXPECT_EQ(write_merged(migrated(testing::sample_dossier())), file_text("tests/fuzz/corpus/merge/dossier.json"));
  EXPECT_EQ(write_dossier(testing::sample_dossier()), file_text("tests/fuzz/corpus/dossier/sample.json"));
  EXPECT_EQ(write_dossier(testing::full_dossier()), file_text("tests/fuzz/corpus/dossier/walks.json"));
}

/// Golden too: files of version 1 as they are on people's devices (before rounds had a form; with every field there
/// is), and what a program of another hand, written from docs/formats/merge.md, made of them.
TEST(Records, OfEveryFormOfVersion1AreWhatTheDocumentSays) {
  for (const std::string name : {"before_form", "every_field"}) {
    const std::string before = file_text(("tests/data/migration/" + name + ".v1.json").c_str());
    const std::string after = file_text(("tests/data/migration/" + name + ".v2.json").c_str());
    const auto document = read_any_dossier(before);
    ASSERT_TRUE(document) << name;
    EXPECT_EQ(write_merged(*document), after) << name;
    EXPECT_EQ(write_dossier(shown(*read_merged(after))), before) << name;
  }
}

TEST(Records, OfAnotherVersionOrABrokenFileAreRefusedByTheirReader) {
  EXPECT_EQ(read_any_dossier("{\"format\":\"stoepkrijt-dossier\",\"version\":3}").error().code,
            ErrorCode::kNewerVersion);
  EXPECT_EQ(read_any_dossier("{\"format\":\"stoepkrijt-dossier\",\"version\":1}").error().code, ErrorCode::kMissing);
  EXPECT_EQ(read_any_dossier("{}").error().code, ErrorCode::kWrongFormat);
  // Of a file that breaks off before its version: that, not that its fields are strange.
  const std::string old = example_text();
  const auto half = read_any_dossier(std::string_view(old).substr(0, old.size() / 2));
  const auto broken = json::Document::parse(std::string_view(old).substr(0, old.size() / 2));
  ASSERT_FALSE(half.has_value());
  EXPECT_EQ(half.error().key, broken.error().key);
}

TEST(Records, OfTwoDevicesMergeFieldByField) {
  const Document start = migrated(testing::sample_dossier());
  const model::Dossier before = shown(start);
  Document a = start;
  Document b = start;
  Pen pen_a = pen_of(1, a);
  Pen pen_b = pen_of(2, b);
  const std::string signal = before.signals.front().id;
  const std::string issue = before.issues.front().id;
  put(a, pen_a, {Op::kSet, "signal", signal, "title", merge::text_value("Van a")});
  put(b, pen_b, {Op::kSet, "signal", signal, "words", merge::text_value("Van b")});
  put(a, pen_a, {Op::kEvent, "signal", signal, "support", "{\"key\":\"a1\",\"sees\":true}"});
  put(b, pen_b, {Op::kEvent, "signal", signal, "support", "{\"key\":\"b1\",\"sees\":true}"});
  put(b, pen_b, {Op::kEvent, "issue", issue, "history", "{\"reason\":\"\",\"status\":\"afgehandeld\"}"});
  put(a, pen_a, {Op::kSet, "round", before.rounds[0].id, "budget", "7000000"});
  ASSERT_TRUE(merge::merge(a, b));
  const model::Dossier after = shown(a);
  EXPECT_EQ(after.signals.front().title, "Van a");
  EXPECT_EQ(after.signals.front().words, "Van b");
  EXPECT_EQ(after.signals.front().support.size(), before.signals.front().support.size() + 2);
  EXPECT_EQ(after.issues.front().history.size(), before.issues.front().history.size() + 1);
  EXPECT_EQ(after.issues.front().status(), model::IssueStatus::kDone);
  EXPECT_EQ(after.rounds[0].budget.cents, 7'000'000);
  EXPECT_TRUE(merge::conflicts(a).empty());
  // An event is undone by its opposite.
  put(a, pen_a, {Op::kEvent, "signal", signal, "support", "{\"key\":\"b1\",\"sees\":false}"});
  EXPECT_EQ(shown(a).signals.front().support.size(), before.signals.front().support.size() + 1);
}

TEST(Records, ThatNameWhatIsGoneAreShownWithoutIt) {
  Document document = migrated(testing::sample_dossier());
  Pen pen = pen_of(1, document);
  const model::Dossier before = shown(document);
  const auto of_walk = static_cast<std::size_t>(std::count_if(
      before.signals.begin(), before.signals.end(), [](const model::Signal& s) { return !s.walk_id.empty(); }));
  ASSERT_GT(of_walk, 0U);
  for (const model::Walk& walk : before.walks) put(document, pen, {Op::kDelete, "walk", walk.id, "", ""});
  const model::Dossier after = shown(document, of_walk);
  EXPECT_TRUE(after.walks.empty());
  EXPECT_EQ(after.signals.size(), before.signals.size());
  EXPECT_TRUE(after.signals.front().walk_id.empty());
  for (const model::Walk& walk : before.walks) put(document, pen, {Op::kRestore, "walk", walk.id, "", ""});
  EXPECT_EQ(shown(document), before);
}

TEST(Records, ThatAreNotValidAreLeftOutAndTold) {
  Document document = migrated(testing::sample_dossier());
  Pen pen = pen_of(1, document);
  const model::Dossier before = shown(document);
  const std::string plan = before.rounds[0].id + "/" + before.rounds[0].plans[0].id;
  put(document, pen, {Op::kSet, "plan", plan, "cost", "-1"});
  put(document, pen, {Op::kSet, "signal", before.signals[0].id, "level", "\"Z\""});
  put(document, pen, {Op::kSet, "signal", "leeg", "words", "\"x\""});
  put(document, pen, {Op::kSet, "plan", "nergens/x", "cost", "5"});
  put(document, pen, {Op::kSet, "iets_nieuws", "x", "cost", "5"});
  const auto view = dossier_of(document);
  ASSERT_TRUE(view);
  EXPECT_TRUE(model::validate(view->dossier));
  const auto told = [&](std::string_view kind, std::string_view id, bool whole) {
    return std::any_of(view->not_shown.begin(), view->not_shown.end(),
                       [&](const NotShown& n) { return n.kind == kind && n.id == id && n.whole == whole; });
  };
  EXPECT_TRUE(told("plan", plan, true));
  EXPECT_TRUE(told("signal", before.signals[0].id, false));
  EXPECT_TRUE(told("plan", "nergens/x", true));
  EXPECT_TRUE(told("iets_nieuws", "x", true));
  EXPECT_EQ(view->dossier.signals.size(), before.signals.size() + 1);  // "leeg" has what a signal must have
}

/// One wrong value in a record, and all of it is read the thorough way: with the same outcome.
TEST(Records, AreShownAlikeTheQuickAndTheThoroughWay) {
  const std::string_view titles[] = {"\"\"", "\"\\\"Kuil\\\"\\n\\tbij \\\\ de brug\"", "\"Één 🌳 道\"", "null", "7",
                                     "[]"};
  const std::string_view numbers[] = {"0", "-1", "2147483647", "2147483648", "9223372036854775807", "\"5\"", "null"};
  const std::string_view places[] = {
      "[44912346,519239147]", "[-1,-2]", "[1800000001,0]", "[1]", "[1,2,3]", "[1,\"2\"]", "[99999999999,1]", "7", "{}"};
  for (const std::string_view title : titles) {
    for (const std::string_view number : numbers) {
      for (const std::string_view place : places) {
        Document document = migrated(testing::sample_dossier());
        Pen pen = pen_of(1, document);
        const auto set = [&](std::string_view id, std::string_view name, std::string_view value) {
          put(document, pen, {Op::kSet, "signal", std::string(id), std::string(name), std::string(value)});
        };
        for (const std::string_view id : {"x1", "x2"}) {
          set(id, "title", title);
          set(id, "time_ms", number);
          set(id, "accuracy_mm", number);
          set(id, "place", place);
          set(id, "theme", "\"heel\"");
        }
        set("x2", "level", "\"Z\"");
        const auto view = dossier_of(document);
        ASSERT_TRUE(view);
        std::vector<model::Signal> both;
        for (const model::Signal& signal : view->dossier.signals) {
          if (signal.id == "x1" || signal.id == "x2") both.push_back(signal);
        }
        ASSERT_TRUE(both.empty() || both.size() == 2) << title << number << place;
        const auto told = [&](std::string_view id) {
          return std::count_if(view->not_shown.begin(), view->not_shown.end(),
                               [id](const NotShown& n) { return n.id == id; });
        };
        EXPECT_EQ(told("x1") + 1, told("x2")) << title << number << place;
        if (both.empty()) continue;
        both[1].id = both[0].id;
        EXPECT_EQ(both[0], both[1]) << title << number << place;
      }
    }
  }
}

TEST(Records, ShowOfEachSupporterWhatHeSaidLast) {
  Document document = migrated(testing::sample_dossier());
  Pen pen = pen_of(1, document);
  const auto say = [&](std::string_view event) {
    put(document, pen, {Op::kEvent, "signal", "x", "support", std::string(event)});
  };
  put(document, pen, {Op::kSet, "signal", "x", "title", "\"Kuil\""});
  say("{\"key\":\"z2\",\"sees\":true}");
  say("{\"key\":\"z3\",\"sees\":true}");
  say("{\"key\":\"z1\",\"sees\":true}");
  say("{\"key\":\"z3\",\"sees\":false}");
  say("{\"key\":\"z4\",\"sees\":false}");
  say("{\"key\":\"z4\",\"sees\":true}");
  say("{\"key\":\"z\\\\5\",\"sees\":true}");
  for (const std::string_view odd :
       {"{\"key\":\"z6\",\"sees\":1}", "{\"key\":7,\"sees\":true}", "{\"sees\":true}", "[]", "null"}) {
    say(odd);
  }
  const auto view = dossier_of(document);
  ASSERT_TRUE(view);
  const auto x = std::find_if(view->dossier.signals.begin(), view->dossier.signals.end(),
                              [](const model::Signal& s) { return s.id == "x"; });
  ASSERT_NE(x, view->dossier.signals.end());
  EXPECT_EQ(x->support, (std::vector<std::string>{"z1", "z2", "z4", "z\\5"}));
  EXPECT_EQ(view->not_shown.size(), 5U);
}

TEST(Records, OfWhichVeryManyAreNotValidTakeNoLongerThanTheirNumber) {
  Document document = migrated(testing::sample_dossier());
  Pen pen = pen_of(1, document);
  const std::string round = shown(document).rounds[0].id;
  std::vector<Write> writes;
  for (int i = 0; i < 3'000; ++i) {
    const std::string id = "n" + std::to_string(i);
    writes.push_back({Op::kSet, "issue", id, "title", "\"zonder meldingen\""});
    writes.push_back({Op::kSet, "plan", round + "/" + id, "round", merge::text_value(round)});
    writes.push_back({Op::kSet, "walk", id, "title", "\"zonder dag\""});
  }
  ASSERT_TRUE(merge::write_all(document, pen, writes, kNow));
  const auto view = dossier_of(document);
  ASSERT_TRUE(view);
  EXPECT_TRUE(model::validate(view->dossier));
  EXPECT_GE(view->not_shown.size(), 6'000U);
  EXPECT_EQ(view->dossier.walks, testing::sample_dossier().walks);
}

TEST(Records, KeepTheOrderOfPlansAndPutNewOnesBehind) {
  const auto dossier = read_dossier(example_text());
  ASSERT_TRUE(dossier);
  Document document = migrated(*dossier);
  Pen pen = pen_of(1, document);
  const model::Round& round = dossier->rounds[0];
  put(document, pen, {Op::kSet, "plan", round.id + "/0nieuw", "round", merge::text_value(round.id)});
  put(document, pen, {Op::kSet, "plan", round.id + "/0nieuw", "title", "{\"en\":\"\",\"nl\":\"Nieuw\"}"});
  put(document, pen, {Op::kSet, "plan", round.id + "/0nieuw", "cost", "100"});
  const model::Dossier after = shown(document);
  ASSERT_EQ(after.rounds[0].plans.size(), round.plans.size() + 1);
  EXPECT_EQ(after.rounds[0].plans.back().id, "0nieuw");
  EXPECT_EQ(after.rounds[0].plans.front(), round.plans.front());
}

}  // namespace
}  // namespace stoepkrijt::formats
