#include "ballotbox/code.hpp"

namespace stoepkrijt::ballotbox {

namespace {

CheckMask mask_for(const ElectionId& election) { return mask_of(blake2b(election)); }

Unexpected judged(const Row& row, const Judgement& judgement) {
  const std::string place = std::to_string(judgement.place + 1);
  if (judgement.verdict == Verdict::kOneWrong) {
    return fail(Error(ErrorCode::kDamaged, "error.vote_code_letter")
                    .with("place", place)
                    .with("letter", std::string(1, letter_of(row[judgement.place]))));
  }
  if (judgement.verdict == Verdict::kSwapped) {
    const std::string letters{letter_of(row[judgement.place]), letter_of(row[judgement.place + 1])};
    return fail(Error(ErrorCode::kDamaged, "error.vote_code_swapped").with("place", place).with("letters", letters));
  }
  return fail(ErrorCode::kDamaged, "error.vote_code_wrong");
}

}  // namespace

Code make_code(const std::array<std::uint8_t, 9>& random, const ElectionId& election) {
  RowData data{};
  for (std::size_t i = 0; i < kRowData; ++i) {
    const std::size_t bit = i * 5;
    const unsigned next = bit / 8 + 1 < random.size() ? random[bit / 8 + 1] : 0U;
    const unsigned two = (static_cast<unsigned>(random[bit / 8]) << 8U) | next;
    data[i] = static_cast<Symbol>((two >> (11U - bit % 8)) & 31U);
  }
  return {with_check(data, mask_for(election))};
}

std::string text_of(const Code& code) {
  std::string out;
  for (std::size_t i = 0; i < kRowSize; ++i) {
    if (i > 0 && i % 5 == 0) out += '-';
    out += letter_of(code.symbols[i]);
  }
  return out;
}

Result<Code> read_code(std::string_view text, const ElectionId& election) {
  Code code;
  std::size_t n = 0;
  for (const char c : text) {
    if (is_between(c)) continue;
    const std::optional<Symbol> symbol = symbol_of(c);
    if (!symbol) {
      // Half a letter of UTF-8 is no text for a message.
      const bool shown = c > ' ' && c < 0x7F;
      return fail(Error(ErrorCode::kUnknownValue, "error.vote_code_symbol")
                      .with("place", std::to_string(n + 1))
                      .with("letter", shown ? std::string(1, c) : "?"));
    }
    if (n < kRowSize) code.symbols[n] = *symbol;
    ++n;
  }
  if (n == 0) return fail(ErrorCode::kEmpty, "error.vote_code_empty");
  if (n < kRowSize) return fail(Error(ErrorCode::kMissing, "error.vote_code_short").with("n", std::to_string(n)));
  if (n > kRowSize) return fail(Error(ErrorCode::kTooLong, "error.vote_code_long").with("n", std::to_string(n)));
  const Judgement judgement = judge(code.symbols, mask_for(election));
  if (judgement.verdict != Verdict::kSound) return judged(code.symbols, judgement);
  return code;
}

}  // namespace stoepkrijt::ballotbox
