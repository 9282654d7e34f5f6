// What constraints still allow while a rule chooses one project after another.
//
// Knows nothing of money that is left: that is the rule's own affair. Costs count whole towards limits per category.
// Pots and minima are no part of this: they are elections of their own (constraints.hpp).
//
// Example: Feasibility may(election); if (may.verdict(p) == Verdict::kYes) { choose(p); may.take(p); }
#pragma once

#include <cstdint>
#include <vector>

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

enum class Verdict : std::uint8_t {
  kYes,
  kNotYet,  ///< a project that it requires is not chosen, but still may be
  kNever,   ///< excluded by a chosen one, its category is full, or what it requires is itself out for good
};

class Feasibility {
 public:
  explicit Feasibility(const Election& election);

  /// No constraint of this kind anywhere: every verdict is kYes.
  [[nodiscard]] bool trivial() const noexcept { return trivial_; }
  [[nodiscard]] Verdict verdict(ProjectIndex project) const;
  /// The reason of a verdict other than kYes: kExcluded, kCategoryFull or kLacksRequired.
  [[nodiscard]] WhyOut why(ProjectIndex project) const;
  void take(ProjectIndex project);
  /// The rule has dropped it for good (its supporters are too poor, it does not fit): what requires it is out as well.
  void drop(ProjectIndex project);
  /// Whether a whole set obeys every limit, exclusion and requirement.
  [[nodiscard]] bool allows(const std::vector<ProjectIndex>& set) const;
  /// Whether the set breaks no exclusion and no maximum, which further projects could not mend.
  [[nodiscard]] bool extendable(const std::vector<ProjectIndex>& set) const;

 private:
  enum class Fate : std::uint8_t { kOpen, kTaken, kDropped };
  enum class Walk : std::uint8_t { kUnseen, kUnderWay, kPossible };
  [[nodiscard]] bool over_limit(ProjectIndex project) const;
  [[nodiscard]] bool excluded(ProjectIndex project) const;
  [[nodiscard]] bool out_for_good(ProjectIndex project, std::vector<Walk>& walk) const;

  const Election& election_;
  bool trivial_ = true;
  std::vector<Fate> fates_;
  std::vector<std::vector<ProjectIndex>> excludes_;    // both ways
  std::vector<std::vector<std::uint32_t>> limits_of_;  // by project: indices into the limits with a maximum
  std::vector<Ratio> spent_;                           // by limit
};

/// Whether a project belongs to a theme or buurt.
[[nodiscard]] bool belongs_to(const Project& project, const std::string& name, bool area);

}  // namespace stoepkrijt::rules
