#include "app/ballots.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "formats/pb/pb.hpp"
#include "model/dossier.hpp"
#include "model/names.hpp"

namespace stoepkrijt::app {

namespace {

using rules::ProjectIndex;

std::string pb_date(const std::string& iso) {
  if (iso.size() != 10) return iso;
  return iso.substr(8, 2) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4);
}

/// The rule's name in the vocabulary of .pb files; rules that it does not know are "unknown".
std::string pb_rule(const model::CountingRule& rule) {
  if (rule.id == "greedy" || rule.id == "greedy-no-skip" || rule.id == "greedy-threshold" ||
      rule.id == "greedy-exclusive") {
    return rule.id;
  }
  if (rule.id != "equal-shares" || !rule.then.empty()) return "unknown";
  const bool compares = !rule.comparison.empty() && rule.comparison != "none";
  if (rule.completion.empty() || rule.completion == "none") {
    return compares ? "equalshares-comparison" : "equalshares";
  }
  if (rule.completion != "add1") return "unknown";
  return compares ? "equalshares/add1-comparison" : "equalshares/add1";
}

using Meta = std::vector<std::pair<std::string, std::string>>;

Meta meta_of(const model::Round& round) {
  const model::VoteForm& form = round.form;
  Meta meta = {{"description", round.title.nl},
               {"instance", round.opens.substr(0, 4)},
               {"unit", round.id},
               {"date_begin", pb_date(round.opens)},
               {"date_end", pb_date(round.closes)},
               {"rule", pb_rule(round.rule)},
               {"language", "nl"},
               {"currency", "EUR"}};
  if (form.most_plans > 0) meta.emplace_back("max_length", std::to_string(form.most_plans));
  if (form.method == model::VoteMethod::kKnapsack) meta.emplace_back("max_sum_cost", round.budget.to_string());
  if (model::gives_points(form.method)) {
    meta.emplace_back("max_sum_points", std::to_string(form.points));
    if (form.most_per_plan > 0) meta.emplace_back("max_points", std::to_string(form.most_per_plan));
  }
  return meta;
}

rules::Project project_of(const model::Plan& plan) {
  rules::Project project;
  project.id = plan.id;
  project.name = plan.title.nl;
  project.cost = plan.cost.to_ratio();
  project.categories = {std::string(model::name_of(plan.theme))};
  project.area = plan.buurt;
  project.cofunding = plan.third_party.to_ratio();
  if (plan.least_cost.cents > 0) project.least_cost = plan.least_cost.to_ratio();
  return project;
}

/// Links between plans as indices; a plan that the round does not have is a broken round, and validation refuses it.
std::vector<ProjectIndex> linked(const std::vector<std::string>& ids,
                                 const std::map<std::string, ProjectIndex, std::less<>>& index) {
  std::vector<ProjectIndex> out;
  for (const std::string& id : ids) {
    if (const auto it = index.find(id); it != index.end()) out.push_back(it->second);
  }
  return out;
}

/// Pots and limits per theme or buurt, as the round's organiser set them.
rules::Constraints constraints_of(const model::Round& round) {
  rules::Constraints out;
  out.part_funding = round.part_funding;
  for (const model::SpendingLimit& limit : round.limits) {
    const bool area = !limit.buurt.empty();
    const std::string name = area ? limit.buurt : std::string(model::name_of(limit.theme));
    if (limit.pot.cents > 0) out.pots.push_back({name, area, limit.pot.to_ratio()});
    if (limit.least.cents == 0 && limit.most.cents == 0) continue;
    rules::CategoryLimit bound;
    bound.name = name;
    bound.area = area;
    if (limit.least.cents > 0) bound.least = limit.least.to_ratio();
    if (limit.most.cents > 0) bound.most = limit.most.to_ratio();
    out.limits.push_back(std::move(bound));
  }
  return out;
}

/// Projects ascending, points beside them; a ranking keeps its order.
Result<rules::Ballot> ballot_of(const model::Ballot& own, bool ranked,
                                const std::map<std::string, ProjectIndex, std::less<>>& index) {
  std::vector<std::pair<ProjectIndex, std::int64_t>> marks;
  for (std::size_t i = 0; i < own.approved.size(); ++i) {
    const auto it = index.find(own.approved[i]);
    if (it == index.end()) {
      return fail(Error(ErrorCode::kUnknownId, "error.ballot_unknown_plan").with("plan", own.approved[i]));
    }
    marks.emplace_back(it->second, i < own.points.size() ? own.points[i] : 0);
  }
  if (!ranked) std::sort(marks.begin(), marks.end());
  rules::Ballot ballot;
  for (const auto& [project, points] : marks) {
    ballot.projects.push_back(project);
    if (!own.points.empty()) ballot.points.push_back(points);
  }
  return ballot;
}

/// Whether a file's ballots are of the round's form: points may be called cumulative or scoring.
bool same_kind(rules::BallotType of_file, rules::BallotType of_round) {
  if (of_file == rules::BallotType::kScoring) of_file = rules::BallotType::kCumulative;
  return of_file == of_round;
}

Result<model::Ballot> own_ballot(const model::Round& round, const rules::Election& election,
                                 const rules::Ballot& ballot) {
  std::vector<std::pair<std::string, std::int64_t>> marks;
  for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
    const std::string& id = election.projects[ballot.projects[i]].id;
    if (std::none_of(round.plans.begin(), round.plans.end(), [&](const model::Plan& p) { return p.id == id; })) {
      return fail(Error(ErrorCode::kUnknownId, "error.ballot_other_round").with("plan", id));
    }
    std::int64_t points = 0;
    if (i < ballot.points.size()) {
      if (ballot.points[i] == 0) continue;  // nothing was given to it
      if (ballot.points[i] % election.points_unit != 0) return fail(ErrorCode::kNotAllowed, "error.points_not_whole");
      points = ballot.points[i] / election.points_unit;
    }
    marks.emplace_back(id, points);
  }
  if (round.form.method != model::VoteMethod::kRanking) std::sort(marks.begin(), marks.end());
  model::Ballot own;
  for (auto& [id, points] : marks) {
    own.approved.push_back(std::move(id));
    if (model::gives_points(round.form.method)) own.points.push_back(points);
  }
  return own;
}

}  // namespace

