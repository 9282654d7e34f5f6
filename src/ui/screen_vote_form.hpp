// The organiser's choice of how people vote: a section for any screen, and a screen of its own.
#pragma once

#include "app/command.hpp"
#include "app/views/vote_form_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

/// Heading, ways, numbers: in the current column.
void vote_form_section(const app::VoteFormView& view, Ui& ui, app::CommandQueue& out);
void draw(const app::VoteFormView& view, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
