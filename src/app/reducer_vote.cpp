// Choosing plans, casting a ballot, counting.
#include <algorithm>
#include <memory>

#include "app/count.hpp"
#include "app/reducer.hpp"

namespace stoepkrijt::app {

void Reducer::on(const cmd::TogglePlan& c) {
  const model::Round* round = current_round(s);
  if (round == nullptr) return;
  const model::Plan* plan = find_plan(*round, c.plan_id);
  if (plan == nullptr) return;
  if (s.ballot.round_id != round->id) s.ballot = BallotDraft{round->id, {}};
  auto& chosen = s.ballot.chosen;
  if (const auto it = std::find(chosen.begin(), chosen.end(), c.plan_id); it != chosen.end()) {
    chosen.erase(it);
  } else {
    const Result<Money> sum = chosen_cost(s).plus(plan->cost);
    if (!sum || *sum > round->budget) {
      const Money over = sum ? Money{sum->cents - round->budget.cents} : plan->cost;
      announce(lang().tr("announce.does_not_fit", {{"plan", lang().of(plan->title)}, {"amount", lang().money(over)}}),
               true);
      return;
    }
    chosen.push_back(c.plan_id);
  }
  const Money left{round->budget.cents - chosen_cost(s).cents};
  announce(lang().count("announce.left", static_cast<std::int64_t>(chosen.size()), {{"amount", lang().money(left)}}));
  save("draft");
}

void Reducer::on(const cmd::ClearChoice&) {
  s.ballot.chosen.clear();
  save("draft");
}

void Reducer::on(const cmd::CastBallot&) {
  const model::Round* round = current_round(s);
  if (round == nullptr) return;
  if (round->phase != model::RoundPhase::kOpen) {
    problem(Error(ErrorCode::kNotAllowed, "error.round_not_open"));
    return;
  }
  model::Ballot ballot{s.ballot.chosen};
  std::sort(ballot.approved.begin(), ballot.approved.end());
  if (auto ok = model::validate(ballot, *round); !ok) {
    problem(std::move(ok).error());
    return;
  }
  auto urn = std::make_shared<model::Urn>(*s.urn);
  urn->round_id = round->id;
  urn->add(ballot);
  s.urn = std::move(urn);
  s.ballot.chosen.clear();
  s.result = nullptr;
  s.voted = true;
  save("urn");
  save("draft");
  s.back.clear();  // a cast ballot is final: nobody comes back to it
  go(Route{Screen::kVoteDone, ""}, false);
}

void Reducer::on(const cmd::VoteAgain&) {
  s.ballot.chosen.clear();
  s.voted = false;
  s.back.clear();
  save("draft");
  go(Route{Screen::kStart, ""}, false);
}

void Reducer::on(const cmd::ChooseRule& c) {
  if (s.rule == c.rule) return;
  s.rule = c.rule;
  s.result = nullptr;
  on(cmd::Count{});
}

void Reducer::on(const cmd::Count&) {
  const model::Round* round = current_round(s);
  if (round == nullptr || s.result != nullptr) return;
  auto result = count_round(*round, *s.urn, s.rule);
  if (!result) {
    problem(std::move(result).error());
    return;
  }
  s.result = std::move(result).value();
}

}  // namespace stoepkrijt::app
