// Gathers markers that would cover each other into clusters. Pure. In world metres and at stepped zooms, so that
// clusters keep still while the map is dragged. 100,000 markers: some tens of milliseconds, once per step of zoom.
// Guarantees: every marker is in exactly one group; a group's members keep the caller's order; alone means alone;
// deterministic (groups are ordered by their first member).
#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <span>
#include <vector>

namespace stoepkrijt::render {

struct Clusters {
  std::vector<glm::dvec2> centres;     ///< metres: mean of the members
  std::vector<std::uint32_t> first;    ///< group g has members[first[g]] up to members[first[g + 1]]; one entry more
  std::vector<std::uint32_t> members;  ///< indices of the input

  [[nodiscard]] std::size_t count() const { return centres.size(); }
  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t group) const {
    return std::span(members).subspan(first[group], first[group + 1] - first[group]);
  }
};

/// Groups places closer than `radius_m` (greedy by input order, then groups among themselves). `alone[i]` != 0 keeps
/// marker i out of any group; `alone` may be empty. radius_m <= 0: every marker by itself.
[[nodiscard]] Clusters cluster_markers(std::span<const glm::dvec2> places, std::span<const std::uint8_t> alone,
                                       double radius_m);

/// The zoom step (two to an octave) at or below px_per_m, and the radius in metres with which to cluster there: 60 px
/// in the wijk and buurt bands, less in the straat band, where every marker should be seen that can be seen.
struct ClusterStep {
  int step = 0;
  double radius_m = 0;
};
[[nodiscard]] ClusterStep cluster_step(float px_per_m);

}  // namespace stoepkrijt::render
