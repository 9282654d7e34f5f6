// Putting boxes together: the rules of point 5, each with a case by hand, and all of them over random histories.
#include <gtest/gtest.h>

#include <numeric>

#include "worlds.hpp"

namespace stoepkrijt::ballotbox::test {
namespace {

constexpr std::string_view kLot = "dice 4 1 6 2 2 5";

Record vote(std::size_t card, std::size_t c) { return cast(kElection, ground().pool[c], ground().cards[card]); }

Merged merged(const std::vector<Box>& boxes, const std::vector<SpoiltList>& spoilt = {}, std::string_view lot = kLot) {
  auto out = merge_boxes(ground().package, boxes, spoilt, lot);
  EXPECT_TRUE(out) << (out ? "" : out.error().key);
  return out ? *out : Merged{};
}

std::string fault(const std::vector<Box>& boxes, const std::vector<SpoiltList>& spoilt = {},
                  std::string_view lot = kLot) {
  const auto out = merge_boxes(ground().package, boxes, spoilt, lot);
  return out ? "none" : out.error().key;
}

SpoiltList list(std::size_t card, std::size_t reserve) {
  return {kElection, {{tag_of(ground().cards[card].public_key), tag_of(ground().cards[reserve].public_key)}}};
}

TEST(MergeBoxes, IsPinned) {
  const Ground& g = ground();
  const Box kiosk = g.close(0, {vote(0, 0), vote(1, 1), vote(2, 2)});
  const Box phones = g.close(2, {vote(2, 3), vote(3, 4)});
  EXPECT_EQ(to_hex(hash_of(kiosk)), "3aeaa8758fdf1f854117ad9331bfd0fec15d4c1da548bf7314933935643c0840");
  EXPECT_EQ(to_hex(kiosk.signature).substr(0, 32), "82727958dc6690f06f1967467b97e3a8");
  const Merged out = merged({kiosk, phones});
  EXPECT_EQ(to_hex(hash_of(out.urn)), "03c23436c47b3397dfbf8573f61d1a2773f5efba514f6dee63d296484ee42765");
  EXPECT_EQ(receipt_of(out.urn.ballots[0]), "0MTX4-P556T");
  EXPECT_EQ(out.report.conflicts, 1U);
  EXPECT_EQ(out.urn.ballots.size(), 4U);
}

TEST(MergeBoxes, AKioskGoesBeforeAPhone) {
  for (std::size_t other = 1; other < kPool; ++other) {
    const Merged out = merged({ground().close(2, {vote(0, other)}), ground().close(1, {vote(0, 0)})});
    ASSERT_EQ(places_of(out.urn).counted, std::set<std::size_t>{0});
    ASSERT_EQ(out.report.conflicts, 1U);
  }
}

TEST(MergeBoxes, WithinAChannelTheLotDecidesAndNotTheHash) {
  std::size_t first = 0;
  constexpr std::size_t kLots = 400;
  for (std::size_t i = 0; i < kLots; ++i) {
    const std::string lot = "lot " + std::to_string(i);
    const Merged out = merged({ground().close(0, {vote(0, 0), vote(0, 1)})}, {}, lot);
    first += places_of(out.urn).counted.contains(0) ? 1U : 0U;
    ASSERT_EQ(out.urn.lot, lot);
  }
  // 200 expected, standard deviation 10: a thief who tries for a low hash gains nothing.
  EXPECT_GT(first, 160U);
  EXPECT_LT(first, 240U);
}

TEST(MergeBoxes, AConflictWithoutALotIsAsked) {
  const Box box = ground().close(0, {vote(0, 0), vote(0, 1)});
  EXPECT_EQ(fault({box}, {}, ""), "error.lot_missing");
  EXPECT_EQ(fault({ground().close(0, {vote(0, 0)})}, {}, ""), "none");
}

TEST(MergeBoxes, TheLotIsOnlyKeptWhereItDecidedSomething) {
  const Box box = ground().close(0, {vote(0, 0)});
  EXPECT_EQ(hash_of(merged({box}, {}, "a").urn), hash_of(merged({box}, {}, "").urn));
}

TEST(MergeBoxes, TheSameBallotInTwoBoxesIsOneAndNoConflict) {
  const Merged out = merged({ground().close(0, {vote(0, 0)}), ground().close(2, {vote(0, 0)})});
  EXPECT_EQ(out.urn.ballots.size(), 1U);
  EXPECT_EQ(out.report.duplicates, 1U);
  EXPECT_EQ(out.report.conflicts, 0U);
  // It came by the kiosk when any of them did: it wins from another one of the phone.
  for (std::size_t other = 1; other < kPool; ++other) {
    const Merged then = merged({ground().close(0, {vote(0, 0)}), ground().close(2, {vote(0, 0), vote(0, other)})});
    ASSERT_EQ(places_of(then.urn).counted, std::set<std::size_t>{0});
  }
}

TEST(MergeBoxes, ACopyOfAnothersBallotIsCountedOnceAndTold) {
  const Merged out = merged({ground().close(0, {vote(0, 0), vote(1, 0), vote(2, 1)})});
  EXPECT_EQ(out.urn.ballots.size(), 2U);
  EXPECT_EQ(out.report.copies, 1U);
  EXPECT_EQ(out.report.duplicates, 0U);
}

TEST(MergeBoxes, CardsOfNobodyAndWrongSignaturesAreNoBallots) {
  Record wrong = vote(0, 0);
  wrong.signature[0] ^= 1U;
  Record moved = vote(1, 1);
  moved.sealed = ground().pool[2];
  const Record other_round = cast(kOther, ground().pool[3], ground().cards[2]);
  const Record stranger = cast(kElection, ground().pool[4], ground().strangers[0]);
  const Record small = cast(kElection, Bytes(10, 1), ground().cards[3]);
  const Merged out = merged({ground().close(0, {wrong, moved, other_round, stranger, small})});
  EXPECT_TRUE(out.urn.ballots.empty());
  EXPECT_EQ(out.report.wrong_signatures, 3U);
  EXPECT_EQ(out.report.unknown_cards, 1U);
  EXPECT_EQ(out.report.wrong_size, 1U);
}

TEST(MergeBoxes, AReserveCountsOnlyOnceItWasGivenOutAndThenInThePlaceOfItsCard) {
  const Box box = ground().close(0, {vote(kCards, 0)});
  EXPECT_EQ(merged({box}).urn.ballots.size(), 0U);
  EXPECT_EQ(merged({box}).report.unused_reserves, 1U);
  EXPECT_EQ(merged({box}, {list(0, kCards)}).urn.ballots.size(), 1U);
  const Box both = ground().close(0, {vote(0, 0), vote(kCards, 1)});
  const Merged out = merged({both}, {list(0, kCards)});
  EXPECT_EQ(out.urn.ballots.size(), 1U);
  EXPECT_EQ(out.report.conflicts, 1U);
  // A reserve that is lost again is replaced by the next one.
  const Box three = ground().close(0, {vote(0, 0), vote(kCards, 0), vote(kCards + 1, 0)});
  const Merged chain = merged({three}, {list(0, kCards), list(kCards, kCards + 1)});
  EXPECT_EQ(chain.urn.ballots.size(), 1U);
  EXPECT_EQ(chain.report.conflicts, 0U);
  EXPECT_EQ(chain.report.duplicates, 0U) << "of two cards";
  EXPECT_EQ(chain.report.replaced, 2U);
  EXPECT_EQ(merged({three}, {list(0, kCards), list(0, kCards)}).report.replaced, 1U);
}

TEST(MergeBoxes, AReserveForTwoCardsIsTold) {
  const Merged out = merged({ground().close(0, {vote(0, 0), vote(1, 1)})}, {list(0, kCards), list(1, kCards)});
  EXPECT_EQ(out.report.shared_reserves, 1U);
  EXPECT_EQ(out.report.conflicts, 1U);
}

TEST(MergeBoxes, BoxesThatWereTamperedWithAreRefused) {
  const Ground& g = ground();
  const Box good = g.close(0, {vote(0, 0), vote(1, 1), vote(2, 2)});
  EXPECT_EQ(fault({good}), "none");
  Box less = good;
  less.records.pop_back();
  EXPECT_EQ(fault({less}), "error.box_signature");
  Box other_id = good;
  other_id.id = "kiosk-2";
  EXPECT_EQ(fault({other_id}), "error.box_signature");
  Box unknown = good;
  unknown.id = "kiosk-3";
  EXPECT_EQ(fault({unknown}), "error.box_unknown");
  Box election = good;
  election.election = kOther;
  EXPECT_EQ(fault({election}), "error.box_other_election");
  Box package = good;
  package.package[0] ^= 1U;
  EXPECT_EQ(fault({package}), "error.box_other_package");
  Box head = good;
  head.audit_head[0] ^= 1U;
  EXPECT_EQ(fault({head}), "error.box_signature");
  for (std::size_t i = 0; i < good.records.size(); ++i) {
    for (std::size_t bit = 0; bit < good.records[i].sealed.size() * 8; bit += 97) {
      Box wrong = good;
      wrong.records[i].sealed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
      ASSERT_EQ(fault({wrong}), "error.box_signature");
    }
  }
  // The second file is at fault, and that is said.
  const auto second = merge_boxes(g.package, {good, less}, {}, kLot);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().args.back(), (std::pair<std::string, std::string>{"file", "2"}));
}

TEST(MergeBoxes, ABoxThatIsRightlySignedInTheOrderOfCastingIsRefused) {
  const Ground& g = ground();
  Box box = g.close(0, {vote(0, 0), vote(1, 1), vote(2, 2)});
  // The signed bytes as docs/formats/ballots.md has them.
  const auto sign_again = [&] {
    Message message("stoepkrijt box 1");
    message.add_number(1, 1).add(box.election).add(box.package).add_counted(box.id).add_number(box.records.size(), 4);
    for (const Record& record : box.records) {
      message.add(record.public_key).add(record.signature).add_counted(record.sealed);
    }
    box.signature = sign(message.add(box.audit_head).view(), g.box_keys[0]);
  };
  const Signature given = box.signature;
  sign_again();
  EXPECT_EQ(box.signature, given);
  std::swap(box.records[0], box.records[2]);
  sign_again();
  EXPECT_EQ(fault({box}), "error.box_order");
}

TEST(MergeBoxes, SpoiltListsOfOthersAreRefused) {
  EXPECT_EQ(fault({}, {{kOther, {}}}), "error.spoilt_other_election");
  EXPECT_EQ(fault({}, {list(0, 1)}), "error.spoilt_reserve");
  EXPECT_EQ(fault({}, {list(kCards, kCards)}), "error.spoilt_reserve");
  EXPECT_EQ(fault({}, {{kElection, {{Tag{}, tag_of(ground().cards[kCards].public_key)}}}}), "error.spoilt_tag");
}

TEST(MergeBoxes, EveryHistoryGivesWhatTheProtocolSaysInWhateverOrder) {
  std::size_t conflicts = 0;
  std::size_t copies = 0;
  std::size_t refused = 0;
  std::size_t orders = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const World world = world_of(seed);
    const Merged once = merged(world.boxes, world.spoilt);
    const Reference reference = reference_of(world, kLot);
    const Reference places = places_of(once.urn);
    ASSERT_EQ(places.counted, reference.counted) << seed;
    ASSERT_EQ(places.conflicts, reference.conflicts) << seed;
    // In the order of tags they would tell something of the cards.
    ASSERT_TRUE(std::is_sorted(once.urn.conflicts.begin(), once.urn.conflicts.end(),
                               [](const Conflict& a, const Conflict& b) { return a.counted < b.counted; }))
        << seed;
    conflicts += once.report.conflicts;
    copies += once.report.copies;
    refused +=
        once.report.wrong_signatures + once.report.unknown_cards + once.report.wrong_size + once.report.unused_reserves;

    std::vector<std::size_t> order(world.boxes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::vector<SpoiltList> lists = world.spoilt;
    std::reverse(lists.begin(), lists.end());
    // Every order of up to five boxes; of six, the first hundred and twenty.
    std::size_t left = 120;
    do {
      std::vector<Box> boxes;
      for (const std::size_t i : order) boxes.push_back(world.boxes[i]);
      const Merged again = merged(boxes, lists);
      ASSERT_EQ(hash_of(again.urn), hash_of(once.urn)) << seed;
      ASSERT_EQ(again.report, once.report) << seed;
      ++orders;
    } while (--left > 0 && seed % 8 == 0 && std::next_permutation(order.begin(), order.end()));

    // Everything twice is everything once.
    std::vector<Box> twice = world.boxes;
    twice.insert(twice.end(), world.boxes.begin(), world.boxes.end());
    lists.insert(lists.end(), world.spoilt.begin(), world.spoilt.end());
    const Merged idempotent = merged(twice, lists);
    ASSERT_EQ(idempotent.urn, once.urn) << seed;
    ASSERT_EQ(idempotent.report, once.report) << seed;
  }
  // The histories are what they are meant to be.
  EXPECT_GT(conflicts, 150U);
  EXPECT_GT(copies, 50U);
  EXPECT_GT(refused, 200U);
  EXPECT_GT(orders, 500U);
}

TEST(Box, ItsOrderSaysNothingOfTheOrderOfCasting) {
  // Eight voters one after the other, 250 times: how often does the first one's vote lie at each place of the box?
  constexpr std::size_t kVoters = 8;
  constexpr std::size_t kTimes = 250;
  std::array<std::size_t, kVoters> first_at{};
  std::size_t rising = 0;  // neighbours in casting that are in the same order in the box
  Random random(2026);
  const Ground& g = ground();
  const Bytes same = to_bytes(g.ballots[0], g.package.package.round);
  for (std::size_t time = 0; time < kTimes; ++time) {
    std::vector<Record> records;
    for (std::size_t voter = 0; voter < kVoters; ++voter) {
      // Everybody chooses the same: only the seal makes the difference.
      records.push_back(cast(kElection, seal(kElection, same, g.holders.keys(), seed_of(random)), g.cards[voter]));
    }
    const std::vector<Record> as_cast = records;
    const Box box = g.close(0, records);
    std::array<std::size_t, kVoters> place{};
    for (std::size_t voter = 0; voter < kVoters; ++voter) {
      place[voter] = static_cast<std::size_t>(std::find(box.records.begin(), box.records.end(), as_cast[voter]) -
                                              box.records.begin());
    }
    ++first_at[place[0]];
    for (std::size_t voter = 1; voter < kVoters; ++voter) rising += place[voter - 1] < place[voter] ? 1U : 0U;
  }
  std::int64_t chi_square_times_125 = 0;  // sum of (n - 31.25)^2 / 31.25, in whole numbers: (4n - 125)^2 / (4 * 125)
  for (const std::size_t n : first_at) {
    const auto off = static_cast<std::int64_t>(4 * n) - 125;
    chi_square_times_125 += off * off;
  }
  EXPECT_EQ(std::accumulate(first_at.begin(), first_at.end(), std::size_t{0}), kTimes);
  EXPECT_LT(chi_square_times_125, 24 * 500) << "24.3 is passed once in a thousand times (7 degrees of freedom)";
  // 7 * 250 / 2 = 875 expected; its standard deviation is below 13.
  EXPECT_GT(rising, 825U);
  EXPECT_LT(rising, 925U);
  EXPECT_EQ(std::to_string(rising), "885");
}

}  // namespace
}  // namespace stoepkrijt::ballotbox::test
