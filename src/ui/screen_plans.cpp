#include "ui/screen_plans.hpp"

#include <string>
#include <vector>

#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

namespace {

void filters(const app::PlansView& view, PlansUi& mem, Ui& ui) {
  const auto head = [&](std::string_view k, std::string_view words) {
    ui.gap(12);
    ui.text(k, plain(words), TextStyle::kSmallBold);
    ui.gap(8);
  };
  head("plannen/thema-kop", view.theme_group);
  ui.region("plannen/thema", Role::kGroup, view.theme_group, [&] {
    ui.flow(8, [&] {
      for (const app::FilterChip& chip : view.themes) {
        const Icon icon = chip.icon.empty() ? Icon{0} : icon_by_name(chip.icon);
        if (ui.chip(key("plannen/thema/", std::to_string(chip.theme)), chip.words, icon,
                    mem.filter.theme == chip.theme)) {
          mem.filter.theme = chip.theme;
        }
      }
    });
  });
  if (!view.buurten.empty()) {
    head("plannen/buurt-kop", view.buurt_group);
    ui.region("plannen/buurt", Role::kGroup, view.buurt_group, [&] {
      ui.flow(8, [&] {
        for (const app::FilterChip& chip : view.buurten) {
          if (ui.chip(key("plannen/buurt/", chip.code), chip.words, 0, mem.filter.buurt == chip.code)) {
            mem.filter.buurt = chip.code;
          }
        }
      });
    });
  }
  head("plannen/volgorde-kop", view.sort_group);
  ui.region("plannen/volgorde", Role::kGroup, view.sort_group, [&] {
    ui.flow(8, [&] {
      if (ui.chip("plannen/volgorde/vast", view.sort_listed, 0, !mem.filter.cheapest_first))
        mem.filter.cheapest_first = false;
      if (ui.chip("plannen/volgorde/kosten", view.sort_cheapest, 0, mem.filter.cheapest_first))
        mem.filter.cheapest_first = true;
    });
  });
}

void card(const app::PlanItem& plan, const app::PlansView& view, Ui& ui, app::CommandQueue& out) {
  const std::string k = key("plannen/", plan.id);
  const float tile = 56 * unit(ui);
  const bool pressed = ui.card_button(key(k, "/open"), plan.open_name, {.padding = 14}, [&] {
    ui.row({Cell::width(tile), Cell::grow()}, 12, VAlign::kTop, [&](int i) {
      if (i == 0) {
        const Rect r = ui.take(tile);
        ui.theme_tile(plan.theme, icon_by_name(plan.icon), r.x, r.y, tile);
        return;
      }
      ui.text(key(k, "/titel"), plain(plan.title), TextStyle::kH3, {.role = Role::kNone});
      ui.gap(3);
      ui.text(key(k, "/prijs"), key("**", plan.price, "**  ", plain(plan.buurt)), TextStyle::kBody,
              {.role = Role::kNone});
      ui.gap(4);
      ui.text(key(k, "/kort"), plain(plan.summary), TextStyle::kSmall, {.color = Token::kInk2, .role = Role::kNone});
      ui.gap(8);
      ui.tile_bar(plan.theme, plan.share, view.tiles);
    });
  });
  if (pressed) go(out, app::Screen::kPlan, plan.id);
}

void body(const app::PlansView& view, PlansUi& mem, Ui& ui, app::CommandQueue& out) {
  const std::vector<std::size_t> shown = app::shown_plans(view.plans, mem.filter);
  ui.gap(16);
  ui.text("plannen/inleiding", view.intro);
  ui.gap(12);
  const bool narrowed = mem.filter.theme != 0 || !mem.filter.buurt.empty();
  ui.flow(8, [&] {
    if (!view.themes.empty() && ui.chip("plannen/alle", view.themes.front().words, 0, !narrowed)) {
      mem.filter.theme = 0;
      mem.filter.buurt.clear();
    }
    if (ui.chip("plannen/filter", view.filter_words, icon_by_name("adjustments"), mem.filters_open)) {
      mem.filters_open = !mem.filters_open;
    }
  });
  if (mem.filters_open) filters(view, mem, ui);
  ui.gap(16);
  ui.heading("plannen/aantal", 2, plain(view.count_words[shown.size()]), TextStyle::kH3);
  ui.text("plannen/vak", view.tile_words, TextStyle::kSmall, {.color = Token::kInk2});
  ui.gap(10);
  if (shown.empty()) {
    ui.empty_state("plannen/leeg", view.nothing_title, view.nothing_words);
    ui.gap(12);
    if (ui.button("plannen/wis", view.clear, {.kind = ButtonKind::kSecondary})) mem.filter = {};
    return;
  }
  ui.list("plannen/lijst", view.page.title, [&] {
    ui.grid(static_cast<int>(shown.size()), 340 * unit(ui) * ui.input().text_scale, 12, [&](int i) {
      const app::PlanItem& plan = view.plans[shown[static_cast<std::size_t>(i)]];
      ui.list_item(key("plannen/", plan.id), [&] { card(plan, view, ui, out); });
    });
  });
}

}  // namespace

void draw(const app::PlansView& view, PlansUi& mem, Ui& ui, app::CommandQueue& out) {
  round_bar(ui, view.page, {}, out);
  if (!view.has_round) {
    plain_page(ui, "plannen", 560, [&] { ui.empty_state("plannen/leeg", view.nothing_title, view.nothing_words); });
    return;
  }
  bare_page(ui, "plannen", [&] {
    centred(ui, 1180, [&] {
      body(view, mem, ui, out);
      ui.gap(16);
      if (!view.vote_words.empty() && ui.button("plannen/stem", view.vote_words, {.icon = icon_by_name("pencil")})) {
        go(out, app::Screen::kVoteRead);
      }
      ui.gap(8);
      if (ui.link("plannen/volgende-ronde", view.next_round, icon_by_name("chevron-right"))) {
        go(out, app::Screen::kNextRound);
      }
      ui.gap(32);
    });
  });
}

}  // namespace stoepkrijt::ui
