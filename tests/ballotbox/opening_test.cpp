// Opening: whichever two holders open, the same comes out; and what conflicts mean for the outcome.
#include <gtest/gtest.h>

#include "ballotbox/deciding.hpp"
#include "worlds.hpp"

namespace stoepkrijt::ballotbox::test {
namespace {

constexpr std::string_view kLot = "dice 4 1 6 2 2 5";

Urn urn_of(const World& world) { return merge_boxes(ground().package, world.boxes, world.spoilt, kLot)->urn; }

TEST(OpenUrn, AnyTwoHoldersGiveTheSameAndItIsWhatWasCast) {
  std::size_t ballots = 0;
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    const Urn urn = urn_of(world_of(seed));
    const auto opening = opened_by(urn, 0, 1);
    ASSERT_TRUE(opening);
    for (std::size_t a = 0; a < kHolders; ++a) {
      for (std::size_t b = 0; b < kHolders; ++b) {
        if (a == b) continue;
        ASSERT_EQ(*opened_by(urn, a, b), *opening) << a << b;
      }
    }
    model::Urn cast;
    cast.round_id = "round-1";
    for (const std::size_t place : places_of(urn).counted) cast.add(ground().ballots[place]);
    ASSERT_EQ(opening->ballots, cast);
    ASSERT_TRUE(opening->refused.empty());
    ASSERT_EQ(opening->receipts.size(), urn.ballots.size());
    ASSERT_TRUE(std::is_sorted(opening->receipts.begin(), opening->receipts.end()));
    ASSERT_EQ(opening->conflicts.size(), urn.conflicts.size());
    for (std::size_t i = 0; i < urn.conflicts.size(); ++i) {
      ASSERT_TRUE(opening->conflicts[i].counted);
      ASSERT_EQ(opening->conflicts[i].others.size(), urn.conflicts[i].others.size());
      for (const auto& other : opening->conflicts[i].others) ASSERT_TRUE(other.ballot);
    }
    ballots += urn.ballots.size();
  }
  EXPECT_GT(ballots, 80U);
}

TEST(OpenUrn, WhatIsNoBallotIsRefusedWithItsReceipt) {
  const Ground& g = ground();
  const Package& p = g.package.package;
  const Bytes other_round = seal(kOther, Bytes(16, 0), p.holders, seed_of(1));
  const Bytes too_many = seal(kElection, Bytes(16, 0xFF), p.holders, seed_of(2));
  Bytes damaged = g.pool[1];
  damaged[100] ^= 1U;
  Bytes half = g.pool[2];
  half[half.size() - 1] ^= 1U;  // the last share: only holders 2 and 3 would not open it
  const auto vote = [&](std::size_t card, const Bytes& c) { return cast(kElection, c, g.cards[card]); };
  const Box box =
      g.close(0, {vote(0, g.pool[0]), vote(1, other_round), vote(2, too_many), vote(3, damaged), vote(4, half)});
  const Urn urn = merge_boxes(g.package, {box}, {}, "")->urn;
  ASSERT_EQ(urn.ballots.size(), 5U);
  for (std::size_t a = 0; a < kHolders; ++a) {
    for (std::size_t b = 0; b < kHolders; ++b) {
      if (a == b) continue;
      const auto opening = opened_by(urn, a, b);
      ASSERT_TRUE(opening);
      EXPECT_EQ(opening->receipts, std::vector<std::string>{receipt_of(g.pool[0])});
      std::vector<std::string> refused{receipt_of(other_round), receipt_of(too_many), receipt_of(damaged),
                                       receipt_of(half)};
      std::sort(refused.begin(), refused.end());
      EXPECT_EQ(opening->refused, refused);
      EXPECT_EQ(opening->ballots.total(), 1);
    }
  }
}

TEST(OpenUrn, AnotherOfAConflictThatIsCountedElsewhereIsNotSetAside) {
  const Ground& g = ground();
  // Card 1 casts C 1; card 0 casts C 0 in a kiosk, and by phone copies C 1 and casts C 2.
  const auto vote = [&](std::size_t card, std::size_t c) { return cast(kElection, g.pool[c], g.cards[card]); };
  const Box kiosk = g.close(0, {vote(0, 0), vote(1, 1)});
  const Box phones = g.close(2, {vote(0, 1), vote(0, 2)});
  const Urn urn = merge_boxes(g.package, {kiosk, phones}, {}, kLot)->urn;
  const auto opening = opened_by(urn, 0, 1);
  ASSERT_TRUE(opening);
  EXPECT_EQ(opening->ballots.total(), 2);
  EXPECT_EQ(opening->set_aside, std::vector<std::string>{receipt_of(g.pool[2])});
  ASSERT_EQ(opening->conflicts.size(), 1U);
  std::size_t elsewhere = 0;
  for (const auto& other : opening->conflicts[0].others) elsewhere += other.counted_elsewhere ? 1U : 0U;
  EXPECT_EQ(opening->conflicts[0].others.size(), 2U);
  EXPECT_EQ(elsewhere, 1U);
}

TEST(OpenUrn, FilesThatDoNotFitAreRefused) {
  const Ground& g = ground();
  const Urn urn = urn_of(world_of(3));
  const Urn other = urn_of(world_of(4));
  const ShareFile one = *make_shares(urn, g.package, g.holders.pairs[0]);
  const ShareFile two = *make_shares(urn, g.package, g.holders.pairs[1]);
  const auto key = [&](const ShareFile& a, const ShareFile& b) {
    const auto opening = open_urn(urn, g.package, {a, b});
    return opening ? std::string("none") : opening.error().key;
  };
  EXPECT_EQ(key(one, two), "none");
  EXPECT_EQ(key(one, one), "error.shares_same_holder");
  EXPECT_EQ(key(one, *make_shares(other, g.package, g.holders.pairs[1])), "error.shares_other_urn");
  ShareFile fewer = two;
  fewer.shares.pop_back();
  EXPECT_EQ(key(one, fewer), "error.shares_number");
  EXPECT_EQ(make_shares(urn, g.package, holder_pair(seed_of(0x99))).error().key, "error.holder_unknown");
  SignedPackage changed = g.package;
  changed.fingerprint[0] ^= 1U;
  EXPECT_EQ(open_urn(urn, changed, {one, two}).error().key, "error.urn_other_package");
  // A holder that lies makes ballots unreadable, and that is seen.
  ShareFile liar = two;
  for (auto& shares : liar.shares) {
    if (shares) (*shares)[0][0] ^= 1U;
  }
  const auto opening = open_urn(urn, g.package, {one, liar});
  ASSERT_TRUE(opening);
  EXPECT_EQ(opening->refused.size(), urn.ballots.size());
}

// --- conflicts against the outcome ---------------------------------------------------------------------------------

/// Wins who has the most votes; equal: the lower id.
Result<std::vector<std::string>> most_votes(const model::Urn& urn) {
  std::map<std::string, std::int64_t> votes;
  for (const model::Urn::Entry& entry : urn.entries) {
    for (const std::string& plan : entry.ballot.approved) votes[plan] += entry.count;
  }
  std::string best;
  for (const auto& [plan, n] : votes) {
    if (best.empty() || n > votes[best]) best = plan;
  }
  return best.empty() ? std::vector<std::string>{} : std::vector<std::string>{best};
}

Opening opening_of(std::int64_t for_a, std::int64_t for_b) {
  Opening out;
  if (for_a > 0) out.ballots.add({{"a"}, {}}, for_a);
  if (for_b > 0) out.ballots.add({{"b"}, {}}, for_b);
  return out;
}

OpenedConflict conflict(std::string_view counted, std::vector<std::string> others, std::uint8_t number = 1) {
  OpenedConflict out;
  out.counted_hash[0] = number;
  out.counted = model::Ballot{{std::string(counted)}, {}};
  for (std::string& other : others) out.others.push_back({model::Ballot{{std::move(other)}, {}}, false});
  return out;
}

TEST(Decided, WithoutConflictsTheCountStands) {
  const auto answer = decided(opening_of(2, 1), most_votes);
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->declared);
  EXPECT_EQ(answer->winners, std::vector<std::string>{"a"});
  EXPECT_EQ(answer->scenarios, 0U);
}

