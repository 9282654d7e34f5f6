// The organiser's choice of the counting rule, with its options and with what each rule would have done before.
#pragma once

#include <string>

#include "app/command.hpp"
#include "app/views/rule_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

struct RuleUi {
  bool more = false;  ///< options
  std::string seed;   ///< being typed
  bool seed_touched = false;
  bool categories = false;
};

void draw(const app::RuleView& view, Ui& ui, RuleUi& own, app::CommandQueue& out);

}  // namespace stoepkrijt::ui
