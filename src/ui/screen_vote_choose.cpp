#include "ui/screen_vote_choose.hpp"

#include <algorithm>
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

void tick_card(const app::PlanItem& plan, const app::VoteChooseView& view, Ui& ui, app::CommandQueue& out) {
  const int tiles = std::max(1, view.tiles);
  const PlanCardResult result = ui.plan_card(key("plan/", plan.id), to_card(plan, tiles));
  if (result.toggled) out.emplace_back(app::cmd::TogglePlan{plan.id});
  if (result.opened) go(out, app::Screen::kPlan, plan.id);
}

void points_card(const app::PlanItem& plan, Ui& ui, app::CommandQueue& out) {
  const PointsCardResult result = ui.points_card(key("plan/", plan.id), to_points_card(plan));
  if (result.points >= 0) out.emplace_back(app::cmd::SetPoints{plan.id, result.points});
  if (result.opened) go(out, app::Screen::kPlan, plan.id);
}

void rank_card(const app::PlanItem& plan, const app::VoteChooseView& view, Ui& ui, app::CommandQueue& out) {
  RankCardData card;
  card.theme = plan.theme;
  card.icon = icon_by_name(plan.icon);
  const std::string number = std::to_string(plan.place);
  card.number = number;
  card.title = plan.title;
  card.price = plan.price;
  card.place = plan.buurt;
  card.first = plan.place == 1;
  card.last = plan.last_place;
  card.drags = view.ranked.size() > 1;
  card.open_name = plan.open_name;
  card.up_words = view.up_words;
  card.down_words = view.down_words;
  card.up_name = plan.up_name;
  card.down_name = plan.down_name;
  card.out_name = plan.out_name;
  // Its key is not that of the card in the other list: moving over makes another element.
  const RankCardResult result = ui.rank_card(key("rang/", plan.id), card);
  const auto at = static_cast<std::int32_t>(plan.place) - 1;
  if (result.move != 0) out.emplace_back(app::cmd::MoveRank{plan.id, at + result.move});
  if (result.out) out.emplace_back(app::cmd::TogglePlan{plan.id});
  if (result.opened) go(out, app::Screen::kPlan, plan.id);
}

void ranking(const app::VoteChooseView& view, Ui& ui, app::CommandQueue& out) {
  ui.heading("stem/volgorde-kop", 2, plain(view.ranked_title), TextStyle::kH3);
  ui.gap(8);
  if (view.ranked.empty()) {
    ui.note("stem/volgorde-leeg", Tone::kChosen, icon_by_name("info-circle"), view.ranked_empty);
  } else {
    if (view.ranked.size() > 1) {
      ui.text("stem/volgorde-slepen-uitleg", plain(view.rank_hint), TextStyle::kSmall, {.color = Token::kInk2});
      ui.gap(8);
    }
    ui.list("stem/volgorde", view.ranked_title, [&] {
      std::vector<std::string> keys;
      for (const std::size_t at : view.ranked) keys.push_back(key("rang/", view.plans[at].id));
      const Reordered moved = ui.reorder("stem/volgorde-slepen", keys, 12, [&](int i) {
        rank_card(view.plans[view.ranked[static_cast<std::size_t>(i)]], view, ui, out);
      });
      if (moved.from < 0) return;
      const app::PlanItem& plan = view.plans[view.ranked[static_cast<std::size_t>(moved.from)]];
      out.emplace_back(app::cmd::MoveRank{plan.id, moved.to});
    });
  }
  ui.gap(20);
}

/// The plans that the filter shows; on a ranking those without a place.
std::vector<std::size_t> listed(const app::VoteChooseView& view, const VoteChooseUi& mem) {
  std::vector<std::size_t> shown =
      app::shown_plans(view.plans, {.theme = mem.theme, .buurt = "", .cheapest_first = false});
  if (view.method == model::VoteMethod::kRanking) {
    std::erase_if(shown, [&](std::size_t i) { return view.plans[i].place > 0; });
  }
  return shown;
}

void body(const app::VoteChooseView& view, VoteChooseUi& mem, Ui& ui, app::CommandQueue& out) {
  const bool ranked = view.method == model::VoteMethod::kRanking;
  const std::vector<std::size_t> shown = listed(view, mem);
  centred(ui, 1080, [&] {
    ui.gap(12);
    if (ranked) ranking(view, ui, out);
    chips(view, mem, ui, out);
    ui.gap(12);
    const std::string& count = view.count_words[shown.size()];
    ui.heading("stem/aantal", 2, plain(ranked ? key(view.others_title, ": ", count) : count), TextStyle::kH3);
    ui.gap(8);
    if (shown.empty()) return ui.gap(16);
    ui.list("stem/lijst", view.list_name, [&] {
      ui.grid(static_cast<int>(shown.size()), 340 * unit(ui) * ui.input().text_scale, 12, [&](int i) {
        const app::PlanItem& plan = view.plans[shown[static_cast<std::size_t>(i)]];
        if (model::gives_points(view.method)) {
          points_card(plan, ui, out);
        } else {
          tick_card(plan, view, ui, out);
        }
      });
    });
    ui.gap(16);
  });
}

/// Room that a button with these words and an icon takes on one line.
float button_width(const Ui& ui, std::string_view words) {
  return ui.text_width(key("**", words, "**"), TextStyle::kButton) + (24 * ui.input().text_scale + 54) * unit(ui);
}

// Undo stands beside the way on when there is room for it, with its words or as an arrow: so a phone shows more plans.
void actions(const app::VoteChooseView& view, Ui& ui, app::CommandQueue& out) {
  ButtonStyle back{.kind = ButtonKind::kSecondary,
                   .icon = icon_by_name("arrow-back-up"),
                   .disabled = !view.undo_reason.empty(),
                   .reason = view.undo_reason};
  ButtonStyle on{.icon = icon_by_name("arrow-right"), .icon_right = true};
  if (view.blank) on.kind = ButtonKind::kSecondary;
  const auto undo = [&] {
    if (ui.button("stem/terug", view.undo, back)) out.emplace_back(app::cmd::UndoChoice{});
  };
  const auto next = [&] {
    if (ui.button("stem/verder", view.button, on)) go(out, app::Screen::kVoteCheck);
  };
  const float room = ui.width() - 8 - button_width(ui, view.button), arrow = ui.kiosk() ? 104 : 56;
  const float in_words = button_width(ui, view.undo);
  if (room < arrow) {
    back.small = true;
    undo();
    ui.gap(8);
    return next();
  }
  back.bare = room < in_words;
  back.keeps_words = true;
  ui.row({Cell::width(back.bare ? arrow : in_words), Cell::grow()}, 8, VAlign::kTop,
         [&](int i) { i == 0 ? undo() : next(); });
}

}  // namespace

void draw(const app::VoteChooseView& view, VoteChooseUi& mem, Ui& ui, app::CommandQueue& out) {
  round_bar(ui, view.page, {}, out);
  if (!view.may_vote) return no_vote_page(ui, "stem", view.no_vote, out);
  step_band(ui, view.band);
  const auto bar = [&](bool low) {
    if (low) return purse_strip(ui, "stem/meter", view.purse);
    purse_meter(ui, "stem/meter", view.purse);
    ui.gap(10);
  };
  bar_page(ui, "stem", view.sheet_name, 1080, [&] { body(view, mem, ui, out); }, bar, [&] { actions(view, ui, out); });
}

}  // namespace stoepkrijt::ui
