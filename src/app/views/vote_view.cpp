#include "app/views/vote_view.hpp"

#include <algorithm>
#include <utility>

#include "app/choice.hpp"
#include "app/views/vote_read_points.hpp"

namespace stoepkrijt::app {

namespace {

/// What one does on this form, as a title: "Kies uw plannen", "Verdeel uw punten".
std::string choose_title(const model::Round* round, const Lang& lang) {
  switch (round == nullptr ? model::VoteMethod::kKnapsack : round->form.method) {
    case model::VoteMethod::kApproval:
    case model::VoteMethod::kKnapsack:
      break;
    case model::VoteMethod::kPoints:
      return lang.tr("vote.title_points");
    case model::VoteMethod::kVouchers:
      return lang.tr("vote.title_vouchers");
    case model::VoteMethod::kRanking:
      return lang.tr("vote.title_ranking");
  }
  return lang.tr("vote.step_title_2");
}

StepBand band_of(int current, const model::Round* round, const Lang& lang) {
  const std::string n = std::to_string(current + 1);
  StepBand band;
  band.current = current;
  band.title = current == 1 ? choose_title(round, lang) : lang.tr("vote.step_title_" + n);
  band.words = lang.tr("vote.step", {{"n", n}});
  band.name = lang.tr("vote.step_name", {{"n", n}, {"title", band.title}});
  return band;
}

NoVote no_vote_of(VoteStatus status, const model::Round* round, const Lang& lang) {
  if (round == nullptr) {
    return {lang.tr("start.no_round_title"), lang.tr("start.no_round"), lang.tr("vote.to_start"),
            Route{Screen::kStart, ""}};
  }
  if (status == VoteStatus::kNeedsCode) {
    return {lang.tr("station.needs_code_title"), lang.tr("station.needs_code"), lang.tr("station.to_code"),
            Route{Screen::kStation, ""}};
  }
  if (status == VoteStatus::kNotYet) {
    return {lang.tr("vote.not_yet_title"), lang.tr("vote.not_yet", {{"day", lang.day(round->opens)}}),
            lang.tr("start.read_plans"), Route{Screen::kPlans, ""}};
  }
  return {lang.tr("vote.closed_title"),
          lang.tr("vote.closed", {{"day", lang.day(round->closes)}, {"result_day", lang.day(round->result_on)}}),
          lang.tr("start.see_result"), Route{Screen::kResult, ""}};
}

/// Says in the view whether voting is possible now; when not, fills the page that tells why. True when it is.
template <class View>
bool fill_whether_open(View& view, const State& state, const model::Round* round, const Lang& lang) {
  const VoteStatus status = round == nullptr ? VoteStatus::kClosed : vote_status(state, *round);
  view.may_vote = round != nullptr && may_vote(status);
  if (!view.may_vote) {
    view.no_vote = no_vote_of(status, round, lang);
    view.page = make_page(state, lang, lang.tr("vote.page"), view.no_vote.title + ". " + view.no_vote.words);
  }
  return view.may_vote;
}

}  // namespace

VoteReadView make_vote_read_view(const State& state, const Lang& lang) {
  VoteReadView view;
  const model::Round* round = current_round(state);
  view.band = band_of(0, round, lang);
  view.heading = lang.tr("vote.read_heading");
  view.button = choose_title(round, lang);
  if (!fill_whether_open(view, state, round, lang)) return view;
  view.points = read_points(state, *round, lang);
  if (vote_status(state, *round) == VoteStatus::kPractice) view.practice = lang.tr("vote.practice");
  std::string read = view.heading + ". ";
  for (const VoteReadView::Point& p : view.points) read += p.title + ". " + p.words + " ";
  view.page = make_page(state, lang, lang.tr("vote.page"), read + view.practice);
  return view;
}

namespace {

std::string choose_button(const VoteChooseView& view, std::int64_t chosen, const Lang& lang) {
  if (view.blank) return lang.tr("vote.choose_blank");
  switch (view.method) {
    case model::VoteMethod::kApproval:
    case model::VoteMethod::kKnapsack:
      break;
    case model::VoteMethod::kPoints:
      return lang.tr("vote.see_points");
    case model::VoteMethod::kVouchers:
      return lang.tr("vote.see_vouchers");
    case model::VoteMethod::kRanking:
      return lang.tr("vote.see_ranking");
  }
  return lang.count("vote.choose_button", chosen);
}

/// The plan's place among the chosen, for the ear.
std::string read_plan(const PlanItem& plan, const model::VoteForm& form, const Lang& lang) {
  std::string words = plan.title + ", " + plan.price;
  if (plan.place > 0) words = lang.number(static_cast<std::int64_t>(plan.place)) + ". " + words;
  if (plan.points > 0) words += ", " + points_words(form, plan.points, lang);
  return words + ". ";
}

void fill_ranked(const State& state, VoteChooseView& view, const Lang& lang) {
  view.ranked_title = lang.tr("vote.your_ranking");
  view.ranked_empty = lang.tr("vote.ranking_empty");
  view.rank_hint = lang.tr("vote.rank_hint");
  view.others_title = lang.tr("vote.other_plans");
  view.up_words = lang.tr("vote.up");
  view.down_words = lang.tr("vote.down");
  for (const std::string& id : state.ballot.chosen) {
    const auto it = std::find_if(view.plans.begin(), view.plans.end(), [&](const PlanItem& p) { return p.id == id; });
    if (it != view.plans.end()) view.ranked.push_back(static_cast<std::size_t>(it - view.plans.begin()));
  }
}

}  // namespace

VoteChooseView make_vote_choose_view(const State& state, const Lang& lang) {
  VoteChooseView view;
  const model::Round* round = current_round(state);
  view.band = band_of(1, round, lang);
  if (!fill_whether_open(view, state, round, lang)) return view;
  view.method = round->form.method;
  std::string read;
  for (const model::Plan& plan : round->plans) {
    view.plans.push_back(plan_item(state, *round, plan, lang));
    read += read_plan(view.plans.back(), round->form, lang);
  }
  for (std::size_t n = 0; n <= view.plans.size(); ++n) {
    view.count_words.push_back(lang.count("plans.count", static_cast<std::int64_t>(n)));
  }
  if (view.method == model::VoteMethod::kRanking) fill_ranked(state, view, lang);
  view.themes = theme_chips(*round, lang);
  view.theme_group = lang.tr("plans.theme_group");
  view.theme_button = lang.tr("vote.theme");
  view.map_button = lang.tr("vote.map");
  view.list_name = lang.tr("vote.list_name");
  view.purse = make_purse(state, *round, lang);
  view.tiles = tiles_of(round->budget).count;
  view.sheet_name = lang.tr(model::gives_points(view.method) ? "vote.sheet_points" : "vote.sheet_name");
  const auto chosen = static_cast<std::int64_t>(state.ballot.chosen.size());
  view.blank = chosen == 0;
  view.button = choose_button(view, chosen, lang);
  view.undo = lang.tr("vote.undo");
  if (state.ballot_undo.empty()) view.undo_reason = lang.tr("vote.undo_none");
  view.nothing_title = lang.tr("plans.nothing_title");
  view.nothing_words = lang.tr("plans.nothing_words");
  view.page = make_page(state, lang, lang.tr("vote.page"), view.band.title + ". " + view.purse.name + " " + read);
  return view;
}

namespace {

/// Amounts and totals of the last look, in the numbers of the form.
void fill_check_numbers(const model::Round& round, const Lang& lang, VoteCheckView& view) {
  const bool points = model::gives_points(view.method);
  for (const PlanItem& plan : view.plans) {
    view.amounts.push_back(points ? points_words(round.form, plan.points, lang) : plan.price);
    view.smalls.push_back(points ? (plan.worth.empty() ? plan.price : plan.worth) : std::string());
  }
  view.together_word = lang.tr("vote.together");
  view.together = view.purse.together;
  const std::string left = view.purse.left_amount;
  switch (view.method) {
    case model::VoteMethod::kKnapsack:
      view.left_words = view.purse.over ? lang.tr("vote.over_words", {{"amount", left}})
                                        : lang.tr("vote.left_words", {{"amount", left}}) + " " + view.purse.tile_words;
      return;
    case model::VoteMethod::kApproval:
      view.left_words = lang.tr("vote.budget_is", {{"amount", lang.money(round.budget)}}) +
                        (view.purse.small.empty() ? "" : " " + view.purse.small);
      return;
    case model::VoteMethod::kRanking:
      view.left_words = lang.tr("vote.ranking_words", {{"amount", lang.money(round.budget)}});
      return;
    case model::VoteMethod::kPoints:
    case model::VoteMethod::kVouchers:
      view.left_words = left + " " + view.purse.left_word + ". " + view.purse.small;
      return;
  }
}

}  // namespace

VoteCheckView make_vote_check_view(const State& state, const Lang& lang) {
  VoteCheckView view;
  const model::Round* round = current_round(state);
  view.band = band_of(2, round, lang);
  view.heading = lang.tr("vote.check_heading");
  if (!fill_whether_open(view, state, round, lang)) return view;
  view.method = round->form.method;
  std::string read;
  for (const std::string& id : state.ballot.chosen) {
    if (const model::Plan* plan = find_plan(*round, id)) {
      view.plans.push_back(plan_item(state, *round, *plan, lang));
      read += read_plan(view.plans.back(), round->form, lang);
    }
  }
  const bool blank = view.plans.empty();
  const bool ranking = view.method == model::VoteMethod::kRanking;
  view.words = blank ? lang.tr("vote.check_blank")
                     : lang.count(ranking ? "vote.check_ranked" : "vote.check_words",
                                  static_cast<std::int64_t>(view.plans.size()));
  view.purse = make_purse(state, *round, lang);
  fill_check_numbers(*round, lang, view);
  view.can_cast = model::validate(make_ballot(state.ballot, round->form), *round).has_value();
  view.note = lang.tr(blank ? "vote.note_blank" : "vote.note");
  view.button = lang.tr(!view.can_cast ? "vote.cast_over" : blank ? "vote.cast_blank" : "vote.cast");
  view.change = lang.tr("vote.change");
  view.page = make_page(state, lang, lang.tr("vote.page"),
                        view.heading + " " + view.words + " " + read + view.left_words + " " + view.note);
  return view;
}

VoteDoneView make_vote_done_view(const State& state, const Lang& lang) {
  VoteDoneView view;
  const model::Round* round = current_round(state);
  view.heading = lang.tr("vote.done_heading");
  view.words = lang.tr("vote.done_words");
  view.honest_title = lang.tr("vote.done_honest_title");
  view.honest_words = lang.tr("vote.done_honest");
  view.next_title = lang.tr("vote.done_next_title");
  const bool practice = round == nullptr || vote_status(state, *round) == VoteStatus::kPractice;
  view.next_words =
      practice ? lang.tr("vote.done_next_practice") : lang.tr("vote.done_next", {{"day", lang.day(round->result_on)}});
  view.home = lang.tr("vote.to_start");
  view.again = lang.tr("vote.done_again");
  view.result = lang.tr("vote.done_result");
  view.page = make_page(state, lang, view.heading, view.words + " " + view.honest_words + " " + view.next_words);
  return view;
}

}  // namespace stoepkrijt::app
