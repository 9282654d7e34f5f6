// Signals for other programs, through the command.
#include <gtest/gtest.h>

#include "base/json.hpp"
#include "cli/cli_run.hpp"
#include "formats/dossier/dossier.hpp"
#include "formats/gzip/gzip.hpp"
#include "formats/records/records.hpp"
#include "model/sample.hpp"

namespace stoepkrijt::cli {
namespace {

struct Desk {
  Computer computer;
  Desk() {
    model::Dossier dossier = testing::sample_dossier();
    dossier.signals[0].kind = model::SignalKind::kProblem;
    dossier.signals[1].place = {44'912'345, 519'239'147};  // at 0, 0 it would pass for one without a place
    for (model::StatusEvent& event : dossier.issues[0].history) event.time_ms += 1'790'000'000'000;
    dossier.signals[0].words = "Bel 06-12345678";
    computer.files["wijk.json"] = formats::write_dossier(dossier);
    computer.files["wijk.json.gz"] = formats::gzip(formats::write_merged(formats::migrated(dossier)));
  }
  Answer run(const std::vector<std::string_view>& arguments) { return computer.run(arguments); }
};

TEST(SignalsCommand, WritesEachFormatAndReadsItAgain) {
  Desk d;
  for (const char* as : {"geojson", "csv", "csv-nl", "open311", "signalen"}) {
    const Answer first = d.run({"signals", "wijk.json", "--as", as, "--output", "uit"});
    ASSERT_EQ(first.exit_code, kDone) << as << first.err;
    EXPECT_NE(first.err.find("personal"), std::string::npos) << "it warns of the telephone number";
    EXPECT_EQ(first.err.find("06-12345678"), std::string::npos) << "and does not repeat it";
    const Answer again = d.run({"signals", "uit", "--as", as, "--output", "weer", "--json"});
    ASSERT_EQ(again.exit_code, kDone) << as << again.err;
    const auto json = json::Document::parse(again.out);
    ASSERT_TRUE(json.has_value());
    EXPECT_EQ(json->root().get("left_out")->integer().value_or(-1), 0) << as;
    EXPECT_EQ(json->root().get("personal")->integer().value_or(-1), 1) << as;
    EXPECT_GE(json->root().get("signals")->integer().value_or(-1), 1) << as;
    if (std::string_view(as) == "geojson") {
      EXPECT_EQ(d.computer.files["uit"], d.computer.files["weer"]);
    }
  }
}

TEST(SignalsCommand, TakesAPackedDossierAndStandardOutput) {
  Desk d;
  const Answer plain = d.run({"signals", "wijk.json", "--as", "geojson", "--output", "-"});
  const Answer packed = d.run({"signals", "wijk.json.gz", "--as", "geojson", "--output", "-"});
  EXPECT_EQ(packed.exit_code, kDone) << packed.err;
  EXPECT_EQ(plain.out, packed.out);
  EXPECT_TRUE(plain.out.starts_with(R"({"bbox":[)")) << plain.out;
  const Answer services = d.run({"signals", "wijk.json", "--as", "services", "--output", "-", "--lang", "nl"});
  EXPECT_NE(services.out.find(R"("group":"Schoon","keywords":null)"), std::string::npos) << services.out;
}

TEST(SignalsCommand, NamesWhatItLeavesOut) {
  Desk d;
  d.computer.files["half.csv"] = "lon,lat,title\n4.36,52.01,goed\n4.36,,zonder plek\n";
  const Answer answer = d.run({"signals", "half.csv", "--as", "geojson", "--output", "uit", "--lang", "nl"});
  EXPECT_EQ(answer.exit_code, kDone);
  EXPECT_NE(answer.err.find("Nummer 3 doet niet mee."), std::string::npos) << answer.err;
  EXPECT_EQ(answer.out, "uit is geschreven: 1 melding.\n");
}

TEST(SignalsCommand, RefusesWhatItCannotReadOrWrite) {
  Desk d;
  d.computer.files["niets.csv"] = "naam,leeftijd\nJan,3\n";
  EXPECT_EQ(d.run({"signals", "niets.csv", "--as", "csv", "--output", "uit"}).exit_code, kFault);
  EXPECT_EQ(d.run({"signals", "weg.json", "--as", "csv", "--output", "uit"}).exit_code, kFault);
  EXPECT_EQ(d.run({"signals", "wijk.json", "--as", "csv", "--output", "locked"}).exit_code, kFault);
  EXPECT_EQ(d.run({"signals", "wijk.json", "--output", "uit"}).exit_code, kFault);
  const Answer typo = d.run({"signals", "wijk.json", "--as", "geojon", "--output", "uit"});
  EXPECT_NE(typo.err.find("geojson"), std::string::npos) << typo.err;
  EXPECT_EQ(d.computer.files.count("uit"), 0U) << "nothing is written";
}

}  // namespace
}  // namespace stoepkrijt::cli
