// The form with tables: the same states as the form for reading, byte for byte, and no other text.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/sha256.hpp"
#include "formats/merged/merged.hpp"
#include "hands.hpp"
#include "worlds.hpp"

namespace stoepkrijt::merge::test {
namespace {

using formats::merge_merged;
using formats::read_merged;
using formats::write_as_tables;

std::vector<Document> all_of(const World& world) {
  std::vector<Document> all = world.files;
  for (const Replica& replica : world.replicas) all.push_back(replica.document);
  return all;
}

/// The file of the schema's test and of docs/formats/merge.md.
std::string example() {
  std::ifstream in(std::string(STOEPKRIJT_SOURCE_DIR) + "/tests/fuzz/corpus/merge/tables.json", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Tables, SayWhatTheOtherFormSays) {
  for (std::uint64_t seed = 1; seed <= 1'000; ++seed) {
    World world(seed, seed % 3 == 0);
    world.run(60);
    for (const Document& document : all_of(world)) {
      const std::string tables = write_as_tables(document);
      const auto read = read_merged(tables);
      ASSERT_TRUE(read) << seed << tables;
      ASSERT_EQ(bytes_of(*read), bytes_of(document)) << seed;
      ASSERT_EQ(write_as_tables(*read), tables) << seed;
      ASSERT_TRUE(well_formed(*read)) << seed;
    }
  }
}

/// Natively and in WebAssembly: what is packed is the same file everywhere.
TEST(Tables, OfFixedHistoriesAreThePinnedBytes) {
  std::string all;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    World world(seed, seed % 3 == 0);
    world.run(60);
    for (const Document& document : all_of(world)) all += to_hex(sha256(write_as_tables(document)));
  }
  EXPECT_EQ(to_hex(sha256(all)), "277d8459fdca164f1b96f108b83f74dc9760fd8481f6f9a26f30195e170e82e1");
}

TEST(Tables, OfTheExampleAreWhatStandsInTheDocument) {
  Device a(1);
  for (const auto& [id, title] : {std::pair("z", "\"Losse tegel\""), std::pair("x", "\"Scheve paal\"")}) {
    a.set(id, "time_ms", std::to_string(a.wall - 60'000));
    a.set(id, "title", title);
  }
  Device b(2, a.document);
  b.wall += 1'000;
  b.set("x", "title", "\"Paal\"");
  b.write(Write::Op::kEvent, "x", "status", "{\"to\":\"open\"}");
  b.write(Write::Op::kEvent, "x", "status", "{\"to\":\"done\"}");
  EXPECT_EQ(write_as_tables(b.document), example());
  EXPECT_EQ(bytes_of(*read_merged(example())), bytes_of(b.document));
}

TEST(Tables, WithAnyByteChangedAreRefusedOrWellFormed) {
  constexpr std::string_view kBytes = "0123456789\"\\,:{}[]abnotruels-. \x01\x7f\xc3\xa9";
  std::size_t read = 0;
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    World world(seed, seed % 3 == 0);
    world.run(60);
    const Document into = world.replicas[0].document;
    for (int i = 0; i < 20; ++i) {
      std::string text = write_as_tables(world.replicas[world.random.index(world.replicas.size())].document);
      std::size_t at = world.random.index(text.size());
      if (world.random.chance(2, 3)) at = text.find_first_of("0123456789", at);
      if (at >= text.size()) continue;
      const bool digit = text[at] >= '0' && text[at] <= '9';
      text[at] = digit ? static_cast<char>('0' + world.random.index(10)) : kBytes[world.random.index(kBytes.size())];
      const auto document = read_merged(text);
      if (!document) {
        ASSERT_GT(document.error().where.line, 0U) << text;
        continue;
      }
      ++read;
      ASSERT_TRUE(well_formed(*document)) << text;
      ASSERT_EQ(bytes_of(*read_merged(write_as_tables(*document))), bytes_of(*document)) << text;
      Document one = into;
      Document other = into;
      const std::string_view texts[] = {text};
      ASSERT_EQ(merge(one, *document).has_value(), merge_merged(other, texts).has_value());
      ASSERT_EQ(bytes_of(one), bytes_of(other)) << text;
    }
  }
  EXPECT_GT(read, 1'000U);
}

TEST(Tables, CutOffAnywhereAreRefused) {
  const std::string good = example();
  for (std::size_t n = 0; n < good.size(); ++n) ASSERT_FALSE(read_merged(good.substr(0, n))) << n;
}

TEST(Tables, AreRefusedWithAReason) {
  struct Case {
    std::string_view from;
    std::string_view to;
    std::string_view key;
  };
  const Case cases[] = {
      {"{\"actors\"", " {\"actors\"", "error.bad_tables"},               // in one form only
      {"\"version\":2", "\"version\":3", "error.newer_version"},         // whatever else is in it
      {"\"shape_of\":[0,1]", "\"shape_of\":[0,2]", "error.bad_tables"},  // a shape that is not there
      {"\"shape_of\":[0,1]", "\"shape_of\":[0]", "error.bad_tables"},    // a record without a shape
      {"\"ids\":[\"z\",\"x\"]", "\"ids\":[\"z\",\"z\"]", "error.duplicate_id"},
      {"\"ids\":[\"z\",\"x\"]", "\"ids\":[\"z\",\"x y\"]", "error.bad_tables"},
      {"\"plain_times\":{\"time_ms\":[-60000,-60000]}", "\"plain_times\":{\"time_ms\":[-60000]}", "error.bad_tables"},
      {"\"plain_times\":{\"time_ms\":[-60000,", "\"plain_times\":{\"time_ms\":[-60000,-60000,", "error.bad_tables"},
      {"\"plain_times\":", "\"plain_hours\":", "error.bad_tables"},
      {"-60000", "-0", "error.bad_tables"},
      {"\"mergeable\":true,", "\"mergeable\":true,\"records\":{},", "error.bad_tables"},
  };
  for (const Case& c : cases) {
    std::string text = example();
    const std::size_t at = text.find(c.from);
    ASSERT_NE(at, std::string::npos) << c.from;
    const auto read = read_merged(text.replace(at, c.from.size(), c.to));
    ASSERT_FALSE(read) << c.to;
    EXPECT_EQ(read.error().key, c.key) << c.to;
    EXPECT_GT(read.error().where.line, 0U);
  }
}

TEST(Tables, HoldIdsThatAreEscaped) {
  Device a(1);
  a.document.id = "a\\b";
  a.set("c\\d\\", "title", "1");
  const auto read = read_merged(write_as_tables(a.document));
  ASSERT_TRUE(read);
  EXPECT_EQ(bytes_of(*read), bytes_of(a.document));
}

}  // namespace
}  // namespace stoepkrijt::merge::test
