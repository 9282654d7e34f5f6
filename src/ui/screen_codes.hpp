// The codes card of "Doorgeven": what is new as a chain of QR codes, and the camera for those of another device.
#pragma once

#include "app/command.hpp"
#include "app/views/codes_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

void codes_card(const app::CodesView& view, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
