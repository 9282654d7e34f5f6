// Everything that can be asked of this room (app/station/station.hpp), as values inside of cmd::AtStation.
#pragma once

#include <memory>
#include <utility>
#include <variant>

#include "app/command.hpp"

namespace stoepkrijt::app::station {

struct Leave {};

struct Ask {
  std::variant<Leave> what;
};

/// As a command of the app.
template <class T>
[[nodiscard]] Command ask(T what) {
  return cmd::AtStation{std::make_shared<const Ask>(Ask{std::move(what)})};
}

}  // namespace stoepkrijt::app::station
