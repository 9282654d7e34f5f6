#include <algorithm>
#include <map>

#include "rules/figures.hpp"
#include "rules/figures_axioms.hpp"
#include "rules/figures_axioms_common.hpp"

namespace stoepkrijt::rules {

namespace {

class EjrPlus {
 public:
  EjrPlus(const AxiomSetting& setting, UpTo up_to) : setting_(setting), up_to_(up_to) {}

  AxiomFinding check() {
    for (ProjectIndex p = 0; p < setting_.won.size(); ++p) {
      if (!setting_.won[p] && !setting_.election.projects[p].cost.is_zero()) look(p);
    }
    finding_.finding = finding_.broken > 0 ? Finding::kBroken : Finding::kHolds;
    return std::move(finding_);
  }

 private:
  struct Level {
    std::vector<std::uint32_t> ballots;
    std::uint64_t people = 0;
  };

  /// Supporters from the least satisfied: with more of them the group is entitled to more, but its best-off has more.
  void look(ProjectIndex p) {
    std::map<Ratio, Level> levels;  // by u_i(W) + what a further project would add
    for (const std::uint32_t b : setting_.supporters[p]) {
      const Ratio more = up_to_ == UpTo::kOne ? setting_.best_outside[b] : setting_.worth[p];
      Level& level = levels[setting_.satisfaction[b] + more];
      level.ballots.push_back(b);
      level.people += setting_.election.ballots[b].count;
      ++finding_.work;
    }
    const Ratio rate = setting_.equal_share * setting_.worth[p] / setting_.election.projects[p].cost;  // per person
    Shortfall group;
    std::optional<Shortfall> worst;  // the largest such group; its ballots are the first so many
    std::size_t ballots = 0;
    for (const auto& [value, level] : levels) {
      group.people += level.people;
      group.ballots.insert(group.ballots.end(), level.ballots.begin(), level.ballots.end());
      for (const std::uint32_t b : level.ballots) group.got = std::max(group.got, setting_.satisfaction[b]);
      group.deserved = rate * people(group.people);
      if (value > group.deserved) continue;
      worst = Shortfall{{p}, group.people, {}, setting_.equal_share * people(group.people), group.deserved, group.got};
      ballots = group.ballots.size();
    }
    if (!worst) return;
    ++finding_.broken;
    worst->ballots.assign(group.ballots.begin(), group.ballots.begin() + static_cast<std::ptrdiff_t>(ballots));
    std::sort(worst->ballots.begin(), worst->ballots.end());
    keep_worst(setting_.election, std::move(*worst), finding_);
  }

  const AxiomSetting& setting_;
  UpTo up_to_;
  AxiomFinding finding_;
};

}  // namespace

Result<AxiomFinding> check_ejr_plus(const Election& election, const std::vector<ProjectIndex>& winners, UpTo up_to,
                                    const AxiomOptions& options) {
  SK_TRY(setting, axiom_setting(election, winners, options));
  return EjrPlus(setting, up_to == UpTo::kOne ? UpTo::kOne : UpTo::kAny).check();
}

}  // namespace stoepkrijt::rules
