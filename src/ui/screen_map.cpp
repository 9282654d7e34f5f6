#include "ui/screen_map.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"
#include "ui/screen_map_walk.hpp"

namespace stoepkrijt::ui {

namespace {

constexpr float kPanel = 340.0F;
constexpr float kList = 352.0F;

void kind_cards(const app::MapScreenView& view, Ui& ui, const app::State& state, const app::MapFeedback& feedback,
                app::CommandQueue& out) {
  if (view.where.empty()) {
    ui.heading("kaart/vraag", 2, plain(view.question), TextStyle::kH2);
  } else {
    ui.heading_row("kaart/vraag", 2, view.question, TextStyle::kH2, view.where);
  }
  ui.gap(12);
  std::vector<int> kinds;
  if (view.with_bad) kinds.push_back(0);
  if (view.with_good) kinds.push_back(1);
  if (view.with_idea) kinds.push_back(2);
  const auto card = [&](int kind) {
    if (kind == 0 &&
        ui.kind_card("kaart/niet-goed", Kind::kProblem, icon_by_name("alert-triangle"), view.bad, view.bad_name)) {
      out.emplace_back(tag_here(model::SignalKind::kProblem, state, feedback));
    }
    if (kind == 1 && ui.kind_card("kaart/goed", Kind::kStrong, icon_by_name("thumb-up"), view.good, view.good_name)) {
      out.emplace_back(tag_here(model::SignalKind::kStrong, state, feedback));
    }
    if (kind == 2 && ui.kind_card("kaart/idee", Kind::kIdea, icon_by_name("bulb"), view.idea, view.idea_name)) {
      out.emplace_back(tag_here(model::SignalKind::kIdea, state, feedback));
    }
  };
  const auto at = [&](int i) { card(kinds[static_cast<std::size_t>(i)]); };
  if (kinds.size() == 3) {
    ui.row({Cell::grow(), Cell::grow(), Cell::grow()}, 12, VAlign::kTop, at);
  } else if (kinds.size() == 2) {
    ui.row({Cell::grow(), Cell::grow()}, 12, VAlign::kTop, at);
  } else {
    ui.row({Cell::grow()}, 12, VAlign::kTop, at);
  }
  if (!view.elsewhere.empty()) {
    ui.gap(8);
    ui.icon_line("kaart/elders", icon_by_name("info-circle"), Token::kInk2, plain(view.elsewhere), TextStyle::kSmall,
                 {.color = Token::kInk2});
  }
}

void chosen_card(const app::MapScreenView& view, Ui& ui, app::CommandQueue& out) {
  const app::ChosenOnMap& c = *view.chosen;
  if (c.is_plan) {
    ui.row({Cell::width(56), Cell::grow()}, 12, VAlign::kMiddle, [&](int i) {
      if (i == 0) {
        const Rect r = ui.take(56);
        ui.theme_tile(c.plan_theme, icon_by_name(c.plan_icon), r.x, r.y, 56);
      } else {
        ui.heading("kaart/gekozen/titel", 2, plain(c.plan_title), TextStyle::kH3);
        ui.text("kaart/gekozen/woorden", plain(c.plan_words), TextStyle::kSmall);
      }
    });
  } else if (ui.list_row("kaart/gekozen/melding", row_of(c.signal, false))) {
    out.emplace_back(app::cmd::GoTo{{app::Screen::kSignal, c.id}});
  }
  ui.gap(12);
  ui.row({Cell::grow(2), Cell::grow(1)}, 12, VAlign::kTop, [&](int i) {
    if (i == 0 && ui.button("kaart/gekozen/open", c.open_words)) {
      out.emplace_back(app::cmd::GoTo{{c.is_plan ? app::Screen::kPlan : app::Screen::kSignal, c.id}});
    }
    if (i == 1 && ui.button("kaart/gekozen/sluit", view.close, {.kind = ButtonKind::kSecondary})) {
      out.emplace_back(app::cmd::Select{});
    }
  });
}

void draft_note(const app::MapScreenView& view, Ui& ui, app::CommandQueue& out) {
  if (view.draft.empty()) return;
  ui.box("kaart/concept", Tone::kWarning, icon_by_name("pencil"), view.draft, "", [&] {
    if (view.drafts.empty() && ui.link("kaart/concept/verder", view.draft_button)) {
      out.emplace_back(app::cmd::ResumeTag{});
    }
    for (const app::MapScreenView::Draft& one : view.drafts) {
      if (ui.link(key("kaart/concept/", one.id), one.name)) out.emplace_back(app::cmd::ResumeTag{one.id});
    }
  });
  ui.gap(12);
}

/// The questions of the walk, where there is room for them.
void stops(const app::MapScreenView& view, Ui& ui) {
  if (view.stops.empty()) return;
  ui.gap(24);
  ui.heading("kaart/stops-kop", 2, plain(view.stops_title), TextStyle::kH3);
  ui.gap(8);
  ui.list("kaart/stops", view.stops_title, [&] {
    for (std::size_t i = 0; i < view.stops.size(); ++i) {
      const std::string k = key("kaart/stop/", std::to_string(i));
      ui.list_item(k, [&] {
        ui.text(key(k, "/naam"), plain(view.stops[i].name), TextStyle::kSmallBold);
        ui.text(key(k, "/vraag"), plain(view.stops[i].question), TextStyle::kSmall, {.color = Token::kInk2});
      });
      ui.gap(8);
    }
  });
}

void filters(const app::MapScreenView& view, Ui& ui, const app::State& state, app::CommandQueue& out) {
  ui.flow(8, [&] {
    for (std::size_t i = 0; i < view.filters.size(); ++i) {
      const auto& f = view.filters[i];
      const std::string k = key("kaart/filter/", std::to_string(i));
      const bool pressed = f.kind == app::MarkerKind::kPlan ? ui.chip(k, f.words, icon_by_name("list-details"), f.on)
                                                            : ui.kind_chip(k, f.words, to_kind(f.kind), f.on);
      if (!pressed) continue;
      app::MapFilter next = state.filter;
      if (f.kind == app::MarkerKind::kProblem) next.problems = !next.problems;
      if (f.kind == app::MarkerKind::kStrong) next.strong = !next.strong;
      if (f.kind == app::MarkerKind::kIdea) next.ideas = !next.ideas;
      if (f.kind == app::MarkerKind::kPlan) next.plans = !next.plans;
      out.emplace_back(app::cmd::SetFilter{next});
    }
  });
}

void signal_list(const app::MapScreenView& view, Ui& ui, const app::State& state, app::CommandQueue& out) {
  ui.list("kaart/lijst", view.list_title, [&] {
    for (const app::SignalLine& line : view.lines) {
      ui.list_item(key("kaart/lijst/", line.id), [&] {
        if (ui.list_row(key("kaart/lijst/", line.id, "/kies"), row_of(line, state.selected == line.id))) {
          out.emplace_back(app::cmd::Select{line.id});
        }
      });
    }
  });
}

void map_buttons(const app::MapScreenView& view, Ui& ui, const app::MapFeedback& feedback, Rect r, float room_above,
                 bool zoom_buttons, app::MapRequest& request, app::CommandQueue& out) {
  app::MapInput& input = request.input;
  const float size = 48.0F * unit(ui);
  const float step = size + 12;
  float y = r.y + r.h - step;
  const float x = r.x + r.w - step;
  if (ui.icon_button("kaart/hier", view.is_locating ? view.locating : view.locate, icon_by_name("current-location"), x,
                     y, true, Token::kLink)) {
    out.emplace_back(app::cmd::Locate{true});
    out.emplace_back(app::cmd::FollowMe{true});
    input.centre_on_own = true;
  }
  y -= step;
  if (ui.icon_button("kaart/passend", view.fit, icon_by_name("maximize"), x, y, true)) input.fit = true;
  // Where a sheet leaves little of the map, the list has the same.
  const bool fits = y - step >= r.y + room_above;
  if (fits) y -= step;
  if (fits && ui.icon_button("kaart/kies", view.filter_button, icon_by_name("filter"), x, y, true,
                             view.filtered ? Token::kLink : Token::kInk)) {
    go(out, app::Screen::kFilter);
  }
  if (zoom_buttons) {
    y -= step;
    if (ui.icon_button("kaart/uit", view.zoom_out, icon_by_name("minus"), x, y, true)) input.zoom_out = true;
    y -= step;
    if (ui.icon_button("kaart/in", view.zoom_in, icon_by_name("plus"), x, y, true)) input.zoom_in = true;
  }
  if (feedback.rotated) {
    y -= step;
    if (ui.icon_button("kaart/noord", view.north, icon_by_name("compass"), x, y, true)) input.north = true;
  }
  request.keep_clear.push_back({x, y, size, r.y + r.h - y});
}

/// The map itself with its markers; `inset_*` is what bars and sheets cover.
app::MapRequest map_itself(const app::MapScreenView& view, Ui& ui, const app::MapFeedback& feedback,
                           const app::State& state, Rect r, app::CommandQueue& out) {
  const MapGesture gesture = ui.map_area(kMapKey, view.map_name, view.map_help, r);
  app::MapRequest request;
  request.key = std::string(kMapKey);
  request.node = a11y::node_id(kMapKey);
  request.area = {r.x, r.y, r.w, r.h};
  request.input = to_input(gesture);
  request.markers = view.markers;
  request.show_own_position = state.device.own.has_value();
  request.walk_id = view.walk_id;
  follow_walk(request, gesture, state, out);
  // The buurt under the mouse shows itself; a tap keeps it and gives its figures.
  request.highlighted_buurt = state.selected_buurt.empty() ? feedback.hovered_buurt : state.selected_buurt;
  // Markers as buttons, where they stand on the screen; one that is in a cluster has no place of its own.
  std::unordered_map<std::string_view, Rect> places;
  for (const auto& area : feedback.markers) {
    if (area.count == 1) places[area.id] = {area.rect.x, area.rect.y, area.rect.w, area.rect.h};
  }
  for (std::size_t i = 0; i < view.markers.size(); ++i) {
    const auto found = places.find(view.markers[i].id);
    const Rect at = found != places.end() ? found->second : Rect{};
    if (ui.map_marker(key("kaart/merk/", view.markers[i].id), view.marker_names[i], at, view.markers[i].chosen)) {
      out.emplace_back(app::cmd::Select{view.markers[i].id});
    }
  }
  if (feedback.tapped) {
    if (feedback.tapped_ids.size() == 1) {
      out.emplace_back(app::cmd::Select{feedback.tapped_ids.front()});
    } else if (feedback.tapped_ids.empty()) {
      out.emplace_back(app::cmd::Select{});
      out.emplace_back(app::cmd::SelectBuurt{feedback.tapped_buurt});
    }
  }
  return request;
}

void buurt_plate(const app::MapScreenView& view, Ui& ui, float x, float y, float w, app::CommandQueue& out) {
  if (!view.buurt) return;
  const float h = ui.measure(w, [&] {
    ui.card("kaart/buurt", {.padding = 12, .elevation = 2, .border = false}, [&] {
      ui.heading("kaart/buurt/naam", 2, plain(view.buurt->title), TextStyle::kH3);
      ui.text("kaart/buurt/cijfers", plain(view.buurt->figures), TextStyle::kSmall);
      ui.text("kaart/buurt/meldingen", plain(view.buurt->signals), TextStyle::kSmall);
    });
  });
  ui.place({x, y, w, h}, [&] {
    ui.card("kaart/buurt", {.padding = 12, .elevation = 2, .border = false}, [&] {
      ui.row({Cell::grow(), Cell::width(48)}, 8, VAlign::kTop, [&](int i) {
        if (i == 0) {
          ui.heading("kaart/buurt/naam", 2, plain(view.buurt->title), TextStyle::kH3);
          ui.text("kaart/buurt/cijfers", plain(view.buurt->figures), TextStyle::kSmall);
          ui.text("kaart/buurt/meldingen", plain(view.buurt->signals), TextStyle::kSmall);
        } else {
          const Rect r = ui.take(48);
          if (ui.icon_button("kaart/buurt/sluit", view.close, icon_by_name("x"), r.x, r.y)) {
            out.emplace_back(app::cmd::SelectBuurt{});
          }
        }
      });
    });
  });
}

void draw_phone(const app::MapScreenView& view, Ui& ui, MapBoard& maps, const app::State& state,
                app::CommandQueue& out) {
  const app::MapFeedback& feedback = maps.feedback(kMapKey);
  round_bar(ui, view.page, view.walk_words, out);
  const Rect body = rest(ui);
  app::MapRequest request = map_itself(view, ui, feedback, state, body, out);
  float top = body.y + 12;
  const float w = body.w - 24;
  ui.place({body.x + 12, top, w, 80}, [&] {
    ui.card("kaart/kop", {.padding = 12, .elevation = 2, .border = false}, [&] {
      ui.row({Cell::grow(), Cell::width(108 * unit(ui))}, 8, VAlign::kMiddle, [&](int i) {
        if (i == 0) {
          if (view.walking) ui.text("kaart/kop/schouw", plain(view.walking->title), TextStyle::kSmallBold);
          ui.text("kaart/kop/woorden", plain(view.walking ? view.walking->words : view.walk_words), TextStyle::kSmall,
                  {.color = Token::kInk2});
        } else {
          ui.icon_line("kaart/kop/bewaard", icon_by_name(view.saved_well ? "device-mobile-check" : "alert-triangle"),
                       view.saved_well ? Token::kPos : Token::kNeg, plain(view.saved), TextStyle::kSmallBold,
                       {.color = view.saved_well ? Token::kPos : Token::kNeg});
        }
      });
    });
    top = ui.y() + 8;
    if (!view.offline.empty()) {
      ui.gap(8);
      ui.note("kaart/geen-netwerk", Tone::kNeutral, icon_by_name("wifi-off"), plain(view.offline));
      top = ui.y() + 8;
    }
    if (view.walking && !view.walking->screen.empty()) {
      ui.gap(8);
      ui.note("kaart/scherm", Tone::kNeutral, icon_by_name("device-mobile"), plain(view.walking->screen));
      top = ui.y() + 8;
    }
    if (!view.location_error.empty()) {
      ui.gap(8);
      ui.note("kaart/geen-plek", Tone::kWarning, icon_by_name("current-location"), plain(view.location_error));
      top = ui.y() + 8;
    }
  });
  buurt_plate(view, ui, body.x + 12, top, w, out);
  const float sheet_top = ui.bottom_sheet("kaart/blad", view.question, true, [&] {
    draft_note(view, ui, out);
    if (view.chosen) {
      chosen_card(view, ui, out);
    } else {
      stop_here(view, ui);
      kind_cards(view, ui, state, feedback, out);
      measures_here(view, ui, state, feedback, out);
      walk_buttons(view, ui, out);
      ui.gap(4);
      map_links(view, ui, out);
    }
  });
  const Rect free{body.x, body.y, body.w, std::max(0.0F, sheet_top - body.y)};
  map_buttons(view, ui, feedback, free, top - body.y, false, request, out);
  if (!view.attribution.empty()) ui.map_attribution("kaart/bron", view.attribution, free);
  request.inset_top = top - body.y;
  request.inset_bottom = body.y + body.h - sheet_top;
  maps.ask(std::move(request));
}

void draw_desk(const app::MapScreenView& view, Ui& ui, MapBoard& maps, const app::State& state,
               app::CommandQueue& out) {
  const app::MapFeedback& feedback = maps.feedback(kMapKey);
  round_bar(ui, view.page, view.walk_words, out);
  const Rect body = rest(ui);
  const float u = unit(ui) * ui.input().text_scale;
  const bool with_panel = body.w >= (kList + kPanel) * u + 300;
  const float list_w = std::min(kList * u, body.w * 0.4F);
  const float panel_w = with_panel ? kPanel * u : 0.0F;
  const Rect map{body.x + list_w, body.y, body.w - list_w - panel_w, body.h};
  ui.fill({body.x, body.y, list_w, body.h}, Token::kSurface);
  ui.scroll("kaart/kolom", {body.x, body.y, list_w, body.h}, [&] {
    ui.inset(16, [&] {
      ui.gap(16);
      ui.icon_line("kaart/kop/bewaard", icon_by_name(view.saved_well ? "device-mobile-check" : "alert-triangle"),
                   view.saved_well ? Token::kPos : Token::kNeg, plain(view.saved), TextStyle::kSmallBold,
                   {.color = view.saved_well ? Token::kPos : Token::kNeg});
      ui.gap(8);
      if (!view.offline.empty())
        ui.note("kaart/geen-netwerk", Tone::kNeutral, icon_by_name("wifi-off"), plain(view.offline));
      ui.heading("kaart/lijst-kop", 2, plain(view.list_title), TextStyle::kH3);
      ui.gap(8);
    });
    signal_list(view, ui, state, out);
  });
  app::MapRequest request = map_itself(view, ui, feedback, state, map, out);
  float top = map.y + 12;
  ui.place({map.x + 12, top, map.w - 24, 60}, [&] {
    filters(view, ui, state, out);
    top = ui.y() + 12;
    if (!view.location_error.empty()) {
      ui.note("kaart/geen-plek", Tone::kWarning, icon_by_name("current-location"), plain(view.location_error));
      top = ui.y() + 12;
    }
  });
  buurt_plate(view, ui, map.x + 12, top, std::min(300.0F * u, map.w - 24), out);
  map_buttons(view, ui, feedback, map, top - map.y, true, request, out);
  request.inset_right = ui.kiosk() ? 96 : 72;  // the wijk fits beside the buttons
  if (!view.attribution.empty()) ui.map_attribution("kaart/bron", view.attribution, map);
  const auto panel = [&] {
    draft_note(view, ui, out);
    if (view.chosen) {
      chosen_card(view, ui, out);
      ui.gap(24);
    }
    if (view.walking) {
      ui.text("kaart/kop/schouw", plain(view.walking->title), TextStyle::kBodyBold);
      ui.text("kaart/kop/woorden", plain(view.walking->words), TextStyle::kSmall, {.color = Token::kInk2});
      ui.gap(16);
    }
    stop_here(view, ui);
    kind_cards(view, ui, state, feedback, out);
    measures_here(view, ui, state, feedback, out);
    walk_buttons(view, ui, out);
    ui.gap(4);
    map_links(view, ui, out);
    stops(view, ui);
  };
  if (with_panel) {
    const Rect side{map.x + map.w, body.y, panel_w, body.h};
    ui.fill(side, Token::kDoc);
    ui.scroll("kaart/paneel", side, [&] {
      ui.inset(16, [&] {
        ui.gap(16);
        panel();
      });
    });
  } else {
    ui.place(map, [&] {
      request.inset_bottom = map.y + map.h - ui.bottom_sheet("kaart/blad", view.question, false, panel);
    });
  }
  request.inset_top = top - map.y;
  maps.ask(std::move(request));
}

}  // namespace

void draw(const app::MapScreenView& view, Ui& ui, MapBoard& maps, const app::State& state, app::CommandQueue& out) {
  if (ui.area().w < 720 * ui.input().text_scale * unit(ui)) {
    draw_phone(view, ui, maps, state, out);
  } else {
    draw_desk(view, ui, maps, state, out);
  }
}

}  // namespace stoepkrijt::ui
