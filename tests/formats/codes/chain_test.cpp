// A chain of codes: there and back in any order; half of it, mixed ones and what was read badly.
#include "formats/codes/chain.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.hpp"
#include "base/sha256.hpp"
#include "formats/codes/base45.hpp"

namespace stoepkrijt::formats {
namespace {

using Took = ChainReader::Took;

std::string noise(std::uint64_t seed, std::size_t size) {
  Random random(seed);
  std::string out(size, '\0');
  for (char& c : out) c = static_cast<char>(random.next());
  return out;
}

std::vector<std::string> codes_of(const std::string& bytes) {
  auto codes = chain_of(bytes);
  EXPECT_TRUE(codes);
  return std::move(codes).value();
}

Took take(ChainReader& reader, const std::string& code) {
  const auto took = reader.take(code);
  EXPECT_TRUE(took) << (took ? "" : took.error().key);
  return took.value_or(Took::kAgain);
}

TEST(Base45, IsAsTheRfcSays) {
  EXPECT_EQ(to_base45("AB"), "BB8");
  EXPECT_EQ(to_base45("Hello!!"), "%69 VD92EX0");
  EXPECT_EQ(to_base45("base-45"), "UJCLQE7W581");
  EXPECT_EQ(from_base45("QED8WEX0"), "ietf!");
  EXPECT_EQ(to_base45(""), "");
  for (const char* wrong : {"GGW", ":::", "::", "A", "BB8A", "bb8", "B\nB", "B_8"}) {
    EXPECT_FALSE(from_base45(wrong)) << wrong;
  }
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const std::string bytes = noise(seed, static_cast<std::size_t>(seed));
    EXPECT_EQ(from_base45(to_base45(bytes)), bytes);
  }
}

TEST(Chain, ComesBackInAnyOrderWithDuplicates) {
  for (const std::size_t size :
       {std::size_t{1}, std::size_t{2}, kCodeBytes, kCodeBytes + 1, std::size_t{5'000}, kMostChainBytes}) {
    const std::string bytes = noise(size, size);
    std::vector<std::string> codes = codes_of(bytes);
    EXPECT_EQ(codes.size(), (size + kCodeBytes - 1) / kCodeBytes);
    Random random(size);
    for (std::size_t i = codes.size(); i > 1; --i) std::swap(codes[i - 1], codes[random.index(i)]);
    ChainReader reader;
    EXPECT_EQ(reader.count(), 0U);
    EXPECT_FALSE(reader.complete());
    for (std::size_t i = 0; i < codes.size(); ++i) {
      EXPECT_EQ(take(reader, codes[i]), Took::kNew);
      EXPECT_EQ(take(reader, codes[random.index(i + 1)]), Took::kAgain);
      EXPECT_EQ(reader.have(), i + 1);
      EXPECT_EQ(reader.missing().size(), codes.size() - i - 1);
    }
    ASSERT_TRUE(reader.complete());
    EXPECT_EQ(reader.bytes().value_or(""), bytes);
  }
}

TEST(Chain, IsOfEvenPartsAndOfTheCharactersThatQrCodesPackTightest) {
  const std::vector<std::string> codes = codes_of(noise(1, 1'000));
  ASSERT_EQ(codes.size(), 3U);
  for (const std::string& code : codes) {
    EXPECT_EQ(code.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"), std::string::npos) << code;
    EXPECT_NEAR(static_cast<double>(code.size()), static_cast<double>(codes[0].size()), 2.0);
  }
  EXPECT_TRUE(codes[1].starts_with("SK1:")) << codes[1];
  EXPECT_EQ(codes[1].substr(20, 5), ":2/3:");
  EXPECT_LE(codes_of(noise(1, kMostChainBytes)).back().size(), 600U);  // version 15 at M
}

TEST(Chain, HalfAChainSaysWhatIsMissing) {
  const std::vector<std::string> codes = codes_of(noise(3, 2'000));
  ASSERT_EQ(codes.size(), 6U);
  ChainReader reader;
  for (const std::size_t i : {4U, 0U, 2U}) take(reader, codes[i]);
  EXPECT_EQ(reader.missing(), (std::vector<std::size_t>{2, 4, 6}));
  EXPECT_FALSE(reader.complete());
  const auto bytes = reader.bytes();
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().code, ErrorCode::kMissing);
  EXPECT_EQ(bytes.error().args, (std::vector<std::pair<std::string, std::string>>{{"have", "3"}, {"count", "6"}}));
}

TEST(Chain, CodesOfOthersAreRefusedAndChangeNothing) {
  const std::vector<std::string> mine = codes_of(noise(4, 1'500));
  const std::vector<std::string> others = codes_of(noise(5, 1'500));
  ChainReader reader;
  for (const char* foreign : {"https://voorbeeld.nl/", "", "SK", "SK:", "SKIP", "sk1:x", "WIFI:S:thuis;;"}) {
    const auto took = reader.take(foreign);
    ASSERT_FALSE(took);
    EXPECT_EQ(took.error().key, "error.code_foreign") << foreign;
  }
  EXPECT_EQ(reader.take("SK2:whatever").error().code, ErrorCode::kNewerVersion);
  EXPECT_EQ(reader.count(), 0U);
  take(reader, mine[0]);
  for (const std::string& other : others) EXPECT_EQ(reader.take(other).error().key, "error.code_other_chain");
  EXPECT_EQ(reader.have(), 1U);
  for (const std::string& code : mine) take(reader, code);
  EXPECT_EQ(reader.bytes().value_or(""), noise(4, 1'500));
}

TEST(Chain, ACodeThatWasReadBadlyIsRefused) {
  const std::vector<std::string> codes = codes_of(noise(6, 700));
  const std::string& code = codes[0];
  for (std::size_t i = 0; i < code.size(); ++i) {
    for (const char c : {'0', 'Z', ':', ' '}) {
      if (code[i] == c) continue;
      std::string changed = code;
      changed[i] = c;
      ChainReader reader;
      EXPECT_FALSE(reader.take(changed)) << i << c;
    }
    ChainReader reader;
    EXPECT_FALSE(reader.take(std::string_view(code).substr(0, i))) << i;
  }
}

/// A code made by hand, with a check that is right.
std::string forged(const std::string& chain, const std::string& numbers, const std::string& part) {
  const std::string head = "SK1:" + chain + ":" + numbers;
  const Hash256 check = sha256(head + part);
  return head + ":" + to_base45(part + std::string(check.begin(), check.begin() + 4));
}

TEST(Chain, ForgedCodesNeverGiveOtherBytesThanTheChainNames) {
  const std::string bytes = noise(8, 500);
  const std::vector<std::string> codes = codes_of(bytes);
  const std::string chain = codes[0].substr(4, 16);
  EXPECT_EQ(forged(chain, "1/2", bytes.substr(0, 250)), codes[0]);
  ChainReader reader;
  take(reader, forged(chain, "1/2", "iets anders"));
  EXPECT_EQ(reader.take(codes[0]).error().key, "error.code_other_chain");
  take(reader, codes[1]);
  ASSERT_TRUE(reader.complete());
  EXPECT_EQ(reader.bytes().error().code, ErrorCode::kDamaged);
  EXPECT_EQ(reader.take(forged(chain, "2/3", "x")).error().key, "error.code_other_chain");
  for (const char* numbers : {"0/2", "3/2", "1/0", "01/2", "1/176", "1/99999999999", "/", "1", "-1/2", "1/2/3"}) {
    ChainReader other;
    EXPECT_EQ(other.take(forged(chain, numbers, "x")).error().key, "error.code_damaged") << numbers;
  }
  ChainReader other;
  EXPECT_FALSE(other.take(forged("0123456789abcdef", "1/2", "x")));
  EXPECT_FALSE(other.take(forged(chain, "1/2", "")));
  EXPECT_FALSE(other.take(forged(chain, "1/2", noise(1, kCodeBytes + 1))));
  EXPECT_TRUE(other.take(forged(chain, "1/175", noise(1, kCodeBytes))));
}

TEST(Chain, HoldsNeitherNothingNorTooMuch) {
  EXPECT_EQ(chain_of("").error().code, ErrorCode::kEmpty);
  EXPECT_EQ(chain_of(noise(1, kMostChainBytes + 1)).error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(codes_of(noise(1, kMostChainBytes)).size(), kMostCodes);
}

}  // namespace
}  // namespace stoepkrijt::formats
