// A signed package from the screen of one device to the camera of another: the file, packed, as a chain of codes
// (docs/formats/codes.md).
//
// The bytes of the chain: "SKR", a byte with the version (1), and gzip of the file. What comes out is the file to the
// byte, so that signature and fingerprint are checked as they are for a file. A small change of a dossier
// (formats/delta) begins otherwise: neither is ever taken for the other, and each says what it is.
//
// Guarantees: *unpack_package(*pack_package(file)) == file; unpacking takes memory for at most kMostPackageBytes,
// whatever the chain promises.
//
// Example:
//   SK_TRY(codes, package_codes(write_package(package)));   // shown by one device
//   SK_TRY(bytes, reader.bytes());                          // read by the other
//   SK_TRY(file, unpack_package(bytes));
//   SK_TRY(package, read_package(file));
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace stoepkrijt::formats {

/// Of the file. Tags do not pack: what fits in a chain is a quarter of this at most, where its words are ordinary ones.
inline constexpr std::size_t kMostPackageBytes = std::size_t{1024} * 1024;

/// Do these bytes, or the first of them, belong to a package in whatever version? Four bytes are enough.
[[nodiscard]] bool is_package_chain(std::string_view bytes);
/// Do they belong to a change of a dossier? Two bytes are enough.
[[nodiscard]] bool is_change_chain(std::string_view bytes);

/// Errors: kTooLarge with "error.package_chain_too_large" when the file is longer than kMostPackageBytes.
[[nodiscard]] Result<std::string> pack_package(std::string_view file);
/// The texts of the codes. Errors: that of pack_package(), also when it is packed but does not fit in a chain; with
/// "kb" and "most", both of what is packed.
[[nodiscard]] Result<std::vector<std::string>> package_codes(std::string_view file);

/// The bytes of the file. Errors: kWrongFormat with "error.codes_are_change" (a change of a dossier) or
/// "error.codes_unknown" (neither); kNewerVersion with "error.code_newer"; those of gunzip().
[[nodiscard]] Result<std::string> unpack_package(std::string_view bytes);

}  // namespace stoepkrijt::formats
