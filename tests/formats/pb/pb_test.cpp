#include "formats/pb/pb.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "support/data_files.hpp"

namespace stoepkrijt::formats {
namespace {

constexpr std::string_view kMeta =
    "META\nkey;value\ndescription;Test\ncountry;X\nunit;Y\ninstance;1\nnum_projects;2\nnum_votes;2\nbudget;100.5\n"
    "vote_type;approval\nrule;greedy\ndate_begin;01.01.2026\ndate_end;2026\nsomething_new;kept\n";
constexpr std::string_view kProjects = "PROJECTS\nproject_id;cost;name\np1;10.25;Bench\np2;20;\"Path; \"\"new\"\"\"\n";
constexpr std::string_view kVotes = "VOTES\nvoter_id;vote;age\n1;p2,p1;40\n2;;\n";

std::string file(std::string_view meta = kMeta, std::string_view projects = kProjects,
                 std::string_view votes = kVotes) {
  return std::string(meta) + std::string(projects) + std::string(votes);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

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

struct FaultCase {
  std::string name;
  std::string from;
  std::string to;
  ErrorCode code;
  std::uint32_t line;
  std::uint32_t column;
  std::string field;
};

TEST(Pb, EveryFaultNamesLineColumnFieldAndReason) {
  const std::vector<FaultCase> cases = {
      {"cost is no number", "p1;10.25", "p1;ten", ErrorCode::kNotANumber, 17, 4, "cost"},
      {"cost is empty", "p1;10.25", "p1;", ErrorCode::kNotANumber, 17, 4, "cost"},
      {"cost is NaN", "p1;10.25", "p1;NaN", ErrorCode::kNotANumber, 17, 4, "cost"},
      {"cost is endless", "p1;10.25", "p1;" + std::string(100, '9'), ErrorCode::kTooLarge, 17, 4, "cost"},
      {"cost is below zero", "p1;10.25", "p1;-1", ErrorCode::kNegative, 17, 4, "cost"},
      {"budget is below zero", "budget;100.5", "budget;-5", ErrorCode::kNegative, 9, 8, "budget"},
      {"budget is absent", "budget;100.5\n", "", ErrorCode::kMissing, 0, 0, "budget"},
      {"project id twice", "p2;20", "p1;20", ErrorCode::kDuplicateId, 18, 1, "project_id"},
      {"project id is empty", "p1;10.25", ";10.25", ErrorCode::kEmpty, 17, 1, "project_id"},
      {"unknown project in a vote", "1;p2,p1", "1;p2,p9", ErrorCode::kUnknownId, 21, 3, "vote"},
      {"voter twice", "2;;", "1;;", ErrorCode::kDuplicateId, 22, 1, "voter_id"},
      {"too many cells", "1;p2,p1;40", "1;p2,p1;40;x", ErrorCode::kWrongFormat, 21, 1, ""},
      {"unknown vote type", "vote_type;approval", "vote_type;telepathy", ErrorCode::kUnknownValue, 10, 11, "vote_type"},
      {"no cost column", "project_id;cost", "project_id;price", ErrorCode::kMissing, 16, 1, ""},
      {"column twice", "vote;age", "vote;vote", ErrorCode::kDuplicateKey, 20, 1, ""},
      {"key twice", "unit;Y", "country;Y", ErrorCode::kDuplicateKey, 5, 1, ""},
      {"sections out of order", "PROJECTS\n", "VOTES\n", ErrorCode::kWrongFormat, 15, 1, ""},
      {"no votes section", "VOTES\nvoter_id;vote;age\n1;p2,p1;40\n2;;\n", "", ErrorCode::kMissing, 19, 1, ""},
      {"quote never closes", "\"Path; \"\"new\"\"\"", "\"Path", ErrorCode::kWrongFormat, 18, 7, ""},
      {"text after a quote", "\"\"\"\n", "\"\"\"x\n", ErrorCode::kWrongFormat, 18, 22, ""},
      {"wrong UTF-8", "Bench", "B\xFFnch", ErrorCode::kNotUtf8, 17, 11, ""},
      {"no META", "META\n", "", ErrorCode::kWrongFormat, 1, 1, ""},
  };
  for (const FaultCase& c : cases) {
    SCOPED_TRACE(c.name);
    PbReport report;
    const auto read = read_pb(replaced(file(), c.from, c.to), report);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, c.code);
    EXPECT_EQ(read.error().where.line, c.line);
    EXPECT_EQ(read.error().where.column, c.column);
    EXPECT_FALSE(read.error().key.empty());
    std::string field;
    for (const auto& [name, value] : read.error().args) {
      if (name == "field") field = value;
    }
    EXPECT_EQ(field, c.field);
  }
}

TEST(Pb, ListsTheFirstTwentyOfAHundredFaults) {
  std::string projects = "PROJECTS\nproject_id;cost;name\np1;1;\np2;1;\n";
  for (int i = 0; i < 100; ++i) projects += "q" + std::to_string(i) + ";x;\n";
  PbReport report;
  ASSERT_FALSE(read_pb(file(kMeta, projects), report));
  EXPECT_EQ(report.faults.size(), 20U);
  EXPECT_EQ(report.fault_count, 100U);
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

TEST(Pb, WarnsAboutAWrongCount) {
  PbReport report;
  ASSERT_TRUE(read_pb(replaced(file(), "num_votes;2", "num_votes;3"), report));
  ASSERT_EQ(report.warning_count, 1U);
  EXPECT_EQ(report.warnings[0].where.line, 8U);
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

TEST(Pb, MakesAFileOfAnElection) {
  rules::Election election;
  election.budget = Ratio(50);
  election.projects.resize(2);
  election.projects[0].id = "a";
  election.projects[0].cost = Ratio::parse_decimal("12.50").value();
  election.projects[0].categories = {"green", "play"};
  election.projects[1].id = "b";
  rules::add_ballot(election, {0, 1}, 2);
  rules::add_ballot(election, {});
  const auto text = write_pb(make_pb(election, {{"description", "Round"}, {"currency", "EUR"}}));
  ASSERT_TRUE(text);
  PbReport report;
  const auto read = read_pb(*text, report);
  ASSERT_TRUE(read);
  EXPECT_EQ(report.warning_count, 0U);
  EXPECT_EQ(read->election.budget, election.budget);
  EXPECT_EQ(read->election.projects[0].categories, election.projects[0].categories);
  EXPECT_EQ(read->file.meta_value("currency"), "EUR");
  rules::Election merged = read->election;
  rules::merge_ballots(merged);
  rules::merge_ballots(election);
  EXPECT_EQ(merged.ballots, election.ballots);
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
  }
  EXPECT_EQ(files, 123U);
}

}  // namespace
}  // namespace stoepkrijt::formats
