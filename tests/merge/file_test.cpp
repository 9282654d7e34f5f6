// The document as a file: canonical bytes, strict reading, and what is refused, with its place.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/sha256.hpp"
#include "hands.hpp"

namespace stoepkrijt::merge::test {
namespace {

using formats::read_merged;

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

/// One record written at one go by a, with later a change by b, an event and a link.
Document sample() {
  Device a(1);
  a.set("x", "level", "\"A\"");
  a.set("x", "place", "[44912345,519239147]");
  a.set("x", "title", "\"Losse tegel\"");
  Device b(2, a.document);
  b.set("x", "place", "[44912346,519239147]");
  b.write(Write::Op::kEvent, "x", "status", "{\"to\":\"open\"}");
  b.write(Write::Op::kAdd, "x", "doubles", "\"y\"");
  a.hear_from(b);
  a.write(Write::Op::kDelete, "x");
  return a.document;
}

const std::string kSample =
    "{\"actors\":{\"00000000000000000000000001\":4,\"00000000000000000000000002\":3},\"format\":\"stoepkrijt-dossier\","
    "\"id\":\"wijk\",\"mergeable\":true,\"records\":{\"issue\":{\"x\":{\"at\":[0,1,1790000000000,1],"
    "\"deleted\":[[0,4,1790000000000,9,{\"00000000000000000000000001\":3,\"00000000000000000000000002\":3}]],"
    "\"dots\":{\"place\":[[1,1,1790000000000,5,[44912346,519239147]]]},"
    "\"events\":{\"status\":[[1,2,1790000000000,6,{\"to\":\"open\"}]]},"
    "\"plain\":{\"level\":\"A\",\"title\":\"Losse tegel\"},"
    "\"sets\":{\"doubles\":[[1,3,1790000000000,7,\"y\"]]}}}},\"version\":2}";

TEST(MergedFile, IsWrittenInOneCanonicalForm) {
  std::string bytes = bytes_of(sample());
  EXPECT_EQ(bytes, kSample);
  EXPECT_EQ(formats::state_name(sample()), to_hex(sha256(bytes)));
  EXPECT_EQ(bytes_of(Device::empty()),
            "{\"actors\":{},\"format\":\"stoepkrijt-dossier\",\"id\":\"wijk\",\"mergeable\":true,\"records\":{},"
            "\"version\":2}");
}

TEST(MergedFile, IsReadInAnyOrderWithAnyWhiteSpace) {
  const std::string pretty = formats::write_merged(sample(), json::Style::kPretty);
  const auto again = read_merged(pretty);
  ASSERT_TRUE(again);
  EXPECT_TRUE(well_formed(*again));
  EXPECT_EQ(bytes_of(*again), kSample);
  const std::string turned =
      "{\"version\":2,\"records\":{\"issue\":{\"x\":{\"sets\":{\"doubles\":[[1,3,1790000000000,7,\"y\"]]},"
      "\"plain\":{\"title\":\"Losse tegel\",\"level\":\"A\"},"
      "\"events\":{\"status\":[[1,2,1790000000000,6,{\"to\":\"open\"}]]},"
      "\"dots\":{\"place\":[[1,1,1790000000000,5,[44912346,519239147]]]},"
      "\"deleted\":[[0,4,1790000000000,9,{\"00000000000000000000000002\":3,\"00000000000000000000000001\":3}]],"
      "\"at\":[0,1,1790000000000,1]}}},\"mergeable\":true,\"id\":\"wijk\",\"format\":\"stoepkrijt-dossier\","
      "\"actors\":{\"00000000000000000000000002\":3,\"00000000000000000000000001\":4}}";
  const auto other = read_merged(turned);
  ASSERT_TRUE(other) << other.error().key << other.error().where.path;
  EXPECT_EQ(bytes_of(*other), kSample);
}

TEST(MergedFile, MayStampEveryFieldOnItsOwn) {
  const std::string text =
      "{\"actors\":{\"00000000000000000000000001\":2},\"format\":\"stoepkrijt-dossier\",\"id\":\"wijk\","
      "\"mergeable\":true,\"records\":{\"k\":{\"b\":{\"dots\":{\"y\":[[0,1,5,0,1]]}},"
      "\"a\":{\"dots\":{\"z\":[[0,2,5,1,1]]}}}},\"version\":2}";
  const auto read = read_merged(text);
  ASSERT_TRUE(read);
  EXPECT_TRUE(well_formed(*read));
  EXPECT_EQ(bytes_of(*read),
            "{\"actors\":{\"00000000000000000000000001\":2},\"format\":\"stoepkrijt-dossier\",\"id\":\"wijk\","
            "\"mergeable\":true,\"records\":{\"k\":{\"a\":{\"at\":[0,2,5,1],\"plain\":{\"z\":1}},"
            "\"b\":{\"at\":[0,1,5,0],\"plain\":{\"y\":1}}}},\"version\":2}");
}

TEST(MergedFile, OfADotWithTwoContentsHoldsBothInOrder) {
  Device a(1);
  a.set("x", "title", "1");
  const std::string one = bytes_of(a.document);
  const auto two = read_merged(replaced(one, "\"title\":1", "\"title\":2"));
  ASSERT_TRUE(two);
  const Document both = merged(a.document, *two);
  const auto again = read_merged(bytes_of(both));
  ASSERT_TRUE(again);
  EXPECT_EQ(bytes_of(*again), bytes_of(both));
  EXPECT_EQ(warnings(*again, kNow).size(), 1U);
}

/// The file that the published JSON Schema is held against (tests/tools/merged_schema.test.mjs).
TEST(MergedFile, OfTheSchemasTestIsWhatIsWrittenHere) {
  std::ifstream in(std::string(STOEPKRIJT_SOURCE_DIR) + "/tests/fuzz/corpus/merge/one.json", std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  EXPECT_EQ(text.str(), kSample);
}

struct Fault {
  const char* from;
  const char* to;
  ErrorCode code;
  const char* key;
  const char* path;
};

TEST(MergedFile, IsRefusedWholeWithThePlaceAndTheReason) {
  const Fault faults[] = {
      {"\"format\":\"stoepkrijt-dossier\"", "\"format\":\"x\"", ErrorCode::kWrongFormat, "error.wrong_format", ""},
      {"\"version\":2", "\"version\":3", ErrorCode::kNewerVersion, "error.newer_version", ""},
      {"\"version\":2", "\"version\":1", ErrorCode::kWrongFormat, "error.older_version", ""},
      {",\"version\":2", "", ErrorCode::kMissing, "error.missing", ""},
      {"\"mergeable\":true,", "", ErrorCode::kMissing, "error.missing", ""},
      {"\"mergeable\":true", "\"mergeable\":1", ErrorCode::kWrongType, "error.wrong_type", "mergeable"},
      {"\"mergeable\":true", "\"extra\":true", ErrorCode::kUnknownKey, "error.unknown_key", "id"},
      {"\"id\":\"wijk\"", "\"id\":\"w k\"", ErrorCode::kNotAllowed, "error.bad_id", "id"},
      {"\"id\":\"wijk\"", "\"id\":\"wijk\",\"id\":\"wijk\"", ErrorCode::kDuplicateKey, "error.duplicate_key", "id"},
      {"00000000000000000000000001\":4", "0000000000000000000000000I\":4", ErrorCode::kNotAllowed, "error.bad_actor",
       "actors"},
      {"00000000000000000000000001\":4", "00000000000000000000000002\":4", ErrorCode::kDuplicateKey,
       "error.duplicate_key", "actors"},
      {"00000000000000000000000001\":4", "00000000000000000000000001\":0", ErrorCode::kNotAllowed, "error.bad_stamp",
       "actors"},
      {"00000000000000000000000001\":4", "00000000000000000000000001\":9007199254740992", ErrorCode::kOverflow,
       "error.number_above_limit", "actors"},
      {"\"issue\"", "\"Issue\"", ErrorCode::kNotAllowed, "error.bad_field", "records"},
      {"\"plain\":{\"level\"", "\"plain\":{\"Level\"", ErrorCode::kNotAllowed, "error.bad_field",
       "records.issue.x.plain"},
      {"\"at\":[0,1", "\"at\":[2,1", ErrorCode::kUnknownId, "error.actor_not_listed", "records.issue.x"},
      {"\"at\":[0,1", "\"at\":[0,3", ErrorCode::kUnknownId, "error.dot_unseen", "records.issue.x"},
      {"\"at\":[0,1", "\"at\":[0,2", ErrorCode::kDuplicateId, "error.dot_twice", "records.issue.x"},
      {"\"at\":[0,1", "\"at\":[0,0", ErrorCode::kNotAllowed, "error.bad_stamp", "records.issue.x.at"},
      {"\"at\":[0,1,", "\"at\":[0,", ErrorCode::kWrongType, "error.bad_stamp", "records.issue.x.at"},
      {"\"at\":[0,1,1790000000000,1]", "\"at\":[0,1,1790000000000,1,1]", ErrorCode::kWrongType, "error.bad_stamp",
       "records.issue.x.at"},
      {"\"at\":[0,1,1790000000000", "\"at\":[0,1,-1", ErrorCode::kNegative, "error.negative", "records.issue.x.at"},
      {"\"at\":[0,1,1790000000000", "\"at\":[0,1,1.5", ErrorCode::kWrongType, "error.not_whole", "records.issue.x.at"},
      {"\"at\":[0,1,1790000000000,1],", "", ErrorCode::kNotAllowed, "error.bad_stamp", "records.issue.x"},
      {"{\"level\":\"A\",\"title\":\"Losse tegel\"}", "{}", ErrorCode::kNotAllowed, "error.field_empty",
       "records.issue.x.plain"},
      {"{\"doubles\":[[1,3,1790000000000,7,\"y\"]]}", "{}", ErrorCode::kNotAllowed, "error.field_empty",
       "records.issue.x.sets"},
      {"\"records\":{", "\"records\":{\"kind\":{},", ErrorCode::kNotAllowed, "error.field_empty", "records.kind"},
      {"\"title\":\"Losse tegel\"", "\"level\":1", ErrorCode::kNotAllowed, "error.field_twice", "records.issue.x"},
      {"\"title\":\"Losse tegel\"", "\"place\":1", ErrorCode::kNotAllowed, "error.field_twice", "records.issue.x"},
      {"\"title\":\"Losse tegel\"", "\"title\":1.5", ErrorCode::kWrongType, "error.not_whole", "records.issue.x.plain"},
      {"{\"to\":\"open\"}", "{\"to\":1,\"to\":2}", ErrorCode::kDuplicateKey, "error.duplicate_key",
       "records.issue.x.events"},
      {"[[1,3,1790000000000,7,\"y\"]]", "[]", ErrorCode::kNotAllowed, "error.field_empty", "records.issue.x"},
      {"[[1,3,1790000000000,7,\"y\"]]", "[[1,3,1790000000000,7]]", ErrorCode::kWrongType, "error.bad_stamp",
       "records.issue.x.sets"},
      {"[[1,3,1790000000000,7,\"y\"]]", "[[1,3,1790000000000,7,1,2]]", ErrorCode::kWrongType, "error.bad_stamp",
       "records.issue.x.sets"},
      {"[[1,3,1790000000000,7,\"y\"]]", "[[1,3,1790000000000,7,1],[1,3,1790000000000,7,1]]", ErrorCode::kDuplicateId,
       "error.dot_twice", "records.issue.x"},
      {"[[1,3,1790000000000,7,\"y\"]]", "[[1,2,1790000000000,7,1]]", ErrorCode::kDuplicateId, "error.dot_twice",
       "records.issue.x"},
      {"[[1,3,1790000000000,7,\"y\"]]", "7", ErrorCode::kWrongType, "error.wrong_type", "records.issue.x.sets"},
      {"\"sets\":", "\"other\":", ErrorCode::kUnknownKey, "error.unknown_key", "records.issue.x.plain"},
      {"\"sets\":{", "\"events\":{", ErrorCode::kDuplicateKey, "error.duplicate_key", "records.issue.x.plain"},
      {"\"version\":2}", "\"version\":2", ErrorCode::kNotJson, "error.cut_off", ""},
  };
  for (const Fault& fault : faults) {
    const auto read = read_merged(replaced(kSample, fault.from, fault.to));
    ASSERT_FALSE(read) << fault.from << " -> " << fault.to;
    EXPECT_EQ(read.error().code, fault.code) << fault.to << ' ' << read.error().key;
    EXPECT_EQ(read.error().key, fault.key) << fault.to;
    EXPECT_EQ(read.error().where.path, fault.path) << fault.to;
    EXPECT_GT(read.error().where.line, 0U) << fault.to;
  }
}

TEST(MergedFile, OfANewerVersionIsRefusedAsSuchWhateverElseIsInIt) {
  const auto read = read_merged("{\"format\":\"stoepkrijt-dossier\",\"records\":[1.5],\"version\":7}");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kNewerVersion);
}

TEST(MergedFile, CutOffAnywhereOrWithAnyByteChangedIsRefusedOrWellFormed) {
  for (std::size_t i = 0; i < kSample.size(); ++i) {
    EXPECT_FALSE(read_merged(std::string_view(kSample).substr(0, i))) << i;
    for (const char c : {'0', '9', '"', ',', 'x', '\xff'}) {
      std::string changed = kSample;
      changed[i] = c;
      const auto read = read_merged(changed);
      if (!read) continue;
      EXPECT_TRUE(well_formed(*read)) << changed;
      const auto again = read_merged(bytes_of(*read));
      ASSERT_TRUE(again) << changed;
      EXPECT_EQ(bytes_of(*again), bytes_of(*read));
    }
  }
}

/// A hostile file: each content of a dot is hashed once, so that this takes no time to speak of.
TEST(MergedFile, WithThousandsOfContentsUnderOneDotIsRead) {
  std::string list;
  for (int i = 0; i < 20'000; ++i) list += (i > 0 ? ",[0,1,5,0," : "[0,1,5,0,") + std::to_string(i) + "]";
  const auto read = read_merged(
      "{\"actors\":{\"00000000000000000000000001\":1},\"format\":\"stoepkrijt-dossier\",\"id\":\"wijk\","
      "\"mergeable\":true,\"records\":{\"k\":{\"a\":{\"dots\":{\"y\":[" +
      list + "]}}}},\"version\":2}");
  ASSERT_TRUE(read) << read.error().key;
  EXPECT_TRUE(well_formed(*read));
  EXPECT_EQ(warnings(*read, kNow).size(), 19'999U);
  EXPECT_EQ(bytes_of(merged(*read, *read)), bytes_of(*read));
}

TEST(MergedFile, FitsWithinLimitsThatAddUp) {
  const Size half{kMaxRecords / 2, kMaxHeld / 2, kMaxContent / 2};
  Size whole = half;
  whole.add(half);
  EXPECT_TRUE(whole.fits());
  whole.add({1, 0, 0});
  EXPECT_FALSE(whole.fits());
  EXPECT_EQ(size_of(sample()).records, 1U);
  EXPECT_EQ(size_of(sample()).held, 6U);
}

TEST(MergedFile, KeepsMergeableFalse) {
  Document partial = sample();
  partial.mergeable = false;
  const auto again = read_merged(bytes_of(partial));
  ASSERT_TRUE(again);
  EXPECT_FALSE(again->mergeable);
  Document whole = sample();
  EXPECT_FALSE(merge(whole, *again));
}

}  // namespace
}  // namespace stoepkrijt::merge::test
