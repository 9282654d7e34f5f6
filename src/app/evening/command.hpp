// Everything that can be asked of this room (app/evening/evening.hpp), as values inside of cmd::AtEvening.
#pragma once

#include <memory>
#include <utility>
#include <variant>

#include "app/command.hpp"

namespace stoepkrijt::app::evening {

struct Leave {};

struct Ask {
  std::variant<Leave> what;
};

/// As a command of the app.
template <class T>
[[nodiscard]] Command ask(T what) {
  return cmd::AtEvening{std::make_shared<const Ask>(Ask{std::move(what)})};
}

}  // namespace stoepkrijt::app::evening
