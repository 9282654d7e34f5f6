// The package of a round from screen to camera: shown by a station or the office, read by a phone.
#include <gtest/gtest.h>

#include "app/builtin.hpp"
#include "app/office/office_view.hpp"
#include "app/station/views.hpp"
#include "app/views/codes_view.hpp"
#include "formats/ballotbox/package_chain.hpp"
#include "office_fixture.hpp"
#include "station_fixture.hpp"

namespace stoepkrijt::app::test {
namespace {

/// What the screen of `b` shows, seen by the camera of `other`, from the `first` code on and round.
void see(const Bench& b, Bench& other, std::size_t first = 0) {
  const std::vector<std::string> texts = b.state().codes->texts;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    other.host.push(platform::CodeSeen{texts[(first + i) % texts.size()]});
    other.settle();
  }
}
StationBench phone_nr(std::uint8_t seed) {
  platform::MemoryHost device;
  device.entropy_seed = seed;
  return StationBench(std::move(device));
}
/// A station for home whose package is on the screen as codes.
StationBench showing() {
  StationBench b;
  b.take_package();
  b.ask(station::ShowPackage{});
  return b;
}

TEST(PackageCodes, GoFromOneNeighbourToTheNextWithTheSameFingerprint) {
  StationBench a = showing();
  ASSERT_TRUE(a.state().codes.has_value());
  ASSERT_GT(a.state().codes->texts.size(), 1U);
  const CodesView view = station::make_open_view(a.state(), nl()).codes;
  EXPECT_TRUE(view.showing);
  EXPECT_TRUE(view.several);
  EXPECT_EQ(view.progress, "Code 1 van " + std::to_string(a.state().codes->texts.size()));
  EXPECT_GT(view.size, 20);
  StationBench b = phone_nr(5);
  b.run(cmd::GoTo{{Screen::kOpenStation, ""}});
  b.ask(station::ScanPackage{});
  ASSERT_TRUE(b.host.scanning.has_value());
  EXPECT_EQ(b.host.scanning->words, nl().tr("scan.aim_package"));
  b.host.push(platform::CodeSeen{a.state().codes->texts[1]});
  b.settle();
  EXPECT_EQ(sp(b.host.scanning->words),
            "1 van de " + std::to_string(a.state().codes->texts.size()) + " codes gelezen. Blijf richten.");
  see(a, b, 1);
  EXPECT_FALSE(b.host.scanning.has_value());
  ASSERT_EQ(b.state().problem, std::nullopt) << b.state().problem->key;
  ASSERT_NE(b.state().station, nullptr);
  EXPECT_EQ(b.here().package->fingerprint, polling().signed_package.fingerprint);
  EXPECT_EQ(formats::write_package(*b.here().package), polling().file());
  EXPECT_EQ(b.state().route.screen, Screen::kOpenStation);
  EXPECT_TRUE(b.state().scan_room.empty());
  EXPECT_FALSE(b.host.last<platform::KeepAwake>()->on);
  // A code that the camera saw while its window closed is nobody's.
  b.host.push(platform::CodeSeen{a.state().codes->texts[0]});
  b.settle();
  EXPECT_FALSE(b.host.scanning.has_value());
  EXPECT_EQ(b.state().problem, std::nullopt);
  // And on: who has it passes it on.
  b.ask(station::ShowPackage{});
  EXPECT_EQ(b.state().codes->texts, a.state().codes->texts);
}

TEST(PackageCodes, WaitForTheCameraWithTheScreenOnUntilSomebodyLooksAway) {
  StationBench a = showing();
  EXPECT_TRUE(a.host.last<platform::KeepAwake>()->on);
  EXPECT_TRUE(a.state().codes->playing);
  a.pass(kCodeMs);
  EXPECT_EQ(a.state().codes->at, 1U);
  a.run(cmd::PauseCodes{true});
  a.pass(10 * kCodeMs);
  EXPECT_EQ(a.state().codes->at, 1U);
  EXPECT_FALSE(station::make_open_view(a.state(), nl()).codes.playing);
  a.run(cmd::GoTo{{Screen::kStart, ""}});
  EXPECT_FALSE(a.state().codes.has_value()) << "paused or not";
  EXPECT_FALSE(a.host.last<platform::KeepAwake>()->on);
  a.run(cmd::GoTo{{Screen::kOpenStation, ""}});
  EXPECT_FALSE(station::make_open_view(a.state(), nl()).codes.showing);
}

TEST(PackageCodes, StandStillForWhoAskedForLessMotion) {
  StationBench a;
  platform::MediaChanged still;
  still.reduced_motion = true;
  a.host.push(still);
  a.settle();
  a.take_package();
  a.ask(station::ShowPackage{});
  EXPECT_FALSE(a.state().codes->playing);
  a.run(cmd::NextCode{false});
  EXPECT_EQ(a.state().codes->at, 1U);
  EXPECT_EQ(station::make_open_view(a.state(), nl()).codes.pause, nl().tr("codes.play"));
}

TEST(PackageCodes, AtAKioskOnlyTheHostShowsThem) {
  StationBench a;
  a.open_kiosk();
  a.ask(station::ShowPackage{});
  EXPECT_FALSE(a.state().codes.has_value());
  a.host_menu();
  a.ask(station::ShowPackage{});
  ASSERT_TRUE(a.state().codes.has_value());
  EXPECT_TRUE(station::make_host_view(a.state(), nl()).codes.showing);
  a.ask(station::LeaveHost{});
  EXPECT_FALSE(a.state().codes.has_value());
  EXPECT_EQ(a.state().route.screen, Screen::kStation);
}

TEST(PackageCodes, APackageThatMayNotBeReplacedIsRefusedBeforeTheCameraOpens) {
  StationBench b;
  b.take_package();
  b.ask(station::StartHome{});
  b.vote(polling().codes[0], {"bank"});
  b.ask(station::ScanPackage{});
  EXPECT_FALSE(b.host.scanning.has_value());
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.station_mine_there");
}

TEST(PackageCodes, ADossierAndAPackageAreNeverTakenForEachOther) {
  StationBench a = showing();
  // At the first code of the wrong kind it is told, not at the last.
  Bench dossier(device_nr(6));
  dossier.run(cmd::ScanCodes{});
  dossier.host.push(platform::CodeSeen{a.state().codes->texts[0]});
  dossier.settle();
  EXPECT_FALSE(dossier.host.scanning.has_value());
  ASSERT_TRUE(dossier.state().problem.has_value());
  EXPECT_EQ(dossier.state().problem->key, "error.codes_are_package");
  Bench news(device_nr(7));
  news.run(cmd::ShowCodes{true});
  ASSERT_FALSE(news.state().codes->texts.empty());
  StationBench b = phone_nr(8);
  b.ask(station::ScanPackage{});
  b.host.push(platform::CodeSeen{news.state().codes->texts[0]});
  b.settle();
  EXPECT_FALSE(b.host.scanning.has_value());
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.codes_are_change");
  EXPECT_EQ(b.state().station, nullptr);
  EXPECT_TRUE(b.state().scan_room.empty());
  // A card in front of the camera is no code of a chain: it looks on.
  b.run(cmd::CloseProblem{});
  b.ask(station::ScanPackage{});
  b.host.push(platform::CodeSeen{polling().codes[0]});
  b.settle();
  ASSERT_TRUE(b.host.scanning.has_value());
  EXPECT_EQ(b.host.scanning->words, nl().tr("error.code_foreign"));
  b.ask(station::ScanPackage{});
  see(a, b);
  EXPECT_NE(b.state().station, nullptr);
}

TEST(PackageCodes, OnesThatWereSignedByNobodyAreRefusedAsAFileWouldBe) {
  std::string file = polling().file();
  file.replace(file.find("\"Wijkbudget 2026\""), 17, "\"Wijkbudget 2062\"");
  const auto texts = formats::package_codes(file);
  ASSERT_TRUE(texts);
  StationBench b;
  b.ask(station::ScanPackage{});
  for (const std::string& text : *texts) b.host.push(platform::CodeSeen{text});
  b.settle();
  EXPECT_EQ(b.state().station, nullptr);
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.package_signature");
  EXPECT_EQ(b.state().problem->where.file, nl().tr("scan.source"));
}

TEST(PackageCodes, WithoutACameraOtherWaysAreTold) {
  StationBench b;
  b.host.has_camera = false;
  b.ask(station::ScanPackage{});
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.no_camera_package");
  EXPECT_TRUE(b.state().scan_room.empty());
  b.run(cmd::CloseProblem{});
  b.host.has_camera = true;
  b.ask(station::ScanPackage{});
  b.host.push(platform::Failed{"scan", Error(ErrorCode::kCameraDenied, "error.camera_denied")});
  b.settle();
  EXPECT_EQ(b.state().problem->key, "error.camera_denied_package");
  // Codes of a dossier have their own words.
  b.run(cmd::CloseProblem{});
  b.run(cmd::ScanCodes{});
  b.host.push(platform::Failed{"scan", Error(ErrorCode::kCameraDenied, "error.camera_denied")});
  b.settle();
  EXPECT_EQ(b.state().problem->key, "error.camera_denied");
}

TEST(PackageCodes, AreShownByTheOfficeThatMadeIt) {
  Bench b = made();
  b.run(cmd::GoTo{{Screen::kOffice, ""}});
  EXPECT_FALSE(make_office_view(b.state(), nl()).own[0].show.showing);
  b.run(ask(office::ShowPackage{0}));
  const OfficeView view = make_office_view(b.state(), nl());
  ASSERT_TRUE(view.own[0].show.showing);
  EXPECT_NE(view.own[0].show.what.find("Wijkbudget 2026"), std::string::npos);
  StationBench phone = phone_nr(9);
  phone.ask(station::ScanPackage{});
  see(b, phone, 2);
  ASSERT_NE(phone.state().station, nullptr);
  EXPECT_EQ(phone.here().package->fingerprint, b.state().office->own[0].package.fingerprint);
  b.run(cmd::StopCodes{});
  EXPECT_FALSE(make_office_view(b.state(), nl()).own[0].show.showing);
}

/// The real round of the example, with the number of cards that a neighbourhood of it has.
TEST(PackageCodes, OfTheExampleWithTwoThousandCardsGoRoundInAboutAMinute) {
  const auto fixed = load_fixed();
  ASSERT_TRUE(fixed);
  bb::Package package = polling().package;
  package.round = fixed->example_dossier->rounds.front();
  package.delete_by = "2027-12-31";
  Random random(2'000);
  package.codes.clear();
  package.reserves.clear();
  for (std::size_t i = 0; i < 2'100; ++i) {
    bb::Tag tag{};
    for (std::uint8_t& byte : tag) byte = static_cast<std::uint8_t>(random.below(256));
    (i < 2'000 ? package.codes : package.reserves).push_back(tag);
  }
  std::sort(package.codes.begin(), package.codes.end());
  std::sort(package.reserves.begin(), package.reserves.end());
  const std::string file = formats::write_package(formats::sign_package(package, polling().organiser));
  const auto texts = formats::package_codes(file);
  ASSERT_TRUE(texts) << texts.error().key;
  // As docs/formats/codes.md says; the tags are others here.
  EXPECT_NEAR(static_cast<double>(texts->size()), 130.0, 4.0);
  EXPECT_LT(static_cast<std::int64_t>(texts->size()) * kCodeMs, 62'000);
  StationBench b;
  b.ask(station::ScanPackage{});
  for (const std::string& text : *texts) b.host.push(platform::CodeSeen{text});
  b.settle();
  ASSERT_NE(b.state().station, nullptr) << b.state().problem->key;
  EXPECT_EQ(b.here().package->package.codes.size(), 2'000U);
  // Every code is a picture that a phone reads from a screen.
  b.ask(station::ShowPackage{});
  for (std::size_t i = 0; i < texts->size(); ++i) {
    const CodesView view = station::make_open_view(b.state(), nl()).codes;
    ASSERT_FALSE(view.nothing) << i;
    EXPECT_LE(view.size, 77) << i;
    b.run(cmd::NextCode{false});
  }
}

}  // namespace
}  // namespace stoepkrijt::app::test
