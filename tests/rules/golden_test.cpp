// Golden elections: each folder of tests/data/elections holds election.pb, config.json and expected.json.
#include <gtest/gtest.h>

#include "base/json.hpp"
#include "formats/pb/pb.hpp"
#include "rules/registry.hpp"
#include "support/data_files.hpp"

namespace stoepkrijt::rules {
namespace {

std::string text_at(const json::Document& document, std::string_view key) {
  const auto found = document.root().find(key);
  if (!found) return {};
  const Result<std::string_view> text = found->string();
  return text ? std::string(*text) : std::string();
}

TEST(Golden, EveryFolderGivesWhatItExpects) {
  std::size_t folders = 0;
  for (const auto& entry : std::filesystem::directory_iterator(test::own_data() / "elections")) {
    SCOPED_TRACE(entry.path().string());
    ++folders;
    const auto bytes = test::read_file(entry.path() / "election.pb");
    const auto config_text = test::read_file(entry.path() / "config.json");
    const auto expected_text = test::read_file(entry.path() / "expected.json");
    ASSERT_TRUE(bytes && config_text && expected_text);
    const auto config = json::Document::parse(*config_text);
    const auto expected = json::Document::parse(*expected_text);
    ASSERT_TRUE(config && expected);
    formats::PbReport report;
    const auto read = formats::read_pb(*bytes, report);
    ASSERT_TRUE(read) << read.error().key;
    EXPECT_EQ(report.warning_count, 0U);

    RuleParams params;
    const std::string completion = text_at(*config, "completion");
    ASSERT_TRUE(completion == "none" || completion == "add1");
    params.completion = completion == "add1" ? Completion::kAdd1 : Completion::kNone;
    Trace trace;
    const auto outcome = tally(text_at(*config, "rule"), read->election, params, trace);
    ASSERT_TRUE(outcome) << outcome.error().key;
    EXPECT_EQ(outcome->cost.to_string(), text_at(*expected, "cost"));
    std::vector<std::string> wanted;
    const auto winners = expected->root().find("winners");
    ASSERT_TRUE(winners.has_value());
    for (const json::Cursor winner : *winners) wanted.emplace_back(*winner.string());
    std::vector<std::string> got;
    for (const ProjectIndex p : outcome->winners) got.push_back(read->election.projects[p].id);
    EXPECT_EQ(got, wanted);
  }
  EXPECT_GE(folders, 5U);
}

}  // namespace
}  // namespace stoepkrijt::rules
