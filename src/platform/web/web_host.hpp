// The browser as a Host. Promises as in platform/host.hpp; the work is done by web/storage.js, writer.js, folder.js,
// scan.js, device.js, files.js, speech.js, live.js, mirror.js and view.js. One per page.
#pragma once

#include <vector>

#include "platform/host.hpp"

namespace stoepkrijt::platform::web {

class WebHost final : public Host {
 public:
  void perform(const Effect& effect) override;
  [[nodiscard]] std::vector<Answer> take_answers() override;
};

}  // namespace stoepkrijt::platform::web
