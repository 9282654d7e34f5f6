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

TEST(Urn, KnowsWhichBallotsFitAForm) {
  Urn urn;
  urn.add(Ballot{}, 2);
  urn.add(Ballot{{"a", "b"}}, 3);
  urn.add(Ballot{{"b", "a"}}, 5);
  urn.add(Ballot{{"a", "b"}, {4, 6}}, 7);
  EXPECT_EQ(urn.total_in({VoteMethod::kApproval}), 5);
  EXPECT_EQ(urn.total_in({VoteMethod::kKnapsack}), 5);
  EXPECT_EQ(urn.total_in({VoteMethod::kRanking}), 10);
  EXPECT_EQ(urn.total_in({VoteMethod::kPoints}), 9);
  EXPECT_EQ(urn.total_in({VoteMethod::kVouchers}), 9);
  EXPECT_FALSE(fits_form(Ballot{{}, {3}}, {VoteMethod::kPoints}));
}

}  // namespace
}  // namespace stoepkrijt::model
