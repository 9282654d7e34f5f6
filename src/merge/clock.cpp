#include "merge/clock.hpp"

#include <algorithm>

namespace stoepkrijt::merge {
namespace {

std::int64_t sane(std::int64_t wall_ms) { return std::clamp<std::int64_t>(wall_ms, 0, kLastWallMs); }

/// `before` counted one further.
Clock after(std::int64_t time_ms, std::uint32_t before, const ActorId& actor) {
  if (before >= kMaxCount) return {time_ms + 1, 0, actor};
  return {time_ms, before + 1, actor};
}

}  // namespace

Clock tick(const Clock& own, std::int64_t wall_ms) {
  const std::int64_t wall = sane(wall_ms);
  if (wall > own.time_ms) return {wall, 0, own.actor};
  return after(own.time_ms, own.count, own.actor);
}

Clock hear(const Clock& own, const Clock& heard, std::int64_t wall_ms) {
  const std::int64_t wall = sane(wall_ms);
  std::int64_t time = heard.time_ms;
  std::uint32_t count = heard.count;
  if (is_ahead(heard, wall)) {
    time = wall + kDayMs;
    count = 0;
  }
  const std::int64_t most = std::max({own.time_ms, time, wall});
  if (most == own.time_ms && most == time) return after(most, std::max(own.count, count), own.actor);
  if (most == own.time_ms) return after(most, own.count, own.actor);
  if (most == time) return after(most, count, own.actor);
  return {most, 0, own.actor};
}

bool is_ahead(const Clock& clock, std::int64_t wall_ms) { return clock.time_ms > sane(wall_ms) + kDayMs; }

}  // namespace stoepkrijt::merge
