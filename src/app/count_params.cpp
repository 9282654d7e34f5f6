#include "app/count_params.hpp"

#include <array>
#include <utility>

#include "rules/params_text.hpp"

namespace stoepkrijt::app {

namespace {

bool takes(const rules::RuleEntry& entry, rules::RuleTraits trait) {
  return (entry.traits & static_cast<std::uint8_t>(trait)) != 0;
}

// Equal shares never buys what nobody chose; the threshold counts there only where greedy fills what is left.
bool uses_threshold(const model::CountingRule& rule) {
  return rule.id != "equal-shares" || rule.then.starts_with("greedy") || rule.completion == "utilitarian" ||
         rule.completion == "add1u";
}

// Purses or budget grow step by step: only then is there a start and an end of it.
bool steps(const model::CountingRule& rule) {
  return rule.completion == "add1" || rule.completion == "add1u" || rule.completion == "budget-increase";
}

}  // namespace

model::CountingRule normalised(model::CountingRule rule) {
  const rules::RuleEntry* entry = rules::find_rule(rule.id);
  if (entry == nullptr) return rule;
  if (!takes(*entry, rules::kTakesUtility)) rule.utility.clear();
  if (!takes(*entry, rules::kTakesCompletion)) rule.completion.clear();
  if (!steps(rule)) {
    rule.add1_start.clear();
    rule.add1_stop.clear();
  }
  if (rule.id != "cstv") rule.variant.clear();
  if (!rule.ties.ends_with("lot")) rule.seed.clear();
  if (!uses_threshold(rule)) rule.min_votes = 0;
  return rule;
}

Result<rules::RuleParams> params_of(const model::CountingRule& given) {
  const model::CountingRule rule = normalised(given);
  if (rules::find_rule(rule.id) == nullptr) {
    return fail(Error(ErrorCode::kUnknownId, "error.unknown_rule").with("rule", rule.id));
  }
  rules::RuleParams params;
  const std::string ties = rule.ties.ends_with("lot") ? rule.ties + ":" + rule.seed : rule.ties;
  const std::array<std::pair<std::string_view, std::string_view>, 8> words{{{"utility", rule.utility},
                                                                            {"completion", rule.completion},
                                                                            {"add1-start", rule.add1_start},
                                                                            {"add1-stop", rule.add1_stop},
                                                                            {"then", rule.then},
                                                                            {"comparison", rule.comparison},
                                                                            {"variant", rule.variant},
                                                                            {"ties", ties}}};
  for (const auto& [option, word] : words) SK_TRY_VOID(rules::set_param(params, option, word));
  params.min_votes = rule.min_votes > 0 ? static_cast<std::uint64_t>(rule.min_votes) : 0;
  return params;
}

std::string command_of(const model::CountingRule& rule) {
  const Result<rules::RuleParams> params = params_of(rule);
  std::string command = "--rule " + rule.id;
  if (!params) return command;
  const std::string options = rules::params_text(*params);
  return options.empty() ? command : command + " " + options;
}

bool defined_on(const rules::RuleEntry& entry, model::VoteMethod method) {
  switch (method) {
    case model::VoteMethod::kApproval:
    case model::VoteMethod::kKnapsack:
      return (entry.ballots & rules::kOnApprovals) != 0;
    case model::VoteMethod::kPoints:
    case model::VoteMethod::kVouchers:
      return (entry.ballots & rules::kOnPoints) != 0;
    case model::VoteMethod::kRanking:
      return (entry.ballots & rules::kOnRankings) != 0;
  }
  return false;
}

model::CountingRule offered(std::string_view id) {
  model::CountingRule rule;
  rule.id = id;
  rule.completion = id == "equal-shares" ? "add1" : "";
  return normalised(std::move(rule));
}

model::CountingRule default_other(const model::CountingRule& rule, model::VoteMethod method) {
  for (const std::string_view id : {"greedy", "equal-shares"}) {
    const rules::RuleEntry* entry = rules::find_rule(id);
    if (entry != nullptr && entry->id != rule.id && defined_on(*entry, method)) return offered(id);
  }
  for (const rules::RuleEntry& entry : rules::registry()) {
    if (entry.id != rule.id && defined_on(entry, method)) return offered(entry.id);
  }
  return offered("greedy");
}

}  // namespace stoepkrijt::app
