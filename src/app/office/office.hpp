// What the app knows of the organiser's office: from plans to a signed package, the keys of organiser, holders and
// boxes, and the cards. A value that is never changed in place; State holds it by pointer, so only this room is built
// anew when it changes.
//
// Secrets live in memory only, in parts of their own that are overwritten when the last copy goes: a key that was just
// made until "Klaar", codes until "Klaar". Kept on the device ("b/office/"): what is filled in, and of every package
// made here its bytes and the organiser's key, with which an amendment is signed.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ballotbox/package.hpp"
#include "formats/ballotbox/audit_json.hpp"
#include "formats/ballotbox/package_json.hpp"
#include "formats/ballotbox/public_key.hpp"

namespace stoepkrijt::app {

struct State;

namespace office {

/// A pair that was made for somebody: this device never keeps it.
struct NewKey {
  formats::PublicKey open;
  formats::KeyFile secret;
  bool printed = false;  ///< or offered as a file: there is a copy
};

/// What is filled in on the way to a package; numbers as they are typed.
struct Draft {
  std::string round;  ///< id
  std::string codes;
  std::string reserves;  ///< empty: as suggested
  std::string attended;  ///< cards of the desk; empty: none, then it is not allowed
  std::string place;     ///< where to vote, as it stands on the cards
  bool open_meeting = false, paper = false, practice = false;
  ballotbox::Publication publication = ballotbox::Publication::kOpenUrn;
  std::string delete_by;  ///< ISO date; empty: as suggested
  std::array<std::optional<formats::PublicKey>, ballotbox::kHolders> holders;
  std::vector<formats::PublicKey> boxes;  ///< sorted by name
  friend bool operator==(const Draft&, const Draft&) = default;
};

/// Texts that are overwritten when they go.
struct SecretTexts {
  std::vector<std::string> texts;
  SecretTexts() = default;
  SecretTexts(const SecretTexts&) = default;
  SecretTexts& operator=(const SecretTexts&) = default;
  ~SecretTexts();
};

/// Codes under way, one at each tick; all of it is thrown away when it is stopped.
struct Making {
  ballotbox::Package package;  ///< its tags grow
  ballotbox::Secret<32> seed;  ///< of codes and the order of the cards
  ballotbox::Secret<32> organiser;
  SecretTexts codes, reserves, attended;
  std::size_t want_codes = 0, want_reserves = 0, want_attended = 0;
  std::uint64_t drawn = 0;
  std::string place;
  std::int64_t next_ms = 0;
  std::int64_t began_ms = 0;
  [[nodiscard]] std::size_t done() const { return codes.texts.size() + reserves.texts.size() + attended.texts.size(); }
  [[nodiscard]] std::size_t all() const { return want_codes + want_reserves + want_attended; }
};

/// The cards of a package that was just made, in the order in which they are printed.
struct Cards {
  ballotbox::SignedPackage package;
  std::shared_ptr<const SecretTexts> codes, reserves, attended;
  std::string place;
  std::vector<bool> printed;  ///< by batch (sheets.hpp)
  std::size_t own = 0;        ///< index in Office::own
};

/// A package that was made here.
struct Own {
  ballotbox::SignedPackage package;
  formats::KeyFile organiser;
  enum class Safe : std::uint8_t {
    kNo,     ///< this device cannot keep it
    kAsked,  ///< on its way to the storage
    kKept,
  } safe = Safe::kKept;
  bool package_given = false, organiser_given = false;  ///< as files
};

/// An amendment in the making.
struct Withdrawal {
  std::size_t package = 0;  ///< index in Office::own
  std::vector<std::string> plans;
  std::string reason;
  friend bool operator==(const Withdrawal&, const Withdrawal&) = default;
};

/// Whom a key that is being asked for is of: the n-th holder (from 0), or a box.
struct KeyPlace {
  std::size_t holder = ballotbox::kHolders;  ///< kHolders: a box
  friend bool operator==(const KeyPlace&, const KeyPlace&) = default;
};

inline constexpr std::int64_t kKeepDays = 90;  ///< suggested between the result and the day of wiping

/// The round that the draft is about: the one it names, else the one in preparation, else that of the app.
[[nodiscard]] const model::Round* round_of(const State& state, const Draft& draft);
/// The number that is typed; nothing when it is none from `least` to `most`.
[[nodiscard]] std::optional<std::size_t> typed_number(std::string_view text, std::size_t least, std::size_t most);
/// 5 %, rounded up, at least 5.
[[nodiscard]] std::size_t suggested_reserves(std::size_t codes);
/// How many cards of each kind are asked for; nothing that is wrong.
struct Numbers {
  std::size_t codes = 0, reserves = 0, attended = 0;
  [[nodiscard]] std::size_t all() const { return codes + reserves + attended; }
};
/// Errors: kEmpty "error.office_codes", "error.office_reserves", "error.office_attended", with the number that is
/// wrong.
[[nodiscard]] Result<Numbers> numbers_of(const Draft& draft);

/// What would be signed, as far as it can be told before there are codes. Errors: the first thing that is missing or
/// wrong, in the order of the page: kMissing "error.office_round", kEmpty "error.office_codes",
/// "error.office_reserves", "error.office_attended", "error.office_holders", "error.office_boxes", kBadDate
/// "error.office_delete_by", kRuleNotDefined "error.office_rule_form" (the rule cannot count such ballots); those of
/// ballotbox::validate(). The tags are left out.
[[nodiscard]] Result<ballotbox::Package> package_of(const Draft& draft, const model::Round* round);

/// Does the page hold what is nowhere else: a key without a copy, codes that are being made or were not all printed, a
/// package that is neither kept nor given? Then it must not be closed by a slip.
[[nodiscard]] bool is_only_here(const State& state);

[[nodiscard]] std::string write_draft(const Draft& draft);
/// Errors: those of json::Document and of the values.
[[nodiscard]] Result<Draft> read_draft(std::string_view json);

}  // namespace office

struct Office {
  std::shared_ptr<const office::NewKey> key;
  bool key_leaving = false;  ///< asked to be wiped while there is no copy
  office::Draft draft;
  std::optional<office::KeyPlace> asking;  ///< whose key file or camera gives
  std::shared_ptr<const office::Making> making;
  std::shared_ptr<const office::Cards> cards;
  bool cards_leaving = false;  ///< asked to be wiped while cards were not printed
  std::vector<office::Own> own;
  std::optional<std::size_t> forgetting;  ///< one of them, asked to be wiped
  std::optional<office::Withdrawal> withdrawal;
};

}  // namespace stoepkrijt::app
