// The app as one thing that runs: takes commands and the device's answers, and gathers effects. Knows no screen.
//
// Example:
//   App app(fixed);
//   app.take(host.take_answers());
//   app.run({cmd::TogglePlan{"bankjes"}});
//   for (const platform::Effect& e : app.take_effects()) host.perform(e);
#pragma once

#include <utility>
#include <vector>

#include "app/apply.hpp"

namespace stoepkrijt::app {

class App {
 public:
  explicit App(Fixed fixed);
  /// From a state that is there already: nothing is asked of the device.
  App(Fixed fixed, State state) : fixed_(std::move(fixed)), state_(std::move(state)) {}

  [[nodiscard]] const State& state() const { return state_; }
  [[nodiscard]] const Fixed& fixed() const { return fixed_; }

  void run(const Command& command);
  void run(const CommandQueue& commands);
  void take(std::vector<platform::Answer> answers);
  /// What is to be done since the last call, in order.
  [[nodiscard]] std::vector<platform::Effect> take_effects() { return std::exchange(effects_, {}); }

 private:
  Fixed fixed_;
  State state_;
  std::vector<platform::Effect> effects_;
};

}  // namespace stoepkrijt::app
