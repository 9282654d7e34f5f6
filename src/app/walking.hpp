// A walk on this device: being walked (where one is, which way was walked so far) and being prepared. Both are kept on
// the device at once, so that a closed tab or an empty battery loses nothing; into the dossier comes what is finished.
//
// Errors of the readers: those of json::Document and of the values; the caller sets the bytes aside and goes on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/schouw.hpp"

namespace stoepkrijt::app {

struct Walking {
  model::Track track;  ///< as it will stand in the dossier; its walk_id and team say which walk and group
  std::int64_t started_ms = 0;
  std::int32_t stop = 0;  ///< from 0; as many as there are stops: all are done
  bool paused = false;
  bool follow = true;                            ///< the map stays where the walker is; not kept
  bool new_segment = false;                      ///< the next place does not join on; not kept
  std::vector<model::TrackPoint> doubtful = {};  ///< schouw/tracks.hpp; not kept
  std::int64_t kept_ms = 0;                      ///< when the way was last kept; not kept
  friend bool operator==(const Walking&, const Walking&) = default;
};
/// How much of the way may be lost with a tab that is killed.
inline constexpr std::int64_t kKeepWayMs = 10'000;

struct WalkDraft {
  model::Walk walk;
  bool is_new = true;
  friend bool operator==(const WalkDraft&, const WalkDraft&) = default;
};

[[nodiscard]] std::string write_walking(const std::optional<Walking>& walking);
[[nodiscard]] Result<std::optional<Walking>> read_walking(std::string_view json);
[[nodiscard]] std::string write_walk_draft(const std::optional<WalkDraft>& draft);
[[nodiscard]] Result<std::optional<WalkDraft>> read_walk_draft(std::string_view json);

}  // namespace stoepkrijt::app
