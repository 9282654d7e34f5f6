#include "formats/ballotbox/package_json.hpp"

#include <utility>

#include "formats/ballotbox/members.hpp"
#include "formats/dossier/read_archive.hpp"
#include "formats/dossier/write_archive.hpp"

namespace stoepkrijt::formats {

using namespace ballotbox_members;  // NOLINT(google-build-using-namespace): this folder's own
using ballotbox::Package;
using ballotbox::SignedPackage;

namespace {

constexpr Kind kPackage{"stoepkrijt-package", "error.wrong_format_package"};

void write_tags(json::Writer& out, std::string_view key, const std::vector<ballotbox::Tag>& tags) {
  out.key(key);
  out.begin_array();
  for (const ballotbox::Tag& tag : tags) out.string(to_hex(tag));
  out.end_array();
}

void write_boxes(json::Writer& out, const std::vector<ballotbox::BoxKey>& boxes) {
  out.key("boxes");
  out.begin_array();
  for (const ballotbox::BoxKey& box : boxes) {
    out.begin_object();
    write_text(out, "channel", ballotbox::kChannelNames[static_cast<std::size_t>(box.channel)]);
    write_text(out, "id", box.id);
    write_hex(out, "key", box.public_key);
    out.end_object();
  }
  out.end_array();
}

/// All members in their order; the signature where there is one.
std::string package_text(const Package& package, const ballotbox::Signature* signature) {
  json::Writer out;
  out.begin_object();
  out.key("argon2id");
  out.begin_object();
  write_number(out, "memory_kib", package.cost.memory_kib);
  write_number(out, "passes", package.cost.passes);
  out.end_object();
  // Left out where there are none: a package of before there were any keeps its bytes.
  if (!package.attended.empty()) write_tags(out, "attended", package.attended);
  write_boxes(out, package.boxes);
  write_tags(out, "codes", package.codes);
  write_text(out, "delete_by", package.delete_by);
  write_election(out, package.election);
  write_text(out, "format", kPackage.format);
  out.key("holders");
  out.begin_array();
  for (const ballotbox::Key32& holder : package.holders) out.string(to_hex(holder));
  out.end_array();
  out.key("modes");
  out.begin_array();
  for (const ballotbox::Mode mode : package.modes) out.string(ballotbox::kModeNames[static_cast<std::size_t>(mode)]);
  out.end_array();
  write_hex(out, "organiser", package.organiser);
  write_text(out, "publish", ballotbox::kPublicationNames[static_cast<std::size_t>(package.publication)]);
  write_tags(out, "reserves", package.reserves);
  out.key("round");
  WriteArchive(out).value(package.round);
  if (signature != nullptr) write_hex(out, "signature", *signature);
  write_number(out, "version", kVersion);
  out.end_object();
  return out.take();
}

ballotbox::Message signed_bytes(std::string_view body) {
  return ballotbox::Message("stoepkrijt package 1").add(ballotbox::view_of(body));
}

Result<std::vector<ballotbox::Tag>> tags_at(json::Cursor root, std::string_view key) {
  SK_TRY(list, list_at(root, key, ballotbox::kMostCodes));
  std::vector<ballotbox::Tag> out;
  out.reserve(list.size());
  for (const json::Cursor item : list) {
    SK_TRY(tag, hex_value<16>(item));
    out.push_back(tag);
  }
  return out;
}

Result<std::vector<ballotbox::BoxKey>> boxes_at(json::Cursor root) {
  SK_TRY(list, list_at(root, "boxes", ballotbox::kMostBoxes));
  std::vector<ballotbox::BoxKey> out;
  for (const json::Cursor item : list) {
    SK_TRY_VOID(only_members(item, {"channel", "id", "key"}));
    ballotbox::BoxKey box;
    SK_TRY(word, item.get("channel"));
    SK_TRY(channel, word_value(word, ballotbox::kChannelNames));
    box.channel = static_cast<ballotbox::Channel>(channel);
    SK_TRY(id, text_at(item, "id"));
    box.id = std::move(id);
    SK_TRY(key, hex_at<32>(item, "key"));
    box.public_key = key;
    out.push_back(std::move(box));
  }
  return out;
}

Result<ballotbox::Cost> cost_at(json::Cursor root) {
  SK_TRY(member, root.get("argon2id"));
  SK_TRY_VOID(only_members(member, {"memory_kib", "passes"}));
  SK_TRY(memory, member.get("memory_kib"));
  SK_TRY(memory_kib, memory.integer(0, UINT32_MAX));
  SK_TRY(passes_member, member.get("passes"));
  SK_TRY(passes, passes_member.integer(0, UINT32_MAX));
  return ballotbox::Cost{static_cast<std::uint32_t>(memory_kib), static_cast<std::uint32_t>(passes)};
}

Result<ballotbox::HolderKeys> holders_at(json::Cursor root) {
  SK_TRY(list, list_at(root, "holders", ballotbox::kHolders));
  ballotbox::HolderKeys out{};
  if (list.size() != out.size()) {
    return fail(list.error(ErrorCode::kWrongType, "error.wrong_count").with("wanted", std::to_string(out.size())));
  }
  std::size_t i = 0;
  for (const json::Cursor item : list) {
    SK_TRY(key, hex_value<32>(item));
    out[i++] = key;
  }
  return out;
}

Result<std::vector<ballotbox::Mode>> modes_at(json::Cursor root) {
  SK_TRY(list, list_at(root, "modes", ballotbox::kModeNames.size()));
  std::vector<ballotbox::Mode> out;
  for (const json::Cursor item : list) {
    SK_TRY(mode, word_value(item, ballotbox::kModeNames));
    out.push_back(static_cast<ballotbox::Mode>(mode));
  }
  return out;
}

Result<Package> package_of(json::Cursor root) {
  Package package;
  SK_TRY(cost, cost_at(root));
  package.cost = cost;
  if (const auto attended = root.find("attended")) {
    SK_TRY(tags, tags_at(root, "attended"));
    if (tags.empty()) return fail(attended->error(ErrorCode::kEmpty, "error.package_attended"));
    package.attended = std::move(tags);
  }
  SK_TRY(boxes, boxes_at(root));
  package.boxes = std::move(boxes);
  SK_TRY(codes, tags_at(root, "codes"));
  package.codes = std::move(codes);
  SK_TRY(delete_by, text_at(root, "delete_by"));
  package.delete_by = std::move(delete_by);
  SK_TRY(election, election_at(root));
  package.election = election;
  SK_TRY(holders, holders_at(root));
  package.holders = holders;
  SK_TRY(modes, modes_at(root));
  package.modes = std::move(modes);
  SK_TRY(organiser, hex_at<32>(root, "organiser"));
  package.organiser = organiser;
  SK_TRY(publish, root.get("publish"));
  SK_TRY(publication, word_value(publish, ballotbox::kPublicationNames));
  package.publication = static_cast<ballotbox::Publication>(publication);
  SK_TRY(reserves, tags_at(root, "reserves"));
  package.reserves = std::move(reserves);
  SK_TRY(round, root.get("round"));
  SK_TRY_VOID(read(round, package.round));
  return package;
}

}  // namespace

SignedPackage sign_package(Package package, const ballotbox::SigningPair& pair) {
  SK_CHECK(pair.public_key == package.organiser);
  const ballotbox::Message message = signed_bytes(package_text(package, nullptr));
  return {std::move(package), ballotbox::sign(message.view(), pair), message.hash()};
}

std::string write_package(const SignedPackage& package) { return package_text(package.package, &package.signature); }

Result<SignedPackage> read_package(std::string_view text) {
  SK_TRY(document, json::Document::parse(text));
  const json::Cursor root = document.root();
  SK_TRY_VOID(check_envelope(root, kPackage,
                             {"argon2id", "boxes", "codes", "delete_by", "election", "format", "holders", "modes",
                              "organiser", "publish", "reserves", "round", "signature", "version"},
                             "attended"));
  SK_TRY(package, package_of(root));
  SK_TRY(signature, hex_at<64>(root, "signature"));
  if (Result<void> valid = ballotbox::validate(package); !valid) return fail(document.located(valid.error()));
  const ballotbox::Message message = signed_bytes(package_text(package, nullptr));
  if (!ballotbox::is_signed(message.view(), signature, package.organiser)) {
    return fail(root.error(ErrorCode::kBadSignature, "error.package_signature"));
  }
  return SignedPackage{std::move(package), signature, message.hash()};
}

}  // namespace stoepkrijt::formats
