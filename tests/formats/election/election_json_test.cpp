#include "formats/election/election_json.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "formats/pb/pb.hpp"
#include "support/data_files.hpp"

namespace stoepkrijt::formats {
namespace {

constexpr std::string_view kSample =
    R"({"ballots":[{"count":2,"points":[],"projects":[]},{"count":3,"points":["2","1.5"],"projects":["a","b"]}],)"
    R"("budget":"100.5","format":"stoepkrijt-election",)"
    R"("limits":[{"area":false,"least":"1","most":"50","name":"Groen"}],"meta":{"country":"NL"},"part_funding":true,)"
    R"("pots":[{"area":true,"budget":"20","name":"Noord"}],)"
    R"("projects":[{"area":"Noord","categories":["Groen"],"cofunding":"2.5","cost":"12.5","excludes":["b"],"id":"a",)"
    R"("least_cost":"5","name":"Bank","requires":["c"]},{"cost":"0","id":"b"},{"cost":"3","id":"c"}],)"
    R"("score_threshold":"4","type":"cumulative","version":1,"vouchers":"10"})";

std::string changed(std::string_view from, std::string_view to) {
  std::string text(kSample);
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(ElectionJson, ReadsAllThatItHolds) {
  const auto file = read_election(kSample);
  ASSERT_TRUE(file) << file.error().key << " " << file.error().where.path;
  const rules::Election& election = file->election;
  EXPECT_EQ(election.type, rules::BallotType::kCumulative);
  EXPECT_EQ(election.budget, Ratio(BigInt(201), BigInt(2)));
  EXPECT_EQ(election.points_unit, 10);
  EXPECT_EQ(election.vouchers, 100);
  EXPECT_EQ(election.score_threshold, Ratio(4));
  ASSERT_EQ(election.projects.size(), 3U);
  EXPECT_EQ(election.projects[0].excludes, std::vector<rules::ProjectIndex>{1});
  EXPECT_EQ(election.projects[0].requires_, std::vector<rules::ProjectIndex>{2});
  EXPECT_EQ(election.projects[0].least_cost, Ratio(5));
  EXPECT_EQ(election.projects[0].cofunding, Ratio(BigInt(5), BigInt(2)));
  ASSERT_EQ(election.ballots.size(), 2U);
  EXPECT_EQ(election.ballots[1].points, (std::vector<std::int64_t>{20, 15}));
  EXPECT_EQ(election.ballots[1].count, 3U);
  EXPECT_TRUE(election.constraints.part_funding);
  ASSERT_EQ(election.constraints.limits.size(), 1U);
  EXPECT_EQ(election.constraints.limits[0].least, Ratio(1));
  ASSERT_EQ(election.constraints.pots.size(), 1U);
  EXPECT_TRUE(election.constraints.pots[0].area);
  EXPECT_EQ(file->meta, (std::vector<std::pair<std::string, std::string>>{{"country", "NL"}}));
}

TEST(ElectionJson, WritesCanonicallyWhatItRead) {
  std::string spaced;
  for (const char c : kSample) {
    spaced.push_back(c);
    if (c == ',' || c == '{') spaced += "\n ";
  }
  const auto file = read_election(spaced);
  ASSERT_TRUE(file) << file.error().key;
  const std::string written = write_election(*file).value();
  EXPECT_EQ(written, changed(R"("points":[],)", "") + "\n");
  EXPECT_EQ(write_election(read_election(written).value()).value(), written);
}

TEST(ElectionJson, EveryFaultNamesThePlaceAndTheReason) {
  struct Case {
    std::string from;
    std::string to;
    ErrorCode code;
    std::string path;
  };
  const std::vector<Case> cases = {
      {"stoepkrijt-election", "other", ErrorCode::kWrongFormat, ""},
      {"\"version\":1", "\"version\":2", ErrorCode::kNewerVersion, "version"},
      {"\"version\":1", "\"version\":0", ErrorCode::kWrongFormat, "version"},
      {"\"version\":1", "\"version\":1,\"zeal\":1", ErrorCode::kUnknownKey, "zeal"},
      {"\"budget\":\"100.5\",", "", ErrorCode::kMissing, ""},
      {"\"budget\":\"100.5\"", "\"budget\":100.5", ErrorCode::kWrongType, "budget"},
      {"\"budget\":\"100.5\"", "\"budget\":\"-1\"", ErrorCode::kNegative, "budget"},
      {"\"budget\":\"100.5\"", "\"budget\":\"1e5\"", ErrorCode::kNotANumber, "budget"},
      {"cumulative", "telepathy", ErrorCode::kUnknownValue, "type"},
      {"\"cost\":\"12.5\"", "\"cost\":\"-12.5\"", ErrorCode::kNegative, "projects[0].cost"},
      {"\"cost\":\"12.5\"", "\"cost\":\"" + std::string(99, '9') + "\"", ErrorCode::kTooLarge, "projects[0].cost"},
      {"\"id\":\"b\"", "\"id\":\"a\"", ErrorCode::kDuplicateId, "projects[1].id"},
      {"\"id\":\"b\"", "\"id\":\"\"", ErrorCode::kEmpty, "projects[1].id"},
      {"\"excludes\":[\"b\"]", "\"excludes\":[\"z\"]", ErrorCode::kUnknownId, "projects[0].excludes[0]"},
      {"\"excludes\":[\"b\"]", "\"excludes\":[\"a\"]", ErrorCode::kNotAllowed, "projects[0].excludes[0]"},
      {"\"excludes\":[\"b\"]", "\"excludes\":[\"b\",\"b\"]", ErrorCode::kDuplicateId, "projects[0].excludes[1]"},
      {"\"least_cost\":\"5\"", "\"least_cost\":\"13\"", ErrorCode::kNotAllowed, "projects[0].least_cost"},
      {"\"name\":\"Bank\"", "\"name\":7", ErrorCode::kWrongType, "projects[0].name"},
      {"[\"a\",\"b\"]", "[\"a\",\"z\"]", ErrorCode::kUnknownId, "ballots[1].projects[1]"},
      {"[\"a\",\"b\"]", "[\"a\",\"a\"]", ErrorCode::kDuplicateId, "ballots[1].projects[1]"},
      {"[\"a\",\"b\"]", "[\"a\"]", ErrorCode::kWrongFormat, "ballots[1]"},
      {"\"count\":3", "\"count\":0", ErrorCode::kNotAllowed, "ballots[1].count"},
      {"\"count\":3", "\"count\":-3", ErrorCode::kNegative, "ballots[1].count"},
      {"\"count\":3", "\"count\":99999999999999", ErrorCode::kOverflow, "ballots[1].count"},
      {"\"1.5\"]", "\"1.0000000005\"]", ErrorCode::kTooPrecise, "ballots[1].points[1]"},
      {"\"1.5\"]", "\"-1\"]", ErrorCode::kNegative, "ballots[1].points[1]"},
      {"\"1.5\"]", "\"99999999999999999999\"]", ErrorCode::kTooLarge, "ballots[1].points[1]"},
      {"\"country\":\"NL\"", "\"country\":1", ErrorCode::kWrongType, "meta.country"},
      {"\"part_funding\":true", "\"part_funding\":1", ErrorCode::kWrongType, "part_funding"},
      {"\"area\":true,\"budget\"", "\"budget\"", ErrorCode::kMissing, "pots[0]"},
      {"\"least\":\"1\"", "\"least\":\"x\"", ErrorCode::kNotANumber, "limits[0].least"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.from + " -> " + c.to);
    const auto file = read_election(changed(c.from, c.to));
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, c.code) << file.error().key;
    EXPECT_EQ(file.error().where.path, c.path);
    EXPECT_EQ(file.error().where.line, 1U);
  }
}

TEST(ElectionJson, APointOnAnApprovalIsAFault) {
  const auto file = read_election(changed("cumulative", "approval"));
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, ErrorCode::kNotAllowed);
}

TEST(ElectionJson, SurvivesCutsAndDamage) {
  for (std::size_t length = 0; length < kSample.size(); ++length)
    EXPECT_FALSE(read_election(kSample.substr(0, length)));
  Random random(5);
  for (int i = 0; i < 3000; ++i) {
    std::string text(kSample);
    for (std::uint64_t n = 1 + random.below(4); n > 0; --n) {
      constexpr std::string_view kNasty = "\"{}[],:0a-.\xFF";
      text[random.index(text.size())] = kNasty[random.index(kNasty.size())];
    }
    const auto file = read_election(text);
    if (!file) {
      EXPECT_GT(file.error().where.line, 0U) << file.error().key;
      continue;
    }
    const auto written = write_election(*file);
    ASSERT_TRUE(written);
    EXPECT_EQ(write_election(read_election(*written).value()).value(), *written);
  }
}

TEST(ElectionJson, RefusesToWriteWhatHasNoDecimals) {
  ElectionFile file;
  file.election.budget = Ratio(BigInt(1), BigInt(3));
  EXPECT_EQ(write_election(file).error().code, ErrorCode::kTooPrecise);
  file.election.budget = Ratio(1);
  file.meta = {{"a", "1"}, {"a", "2"}};
  EXPECT_EQ(write_election(file).error().code, ErrorCode::kDuplicateKey);
}

TEST(ElectionJson, EveryRealElectionComesBackAsItself) {
  const std::filesystem::path folder = test::real_data() / "elections";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no real elections in " << folder;
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".pb") continue;
    SCOPED_TRACE(entry.path().filename().string());
    ++files;
    PbReport report;
    auto read = read_pb(*test::read_file(entry.path()), report);
    ASSERT_TRUE(read);
    read->election.constraints = read->constraints;
    const auto written = write_election({read->election, describing_meta(read->file)});
    ASSERT_TRUE(written) << written.error().key;
    const auto again = read_election(*written);
    ASSERT_TRUE(again) << again.error().key << " " << again.error().where.path;
    rules::merge_ballots(read->election);
    EXPECT_EQ(again->election.ballots, read->election.ballots);
    EXPECT_EQ(again->election.budget, read->election.budget);
    EXPECT_EQ(again->election.type, read->election.type);
    EXPECT_EQ(again->election.vouchers, read->election.vouchers);
    EXPECT_EQ(again->election.points_unit, read->election.points_unit);
    EXPECT_EQ(again->election.constraints.limits.size(), read->constraints.limits.size());
    EXPECT_EQ(write_election(*again).value(), *written);
  }
  EXPECT_EQ(files, 123U);
}

}  // namespace
}  // namespace stoepkrijt::formats
