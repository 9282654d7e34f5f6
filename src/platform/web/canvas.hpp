// The canvas of the page: its WebGL2 context and its size in device pixels.
#pragma once

#include "platform/web/inbox.hpp"

namespace stoepkrijt::platform::web {

/// Makes the WebGL2 context of #canvas and makes it current. False when the device has none: the page then switches to
/// the text version, and the app gets Failed{"webgl"}.
[[nodiscard]] bool make_gl_context();

/// Says that the drawing is not possible (any more): text version, with a sentence that says what still works.
void give_up_gl();

/// `lost` and `restored` are called when the browser takes the context away and gives it back. GL names made before are
/// void then: they need not be (and cannot be) deleted.
void watch_gl_context(void (*lost)(), void (*restored)());

/// Gives the canvas as many device pixels as the view needs.
void resize_canvas(const View& view);

/// Calls `frame(time in milliseconds)` once for each frame that was asked for with request_frame().
void on_frame(void (*frame)(double now_ms));
void request_frame();

}  // namespace stoepkrijt::platform::web
