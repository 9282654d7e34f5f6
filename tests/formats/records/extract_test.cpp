// Parts and redacted dossiers: what is taken out is out, in the bytes too, and nothing else is.
#include "formats/records/extract.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "formats/dossier/dossier.hpp"
#include "formats/dossier/fields.hpp"
#include "merge/conflicts.hpp"
#include "merge/merge.hpp"
#include "merge/value.hpp"
#include "merge/write.hpp"
#include "model/sample.hpp"
#include "support/data_files.hpp"

namespace stoepkrijt::formats {
namespace {

using merge::Document;
using merge::Write;
using Op = merge::Write::Op;

constexpr std::int64_t kDay = 86'400'000;

/// The sample dossier with times that are no starts of days, a second walk, plans in two buurten, and a conflict.
Document source() {
  model::Dossier dossier = testing::sample_dossier();
  dossier.rounds[0].plans[0].excludes = {"boom"};
  dossier.rounds[0].plans[1].buurt = "BU99990102";
  dossier.signals[1].buurt = "BU99990102";
  dossier.signals[1].words = "Bel mij op 06-12345678.";
  dossier.signals[1].time_ms = 1'790'012'345'678;
  dossier.signals[1].support = {"pseudoniem-b", "pseudoniem-a", "zonder-naam"};
  std::sort(dossier.signals[1].support.begin(), dossier.signals[1].support.end());
  dossier.issues[0].history[0].time_ms = 1'790'012'345'679;
  dossier.issues[0].history[1].time_ms = 1'790'012'345'680;
  Document document = migrated(dossier);
  merge::ActorId actor;
  actor.bytes[3] = 0x5A;
  merge::Pen pen = merge::start_pen(actor, document, 1'790'011'111'111).value();
  const auto put = [&](const Write& write) {
    const bool done = merge::write(document, pen, write, 1'790'011'111'111).has_value();
    EXPECT_TRUE(done);
  };
  put({Op::kSet, "signal", "signaal-2", "title", "\"Nieuwe titel\""});
  put({Op::kSet, "signal", "signaal-2", "geheim", "\"een veld van later\""});
  put({Op::kSet, "iets_nieuws", "x", "geheim", "\"een soort van later\""});
  put({Op::kSet, "signal", "signaal-3", "title", "\"gewist\""});
  put({Op::kDelete, "signal", "signaal-3", "", ""});
  return document;
}

Extracted extracted(const Extract& how, const Document& document = source()) {
  auto out = extract(document, how);
  EXPECT_TRUE(out) << (out ? "" : out.error().key);
  EXPECT_TRUE(well_formed(out->document));
  EXPECT_FALSE(out->document.mergeable);
  EXPECT_EQ(out->document.actors.size(), 1U);
  return std::move(out).value();
}

model::Dossier shown(const Document& document) {
  const auto view = dossier_of(document);
  EXPECT_TRUE(view);
  EXPECT_TRUE(view->not_shown.empty());
  EXPECT_TRUE(model::validate(view->dossier));
  return view->dossier;
}

model::Dossier shown(const Extract& how) { return shown(extracted(how).document); }

TEST(Redaction, TakesOutWhatThePageSays) {
  const model::Dossier before = dossier_of(source())->dossier;
  const model::Dossier after = shown(Extract{});
  ASSERT_EQ(after.signals.size(), 2U);
  const model::Signal& signal = after.signals[1];
  EXPECT_EQ(signal.title, "Nieuwe titel");
  EXPECT_EQ(signal.words, "");
  EXPECT_EQ(signal.support, (std::vector<std::string>{"1", "2", "3"}));
  EXPECT_EQ(signal.time_ms, before.signals[1].time_ms / kDay * kDay);
  EXPECT_EQ(after.signals[0].place, before.signals[0].place);
  EXPECT_EQ(after.signals[0].near_street, before.signals[0].near_street);
  EXPECT_TRUE(after.walks[0].track.empty());
  EXPECT_EQ(after.walks[0].route, before.walks[0].route);
  ASSERT_EQ(after.issues[0].history.size(), 2U);
  EXPECT_EQ(after.issues[0].history[0].time_ms, before.issues[0].history[0].time_ms / kDay * kDay);
  EXPECT_EQ(after.issues[0].history[1].reason, "Niet nodig");
  EXPECT_EQ(after.rounds, before.rounds);
  EXPECT_EQ(after.neighbourhood.buurten, before.neighbourhood.buurten);
}

TEST(Redaction, LeavesNoTraceInTheBytes) {
  const std::string bytes = write_merged(extracted(Extract{}).document);
  const Document from = source();
  std::vector<std::string> traces{"06-12345678", "Net nieuw",     "pseudoniem", "zonder-naam", "geheim",
                                  "iets_nieuws", "signaal-3",     "gewist",     "deleted",     "1790012345",
                                  "1790011",     "1790000000000", "\"k1\"",     "\"k2\"",      "[-5,3]"};
  for (const merge::ActorId& actor : from.actors) traces.push_back(merge::text_of(actor));
  for (const std::string& trace : traces) EXPECT_EQ(bytes.find(trace), std::string::npos) << trace;
  // Two that differ only in what is taken out are the same file.
  Document other = from;
  merge::ActorId actor;
  actor.bytes[0] = 0x77;
  merge::Pen pen = merge::start_pen(actor, other, 1'800'000'000'000).value();
  ASSERT_TRUE(merge::write(other, pen, {Op::kSet, "signal", "signaal-2", "words", "\"Iets heel anders\""}, 1));
  ASSERT_TRUE(
      merge::write(other, pen, {Op::kEvent, "signal", "signaal-2", "support", "{\"key\":\"q\",\"sees\":false}"}, 1));
  EXPECT_EQ(write_merged(extracted(Extract{}, other).document), bytes);
}

TEST(Redaction, KeepsWhatIsAskedFor) {
  const model::Dossier before = dossier_of(source())->dossier;
  Extract how;
  how.redaction.keep = Redaction::kKeepWords | Redaction::kKeepTimes | Redaction::kKeepSupport | Redaction::kKeepTracks;
  EXPECT_EQ(shown(how), before);
  how.redaction.keep = Redaction::kKeepWords;
  EXPECT_EQ(shown(how).signals[1].words, before.signals[1].words);
  EXPECT_NE(shown(how).signals[1].support, before.signals[1].support);
  how.redaction.keep = Redaction::kKeepTracks;
  EXPECT_EQ(shown(how).walks, before.walks);
  how.redaction.keep = Redaction::kKeepTimes;
  EXPECT_EQ(shown(how).issues, before.issues);
}

TEST(Redaction, PutsPlacesInTheMiddleOfACell) {
  Extract how;
  how.redaction.grid_m = 100;
  const model::Dossier after = shown(how);
  const model::Signal& signal = after.signals[0];
  EXPECT_EQ(signal.place, (geo::LonLat{44'916'900, -519'241'500}));
  EXPECT_EQ(signal.accuracy_mm, 100'000);
  EXPECT_EQ(signal.near_street, "");
  EXPECT_EQ(after.walks[0].stops[0].place, (geo::LonLat{7'300, 4'500}));
  EXPECT_EQ(after.walks[0].route[0], (geo::LonLat{7'300, 4'500}));
  EXPECT_EQ(after.rounds, dossier_of(source())->dossier.rounds);
  // Whatever lies in one cell comes to the same place; at the edges of the world it stays on it.
  model::Dossier dossier = testing::sample_dossier();
  dossier.signals[0].place = {1'800'000'000, -900'000'000};
  dossier.signals[1].place = {-1'800'000'000, 900'000'000};
  how.redaction.grid_m = kMostGridMetres;
  const model::Dossier edge = shown(extracted(how, migrated(dossier)).document);
  EXPECT_LE(edge.signals[0].place.lon_e7, 1'800'000'000);
  EXPECT_GE(edge.signals[0].place.lat_e7, -900'000'000);
}

TEST(Export, OfAPartHoldsThatPartAsItIs) {
  const model::Dossier before = dossier_of(source())->dossier;
  Extract how;
  how.redacts = false;
  EXPECT_EQ(shown(how), before);
  how.only = {"walk"};
  EXPECT_EQ(shown(how).walks, before.walks);
  EXPECT_TRUE(shown(how).signals.empty());
  EXPECT_TRUE(shown(how).rounds.empty());
  EXPECT_TRUE(shown(how).issues.empty());
  how.only = {"signal"};
  EXPECT_EQ(shown(how).signals.size(), 2U);
  EXPECT_EQ(shown(how).signals[0].walk_id, "");  // the walk is not in it
  how.only = {"signal", "walk"};
  EXPECT_EQ(shown(how).signals, before.signals);
  how.only = {"issue"};
  EXPECT_EQ(shown(how).issues, before.issues);
  EXPECT_EQ(shown(how).signals.size(), 2U);  // what they are about
  how.only = {"round"};
  EXPECT_EQ(shown(how).rounds, before.rounds);
}

TEST(Export, OfABuurtHoldsWhatLiesThere) {
  Extract how;
  how.redacts = false;
  how.buurt = "BU99990102";
  const model::Dossier there = shown(how);
  ASSERT_EQ(there.rounds.size(), 1U);
  ASSERT_EQ(there.rounds[0].plans.size(), 1U);
  EXPECT_EQ(there.rounds[0].plans[0].id, "boom");
  ASSERT_EQ(there.signals.size(), 1U);
  EXPECT_EQ(there.signals[0].id, "signaal-2");
  EXPECT_TRUE(there.walks.empty());
  ASSERT_EQ(there.issues.size(), 2U);
  EXPECT_EQ(there.issues[0].signals, std::vector<std::string>{"signaal-2"});
  EXPECT_EQ(there.neighbourhood.buurten.size(), 2U);
  how.buurt = "BU99990101";
  EXPECT_TRUE(shown(how).rounds[0].plans[0].excludes.empty());  // what it excluded lies elsewhere
  EXPECT_EQ(shown(how).walks.size(), 1U);
}

TEST(Export, OfARoundHoldsThatRoundOnly) {
  Extract how;
  how.redacts = false;
  how.round = "ronde-2027";
  const model::Dossier round = shown(how);
  ASSERT_EQ(round.rounds.size(), 1U);
  EXPECT_EQ(round.rounds[0], testing::sample_dossier().rounds[1]);
  EXPECT_TRUE(round.signals.empty());
  EXPECT_TRUE(round.walks.empty());
  EXPECT_TRUE(round.issues.empty());
}

TEST(Export, OfWhatIsNotThereIsAFault) {
  Extract how;
  how.only = {"geheim"};
  EXPECT_EQ(extract(source(), how).error().code, ErrorCode::kUnknownValue);
  how = {};
  how.buurt = "BU00000000";
  EXPECT_EQ(extract(source(), how).error().key, "error.export_no_buurt");
  how = {};
  how.round = "ronde";
  EXPECT_EQ(extract(source(), how).error().key, "error.export_no_round");
  how = {};
  how.redaction.grid_m = kMostGridMetres + 1;
  EXPECT_EQ(extract(source(), how).error().code, ErrorCode::kNotAllowed);
}

TEST(Export, IsNeverMergedAndCanBeRedactedAgain) {
  const Document once = extracted(Extract{}).document;
  Document mine = source();
  EXPECT_EQ(merge::merge(mine, once).error().key, "error.not_mergeable");
  EXPECT_EQ(write_merged(extracted(Extract{}, once).document), write_merged(once));
  Document conflicting = source();
  Document other = source();
  merge::ActorId actor;
  for (const auto& [document, number] : {std::pair(&conflicting, 1), std::pair(&other, 2)}) {
    actor.bytes[1] = static_cast<std::uint8_t>(number);
    merge::Pen pen = merge::start_pen(actor, *document, 1'790'000'000'000).value();
    ASSERT_TRUE(merge::write(*document, pen, {Op::kSet, "walk", "schouw-1", "title", std::to_string(number)}, 5));
  }
  ASSERT_TRUE(merge::merge(conflicting, other));
  EXPECT_FALSE(merge::conflicts(conflicting).empty());
  EXPECT_TRUE(merge::conflicts(extract(conflicting, Extract{})->document).empty());
}

TEST(Export, TellsWhatItCouldNotTakeAlong) {
  const Extracted out = extracted(Extract{});
  EXPECT_TRUE(std::any_of(out.not_shown.begin(), out.not_shown.end(),
                          [](const NotShown& record) { return record.kind == "iets_nieuws" && record.whole; }));
}

/// The names of a part's fields.
class NameArchive {
 public:
  template <class T>
  void operator()(std::string_view key, const T& /*v*/) {
    names.emplace_back(key);
  }
  template <class T>
  void unless_default(std::string_view key, const T& /*v*/) {
    names.emplace_back(key);
  }
  void format(std::string_view /*key*/) {}
  void version(std::string_view /*key*/) {}
  std::vector<std::string> names;
};

template <class T>
void expect_all_named(std::string_view kind, std::size_t& seen) {
  NameArchive archive;
  const T value{};
  fields(archive, value);
  std::vector<std::string> table;
  for (const FieldRule& rule : redaction_table()) {
    if (rule.kind == kind) table.emplace_back(rule.field);
  }
  EXPECT_EQ(table, archive.names) << kind;
  seen += table.size();
}

/// A field that is added to the model gets a rule, or this fails (and it is dropped).
TEST(RedactionTable, NamesEveryFieldOfTheModelAndNoOther) {
  std::size_t seen = 0;
  expect_all_named<model::Action>("action", seen);
  expect_all_named<model::Buurt>("buurt", seen);
  expect_all_named<model::Dossier>("dossier", seen);
  expect_all_named<model::StatusEvent>("event", seen);
  expect_all_named<model::Issue>("issue", seen);
  expect_all_named<model::Neighbourhood>("neighbourhood", seen);
  expect_all_named<model::Plan>("plan", seen);
  expect_all_named<model::Round>("round", seen);
  expect_all_named<model::Signal>("signal", seen);
  expect_all_named<model::WalkStop>("stop", seen);
  expect_all_named<model::Track>("track", seen);
  expect_all_named<model::Walk>("walk", seen);
  EXPECT_EQ(seen, redaction_table().size());
  EXPECT_EQ(treatment_of("signal", "geheim"), Treatment::kDrop);
  EXPECT_EQ(treatment_of("geheim", "title"), Treatment::kDrop);
}

/// "| `signal` | dropped, unless … | `words` |": the page names each field in a row of its kind and treatment.
TEST(RedactionTable, IsThatOfThePage) {
  const std::string page =
      test::read_file(std::filesystem::path(STOEPKRIJT_SOURCE_DIR) / "docs/formats/export.md").value_or("");
  const auto words = [](Treatment treatment) -> std::string_view {
    switch (treatment) {
      case Treatment::kKeep:
        return "kept";
      case Treatment::kDrop:
        return "dropped";
      case Treatment::kWords:
        return "dropped; `--keep words`";
      case Treatment::kTrack:
        return "dropped; `--keep tracks`";
      case Treatment::kSupport:
        return "numbered; `--keep support`";
      case Treatment::kDay:
        return "to the day; `--keep times`";
      case Treatment::kPlace:
        return "to the grid";
      case Treatment::kAccuracy:
        return "at least the grid";
      case Treatment::kStreet:
        return "dropped with a grid";
      default:
        return "";
    }
  };
  for (const FieldRule& rule : redaction_table()) {
    if (rule.treatment == Treatment::kInside) continue;
    const std::string row = "| `" + std::string(rule.kind) + "` | " + std::string(words(rule.treatment)) + " | ";
    const std::size_t at = page.find(row);
    ASSERT_NE(at, std::string::npos) << row;
    const std::string line = page.substr(at, page.find('\n', at) - at);
    EXPECT_NE(line.find("`" + std::string(rule.field) + "`"), std::string::npos) << row << rule.field;
  }
}

/// The files that the published JSON Schema is held against (tests/tools/merged_schema.test.mjs).
TEST(Export, IsWrittenAsTheFilesThatAreKept) {
  Extract part;
  part.redacts = false;
  part.buurt = "BU99990102";
  Extract grid;
  grid.redaction.grid_m = 250;
  grid.only = {"signal", "issue"};
  Extract round;
  round.round = "ronde-2026";
  const std::pair<const char*, Extract> files[] = {
      {"redacted.json", Extract{}}, {"part.json", part}, {"grid.json", grid}, {"round.json", round}};
  for (const auto& [name, how] : files) {
    const std::string bytes = write_merged(extracted(how).document);
    EXPECT_EQ(test::read_file(test::own_data() / "exports" / name).value_or(""), bytes) << name;
    const auto again = read_merged(bytes);
    ASSERT_TRUE(again);
    EXPECT_EQ(write_merged(*again), bytes);
  }
}

}  // namespace
}  // namespace stoepkrijt::formats
