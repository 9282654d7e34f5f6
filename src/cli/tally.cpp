#include "cli/tally.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

#include "base/json_writer.hpp"
#include "cli/words.hpp"
#include "formats/pb/pb.hpp"
#include "rules/completions.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::cli {

namespace {

constexpr std::string_view kTallyUsage =
    "Usage: stoepkrijt tally FILE.pb --rule greedy|equal-shares [--utility cost] [--completion none|add1]\n"
    "                        [--ties id] [--min-votes N] [--json]\n";

Unexpected usage(std::string_view key, std::string_view option, std::string_view value = {}) {
  Error error = Error(ErrorCode::kUsage, key).with("option", option);
  if (!value.empty()) error.args.emplace_back("value", value);
  return fail(std::move(error));
}

Result<void> set_option(TallyOptions& options, std::string_view name, std::string_view value) {
  if (name == "--rule") {
    if (rules::find_rule(value) == nullptr) return usage("error.option_value", name, value);
    options.rule = value;
  } else if (name == "--utility") {
    if (value != "cost") return usage("error.option_value", name, value);
  } else if (name == "--completion") {
    if (value != "none" && value != "add1") return usage("error.option_value", name, value);
    options.params.completion = value == "add1" ? rules::Completion::kAdd1 : rules::Completion::kNone;
  } else if (name == "--ties") {
    if (value != "id") return usage("error.option_value", name, value);
  } else if (name == "--min-votes") {
    std::uint64_t votes = 0;
    const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), votes);
    if (fault != std::errc{} || end != value.data() + value.size()) return usage("error.option_value", name, value);
    options.params.min_votes = votes;
  } else {
    return usage("error.unknown_option", name);
  }
  return {};
}

Answer failed(std::string text) { return Answer{kFault, "", std::move(text)}; }

std::string as_json(const TallyOptions& options, const rules::Election& election, const rules::Outcome& outcome) {
  json::Writer writer;
  writer.begin_object();
  writer.key("cost");
  writer.string(outcome.cost.to_string());
  writer.key("rule");
  writer.string(options.rule);
  writer.key("winners");
  writer.begin_array();
  for (const rules::ProjectIndex p : outcome.winners) writer.string(election.projects[p].id);
  writer.end_array();
  writer.end_object();
  return writer.take() + "\n";
}

std::string as_text(const TallyOptions& options, const rules::Election& election, const rules::Outcome& outcome,
                    const rules::Trace& trace) {
  std::string out = "Rule: ";
  out += options.rule;
  if (options.params.completion == rules::Completion::kAdd1) {
    out += " with add1 (" + std::to_string(trace.add1_steps) + " steps)";
  }
  out += "\nVoters: " + std::to_string(trace.voters) + "\nBudget: " + election.budget.to_string() +
         "\nSpent: " + outcome.cost.to_string() + "\nWinners: " + std::to_string(outcome.winners.size()) + " of " +
         std::to_string(election.projects.size()) + "\n";
  std::size_t number = 0;
  for (const rules::ProjectIndex p : outcome.winners) {
    const rules::Project& project = election.projects[p];
    out += std::to_string(++number) + ". " + project.id + "  " + project.cost.to_string() + "  " +
           std::to_string(trace.projects[p].votes) + " votes";
    if (!project.name.empty()) out += "  " + project.name;
    out += "\n";
  }
  return out;
}

}  // namespace

Result<TallyOptions> parse_tally_options(std::span<const std::string_view> arguments) {
  TallyOptions options;
  bool only_files = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (only_files || !argument.starts_with("-") || argument == "-") {
      if (!options.file.empty()) return usage("error.second_file", argument);
      options.file = argument;
    } else if (argument == "--") {
      only_files = true;
    } else if (argument == "--json") {
      options.json = true;
    } else if (const std::size_t equals = argument.find('='); equals != std::string_view::npos) {
      SK_TRY_VOID(set_option(options, argument.substr(0, equals), argument.substr(equals + 1)));
    } else {
      const std::string_view value = i + 1 < arguments.size() ? arguments[i + 1] : std::string_view{};
      SK_TRY_VOID(set_option(options, argument, value));
      ++i;
    }
  }
  if (options.file.empty()) return usage("error.no_file", "FILE.pb");
  if (options.rule.empty()) return usage("error.option_missing", "--rule");
  if (options.params.completion != rules::Completion::kNone && options.rule != "equal-shares") {
    return usage("error.completion_without_equal_shares", "--completion");
  }
  return options;
}

Answer run_tally(std::span<const std::string_view> arguments, const Surroundings& surroundings) {
  if (std::find(arguments.begin(), arguments.end(), "--help") != arguments.end()) {
    return Answer{kDone, std::string(kTallyUsage), ""};
  }
  const auto fault = [&](Error error, std::string_view file) {
    if (!file.empty()) error.where.file = file;
    return "stoepkrijt: " + words_for(error, surroundings.language) + "\n";
  };
  const Result<TallyOptions> options = parse_tally_options(arguments);
  if (!options) return failed(fault(options.error(), "") + std::string(kTallyUsage));
  const Result<std::string> bytes = surroundings.read_file(options->file);
  if (!bytes) return failed(fault(bytes.error(), options->file));

  formats::PbReport report;
  Result<formats::PbElection> read = formats::read_pb(*bytes, report);
  std::string notes;
  for (const Error& warning : report.warnings) notes += "warning: " + fault(warning, options->file);
  if (!read) {
    std::string text;
    for (const Error& each : report.faults) text += fault(each, options->file);
    if (report.faults.empty()) text = fault(read.error(), options->file);
    if (report.fault_count > report.faults.size()) text += std::to_string(report.fault_count) + " faults in all\n";
    return failed(text);
  }
  rules::Election& election = read->election;
  rules::merge_ballots(election);
  rules::Trace trace;
  const Result<rules::Outcome> outcome = rules::tally(options->rule, election, options->params, trace);
  if (!outcome) return failed(fault(outcome.error(), options->file));
  return Answer{kDone,
                options->json ? as_json(*options, election, *outcome) : as_text(*options, election, *outcome, trace),
                notes};
}

}  // namespace stoepkrijt::cli
