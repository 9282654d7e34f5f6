#include "formats/ballotbox/box_json.hpp"

#include <algorithm>
#include <utility>

#include "formats/ballotbox/members.hpp"

namespace stoepkrijt::formats {

using namespace ballotbox_members;  // NOLINT(google-build-using-namespace): this folder's own
using ballotbox::Box;
using ballotbox::Conflict;
using ballotbox::ShareFile;
using ballotbox::Urn;

namespace {

constexpr Kind kBox{"stoepkrijt-box", "error.wrong_format_box"};
constexpr Kind kUrn{"stoepkrijt-urn", "error.wrong_format_urn"};
constexpr Kind kShares{"stoepkrijt-shares", "error.wrong_format_shares"};
constexpr std::size_t kMostLot = 1'000;  // bytes
constexpr std::size_t kMostBallots = ballotbox::kMostRecords;

/// Public key, C, signature.
Result<ballotbox::Record> record_value(json::Cursor at) {
  SK_TRY_VOID(at.expect(json::Type::kArray));
  if (at.size() != 3) return fail(at.error(ErrorCode::kWrongType, "error.wrong_count").with("wanted", "3"));
  ballotbox::Record record;
  auto it = at.begin();
  SK_TRY(key, hex_value<32>(*it));
  record.public_key = key;
  ++it;
  SK_TRY(sealed, sealed_value(*it));
  record.sealed = std::move(sealed);
  ++it;
  SK_TRY(signature, hex_value<64>(*it));
  record.signature = signature;
  return record;
}

Result<std::vector<Bytes>> sealed_list(json::Cursor list) {
  std::vector<Bytes> out;
  out.reserve(list.size());
  for (const json::Cursor item : list) {
    SK_TRY(sealed, sealed_value(item));
    out.push_back(std::move(sealed));
  }
  return out;
}

void write_all_sealed(json::Writer& out, std::string_view key, const std::vector<Bytes>& all) {
  out.key(key);
  out.begin_array();
  for (const Bytes& sealed : all) write_sealed(out, sealed);
  out.end_array();
}

Result<Conflict> conflict_value(json::Cursor at) {
  SK_TRY_VOID(only_members(at, {"counted", "others"}));
  Conflict out;
  SK_TRY(counted, hex_at<32>(at, "counted"));
  out.counted = counted;
  SK_TRY(list, list_at(at, "others", kMostBallots));
  SK_TRY(others, sealed_list(list));
  out.others = std::move(others);
  if (out.others.empty()) return fail(at.error(ErrorCode::kDamaged, "error.urn_order"));
  return out;
}

/// As merge_boxes() gives it.
bool is_in_order(const Urn& urn) {
  std::vector<Hash256> hashes;
  for (const Bytes& sealed : urn.ballots) hashes.push_back(ballotbox::blake2b(sealed));
  if (std::adjacent_find(hashes.begin(), hashes.end(), std::greater_equal<>()) != hashes.end()) return false;
  const auto lower = [](const Conflict& a, const Conflict& b) { return a.counted < b.counted; };
  if (!std::is_sorted(urn.conflicts.begin(), urn.conflicts.end(), lower)) return false;
  return std::all_of(urn.conflicts.begin(), urn.conflicts.end(), [&hashes](const Conflict& conflict) {
    return std::binary_search(hashes.begin(), hashes.end(), conflict.counted);
  });
}

}  // namespace

std::string write_box(const Box& box) {
  json::Writer out;
  out.begin_object();
  write_hex(out, "audit", box.audit_head);
  write_text(out, "box", box.id);
  write_election(out, box.election);
  write_text(out, "format", kBox.format);
  write_hex(out, "package", box.package);
  out.key("records");
  out.begin_array();
  for (const ballotbox::Record& record : box.records) {
    out.begin_array();
    out.string(to_hex(record.public_key));
    write_sealed(out, record.sealed);
    out.string(to_hex(record.signature));
    out.end_array();
  }
  out.end_array();
  write_hex(out, "signature", box.signature);
  write_number(out, "version", kVersion);
  out.end_object();
  return out.take();
}

Result<Box> read_box(std::string_view text) {
  SK_TRY(document, json::Document::parse(text));
  const json::Cursor root = document.root();
  SK_TRY_VOID(
      check_envelope(root, kBox, {"audit", "box", "election", "format", "package", "records", "signature", "version"}));
  Box out;
  SK_TRY(audit, hex_at<32>(root, "audit"));
  out.audit_head = audit;
  SK_TRY(id, text_at(root, "box"));
  out.id = std::move(id);
  SK_TRY(election, election_at(root));
  out.election = election;
  SK_TRY(package, hex_at<32>(root, "package"));
  out.package = package;
  SK_TRY(list, list_at(root, "records", ballotbox::kMostRecords));
  out.records.reserve(list.size());
  for (const json::Cursor item : list) {
    SK_TRY(record, record_value(item));
    out.records.push_back(std::move(record));
  }
  SK_TRY(signature, hex_at<64>(root, "signature"));
  out.signature = signature;
  if (!ballotbox::are_sorted(out.records)) return fail(list.error(ErrorCode::kDamaged, "error.box_order"));
  return out;
}

std::string write_urn(const Urn& urn) {
  json::Writer out;
  out.begin_object();
  write_all_sealed(out, "ballots", urn.ballots);
  out.key("conflicts");
  out.begin_array();
  for (const Conflict& conflict : urn.conflicts) {
    out.begin_object();
    write_hex(out, "counted", conflict.counted);
    write_all_sealed(out, "others", conflict.others);
    out.end_object();
  }
  out.end_array();
  write_election(out, urn.election);
  write_text(out, "format", kUrn.format);
  write_text(out, "lot", urn.lot);
  write_hex(out, "package", urn.package);
  write_number(out, "version", kVersion);
  out.end_object();
  return out.take();
}

Result<Urn> read_urn(std::string_view text) {
  SK_TRY(document, json::Document::parse(text));
  const json::Cursor root = document.root();
  SK_TRY_VOID(check_envelope(root, kUrn, {"ballots", "conflicts", "election", "format", "lot", "package", "version"}));
  Urn out;
  SK_TRY(list, list_at(root, "ballots", kMostBallots));
  SK_TRY(ballots, sealed_list(list));
  out.ballots = std::move(ballots);
  SK_TRY(conflicts, list_at(root, "conflicts", ballotbox::kMostCodes));
  for (const json::Cursor item : conflicts) {
    SK_TRY(conflict, conflict_value(item));
    out.conflicts.push_back(std::move(conflict));
  }
  SK_TRY(election, election_at(root));
  out.election = election;
  SK_TRY(lot, text_at(root, "lot"));
  if (lot.size() > kMostLot) return fail(root.error(ErrorCode::kTooLong, "error.lot_too_long"));
  out.lot = std::move(lot);
  SK_TRY(package, hex_at<32>(root, "package"));
  out.package = package;
  if (!is_in_order(out)) return fail(list.error(ErrorCode::kDamaged, "error.urn_order"));
  return out;
}

std::string write_shares(const ShareFile& shares) {
  json::Writer out;
  out.begin_object();
  write_election(out, shares.election);
  write_text(out, "format", kShares.format);
  write_number(out, "holder", static_cast<std::int64_t>(shares.holder) + 1);
  out.key("shares");
  out.begin_array();
  for (const std::optional<ballotbox::OwnShares>& own : shares.shares) {
    out.string(own ? to_hex((*own)[0]) + to_hex((*own)[1]) : std::string());
  }
  out.end_array();
  write_hex(out, "urn", shares.urn);
  write_number(out, "version", kVersion);
  out.end_object();
  return out.take();
}

Result<ShareFile> read_shares(std::string_view text) {
  SK_TRY(document, json::Document::parse(text));
  const json::Cursor root = document.root();
  SK_TRY_VOID(check_envelope(root, kShares, {"election", "format", "holder", "shares", "urn", "version"}));
  ShareFile out;
  SK_TRY(election, election_at(root));
  out.election = election;
  SK_TRY(member, root.get("holder"));
  SK_TRY(holder, member.integer(1, ballotbox::kHolders));
  out.holder = static_cast<std::size_t>(holder) - 1;
  SK_TRY(list, list_at(root, "shares", 2 * kMostBallots));
  out.shares.reserve(list.size());
  for (const json::Cursor item : list) {
    SK_TRY(both, item.string());
    out.shares.emplace_back();
    if (both.empty()) continue;
    SK_TRY(bytes, hex_value<64>(item));
    ballotbox::OwnShares& own = out.shares.back().emplace();
    std::copy_n(bytes.begin(), 32, own[0].begin());
    std::copy_n(bytes.begin() + 32, 32, own[1].begin());
  }
  SK_TRY(urn, hex_at<32>(root, "urn"));
  out.urn = urn;
  return out;
}

}  // namespace stoepkrijt::formats
