#include "ui/screen_plan.hpp"

#include <algorithm>
#include <string>

#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

namespace {

void map_of(const app::PlanView& view, Ui& ui, MapBoard& maps) {
  if (!view.place) return;
  app::MapMarker marker;
  marker.id = view.plan.id;
  marker.kind = app::MarkerKind::kPlan;
  marker.icon = view.plan.icon;
  marker.theme = static_cast<std::uint8_t>(view.plan.theme);
  marker.place = *view.place;
  const std::string k = key("plan/", view.plan.id, "/kaart");
  std::string sources;
  for (const std::string& source : maps.feedback(k).attributions) sources += (sources.empty() ? "" : ", ") + source;
  const float most = ui.kiosk() ? 420.0F : actions_beside(ui) ? 280.0F : 226.0F;
  const Rect area = ui.take(std::min(most, ui.screen().h * 0.3F));
  still_map(ui, maps, k, view.map_words, area, {marker}, *view.place, sources);
}

void checks(const app::PlanView& view, PlanUi& mem, Ui& ui) {
  ui.key_value("plan/regels", view.checks_title, view.checks_count, true,
               icon_by_name(view.checks_all ? "circle-check" : "info-circle"),
               view.checks_all ? Token::kPos : Token::kInk);
  if (ui.link_row("plan/regels-open", mem.checks_open ? view.checks_close : view.checks_open,
                  icon_by_name(mem.checks_open ? "chevron-up" : "chevron-down"))) {
    mem.checks_open = !mem.checks_open;
  }
  if (!mem.checks_open) return;
  ui.list("plan/regels-lijst", view.checks_title, [&] {
    for (std::size_t i = 0; i < view.checks.size(); ++i) {
      const app::PlanView::Check& check = view.checks[i];
      const std::string k = key("plan/regel/", std::to_string(i));
      ui.list_item(k, [&] {
        ui.gap(6);
        ui.fact(key(k, "/tekst"), icon_by_name(check.met ? "circle-check" : "circle-x"), check.rule,
                plain(key(check.state, ". ", check.reason)), check.met ? Token::kPos : Token::kNeg);
      });
    }
  });
  ui.gap(8);
}

void figures(const app::PlanView& view, PlanUi& mem, Ui& ui) {
  ui.card("plan/cijfers", {}, [&] {
    for (std::size_t i = 0; i < view.lines.size(); ++i) {
      ui.key_value(key("plan/cijfer/", std::to_string(i)), plain(view.lines[i].left), plain(view.lines[i].right));
    }
    checks(view, mem, ui);
  });
}

void body(const app::PlanView& view, PlanUi& mem, Ui& ui, MapBoard& maps, app::CommandQueue& out) {
  map_of(view, ui, maps);
  centred(ui, 720, [&] {
    ui.gap(16);
    ui.flow(12, [&] {
      ui.theme_tag("plan/thema", view.plan.theme, icon_by_name(view.plan.theme_icon), view.plan.theme_name);
      ui.label("plan/buurt", Tone::kNeutral, icon_by_name("map-2"), view.plan.buurt);
    });
    ui.gap(8);
    ui.heading("plan/titel", 2, plain(view.plan.title), TextStyle::kH1);
    ui.gap(8);
    if (!view.plan.summary.empty()) {
      ui.text("plan/kort", plain(view.plan.summary), TextStyle::kLead);
      ui.gap(8);
    }
    if (!view.description.empty()) ui.text("plan/lang", plain(view.description));
    if (!view.own_words.empty()) {
      ui.gap(8);
      ui.icon_line("plan/zelf", icon_by_name("users"), Token::kInk2, plain(view.own_words));
    }
    if (!view.by_words.empty()) {
      ui.gap(8);
      ui.text("plan/van", plain(view.by_words), TextStyle::kSmall, {.color = Token::kInk2});
    }
    ui.gap(14);
    figures(view, mem, ui);
    if (!view.why_link.empty()) {
      ui.gap(12);
      ui.card("plan/waarom", {}, [&] {
        if (ui.link_row("plan/waarom-link", view.why_link, icon_by_name("chevron-right"))) {
          go(out, app::Screen::kWhy, view.plan.id);
        }
      });
    }
  });
}

void tick(const app::PlanView& view, Ui& ui, app::CommandQueue& out) {
  ButtonStyle style;
  style.kind = view.plan.chosen ? ButtonKind::kSecondary : ButtonKind::kChoice;
  style.icon = icon_by_name(view.plan.chosen ? "trash" : "pencil-plus");
  style.disabled = !view.fits_budget;
  style.reason = view.button;
  if (ui.button("plan/kies", view.button, style)) out.emplace_back(app::cmd::TogglePlan{view.plan.id});
}

void choose(const app::PlanView& view, Ui& ui, app::CommandQueue& out) {
  ui.icon_line("plan/past", icon_by_name(view.fits_budget ? "coin-euro" : "alert-triangle"),
               view.fits_budget ? Token::kInk : Token::kNeg, view.fits);
  if (!view.can_choose) return;
  ui.gap(10);
  if (model::gives_points(view.method)) {
    const std::int32_t points = ui.points_stepper("plan/punten", to_points_card(view.plan));
    if (points >= 0) out.emplace_back(app::cmd::SetPoints{view.plan.id, points});
  } else {
    tick(view, ui, out);
  }
  if (!view.choice_link.empty() && (actions_beside(ui) || ui.kiosk())) {
    ui.gap(8);
    if (ui.link("plan/keuze", view.choice_link, icon_by_name("arrow-right"))) go(out, app::Screen::kVoteChoose);
  }
}

}  // namespace

void draw(const app::PlanView& view, PlanUi& mem, Ui& ui, MapBoard& maps, app::CommandQueue& out) {
  round_bar(ui, view.page, {}, out);
  if (!view.found) {
    empty_page(ui, "plan", view.not_found_title, view.not_found_words, view.page.back_name, {app::Screen::kPlans, ""},
               out);
    return;
  }
  if (mem.shown != view.plan.id) mem = {view.plan.id, false};
  action_page(
      ui, "plan", view.plan.title, 720, [&] { body(view, mem, ui, maps, out); }, [&] { choose(view, ui, out); });
}

}  // namespace stoepkrijt::ui
