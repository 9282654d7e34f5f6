#include "app/views/start_view.hpp"

#include "app/count.hpp"
#include "app/station/station.hpp"

namespace stoepkrijt::app {

namespace {

void fill_action(const State& state, const model::Round& round, const Lang& lang, StartView& view) {
  const VoteStatus status = vote_status(state, round);
  view.action_icon = "pencil";
  view.action = Route{Screen::kVoteRead, ""};
  switch (status) {
    case VoteStatus::kPractice:
      view.when = lang.tr("start.when_practice");
      view.practice = lang.tr("start.practice");
      break;
    case VoteStatus::kOpen:
      view.when = lang.tr("start.when_open", {{"day", lang.day(round.closes)}});
      break;
    case VoteStatus::kNeedsCode:
      view.when = lang.tr("start.when_open", {{"day", lang.day(round.closes)}});
      break;
    case VoteStatus::kNotYet:
      view.when = lang.tr("start.when_not_yet", {{"day", lang.day(round.opens)}});
      break;
    case VoteStatus::kClosed:
      view.when =
          lang.tr("start.when_closed", {{"day", lang.day(round.closes)}, {"result_day", lang.day(round.result_on)}});
      break;
    case VoteStatus::kCounted:
      view.when = lang.tr("start.when_counted", {{"day", lang.day(round.result_on)}});
      break;
  }
  if (may_vote(status)) {
    view.action_words = lang.tr(state.ballot.chosen.empty() ? "start.vote" : "start.vote_on");
    if (!state.ballot.chosen.empty()) view.action = Route{Screen::kVoteChoose, ""};
    if (state.voted) {
      view.voted = lang.tr("start.voted");
      view.action_words = lang.tr("start.vote_again");
    }
  } else if (status == VoteStatus::kNeedsCode) {
    view.action_words = lang.tr(station::has_ended(state) ? "station.to_receipt" : "station.to_code");
    view.action = Route{station::has_ended(state) ? Screen::kVoteDone : Screen::kStation, ""};
    if (station::has_ended(state)) view.hand_over = lang.tr("start.hand_over");
  } else if (status == VoteStatus::kNotYet) {
    view.action_words = lang.tr("start.read_plans");
    view.action_icon = "list-details";
    view.action = Route{Screen::kPlans, ""};
  } else {
    view.action_words = lang.tr("start.see_result");
    view.action_icon = "coin-euro";
    view.action = Route{Screen::kResult, ""};
  }
}

void fill_ladder(const model::Round& round, const Lang& lang, StartView& view) {
  view.ladder_step = static_cast<int>(round.ladder);
  const std::string step = std::to_string(view.ladder_step + 1);
  for (const char* n : {"1", "2", "3", "4"})
    view.ladder_words.push_back(lang.tr(std::string("start.ladder_word_") + n));
  view.ladder_title = lang.tr("start.ladder_title_" + step);
  view.ladder_right = lang.tr("start.ladder_right", {{"step", step}});
  view.ladder_name = lang.tr("start.ladder_name", {{"step", step}});
  view.who_title = lang.tr("start.who");
  view.who_words = lang.of(round.who_may_vote);
  view.ladder_link = lang.tr("start.ladder_link");
}

}  // namespace

StartView make_start_view(const State& state, const Lang& lang) {
  StartView view;
  const model::Round* round = current_round(state);
  view.has_round = round != nullptr;
  view.walk_title = lang.tr("start.walk_title");
  const auto signals = static_cast<std::int64_t>(state.dossier == nullptr ? 0 : state.dossier->signals.size());
  view.walk_words = lang.count("start.walk_words", signals);
  view.walk_link = lang.tr("start.walk_link");
  if (round == nullptr) {
    view.intro = lang.tr("start.no_round");
    view.action_words = lang.tr("start.walk_link");
    view.action_icon = "map-2";
    view.action = Route{Screen::kMap, ""};
    view.page = make_page(state, lang, lang.tr("start.no_round_title"), view.intro);
    return view;
  }
  const std::string amount = lang.money(round->budget);
  view.intro = lang.tr("start.intro", {{"amount", amount}});
  view.kiosk_title = lang.tr("start.kiosk_title", {{"amount", amount}});
  fill_action(state, *round, lang, view);
  fill_ladder(*round, lang, view);
  view.plans_title = lang.count("start.plans_title", static_cast<std::int64_t>(round->plans.size()));
  view.plans_words = lang.tr("start.plans_words");
  view.plans_link = lang.tr("start.plans_link");
  const std::int64_t votes = votes_here(state, *round);
  view.result_title = lang.tr("start.result_title");
  view.result_words = votes == 0 && station::round_of(state) != nullptr
                          ? lang.tr("start.result_sealed", {{"day", lang.day(round->result_on)}})
                          : lang.count("start.result_words", votes);
  view.result_link = lang.tr(state.result == nullptr && votes > 0 ? "start.result_link_count" : "start.result_link");
  view.page = make_page(state, lang, lang.of(round->title),
                        lang.tr("start.read", {{"amount", amount}, {"who", view.who_words}}));
  return view;
}

}  // namespace stoepkrijt::app
