// The audit log as JSON (docs/formats/ballots.md), and secret keys as files for the command line.
//
// A log that is read is one whose every entry has a known event, with its numbers, in the bounds of
// ballotbox/audit.hpp; whether its chain holds is for ballotbox::verify() to say.
//
// Guarantees: read(write(x)) is x; write(read(bytes)) is `bytes` for bytes that write gave.
#pragma once

#include <string>
#include <string_view>

#include "ballotbox/audit.hpp"
#include "ballotbox/keys.hpp"
#include "base/result.hpp"

namespace stoepkrijt::formats {

[[nodiscard]] std::string write_audit(const ballotbox::AuditLog& log);
/// Errors: those of json::Document::parse; kWrongFormat "error.wrong_format_audit", kNewerVersion, kMissing,
/// kUnknownKey, kWrongType, kUnknownValue, kTooLarge, kTooLong "error.audit_text", kDamaged, kNotAllowed
/// "error.audit_hour" (an hour that is no whole one).
[[nodiscard]] Result<ballotbox::AuditLog> read_audit(std::string_view text);

/// A secret of one of the three kinds; the public key of its pair stands beside it, and is held against it.
struct KeyFile {
  ballotbox::SecretKind kind = ballotbox::SecretKind::kHolder;
  ballotbox::Secret<32> seed;
};
[[nodiscard]] ballotbox::Key32 public_key_of(const KeyFile& key);
[[nodiscard]] std::string write_key(const KeyFile& key);
/// Errors: as above with "error.wrong_format_key"; those of ballotbox::read_paper_text(); kDamaged "error.key_public".
[[nodiscard]] Result<KeyFile> read_key(std::string_view text);

inline constexpr std::array<std::string_view, 3> kSecretNames{"holder", "organiser", "box"};

}  // namespace stoepkrijt::formats
