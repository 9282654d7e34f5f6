// What the app knows of the counting evening: boxes gathered and merged, the urn opened by two of three holders,
// counted, reported; and what was counted by hand. A value that is never changed in place; State holds it by pointer,
// so only this room is built anew when it changes.
#pragma once

namespace stoepkrijt::app {

struct Evening {};

}  // namespace stoepkrijt::app
