// From a signal to an idea, from an idea to a plan of the next round: what is filled in is kept on the device, and
// comes into the dossier when it is saved.
#include <algorithm>
#include <utility>

#include "app/reducer.hpp"
#include "app/views/round_words.hpp"

namespace stoepkrijt::app {

void Reducer::on(const cmd::MakeIdea& c) {
  const model::Signal* from = find_signal(*s.dossier, c.signal);
  if (from == nullptr || !begin_tag({model::SignalKind::kIdea, from->place, model::PlacedBy::kPin})) return;
  s.tag->signal.theme = from->theme;
  s.tag->signal.comes_from = c.signal;
  save("draft");
}

void Reducer::on(const cmd::PreparePlan& c) {
  const model::Round* round = next_round(s);
  const model::Plan* there = round == nullptr ? nullptr : find_plan(*round, c.plan);
  const model::Signal* idea = find_signal(*s.dossier, c.idea);
  const auto same = [&](const PlanDraft& draft) {
    if (there != nullptr) return !draft.is_new && draft.plan.id == there->id;
    return draft.is_new &&
           draft.plan.comes_from == (idea == nullptr ? std::vector<std::string>() : std::vector{idea->id});
  };
  // What was being made is not thrown away for the same one.
  if (!s.plan_draft || !same(*s.plan_draft)) {
    PlanDraft draft;
    if (there != nullptr) {
      draft = {*there, false};
    } else if (idea != nullptr) {
      draft.plan = plan_of(*idea, fresh_id());
    } else {
      draft.plan.id = fresh_id();
      draft.plan.icon = theme_icon(draft.plan.theme);
    }
    s.plan_draft = std::move(draft);
    save("plan-draft");
  }
  go(Route{Screen::kPlanning, ""});
}

void Reducer::on(const cmd::ChangePlan& c) {
  if (!s.plan_draft || c.plan.id != s.plan_draft->plan.id || c.plan == s.plan_draft->plan) return;
  s.plan_draft->plan = c.plan;
  save("plan-draft");
}

RecordEdit<model::Round> Reducer::next_round_edit() {
  if (const model::Round* round = next_round(s)) return {*round, *round};
  return {{}, round_after(current_round(s), fresh_id(), iso_day(s.device.now_ms, s.device.offset_minutes))};
}

void Reducer::on(const cmd::SavePlan&) {
  if (!s.plan_draft) return;
  model::Plan plan = s.plan_draft->plan;
  if (plan.title.nl.empty()) return problem(Error(ErrorCode::kEmpty, "error.plan_without_title"), "problem.safe_form");
  if (plan.cost.cents <= 0) return problem(Error(ErrorCode::kEmpty, "error.plan_without_cost"), "problem.safe_form");
  RecordEdit<model::Round> change = next_round_edit();
  std::vector<model::Plan>& plans = change.after->plans;
  const auto at = std::find_if(plans.begin(), plans.end(), [&](const model::Plan& p) { return p.id == plan.id; });
  const bool is_new = at == plans.end();
  if (is_new) {
    plans.push_back(std::move(plan));
  } else {
    *at = std::move(plan);
  }
  if (auto ok = model::validate(*change.after); !ok) {
    problem(std::move(ok).error(), "problem.safe_form");
    return;
  }
  if (change.before != change.after && !edit({std::move(change)}, is_new ? "undo.plan_added" : "undo.plan_changed")) {
    return;
  }
  s.plan_draft.reset();
  save("plan-draft");
  std::erase_if(s.back, [](const Route& r) { return r.screen == Screen::kPlanning || r.screen == Screen::kNextRound; });
  go(Route{Screen::kNextRound, ""}, false);
  toast("toast.plan_saved", true, true);
}

void Reducer::on(const cmd::DropPlan&) {
  if (s.plan_draft) s.dialog = Dialog{Dialog::Kind::kDropPlan, ""};
}

void Reducer::drop_plan() {
  s.plan_draft.reset();
  save("plan-draft");
  std::erase_if(s.back, [](const Route& r) { return r.screen == Screen::kPlanning; });
  go(Route{Screen::kNextRound, ""}, false);
}

void Reducer::on(const cmd::DeletePlan& c) {
  const model::Round* round = next_round(s);
  if (round != nullptr && find_plan(*round, c.id) != nullptr) s.dialog = Dialog{Dialog::Kind::kDeletePlan, c.id};
}

void Reducer::delete_plan(const std::string& id) {
  const model::Round* round = next_round(s);
  if (round == nullptr) return;
  model::Round after = *round;
  std::erase_if(after.plans, [&](const model::Plan& plan) { return plan.id == id; });
  for (model::Plan& plan : after.plans) {
    std::erase(plan.excludes, id);
    std::erase(plan.requires_plans, id);
  }
  if (s.plan_draft && s.plan_draft->plan.id == id) {
    s.plan_draft.reset();
    save("plan-draft");
  }
  if (!edit({RecordEdit<model::Round>{*round, std::move(after)}}, "undo.plan_deleted")) return;
  std::erase_if(s.back, [](const Route& r) { return r.screen == Screen::kPlanning; });
  go(Route{Screen::kNextRound, ""}, false);
  toast("toast.deleted", true, true);
}

void Reducer::on(const cmd::SetNextRound& c) {
  RecordEdit<model::Round> change = next_round_edit();
  model::Round& round = *change.after;
  round.title = c.title;
  round.budget = c.budget;
  round.opens = c.opens;
  round.closes = c.closes;
  round.result_on = c.result_on;
  if (change.before == change.after) return;
  if (auto ok = model::validate(round); !ok) return problem(std::move(ok).error());
  if (edit({std::move(change)}, "undo.next_round")) toast("toast.next_round", true, true);
}

void Reducer::on(const cmd::SetRoundWords& c) {
  RecordEdit<model::Round> change = next_round_edit();
  model::Round& round = *change.after;
  round.ladder = c.ladder;
  round.who_may_vote = reworded(round.who_may_vote, c.who_may_vote, c.lang);
  round.open_points = points_of(c.open_points, round.open_points, c.lang);
  round.fixed_points = points_of(c.fixed_points, round.fixed_points, c.lang);
  round.afterwards = reworded(round.afterwards, c.afterwards, c.lang);
  if (change.before == change.after) return;
  if (auto ok = model::validate(round); !ok) return problem(std::move(ok).error());
  if (edit({std::move(change)}, "undo.round_words")) toast("toast.round_words", true, true);
}

}  // namespace stoepkrijt::app
