// Random histories of a round: honest voters, twice the same file, thieves with a code of somebody else, cards that
// were replaced, copies of another one's sealed ballot, and rubbish.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "ballotbox/opening.hpp"
#include "ballotbox/urn.hpp"
#include "hands.hpp"

namespace stoepkrijt::ballotbox::test {

inline constexpr std::size_t kCards = 12;
inline constexpr std::size_t kReserveCards = 4;
inline constexpr std::size_t kPool = 24;

/// What does not change between histories: sealing and Argon2id are what takes time.
struct Ground {
  Holders holders;
  std::vector<SigningPair> cards;  // codes, then reserves
  std::vector<SigningPair> strangers;
  std::vector<SigningPair> box_keys;  // kiosk-1, kiosk-2, phones
  SigningPair organiser = signing_pair(seed_of(0x77));
  SignedPackage package;
  std::vector<model::Ballot> ballots;  // of the pool
  std::vector<Bytes> pool;             // C

  explicit Ground(model::VoteMethod method = model::VoteMethod::kApproval) {
    Random random(99);
    Package& p = package.package;
    p.election = kElection;
    p.round = sample_round(method);
    p.cost = kTestCost;
    for (std::size_t i = 0; i < kCards + kReserveCards; ++i) {
      cards.push_back(*pair_of(make_code(test::bytes_of<9>(random), kElection), kElection, kTestCost));
      (i < kCards ? p.codes : p.reserves).push_back(tag_of(cards.back().public_key));
    }
    std::sort(p.codes.begin(), p.codes.end());
    std::sort(p.reserves.begin(), p.reserves.end());
    for (std::uint8_t i = 0; i < 3; ++i) {
      strangers.push_back(signing_pair(seed_of(static_cast<std::uint8_t>(0xE0 + i))));
      box_keys.push_back(signing_pair(seed_of(static_cast<std::uint8_t>(0x80 + i))));
    }
    p.boxes = {{"kiosk-1", Channel::kKiosk, box_keys[0].public_key},
               {"kiosk-2", Channel::kKiosk, box_keys[1].public_key},
               {"phones", Channel::kPhone, box_keys[2].public_key}};
    p.holders = holders.keys();
    p.organiser = organiser.public_key;
    p.modes = {Mode::kSealed};
    p.delete_by = "2027-02-01";
    package.fingerprint = blake2b(view_of("the package of the tests"));
    for (std::size_t i = 0; i < kPool; ++i) {
      model::Ballot ballot;
      for (const model::Plan& plan : p.round.plans) {
        if (random.chance(1, 3)) ballot.approved.push_back(plan.id);
      }
      ballots.push_back(ballot);
      pool.push_back(seal(kElection, to_bytes(ballot, p.round), p.holders, seed_of(random)));
    }
  }

