// Files read the quick way: the canonical reader says the same as the reader of any JSON, and many files merged at once
// are what they are one after the other.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "hands.hpp"
#include "worlds.hpp"

namespace stoepkrijt::merge::test {
namespace {

using formats::merge_merged;
using formats::read_merged;

Document any_of(World& world) {
  const std::size_t i = world.random.index(world.replicas.size() + world.files.size());
  return i < world.replicas.size() ? world.replicas[i].document : world.files[i - world.replicas.size()];
}

/// The same text with white space before it is read by the reader of any JSON.
void expect_read_alike(const std::string& text) {
  const auto quick = read_merged(text);
  const auto thorough = read_merged("\n" + text);
  ASSERT_EQ(quick.has_value(), thorough.has_value()) << text;
  if (quick) {
    ASSERT_TRUE(well_formed(*quick)) << text;
    ASSERT_EQ(bytes_of(*quick), bytes_of(*thorough)) << text;
    return;
  }
  ASSERT_EQ(quick.error().key, thorough.error().key) << text;
  ASSERT_EQ(quick.error().where.path, thorough.error().where.path) << text;
  const std::uint64_t offset = quick.error().where.offset;
  // What is about the file as a whole stands at its start.
  ASSERT_TRUE(thorough.error().where.offset == offset + 1 || (offset == 0 && thorough.error().where.offset == 0))
      << text;
}

/// As a device would have it: one, or after another one by one, some in a form for people.
void expect_merged_alike(const Document& into, const std::vector<std::string>& texts) {
  Document one_by_one = into;
  bool good = true;
  for (const std::string& text : texts) {
    const auto read = read_merged("\n" + text);
    good = good && read && merge(one_by_one, *read);
  }
  Document at_once = into;
  const Result<void> done = merge_merged(at_once, std::vector<std::string_view>(texts.begin(), texts.end()));
  ASSERT_EQ(done.has_value(), good);
  ASSERT_TRUE(well_formed(at_once));
  ASSERT_EQ(bytes_of(at_once), good ? bytes_of(one_by_one) : bytes_of(into));
}

TEST(MergedFiles, AtOnceAreAsOneAfterTheOther) {
  for (std::uint64_t seed = 1; seed <= 3'000; ++seed) {
    World world(seed, seed % 3 == 0);
    world.run(60);
    const Document into = any_of(world);
    std::vector<std::string> texts;
    for (std::size_t n = 1 + world.random.index(4); n > 0; --n) {
      const bool pretty = world.random.chance(1, 8);
      texts.push_back(formats::write_merged(any_of(world), pretty ? json::Style::kPretty : json::Style::kCanonical));
    }
    expect_merged_alike(into, texts);
    if (HasFatalFailure()) FAIL() << "world " << seed;
  }
}

/// Hostile ones: a byte of a file is another; where that can still be read, it merges by the same laws.
TEST(MergedFiles, WithABytesChangedAreReadAndMergedAlike) {
  constexpr std::string_view kBytes = "0123456789\"\\,:{}[]abnotruels-. \x01\x7f\xc3\xa9";
  std::size_t read = 0;
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    World world(seed, seed % 3 == 0);
    world.run(60);
    const Document into = any_of(world);
    for (int i = 0; i < 20; ++i) {
      std::string text = bytes_of(any_of(world));
      for (std::size_t n = 1 + world.random.index(2); n > 0; --n) {
        std::size_t at = world.random.index(text.size());
        // Mostly a digit, of a dot or a clock: such a file is still one.
        if (world.random.chance(2, 3)) at = text.find_first_of("0123456789", at);
        if (at >= text.size()) continue;
        const bool digit = text[at] >= '0' && text[at] <= '9';
        text[at] = digit ? static_cast<char>('0' + world.random.index(10)) : kBytes[world.random.index(kBytes.size())];
      }
      expect_read_alike(text);
      expect_merged_alike(into, {text});
      if (HasFatalFailure()) FAIL() << "world " << seed;
      read += read_merged(text) ? 1U : 0U;
    }
  }
  EXPECT_GT(read, 1'000U);
}

/// After a file that says the same by the same bytes, a record is only compared with these: what surrounds it may still
/// be hostile.
TEST(MergedFiles, AfterOthersOfTheSameBytesAreMergedAlike) {
  std::size_t read = 0;
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    World world(seed, seed % 3 == 0);
    world.run(60);
    const Document into = any_of(world);
    for (int i = 0; i < 10; ++i) {
      const std::string good = bytes_of(i % 2 == 0 ? into : any_of(world));
      std::string text = good;
      const std::size_t end = world.random.chance(1, 2) ? text.find("\"format\"") : text.size();  // mostly: the table
      const std::size_t at = text.find_first_of("0123456789", world.random.index(end));
      if (at >= text.size()) continue;
      text[at] = static_cast<char>('0' + world.random.index(10));
      expect_merged_alike(into, {good, text, good, text});
      expect_merged_alike(into, {good, bytes_of(any_of(world)), text});
      if (HasFatalFailure()) FAIL() << "world " << seed;
      read += read_merged(text) ? 1U : 0U;
    }
  }
  EXPECT_GT(read, 1'000U);
}

TEST(MergedFiles, GetNothingPastTheReaderByTheBytesOfTheFileBefore) {
  const std::string record = "\"x\":{\"at\":[0,1,5,0],\"events\":{\"e\":[[1,2,5,5,1]]},\"plain\":{\"p\":1,\"q\":2}}";
  const auto file = [](std::string_view actors, const std::string& records) {
    return "{\"actors\":{" + std::string(actors) +
           "},\"format\":\"stoepkrijt-dossier\",\"id\":\"wijk\",\"mergeable\":true,\"records\":{\"k\":{" + records +
           "}},\"version\":2}";
  };
  const std::string one = "\"00000000000000000000000001\":";
  const std::string two = "\"00000000000000000000000002\":";
  const std::string three = "\"00000000000000000000000003\":";
  const std::string good = file(one + "2," + two + "2", record);
  const Document mine = *read_merged(good);
  const std::array<std::pair<std::string, std::string_view>, 7> next{{
      {good, ""},
      {file(one + "1," + two + "2", record), "error.dot_unseen"},
      {file(one + "2," + two + "1", record), "error.dot_unseen"},
      {file(one + "2", record), "error.actor_not_listed"},
      // The same bytes by other actors say something else.
      {file(one + "2," + three + "2", record), ""},
      {file("\"00000000000000000000000000\":2," + one + "2," + two + "2", record), ""},
      {file(one + "2," + two + "2", record + ",\"y\":{\"at\":[0,2,5,0],\"plain\":{\"p\":1}}"), "error.dot_twice"},
  }};
  for (const auto& [text, fault] : next) {
    expect_merged_alike(mine, {good, text});
    Document into = mine;
    const std::string_view texts[] = {good, text};
    const Result<void> done = merge_merged(into, texts);
    EXPECT_EQ(done ? "" : done.error().key, fault) << text;
  }
}

/// A document with one record, whose register "waarde" says `value`.
std::string with_value(std::string_view value) {
  return "{\"actors\":{\"00000000000000000000000001\":9},\"format\":\"stoepkrijt-dossier\",\"id\":\"wijk\","
         "\"mergeable\":true,\"records\":{\"issue\":{\"x\":{\"at\":[0,1,5,0],\"plain\":{\"waarde\":" +
         std::string(value) + "}}}},\"version\":2}";
}

TEST(MergedFiles, WithValuesOfEveryFormAreReadAlike) {
  const std::string deep(32, '[');
  const std::string values[] = {
      "null",
      "true",
      "false",
      "nul",
      "truex",
      "0",
      "-0",
      "-1",
      "00",
      "01",
      "1.0",
      "1e3",
      "-",
      "+1",
      "999999999999999999",
      "9223372036854775807",
      "9223372036854775808",
      "-9223372036854775808",
      "-9223372036854775809",
      "\"\"",
      "\"a\"",
      "\"a",
      "\"\\\"\\\\\\b\\f\\n\\r\\t\"",
      "\"\\/\"",
      "\"\\u000a\"",
      "\"\\u000b\"",
      "\"\\u000B\"",
      "\"\\u0000\"",
      "\"\\u001f\"",
      "\"\\u0020\"",
      "\"\\u00e9\"",
      "\"\\ud83c\\udf33\"",
      "\"\\ud83c\"",
      "\"\\u00\"",
      "\"\\x\"",
      "\"\\",
      "\"één 🌳 道\"",
      "\"\xc3\"",
      "\"\xed\xa0\x80\"",
      "\"\x7f\"",
      "\"\x01\"",
      "\"lang genoeg om met acht tegelijk te gaan, \\\"en dan nog wat\\\"\"",
      "[]",
      "[1]",
      "[1,]",
      "[1 ,2]",
      "[1,2",
      "{}",
      "{\"a\":1}",
      "{\"a\":1,\"b\":2}",
      "{\"b\":1,\"a\":2}",
      "{\"a\":1,\"a\":2}",
      "{\"a\":1,}",
      "{\"a\" :1}",
      "{\"a\":}",
      "{a:1}",
      "{\"\":1,\"a\":2}",
      "{\"a\\n\":1}",
      "{\"a\\n\":1,\"a\\u000b\":2}",
      "{\"\\u0061\":1,\"a\":2}",
      "{\"a\":{\"b\":[{},[],\"\"]}}",
      deep + std::string(32, ']'),
      "[" + deep + std::string(33, ']'),
  };
  std::size_t read = 0;
  for (const std::string& value : values) {
    expect_read_alike(with_value(value));
    read += read_merged(with_value(value)) ? 1U : 0U;
    // Cut off within the value, and with something behind it.
    expect_read_alike(with_value(value + "1"));
    expect_read_alike(with_value(value).substr(0, with_value(value).find("waarde") + 9));
  }
  EXPECT_GT(read, 30U);
}

/// In "plain" and in lists, in any order of records, kinds, names and groups: what is not canonical is read all the
/// same.
TEST(MergedFiles, ThatAreNotCanonicalAreReadAlike) {
  const std::string good =
      "{\"actors\":{\"00000000000000000000000001\":9,\"00000000000000000000000002\":3},\"format\":\"stoepkrijt-"
      "dossier\","
      "\"id\":\"wijk\",\"mergeable\":false,\"records\":{\"a\":{\"x\":{\"at\":[0,1,5,0],\"events\":{\"e\":[[1,1,5,5,1],["
      "1,2,5,6,1]]},"
      "\"plain\":{\"p\":1,\"q\":2}},\"y\":{\"at\":[0,4,5,0],\"plain\":{\"p\":1}}},\"b\":{\"x\":{\"deleted\":[[0,6,5,0,"
      "null]],"
      "\"dots\":{\"p\":[[0,5,7,1,1],[1,3,7,0,1]],\"q\":[[0,7,5,9,2],[0,8,5,7,3]]},\"sets\":{\"s\":[[0,9,5,0,\"z\"]]}}}}"
      ",\"version\":2}";
  const std::array<std::array<std::string_view, 2>, 16> changes{{
      {"\"id\":\"wijk\"", "\"id\":\"wi\\u006ak\""},
      {"\"p\":1,\"q\":2", "\"q\":2,\"p\":1"},
      {"\"y\":{\"at\"", "\"w\":{\"at\""},
      {"\"y\":{\"at\"", "\"x\":{\"at\""},
      {"\"b\":{\"x\"", "\"A\":{\"x\""},
      {"\"b\":{\"x\"", "\"a\":{\"x\""},
      {"[1,1,5,5,1],[1,2,5,6,1]", "[1,2,5,6,1],[1,1,5,5,1]"},
      {"[1,1,5,5,1],[1,2,5,6,1]", "[1,1,5,5,1],[1,1,5,6,1]"},
      {"[1,1,5,5,1],[1,2,5,6,1]", "[1,1,5,5,1],[1,1,5,5,1]"},
      {"\"at\":[0,4,5,0],", ""},
      {",\"plain\":{\"p\":1}}}", "}}"},
      {"\"deleted\":[[0,6,5,0,null]]", "\"deleted\":[]"},
      {"00000000000000000000000002", "00000000000000000000000000"},
      {"\"sets\":", "\"events\":{\"s\":[[0,9,5,0,1]]},\"sets\":"},
      {"\"version\":2}", "\"version\":02}"},
      {"\"version\":2}", "\"version\":2}}"},
  }};
  expect_read_alike(good);
  ASSERT_TRUE(read_merged(good));
  EXPECT_EQ(bytes_of(*read_merged(good)), good);
  for (const auto& [from, to] : changes) {
    std::string text = good;
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    expect_read_alike(text.replace(at, from.size(), to));
  }
}

/// Sparse: writes of which nearly none are held any more are not counted one by one.
TEST(MergedFiles, WithADotInTwoRecordsAreRefusedHoweverManyWereSeen) {
  for (const std::string_view seen : {"7", "9007199254740991"}) {
    for (const std::string_view second : {"6", "7"}) {
      const std::string text = "{\"actors\":{\"00000000000000000000000001\":" + std::string(seen) +
                               "},\"format\":\"stoepkrijt-dossier\",\"id\":\"wijk\",\"mergeable\":true,\"records\":{"
                               "\"k\":{\"a\":{\"at\":[0,5,1,1],"
                               "\"plain\":{\"p\":1,\"q\":1}},\"b\":{\"at\":[0," +
                               std::string(second) + ",1,1],\"plain\":{\"p\":1}}}},\"version\":2}";
      expect_read_alike(text);
      const auto read = read_merged(text);
      EXPECT_EQ(read ? "" : read.error().key, second == "7" ? "" : "error.dot_twice");
      // And where one of the two records is known already.
      const Document mine = *read_merged(text.substr(0, text.find(",\"b\":")) + "}},\"version\":2}");
      expect_merged_alike(mine, {text});
    }
  }
}

TEST(MergedFiles, AreAllTakenInOrNone) {
  Device a(1);
  a.set("x", "title", "1");
  Device b(2, a.document);
  b.set("x", "title", "2");
  Document other = b.document;
  other.id = "andere";
  const std::string good = bytes_of(b.document);
  const std::string_view broken[] = {good, "{}"};
  Document into = a.document;
  const Result<void> refused = merge_merged(into, broken);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kWrongFormat);
  const std::pair<std::string, std::string> second{"file", "2"};
  EXPECT_EQ(std::count(refused.error().args.begin(), refused.error().args.end(), second), 1);
  EXPECT_EQ(bytes_of(into), bytes_of(a.document));
  const std::string foreign = bytes_of(other);
  const std::string_view mixed[] = {good, foreign};
  EXPECT_EQ(merge_merged(into, mixed).error().key, "error.other_dossier");
  EXPECT_EQ(bytes_of(into), bytes_of(a.document));
  EXPECT_TRUE(merge_merged(into, {}));
  EXPECT_EQ(bytes_of(into), bytes_of(a.document));
}

}  // namespace
}  // namespace stoepkrijt::merge::test
