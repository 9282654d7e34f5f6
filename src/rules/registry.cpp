#include "rules/registry.hpp"

#include "rules/bos.hpp"
#include "rules/constraints.hpp"
#include "rules/cstv.hpp"
#include "rules/ees.hpp"
#include "rules/equal_shares.hpp"
#include "rules/expanding_approvals.hpp"
#include "rules/fres.hpp"
#include "rules/greedy.hpp"
#include "rules/max_welfare.hpp"
#include "rules/maximin_support.hpp"
#include "rules/phragmen.hpp"
#include "rules/pipeline.hpp"
#include "rules/vouchers.hpp"

namespace stoepkrijt::rules {

namespace {

constexpr std::uint8_t kOnAll = kOnApprovals | kOnPoints | kOnRankings;
constexpr std::string_view kTalmon = "Talmon, Faliszewski: A Framework for Approval-Based Budgeting Methods. AAAI 2019";

constexpr RuleEntry kRules[] = {
    {"greedy", "rule.greedy.name", &greedy, kOnAll, kTakesUtility | kTakesLimits, kTalmon},
    {"greedy-no-skip", "rule.greedy_no_skip.name", &greedy_no_skip, kOnAll, kTakesUtility | kTakesLimits, kTalmon},
    {"greedy-threshold", "rule.greedy_threshold.name", &greedy_threshold, kOnAll, kTakesUtility | kTakesLimits,
     kTalmon},
    {"greedy-exclusive", "rule.greedy_exclusive.name", &greedy_exclusive, kOnAll, kTakesUtility | kTakesLimits,
     kTalmon},
    {"max-welfare", "rule.max_welfare.name", &max_welfare, kOnAll, kTakesUtility | kTakesLimits, kTalmon},
    {"equal-shares", "rule.equal_shares.name", &equal_shares, kOnAll, kTakesUtility | kTakesCompletion | kTakesLimits,
     "Peters, Pierczyński, Skowron: Proportional Participatory Budgeting with Additive Utilities. NeurIPS 2021"},
    {"bos", "rule.bos.name", &bos, kOnApprovals | kOnPoints | kOnRankings, kTakesUtility | kTakesLimits,
     "Papasotiropoulos, Pishbin, Skibski, Skowron, Wąs: Method of Equal Shares with Bounded Overspending. EC 2025"},
    {"fres", "rule.fres.name", &fres, kOnApprovals | kOnPoints | kOnRankings, kTakesUtility | kTakesLimits,
     "Papasotiropoulos, Pishbin, Skibski, Skowron, Wąs: Method of Equal Shares with Bounded Overspending. EC 2025, "
     "section 4"},
    {"phragmen", "rule.phragmen.name", &phragmen, kOnApprovals, kTakesLimits,
     "Brill, Freeman, Janson, Lackner: Phragmén's Voting Methods and Justified Representation. AAAI 2017; with costs: "
     "Los, Christoff, Grossi: Proportional Budget Allocations: Towards a Systematization. IJCAI 2022"},
    {"maximin-support", "rule.maximin_support.name", &maximin_support, kOnApprovals, kTakesLimits,
     "Sánchez-Fernández, Fernández-García, Fisteus, Brill: The maximin support method. Mathematical Programming 203 "
     "(2024); with costs: Aziz, Lee, Talmon: Proportionally Representative Participatory Budgeting. AAMAS 2018"},
    {"cstv", "rule.cstv.name", &cstv, kOnPoints, 0,
     "Skowron, Slinko, Szufa, Talmon: Participatory Budgeting with Cumulative Votes. arXiv 2009.02690"},
    {"ees", "rule.ees.name", &ees, kOnApprovals, kTakesUtility | kTakesCompletion | kTakesLimits,
     "Kraiczy, Robinson, Elkind: Streamlining Equal Shares. arXiv 2502.11797"},
    {"expanding-approvals", "rule.expanding_approvals.name", &expanding_approvals,
     kOnApprovals | kOnPoints | kOnRankings, kTakesLimits,
     "Aziz, Lee: Proportionally Representative Participatory Budgeting with Ordinal Preferences. AAAI 2021"},
    {"vouchers", "rule.vouchers.name", &vouchers, kOnPoints, kTakesLimits,
     "This project's own (docs/voting/rules.md); its last step: Peters, Pierczyński, Skowron: Proportional "
     "Participatory Budgeting with Additive Utilities. NeurIPS 2021"},
};

}  // namespace

std::span<const RuleEntry> registry() { return kRules; }

const RuleEntry* find_rule(std::string_view id) {
  for (const RuleEntry& entry : kRules) {
    if (entry.id == id) return &entry;
  }
  return nullptr;
}

Result<Outcome> tally(std::string_view rule, const Election& election, const RuleParams& params, Trace& trace) {
  const RuleEntry* entry = find_rule(rule);
  if (entry == nullptr) return fail(Error(ErrorCode::kUnknownId, "error.unknown_rule").with("rule", rule));
  SK_TRY_VOID(check_rule(*entry, election, params));
  if (has_phases(election)) return tally_in_phases(*entry, election, params, trace);
  return run_rule(*entry, election, params, trace);
}

}  // namespace stoepkrijt::rules
