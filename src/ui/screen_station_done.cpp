#include <algorithm>
#include <vector>

#include "app/station/command.hpp"
#include "formats/codes/qr.hpp"
#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"
#include "ui/screen_station.hpp"

namespace stoepkrijt::ui {

namespace {

using app::station::ask;
using app::station::DoneView;

void thanks(const DoneView& view, Ui& ui) {
  ui.heading("gestemd/kop", 1, plain(view.heading), TextStyle::kDisplay,
             {.color = Token::kChalk, .align = Align::kCentre});
  ui.gap(4);
  ui.text("gestemd/woorden", plain(view.words), TextStyle::kLead, {.color = Token::kChalk, .align = Align::kCentre});
}

void qr(Ui& ui, std::string_view k, std::string_view name, const std::string& text) {
  const auto code = formats::qr_matrix(text, formats::kLargestVoteQr);
  if (code) ui.qr(k, name, static_cast<int>(code->size), code->modules);
}

void receipt(const DoneView& view, Ui& ui) {
  ui.heading("gestemd/bonnetje-kop", 2, plain(view.receipt_title), TextStyle::kH3);
  ui.gap(4);
  ui.text("gestemd/bonnetje", "**" + plain(view.receipt) + "**", TextStyle::kDisplay);
  ui.gap(8);
  ui.text("gestemd/bonnetje-woorden", view.receipt_words);
}

void hand_over(const DoneView& view, Ui& ui, app::CommandQueue& out) {
  ui.heading("gestemd/afgeven-kop", 2, plain(view.vote_title), TextStyle::kH3);
  ui.gap(4);
  ui.text("gestemd/afgeven-woorden", plain(view.vote_words));
  ui.gap(12);
  qr(ui, "gestemd/stem-code", view.vote_qr_name, view.vote);
  ui.gap(12);
  if (ui.button("gestemd/bestand", view.offer, {.kind = ButtonKind::kSecondary, .icon = icon_by_name("download")})) {
    out.emplace_back(ask(app::station::OfferVote{}));
  }
}

/// The bar that empties, with the seconds in words.
void countdown(const DoneView& view, Ui& ui) {
  ui.gap(20);
  ui.progress("gestemd/tijd", view.time_name, view.seconds, view.of_seconds);
  ui.gap(8);
  ui.icon_line("gestemd/seconden", icon_by_name("clock"), Token::kInk2, view.time_words);
}

void card(const DoneView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("gestemd/kaart", {.padding = ui.kiosk() ? 40.0F : 16.0F, .elevation = 3}, [&] {
    if (view.kept && ui.kiosk()) {
      const float side = 190;
      ui.row({Cell::grow(), Cell::width(side)}, 24, VAlign::kTop, [&](int i) {
        if (i == 0) {
          receipt(view, ui);
        } else {
          qr(ui, "gestemd/bonnetje-code", view.receipt_qr_name, view.receipt);
        }
      });
    } else {
      // What is still to be done comes first.
      if (!view.vote.empty()) {
        hand_over(view, ui, out);
        ui.gap(20);
      }
      receipt(view, ui);
    }
    if (!view.time_words.empty()) countdown(view, ui);
    ui.gap(20);
    const auto more = [&] {
      if (!view.kept) {
        if (ui.button("gestemd/opnieuw", view.again, {.icon = icon_by_name("refresh")})) {
          out.emplace_back(ask(app::station::KeepAgain{}));
        }
      } else if (ui.button("gestemd/meer-tijd", view.more_time,
                           {.kind = ButtonKind::kSecondary, .icon = icon_by_name("plus")})) {
        out.emplace_back(ask(app::station::MoreTime{}));
      }
    };
    const auto done = [&] {
      // A vote that is not kept is gone with the screen: that is no press in passing.
      const ButtonStyle style{.kind = view.kept ? ButtonKind::kPrimary : ButtonKind::kDanger,
                              .icon = icon_by_name(view.kept ? "check" : "trash")};
      if (ui.button("gestemd/klaar", view.done, style)) {
        out.emplace_back(ask(app::station::Done{}));
      }
    };
    if (view.kept && view.more_time.empty()) {
      done();
    } else {
      // The last press is the wide one; on a phone they lie below each other.
      if (ui.kiosk() && view.kept) {
        ui.row({Cell::grow(1), Cell::grow(1.6F)}, 12, VAlign::kTop, [&](int i) { i == 0 ? more() : done(); });
      } else {
        ui.grid(2, 240, 12, [&](int i) { i == 0 ? more() : done(); });
      }
    }
  });
}

}  // namespace

void draw(const DoneView& view, Ui& ui, app::CommandQueue& out) {
  const Rect area = rest(ui);
  ui.pavement({area.x, 0, area.w, ui.screen().h});
  const bool beside = area.w > area.h && area.w > 900;
  bare_page(ui, "gestemd", [&] {
    const float w = ui.width(), y = ui.y(), x = ui.x();
    const float mark = ui.kiosk() ? 64.0F : 36.0F;
    const float side = ui.kiosk() ? 56 : 24, above = ui.kiosk() ? 48 : 16;
    ui.chalk_wordmark(x + side, y + above, mark);
    const std::string read = view.page.read_name;
    const float read_w = 220 * unit(ui);
    ui.place({x + w - read_w - side, y + above - 4, read_w, 0}, [&] {
      ui.flow(
          8,
          [&] {
            if (ui.pave_chip("gestemd/voorlezen", read, icon_by_name("volume"), false)) {
              out.emplace_back(app::cmd::ReadAloud{view.page.read_words});
            }
          },
          Align::kRight);
    });
    const auto tick = [&](float top, float size) {
      if (view.in_box) ui.chalk_big_tick({ui.x() + (ui.width() - size) / 2, top, size, size});
      const float below = view.in_box ? top + size + 20 : top;
      ui.place({ui.x() + 24, below, ui.width() - 48, 0}, [&] { thanks(view, ui); });
    };
    if (beside) {
      const float card_w = std::min(620.0F * (ui.kiosk() ? 1.4F : 1.0F), w * 0.52F);
      const float size = std::min(320.0F, area.h * 0.4F);
      ui.place({x, y, w - card_w - 40, 0}, [&] { tick(y + (area.h - size) / 2 - 60, size); });
      const float height = ui.measure(card_w, [&] { card(view, ui, out); });
      ui.place({x + w - card_w - 40, y + std::max(24.0F, (area.h - height) / 2), card_w, 0},
               [&] { card(view, ui, out); });
      ui.take(std::max(area.h, height + 48));
      return;
    }
    const float card_w = std::min(w - 2 * ui.margin(), ui.kiosk() ? w : 560.0F);
    const float words = ui.measure(w - 48, [&] { thanks(view, ui); });
    const float card_h = ui.measure(card_w, [&] { card(view, ui, out); });
    const float top = ui.kiosk() ? 150 : 80;
    const float foot = ui.kiosk() ? 56 : 16;
    const float room = area.h - top - 20 - words - 24 - card_h - foot;
    const float size = view.in_box ? std::clamp(room, 120.0F, ui.kiosk() ? 520.0F : 260.0F) : 0;
    ui.place({x, y, w, 0}, [&] { tick(y + top, size); });
    const float below = std::max(y + top + size + 20 + words + 24, y + area.h - card_h - foot);
    ui.place({x + (w - card_w) / 2, below, card_w, 0}, [&] { card(view, ui, out); });
    ui.take(below - y + card_h + foot);
  });
}

void draw(const app::station::OverView& view, Ui& ui, app::CommandQueue& out) {
  if (view.cleans) {
    // A cloth may touch everything but one small place.
    const Rect all = ui.screen();
    ui.fill(all, Token::kDoc);
    const bool open = ui.dialog("schoonmaken", view.clean_title, view.clean_words, {.max_width = 560}, [&] {
      if (ui.button("schoonmaken/klaar", view.clean_stop, {.kind = ButtonKind::kSecondary})) {
        out.emplace_back(ask(app::station::CleanScreen{false}));
      }
    });
    if (!open) out.emplace_back(ask(app::station::CleanScreen{false}));
    return;
  }
  if (!view.warns) return;
  const bool open = ui.dialog("bent-u-er-nog", view.title, view.words, {.max_width = 720}, [&] {
    ui.grid(2, 220, 12, [&](int i) {
      if (i == 0 && ui.button("bent-u-er-nog/stop", view.go, {.kind = ButtonKind::kSecondary})) {
        out.emplace_back(ask(app::station::Done{}));
      }
      if (i == 1 && ui.button("bent-u-er-nog/ja", view.stay, {.icon = icon_by_name("check")})) {
        out.emplace_back(ask(app::station::Touched{}));
      }
    });
  });
  if (!open) out.emplace_back(ask(app::station::Touched{}));
}

}  // namespace stoepkrijt::ui
