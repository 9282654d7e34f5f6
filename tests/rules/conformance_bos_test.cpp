// BOS, FrES and EES on real elections. The file of expected outcomes has no entries for them
// (docs/voting/conformance.md, "BOS and FrES"), so the smaller elections are held against the definitions, person by
// person, and all against what the rules promise.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "formats/pb/pb.hpp"
#include "rules/bos.hpp"
#include "rules/ees.hpp"
#include "rules/fres.hpp"
#include "rules/reference_spending.hpp"
#include "support/data_files.hpp"

namespace stoepkrijt::rules {
namespace {

/// The approval elections, smallest file first.
std::vector<Election> approval_elections() {
  std::vector<Election> out;
  const std::filesystem::path folder = test::real_data() / "elections";
  if (!std::filesystem::exists(folder)) return out;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".pb") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    formats::PbReport report;
    auto read = formats::read_pb(*test::read_file(file), report);
    EXPECT_TRUE(read) << file;
    if (!read || read->election.type != BallotType::kApproval) continue;
    merge_ballots(read->election);
    out.push_back(std::move(read->election));
  }
  return out;
}

std::vector<ProjectIndex> winners_of(const std::vector<reference::Bought>& all) {
  std::vector<ProjectIndex> out;
  for (const reference::Bought& one : all) out.push_back(one.project);
  return out;
}

TEST(ConformanceBos, SmallRealElectionsAgreeWithTheDefinitions) {
  const std::vector<Election> elections = approval_elections();
  if (elections.empty()) GTEST_SKIP() << "no real elections in " << test::real_data();
  std::size_t compared = 0;
  for (const Election& election : elections) {
    if (count_voters(election) > 130) continue;
    Trace trace;
    const auto by_bos = bos(election, {}, trace);
    const auto by_fres = fres(election, {}, trace);
    const auto by_ees = ees(election, {}, trace);
    ASSERT_TRUE(by_bos && by_fres && by_ees);
    EXPECT_EQ(by_bos->winners, winners_of(reference::bos(election, {})));
    EXPECT_EQ(by_fres->winners, reference::fres(election, {}));
    EXPECT_EQ(by_ees->winners, winners_of(reference::ees(election, {}, reference::purse_of(election))));
    ++compared;
  }
  EXPECT_GE(compared, 8U);
}

TEST(ConformanceBos, EveryRealElectionIsCountedWithinTheBudgetAndPaidFromThePurses) {
  const std::vector<Election> elections = approval_elections();
  if (elections.empty()) GTEST_SKIP() << "no real elections in " << test::real_data();
  std::size_t counted = 0;
  for (const Election& election : elections) {
    for (const auto rule : {&bos, &fres, &ees}) {
      if (rule == &fres && election.ballots.size() > 3000) continue;  // for the time it takes
      Trace trace;
      const auto outcome = rule(election, {}, trace);
      ASSERT_TRUE(outcome);
      EXPECT_LE(outcome->cost, election.budget);
      std::vector<Ratio> spent(election.ballots.size());
      for (const Round& round : trace.rounds) {
        EXPECT_LE(round.amounts.size(), election.ballots.size());
        if (rule != &ees) continue;  // small fractions; the others' sums are long ones
        for (const BallotAmount& amount : round.amounts) spent[amount.ballot] += amount.amount;
      }
      for (const Ratio& amount : spent) EXPECT_LE(amount, trace.purse);
      if (rule == &ees && !trace.next_budget.is_zero()) {
        EXPECT_GT(trace.next_budget, election.budget);
        Election richer = election;
        richer.budget = trace.next_budget;
        Trace other;
        ASSERT_TRUE(ees(richer, {}, other));
        EXPECT_NE(other.rounds, trace.rounds);
      }
      ++counted;
    }
  }
  EXPECT_GT(counted, 240U);
}

}  // namespace
}  // namespace stoepkrijt::rules
