// The small change as a file: canonical bytes, strict reading, and what is refused, with its place.
#include <gtest/gtest.h>

#include "formats/delta/delta.hpp"
#include "formats/gzip/gzip.hpp"
#include "merge/value.hpp"
#include "merge/write.hpp"
#include "support/data_files.hpp"

namespace stoepkrijt::formats {
namespace {

using merge::ActorId;
using merge::Delta;
using merge::Document;
using merge::Pen;
using merge::Write;
using Op = merge::Write::Op;

constexpr std::int64_t kNow = 1'790'000'000'000;

ActorId actor(std::uint8_t number) {
  ActorId id;
  id.bytes[15] = number;
  return id;
}

void put(Document& document, Pen& pen, const Write& write) { ASSERT_TRUE(merge::write(document, pen, write, kNow)); }

/// Actor 1 wrote x and y; then actor 2 changed the title of x; actor 3 wrote elsewhere, and the vector knows it.
Delta sample() {
  Document document;
  document.id = "wijk";
  Pen one = merge::start_pen(actor(1), document, kNow).value();
  put(document, one, {Op::kSet, "issue", "x", "level", "\"A\""});
  put(document, one, {Op::kSet, "issue", "x", "title", "\"Losse tegel\""});
  put(document, one, {Op::kSet, "issue", "y", "title", "\"Put\""});
  merge::VersionVector since = vector_of(document);
  since.raise({actor(3), 5});
  Pen two = merge::start_pen(actor(2), document, kNow).value();
  put(document, two, {Op::kSet, "issue", "x", "title", "\"Tegels\""});
  put(document, two, {Op::kEvent, "issue", "x", "status", "{\"to\":\"open\"}"});
  return merge::delta(document, since).value();
}

const std::string kSample =
    "{\"actors\":{\"00000000000000000000000001\":[3,3],\"00000000000000000000000002\":[0,2]},"
    "\"format\":\"stoepkrijt-delta\",\"id\":\"wijk\",\"records\":{\"issue\":{\"x\":{\"at\":[0,1,1790000000000,1],"
    "\"dots\":{\"title\":[[1,1,1790000000000,5,\"Tegels\"]]},"
    "\"events\":{\"status\":[[1,2,1790000000000,6,{\"to\":\"open\"}]]},\"plain\":{\"level\":\"A\"}}}},"
    "\"since\":\"cc89a0a8385c76f1048450113811512d\",\"unseen\":[\"00000000000000000000000003\"],\"version\":1}";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(DeltaFile, IsWrittenInOneCanonicalForm) {
  EXPECT_EQ(write_delta(sample()), kSample);
  // The file that the published JSON Schema is held against (tests/tools/merged_schema.test.mjs).
  const auto file = std::filesystem::path(STOEPKRIJT_SOURCE_DIR) / "tests/fuzz/corpus/delta/one.json";
  EXPECT_EQ(test::read_file(file).value_or(""), kSample);
}

TEST(DeltaFile, IsReadInAnyOrderWithAnyWhiteSpace) {
  const auto pretty = read_delta(write_delta(sample(), json::Style::kPretty));
  ASSERT_TRUE(pretty) << pretty.error().key;
  EXPECT_TRUE(well_formed(*pretty));
  EXPECT_EQ(write_delta(*pretty), kSample);
  std::string turned = replaced(kSample, "\"version\":1}",
                                "\"actors\":{\"00000000000000000000000002\":[0,2],"
                                "\"00000000000000000000000001\":[3,3]}}");
  turned = replaced(turned, "{\"actors\":{\"00000000000000000000000001\":[3,3],\"00000000000000000000000002\":[0,2]}",
                    "{\"version\":1");
  const auto other = read_delta(turned);
  ASSERT_TRUE(other) << other.error().key << other.error().where.path;
  EXPECT_EQ(write_delta(*other), kSample);
}

TEST(DeltaFile, IsPackedAndUnpacked) {
  const std::string packed = pack_delta(sample());
  EXPECT_LT(packed.size(), kSample.size());
  const auto back = unpack_delta(packed);
  ASSERT_TRUE(back);
  EXPECT_EQ(write_delta(*back), kSample);
  EXPECT_TRUE(unpack_delta(kSample));
  EXPECT_EQ(unpack_delta(packed.substr(0, 40)).error().code, ErrorCode::kDamaged);
  const std::string bomb = gzip(kSample + std::string(kMostUnpacked, ' '));
  EXPECT_EQ(unpack_delta(bomb).error().code, ErrorCode::kTooLarge);
}

struct Fault {
  const char* from;
  const char* to;
  ErrorCode code;
  const char* key;
  const char* path;
};

TEST(DeltaFile, IsRefusedWholeWithThePlaceAndTheReason) {
  const Fault faults[] = {
      {"stoepkrijt-delta", "stoepkrijt-dossier", ErrorCode::kWrongFormat, "error.wrong_format", ""},
      {"\"version\":1", "\"version\":2", ErrorCode::kNewerVersion, "error.newer_version", ""},
      {"\"version\":1", "\"version\":0", ErrorCode::kWrongFormat, "error.no_such_version", ""},
      {",\"version\":1", "", ErrorCode::kMissing, "error.missing", ""},
      {",\"unseen\":[\"00000000000000000000000003\"]", "", ErrorCode::kMissing, "error.missing", ""},
      {"\"id\":\"wijk\"", "\"mergeable\":true", ErrorCode::kUnknownKey, "error.unknown_key", "format"},
      {"\"id\":\"wijk\"", "\"\":\"wijk\"", ErrorCode::kUnknownKey, "error.unknown_key", "format"},
      {"[3,3]", "3", ErrorCode::kWrongType, "error.wrong_type", "actors"},
      {"[3,3]", "[3]", ErrorCode::kWrongType, "error.bad_stamp", "actors"},
      {"[3,3]", "[3,3,3]", ErrorCode::kWrongType, "error.bad_stamp", "actors"},
      {"[3,3]", "[4,3]", ErrorCode::kNotAllowed, "error.bad_stamp", "actors"},
      {"[3,3]", "[0,0]", ErrorCode::kNotAllowed, "error.bad_stamp", "actors"},
      {"[3,3]", "[-1,3]", ErrorCode::kNegative, "error.negative", "actors"},
      {"[3,3]", "[0,9007199254740992]", ErrorCode::kOverflow, "error.number_above_limit", "actors"},
      {"[3,3]", "[\"3\",3]", ErrorCode::kWrongType, "error.wrong_type", "actors"},
      {"[3,3]", "[[3],3]", ErrorCode::kWrongType, "error.wrong_type", "actors"},
      {"00000000000000000000000001\":[", "00000000000000000000000002\":[", ErrorCode::kDuplicateKey,
       "error.duplicate_key", "actors"},
      {"[\"00000000000000000000000003\"]", "[\"00000000000000000000000002\"]", ErrorCode::kDuplicateId,
       "error.duplicate_id", "unseen"},
      {"[\"00000000000000000000000003\"]", "[\"00000000000000000000000003\",\"00000000000000000000000003\"]",
       ErrorCode::kDuplicateId, "error.duplicate_id", "unseen"},
      {"[\"00000000000000000000000003\"]", "[\"x\"]", ErrorCode::kNotAllowed, "error.bad_actor", "unseen"},
      {"[\"00000000000000000000000003\"]", "[3]", ErrorCode::kWrongType, "error.wrong_type", "unseen"},
      {"[\"00000000000000000000000003\"]", "{}", ErrorCode::kWrongType, "error.wrong_type", "unseen"},
      {"\"since\":\"", "\"since\":\"x", ErrorCode::kNotAllowed, "error.bad_digest", "since"},
      {"\"status\":[[1,2", "\"status\":[[1,3", ErrorCode::kUnknownId, "error.dot_unseen", "records.issue.x"},
      {"\"status\":[[1,2", "\"status\":[[1,1", ErrorCode::kDuplicateId, "error.dot_twice", "records.issue.x"},
      {"\"at\":[0,1", "\"at\":[2,1", ErrorCode::kUnknownId, "error.actor_not_listed", "records.issue.x"},
      {"\"version\":1}", "\"version\":1", ErrorCode::kNotJson, "error.cut_off", ""},
  };
  for (const Fault& fault : faults) {
    const auto read = read_delta(replaced(kSample, fault.from, fault.to));
    ASSERT_FALSE(read) << fault.from << " -> " << fault.to;
    EXPECT_EQ(read.error().code, fault.code) << fault.to << ' ' << read.error().key;
    EXPECT_EQ(read.error().key, fault.key) << fault.to;
    EXPECT_EQ(read.error().where.path, fault.path) << fault.to;
    EXPECT_GT(read.error().where.line, 0U) << fault.to;
  }
}

TEST(DeltaFile, CutOffAnywhereOrWithAnyByteChangedIsRefusedOrWellFormed) {
  for (std::size_t i = 0; i < kSample.size(); ++i) {
    EXPECT_FALSE(read_delta(std::string_view(kSample).substr(0, i))) << i;
    for (const char c : {'0', '9', '"', ',', 'x', '\xff'}) {
      std::string changed = kSample;
      changed[i] = c;
      const auto read = read_delta(changed);
      if (!read) continue;
      EXPECT_TRUE(well_formed(*read)) << changed;
      const auto again = read_delta(write_delta(*read));
      ASSERT_TRUE(again) << changed;
      EXPECT_EQ(write_delta(*again), write_delta(*read));
    }
  }
}

/// A whole file is no change, and a change no whole file.
TEST(DeltaFile, IsNotTakenForADossier) {
  EXPECT_EQ(read_merged(kSample).error().key, "error.wrong_format");
  Document document;
  document.id = "wijk";
  EXPECT_EQ(read_delta(write_merged(document)).error().key, "error.wrong_format");
}

}  // namespace
}  // namespace stoepkrijt::formats
