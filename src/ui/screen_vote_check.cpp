#include "ui/screen_vote_check.hpp"

#include <string>
#include <vector>

#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

namespace {

void choice_card(const app::VoteCheckView& view, Ui& ui) {
  ui.card("nakijken/keuze", {}, [&] {
    ui.list("nakijken/lijst", view.words, [&] {
      for (std::size_t i = 0; i < view.plans.size(); ++i) {
        const app::PlanItem& plan = view.plans[i];
        ui.list_item(key("nakijken/", plan.id), [&] {
          const std::string title = plan.place > 0 ? key(std::to_string(plan.place), ". ", plan.title) : plan.title;
          ui.money_row(key("nakijken/", plan.id, "/rij"), plan.theme, icon_by_name(plan.icon), title, view.smalls[i],
                       view.amounts[i], i + 1 == view.plans.size());
        });
      }
    });
    const Rect rule = ui.take(3);
    ui.fill(rule, Token::kInk);
    ui.gap(4);
    ui.key_value("nakijken/samen", view.together_word, view.together, true);
    ui.gap(4);
    const std::vector<Part> parts = to_parts(view.purse.parts);
    ui.budget_meter("nakijken/meter", view.purse.name, parts, view.purse.tiles.count, view.purse.over, 24);
    ui.gap(8);
    ui.text("nakijken/over", view.left_words, TextStyle::kSmall,
            {.color = view.purse.over ? Token::kNeg : Token::kInk2});
  });
}

}  // namespace

void draw(const app::VoteCheckView& view, Ui& ui, app::CommandQueue& out) {
  round_bar(ui, view.page, {}, out);
  if (!view.may_vote) return no_vote_page(ui, "nakijken", view.no_vote, out);
  step_band(ui, view.band);
  const auto content = [&] {
    centred(ui, 720, [&] {
      ui.gap(14);
      ui.heading("nakijken/kop", 2, plain(view.heading), TextStyle::kH1);
      ui.gap(2);
      ui.text("nakijken/tekst", view.words, TextStyle::kLead);
      ui.gap(10);
      if (!view.plans.empty()) {
        choice_card(view, ui);
        ui.gap(10);
      }
      ui.note("nakijken/let-op", Tone::kWarning, icon_by_name("lock"), view.note);
      ui.gap(16);
    });
  };
  action_page(ui, "nakijken", view.band.title, 720, content, [&] {
    const ButtonStyle cast{.icon = icon_by_name("mail-check"), .disabled = !view.can_cast, .reason = view.button};
    if (ui.button("nakijken/inleveren", view.button, cast)) out.emplace_back(app::cmd::CastBallot{});
    ui.gap(8);
    if (ui.button("nakijken/veranderen", view.change, {.kind = ButtonKind::kSecondary}))
      go(out, app::Screen::kVoteChoose);
  });
}

}  // namespace stoepkrijt::ui
