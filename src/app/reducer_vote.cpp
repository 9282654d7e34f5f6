// Choosing plans, casting a ballot.
#include <algorithm>
#include <memory>

#include "app/choice.hpp"
#include "app/reducer.hpp"
#include "app/station/reduce.hpp"

namespace stoepkrijt::app {

Reducer::AtPlan Reducer::at_plan(std::string_view plan_id) {
  const model::Round* round = current_round(s);
  const model::Plan* plan = round == nullptr ? nullptr : find_plan(*round, plan_id);
  if (plan == nullptr) return {};
  if (s.ballot.round_id != round->id) {
    s.ballot = BallotDraft{round->id, {}};
    s.ballot_undo.clear();
  }
  return {round, plan};
}

/// Says why not, when one step more is too much.
void Reducer::refuse(const AtPlan& at) {
  const std::string why = limit_words(limit_for(s, *at.round, *at.plan), s, *at.round, *at.plan, lang());
  announce(lang().tr("announce.refused", {{"plan", lang().of(at.plan->title)}, {"why", why}}), true);
}

void Reducer::remember_choice() {
  s.ballot_undo.push_back(s.ballot);
  if (s.ballot_undo.size() > kMaxBallotUndo) s.ballot_undo.erase(s.ballot_undo.begin());
}

void Reducer::forget_choice() {
  s.ballot.chosen.clear();
  s.ballot.points.clear();
  s.ballot_undo.clear();
}

/// What the last step did and what is left, in the numbers of the form.
void Reducer::say_choice(const AtPlan& at) {
  const Choice choice = choice_of(s, *at.round);
  const std::string& title = lang().of(at.plan->title);
  switch (at.round->form.method) {
    case model::VoteMethod::kKnapsack:
      return announce(lang().count("announce.left", choice.plans, {{"amount", lang().money(choice.money_left)}}));
    case model::VoteMethod::kApproval:
      return announce(lang().count("announce.together", choice.plans, {{"amount", lang().money(choice.cost)}}));
    case model::VoteMethod::kPoints:
    case model::VoteMethod::kVouchers: {
      const std::string now = points_words(at.round->form, points_on(s.ballot, at.plan->id), lang());
      const std::string left = points_words(at.round->form, choice.points_left, lang());
      return announce(lang().tr("announce.points", {{"plan", title}, {"n", now}, {"left", left}}));
    }
    case model::VoteMethod::kRanking: {
      const auto place = place_of(s.ballot, at.plan->id);
      if (!place) return announce(lang().tr("announce.rank_out", {{"plan", title}}));
      const std::string n = lang().number(static_cast<std::int64_t>(*place) + 1);
      return announce(lang().tr("announce.rank", {{"plan", title}, {"n", n}, {"of", lang().number(choice.plans)}}));
    }
  }
}

void Reducer::on(const cmd::TogglePlan& c) {
  const AtPlan at = at_plan(c.plan_id);
  if (at.plan == nullptr) return;
  const auto place = place_of(s.ballot, c.plan_id);
  if (model::gives_points(at.round->form.method)) return on(cmd::SetPoints{c.plan_id, place ? 0 : 1});
  if (!place && limit_for(s, *at.round, *at.plan) != Limit::kNone) return refuse(at);
  remember_choice();
  auto& chosen = s.ballot.chosen;
  if (place) {
    chosen.erase(chosen.begin() + static_cast<std::ptrdiff_t>(*place));
  } else {
    chosen.push_back(c.plan_id);
  }
  say_choice(at);
  save("draft");
}

void Reducer::on(const cmd::SetPoints& c) {
  const AtPlan at = at_plan(c.plan_id);
  if (at.plan == nullptr || !model::gives_points(at.round->form.method)) return;
  const std::int64_t before = points_on(s.ballot, c.plan_id);
  // More than is possible becomes as much as is possible.
  const std::int64_t n = std::clamp<std::int64_t>(c.points, 0, most_points(s, *at.round, *at.plan));
  if (n == before) return c.points > n ? refuse(at) : void();
  remember_choice();
  const auto place = place_of(s.ballot, c.plan_id);
  if (!place) {
    s.ballot.chosen.push_back(c.plan_id);
    s.ballot.points.push_back(n);
  } else if (n > 0) {
    s.ballot.points[*place] = n;
  } else {
    s.ballot.chosen.erase(s.ballot.chosen.begin() + static_cast<std::ptrdiff_t>(*place));
    s.ballot.points.erase(s.ballot.points.begin() + static_cast<std::ptrdiff_t>(*place));
  }
  say_choice(at);
  save("draft");
}

void Reducer::on(const cmd::MoveRank& c) {
  const AtPlan at = at_plan(c.plan_id);
  if (at.plan == nullptr || at.round->form.method != model::VoteMethod::kRanking) return;
  const auto place = place_of(s.ballot, c.plan_id);
  if (!place) return;
  auto& chosen = s.ballot.chosen;
  const auto last = static_cast<std::ptrdiff_t>(chosen.size()) - 1;
  const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(c.to, 0, last);
  const auto from = static_cast<std::ptrdiff_t>(*place);
  if (to == from) return;
  remember_choice();
  const auto first = chosen.begin();
  if (to < from) {
    std::rotate(first + to, first + from, first + from + 1);
  } else {
    std::rotate(first + from, first + from + 1, first + to + 1);
  }
  say_choice(at);
  save("draft");
}

void Reducer::on(const cmd::UndoChoice&) {
  if (s.ballot_undo.empty()) return;
  s.ballot = tidied(std::move(s.ballot_undo.back()), current_round(s));
  s.ballot_undo.pop_back();
  announce(lang().count("announce.choice_undone", static_cast<std::int64_t>(s.ballot.chosen.size())));
  save("draft");
}

void Reducer::on(const cmd::ClearChoice&) {
  if (s.ballot.chosen.empty()) return;
  remember_choice();
  s.ballot.chosen.clear();
  s.ballot.points.clear();
  save("draft");
}

void Reducer::on(const cmd::CastBallot&) {
  if (s.station != nullptr) {
    if (station::is_voting(s)) station::cast(*this);
    return;
  }
  const model::Round* round = current_round(s);
  if (round == nullptr) return;
  if (round->phase != model::RoundPhase::kOpen) {
    problem(Error(ErrorCode::kNotAllowed, "error.round_not_open"));
    return;
  }
  const model::Ballot ballot = make_ballot(s.ballot, round->form);
  if (auto ok = model::validate(ballot, *round); !ok) {
    problem(std::move(ok).error());
    return;
  }
  auto urn = std::make_shared<model::Urn>(*s.urn);
  urn->round_id = round->id;
  urn->add(ballot);
  s.urn = std::move(urn);
  forget_choice();
  s.result = nullptr;
  s.voted = true;
  save("urn");
  save("draft");
  s.back.clear();  // a cast ballot is final: nobody comes back to it
  go(Route{Screen::kVoteDone, ""}, false);
}

void Reducer::on(const cmd::VoteAgain&) {
  forget_choice();
  s.voted = false;
  s.back.clear();
  save("draft");
  go(Route{Screen::kStart, ""}, false);
}

}  // namespace stoepkrijt::app
