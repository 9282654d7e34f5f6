// The printed cards (app/office/cards_view.hpp).
#include "ui/office_parts.hpp"
#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

namespace {

using app::CardsView;
using app::office::ask;

void batches(const CardsView& view, Ui& ui, app::CommandQueue& out) {
  for (std::size_t i = 0; i < view.batches.size(); ++i) {
    const CardsView::Batch& batch = view.batches[i];
    const std::string k = key("kaarten/deel/", std::to_string(i + 1));
    ui.card(k, {}, [&] {
      ui.text(key(k, "/vellen"), plain(batch.words));
      if (!batch.done.empty()) {
        ui.gap(4);
        ui.icon_line(key(k, "/gedaan"), icon_by_name("circle-check"), Token::kPos, plain(batch.done));
      }
      ui.gap(10);
      const ButtonKind kind = batch.done.empty() ? ButtonKind::kPrimary : ButtonKind::kSecondary;
      if (ui.button(key(k, "/print"), batch.button, {.kind = kind, .icon = icon_by_name("printer")})) {
        out.push_back(ask(app::office::PrintCards{i}));
      }
    });
    ui.gap(12);
  }
}

void leaving(const CardsView& view, Ui& ui, app::CommandQueue& out) {
  ui.box("kaarten/zeker", Tone::kNegative, icon_by_name("alert-triangle"), view.leaving_title, view.leaving_words, [&] {
    ui.gap(8);
    ui.grid(2, 220, 12, [&](int i) {
      if (i == 0 && ui.button("kaarten/zeker-nee", view.leaving_no)) out.push_back(ask(app::office::StayAtCards{}));
      if (i == 1 && ui.button("kaarten/zeker-ja", view.leaving_yes, {.kind = ButtonKind::kDanger})) {
        out.push_back(ask(app::office::ForgetCards{}));
      }
    });
  });
}

}  // namespace

void draw(const CardsView& view, Ui& ui, app::CommandQueue& out) {
  if (!view.present) {
    round_bar(ui, view.page, {}, out);
    empty_page(ui, "kaarten/geen", view.none_title, view.none_words, view.none_button, {app::Screen::kOffice, ""}, out);
    return;
  }
  scrolling_page(ui, "kaarten/rol", view.page, "", 640, out, [&] {
    ui.heading("kaarten/ronde", 2, plain(view.round), TextStyle::kH2);
    ui.gap(4);
    ui.text("kaarten/aantal", plain(view.counts), TextStyle::kBodyBold);
    ui.gap(8);
    ui.text("kaarten/intro", plain(view.intro));
    ui.gap(12);
    ui.note("kaarten/let-op", Tone::kWarning, icon_by_name("alert-triangle"), plain(view.warning));
    ui.gap(16);
    batches(view, ui, out);
    ui.gap(8);
    ui.heading("kaarten/stappen-kop", 2, plain(view.steps_title), TextStyle::kH3);
    ui.gap(8);
    for (std::size_t i = 0; i < view.steps.size(); ++i) {
      ui.icon_line(key("kaarten/stap/", std::to_string(i + 1)), icon_by_name("chevron-right"), Token::kInk2,
                   plain(view.steps[i]));
      ui.gap(6);
    }
    ui.gap(12);
    to_compare(ui, "kaarten/zes", view.spoken_label, {view.spoken});
    ui.gap(8);
    to_compare(ui, "kaarten/vingerafdruk", view.fingerprint_label, {view.fingerprint});
    ui.gap(20);
    if (!view.leaving_title.empty()) {
      leaving(view, ui, out);
      return;
    }
    if (ui.button("kaarten/wis", view.wipe, {.kind = ButtonKind::kSecondary, .icon = icon_by_name("trash")})) {
      out.push_back(ask(app::office::ForgetCards{}));
    }
    ui.gap(4);
    ui.text("kaarten/wis-woorden", plain(view.wipe_words), TextStyle::kSmall, {.color = Token::kInk2});
  });
}

}  // namespace stoepkrijt::ui
