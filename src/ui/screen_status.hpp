// What happens with a signal: its state, why, who does what and when.
#pragma once

#include "app/command.hpp"
#include "app/views/status_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

void draw(const app::State& state, const app::Lang& lang, app::StatusForm& form, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
