// The sealed urn: all boxes put together, with nothing left of who cast what.
//
// merge_boxes() follows point 5 of the protocol:
//   1. Every box must be of this package and rightly signed. The same box twice is one box.
//   2. A record is no ballot when C has not the size that this round gives, when its tag is in the package neither as a
//      code, nor as a reserve that a spoilt list gave out, nor as a card of the desk, or when its signature is wrong;
//      nor when it is of a card of the desk and lies in a box for phones: no host was there.
//   3. Equal {tag, C} are one, whatever box they came in; it came by the kiosk when any of them did.
//   4. Tags of one person are one group: a card, and whatever replaced it.
//   5. A group with more than one C is a conflict. It is settled: kiosk before phone, then the lowest BLAKE2b of C,
//      keyed with BLAKE2b of the lot. The lot is drawn after closing: else a thief could try until his C is lowest.
//   6. The same C in two groups is a copy: counted once, and told.
//   7. What is counted is sorted by BLAKE2b(C). Tags, keys and signatures are dropped.
//
// Guarantees: the urn's bytes depend on the set of boxes, spoilt lists and the lot only: not on their order, nor on
// anything being there twice.
//
// Example: SK_TRY(merged, merge_boxes(package, boxes, spoilt, "dice 4 1 6 2 2 5")); hash_of(merged.urn)
#pragma once

#include <string>
#include <vector>

#include "ballotbox/box.hpp"
#include "ballotbox/package.hpp"
#include "base/result.hpp"

namespace stoepkrijt::ballotbox {

inline constexpr std::uint8_t kUrnVersion = 1;

/// One group with more than one C.
struct Conflict {
  Hash256 counted{};          ///< BLAKE2b of the C that stands in the urn
  std::vector<Bytes> others;  ///< in the order in which they would have been taken
  friend bool operator==(const Conflict&, const Conflict&) = default;
};

struct Urn {
  ElectionId election{};
  Hash256 package{};
  std::string lot;                  ///< as it was drawn in public; empty where nothing had to be settled
  std::vector<Bytes> ballots;       ///< C, sorted by BLAKE2b, each once
  std::vector<Conflict> conflicts;  ///< sorted by the hashes of their C
  friend bool operator==(const Urn&, const Urn&) = default;
};
/// BLAKE2b of "stoepkrijt urn 1": version (1), election (16), fingerprint (32), lot (counted), number of ballots (4),
/// each C (counted), number of conflicts (4), of each the hash counted (32), number of others (4), each C (counted).
[[nodiscard]] Hash256 hash_of(const Urn& urn);
/// Every C that is opened: the ballots, then the others of each conflict.
[[nodiscard]] std::vector<View> all_sealed(const Urn& urn);

struct BoxCount {
  std::string box;
  std::size_t files = 0;    ///< different files of this box
  std::size_t records = 0;  ///< of the largest of them
  friend bool operator==(const BoxCount&, const BoxCount&) = default;
};
struct MergeReport {
  std::vector<BoxCount> boxes;  ///< by id
  std::size_t duplicates = 0;   ///< records that were there already
  std::size_t wrong_size = 0;
  std::size_t unknown_cards = 0;      ///< records with a tag that is not in the package
  std::size_t unused_reserves = 0;    ///< records of reserve cards that no list gave out
  std::size_t attended = 0;           ///< cards of the desk with a vote that counts or is in a conflict
  std::size_t attended_by_phone = 0;  ///< records of such cards that came by phone
  std::size_t wrong_signatures = 0;
  std::size_t copies = 0;           ///< C that more than one group would count
  std::size_t replaced = 0;         ///< cards that lists replaced
  std::size_t shared_reserves = 0;  ///< reserves that were given out for more than one card
  std::size_t conflicts = 0;        ///< k
  friend bool operator==(const MergeReport&, const MergeReport&) = default;
};
struct Merged {
  Urn urn;
  MergeReport report;
};

/// Errors: those of check(box) and validate(spoilt), each with {file} the number of the box or list from 1;
/// kOtherElection "error.spoilt_other_election"; kMissing "error.lot_missing" {n} when there are conflicts and no lot.
[[nodiscard]] Result<Merged> merge_boxes(const SignedPackage& package, const std::vector<Box>& boxes,
                                         const std::vector<SpoiltList>& spoilt, std::string_view lot);

}  // namespace stoepkrijt::ballotbox
