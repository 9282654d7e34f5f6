// What comes from other devices: a shared folder, codes seen by the camera.
#include "app/reducer.hpp"

namespace stoepkrijt::app {

void Reducer::take(const platform::FolderState& /*a*/) {}
void Reducer::take(const platform::FolderFiles& /*a*/) {}
void Reducer::take(const platform::FolderWritten& /*a*/) {}
void Reducer::take(const platform::CodeSeen& /*a*/) {}
void Reducer::take(const platform::ScanEnded& /*a*/) {}

}  // namespace stoepkrijt::app
