// How the reporter of a signal can be reached.
#pragma once

#include "app/command.hpp"
#include "app/views/contact_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

struct ContactUi {
  std::string of;  ///< id of the signal that these fields are of
  app::Contact contact;
};
void draw(const app::ContactView& view, ContactUi& mem, Ui& ui, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
