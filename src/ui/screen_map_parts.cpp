#include "ui/screen_map_parts.hpp"

#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"
#include "ui/screen_map_walk.hpp"

namespace stoepkrijt::ui {

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
    if (ui.chip("kaart/warmte", view.heat.button, icon_by_name("flame"), view.heat.on)) {
      out.emplace_back(app::cmd::SetHeat{!view.heat.on});
    }
  });
}

void buurt_plate(const app::MapScreenView& view, Ui& ui, float x, float y, float w, app::CommandQueue& out) {
  if (!view.buurt) return;
  const auto content = [&] {
    ui.card("kaart/buurt", {.padding = 12, .elevation = 2, .border = false}, [&] {
      ui.row({Cell::grow(), Cell::width(48)}, 8, VAlign::kTop, [&](int i) {
        if (i == 0) {
          ui.heading("kaart/buurt/naam", 2, plain(view.buurt->title), TextStyle::kH3);
          ui.text("kaart/buurt/cijfers", plain(view.buurt->figures), TextStyle::kSmall);
          ui.text("kaart/buurt/meldingen", plain(view.buurt->signals), TextStyle::kSmall);
          if (ui.link("kaart/buurt/alleen", view.buurt->only, icon_by_name("filter"))) {
            out.emplace_back(app::cmd::SetFilter{view.buurt->then});
          }
        } else {
          const Rect r = ui.take(48);
          if (ui.icon_button("kaart/buurt/sluit", view.close, icon_by_name("x"), r.x, r.y)) {
            out.emplace_back(app::cmd::SelectBuurt{});
          }
        }
      });
    });
  };
  const float h = ui.measure(w, content);
  ui.place({x, y, w, h}, content);
}

}  // namespace stoepkrijt::ui
