#include "geo/place_words.hpp"

#include <gtest/gtest.h>

#include "geo/placed.hpp"
#include "geo/projection.hpp"

namespace stoepkrijt::geo {
namespace {

TEST(PlaceWords, ReadsDegreesAsPeopleWriteThem) {
  const LonLat delft{43571000, 520116000};
  for (const std::string_view words :
       {"52.0116, 4.3571", " 52.0116,4.3571 ", "52,0116 4,3571", "52,0116; 4,3571", "52.0116 4.3571", "52,0116, 4,3571",
        "52.0116N 4.3571E", "52.0116° N, 4.3571° E", "4.3571 O; 52.0116 n", "52.0116000, 4.3571000"}) {
    const auto place = place_from_words(words);
    ASSERT_TRUE(place.has_value()) << words;
    EXPECT_EQ(*place, delft) << words;
  }
  EXPECT_EQ(place_from_words("-33.86, 151.2"), (LonLat{1512000000, -338600000}));
  EXPECT_EQ(place_from_words("33.86 Z, 70.5 W"), (LonLat{-705000000, -338600000}));
}

TEST(PlaceWords, ReadsRdByItsSize) {
  for (const std::string_view words :
       {"RD 84500, 447600", "84500 447600", "rd: 84500,0; 447600,0", "84500.0, 447600"}) {
    const auto place = place_from_words(words);
    ASSERT_TRUE(place.has_value()) << words;
    EXPECT_NEAR(to_rd(*place).x, 84500, 0.05) << words;
    EXPECT_NEAR(to_rd(*place).y, 447600, 0.05) << words;
  }
}

TEST(PlaceWords, RefusesWhatIsNoPlace) {
  for (const std::string_view words :
       {"", "RD", "Dorpsstraat 12", "52.0116", "1 2 3", "91, 4", "52, 181", "500000, 6800000", "52.0 N 4.0 N",
        "4 E, 5 E", "52.0.1, 4", "1e3, 4", "84500 N, 447600", "999999999999999999999999, 4", ",", "; ;"}) {
    EXPECT_FALSE(place_from_words(words).has_value()) << words;
  }
}

TEST(PlaceWords, SaysWhatItReads) {
  const LonLat delft{43571000, 520116000};
  EXPECT_EQ(wgs84_words(delft), "52.0116000, 4.3571000");
  EXPECT_EQ(place_from_words(wgs84_words(delft)), delft);
  EXPECT_EQ(wgs84_words({-1, -5}), "-0.0000005, -0.0000001");
  const auto rd = place_from_words("RD 84500, 447600");
  ASSERT_TRUE(rd);
  EXPECT_EQ(rd_words(*rd), "RD 84500, 447600");
  EXPECT_EQ(rd_words({0, 0}), "");
}

TEST(Placed, TellsDegreesFromMetres) {
  EXPECT_FALSE(place_of(43571000, 520116000)->was_rd);
  EXPECT_TRUE(place_of(845'000'000'000, 4'476'000'000'000)->was_rd);
  EXPECT_FALSE(place_of(845'000'000'000, 520116000).has_value());
  EXPECT_FALSE(place_of(43571000, 2'000'000'000).has_value());
  EXPECT_TRUE(may_be_x(3'000'000'000'000));
  EXPECT_FALSE(may_be_x(3'000'000'000'001));
}

}  // namespace
}  // namespace stoepkrijt::geo
