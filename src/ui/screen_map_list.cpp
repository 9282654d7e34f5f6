#include "ui/screen_map_list.hpp"

#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

void choose(const app::MapSearchView::Hit& hit, MapUi& mem, app::CommandQueue& out) {
  mem.go_to = hit.box;
  mem.look.search.clear();
  if (!hit.signal.empty()) {
    out.emplace_back(app::cmd::Select{hit.signal});
    mem.listing = false;  // the sheet of a phone shows what was chosen
  }
  if (!hit.buurt.empty()) out.emplace_back(app::cmd::SelectBuurt{hit.buurt});
  mem.focus = hit.signal.empty() ? std::string_view("kaart/zoek") : kMapKey;
}

}  // namespace

void map_search(const app::MapScreenView& view, MapUi& mem, Ui& ui, app::CommandQueue& out) {
  const app::MapSearchView& s = view.search;
  ui.search_field("kaart/zoek", mem.look.search,
                  {.label = s.label, .placeholder = s.hint, .icon = icon_by_name("search")});
  if (!s.status.empty()) {
    ui.gap(8);
    ui.region("kaart/gevonden", Role::kStatus, s.status, [&] {
      ui.text("kaart/gevonden/woorden", plain(s.status), TextStyle::kSmall,
              {.color = Token::kInk2, .role = Role::kNone});
    });
  }
  if (!s.hits.empty()) {
    ui.list("kaart/treffers", s.status, [&] {
      for (const app::MapSearchView::Hit& hit : s.hits) {
        const std::string k = key("kaart/treffer/", hit.key);
        ui.list_item(k, [&] {
          if (!ui.link(key(k, "/kies"), hit.title + " · " + hit.small, icon_by_name(hit.icon))) return;
          ui.announce(view.moved_to + " " + hit.title);
          choose(hit, mem, out);
        });
      }
    });
  }
  if (!s.narrow.empty() && ui.link("kaart/zoek-alle", s.narrow, icon_by_name("list-details"))) {
    out.emplace_back(app::cmd::SetSearch{mem.look.search});
    mem.look.search.clear();
    mem.focus = "kaart/zoek";
  }
  if (!s.narrowed.empty()) {
    ui.gap(8);
    ui.note("kaart/woord", Tone::kAction, icon_by_name("search"), plain(s.narrowed));
    if (ui.link("kaart/woord-weg", s.narrowed_off, icon_by_name("x"))) out.emplace_back(app::cmd::SetSearch{});
  }
  ui.gap(8);
}

void area_tools(const app::MapScreenView& view, MapUi& mem, Ui& ui, const app::MapFeedback& feedback,
                app::CommandQueue& out) {
  if (!view.area.words.empty()) {
    ui.region("kaart/gebied", Role::kStatus, view.area.words, [&] {
      ui.icon_line("kaart/gebied/woorden", icon_by_name("lasso"), Token::kLink, plain(view.area.words),
                   TextStyle::kSmallBold, {.role = Role::kNone});
    });
  }
  ui.flow(12, [&] {
    if (!view.area.words.empty() && ui.link("kaart/gebied-weg", view.area.off, icon_by_name("x"))) {
      out.emplace_back(app::cmd::DrawArea{});
    }
    if (!mem.look.window || feedback.corners.empty()) return;  // nothing is in view where nothing is drawn
    if (ui.link("kaart/omlijn", view.area.draw, icon_by_name("lasso"))) {
      mem.drawing = true;
      mem.line.clear();
      ui.announce(view.area.help);
      mem.focus = "kaart/teken-stop";
    }
    if (ui.link("kaart/in-beeld", view.area.window, icon_by_name("crosshair"))) {
      out.emplace_back(app::cmd::DrawArea{feedback.corners});
    }
  });
}

void stop_drawing(MapUi& mem) {
  mem.drawing = false;
  mem.line.clear();
  mem.focus = kMapKey;
}

void drawing_words(const app::MapScreenView& view, MapUi& mem, Ui& ui, const app::MapFeedback& feedback,
                   app::CommandQueue& out) {
  ui.icon_line("kaart/teken-uitleg", icon_by_name("lasso"), Token::kLink, plain(view.area.help), TextStyle::kBodyBold);
  ui.gap(12);
  if (!feedback.corners.empty() && ui.button("kaart/in-beeld", view.area.window,
                                             {.kind = ButtonKind::kSecondary, .icon = icon_by_name("crosshair")})) {
    out.emplace_back(app::cmd::DrawArea{feedback.corners});
    stop_drawing(mem);
  }
  ui.gap(8);
  if (ui.button("kaart/teken-stop", view.area.stop, {.kind = ButtonKind::kQuiet, .icon = icon_by_name("x")})) {
    stop_drawing(mem);
  }
}

void heat_words(const app::MapScreenView& view, MapUi& mem, Ui& ui) {
  const auto& heat = view.heat;
  if (!heat.on) return;
  ui.heading("kaart/warmte-kop", 2, plain(heat.title), TextStyle::kH3);
  ui.gap(4);
  ui.text("kaart/warmte-uitleg", plain(heat.words), TextStyle::kSmall, {.color = Token::kInk2});
  if (!heat.none.empty()) ui.text("kaart/warmte-geen", plain(heat.none), TextStyle::kSmall);
  ui.list("kaart/warmte-plekken", heat.title, [&] {
    for (std::size_t i = 0; i < heat.places.size(); ++i) {
      const std::string k = key("kaart/warmte-plek/", std::to_string(i));
      ui.list_item(k, [&] {
        if (!ui.link(key(k, "/kies"), heat.places[i].words, icon_by_name("flame"))) return;
        mem.go_to = heat.places[i].box;
        ui.announce(view.moved_to + " " + heat.places[i].words);
      });
    }
  });
  ui.gap(16);
}

void signal_list(const app::MapScreenView& view, MapUi& mem, Ui& ui, const app::State& state, float margin,
                 app::CommandQueue& out) {
  ui.inset(margin, [&] {
    ui.heading("kaart/lijst-kop", 2, plain(view.list_head), TextStyle::kH3);
    ui.gap(2);
    ui.text("kaart/lijst-uitleg", plain(view.list_words), TextStyle::kSmall, {.color = Token::kInk2});
    ui.gap(8);
  });
  if (!view.lines.empty()) {
    ui.list("kaart/lijst", view.list_head, [&] {
      for (const app::SignalLine& line : view.lines) {
        ui.list_item(key("kaart/lijst/", line.id), [&] {
          if (ui.list_row(key("kaart/lijst/", line.id, "/kies"), row_of(line, state.selected == line.id))) {
            out.emplace_back(app::cmd::Select{line.id});
            mem.listing = false;
          }
        });
      }
    });
  }
  ui.inset(margin, [&] {
    if (view.more.empty()) return;
    ui.gap(8);
    if (ui.button("kaart/meer", view.more, {.kind = ButtonKind::kSecondary, .icon = icon_by_name("chevron-down")})) {
      mem.look.most += app::kLinesOfAPage;
    }
  });
  ui.gap(16);
}

}  // namespace stoepkrijt::ui
