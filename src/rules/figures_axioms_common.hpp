// What the checks of the axioms share. See figures_axioms.hpp.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/figures_axioms.hpp"

namespace stoepkrijt::rules {

struct AxiomSetting {
  const Election& election;
  std::vector<bool> won;                               // by project
  std::vector<Ratio> worth;                            // by project: u
  std::vector<std::vector<ProjectIndex>> approved;     // by ballot
  std::vector<std::vector<std::uint32_t>> supporters;  // by project: ballots that somebody cast
  std::vector<Ratio> satisfaction;                     // by ballot: u_i(W)
  std::vector<Ratio> best_outside;                     // by ballot: the largest u of an approved project outside W
  Ratio equal_share;                                   // B / n
};

[[nodiscard]] Result<AxiomSetting> axiom_setting(const Election& election, const std::vector<ProjectIndex>& winners,
                                                 const AxiomOptions& options);
/// Keeps the worse of the two; see AxiomFinding::worst.
void keep_worst(const Election& election, Shortfall found, AxiomFinding& finding);
[[nodiscard]] inline Ratio people(std::uint64_t count) { return Ratio(BigInt::from_unsigned(count), BigInt(1)); }

}  // namespace stoepkrijt::rules
