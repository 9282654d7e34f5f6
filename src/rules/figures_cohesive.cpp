// EJR and PJR: every set of projects that some group of supporters can claim, depth first. A set that its supporters
// are not entitled to is left out with all larger sets: those cost more and have fewer supporters.
#include <algorithm>

#include "rules/figures_axioms_common.hpp"

namespace stoepkrijt::rules {

namespace {

enum class Axiom : std::uint8_t { kEjr, kEjrUpToOne, kPjr };

class Cohesive {
 public:
  Cohesive(const AxiomSetting& setting, Axiom axiom, std::uint64_t work_limit)
      : setting_(setting), axiom_(axiom), work_limit_(work_limit) {}

  AxiomFinding check() {
    std::vector<std::uint32_t> everybody;
    for (std::uint32_t b = 0; b < setting_.approved.size(); ++b) {
      if (setting_.election.ballots[b].count > 0) everybody.push_back(b);
    }
    extend(0, everybody, Ratio(0), Ratio(0));
    finding_.finding = finding_.broken > 0 ? Finding::kBroken : Finding::kHolds;
    if (finding_.work > work_limit_) finding_ = AxiomFinding{Finding::kNotComputed, 0, std::nullopt, finding_.work};
    return std::move(finding_);
  }

 private:
  [[nodiscard]] std::uint64_t count(const std::vector<std::uint32_t>& ballots) const {
    std::uint64_t sum = 0;
    for (const std::uint32_t b : ballots) sum += setting_.election.ballots[b].count;
    return sum;
  }
  [[nodiscard]] bool entitled(std::uint64_t count, const Ratio& cost) const {
    return count > 0 && setting_.equal_share * people(count) >= cost;
  }

  /// All sets that hold `set_` and projects from `first` on; `group` approves all of `set_`.
  void extend(ProjectIndex first, const std::vector<std::uint32_t>& group, const Ratio& cost, const Ratio& worth) {
    for (ProjectIndex p = first; p < setting_.won.size(); ++p) {
      finding_.work += group.size() + 1;
      if (finding_.work > work_limit_) return;
      std::vector<std::uint32_t> smaller;
      for (const std::uint32_t b : group) {
        const std::vector<ProjectIndex>& list = setting_.approved[b];
        if (std::find(list.begin(), list.end(), p) != list.end()) smaller.push_back(b);
      }
      const Ratio more_cost = cost + setting_.election.projects[p].cost;
      if (!entitled(count(smaller), more_cost)) continue;
      const Ratio more_worth = worth + setting_.worth[p];
      set_.push_back(p);
      judge(smaller, more_cost, more_worth);
      extend(p + 1, smaller, more_cost, more_worth);
      set_.pop_back();
    }
  }

  void judge(const std::vector<std::uint32_t>& group, const Ratio& cost, const Ratio& worth) {
    std::vector<std::uint32_t> poor;
    Ratio got;
    for (const std::uint32_t b : group) {
      const Ratio& has = setting_.satisfaction[b];
      if (has >= worth) continue;
      if (axiom_ == Axiom::kEjrUpToOne && has + setting_.best_outside[b] > worth) continue;
      poor.push_back(b);
      got = std::max(got, has);
    }
    if (!entitled(count(poor), cost)) return;
    if (axiom_ == Axiom::kPjr) {
      judge_together(poor, cost, worth);
    } else {
      report(std::move(poor), worth, std::move(got));
    }
  }

  void report(std::vector<std::uint32_t> group, const Ratio& worth, Ratio got) {
    ++finding_.broken;
    const std::uint64_t size = count(group);
    keep_worst(setting_.election,
               Shortfall{set_, size, std::move(group), setting_.equal_share * people(size), worth, std::move(got)},
               finding_);
  }

  // PJR: the voters of the group whose chosen approved projects all lie in a set of winners worth less than T. Takes or
  // leaves one ballot after another; taking one takes all whose winners are already covered.
  struct Union {
    std::vector<std::uint32_t> ballots;
    std::uint64_t people = 0;
    std::vector<bool> winners;
    Ratio worth;
  };

  void judge_together(const std::vector<std::uint32_t>& group, const Ratio& cost, const Ratio& worth) {
    best_ = Union{};
    Union taken{{}, 0, std::vector<bool>(setting_.won.size(), false), Ratio(0)};
    choose(group, 0, count(group), taken, cost, worth);
    if (!best_.ballots.empty()) report(best_.ballots, worth, best_.worth);
  }

  void choose(const std::vector<std::uint32_t>& group, std::size_t next, std::uint64_t rest, const Union& taken,
              const Ratio& cost, const Ratio& worth) {
    ++finding_.work;
    if (finding_.work > work_limit_ || !entitled(taken.people + rest, cost)) return;
    if (taken.people + rest < best_.people || (taken.people + rest == best_.people && !best_.ballots.empty())) return;
    if (next == group.size()) {
      best_ = taken;
      return;
    }
    const std::uint64_t members = setting_.election.ballots[group[next]].count;
    Union with = taken;
    bool grows = false;
    for (const ProjectIndex p : setting_.approved[group[next]]) {
      if (!setting_.won[p] || with.winners[p]) continue;
      with.winners[p] = true;
      with.worth += setting_.worth[p];
      grows = true;
    }
    if (with.worth < worth) {
      with.ballots.push_back(group[next]);
      with.people += members;
      choose(group, next + 1, rest - members, with, cost, worth);
    }
    if (grows) choose(group, next + 1, rest - members, taken, cost, worth);
  }

  const AxiomSetting& setting_;
  Axiom axiom_;
  std::uint64_t work_limit_;
  std::vector<ProjectIndex> set_;
  Union best_;
  AxiomFinding finding_;
};

}  // namespace

Result<AxiomFinding> check_ejr(const Election& election, const std::vector<ProjectIndex>& winners, UpTo up_to,
                               const AxiomOptions& options) {
  SK_TRY(setting, axiom_setting(election, winners, options));
  const Axiom axiom = up_to == UpTo::kNothing ? Axiom::kEjr : Axiom::kEjrUpToOne;
  return Cohesive(setting, axiom, options.work_limit).check();
}

Result<AxiomFinding> check_pjr(const Election& election, const std::vector<ProjectIndex>& winners,
                               const AxiomOptions& options) {
  SK_TRY(setting, axiom_setting(election, winners, options));
  return Cohesive(setting, Axiom::kPjr, options.work_limit).check();
}

}  // namespace stoepkrijt::rules