rules::BallotType ballot_type(model::VoteMethod method) {
  switch (method) {
    case model::VoteMethod::kApproval:
    case model::VoteMethod::kKnapsack:
      return rules::BallotType::kApproval;
    case model::VoteMethod::kPoints:
    case model::VoteMethod::kVouchers:
      return rules::BallotType::kCumulative;
    case model::VoteMethod::kRanking:
      return rules::BallotType::kOrdinal;
  }
  return rules::BallotType::kApproval;
}

Result<rules::Election> election_of(const model::Round& round, const model::Urn& urn) {
  rules::Election election;
  election.type = ballot_type(round.form.method);
  if (model::gives_points(round.form.method)) election.vouchers = round.form.points;
  election.budget = round.budget.to_ratio();
  std::map<std::string, ProjectIndex, std::less<>> index;
  for (const model::Plan& plan : round.plans) {
    index.emplace(plan.id, static_cast<ProjectIndex>(election.projects.size()));
    election.projects.push_back(project_of(plan));
  }
  for (std::size_t p = 0; p < round.plans.size(); ++p) {
    election.projects[p].excludes = linked(round.plans[p].excludes, index);
    election.projects[p].requires_ = linked(round.plans[p].requires_plans, index);
  }
  election.constraints = constraints_of(round);
  for (const model::Urn::Entry& entry : urn.entries) {
    if (entry.count <= 0 || !model::fits_form(entry.ballot, round.form)) continue;
    SK_TRY(ballot, ballot_of(entry.ballot, round.form.method == model::VoteMethod::kRanking, index));
    ballot.count = static_cast<std::uint64_t>(entry.count);
    election.ballots.push_back(std::move(ballot));
  }
  rules::merge_ballots(election);
  return election;
}

Result<std::string> write_ballots(const model::Round& round, const model::Urn& urn) {
  SK_TRY(election, election_of(round, urn));
  return formats::write_pb(formats::make_pb(election, meta_of(round)));
}

Result<model::Urn> read_ballots(const model::Round& round, std::string_view pb) {
  formats::PbReport report;
  SK_TRY(file, formats::read_pb(pb, report));
  const rules::Election& election = file.election;
  if (!same_kind(election.type, ballot_type(round.form.method))) {
    return fail(Error(ErrorCode::kWrongFormat, "error.ballots_other_form"));
  }
  model::Urn urn;
  urn.round_id = round.id;
  for (std::size_t i = 0; i < election.ballots.size(); ++i) {
    SK_TRY(own, own_ballot(round, election, election.ballots[i]));
    if (!model::validate(own, round)) {
      return fail(Error(ErrorCode::kNotAllowed, "error.ballot_breaks_form").with("n", std::to_string(i + 1)));
    }
    urn.add(own, static_cast<std::int64_t>(election.ballots[i].count));
  }
  return urn;
}

}  // namespace stoepkrijt::app
