#include "ui/screen_signals.hpp"

#include <algorithm>

#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

void draw(const app::SignalsView& view, SignalsUi& mem, Ui& ui, const app::State& state, app::CommandQueue& out) {
  scrolling_page(ui, "meldingen/rol", view.page, view.count, 720, out, [&] {
    mem.search = view.search_value;
    if (ui.search_field("meldingen/zoek", mem.search, {.label = view.search_label, .icon = icon_by_name("search")})
            .changed) {
      out.emplace_back(app::cmd::SetSearch{mem.search});
      mem.most = app::kLinesOfAPage;
    }
    ui.gap(12);
    ui.flow(8, [&] {
      for (std::size_t i = 0; i < view.filters.size(); ++i) {
        const auto& f = view.filters[i];
        if (!ui.kind_chip(key("meldingen/filter/", std::to_string(i)), f.words, to_kind(f.kind), f.on)) continue;
        app::MapFilter next = state.filter;
        if (i == 0) next.problems = !next.problems;
        if (i == 1) next.strong = !next.strong;
        if (i == 2) next.ideas = !next.ideas;
        out.emplace_back(app::cmd::SetFilter{next});
      }
    });
    ui.gap(4);
    ui.flow(12, [&] {
      if (ui.link("meldingen/kies", view.filter_button, icon_by_name("filter"))) go(out, app::Screen::kFilter);
      if (ui.link("meldingen/dubbel", view.doubles_button, icon_by_name("copy"))) go(out, app::Screen::kDoubles);
    });
    ui.gap(8);
    ui.heading_row("meldingen/aantal", 2, view.count, TextStyle::kH3, view.sort_words);
    ui.gap(8);
    if (view.lines.empty()) {
      ui.empty_state("meldingen/leeg", view.empty_title, view.empty_words);
    } else {
      ui.card("meldingen/kaart", {.padding = 0}, [&] {
        ui.list("meldingen/lijst", view.title, [&] {
          for (const app::SignalLine& line : view.lines) {
            ui.list_item(key("meldingen/", line.id), [&] {
              if (ui.list_row(key("meldingen/", line.id, "/open"), row_of(line, state.selected == line.id))) {
                out.emplace_back(app::cmd::GoTo{{app::Screen::kSignal, line.id}});
              }
            });
          }
        });
      });
    }
    if (!view.some.empty()) {
      ui.gap(12);
      ui.text("meldingen/hoeveel", plain(view.some), TextStyle::kSmall, {.color = Token::kInk2});
    }
    if (!view.more.empty()) {
      ui.gap(8);
      if (ui.button("meldingen/meer", view.more,
                    {.kind = ButtonKind::kSecondary, .icon = icon_by_name("chevron-down")})) {
        mem.most += app::kLinesOfAPage;
      }
    }
    ui.gap(16);
    if (ui.button("meldingen/kaart-knop", view.new_button,
                  {.kind = ButtonKind::kSecondary, .icon = icon_by_name("map-2")})) {
      out.emplace_back(app::cmd::GoTo{{app::Screen::kMap, ""}});
    }
  });
}

