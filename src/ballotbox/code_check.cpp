#include "ballotbox/code_check.hpp"

#include "base/check.hpp"

namespace stoepkrijt::ballotbox {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr unsigned kOrder = 31;  // of the field's multiplicative group

struct Field {
  std::array<Symbol, 2 * kOrder> power{};  // a^i; twice, so that sums of exponents need no division
  std::array<Symbol, 32> log{};
};

constexpr Field make_field() {
  constexpr unsigned kModulus = 0b100101;
  Field field;
  unsigned value = 1;
  for (unsigned i = 0; i < kOrder; ++i) {
    field.power[i] = field.power[i + kOrder] = static_cast<Symbol>(value);
    field.log[value] = static_cast<Symbol>(i);
    value <<= 1U;
    if (value > kOrder) value ^= kModulus;
  }
  return field;
}

constexpr Field kField = make_field();

constexpr Symbol add(Symbol a, Symbol b) { return static_cast<Symbol>(a ^ b); }

constexpr Symbol multiply(Symbol a, Symbol b) {
  if (a == 0 || b == 0) return 0;
  return kField.power[static_cast<std::size_t>(kField.log[a]) + kField.log[b]];
}

/// Domain: b is not zero.
constexpr Symbol divide(Symbol a, Symbol b) {
  if (a == 0) return 0;
  return kField.power[static_cast<std::size_t>(kField.log[a]) + kOrder - kField.log[b]];
}

/// a^i, for the place of a symbol in its row.
constexpr Symbol weight(std::size_t place) { return kField.power[place]; }

}  // namespace

Row with_check(const RowData& data, const CheckMask& mask) {
  Row row{};
  Symbol sum = 0;
  Symbol weighted = 0;
  for (std::size_t i = 0; i < kRowData; ++i) {
    SK_CHECK(data[i] < 32);
    row[i] = data[i];
    sum = add(sum, data[i]);
    weighted = add(weighted, multiply(data[i], weight(i)));
  }
  // c13 + c14 = sum and a^13 c13 + a^14 c14 = weighted.
  const Symbol last = divide(add(weighted, multiply(sum, weight(13))), add(weight(13), weight(14)));
  row[13] = add(add(sum, last), mask[0]);
  row[14] = add(last, mask[1]);
  return row;
}

Judgement judge(const Row& row, const CheckMask& mask) {
  Row plain = row;
  plain[13] = add(plain[13], mask[0]);
  plain[14] = add(plain[14], mask[1]);
  Symbol sum = 0;
  Symbol weighted = 0;
  for (std::size_t i = 0; i < kRowSize; ++i) {
    SK_CHECK(plain[i] < 32);
    sum = add(sum, plain[i]);
    weighted = add(weighted, multiply(plain[i], weight(i)));
  }
  if (sum == 0 && weighted == 0) return {Verdict::kSound, 0};
  if (sum != 0 && weighted != 0) {
    const Symbol where = divide(weighted, sum);
    const std::size_t place = kField.log[where];
    if (place < kRowSize) return {Verdict::kOneWrong, place};
  }
  if (sum == 0) {
    for (std::size_t i = 0; i + 1 < kRowSize; ++i) {
      // Before the swap the letters stood the other way round; a mask stays where it is.
      const Symbol difference = add(row[i], row[i + 1]);
      if (multiply(difference, add(weight(i), weight(i + 1))) == weighted) return {Verdict::kSwapped, i};
    }
  }
  return {Verdict::kWrong, 0};
}

CheckMask mask_of(std::span<const std::uint8_t> hash) {
  SK_CHECK(hash.size() >= 2);
  const unsigned bits = (static_cast<unsigned>(hash[0]) << 8U) | hash[1];
  return {static_cast<Symbol>(bits >> 11U), static_cast<Symbol>((bits >> 6U) & 31U)};
}

char letter_of(Symbol symbol) {
  SK_CHECK(symbol < 32);
  return kAlphabet[symbol];
}

std::optional<Symbol> symbol_of(char letter) {
  if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  if (letter == 'O') letter = '0';
  if (letter == 'I' || letter == 'L') letter = '1';
  const std::size_t at = kAlphabet.find(letter);
  if (at == std::string_view::npos) return std::nullopt;
  return static_cast<Symbol>(at);
}

bool is_between(char c) { return c == ' ' || c == '-' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace stoepkrijt::ballotbox
