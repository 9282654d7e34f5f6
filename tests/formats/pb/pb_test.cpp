#include "formats/pb/pb.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "formats/pb/pb_sample.hpp"
#include "support/data_files.hpp"

namespace stoepkrijt::formats {
namespace {

TEST(Pb, ReadsProjectsVotesAndWhatItDoesNotKnow) {
  PbReport report;
  const auto read = read_pb(file(), report);
  ASSERT_TRUE(read) << read.error().key;
  EXPECT_EQ(report.warning_count, 0U);
  EXPECT_EQ(read->file.meta_value("something_new"), "kept");
  EXPECT_EQ(read->election.budget, Ratio(BigInt(201), BigInt(2)));
  ASSERT_EQ(read->election.projects.size(), 2U);
  EXPECT_EQ(read->election.projects[0].cost.to_string(), "10.25");
  EXPECT_EQ(read->election.projects[1].name, "Path; \"new\"");
  ASSERT_EQ(read->election.ballots.size(), 2U);
  EXPECT_EQ(read->election.ballots[0].projects, (std::vector<rules::ProjectIndex>{0, 1}));
  EXPECT_TRUE(read->election.ballots[1].projects.empty());
  EXPECT_EQ(read->file.votes.rows[0][2], "40");
}

TEST(Pb, WritesTheSameBytesThatItReadFromItsOwnFile) {
  PbReport report;
  const auto read = read_pb(file(), report);
  ASSERT_TRUE(read);
  const auto written = write_pb(read->file);
  ASSERT_TRUE(written);
  EXPECT_EQ(*written, file());
}

TEST(Pb, AcceptsByteOrderMarkAndCarriageReturns) {
  std::string text = "\xEF\xBB\xBF";
  for (const char c : file()) {
    if (c == '\n') text.push_back('\r');
    text.push_back(c);
  }
  PbReport report;
  const auto read = read_pb(text, report);
  ASSERT_TRUE(read) << read.error().key;
  const auto plain = read_pb(file(), report);
  ASSERT_TRUE(plain);
  EXPECT_EQ(read->file, plain->file);
}

TEST(Pb, CountsAProjectThatAVoteNamesTwiceOnceAndWarns) {
  PbReport report;
  const auto read = read_pb(replaced(file(), "p2,p1", "p2,p1,p2"), report);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->election.ballots[0].projects.size(), 2U);
  ASSERT_EQ(report.warning_count, 1U);
  EXPECT_EQ(report.warnings[0].where.line, 21U);
}

TEST(Pb, KeepsPointsExactlyAndTheLastOfTwo) {
  std::string text = replaced(file(), "vote_type;approval", "vote_type;cumulative");
  text = replaced(text, "voter_id;vote;age\n1;p2,p1;40\n2;;\n", "voter_id;vote;points\n1;p2,p1,p2;1,2.5,4\n2;p1;3\n");
  PbReport report;
  const auto read = read_pb(text, report);
  ASSERT_TRUE(read) << read.error().key;
  EXPECT_EQ(read->election.type, rules::BallotType::kCumulative);
  EXPECT_EQ(read->election.points_unit, 10);
  EXPECT_EQ(read->election.ballots[0].projects, (std::vector<rules::ProjectIndex>{1, 0}));
  EXPECT_EQ(read->election.ballots[0].points, (std::vector<std::int64_t>{40, 25}));
  EXPECT_EQ(read->election.ballots[1].points, std::vector<std::int64_t>{30});
}

TEST(Pb, KeepsTheOrderOfARanking) {
  PbReport report;
  const auto read = read_pb(replaced(file(), "vote_type;approval", "vote_type;ordinal"), report);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->election.ballots[0].projects, (std::vector<rules::ProjectIndex>{1, 0}));
}

TEST(Pb, GivesProjectsThatAScoringVoteDoesNotNameTheDefaultScore) {
  std::string text = replaced(file(), "vote_type;approval", "vote_type;scoring");
  text = replaced(text, "something_new;kept", "default_score;0.5\nscoring_fn;own");
  text = replaced(text, "voter_id;vote;age\n1;p2,p1;40\n2;;\n", "voter_id;vote;points\n1;p2;3\n2;;\n");
  PbReport report;
  const auto read = read_pb(text, report);
  ASSERT_TRUE(read) << read.error().key;
  EXPECT_EQ(read->election.points_unit, 10);
  EXPECT_EQ(read->election.ballots[0].projects, (std::vector<rules::ProjectIndex>{1, 0}));
  EXPECT_EQ(read->election.ballots[0].points, (std::vector<std::int64_t>{30, 5}));
  EXPECT_EQ(read->election.ballots[1].points, (std::vector<std::int64_t>{5, 5}));
}

