// gzip gives equal bytes for equal bytes and back; what is cut, changed, continued or far too large is refused.
#include "formats/gzip/gzip.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "base/sha256.hpp"

namespace stoepkrijt::formats {
namespace {

std::string noise(std::uint64_t seed, std::size_t size) {
  Random random(seed);
  std::string out(size, '\0');
  for (char& c : out) c = static_cast<char>(random.next());
  return out;
}

/// Text as dossiers hold it: some of it again and again.
std::string text(std::size_t size) {
  Random random(7);
  std::string out;
  while (out.size() < size) out += "{\"title\":\"Losse tegel " + std::to_string(random.below(1000)) + "\"},";
  out.resize(size);
  return out;
}

TEST(Gzip, GivesBackWhatWasPacked) {
  for (const std::string& bytes : {std::string(), std::string("a"), std::string(200'000, '\0'), noise(1, 1),
                                   noise(2, 65'536), noise(3, 300'001), text(1'000'000)}) {
    const std::string packed = gzip(bytes);
    EXPECT_TRUE(is_gzip(packed));
    const auto back = gunzip(packed, bytes.size());
    ASSERT_TRUE(back) << bytes.size();
    EXPECT_EQ(*back, bytes);
  }
  EXPECT_LT(gzip(text(1'000'000)).size(), 150'000U);
  EXPECT_FALSE(is_gzip("{\"format\":"));
  EXPECT_FALSE(is_gzip(""));
}

/// Natively and in WebAssembly: no time, no name, no system; one level.
TEST(Gzip, GivesTheSameBytesEverywhere) {
  EXPECT_EQ(to_hex(sha256(gzip(text(1'000'000)))), "6a92e66203052b50c57538ab93d9186ce3d8e729b64cc569b53725a3beba35c9");
  const std::string packed = gzip("stoep");
  EXPECT_EQ(packed.substr(0, 10), std::string("\x1F\x8B\x08\0\0\0\0\0\0\xFF", 10));
  EXPECT_EQ(to_hex(sha256(packed)), "fac80ad23f73964f7182e2e2ba3c39d6e95b05426832ec55d6e5b79ecfb17e51");
}

TEST(Gzip, WhatAnotherProgramPackedIsRead) {
  // printf 'Losse tegel' | gzip -c, with the name of a file and a time in its header (gzip 1.12).
  constexpr unsigned char kOther[] = {0x1f, 0x8b, 0x08, 0x08, 0xf0, 0xcb, 0x0b, 0x6b, 0x00, 0x03, 0x78,
                                      0x00, 0xf3, 0xc9, 0x2f, 0x2e, 0x4e, 0x55, 0x28, 0x49, 0x4d, 0x4f,
                                      0xcd, 0x01, 0x00, 0x24, 0x44, 0x56, 0xb3, 0x0b, 0x00, 0x00, 0x00};
  const std::string other(std::begin(kOther), std::end(kOther));
  EXPECT_EQ(gunzip(other, 100).value_or("?"), "Losse tegel");
}

TEST(Gzip, MembersBehindEachOtherAreOneFile) {
  const std::string two = gzip("een ") + gzip("") + gzip("twee");
  EXPECT_EQ(gunzip(two, 8).value_or("?"), "een twee");
  EXPECT_EQ(gunzip(two, 7).error().code, ErrorCode::kTooLarge);
}

TEST(Gzip, ABombIsRefusedAsSoonAsTheLimitIsPassed) {
  const std::string bomb = gzip(std::string(40'000'000, '\0'));
  EXPECT_LT(bomb.size(), 60'000U);
  const auto refused = gunzip(bomb, 1'000'000);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(refused.error().key, "error.gzip_too_large");
  // Never more than the limit comes out, and reading stops there.
  Gunzip reader(1'000'000);
  std::string out;
  EXPECT_FALSE(reader.take(bomb, out));
  EXPECT_LE(out.size(), 1'000'000U);
  EXPECT_FALSE(reader.take("x", out));
  EXPECT_FALSE(reader.finish());
  // Members without content do not get round it either.
  std::string many;
  for (int i = 0; i < 10'000; ++i) many += gzip("");
  EXPECT_EQ(gunzip(many, 0).value_or("?"), "");
  EXPECT_EQ(gunzip(many + gzip("a"), 0).error().code, ErrorCode::kTooLarge);
}

TEST(Gzip, CutOffAnywhereIsRefusedWithThePlace) {
  const std::string packed = gzip(text(2'000));
  for (std::size_t i = 0; i < packed.size(); ++i) {
    const auto read = gunzip(std::string_view(packed).substr(0, i), 1'000'000);
    ASSERT_FALSE(read) << i;
    EXPECT_EQ(read.error().code, ErrorCode::kDamaged);
    EXPECT_EQ(read.error().key, "error.gzip_cut_off") << i;
    EXPECT_EQ(read.error().args.front(), std::pair(std::string("offset"), std::to_string(i)));
  }
}

TEST(Gzip, AnyByteChangedIsRefusedOrChangesNothing) {
  const std::string bytes = text(500);
  const std::string packed = gzip(bytes);
  std::size_t harmless = 0;
  for (std::size_t i = 0; i < packed.size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string changed = packed;
      changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ (1U << static_cast<unsigned>(bit)));
      const auto read = gunzip(changed, 1'000'000);
      if (!read) {
        EXPECT_EQ(read.error().code, ErrorCode::kDamaged);
        continue;
      }
      EXPECT_EQ(*read, bytes);
      ++harmless;
    }
  }
  EXPECT_LE(harmless, 51U);  // time, system and hints in the header: not part of what is told
}

TEST(Gzip, WhatStandsBehindTheEndIsRefused) {
  const std::string packed = gzip("stoep");
  for (const std::string& more :
       {std::string("x"), std::string("\0", 1), std::string("\0\0\0\0", 4), packed.substr(1)}) {
    const auto read = gunzip(packed + more, 100);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::kDamaged);
  }
  EXPECT_EQ(gunzip("", 1).error().key, "error.gzip_cut_off");
  EXPECT_EQ(gunzip("{\"format\"", 1).error().key, "error.gzip_damaged");
}

TEST(Gzip, ReadInPiecesOfAnySizeIsTheSame) {
  const std::string bytes = text(300'000);
  const std::string packed = gzip(bytes) + gzip(bytes);
  for (const std::size_t size : {std::size_t{1}, std::size_t{13}, std::size_t{70'000}}) {
    Gunzip reader(1'000'000);
    std::string out;
    for (std::size_t at = 0; at < packed.size(); at += size) {
      ASSERT_TRUE(reader.take(std::string_view(packed).substr(at, size), out));
    }
    ASSERT_TRUE(reader.finish());
    EXPECT_EQ(out, bytes + bytes);
  }
}

}  // namespace
}  // namespace stoepkrijt::formats
