#include "ui/screen_status.hpp"

#include <vector>

#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

using app::StatusForm;
using app::StatusView;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

void now(const StatusView& view, Ui& ui) {
  ui.heading("stand/titel", 2, plain(view.title), TextStyle::kH2);
  ui.gap(8);
  ui.flow(8, [&] { ui.label("stand/nu", to_tone(view.tone), 0, view.now); });
  if (view.now_words.empty()) return;
  ui.gap(8);
  ui.text("stand/nu-reden", plain(view.now_words));
}

void states(const StatusView& view, StatusForm& form, Ui& ui) {
  ui.heading("stand/kop", 3, plain(view.states_title), TextStyle::kH3);
  ui.gap(8);
  std::vector<std::string_view> words;
  for (const StatusView::Choice& choice : view.states) words.push_back(choice.words);
  const int next = ui.radio_cards("stand/welke", view.states_title, words, view.chosen);
  if (next >= 0) form.status = view.states[at(next)].status;
  if (!view.asks_reason) return;
  ui.gap(16);
  ui.text_area("stand/reden", form.reason,
               {.label = view.reason_label, .hint = view.reason_hint, .required = view.needs_reason});
}

void agreement(const StatusView& view, StatusForm& form, Ui& ui) {
  ui.heading("stand/wie-kop", 3, plain(view.who_title), TextStyle::kH3);
  ui.gap(8);
  const std::vector<std::string_view> parties(view.parties.begin(), view.parties.end());
  const int who = ui.radio_cards("stand/wie", view.who_title, parties, view.party);
  if (who >= 0) form.action.party = who == 0 ? "" : view.parties[at(who)];
  ui.gap(16);
  ui.text_field("stand/wat", form.action.direction, {.label = view.what_label, .hint = view.what_hint});
  ui.gap(20);
  ui.heading("stand/wanneer-kop", 3, plain(view.when_title), TextStyle::kH3);
  ui.gap(8);
  std::vector<std::string_view> days;
  for (const StatusView::Day& day : view.days) days.push_back(day.words);
  const int day = ui.radio_cards("stand/wanneer", view.when_title, days, view.day);
  if (day >= 0) form.action.promised = view.days[at(day)].date;
}

}  // namespace

void draw(const app::State& state, const app::Lang& lang, StatusForm& form, Ui& ui, app::CommandQueue& out) {
  if (form.signal != state.route.id) form = app::status_form(state, state.route.id);
  const StatusView view = app::make_status_view(state, lang, form);
  round_bar(ui, view.page, view.title, out);
  if (!view.present) {
    plain_page(ui, "stand/weg", 720, [&] { ui.empty_state("stand/weg", view.gone_title, view.gone_words); });
    return;
  }
  action_page(
      ui, "stand", view.title, 720,
      [&] {
        centred(ui, 720, [&] {
          ui.gap(16);
          now(view, ui);
          ui.gap(20);
          states(view, form, ui);
          ui.gap(24);
          agreement(view, form, ui);
          ui.gap(24);
        });
      },
      [&] {
        if (ui.button("stand/bewaar", view.save, {.icon = icon_by_name("check")})) {
          out.emplace_back(app::cmd::SetStatus{form.signal, form.status, form.reason, form.action});
        }
        ui.gap(12);
        if (ui.button("stand/terug", view.back, {.kind = ButtonKind::kSecondary})) out.emplace_back(app::cmd::Back{});
      });
}

}  // namespace stoepkrijt::ui