  [[nodiscard]] Box close(std::size_t box, std::vector<Record> records) const {
    return close_box(package, package.package.boxes[box].id, std::move(records), Hash256{}, box_keys[box]);
  }
};

inline const Ground& ground() {
  static const Ground* const one = new Ground();
  return *one;
}

struct World {
  std::vector<Box> boxes;
  std::vector<SpoiltList> spoilt;
  // What was put in, for the reference.
  struct Put {
    std::size_t card = 0;  // of Ground::cards; strangers behind them
    std::size_t c = 0;     // of the pool; kPool: rubbish of another size
    std::size_t box = 0;
    bool good = true;  // rightly signed
  };
  std::vector<Put> puts;
  std::vector<std::pair<std::size_t, std::size_t>> replaced;  // card by reserve
};

inline World world_of(std::uint64_t seed) {
  const Ground& g = ground();
  Random random(seed);
  World world;
  std::vector<std::vector<Record>> in(3);
  const auto put = [&](std::size_t card, std::size_t c, std::size_t box) {
    const bool good = !random.chance(1, 20);
    const SigningPair& pair = card < g.cards.size() ? g.cards[card] : g.strangers[card - g.cards.size()];
    const Bytes sealed = c < kPool ? g.pool[c] : Bytes(random.index(700), 1);
    Record record = cast(kElection, sealed, pair);
    if (!good) record.signature[random.index(64)] ^= 1U;
    in[box].push_back(record);
    world.puts.push_back({card, c, box, good});
  };
  const std::size_t casts = random.index(20);
  for (std::size_t i = 0; i < casts; ++i) {
    const std::size_t card = random.index(g.cards.size() + g.strangers.size());
    // A small pool: copies happen. Cards come again: thieves and people who vote twice.
    put(card, random.index(random.chance(1, 12) ? kPool + 1 : kPool), random.index(3));
    if (random.chance(1, 8))
      world.puts.push_back(world.puts.back()), in[world.puts.back().box].push_back(in[world.puts.back().box].back());
    if (random.chance(1, 8)) put(card, world.puts.back().c, random.index(3));
  }
  for (std::size_t box = 0; box < 3; ++box) {
    std::vector<Record>& records = in[box];
    // The same kiosk may be exported halfway as well.
    if (records.size() > 1 && random.chance(1, 3)) {
      world.boxes.push_back(
          g.close(box, {records.begin(), records.begin() + static_cast<std::ptrdiff_t>(records.size() / 2)}));
    }
    world.boxes.push_back(g.close(box, records));
  }
  const std::size_t lists = random.index(3);
  for (std::size_t i = 0; i < lists; ++i) {
    SpoiltList list{kElection, {}};
    const std::size_t size = 1 + random.index(2);
    for (std::size_t j = 0; j < size; ++j) {
      const std::size_t reserve = kCards + random.index(kReserveCards);
      std::size_t card = random.index(g.cards.size());
      if (card == reserve) card = 0;
      list.replaced.push_back({tag_of(g.cards[card].public_key), tag_of(g.cards[reserve].public_key)});
      world.replaced.emplace_back(card, reserve);
    }
    std::sort(list.replaced.begin(), list.replaced.end());
    world.spoilt.push_back(list);
  }
  return world;
}

/// The protocol's point 5 once more, by places in the pool and as slowly as it likes: C counted, C of conflicts in
/// order.
struct Reference {
  std::set<std::size_t> counted;
  std::multiset<std::vector<std::size_t>> conflicts;
};
inline Reference reference_of(const World& world, std::string_view lot) {
  const Ground& g = ground();
  // Which person a card is of: the lowest card that it is joined with, by going round until nothing changes.
  std::vector<std::size_t> person(g.cards.size());
  for (std::size_t i = 0; i < person.size(); ++i) person[i] = i;
  std::set<std::size_t> given;
  for (std::size_t round = 0; round < person.size(); ++round) {
    for (const auto& [card, reserve] : world.replaced) {
      given.insert(reserve);
      person[card] = person[reserve] = std::min(person[card], person[reserve]);
    }
  }
  Reference out;
  for (std::size_t who = 0; who < person.size(); ++who) {
    std::vector<std::size_t> mine;  // kiosk first, then as the lot says
    for (const bool phone : {false, true}) {
      std::map<Hash256, std::size_t> drawn;
      for (const World::Put& put : world.puts) {
        const bool card = put.card < kCards || (put.card < g.cards.size() && given.contains(put.card));
        if (!put.good || put.c >= kPool || !card || person[put.card] != who || (put.box == 2) != phone) continue;
        if (std::find(mine.begin(), mine.end(), put.c) != mine.end()) continue;
        drawn.emplace(blake2b(blake2b(view_of(lot)), g.pool[put.c]), put.c);
      }
      for (const auto& [hash, c] : drawn) mine.push_back(c);
    }
    if (mine.empty()) continue;
    out.counted.insert(mine[0]);
    if (mine.size() > 1) out.conflicts.insert(mine);
  }
  return out;
}

/// Of an urn: places in the pool.
inline Reference places_of(const Urn& urn) {
  const Ground& g = ground();
  std::map<Hash256, std::size_t> place;
  for (std::size_t i = 0; i < kPool; ++i) place.emplace(blake2b(g.pool[i]), i);
  Reference out;
  for (const Bytes& c : urn.ballots) out.counted.insert(place.at(blake2b(c)));
  for (const Conflict& conflict : urn.conflicts) {
    std::vector<std::size_t> group{place.at(conflict.counted)};
    for (const Bytes& c : conflict.others) group.push_back(place.at(blake2b(c)));
    out.conflicts.insert(group);
  }
  return out;
}

/// The urn's opening by these two.
inline Result<Opening> opened_by(const Urn& urn, std::size_t a, std::size_t b) {
  const Ground& g = ground();
  auto first = make_shares(urn, g.package, g.holders.pairs[a]);
  auto second = make_shares(urn, g.package, g.holders.pairs[b]);
  if (!first || !second) return fail(ErrorCode::kUnknown, "no shares");
  return open_urn(urn, g.package, {*first, *second});
}

}  // namespace stoepkrijt::ballotbox::test
