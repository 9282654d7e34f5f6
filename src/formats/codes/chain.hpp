// A chain of QR codes: bytes that pass from the screen of one device to the camera of another (docs/formats/codes.md).
// One code holds little, so they are parted; each code says of which chain it is, its number, and of how many.
//
// A code's text: "SK1:", the first 8 bytes of the SHA-256 of all bytes as 16 hexadecimal digits (upper case), ":",
// number,
// "/", count, ":", and in base 45 the part with 4 bytes of check behind it. All of it is of the 45 characters that QR
// codes pack tightest. A full code is a QR code of version 15 at error correction M: 77 modules wide, which a phone
// reads from the screen of another.
//
// Guarantees: a reader that has taken every code of chain_of(b), in any order, also more than once and among codes of
// others, gives b; it never gives other bytes than those whose hash the codes name.
//
// Example:
//   SK_TRY(codes, chain_of(pack_delta(news)));
//   for (const std::string& code : codes) show(qr_matrix(code));            // on one device, again and again
//   SK_TRY(took, reader.take(seen)); say(reader.have(), reader.count());    // on the other
//   if (reader.complete()) { SK_TRY(bytes, reader.bytes()); … }
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace stoepkrijt::formats {

inline constexpr std::size_t kMostChainBytes = std::size_t{64} * 1024;
inline constexpr std::size_t kCodeBytes = 376;  ///< most of the bytes that one code holds
inline constexpr std::size_t kMostCodes = (kMostChainBytes + kCodeBytes - 1) / kCodeBytes;

/// The texts of the codes, in order; their parts are equally long but for one byte. Errors: kEmpty with
/// "error.chain_empty", kTooLarge with "error.chain_too_large".
[[nodiscard]] Result<std::vector<std::string>> chain_of(std::string_view bytes);

class ChainReader {
 public:
  enum class Took : std::uint8_t {
    kNew,
    kAgain,  ///< it was there already
  };
  /// The text of a code that the camera saw. The first good one chooses the chain. Errors, after which everything is as
  /// it was: kWrongFormat with "error.code_foreign" (no code of ours), kNewerVersion with "error.code_newer", kDamaged
  /// with "error.code_damaged" (read badly), kNotAllowed with "error.code_other_chain".
  [[nodiscard]] Result<Took> take(std::string_view text);

  [[nodiscard]] std::size_t count() const { return parts_.size(); }  ///< codes in the chain; 0: none was seen yet
  [[nodiscard]] std::size_t have() const { return have_; }
  [[nodiscard]] bool complete() const { return have_ > 0 && have_ == parts_.size(); }
  [[nodiscard]] std::vector<std::size_t> missing() const;  ///< numbers, from 1
  [[nodiscard]] const std::string& chain() const { return chain_; }
  /// The bytes of the first code, which say what the chain is about; empty: it was not seen yet.
  [[nodiscard]] std::string_view head() const { return parts_.empty() ? std::string_view() : parts_.front(); }

  /// Errors: kMissing with "error.chain_incomplete"; kDamaged with "error.chain_damaged" (the codes do not fit each
  /// other: begin anew).
  [[nodiscard]] Result<std::string> bytes() const;

 private:
  std::string chain_;
  std::vector<std::string> parts_;  ///< by number; empty: not there yet
  std::size_t have_ = 0;
};

}  // namespace stoepkrijt::formats
