#include "ui/screen_rule.hpp"

#include <vector>

#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

namespace {

using app::RuleView;

void now(const RuleView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("telregel/nu", {}, [&] {
    of_round(ui, "telregel/ronde", view.of);
    ui.text("telregel/nu-kop", plain(view.now_title), TextStyle::kSmall, {.color = Token::kInk2});
    ui.heading("telregel/nu-naam", 2, plain(view.now_name), TextStyle::kH2);
    ui.gap(4);
    ui.text("telregel/nu-tekst", plain(view.now_about));
    ui.gap(10);
    ui.icon_line("telregel/vast", icon_by_name(view.may_change ? "info-circle" : "lock"), Token::kInk2,
                 plain(view.fixed), TextStyle::kSmall);
    ui.gap(10);
    ui.card("telregel/opdracht", {.fill = Token::kSunk, .padding = 12, .radius = 12, .elevation = 0},
            [&] { ui.text("telregel/opdracht-tekst", plain(view.now_command), TextStyle::kSmallBold); });
    ui.gap(10);
    ui.divider();
    if (ui.link_row("telregel/vorm", view.form_link, icon_by_name("chevron-right")))
      go(out, app::Screen::kVoteForm, view.round);
  });
}

void choice(const RuleView& view, const RuleView::Choice& c, Ui& ui, app::CommandQueue& out) {
  const std::string k = key("telregel/regel/", c.rule.id);
  ui.card(k, {.chosen = c.chosen}, [&] {
    ui.heading(key(k, "/naam"), 3, plain(c.name), TextStyle::kH3);
    if (c.chosen) {
      ui.gap(4);
      ui.flow(8,
              [&] { ui.label(key(k, "/gekozen"), Tone::kPositive, icon_by_name("circle-check"), view.chosen_label); });
    }
    ui.gap(4);
    ui.text(key(k, "/tekst"), plain(c.about), TextStyle::kBody);
    ui.gap(4);
    ui.text(key(k, "/bron"), plain(c.source), TextStyle::kSmall, {.color = Token::kInk2});
    if (view.may_change && !c.chosen) {
      ui.gap(10);
      const std::string name = view.choose_button + ": " + c.name;
      if (ui.button(key(k, "/kies"), view.choose_button,
                    {.kind = ButtonKind::kSecondary, .small = true, .description = name})) {
        out.emplace_back(app::cmd::SetCountingRule{c.rule, view.round});
      }
    }
  });
  ui.gap(10);
}

void options(const RuleView& view, Ui& ui, RuleUi& own, app::CommandQueue& out) {
  if (view.groups.empty()) return;
  if (ui.link("telregel/meer", own.more ? view.more_hide : view.more_show, icon_by_name("settings"))) {
    own.more = !own.more;
  }
  if (!own.more) return;
  ui.gap(8);
  for (const RuleView::Group& group : view.groups) {
    const std::string k = key("telregel/keuze/", group.key);
    ui.card(k, {}, [&] {
      ui.heading(key(k, "/kop"), 3, plain(group.title), TextStyle::kH3);
      ui.text(key(k, "/tekst"), plain(group.words), TextStyle::kSmall, {.color = Token::kInk2});
      ui.gap(8);
      std::vector<std::string_view> words;
      int chosen = -1;
      for (std::size_t i = 0; i < group.options.size(); ++i) {
        words.push_back(group.options[i].words);
        if (group.options[i].chosen) chosen = static_cast<int>(i);
      }
      const int next = ui.radio_cards(key(k, "/welke"), group.title, words, chosen);
      if (next >= 0 && next != chosen) {
        out.emplace_back(app::cmd::SetCountingRule{group.options[static_cast<std::size_t>(next)].rule, view.round});
      }
      if (group.key != "ties" || !view.wants_seed) return;
      ui.gap(12);
      if (!own.seed_touched) own.seed = view.seed;
      const FieldResult field =
          ui.text_field(key(k, "/startwoord"), own.seed, {.label = view.seed_label, .hint = view.seed_hint});
      own.seed_touched = own.seed_touched || field.changed;
      ui.gap(8);
      const bool pressed = ui.button(key(k, "/leg-vast"), view.seed_button, {.kind = ButtonKind::kSecondary});
      if ((pressed || field.committed) && chosen >= 0) {
        model::CountingRule rule = group.options[static_cast<std::size_t>(chosen)].rule;
        rule.seed = own.seed;
        own.seed_touched = false;
        out.emplace_back(app::cmd::SetCountingRule{std::move(rule), view.round});
      }
    });
    ui.gap(10);
  }
}

void past_row(const RuleView& view, const RuleView::Past& row, std::size_t index, Ui& ui, const RuleUi& own) {
  const std::string k = key("telregel/eerder/", std::to_string(index));
  ui.list_item(k, [&] {
    ui.gap(10);
    ui.text(key(k, "/naam"), key(plain(row.name), row.announced ? key(" · ", plain(view.chosen_label)) : ""),
            TextStyle::kBodyBold);
    if (!row.note.empty()) {
      ui.text(key(k, "/noot"), plain(row.note), TextStyle::kSmall, {.color = Token::kInk2});
      return;
    }
    ui.text(key(k, "/klein"), plain(row.small), TextStyle::kSmall, {.color = Token::kInk2});
    ui.measure_row(key(k, "/leeg"), view.col_empty, row.empty_share, row.empty, Tone::kAction);
    if (!own.categories) return;
    for (std::size_t c = 0; c < row.categories.size(); ++c) {
      const RuleView::Past::Share& share = row.categories[c];
      ui.measure_row(key(k, "/thema/", std::to_string(c)), share.words, share.share, share.amount, Tone::kAction);
    }
  });
}

void past(const RuleView& view, Ui& ui, RuleUi& own, app::CommandQueue& out) {
  ui.card("telregel/eerder", {}, [&] {
    ui.heading("telregel/eerder-kop", 2, plain(view.past_title), TextStyle::kH3);
    ui.gap(4);
    ui.text("telregel/eerder-tekst", plain(view.past_words));
    ui.gap(4);
    ui.text("telregel/eerder-bron", plain(view.past_source), TextStyle::kSmallBold);
    if (!view.past_error.empty()) {
      ui.gap(8);
      ui.box("telregel/eerder-fout", Tone::kNegative, icon_by_name("alert-triangle"), view.past_error, "");
    }
    if (!view.past.empty()) {
      ui.list("telregel/eerder-lijst", view.past_title, [&] {
        for (std::size_t i = 0; i < view.past.size(); ++i) {
          past_row(view, view.past[i], i, ui, own);
          if (i + 1 < view.past.size()) {
            ui.gap(6);
            ui.divider();
          }
        }
      });
      ui.gap(6);
      if (ui.link("telregel/eerder-themas", own.categories ? view.categories_hide : view.categories_show,
                  icon_by_name("list-details"))) {
        own.categories = !own.categories;
      }
    }
    ui.gap(10);
    if (ui.button("telregel/eerder-open", view.past_pick,
                  {.kind = ButtonKind::kSecondary, .icon = icon_by_name("file-import")})) {
      out.emplace_back(app::cmd::PickPast{});
    }
    if (!view.past_is_example) {
      ui.gap(8);
      if (ui.link("telregel/eerder-voorbeeld", view.past_example, icon_by_name("arrow-left"))) {
        out.emplace_back(app::cmd::ExamplePast{});
      }
    }
  });
  if (view.past_busy.title.empty()) return;
  ui.gap(10);
  busy_card(ui, "telregel/bezig", view.past_busy, out);
}

void choices(const RuleView& view, Ui& ui, RuleUi& own, app::CommandQueue& out) {
  options(view, ui, own, out);
  ui.gap(12);
  ui.heading("telregel/lijst-kop", 2, plain(view.list_title), TextStyle::kH3);
  ui.gap(2);
  ui.text("telregel/lijst-tekst", plain(view.list_words), TextStyle::kBody, {.color = Token::kInk2});
  ui.gap(10);
  ui.list("telregel/lijst", view.list_title, [&] {
    for (const RuleView::Choice& c : view.choices) {
      ui.list_item(key("telregel/lijst/", c.rule.id), [&] { choice(view, c, ui, out); });
    }
  });
  if (view.not_defined.empty()) return;
  ui.icon_line("telregel/niet", icon_by_name("info-circle"), Token::kInk2, plain(view.not_defined), TextStyle::kSmall,
               {.color = Token::kInk2});
}

}  // namespace

void draw(const RuleView& view, Ui& ui, RuleUi& own, app::CommandQueue& out) {
  round_bar(ui, view.page, {}, out);
  if (!view.has_round) {
    plain_page(ui, "telregel", 560, [&] { ui.empty_state("telregel/leeg", view.empty_title, view.empty_words); });
    return;
  }
  bare_page(ui, "telregel", [&] {
    centred(ui, 1180, [&] {
      ui.gap(16);
      if (actions_beside(ui)) {
        ui.row({Cell::grow(), Cell::grow()}, 20, VAlign::kTop, [&](int i) {
          if (i == 0) {
            now(view, ui, out);
            ui.gap(12);
            choices(view, ui, own, out);
          } else {
            past(view, ui, own, out);
          }
        });
      } else {
        now(view, ui, out);
        ui.gap(12);
        choices(view, ui, own, out);
        ui.gap(16);
        past(view, ui, own, out);
      }
      ui.gap(32);
    });
  });
}

}  // namespace stoepkrijt::ui