namespace {

void history(const app::SignalView& view, Ui& ui) {
  if (view.history.empty()) return;
  ui.gap(16);
  ui.card("melding/verloop", {}, [&] {
    ui.heading("melding/verloop-kop", 2, plain(view.history_title), TextStyle::kH3);
    ui.gap(4);
    for (std::size_t i = 0; i < view.history.size(); ++i) {
      const std::string k = key("melding/verloop/", std::to_string(i));
      ui.text(key(k, "/wanneer"), plain(view.history[i].left), TextStyle::kSmall, {.color = Token::kInk2});
      ui.text(key(k, "/wat"), plain(view.history[i].right), TextStyle::kBodyBold);
      ui.gap(8);
    }
    if (view.action_title.empty()) return;
    ui.divider();
    ui.gap(12);
    ui.heading("melding/afspraak-kop", 2, plain(view.action_title), TextStyle::kH3);
    ui.gap(4);
    ui.text("melding/afspraak", plain(view.action_words));
    ui.gap(4);
    ui.icon_line("melding/wie", icon_by_name("building"), Token::kInk2, plain(view.action_party), TextStyle::kSmall);
    if (!view.action_date.empty()) {
      ui.icon_line("melding/wanneer", icon_by_name("calendar"), Token::kInk2, plain(view.action_date),
                   TextStyle::kSmall);
    }
  });
}

void photos(const app::SignalView& view, Ui& ui, app::CommandQueue& out) {
  if (view.photos.empty()) return;
  ui.gap(16);
  ui.heading("melding/fotos-kop", 2, plain(view.photos_title), TextStyle::kH3);
  ui.gap(8);
  // One photo is shown wide; more stand side by side.
  const auto count = static_cast<int>(view.photos.size());
  ui.grid(count, count == 1 ? 300 : 150, 12, [&](int i) {
    const app::PhotoTile& tile = view.photos[static_cast<std::size_t>(i)];
    if (ui.photo_tile(key("melding/foto/", tile.name), to_photo(tile), std::min(ui.width(), 480 * unit(ui))) ==
        PhotoPress::kOpen) {
      out.emplace_back(app::cmd::GoTo{{app::Screen::kPhoto, tile.name}});
    }
  });
  if (view.photos_gone.empty()) return;
  ui.gap(8);
  ui.text("melding/fotos-weg", plain(view.photos_gone), TextStyle::kSmall, {.color = Token::kInk2});
}

void support(const app::SignalView& view, Ui& ui, app::CommandQueue& out) {
  ui.gap(16);
  ui.card("melding/steun", {}, [&] {
    ui.icon_line("melding/steun-woorden", icon_by_name("eye"), Token::kInk2, plain(view.support_words));
    ui.gap(12);
    if (ui.button("melding/steun-knop", view.support_button,
                  {.kind = view.supported ? ButtonKind::kSecondary : ButtonKind::kChoice,
                   .icon = icon_by_name(view.supported ? "x" : "eye-check")})) {
      out.emplace_back(app::cmd::SupportSignal{view.line.id, !view.supported});
    }
  });
}

/// What it came from and what came of it; and the next step on that way.
void ways(const app::SignalView& view, Ui& ui, app::CommandQueue& out) {
  ui.gap(16);
  for (std::size_t i = 0; i < view.ways.size(); ++i) {
    if (ui.link(key("melding/weg/", std::to_string(i)), view.ways[i].words, icon_by_name("bulb"))) {
      out.emplace_back(app::cmd::GoTo{view.ways[i].to});
    }
  }
  const std::string& next = view.make_plan.empty() ? view.make_idea : view.make_plan;
  if (next.empty()) return;
  ui.gap(8);
  if (!ui.button("melding/verder", next, {.kind = ButtonKind::kSecondary, .icon = icon_by_name("bulb")})) return;
  if (view.make_plan.empty()) {
    out.emplace_back(app::cmd::MakeIdea{view.line.id});
  } else {
    out.emplace_back(app::cmd::PreparePlan{view.line.id, ""});
  }
}

}  // namespace

void draw(const app::SignalView& view, Ui& ui, MapBoard& maps, app::CommandQueue& out) {
  scrolling_page(ui, "melding/rol", view.page, "", 720, out, [&] {
    if (!view.present) {
      ui.empty_state("melding/weg", view.gone_title, view.gone_words);
      return;
    }
    const Rect r = ui.take(220);
    still_map(ui, maps, "melding/kaart", view.map_name, r, {view.marker}, view.marker.place, view.attribution);
    ui.gap(16);
    ui.flow(8, [&] {
      if (!view.line.status.empty()) ui.label("melding/status", to_tone(view.line.tone), 0, view.line.status);
    });
    if (!view.words.empty()) {
      ui.gap(8);
      ui.text("melding/woorden", plain(view.words), TextStyle::kLead);
    }
    photos(view, ui, out);
    ui.gap(16);
    ui.card("melding/feiten", {}, [&] {
      for (std::size_t i = 0; i < view.facts.size(); ++i) {
        ui.key_value(key("melding/feit/", std::to_string(i)), view.facts[i].left, view.facts[i].right,
                     i + 1 == view.facts.size());
      }
    });
    support(view, ui, out);
    history(view, ui);
    ways(view, ui, out);
    ui.gap(8);
    if (ui.link("melding/stand", view.set_status, icon_by_name("list-details"))) {
      out.emplace_back(app::cmd::GoTo{{app::Screen::kStatus, view.line.id}});
    }
    if (ui.link("melding/contact", view.contact, icon_by_name("user"))) {
      out.emplace_back(app::cmd::GoTo{{app::Screen::kContact, view.line.id}});
    }
    if (ui.link("melding/geschiedenis", view.past, icon_by_name("clock"))) {
      out.emplace_back(app::cmd::GoTo{{app::Screen::kHistory, "signal/" + view.line.id}});
    }
    ui.gap(16);
    ui.grid(2, 240, 12, [&](int i) {
      if (i == 0 &&
          ui.button("melding/wijzig", view.edit, {.kind = ButtonKind::kSecondary, .icon = icon_by_name("pencil")})) {
        out.emplace_back(app::cmd::EditSignal{view.line.id});
      }
      if (i == 1 &&
          ui.button("melding/verwijder", view.remove, {.kind = ButtonKind::kQuiet, .icon = icon_by_name("trash")})) {
        out.emplace_back(app::cmd::DeleteSignal{view.line.id});
      }
    });
  });
}

}  // namespace stoepkrijt::ui
