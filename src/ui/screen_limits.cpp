#include "ui/screen_limits.hpp"

#include <string_view>
#include <vector>

#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

namespace {

using app::LimitsView;

void rows(const LimitsView& view, Ui& ui, LimitsUi& own, app::CommandQueue& out) {
  ui.card("potten/nu", {}, [&] {
    ui.heading("potten/nu-kop", 2, plain(view.rows_title), TextStyle::kH3);
    if (view.rows.empty()) {
      ui.gap(4);
      ui.text("potten/geen", plain(view.rows_none));
    }
    for (const LimitsView::Row& row : view.rows) {
      const std::string k = key("potten/regel/", row.key);
      ui.gap(10);
      ui.text(key(k, "/naam"), plain(row.name), TextStyle::kBodyBold);
      ui.text(key(k, "/bedragen"), plain(row.words));
      if (!view.locked.empty()) continue;
      ui.gap(6);
      if (ui.button(key(k, "/weg"), view.remove_button,
                    {.kind = ButtonKind::kSecondary, .small = true, .description = row.remove_name})) {
        own.chosen = -1;
        out.emplace_back(app::cmd::SetLimit{row.nothing, view.round});
      }
    }
    if (view.together.empty()) return;
    ui.gap(10);
    ui.icon_line("potten/samen", icon_by_name("info-circle"), Token::kInk2, plain(view.together), TextStyle::kSmall);
  });
}

void fields(const LimitsView& view, Ui& ui, LimitsUi& own, app::CommandQueue& out) {
  const LimitsView::Choice& choice = view.choices[static_cast<std::size_t>(own.chosen)];
  ui.card("potten/bedragen", {}, [&] {
    ui.heading("potten/bedragen-kop", 3, plain(choice.name), TextStyle::kH3);
    struct Field {
      std::string_view key, label, hint;
      std::string* text;
      bool* wrong;
    };
    bool committed = false;
    for (const Field& f : {Field{"pot", view.pot_label, view.pot_hint, &own.pot, &own.pot_wrong},
                           Field{"minstens", view.least_label, view.least_hint, &own.least, &own.least_wrong},
                           Field{"hoogstens", view.most_label, view.most_hint, &own.most, &own.most_wrong}}) {
      ui.gap(12);
      const FieldResult result = ui.text_field(
          key("potten/", f.key), *f.text,
          {.label = f.label, .hint = f.hint, .error = *f.wrong ? view.not_money : std::string_view{}, .numeric = true});
      if (result.changed) *f.wrong = false;
      committed = committed || result.committed;
    }
    ui.gap(16);
    if (!ui.button("potten/bewaar", view.save_button) && !committed) return;
    model::SpendingLimit limit = choice.limit;
    const bool pot = app::read_amount(own.pot, limit.pot, own.pot_wrong);
    const bool least = app::read_amount(own.least, limit.least, own.least_wrong);
    const bool most = app::read_amount(own.most, limit.most, own.most_wrong);
    if (pot && least && most) out.emplace_back(app::cmd::SetLimit{std::move(limit), view.round});
  });
}

void editor(const LimitsView& view, Ui& ui, LimitsUi& own, app::CommandQueue& out) {
  ui.heading("potten/kies-kop", 2, plain(view.choose_title), TextStyle::kH3);
  ui.gap(8);
  std::vector<std::string_view> names;
  names.reserve(view.choices.size());
  for (const LimitsView::Choice& choice : view.choices) names.emplace_back(choice.name);
  if (own.chosen >= static_cast<int>(names.size())) own.chosen = -1;
  const int next = ui.radio_cards("potten/waarvoor", view.choose_title, names, own.chosen);
  if (next >= 0 && next != own.chosen) {
    const LimitsView::Choice& choice = view.choices[static_cast<std::size_t>(next)];
    own = LimitsUi{next, choice.pot, choice.least, choice.most};
  }
  if (own.chosen < 0) return;
  ui.gap(12);
  fields(view, ui, own, out);
}

}  // namespace

void draw(const LimitsView& view, Ui& ui, LimitsUi& own, app::CommandQueue& out) {
  round_bar(ui, view.page, {}, out);
  if (!view.has_round) {
    plain_page(ui, "potten", 560, [&] { ui.empty_state("potten/leeg", view.none_title, view.none_words); });
    return;
  }
  plain_page(ui, "potten", 640, [&] {
    ui.heading("potten/kop", 2, plain(view.title), TextStyle::kH2);
    of_round(ui, "potten/ronde", view.of);
    ui.gap(4);
    ui.text("potten/inleiding", plain(view.intro));
    ui.gap(12);
    if (!view.locked.empty()) {
      ui.note("potten/dicht", Tone::kWarning, icon_by_name("lock"), plain(view.locked));
      ui.gap(12);
    }
    rows(view, ui, own, out);
    ui.gap(16);
    if (view.locked.empty()) {
      editor(view, ui, own, out);
      ui.gap(16);
    }
    ui.card("potten/kleiner", {}, [&] {
      ui.heading("potten/kleiner-kop", 2, plain(view.part_title), TextStyle::kH3);
      ui.gap(4);
      ui.text("potten/kleiner-tekst", plain(view.part_words));
      ui.gap(8);
      if (view.locked.empty() && ui.checkbox("potten/kleiner-vak", view.part_box, view.part_funding)) {
        out.emplace_back(app::cmd::SetPartFunding{!view.part_funding, view.round});
      }
    });
    ui.gap(16);
    ui.note("potten/hoe", Tone::kAction, icon_by_name("info-circle"), plain(view.example_words));
  });
}

}  // namespace stoepkrijt::ui