TEST(Decided, OneConflictThatCouldTurnTheOutcomeForbidsAResult) {
  Opening opening = opening_of(3, 2);
  opening.conflicts = {conflict("a", {"b"})};
  // Left out: 2 against 2, a stays first by its id. The other instead: 2 against 3.
  const auto answer = decided(opening, most_votes);
  ASSERT_TRUE(answer);
  EXPECT_FALSE(answer->declared);
  EXPECT_EQ(answer->fails, Scenario::kAllOthers);
  EXPECT_EQ(answer->winners, std::vector<std::string>{"a"});
  EXPECT_EQ(answer->winners_there, std::vector<std::string>{"b"});
  opening = opening_of(3, 3);
  opening.conflicts = {conflict("a", {"a"})};
  EXPECT_EQ(decided(opening, most_votes)->fails, Scenario::kLeftOut);
}

TEST(Decided, AConflictThatCannotTurnItDoesNot) {
  Opening opening = opening_of(4, 2);
  opening.conflicts = {conflict("a", {"b"})};
  const auto answer = decided(opening, most_votes);
  EXPECT_TRUE(answer->declared);
  EXPECT_EQ(answer->scenarios, 3U);
  EXPECT_EQ(answer->conflicts, 1U);
}

TEST(Decided, OneGroupAloneMayTurnWhatAllTogetherDoNot) {
  Opening opening = opening_of(3, 3);
  // Both others together change nothing; only the first would make b win.
  opening.conflicts = {conflict("a", {"b"}, 1), conflict("b", {"a"}, 2)};
  const auto answer = decided(opening, most_votes);
  EXPECT_FALSE(answer->declared);
  EXPECT_EQ(answer->fails, Scenario::kOneOther);
}

