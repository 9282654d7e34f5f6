// Cards of the host's desk: what a package may hold of them, and which of their votes count.
#include <gtest/gtest.h>

#include "ballotbox/audit.hpp"
#include "formats/ballotbox/audit_json.hpp"
#include "formats/ballotbox/box_json.hpp"
#include "formats/ballotbox/package_json.hpp"
#include "support/data_files.hpp"
#include "worlds.hpp"

namespace stoepkrijt::ballotbox::test {
namespace {

constexpr std::string_view kLot = "dice 4 1 6 2 2 5";
constexpr std::size_t kDeskCards = 3;

/// The ground of the other tests, with cards of the desk.
struct Desk {
  std::vector<SigningPair> cards;
  SignedPackage package = ground().package;
  Desk() {
    Random random(5);
    for (std::size_t i = 0; i < kDeskCards; ++i) {
      cards.push_back(*pair_of(make_code(test::bytes_of<9>(random), kElection), kElection, kTestCost));
      package.package.attended.push_back(tag_of(cards.back().public_key));
    }
    std::sort(package.package.attended.begin(), package.package.attended.end());
  }
  [[nodiscard]] Record vote(std::size_t card, std::size_t c) const {
    return cast(kElection, ground().pool[c], cards[card]);
  }
  [[nodiscard]] Merged merged(const std::vector<Box>& boxes) const {
    auto out = merge_boxes(package, boxes, {}, kLot);
    EXPECT_TRUE(out) << (out ? "" : out.error().key);
    return out ? *out : Merged{};
  }
};
const Desk& desk() {
  static const auto* const one = new Desk();
  return *one;
}
Record of_code(std::size_t card, std::size_t c) { return cast(kElection, ground().pool[c], ground().cards[card]); }

constexpr std::size_t kKiosk = 0, kOtherKiosk = 1, kPhones = 2;

TEST(Attended, StandSortedInThePackageAndAreNoOtherCards) {
  const Package good = desk().package.package;
  const auto fault = [&good](auto change) {
    Package package = good;
    change(package);
    const Result<void> valid = validate(package);
    return valid ? "none" : valid.error().key + " " + valid.error().where.path;
  };
  EXPECT_EQ(fault([](Package&) {}), "none");
  EXPECT_EQ(fault([](Package& p) { std::swap(p.attended[0], p.attended[1]); }), "error.package_tags attended");
  EXPECT_EQ(fault([](Package& p) { p.attended[0] = p.attended[1]; }), "error.package_tags attended");
  EXPECT_EQ(fault([](Package& p) { p.attended = {p.codes[2]}; }), "error.package_tags attended");
  EXPECT_EQ(fault([](Package& p) { p.attended = {p.reserves[1]}; }), "error.package_tags attended");
  EXPECT_EQ(fault([](Package& p) {
              p.attended.clear();
              for (std::size_t i = 0; i + p.codes.size() + p.reserves.size() <= kMostCodes; ++i) {
                Tag tag{};
                tag[0] = static_cast<std::uint8_t>(i >> 8U);
                tag[1] = static_cast<std::uint8_t>(i);
                p.attended.push_back(tag);
              }
            }),
            "error.package_codes codes");
  for (const Tag& tag : good.attended) EXPECT_TRUE(is_card(good, tag));
  EXPECT_TRUE(is_card(good, good.codes[0]) && is_card(good, good.reserves[0]));
  EXPECT_FALSE(is_card(good, Tag{}));
}

TEST(Attended, AreWrittenOnlyWhereThereAreAny) {
  const SignedPackage without = formats::sign_package(ground().package.package, ground().organiser);
  EXPECT_EQ(formats::write_package(without).find("attended"), std::string::npos);
  const SignedPackage with = formats::sign_package(desk().package.package, ground().organiser);
  EXPECT_NE(with.fingerprint, without.fingerprint);
  const std::string text = formats::write_package(with);
  const auto read = formats::read_package(text);
  ASSERT_TRUE(read) << read.error().key;
  EXPECT_EQ(read->package, with.package);
  EXPECT_EQ(formats::write_package(*read), text);
  // A list of none is no list: two ways to write one package would be two fingerprints.
  std::string empty = text;
  const std::size_t from = empty.find("\"attended\":[") + 12;
  empty.erase(from, empty.find(']', from) - from);
  const auto refused = formats::read_package(empty);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().key, "error.package_attended");
  EXPECT_EQ(refused.error().where.path, "attended");
  std::string gone = text;
  gone.erase(gone.find("\"attended\""), gone.find(']') + 2 - gone.find("\"attended\""));
  EXPECT_EQ(formats::read_package(gone).error().key, "error.package_signature");
}

TEST(Attended, CountWhenTheyComeByAKioskOnly) {
  const Desk& d = desk();
  const Merged kiosk = d.merged({ground().close(kKiosk, {of_code(0, 0), d.vote(0, 1)})});
  EXPECT_EQ(kiosk.urn.ballots.size(), 2U);
  EXPECT_EQ(kiosk.report.attended, 1U);
  EXPECT_EQ(kiosk.report.attended_by_phone, 0U);
  const Merged phone = d.merged({ground().close(kPhones, {of_code(0, 0), d.vote(0, 1)})});
  EXPECT_EQ(phone.urn.ballots.size(), 1U);
  EXPECT_EQ(phone.report.attended, 0U);
  EXPECT_EQ(phone.report.attended_by_phone, 1U);
  EXPECT_EQ(phone.report.unknown_cards, 0U);
  // The same vote by both: the one of the kiosk counts, and what came by phone is told and makes no conflict.
  for (const std::size_t other : {std::size_t{1}, std::size_t{2}}) {
    const Merged both = d.merged({ground().close(kPhones, {d.vote(0, other)}), ground().close(kKiosk, {d.vote(0, 1)})});
    EXPECT_EQ(places_of(both.urn).counted, std::set<std::size_t>{1});
    EXPECT_EQ(both.report.attended, 1U);
    EXPECT_EQ(both.report.attended_by_phone, 1U);
    EXPECT_EQ(both.report.conflicts, 0U);
    EXPECT_EQ(both.report.duplicates, 0U);
  }
  // One card at two kiosks is a conflict as of any other.
  const Merged twice = d.merged({ground().close(kKiosk, {d.vote(1, 3)}), ground().close(kOtherKiosk, {d.vote(1, 4)})});
  EXPECT_EQ(twice.report.conflicts, 1U);
  EXPECT_EQ(twice.report.attended, 1U);
  EXPECT_EQ(twice.urn.ballots.size(), 1U);
}

TEST(Attended, AreUnknownWhereTheOrganiserDoesNotAllowThem) {
  const auto merged = merge_boxes(ground().package, {ground().close(kKiosk, {desk().vote(0, 1)})}, {}, kLot);
  ASSERT_TRUE(merged);
  EXPECT_EQ(merged->report.unknown_cards, 1U);
  EXPECT_TRUE(merged->urn.ballots.empty());
}

TEST(Attended, AreNeitherReplacedNorReserves) {
  const Tag card = desk().package.package.attended[0];
  const auto fault = [](const Replacement& one) {
    return validate(SpoiltList{kElection, {one}}, desk().package.package).error().key;
  };
  EXPECT_EQ(fault({card, desk().package.package.reserves[0]}), "error.spoilt_tag");
  EXPECT_EQ(fault({desk().package.package.codes[0], card}), "error.spoilt_reserve");
}

/// Every history is merged as if cards of the desk were cards as any other, and what they sent by phone never was.
TEST(Attended, InEveryHistoryAreOrdinaryCardsWithoutAPhone) {
  const Desk& d = desk();
  SignedPackage ordinary = d.package;
  ordinary.package.attended.clear();
  auto& codes = ordinary.package.codes;
  codes.insert(codes.end(), d.package.package.attended.begin(), d.package.package.attended.end());
  std::sort(codes.begin(), codes.end());
  std::size_t by_phone = 0, used = 0, conflicts = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    Random random(seed);
    std::array<std::vector<Record>, 3> all, plain;
    std::set<std::size_t> cards;
    std::size_t phones = 0;
    const std::size_t casts = random.index(14);
    for (std::size_t i = 0; i < casts; ++i) {
      const bool at_desk = random.chance(1, 2);
      const std::size_t card = random.index(at_desk ? kDeskCards : kCards), c = random.index(kPool),
                        box = random.index(3);
      const Record record = at_desk ? d.vote(card, c) : of_code(card, c);
      all[box].push_back(record);
      if (at_desk && box == kPhones) {
        ++phones;
        continue;
      }
      plain[box].push_back(record);
      if (at_desk) cards.insert(card);
    }
    std::vector<Box> boxes, plain_boxes;
    for (std::size_t box = 0; box < 3; ++box) {
      boxes.push_back(ground().close(box, all[box]));
      plain_boxes.push_back(ground().close(box, plain[box]));
    }
    const Merged with = d.merged(boxes);
    const auto without = merge_boxes(ordinary, plain_boxes, {}, kLot);
    ASSERT_TRUE(without) << seed;
    ASSERT_EQ(with.urn, without->urn) << seed;
    ASSERT_EQ(with.report.attended, cards.size()) << seed;
    ASSERT_EQ(with.report.attended_by_phone, phones) << seed;
    std::reverse(boxes.begin(), boxes.end());
    boxes.push_back(boxes.front());
    ASSERT_EQ(d.merged(boxes).report, with.report) << seed;
    by_phone += phones;
    used += cards.size();
    conflicts += with.report.conflicts;
  }
  EXPECT_GT(by_phone, 50U);
  EXPECT_GT(used, 100U);
  EXPECT_GT(conflicts, 20U);
}