TEST(Pb, ReadsTheThresholdOfAProject) {
  PbReport report;
  const auto read = read_pb(replaced(file(), "something_new;kept", "min_project_score_threshold;50"), report);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->election.score_threshold, Ratio(50));
}

TEST(Pb, DropsEmptyCellsBehindAHeader) {
  PbReport report;
  const auto read = read_pb(replaced(file(), "project_id;cost;name\n", "project_id;cost;name;;;\n"), report);
  ASSERT_TRUE(read) << read.error().key;
  const auto plain = read_pb(file(), report);
  ASSERT_TRUE(plain);
  EXPECT_EQ(read->file, plain->file);
}

TEST(Pb, SurvivesAMillionColumnsAndCutsAnywhere) {
  PbReport report;
  EXPECT_EQ(read_pb("META\n" + std::string(1'000'000, ';'), report).error().code, ErrorCode::kTooLarge);
  const std::string whole = file();
  for (std::size_t length = 0; length < whole.size(); ++length) {
    static_cast<void>(read_pb(std::string_view(whole).substr(0, length), report));
  }
}

TEST(Pb, SurvivesRandomDamage) {
  Random random(7);
  const std::string whole = file();
  for (int i = 0; i < 3000; ++i) {
    std::string text = whole;
    for (std::uint64_t n = 1 + random.below(4); n > 0; --n) {
      constexpr std::string_view kNasty = ";\"\n\r,.-x0\xFF";
      text[random.index(text.size())] = kNasty[random.index(kNasty.size())];
    }
    PbReport report;
    const auto read = read_pb(text, report);
    EXPECT_EQ(report.fault_count == 0, read.has_value());
    if (!read) continue;
    const auto written = write_pb(read->file);
    if (!written) continue;  // a required key was damaged
    const auto again = read_pb(*written, report);
    ASSERT_TRUE(again) << *written;
    EXPECT_EQ(again->file, read->file);
  }
}

TEST(Pb, WriterRefusesWhatIsNotComplete) {
  PbReport report;
  auto read = read_pb(file(), report);
  ASSERT_TRUE(read);
  PbFile broken = read->file;
  broken.meta.erase(broken.meta.begin());
  EXPECT_EQ(write_pb(broken).error().code, ErrorCode::kMissing);
  broken = read->file;
  broken.votes.rows[0].pop_back();
  EXPECT_EQ(write_pb(broken).error().code, ErrorCode::kWrongFormat);
}

TEST(Pb, EveryRealFileIsReadAndSurvivesWriting) {
  const std::filesystem::path folder = test::real_data() / "elections";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no real elections in " << folder;
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".pb") continue;
    SCOPED_TRACE(entry.path().filename().string());
    ++files;
    PbReport report;
    const auto read = read_pb(*test::read_file(entry.path()), report);
    ASSERT_TRUE(read) << read.error().key << " line " << read.error().where.line;
    const auto written = write_pb(read->file);
    ASSERT_TRUE(written) << written.error().key;
    const auto again = read_pb(*written, report);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->file, read->file);
    EXPECT_EQ(again->election.ballots, read->election.ballots);
    const auto twice = write_pb(again->file);
    ASSERT_TRUE(twice);
    EXPECT_EQ(*twice, *written);
    // The election alone, made into a file again, is the same election.
    const PbFile made = make_pb(again->election, {});
    const auto remade = read_pb(*write_pb(made), report);
    ASSERT_TRUE(remade) << remade.error().key;
    EXPECT_EQ(remade->election.ballots, again->election.ballots);
    EXPECT_EQ(remade->election.type, again->election.type);
    EXPECT_EQ(remade->election.points_unit, again->election.points_unit);
    ASSERT_EQ(remade->election.projects.size(), again->election.projects.size());
    for (std::size_t p = 0; p < remade->election.projects.size(); ++p) {
      EXPECT_EQ(remade->election.projects[p].cost, again->election.projects[p].cost);
      EXPECT_EQ(remade->election.projects[p].categories, again->election.projects[p].categories);
    }
  }
  EXPECT_EQ(files, 123U);
}

}  // namespace
}  // namespace stoepkrijt::formats
