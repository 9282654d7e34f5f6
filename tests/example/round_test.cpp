// The example round and walk: places that fit their words, and outcomes that teach something.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "ballots.hpp"
#include "base/ratio.hpp"
#include "dossier.hpp"
#include "example/example_world.hpp"
#include "formats/pb/pb.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::example {
namespace {

formats::PbElection ballots() {
  formats::PbReport report;
  auto read = formats::read_pb(ballots_pb(), report);
  EXPECT_TRUE(read) << (read ? "" : read.error().key);
  EXPECT_EQ(report.warning_count, 0U);
  return read ? *read : formats::PbElection{};
}

using Ids = std::vector<std::string>;

Ids winners(std::string_view rule, rules::Completion completion, rules::Trace* trace) {
  const formats::PbElection e = ballots();
  rules::RuleParams params;
  params.completion = completion;
  const auto outcome = rules::tally(rule, e.election, params, *trace);
  EXPECT_TRUE(outcome);
  Ids ids;
  if (outcome)
    for (const rules::ProjectIndex p : outcome->winners) ids.push_back(e.election.projects[p].id);
  return ids;
}

// Written anew from the paper's definition, slow and plain, to check the outcome that docs/example.md gives.
Ids plain_equal_shares(const rules::Election& e, const Ratio& purse) {
  std::vector<Ratio> money(e.ballots.size(), purse);
  std::set<rules::ProjectIndex> left;
  for (rules::ProjectIndex p = 0; p < e.projects.size(); ++p) left.insert(p);
  Ids chosen;
  for (;;) {
    bool found = false;
    Ratio best_rate(0);
    Ratio best_price(0);
    rules::ProjectIndex best = 0;
    for (const rules::ProjectIndex p : left) {
      std::vector<Ratio> purses;
      for (std::size_t i = 0; i < e.ballots.size(); ++i)
        if (std::count(e.ballots[i].projects.begin(), e.ballots[i].projects.end(), p) > 0) purses.push_back(money[i]);
      std::sort(purses.begin(), purses.end());
      Ratio open = e.projects[p].cost;
      for (std::size_t k = 0; k < purses.size(); ++k) {
        const Ratio price = open / Ratio(static_cast<std::int64_t>(purses.size() - k));
        if (price > purses[k]) {
          open = open - purses[k];
          continue;
        }
        const Ratio rate = price / e.projects[p].cost;
        if (!found || rate < best_rate) {
          found = true;
          best_rate = rate;
          best_price = price;
          best = p;
        }
        break;
      }
    }
    if (!found) return chosen;
    for (std::size_t i = 0; i < e.ballots.size(); ++i)
      if (std::count(e.ballots[i].projects.begin(), e.ballots[i].projects.end(), best) > 0)
        money[i] = money[i] > best_price ? money[i] - best_price : Ratio(0);
    chosen.push_back(e.projects[best].id);
    left.erase(best);
  }
}

TEST(ExampleBallots, AreFourHundredAndEightyWithin60000EurosEach) {
  const formats::PbElection e = ballots();
  EXPECT_EQ(rules::count_voters(e.election), 480U);
  EXPECT_EQ(e.election.budget, Ratio(60000));
  EXPECT_EQ(e.election.budget / Ratio(480), Ratio(125));
  for (const rules::Ballot& b : e.election.ballots) {
    EXPECT_FALSE(b.projects.empty());
    EXPECT_LE(rules::total_cost(e.election, b.projects), e.election.budget);
  }
  EXPECT_EQ(e.file.votes.columns, (std::vector<std::string>{"voter_id", "vote"}));  // nothing personal
}

TEST(ExampleBallots, LetGreedyGiveMostOfTheMoneyToOneBuurt) {
  rules::Trace trace;
  EXPECT_EQ(winners("greedy", rules::Completion::kNone, &trace), (Ids{"2", "8", "1", "7"}));
}

TEST(ExampleBallots, LetEqualSharesGiveEveryBuurtSomething) {
  rules::Trace trace;
  EXPECT_EQ(winners("equal-shares", rules::Completion::kNone, &trace), (Ids{"2", "1", "5", "4", "3"}));
  EXPECT_EQ(winners("equal-shares", rules::Completion::kAdd1, &trace), (Ids{"2", "1", "5", "4", "3", "6", "9"}));
  EXPECT_EQ(trace.purse, Ratio(145));
  const formats::PbElection e = ballots();
  EXPECT_EQ(plain_equal_shares(e.election, Ratio(125)), (Ids{"2", "1", "5", "4", "3"}));
  EXPECT_EQ(plain_equal_shares(e.election, Ratio(144)).size(), 6U);
  EXPECT_EQ(plain_equal_shares(e.election, Ratio(145)), (Ids{"2", "1", "5", "4", "3", "6", "9"}));
}

TEST(ExampleRound, HasNinePlansThatAgreeWithTheBallots) {
  const formats::PbElection e = ballots();
  const std::vector<PlanText> plans = plan_texts();
  ASSERT_EQ(plans.size(), 9U);
  ASSERT_EQ(e.election.projects.size(), 9U);
  for (std::size_t i = 0; i < plans.size(); ++i) {
    EXPECT_EQ(e.election.projects[i].id, plans[i].id);
    EXPECT_EQ(e.election.projects[i].name, plans[i].title_nl);
    EXPECT_EQ(e.election.projects[i].cost, Ratio(plans[i].cost_euro));
    EXPECT_EQ(e.election.projects[i].area, plans[i].buurt);
    EXPECT_EQ(e.election.projects[i].categories, std::vector<std::string>{plans[i].theme});
  }
}

TEST(ExampleRound, HasPlansInTheBuurtThatTheyName) {
  for (const PlanText& plan : plan_texts())
    for (const Buurt& b : buurten())
      EXPECT_EQ(inside(b.ring, plan.place), b.code == std::string(plan.buurt)) << plan.title_nl;
}

// Within 30 m of a street of that name, or in (or within 15 m of) a park or square of that name.
bool lies_near(const World& world, Vec p, const std::string& name) {
  for (const Street& s : world.streets)
    if (s.name == name && nearest(s.line, p).distance < 30) return true;
  for (const Shape& s : world.shapes)
    if (s.is_area && s.properties.find("\"" + name + "\"") != std::string::npos && inside(s.line, p)) return true;
  return false;
}

TEST(ExampleWalk, HasSignalsOnTheStreetThatTheyName) {
  const World& world = example_world();
  const std::vector<SignalText> signals = signal_texts();
  EXPECT_GE(signals.size(), 28U);
  std::set<std::string> kinds;
  for (const SignalText& s : signals) {
    kinds.insert(s.kind);
    EXPECT_TRUE(lies_near(world, s.place, s.near_street)) << s.title << " / " << s.near_street;
    int buurten_here = 0;
    for (const Buurt& b : buurten()) buurten_here += inside(b.ring, s.place) ? 1 : 0;
    EXPECT_EQ(buurten_here, 1) << s.title;
    // On a bridge is not in the water.
    for (const Line& water : world.water)
      EXPECT_FALSE(inside(water, s.place) && world.road_distance(s.place) > 0) << s.title;
    for (const Building& b : world.buildings) EXPECT_FALSE(inside(b.ring, s.place)) << s.title;
  }
  EXPECT_EQ(kinds, (std::set<std::string>{"problem", "strong", "idea"}));
}

TEST(ExampleWalk, FollowsItsStopsWithoutJumping) {
  const World& world = example_world();
  const Line route = walk_route(world);
  double before = -1;
  for (const StopText& stop : stop_texts()) {
    const Nearest n = nearest(route, stop.place);
    EXPECT_LT(n.distance, 15) << stop.name;
    EXPECT_GT(n.s, before) << stop.name;
    before = n.s;
  }
  const Line track = walk_track(route);
  for (std::size_t i = 1; i < track.size(); ++i) EXPECT_LT(distance(track[i - 1], track[i]), 25);
  for (const Vec p : track) EXPECT_LT(nearest(route, p).distance, 10);
}

}  // namespace
}  // namespace stoepkrijt::example
