// gzip (RFC 1952) around the files that devices exchange. Canonical bytes stay what is hashed and named; gzip only
// makes them smaller on the way.
//
// Written: one member, no time, no name, system "unknown", one fixed level: equal bytes give equal bytes, natively and
// in WebAssembly (the same zlib in both). Read: one member or more behind each other, as the RFC asks; whatever stands
// behind the last one, a wrong sum or length, or an early end refuses the whole file.
//
// Units: bytes. Guarantees: *gunzip(gzip(b), b.size()) == b for all b; reading takes memory for what was let through
// (never more than the limit and one piece), whatever the file promises.
//
// Example:
//   const std::string small = gzip(write_merged(document));
//   if (is_gzip(bytes)) { SK_TRY(text, gunzip(bytes, 512 * json::kMiB)); … }
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace stoepkrijt::formats {

/// Does it begin as a gzip file does? No JSON and no other file that is read here begins so.
[[nodiscard]] inline bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B"); }

[[nodiscard]] std::string gzip(std::string_view bytes);

/// Errors: kTooLarge with "error.gzip_too_large" as soon as more than `most` bytes come out; kDamaged with
/// "error.gzip_damaged" (not gzip, a wrong sum, something behind the end) or "error.gzip_cut_off" (it stops too early),
/// both with the byte of the input where it showed, in "offset".
[[nodiscard]] Result<std::string> gunzip(std::string_view bytes, std::size_t most);

/// The same for a file that comes in pieces. After an error nothing more is taken.
class Gunzip {
 public:
  explicit Gunzip(std::size_t most);
  ~Gunzip();
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;

  /// Appends to `out` what this piece gives. Errors: those of gunzip().
  [[nodiscard]] Result<void> take(std::string_view piece, std::string& out);
  /// At the end of the file. Error: kDamaged with "error.gzip_cut_off".
  [[nodiscard]] Result<void> finish() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stoepkrijt::formats
