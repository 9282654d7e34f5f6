// Elections of every kind of ballot as files, and back.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.hpp"
#include "formats/pb/pb.hpp"

namespace stoepkrijt::formats {
namespace {

TEST(Pb, MakesAFileOfAnElection) {
  rules::Election election;
  election.budget = Ratio(50);
  election.projects.resize(2);
  election.projects[0].id = "a";
  election.projects[0].cost = Ratio::parse_decimal("12.50").value();
  election.projects[0].categories = {"green", "play"};
  election.projects[1].id = "b";
  rules::add_ballot(election, {0, 1}, 2);
  rules::add_ballot(election, {});
  const auto text = write_pb(make_pb(election, {{"description", "Round"}, {"currency", "EUR"}}));
  ASSERT_TRUE(text);
  PbReport report;
  const auto read = read_pb(*text, report);
  ASSERT_TRUE(read);
  EXPECT_EQ(report.warning_count, 0U);
  EXPECT_EQ(read->election.budget, election.budget);
  EXPECT_EQ(read->election.projects[0].categories, election.projects[0].categories);
  EXPECT_EQ(read->file.meta_value("currency"), "EUR");
  rules::Election merged = read->election;
  rules::merge_ballots(merged);
  rules::merge_ballots(election);
  EXPECT_EQ(merged.ballots, election.ballots);
}

rules::Election random_election(Random& random, rules::BallotType type) {
  rules::Election election;
  election.type = type;
  election.points_unit = 10;
  election.budget = Ratio(static_cast<std::int64_t>(random.below(1000)));
  const std::size_t projects = 2 + random.index(5);
  for (std::size_t p = 0; p < projects; ++p) {
    rules::Project project;
    project.id = "plan-" + std::to_string(p);
    project.name = p % 2 == 0 ? "Bank; \"nieuw\"" : "Pad\nen brug";
    project.cost = Ratio(BigInt(static_cast<std::int64_t>(1 + random.below(99999))), BigInt(100));
    if (random.below(2) == 0) project.categories = {"Groen", "Jeugd & sport"};
    if (random.below(2) == 0) project.area = "Oud-Noord";
    if (random.below(3) == 0) project.excludes = {static_cast<rules::ProjectIndex>((p + 1) % projects)};
    if (random.below(3) == 0) project.requires_ = {static_cast<rules::ProjectIndex>((p + projects - 1) % projects)};
    if (random.below(3) == 0) project.least_cost = project.cost / Ratio(2);
    if (random.below(3) == 0) project.cofunding = Ratio(BigInt(5), BigInt(2));
    election.projects.push_back(std::move(project));
  }
  for (std::uint64_t i = random.below(6); i > 0; --i) {
    rules::Ballot ballot;
    for (std::size_t p = 0; p < projects; ++p) {
      if (random.below(2) == 0) ballot.projects.push_back(static_cast<rules::ProjectIndex>(p));
    }
    const bool points = type == rules::BallotType::kCumulative || type == rules::BallotType::kScoring;
    if (type != rules::BallotType::kApproval) std::reverse(ballot.projects.begin(), ballot.projects.end());
    for (std::size_t p = 0; points && p < ballot.projects.size(); ++p) {
      ballot.points.push_back(static_cast<std::int64_t>(1 + 10 * random.below(20)));
    }
    election.ballots.push_back(std::move(ballot));
  }
  const bool with_points = type == rules::BallotType::kCumulative || type == rules::BallotType::kScoring;
  if (with_points && random.below(2) == 0) election.vouchers = 5000;
  // One ballot shows the unit, so that reading finds the same one.
  if (!election.ballots.empty() && !election.ballots[0].points.empty()) election.ballots[0].points[0] = 5;
  return election;
}

TEST(Pb, EveryKindOfElectionComesBackFromItsFile) {
  using rules::BallotType;
  Random random(31);
  for (const BallotType type :
       {BallotType::kApproval, BallotType::kCumulative, BallotType::kScoring, BallotType::kOrdinal}) {
    for (int i = 0; i < 100; ++i) {
      const rules::Election election = random_election(random, type);
      const auto text = write_pb(make_pb(election, {}));
      ASSERT_TRUE(text);
      PbReport report;
      const auto read = read_pb(*text, report);
      ASSERT_TRUE(read) << read.error().key << "\n" << *text;
      const rules::Election& back = read->election;
      EXPECT_EQ(back.type, election.type);
      EXPECT_EQ(back.budget, election.budget);
      EXPECT_EQ(Ratio(back.vouchers) / Ratio(back.points_unit), Ratio(election.vouchers) / Ratio(election.points_unit));
      ASSERT_EQ(back.projects.size(), election.projects.size());
      for (std::size_t p = 0; p < back.projects.size(); ++p) {
        const rules::Project& a = back.projects[p];
        const rules::Project& b = election.projects[p];
        EXPECT_EQ(a.id, b.id);
        EXPECT_EQ(a.name, b.name);
        EXPECT_EQ(a.cost, b.cost);
        EXPECT_EQ(a.categories, b.categories);
        EXPECT_EQ(a.area, b.area);
        EXPECT_EQ(a.excludes, b.excludes);
        EXPECT_EQ(a.requires_, b.requires_);
        EXPECT_EQ(a.least_cost, b.least_cost);
        EXPECT_EQ(a.cofunding, b.cofunding);
      }
      ASSERT_EQ(back.ballots.size(), election.ballots.size());
      for (std::size_t k = 0; k < back.ballots.size(); ++k) {
        EXPECT_EQ(back.ballots[k].projects, election.ballots[k].projects);
        ASSERT_EQ(back.ballots[k].points.size(), election.ballots[k].points.size());
        for (std::size_t j = 0; j < back.ballots[k].points.size(); ++j) {
          EXPECT_EQ(Ratio(back.ballots[k].points[j]) / Ratio(back.points_unit),
                    Ratio(election.ballots[k].points[j]) / Ratio(election.points_unit));
        }
      }
      EXPECT_EQ(write_pb(read->file).value(), *text);
    }
  }
}

TEST(Pb, DefaultScoresDoNotMakeAFileThatCannotBeReadAgain) {
  constexpr std::string_view kScoring =
      "META\nkey;value\nbudget;9\nvote_type;scoring\ndefault_score;8\nmax_sum_points;5\nmax_points;5\n"
      "PROJECTS\nproject_id;cost\na;1\nb;1\nVOTES\nvoter_id;vote;points\n1;a;5\n";
  PbReport report;
  const auto read = read_pb(kScoring, report);
  ASSERT_TRUE(read) << read.error().key;
  EXPECT_EQ(read->election.vouchers, 5);
  const auto again = read_pb(write_pb(make_pb(read->election, describing_meta(read->file))).value(), report);
  ASSERT_TRUE(again) << again.error().key;
  EXPECT_EQ(again->election.ballots, read->election.ballots);
}

}  // namespace
}  // namespace stoepkrijt::formats
