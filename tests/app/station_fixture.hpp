// A round with cards, keys and holders of fixed seeds, for a station on a device in memory.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "app/station/command.hpp"
#include "app/station/station.hpp"
#include "app_fixture.hpp"
#include "ballotbox/ballot_bytes.hpp"
#include "ballotbox/code.hpp"
#include "ballotbox/opening.hpp"
#include "ballotbox/urn.hpp"
#include "base/random.hpp"
#include "formats/ballotbox/audit_json.hpp"
#include "formats/ballotbox/box_json.hpp"
#include "formats/ballotbox/package_json.hpp"

namespace stoepkrijt::app::test {

namespace bb = ballotbox;

[[nodiscard]] inline bb::Secret<32> seed_of(std::uint8_t byte) {
  std::array<std::uint8_t, 32> out{};
  out.fill(byte);
  return bb::Secret<32>(out);
}

inline constexpr std::size_t kCards = 8, kReserveCards = 2;
inline constexpr std::string_view kPin = "2468";

struct Polling {
  bb::Package package;
  bb::SigningPair organiser = bb::signing_pair(seed_of(0x77));
  std::array<bb::HolderPair, 3> holders{bb::holder_pair(seed_of(0x11)), bb::holder_pair(seed_of(0x22)),
                                        bb::holder_pair(seed_of(0x33))};
  std::vector<std::string> codes, reserves, attended;  // the text on the cards
  std::vector<bb::Tag> tags, reserve_tags;             // of these
  bb::SignedPackage signed_package;

  /// `desk`: how many cards of the desk; the other cards are the same with and without.
  explicit Polling(std::uint8_t election = 7, std::size_t desk = 0) {
    package.election.fill(election);
    package.round = make_round();
    package.round.phase = model::RoundPhase::kPreparing;
    package.cost = {8, 1};
    Random random(election);
    for (std::size_t i = 0; i < kCards + kReserveCards + desk; ++i) {
      std::array<std::uint8_t, 9> bytes{};
      for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(random.below(256));
      const bb::Code code = bb::make_code(bytes, package.election);
      const bb::Tag tag = bb::tag_of(bb::pair_of(code, package.election, package.cost)->public_key);
      if (i >= kCards + kReserveCards) {
        attended.push_back(bb::text_of(code));
        package.attended.push_back(tag);
        continue;
      }
      (i < kCards ? codes : reserves).push_back(bb::text_of(code));
      (i < kCards ? tags : reserve_tags).push_back(tag);
    }
    package.codes = tags;
    package.reserves = reserve_tags;
    std::sort(package.codes.begin(), package.codes.end());
    std::sort(package.reserves.begin(), package.reserves.end());
    std::sort(package.attended.begin(), package.attended.end());
    package.boxes = {{"kiosk-1", bb::Channel::kKiosk, bb::signing_pair(seed_of(0x80)).public_key},
                     {"telefoons", bb::Channel::kPhone, bb::signing_pair(seed_of(0x81)).public_key}};
    package.holders = {holders[0].public_key, holders[1].public_key, holders[2].public_key};
    package.organiser = organiser.public_key;
    package.modes = {bb::Mode::kSealed};
    package.delete_by = "2027-12-31";
    signed_package = formats::sign_package(package, organiser);
  }
  [[nodiscard]] std::string file() const { return formats::write_package(signed_package); }
  [[nodiscard]] static std::string key_file(std::uint8_t seed = 0x80, bb::SecretKind kind = bb::SecretKind::kBox) {
    return formats::write_key({kind, seed_of(seed)});
  }
  /// All ballots of these boxes, opened by two holders.
  [[nodiscard]] bb::Opening open(const std::vector<std::string>& boxes,
                                 const std::vector<bb::SpoiltList>& spoilt = {}) const {
    std::vector<bb::Box> read;
    for (const std::string& text : boxes) read.push_back(*formats::read_box(text));
    const auto merged = bb::merge_boxes(signed_package, read, spoilt, "dobbelsteen 3 1 4");
    EXPECT_TRUE(merged.has_value()) << (merged ? "" : merged.error().key);
    const auto one = bb::make_shares(merged->urn, signed_package, holders[0]);
    const auto two = bb::make_shares(merged->urn, signed_package, holders[2]);
    return *bb::open_urn(merged->urn, signed_package, {*one, *two});
  }
};

inline const Polling& polling() {
  static const auto* const one = new Polling();
  return *one;
}

/// A device with a station on it.
struct StationBench : Bench {
  using Bench::Bench;

  template <class T>
  void ask(T what) {
    run(station::ask(std::move(what)));
  }
  void pick(const std::string& purpose, const std::string& bytes, const std::string& name = "bestand.json") {
    host.files.emplace_back(platform::FilePicked{purpose, name, bytes});
  }
  void take_package(const std::string& file = polling().file()) {
    pick("station/package", file, "stemming.json");
    ask(station::PickPackage{});
  }
  /// As a kiosk, open.
  void open_kiosk(std::uint8_t key = 0x80, const std::string& file = polling().file()) {
    take_package(file);
    pick("station/key", Polling::key_file(key), "sleutel.json");
    ask(station::PickKey{});
    ask(station::StartKiosk{std::string(kPin), std::string(kPin)});
    ask(station::OpenBox{});
  }
  void pass(std::int64_t ms) {
    host.now_ms += ms;
    for (int i = 0; i < 3; ++i) {
      app.take(host.take_answers());
      settle();
    }
  }
  void type(const std::string& code) {
    ask(station::TypeCode{code});
    ask(station::CheckCode{});
    pass(500);
  }
  void vote(const std::string& code, const std::vector<std::string>& plans) {
    type(code);
    for (const std::string& plan : plans) run(cmd::TogglePlan{plan});
    run(cmd::GoTo{{Screen::kVoteCheck, ""}});
    run(cmd::CastBallot{});
  }
  /// The fresh page that the app asked for.
  void reload() { restart(); }
  void host_menu(std::string_view pin = kPin) {
    run(cmd::GoTo{{Screen::kHost, ""}});
    ask(station::EnterPin{std::string(pin)});
  }
  [[nodiscard]] std::string closed_box() {
    host_menu();
    ask(station::CloseBox{});
    ask(station::OfferBox{});
    return host.offered.back().bytes;
  }
  [[nodiscard]] const Station& here() const { return *state().station; }
  [[nodiscard]] std::size_t reloads() const {
    return static_cast<std::size_t>(std::count_if(host.performed.begin(), host.performed.end(),
                                                  [](const auto& e) { return e.template is<platform::Reload>(); }));
  }
};

/// Everything that the device keeps, as one text.
inline std::string kept_text(const StationBench& b) {
  std::string out;
  for (const auto& [key, bytes] : b.host.kept) out += key + "\n" + bytes + "\n";
  return out;
}

}  // namespace stoepkrijt::app::test
