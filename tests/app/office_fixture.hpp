// The organiser's office for tests: keys that others made, a package with its codes, and cards.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "app/office/command.hpp"
#include "app/office/sheets.hpp"
#include "book_fixture.hpp"

namespace stoepkrijt::app::test {

using namespace office;  // NOLINT(google-build-using-namespace): what the tests are about
using formats::KeyOwner;
using formats::PublicKey;

inline const Lang& nl() {
  static const auto* const lang = new Lang(read_lang(LangCode::kNl));
  return *lang;
}
inline const Lang& en() {
  static const auto* const lang = new Lang(read_lang(LangCode::kEn));
  return *lang;
}

/// A key that somebody made on a device of their own: what they hand over, and what they keep.
struct Pair {
  std::string open;
  formats::KeyFile secret;
};
inline Pair pair_from(std::uint8_t device, KeyOwner owner, const std::string& name) {
  Bench b(device_nr(device));
  b.run(ask(MakeKey{owner, name}));
  b.run(ask(GiveOpenKey{}));
  b.run(ask(GiveSecretKey{}));
  EXPECT_EQ(b.host.offered.size(), 2U);
  return {b.host.offered[0].bytes, *formats::read_key(b.host.offered[1].bytes)};
}

struct Ceremony {
  std::array<Pair, 3> holders;
  Pair box;
};
inline const Ceremony& ceremony() {
  static const auto* const one =
      new Ceremony{{pair_from(11, KeyOwner::kHolder, "Fatma"), pair_from(12, KeyOwner::kHolder, "Joop"),
                    pair_from(13, KeyOwner::kHolder, "Ans é")},
                   pair_from(14, KeyOwner::kKiosk, "kiosk-1")};
  return *one;
}

inline void give_key(Bench& b, KeyPlace where, const std::string& bytes) {
  b.host.files.emplace_back(platform::FilePicked{"office/key", "sleutel.txt", bytes});
  b.run(ask(KeyFromFile{where}));
}

inline Draft& filled(Draft& draft, const std::string& codes, const std::string& reserves) {
  draft.codes = codes;
  draft.reserves = reserves;
  draft.place = "In het buurthuis <& zo>.";
  return draft;
}

inline void fill(Bench& b, const std::string& codes = "7", const std::string& reserves = "3",
                 const std::string& attended = "") {
  Draft draft;
  draft.attended = attended;
  b.run(ask(ChangeDraft{filled(draft, codes, reserves)}));
  for (std::size_t i = 0; i < 3; ++i) give_key(b, {i}, ceremony().holders[i].open);
  give_key(b, {}, ceremony().box.open);
}

/// To the moment that the app asked for; what it then wants is carried out.
inline void wake(Bench& b) {
  b.host.now_ms = b.host.wake_at_ms;
  b.settle();
  b.settle();
}
/// The clock goes on until nothing is being made.
inline void make_all(Bench& b) {
  b.run(ask(Make{}));
  for (int i = 0; i < 100 && b.state().office->making != nullptr; ++i) {
    wake(b);
  }
}

/// One package for all tests that only look: each code costs as much as for a real round.
inline Bench made() {
  static const auto* const one = [] {
    auto* b = new Bench;
    fill(*b);
    make_all(*b);
    return b;
  }();
  return *one;
}

inline bool holds(std::string_view bytes, std::string_view words) {
  return bytes.find(words) != std::string_view::npos;
}

inline std::vector<std::string> all_codes(const Cards& cards) {
  std::vector<std::string> out = cards.codes->texts;
  out.insert(out.end(), cards.reserves->texts.begin(), cards.reserves->texts.end());
  out.insert(out.end(), cards.attended->texts.begin(), cards.attended->texts.end());
  return out;
}

}  // namespace stoepkrijt::app::test
