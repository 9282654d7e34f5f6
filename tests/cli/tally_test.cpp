#include <gtest/gtest.h>

#include "cli/cli_run.hpp"

namespace stoepkrijt::cli {
namespace {

TEST(Tally, PrintsTheContractedObject) {
  const Answer greedy = run_with({"tally", "x.pb", "--rule", "greedy", "--json"});
  EXPECT_EQ(greedy.exit_code, 0);
  EXPECT_EQ(greedy.out,
            "{\"cost\":\"80.5\",\"exhaustive\":true,\"options\":\"\",\"rule\":\"greedy\",\"ties_decided\":[],"
            "\"welfare\":\"380.5\",\"winners\":[\"a\",\"b\\\"x\"]}\n");
  EXPECT_EQ(greedy.err, "");
  const Answer shares = run_with(
      {"tally", "--rule=equal-shares", "--utility", "cost", "--completion", "none", "--ties", "id", "--json", "x.pb"});
  EXPECT_EQ(shares.out,
            "{\"cost\":\"60\",\"exhaustive\":false,\"options\":\"--utility cost\",\"rule\":\"equal-shares\","
            "\"ties_decided\":[],\"welfare\":\"360\",\"winners\":[\"a\"]}\n");
  const Answer add1 = run_with({"tally", "x.pb", "--rule", "equal-shares", "--completion", "add1", "--json"});
  EXPECT_EQ(add1.out,
            "{\"cost\":\"80.5\",\"exhaustive\":true,\"options\":\"--completion add1\",\"rule\":\"equal-shares\","
            "\"ties_decided\":[],\"welfare\":\"380.5\",\"winners\":[\"a\",\"b\\\"x\"]}\n");
}

TEST(Tally, LeavesOutProjectsBelowTheLeastVotesWhenAsked) {
  const Answer most = run_with({"tally", "x.pb", "--rule", "greedy", "--min-votes", "2", "--json"});
  EXPECT_NE(most.out.find("\"winners\":[\"a\"]"), std::string::npos) << most.out;
}

TEST(Tally, TellsTiesThatDecided) {
  std::string tied(kElection);
  for (const char* row : {"\n1;a", "\n2;a", "\n3;a", "\n4;a", "\n5;a"})
    tied = changed(tied, row, std::string("\n") + row[1] + ";");
  const Answer both_fit = run_with({"tally", "x.pb", "--rule", "greedy", "--json"}, tied);
  EXPECT_NE(both_fit.out.find("\"ties_decided\":[]"), std::string::npos) << both_fit.out;
  tied = changed(tied, "budget;100", "budget;60");
  const Answer by_id = run_with({"tally", "x.pb", "--rule", "greedy", "--json"}, tied);
  EXPECT_NE(by_id.out.find("\"ties_decided\":[{\"chosen\":\"a\",\"tied\":[\"a\",\"b\\\"x\"]}"), std::string::npos)
      << by_id.out;
  const Answer by_cost = run_with({"tally", "x.pb", "--rule", "greedy", "--ties", "cost-votes", "--json"}, tied);
  EXPECT_NE(by_cost.out.find("\"winners\":[\"b\\\"x\"]"), std::string::npos) << by_cost.out;
  const Answer lot = run_with({"tally", "x.pb", "--rule", "greedy", "--ties", "lot:2026", "--json"}, tied);
  EXPECT_NE(lot.out.find("--ties lot:2026"), std::string::npos) << lot.out;
  const Answer text_answer = run_with({"tally", "x.pb", "--rule", "greedy"}, tied);
  EXPECT_NE(text_answer.out.find("Equally good: a, b\"x. a went first."), std::string::npos) << text_answer.out;
}

TEST(Tally, IsReadableWithoutJsonInTwoLanguages) {
  const Answer answer = run_with({"tally", "x.pb", "--rule", "greedy"});
  EXPECT_EQ(answer.exit_code, 0);
  EXPECT_NE(answer.out.find("Bench"), std::string::npos);
  EXPECT_NE(answer.out.find("Spent: 80.5"), std::string::npos);
  EXPECT_NE(answer.out.find("1. a  60  6 votes  Bench"), std::string::npos);
  EXPECT_NE(answer.out.find("2. b\"x  20.5  1 vote  Path"), std::string::npos);
  const Answer dutch = run_with({"tally", "x.pb", "--rule", "greedy", "--lang", "nl"});
  EXPECT_NE(dutch.out.find("Uitgegeven: 80.5"), std::string::npos) << dutch.out;
}

TEST(Tally, AppliesLimitsOfTheFileOnlyWhenAsked) {
  const std::string limited = changed(
      changed(changed(std::string(kElection), "date_end;2026\n", "date_end;2026\nstoepkrijt_pots;category Groen=30\n"),
              "project_id;cost;name\na;60;Bench", "project_id;cost;name;category\na;60;Bench;Groen"),
      "b\"x;20.50;Path", "b\"x;20.50;Path;Groen");
  const Answer without = run_with({"tally", "x.pb", "--rule", "greedy", "--json"}, limited);
  EXPECT_EQ(without.exit_code, 0);
  EXPECT_NE(without.out.find("\"winners\":[\"a\",\"b\\\"x\"]"), std::string::npos) << without.out;
  EXPECT_NE(without.err.find("--limits file"), std::string::npos) << without.err;
  const Answer with = run_with({"tally", "x.pb", "--rule", "greedy", "--limits", "file", "--json"}, limited);
  EXPECT_EQ(with.exit_code, 0) << with.err;
  EXPECT_EQ(with.err, "");
  EXPECT_NE(with.out.find("\"winners\":[\"b\\\"x\",\"a\"]"), std::string::npos) << with.out;
}

TEST(Tally, ExitsWithThreeWhereTheRuleIsNotDefinedAndSaysWhy) {
  const std::string ordinal = changed(std::string(kElection), "approval", "ordinal");
  const Answer answer = run_with({"tally", "x.pb", "--rule", "phragmen", "--json"}, ordinal);
  EXPECT_EQ(answer.exit_code, 3);
  EXPECT_EQ(answer.out, "");
  EXPECT_NE(answer.err.find("stoepkrijt: x.pb: "), std::string::npos) << answer.err;
  const Answer points = run_with({"tally", "x.pb", "--rule", "greedy", "--utility", "points"});
  EXPECT_EQ(points.exit_code, 3) << points.err;
  const Answer nobody =
      run_with({"tally", "x.pb", "--rule", "equal-shares"}, std::string(kElection.substr(0, kElection.find("1;a\n"))));
  EXPECT_EQ(nobody.exit_code, 3) << nobody.err;
}

TEST(Tally, TellsHowFarItIsOnlyWhereItIsSeen) {
  Computer computer;
  EXPECT_EQ(computer.run({"tally", "x.pb", "--rule", "greedy"}).exit_code, 0);
  EXPECT_EQ(computer.progress, "");
}

TEST(Tally, CountsTheRealDecisionOfAssen) {
  const auto file = test::read_file(test::real_data() / "elections" / "Netherlands_Assen_2024.pb");
  if (!file) GTEST_SKIP() << "no real elections in " << test::real_data();
  const Answer answer = run_with({"tally", "x.pb", "--rule", "equal-shares", "--completion", "add1", "--json"}, *file);
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  const Answer verified =
      run_with({"verify", "x.pb", "--rule", "equal-shares", "--completion", "add1", "--expect-selected"}, *file);
  EXPECT_EQ(verified.exit_code, 0) << verified.out << verified.err;
}

}  // namespace
}  // namespace stoepkrijt::cli
