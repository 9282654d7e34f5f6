#include "ui/screen_vote_choose.hpp"

#include <string>
#include <vector>

#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

namespace {

void chips(const app::VoteChooseView& view, VoteChooseUi& mem, Ui& ui, app::CommandQueue& out) {
  ui.flow(8, [&] {
    if (ui.chip("stem/thema/0", view.themes.front().words, 0, mem.theme == 0)) mem.theme = 0;
    if (ui.chip("stem/themas", view.theme_button, icon_by_name("adjustments"), mem.themes_open)) {
      mem.themes_open = !mem.themes_open;
    }
    if (ui.chip("stem/kaart", view.map_button, icon_by_name("map-2"), false)) go(out, app::Screen::kMap);
  });
  if (!mem.themes_open) return;
  ui.gap(8);
  ui.region("stem/thema-groep", Role::kGroup, view.theme_group, [&] {
    ui.flow(8, [&] {
      for (std::size_t i = 1; i < view.themes.size(); ++i) {
        const app::FilterChip& chip = view.themes[i];
        if (ui.chip(key("stem/thema/", std::to_string(chip.theme)), chip.words, icon_by_name(chip.icon),
                    mem.theme == chip.theme)) {
          mem.theme = mem.theme == chip.theme ? 0 : chip.theme;
        }
      }
    });
  });
}

void body(const app::VoteChooseView& view, VoteChooseUi& mem, Ui& ui, app::CommandQueue& out) {
  const std::vector<std::size_t> shown =
      app::shown_plans(view.plans, {.theme = mem.theme, .buurt = "", .cheapest_first = false});
  centred(ui, 1080, [&] {
    ui.gap(12);
    chips(view, mem, ui, out);
    ui.gap(12);
    ui.heading("stem/aantal", 2, plain(view.count_words[shown.size()]), TextStyle::kH3);
    ui.gap(8);
    ui.list("stem/lijst", view.list_name, [&] {
      ui.grid(static_cast<int>(shown.size()), 340 * unit(ui) * ui.input().text_scale, 12, [&](int i) {
        const app::PlanItem& plan = view.plans[shown[static_cast<std::size_t>(i)]];
        const PlanCardResult result = ui.plan_card(key("plan/", plan.id), to_card(plan, view.purse.tiles.count));
        if (result.toggled) out.emplace_back(app::cmd::TogglePlan{plan.id});
        if (result.opened) go(out, app::Screen::kPlan, plan.id);
      });
    });
    ui.gap(16);
  });
}

}  // namespace

void draw(const app::VoteChooseView& view, VoteChooseUi& mem, Ui& ui, app::CommandQueue& out) {
  round_bar(ui, view.page, {}, out);
  if (!view.may_vote) return no_vote_page(ui, "stem", view.no_vote, out);
  step_band(ui, view.band);
  action_page(
      ui, "stem", view.sheet_name, 1080, [&] { body(view, mem, ui, out); },
      [&] {
        purse_meter(ui, "stem/meter", view.purse);
        ui.gap(14);
        ButtonStyle style{.icon = icon_by_name("arrow-right"), .icon_right = true};
        if (view.blank) style.kind = ButtonKind::kSecondary;
        if (ui.button("stem/verder", view.button, style)) go(out, app::Screen::kVoteCheck);
      });
}

}  // namespace stoepkrijt::ui
