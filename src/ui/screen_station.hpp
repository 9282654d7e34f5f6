// The screens of the polling station: opening a package, the code, the receipt, the host's menu.
#pragma once

#include <string>

#include "app/command.hpp"
#include "app/station/views.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

/// What is typed and not sent yet.
struct OpenStationUi {
  std::string rows, pin, again;
};
struct HostUi {
  std::string pin, spoilt, reserve;
  int card = 0;              ///< 0: the old one gets the letters of the kiosk's keys, 1: the new one
  std::size_t replaced = 0;  ///< as many as there were: one more, and what was typed is done with
};
struct CodeUi {
  bool help = false;
  std::string pin;  ///< of the host, for a card of the desk
};

/// The kiosk's own keys for a code; the letter that was pressed, 0: none.
[[nodiscard]] char code_keys(Ui& ui, std::string_view k, std::string_view name);
/// The host's PIN: the field `k`/pin, on a kiosk ten keys `k`/cijfer/0 to 9 and one that erases, and the
/// button `k`/pin-knop.
/// True: it is to be tried; whoever asked takes it with take_secret().
[[nodiscard]] bool pin_form(Ui& ui, std::string_view k, const app::station::PinWords& words, std::string& pin,
                            Icon icon);
/// What is typed, which is overwritten where it was.
[[nodiscard]] std::string take_secret(std::string& typed);

void draw(const app::station::OpenView& view, OpenStationUi& mem, Ui& ui, app::CommandQueue& out);
/// Asks the host for leave, in the place of the code.
void consent(const app::station::ConsentView& view, CodeUi& mem, Ui& ui, app::CommandQueue& out);
void draw(const app::station::CodeView& view, CodeUi& mem, Ui& ui, app::CommandQueue& out);
void draw(const app::station::DoneView& view, Ui& ui, app::CommandQueue& out);
void draw(const app::station::HostView& view, HostUi& mem, Ui& ui, app::CommandQueue& out);
void draw(const app::station::OverView& view, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
