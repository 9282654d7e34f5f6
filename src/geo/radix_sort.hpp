// Sorting of many small things by a number, in passes over its digits; for the .cpp files of geo. Stable; time is
// linear.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace stoepkrijt::geo {

/// By key(item), a std::uint64_t of at most `bits` bits. `scratch` is memory that may be used again.
template <class Item, class Key>
void radix_sort(std::vector<Item>& items, std::vector<Item>& scratch, int bits, Key key) {
  constexpr int kMostBits = 11;  // of a digit
  constexpr std::size_t kFew = 512;
  if (items.size() < kFew) {
    std::stable_sort(items.begin(), items.end(), [&](const Item& a, const Item& b) { return key(a) < key(b); });
    return;
  }
  if (bits == 0) return;
  const int passes = (bits + kMostBits - 1) / kMostBits;
  const int digit = (bits + passes - 1) / passes;
  const std::uint64_t mask = (std::uint64_t{1} << static_cast<unsigned>(digit)) - 1;
  const auto digit_of = [&](const Item& item, unsigned shift) {
    return static_cast<std::size_t>((key(item) >> shift) & mask);
  };
  scratch.resize(items.size());
  for (int pass = 0; pass < passes; ++pass) {
    const auto shift = static_cast<unsigned>(pass * digit);
    std::array<std::uint32_t, std::size_t{1} << kMostBits> next{};
    for (const Item& item : items) ++next[digit_of(item, shift)];
    std::uint32_t sum = 0;
    for (std::uint32_t& count : next) {
      const std::uint32_t first = sum;
      sum += count;
      count = first;
    }
    for (const Item& item : items) scratch[next[digit_of(item, shift)]++] = item;
    items.swap(scratch);
  }
}

/// How many bits a number takes.
[[nodiscard]] inline int bits_of(std::uint64_t number) { return static_cast<int>(std::bit_width(number)); }

/// Sorts each run of items that `same` cannot tell apart from the one before by `before`.
template <class Item, class Same, class Before>
void sort_ties(std::vector<Item>& items, Same same, Before before) {
  for (std::size_t i = 0; i < items.size();) {
    std::size_t end = i + 1;
    while (end < items.size() && same(items[i], items[end])) ++end;
    const auto at = [&items](std::size_t place) { return items.begin() + static_cast<std::ptrdiff_t>(place); };
    if (end - i > 1) std::sort(at(i), at(end), before);
    i = end;
  }
}

}  // namespace stoepkrijt::geo
