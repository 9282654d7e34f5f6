// The organiser's options: shown where they say something, kept in the round, and passed on to the count.
#include "app/views/rule_view.hpp"

#include <algorithm>

#include "app/count_params.hpp"
#include "app_fixture.hpp"

namespace stoepkrijt::app {
namespace {

using test::Bench;

const RuleView::Group* group(const RuleView& view, std::string_view key) {
  const auto it =
      std::find_if(view.groups.begin(), view.groups.end(), [&](const RuleView::Group& g) { return g.key == key; });
  return it == view.groups.end() ? nullptr : &*it;
}

RuleView view_of(const Bench& bench) { return make_rule_view(bench.state(), test::read_lang(LangCode::kNl)); }

void choose(Bench& bench, std::string_view key, std::size_t option) {
  const RuleView view = view_of(bench);
  const RuleView::Group* g = group(view, key);
  ASSERT_NE(g, nullptr) << key;
  ASSERT_LT(option, g->options.size());
  bench.run(cmd::SetCountingRule{g->options[option].rule});
}

TEST(RuleOptions, HowAdd1BeginsAndEndsIsOfferedOnlyWithAdd1) {
  Bench bench;
  RuleView view = view_of(bench);
  ASSERT_NE(group(view, "add1_start"), nullptr);
  ASSERT_NE(group(view, "add1_stop"), nullptr);
  EXPECT_TRUE(group(view, "add1_start")->options[0].chosen) << "an empty word is the first";
  EXPECT_FALSE(group(view, "add1_stop")->words.empty());
  choose(bench, "completion", 0);  // none
  view = view_of(bench);
  EXPECT_EQ(group(view, "add1_start"), nullptr);
  EXPECT_EQ(group(view, "add1_stop"), nullptr);
  choose(bench, "completion", 4);  // budget increase: no euro is added
  EXPECT_EQ(group(view_of(bench), "add1_start"), nullptr);
}

TEST(RuleOptions, HowAdd1BeginsAndEndsIsKeptAndCounted) {
  Bench bench;
  choose(bench, "add1_start", 1);
  choose(bench, "add1_stop", 1);
  const model::CountingRule rule = current_round(bench.state())->rule;
  EXPECT_EQ(rule.add1_start, "integral");
  EXPECT_EQ(rule.add1_stop, "never");
  const auto params = params_of(rule);
  ASSERT_TRUE(params.has_value());
  EXPECT_EQ(params->add1_start, rules::Add1Start::kIntegral);
  EXPECT_EQ(params->add1_stop, rules::Add1Stop::kNever);
  EXPECT_EQ(command_of(rule), "--rule equal-shares --completion add1 --add1-start integral --add1-stop never");
  bench.restart();
  EXPECT_EQ(current_round(bench.state())->rule, rule);
  EXPECT_TRUE(group(view_of(bench), "add1_stop")->options[1].chosen);
  choose(bench, "completion", 0);
  EXPECT_EQ(current_round(bench.state())->rule.add1_stop, "") << "without add1 it would say nothing";
}

TEST(RuleOptions, AWordThatAdd1DoesNotKnowIsRefused) {
  Bench bench;
  model::CountingRule rule = offered("equal-shares");
  rule.add1_stop = "later";
  bench.run(cmd::SetCountingRule{rule});
  ASSERT_TRUE(bench.state().problem.has_value());
  EXPECT_EQ(bench.state().problem->key, "error.option_value");
}

}  // namespace
}  // namespace stoepkrijt::app
