// Sealed ballots: any two holders open the same, one cannot, and a changed bit is refused.
#include <gtest/gtest.h>

#include <algorithm>

#include "hands.hpp"

namespace stoepkrijt::ballotbox::test {
namespace {

constexpr std::array<std::array<std::size_t, 2>, 6> kWho{{{0, 1}, {0, 2}, {1, 2}, {1, 0}, {2, 0}, {2, 1}}};

Result<Bytes> opened(View sealed, const Holders& holders, const std::array<std::size_t, 2>& who,
                     const ElectionId& election = kElection) {
  const auto a = open_shares(sealed, who[0], holders.pairs[who[0]]);
  const auto b = open_shares(sealed, who[1], holders.pairs[who[1]]);
  if (!a || !b) return fail(ErrorCode::kDamaged, "no share");
  return open_sealed(sealed, election, holders.keys(), who,
                     {(*a)[share_for(who[0], who[1])], (*b)[share_for(who[1], who[0])]});
}

TEST(Seal, IsPinned) {
  const Bytes sealed = seal(kElection, Bytes(16, 0xC3), Holders{}.keys(), seed_of(0x44));
  EXPECT_EQ(sealed.size(), sealed_size(16));
  EXPECT_EQ(sealed.size(), 562U);
  EXPECT_EQ(to_hex(blake2b(sealed)), "cf169115f2d628b76b8a4f57426571c698953c57e337e57f66d9f97be92308d2");
}

TEST(Seal, AnyTwoHoldersOpenTheSame) {
  Random random(1);
  const Holders holders;
  for (int i = 0; i < 40; ++i) {
    Bytes ballot(16 * (1 + random.index(4)));
    for (std::uint8_t& byte : ballot) byte = static_cast<std::uint8_t>(random.below(256));
    const Bytes sealed = seal(kElection, ballot, holders.keys(), seed_of(random));
    for (const auto& who : kWho) {
      const auto read = opened(sealed, holders, who);
      ASSERT_TRUE(read);
      ASSERT_EQ(*read, ballot);
    }
  }
}

TEST(Seal, OneHolderAloneCannot) {
  const Holders holders;
  const Bytes sealed = seal(kElection, Bytes(16, 1), holders.keys(), seed_of(3));
  for (std::size_t one = 0; one < kHolders; ++one) {
    const auto shares = open_shares(sealed, one, holders.pairs[one]);
    ASSERT_TRUE(shares);
    for (std::size_t other = 0; other < kHolders; ++other) {
      if (other == one) continue;
      EXPECT_FALSE(open_shares(sealed, other, holders.pairs[one])) << "the shares of another one";
      // What one holder has: two shares of which neither is the key, nor together.
      for (const Key32& guess : {Key32{}, (*shares)[0], (*shares)[1]}) {
        EXPECT_FALSE(open_sealed(sealed, kElection, holders.keys(), {one, other}, {(*shares)[0], guess}));
        EXPECT_FALSE(open_sealed(sealed, kElection, holders.keys(), {one, other}, {(*shares)[1], guess}));
      }
    }
  }
}

TEST(Seal, EveryChangedBitIsRefusedByEveryPair) {
  const Holders holders;
  const Bytes sealed = seal(kElection, Bytes(16, 1), holders.keys(), seed_of(3));
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    Bytes wrong = sealed;
    wrong[bit / 8] = static_cast<std::uint8_t>(wrong[bit / 8] ^ (1U << (bit % 8)));
    // One pair a bit, in turn: each byte is tried by every pair.
    ASSERT_FALSE(opened(wrong, holders, kWho[bit % 3])) << bit;
  }
}

/// A sealed ballot in which one share is of another ballot: the pair that holds it could not open it, the others could.
TEST(Seal, WhichPairOpensMakesNoDifference) {
  const Holders holders;
  const Bytes sealed = seal(kElection, Bytes(16, 1), holders.keys(), seed_of(3));
  const Bytes another = seal(kElection, Bytes(16, 1), holders.keys(), seed_of(4));
  for (std::size_t share = 0; share < 6; ++share) {
    Bytes mixed = sealed;
    const auto at = static_cast<std::ptrdiff_t>(sealed.size() - 480 + share * 80);
    std::copy_n(another.begin() + at, 80, mixed.begin() + at);
    for (const auto& who : kWho) EXPECT_FALSE(opened(mixed, holders, who)) << share << " " << who[0] << who[1];
  }
}

TEST(Seal, AnotherElectionAndANewerVersionAreRefusedByName) {
  const Holders holders;
  Bytes sealed = seal(kOther, Bytes(16, 1), holders.keys(), seed_of(3));
  EXPECT_EQ(opened(sealed, holders, {0, 1}).error().code, ErrorCode::kOtherElection);
  EXPECT_TRUE(opened(sealed, holders, {0, 1}, kOther));
  sealed[0] = 2;
  EXPECT_EQ(opened(sealed, holders, {0, 1}, kOther).error().code, ErrorCode::kNewerVersion);
  EXPECT_EQ(open_sealed(Bytes{}, kElection, holders.keys(), {0, 1}, {}).error().code, ErrorCode::kDamaged);
  EXPECT_FALSE(open_shares(Bytes(100, 1), 0, holders.pairs[0]));
}

TEST(BallotBytes, EveryBallotHasOneStringOfBytes) {
  using model::VoteMethod;
  Random random(6);
  for (const VoteMethod method : {VoteMethod::kApproval, VoteMethod::kKnapsack, VoteMethod::kPoints,
                                  VoteMethod::kRanking, VoteMethod::kVouchers}) {
    for (const std::size_t plans : {1U, 8U, 9U, 40U, 255U}) {
      const model::Round round = sample_round(method, plans);
      for (int i = 0; i < 100; ++i) {
        model::Ballot ballot;
        for (std::size_t p = 0; p < plans; ++p) {
          // Plans of which one costs € 100 more than the one before: at most three of them fit in a knapsack of
          // € 1.000.
          if (random.chance(1, 3) && ballot.approved.size() < 3 && (p < 3 || method != VoteMethod::kKnapsack)) {
            ballot.approved.push_back(round.plans[p].id);
          }
        }
        if (method == VoteMethod::kRanking)
          std::reverse(ballot.approved.begin(), ballot.approved.end());
        else
          std::sort(ballot.approved.begin(), ballot.approved.end());
        if (model::gives_points(method)) {
          for (std::size_t p = 0; p < ballot.approved.size(); ++p) ballot.points.push_back(random.between(1, 3));
        }
        ASSERT_TRUE(model::validate(ballot, round));
        const Bytes bytes = to_bytes(ballot, round);
        ASSERT_EQ(bytes.size(), ballot_size(round));
        ASSERT_EQ(bytes.size() % 16, 0U);
        const auto read = from_bytes(bytes, round);
        ASSERT_TRUE(read);
        ASSERT_EQ(*read, ballot);
      }
    }
  }
}

TEST(BallotBytes, AnythingElseIsRefused) {
  const model::Round round = sample_round();
  EXPECT_TRUE(from_bytes(Bytes(16, 0), round)) << "blank";
  EXPECT_FALSE(from_bytes(Bytes(15, 0), round));
  EXPECT_FALSE(from_bytes(Bytes(32, 0), round));
  Bytes padding(16, 0);
  padding[15] = 1;
  EXPECT_FALSE(from_bytes(padding, round));
  padding[15] = 0;
  padding[1] = 0x40;  // a tenth plan
  EXPECT_FALSE(from_bytes(padding, round));

  const model::Round ranking = sample_round(model::VoteMethod::kRanking);
  Bytes twice(16, 0);
  twice[0] = twice[1] = 1;
  EXPECT_FALSE(from_bytes(twice, ranking));
  Bytes gap(16, 0);
  gap[1] = 1;
  EXPECT_FALSE(from_bytes(gap, ranking));
  Bytes beyond(16, 0);
  beyond[0] = 10;
  EXPECT_FALSE(from_bytes(beyond, ranking));

  const model::Round points = sample_round(model::VoteMethod::kPoints);
  Bytes many(32, 0);
  many[0] = 11;  // of ten
  EXPECT_FALSE(from_bytes(many, points));
  EXPECT_FALSE(from_bytes(Bytes(16, 0xFF), sample_round(model::VoteMethod::kKnapsack))) << "more than the budget";
}

}  // namespace
}  // namespace stoepkrijt::ballotbox::test
