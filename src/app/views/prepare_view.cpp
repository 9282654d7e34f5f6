#include "app/views/prepare_view.hpp"

#include <algorithm>

#include "app/views/schouw_words.hpp"
#include "app/views/walk_words.hpp"
#include "model/date.hpp"
#include "schouw/categories.hpp"
#include "schouw/measures.hpp"

namespace stoepkrijt::app {

namespace {

void add_route(PrepareView& v, const State& state, const Lang& lang) {
  v.route_title = lang.tr("prepare.route");
  const std::string length = route_words(lang, v.walk.route);
  v.route_words = length.empty() ? lang.tr("prepare.no_route") : lang.tr("prepare.route_words", {{"length", length}});
  v.route_help = lang.tr("prepare.route_help");
  v.map_name = lang.tr("prepare.map");
  v.map_help = lang.tr("map.help");
  v.attribution = attribution_words(state);
  v.point = lang.tr("prepare.point");
  v.stop = lang.tr("prepare.stop");
  v.undo_point = lang.tr("prepare.undo_point");
  v.from_file = lang.tr("prepare.route_file");
  v.stops_title = lang.count("map.stops", static_cast<std::int64_t>(v.walk.stops.size()));
  v.new_stop = lang.tr("prepare.new_stop", {{"n", std::to_string(v.walk.stops.size() + 1)}});
  v.stop_name = lang.tr("prepare.stop_name");
  v.stop_question = lang.tr("prepare.stop_question");
  v.stop_question_hint = lang.tr("prepare.stop_question_hint");
  v.stop_measures = lang.tr("prepare.stop_measures");
  v.stop_remove = lang.tr("prepare.stop_remove");
  v.stop_up = lang.tr("prepare.stop_up");
  v.stop_down = lang.tr("prepare.stop_down");
  for (const schouw::Measure& m : schouw::measures()) {
    const std::string slug(m.slug);
    v.measures.push_back({slug, lang.tr("measure." + slug + ".name"),  // lang-prefix: measure.
                          std::string(schouw::theme_icon(m.theme))});
  }
}

void add_what(PrepareView& v, const Lang& lang) {
  v.themes_title = lang.tr("prepare.themes");
  v.themes_hint = lang.tr("prepare.themes_hint");
  for (const auto theme : {model::SchouwTheme::kClean, model::SchouwTheme::kIntact, model::SchouwTheme::kSafe,
                           model::SchouwTheme::kTogether}) {
    v.themes.push_back(
        {std::string(schouw::theme_slug(theme)), theme_words(lang, theme), std::string(schouw::theme_icon(theme))});
  }
  v.kinds_title = lang.tr("prepare.kinds");
  v.kinds_hint = lang.tr("prepare.kinds_hint");
  for (const auto kind : {model::SignalKind::kProblem, model::SignalKind::kStrong, model::SignalKind::kIdea}) {
    v.kinds.push_back({"", kind_words(lang, kind), ""});
  }
  v.elsewhere_label = lang.tr("prepare.elsewhere");
  v.elsewhere_hint = lang.tr("prepare.elsewhere_hint");
  std::int64_t topics = 0;
  for (const model::Category& category : v.walk.tree) topics += static_cast<std::int64_t>(category.subs.size());
  v.tree_title = lang.tr("prepare.tree");
  v.tree_words = v.walk.tree.empty()
                     ? lang.count("prepare.tree_plain", static_cast<std::int64_t>(schouw::subthemes().size()))
                     : lang.count("prepare.tree_own", topics,
                                  {{"categories", lang.number(static_cast<std::int64_t>(v.walk.tree.size()))}});
  v.tree_pick = lang.tr("prepare.tree_pick");
  if (!v.walk.tree.empty()) v.tree_plain = lang.tr("prepare.tree_back");
}

void add_who(PrepareView& v, const Lang& lang) {
  v.teams_title = lang.tr("prepare.teams");
  v.teams_hint = lang.tr("prepare.teams_hint");
  v.team_label = lang.tr("prepare.team");
  v.team_add = lang.tr("prepare.team_add");
  v.remove = lang.tr("prepare.remove");
  v.walkers_title = lang.tr("prepare.walkers");
  v.walkers_hint = lang.tr("prepare.walkers_hint");
  v.walker_name = lang.tr("prepare.walker_name");
  v.walker_role = lang.tr("prepare.walker_role");
  v.walker_team = lang.tr("prepare.walker_team");
  v.walker_add = lang.tr("prepare.walker_add");
}

}  // namespace

PrepareView make_prepare_view(const State& state, const Lang& lang) {
  PrepareView v;
  v.page = make_page(state, lang, lang.tr("screen.schouw-maken"), "");
  if (!state.walk_draft) return v;
  v.present = true;
  v.is_new = state.walk_draft->is_new;
  v.walk = state.walk_draft->walk;
  v.intro = lang.tr("prepare.intro");
  v.title_label = lang.tr("prepare.title");
  v.title_hint = lang.tr("prepare.title_hint");
  v.day_title = lang.tr("prepare.day");
  v.day = lang.day_and_year(v.walk.date);
  v.day_less = lang.tr("prepare.day_less");
  v.day_more = lang.tr("prepare.day_more");
  v.day_before = model::moved(v.walk.date, -1);
  v.day_after = model::moved(v.walk.date, 1);
  add_route(v, state, lang);
  add_what(v, lang);
  add_who(v, lang);
  v.save = lang.tr("prepare.save");
  v.drop = lang.tr("prepare.drop");
  v.page = make_page(state, lang, lang.tr(v.is_new ? "screen.schouw-maken" : "prepare.change"), v.intro);
  return v;
}

}  // namespace stoepkrijt::app
