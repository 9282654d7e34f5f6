#include "ballotbox/keys.hpp"

#include <sodium.h>

#include <algorithm>

namespace stoepkrijt::ballotbox {

SigningPair signing_pair(const Secret<32>& seed) {
  static_assert(crypto_sign_SEEDBYTES == 32);
  static_assert(crypto_sign_SECRETKEYBYTES == 64);
  static_assert(crypto_sign_PUBLICKEYBYTES == 32);
  SigningPair pair;
  SK_CHECK(crypto_sign_seed_keypair(pair.public_key.data(), pair.secret.data(), seed.data()) == 0);
  return pair;
}

Result<SigningPair> pair_of(const Code& code, const ElectionId& election, const Cost& cost) {
  SK_CHECK(is_within_bounds(cost));
  static_assert(crypto_pwhash_SALTBYTES == 16);
  std::array<char, kRowSize> letters{};
  for (std::size_t i = 0; i < kRowSize; ++i) letters[i] = letter_of(code.symbols[i]);
  const Hash256 salt = blake2b(election);
  Secret<32> seed;
  const int result = crypto_pwhash(seed.data(), 32, letters.data(), letters.size(), salt.data(), cost.passes,
                                   std::size_t{cost.memory_kib} * 1024, crypto_pwhash_ALG_ARGON2ID13);
  sodium_memzero(letters.data(), letters.size());
  if (result != 0) return fail(ErrorCode::kTooLarge, "error.vote_key_memory");
  return signing_pair(seed);
}

Tag tag_of(const Key32& public_key) {
  const Hash256 hash = blake2b(public_key);
  Tag tag{};
  std::copy_n(hash.begin(), tag.size(), tag.begin());
  return tag;
}

Signature sign(View message, const SigningPair& pair) {
  Signature signature{};
  SK_CHECK(crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), pair.secret.data()) == 0);
  return signature;
}

bool is_signed(View message, const Signature& signature, const Key32& public_key) {
  return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), public_key.data()) == 0;
}

HolderPair holder_pair(const Secret<32>& seed) {
  static_assert(crypto_box_SEEDBYTES == 32);
  static_assert(crypto_box_PUBLICKEYBYTES == 32);
  static_assert(crypto_box_SECRETKEYBYTES == 32);
  HolderPair pair;
  SK_CHECK(crypto_box_seed_keypair(pair.public_key.data(), pair.secret.data(), seed.data()) == 0);
  return pair;
}

bool is_holder_key(const Key32& key) {
  constexpr Key32 kAnySecret{1};
  Key32 shared{};
  return crypto_box_beforenm(shared.data(), key.data(), kAnySecret.data()) == 0;
}

namespace {

constexpr std::size_t kRows = 4;
constexpr std::size_t kBits = 256;

CheckMask mask_for(SecretKind kind, std::size_t row) {
  return mask_of(
      Message("stoepkrijt paper 1").add_number(static_cast<std::uint64_t>(kind), 1).add_number(row, 1).hash());
}

/// The five bits from `bit` on; zeros behind the end.
Symbol bits_at(const Secret<32>& seed, std::size_t bit) {
  unsigned out = 0;
  for (std::size_t i = bit; i < bit + 5; ++i) {
    const unsigned one = i < kBits ? (static_cast<unsigned>(seed.bytes()[i / 8]) >> (7U - i % 8)) & 1U : 0U;
    out = (out << 1U) | one;
  }
  return static_cast<Symbol>(out);
}

Unexpected wrong_row(std::size_t row, const Row& symbols, const Judgement& judgement) {
  const std::string number = std::to_string(row + 1);
  if (judgement.verdict != Verdict::kOneWrong) {
    return fail(Error(ErrorCode::kDamaged, "error.paper_key_wrong").with("row", number));
  }
  return fail(Error(ErrorCode::kDamaged, "error.paper_key_letter")
                  .with("row", number)
                  .with("place", std::to_string(judgement.place + 1))
                  .with("letter", std::string(1, letter_of(symbols[judgement.place]))));
}

}  // namespace

std::string paper_text(const Secret<32>& seed, SecretKind kind) {
  std::string out;
  for (std::size_t row = 0; row < kRows; ++row) {
    RowData data{};
    for (std::size_t i = 0; i < kRowData; ++i) data[i] = bits_at(seed, (row * kRowData + i) * 5);
    if (row > 0) out += '\n';
    out += text_of(Code{with_check(data, mask_for(kind, row))});
  }
  return out;
}

Result<Secret<32>> read_paper_text(std::string_view text, SecretKind kind) {
  std::array<Row, kRows> rows{};
  std::size_t n = 0;
  for (const char c : text) {
    if (is_between(c)) continue;
    const std::optional<Symbol> symbol = symbol_of(c);
    if (!symbol) {
      return fail(Error(ErrorCode::kUnknownValue, "error.paper_key_symbol")
                      .with("row", std::to_string(n / kRowSize + 1))
                      .with("place", std::to_string(n % kRowSize + 1))
                      .with("letter", c > ' ' && c < 0x7F ? std::string(1, c) : "?"));
    }
    if (n < kRows * kRowSize) rows[n / kRowSize][n % kRowSize] = *symbol;
    ++n;
  }
  if (n != kRows * kRowSize) {
    return fail(Error(ErrorCode::kMissing, "error.paper_key_length").with("n", std::to_string(n)));
  }
  std::array<std::uint8_t, 32> seed{};
  for (std::size_t row = 0; row < kRows; ++row) {
    const Judgement judgement = judge(rows[row], mask_for(kind, row));
    if (judgement.verdict != Verdict::kSound) return wrong_row(row, rows[row], judgement);
    for (std::size_t i = 0; i < kRowData * 5; ++i) {
      const std::size_t bit = row * kRowData * 5 + i;
      const unsigned one = (static_cast<unsigned>(rows[row][i / 5]) >> (4U - i % 5)) & 1U;
      if (bit < kBits) {
        seed[bit / 8] = static_cast<std::uint8_t>(seed[bit / 8] | (one << (7U - bit % 8)));
      } else if (one != 0) {
        return wrong_row(row, rows[row], {Verdict::kWrong, 0});
      }
    }
  }
  Secret<32> out(seed);
  wipe(seed);
  return out;
}

}  // namespace stoepkrijt::ballotbox
