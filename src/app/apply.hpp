// The one way a State becomes the next: pure, total, and the same on every device.
#pragma once

#include <vector>

#include "app/command.hpp"
#include "app/lang.hpp"
#include "app/state.hpp"
#include "platform/host.hpp"

namespace stoepkrijt::app {

struct Step {
  State state;
  std::vector<platform::Effect> effects;
};

/// What does not change while the app runs: words, the built-in example.
struct Fixed {
  Lang nl, en;
  std::shared_ptr<const model::Dossier> example_dossier;
  std::shared_ptr<const model::Urn> example_urn;
  std::shared_ptr<const model::BaseMap> example_map;
  [[nodiscard]] const Lang& lang(LangCode code) const { return code == LangCode::kNl ? nl : en; }
};

/// The state before the device has said anything, with the effects that ask it.
[[nodiscard]] Step start(const Fixed& fixed);

/// Takes one command in. A command that cannot be carried out leaves what the user owns as it was and sets
/// `state.problem` (with what is still safe); it never fails otherwise.
[[nodiscard]] Step apply(State state, const Command& command, const Fixed& fixed);

}  // namespace stoepkrijt::app
