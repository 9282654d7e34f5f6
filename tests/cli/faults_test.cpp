// Wrong use and bad input: exit 2, nothing on standard output, the reason on standard error.
#include <gtest/gtest.h>

#include <algorithm>

#include "cli/cli_run.hpp"
#include "cli/options.hpp"

namespace stoepkrijt::cli {
namespace {

TEST(Faults, NameFileLineColumnFieldAndReason) {
  const Answer missing = run_with({"tally", "missing.pb", "--rule", "greedy", "--json"});
  EXPECT_EQ(missing.exit_code, 2);
  EXPECT_EQ(missing.out, "");
  EXPECT_EQ(missing.err, "stoepkrijt: missing.pb: There is no such file.\n");
  const Answer cost =
      run_with({"tally", "x.pb", "--rule", "greedy", "--json"}, changed(std::string(kElection), "a;60", "a;6x"));
  EXPECT_EQ(cost.exit_code, 2);
  EXPECT_EQ(cost.err, "stoepkrijt: x.pb:16:3: “6x” is not a number. (field: cost)\n");
}

TEST(Faults, OfAHundredTheFirstTwentyAreListedAndCounted) {
  std::string rows;
  for (int i = 0; i < 100; ++i) rows += "q" + std::to_string(i) + ";x;\n";
  const Answer answer =
      run_with({"tally", "x.pb", "--rule", "greedy"}, changed(std::string(kElection), "VOTES", rows + "VOTES"));
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_EQ(answer.out, "");
  EXPECT_EQ(std::count(answer.err.begin(), answer.err.end(), '\n'), 22) << answer.err;  // and a wrong num_projects
  EXPECT_NE(answer.err.find("100 faults in all"), std::string::npos) << answer.err;
}

TEST(Faults, OfAFileThatIsNoElectionSayWhatIsWrong) {
  for (const std::string& bytes : {std::string(), std::string("\0\0\0", 3), std::string("\xFF\xFE"), std::string("{"),
                                   std::string("{}"), std::string("[1]"), std::string(1'000'000, ';'),
                                   "META\n" + std::string(1'000'000, ';'), std::string("PK\x03\x04")}) {
    for (const std::string_view command : {"tally", "verify", "convert", "compare"}) {
      std::vector<std::string_view> arguments{command, "x.pb"};
      if (command == "convert") {
        arguments.insert(arguments.end(), {"--to", "json", "--output", "out"});
      } else {
        arguments.insert(arguments.end(), {"--rule", "greedy"});
        if (command == "compare") arguments.insert(arguments.end(), {"--rule", "greedy"});
        if (command == "verify") arguments.push_back("--expect-selected");
      }
      const Answer answer = run_with(arguments, bytes);
      EXPECT_EQ(answer.exit_code, 2) << answer.err;
      EXPECT_EQ(answer.out, "");
      EXPECT_TRUE(answer.err.starts_with("stoepkrijt: x.pb:")) << answer.err;
    }
  }
}

struct Wrong {
  std::vector<std::string_view> arguments;
  std::string_view says;
};

TEST(Faults, WrongUseExitsWithTwoSaysWhyAndShowsTheUse) {
  const std::vector<Wrong> wrong = {
      {{"tally"}, "No file was given"},
      {{"tally", "x.pb"}, "--rule is missing"},
      {{"tally", "x.pb", "--rule"}, "--rule needs a value"},
      {{"tally", "x.pb", "--rule="}, "--rule needs a value"},
      {{"tally", "x.pb", "--rule", "--json"}, "--rule needs a value"},
      {{"tally", "x.pb", "--rule", "dice"}, "cannot be “dice”"},
      {{"tally", "x.pb", "--rule", "gredy"}, "Did you mean greedy?"},
      {{"tally", "x.pb", "--rule", "equal-share"}, "Did you mean equal-shares?"},
      {{"tally", "x.pb", "--rule", "greedy", "--rule", "greedy"}, "--rule is there twice"},
      {{"tally", "x.pb", "--rule", "greedy", "--colour", "red"}, "--colour is not known"},
      {{"tally", "x.pb", "--rule", "greedy", "--utilty", "cost"}, "Did you mean --utility?"},
      {{"tally", "x.pb", "--rule", "greedy", "--jsonn"}, "Did you mean --json?"},
      {{"tally", "x.pb", "--rule", "greedy", "--json=yes"}, "--json takes no value"},
      {{"tally", "x.pb", "--rule", "greedy", "--json", "--json"}, "--json is there twice"},
      {{"tally", "x.pb", "--rule", "greedy", "--utility", "joy"}, "cannot be “joy”"},
      {{"tally", "x.pb", "--rule", "greedy", "--utility", "cardinalty"}, "Did you mean cardinality?"},
      {{"tally", "x.pb", "--rule", "greedy", "--utility", "cost", "--utility", "cost"}, "--utility is there twice"},
      {{"tally", "x.pb", "--rule", "greedy", "--ties", "coin"}, "cannot be “coin”"},
      {{"tally", "x.pb", "--rule", "greedy", "--ties", "lot:"}, ""},
      {{"tally", "x.pb", "--rule", "greedy", "--ties", "cost-votes-lot"}, ""},
      {{"tally", "x.pb", "--rule", "equal-shares", "--completion", "magic"}, "cannot be “magic”"},
      {{"tally", "x.pb", "--rule", "greedy", "--completion", "add1"}, "goes with equal-shares only"},
      {{"tally", "x.pb", "--rule", "equal-shares", "--add1-stop", "never"}, "only makes sense with --completion add1"},
      {{"tally", "x.pb", "--rule", "equal-shares", "--add1-start", "integral"},
       "only makes sense with --completion add1"},
      {{"tally", "x.pb", "--rule", "greedy", "--variant", "mt"}, "only makes sense with --rule cstv"},
      {{"tally", "x.pb", "--rule", "greedy", "--min-votes", "-1"}, "--min-votes"},
      {{"tally", "x.pb", "--rule", "greedy", "--min-votes", "1x"}, "--min-votes"},
      {{"tally", "x.pb", "--rule", "greedy", "--min-votes", "99999999999999999999"}, "--min-votes"},
      {{"tally", "x.pb", "--rule", "greedy", "--then", "greedyy"}, "Did you mean greedy?"},
      {{"tally", "x.pb", "--rule", "greedy", "--comparison", "all"}, "--comparison"},
      {{"tally", "x.pb", "--rule", "greedy", "--limits", "some"}, "--limits"},
      {{"tally", "x.pb", "--rule", "greedy", "--lang", "fr"}, "--lang"},
      {{"tally", "x.pb", "--rule", "greedy", "--to", "pb"}, "--to is not known"},
      {{"tally", "x.pb", "y.pb", "--rule", "greedy"}, "Two files were given"},
      {{"compare", "x.pb", "--rule", "greedy"}, "Comparing takes two rules"},
      {{"compare", "x.pb", "--rule", "greedy", "--rule", "greedy", "--rule", "greedy"}, "--rule is there twice"},
      {{"verify", "x.pb", "--rule", "greedy"}, "--expect is missing"},
      {{"verify", "x.pb", "--rule", "greedy", "--expect", "r", "--expect-selected"}, "not both"},
      {{"convert", "x.pb", "--output", "y"}, "--to is missing"},
      {{"convert", "x.pb", "--to", "json"}, "--output is missing"},
      {{"convert", "x.pb", "--to", "jsn", "--output", "y"}, "Did you mean json?"},
      {{"convert", "x.pb", "--to", "json", "--output", "y", "--rule", "greedy"}, "--rule is not known"},
      {{"count"}, "The command count is not known"},
      {{"taly", "x.pb"}, "Did you mean tally?"},
      {{}, ""},
  };
  for (const auto& [arguments, says] : wrong) {
    const Answer answer = run_with(arguments);
    EXPECT_EQ(answer.exit_code, 2) << answer.err;
    EXPECT_EQ(answer.out, "");
    EXPECT_NE(answer.err.find("Usage"), std::string::npos) << answer.err;
    EXPECT_NE(answer.err.find(says), std::string::npos) << "wanted: " << says << "\n" << answer.err;
  }
}

TEST(Faults, AreWordedInTheLanguageThatWasAskedFor) {
  const Answer answer = run_with({"tally", "x.pb", "--lang", "nl"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_NE(answer.err.find("De keuze --rule ontbreekt"), std::string::npos) << answer.err;
  EXPECT_NE(run_with({"tally", "nope", "--rule", "greedy", "--lang=nl"}).err.find("Dit bestand is er niet"),
            std::string::npos);
}

TEST(Options, NearestIsNearOrNothing) {
  const std::vector<std::string_view> words{"greedy", "equal-shares", "bos"};
  EXPECT_EQ(nearest("gredey", words), "greedy");
  EXPECT_EQ(nearest("equal_shares", words), "equal-shares");
  EXPECT_EQ(nearest("boss", words), "bos");
  EXPECT_EQ(nearest("xyzzy", words), "");
  EXPECT_EQ(nearest("", words), "");
  EXPECT_EQ(nearest(std::string(10000, 'g'), words), "");
}

TEST(Options, AFileMayBeginWithADash) {
  Computer computer;
  computer.files["--odd.pb"] = computer.files["x.pb"];
  EXPECT_EQ(computer.run({"tally", "--rule", "greedy", "--", "--odd.pb"}).exit_code, 0);
}

TEST(Cli, HelpsPerCommandAndTellsItsVersion) {
  EXPECT_EQ(run_with({"--version"}).out, "stoepkrijt 1.2.3\n");
  EXPECT_EQ(run_with({"--help"}).exit_code, 0);
  for (const CommandEntry& command : commands()) {
    EXPECT_NE(run_with({"--help"}).out.find("\n  " + std::string(command.name)), std::string::npos);
    const Answer help = run_with({command.name, "--help"});
    EXPECT_EQ(help.exit_code, 0);
    EXPECT_EQ(help.err, "");
    for (const OptionEntry& option : option_table()) {
      const bool takes = (option.commands & command.bit) != 0;
      EXPECT_EQ(help.out.find("\n  " + std::string(option.name)) != std::string::npos, takes)
          << command.name << " " << option.name;
    }
  }
  EXPECT_NE(run_with({"tally", "--rule", "greedy", "--help"}).out.find("equal-shares"), std::string::npos);
}

}  // namespace
}  // namespace stoepkrijt::cli
