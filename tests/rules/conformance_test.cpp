// Real elections: the outcomes of other implementations, and two decisions that cities took.
// Known differences from pabutools 1.2.3 on greedy, equal shares and Add1 with cost utility: none.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "base/json.hpp"
#include "formats/pb/pb.hpp"
#include "rules/registry.hpp"
#include "support/data_files.hpp"

namespace stoepkrijt::rules {
namespace {

std::optional<Election> real_election(const std::string& name) {
  const auto bytes = test::read_file(test::real_data() / "elections" / name);
  if (!bytes) return std::nullopt;
  formats::PbReport report;
  auto read = formats::read_pb(*bytes, report);
  EXPECT_TRUE(read) << name;
  if (!read) return std::nullopt;
  merge_ballots(read->election);
  return std::move(read->election);
}

std::vector<std::string> ids_of(const Election& election, const Outcome& outcome) {
  std::vector<std::string> ids;
  for (const ProjectIndex p : outcome.winners) ids.push_back(election.projects[p].id);
  return ids;
}

struct Case {
  std::string_view entry;
  std::string_view rule;
  Utility utility;
  Completion completion;
};

constexpr Case kCases[] = {
    {"greedy_cost", "greedy", Utility::kCost, Completion::kNone},
    {"greedy_card", "greedy", Utility::kCardinality, Completion::kNone},
    {"mes_cost", "equal-shares", Utility::kCost, Completion::kNone},
    {"mes_card", "equal-shares", Utility::kCardinality, Completion::kNone},
    {"mes_cost_add1", "equal-shares", Utility::kCost, Completion::kAdd1},
    {"mes_card_add1", "equal-shares", Utility::kCardinality, Completion::kAdd1},
};

TEST(Conformance, EveryApprovalElectionAgreesWithPabutools) {
  const auto lines = test::read_file(test::real_data() / "elections" / "expected.jsonl");
  if (!lines) GTEST_SKIP() << "no real elections in " << test::real_data();
  std::size_t compared[std::size(kCases)] = {};
  std::istringstream stream(*lines);
  std::string line;
  while (std::getline(stream, line)) {
    const auto document = json::Document::parse(line);
    ASSERT_TRUE(document);
    const auto profile = document->root().get("profile");
    const auto file = document->root().get("file");
    const auto entries = document->root().get("pabutools");
    ASSERT_TRUE(profile && file && entries);
    if (*profile->string() != "ApprovalProfile") continue;
    const std::string name(*file->string());
    const auto election = real_election(name);
    ASSERT_TRUE(election.has_value()) << name;
    for (std::size_t i = 0; i < std::size(kCases); ++i) {
      const auto expected = entries->find(kCases[i].entry);
      if (!expected) continue;
      std::vector<std::string> order;
      const auto ids = expected->get("order");
      ASSERT_TRUE(ids);
      for (const json::Cursor id : *ids) order.emplace_back(*id.string());
      RuleParams params;
      params.utility = kCases[i].utility;
      params.completion = kCases[i].completion;
      Trace trace;
      const auto outcome = tally(kCases[i].rule, *election, params, trace);
      ASSERT_TRUE(outcome);
      EXPECT_EQ(ids_of(*election, *outcome), order) << name << " " << kCases[i].entry;
      EXPECT_EQ(outcome->cost.to_string(), std::string(*expected->get("cost")->string())) << name;
      ++compared[i];
    }
  }
  EXPECT_EQ(compared[0], 89U);
  EXPECT_EQ(compared[1], 89U);
  EXPECT_EQ(compared[2], 89U);
  EXPECT_EQ(compared[3], 89U);
  EXPECT_EQ(compared[4], 62U);
  EXPECT_EQ(compared[5], 60U);
}

/// The ids that the city itself carried out, as the file says.
std::vector<std::string> published(const formats::PbFile& file) {
  std::vector<std::string> ids;
  const std::size_t id = file.projects.column("project_id");
  const std::size_t selected = file.projects.column("selected");
  for (const auto& row : file.projects.rows) {
    if (row[selected] == "1") ids.push_back(row[id]);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

void expect_real_decision(const std::string& part_of_name, Add1Stop stop) {
  const std::filesystem::path folder = test::real_data() / "elections";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no real elections in " << folder;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().filename().string().find(part_of_name) == std::string::npos) continue;
    formats::PbReport report;
    const auto read = formats::read_pb(*test::read_file(entry.path()), report);
    ASSERT_TRUE(read);
    RuleParams params;
    params.completion = Completion::kAdd1;
    params.add1_stop = stop;
    Trace trace;
    const auto outcome = tally("equal-shares", read->election, params, trace);
    ASSERT_TRUE(outcome);
    std::vector<std::string> ids = ids_of(read->election, *outcome);
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(ids, published(read->file));
    return;
  }
  GTEST_SKIP() << "no file of " << part_of_name << " in " << folder;
}

TEST(Conformance, ReproducesTheDecisionOfAssen2024) { expect_real_decision("Assen_2024", Add1Stop::kExhaustive); }
TEST(Conformance, ReproducesTheDecisionOfWieliczka2023) { expect_real_decision("Wieliczka_2023", Add1Stop::kNever); }

}  // namespace
}  // namespace stoepkrijt::rules
