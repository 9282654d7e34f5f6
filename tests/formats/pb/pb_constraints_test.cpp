// Money per theme and buurt in META.
#include <gtest/gtest.h>

#include <algorithm>

#include "formats/pb/pb.hpp"
#include "formats/pb/pb_sample.hpp"
#include "support/data_files.hpp"

namespace stoepkrijt::formats {
namespace {

rules::Constraints read_constraints_of(std::string_view rows) {
  PbReport report;
  const auto read = read_pb(replaced(file(), "something_new;kept\n", rows), report);
  EXPECT_TRUE(read) << read.error().key;
  EXPECT_EQ(report.warning_count, 0U);
  if (!read) return {};
  EXPECT_TRUE(read->election.constraints.empty()) << "who wants them assigns them";
  return read->constraints;
}

TEST(PbConstraints, ReadsBudgetsPerThemeAndBuurtAsMaxima) {
  const rules::Constraints read = read_constraints_of(
      "categories;Groen,Jeugd\nbudget_per_category;5000,250.5\nneighborhoods;Noord\nbudget_per_neighborhood;100\n");
  ASSERT_EQ(read.limits.size(), 3U);
  EXPECT_EQ(read.limits[0].name, "Groen");
  EXPECT_FALSE(read.limits[0].area);
  EXPECT_EQ(read.limits[0].most, Ratio(5000));
  EXPECT_FALSE(read.limits[0].least);
  EXPECT_EQ(read.limits[1].most, Ratio(BigInt(501), BigInt(2)));
  EXPECT_EQ(read.limits[2].name, "Noord");
  EXPECT_TRUE(read.limits[2].area);
}

TEST(PbConstraints, AnEmptyAmountIsNoLimit) {
  const rules::Constraints read = read_constraints_of("categories;A,B\nbudget_per_category;,7\n");
  ASSERT_EQ(read.limits.size(), 1U);
  EXPECT_EQ(read.limits[0].name, "B");
}

TEST(PbConstraints, ReadsOurOwnPotsAndLimits) {
  const rules::Constraints read = read_constraints_of(
      "stoepkrijt_pots;neighborhood Noord=10,category A=B=20.5\n"
      "stoepkrijt_limits;category Groen=1..2,neighborhood Zuid=..3,category Jeugd=4..\nstoepkrijt_part_funding;1\n");
  EXPECT_TRUE(read.part_funding);
  ASSERT_EQ(read.pots.size(), 2U);
  EXPECT_TRUE(read.pots[0].area);
  EXPECT_EQ(read.pots[1].name, "A=B");
  EXPECT_EQ(read.pots[1].budget, Ratio(BigInt(41), BigInt(2)));
  ASSERT_EQ(read.limits.size(), 3U);
  EXPECT_EQ(read.limits[0].least, Ratio(1));
  EXPECT_EQ(read.limits[1].most, Ratio(3));
  EXPECT_FALSE(read.limits[1].least);
  EXPECT_FALSE(read.limits[2].most);
}

TEST(PbConstraints, WhatIsWrittenComesBack) {
  rules::Election election;
  election.budget = Ratio(100);
  std::vector<rules::Constraints> all(4);
  all[1].limits = {{"Groen", false, std::nullopt, Ratio(5)}, {"Jeugd", false, std::nullopt, Ratio(6)}};
  all[2].limits = {{"Noord", true, std::nullopt, Ratio(5)}, {"Jeugd", false, Ratio(1), std::nullopt}};
  all[2].pots = {{"Zuid", true, Ratio(9)}, {"Groen", false, Ratio(4)}};
  all[3].part_funding = true;
  for (const rules::Constraints& constraints : all) {
    election.constraints = constraints;
    PbReport report;
    const auto read = read_pb(write_pb(make_pb(election, {})).value(), report);
    ASSERT_TRUE(read) << read.error().key;
    EXPECT_EQ(read->constraints.part_funding, constraints.part_funding);
    ASSERT_EQ(read->constraints.limits.size(), constraints.limits.size());
    for (std::size_t i = 0; i < constraints.limits.size(); ++i) {
      EXPECT_EQ(read->constraints.limits[i].name, constraints.limits[i].name);
      EXPECT_EQ(read->constraints.limits[i].area, constraints.limits[i].area);
      EXPECT_EQ(read->constraints.limits[i].least, constraints.limits[i].least);
      EXPECT_EQ(read->constraints.limits[i].most, constraints.limits[i].most);
    }
    ASSERT_EQ(read->constraints.pots.size(), constraints.pots.size());
    for (std::size_t i = 0; i < constraints.pots.size(); ++i) {
      EXPECT_EQ(read->constraints.pots[i].name, constraints.pots[i].name);
      EXPECT_EQ(read->constraints.pots[i].area, constraints.pots[i].area);
      EXPECT_EQ(read->constraints.pots[i].budget, constraints.pots[i].budget);
    }
  }
}

TEST(PbConstraints, ReadsTheBudgetsOfFourRoundsInAmsterdam) {
  const std::filesystem::path folder = test::real_data() / "elections";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no real elections in " << folder;
  const std::vector<std::pair<std::string, std::size_t>> expected = {{"166", 6}, {"179", 3}, {"285", 3}, {"604", 4}};
  for (const auto& [number, limits] : expected) {
    PbReport report;
    const auto read = read_pb(*test::read_file(folder / ("Netherlands_Amsterdam_" + number + ".pb")), report);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->constraints.limits.size(), limits);
    std::size_t used = 0;  // one theme of one round has no plan
    for (const rules::CategoryLimit& limit : read->constraints.limits) {
      EXPECT_TRUE(limit.most);
      used += std::any_of(read->election.projects.begin(), read->election.projects.end(), [&](const auto& p) {
        return std::find(p.categories.begin(), p.categories.end(), limit.name) != p.categories.end();
      });
    }
    EXPECT_EQ(used, number == "179" ? limits - 1 : limits);
  }
}

}  // namespace
}  // namespace stoepkrijt::formats
