// "Mijn bestanden": what is open and how well it is kept, files out and in, other dossiers.
#pragma once

#include "app/command.hpp"
#include "app/views/files_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

void draw(const app::FilesView& view, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
