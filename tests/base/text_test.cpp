#include <gtest/gtest.h>

#include <algorithm>

#include "base/fold.hpp"
#include "base/ids.hpp"
#include "base/random.hpp"
#include "base/sha256.hpp"
#include "base/short_text.hpp"
#include "base/trim.hpp"
#include "base/utf8.hpp"

namespace stoepkrijt {
namespace {

TEST(Trimmed, TakesWhiteSpaceOffBothEndsOnly) {
  EXPECT_EQ(trimmed("\n a b \t"), "a b");
  EXPECT_EQ(trimmed(" \n"), "");
  EXPECT_EQ(trimmed(""), "");
  EXPECT_EQ(trimmed("-a-b-", "-"), "a-b");
}

TEST(Sha256, GivesThePublishedTestVectors) {
  // FIPS 180-4 examples: the empty text, "abc", and the two-block message.
  EXPECT_EQ(to_hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(to_hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(to_hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

/// Against what the standard library says, for all lengths up to some words and texts that mostly agree.
TEST(ShortText, SaysWhatTheStandardLibrarySays) {
  Random random(11);
  const auto letter = [&random] { return std::string_view("aab\"\\\x1f\xc3")[random.index(7)]; };
  for (int i = 0; i < 20'000; ++i) {
    std::string a(random.index(random.chance(1, 2) ? 28 : 120), 'a');
    for (std::size_t n = random.index(3); n > 0 && !a.empty(); --n) a[random.index(a.size())] = letter();
    std::string b = random.chance(1, 2) ? a : a.substr(0, random.index(a.size() + 1));
    if (!b.empty() && random.chance(1, 2)) b[random.index(b.size())] = letter();
    EXPECT_EQ(same_text(a, b), a == b) << a << ' ' << b;
    EXPECT_EQ(text_before(a, b), a < b) << a << ' ' << b;
    EXPECT_EQ(text_before(b, a), b < a) << a << ' ' << b;
    std::string copy(a.size() + 2, '.');
    copy_bytes(copy.data() + 1, a.data(), a.size());
    EXPECT_EQ(copy, "." + a + ".");
    const std::size_t from = random.index(a.size() + 1);
    const std::size_t end = std::min(a.find_first_of("\"\\\x1f", from), a.size());
    EXPECT_EQ(end_of_plain<false>(a, from), end);
    EXPECT_EQ(end_of_plain<true>(a, from), std::min(a.find('\xc3', from), end));
  }
}

TEST(ShortText, KnowsPrintableAsciiWhateverStandsBesideIt) {
  for (int c = 0; c < 256; ++c) {
    for (const char beside : {' ', 'a', '~'}) {
      for (std::size_t size = 1; size < 20; ++size) {
        for (std::size_t at = 0; at < size; ++at) {
          std::string text(size, beside);
          text[at] = static_cast<char>(c);
          ASSERT_EQ(is_printable_ascii(text), c >= 0x20 && c <= 0x7E) << c << " at " << at << " of " << size;
        }
      }
    }
  }
  EXPECT_TRUE(is_printable_ascii(""));
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

TEST(Fold, TakesCapitalsAccentsAndMarksAway) {
  EXPECT_EQ(folded("Singelkáde"), "singelkade");
  EXPECT_EQ(folded("'s-Gravenweg"), "s gravenweg");
  EXPECT_EQ(folded("’S GRAVENWEG"), "s gravenweg");
  EXPECT_EQ(folded("  Plein '40–'45,  Café  "), "plein 40 45 cafe");
  EXPECT_EQ(folded("Straße Æsop Œuvre Øre Þór ĳsbaan Łódź"), "strasse aesop oeuvre ore thor ijsbaan lodz");
  EXPECT_EQ(folded("a\u0301 e\u0308"), "a e");
  EXPECT_EQ(folded("×÷ÿŸ"), "yy");
  EXPECT_EQ(folded("Улица"), "Улица");
  EXPECT_EQ(folded("..."), "");
  EXPECT_EQ(folded(""), "");
  std::string text = "een";
  append_folded(text, "Twee");
  EXPECT_EQ(text, "eentwee");
}

}  // namespace
}  // namespace stoepkrijt
