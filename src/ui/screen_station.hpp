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
};
struct CodeUi {
  bool help = false;
};

void draw(const app::station::OpenView& view, OpenStationUi& mem, Ui& ui, app::CommandQueue& out);
void draw(const app::station::CodeView& view, CodeUi& mem, Ui& ui, app::CommandQueue& out);
void draw(const app::station::DoneView& view, Ui& ui, app::CommandQueue& out);
void draw(const app::station::HostView& view, HostUi& mem, Ui& ui, app::CommandQueue& out);
void draw(const app::station::OverView& view, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
