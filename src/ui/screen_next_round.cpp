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
  ui.gap(8);
  const ButtonStyle style{.kind = ButtonKind::kSecondary, .small = true, .description = d.name};
  ui.grid(2, 150, 12, [&](int i) {
    if (ui.button(key(k, i == 0 ? "/dag-eerder" : "/dag-later"), i == 0 ? d.day_less : d.day_more, style)) {
      iso = i == 0 ? d.day_before : d.day_after;
    }
  });
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

void told(const NextRoundView::Told& view, NextRoundUi& mem, Ui& ui, app::CommandQueue& out) {
  // What was typed stays until it is kept; what was not touched follows what is kept (an undo, another language). Of
  // another dossier nothing stays.
  const bool free = mem.told == mem.told_kept || mem.told.of != view.now.of || app::is_kept(mem.told, view.now);
  if (!(mem.told_kept == view.now) && free) {
    mem.told = mem.told_kept = view.now;
  }
  app::RoundWordsForm& form = mem.told;
  ui.card("volgende/woorden", {}, [&] {
    ui.heading("volgende/woorden-kop", 2, plain(view.title), TextStyle::kH3);
    ui.gap(4);
    ui.text("volgende/woorden-uitleg", plain(view.words), TextStyle::kSmall, {.color = Token::kInk2});
    ui.gap(12);
    if (!view.old_words.empty()) {
      ui.note("volgende/woorden-oud", Tone::kWarning, icon_by_name("alert-triangle"), plain(view.old_words));
      ui.gap(12);
    }
    ui.text("volgende/trede-kop", plain(view.ladder), TextStyle::kBodyBold);
    ui.gap(6);
    const std::vector<std::string_view> steps(view.steps.begin(), view.steps.end());
    const int step = ui.radio_cards("volgende/trede", view.ladder, steps, static_cast<int>(form.ladder));
    if (step >= 0) form.ladder = static_cast<model::LadderStep>(step);
    ui.gap(16);
    const auto area = [&](std::string_view k, const app::PlanningView::Field& f, std::string& value, float height) {
      ui.text_area(k, value, {.label = f.label, .hint = f.hint, .height = height});
      ui.gap(12);
    };
    area("volgende/open", view.open_points, form.open_points, 128);
    area("volgende/vast", view.fixed_points, form.fixed_points, 168);
    area("volgende/wie", view.who_may_vote, form.who_may_vote, 96);
    area("volgende/daarna", view.afterwards, form.afterwards, 168);
    if (ui.button("volgende/woorden-bewaar", view.save,
                  {.kind = ButtonKind::kSecondary, .icon = icon_by_name("check")})) {
      out.emplace_back(app::cmd::SetRoundWords{form.lang, form.ladder, form.who_may_vote, form.open_points,
                                               form.fixed_points, form.afterwards});
    }
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

void draw(const NextRoundView& view, NextRoundUi& mem, Ui& ui, app::CommandQueue& out) {
  if (mem.facts.of != view.now.of) mem.facts = view.now;
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
    facts(view, mem.facts, ui, out);
    ui.gap(16);
    told(view.told, mem, ui, out);
  });
}

}  // namespace stoepkrijt::ui
