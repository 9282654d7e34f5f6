#include "ui/screen_station.hpp"

#include <algorithm>

#include "app/station/command.hpp"
#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

using app::station::ask;
using app::station::CodeView;

constexpr std::size_t kKeysInARow = 8;

void languages(const CodeView& view, Ui& ui, app::CommandQueue& out) {
  ui.region("stembus/taal", Role::kGroup, view.languages_name, [&] {
    ui.flow(
        12,
        [&] {
          for (std::size_t i = 0; i < view.languages.size(); ++i) {
            const std::string k = key("stembus/taal/", std::to_string(i));
            if (ui.pave_chip(k, view.languages[i], 0, view.language == static_cast<int>(i))) {
              out.emplace_back(app::cmd::SetLang{static_cast<app::LangCode>(i)});
            }
          }
        },
        Align::kRight);
  });
}

void hero_words(const CodeView& view, Ui& ui) {
  ui.heading("stembus/kop", 1, view.heading, TextStyle::kDisplay, {.color = Token::kChalk, .accent = Token::kSel});
}

/// The pavement with the street; takes its height of the column.
void hero(const CodeView& view, Ui& ui, float least, app::CommandQueue& out) {
  const float x = ui.x(), y = ui.y(), w = ui.width();
  const float side = ui.kiosk() ? 56 : 24;
  const float mark = ui.kiosk() ? 64 : 36;
  const float words = ui.measure(w - 2 * side, [&] { hero_words(view, ui); });
  const float street = ui.kiosk() ? std::min(300.0F, w / 3.4F) : 96;
  const float top = ui.kiosk() ? 48 : 16;
  const float bar = ui.measure(w * 0.6F, [&] { languages(view, ui, out); });
  const float head = std::max(mark, bar);
  const float height = std::max(least, top + head + 24 + words + 24 + street + 16);
  ui.pavement({x, y - ui.input().safe_area.top, w, height + ui.input().safe_area.top});
  ui.chalk_wordmark(x + side, y + top + (head - mark) / 2, mark);
  ui.place({x + w * 0.4F, y + top + (head - bar) / 2, w * 0.6F - side + 4, 0}, [&] { languages(view, ui, out); });
  ui.place({x + side, y + top + head + 24, w - 2 * side, 0}, [&] { hero_words(view, ui); });
  ui.chalk_street({x + side - 8, y + height - street - 12, std::min(w - 2 * side + 16, street * 3.2F), street});
  ui.take(height);
}

void code_form(const CodeView& view, CodeUi& mem, Ui& ui, app::CommandQueue& out) {
  ui.heading("stembus/titel", 2, plain(view.title), TextStyle::kH1);
  ui.gap(4);
  ui.text("stembus/uitleg", plain(view.words), TextStyle::kBody, {.color = Token::kInk2});
  ui.gap(ui.kiosk() ? 24 : 16);
  if (!view.out_of_time.empty()) {
    ui.note("stembus/dagen", Tone::kWarning, icon_by_name("calendar"), plain(view.out_of_time));
    ui.gap(16);
  }
  for (std::size_t i = 0; i < view.withdrawn.size(); ++i) {
    ui.box(key("stembus/ingetrokken/", std::to_string(i)), Tone::kWarning, icon_by_name("alert-triangle"),
           view.withdrawn_title, plain(view.withdrawn[i]));
    ui.gap(16);
  }
  std::string code = view.code;
  const FieldResult field = ui.code_field("stembus/code", code, view.title, view.code_error);
  if (field.changed) out.emplace_back(ask(app::station::TypeCode{code}));
  ui.gap(ui.kiosk() ? 24 : 16);
  if (ui.kiosk()) {
    if (const char letter = code_keys(ui, "stembus/toets/", view.keys_name); letter != 0) {
      out.emplace_back(ask(app::station::Key{letter}));
    }
    ui.gap(4);
  }
  const auto erase = [&] {
    if (ui.button("stembus/wissen", view.erase, {.kind = ButtonKind::kSecondary, .icon = icon_by_name("backspace")})) {
      out.emplace_back(ask(app::station::Key{}));
    }
  };
  const auto onward = [&] {
    if (ui.button("stembus/verder", view.go,
                  {.icon = view.can_go ? icon_by_name("arrow-right") : Icon{0},
                   .icon_right = true,
                   .disabled = !view.can_go,
                   .reason = view.can_go ? std::string_view{} : std::string_view(view.go)}) ||
        (field.committed && view.can_go)) {
      out.emplace_back(ask(app::station::CheckCode{}));
    }
  };
  if (ui.kiosk()) {
    ui.row({Cell::grow(1), Cell::grow(2)}, 12, VAlign::kTop, [&](int i) { i == 0 ? erase() : onward(); });
  } else {
    onward();
  }
  ui.gap(12);
  const auto helps = [&](int i) {
    if (i == 0 &&
        ui.button("stembus/scan", view.scan, {.kind = ButtonKind::kSecondary, .icon = icon_by_name("qrcode")})) {
      out.emplace_back(ask(app::station::ScanCard{}));
    }
    if (i == 1 &&
        ui.button("stembus/voorlezen", view.read, {.kind = ButtonKind::kSecondary, .icon = icon_by_name("volume")})) {
      out.emplace_back(app::cmd::ReadAloud{view.page.read_words});
    }
    if (i == 2 &&
        ui.button("stembus/hulp", view.help, {.kind = ButtonKind::kSecondary, .icon = icon_by_name("help")})) {
      mem.help = true;
    }
  };
  // On a kiosk beside each other, as wide as their words ask.
  if (ui.kiosk()) {
    ui.row({Cell::grow(1.3F), Cell::grow(1.05F), Cell::grow(0.85F)}, 12, VAlign::kTop, helps);
  } else {
    ui.grid(3, 150, 12, helps);
  }
}

