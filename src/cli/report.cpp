#include "cli/report.hpp"

#include "rules/params_text.hpp"

namespace stoepkrijt::cli {

void write_ids(json::Writer& json, std::string_view key, const rules::Election& election,
               const std::vector<rules::ProjectIndex>& projects) {
  json.key(key);
  json.begin_array();
  for (const rules::ProjectIndex p : projects) json.string(election.projects[p].id);
  json.end_array();
}

void write_outcome(json::Writer& json, const rules::Election& election, const RuleChoice& choice,
                   const rules::Outcome& outcome, const rules::Summary& summary) {
  json.key("cost");
  json.string(outcome.cost.to_string());
  json.key("exhaustive");
  json.boolean(summary.exhaustive);
  json.key("options");
  json.string(rules::params_text(choice.params));
  if (outcome.part_paid) {
    json.key("part_paid");
    json.string(outcome.part_paid->to_string());
  }
  json.key("rule");
  json.string(choice.rule);
  json.key("ties_decided");
  json.begin_array();
  for (const rules::TieDecided& tie : summary.ties_decided) {
    json.begin_object();
    json.key("chosen");
    json.string(election.projects[tie.chosen].id);
    write_ids(json, "tied", election, tie.tied);
    json.end_object();
  }
  json.end_array();
  json.key("welfare");
  json.string(summary.welfare);
  write_ids(json, "winners", election, outcome.winners);
}

std::string rule_text(const RuleChoice& choice) {
  const std::string options = rules::params_text(choice.params);
  return options.empty() ? choice.rule : choice.rule + " " + options;
}

std::string project_text(const rules::Project& project) {
  return project.name.empty() ? project.id : project.id + " (" + project.name + ")";
}

std::string outcome_text(const Session& session, const rules::Election& election, const RuleChoice& choice,
                         const Counted& counted, const rules::Summary& summary) {
  const rules::Outcome& outcome = counted.outcome;
  const auto line = [&](std::string_view key, const std::string& value) {
    return session.tr(key) + ": " + value + "\n";
  };
  std::string out = line("cli.rule", rule_text(choice));
  if (counted.trace.add1_steps > 0) out += line("cli.steps", std::to_string(counted.trace.add1_steps));
  out += line("cli.voters", std::to_string(counted.trace.voters));
  out += line("cli.budget", election.budget.to_string());
  out += line("cli.spent", outcome.cost.to_string());
  out += line("cli.welfare", summary.welfare);
  out += line("cli.exhaustive", session.tr(summary.exhaustive ? "cli.yes" : "cli.no"));
  out += session.tr("cli.winners",
                    {{"n", std::to_string(outcome.winners.size())}, {"of", std::to_string(election.projects.size())}}) +
         "\n";
  std::size_t number = 0;
  for (const rules::ProjectIndex p : outcome.winners) {
    const rules::Project& project = election.projects[p];
    const bool last = ++number == outcome.winners.size();
    out += std::to_string(number) + ". " + project.id + "  " +
           (last && outcome.part_paid ? outcome.part_paid->to_string() + " / " : "") + project.cost.to_string() + "  " +
           session.count("cli.votes", counted.trace.projects[p].votes);
    if (!project.name.empty()) out += "  " + project.name;
    out += "\n";
  }
  for (const rules::TieDecided& tie : summary.ties_decided) {
    std::string tied;
    for (const rules::ProjectIndex p : tie.tied) tied += (tied.empty() ? "" : ", ") + election.projects[p].id;
    out += session.tr("cli.tie", {{"tied", tied}, {"chosen", election.projects[tie.chosen].id}}) + "\n";
  }
  for (const std::string& name : counted.trace.least_unmet)
    out += session.tr("cli.least_unmet", {{"name", name}}) + "\n";
  return out;
}

}  // namespace stoepkrijt::cli
