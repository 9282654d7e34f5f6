#include <algorithm>
#include <optional>
#include <set>

#include "base/json.hpp"
#include "base/trim.hpp"
#include "cli/report.hpp"
#include "formats/pb/pb_text.hpp"

namespace stoepkrijt::cli {

namespace {

/// An outcome that somebody published.
struct Published {
  std::vector<std::string> winners;
  std::set<std::string> open;  // carried, but with other money: neither expected nor wrong
  std::optional<Ratio> cost;
};

/// {"winners":["3","9"],"cost":"71500",…}: what `tally --json` prints, or any object with these members.
Result<Published> read_result(std::string_view bytes) {
  SK_TRY(document, json::Document::parse(bytes));
  Published out;
  SK_TRY(winners, document.root().get("winners"));
  SK_TRY_VOID(winners.expect(json::Type::kArray));
  std::set<std::string> seen;
  for (const json::Cursor each : winners) {
    SK_TRY(id, each.string());
    if (!seen.emplace(id).second) return fail(each.error(ErrorCode::kDuplicateId, "error.duplicate_project"));
    out.winners.emplace_back(id);
  }
  if (const auto cost = document.root().find("cost")) {
    SK_TRY(text, cost->is(json::Type::kNumber) ? cost->number_text() : cost->string());
    Result<Ratio> amount = Ratio::parse_decimal(text);
    if (!amount) return fail(cost->error(amount.error().code, "error.not_a_number").with("value", text.substr(0, 40)));
    out.cost = std::move(amount).value();
  }
  return out;
}

/// The column `selected`: 1 is carried by the vote; 2 and 3 are carried with other money, or later.
Result<Published> read_selected(const Loaded& loaded) {
  Published out;
  bool said = false;
  for (std::size_t p = 0; p < loaded.selected.size(); ++p) {
    const std::string_view cell = trimmed(loaded.selected[p]);
    said = said || !cell.empty();
    if (cell == "1") out.winners.push_back(loaded.election.projects[p].id);
    if (cell == "2" || cell == "3") out.open.insert(loaded.election.projects[p].id);
  }
  if (!said) return fail(Error(ErrorCode::kMissing, "error.no_selected").with("field", "selected"));
  return out;
}

struct Verdict {
  std::vector<std::string> missing;     // published, but not in the recount
  std::vector<std::string> unexpected;  // in the recount, but not published
  bool cost_differs = false;

  [[nodiscard]] bool holds() const { return missing.empty() && unexpected.empty() && !cost_differs; }
};

Verdict judge(const rules::Election& election, const rules::Outcome& outcome, const Published& published) {
  std::set<std::string_view> counted;
  for (const rules::ProjectIndex p : outcome.winners) counted.insert(election.projects[p].id);
  const std::set<std::string_view> expected(published.winners.begin(), published.winners.end());
  Verdict out;
  for (const std::string_view id : expected) {
    if (!counted.contains(id)) out.missing.emplace_back(id);
  }
  for (const std::string_view id : counted) {
    if (!expected.contains(id) && !published.open.contains(std::string(id))) out.unexpected.emplace_back(id);
  }
  out.cost_differs = published.cost && *published.cost != outcome.cost;
  return out;
}

void write_texts(json::Writer& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key);
  json.begin_array();
  for (const std::string& each : texts) json.string(each);
  json.end_array();
}

std::string as_json(const Options& options, const rules::Election& election, const rules::Outcome& outcome,
                    const Published& published, const Verdict& verdict) {
  json::Writer json;
  json.begin_object();
  json.key("cost");
  json.string(outcome.cost.to_string());
  if (published.cost) {
    json.key("expected_cost");
    json.string(published.cost->to_string());
  }
  json.key("holds");
  json.boolean(verdict.holds());
  write_texts(json, "missing", verdict.missing);
  json.key("rule");
  json.string(options.rules.front().rule);
  write_texts(json, "unexpected", verdict.unexpected);
  write_ids(json, "winners", election, outcome.winners);
  json.end_object();
  return json.take() + "\n";
}

std::string as_text(const Session& session, const rules::Election& election, const rules::Outcome& outcome,
                    const Published& published, const Verdict& verdict) {
  std::string out = session.tr(verdict.holds() ? "cli.holds" : "cli.holds_not") + "\n";
  out += session.tr("cli.rule") + ": " + rule_text(session.options().rules.front()) + "\n";
  const auto name = [&](const std::string& id) {
    for (const rules::Project& project : election.projects) {
      if (project.id == id) return project_text(project);
    }
    return id;
  };
  for (const std::string& id : verdict.missing) out += session.tr("cli.missing", {{"project", name(id)}}) + "\n";
  for (const std::string& id : verdict.unexpected) out += session.tr("cli.unexpected", {{"project", name(id)}}) + "\n";
  if (verdict.cost_differs) {
    out += session.tr("cli.cost_differs",
                      {{"counted", outcome.cost.to_string()}, {"published", published.cost->to_string()}}) +
           "\n";
  }
  return out;
}

}  // namespace

Answer run_verify(const Options& options, const Surroundings& surroundings) {
  Session session(options, surroundings);
  const Result<Loaded> loaded = session.load();
  if (!loaded) return session.failed();
  Published published;
  if (options.expect_selected) {
    Result<Published> read = read_selected(*loaded);
    if (!read) {
      session.tell(read.error(), options.file);
      return session.failed();
    }
    published = std::move(read).value();
  } else {
    const Result<std::string> bytes = session.read_file(options.expect);
    if (!bytes) return session.failed();
    Result<Published> read = read_result(*bytes);
    if (!read) {
      session.tell(read.error(), options.expect);
      return session.failed();
    }
    published = std::move(read).value();
  }
  const Result<Counted> counted = session.run(loaded->election, options.rules.front());
  if (!counted) return session.failed();
  const Verdict verdict = judge(loaded->election, counted->outcome, published);
  return session.done(options.json ? as_json(options, loaded->election, counted->outcome, published, verdict)
                                   : as_text(session, loaded->election, counted->outcome, published, verdict),
                      verdict.holds() ? kDone : kDiffers);
}

}  // namespace stoepkrijt::cli
