// What the program carries with it must be readable, valid and tell a good story.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/builtin.hpp"
#include "app/count.hpp"
#include "app/state.hpp"
#include "geo/geometry.hpp"

namespace stoepkrijt::app {
namespace {

TEST(Builtin, ExampleIsReadableAndComplete) {
  auto fixed = load_fixed();
  ASSERT_TRUE(fixed.has_value()) << fixed.error().key << " " << fixed.error().where.path;
  const model::Dossier& d = *fixed->example_dossier;
  ASSERT_TRUE(model::validate(d).has_value());
  EXPECT_EQ(d.neighbourhood.buurten.size(), 3U);
  ASSERT_EQ(d.rounds.size(), 1U);
  EXPECT_EQ(d.rounds[0].budget, Money::from_euros(60'000));
  EXPECT_GE(d.rounds[0].plans.size(), 9U);
  EXPECT_GE(d.signals.size(), 28U);
  EXPECT_EQ(fixed->example_urn->total(), 480);
}

TEST(Builtin, EverySignalAndPlanLiesInTheWijk) {
  auto fixed = load_fixed();
  ASSERT_TRUE(fixed.has_value());
  const model::Dossier& d = *fixed->example_dossier;
  const auto inside = [&](geo::LonLat p) {
    for (const model::Buurt& b : d.neighbourhood.buurten) {
      if (geo::side_of_polygon(p, b.rings) != geo::Side::kOutside) return true;
    }
    return false;
  };
  for (const model::Signal& s : d.signals) EXPECT_TRUE(inside(s.place)) << s.title;
  for (const model::Plan& p : d.rounds[0].plans) {
    if (!p.place) continue;
    EXPECT_TRUE(inside(*p.place)) << p.id;
  }
}

TEST(Builtin, TheTwoRulesTellDifferentStories) {
  auto fixed = load_fixed();
  ASSERT_TRUE(fixed.has_value());
  const model::Round& round = fixed->example_dossier->rounds[0];
  auto equal = count_round(round, *fixed->example_urn, kRuleEqualShares);
  auto greedy = count_round(round, *fixed->example_urn, kRuleGreedy);
  ASSERT_TRUE(equal.has_value());
  ASSERT_TRUE(greedy.has_value());
  auto a = (*equal)->counted.winners;
  auto b = (*greedy)->counted.winners;
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  EXPECT_NE(a, b);
  EXPECT_LT((*equal)->counted.figures.empty_handed, (*greedy)->counted.figures.empty_handed);
}

}  // namespace
}  // namespace stoepkrijt::app
