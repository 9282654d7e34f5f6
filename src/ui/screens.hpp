// All screens behind one door: which screen the state asks for, and what stands around it (navigation, messages).
#pragma once

#include <memory>

#include "app/apply.hpp"
#include "app/command.hpp"
#include "app/state.hpp"
#include "ui/kit.hpp"
#include "ui/map_board.hpp"

namespace stoepkrijt::ui {

/// What screens remember only for drawing: nothing here is saved or decides anything.
class Screens {
 public:
  Screens();
  ~Screens();
  Screens(const Screens&) = delete;
  Screens& operator=(const Screens&) = delete;

  /// Draws one frame. Commands are to be applied by the caller after the frame.
  void draw(const app::State& state, const app::Fixed& fixed, Ui& ui, MapBoard& maps, app::CommandQueue& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace stoepkrijt::ui