TEST(Decided, EveryOtherOfAGroupIsTried) {
  Opening opening = opening_of(3, 2);
  opening.conflicts = {conflict("a", {"a", "b"})};
  EXPECT_FALSE(decided(opening, most_votes)->declared);
}

TEST(Decided, ACopyIsNeitherTakenOutNorPutInTwice) {
  Opening opening = opening_of(3, 2);
  opening.conflicts = {conflict("a", {"b"}, 1)};
  opening.conflicts[0].others[0].counted_elsewhere = true;
  EXPECT_TRUE(decided(opening, most_votes)->declared) << "2 against 2";
  Opening two = opening_of(4, 3);
  two.conflicts = {conflict("a", {"a"}, 1), conflict("a", {"a"}, 1)};  // one C of two groups
  EXPECT_TRUE(decided(two, most_votes)->declared) << "3 against 3, not 2";
}

TEST(Decided, TooManyConflictsAreReasonEnough) {
  Opening opening = opening_of(2'000, 1);
  for (std::uint8_t i = 0; i < 100; ++i) opening.conflicts.push_back(conflict("a", {"b", "b", "b", "b", "b", "b"}, i));
  const auto answer = decided(opening, most_votes);
  EXPECT_FALSE(answer->declared);
  EXPECT_EQ(answer->fails, Scenario::kTooMany);
}

TEST(Decided, AFaultInCountingIsTold) {
  Opening opening = opening_of(1, 0);
  const auto answer = decided(opening, [](const model::Urn&) -> Result<std::vector<std::string>> {
    return fail(ErrorCode::kNoBallots, "error.none");
  });
  EXPECT_FALSE(answer);
}

}  // namespace
}  // namespace stoepkrijt::ballotbox::test
