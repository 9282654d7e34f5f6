// Real elections: the outcomes of pabutools 1.2.3 for the rules that spread loads or spend purses.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <numeric>
#include <sstream>

#include "base/json.hpp"
#include "formats/pb/pb.hpp"
#include "rules/cstv.hpp"
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

TEST(ConformanceLoads, PhragmenFilledByGreedyAgreesWithPabutoolsOnEveryApprovalElection) {
  const auto count =
      for_each_expected("phragmen_then_greedy", [](const auto& file, const auto& election, const auto& order) {
        RuleParams params;
        params.then = Then::kGreedy;
        Trace trace;
        const auto outcome = tally("phragmen", election, params, trace);
        ASSERT_TRUE(outcome) << file;
        const std::vector<std::string> ids = ids_of(election, outcome->winners);
        EXPECT_EQ(sorted(ids), sorted(order)) << file;
        // The part that greedy adds has an order in both.
        const auto own = static_cast<std::size_t>(std::count_if(trace.rounds.begin(), trace.rounds.end(),
                                                                [](const Round& round) { return !round.completed; }));
        ASSERT_LE(own, ids.size());
        const auto from = static_cast<std::ptrdiff_t>(own);
        EXPECT_TRUE(std::equal(ids.begin() + from, ids.end(), order.begin() + from, order.end())) << file;
      });
  if (!count) GTEST_SKIP() << "no real elections in " << test::real_data();
  EXPECT_EQ(*count, 89U);
}

/// pabutools takes points as money unscaled: then no project is ever eligible in these files, and what is compared is
/// the order of elimination with all its transfers, taken back in reverse while it fits.
TEST(ConformanceLoads, CstvEliminatesInTheOrderOfPabutoolsWhenPointsAreTakenUnscaled) {
  for (const auto& [entry, variant] : {std::pair{"cstv_EWT", CstvVariant::kEwt},
                                       {"cstv_EWTC", CstvVariant::kEwtc},
                                       {"cstv_EWTS", CstvVariant::kEwts}}) {
    RuleParams params;
    params.variant = variant;
    const auto count = for_each_expected(entry, [&](const auto& file, const auto& election, const auto& order) {
      EXPECT_EQ(election.vouchers, file.ends_with("_D5.pb") ? 5 : 10);
      const std::vector<std::int64_t>& points = election.ballots.front().points;
      const std::int64_t sum = std::accumulate(points.begin(), points.end(), std::int64_t{0});
      Trace trace;
      const auto outcome = cstv_with_purse(election, params, Ratio(sum, election.points_unit), trace);
      ASSERT_TRUE(outcome) << file;
      EXPECT_EQ(ids_of(election, outcome->winners), order) << file << " " << entry;
      EXPECT_EQ(trace.eliminations.size(), election.projects.size());
    });
    if (!count) GTEST_SKIP() << "no real elections in " << test::real_data();
    EXPECT_EQ(*count, 3U);
  }
}

/// With points scaled to the budget, as the paper has it, projects are funded by their givers. Pinned: these outcomes
/// are our own; pabutools has none to compare them with.
TEST(ConformanceLoads, CstvFundsProjectsOnceTheirPointsAreMoney) {
  std::map<std::string, std::size_t> funded;
  const auto count = for_each_expected("cstv_MT", [&](const auto& file, const auto& election, const auto&) {
    RuleParams params;
    params.variant = CstvVariant::kMt;
    Trace trace;
    const auto outcome = cstv(election, params, trace);
    ASSERT_TRUE(outcome) << file;
    for (const Round& round : trace.rounds) funded[file] += round.completed ? 0 : 1;
    EXPECT_EQ(outcome->cost, total_cost(election, outcome->winners));
    EXPECT_LE(outcome->cost, election.budget);
  });
  if (!count) GTEST_SKIP() << "no real elections in " << test::real_data();
  const std::map<std::string, std::size_t> expected{
      {"Switzerland_Zurich_D10.pb", 8}, {"Switzerland_Zurich_D5.pb", 6}, {"Switzerland_Zurich_S5D10.pb", 7}};
  EXPECT_EQ(funded, expected);
}

/// Every rule of this family on every real election that it is defined on: within the budget, and each round is paid.
TEST(ConformanceLoads, EveryRuleCountsEveryRealElection) {
  const std::filesystem::path folder = test::real_data() / "elections";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no real elections in " << folder;
  std::map<std::string_view, std::size_t> counted;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".pb") continue;
    formats::PbReport report;
    auto read = formats::read_pb(*test::read_file(entry.path()), report);
    ASSERT_TRUE(read) << entry.path();
    merge_ballots(read->election);
    const Election& election = read->election;
    if (count_voters(election) > 8000) continue;  // bench/ has the large ones
    for (const std::string_view rule : {"maximin-support", "expanding-approvals", "vouchers", "cstv"}) {
      Trace trace;
      const auto outcome = tally(rule, election, {}, trace);
      if (!outcome && outcome.error().code == ErrorCode::kRuleNotDefined) continue;
      ASSERT_TRUE(outcome) << entry.path() << " " << rule;
      ++counted[rule];
      EXPECT_LE(outcome->cost, election.budget) << entry.path() << " " << rule;
      EXPECT_EQ(outcome->cost, total_cost(election, outcome->winners));
      for (const Round& round : trace.rounds) {
        if (trace.payments == Payments::kNone || round.completed || rule == "cstv") continue;
        Ratio paid;
        for (const BallotAmount& amount : round.amounts) {
          paid += amount.amount * Ratio(static_cast<std::int64_t>(election.ballots[amount.ballot].count));
        }
        EXPECT_EQ(paid, election.projects[round.project].cost) << entry.path() << " " << rule;
      }
    }
  }
  EXPECT_GE(counted["maximin-support"], 80U);
  EXPECT_GE(counted["expanding-approvals"], 100U);
  EXPECT_GE(counted["vouchers"], 15U);
  EXPECT_EQ(counted["vouchers"], counted["cstv"]);
}

}  // namespace
}  // namespace stoepkrijt::rules
