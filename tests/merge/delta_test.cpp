// Small changes: what merge/delta.hpp promises, by hand and over thousands of random histories with erasing, removing
// from sets, deletions, restored disks and, in every third world, clones and forged files.
#include "merge/delta.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/sha256.hpp"
#include "formats/delta/delta.hpp"
#include "hands.hpp"
#include "reference.hpp"
#include "worlds.hpp"

namespace stoepkrijt::merge::test {
namespace {

constexpr std::uint64_t kWorlds = 4'000;
constexpr std::size_t kSteps = 50;

Delta delta_of(const Document& document, const VersionVector& since) {
  Result<Delta> made = delta(document, since);
  EXPECT_TRUE(made);
  EXPECT_TRUE(well_formed(*made));
  return std::move(made).value();
}

Document with(Document into, const Delta& change, std::vector<VersionVector> known = {}, std::size_t in_doubt = 0) {
  const Result<Applied> done = apply(into, change, known);
  EXPECT_TRUE(done) << (done ? "" : done.error().key);
  EXPECT_TRUE(well_formed(into));
  EXPECT_EQ(done.value_or(Applied{}).in_doubt, in_doubt);
  return into;
}

/// a and b agree; then each goes on alone.
struct Pair {
  Device a{1};
  Device b{2};
  VersionVector since;
  Pair() {
    a.set("x", "title", "1");
    a.set("y", "title", "1");
    b.hear_from(a);
    since = vector_of(a.document);
  }
};

TEST(Delta, HoldsTheRecordsThatChangedAndOfTheVectorOnlyWhatIsNeeded) {
  Pair phones;
  for (std::uint8_t i = 10; i < 60; ++i) {  // fifty starts of the app, of which nothing is news
    Device start(i, phones.a.document);
    start.set("z" + std::to_string(i), "title", "1");
    phones.a.document = start.document;
  }
  phones.since = vector_of(phones.a.document);
  phones.b.hear_from(phones.a);
  Device again(3, phones.a.document);
  again.set("x", "title", "2");
  const Delta change = delta_of(again.document, phones.since);
  ASSERT_EQ(change.part.records.size(), 1U);
  EXPECT_EQ(change.part.records[0].id, "x");
  EXPECT_EQ(change.part.actors, std::vector<ActorId>{actor(3)});
  EXPECT_EQ(change.base, std::vector<Seq>{0});
  EXPECT_TRUE(change.unseen.empty());
  EXPECT_LT(formats::write_delta(change).size(), 280U);
  EXPECT_EQ(bytes_of(with(phones.b.document, change)), bytes_of(again.document));
  EXPECT_EQ(writer_vector(change, phones.since), vector_of(again.document));
  EXPECT_FALSE(is_empty(change));
  EXPECT_TRUE(is_empty(delta_of(again.document, vector_of(again.document))));
}

TEST(Delta, IsRefusedWhereSomethingOfBeforeIsMissing) {
  Pair phones;
  phones.a.set("x", "title", "2");
  const VersionVector later = vector_of(phones.a.document);
  phones.a.set("y", "title", "2");
  Document mine = phones.b.document;
  const Result<Applied> gap = apply(mine, delta_of(phones.a.document, later));
  ASSERT_FALSE(gap);
  EXPECT_EQ(gap.error().code, ErrorCode::kNotAllowed);
  EXPECT_EQ(gap.error().key, "error.delta_gap");
  EXPECT_EQ(bytes_of(mine), bytes_of(phones.b.document));
  // With what came before it is taken.
  mine = with(mine, delta_of(phones.a.document, phones.since));
  EXPECT_EQ(bytes_of(mine), bytes_of(phones.a.document));
}

TEST(Delta, IsForOneDossierAndForWholeOnes) {
  Pair phones;
  phones.a.set("x", "title", "2");
  const Delta change = delta_of(phones.a.document, phones.since);
  Document other = phones.b.document;
  other.id = "elders";
  EXPECT_EQ(apply(other, change).error().key, "error.other_dossier");
  other = phones.b.document;
  other.mergeable = false;
  EXPECT_EQ(apply(other, change).error().key, "error.not_mergeable");
  EXPECT_EQ(delta(other, phones.since).error().key, "error.not_mergeable");
}

TEST(Delta, BetweenPhonesThatBothWroteIsExactWhenTheyRememberWhereTheyMet) {
  Pair phones;
  phones.a.set("x", "title", "2");
  phones.b.set("y", "title", "3");
  const Delta there = delta_of(phones.a.document, phones.since);
  const Document b = with(phones.b.document, there, {VersionVector{}, phones.since});
  EXPECT_EQ(bytes_of(b), bytes_of(merged(phones.a.document, phones.b.document)));
  // And the answer needs no memory: b knows what a has seen.
  const Delta back = delta_of(b, writer_vector(there, phones.since));
  EXPECT_EQ(bytes_of(with(phones.a.document, back)), bytes_of(b));
}

TEST(Delta, KeepsBothWhereItCannotTellWhatWasReplaced) {
  Pair phones;
  Device start(7, phones.a.document);  // a new start of the app: the old actor is no news
  start.set("x", "title", "2");
  phones.b.set("y", "title", "3");
  const Delta change = delta_of(start.document, phones.since);
  const Document b = with(phones.b.document, change, {}, 1);
  EXPECT_EQ(conflicts(b).size(), 1U);
  const Document later = merged(b, start.document);
  EXPECT_TRUE(conflicts(later).empty());
  EXPECT_EQ(bytes_of(later), bytes_of(merged(phones.b.document, start.document)));
}

TEST(Delta, ForADeviceThatIsAheadNamesWhatWasNeverSeen) {
  Pair phones;
  phones.b.set("x", "title", "3");
  phones.a.set("y", "title", "2");
  const Delta change = delta_of(phones.a.document, vector_of(phones.b.document));
  EXPECT_EQ(change.unseen, std::vector<ActorId>{actor(2)});
  EXPECT_EQ(bytes_of(with(phones.b.document, change)), bytes_of(merged(phones.a.document, phones.b.document)));
}

TEST(Delta, DoesNotCarryWhatTookNoDot) {
  Pair phones;
  erase_record(phones.a.document, "issue", "x");
  phones.a.set("y", "title", "2");
  const Document b = with(phones.b.document, delta_of(phones.a.document, phones.since));
  EXPECT_NE(find(b, "issue", "x"), nullptr);
  EXPECT_EQ(find(merged(b, phones.a.document), "issue", "x"), nullptr);
}

// ---- over random histories ----

World world_of(std::uint64_t seed) {
  World world(seed, seed % 3 == 0);
  world.run(kSteps);
  return world;
}

const Document& any_of(World& world) {
  const std::size_t i = world.random.index(world.replicas.size() + world.files.size());
  return i < world.replicas.size() ? world.replicas[i].document : world.files[i - world.replicas.size()];
}

bool covers(const VersionVector& vector, const Delta& change) {
  for (std::size_t i = 0; i < change.base.size(); ++i) {
    if (vector.seen(change.part.actors[i]) < change.base[i]) return false;
  }
  return true;
}

/// The sandwich from which all else follows: nothing of b is lost, and nothing comes that a whole merge would not
/// bring.
TEST(DeltaProperties, ADeltaTakesADocumentOnTheWayToTheWholeMerge) {
  std::size_t applied = 0;
  std::size_t refused = 0;
  std::size_t exact = 0;
  std::size_t doubted = 0;
  for (std::uint64_t seed = 1; seed <= kWorlds; ++seed) {
    World world = world_of(seed);
    for (int round = 0; round < 4; ++round) {
      const Document a = any_of(world);
      const Document b = any_of(world);
      const VersionVector since = vector_of(any_of(world));
      const Delta change = delta_of(a, since);
      Document after = b;
      std::vector<VersionVector> known;
      if (world.random.chance(1, 2)) known.push_back(since);
      const Result<Applied> done = apply(after, change, known);
      ASSERT_EQ(done.has_value(), covers(vector_of(b), change)) << seed;
      if (!done) {
        ASSERT_EQ(bytes_of(after), bytes_of(b)) << seed;
        ++refused;
        continue;
      }
      ++applied;
      doubted += done->in_doubt > 0 ? 1U : 0U;
      ASSERT_TRUE(well_formed(after)) << seed;
      const std::string whole = bytes_of(merged(b, a));
      ASSERT_EQ(bytes_of(merged(after, a)), whole) << "a later whole merge ends elsewhere: " << seed;
      ASSERT_EQ(bytes_of(merged(b, after)), bytes_of(after)) << "something of b was lost: " << seed;
      ASSERT_EQ(bytes_of(with(after, change, known, done->in_doubt)), bytes_of(after)) << "not idempotent: " << seed;
      const Document c = any_of(world);
      ASSERT_EQ(bytes_of(merged(merged(after, c), a)), bytes_of(merged(merged(b, c), a))) << seed;
      exact += bytes_of(after) == whole ? 1U : 0U;
    }
  }
  EXPECT_GT(applied, kWorlds);
  EXPECT_GT(refused, kWorlds / 4);
  EXPECT_GT(doubted, kWorlds / 100);
  EXPECT_GT(exact, kWorlds / 2);
  EXPECT_LT(exact, applied);  // erasing does not travel in a delta
}

/// One ordinary write of a random kind.
void write_ordinary(World& world, Replica& at) {
  const Document before = at.document;
  for (;;) {
    world.write_something(at);
    const VersionVector now = vector_of(at.document);
    if (now != vector_of(before)) return;
    at.document = before;  // removing took no dot
  }
}

TEST(DeltaProperties, AfterOrdinaryWritesTheReceiverHasTheSendersBytes) {
  std::size_t deleted = 0;
  for (std::uint64_t seed = 1; seed <= kWorlds; ++seed) {
    World world = world_of(seed);
    const Document start = any_of(world);
    // Two hands go on from there, and one takes in the other.
    Replica a{start, {}, false, world.wild_time(), start};
    Replica b{start, {}, false, world.wild_time(), start};
    for (std::size_t i = world.random.index(6) + 1; i > 0; --i) write_ordinary(world, a);
    for (std::size_t i = world.random.index(4); i > 0; --i) write_ordinary(world, b);
    a.document = merged(a.document, b.document);
    const Delta change = delta_of(a.document, vector_of(start));
    ASSERT_EQ(bytes_of(with(start, change)), bytes_of(a.document)) << seed;
    ASSERT_EQ(writer_vector(change, vector_of(start)), vector_of(a.document)) << seed;
    // Also for the other, who remembers where they met.
    ASSERT_EQ(bytes_of(with(b.document, change, {vector_of(start)})), bytes_of(a.document)) << seed;
    deleted += change.part.fields.back().kind == FieldKind::kDeletion ? 1U : 0U;
  }
  EXPECT_GT(deleted, kWorlds / 20);
}

/// Phones that pass on deltas to each other in any order, some twice, and whole files at the end: the same state as if
/// there had been whole files only.
TEST(DeltaProperties, AnyOrderOfDeltasConvergesOnceWholeFilesAreExchanged) {
  std::size_t taken = 0;
  for (std::uint64_t seed = 1; seed <= kWorlds; ++seed) {
    World world = world_of(seed);
    Document all = world.replicas[0].document;
    for (const Replica& replica : world.replicas) all = merged(all, replica.document);
    std::vector<Delta> lying_about;
    for (int step = 0; step < 20; ++step) {
      Replica& at = world.replicas[world.random.index(world.replicas.size())];
      if (lying_about.empty() || world.random.chance(1, 3)) {
        lying_about.push_back(delta_of(at.document, vector_of(any_of(world))));
      } else if (apply(at.document, lying_about[world.random.index(lying_about.size())])) {
        ++taken;
      }
    }
    Document by_deltas = world.replicas.back().document;
    for (const Replica& replica : world.replicas) by_deltas = merged(by_deltas, replica.document);
    ASSERT_EQ(bytes_of(by_deltas), bytes_of(all)) << seed;
  }
  EXPECT_GT(taken, kWorlds * 2);
}

/// The same while people go on writing and erasing: whatever anybody wrote or dropped is there, and nothing else.
TEST(DeltaProperties, WritingAndErasingBetweenDeltasIsNeitherLostNorUndone) {
  for (std::uint64_t seed = 1; seed <= kWorlds / 2; ++seed) {
    World world(seed, false);
    world.run(kSteps / 2);
    Document all = world.replicas[0].document;
    const auto note = [&all](const Document& document) { all = merged(all, document); };
    for (const Replica& replica : world.replicas) note(replica.document);
    std::vector<Delta> lying_about;
    for (int step = 0; step < 25; ++step) {
      Replica& at = world.replicas[world.random.index(world.replicas.size())];
      const std::size_t dice = world.random.index(10);
      if (dice < 4) {
        world.write_something(at);
        note(at.document);
      } else if (dice < 5) {
        world.erase_something(at);
        note(at.document);
      } else if (dice < 7 || lying_about.empty()) {
        lying_about.push_back(delta_of(at.document, vector_of(any_of(world))));
      } else {
        (void)apply(at.document, lying_about[world.random.index(lying_about.size())]).has_value();
      }
    }
    Document end = world.replicas.back().document;
    for (const Replica& replica : world.replicas) end = merged(end, replica.document);
    ASSERT_EQ(bytes_of(end), bytes_of(all)) << seed;
  }
}

TEST(DeltaProperties, FixedHistoriesGiveTheDeltasThatArePinnedHere) {
  std::string all;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    World world = world_of(seed);
    const Document a = any_of(world);
    all += formats::write_delta(delta_of(a, vector_of(any_of(world))));
  }
  EXPECT_EQ(to_hex(sha256(all)), "1eaf1c037da9d4c7f7858b294dc8f29a59b64214ab3239ec2a868bf19c3100d3");
}

}  // namespace
}  // namespace stoepkrijt::merge::test
