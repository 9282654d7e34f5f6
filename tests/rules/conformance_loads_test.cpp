// Real elections: the outcomes of pabutools 1.2.3 for the rules that spread loads or spend purses.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <sstream>

#include "base/json.hpp"
#include "formats/pb/pb.hpp"
#include "rules/registry.hpp"
#include "support/data_files.hpp"

namespace stoepkrijt::rules {
namespace {

/// Calls `check` with every election that expected.jsonl knows `entry` of; returns how many. Nothing: no real data.
std::optional<std::size_t> for_each_expected(
    std::string_view entry,
    const std::function<void(const std::string& file, const Election&, const std::vector<std::string>& order)>& check) {
  const auto lines = test::read_file(test::real_data() / "elections" / "expected.jsonl");
  if (!lines) return std::nullopt;
  std::size_t count = 0;
  std::istringstream stream(*lines);
  std::string line;
  while (std::getline(stream, line)) {
    const auto document = json::Document::parse(line);
    EXPECT_TRUE(document);
    if (!document) continue;
    const auto entries = document->root().get("pabutools");
    const auto file = document->root().get("file");
    if (!entries || !file) continue;
    const auto expected = entries->find(entry);
    if (!expected) continue;
    std::vector<std::string> order;
    const auto ids = expected->get("order");
    if (!ids) continue;
    for (const json::Cursor id : *ids) order.emplace_back(*id.string());
    const std::string name(*file->string());
    const auto bytes = test::read_file(test::real_data() / "elections" / name);
    EXPECT_TRUE(bytes.has_value()) << name;
    formats::PbReport report;
    auto read = formats::read_pb(*bytes, report);
    EXPECT_TRUE(read) << name;
    if (!read) continue;
    merge_ballots(read->election);
    check(name, read->election, order);
    ++count;
  }
  return count;
}

std::vector<std::string> ids_of(const Election& election, const std::vector<ProjectIndex>& winners) {
  std::vector<std::string> ids;
  for (const ProjectIndex p : winners) ids.push_back(election.projects[p].id);
  return ids;
}

std::vector<std::string> sorted(std::vector<std::string> ids) {
  std::sort(ids.begin(), ids.end());
  return ids;
}

TEST(ConformanceLoads, PhragmenAgreesWithPabutoolsOnEveryApprovalElection) {
  const auto count = for_each_expected("phragmen", [](const auto& file, const auto& election, const auto& order) {
    Trace trace;
    const auto outcome = tally("phragmen", election, {}, trace);
    ASSERT_TRUE(outcome) << file;
    EXPECT_EQ(sorted(ids_of(election, outcome->winners)), sorted(order)) << file;  // pabutools gives no order
  });
  if (!count) GTEST_SKIP() << "no real elections in " << test::real_data();
  EXPECT_EQ(*count, 89U);
}

}  // namespace
}  // namespace stoepkrijt::rules
