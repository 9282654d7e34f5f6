// Packed files, small changes and exports, through the command.
#include <gtest/gtest.h>

#include <chrono>

#include "base/sha256.hpp"
#include "cli/cli_run.hpp"
#include "formats/delta/delta.hpp"
#include "formats/dossier/dossier.hpp"
#include "formats/gzip/gzip.hpp"
#include "formats/records/records.hpp"
#include "merge/merge.hpp"
#include "merge/value.hpp"
#include "merge/write.hpp"
#include "model/sample.hpp"

namespace stoepkrijt::cli {
namespace {

using merge::Document;
using Op = merge::Write::Op;

constexpr std::int64_t kNow = 1'790'000'000'000;

Document written_by(std::uint8_t number, Document document, std::string_view id, std::string_view name,
                    std::string_view text) {
  merge::ActorId actor;
  actor.bytes[0] = number;
  merge::Pen pen = merge::start_pen(actor, document, kNow).value();
  EXPECT_TRUE(merge::write(
      document, pen, {Op::kSet, "signal", std::string(id), std::string(name), merge::text_value(text)}, kNow + number));
  return document;
}

/// An old file; what became of it on two phones; and the one's small change.
struct World {
  Computer computer;
  Document old = formats::migrated(testing::sample_dossier());
  Document mine = written_by(1, old, "signaal-1", "title", "van mij");
  Document theirs = written_by(2, old, "signaal-2", "words", "van hen");
  World() {
    computer.files["old.json"] = formats::write_merged(old);
    computer.files["mine.json"] = formats::write_merged(mine);
    computer.files["theirs.json"] = formats::write_merged(theirs);
    computer.files["v1.json"] = formats::write_dossier(testing::sample_dossier());
  }
  Answer run(const std::vector<std::string_view>& arguments) { return computer.run(arguments); }
};

TEST(Packed, DossiersAreReadEverywhereAndWritten) {
  World w;
  ASSERT_EQ(w.run({"merge", "mine.json", "theirs.json", "--output", "plain.json"}).exit_code, kDone);
  w.computer.files["mine.json.gz"] = formats::gzip(w.computer.files["mine.json"]);
  w.computer.files["v1"] = formats::gzip(w.computer.files["v1.json"]);  // known by its bytes, not by its name
  const Answer answer = w.run({"merge", "mine.json.gz", "theirs.json", "v1", "--output", "both.json.gz", "--json"});
  ASSERT_EQ(answer.exit_code, kDone) << answer.err;
  const std::string& packed = w.computer.files["both.json.gz"];
  const std::string tables = formats::gunzip(packed, 10'000'000).value_or("");
  EXPECT_NE(tables.find("\"tables\":{"), std::string::npos);
  EXPECT_EQ(formats::write_merged(*formats::read_merged(tables)), w.computer.files["plain.json"]);
  EXPECT_NE(answer.out.find("\"bytes\":" + std::to_string(packed.size())), std::string::npos) << answer.out;
  // The state is named by the canonical bytes, packed or not.
  EXPECT_NE(answer.out.find("\"state\":\"" + to_hex(sha256(w.computer.files["plain.json"]))), std::string::npos);
  EXPECT_EQ(w.run({"diff", "both.json.gz", "plain.json"}).exit_code, kDone);
  EXPECT_EQ(w.run({"validate", "both.json.gz"}).exit_code, kDone);
  EXPECT_NE(w.run({"validate", "v1", "--json"}).out.find("\"version\":1}"), std::string::npos);
}

TEST(Packed, ThatAreCutOffOrBombsAreFaults) {
  World w;
  w.computer.files["cut.gz"] = formats::gzip(w.computer.files["mine.json"]).substr(0, 300);
  const Answer cut = w.run({"validate", "cut.gz"});
  EXPECT_EQ(cut.exit_code, kFault);
  EXPECT_EQ(cut.err,
            "stoepkrijt: cut.gz: This file is not complete: it stops after 300 bytes. Fetch the file again.\n");
  w.computer.files["bomb.gz"] = formats::gzip(std::string(20'000'000, ' '));
  w.computer.most_unpacked = 2'000'000;
  const Answer refused = w.run({"merge", "mine.json", "bomb.gz", "--output", "out.json"});
  EXPECT_EQ(refused.exit_code, kFault);
  EXPECT_NE(refused.err.find("larger than 2 MB"), std::string::npos) << refused.err;
  EXPECT_FALSE(w.computer.files.contains("out.json"));
}

TEST(SmallChange, IsWrittenAndTakenIn) {
  World w;
  const Answer made = w.run({"delta", "mine.json", "--since", "old.json", "--output", "change.json.gz", "--json"});
  ASSERT_EQ(made.exit_code, kDone) << made.err;
  EXPECT_NE(made.out.find("\"actors\":2,"), std::string::npos) << made.out;
  EXPECT_NE(made.out.find("\"records\":1,"), std::string::npos) << made.out;
  EXPECT_LT(w.computer.files["change.json.gz"].size(), w.computer.files["mine.json"].size() / 4);
  const Answer sound = w.run({"validate", "change.json.gz"});
  EXPECT_EQ(sound.exit_code, kDone) << sound.err;
  EXPECT_EQ(sound.out, "The small change is sound: 1 records.\n");
  EXPECT_NE(w.run({"validate", "change.json.gz", "--json"}).out.find("\"format\":\"stoepkrijt-delta\""),
            std::string::npos);
  const Answer shown = w.run({"diff", "old.json", "change.json.gz"});
  EXPECT_EQ(shown.exit_code, kDiffers) << shown.err;
  EXPECT_EQ(shown.out, "changed: signal signaal-1: title\n0 added, 1 changed, 0 removed.\n");
  ASSERT_EQ(w.run({"merge", "old.json", "change.json.gz", "--output", "same.json"}).exit_code, kDone);
  EXPECT_EQ(w.computer.files["same.json"], w.computer.files["mine.json"]);
}

TEST(SmallChange, MergesInAnyOrderOfFiles) {
  World w;
  ASSERT_EQ(w.run({"merge", "mine.json", "theirs.json", "--output", "whole.json"}).exit_code, kDone);
  ASSERT_EQ(w.run({"delta", "mine.json", "--since", "old.json", "--output", "one.json"}).exit_code, kDone);
  const Document later = written_by(3, w.mine, "signaal-1", "title", "nog later");
  w.computer.files["later.json"] = formats::write_merged(later);
  ASSERT_EQ(w.run({"delta", "later.json", "--since", "mine.json", "--output", "two.json"}).exit_code, kDone);
  const Answer first =
      w.run({"merge", "two.json", "old.json", "theirs.json", "one.json", "--output", "a.json", "--json"});
  ASSERT_EQ(first.exit_code, kDone) << first.err;
  EXPECT_NE(first.out.find("\"files\":4,\"in_doubt\":0"), std::string::npos) << first.out;
  ASSERT_EQ(w.run({"merge", "one.json", "two.json", "theirs.json", "old.json", "--output", "b.json"}).exit_code, kDone);
  EXPECT_EQ(w.computer.files["a.json"], w.computer.files["b.json"]);
  Document both = later;
  ASSERT_TRUE(merge::merge(both, w.theirs));
  EXPECT_EQ(w.computer.files["a.json"], formats::write_merged(both));
}

TEST(SmallChange, ThatIsNotForThisFileIsAFault) {
  World w;
  w.computer.files["later.json"] = formats::write_merged(written_by(3, w.mine, "signaal-1", "title", "nog later"));
  ASSERT_EQ(w.run({"delta", "later.json", "--since", "mine.json", "--output", "two.json"}).exit_code, kDone);
  ASSERT_EQ(w.run({"delta", "later.json", "--since", "old.json", "--output", "all.json"}).exit_code, kDone);
  const std::vector<std::string_view> wrong[] = {
      {"diff", "two.json", "mine.json"},
      {"merge", "two.json", "all.json", "--output", "out.json"},
      {"delta", "two.json", "--since", "mine.json", "--output", "out.json"},
      {"delta", "mine.json", "--since", "two.json", "--output", "out.json"},
      {"delta", "mine.json", "--output", "out.json"},
      {"delta", "mine.json", "--since", "old.json"},
      {"redact", "two.json", "--output", "out.json"},
  };
  for (const auto& arguments : wrong) {
    const Answer answer = w.run(arguments);
    EXPECT_EQ(answer.exit_code, kFault) << arguments[0] << arguments[1];
    EXPECT_NE(answer.err, "");
    EXPECT_FALSE(w.computer.files.contains("out.json"));
  }
  Document other = w.old;
  other.id = "elders";
  w.computer.files["other.json"] = formats::write_merged(other);
  EXPECT_EQ(w.run({"merge", "other.json", "all.json", "--output", "out.json"}).exit_code, kFault);
  EXPECT_EQ(w.run({"delta", "mine.json", "--since", "other.json", "--output", "out.json"}).exit_code, kFault);
}

/// Phone 1 wrote twice, and the change holds the second: whoever has the first of it misses nothing of their own.
TEST(SmallChange, OnAFileThatMissesWhatItBuildsOnIsRefused) {
  World w;
  merge::ActorId actor;
  actor.bytes[0] = 9;
  Document document = w.old;
  merge::Pen pen = merge::start_pen(actor, document, kNow).value();
  ASSERT_TRUE(merge::write(document, pen, {Op::kSet, "signal", "signaal-1", "title", "\"een\""}, kNow));
  w.computer.files["one.json"] = formats::write_merged(document);
  ASSERT_TRUE(merge::write(document, pen, {Op::kSet, "signal", "signaal-2", "title", "\"twee\""}, kNow));
  w.computer.files["two.json"] = formats::write_merged(document);
  ASSERT_EQ(w.run({"delta", "two.json", "--since", "one.json", "--output", "gap.json"}).exit_code, kDone);
  const Answer refused = w.run({"merge", "old.json", "gap.json", "--output", "out.json"});
  EXPECT_EQ(refused.exit_code, kFault);
  EXPECT_NE(refused.err.find("gap.json: This device misses something of before"), std::string::npos) << refused.err;
  EXPECT_EQ(w.run({"diff", "old.json", "gap.json"}).exit_code, kFault);
  EXPECT_EQ(w.run({"merge", "old.json", "gap.json", "one.json", "--output", "out.json"}).exit_code, kDone);
  EXPECT_EQ(w.computer.files["out.json"], w.computer.files["two.json"]);
}

TEST(SmallChange, ThatMayHaveReplacedAValueSaysSo) {
  World w;
  ASSERT_EQ(w.run({"delta", "mine.json", "--since", "old.json", "--output", "change.json"}).exit_code, kDone);
  // theirs.json is beyond old.json, which is not given: its title may be the one that was replaced, or not.
  const Answer merged = w.run({"merge", "theirs.json", "change.json", "--output", "out.json", "--json"});
  EXPECT_EQ(merged.exit_code, kDone) << merged.err;
  EXPECT_NE(merged.out.find("\"in_doubt\":0"), std::string::npos) << merged.out;  // same actor: it is listed
  const Document again = written_by(4, w.mine, "signaal-1", "title", "anders");
  w.computer.files["again.json"] = formats::write_merged(again);
  ASSERT_EQ(w.run({"delta", "again.json", "--since", "mine.json", "--output", "two.json"}).exit_code, kDone);
  ASSERT_EQ(w.run({"merge", "mine.json", "theirs.json", "--output", "ahead.json"}).exit_code, kDone);
  const Answer doubt = w.run({"merge", "ahead.json", "two.json", "--output", "out.json"});
  EXPECT_EQ(doubt.exit_code, kDone) << doubt.err;
  EXPECT_NE(doubt.err.find("Of 1 value it cannot be seen"), std::string::npos) << doubt.err;
  EXPECT_NE(w.run({"diff", "ahead.json", "two.json"}).err.find("Of 1 value"), std::string::npos);
  const Answer sure = w.run({"merge", "ahead.json", "two.json", "mine.json", "--output", "out.json"});
  EXPECT_EQ(sure.err, "");
}

TEST(Redact, TakesOutWhatIsPersonalAndMarksTheFile) {
  World w;
  w.computer.files["mine.json"] = formats::write_merged(written_by(5, w.mine, "signaal-2", "title", "bel 06-12345678"));
  const Answer answer = w.run({"redact", "mine.json", "--output", "public.json"});
  ASSERT_EQ(answer.exit_code, kDone) << answer.err;
  EXPECT_NE(answer.out.find("public.json was written:"), std::string::npos) << answer.out;
  EXPECT_NE(answer.err.find("signal signaal-2: “title” seems to hold something personal"), std::string::npos)
      << answer.err;
  const std::string& bytes = w.computer.files["public.json"];
  EXPECT_NE(bytes.find("\"mergeable\":false"), std::string::npos);
  EXPECT_EQ(bytes.find("Net nieuw."), std::string::npos);
  EXPECT_EQ(bytes.find("\"k1\""), std::string::npos);
  EXPECT_EQ(w.run({"validate", "public.json"}).exit_code, kDone);
  EXPECT_EQ(w.run({"merge", "mine.json", "public.json", "--output", "out.json"}).exit_code, kFault);
  const Answer json = w.run({"redact", "mine.json", "--output", "public.json.gz", "--json"});
  EXPECT_NE(json.out.find("\"personal\":1,"), std::string::npos) << json.out;
  EXPECT_NE(json.out.find("\"state\":\"" + to_hex(sha256(bytes)) + "\""), std::string::npos) << json.out;
  EXPECT_EQ(w.run({"redact", "mine.json", "--output", "-"}).out, bytes);
  EXPECT_EQ(w.run({"diff", "public.json", "public.json.gz"}).exit_code, kDone);
}

TEST(Redact, KeepsAndChoosesWhatIsAskedFor) {
  World w;
  const auto made = [&w](const std::vector<std::string_view>& options) {
    std::vector<std::string_view> arguments{"redact", "v1.json", "--output", "-"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Answer answer = w.run(arguments);
    EXPECT_EQ(answer.exit_code, kDone) << answer.err;
    return answer.out;
  };
  EXPECT_NE(made({"--keep", "words,support"}).find("Net nieuw."), std::string::npos);
  EXPECT_NE(made({"--keep", "support"}).find("\"k1\""), std::string::npos);
  EXPECT_NE(made({"--keep", "times"}).find("1790000000000"), std::string::npos);
  EXPECT_NE(made({"--keep=tracks"}).find("[[-5,3]]"), std::string::npos);
  const std::string all = made({"--keep", "all"});
  EXPECT_EQ(formats::write_dossier(formats::dossier_of(*formats::read_merged(all))->dossier),
            w.computer.files["v1.json"]);
  EXPECT_EQ(made({"--only", "walk"}).find("\"signal\""), std::string::npos);
  EXPECT_EQ(made({"--round", "ronde-2027"}).find("ronde-2026"), std::string::npos);
  EXPECT_EQ(made({"--buurt", "BU99990101"}).find("signaal-2"), std::string::npos);
  EXPECT_NE(made({"--grid", "100"}).find("[44916900,-519241500]"), std::string::npos);
  const std::vector<std::string_view> wrong[] = {
      {"--keep", "names"}, {"--keep", ""},    {"--keep", "words,"},    {"--only", "plan"},
      {"--grid", "0"},     {"--grid", "12x"}, {"--grid", "10001"},     {"--keep", "all", "--grid", "5"},
      {"--buurt", "BU1"},  {"--round", "x"},  {"--keep", "all,words"}, {"--keep", "words", "--keep", "times"},
  };
  for (const auto& options : wrong) {
    std::vector<std::string_view> arguments{"redact", "v1.json", "--output", "out.json"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    EXPECT_EQ(w.run(arguments).exit_code, kFault) << options[0] << options[1];
    EXPECT_FALSE(w.computer.files.contains("out.json"));
  }
  EXPECT_EQ(w.run({"redact", "v1.json"}).exit_code, kFault);
}

TEST(Progress, OfMergeAndValidateIsToldWhenItTakesLong) {
  World w;
  // A computer on which every file takes its time.
  Surroundings slow;
  std::string told;
  slow.read_file = [&w](std::string_view path) -> Result<std::string> {
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(550);
    while (std::chrono::steady_clock::now() < until) {
    }
    return w.computer.files.find(path)->second;
  };
  slow.write_file = [](std::string_view, std::string_view) -> Result<void> { return {}; };
  slow.words = &language_file;
  slow.show_progress = [&told](std::string_view text) { told += text; };
  const auto told_by = [&](std::vector<std::string_view> arguments) {
    told.clear();
    EXPECT_EQ(run(arguments, slow).exit_code, kDone);
    return told;
  };
  EXPECT_EQ(told_by({"merge", "mine.json", "theirs.json", "--output", "x", "--progress"}), "stoepkrijt: merging 1/2\n");
  EXPECT_EQ(told_by({"validate", "mine.json", "--progress"}), "stoepkrijt: checking 1/3\n");
  EXPECT_EQ(told_by({"validate", "mine.json"}), "");
}

}  // namespace
}  // namespace stoepkrijt::cli
