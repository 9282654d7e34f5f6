// Every fault and every warning of a .pb file: line, column, field and reason.
#include <gtest/gtest.h>

#include "formats/pb/pb.hpp"
#include "formats/pb/pb_sample.hpp"

namespace stoepkrijt::formats {
namespace {

struct FaultCase {
  std::string name;
  std::string from;
  std::string to;
  ErrorCode code;
  std::uint32_t line;
  std::uint32_t column;
  std::string field;
};

std::string argument(const Error& error, std::string_view name) {
  for (const auto& [key, value] : error.args) {
    if (key == name) return value;
  }
  return "";
}

/// The damaged file is refused, and the first fault is the expected one.
void expect_fault(const std::string& whole, const FaultCase& c) {
  SCOPED_TRACE(c.name);
  PbReport report;
  const auto read = read_pb(replaced(whole, c.from, c.to), report);
  ASSERT_FALSE(read);
  EXPECT_GE(report.fault_count, 1U);
  EXPECT_EQ(read.error(), report.faults.front());
  EXPECT_EQ(read.error().code, c.code) << read.error().key;
  EXPECT_EQ(read.error().where.line, c.line);
  EXPECT_EQ(read.error().where.column, c.column);
  EXPECT_TRUE(read.error().key.starts_with("error.")) << read.error().key;
  EXPECT_EQ(argument(read.error(), "field"), c.field);
}

/// The changed file is read, with exactly one warning: the expected one.
void expect_warning(const std::string& whole, const FaultCase& c) {
  SCOPED_TRACE(c.name);
  PbReport report;
  const auto read = read_pb(replaced(whole, c.from, c.to), report);
  ASSERT_TRUE(read) << read.error().key;
  ASSERT_EQ(report.warning_count, 1U);
  const Error& warning = report.warnings.front();
  EXPECT_EQ(warning.code, c.code) << warning.key;
  EXPECT_EQ(warning.where.line, c.line);
  EXPECT_EQ(warning.where.column, c.column);
  EXPECT_EQ(argument(warning, "field"), c.field);
}

constexpr std::string_view kPoints =
    "META\nkey;value\ndescription;T\ncountry;X\nunit;Y\ninstance;1\nnum_projects;3\nnum_votes;2\nbudget;100\n"
    "vote_type;cumulative\nrule;unknown\ndate_begin;2026\ndate_end;2026\nmax_points;6\nmin_points;1\n"
    "max_sum_points;10\nmin_sum_points;5\n"
    "PROJECTS\nproject_id;cost\na;10\nb;20\nc;30\n"
    "VOTES\nvoter_id;vote;points\n1;a,b;6,4\n2;c;5\n";

constexpr std::string_view kOwnColumns =
    "META\nkey;value\ndescription;T\ncountry;X\nunit;Y\ninstance;1\nnum_projects;2\nnum_votes;1\nbudget;100\n"
    "vote_type;approval\nrule;unknown\ndate_begin;2026\ndate_end;2026\n"
    "PROJECTS\nproject_id;cost;excludes;requires;least_cost;cofunding;selected;latitude\na;10;b;;5;2.5;1;51.9\n"
    "b;20;;;;;0;\n"
    "VOTES\nvoter_id;vote\n1;a,b\n";

TEST(Pb, EveryFaultNamesLineColumnFieldAndReason) {
  const std::vector<FaultCase> cases = {
      {"cost is no number", "p1;10.25", "p1;ten", ErrorCode::kNotANumber, 17, 4, "cost"},
      {"cost is empty", "p1;10.25", "p1;", ErrorCode::kNotANumber, 17, 4, "cost"},
      {"cost is NaN", "p1;10.25", "p1;NaN", ErrorCode::kNotANumber, 17, 4, "cost"},
      {"cost is endless", "p1;10.25", "p1;" + std::string(100, '9'), ErrorCode::kTooLarge, 17, 4, "cost"},
      {"cost is below zero", "p1;10.25", "p1;-1", ErrorCode::kNegative, 17, 4, "cost"},
      {"cost is huge by an exponent", "p1;10.25", "p1;1e99", ErrorCode::kNotANumber, 17, 4, "cost"},
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
      {"a NUL byte", "Bench", std::string("B\0ch", 4), ErrorCode::kNotUtf8, 17, 11, ""},
      {"half of a letter at the end", "2;;\n", "2;;\xC3", ErrorCode::kNotUtf8, 22, 4, ""},
      {"META with a third cell", "unit;Y", "unit;Y;Z", ErrorCode::kWrongFormat, 5, 1, ""},
      {"META without a value", "unit;Y", "unit", ErrorCode::kWrongFormat, 5, 1, ""},
      {"vote type is absent", "vote_type;approval\n", "", ErrorCode::kMissing, 0, 0, "vote_type"},
      {"budget is empty", "budget;100.5", "budget;", ErrorCode::kMissing, 9, 8, "budget"},
      {"budget is no number", "budget;100.5", "budget;1.000,50", ErrorCode::kNotANumber, 9, 8, "budget"},
      {"threshold is no number", "something_new;kept", "min_project_score_threshold;5%", ErrorCode::kNotANumber, 14, 29,
       "min_project_score_threshold"},
      {"pot without an amount", "something_new;kept", "stoepkrijt_pots;category A=", ErrorCode::kWrongFormat, 14, 17,
       "stoepkrijt_pots"},
      {"pot twice", "something_new;kept", "stoepkrijt_pots;category A=1,category A=2", ErrorCode::kWrongFormat, 14, 17,
       "stoepkrijt_pots"},
      {"limit upside down", "something_new;kept", "stoepkrijt_limits;category A=5..4", ErrorCode::kWrongFormat, 14, 19,
       "stoepkrijt_limits"},
      {"limit of nothing", "something_new;kept", "stoepkrijt_limits;A=5..6", ErrorCode::kWrongFormat, 14, 19,
       "stoepkrijt_limits"},
      {"part funding is a word", "something_new;kept", "stoepkrijt_part_funding;yes", ErrorCode::kWrongFormat, 14, 25,
       "stoepkrijt_part_funding"},
      {"no META", "META\n", "", ErrorCode::kWrongFormat, 1, 1, ""},
  };
  for (const FaultCase& c : cases) expect_fault(file(), c);
}

TEST(Pb, FaultyPointsNameLineColumnFieldAndReason) {
  const std::vector<FaultCase> cases = {
      {"points are no number", "6,4", "6,x", ErrorCode::kNotANumber, 25, 7, "points"},
      {"points below zero", "6,4", "6,-4", ErrorCode::kNegative, 25, 7, "points"},
      {"too few points for the projects", "6,4", "6", ErrorCode::kWrongFormat, 25, 7, "points"},
      {"points without a project", "6,4", "6,4,1", ErrorCode::kWrongFormat, 25, 7, "points"},
      {"points above the most for one project", "6,4", "7,1", ErrorCode::kNotAllowed, 25, 7, "points"},
      {"points above the most together", "6,4", "6,5", ErrorCode::kNotAllowed, 25, 7, "points"},
      {"points of many decimals", "6,4", "6,0.0000000001", ErrorCode::kTooPrecise, 25, 7, "points"},
      {"points beyond every number", "6,4", "6," + std::string(61, '9'), ErrorCode::kTooLarge, 25, 7, "points"},
      {"points beyond 64 bits", "6,4", "6,99999999999999999999", ErrorCode::kTooLarge, 25, 7, "points"},
      {"no points column", "vote;points", "vote;pointz", ErrorCode::kMissing, 0, 0, "points"},
      {"the most together has many decimals", "max_sum_points;10", "max_sum_points;10.00000000001",
       ErrorCode::kTooPrecise, 16, 16, "max_sum_points"},
      {"the most is no number", "max_points;6", "max_points;six", ErrorCode::kNotANumber, 14, 12, "max_points"},
      {"the most together is below zero", "max_sum_points;10", "max_sum_points;-1", ErrorCode::kNegative, 16, 16,
       "max_sum_points"},
  };
  for (const FaultCase& c : cases) expect_fault(std::string(kPoints), c);
}

TEST(Pb, FaultsInOurOwnColumnsNameLineColumnFieldAndReason) {
  const std::vector<FaultCase> cases = {
      {"excludes an unknown plan", "a;10;b;", "a;10;z;", ErrorCode::kUnknownId, 16, 6, "excludes"},
      {"requires an unknown plan", "a;10;b;;", "a;10;b;z;", ErrorCode::kUnknownId, 16, 8, "requires"},
      {"excludes itself", "a;10;b;", "a;10;a;", ErrorCode::kNotAllowed, 16, 6, "excludes"},
      {"least cost above the cost", ";5;2.5", ";11;2.5", ErrorCode::kNotAllowed, 16, 9, "least_cost"},
      {"least cost is a word", ";5;2.5", ";few;2.5", ErrorCode::kNotANumber, 16, 9, "least_cost"},
      {"co-funding below zero", ";5;2.5", ";5;-2.5", ErrorCode::kNegative, 16, 11, "cofunding"},
  };
  for (const FaultCase& c : cases) expect_fault(std::string(kOwnColumns), c);
}

TEST(Pb, WarnsOfWhatChangesNoCount) {
  PbReport report;
  for (const std::string& clean : {file(), std::string(kPoints), std::string(kOwnColumns)}) {
    ASSERT_TRUE(read_pb(clean, report));
    ASSERT_EQ(report.warning_count, 0U) << report.warnings.front().key;
  }
  const std::vector<FaultCase> cases = {
      {"a date that is none", "date_begin;01.01.2026", "date_begin;31.02.2026", ErrorCode::kBadDate, 12, 12,
       "date_begin"},
      {"a date the other way", "date_begin;01.01.2026", "date_begin;2026-01-01", ErrorCode::kBadDate, 12, 12,
       "date_begin"},
      {"a key that only describes is absent", "country;X\n", "", ErrorCode::kMissing, 0, 0, "country"},
      {"a rule of an unknown name", "rule;greedy", "rule;dice", ErrorCode::kUnknownValue, 11, 6, "rule"},
      {"a count that is wrong", "num_votes;2", "num_votes;3", ErrorCode::kWrongFormat, 8, 11, "num_votes"},
      {"a vote that is too long", "something_new;kept", "max_length;1", ErrorCode::kNotAllowed, 21, 3, "vote"},
      {"a vote that is too short", "something_new;kept", "min_length;3", ErrorCode::kNotAllowed, 21, 3, "vote"},
      {"a vote that costs too much", "something_new;kept", "max_sum_cost;30", ErrorCode::kNotAllowed, 21, 3, "vote"},
      {"a vote that costs too little", "something_new;kept", "min_sum_cost;30.5", ErrorCode::kNotAllowed, 21, 3,
       "vote"},
      {"two projects where one is asked", "vote_type;approval", "vote_type;choose-1", ErrorCode::kNotAllowed, 21, 3,
       "vote"},
      {"a limit that is no number", "something_new;kept", "max_length;three", ErrorCode::kNotANumber, 14, 12,
       "max_length"},
      {"a flag that is no flag", "something_new;kept", "fully_funded;maybe", ErrorCode::kUnknownValue, 14, 14,
       "fully_funded"},
      {"a list of words for amounts", "something_new;kept", "max_sum_cost_per_category;1,x", ErrorCode::kNotANumber, 14,
       27, "max_sum_cost_per_category"},
      {"budgets without names", "something_new;kept", "budget_per_category;5,6", ErrorCode::kWrongFormat, 14, 21,
       "budget_per_category"},
      {"a project twice", "1;p2,p1", "1;p2,p1,p2", ErrorCode::kDuplicateId, 21, 3, "vote"},
  };
  for (const FaultCase& c : cases) expect_warning(file(), c);
  expect_warning(std::string(kPoints),
                 {"fewer points together than asked", "2;c;5", "2;c;4", ErrorCode::kNotAllowed, 26, 5, "points"});
  expect_warning(std::string(kPoints),
                 {"fewer points than asked", "1;a,b;6,4", "1;a,b;6,0.5", ErrorCode::kNotAllowed, 25, 7, "points"});
  expect_warning(std::string(kOwnColumns),
                 {"selected as a word", "2.5;1;", "2.5;yes;", ErrorCode::kUnknownValue, 16, 15, "selected"});
  expect_warning(std::string(kOwnColumns),
                 {"a latitude that is none", ";51.9", ";here", ErrorCode::kNotANumber, 16, 17, "latitude"});
}

TEST(Pb, AKnapsackThatDoesNotFitIsWarnedOf) {
  const std::string knapsack = replaced(file(), "vote_type;approval", "vote_type;knapsack");
  PbReport report;
  ASSERT_TRUE(read_pb(knapsack, report));
  EXPECT_EQ(report.warning_count, 0U);
  expect_warning(knapsack,
                 {"dearer than the budget", "budget;100.5", "budget;30.24", ErrorCode::kNotAllowed, 21, 3, "vote"});
}

TEST(Pb, ABlankVoteBreaksNoLimit) {
  PbReport report;
  const auto read = read_pb(replaced(file(), "something_new;kept", "min_length;1\nmin_sum_cost;5"), report);
  ASSERT_TRUE(read);
  EXPECT_EQ(report.warning_count, 0U);
}

TEST(Pb, LimitsOfPointsAreHeldAgainstTheLastPointsOfAProjectNamedTwice) {
  PbReport report;
  const auto read = read_pb(replaced(std::string(kPoints), "1;a,b;6,4", "1;a,b,a;6,4,5"), report);
  ASSERT_TRUE(read) << read.error().key;
  EXPECT_EQ(read->election.ballots[0].points, (std::vector<std::int64_t>{5, 4}));
  EXPECT_EQ(report.warning_count, 1U);
}

TEST(Pb, GoesOnBehindAFaultAndTellsAllOfThem) {
  std::string text = replaced(file(), "p1;10.25", "p1;ten");
  text = replaced(text, "1;p2,p1", "1;p8,p9");
  text = replaced(text, "budget;100.5", "budget;-1");
  PbReport report;
  ASSERT_FALSE(read_pb(text, report));
  ASSERT_EQ(report.fault_count, 4U);
  EXPECT_EQ(report.faults[0].where.line, 9U);
  EXPECT_EQ(report.faults[1].where.line, 17U);
  EXPECT_EQ(argument(report.faults[2], "value"), "p8");
  EXPECT_EQ(argument(report.faults[3], "value"), "p9");
}

TEST(Pb, ARowOfTheWrongWidthDoesNotHideOtherFaults) {
  PbReport report;
  ASSERT_FALSE(read_pb(replaced(replaced(file(), "1;p2,p1;40", "1;p2,p1;40;x"), "p1;10.25", "p1;ten"), report));
  EXPECT_EQ(report.fault_count, 2U);
}

TEST(Pb, EmptySectionsAreElectionsWithoutPlansOrVotes) {
  PbReport report;
  const auto no_votes = read_pb(file(kMeta, kProjects, "VOTES\nvoter_id;vote\n"), report);
  ASSERT_TRUE(no_votes);
  EXPECT_TRUE(no_votes->election.ballots.empty());
  const auto nothing = read_pb(file(kMeta, "PROJECTS\nproject_id;cost\n", "VOTES\nvoter_id;vote\n"), report);
  ASSERT_TRUE(nothing);
  EXPECT_TRUE(nothing->election.projects.empty());
  EXPECT_FALSE(read_pb("META\nPROJECTS\nVOTES\n", report));
  EXPECT_FALSE(read_pb("META\nkey;value\nPROJECTS\nproject_id;cost\nVOTES\n", report));
  EXPECT_FALSE(read_pb("", report));
  EXPECT_FALSE(read_pb("\xEF\xBB\xBF", report));
  EXPECT_FALSE(read_pb("\xEF\xBB", report));
}

TEST(Pb, ListsTheFirstTwentyOfAHundredFaults) {
  std::string projects = "PROJECTS\nproject_id;cost;name\np1;1;\np2;1;\n";
  for (int i = 0; i < 100; ++i) projects += "q" + std::to_string(i) + ";x;\n";
  PbReport report;
  ASSERT_FALSE(read_pb(file(kMeta, projects), report));
  EXPECT_EQ(report.faults.size(), 20U);
  EXPECT_EQ(report.fault_count, 100U);
  for (std::size_t i = 0; i < report.faults.size(); ++i) {
    EXPECT_EQ(report.faults[i].where.line, 19 + i);
    EXPECT_EQ(report.faults[i].where.column, 1 + std::string("q" + std::to_string(i) + ";").size());
    EXPECT_EQ(argument(report.faults[i], "field"), "cost");
  }
}

}  // namespace
}  // namespace stoepkrijt::formats
