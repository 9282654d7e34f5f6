#include <algorithm>
#include <optional>

#include "app/explain_words.hpp"
#include "app/lang.hpp"
#include "cli/report.hpp"
#include "cli/words.hpp"
#include "rules/claims_json.hpp"
#include "rules/params_text.hpp"

namespace stoepkrijt::cli {

namespace {

/// Counting again some tens of times is what this command is for: only truly large elections go without.
constexpr rules::WhatIfBound kBound{.most_work = 1'000'000'000, .search = true};

Result<std::vector<rules::Claim>> claims_of(const rules::Explainer& explainer,
                                            std::optional<rules::ProjectIndex> project) {
  if (project) return explainer.project(*project, kBound);
  SK_TRY(claims, explainer.result());
  SK_TRY(ties, explainer.ties(kBound));
  claims.insert(claims.end(), ties.begin(), ties.end());
  const std::vector<rules::Claim> groups = explainer.groups();
  claims.insert(claims.end(), groups.begin(), groups.end());
  return claims;
}

/// The place of the project that was asked for; nothing when none was.
Result<std::optional<rules::ProjectIndex>> project_of(const rules::Election& election, std::string_view id) {
  if (id.empty()) return std::optional<rules::ProjectIndex>();
  std::vector<std::string_view> ids;
  for (std::size_t p = 0; p < election.projects.size(); ++p) {
    if (election.projects[p].id == id) return std::optional(static_cast<rules::ProjectIndex>(p));
    ids.push_back(election.projects[p].id);
  }
  const std::string_view meant = nearest(id, ids);
  Error error = Error(ErrorCode::kUnknownId, meant.empty() ? "error.option_value" : "error.option_value_meant")
                    .with("option", "--project")
                    .with("value", id);
  if (!meant.empty()) error.args.emplace_back("meant", meant);
  return fail(std::move(error));
}

std::string as_json(const Options& options, const rules::Election& election, const Counted& counted,
                    const std::vector<rules::Claim>& claims, const std::vector<std::string>& sentences,
                    std::optional<rules::ProjectIndex> project) {
  json::Writer json;
  json.begin_object();
  json.key("claims");
  rules::write_claims(json, claims, election);
  json.key("cost");
  json.string(counted.outcome.cost.to_string());
  json.key("options");
  json.string(rules::params_text(options.rules.front().params));
  if (project) {
    json.key("project");
    json.string(options.project);
  }
  json.key("rule");
  json.string(options.rules.front().rule);
  if (project) {
    const std::vector<rules::ProjectIndex>& winners = counted.outcome.winners;
    json.key("selected");
    json.boolean(std::find(winners.begin(), winners.end(), *project) != winners.end());
  }
  json.key("sentences");
  json.begin_array();
  for (const std::string& sentence : sentences) json.string(sentence);
  json.end_array();
  write_ids(json, "winners", election, counted.outcome.winners);
  json.end_object();
  return json.take() + "\n";
}

}  // namespace

Answer run_explain(const Options& options, const Surroundings& surroundings) {
  Session session(options, surroundings);
  const auto failed = [&](const Error& error) {
    session.tell(error, options.file);
    return session.failed();
  };
  const Result<Loaded> loaded = session.load();
  if (!loaded) return session.failed();
  const rules::Election& election = loaded->election;
  const Result<std::optional<rules::ProjectIndex>> project = project_of(election, options.project);
  if (!project) return failed(project.error());
  const RuleChoice& choice = options.rules.front();
  const Result<Counted> counted = session.run(election, choice);
  if (!counted) return session.failed();

  Progress progress(surroundings, options.progress,
                    "stoepkrijt: " + session.tr("cli.counting", {{"rule", choice.rule}}));
  rules::RuleParams params = choice.params;
  params.watcher = &progress;
  const rules::Explainer explainer(choice.rule, election, params, counted->outcome, counted->trace);
  const Result<std::vector<rules::Claim>> claims = claims_of(explainer, *project);
  if (!claims) return failed(claims.error());

  const Result<app::Lang> lang =
      app::Lang::parse(options.language == "nl" ? app::LangCode::kNl : app::LangCode::kEn, session.language());
  if (!lang) return failed(lang.error());
  app::ClaimContext context{.lang = *lang, .election = election, .trace = counted->trace};
  for (const auto& [key, value] : loaded->meta) {
    if (key == "currency" && !value.empty()) context.currency = value;
  }
  const std::vector<std::string> sentences = app::claims_words(*claims, context);
  if (options.json) return session.done(as_json(options, election, *counted, *claims, sentences, *project));
  std::string out = session.tr("cli.rule") + ": " + rule_text(choice) + "\n";
  if (*project) out += project_text(election.projects[**project]) + "\n";
  for (const std::string& sentence : sentences) out += sentence + "\n";
  return session.done(std::move(out));
}

}  // namespace stoepkrijt::cli
