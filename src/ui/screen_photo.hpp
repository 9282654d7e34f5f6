// One photo as a page: to look at it, and in a signal that is being made to check it, take it again or remove it.
#pragma once

#include "app/command.hpp"
#include "app/views/photo_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

void draw(const app::PhotoView& view, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
