#include "rules/params_text.hpp"

#include <gtest/gtest.h>

namespace stoepkrijt::rules {
namespace {

TEST(ParamsText, ReadsBackEveryWordThatItWrites) {
  for (const ParamOption& option : param_options()) {
    for (const std::string_view word : option.words) {
      RuleParams params;
      const std::string full = std::string(word) + (word.ends_with(':') ? "2026-03 Crooswijk's" : "");
      ASSERT_TRUE(set_param(params, option.name, full)) << option.name << " " << full;
      EXPECT_EQ(param_word(params, option.name), full);
    }
  }
}

TEST(ParamsText, SetsTheEnumeratorThatTheWordNames) {
  RuleParams params;
  ASSERT_TRUE(set_param(params, "utility", "relative-points"));
  ASSERT_TRUE(set_param(params, "completion", "budget-increase"));
  ASSERT_TRUE(set_param(params, "add1-start", "integral"));
  ASSERT_TRUE(set_param(params, "add1-stop", "never"));
  ASSERT_TRUE(set_param(params, "then", "max-welfare"));
  ASSERT_TRUE(set_param(params, "comparison", "nonempty"));
  ASSERT_TRUE(set_param(params, "variant", "mts"));
  ASSERT_TRUE(set_param(params, "ties", "cost-votes-lot:wijk:7"));
  ASSERT_TRUE(set_param(params, "min-votes", "12"));
  EXPECT_EQ(params.utility, Utility::kRelativePoints);
  EXPECT_EQ(params.completion, Completion::kBudgetIncrease);
  EXPECT_EQ(params.add1_start, Add1Start::kIntegral);
  EXPECT_EQ(params.add1_stop, Add1Stop::kNever);
  EXPECT_EQ(params.then, Then::kMaxWelfare);
  EXPECT_EQ(params.comparison, ComparisonStep::kNonempty);
  EXPECT_EQ(params.variant, CstvVariant::kMts);
  EXPECT_EQ(params.ties, TieOrder::kCostVotesLot);
  EXPECT_EQ(params.seed, "wijk:7");
  EXPECT_EQ(params.min_votes, 12U);
}

TEST(ParamsText, AnEmptyWordIsTheDefault) {
  for (const ParamOption& option : param_options()) {
    RuleParams params;
    if (!option.words.empty() && option.name != "ties") {
      ASSERT_TRUE(set_param(params, option.name, option.words.back()));
    }
    ASSERT_TRUE(set_param(params, option.name, ""));
    EXPECT_EQ(param_word(params, option.name), param_word(RuleParams{}, option.name)) << option.name;
  }
}

TEST(ParamsText, RefusesWhatItDoesNotKnowAndChangesNothing) {
  RuleParams params;
  params.seed = "kept";
  const Result<void> option = set_param(params, "tie", "id");
  ASSERT_FALSE(option);
  EXPECT_EQ(option.error().key, "error.unknown_option");
  EXPECT_EQ(option.error().args.front().second, "--tie");
  for (const auto& [name, word] :
       std::vector<std::pair<std::string_view, std::string_view>>{{"utility", "Cost"},
                                                                  {"completion", "add2"},
                                                                  {"ties", "random"},
                                                                  {"ties", "id:3"},
                                                                  {"min-votes", "-1"},
                                                                  {"min-votes", "1x"},
                                                                  {"min-votes", "99999999999999999999"}}) {
    const Result<void> value = set_param(params, name, word);
    ASSERT_FALSE(value) << name << " " << word;
    EXPECT_EQ(value.error().key, "error.option_value") << name << " " << word;
  }
  EXPECT_EQ(params.seed, "kept");
  EXPECT_EQ(params_text(params), "");
}

TEST(ParamsText, ALotNeedsItsSeed) {
  for (const std::string_view word : {"lot", "lot:", "cost-votes-lot", "cost-votes-lot:"}) {
    RuleParams params;
    const Result<void> set = set_param(params, "ties", word);
    ASSERT_FALSE(set) << word;
    EXPECT_EQ(set.error().key, "error.seed_missing") << word;
  }
}

TEST(ParamsText, WritesOnlyWhatDiffersAndQuotesForAShell) {
  RuleParams params;
  EXPECT_EQ(params_text(params), "");
  ASSERT_TRUE(set_param(params, "completion", "add1"));
  ASSERT_TRUE(set_param(params, "min-votes", "1"));
  ASSERT_TRUE(set_param(params, "ties", "lot:it's; rm"));
  EXPECT_EQ(params_text(params), "--completion add1 --ties 'lot:it'\\''s; rm' --min-votes 1");
}

}  // namespace
}  // namespace stoepkrijt::rules
