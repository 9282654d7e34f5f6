// Chains of QR codes on the screen: what is new ("Doorgeven", with the camera for those of another device), and the
// package of a round.
#pragma once

#include <string_view>

#include "app/command.hpp"
#include "app/views/codes_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

void codes_card(const app::CodesView& view, Ui& ui, app::CommandQueue& out);
/// A package, in the present column; `level` of its heading; `show` is what its button asks.
void package_codes(const app::CodesView& view, std::string_view k, int level, const app::Command& show, Ui& ui,
                   app::CommandQueue& out);

}  // namespace stoepkrijt::ui
