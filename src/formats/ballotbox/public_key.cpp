#include "formats/ballotbox/public_key.hpp"

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"
#include "formats/codes/base45.hpp"

namespace stoepkrijt::formats {

namespace {

constexpr std::string_view kPublic = "SKP1:";
constexpr std::size_t kCheck = 4;
constexpr std::size_t kKey = 32;
constexpr std::size_t kMostText = 300;  // the longest that public_key_code() gives is far below it

bool is_box_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

std::string_view without_line_ends(std::string_view text) {
  // A blank is a digit of base 45, so only line ends may be dropped.
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  while (!text.empty() && (text.front() == '\n' || text.front() == '\r')) text.remove_prefix(1);
  return text;
}

}  // namespace

Result<void> check_key_name(KeyOwner owner, std::string_view name) {
  if (name.empty()) return fail(ErrorCode::kEmpty, "error.key_name_empty");
  if (name.size() > kMostKeyName) {
    return fail(Error(ErrorCode::kTooLong, "error.key_name_long").with("n", std::to_string(kMostKeyName)));
  }
  if (owner != KeyOwner::kHolder) {
    if (std::all_of(name.begin(), name.end(), &is_box_letter)) return {};
    return fail(ErrorCode::kNotAllowed, "error.key_name_box");
  }
  const bool control =
      std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  if (control || !is_utf8(name)) return fail(ErrorCode::kNotAllowed, "error.key_name_empty");
  return {};
}

std::string public_key_code(const PublicKey& key) {
  std::string bytes;
  bytes += static_cast<char>(key.owner);
  bytes += static_cast<char>(key.name.size());
  bytes += key.name;
  bytes += ballotbox::text_of(key.key);
  const Hash256 hash = ballotbox::blake2b(ballotbox::view_of(bytes));
  bytes += ballotbox::text_of(ballotbox::View(hash).first(kCheck));
  return std::string(kPublic) + to_base45(bytes);
}

Result<PublicKey> read_public_key_code(std::string_view given) {
  const auto damaged = [] { return fail(ErrorCode::kDamaged, "error.public_key_damaged"); };
  const std::string_view text = without_line_ends(given);
  if (!text.starts_with(kPublic)) {
    const bool newer = text.starts_with("SKP") && text.size() > 4 && text[3] > '1' && text[3] <= '9' && text[4] == ':';
    if (newer) return fail(ErrorCode::kNewerVersion, "error.public_key_newer");
    return fail(ErrorCode::kWrongFormat, "error.public_key_foreign");
  }
  if (text.size() > kMostText) return damaged();
  const std::optional<std::string> bytes = from_base45(text.substr(kPublic.size()));
  if (!bytes || bytes->size() < 2 + kKey + kCheck) return damaged();
  const ballotbox::View all = ballotbox::view_of(*bytes);
  const ballotbox::View body = all.first(all.size() - kCheck);
  const Hash256 hash = ballotbox::blake2b(body);
  if (!std::equal(all.begin() + static_cast<std::ptrdiff_t>(body.size()), all.end(), hash.begin())) return damaged();
  const std::size_t length = body[1];
  if (body[0] > static_cast<std::uint8_t>(KeyOwner::kPhone) || body.size() != 2 + length + kKey) return damaged();
  PublicKey out;
  out.owner = static_cast<KeyOwner>(body[0]);
  out.name = ballotbox::text_of(body.subspan(2, length));
  if (!check_key_name(out.owner, out.name)) return damaged();
  std::copy_n(body.begin() + static_cast<std::ptrdiff_t>(2 + length), kKey, out.key.begin());
  return out;
}

}  // namespace stoepkrijt::formats
