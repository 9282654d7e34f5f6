#include "platform/packed.hpp"

#include <gtest/gtest.h>

#include <string>

namespace stoepkrijt::platform {
namespace {

using Parts = std::vector<Part>;

TEST(Packed, GivesThePartsInTheirOrder) {
  const auto parts = unpack("2 een\n0 leeg\n- te groot.json\n3 d-1 kopie\n", "12abc");
  ASSERT_TRUE(parts.has_value());
  EXPECT_EQ(
      *parts,
      (Parts{{"een", "12", false}, {"leeg", "", false}, {"te groot.json", "", true}, {"d-1 kopie", "abc", false}}));
}

TEST(Packed, NothingIsAlsoAnAnswer) {
  const auto parts = unpack("", "");
  ASSERT_TRUE(parts.has_value());
  EXPECT_TRUE(parts->empty());
}

TEST(Packed, RefusesATableThatDoesNotFitItsBytes) {
  EXPECT_FALSE(unpack("3 een\n", "12").has_value());
  EXPECT_FALSE(unpack("1 een\n", "12").has_value());
  EXPECT_FALSE(unpack("", "1").has_value());
  EXPECT_FALSE(unpack("1 een\n1 twee\n", "1").has_value());
  EXPECT_FALSE(unpack("99999999999999999999999999 een\n", "1").has_value());
}

TEST(Packed, RefusesALineOfAnotherForm) {
  for (const char* table :
       {"1 een", "\n", "1\n", "1 \n", " een\n", "-1 een\n", "+1 een\n", "1x een\n", "1\teen\n", "een 1\n"}) {
    EXPECT_FALSE(unpack(table, "1").has_value()) << table;
  }
}

TEST(Packed, EveryTableThatBreaksOffInALineIsRefused) {
  const std::string whole = "2 een\n1 twee\n";
  for (std::size_t n = 1; n < whole.size(); ++n) {
    if (whole[n - 1] == '\n') continue;
    EXPECT_FALSE(unpack(whole.substr(0, n), "123").has_value()) << n;
  }
}

}  // namespace
}  // namespace stoepkrijt::platform
