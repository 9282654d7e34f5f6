#include <algorithm>
#include <numeric>

#include "cli/options.hpp"

namespace stoepkrijt::cli {

namespace {

/// Letters to add, drop, change or swap with a neighbour (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last.back();
}

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> words) {
  std::string_view best;
  std::size_t least = std::min<std::size_t>(3, word.size() / 2) + 1;  // further away is another word
  if (word.size() > 40) return best;
  for (const std::string_view each : words) {
    const std::size_t far = distance(word, each);
    if (far >= least) continue;
    least = far;
    best = each;
  }
  return best;
}

}  // namespace stoepkrijt::cli
