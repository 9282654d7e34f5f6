// What the app knows of the organiser's office: from plans to a signed package, the keys of organiser, holders and
// boxes, and the cards. A value that is never changed in place; State holds it by pointer, so only this room is built
// anew when it changes.
#pragma once

namespace stoepkrijt::app {

struct Office {};

}  // namespace stoepkrijt::app
