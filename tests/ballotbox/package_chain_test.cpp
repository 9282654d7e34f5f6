// A package as a chain of codes: the file to the byte, and never a change of a dossier.
#include "formats/ballotbox/package_chain.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "formats/ballotbox/package_json.hpp"
#include "formats/codes/chain.hpp"
#include "formats/gzip/gzip.hpp"
#include "worlds.hpp"

namespace stoepkrijt::ballotbox::test {
namespace {

/// The round of the tests with so many cards of random tags: as incompressible as those of real codes.
SignedPackage with_cards(std::size_t cards) {
  Package package = ground().package.package;
  Random random(cards);
  package.codes.clear();
  for (std::size_t i = 0; i < cards; ++i) package.codes.push_back(test::bytes_of<16>(random));
  std::sort(package.codes.begin(), package.codes.end());
  return formats::sign_package(std::move(package), ground().organiser);
}

std::string key_of(const Result<std::string>& result) { return result ? "none" : result.error().key; }

TEST(PackageChain, GivesTheBytesOfTheFileBackInAnyOrder) {
  for (const std::size_t cards : {std::size_t{1}, std::size_t{12}, std::size_t{2'000}}) {
    const SignedPackage package = with_cards(cards);
    const std::string file = formats::write_package(package);
    const auto codes = formats::package_codes(file);
    ASSERT_TRUE(codes) << codes.error().key;
    formats::ChainReader reader;
    for (std::size_t i = codes->size(); i-- > 0;) ASSERT_TRUE(reader.take((*codes)[i]));
    EXPECT_TRUE(formats::is_package_chain(reader.head()));
    const auto back = formats::unpack_package(*reader.bytes());
    ASSERT_TRUE(back) << back.error().key;
    EXPECT_EQ(*back, file);
    const auto read = formats::read_package(*back);
    ASSERT_TRUE(read) << read.error().key;
    EXPECT_EQ(read->fingerprint, package.fingerprint);
  }
}

TEST(PackageChain, OfTwoThousandCardsIsReadInUnderAMinute) {
  const auto codes = formats::package_codes(formats::write_package(with_cards(2'000)));
  ASSERT_TRUE(codes);
  constexpr std::size_t kCodeMs = 450;
  EXPECT_LT(codes->size() * kCodeMs, 60'000U) << codes->size() << " codes";
  EXPECT_GT(codes->size(), 2'000U * 16 / formats::kCodeBytes) << "tags do not pack";
}

TEST(PackageChain, ThatDoesNotFitSaysSoWithItsSize) {
  const auto codes = formats::package_codes(formats::write_package(with_cards(6'000)));
  ASSERT_FALSE(codes);
  EXPECT_EQ(codes.error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(codes.error().key, "error.package_chain_too_large");
  EXPECT_EQ(codes.error().args.front().first, "kb");
  EXPECT_GT(std::stoi(codes.error().args.front().second), 64);
  const std::string endless(formats::kMostPackageBytes + 1, 'a');
  EXPECT_EQ(key_of(formats::pack_package(endless)), "error.package_chain_too_large");
  EXPECT_EQ(key_of(formats::pack_package(endless.substr(1))), "none");
}

TEST(PackageChain, IsNeverTakenForAChangeNorAChangeForIt) {
  const std::string file = formats::write_package(with_cards(1));
  const std::string packed = *formats::pack_package(file);
  EXPECT_TRUE(formats::is_package_chain(packed));
  EXPECT_FALSE(formats::is_change_chain(packed));
  for (const std::string& change : {formats::gzip("{}"), std::string("{}"), formats::gzip(file), file}) {
    EXPECT_TRUE(formats::is_change_chain(change));
    EXPECT_FALSE(formats::is_package_chain(change));
    EXPECT_EQ(key_of(formats::unpack_package(change)), "error.codes_are_change");
  }
  EXPECT_EQ(key_of(formats::unpack_package("")), "error.codes_unknown");
  EXPECT_EQ(key_of(formats::unpack_package("SKR")), "error.codes_unknown");
  EXPECT_EQ(key_of(formats::unpack_package("hallo")), "error.codes_unknown");
  std::string newer = packed;
  newer[3] = 2;
  EXPECT_EQ(formats::unpack_package(newer).error().code, ErrorCode::kNewerVersion);
}

TEST(PackageChain, StopsABombAndWhatWasChangedOnTheWay) {
  const std::string bomb = std::string("SKR\x01", 4) + formats::gzip(std::string(64 * 1024 * 1024, '0'));
  ASSERT_LT(bomb.size(), formats::kMostChainBytes + 1024);
  EXPECT_EQ(formats::unpack_package(bomb).error().code, ErrorCode::kTooLarge);
  const std::string packed = *formats::pack_package(formats::write_package(with_cards(1)));
  EXPECT_EQ(formats::unpack_package(packed.substr(0, packed.size() - 1)).error().code, ErrorCode::kDamaged);
  EXPECT_EQ(formats::unpack_package(packed + "x").error().code, ErrorCode::kDamaged);
  for (std::size_t i = 14; i < packed.size(); i += 5) {
    std::string wrong = packed;
    wrong[i] = static_cast<char>(wrong[i] ^ 0x10);
    EXPECT_FALSE(formats::unpack_package(wrong)) << i;
  }
}

}  // namespace
}  // namespace stoepkrijt::ballotbox::test
