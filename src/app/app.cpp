#include "app/app.hpp"

#include <iterator>

namespace stoepkrijt::app {

App::App(Fixed fixed) : fixed_(std::move(fixed)) {
  Step step = start(fixed_);
  state_ = std::move(step.state);
  effects_ = std::move(step.effects);
}

void App::run(const Command& command) {
  Step step = apply(std::move(state_), command, fixed_);
  state_ = std::move(step.state);
  effects_.insert(effects_.end(), std::make_move_iterator(step.effects.begin()),
                  std::make_move_iterator(step.effects.end()));
}

void App::run(const CommandQueue& commands) {
  for (const Command& command : commands) run(command);
}

void App::take(std::vector<platform::Answer> answers) {
  for (platform::Answer& answer : answers) run(cmd::FromDevice{std::move(answer)});
}

}  // namespace stoepkrijt::app
