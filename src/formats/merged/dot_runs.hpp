// Does any dot stand in two fields? For the readers of formats/merged only.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "merge/document.hpp"

namespace stoepkrijt::formats {

/// Kept are runs of one actor and not dots: a record is mostly one run.
class DotRuns {
 public:
  /// What a record holds, in its order. `actors` renumbers, where it is given.
  void add(std::span<const merge::Held> held, std::uint32_t record, const std::vector<std::uint32_t>* actors = nullptr);

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
