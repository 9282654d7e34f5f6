// The published list of receipts, and one vote as a QR code.
#include <algorithm>
#include <utility>

#include "ballotbox/ballot_bytes.hpp"
#include "ballotbox/seal.hpp"
#include "formats/ballotbox/box_json.hpp"
#include "formats/ballotbox/members.hpp"
#include "formats/codes/base45.hpp"
#include "formats/codes/qr.hpp"

namespace stoepkrijt::formats {

using namespace ballotbox_members;  // NOLINT(google-build-using-namespace): this folder's own

namespace {

constexpr Kind kReceipts{"stoepkrijt-receipts", "error.wrong_format_receipts"};

void write_list(json::Writer& out, std::string_view key, const std::vector<std::string>& receipts) {
  out.key(key);
  out.begin_array();
  for (const std::string& receipt : receipts) out.string(receipt);
  out.end_array();
}

Result<std::vector<std::string>> receipts_at(json::Cursor root, std::string_view key) {
  SK_TRY(list, list_at(root, key, 2 * ballotbox::kMostRecords));
  std::vector<std::string> out;
  for (const json::Cursor item : list) {
    SK_TRY(text, item.string());
    const Result<std::string> receipt = ballotbox::read_receipt(text);
    // In a file it stands as receipt_of() gives it.
    if (!receipt || *receipt != text || (!out.empty() && out.back() > *receipt)) {
      return fail(item.error(ErrorCode::kDamaged, "error.receipts_order"));
    }
    out.push_back(*receipt);
  }
  return out;
}

constexpr std::string_view kVote = "SKB1:";
constexpr std::size_t kCheck = 4;
constexpr std::size_t kHead = 16 + 32 + 64;

}  // namespace

Receipts receipts_of(const ballotbox::Urn& urn, const ballotbox::Opening& opening) {
  return {urn.election, ballotbox::hash_of(urn), opening.receipts, opening.refused, opening.set_aside};
}

std::string write_receipts(const Receipts& receipts) {
  json::Writer out;
  out.begin_object();
  write_list(out, "counted", receipts.counted);
  write_election(out, receipts.election);
  write_text(out, "format", kReceipts.format);
  write_list(out, "refused", receipts.refused);
  write_list(out, "set_aside", receipts.set_aside);
  write_hex(out, "urn", receipts.urn);
  write_number(out, "version", kVersion);
  out.end_object();
  return out.take();
}

Result<Receipts> read_receipts(std::string_view text) {
  SK_TRY(document, json::Document::parse(text));
  const json::Cursor root = document.root();
  SK_TRY_VOID(
      check_envelope(root, kReceipts, {"counted", "election", "format", "refused", "set_aside", "urn", "version"}));
  Receipts out;
  SK_TRY(counted, receipts_at(root, "counted"));
  out.counted = std::move(counted);
  SK_TRY(election, election_at(root));
  out.election = election;
  SK_TRY(refused, receipts_at(root, "refused"));
  out.refused = std::move(refused);
  SK_TRY(set_aside, receipts_at(root, "set_aside"));
  out.set_aside = std::move(set_aside);
  SK_TRY(urn, hex_at<32>(root, "urn"));
  out.urn = urn;
  return out;
}

Result<ReceiptPlace> place_of(const Receipts& receipts, std::string_view typed) {
  SK_TRY(receipt, ballotbox::read_receipt(typed));
  const auto in = [&receipt](const std::vector<std::string>& list) {
    return std::binary_search(list.begin(), list.end(), receipt);
  };
  if (in(receipts.counted)) return ReceiptPlace::kCounted;
  if (in(receipts.refused)) return ReceiptPlace::kRefused;
  return in(receipts.set_aside) ? ReceiptPlace::kSetAside : ReceiptPlace::kNowhere;
}

std::string vote_code(const HandedIn& vote) {
  std::string bytes;
  const auto add = [&bytes](ballotbox::View more) { bytes += ballotbox::text_of(more); };
  add(vote.election);
  add(vote.record.public_key);
  add(vote.record.signature);
  add(vote.record.sealed);
  const Hash256 hash = ballotbox::blake2b(ballotbox::view_of(bytes));
  add(ballotbox::View(hash).first(kCheck));
  return std::string(kVote) + to_base45(bytes);
}

bool fits_one_code(const ballotbox::Package& package) {
  // All votes of a round are equally long, and so are their texts: any bytes will do.
  HandedIn any;
  any.record.sealed.resize(ballotbox::sealed_size(ballotbox::ballot_size(package.round)));
  return qr_matrix(vote_code(any), kLargestVoteQr).has_value();
}

Result<HandedIn> read_vote_code(std::string_view text) {
  const auto damaged = [] { return fail(ErrorCode::kDamaged, "error.vote_qr_damaged"); };
  if (!text.starts_with(kVote)) {
    const bool newer = text.starts_with("SKB") && text.size() > 4 && text[3] > '1' && text[3] <= '9';
    if (newer) return fail(ErrorCode::kNewerVersion, "error.vote_qr_newer");
    return fail(ErrorCode::kWrongFormat, "error.vote_qr_foreign");
  }
  if (text.size() > 2 * kMostSealed) return damaged();
  const std::optional<std::string> bytes = from_base45(text.substr(kVote.size()));
  if (!bytes || bytes->size() < kHead + kCheck) return damaged();
  const ballotbox::View all = ballotbox::view_of(*bytes);
  const ballotbox::View body = all.first(all.size() - kCheck);
  const Hash256 hash = ballotbox::blake2b(body);
  if (!std::equal(all.begin() + static_cast<std::ptrdiff_t>(body.size()), all.end(), hash.begin())) return damaged();
  HandedIn out;
  std::copy_n(body.begin(), 16, out.election.begin());
  std::copy_n(body.begin() + 16, 32, out.record.public_key.begin());
  std::copy_n(body.begin() + 48, 64, out.record.signature.begin());
  out.record.sealed.assign(body.begin() + kHead, body.end());
  return out;
}

}  // namespace stoepkrijt::formats
