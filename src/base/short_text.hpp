// Short texts by words of eight bytes, inline: for loops over very many names and values. In WebAssembly a call of
// memcmp or memcpy, or of a member of std::string, costs more than the few bytes it is called for.
//
// Guarantees: the same answers as memcmp, memcpy and operator< of std::string_view; never touches a byte outside.
// Example: same_bytes("abc", "abd", 2); text_before("ab", "b")
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace stoepkrijt {

namespace short_text {

template <class Word>
[[nodiscard]] inline Word load(const char* p) {
  Word word{};
  std::memcpy(&word, p, sizeof word);
  return word;
}
template <class Word>
[[nodiscard]] inline bool same_ends(const char* a, const char* b, std::size_t n) {
  return load<Word>(a) == load<Word>(b) && load<Word>(a + n - sizeof(Word)) == load<Word>(b + n - sizeof(Word));
}
template <class Word>
inline void copy_ends(char* to, const char* from, std::size_t n) {
  const Word first = load<Word>(from);
  const Word last = load<Word>(from + n - sizeof(Word));
  std::memcpy(to, &first, sizeof first);
  std::memcpy(to + n - sizeof(Word), &last, sizeof last);
}

}  // namespace short_text

[[nodiscard]] inline bool same_bytes(const char* a, const char* b, std::size_t n) {
  using short_text::load;
  if (n >= 8) {
    std::size_t i = 0;
    const auto differ = [a, b](std::size_t at) { return load<std::uint64_t>(a + at) ^ load<std::uint64_t>(b + at); };
    for (; i + 32 < n; i += 32) {
      if ((differ(i) | differ(i + 8) | differ(i + 16) | differ(i + 24)) != 0) return false;
    }
    for (; i + 8 < n; i += 8) {
      if (differ(i) != 0) return false;
    }
    return load<std::uint64_t>(a + n - 8) == load<std::uint64_t>(b + n - 8);
  }
  if (n >= 4) return short_text::same_ends<std::uint32_t>(a, b, n);
  return n == 0 || (a[0] == b[0] && a[n / 2] == b[n / 2] && a[n - 1] == b[n - 1]);
}

[[nodiscard]] inline bool same_text(std::string_view a, std::string_view b) {
  return a.size() == b.size() && same_bytes(a.data(), b.data(), a.size());
}

/// By bytes, as std::string_view does.
[[nodiscard]] inline bool text_before(std::string_view a, std::string_view b) {
  const std::size_t both = a.size() < b.size() ? a.size() : b.size();
  std::size_t i = 0;
  while (i + 8 <= both &&
         short_text::load<std::uint64_t>(a.data() + i) == short_text::load<std::uint64_t>(b.data() + i)) {
    i += 8;
  }
  for (; i < both; ++i) {
    if (a[i] != b[i]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[i]);
  }
  return a.size() < b.size();
}

/// The place of the first byte, from `at`, that does not stand in a JSON text as it is: a quote, a backslash, a control
/// character or, with `ascii`, any that is not ASCII; the size where there is none.
template <bool ascii>
[[nodiscard]] inline std::size_t end_of_plain(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  constexpr std::uint64_t kHigh = 0x8080808080808080ULL;
  for (; at + 8 <= text.size(); at += 8) {
    const auto word = short_text::load<std::uint64_t>(text.data() + at);
    const std::uint64_t quote = word ^ (kOnes * '"');
    const std::uint64_t slash = word ^ (kOnes * '\\');
    const std::uint64_t found = (((quote - kOnes) & ~quote) | ((slash - kOnes) & ~slash) |
                                 ((word - kOnes * 0x20) & ~word) | (ascii ? word : 0)) &
                                kHigh;
    if (found == 0) continue;
    // Bytes after the first that is found may be marked by a borrow, never one before it.
    if constexpr (std::endian::native == std::endian::little) {
      return at + static_cast<std::size_t>(std::countr_zero(found)) / 8;
    }
    break;
  }
  for (; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 || byte == '"' || byte == '\\' || (ascii && byte >= 0x80)) break;
  }
  return at;
}

/// Is every byte of it printable ASCII: a space to a tilde?
[[nodiscard]] inline bool is_printable_ascii(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  constexpr std::uint64_t kHigh = 0x8080808080808080ULL;
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    const auto word = short_text::load<std::uint64_t>(text.data() + at);
    // Below a space it borrows; one above a tilde carries into the highest bit. Where neither is, no byte disturbs
    // another.
    if (((word | (word - kOnes * 0x20) | (word + kOnes)) & kHigh) != 0) return false;
  }
  for (; at < text.size(); ++at) {
    if (text[at] < 0x20 || text[at] > 0x7E) return false;
  }
  return true;
}

/// The two may not overlap.
inline void copy_bytes(char* to, const char* from, std::size_t n) {
  if (n >= 8) {
    std::size_t i = 0;
    for (; i + 8 < n; i += 8) std::memcpy(to + i, from + i, 8);
    std::memcpy(to + n - 8, from + n - 8, 8);
  } else if (n >= 4) {
    short_text::copy_ends<std::uint32_t>(to, from, n);
  } else if (n > 0) {
    to[0] = from[0];
    to[n / 2] = from[n / 2];
    to[n - 1] = from[n - 1];
  }
}

}  // namespace stoepkrijt
