#include "ui/screen_walk.hpp"

#include <algorithm>
#include <vector>

#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

using app::WalkView;

void facts(const WalkView& view, Ui& ui) {
  ui.heading("schouw/titel", 2, plain(view.title), TextStyle::kH2);
  ui.gap(8);
  ui.flow(8, [&] { ui.label("schouw/stand", to_tone(view.tone), 0, view.label); });
  ui.gap(8);
  ui.icon_line("schouw/dag", icon_by_name("calendar"), Token::kInk2, plain(view.when));
  for (std::size_t i = 0; i < view.facts.size(); ++i) {
    ui.key_value(key("schouw/feit/", std::to_string(i)), view.facts[i].left, view.facts[i].right,
                 i + 1 == view.facts.size());
  }
}

void map(const WalkView& view, Ui& ui, MapBoard& maps) {
  const Rect r = ui.take(220 * unit(ui));
  app::MapRequest request;
  request.key = key("schouw/", view.id);
  request.node = a11y::node_id("schouw/kaart");
  request.area = {r.x, r.y, r.w, r.h};
  request.interactive = false;
  request.markers = view.markers;
  request.walk_id = view.id;
  request.fit_walk = true;
  ui.map_still("schouw/kaart", view.map_name, r);
  if (!view.attribution.empty()) ui.map_attribution("schouw/bron", view.attribution, r);
  maps.ask(std::move(request));
}

/// Not in the sheet with the button: on a phone that would leave half a page to read the rest in.
void beforehand(const WalkView& view, Ui& ui) {
  if (view.before.empty()) return;
  ui.gap(8);
  for (std::size_t i = 0; i < view.before.size(); ++i) {
    ui.gap(8);
    ui.icon_line(key("schouw/vooraf/", std::to_string(i)), icon_by_name(i == 0 ? "device-mobile" : "shield-check"),
                 Token::kInk2, plain(view.before[i]), TextStyle::kSmall);
  }
}

void teams(const WalkView& view, app::WalkForm& form, Ui& ui) {
  if (view.teams.empty()) return;
  ui.gap(20);
  ui.heading("schouw/groep-kop", 2, plain(view.teams_title), TextStyle::kH3);
  ui.gap(8);
  const std::vector<std::string_view> words(view.teams.begin(), view.teams.end());
  const int chosen = ui.radio_cards("schouw/groep", view.teams_title, words, view.team);
  if (chosen >= 0) form.team = view.teams[static_cast<std::size_t>(chosen)];
}

void stops(const WalkView& view, Ui& ui) {
  ui.gap(24);
  ui.heading("schouw/stops-kop", 2, plain(view.stops_title), TextStyle::kH3);
  ui.gap(8);
  if (view.stops.empty()) {
    ui.text("schouw/geen-stops", plain(view.no_stops), TextStyle::kBody, {.color = Token::kInk2});
    return;
  }
  ui.list("schouw/stops", view.stops_title, [&] {
    for (std::size_t i = 0; i < view.stops.size(); ++i) {
      const std::string k = key("schouw/stop/", std::to_string(i));
      const WalkView::Stop& stop = view.stops[i];
      ui.list_item(k, [&] {
        ui.text(key(k, "/naam"), plain(stop.name), TextStyle::kBodyBold);
        if (!stop.question.empty()) ui.text(key(k, "/vraag"), plain(stop.question));
        if (!stop.measures.empty()) {
          ui.text(key(k, "/meten"), plain(stop.measures), TextStyle::kSmall, {.color = Token::kInk2});
        }
        if (!stop.seen.empty()) {
          ui.text(key(k, "/gezien"), plain(stop.seen), TextStyle::kSmall, {.color = Token::kInk2});
        }
      });
      ui.gap(12);
    }
  });
}

