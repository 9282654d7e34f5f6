#pragma once

namespace stoepkrijt::bench {

/// Times frames of the map's whole screen; needs a current context of OpenGL ES 3.
void screen_frames();

}  // namespace stoepkrijt::bench
