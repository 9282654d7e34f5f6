// Does any dot stand in two fields? For the readers of formats/merged only.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "merge/document.hpp"

namespace stoepkrijt::formats {

/// Dots of one actor that follow one another.
struct DotRun {
  std::uint32_t actor = 0;
  merge::Seq first = 0;
  merge::Seq last = 0;
};

/// The runs of what a record holds, in its order: mostly one. More contents of one dot in one field are one dot.
template <class Use>
void each_run(std::span<const merge::Held> held, Use use) {
  for (std::size_t i = 0; i < held.size();) {
    DotRun run{held[i].actor, held[i].seq, held[i].seq};
    for (++i; i < held.size() && held[i].actor == run.actor; ++i) {
      const bool again = held[i].field == held[i - 1].field && held[i].seq == held[i - 1].seq;
      if (!again && held[i].seq != run.last + 1) break;
      run.last = held[i].seq;
    }
    use(run);
  }
}

/// Kept are runs and not dots.
class DotRuns {
 public:
  /// What a record holds, in its order. `actors` renumbers, where it is given.
  void add(std::span<const merge::Held> held, std::uint32_t record, const std::vector<std::uint32_t>* actors = nullptr);
  void add(const DotRun& run, std::uint32_t record) { runs_.push_back({run.actor, record, run.first, run.last}); }

  /// A record with a dot that stands elsewhere too, if there is any. Domain: no run goes beyond what is seen of its
  /// actor. Sorts only where the dots are few among those seen, or at a fault; time is at most that of sorting.
  [[nodiscard]] std::optional<std::uint32_t> twice(const std::vector<merge::Seq>& seen);

 private:
  struct Run {
    std::uint32_t actor;
    std::uint32_t record;
    merge::Seq first;
    merge::Seq last;
  };
  /// Marks every dot in a table with a bit for each that was seen; nothing when that were too large.
  [[nodiscard]] std::optional<bool> all_differ(const std::vector<merge::Seq>& seen) const;

  std::vector<Run> runs_;
};

}  // namespace stoepkrijt::formats
