// Amendments and spoilt lists.
#include <algorithm>
#include <utility>

#include "formats/ballotbox/members.hpp"
#include "formats/ballotbox/package_json.hpp"

namespace stoepkrijt::formats {

using namespace ballotbox_members;  // NOLINT(google-build-using-namespace): this folder's own
using ballotbox::Amendment;
using ballotbox::SignedPackage;
using ballotbox::SpoiltList;

namespace {

constexpr Kind kAmendment{"stoepkrijt-amendment", "error.wrong_format_amendment"};
constexpr Kind kSpoilt{"stoepkrijt-spoilt", "error.wrong_format_spoilt"};
constexpr std::size_t kMostReason = 2'000;  // bytes

std::string amendment_text(const Amendment& amendment, const ballotbox::Signature* signature) {
  json::Writer out;
  out.begin_object();
  write_election(out, amendment.election);
  write_text(out, "format", kAmendment.format);
  write_hex(out, "package", amendment.package);
  write_text(out, "reason", amendment.reason);
  if (signature != nullptr) write_hex(out, "signature", *signature);
  write_number(out, "version", kVersion);
  out.key("withdrawn");
  out.begin_array();
  for (const std::string& plan : amendment.withdrawn) out.string(plan);
  out.end_array();
  out.end_object();
  return out.take();
}

ballotbox::Message signed_bytes(const Amendment& amendment) {
  return ballotbox::Message("stoepkrijt amendment 1").add(ballotbox::view_of(amendment_text(amendment, nullptr)));
}

std::string spoilt_text(const SpoiltList& list, const ballotbox::Key32& signer, const ballotbox::Signature* signature) {
  json::Writer out;
  out.begin_object();
  write_election(out, list.election);
  write_text(out, "format", kSpoilt.format);
  out.key("replaced");
  out.begin_array();
  for (const ballotbox::Replacement& replaced : list.replaced) {
    out.begin_array();
    out.string(to_hex(replaced.spoilt));
    out.string(to_hex(replaced.reserve));
    out.end_array();
  }
  out.end_array();
  if (signature != nullptr) write_hex(out, "signature", *signature);
  write_hex(out, "signer", signer);
  write_number(out, "version", kVersion);
  out.end_object();
  return out.take();
}

ballotbox::Message signed_bytes(const SpoiltList& list, const ballotbox::Key32& signer) {
  return ballotbox::Message("stoepkrijt spoilt 1").add(ballotbox::view_of(spoilt_text(list, signer, nullptr)));
}

Result<Amendment> amendment_of(json::Cursor root) {
  Amendment out;
  SK_TRY(election, election_at(root));
  out.election = election;
  SK_TRY(package, hex_at<32>(root, "package"));
  out.package = package;
  SK_TRY(reason, text_at(root, "reason"));
  out.reason = std::move(reason);
  SK_TRY(list, list_at(root, "withdrawn", ballotbox::kMostCodes));
  for (const json::Cursor item : list) {
    SK_TRY(plan, item.string());
    out.withdrawn.emplace_back(plan);
  }
  const bool sorted =
      std::adjacent_find(out.withdrawn.begin(), out.withdrawn.end(), std::greater_equal<>()) == out.withdrawn.end();
  if (!sorted || out.withdrawn.empty()) return fail(list.error(ErrorCode::kNotAllowed, "error.amendment_order"));
  if (out.reason.size() > kMostReason) return fail(root.error(ErrorCode::kTooLong, "error.amendment_reason"));
  return out;
}

Result<SpoiltList> spoilt_of(json::Cursor root) {
  SpoiltList out;
  SK_TRY(election, election_at(root));
  out.election = election;
  SK_TRY(list, list_at(root, "replaced", ballotbox::kMostCodes));
  for (const json::Cursor item : list) {
    SK_TRY_VOID(item.expect(json::Type::kArray));
    if (item.size() != 2) {
      return fail(item.error(ErrorCode::kWrongType, "error.wrong_count").with("wanted", "2"));
    }
    ballotbox::Replacement replaced;
    auto it = item.begin();
    SK_TRY(spoilt, hex_value<16>(*it));
    replaced.spoilt = spoilt;
    ++it;
    SK_TRY(reserve, hex_value<16>(*it));
    replaced.reserve = reserve;
    if (!out.replaced.empty() && !(out.replaced.back() < replaced)) {
      return fail(item.error(ErrorCode::kNotAllowed, "error.spoilt_order"));
    }
    out.replaced.push_back(replaced);
  }
  return out;
}

/// The organiser, or a kiosk.
bool may_replace(const ballotbox::Key32& signer, const ballotbox::Package& package) {
  return signer == package.organiser ||
         std::any_of(package.boxes.begin(), package.boxes.end(), [&signer](const ballotbox::BoxKey& box) {
           return box.channel == ballotbox::Channel::kKiosk && box.public_key == signer;
         });
}

}  // namespace

std::string write_amendment(const Amendment& amendment, const ballotbox::SigningPair& organiser) {
  const ballotbox::Signature signature = ballotbox::sign(signed_bytes(amendment).view(), organiser);
  return amendment_text(amendment, &signature);
}

Result<Amendment> read_amendment(std::string_view text, const SignedPackage& package) {
  SK_TRY(document, json::Document::parse(text));
  const json::Cursor root = document.root();
  SK_TRY_VOID(check_envelope(root, kAmendment,
                             {"election", "format", "package", "reason", "signature", "version", "withdrawn"}));
  SK_TRY(amendment, amendment_of(root));
  SK_TRY(signature, hex_at<64>(root, "signature"));
  if (amendment.election != package.package.election || amendment.package != package.fingerprint) {
    return fail(root.error(ErrorCode::kOtherElection, "error.amendment_other_package"));
  }
  if (!ballotbox::is_signed(signed_bytes(amendment).view(), signature, package.package.organiser)) {
    return fail(root.error(ErrorCode::kBadSignature, "error.amendment_signature"));
  }
  SK_TRY_VOID(ballotbox::amended(package.package.round, {amendment}));
  return amendment;
}

std::string write_spoilt(const SpoiltList& list, const ballotbox::SigningPair& signer) {
  const ballotbox::Signature signature = ballotbox::sign(signed_bytes(list, signer.public_key).view(), signer);
  return spoilt_text(list, signer.public_key, &signature);
}

Result<SpoiltList> read_spoilt(std::string_view text, const SignedPackage& package) {
  SK_TRY(document, json::Document::parse(text));
  const json::Cursor root = document.root();
  SK_TRY_VOID(check_envelope(root, kSpoilt, {"election", "format", "replaced", "signature", "signer", "version"}));
  SK_TRY(list, spoilt_of(root));
  SK_TRY(signature, hex_at<64>(root, "signature"));
  SK_TRY(signer, hex_at<32>(root, "signer"));
  if (list.election != package.package.election) {
    return fail(root.error(ErrorCode::kOtherElection, "error.spoilt_other_election"));
  }
  const bool good = may_replace(signer, package.package) &&
                    ballotbox::is_signed(signed_bytes(list, signer).view(), signature, signer);
  if (!good) return fail(root.error(ErrorCode::kBadSignature, "error.spoilt_signature"));
  if (Result<void> valid = ballotbox::validate(list, package.package); !valid) {
    return fail(document.located(valid.error()));
  }
  return list;
}

}  // namespace stoepkrijt::formats
