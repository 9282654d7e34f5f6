#include "formats/ballotbox/audit_json.hpp"

#include <algorithm>
#include <utility>

#include "formats/ballotbox/members.hpp"

namespace stoepkrijt::formats {

using namespace ballotbox_members;  // NOLINT(google-build-using-namespace): this folder's own
using ballotbox::AuditEntry;
using ballotbox::AuditKind;
using ballotbox::AuditLog;

namespace {

constexpr Kind kAudit{"stoepkrijt-audit", "error.wrong_format_audit"};
constexpr Kind kKey{"stoepkrijt-key", "error.wrong_format_key"};
constexpr std::int64_t kMostNumber = 1'000'000'000;

void write_entry(json::Writer& out, const AuditEntry& entry) {
  const AuditKind& kind = ballotbox::kind_of(entry.event);
  out.begin_object();
  write_text(out, "event", kind.name);
  write_hex(out, "head", entry.head);
  write_number(out, "minute", entry.minute);
  out.key("numbers");
  out.begin_object();
  for (std::size_t i = 0; i < kind.numbers.size(); ++i) write_number(out, kind.numbers[i], entry.numbers[i]);
  out.end_object();
  write_text(out, "text", entry.text);
  out.end_object();
}

Result<std::vector<std::int64_t>> numbers_at(json::Cursor object, const AuditKind& kind) {
  SK_TRY(numbers, object.get("numbers"));
  SK_TRY_VOID(numbers.expect(json::Type::kObject));
  std::vector<std::int64_t> out;
  for (const std::string_view name : kind.numbers) {
    SK_TRY(member, numbers.get(name));
    SK_TRY(number, member.integer(-kMostNumber, kMostNumber));
    out.push_back(number);
  }
  if (numbers.size() == out.size()) return out;
  return fail(numbers.error(ErrorCode::kUnknownKey, "error.wrong_count").with("wanted", std::to_string(out.size())));
}

Result<AuditEntry> entry_value(json::Cursor at) {
  SK_TRY_VOID(only_members(at, {"event", "head", "minute", "numbers", "text"}));
  SK_TRY(event, at.get("event"));
  SK_TRY(name, event.string());
  const AuditKind* kind = ballotbox::find_kind(name);
  if (kind == nullptr) {
    return fail(event.error(ErrorCode::kUnknownValue, "error.unknown_value").with("value", name.substr(0, 40)));
  }
  AuditEntry out;
  out.event = kind->event;
  SK_TRY(head, hex_at<32>(at, "head"));
  out.head = head;
  SK_TRY(minute, at.get("minute"));
  SK_TRY(when, minute.integer(0, ballotbox::kLastMinute));
  out.minute = when;
  SK_TRY(numbers, numbers_at(at, *kind));
  out.numbers = std::move(numbers);
  SK_TRY(text, text_at(at, "text"));
  if (text.size() > ballotbox::kMostAuditText || (kind->text.empty() && !text.empty())) {
    return fail(at.error(ErrorCode::kTooLong, "error.audit_text"));
  }
  out.text = std::move(text);
  if (out.event == ballotbox::AuditEvent::kHour && out.minute % 60 != 0) {
    return fail(minute.error(ErrorCode::kNotAllowed, "error.audit_hour"));
  }
  return out;
}

}  // namespace

std::string write_audit(const AuditLog& log) {
  json::Writer out;
  out.begin_object();
  write_text(out, "box", log.box);
  write_election(out, log.election);
  out.key("entries");
  out.begin_array();
  for (const AuditEntry& entry : log.entries) write_entry(out, entry);
  out.end_array();
  write_text(out, "format", kAudit.format);
  write_number(out, "version", kVersion);
  out.end_object();
  return out.take();
}

Result<AuditLog> read_audit(std::string_view text) {
  SK_TRY(document, json::Document::parse(text));
  const json::Cursor root = document.root();
  SK_TRY_VOID(check_envelope(root, kAudit, {"box", "election", "entries", "format", "version"}));
  AuditLog out;
  SK_TRY(box, text_at(root, "box"));
  out.box = std::move(box);
  SK_TRY(election, election_at(root));
  out.election = election;
  SK_TRY(list, list_at(root, "entries", ballotbox::kMostEntries));
  out.entries.reserve(list.size());
  for (const json::Cursor item : list) {
    SK_TRY(entry, entry_value(item));
    out.entries.push_back(std::move(entry));
  }
  return out;
}

ballotbox::Key32 public_key_of(const KeyFile& key) {
  if (key.kind == ballotbox::SecretKind::kHolder) return ballotbox::holder_pair(key.seed).public_key;
  return ballotbox::signing_pair(key.seed).public_key;
}

std::string write_key(const KeyFile& key) {
  json::Writer out;
  out.begin_object();
  write_text(out, "format", kKey.format);
  write_text(out, "kind", kSecretNames[static_cast<std::size_t>(key.kind)]);
  write_hex(out, "public", public_key_of(key));
  std::string rows = ballotbox::paper_text(key.seed, key.kind);
  std::replace(rows.begin(), rows.end(), '\n', ' ');
  write_text(out, "secret", rows);
  write_number(out, "version", kVersion);
  out.end_object();
  return out.take();
}

Result<KeyFile> read_key(std::string_view text) {
  SK_TRY(document, json::Document::parse(text));
  const json::Cursor root = document.root();
  SK_TRY_VOID(check_envelope(root, kKey, {"format", "kind", "public", "secret", "version"}));
  SK_TRY(kind_member, root.get("kind"));
  SK_TRY(kind, word_value(kind_member, kSecretNames));
  KeyFile out;
  out.kind = static_cast<ballotbox::SecretKind>(kind);
  SK_TRY(rows, text_at(root, "secret"));
  SK_TRY(seed, ballotbox::read_paper_text(rows, out.kind));
  out.seed = seed;
  SK_TRY(key, hex_at<32>(root, "public"));
  if (key != public_key_of(out)) return fail(root.error(ErrorCode::kDamaged, "error.key_public"));
  return out;
}

}  // namespace stoepkrijt::formats
