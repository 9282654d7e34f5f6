#include "app/count_past.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "app/count_purses.hpp"
#include "formats/pb/pb.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::size_t kMostCategories = 10;

// A rule's own steps mean nothing across rules: what counts is how many rules are done.
class PerRule final : public rules::Watcher {
 public:
  PerRule(rules::Watcher* outer, std::uint64_t total) : outer_(outer), total_(total) {}
  bool on_progress(std::uint64_t /*done*/, std::uint64_t /*total*/) override {
    return outer_ == nullptr || outer_->on_progress(at, total_);
  }
  std::uint64_t at = 0;

 private:
  rules::Watcher* outer_;
  std::uint64_t total_;
};

// By cost of all projects, so that the order does not depend on a rule.
std::vector<std::string> categories_of(const rules::Election& election) {
  std::map<std::string, Ratio> cost;
  for (const rules::Project& project : election.projects) {
    for (const std::string& category : project.categories) cost[category] += project.cost;
  }
  std::vector<std::pair<std::string, Ratio>> sorted(cost.begin(), cost.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  if (sorted.size() > kMostCategories) sorted.resize(kMostCategories);
  std::vector<std::string> names;
  for (auto& [name, sum] : sorted) names.push_back(name);
  return names;
}

std::vector<Money> spent_by(const rules::Election& election, const std::vector<std::string>& categories,
                            const RuleCount& count) {
  std::vector<Money> out(categories.size());
  for (std::size_t p = 0; p < election.projects.size(); ++p) {
    if (count.plans[p].fate != Fate::kChosen) continue;
    for (std::size_t c = 0; c < categories.size(); ++c) {
      const auto& own = election.projects[p].categories;
      if (std::find(own.begin(), own.end(), categories[c]) == own.end()) continue;
      out[c] = out[c].plus(count.plans[p].gets).value_or(out[c]);
    }
  }
  return out;
}

}  // namespace

Result<PastResult> past_of(const rules::Election& election, const std::vector<model::CountingRule>& rules,
                           rules::Watcher* watcher) {
  SK_TRY_VOID(rules::validate(election));
  PastResult past;
  past.voters = static_cast<std::int64_t>(rules::count_voters(election));
  if (past.voters == 0) return fail(ErrorCode::kNoBallots, "error.no_ballots");
  past.projects = static_cast<std::int64_t>(election.projects.size());
  past.budget = to_money(election.budget);
  past.categories = categories_of(election);
  PerRule per_rule(watcher, rules.size());
  for (const model::CountingRule& rule : rules) {
    PastRow row;
    row.rule = rule;
    auto count = count_by(election, rule, &per_rule);
    if (count) {
      row.winners = static_cast<std::int64_t>(count->winners.size());
      row.spent = count->spent;
      row.figures = count->figures;
      row.of_category = spent_by(election, past.categories, *count);
    } else if (count.error().code == ErrorCode::kCancelled) {
      return fail(std::move(count).error());
    } else {
      row.error = std::move(count).error();
    }
    past.rows.push_back(std::move(row));
    ++per_rule.at;
    if (!per_rule.on_progress(0, 0)) return fail(ErrorCode::kCancelled, "error.cancelled");
  }
  return past;
}

Result<PastResult> past_of_pb(std::string_view pb, const std::vector<model::CountingRule>& rules,
                              rules::Watcher* watcher) {
  formats::PbReport report;
  SK_TRY(file, formats::read_pb(pb, report));
  rules::merge_ballots(file.election);
  SK_TRY(past, past_of(file.election, rules, watcher));
  past.about = std::string(file.file.meta_value("description"));
  return past;
}

}  // namespace stoepkrijt::app
