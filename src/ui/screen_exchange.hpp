// Passing the dossier on, by a shared folder or a file, and the name under which this device writes.
#pragma once

#include <string>

#include "app/command.hpp"
#include "app/views/exchange_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

struct ExchangeUi {
  std::string device_name;
};
void draw(const app::ExchangeView& view, ExchangeUi& mem, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
