#include "rules/compare.hpp"

#include <algorithm>
#include <array>

#include "cli/report.hpp"

namespace stoepkrijt::cli {

namespace {

struct Side {
  Counted counted;
  rules::Summary summary;
};

std::vector<rules::ProjectIndex> difference(const rules::Outcome& of, const rules::Outcome& without) {
  std::vector<rules::ProjectIndex> out;
  for (const rules::ProjectIndex p : of.winners) {
    if (std::find(without.winners.begin(), without.winners.end(), p) == without.winners.end()) out.push_back(p);
  }
  return out;
}

std::string as_json(const rules::Election& election, const Options& options, const std::array<Side, 2>& sides,
                    const rules::Comparison& c) {
  const auto number = [](json::Writer& json, std::string_view key, std::uint64_t value) {
    json.key(key);
    json.integer(static_cast<std::int64_t>(value));
  };
  json::Writer json;
  json.begin_object();
  const auto side = [&](std::string_view key, std::size_t i) {
    json.key(key);
    json.begin_object();
    write_outcome(json, election, options.rules[i], sides[i].counted.outcome, sides[i].summary);
    json.end_object();
  };
  side("a", 0);
  json.key("average_winners_a");
  json.string(c.average_winners_a.to_string());
  json.key("average_winners_b");
  json.string(c.average_winners_b.to_string());
  side("b", 1);
  number(json, "blank", c.blank);
  number(json, "empty_handed_a", c.empty_handed_a);
  number(json, "empty_handed_b", c.empty_handed_b);
  number(json, "equal", c.equal);
  number(json, "more_under_a", c.more_under_a);
  number(json, "more_under_b", c.more_under_b);
  write_ids(json, "only_a", election, difference(sides[0].counted.outcome, sides[1].counted.outcome));
  write_ids(json, "only_b", election, difference(sides[1].counted.outcome, sides[0].counted.outcome));
  json.key("spending");
  json.begin_array();
  for (const rules::CategorySpending& each : c.spending) {
    json.begin_object();
    json.key("a");
    json.string(each.under_a.to_string());
    json.key("b");
    json.string(each.under_b.to_string());
    json.key("category");
    json.string(each.category);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take() + "\n";
}

std::string as_text(const Session& session, const rules::Election& election, const std::array<Side, 2>& sides,
                    const rules::Comparison& c) {
  const auto n = [](std::uint64_t value) { return std::to_string(value); };
  const auto row = [&](std::string_view key, const std::string& a, const std::string& b) {
    return session.tr(key) + ": A " + a + ", B " + b + "\n";
  };
  const rules::Outcome& a = sides[0].counted.outcome;
  const rules::Outcome& b = sides[1].counted.outcome;
  std::string out =
      "A: " + rule_text(session.options().rules[0]) + "\nB: " + rule_text(session.options().rules[1]) + "\n";
  out += row("cli.spent", a.cost.to_string(), b.cost.to_string());
  out += row("cli.number_of_winners", n(a.winners.size()), n(b.winners.size()));
  for (const auto& [key, projects] :
       {std::pair("cli.only_a", difference(a, b)), std::pair("cli.only_b", difference(b, a))}) {
    out += session.tr(key) + ":" + (projects.empty() ? " -\n" : "\n");
    for (const rules::ProjectIndex p : projects) out += "  " + project_text(election.projects[p]) + "\n";
  }
  out += row("cli.better_off", n(c.more_under_a), n(c.more_under_b));
  out += session.tr("cli.equally_off") + ": " + n(c.equal) + "\n";
  out += row("cli.empty_handed", n(c.empty_handed_a), n(c.empty_handed_b));
  out += row("cli.average_winners", c.average_winners_a.to_fixed(2), c.average_winners_b.to_fixed(2));
  for (const rules::CategorySpending& each : c.spending) {
    out += (each.category.empty() ? session.tr("cli.no_category") : each.category) + ": A " + each.under_a.to_string() +
           ", B " + each.under_b.to_string() + "\n";
  }
  return out;
}

}  // namespace

Answer run_compare(const Options& options, const Surroundings& surroundings) {
  Session session(options, surroundings);
  const Result<Loaded> loaded = session.load();
  if (!loaded) return session.failed();
  std::array<Side, 2> sides;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    Result<Counted> counted = session.run(loaded->election, options.rules[i]);
    if (!counted) return session.failed();
    sides[i].counted = std::move(counted).value();
    Result<rules::Summary> summary =
        summarise(loaded->election, options.rules[i].params, sides[i].counted.outcome, sides[i].counted.trace);
    if (!summary) {
      session.tell(summary.error(), options.file);
      return session.failed();
    }
    sides[i].summary = std::move(summary).value();
  }
  const rules::Comparison comparison =
      rules::compare_outcomes(loaded->election, sides[0].counted.outcome, sides[1].counted.outcome);
  return session.done(options.json ? as_json(loaded->election, options, sides, comparison)
                                   : as_text(session, loaded->election, sides, comparison));
}

}  // namespace stoepkrijt::cli
