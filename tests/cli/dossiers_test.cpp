// merge, diff and validate on dossiers in memory.
#include <gtest/gtest.h>

#include "base/sha256.hpp"
#include "cli/cli_run.hpp"
#include "formats/dossier/dossier.hpp"
#include "formats/records/records.hpp"
#include "merge/value.hpp"
#include "merge/write.hpp"
#include "model/sample.hpp"

namespace stoepkrijt::cli {
namespace {

using merge::Document;
using Op = merge::Write::Op;

Document changed_by(std::uint8_t number, Document document, std::string_view title) {
  merge::ActorId actor;
  actor.bytes[0] = number;
  merge::Pen pen = merge::start_pen(actor, document, 1'790'000'000'000).value();
  const std::string id = testing::sample_dossier().signals.front().id;
  const merge::Write write{Op::kSet, "signal", id, "title", merge::text_value(title)};
  EXPECT_TRUE(merge::write(document, pen, write, 1'790'000'000'000 + number));
  return document;
}

/// Two phones that began with the same dossier of version 1.
Computer two_phones() {
  Computer computer;
  const Document start = formats::migrated(testing::sample_dossier());
  computer.files["v1.json"] = formats::write_dossier(testing::sample_dossier());
  computer.files["a.json"] = formats::write_merged(changed_by(1, start, "van a"));
  computer.files["b.json"] = formats::write_merged(changed_by(2, start, "van b"));
  return computer;
}

TEST(Merge, GivesTheSameBytesInAnyOrder) {
  Computer computer = two_phones();
  const Answer answer = computer.run({"merge", "v1.json", "a.json", "b.json", "--output", "one.json"});
  EXPECT_EQ(answer.exit_code, kDone) << answer.err;
  EXPECT_NE(answer.out.find("one.json was written: 3 files"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("1 choice between values"), std::string::npos) << answer.out;
  const Answer other = computer.run({"merge", "--output=two.json", "b.json", "a.json", "b.json", "--json"});
  EXPECT_EQ(other.exit_code, kDone) << other.err;
  EXPECT_EQ(computer.files["one.json"], computer.files["two.json"]);
  EXPECT_NE(other.out.find("\"state\":\"" + to_hex(sha256(computer.files["one.json"])) + "\""), std::string::npos);
  EXPECT_NE(other.out.find("\"conflicts\":1,\"files\":3"), std::string::npos) << other.out;
  const Answer straight = computer.run({"merge", "a.json", "b.json", "--output", "-"});
  EXPECT_EQ(straight.out, computer.files["one.json"]);
}

TEST(Merge, WritesNothingWhenAFileIsNotSound) {
  Computer computer = two_phones();
  Document partial = formats::migrated(testing::sample_dossier());
  partial.mergeable = false;
  computer.files["partial.json"] = formats::write_merged(partial);
  partial.mergeable = true;
  partial.id = "elders";
  computer.files["other.json"] = formats::write_merged(partial);
  computer.files["cut.json"] = computer.files["a.json"].substr(0, 500);
  for (const char* file : {"partial.json", "other.json", "cut.json", "none.json"}) {
    const Answer answer = computer.run({"merge", "a.json", file, "--output", "out.json"});
    EXPECT_EQ(answer.exit_code, kFault) << file;
    EXPECT_EQ(answer.out, "") << file;
    EXPECT_NE(answer.err.find(file), std::string::npos) << answer.err;
    EXPECT_FALSE(computer.files.contains("out.json")) << file;
  }
  EXPECT_EQ(computer.run({"merge", "a.json", "b.json", "--output", "locked"}).exit_code, kFault);
  EXPECT_EQ(computer.run({"merge", "a.json", "--output", "x"}).exit_code, kFault);
  EXPECT_EQ(computer.run({"merge", "a.json", "b.json"}).exit_code, kFault);
  EXPECT_EQ(computer.run({"merge", "a.json", "b.json", "--rule", "greedy"}).exit_code, kFault);
}

TEST(Diff, TellsWhatDiffersAndWithWhichExitCode) {
  Computer computer = two_phones();
  const Answer none = computer.run({"diff", "v1.json", "v1.json"});
  EXPECT_EQ(none.exit_code, kDone);
  EXPECT_EQ(none.out, "There is no difference.\n");
  const Answer some = computer.run({"diff", "v1.json", "a.json"});
  EXPECT_EQ(some.exit_code, kDiffers);
  const std::string id = testing::sample_dossier().signals.front().id;
  EXPECT_EQ(some.out, "changed: signal " + id + ": title\n0 added, 1 changed, 0 removed.\n");
  const Answer json = computer.run({"diff", "a.json", "b.json", "--json"});
  EXPECT_EQ(json.exit_code, kDiffers);
  EXPECT_EQ(json.out,
            "{\"added\":[],\"changed\":[{\"fields\":[{\"after\":[\"van b\"],\"before\":[\"van a\"],"
            "\"name\":\"title\"}],\"id\":\"" +
                id + "\",\"kind\":\"signal\"}],\"conflicts\":[],\"removed\":[]}\n");
  ASSERT_EQ(computer.run({"merge", "a.json", "b.json", "--output", "both.json"}).exit_code, kDone);
  const Answer conflict = computer.run({"diff", "b.json", "both.json", "--lang", "nl"});
  EXPECT_EQ(conflict.exit_code, kDiffers);
  EXPECT_NE(conflict.out.find("te kiezen: signal " + id + ": title"), std::string::npos) << conflict.out;
  EXPECT_EQ(computer.run({"diff", "a.json"}).exit_code, kFault);
  EXPECT_EQ(computer.run({"diff", "a.json", "b.json", "v1.json"}).exit_code, kFault);
}

TEST(Validate, TellsWhatIsSoundAndWhatIsOdd) {
  Computer computer = two_phones();
  const Answer plain = computer.run({"validate", "v1.json", "--json"});
  EXPECT_EQ(plain.exit_code, kDone) << plain.err;
  EXPECT_NE(plain.out.find("\"state\":\"" + to_hex(sha256(computer.files["v1.json"])) + "\",\"version\":1}"),
            std::string::npos);
  const Answer sound = computer.run({"validate", "a.json"});
  EXPECT_EQ(sound.exit_code, kDone);
  EXPECT_EQ(sound.err, "");
  EXPECT_NE(sound.out.find("The dossier is sound: version 2"), std::string::npos) << sound.out;

  Document odd = changed_by(3, formats::migrated(testing::sample_dossier()), "x");
  const std::string one = formats::write_merged(odd);
  computer.files["one.json"] = one;
  computer.files["forged.json"] = changed(one, ",\"x\"]", ",\"y\"]");
  ASSERT_EQ(computer.run({"merge", "one.json", "forged.json", "--output", "odd.json"}).exit_code, kDone);
  const Answer same_dot = computer.run({"validate", "odd.json", "--json"});
  EXPECT_EQ(same_dot.exit_code, kDone);
  EXPECT_NE(same_dot.out.find("\"same_dot\":1"), std::string::npos) << same_dot.out;
  EXPECT_NE(same_dot.err.find("warning"), std::string::npos);

  computer.files["newer.json"] = changed(one, "\"version\":2", "\"version\":9");
  const Answer newer = computer.run({"validate", "newer.json"});
  EXPECT_EQ(newer.exit_code, kFault);
  EXPECT_EQ(newer.out, "");
  computer.files["broken.json"] = changed(one, "\"records\"", "\"recards\"");
  const Answer broken = computer.run({"validate", "broken.json"});
  EXPECT_EQ(broken.exit_code, kFault);
  EXPECT_NE(broken.err.find("broken.json:1:"), std::string::npos) << broken.err;
}

}  // namespace
}  // namespace stoepkrijt::cli
