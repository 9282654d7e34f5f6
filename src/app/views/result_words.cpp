// The words about rules and losers that the result shares with other screens.
#include <algorithm>

#include "app/views/result_view.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::app {

std::string rule_name(std::string_view rule, const Lang& lang) {
  const rules::RuleEntry* entry = rules::find_rule(rule);
  return entry == nullptr ? std::string(rule) : lang.tr(entry->name_key);  // lang-prefix: rule.
}

std::string rule_about(std::string_view rule, const Lang& lang) {
  const rules::RuleEntry* entry = rules::find_rule(rule);
  if (entry == nullptr) return {};
  constexpr std::string_view kName = "name";
  std::string key(entry->name_key);
  if (key.ends_with(kName)) key.resize(key.size() - kName.size());
  return lang.tr(key + "about");
}

std::string rounds_words(const RuleCount& count, const Lang& lang) {
  if (count.money == MoneyModel::kLoads) return lang.tr("result.rounds_loads");
  if (count.money == MoneyModel::kPurses) {
    return lang.tr(count.rule.id == kRuleEqualShares ? "result.rounds_shares" : "result.rounds_purses");
  }
  return lang.tr(count.rule.id.starts_with("greedy") || count.replaced ? "result.rounds_greedy" : "result.rounds_best");
}

std::string tie_order_words(const model::CountingRule& rule, const Lang& lang) {
  const std::string order = rule.ties.empty() ? "id" : rule.ties;
  return lang.tr("ties." + order, {{"seed", rule.seed}});  // lang-prefix: ties.
}

BusyView busy_view(const State& state, CountJob::Kind kind, const Lang& lang) {
  BusyView busy;
  const auto& running = state.counting.running;
  if (!running || running->kind != kind) return busy;
  busy.title = lang.tr("busy.title");
  busy.words = lang.tr("busy.words");
  busy.stop_button = lang.tr("busy.stop");
  busy.total = static_cast<int>(std::min<std::uint64_t>(running->total, 1'000'000));
  busy.done = static_cast<int>(std::min<std::uint64_t>(running->done, static_cast<std::uint64_t>(busy.total)));
  busy.progress_name =
      busy.total > 0 ? lang.tr("busy.progress", {{"done", lang.number(busy.done)}, {"total", lang.number(busy.total)}})
                     : lang.tr("busy.unknown");
  return busy;
}

std::string loser_words(const PlanCount& plan, const model::Plan& of, const Lang& lang) {
  switch (plan.fate) {
    case Fate::kChosen:
      return {};
    case Fate::kNoVotes:
      return lang.tr("result.why_no_votes");
    case Fate::kTooLittleLeft:
      return lang.tr("result.why_too_little", {{"have", lang.money(plan.have)}, {"cost", lang.money(of.cost)}});
    case Fate::kDoesNotFit:
      return lang.tr("result.why_does_not_fit",
                     {{"left", lang.money(plan.left_before)}, {"cost", lang.money(of.cost)}});
    case Fate::kTooDear:
      return lang.tr("result.why_too_dear");
    case Fate::kExcluded:
      return lang.tr("result.why_excluded");
    case Fate::kLacksRequired:
      return lang.tr("result.why_lacks_required");
    case Fate::kCategoryFull:
      return lang.tr("result.why_category_full");
    case Fate::kAfterStop:
      return lang.tr("result.why_after_stop");
    case Fate::kEliminated:
      return lang.tr("result.why_eliminated");
    case Fate::kNotBest:
      return lang.tr("result.why_not_best");
  }
  return {};
}

}  // namespace stoepkrijt::app
