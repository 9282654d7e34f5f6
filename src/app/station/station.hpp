// What the app knows of the polling station: a round with codes on paper that is open on this device. At home for one
// voter; at a kiosk for many, with a host. A value that is never changed in place; State holds it by pointer, so only
// this room is built anew when it changes.
#pragma once

namespace stoepkrijt::app {

struct Station {};

}  // namespace stoepkrijt::app