void actions_of(const WalkView& view, Ui& ui, app::CommandQueue& out) {
  ui.gap(12);
  ui.heading_row("schouw/acties-kop", 2, view.actions_title, TextStyle::kH3,
                 view.action_list.empty() ? "" : view.actions_count);
  ui.gap(8);
  if (view.action_list.empty()) {
    ui.text("schouw/geen-acties", plain(view.no_actions), TextStyle::kBody, {.color = Token::kInk2});
    return;
  }
  ui.progress("schouw/acties-klaar", view.actions_count, view.actions_done, view.actions, Token::kPos);
  ui.gap(12);
  for (std::size_t i = 0; i < view.action_list.size(); ++i) {
    const WalkView::Action& row = view.action_list[i];
    const std::string k = key("schouw/actie/", row.signal);
    const std::string name = row.title + ". " + row.party + ". " + row.date;
    if (ui.card_button(k, name, {.padding = 14}, [&] {
          ui.text(key(k, "/wat"), plain(std::to_string(i + 1) + ". " + row.title), TextStyle::kBodyBold,
                  {.role = Role::kNone});
          ui.icon_line(key(k, "/wie"), icon_by_name("building"), Token::kInk2, plain(row.party), TextStyle::kSmall,
                       {.role = Role::kNone});
          if (row.date.empty()) return;
          const Token tone = row.done ? Token::kPos : row.late ? Token::kNeg : Token::kInk2;
          ui.icon_line(key(k, "/dag"),
                       icon_by_name(row.done   ? "circle-check"
                                    : row.late ? "alert-triangle"
                                               : "calendar"),
                       tone, plain(row.date), TextStyle::kSmall, {.color = tone, .role = Role::kNone});
        })) {
      go(out, app::Screen::kSignal, row.signal);
    }
    ui.gap(12);
  }
}

void seen(const WalkView& view, Ui& ui, app::CommandQueue& out) {
  ui.gap(12);
  ui.heading("schouw/meldingen-kop", 2, plain(view.signals_title), TextStyle::kH3);
  ui.gap(8);
  if (view.lines.empty()) {
    ui.text("schouw/geen-meldingen", plain(view.no_signals), TextStyle::kBody, {.color = Token::kInk2});
    return;
  }
  ui.card("schouw/meldingen-kaart", {.padding = 0}, [&] {
    ui.list("schouw/meldingen", view.signals_title, [&] {
      for (const app::SignalLine& line : view.lines) {
        ui.list_item(key("schouw/melding/", line.id), [&] {
          if (ui.list_row(key("schouw/melding/", line.id, "/open"), row_of(line, false))) {
            go(out, app::Screen::kSignal, line.id);
          }
        });
      }
    });
  });
}

void comparison(const WalkView& view, Ui& ui) {
  if (view.compare_title.empty()) return;
  ui.gap(24);
  ui.heading("schouw/vergelijk-kop", 2, plain(view.compare_title), TextStyle::kH3);
  ui.gap(4);
  for (std::size_t i = 0; i < view.changes.size(); ++i) {
    const WalkView::Change& row = view.changes[i];
    ui.key_value(key("schouw/vergelijk/", std::to_string(i)), row.words, row.then + " → " + row.now,
                 i + 1 == view.changes.size());
  }
  ui.text("schouw/vergelijk-dagen", plain(view.compare_then + " → " + view.compare_now), TextStyle::kSmall,
          {.color = Token::kInk2});
}

