#include <gtest/gtest.h>

#include "cli/cli.hpp"

namespace stoepkrijt::cli {
namespace {

constexpr std::string_view kElection =
    "META\nkey;value\ndescription;T\ncountry;X\nunit;Y\ninstance;1\nnum_projects;2\nnum_votes;10\nbudget;100\n"
    "vote_type;approval\nrule;unknown\ndate_begin;2026\ndate_end;2026\n"
    "PROJECTS\nproject_id;cost;name\na;60;Bench\nb\"x;20.50;Path\n"
    "VOTES\nvoter_id;vote\n1;a\n2;a\n3;a\n4;a\n5;a\n6;a\n7;b\"x\n8;\n9;\n10;\n";

Surroundings surroundings(std::string_view content = kElection) {
  Surroundings out;
  out.read_file = [content](std::string_view path) -> Result<std::string> {
    if (path == "missing.pb") return fail(Error(ErrorCode::kNoSuchFile, "error.no_such_file"));
    return std::string(content);
  };
  out.language =
      R"({"error.no_such_file":"There is no such file.","error":{"not_a_number":"“{value}” is not a number."}})";
  out.version = "1.2.3";
  return out;
}

Answer run_with(const std::vector<std::string_view>& arguments, std::string_view content = kElection) {
  return run(arguments, surroundings(content));
}

TEST(Tally, PrintsTheContractedObject) {
  const Answer greedy = run_with({"tally", "x.pb", "--rule", "greedy", "--json"});
  EXPECT_EQ(greedy.exit_code, 0);
  EXPECT_EQ(greedy.out, "{\"cost\":\"80.5\",\"rule\":\"greedy\",\"winners\":[\"a\",\"b\\\"x\"]}\n");
  EXPECT_EQ(greedy.err, "");
  const Answer shares = run_with(
      {"tally", "--rule=equal-shares", "--utility", "cost", "--completion", "none", "--ties", "id", "--json", "x.pb"});
  EXPECT_EQ(shares.out, "{\"cost\":\"60\",\"rule\":\"equal-shares\",\"winners\":[\"a\"]}\n");
  const Answer add1 = run_with({"tally", "x.pb", "--rule", "equal-shares", "--completion", "add1", "--json"});
  EXPECT_EQ(add1.out, "{\"cost\":\"80.5\",\"rule\":\"equal-shares\",\"winners\":[\"a\",\"b\\\"x\"]}\n");
}

TEST(Tally, LeavesOutProjectsBelowTheLeastVotesWhenAsked) {
  const Answer all = run_with({"tally", "x.pb", "--rule", "greedy", "--json"});
  const Answer most = run_with({"tally", "x.pb", "--rule", "greedy", "--min-votes", "2", "--json"});
  EXPECT_NE(all.out, most.out);
  EXPECT_EQ(most.out, "{\"cost\":\"60\",\"rule\":\"greedy\",\"winners\":[\"a\"]}\n");
  EXPECT_EQ(run_with({"tally", "x.pb", "--rule", "greedy", "--min-votes", "-1"}).exit_code, 2);
  EXPECT_EQ(run_with({"tally", "x.pb", "--rule", "greedy", "--min-votes", "1x"}).exit_code, 2);
}

TEST(Tally, IsReadableWithoutJson) {
  const Answer answer = run_with({"tally", "x.pb", "--rule", "greedy"});
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_NE(answer.out.find("Bench"), std::string::npos);
  EXPECT_NE(answer.out.find("Spent: 80.5"), std::string::npos);
}

TEST(Tally, NamesTheFaultAndExitsWithTwo) {
  const Answer missing = run_with({"tally", "missing.pb", "--rule", "greedy", "--json"});
  EXPECT_EQ(missing.exit_code, 2);
  EXPECT_EQ(missing.out, "");
  EXPECT_EQ(missing.err, "stoepkrijt: missing.pb: There is no such file.\n");
  std::string bad(kElection);
  bad.replace(bad.find("a;60"), 4, "a;6x");
  const Answer cost = run_with({"tally", "x.pb", "--rule", "greedy", "--json"}, bad);
  EXPECT_EQ(cost.exit_code, 2);
  EXPECT_EQ(cost.err, "stoepkrijt: x.pb:16:3: “6x” is not a number. (field: cost)\n");
}

TEST(Tally, RefusesBallotsThatTheRuleDoesNotKnow) {
  std::string ordinal(kElection);
  ordinal.replace(ordinal.find("approval"), 8, "ordinal");
  const Answer answer = run_with({"tally", "x.pb", "--rule", "greedy"}, ordinal);
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_NE(answer.err.find("rule_not_defined"), std::string::npos);
}

TEST(Tally, WrongUseExitsWithTwoAndShowsTheUse) {
  const std::vector<std::vector<std::string_view>> wrong = {
      {"tally"},
      {"tally", "x.pb"},
      {"tally", "x.pb", "--rule"},
      {"tally", "x.pb", "--rule", "dice"},
      {"tally", "x.pb", "--rule", "greedy", "--colour", "red"},
      {"tally", "x.pb", "--rule", "greedy", "--utility", "joy"},
      {"tally", "x.pb", "--rule", "greedy", "--ties", "coin"},
      {"tally", "x.pb", "--rule", "equal-shares", "--completion", "magic"},
      {"tally", "x.pb", "--rule", "greedy", "--completion", "add1"},
      {"tally", "x.pb", "y.pb", "--rule", "greedy"},
      {"tally", "x.pb", "--rule", "greedy", "--jsonn"},
      {"count"},
      {},
  };
  for (const auto& arguments : wrong) {
    const Answer answer = run_with(arguments);
    EXPECT_EQ(answer.exit_code, 2);
    EXPECT_EQ(answer.out, "");
    EXPECT_NE(answer.err.find("Usage"), std::string::npos) << answer.err;
  }
}

TEST(Cli, HelpsAndTellsItsVersion) {
  EXPECT_EQ(run_with({"--version"}).out, "stoepkrijt 1.2.3\n");
  EXPECT_EQ(run_with({"--help"}).exit_code, 0);
  EXPECT_NE(run_with({"--help"}).out.find("tally"), std::string::npos);
  EXPECT_NE(run_with({"tally", "--help"}).out.find("--rule"), std::string::npos);
}

}  // namespace
}  // namespace stoepkrijt::cli
