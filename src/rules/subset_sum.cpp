#include "rules/subset_sum.hpp"

#include <algorithm>
#include <bit>

#include "base/check.hpp"

namespace stoepkrijt::rules {

namespace {
constexpr std::size_t kWord = 64;
}  // namespace

LargestSum largest_sum(const std::vector<std::int64_t>& numbers, std::int64_t limit) {
  SK_CHECK(limit >= 0 && limit <= LargestSum::kMostLimit && numbers.size() <= LargestSum::kMostNumbers);
  const auto most = static_cast<std::size_t>(limit);
  std::vector<std::uint64_t> reached(most / kWord + 1, 0);
  std::vector<std::uint16_t> last(most + 1, 0);  // the number that first reached the sum
  reached[0] = 1;
  const auto is_reached = [&](std::size_t sum) { return (reached[sum / kWord] >> (sum % kWord) & 1U) != 0; };
  for (std::size_t i = 0; i < numbers.size() && !is_reached(most); ++i) {
    if (numbers[i] <= 0 || numbers[i] > limit) continue;
    const auto number = static_cast<std::size_t>(numbers[i]);
    const std::size_t words = number / kWord;
    const std::size_t bits = number % kWord;
    for (std::size_t w = reached.size(); w-- > words;) {  // downward: what is read has not been written yet
      std::uint64_t moved = reached[w - words] << bits;
      if (bits > 0 && w > words) moved |= reached[w - words - 1] >> (kWord - bits);
      for (std::uint64_t fresh = moved & ~reached[w]; fresh != 0; fresh &= fresh - 1) {
        const std::size_t sum = w * kWord + static_cast<std::size_t>(std::countr_zero(fresh));
        if (sum <= most) last[sum] = static_cast<std::uint16_t>(i);
      }
      reached[w] |= moved;
    }
  }
  std::size_t sum = most;
  while (!is_reached(sum)) --sum;
  LargestSum out;
  out.sum = static_cast<std::int64_t>(sum);
  // What is left was reached before this number was looked at, so no number comes twice.
  for (; sum > 0; sum -= static_cast<std::size_t>(numbers[last[sum]])) out.numbers.push_back(last[sum]);
  std::reverse(out.numbers.begin(), out.numbers.end());
  return out;
}

}  // namespace stoepkrijt::rules
