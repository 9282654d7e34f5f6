#include <algorithm>
#include <utility>

#include "app/schouw_rules.hpp"
#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"
#include "ui/screen_walk.hpp"

namespace stoepkrijt::ui {

namespace {

using app::PrepareView;

constexpr std::string_view kPrepareMap = "maken/kaart";

template <class T>
void toggle(std::vector<T>& list, const T& one) {
  const auto at = std::find(list.begin(), list.end(), one);
  if (at == list.end()) {
    list.push_back(one);
  } else {
    list.erase(at);
  }
}

/// Empty stands for all: so the first that is switched off leaves the others on.
template <class T>
void toggle_of_all(std::vector<T>& list, T one, int count) {
  if (list.empty()) {
    for (int i = 0; i < count; ++i) list.push_back(static_cast<T>(i));
  }
  toggle(list, one);
  std::sort(list.begin(), list.end());
  if (static_cast<int>(list.size()) == count) list.clear();
}

void heading(Ui& ui, std::string_view k, std::string_view words) {
  ui.gap(28);
  ui.heading(k, 2, plain(words), TextStyle::kH2);
  ui.gap(8);
}

void hint(Ui& ui, std::string_view k, std::string_view words) {
  ui.text(k, plain(words), TextStyle::kSmall, {.color = Token::kInk2});
  ui.gap(8);
}

void name_and_day(const PrepareView& view, model::Walk& walk, Ui& ui) {
  ui.text_field("maken/titel", walk.title, {.label = view.title_label, .hint = view.title_hint, .required = true});
  ui.gap(16);
  ui.text("maken/dag-kop", plain(view.day_title), TextStyle::kBodyBold);
  ui.gap(6);
  const int step = day_row(ui, "maken/dag", view.day_title, view.day, view.day_less, view.day_more);
  if (step != 0) walk.date = step < 0 ? view.day_before : view.day_after;
}

void route(const PrepareView& view, model::Walk& walk, Ui& ui, MapBoard& maps, app::CommandQueue& out) {
  heading(ui, "maken/route-kop", view.route_title);
  hint(ui, "maken/route-hulp", view.route_help);
  const Rect r = ui.take(340 * unit(ui));
  app::MapRequest request;
  request.key = key(kPrepareMap, "/", view.walk.id);
  const app::MapFeedback& feedback = maps.feedback(request.key);
  request.node = a11y::node_id(kPrepareMap);
  request.area = {r.x, r.y, r.w, r.h};
  request.input = to_input(ui.map_area(kPrepareMap, view.map_name, view.map_help, r));
  request.pin_mode = true;
  request.route = walk.route;
  for (const model::WalkStop& stop : walk.stops) request.stops.push_back(stop.place);
  if (!view.attribution.empty()) ui.map_attribution("maken/bron", view.attribution, r);
  maps.ask(std::move(request));
  ui.gap(12);
  ui.flow(8, [&] {
    if (ui.button("maken/punt", view.point, {.kind = ButtonKind::kSecondary, .small = true, .width = -1})) {
      walk.route.push_back(feedback.centre);
    }
    if (ui.button("maken/stop", view.stop,
                  {.kind = ButtonKind::kSecondary, .icon = icon_by_name("pin"), .small = true, .width = -1})) {
      const std::string& street = feedback.centre_street;
      walk.stops.push_back({street.empty() ? view.new_stop : street, "", feedback.centre, {}});
      walk.route.push_back(feedback.centre);
    }
    if (!walk.route.empty() &&
        ui.button("maken/punt-weg", view.undo_point, {.kind = ButtonKind::kQuiet, .small = true, .width = -1})) {
      walk.route.pop_back();
    }
  });
  ui.gap(8);
  ui.text("maken/route-lengte", plain(view.route_words), TextStyle::kSmall, {.color = Token::kInk2});
  if (ui.link("maken/route-bestand", view.from_file, icon_by_name("file-import"))) {
    out.emplace_back(app::cmd::PickRoute{});
  }
}

/// True when the list itself changed: then the rest of the frame draws nothing of it.
bool stop_card(const PrepareView& view, model::Walk& walk, std::size_t i, Ui& ui) {
  model::WalkStop& stop = walk.stops[i];
  const std::string k = key("maken/stop/", std::to_string(i));
  bool changed = false;
  ui.card(k, {}, [&] {
    const std::string number = std::to_string(i + 1) + ". ";
    ui.text_field(key(k, "/naam"), stop.name, {.label = number + view.stop_name});
    ui.gap(12);
    ui.text_field(key(k, "/vraag"), stop.question, {.label = view.stop_question, .hint = view.stop_question_hint});
    ui.gap(12);
    ui.text(key(k, "/meten-kop"), plain(view.stop_measures), TextStyle::kSmallBold);
    ui.gap(6);
    ui.flow(8, [&] {
      for (const PrepareView::Choice& m : view.measures) {
        const bool on = std::find(stop.measures.begin(), stop.measures.end(), m.slug) != stop.measures.end();
        if (ui.chip(key(k, "/meten/", m.slug), m.words, icon_by_name(m.icon), on)) toggle(stop.measures, m.slug);
      }
    });
    ui.gap(12);
    ui.flow(8, [&] {
      if (i > 0 &&
          ui.button(key(k, "/hoger"), view.stop_up, {.kind = ButtonKind::kQuiet, .small = true, .width = -1})) {
        std::swap(walk.stops[i - 1], walk.stops[i]);
        changed = true;
      }
      if (!changed && i + 1 < walk.stops.size() &&
          ui.button(key(k, "/lager"), view.stop_down, {.kind = ButtonKind::kQuiet, .small = true, .width = -1})) {
        std::swap(walk.stops[i], walk.stops[i + 1]);
        changed = true;
      }
      if (!changed &&
          ui.button(key(k, "/weg"), view.stop_remove,
                    {.kind = ButtonKind::kQuiet, .icon = icon_by_name("trash"), .small = true, .width = -1})) {
        walk.stops.erase(walk.stops.begin() + static_cast<std::ptrdiff_t>(i));
        changed = true;
      }
    });
  });
  ui.gap(12);
  return changed;
}

void stops(const PrepareView& view, model::Walk& walk, Ui& ui) {
  if (walk.stops.empty()) return;
  ui.gap(16);
  ui.heading("maken/stops-kop", 3, plain(view.stops_title), TextStyle::kH3);
  ui.gap(8);
  for (std::size_t i = 0; i < walk.stops.size(); ++i) {
    if (stop_card(view, walk, i, ui)) return;
  }
}

void what(const PrepareView& view, model::Walk& walk, Ui& ui, app::CommandQueue& out) {
  heading(ui, "maken/themas-kop", view.themes_title);
  hint(ui, "maken/themas-hulp", view.themes_hint);
  ui.flow(8, [&] {
    for (std::size_t i = 0; i < view.themes.size(); ++i) {
      const auto theme = static_cast<model::SchouwTheme>(i);
      if (ui.chip(key("maken/thema/", view.themes[i].slug), view.themes[i].words, icon_by_name(view.themes[i].icon),
                  app::takes(walk.themes, theme))) {
        toggle_of_all(walk.themes, theme, 4);
      }
    }
  });
  ui.gap(20);
  ui.heading("maken/soorten-kop", 3, plain(view.kinds_title), TextStyle::kH3);
  ui.gap(4);
  hint(ui, "maken/soorten-hulp", view.kinds_hint);
  ui.flow(8, [&] {
    for (std::size_t i = 0; i < view.kinds.size(); ++i) {
      const auto kind = static_cast<model::SignalKind>(i);
      if (ui.kind_chip(key("maken/soort/", std::to_string(i)), view.kinds[i].words, to_kind(kind),
                       app::takes(walk.kinds, kind))) {
        toggle_of_all(walk.kinds, kind, 3);
      }
    }
  });
  ui.gap(16);
  ui.text_field("maken/elders", walk.elsewhere, {.label = view.elsewhere_label, .hint = view.elsewhere_hint});
  ui.gap(20);
  ui.heading("maken/boom-kop", 3, plain(view.tree_title), TextStyle::kH3);
  ui.gap(4);
  ui.text("maken/boom", plain(view.tree_words));
  for (std::size_t i = 0; i < walk.tree.size(); ++i) {
    model::Category& category = walk.tree[i];
    const std::string k = key("maken/boom/", std::to_string(i));
    ui.gap(12);
    ui.text(key(k, "/naam"), plain(category.name), TextStyle::kSmallBold);
    ui.gap(4);
    ui.region(key(k, "/themas"), Role::kGroup, category.name, [&] {
      ui.flow(8, [&] {
        for (std::size_t t = 0; t < view.themes.size(); ++t) {
          const auto theme = static_cast<model::SchouwTheme>(t);
          if (ui.chip(key(k, "/thema/", view.themes[t].slug), view.themes[t].words, icon_by_name(view.themes[t].icon),
                      category.theme == theme)) {
            category.theme = theme;
          }
        }
      });
    });
  }
  ui.gap(8);
  ui.flow(12, [&] {
    if (ui.link("maken/boom-kies", view.tree_pick, icon_by_name("file-import"))) out.emplace_back(app::cmd::PickTree{});
    if (!view.tree_plain.empty() && ui.link("maken/boom-terug", view.tree_plain)) {
      out.emplace_back(app::cmd::PlainTree{});
    }
  });
}

void teams(const PrepareView& view, model::Walk& walk, Ui& ui) {
  heading(ui, "maken/groepen-kop", view.teams_title);
  hint(ui, "maken/groepen-hulp", view.teams_hint);
  for (std::size_t i = 0; i < walk.teams.size(); ++i) {
    const std::string k = key("maken/groep/", std::to_string(i));
    const std::string before = walk.teams[i];
    const std::string label = view.team_label + " " + std::to_string(i + 1);
    if (ui.text_field(k, walk.teams[i], {.label = label}).changed) {
      for (model::Walker& w : walk.walkers) {
        if (w.team == before) w.team = walk.teams[i];
      }
    }
    if (ui.link(key(k, "/weg"), view.remove + " " + label, icon_by_name("trash"))) {
      walk.teams.erase(walk.teams.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
    ui.gap(8);
  }
  if (ui.link("maken/groep-erbij", view.team_add, icon_by_name("plus"))) walk.teams.emplace_back();
}

void walkers(const PrepareView& view, model::Walk& walk, Ui& ui) {
  ui.gap(20);
  ui.heading("maken/lopers-kop", 3, plain(view.walkers_title), TextStyle::kH3);
  ui.gap(4);
  hint(ui, "maken/lopers-hulp", view.walkers_hint);
  for (std::size_t i = 0; i < walk.walkers.size(); ++i) {
    model::Walker& walker = walk.walkers[i];
    const std::string k = key("maken/loper/", std::to_string(i));
    const std::string number = " " + std::to_string(i + 1);
    ui.grid(2, 150, 12, [&](int column) {
      if (column == 0) ui.text_field(key(k, "/naam"), walker.name, {.label = view.walker_name + number});
      if (column == 1) ui.text_field(key(k, "/rol"), walker.role, {.label = view.walker_role + number});
    });
    if (!walk.teams.empty()) {
      ui.gap(8);
      ui.region(key(k, "/groep"), Role::kGroup, view.walker_team, [&] {
        ui.flow(8, [&] {
          for (const std::string& team : walk.teams) {
            if (team.empty() || !ui.chip(key(k, "/groep/", team), team, 0, walker.team == team)) continue;
            walker.team = walker.team == team ? std::string() : team;
          }
        });
      });
    }
    if (ui.link(key(k, "/weg"), view.remove + " " + view.walker_name + number, icon_by_name("trash"))) {
      walk.walkers.erase(walk.walkers.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
    ui.gap(12);
  }
  if (ui.link("maken/loper-erbij", view.walker_add, icon_by_name("plus"))) walk.walkers.emplace_back();
}

}  // namespace

void draw(const PrepareView& view, PrepareUi& mem, Ui& ui, MapBoard& maps, app::CommandQueue& out) {
  if (!view.present) {
    go(out, app::Screen::kWalks);
    return;
  }
  // What the app changed by itself (a tree from a file) is taken over; what was typed here stays.
  if (!(mem.sent == view.walk)) mem.walk = mem.sent = view.walk;
  round_bar(ui, view.page, view.walk.title, out);
  action_page(
      ui, "maken", view.page.title, 720,
      [&] {
        centred(ui, 720, [&] {
          ui.gap(16);
          ui.text("maken/intro", plain(view.intro));
          ui.gap(16);
          name_and_day(view, mem.walk, ui);
          route(view, mem.walk, ui, maps, out);
          stops(view, mem.walk, ui);
          what(view, mem.walk, ui, out);
          teams(view, mem.walk, ui);
          walkers(view, mem.walk, ui);
          ui.gap(24);
          if (ui.link("maken/weg", view.drop, icon_by_name("trash"))) out.emplace_back(app::cmd::DropWalk{});
          ui.gap(24);
        });
      },
      [&] {
        if (ui.button("maken/bewaar", view.save, {.icon = icon_by_name("check")})) {
          out.emplace_back(app::cmd::ChangeWalk{mem.walk});
          out.emplace_back(app::cmd::SaveWalk{});
        }
      });
  if (!(mem.walk == mem.sent)) {
    mem.sent = mem.walk;
    out.insert(out.begin(), app::cmd::ChangeWalk{mem.walk});
  }
}

}  // namespace stoepkrijt::ui
