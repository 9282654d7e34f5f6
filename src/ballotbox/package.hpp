// The signed package of a round: all that a device needs to take votes, and all that is fixed before anyone votes.
//
// It is public. Of a code only the tag is in it, which is not enough to vote. What is signed is the canonical JSON of
// formats/ballotbox behind the domain "stoepkrijt package 1"; its BLAKE2b is the fingerprint that is published, with
// the number of codes, before the round opens.
//
// Order: tags sorted by bytes, boxes by id, modes by value, plans as the round has them (a ballot's bytes follow that).
// Example: SK_TRY_VOID(validate(package)); channel_of(package, "kiosk-1") == Channel::kKiosk
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ballotbox/bytes.hpp"
#include "ballotbox/keys.hpp"
#include "base/result.hpp"
#include "model/round.hpp"

namespace stoepkrijt::ballotbox {

inline constexpr std::size_t kMostCodes = 20'000;  ///< codes, reserves and cards of the desk together
inline constexpr std::size_t kMostBoxes = 100;

enum class Channel : std::uint8_t { kKiosk, kPhone };  ///< in a conflict a kiosk goes before a phone
enum class Mode : std::uint8_t { kSealed, kOpenMeeting, kPaper, kPractice };
enum class Publication : std::uint8_t {
  kOpenUrn,       ///< the anonymised ballots, sorted, so that anyone recounts
  kWitnessedUrn,  ///< totals, the urn's hash, and a recount by two named witnesses
};
inline constexpr std::array<std::string_view, 2> kChannelNames{"kiosk", "phone"};
inline constexpr std::array<std::string_view, 4> kModeNames{"sealed", "open-meeting", "paper", "practice"};
inline constexpr std::array<std::string_view, 2> kPublicationNames{"open-urn", "witnessed-urn"};

/// Who may hand in a box: a kiosk, or whoever gathers what phones give.
struct BoxKey {
  std::string id;
  Channel channel = Channel::kKiosk;
  Key32 public_key{};
  friend bool operator==(const BoxKey&, const BoxKey&) = default;
};

struct Package {
  ElectionId election{};
  model::Round round;
  Cost cost;
  std::vector<Tag> codes;
  std::vector<Tag> reserves;  ///< cards that count only once a spoilt list gives them out
  std::vector<Tag>
      attended;  ///< cards of the host's desk: they count only when they come by a kiosk; empty: not allowed
  std::vector<BoxKey> boxes;
  HolderKeys holders{};
  Key32 organiser{};
  std::vector<Mode> modes;
  Publication publication = Publication::kOpenUrn;
  std::string delete_by;  ///< ISO date: on that day all of it is wiped
  friend bool operator==(const Package&, const Package&) = default;
};

/// A package whose signature was checked, or that was just signed.
struct SignedPackage {
  Package package;
  Signature signature{};
  Hash256 fingerprint{};
};

/// Errors, with the path in `where`: those of model::validate(round); kTooLarge "error.package_plans",
/// "error.package_codes", "error.package_boxes"; kNotAllowed "error.package_cost", "error.package_tags" (not sorted, or
/// twice), "error.package_holders" (twice the same, or no key), "error.package_modes", "error.package_box_key"; kEmpty
/// "error.package_no_codes" (mode sealed); those of an id and of a date; kBadDate "error.package_delete_by" before the
/// day of the result.
[[nodiscard]] Result<void> validate(const Package& package);

[[nodiscard]] const BoxKey* find_box(const Package& package, std::string_view id);
[[nodiscard]] bool has_tag(const std::vector<Tag>& sorted, const Tag& tag);
/// Is it a card of this package, of whatever kind?
[[nodiscard]] bool is_card(const Package& package, const Tag& tag);
/// Would a program that keeps the rules cast this C in this round?
[[nodiscard]] bool has_size(View sealed, const Package& package);

/// May rankings or points over many plans tell a buyer which ballot is the one he paid for? Then fewer plans or the
/// witnessed urn are better: more than 2^20 different ballots can be filled in.
[[nodiscard]] bool could_sign_a_ballot(const model::Round& round);

/// A plan that is withdrawn after opening: shown to every later voter and applied at the count. Signed by the organiser
/// over the canonical JSON behind "stoepkrijt amendment 1".
struct Amendment {
  ElectionId election{};
  Hash256 package{};                   ///< fingerprint
  std::vector<std::string> withdrawn;  ///< ids of plans, sorted
  std::string reason;                  ///< in words
  friend bool operator==(const Amendment&, const Amendment&) = default;
};
/// The round without the withdrawn plans of all amendments. Errors: kUnknownId "error.amendment_plan" {plan};
/// kNotAllowed "error.amendment_required" {plan, by}: another plan cannot be carried out without it and stays;
/// "error.amendment_all": no plan is left.
[[nodiscard]] Result<model::Round> amended(const model::Round& round, const std::vector<Amendment>& amendments);
/// The ballot without plans that the round has no more.
[[nodiscard]] model::Ballot amended(const model::Ballot& ballot, const model::Round& round);

/// Cards that were spoilt or lost, each with the reserve that replaces it. Signed by the organiser or by a kiosk of the
/// package, over the canonical JSON behind "stoepkrijt spoilt 1".
struct Replacement {
  Tag spoilt{};
  Tag reserve{};
  friend auto operator<=>(const Replacement&, const Replacement&) = default;
};
struct SpoiltList {
  ElectionId election{};
  std::vector<Replacement> replaced;  ///< sorted
  friend bool operator==(const SpoiltList&, const SpoiltList&) = default;
};
/// Errors: kUnknownId "error.spoilt_tag" {n} (no card of the round), "error.spoilt_reserve" {n}.
[[nodiscard]] Result<void> validate(const SpoiltList& list, const Package& package);

}  // namespace stoepkrijt::ballotbox
