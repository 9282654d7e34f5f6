#include "ui/screen_map.hpp"

#include <algorithm>
#include <utility>

#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"
#include "ui/screen_map_area.hpp"
#include "ui/screen_map_list.hpp"
#include "ui/screen_map_parts.hpp"
#include "ui/screen_map_walk.hpp"

namespace stoepkrijt::ui {

namespace {

constexpr float kPanel = 340.0F;
constexpr float kList = 352.0F;

/// What every part of the screen needs.
struct Parts {
  const app::MapScreenView& view;
  const app::MapFeedback& feedback;
  const app::State& state;
  MapUi& mem;
  Ui& ui;
  app::CommandQueue& out;
};

void saved_line(const app::MapScreenView& view, Ui& ui) {
  ui.icon_line("kaart/kop/bewaard", icon_by_name(view.saved_well ? "device-mobile-check" : "alert-triangle"),
               view.saved_well ? Token::kPos : Token::kNeg, plain(view.saved), TextStyle::kSmallBold,
               {.color = view.saved_well ? Token::kPos : Token::kNeg});
}

/// The card over the map of a phone, and what is to be known now. Returns where that ends.
float phone_head(const Parts& p, const Rect& body) {
  Ui& ui = p.ui;
  const app::MapScreenView& view = p.view;
  float top = body.y + 12;
  ui.place({body.x + 12, top, body.w - 24, 80}, [&] {
    ui.card("kaart/kop", {.padding = 12, .elevation = 2, .border = false}, [&] {
      ui.row({Cell::grow(), Cell::width(108 * unit(ui))}, 8, VAlign::kMiddle, [&](int i) {
        if (i == 1) return saved_line(view, ui);
        if (view.walking) ui.text("kaart/kop/schouw", plain(view.walking->title), TextStyle::kSmallBold);
        ui.text("kaart/kop/woorden", plain(view.walking ? view.walking->words : view.walk_words), TextStyle::kSmall,
                {.color = Token::kInk2});
      });
    });
    const auto note = [&](std::string_view k, Tone tone, std::string_view icon, const std::string& words) {
      if (words.empty()) return;
      ui.gap(8);
      ui.note(k, tone, icon_by_name(icon), plain(words));
    };
    note("kaart/geen-netwerk", Tone::kNeutral, "wifi-off", view.offline);
    if (view.walking) note("kaart/scherm", Tone::kNeutral, "device-mobile", view.walking->screen);
    note("kaart/geen-plek", Tone::kWarning, "current-location", view.location_error);
    top = ui.y() + 8;
  });
  return top;
}

/// Search, list, area and heat, in the place of the cards to tag with.
void phone_list(const Parts& p) {
  Ui& ui = p.ui;
  map_search(p.view, p.mem, ui, p.out);
  ui.flow(8, [&] {
    if (ui.chip("kaart/warmte", p.view.heat.button, icon_by_name("flame"), p.view.heat.on)) {
      p.out.emplace_back(app::cmd::SetHeat{!p.view.heat.on});
    }
    if (ui.link("kaart/kies-lijst", p.view.filter_button, icon_by_name("filter"))) {
      go(p.out, app::Screen::kFilter);
    }
  });
  ui.gap(8);
  area_tools(p.view, p.mem, ui, p.feedback, p.out);
  ui.gap(8);
  heat_words(p.view, p.mem, ui);
  signal_list(p.view, p.mem, ui, p.state, 0, p.out);
  ui.flow(12, [&] {
    if (ui.link("kaart/lijst-knop", p.view.worst_button, icon_by_name("list-details"))) {
      go(p.out, app::Screen::kSignals);
    }
  });
}

void phone_sheet(const Parts& p) {
  draft_note(p.view, p.ui, p.out);
  if (p.view.chosen) {
    chosen_card(p.view, p.ui, p.out);
    return;
  }
  stop_here(p.view, p.ui);
  kind_cards(p.view, p.ui, p.state, p.feedback, p.out);
  measures_here(p.view, p.ui, p.state, p.feedback, p.out);
  walk_buttons(p.view, p.ui, p.out);
  p.ui.gap(4);
  if (map_links(p.view, p.ui, p.out)) {
    p.mem.listing = true;
    p.mem.focus = "kaart/lijst-dicht";
  }
}

void close_list(const Parts& p) {
  p.mem.listing = false;
  p.mem.look.search.clear();
  p.mem.focus = kMapKey;
}

/// The sheet with the list leaves a part of the map free; returns its top.
float list_sheet(const Parts& p, const Rect& body) {
  constexpr float kShare = 0.66F;
  constexpr float kLeast = 380.0F;
  Ui& ui = p.ui;
  const float h = std::min(body.h, std::max(body.h * kShare, kLeast));
  float top = body.y;
  ui.place({body.x, body.y + body.h - h, body.w, h}, [&] {
    top = ui.bottom_sheet("kaart/lijstblad", p.view.search_button, true, [&] {
      if (ui.link("kaart/lijst-dicht", p.view.search_close, icon_by_name("arrow-left"))) close_list(p);
      ui.gap(4);
      phone_list(p);
    });
  });
  return top;
}

void draw_phone(const Parts& p, MapBoard& maps) {
  Ui& ui = p.ui;
  round_bar(ui, p.view.page, p.view.walk_words, p.out);
  const Rect body = rest(ui);
  app::MapRequest request = map_itself(p.view, p.mem, ui, p.feedback, p.state, body, p.out);
  const bool listing = p.mem.listing && !p.mem.drawing;
  // The list needs the room; what the head says stands in the sheet of the map itself.
  const float top = listing ? body.y + 12 : phone_head(p, body);
  if (!listing) buurt_plate(p.view, ui, body.x + 12, top, body.w - 24, p.out);
  float sheet_top = body.y + body.h;
  if (p.mem.drawing) {
    sheet_top = ui.bottom_sheet("kaart/tekenblad", p.view.area.draw, true,
                                [&] { drawing_words(p.view, p.mem, ui, p.feedback, p.out); });
  } else if (listing) {
    sheet_top = list_sheet(p, body);
  } else {
    sheet_top = ui.bottom_sheet("kaart/blad", p.view.question, true, [&] { phone_sheet(p); });
  }
  const Rect free{body.x, body.y, body.w, std::max(0.0F, sheet_top - body.y)};
  if (!listing) map_buttons(p.view, p.mem, ui, p.feedback, free, top - body.y, false, request, p.out);
  if (!p.view.attribution.empty()) ui.map_attribution("kaart/bron", p.view.attribution, free);
  request.inset_top = top - body.y;
  request.inset_bottom = body.y + body.h - sheet_top;
  maps.ask(std::move(request));
}

/// Left of the map: search and list, or how to draw.
void desk_column(const Parts& p, const Rect& r) {
  Ui& ui = p.ui;
  constexpr float kMargin = 16;
  ui.fill(r, Token::kSurface);
  ui.scroll("kaart/kolom", r, [&] {
    ui.inset(kMargin, [&] {
      ui.gap(16);
      if (p.mem.drawing) return drawing_words(p.view, p.mem, ui, p.feedback, p.out);
      map_search(p.view, p.mem, ui, p.out);
      saved_line(p.view, ui);
      ui.gap(8);
      if (!p.view.offline.empty()) {
        ui.note("kaart/geen-netwerk", Tone::kNeutral, icon_by_name("wifi-off"), plain(p.view.offline));
      }
      area_tools(p.view, p.mem, ui, p.feedback, p.out);
      ui.gap(8);
      heat_words(p.view, p.mem, ui);
    });
    if (!p.mem.drawing) signal_list(p.view, p.mem, ui, p.state, kMargin, p.out);
  });
}

void desk_panel(const Parts& p) {
  Ui& ui = p.ui;
  draft_note(p.view, ui, p.out);
  if (p.view.chosen) {
    chosen_card(p.view, ui, p.out);
    ui.gap(24);
  }
  if (p.view.walking) {
    ui.text("kaart/kop/schouw", plain(p.view.walking->title), TextStyle::kBodyBold);
    ui.text("kaart/kop/woorden", plain(p.view.walking->words), TextStyle::kSmall, {.color = Token::kInk2});
    ui.gap(16);
  }
  stop_here(p.view, ui);
  kind_cards(p.view, ui, p.state, p.feedback, p.out);
  measures_here(p.view, ui, p.state, p.feedback, p.out);
  walk_buttons(p.view, ui, p.out);
  ui.gap(4);
  if (map_links(p.view, ui, p.out)) go(p.out, app::Screen::kSignals);
  stops(p.view, ui);
}

void draw_desk(const Parts& p, MapBoard& maps) {
  Ui& ui = p.ui;
  round_bar(ui, p.view.page, p.view.walk_words, p.out);
  const Rect body = rest(ui);
  const float u = unit(ui) * ui.input().text_scale;
  const bool with_panel = body.w >= (kList + kPanel) * u + 300;
  const float list_w = std::min(kList * u, body.w * 0.4F);
  const float panel_w = with_panel ? kPanel * u : 0.0F;
  const Rect map{body.x + list_w, body.y, body.w - list_w - panel_w, body.h};
  desk_column(p, {body.x, body.y, list_w, body.h});
  app::MapRequest request = map_itself(p.view, p.mem, ui, p.feedback, p.state, map, p.out);
  float top = map.y + 12;
  ui.place({map.x + 12, top, map.w - 24, 60}, [&] {
    filters(p.view, ui, p.state, p.out);
    top = ui.y() + 12;
    if (!p.view.location_error.empty()) {
      ui.note("kaart/geen-plek", Tone::kWarning, icon_by_name("current-location"), plain(p.view.location_error));
      top = ui.y() + 12;
    }
  });
  buurt_plate(p.view, ui, map.x + 12, top, std::min(300.0F * u, map.w - 24), p.out);
  map_buttons(p.view, p.mem, ui, p.feedback, map, top - map.y, true, request, p.out);
  request.inset_right = ui.kiosk() ? 96 : 72;  // the wijk fits beside the buttons
  if (!p.view.attribution.empty()) ui.map_attribution("kaart/bron", p.view.attribution, map);
  if (with_panel) {
    const Rect side{map.x + map.w, body.y, panel_w, body.h};
    ui.fill(side, Token::kDoc);
    ui.scroll("kaart/paneel", side, [&] {
      ui.inset(16, [&] {
        ui.gap(16);
        desk_panel(p);
      });
    });
  } else if (!p.mem.drawing) {
    ui.place(map, [&] {
      request.inset_bottom =
          map.y + map.h - ui.bottom_sheet("kaart/blad", p.view.question, false, [&] { desk_panel(p); });
    });
  }
  request.inset_top = top - map.y;
  maps.ask(std::move(request));
}

}  // namespace

void draw(const app::State& state, const app::Lang& lang, MapUi& mem, app::MapCaches& caches, Ui& ui, MapBoard& maps,
          app::CommandQueue& out) {
  const app::MapFeedback& feedback = maps.feedback(kMapKey);
  follow_map(mem, ui, feedback, state);
  if (!mem.focus.empty()) ui.focus(std::exchange(mem.focus, {}));
  const app::MapScreenView view = app::make_map_screen_view(state, lang, feedback, mem.look, caches);
  const Parts parts{view, feedback, state, mem, ui, out};
  const bool listed = mem.listing;
  const std::size_t most = mem.look.most;
  const bool phone = ui.area().w < 720 * ui.input().text_scale * unit(ui);
  if (phone) {
    draw_phone(parts, maps);
  } else {
    draw_desk(parts, maps);
  }
  if (mem.drawing && ui.dismissed()) {
    stop_drawing(mem);
  } else if (phone && mem.listing && ui.dismissed()) {
    close_list(parts);
  }
  // What changed here alone asks for no frame by itself, as a command would.
  if (listed != mem.listing || most != mem.look.most || mem.go_to || !mem.focus.empty()) ui.animate();
}

}  // namespace stoepkrijt::ui
