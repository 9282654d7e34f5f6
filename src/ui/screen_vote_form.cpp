#include "ui/screen_vote_form.hpp"

#include <string_view>
#include <vector>

#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

namespace {

void numbers(const app::VoteFormView& view, Ui& ui, app::CommandQueue& out) {
  const bool can = view.locked.empty();
  ui.card("vorm/getallen", {}, [&] {
    ui.heading("vorm/getallen-kop", 3, plain(view.numbers_title), TextStyle::kH3);
    for (const app::VoteFormView::Number& number : view.numbers) {
      ui.gap(12);
      const std::string k = key("vorm/", number.key);
      ui.text(key(k, "/naam"), plain(number.name), TextStyle::kBody, {.align = Align::kCentre, .role = Role::kNone});
      const int step = ui.stepper(k, number.name, number.number, number.words, number.less_name, number.more_name,
                                  can && number.can_less, can && number.can_more);
      if (step != 0) out.emplace_back(app::cmd::SetVoteForm{step < 0 ? number.less : number.more, view.round});
    }
  });
}

}  // namespace

void vote_form_section(const app::VoteFormView& view, Ui& ui, app::CommandQueue& out) {
  ui.heading("vorm/kop", 2, plain(view.title), TextStyle::kH2);
  of_round(ui, "vorm/ronde", view.of);
  ui.gap(4);
  ui.text("vorm/inleiding", plain(view.intro));
  ui.gap(12);
  if (!view.locked.empty()) {
    ui.note("vorm/dicht", Tone::kWarning, icon_by_name("lock"), plain(view.locked));
    ui.gap(12);
  } else if (!view.practice.empty()) {
    ui.note("vorm/oefenen", Tone::kWarning, icon_by_name("info-circle"), plain(view.practice));
    ui.gap(12);
  }
  const std::vector<std::string_view> words(view.methods.begin(), view.methods.end());
  const int picked = ui.radio_cards("vorm/manier", view.title, words, view.chosen);
  if (picked >= 0 && picked != view.chosen) {
    out.emplace_back(app::cmd::SetVoteForm{view.forms[static_cast<std::size_t>(picked)], view.round});
  }
  ui.gap(12);
  ui.note("vorm/uitleg", Tone::kAction, icon_by_name("info-circle"), plain(view.about));
  ui.gap(16);
  numbers(view, ui, out);
}

void draw(const app::VoteFormView& view, Ui& ui, app::CommandQueue& out) {
  round_bar(ui, view.page, {}, out);
  if (!view.has_round) {
    plain_page(ui, "vorm", 560, [&] { ui.empty_state("vorm/leeg", view.none_title, view.none_words); });
    return;
  }
  plain_page(ui, "vorm", 640, [&] { vote_form_section(view, ui, out); });
}

}  // namespace stoepkrijt::ui
