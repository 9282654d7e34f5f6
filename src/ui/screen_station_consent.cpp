// The host's PIN, wherever it is asked for, and the screen that asks for leave to vote with a card of the desk.
#include <utility>

#include "app/station/command.hpp"
#include "ballotbox/bytes.hpp"
#include "ui/screen_common.hpp"
#include "ui/screen_station.hpp"

namespace stoepkrijt::ui {

using app::station::ask;

std::string take_secret(std::string& typed) {
  std::string out = typed;
  ballotbox::wipe({reinterpret_cast<std::uint8_t*>(typed.data()), typed.size()});  // char and unsigned char may alias
  typed.clear();
  return out;
}

bool pin_form(Ui& ui, std::string_view k, const app::station::PinWords& words, std::string& pin, Icon icon) {
  const FieldResult field =
      ui.text_field(key(k, "/pin"), pin, {.label = words.label, .error = words.error, .numeric = true, .secret = true});
  ui.gap(12);
  const auto go = [&] {
    return ui.button(key(k, "/pin-knop"), words.go,
                     {.icon = icon, .disabled = !words.wait.empty(), .reason = words.wait});
  };
  bool pressed = false;
  if (ui.kiosk()) {
    // Keys of its own: a kiosk has no keyboard.
    static constexpr std::string_view kDigits = "1234567890";
    ui.region(key(k, "/cijfers"), Role::kGroup, words.keys_name, [&] {
      for (std::size_t first = 0; first < kDigits.size(); first += 5) {
        const Cell one = Cell::grow();
        ui.row({one, one, one, one, one}, 12, VAlign::kTop, [&](int i) {
          const std::string digit(1, kDigits[first + static_cast<std::size_t>(i)]);
          if (ui.key_cap(key(k, "/cijfer/", digit), digit, digit) && pin.size() < app::station::kMostPin) pin += digit;
        });
        ui.gap(12);
      }
    });
    ui.row({Cell::grow(1), Cell::grow(2)}, 12, VAlign::kTop, [&](int i) {
      if (i == 1) {
        pressed = go();
      } else if (ui.button(key(k, "/pin-wissen"), words.erase,
                           {.kind = ButtonKind::kSecondary, .icon = icon_by_name("backspace")}) &&
                 !pin.empty()) {
        pin.pop_back();
      }
    });
  } else {
    pressed = go();
  }
  return pressed || (field.committed && words.wait.empty());
}

void consent(const app::station::ConsentView& view, CodeUi& mem, Ui& ui, app::CommandQueue& out) {
  ui.heading("stembus/toestemming", 2, plain(view.title), TextStyle::kH1);
  ui.gap(8);
  ui.text("stembus/toestemming-woorden", plain(view.words), TextStyle::kLead);
  ui.gap(ui.kiosk() ? 24 : 16);
  if (pin_form(ui, "stembus/toestemming", view.pin, mem.pin, icon_by_name("check"))) {
    out.emplace_back(ask(app::station::GiveConsent{take_secret(mem.pin)}));
  }
  ui.gap(12);
  ui.grid(2, 220, 12, [&](int i) {
    if (i == 0 &&
        ui.button("stembus/niet-nu", view.not_now, {.kind = ButtonKind::kSecondary, .icon = icon_by_name("x")})) {
      static_cast<void>(take_secret(mem.pin));
      out.emplace_back(ask(app::station::Done{}));
    }
    if (i == 1 &&
        ui.button("stembus/voorlezen", view.read, {.kind = ButtonKind::kSecondary, .icon = icon_by_name("volume")})) {
      out.emplace_back(app::cmd::ReadAloud{view.title + ". " + view.words + " " + view.alone});
    }
  });
  ui.gap(20);
  ui.icon_line("stembus/toestemming-alleen", icon_by_name("lock"), Token::kInk2, plain(view.alone), TextStyle::kBody,
               {.color = Token::kInk2});
  ui.gap(24);
}

}  // namespace stoepkrijt::ui
