#include "formats/ballotbox/members.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "formats/photos/base64.hpp"

namespace stoepkrijt::formats::ballotbox_members {

Result<void> only_members(json::Cursor object, std::initializer_list<std::string_view> members,
                          std::string_view optional) {
  SK_TRY_VOID(object.expect(json::Type::kObject));
  for (const std::string_view key : members) {
    if (!object.find(key)) {
      SK_TRY(missing, object.get(key));
      static_cast<void>(missing);
    }
  }
  for (const json::Cursor member : object) {
    if (std::find(members.begin(), members.end(), member.key()) != members.end()) continue;
    if (!optional.empty() && member.key() == optional) continue;
    return fail(
        member.error(ErrorCode::kUnknownKey, "error.unknown_key").with("key", first_code_points(member.key(), 40)));
  }
  return {};
}

Result<void> check_envelope(json::Cursor root, const Kind& kind, std::initializer_list<std::string_view> members,
                            std::string_view optional) {
  const std::optional<json::Cursor> format = root.find("format");
  if (!format || format->string().value_or("") != kind.format) {
    return fail(root.error(ErrorCode::kWrongFormat, kind.wrong_key));
  }
  SK_TRY(version, root.get("version"));
  SK_TRY(number, version.integer());
  if (number > kVersion) {
    return fail(version.error(ErrorCode::kNewerVersion, "error.newer_version")
                    .with("version", std::to_string(number))
                    .with("known", std::to_string(kVersion)));
  }
  if (number < 1) return fail(version.error(ErrorCode::kWrongFormat, kind.wrong_key));
  return only_members(root, members, optional);
}

Result<void> read_hex(json::Cursor at, std::span<std::uint8_t> out) {
  SK_TRY(text, at.string());
  if (ballotbox::from_hex(text, out)) return {};
  return fail(at.error(ErrorCode::kDamaged, "error.not_hex").with("digits", std::to_string(2 * out.size())));
}

Result<ballotbox::ElectionId> election_at(json::Cursor root) {
  SK_TRY(member, root.get("election"));
  SK_TRY(text, member.string());
  const std::optional<IdBytes> id = parse_id(text);
  if (!id) return fail(member.error(ErrorCode::kDamaged, "error.bad_election"));
  return *id;
}

Result<Bytes> sealed_value(json::Cursor at) {
  SK_TRY(text, at.string());
  if (text.size() > kMostSealed * 2) return fail(at.error(ErrorCode::kTooLong, "error.sealed_too_long"));
  const std::optional<std::string> bytes = bytes_of_base64(text);
  if (!bytes) return fail(at.error(ErrorCode::kDamaged, "error.not_base64"));
  if (bytes->size() > kMostSealed) return fail(at.error(ErrorCode::kTooLong, "error.sealed_too_long"));
  const ballotbox::View view = ballotbox::view_of(*bytes);
  return Bytes(view.begin(), view.end());
}

Result<std::string> text_at(json::Cursor object, std::string_view key) {
  SK_TRY(member, object.get(key));
  SK_TRY(text, member.string());
  return std::string(text);
}

Result<json::Cursor> list_at(json::Cursor object, std::string_view key, std::size_t most) {
  SK_TRY(member, object.get(key));
  SK_TRY_VOID(member.expect(json::Type::kArray));
  if (member.size() > most) {
    return fail(member.error(ErrorCode::kTooLarge, "error.too_many_values").with("limit", std::to_string(most)));
  }
  return member;
}

Result<std::size_t> word_value(json::Cursor at, std::span<const std::string_view> names) {
  SK_TRY(word, at.string());
  const auto found = std::find(names.begin(), names.end(), word);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  return fail(at.error(ErrorCode::kUnknownValue, "error.unknown_value").with("value", first_code_points(word, 40)));
}

void write_hex(json::Writer& out, std::string_view key, std::span<const std::uint8_t> bytes) {
  write_text(out, key, to_hex(bytes));
}

void write_text(json::Writer& out, std::string_view key, std::string_view text) {
  out.key(key);
  out.string(text);
}

void write_number(json::Writer& out, std::string_view key, std::int64_t number) {
  out.key(key);
  out.integer(number);
}

void write_election(json::Writer& out, const ballotbox::ElectionId& election) {
  write_text(out, "election", make_id(election));
}

void write_sealed(json::Writer& out, std::span<const std::uint8_t> sealed) {
  out.string(base64_of(ballotbox::text_of(sealed)));
}

}  // namespace stoepkrijt::formats::ballotbox_members
