// explain, compare, convert and verify.
#include <gtest/gtest.h>

#include <algorithm>

#include "cli/cli_run.hpp"

namespace stoepkrijt::cli {
namespace {

TEST(Explain, SaysWhyAProjectWonOrLostInTwoLanguages) {
  const Answer won = run_with({"explain", "x.pb", "--rule", "equal-shares", "--project", "a"});
  EXPECT_EQ(won.exit_code, 0) << won.err;
  EXPECT_TRUE(won.out.starts_with("Rule: equal-shares\na (Bench)\n")) << won.out;
  EXPECT_GE(std::count(won.out.begin(), won.out.end(), '\n'), 4) << won.out;
  const Answer lost = run_with({"explain", "x.pb", "--rule", "equal-shares", "--project", "b\"x", "--lang", "nl"});
  EXPECT_EQ(lost.exit_code, 0) << lost.err;
  EXPECT_NE(lost.out, run_with({"explain", "x.pb", "--rule", "equal-shares", "--project", "b\"x"}).out);
  EXPECT_NE(lost.out, won.out);
}

TEST(Explain, GivesTheClaimsAsJson) {
  const Answer lost = run_with({"explain", "x.pb", "--rule", "equal-shares", "--project", "b\"x", "--json"});
  EXPECT_EQ(lost.exit_code, 0) << lost.err;
  EXPECT_TRUE(lost.out.starts_with("{\"claims\":[{")) << lost.out;
  for (const std::string_view part : {"\"kind\":\"votes\"", "\"kind\":\"out\"", "\"project\":\"b\\\"x\"",
                                      "\"selected\":false", "\"sentences\":[\"", "\"winners\":[\"a\"]"}) {
    EXPECT_NE(lost.out.find(part), std::string::npos) << part << "\n" << lost.out;
  }
  const Answer whole = run_with({"explain", "x.pb", "--rule", "equal-shares", "--completion", "add1", "--json"});
  EXPECT_EQ(whole.exit_code, 0) << whole.err;
  EXPECT_NE(whole.out.find("\"kind\":\"voters\""), std::string::npos) << whole.out;
  EXPECT_EQ(whole.out.find("\"selected\""), std::string::npos);
}

TEST(Explain, AProjectThatIsNotThereIsAFaultWithTheNearestOne) {
  const Answer answer = run_with({"explain", "x.pb", "--rule", "greedy", "--project", "b\"y"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_EQ(answer.out, "");
  EXPECT_NE(answer.err.find("Did you mean b\"x?"), std::string::npos) << answer.err;
}

TEST(Compare, CountsTheSameBallotsTwice) {
  const Answer json = run_with({"compare", "x.pb", "--rule", "greedy", "--rule", "equal-shares", "--json"});
  EXPECT_EQ(json.exit_code, 0) << json.err;
  EXPECT_NE(json.out.find("\"more_under_a\":1,\"more_under_b\":0,\"only_a\":[\"b\\\"x\"],\"only_b\":[]"),
            std::string::npos)
      << json.out;
  EXPECT_NE(json.out.find("\"blank\":3"), std::string::npos);
  const Answer text = run_with({"compare", "x.pb", "--rule", "greedy", "--rule", "equal-shares"});
  EXPECT_NE(text.out.find("Spent: A 80.5, B 60"), std::string::npos) << text.out;
  EXPECT_NE(text.out.find("b\"x (Path)"), std::string::npos);
}

TEST(Compare, OptionsBehindARuleAreForThatRuleAndThoseInFrontForBoth) {
  const Answer own =
      run_with({"compare", "x.pb", "--rule", "greedy", "--rule", "equal-shares", "--completion", "add1", "--json"});
  EXPECT_EQ(own.exit_code, 0) << own.err;
  EXPECT_NE(own.out.find("\"only_a\":[],\"only_b\":[]"), std::string::npos) << own.out;
  const Answer both =
      run_with({"compare", "x.pb", "--ties", "votes", "--rule", "greedy", "--rule", "equal-shares", "--json"});
  const std::size_t first = both.out.find("--ties votes");
  EXPECT_NE(first, std::string::npos);
  EXPECT_NE(both.out.find("--ties votes", first + 1), std::string::npos) << both.out;
  const Answer other = run_with(
      {"compare", "x.pb", "--ties", "votes", "--rule", "greedy", "--rule", "equal-shares", "--ties", "id", "--json"});
  EXPECT_EQ(other.exit_code, 0) << other.err;
  EXPECT_EQ(
      run_with({"compare", "x.pb", "--rule", "equal-shares", "--completion", "add1", "--rule", "greedy"}).exit_code, 0);
}

TEST(Convert, ThereAndBackGivesTheSameCount) {
  Computer computer;
  const Answer to_json = computer.run({"convert", "x.pb", "--to", "json", "--output", "x.json"});
  EXPECT_EQ(to_json.exit_code, 0) << to_json.err;
  EXPECT_NE(to_json.out.find("2 projects, 10 voters"), std::string::npos) << to_json.out;
  EXPECT_EQ(computer.run({"convert", "x.json", "--to", "json", "--output", "y.json"}).exit_code, 0);
  EXPECT_EQ(computer.files["x.json"], computer.files["y.json"]);
  EXPECT_EQ(computer.run({"convert", "x.json", "--to", "pb", "--output", "y.pb"}).exit_code, 0);
  EXPECT_NE(computer.files["y.pb"].find("description;T\ncountry;X\n"), std::string::npos) << computer.files["y.pb"];
  const std::string first = computer.run({"tally", "x.pb", "--rule", "equal-shares", "--json"}).out;
  EXPECT_EQ(computer.run({"tally", "x.json", "--rule", "equal-shares", "--json"}).out, first);
  EXPECT_EQ(computer.run({"tally", "y.pb", "--rule", "equal-shares", "--json"}).out, first);
}

TEST(Convert, KeepsEveryCellOfAPbFile) {
  Computer computer;
  computer.files["odd.pb"] =
      changed(changed(std::string(kElection), "date_end;2026\n", "date_end;2026\nodd;\"kept; all\"\n"),
              "voter_id;vote\n1;a", "voter_id;vote;shoe\n1;a;41");
  EXPECT_EQ(computer.run({"convert", "odd.pb", "--to", "pb", "--output", "new.pb"}).exit_code, 0);
  EXPECT_NE(computer.files["new.pb"].find("odd;\"kept; all\""), std::string::npos);
  EXPECT_NE(computer.files["new.pb"].find("1;a;41"), std::string::npos);
}

TEST(Convert, WritesCsvAndToStandardOutput) {
  const Answer answer = run_with({"convert", "x.pb", "--to", "csv", "--output", "-"});
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_NE(answer.out.find("project,1,6,a,Bench,60,"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("\"b\"\"x\""), std::string::npos);
}

TEST(Convert, SaysWhenItCannotWrite) {
  const Answer locked = run_with({"convert", "x.pb", "--to", "json", "--output", "locked/x.json"});
  EXPECT_EQ(locked.exit_code, 2);
  EXPECT_EQ(locked.out, "");
  EXPECT_NE(locked.err.find("locked/x.json: The file cannot be written"), std::string::npos) << locked.err;
  const Answer incomplete = run_with({"convert", "x.pb", "--to", "pb", "--output", "y.pb"},
                                     changed(std::string(kElection), "country;X\n", ""));
  EXPECT_EQ(incomplete.exit_code, 2) << "a strict file needs all keys";
}

TEST(Convert, TellsItAsJson) {
  const Answer answer = run_with({"convert", "x.pb", "--to", "json", "--output", "y", "--json"});
  EXPECT_NE(answer.out.find("\"output\":\"y\",\"projects\":2,\"to\":\"json\",\"voters\":10}"), std::string::npos)
      << answer.out;
}

TEST(Verify, HoldsForItsOwnResultAndNotForAnother) {
  Computer computer;
  computer.files["r.json"] = computer.run({"tally", "x.pb", "--rule", "equal-shares", "--json"}).out;
  const Answer holds = computer.run({"verify", "x.pb", "--rule", "equal-shares", "--expect", "r.json"});
  EXPECT_EQ(holds.exit_code, 0) << holds.out << holds.err;
  EXPECT_NE(holds.out.find("The outcome holds"), std::string::npos);
  const Answer other = computer.run({"verify", "x.pb", "--rule", "greedy", "--expect", "r.json", "--json"});
  EXPECT_EQ(other.exit_code, 1);
  EXPECT_NE(other.out.find("\"expected_cost\":\"60\",\"holds\":false,\"missing\":[],\"rule\":\"greedy\","
                           "\"unexpected\":[\"b\\\"x\"]"),
            std::string::npos)
      << other.out;
  computer.files["r.json"] = R"({"winners":["z"]})";
  const Answer text = computer.run({"verify", "x.pb", "--rule", "greedy", "--expect", "r.json", "--lang", "nl"});
  EXPECT_EQ(text.exit_code, 1);
  EXPECT_NE(text.out.find("De uitslag klopt niet"), std::string::npos) << text.out;
  EXPECT_NE(text.out.find("niet geteld: z"), std::string::npos) << text.out;
}

TEST(Verify, ComparesTheCostWhereItWasPublished) {
  Computer computer;
  computer.files["r.json"] = R"({"winners":["a"],"cost":60})";
  EXPECT_EQ(computer.run({"verify", "x.pb", "--rule", "equal-shares", "--expect", "r.json"}).exit_code, 0);
  computer.files["r.json"] = R"({"winners":["a"],"cost":"61"})";
  const Answer differs = computer.run({"verify", "x.pb", "--rule", "equal-shares", "--expect", "r.json"});
  EXPECT_EQ(differs.exit_code, 1);
  EXPECT_NE(differs.out.find("published was 61"), std::string::npos) << differs.out;
}

TEST(Verify, ReadsTheColumnSelected) {
  const std::string with =
      changed(changed(changed(std::string(kElection), "cost;name", "cost;name;selected"), "Bench", "Bench;1"), "Path",
              "Path;0");
  EXPECT_EQ(run_with({"verify", "x.pb", "--rule", "equal-shares", "--expect-selected"}, with).exit_code, 0);
  EXPECT_EQ(run_with({"verify", "x.pb", "--rule", "greedy", "--expect-selected"}, with).exit_code, 1);
  const std::string other_money = changed(with, "Path;0", "Path;2");
  EXPECT_EQ(run_with({"verify", "x.pb", "--rule", "greedy", "--expect-selected"}, other_money).exit_code, 0);
  EXPECT_EQ(run_with({"verify", "x.pb", "--rule", "equal-shares", "--expect-selected"}, other_money).exit_code, 0);
  const Answer none = run_with({"verify", "x.pb", "--rule", "greedy", "--expect-selected"});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_NE(none.err.find("selected"), std::string::npos);
}

TEST(Verify, SaysWhatIsWrongWithAResult) {
  for (const std::string_view bad : {"", "{", "[]", "{}", "{\"winners\":\"a\"}", "{\"winners\":[1]}",
                                     "{\"winners\":[\"a\",\"a\"]}", "{\"winners\":[\"a\"],\"cost\":\"x\"}"}) {
    Computer computer;
    computer.files["r.json"] = bad;
    const Answer answer = computer.run({"verify", "x.pb", "--rule", "greedy", "--expect", "r.json"});
    EXPECT_EQ(answer.exit_code, 2) << bad;
    EXPECT_EQ(answer.out, "");
    EXPECT_NE(answer.err.find("r.json:"), std::string::npos) << answer.err;
  }
  EXPECT_EQ(run_with({"verify", "x.pb", "--rule", "greedy", "--expect", "nope.json"}).exit_code, 2);
}

}  // namespace
}  // namespace stoepkrijt::cli
