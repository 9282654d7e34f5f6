#include "app/apply.hpp"

#include "app/reducer.hpp"

namespace stoepkrijt::app {

Step start(const Fixed& fixed) {
  Reducer reducer(State{}, fixed);
  reducer.use_example();
  for (const char* key : {"settings", "dossier", "urn", "draft", "map"}) {
    reducer.effects.emplace_back(platform::Load{key});
    ++reducer.s.saving.loads_open;
  }
  return {std::move(reducer.s), std::move(reducer.effects)};
}

Step apply(State state, const Command& command, const Fixed& fixed) {
  Reducer reducer(std::move(state), fixed);
  std::visit([&](const auto& c) { reducer.on(c); }, command);
  return {std::move(reducer.s), std::move(reducer.effects)};
}

}  // namespace stoepkrijt::app
