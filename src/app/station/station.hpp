// The polling station: a round with codes on paper that is open on this device. At home for one voter; as a kiosk for
// many, with a host who opens and closes the box.
//
// Protocol: docs/formats/ballots.md. What is kept here is written by station/keep.hpp; of a voter nothing is kept but
// the sealed vote, in one Commit with the counters, under a key of random bytes.
// A value that is never changed in place; State holds it by pointer, so only this room is built anew when it changes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ballotbox/audit.hpp"
#include "ballotbox/cast.hpp"
#include "ballotbox/package.hpp"
#include "base/error.hpp"

namespace stoepkrijt::app {

struct State;
struct Route;

namespace station {

inline constexpr std::int64_t kDoneMs = 30'000;         ///< how long a receipt stays on a kiosk
inline constexpr std::int64_t kIdleMs = 120'000;        ///< after so long without a touch a kiosk asks
inline constexpr std::int64_t kWarningMs = 30'000;      ///< and waits so long for an answer
inline constexpr std::int64_t kClockSlackMs = 120'000;  ///< a clock that is set by less is not worth telling
inline constexpr std::size_t kCopies = 2;               ///< of a closed box
inline constexpr std::size_t kLeastPin = 4, kMostPin = 8;
inline constexpr std::size_t kCodeLetters = 15;
inline constexpr std::uint64_t kLowSpace = 20ULL * 1024 * 1024;  ///< bytes left on the device

enum class Use : std::uint8_t { kHome, kKiosk };
inline constexpr std::array<std::string_view, 2> kUseNames{"home", "kiosk"};

/// Of the card that is replaced.
enum class HostField : std::uint8_t { kNone, kOldCard, kReserve };

enum class Stage : std::uint8_t {
  kCode,      ///< a code is being typed
  kChecking,  ///< the key is being made of it: takes up to some seconds
  kConsent,   ///< it is a card of the desk: the host's PIN is asked for, and nobody votes before it is right
  kVoting,    ///< a voter chooses
  kKeeping,   ///< the sealed vote goes to the storage
  kNotKept,   ///< and could not: it is on the screen, as a code and as a file
  kDone,      ///< the receipt is on the screen
};

/// What a station remembers over a power cut, beside package, key, log, lists and votes.
struct Facts {
  Use use = Use::kHome;
  std::string box;                 ///< its id in the package; at home empty
  bool open = false;               ///< kiosk: between opening and closing
  bool reloads = false;            ///< the page is loaded anew after a voter: no restart to tell of
  std::string pin_salt, pin_hash;  ///< hexadecimal
  std::int64_t pin_wrong = 0, pin_after_ms = 0;
  std::int64_t hour = 0;  ///< minute at which the hour began of which these are the numbers; 0: none
  std::int64_t hour_ballots = 0, hour_refused = 0;
  std::int64_t last_ms = 0;     ///< the latest time that the clock told
  std::int64_t copies = 0;      ///< of the box as it was closed last
  std::int64_t not_logged = 0;  ///< copies that the log tells of when the box opens again
  friend bool operator==(const Facts&, const Facts&) = default;
};

}  // namespace station

struct Station {
  // What is kept
  std::shared_ptr<const ballotbox::SignedPackage> package;
  std::shared_ptr<const model::Round> round;  ///< of the package, without withdrawn plans, open
  std::vector<std::string> amendments;        ///< the files
  std::vector<std::string> reasons;           ///< of these, in words
  station::Facts facts;
  std::string key;  ///< key file of the box; empty at home
  std::shared_ptr<const ballotbox::AuditLog> log;
  std::shared_ptr<const std::vector<ballotbox::Record>> records;
  std::vector<ballotbox::Tag> used;  ///< of the records, sorted
  ballotbox::SpoiltList spoilt;      ///< what this kiosk gave out
  std::string mine;                  ///< at home: the sealed vote as its QR code says it

  // The voter who is there now; gone with the page
  station::Stage stage = station::Stage::kCode;
  std::string code;
  std::optional<Error> code_error;  ///< or of the PIN, where consent is asked for
  std::shared_ptr<const ballotbox::SigningPair> voter;
  std::string vote;           ///< as `mine`, of this voter
  std::string vote_key;       ///< where it is kept
  std::string receipt;        ///< "7K3Q9-MWV20"
  std::int64_t until_ms = 0;  ///< of the receipt, or of an answer to "are you still there?"
  std::int64_t touched_ms = 0;
  bool warned = false;
  std::int64_t ticked_ms = 0;  ///< the moment that was looked at last

  // The host
  bool host = false;  ///< the PIN was right
  std::optional<Error> host_error;
  station::HostField host_field = station::HostField::kNone;  ///< that the error is about
  bool testing_camera = false;
  bool cleaning = false;
};

namespace station {

/// The round is a kiosk's: nothing else of the app is shown.
[[nodiscard]] bool is_locked(const State& s);
/// A voter with a sound code chooses now.
[[nodiscard]] bool is_voting(const State& s);
/// The vote is sealed: the receipt, or what to do because it could not be kept, is on the screen.
[[nodiscard]] bool has_ended(const State& s);
/// Where the route leads on a kiosk: itself, or the screen that takes its place.
[[nodiscard]] Route allowed(const State& s, Route route);
/// The round of the package; nullptr: no package is open here.
[[nodiscard]] const model::Round* round_of(const State& s);
[[nodiscard]] std::size_t ballots_in(const Station& s);
/// Of these with cards of the desk.
[[nodiscard]] std::size_t attended_in(const Station& s);

}  // namespace station
}  // namespace stoepkrijt::app
