// Inside of apply(): what happens in this room. Private to src/app.
#pragma once

#include <cstdint>
#include <vector>

#include "app/office/command.hpp"
#include "app/reducer.hpp"

namespace stoepkrijt::app::office {

void on(Reducer& r, const Ask& c);
/// All that was asked to be kept is durable now.
void kept(Reducer& r);
/// At the start of the app: all that this room kept, keys that begin with "b/office/".
void loaded(Reducer& r, const std::vector<platform::Kept>& found);
/// A file whose purpose begins with "office/".
void take(Reducer& r, const platform::FilePicked& a);
/// What the camera sees while State::scan_room is "office".
void take(Reducer& r, const platform::CodeSeen& a);
/// It may be later than before.
void tick(Reducer& r);
/// The next moment for tick(); 0: none.
[[nodiscard]] std::int64_t next_ms(const State& s);

}  // namespace stoepkrijt::app::office
