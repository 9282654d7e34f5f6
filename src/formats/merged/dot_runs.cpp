#include "formats/merged/dot_runs.hpp"

#include <algorithm>

namespace stoepkrijt::formats {

using merge::Held;
using merge::Seq;

void DotRuns::add(std::span<const Held> held, std::uint32_t record, const std::vector<std::uint32_t>* actors) {
  each_run(held, [&](DotRun run) {
    if (actors != nullptr) run.actor = (*actors)[run.actor];
    add(run, record);
  });
}

std::optional<bool> DotRuns::all_differ(const std::vector<Seq>& seen) const {
  constexpr Seq kBitsOfARun = 128;  // less memory than the runs themselves
  constexpr Seq kBits = 64;
  std::vector<std::size_t> start(seen.size());  // of an actor, its first word
  Seq words = 0;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    start[i] = static_cast<std::size_t>(words);
    words += seen[i] / kBits + 1;
    if (words > (runs_.size() + 1) * (kBitsOfARun / kBits) + seen.size()) return std::nullopt;
  }
  std::vector<std::uint64_t> marked(static_cast<std::size_t>(words), 0);
  for (const Run& run : runs_) {
    for (Seq seq = run.first; seq <= run.last;) {
      const Seq bit = seq % kBits;
      const Seq count = std::min(kBits - bit, run.last - seq + 1);
      const std::uint64_t mask = (count == kBits ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1) << bit;
      std::uint64_t& word = marked[start[run.actor] + static_cast<std::size_t>(seq / kBits)];
      if ((word & mask) != 0) return false;
      word |= mask;
      seq += count;
    }
  }
  return true;
}

std::optional<std::uint32_t> DotRuns::twice(const std::vector<Seq>& seen) {
  if (all_differ(seen) == true) return std::nullopt;
  std::sort(runs_.begin(), runs_.end(),
            [](const Run& a, const Run& b) { return a.actor != b.actor ? a.actor < b.actor : a.first < b.first; });
  for (std::size_t i = 1; i < runs_.size(); ++i) {
    if (runs_[i - 1].actor == runs_[i].actor && runs_[i - 1].last >= runs_[i].first) return runs_[i].record;
  }
  return std::nullopt;
}

}  // namespace stoepkrijt::formats
