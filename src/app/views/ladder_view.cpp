#include "app/views/ladder_view.hpp"

namespace stoepkrijt::app {

LadderView make_ladder_view(const State& state, const Lang& lang) {
  LadderView view;
  const model::Round* round = current_round(state);
  view.has_round = round != nullptr;
  std::string read;
  view.rungs_name = lang.tr("ladder.rungs_name");
  for (int i = 0; i < 4; ++i) {
    const std::string n = std::to_string(i + 1);
    LadderView::Rung rung{n, lang.tr("ladder.title_" + n), lang.tr("ladder.words_" + n),
                          round != nullptr && static_cast<int>(round->ladder) == i};
    if (rung.current) {
      read += lang.tr("ladder.read_current", {{"title", rung.title}, {"words", rung.words}}) + " ";
      rung.title += lang.tr("ladder.here");
    }
    view.rungs.push_back(std::move(rung));
  }
  if (round != nullptr) {
    view.open_title = lang.tr("ladder.open");
    view.fixed_title = lang.tr("ladder.fixed");
    view.after_title = lang.tr("ladder.after");
    view.after_words = lang.of(round->afterwards);
    view.who_title = lang.tr("start.who");
    view.who_words = lang.of(round->who_may_vote);
    for (const model::Words& w : round->open_points) view.open_points.push_back(lang.of(w));
    for (const model::Words& w : round->fixed_points) view.fixed_points.push_back(lang.of(w));
    read += view.open_title + ": ";
    for (const std::string& w : view.open_points) read += w + ". ";
    read += view.fixed_title + ": ";
    for (const std::string& w : view.fixed_points) read += w + ". ";
    read += view.after_title + ": " + view.after_words;
  }
  view.page = make_page(state, lang, lang.tr("ladder.page"), read);
  return view;
}

}  // namespace stoepkrijt::app
