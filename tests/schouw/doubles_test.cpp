// Suggested doubles against a search by brute force, and the rules one by one.
#include "schouw/doubles.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.hpp"
#include "geo/projection.hpp"

namespace stoepkrijt::schouw {
namespace {

constexpr std::int64_t kDay = 86'400'000;

model::Signal signal(std::string id, std::int32_t lon, std::int32_t lat, std::int64_t day) {
  model::Signal s;
  s.id = std::move(id);
  s.place = {43'600'000 + lon, 520'100'000 + lat};
  s.subtheme = "zwerfvuil";
  s.time_ms = 1'790'000'000'000 + day * kDay;
  return s;
}

TEST(Doubles, AreNearOfOneSubthemeAndWithinTwelveWeeks) {
  model::Dossier d;
  d.signals = {signal("a", 0, 0, 0), signal("b", 3000, 2000, 80), signal("c", 0, 6000, 1), signal("d", 100, 0, 85)};
  // b lies 30 m from a; c 67 m from a and 49 m from b; d 1 m from a, but a day too late for it.
  const auto found = suggest_doubles(d, {}, 10);
  std::vector<std::pair<std::string, std::string>> names;
  for (const DoublePair& p : found) names.emplace_back(d.signals[p.first].id, d.signals[p.second].id);
  EXPECT_EQ(names, (std::vector<std::pair<std::string, std::string>>{{"b", "d"}, {"a", "b"}, {"c", "b"}}));
  EXPECT_EQ(suggest_doubles(d, {}, 1).size(), 1U) << "the nearest";
  EXPECT_EQ(suggest_doubles(d, {.radius_m = 10, .weeks = 13}, 10).size(), 1U);
}

TEST(Doubles, OfAnotherKindOrSubthemeAreNone) {
  model::Dossier d;
  d.signals = {signal("a", 0, 0, 0), signal("b", 0, 0, 0)};
  EXPECT_EQ(suggest_doubles(d, {}, 10).size(), 1U);
  d.signals[1].subtheme = "hondenpoep";
  EXPECT_TRUE(suggest_doubles(d, {}, 10).empty());
  EXPECT_EQ(suggest_doubles(d, {.same_subtheme = false}, 10).size(), 1U);
  d.signals[1].kind = model::SignalKind::kStrong;
  EXPECT_TRUE(suggest_doubles(d, {.same_subtheme = false}, 10).empty());
}

TEST(Doubles, ThatAreOneIssueAlreadyAreNotSuggestedAgain) {
  model::Dossier d;
  d.signals = {signal("a", 0, 0, 0), signal("b", 0, 0, 0), signal("c", 0, 0, 0)};
  d.issues = {{"i", "", {"a", "b"}, {}, {}}};
  EXPECT_EQ(suggest_doubles(d, {}, 10).size(), 2U);
}

TEST(Doubles, OfOneSignalAreFoundWhileItIsMade) {
  model::Dossier d;
  d.signals = {signal("a", 2000, 0, 0), signal("b", 0, 1000, 0), signal("c", 90000, 0, 0)};
  EXPECT_EQ(doubles_of(signal("nieuw", 0, 0, 1), d, {}, 5), (std::vector<std::size_t>{1, 0}));
  EXPECT_TRUE(doubles_of(d.signals[2], d, {}, 5).empty()) << "not of itself";
}

TEST(Doubles, AreThoseThatASearchOfEveryPairFinds) {
  Random random(7);
  for (int round = 0; round < 20; ++round) {
    model::Dossier d;
    const std::int32_t north = round % 3 == 0 ? 0 : round % 3 == 1 ? 180'000'000 : -400'000'000;
    for (int i = 0; i < 120; ++i) {
      model::Signal s =
          signal("s" + std::to_string(1000 + i), static_cast<std::int32_t>(random.below(40'000)),
                 north + static_cast<std::int32_t>(random.below(40'000)), static_cast<std::int64_t>(random.below(200)));
      s.subtheme = random.below(2) == 0 ? "zwerfvuil" : "graffiti";
      d.signals.push_back(s);
    }
    const DoubleSettings settings;
    std::size_t expected = 0;
    for (std::size_t i = 0; i < d.signals.size(); ++i) {
      for (std::size_t j = i + 1; j < d.signals.size(); ++j) {
        const model::Signal &a = d.signals[i], &b = d.signals[j];
        if (a.subtheme == b.subtheme && std::abs(a.time_ms - b.time_ms) <= 84 * kDay &&
            geo::distance_m(a.place, b.place) <= 50)
          ++expected;
      }
    }
    const auto found = suggest_doubles(d, settings, 100'000);
    EXPECT_EQ(found.size(), expected);
    EXPECT_TRUE(
        std::is_sorted(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.metres < b.metres; }));
    for (const DoublePair& p : found) EXPECT_LE(d.signals[p.first].time_ms, d.signals[p.second].time_ms);
  }
}

TEST(Doubles, OfNothingAreNone) { EXPECT_TRUE(suggest_doubles({}, {}, 10).empty()); }

}  // namespace
}  // namespace stoepkrijt::schouw
