#include "app/count_help.hpp"

#include <algorithm>
#include <utility>

#include "app/count_params.hpp"
#include "app/explain_words.hpp"
#include "app/views/round_words.hpp"
#include "assets/embedded.hpp"
#include "model/names.hpp"
#include "rules/claims.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::app {

namespace {

using rules::Election;
using rules::ProjectIndex;

// Tells how many counts are done; inside a count the rule's own steps only ask whether to stop.
class Trials final : public rules::Watcher {
 public:
  Trials(const Election& election, std::string_view rule, const rules::RuleParams& params, ProjectIndex project,
         rules::Watcher* outer)
      : election_(election), rule_(rule), params_(params), project_(project), outer_(outer) {
    params_.watcher = this;
  }

  bool on_progress(std::uint64_t /*done*/, std::uint64_t /*total*/) override {
    stopped_ = stopped_ || (outer_ != nullptr && !outer_->on_progress(done_, 0));
    return !stopped_;
  }
  [[nodiscard]] bool stopped() const { return stopped_; }

  [[nodiscard]] bool wins_at(std::int64_t euros) {
    Election changed = election_;
    changed.projects[project_].cost = Ratio(euros);
    return wins(changed);
  }
  [[nodiscard]] bool wins_with(std::int64_t extra) {
    Election changed = election_;
    rules::Ballot ballot;
    ballot.projects = {project_};
    if (changed.type == rules::BallotType::kCumulative || changed.type == rules::BallotType::kScoring) {
      ballot.points = {most_points()};
    }
    ballot.count = static_cast<std::uint64_t>(extra);
    changed.ballots.push_back(std::move(ballot));
    rules::merge_ballots(changed);
    return wins(changed);
  }

 private:
  // An extra voter gives the plan as many points as anybody gave in all.
  [[nodiscard]] std::int64_t most_points() const {
    std::int64_t most = 1;
    for (const rules::Ballot& ballot : election_.ballots) {
      std::int64_t sum = 0;
      for (const std::int64_t points : ballot.points) sum += points;
      most = std::max(most, sum);
    }
    return most;
  }
  [[nodiscard]] bool wins(const Election& election) {
    if (!on_progress(0, 0)) return false;
    ++done_;
    rules::Trace trace;
    const Result<rules::Outcome> outcome = rules::tally(rule_, election, params_, trace);
    return outcome && std::find(outcome->winners.begin(), outcome->winners.end(), project_) != outcome->winners.end();
  }

  const Election& election_;
  std::string_view rule_;
  rules::RuleParams params_;
  ProjectIndex project_;
  rules::Watcher* outer_;
  std::uint64_t done_ = 0;
  bool stopped_ = false;
};

// Halving assumes that cheaper is better, which no rule promises; so only amounts that were tried are returned.
std::optional<Money> cheaper(Trials& trials, const Ratio& cost_now) {
  const Result<Money> cost = Money::nearest(cost_now);
  if (!cost) return std::nullopt;
  std::int64_t no = (cost->cents + 99) / 100;
  std::int64_t yes = 1;
  if (no <= 1 || !trials.wins_at(yes)) return std::nullopt;
  while (no - yes > 1 && !trials.stopped()) {
    const std::int64_t middle = yes + (no - yes) / 2;
    (trials.wins_at(middle) ? yes : no) = middle;
  }
  const std::int64_t rounded = yes / 100 * 100;
  if (rounded > 0 && trials.wins_at(rounded)) yes = rounded;
  return Money::from_euros(yes);
}

std::optional<std::int64_t> more_voters(Trials& trials, std::int64_t voters) {
  std::int64_t no = 0;
  std::int64_t yes = voters;
  if (yes <= 0 || !trials.wins_with(yes)) return std::nullopt;
  while (yes - no > 1 && !trials.stopped()) {
    const std::int64_t middle = no + (yes - no) / 2;
    (trials.wins_with(middle) ? yes : no) = middle;
  }
  return yes;
}

}  // namespace

Result<PlanHelp> find_help(const Election& election, const model::CountingRule& rule, std::string_view plan_id,
                           rules::Watcher* watcher) {
  SK_TRY(params, params_of(rule));
  const auto it = std::find_if(election.projects.begin(), election.projects.end(),
                               [&](const rules::Project& p) { return p.id == plan_id; });
  if (it == election.projects.end()) {
    return fail(Error(ErrorCode::kUnknownId, "error.unknown_project").with("project", plan_id));
  }
  PlanHelp help;
  help.plan_id = plan_id;
  Trials trials(election, rule.id, params, static_cast<ProjectIndex>(it - election.projects.begin()), watcher);
  help.cheaper = cheaper(trials, it->cost);
  help.more_voters = more_voters(trials, static_cast<std::int64_t>(rules::count_voters(election)));
  if (trials.stopped()) return fail(ErrorCode::kCancelled, "error.cancelled");
  return help;
}

Result<void> add_words(const Election& election, const model::CountingRule& rule, const PeoplesNames& names,
                       PlanHelp& help) {
  SK_TRY(params, params_of(rule));
  const auto it = std::find_if(election.projects.begin(), election.projects.end(),
                               [&](const rules::Project& p) { return p.id == help.plan_id; });
  if (it == election.projects.end()) {
    return fail(Error(ErrorCode::kUnknownId, "error.unknown_project").with("project", help.plan_id));
  }
  rules::Trace trace;
  SK_TRY(outcome, rules::tally(rule.id, election, params, trace));
  const rules::Explainer explainer(rule.id, election, params, outcome, trace);
  rules::WhatIfBound bound;
  bound.search = false;  // what would have helped is found above
  SK_TRY(claims, explainer.project(static_cast<ProjectIndex>(it - election.projects.begin()), bound));
  for (const LangCode code : {LangCode::kNl, LangCode::kEn}) {
    const bool nl = code == LangCode::kNl;
    SK_TRY(lang, Lang::parse(code, assets::text(nl ? "lang/nl.json" : "lang/en.json")));
    ClaimContext context{lang, election, trace};
    for (const model::Words& words : names.plans) context.names.push_back(lang.of(words));
    for (const auto& [code_of, name] : names.buurten) context.groups.emplace(code_of, name);
    for (std::size_t i = 0; i < model::kThemeCount; ++i) {
      const auto theme = static_cast<model::Theme>(i);
      context.groups.emplace(model::name_of(theme), theme_name(theme, lang));
    }
    (nl ? help.words_nl : help.words_en) = claims_words(claims, context);
  }
  return {};
}

}  // namespace stoepkrijt::app
