// Keys: pinned vectors, and a secret on paper.
#include <gtest/gtest.h>

#include "hands.hpp"

namespace stoepkrijt::ballotbox::test {
namespace {

const Code kCode = make_code({1, 2, 3, 4, 5, 6, 7, 8, 9}, kElection);

TEST(Keys, AHashIsBlake2b256) {
  // RFC 7693's function with 32 bytes of output, of the empty text.
  EXPECT_EQ(to_hex(blake2b(View{})), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  EXPECT_EQ(to_hex(blake2b(Key32{}, View{})), "fd7b3e075ab7e245506323f1d1b55330ccd606fb3301f4caba25022a1de50b47");
}

TEST(Keys, OfACodeArePinned) {
  const auto pair = pair_of(kCode, kElection, kTestCost);
  ASSERT_TRUE(pair);
  EXPECT_EQ(to_hex(pair->public_key), "1074ee1923a65b74151cb24757e27e7e16f57a07e8970c4052c463c176f6d28c");
  EXPECT_EQ(to_hex(tag_of(pair->public_key)), "fadd3380c5639f92149852de0bbcf15e");
}

TEST(Keys, OfACodeAtTheFullCostArePinned) {
  const auto pair = pair_of(kCode, kElection, Cost{});
  ASSERT_TRUE(pair);
  EXPECT_EQ(to_hex(pair->public_key), "7d8d74e2c86d73dd2d5e3cf5f8084a44f0fdb73015952f9a0c4b9d0ebb07be7d");
}

TEST(Keys, DependOnCodeElectionAndCost) {
  const auto pair = pair_of(kCode, kElection, kTestCost);
  const auto of_code = pair_of(make_code({1, 2, 3, 4, 5, 6, 7, 8, 0}, kElection), kElection, kTestCost);
  // Bit 65 and on are no part of a code: 9 and 0 differ only there.
  EXPECT_EQ(of_code->public_key, pair->public_key);
  EXPECT_NE(pair_of(make_code({0, 2, 3, 4, 5, 6, 7, 8, 9}, kElection), kElection, kTestCost)->public_key,
            pair->public_key);
  EXPECT_NE(pair_of(kCode, kOther, kTestCost)->public_key, pair->public_key);
  EXPECT_NE(pair_of(kCode, kElection, {8, 2})->public_key, pair->public_key);
  EXPECT_NE(pair_of(kCode, kElection, {16, 1})->public_key, pair->public_key);
}

TEST(Keys, ASignatureHoldsForItsMessageAndKeyOnly) {
  const SigningPair pair = signing_pair(seed_of(7));
  const Bytes message{1, 2, 3};
  const Signature signature = sign(message, pair);
  EXPECT_EQ(to_hex(signature),
            "83998e719947612d0e82d427472c685a64b14d9aea67968cbcc39733f27376f3b8ea9858c24e061feb8bcdefce93aa921a6bc8ee1c"
            "ab17f68d5d1ffc0dc2d800");
  EXPECT_TRUE(is_signed(message, signature, pair.public_key));
  EXPECT_FALSE(is_signed(Bytes{1, 2, 4}, signature, pair.public_key));
  EXPECT_FALSE(is_signed(message, signature, signing_pair(seed_of(8)).public_key));
  for (std::size_t bit = 0; bit < 512; ++bit) {
    Signature wrong = signature;
    wrong[bit / 8] = static_cast<std::uint8_t>(wrong[bit / 8] ^ (1U << (bit % 8)));
    EXPECT_FALSE(is_signed(message, wrong, pair.public_key)) << bit;
  }
}

TEST(Keys, OfAHolderArePinned) {
  EXPECT_EQ(to_hex(holder_pair(seed_of(0x11)).public_key),
            "7a46e129fd805047448437e4744f1f1576be8c449fdf57e0c580d36c5cfc6668");
  EXPECT_TRUE(is_holder_key(holder_pair(seed_of(0x11)).public_key));
  EXPECT_FALSE(is_holder_key(Key32{}));
  EXPECT_FALSE(is_holder_key(Key32{1}));
}

TEST(PaperKey, IsReadBackAndPinned) {
  EXPECT_EQ(paper_text(seed_of(0xA5), SecretKind::kHolder),
            "MPJTB-9D5MP-JTBTA\n9D5MP-JTB9D-5MP4M\nJTB9D-5MPJT-B9DT4\n5MPJT-B9D5M-PJGXW");
  Random random(1);
  for (int i = 0; i < 500; ++i) {
    const Secret<32> seed = seed_of(random);
    const auto read = read_paper_text(paper_text(seed, SecretKind::kHolder), SecretKind::kHolder);
    ASSERT_TRUE(read);
    ASSERT_EQ(read->bytes(), seed.bytes());
  }
}

TEST(PaperKey, EveryWrongSymbolIsPointedOutInItsRow) {
  const std::string text = paper_text(seed_of(0x5A), SecretKind::kOrganiser);
  std::size_t n = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_between(text[at])) continue;
    for (Symbol other = 0; other < 32; ++other) {
      if (letter_of(other) == text[at]) continue;
      std::string wrong = text;
      wrong[at] = letter_of(other);
      const auto read = read_paper_text(wrong, SecretKind::kOrganiser);
      ASSERT_FALSE(read);
      ASSERT_EQ(read.error().key, "error.paper_key_letter");
      ASSERT_EQ(read.error().args[0].second, std::to_string(n / 15 + 1));
      ASSERT_EQ(read.error().args[1].second, std::to_string(n % 15 + 1));
    }
    ++n;
  }
  EXPECT_EQ(n, 60U);
}

TEST(PaperKey, TheBitsThatAreLeftOverAreZero) {
  const std::string text = paper_text(seed_of(0x5A), SecretKind::kBox);
  const CheckMask mask = mask_of(Message("stoepkrijt paper 1").add_number(2, 1).add_number(3, 1).hash());
  RowData data{};
  const std::string last = text.substr(text.rfind('\n') + 1);
  for (std::size_t i = 0, n = 0; n < kRowData; ++i) {
    if (last[i] != '-') data[n++] = *symbol_of(last[i]);
  }
  const std::string before = text.substr(0, text.rfind('\n') + 1);
  EXPECT_EQ(before + text_of(Code{with_check(data, mask)}), text);
  for (const Symbol bit : std::array<Symbol, 4>{1, 2, 4, 8}) {
    RowData more = data;
    more[12] = static_cast<Symbol>(more[12] | bit);
    const auto read = read_paper_text(before + text_of(Code{with_check(more, mask)}), SecretKind::kBox);
    ASSERT_FALSE(read) << "another text for the same key";
    EXPECT_EQ(read.error().key, "error.paper_key_wrong");
  }
}

TEST(PaperKey, RowsInAnotherOrderAndOtherKindsAreRefused) {
  Random random(2);
  for (int i = 0; i < 100; ++i) {
    const std::string text = paper_text(seed_of(random), SecretKind::kHolder);
    EXPECT_FALSE(read_paper_text(text, SecretKind::kOrganiser));
    EXPECT_FALSE(read_paper_text(text, SecretKind::kBox));
    EXPECT_FALSE(read_paper_text(text.substr(18) + "\n" + text.substr(0, 17), SecretKind::kHolder));
  }
  EXPECT_EQ(read_paper_text("ABC", SecretKind::kHolder).error().key, "error.paper_key_length");
  EXPECT_EQ(read_paper_text("AB!", SecretKind::kHolder).error().key, "error.paper_key_symbol");
}

}  // namespace
}  // namespace stoepkrijt::ballotbox::test
