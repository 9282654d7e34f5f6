// Paper and open meeting.
#include <gtest/gtest.h>

#include "ballotbox/by_hand.hpp"
#include "worlds.hpp"

namespace stoepkrijt::ballotbox::test {
namespace {

using Why = PaperDifference::Why;

const model::Ballot kOne{{"1"}, {}};
const model::Ballot kTwo{{"2", "3"}, {}};

TEST(Paper, DifferencesAreToldByNumber) {
  EXPECT_TRUE(compare({{1, kOne}, {2, kTwo}}, {{2, kTwo}, {1, kOne}}).empty());
  const auto differences =
      compare({{1, kOne}, {2, kTwo}, {3, kOne}, {5, kOne}, {5, kOne}}, {{1, kOne}, {2, kOne}, {4, kTwo}, {5, kOne}});
  EXPECT_EQ(differences, (std::vector<PaperDifference>{
                             {2, Why::kDiffers}, {3, Why::kOnlyFirst}, {4, Why::kOnlySecond}, {5, Why::kTwice}}));
}

TEST(Paper, CountsOnlyWhenBothAgree) {
  const model::Round round = sample_round();
  EXPECT_EQ(urn_of_paper({{1, kOne}}, {{1, kTwo}}, round).error().key, "error.paper_differs");
  const auto urn =
      urn_of_paper({{1, kOne}, {2, kTwo}, {3, kOne}, {4, {}}}, {{4, {}}, {3, kOne}, {2, kTwo}, {1, kOne}}, round);
  ASSERT_TRUE(urn);
  EXPECT_EQ(urn->total(), 4);
  EXPECT_EQ(urn->entries.size(), 3U);
  const model::Ballot unknown{{"77"}, {}};
  EXPECT_EQ(urn_of_paper({{1, unknown}}, {{1, unknown}}, round).error().args.back().second, "1");
}

TEST(Meeting, TotalsBecomeBallotsWithTheseTotals) {
  const model::Round round = sample_round();
  const auto urn = urn_of_totals({10, {{"1", 10}, {"2", 4}, {"3", 0}}}, round);
  ASSERT_TRUE(urn);
  EXPECT_EQ(urn->total(), 10);
  std::map<std::string, std::int64_t> votes;
  for (const auto& entry : urn->entries) {
    for (const std::string& plan : entry.ballot.approved) votes[plan] += entry.count;
  }
  EXPECT_EQ(votes, (std::map<std::string, std::int64_t>{{"1", 10}, {"2", 4}}));
}

TEST(Meeting, OnlyRulesThatLookAtTotalsCountThem) {
  model::Round round = sample_round();
  const MeetingTotals totals{10, {{"1", 3}}};
  round.rule.id = "equal-shares";
  EXPECT_EQ(urn_of_totals(totals, round).error().key, "error.meeting_rule");
  EXPECT_EQ(urn_of_totals(totals, sample_round(model::VoteMethod::kPoints)).error().key, "error.meeting_form");
  EXPECT_EQ(urn_of_totals({10, {{"1", 11}}}, sample_round()).error().key, "error.meeting_votes");
  EXPECT_EQ(urn_of_totals({10, {{"1", -1}}}, sample_round()).error().key, "error.meeting_votes");
  EXPECT_EQ(urn_of_totals({10, {{"77", 1}}}, sample_round()).error().key, "error.meeting_plan");
  EXPECT_EQ(urn_of_totals({10, {{"1", 1}, {"1", 1}}}, sample_round()).error().key, "error.meeting_twice");
  EXPECT_EQ(urn_of_totals({10'001, {}}, sample_round()).error().key, "error.meeting_people");
}

}  // namespace
}  // namespace stoepkrijt::ballotbox::test
