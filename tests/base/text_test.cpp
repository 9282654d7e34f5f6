#include <gtest/gtest.h>

#include "base/ids.hpp"
#include "base/random.hpp"
#include "base/sha256.hpp"
#include "base/utf8.hpp"

namespace stoepkrijt {
namespace {

TEST(Sha256, GivesThePublishedTestVectors) {
  // FIPS 180-4 examples: the empty text, "abc", and the two-block message.
  EXPECT_EQ(to_hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(to_hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(to_hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Utf8, FindsTheFirstWrongByte) {
  EXPECT_FALSE(first_invalid_utf8("Één wijk, 道, 🌳").has_value());
  EXPECT_EQ(first_invalid_utf8("ab\xFF"), 2U);
  EXPECT_EQ(first_invalid_utf8("\xC0\xAF"), 0U);          // overlong
  EXPECT_EQ(first_invalid_utf8("a\xED\xA0\x80"), 1U);     // surrogate
  EXPECT_EQ(first_invalid_utf8("\xF4\x90\x80\x80"), 0U);  // above U+10FFFF
  EXPECT_EQ(first_invalid_utf8("ab\xE2\x82"), 2U);        // cut off
}

TEST(Utf8, CountsAndCutsByCodePoint) {
  EXPECT_EQ(count_code_points("Één"), 3U);
  EXPECT_EQ(first_code_points("Één", 1), "É");
  EXPECT_EQ(first_code_points("ab", 5), "ab");
  EXPECT_EQ(count_code_points("\xFF\xFF"), 2U);
}

TEST(Utf8, WritesWhatItReads) {
  for (const char32_t c : {U'a', U'é', U'€', U'🌳', char32_t{0x10FFFF}}) {
    std::string text;
    append_utf8(text, c);
    std::size_t at = 0;
    EXPECT_EQ(next_code_point(text, at), c);
    EXPECT_EQ(at, text.size());
  }
  std::string text;
  append_utf8(text, char32_t{0xD800});
  EXPECT_EQ(text, "\xEF\xBF\xBD");
}

TEST(Ids, AreTwentySixLowerCaseSymbolsThatGiveTheBytesBack) {
  EXPECT_EQ(make_id({}), "00000000000000000000000000");
  IdBytes one{};
  one[15] = 1;
  EXPECT_EQ(make_id(one), "00000000000000000000000001");
  IdBytes full;
  full.fill(0xFF);
  EXPECT_EQ(make_id(full), "7zzzzzzzzzzzzzzzzzzzzzzzzz");
  Random random(5);
  for (int i = 0; i < 1000; ++i) {
    IdBytes bytes;
    for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(random.below(256));
    EXPECT_EQ(parse_id(make_id(bytes)), bytes);
  }
}

TEST(Ids, RefuseOtherTexts) {
  EXPECT_FALSE(parse_id(""));
  EXPECT_FALSE(parse_id("8zzzzzzzzzzzzzzzzzzzzzzzzz"));  // more than 128 bits
  EXPECT_FALSE(parse_id("0000000000000000000000000U"));
  EXPECT_FALSE(parse_id("0000000000000000000000000l"));
}

TEST(Random, IsTheSameEverywhere) {
  Random random(0);
  EXPECT_EQ(random.next(), 0xE220A8397B1DCDAFULL);  // the published first output for seed 0
  for (int i = 0; i < 1000; ++i) {
    const std::int64_t value = random.between(-3, 3);
    EXPECT_TRUE(value >= -3 && value <= 3);
  }
}

}  // namespace
}  // namespace stoepkrijt
