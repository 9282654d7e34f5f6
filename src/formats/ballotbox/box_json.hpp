// What goes round on the counting evening, as JSON (docs/formats/ballots.md): boxes, the sealed urn, share files and
// the list of receipts.
//
// Read strictly, as package_json.hpp; written canonically. Reading does not judge signatures of boxes or whether a file
// fits the urn: merge_boxes() and open_urn() do, and need the package for it. It does refuse what cannot be one of
// ours: orders that are not kept, sizes beyond the limits.
//
// Guarantees: read(write(x)) is x for well-formed x; write(read(bytes)) is `bytes` for bytes that write() gave.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ballotbox/box.hpp"
#include "ballotbox/opening.hpp"
#include "ballotbox/urn.hpp"
#include "base/result.hpp"

namespace stoepkrijt::formats {

/// Errors of all readers here: those of json::Document::parse; kWrongFormat "error.wrong_format_box" ("_urn",
/// "_shares",
/// "_receipts"), kNewerVersion, kMissing, kUnknownKey, kWrongType, kTooLarge, kTooLong, kDamaged.
[[nodiscard]] std::string write_box(const ballotbox::Box& box);
/// Further: kDamaged "error.box_order".
[[nodiscard]] Result<ballotbox::Box> read_box(std::string_view text);

[[nodiscard]] std::string write_urn(const ballotbox::Urn& urn);
/// Further: kDamaged "error.urn_order" where ballots are not sorted by BLAKE2b, or a conflict counts none of them.
[[nodiscard]] Result<ballotbox::Urn> read_urn(std::string_view text);

[[nodiscard]] std::string write_shares(const ballotbox::ShareFile& shares);
[[nodiscard]] Result<ballotbox::ShareFile> read_shares(std::string_view text);

/// What is published, so that everyone can look up a receipt.
struct Receipts {
  ballotbox::ElectionId election{};
  Hash256 urn{};
  std::vector<std::string> counted;  ///< each list sorted
  std::vector<std::string> refused;
  std::vector<std::string> set_aside;
  friend bool operator==(const Receipts&, const Receipts&) = default;
};
[[nodiscard]] Receipts receipts_of(const ballotbox::Urn& urn, const ballotbox::Opening& opening);
[[nodiscard]] std::string write_receipts(const Receipts& receipts);
/// Further: kDamaged "error.receipts_order", and those of ballotbox::read_receipt().
[[nodiscard]] Result<Receipts> read_receipts(std::string_view text);

/// "Is my vote in?"
enum class ReceiptPlace : std::uint8_t { kCounted, kRefused, kSetAside, kNowhere };
/// As a person types it. Errors: those of ballotbox::read_receipt().
[[nodiscard]] Result<ReceiptPlace> place_of(const Receipts& receipts, std::string_view typed);

/// One vote as the text of a QR code, from a phone to the kiosk: "SKB1:" and in base 45 the election (16 bytes), public
/// key (32), signature (64), C, and 4 bytes of check: the first of BLAKE2b of all before. Approval over up to 128 plans
/// is 1,022 letters: a QR code of version 21 at error correction M.
struct HandedIn {
  ballotbox::ElectionId election{};
  ballotbox::Record record;
  friend bool operator==(const HandedIn&, const HandedIn&) = default;
};
[[nodiscard]] std::string vote_code(const HandedIn& vote);
/// Does every vote of this round go by one QR code (formats/codes/qr.hpp, kLargestVoteQr)? Else by file.
[[nodiscard]] bool fits_one_code(const ballotbox::Package& package);
/// Errors: kWrongFormat "error.vote_qr_foreign", kNewerVersion "error.vote_qr_newer", kDamaged "error.vote_qr_damaged".
[[nodiscard]] Result<HandedIn> read_vote_code(std::string_view text);

}  // namespace stoepkrijt::formats