void foot(const CodeView& view, Ui& ui, app::CommandQueue& out) {
  ui.gap(20);
  ui.icon_line("stembus/geheim", icon_by_name("lock"), Token::kInk2, plain(view.secret), TextStyle::kBody,
               {.color = Token::kInk2});
  if (view.host.empty()) return;
  ui.gap(16);
  if (ui.link("stembus/beheer", view.host, icon_by_name("key"))) go(out, app::Screen::kHost);
  ui.gap(24);
}

void waiting(const CodeView& view, Ui& ui) {
  ui.gap(8);
  ui.heading("stembus/wacht", 2, plain(view.wait_title), TextStyle::kH1);
  ui.gap(8);
  ui.text("stembus/wacht-woorden", plain(view.wait_words), TextStyle::kLead);
}

void work(const CodeView& view, CodeUi& mem, Ui& ui, app::CommandQueue& out) {
  ui.inset(ui.margin(), [&] {
    ui.gap(ui.kiosk() ? 40 : 24);
    if (view.consent) return consent(*view.consent, mem, ui, out);
    if (!view.open || view.checking) {
      waiting(view, ui);
    } else {
      code_form(view, mem, ui, out);
    }
    foot(view, ui, out);
  });
}

void help(const CodeView& view, CodeUi& mem, Ui& ui) {
  if (!mem.help) return;
  const bool open = ui.dialog("stembus/hulp-venster", view.help_title, "", {.max_width = 560}, [&] {
    for (std::size_t i = 0; i < view.help_words.size(); ++i) {
      ui.text(key("stembus/hulp/", std::to_string(i)), plain(view.help_words[i]));
      ui.gap(10);
    }
    if (ui.button("stembus/hulp-dicht", view.page.back_name)) mem.help = false;
  });
  if (!open) mem.help = false;
}

}  // namespace

char code_keys(Ui& ui, std::string_view k, std::string_view name) {
  char pressed = 0;
  ui.region(key(k, "alle"), Role::kGroup, name, [&] {
    const Cell one = Cell::grow();
    for (std::size_t first = 0; first < app::station::kKeys.size(); first += kKeysInARow) {
      ui.row({one, one, one, one, one, one, one, one}, 12, VAlign::kTop, [&](int i) {
        const std::string letter(1, app::station::kKeys[first + static_cast<std::size_t>(i)]);
        if (ui.key_cap(key(k, letter), letter, letter)) pressed = letter.front();
      });
      ui.gap(12);
    }
  });
  return pressed;
}

void draw(const CodeView& view, CodeUi& mem, Ui& ui, app::CommandQueue& out) {
  if (!view.kiosk) round_bar(ui, view.page, "", out);
  const Rect area = rest(ui);
  if (view.kiosk && ui.layout() == Layout::kKioskLandscape) {
    const float left = std::min(720.0F, area.w * 0.4F);
    ui.place({area.x, area.y, left, 0}, [&] { hero(view, ui, area.h, out); });
    ui.place({area.x + left, area.y, area.w - left, area.h}, [&] {
      ui.scroll("stembus/rol", {area.x + left, area.y, area.w - left, area.h}, [&] { work(view, mem, ui, out); });
    });
  } else {
    ui.scroll("stembus/rol", area, [&] {
      if (view.kiosk) hero(view, ui, ui.kiosk() ? std::min(720.0F, area.h * 0.375F) : 0.0F, out);
      const float most = ui.kiosk() ? ui.width() : std::min(ui.width(), 720 * std::max(1.0F, ui.input().text_scale));
      ui.inset((ui.width() - most) / 2, [&] { work(view, mem, ui, out); });
    });
  }
  help(view, mem, ui);
}

}  // namespace stoepkrijt::ui
