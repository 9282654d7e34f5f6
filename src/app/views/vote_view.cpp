#include "app/views/vote_view.hpp"

#include <utility>

namespace stoepkrijt::app {

namespace {

StepBand band_of(int current, const Lang& lang) {
  const std::string n = std::to_string(current + 1);
  StepBand band;
  band.current = current;
  band.title = lang.tr("vote.step_title_" + n);
  band.words = lang.tr("vote.step", {{"n", n}});
  band.name = lang.tr("vote.step_name", {{"n", n}, {"title", band.title}});
  return band;
}

NoVote no_vote_of(VoteStatus status, const model::Round* round, const Lang& lang) {
  if (round == nullptr) {
    return {lang.tr("start.no_round_title"), lang.tr("start.no_round"), lang.tr("vote.to_start"),
            Route{Screen::kStart, ""}};
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
  view.band = band_of(0, lang);
  view.heading = lang.tr("vote.read_heading");
  view.button = lang.tr("vote.read_button");
  const model::Round* round = current_round(state);
  if (!fill_whether_open(view, state, round, lang)) return view;
  const std::string budget = lang.money(round->budget);
  const std::string tile = lang.money(tiles_of(round->budget).each);
  view.points = {
      {"coin-euro", lang.tr("vote.point_money", {{"amount", budget}}),
       lang.count("vote.point_money_words", static_cast<std::int64_t>(round->plans.size()))},
      {"plus", lang.tr("vote.point_tile", {{"amount", tile}}), lang.tr("vote.point_tile_words")},
      {"lock", lang.tr("vote.point_secret"), lang.tr("vote.point_secret_words")},
      {"mail-check", lang.tr("vote.point_final"), lang.tr("vote.point_final_words")},
      {"circle", lang.tr("vote.point_blank"), lang.tr("vote.point_blank_words")},
  };
  if (vote_status(state, *round) == VoteStatus::kPractice) view.practice = lang.tr("vote.practice");
  std::string read = view.heading + ". ";
  for (const VoteReadView::Point& p : view.points) read += p.title + ". " + p.words + " ";
  view.page = make_page(state, lang, lang.tr("vote.page"), read + view.practice);
  return view;
}

VoteChooseView make_vote_choose_view(const State& state, const Lang& lang) {
  VoteChooseView view;
  view.band = band_of(1, lang);
  const model::Round* round = current_round(state);
  if (!fill_whether_open(view, state, round, lang)) return view;
  std::string read;
  for (const model::Plan& plan : round->plans) {
    view.plans.push_back(plan_item(state, *round, plan, lang));
    read += view.plans.back().title + ", " + view.plans.back().price + ". ";
  }
  for (std::size_t n = 0; n <= view.plans.size(); ++n) {
    view.count_words.push_back(lang.count("plans.count", static_cast<std::int64_t>(n)));
  }
  view.themes = theme_chips(*round, lang);
  view.theme_group = lang.tr("plans.theme_group");
  view.theme_button = lang.tr("vote.theme");
  view.map_button = lang.tr("vote.map");
  view.list_name = lang.tr("vote.list_name");
  view.purse = make_purse(state, *round, lang);
  view.sheet_name = lang.tr("vote.sheet_name");
  const auto chosen = static_cast<std::int64_t>(state.ballot.chosen.size());
  view.blank = chosen == 0;
  view.button = view.blank ? lang.tr("vote.choose_blank") : lang.count("vote.choose_button", chosen);
  view.nothing_title = lang.tr("plans.nothing_title");
  view.nothing_words = lang.tr("plans.nothing_words");
  view.page = make_page(state, lang, lang.tr("vote.page"), view.band.title + ". " + view.purse.name + " " + read);
  return view;
}

VoteCheckView make_vote_check_view(const State& state, const Lang& lang) {
  VoteCheckView view;
  view.band = band_of(2, lang);
  view.heading = lang.tr("vote.check_heading");
  const model::Round* round = current_round(state);
  if (!fill_whether_open(view, state, round, lang)) return view;
  std::string read;
  for (const std::string& id : state.ballot.chosen) {
    if (const model::Plan* plan = find_plan(*round, id)) {
      view.plans.push_back(plan_item(state, *round, *plan, lang));
      read += view.plans.back().title + ", " + view.plans.back().price + ". ";
    }
  }
  const bool blank = view.plans.empty();
  view.words = blank ? lang.tr("vote.check_blank")
                     : lang.count("vote.check_words", static_cast<std::int64_t>(view.plans.size()));
  view.together_word = lang.tr("vote.together");
  view.purse = make_purse(state, *round, lang);
  view.can_cast = !view.purse.over;
  view.left_words =
      view.purse.over ? lang.tr("vote.over_words", {{"amount", view.purse.left_amount}})
                      : lang.tr("vote.left_words", {{"amount", view.purse.left_amount}}) + " " + view.purse.tile_words;
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
