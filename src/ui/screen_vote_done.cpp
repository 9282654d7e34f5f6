#include "ui/screen_vote_done.hpp"

#include <algorithm>

#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

void thanks(const app::VoteDoneView& view, Ui& ui) {
  ui.heading("klaar/kop", 1, plain(view.heading), TextStyle::kDisplay,
             {.color = Token::kChalk, .align = Align::kCentre});
  ui.gap(4);
  ui.text("klaar/tekst", view.words, TextStyle::kLead, {.color = Token::kChalk, .align = Align::kCentre});
}

void tick_and_thanks(const app::VoteDoneView& view, Ui& ui, float top, float size) {
  ui.chalk_big_tick({ui.x() + (ui.width() - size) / 2, top, size, size});
  ui.place({ui.x() + 24, top + size + 20, ui.width() - 48, 0}, [&] { thanks(view, ui); });
}

void what_now(const app::VoteDoneView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("klaar/kaart", {.padding = ui.kiosk() ? 40.0F : 16.0F, .elevation = 3}, [&] {
    ui.heading("klaar/eerlijk-kop", 2, plain(view.honest_title), TextStyle::kH3);
    ui.gap(2);
    ui.text("klaar/eerlijk", view.honest_words);
    ui.gap(12);
    ui.heading("klaar/nu-kop", 2, plain(view.next_title), TextStyle::kH3);
    ui.gap(2);
    ui.text("klaar/nu", view.next_words);
    ui.gap(16);
    if (ui.button("klaar/uitslag", view.result, {.icon = icon_by_name("arrow-right"), .icon_right = true})) {
      go(out, app::Screen::kResult);
    }
    ui.gap(8);
    ui.grid(2, 190 * ui.input().text_scale, 8, [&](int i) {
      if (i == 0 && ui.button("klaar/nog-een", view.again, {.kind = ButtonKind::kSecondary})) {
        out.emplace_back(app::cmd::VoteAgain{});
      }
      if (i == 1 && ui.button("klaar/begin", view.home, {.kind = ButtonKind::kSecondary})) go(out, app::Screen::kStart);
    });
  });
}

}  // namespace

void draw(const app::VoteDoneView& view, Ui& ui, app::CommandQueue& out) {
  const Rect area = rest(ui);
  ui.pavement({area.x, 0, area.w, ui.screen().h});
  const bool beside = area.w > area.h && area.w > 900;
  bare_page(ui, "klaar", [&] {
    const float w = ui.width(), y = ui.y(), x = ui.x();
    ui.chalk_wordmark(x + 24, y + 16, ui.kiosk() ? 64.0F : 36.0F);
    if (beside) {
      const float card = std::min(560.0F * (ui.kiosk() ? 1.3F : 1.0F), w * 0.48F);
      const float size = std::min(300.0F, area.h * 0.4F);
      ui.place({x, y, w - card - 40, 0}, [&] { tick_and_thanks(view, ui, y + (area.h - size) / 2 - 60, size); });
      const float height = ui.measure(card, [&] { what_now(view, ui, out); });
      ui.place({x + w - card - 40, y + std::max(24.0F, (area.h - height) / 2), card, 0},
               [&] { what_now(view, ui, out); });
      ui.take(std::max(area.h, height + 48));
      return;
    }
    const float card_w = std::min(w - 2 * ui.margin(), ui.kiosk() ? w : 560.0F);
    const float words = ui.measure(w - 48, [&] { thanks(view, ui); });
    const float card_h = ui.measure(card_w, [&] { what_now(view, ui, out); });
    const float top = ui.kiosk() ? 150 : 72;
    const float room = area.h - top - 20 - words - 24 - card_h - 16;
    const float size = std::clamp(room, 120.0F, ui.kiosk() ? 520.0F : 260.0F);
    tick_and_thanks(view, ui, y + top, size);
    const float below = std::max(y + top + size + 20 + words + 24, y + area.h - card_h - 16);
    ui.place({x + (w - card_w) / 2, below, card_w, 0}, [&] { what_now(view, ui, out); });
    ui.take(below - y + card_h + 16);
  });
}

}  // namespace stoepkrijt::ui
