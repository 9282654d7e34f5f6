#include "cli/session.hpp"

#include <algorithm>
#include <utility>

#include "cli/words.hpp"
#include "formats/election/election_json.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::cli {

namespace {

/// Faults that say: this rule does not count these ballots in this way.
bool not_defined(ErrorCode code) { return code == ErrorCode::kRuleNotDefined || code == ErrorCode::kNoBallots; }

}  // namespace

std::string Session::tr(std::string_view key, const Args& args) const {
  Error error(ErrorCode::kUnknown, key);
  for (const auto& [name, value] : args) error.args.emplace_back(name, value);
  return words_for(error, language());
}

std::string Session::count(std::string_view key, std::uint64_t n) const {
  return tr(std::string(key) + (n == 1 ? ".one" : ".other"), {{"n", std::to_string(n)}});
}

void Session::tell(Error error, std::string_view file) {
  exit_code_ = not_defined(error.code) ? kNotDefined : kFault;
  if (!file.empty()) error.where.file = file;
  notes_ += "stoepkrijt: " + words_for(error, language()) + "\n";
}

void Session::warn(std::string_view sentence) {
  notes_ += tr("cli.warning") + ": stoepkrijt: " + std::string(sentence) + "\n";
}

Result<std::string> Session::read_file(std::string_view path) {
  Result<std::string> bytes = surroundings_.read_file(path);
  if (!bytes) tell(bytes.error(), path);
  return bytes;
}

Result<Loaded> Session::load_pb(std::string_view bytes) {
  formats::PbReport report;
  Result<formats::PbElection> read = formats::read_pb(bytes, report);
  for (Error& warning : report.warnings) {
    warning.where.file = options_.file;
    warn(words_for(warning, language()));
  }
  if (report.warning_count > report.warnings.size()) warn(count("cli.warnings", report.warning_count));
  if (!read) {
    for (const Error& each : report.faults) tell(each, options_.file);
    if (report.fault_count > report.faults.size()) {
      notes_ += "stoepkrijt: " + count("cli.faults", report.fault_count) + "\n";
    }
    return fail(read.error());
  }
  Loaded out;
  const std::size_t selected = read->file.projects.column("selected");
  for (const std::vector<std::string>& row : read->file.projects.rows) {
    if (selected != formats::PbTable::npos) out.selected.push_back(row[selected]);
  }
  out.meta = formats::describing_meta(read->file);
  if (options_.to == "pb") out.pb = std::move(read->file);
  out.election = std::move(read->election);
  out.election.constraints = std::move(read->constraints);
  return out;
}

Result<Loaded> Session::load_json(std::string_view bytes) {
  Result<formats::ElectionFile> read = formats::read_election(bytes);
  if (!read) {
    tell(read.error(), options_.file);
    return fail(read.error());
  }
  return Loaded{std::move(read->election), std::move(read->meta), std::nullopt, {}};
}

Result<Loaded> Session::load() {
  SK_TRY(bytes, read_file(options_.file));
  std::string_view text = bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  const bool json = first != std::string_view::npos && text[first] == '{';
  SK_TRY(loaded, json ? load_json(bytes) : load_pb(bytes));
  rules::merge_ballots(loaded.election);
  if (options_.to.empty() && !options_.limits && !loaded.election.constraints.empty()) {
    warn(tr("cli.limits_not_applied"));
    loaded.election.constraints = {};
  }
  return loaded;
}

Result<Counted> Session::run(const rules::Election& election, const RuleChoice& choice) {
  Progress progress(surroundings_, options_.progress, "stoepkrijt: " + tr("cli.counting", {{"rule", choice.rule}}));
  rules::RuleParams params = choice.params;
  params.watcher = &progress;
  Counted out;
  Result<rules::Outcome> outcome = rules::tally(choice.rule, election, params, out.trace);
  if (!outcome) {
    tell(outcome.error(), options_.file);
    return fail(outcome.error());
  }
  out.outcome = std::move(outcome).value();
  return out;
}

}  // namespace stoepkrijt::cli
