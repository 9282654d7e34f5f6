#include <utility>

#include "cli/session.hpp"

namespace stoepkrijt::cli {

Progress::Progress(const Surroundings& surroundings, bool wanted, std::string words)
    : surroundings_(surroundings),
      shows_(surroundings.show_progress != nullptr && (wanted || surroundings.terminal)),
      words_(std::move(words)) {}

Progress::~Progress() {
  // An empty line over the last one: what follows stands alone.
  if (shown_ && surroundings_.terminal) surroundings_.show_progress("\r\x1b[K");
}

bool Progress::on_progress(std::uint64_t done, std::uint64_t total) {
  if (!shows_) return true;
  const Clock::time_point now = Clock::now();
  const auto pause = std::chrono::milliseconds(surroundings_.terminal ? 200 : 2000);
  if (shown_ ? now - last_ < pause : now - last_ < std::chrono::milliseconds(500)) return true;
  last_ = now;
  shown_ = true;
  std::string line = words_ + " " + std::to_string(done);
  if (total > 0) line += "/" + std::to_string(total);
  surroundings_.show_progress(surroundings_.terminal ? "\r\x1b[K" + line : line + "\n");
  return true;
}

}  // namespace stoepkrijt::cli
