#include <algorithm>

#include "app/views/walk_view.hpp"
#include "app/views/walk_words.hpp"

namespace stoepkrijt::app {

WalksView make_walks_view(const State& state, const Lang& lang) {
  WalksView v;
  const model::Dossier& d = *state.dossier;
  const std::string today = today_of(state);
  std::vector<const model::Walk*> walks;
  for (const model::Walk& walk : d.walks) walks.push_back(&walk);
  std::stable_sort(walks.begin(), walks.end(), [&](const model::Walk* a, const model::Walk* b) {
    const bool a_comes = a->date >= today;
    const bool b_comes = b->date >= today;
    if (a_comes != b_comes) return a_comes;
    return a_comes ? a->date < b->date : a->date > b->date;
  });
  std::string spoken;
  for (const model::Walk* walk : walks) {
    WalksView::Line line;
    line.id = walk->id;
    line.title = walk->title;
    const WalkLabel label = walk_label(state, lang, *walk);
    line.label = label.words;
    line.tone = label.tone;
    const auto seen = std::count_if(d.signals.begin(), d.signals.end(),
                                    [&](const model::Signal& s) { return s.walk_id == walk->id; });
    line.words =
        lang.tr("walks.line", {{"day", lang.day_and_year(walk->date)},
                               {"stops", lang.count("map.stops", static_cast<std::int64_t>(walk->stops.size()))},
                               {"signals", lang.count("map.signals", seen)}});
    spoken += line.title + ". " + line.label + ". " + line.words + ". ";
    v.lines.push_back(std::move(line));
  }
  v.list_name = lang.tr("screen.schouwen");
  v.intro = lang.tr("walks.intro");
  v.empty_title = lang.tr("walks.none_title");
  v.empty_words = lang.tr("walks.none_words");
  v.make = lang.tr("walks.make");
  if (state.walk_draft) {
    v.draft = lang.tr("walks.draft");
    v.draft_button = lang.tr("walks.draft_button");
    if (!state.walk_draft->is_new) v.draft_id = state.walk_draft->walk.id;
  }
  v.page = make_page(state, lang, lang.tr("screen.schouwen"), v.intro + " " + spoken);
  return v;
}

}  // namespace stoepkrijt::app
