#include "ballotbox/by_hand.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "model/dossier.hpp"

namespace stoepkrijt::ballotbox {

namespace {

struct Typed {
  std::vector<const model::Ballot*> first;
  std::vector<const model::Ballot*> second;
};

using ByNumber = std::map<std::int64_t, Typed>;

ByNumber by_number(const std::vector<PaperBallot>& first, const std::vector<PaperBallot>& second) {
  ByNumber out;
  for (const PaperBallot& paper : first) out[paper.number].first.push_back(&paper.ballot);
  for (const PaperBallot& paper : second) out[paper.number].second.push_back(&paper.ballot);
  return out;
}

}  // namespace

std::vector<PaperDifference> compare(const std::vector<PaperBallot>& first, const std::vector<PaperBallot>& second) {
  using Why = PaperDifference::Why;
  std::vector<PaperDifference> out;
  for (const auto& [number, typed] : by_number(first, second)) {
    if (typed.first.size() > 1 || typed.second.size() > 1) {
      out.push_back({number, Why::kTwice});
    } else if (typed.second.empty()) {
      out.push_back({number, Why::kOnlyFirst});
    } else if (typed.first.empty()) {
      out.push_back({number, Why::kOnlySecond});
    } else if (*typed.first[0] != *typed.second[0]) {
      out.push_back({number, Why::kDiffers});
    }
  }
  return out;
}

Result<model::Urn> urn_of_paper(const std::vector<PaperBallot>& first, const std::vector<PaperBallot>& second,
                                const model::Round& round) {
  const std::size_t differences = compare(first, second).size();
  if (differences > 0) {
    return fail(Error(ErrorCode::kNotAllowed, "error.paper_differs").with("n", std::to_string(differences)));
  }
  model::Urn urn;
  urn.round_id = round.id;
  for (const PaperBallot& paper : first) {
    if (Result<void> valid = model::validate(paper.ballot, round); !valid) {
      return fail(std::move(valid).error().with("number", std::to_string(paper.number)));
    }
    urn.add(paper.ballot);
  }
  return urn;
}

bool counts_totals(std::string_view rule_id) {
  constexpr std::array<std::string_view, 4> kRules{"greedy", "greedy-exclusive", "greedy-no-skip", "greedy-threshold"};
  return std::find(kRules.begin(), kRules.end(), rule_id) != kRules.end();
}

Result<model::Urn> urn_of_totals(const MeetingTotals& totals, const model::Round& round) {
  if (!counts_totals(round.rule.id)) {
    return fail(Error(ErrorCode::kNotAllowed, "error.meeting_rule").with("rule", round.rule.id));
  }
  if (round.form.method != model::VoteMethod::kApproval || round.form.most_plans > 0) {
    return fail(ErrorCode::kNotAllowed, "error.meeting_form");
  }
  if (totals.people < 0 || totals.people > kMostPeople) return fail(ErrorCode::kNotAllowed, "error.meeting_people");
  for (std::size_t i = 0; i < totals.totals.size(); ++i) {
    const PlanTotal& total = totals.totals[i];
    const bool known = std::any_of(round.plans.begin(), round.plans.end(),
                                   [&total](const model::Plan& plan) { return plan.id == total.plan; });
    if (!known) return fail(Error(ErrorCode::kUnknownId, "error.meeting_plan").with("plan", total.plan));
    if (total.votes < 0 || total.votes > totals.people) {
      return fail(Error(ErrorCode::kNotAllowed, "error.meeting_votes").with("plan", total.plan));
    }
    if (i > 0 && totals.totals[i - 1].plan >= total.plan) {
      return fail(Error(ErrorCode::kDuplicateId, "error.meeting_twice").with("plan", total.plan));
    }
  }
  model::Urn urn;
  urn.round_id = round.id;
  for (std::int64_t person = 0; person < totals.people; ++person) {
    model::Ballot ballot;
    for (const PlanTotal& total : totals.totals) {
      if (person < total.votes) ballot.approved.push_back(total.plan);
    }
    urn.add(ballot);
  }
  return urn;
}

}  // namespace stoepkrijt::ballotbox
