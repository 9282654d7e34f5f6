#include <gtest/gtest.h>

#include "model/round.hpp"

namespace stoepkrijt::model {
namespace {

TEST(Urn, HoldsEqualBallotsOnceInOrderWhateverTheOrderOfCasting) {
  const Ballot blank;
  const Ballot a{{"a"}};
  const Ballot ab{{"a", "b"}};
  Urn one;
  one.add(ab);
  one.add(blank);
  one.add(a, 3);
  one.add(ab);
  Urn other;
  other.add(a);
  other.add(ab, 2);
  other.add(a, 2);
  other.add(blank);
  EXPECT_EQ(one, other);
  ASSERT_EQ(one.entries.size(), 3U);
  EXPECT_EQ(one.entries[0].ballot, blank);
  EXPECT_EQ(one.entries[1].ballot, a);
  EXPECT_EQ(one.entries[2].count, 2);
  EXPECT_EQ(one.total(), 6);
}

}  // namespace
}  // namespace stoepkrijt::model
