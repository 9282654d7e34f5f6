// What must hold for every history (design: merge), over thousands of random ones: whole documents with registers,
// events, links, deletions and erasing; wild clocks, old files, restored disks and, in every third world, clones.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/sha256.hpp"
#include "hands.hpp"
#include "reference.hpp"
#include "worlds.hpp"

namespace stoepkrijt::merge::test {
namespace {

constexpr std::uint64_t kWorlds = 8'000;
constexpr std::size_t kSteps = 60;

World world_of(std::uint64_t seed) {
  World world(seed, seed % 3 == 0);
  world.run(kSteps);
  return world;
}

const Document& any_of(World& world) {
  const std::size_t i = world.random.index(world.replicas.size() + world.files.size());
  return i < world.replicas.size() ? world.replicas[i].document : world.files[i - world.replicas.size()];
}

/// Everybody's document into one, in a random order.
Document all_merged(World& world) {
  std::vector<const Document*> all;
  for (const Replica& replica : world.replicas) all.push_back(&replica.document);
  for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[world.random.index(i)]);
  Document out = *all[0];
  for (std::size_t i = 1; i < all.size(); ++i) EXPECT_TRUE(merge(out, *all[i]));
  return out;
}

TEST(MergeProperties, TheLawsHoldForEveryHistory) {
  std::size_t twins = 0;
  std::size_t conflicting = 0;
  std::size_t clones = 0;
  std::size_t restores = 0;
  for (std::uint64_t seed = 1; seed <= kWorlds; ++seed) {
    World world = world_of(seed);
    const Document a = any_of(world);
    const Document b = any_of(world);
    const Document c = any_of(world);
    const Document ab = merged(a, b);
    const std::string bytes = bytes_of(ab);
    ASSERT_EQ(bytes_of(merged(b, a)), bytes) << "not commutative: " << seed;
    ASSERT_EQ(bytes_of(merged(ab, c)), bytes_of(merged(a, merged(b, c)))) << "not associative: " << seed;
    ASSERT_EQ(bytes_of(merged(a, a)), bytes_of(a)) << "not idempotent: " << seed;
    ASSERT_EQ(bytes_of(merged(ab, a)), bytes) << "does not absorb: " << seed;
    ASSERT_EQ(reference_of(ab), joined(reference_of(a), reference_of(b))) << "not by the definition: " << seed;
    clones += world.made[World::kClone] + world.made[World::kForge];
    restores += world.made[World::kRestoreDisk];
    twins += warnings(ab, kMaxTimeMs).empty() ? 0U : 1U;
    conflicting += conflicts(ab).empty() ? 0U : 1U;
  }
  // The histories are what they are meant to be.
  EXPECT_GT(clones, kWorlds / 2);
  EXPECT_GT(restores, kWorlds);
  EXPECT_GT(twins, kWorlds / 100);
  EXPECT_GT(conflicting, kWorlds / 10);
}

TEST(MergeProperties, EveryOrderOfExchangeEndsInTheSameBytes) {
  for (std::uint64_t seed = 1; seed <= kWorlds; ++seed) {
    World world = world_of(seed);
    const std::string once = bytes_of(all_merged(world));
    ASSERT_EQ(bytes_of(all_merged(world)), once) << seed;
    // By gossip, with some exchanges one way only and some twice; then a last round for those that lag behind.
    for (int i = 0; i < 6; ++i) {
      const Document& from = world.replicas[world.random.index(world.replicas.size())].document;
      ASSERT_TRUE(merge(world.replicas[world.random.index(world.replicas.size())].document, from));
    }
    const Document all = all_merged(world);
    ASSERT_EQ(bytes_of(all), once) << seed;
    for (Replica& replica : world.replicas) {
      ASSERT_TRUE(merge(replica.document, all));
      ASSERT_EQ(bytes_of(replica.document), once) << seed;
    }
  }
}

TEST(MergeProperties, WhatIsWrittenIsReadAgain) {
  for (std::uint64_t seed = 1; seed <= 1'500; ++seed) {
    World world = world_of(seed);
    const Document all = all_merged(world);
    const std::string bytes = bytes_of(all);
    const Result<Document> again = formats::read_merged(bytes);
    ASSERT_TRUE(again) << seed << ' ' << again.error().key << ' ' << again.error().where.path << '\n' << bytes;
    ASSERT_TRUE(well_formed(*again));
    ASSERT_EQ(bytes_of(*again), bytes) << seed;
    ASSERT_EQ(reference_of(*again), reference_of(all)) << seed;
  }
}

/// The deletion keeps only the part of the deleter's version vector that can matter; it says the same as the whole.
TEST(MergeProperties, ADeletionHidesAsTheWholeVersionVectorOfItsWriterWould) {
  std::size_t hidden = 0;
  std::size_t disputed = 0;
  for (std::uint64_t seed = 1; seed <= 3'000; ++seed) {
    World world(seed, false);
    world.run(kSteps);
    const Document all = all_merged(world);
    for (const Record& record : all.records) {
      VersionVector known;
      bool back = false;
      bool deleted = false;
      for (const Held& held : field_of(all, record, FieldKind::kDeletion, "")) {
        const bool restored = record.value(held) == kNoValue;
        back = back || restored;
        deleted = deleted || !restored;
        if (!restored) known.join(world.deletions.at(dot_of(all, held)));
      }
      const bool all_known = std::all_of(record.held.begin(), record.held.end(), [&](const Held& held) {
        return all.fields[held.field].kind == FieldKind::kDeletion || known.covers(dot_of(all, held));
      });
      ASSERT_EQ(is_hidden(all, record), deleted && !back && all_known) << seed;
      ASSERT_EQ(deletion_disputed(all, record), deleted && (back || !all_known)) << seed;
      hidden += is_hidden(all, record) ? 1U : 0U;
      disputed += deletion_disputed(all, record) ? 1U : 0U;
    }
  }
  EXPECT_GT(hidden, 100U);
  EXPECT_GT(disputed, 100U);
}

/// Equal on every machine: natively and in WebAssembly. A change of format or kernel changes it, knowingly.
TEST(MergeProperties, FixedHistoriesEndInTheStateThatIsPinnedHere) {
  std::string names;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    World world = world_of(seed);
    names += formats::state_name(all_merged(world));
  }
  EXPECT_EQ(to_hex(sha256(names)), "bcdb1e1d9b56cd61c05dcc3bd1d21264f4ce6ff95f8187f536923084f9fb4178");
}

}  // namespace
}  // namespace stoepkrijt::merge::test
