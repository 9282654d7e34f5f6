#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"
#include "ui/screen_planning.hpp"

namespace stoepkrijt::ui {

namespace {

using app::NextRoundView;

void day(const NextRoundView::Day& d, std::string_view k, std::string& iso, Ui& ui) {
  ui.text(key(k, "-kop"), plain(d.name), TextStyle::kBodyBold);
  ui.gap(6);
  const int step = day_row(ui, k, d.name, d.words, d.less, d.more);
  if (step != 0) iso = step < 0 ? d.before : d.after;
  ui.gap(16);
}

void facts(const NextRoundView& view, app::NextRoundForm& form, Ui& ui, app::CommandQueue& out) {
  ui.card("volgende/feiten", {}, [&] {
    ui.heading("volgende/feiten-kop", 2, plain(view.facts_title), TextStyle::kH3);
    ui.gap(12);
    ui.text_field("volgende/naam", form.title.nl, {.label = view.title_label, .required = true});
    ui.gap(12);
    if (ui.text_field("volgende/bedrag", form.budget,
                      {.label = view.budget_label,
                       .hint = view.budget_hint,
                       .error = form.budget_wrong ? std::string_view(view.not_money) : std::string_view{},
                       .numeric = true})
            .changed) {
      form.budget_wrong = false;
    }
    ui.gap(16);
    day(view.opens, "volgende/eerste", form.opens, ui);
    day(view.closes, "volgende/laatste", form.closes, ui);
    day(view.result_on, "volgende/uitslag", form.result_on, ui);
    if (!ui.button("volgende/bewaar", view.save, {.kind = ButtonKind::kSecondary, .icon = icon_by_name("check")})) {
      return;
    }
    Money budget;
    form.budget_wrong = !app::read_amount(form.budget, budget, form.budget_wrong) || budget.cents == 0;
    if (form.budget_wrong) return;
    out.emplace_back(app::cmd::SetNextRound{form.title, budget, form.opens, form.closes, form.result_on});
  });
}

void plans(const NextRoundView& view, Ui& ui, app::CommandQueue& out) {
  ui.heading_row("volgende/plannen-kop", 2, view.plans_title, TextStyle::kH2,
                 view.plans.empty() ? "" : view.plans_count);
  ui.gap(8);
  if (view.plans.empty()) {
    ui.empty_state("volgende/leeg", view.none_title, view.none_words);
    ui.gap(12);
    return;
  }
  ui.text("volgende/samen", plain(view.together), TextStyle::kSmall, {.color = Token::kInk2});
  ui.gap(8);
  ui.list("volgende/plannen", view.plans_title, [&] {
    for (const NextRoundView::Line& line : view.plans) {
      const std::string k = key("volgende/plan/", line.id);
      ui.list_item(k, [&] {
        const float tile = 48 * unit(ui);
        if (ui.card_button(key(k, "/open"), line.open_name, {.padding = 14}, [&] {
              ui.row({Cell::width(tile), Cell::grow()}, 12, VAlign::kTop, [&](int i) {
                if (i == 0) {
                  const Rect r = ui.take(tile);
                  ui.theme_tile(line.theme, icon_by_name(line.icon), r.x, r.y, tile);
                  return;
                }
                ui.text(key(k, "/titel"), plain(line.title), TextStyle::kH3, {.role = Role::kNone});
                ui.text(key(k, "/woorden"), plain(line.words), TextStyle::kSmall,
                        {.color = Token::kInk2, .role = Role::kNone});
              });
            })) {
          out.emplace_back(app::cmd::PreparePlan{"", line.id});
        }
      });
      ui.gap(12);
    }
  });
}

}  // namespace

void draw(const NextRoundView& view, app::NextRoundForm& form, Ui& ui, app::CommandQueue& out) {
  if (form.of != view.now.of) form = view.now;
  scrolling_page(ui, "volgende/rol", view.page, "", 720, out, [&] {
    ui.flow(8, [&] { ui.label("volgende/stand", Tone::kWarning, icon_by_name("pencil"), view.state_label); });
    ui.gap(8);
    ui.text("volgende/intro", plain(view.intro));
    ui.gap(16);
    if (!view.draft.empty()) {
      ui.box("volgende/concept", Tone::kWarning, icon_by_name("pencil"), view.draft, "", [&] {
        if (ui.link("volgende/concept/verder", view.draft_button)) {
          out.emplace_back(app::cmd::PreparePlan{view.draft_idea, view.draft_plan});
        }
      });
      ui.gap(16);
    }
    plans(view, ui, out);
    if (ui.button("volgende/maak", view.make, {.icon = icon_by_name("plus")})) {
      out.emplace_back(app::cmd::PreparePlan{});
    }
    ui.gap(4);
    if (ui.link("volgende/ideeen", view.ideas, icon_by_name("bulb"))) {
      app::MapFilter ideas;
      ideas.problems = ideas.strong = false;
      out.emplace_back(app::cmd::SetFilter{ideas});
      go(out, app::Screen::kSignals);
    }
    ui.gap(16);
    facts(view, form, ui, out);
  });
}

}  // namespace stoepkrijt::ui