void what_else(const WalkView& view, Ui& ui, app::CommandQueue& out) {
  ui.gap(24);
  ui.card("schouw/meer", {.padding = 16}, [&] {
    if (ui.link_row("schouw/verslag", view.report, icon_by_name("printer"))) go(out, app::Screen::kReport, view.id);
    ui.divider();
    if (ui.link_row("schouw/bewerk", view.edit, icon_by_name("chevron-right"))) {
      out.emplace_back(app::cmd::PrepareWalk{view.id, false});
    }
    ui.divider();
    if (ui.link_row("schouw/nog-eens", view.again, icon_by_name("chevron-right"))) {
      out.emplace_back(app::cmd::PrepareWalk{view.id, true});
    }
    ui.divider();
    if (ui.link_row("schouw/gpx", view.gpx, icon_by_name("route"))) out.emplace_back(app::cmd::ExportWalk{view.id});
    ui.divider();
    if (ui.link_row("schouw/geef-door", view.pass_on, icon_by_name("chevron-right"))) {
      go(out, app::Screen::kExchange);
    }
  });
  ui.gap(12);
  if (ui.link("schouw/weg", view.remove, icon_by_name("trash"))) out.emplace_back(app::cmd::DeleteWalk{view.id});
  ui.gap(16);
}

}  // namespace

void draw(const app::WalksView& view, Ui& ui, app::CommandQueue& out) {
  scrolling_page(ui, "schouwen/rol", view.page, view.intro, 720, out, [&] {
    ui.text("schouwen/intro", plain(view.intro));
    ui.gap(16);
    if (!view.draft.empty()) {
      ui.box("schouwen/concept", Tone::kWarning, icon_by_name("pencil"), view.draft, "", [&] {
        if (ui.link("schouwen/concept/verder", view.draft_button)) {
          out.emplace_back(app::cmd::PrepareWalk{view.draft_id, false});
        }
      });
      ui.gap(16);
    }
    if (view.lines.empty()) ui.empty_state("schouwen/leeg", view.empty_title, view.empty_words);
    ui.list("schouwen/lijst", view.list_name, [&] {
      for (const app::WalksView::Line& line : view.lines) {
        const std::string k = key("schouwen/", line.id);
        ui.list_item(k, [&] {
          const std::string name = line.title + ". " + line.label + ". " + line.words;
          if (ui.card_button(key(k, "/open"), name, {}, [&] {
                ui.text(key(k, "/titel"), plain(line.title), TextStyle::kH3, {.role = Role::kNone});
                ui.gap(6);
                ui.icon_line(key(k, "/stand"), icon_by_name("walk"), Token::kInk2, plain(line.label),
                             TextStyle::kSmallBold, {.role = Role::kNone});
                ui.text(key(k, "/woorden"), plain(line.words), TextStyle::kSmall,
                        {.color = Token::kInk2, .role = Role::kNone});
              })) {
            go(out, app::Screen::kWalk, line.id);
          }
        });
        ui.gap(12);
      }
    });
    ui.gap(8);
    if (ui.button("schouwen/maak", view.make, {.icon = icon_by_name("plus")})) {
      out.emplace_back(app::cmd::PrepareWalk{});
    }
  });
}

void draw(const app::State& state, const app::Lang& lang, app::WalkForm& form, Ui& ui, MapBoard& maps,
          app::CommandQueue& out) {
  if (form.walk != state.route.id) form = {state.route.id, ""};
  const WalkView view = app::make_walk_view(state, lang, form);
  round_bar(ui, view.page, view.title, out);
  if (!view.present) {
    plain_page(ui, "schouw/weg", 720, [&] { ui.empty_state("schouw/weg", view.gone_title, view.gone_words); });
    return;
  }
  action_page(
      ui, "schouw", view.title, 720,
      [&] {
        centred(ui, 720, [&] {
          ui.gap(16);
          facts(view, ui);
          ui.gap(16);
          map(view, ui, maps);
          beforehand(view, ui);
          teams(view, form, ui);
          stops(view, ui);
          actions_of(view, ui, out);
          seen(view, ui, out);
          comparison(view, ui);
          what_else(view, ui, out);
        });
      },
      [&] {
        if (ui.button(
                "schouw/begin", view.start,
                {.icon = icon_by_name("walk"), .disabled = !view.start_reason.empty(), .reason = view.start_reason})) {
          out.emplace_back(app::cmd::StartWalk{view.id, form.team});
        }
      });
}

}  // namespace stoepkrijt::ui
