// A closed box: what one kiosk gathered, or what came from phones, signed by the box's key of the package.
//
// Signed is "stoepkrijt box 1": version (1 byte), election (16), fingerprint of the package (32), id of the box
// (counted), number of records (4), each record (public key 32, signature 64, C counted), head of the audit log (32).
// Records are sorted by BLAKE2b(C), then by public key: C is random, so their order says nothing of the order of
// casting. The hash of the box is BLAKE2b of the signed bytes; on screen and paper it stands in words (spoken.hpp).
//
// Example:
//   const Box box = close_box(package, "kiosk-1", records, audit.head(), kiosk_pair);
//   SK_TRY_VOID(check(box, package)); spoken(hash_of(box));
#pragma once

#include <string>
#include <vector>

#include "ballotbox/cast.hpp"
#include "ballotbox/package.hpp"
#include "base/result.hpp"

namespace stoepkrijt::ballotbox {

inline constexpr std::uint8_t kBoxVersion = 1;
inline constexpr std::size_t kMostRecords = 40'000;  ///< in one box; twice kMostCodes, for boxes with rubbish

struct Box {
  ElectionId election{};
  Hash256 package{};  ///< fingerprint
  std::string id;
  std::vector<Record> records;
  Hash256 audit_head{};
  Signature signature{};
  friend bool operator==(const Box&, const Box&) = default;
};

/// Sorts and signs. Records are not judged: merging does.
[[nodiscard]] Box close_box(const SignedPackage& package, std::string id, std::vector<Record> records,
                            const Hash256& audit_head, const SigningPair& pair);
[[nodiscard]] Hash256 hash_of(const Box& box);
/// The order of records in a box; equal ones may stand side by side.
void sort_records(std::vector<Record>& records);
[[nodiscard]] bool are_sorted(const std::vector<Record>& records);

/// Errors: kOtherElection "error.box_other_election", "error.box_other_package"; kUnknownId "error.box_unknown" {box};
/// kDamaged "error.box_order"; kTooLarge "error.box_records"; kBadSignature "error.box_signature" {box}.
[[nodiscard]] Result<void> check(const Box& box, const SignedPackage& package);

}  // namespace stoepkrijt::ballotbox