/// Samples that tests/tools/make_desk_samples.py made, in Python: the same bytes come of them.
TEST(Attended, SamplesOfTheSecondReaderAreReadAndMergedToTheSameUrn) {
  const auto sample = [](const std::string& name) {
    const std::filesystem::path folder = std::filesystem::path(STOEPKRIJT_SOURCE_DIR) / "tests/fuzz/corpus/ballots";
    return stoepkrijt::test::read_file(folder / (name + ".json")).value_or("");
  };
  const auto package = formats::read_package(sample("package-attended"));
  ASSERT_TRUE(package) << package.error().key;
  EXPECT_EQ(formats::write_package(*package), sample("package-attended"));
  EXPECT_EQ(package->package.attended.size(), 1U);
  const auto kiosk = formats::read_box(sample("box-attended")),
             phones = formats::read_box(sample("box-attended-phones"));
  ASSERT_TRUE(kiosk && phones);
  const auto merged = merge_boxes(*package, {*phones, *kiosk}, {}, "");
  ASSERT_TRUE(merged) << merged.error().key;
  EXPECT_EQ(formats::write_urn(merged->urn), sample("urn-attended"));
  EXPECT_EQ(merged->report.attended, 1U);
  EXPECT_EQ(merged->report.attended_by_phone, 1U);
  const auto log = formats::read_audit(sample("audit-attended"));
  ASSERT_TRUE(log) << log.error().key;
  const auto report = verify(*log, *kiosk);
  ASSERT_TRUE(report) << report.error().key;
  EXPECT_EQ(report->attended, 1);
}

TEST(Attended, AreToldInTheLogAtClosing) {
  AuditLog log{kElection, "kiosk-1", {}};
  append(log, AuditEvent::kClosed, 29'900'000, {7}, "");
  EXPECT_EQ(verify(log)->attended, std::nullopt);
  append(log, AuditEvent::kAttended, 29'900'100, {2}, "");
  append(log, AuditEvent::kClosed, 29'900'100, {9}, "");
  const auto report = verify(log);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->attended, 2);
  EXPECT_EQ(report->ballots_closed, 9);
}

}  // namespace
}  // namespace stoepkrijt::ballotbox::test
