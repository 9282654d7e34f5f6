#include "ballotbox/cast.hpp"

#include <utility>

#include "ballotbox/code_check.hpp"

namespace stoepkrijt::ballotbox {

namespace {

constexpr std::size_t kReceiptSymbols = 10;

Message signed_bytes(const ElectionId& election, View sealed) {
  return Message("stoepkrijt vote 1").add(election).add(sealed);
}

void add_letter(std::string& out, std::size_t place, Symbol symbol) {
  if (place == kReceiptSymbols / 2) out += '-';
  out += letter_of(symbol);
}

}  // namespace

Record cast(const ElectionId& election, Bytes sealed, const SigningPair& pair) {
  const Signature signature = sign(signed_bytes(election, sealed).view(), pair);
  return {pair.public_key, std::move(sealed), signature};
}

bool is_signed(const Record& record, const ElectionId& election) {
  return is_signed(signed_bytes(election, record.sealed).view(), record.signature, record.public_key);
}

std::string receipt_of(View sealed) {
  const Hash256 hash = blake2b(sealed);
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 8; ++i) bits = (bits << 8U) | hash[i];
  std::string out;
  for (std::size_t i = 0; i < kReceiptSymbols; ++i) {
    add_letter(out, i, static_cast<Symbol>((bits >> (59U - 5U * i)) & 31U));
  }
  return out;
}

Result<std::string> read_receipt(std::string_view text) {
  std::string out;
  std::size_t n = 0;
  for (const char c : text) {
    if (is_between(c)) continue;
    const std::optional<Symbol> symbol = symbol_of(c);
    if (!symbol) {
      return fail(Error(ErrorCode::kDamaged, "error.receipt_symbol")
                      .with("place", std::to_string(n + 1))
                      .with("letter", c > ' ' && c < 0x7F ? std::string(1, c) : "?"));
    }
    if (n < kReceiptSymbols) add_letter(out, n, *symbol);
    ++n;
  }
  if (n != kReceiptSymbols) {
    return fail(Error(ErrorCode::kDamaged, "error.receipt_length").with("n", std::to_string(n)));
  }
  return out;
}

}  // namespace stoepkrijt::ballotbox
