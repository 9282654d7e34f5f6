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
  int card = 0;  ///< 0: the old one gets the letters of the kiosk's keys, 1: the new one
};
struct CodeUi {
  bool help = false;
};

/// The kiosk's own keys for a code; the letter that was pressed, 0: none.
[[nodiscard]] char code_keys(Ui& ui, std::string_view k, std::string_view name);

void draw(const app::station::OpenView& view, OpenStationUi& mem, Ui& ui, app::CommandQueue& out);
void draw(const app::station::CodeView& view, CodeUi& mem, Ui& ui, app::CommandQueue& out);
void draw(const app::station::DoneView& view, Ui& ui, app::CommandQueue& out);
void draw(const app::station::HostView& view, HostUi& mem, Ui& ui, app::CommandQueue& out);
void draw(const app::station::OverView& view, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
