// The wijkschouw: signals (what one person saw at one place and moment), issues (the thing itself, that one or more
// signals are about) and walks. Vocabulary and levels: CROW quality levels A+ to D; Rotterdam's signal/issue split.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/position.hpp"

namespace stoepkrijt::model {

enum class SignalKind : std::uint8_t { kProblem, kStrong, kIdea };
enum class SchouwTheme : std::uint8_t { kClean, kIntact, kSafe, kTogether };  // schoon, heel, veilig, samen
enum class Level : std::uint8_t { kUnset, kAPlus, kA, kB, kC, kD };
enum class PlacedBy : std::uint8_t { kGps, kPin, kPhoto };

struct Signal {
  std::string id;
  SignalKind kind = SignalKind::kProblem;
  SchouwTheme theme = SchouwTheme::kClean;
  std::string subtheme;  ///< slug of the category tree, may be empty
  Level level = Level::kUnset;
  geo::LonLat place;
  std::int32_t accuracy_mm = 0;  ///< 68 % radius; 0 = exact by hand
  PlacedBy placed_by = PlacedBy::kPin;
  std::string near_street;           ///< street name for people, may be empty
  std::string buurt;                 ///< code, may be empty
  std::string title;                 ///< a few words, may be empty
  std::string words;                 ///< at most kMaxWords code points
  std::string walk_id;               ///< may be empty
  std::int64_t time_ms = 0;          ///< since 1970 UTC
  std::vector<std::string> support;  ///< pseudonymous keys ("ik zie dit ook"), unique, sorted
  std::vector<std::string> photos;   ///< names (SHA-256 of the JPEG, 64 hexadecimal digits), each once, in order
  friend bool operator==(const Signal&, const Signal&) = default;
};
inline constexpr std::size_t kMaxWords = 3000;  // Signalen's limit for text
/// What one person may add; several who add at the same time may together bring more, up to kMaxPhotos.
inline constexpr std::size_t kMostPhotos = 4;
inline constexpr std::size_t kMaxPhotos = 100;

enum class IssueStatus : std::uint8_t { kOpen, kInProgress, kPlanned, kDone, kRejected, kWaiting, kReopened, kDouble };

/// One entry of an issue's history; never overwritten.
struct StatusEvent {
  IssueStatus status = IssueStatus::kOpen;
  std::int64_t time_ms = 0;
  std::string reason;  ///< obligatory for kRejected
  friend bool operator==(const StatusEvent&, const StatusEvent&) = default;
};

/// What was agreed: the direction, the party that acts, the day promised.
struct Action {
  std::string direction;
  std::string party;
  std::string promised;  ///< ISO date, may be empty
  friend bool operator==(const Action&, const Action&) = default;
};

struct Issue {
  std::string id;
  std::string title;
  std::vector<std::string> signals;  ///< ids, sorted, at least one
  std::vector<StatusEvent> history;  ///< by time; empty means open
  std::optional<Action> action;
  [[nodiscard]] IssueStatus status() const { return history.empty() ? IssueStatus::kOpen : history.back().status; }
  friend bool operator==(const Issue&, const Issue&) = default;
};

struct WalkStop {
  std::string name;
  std::string question;
  geo::LonLat place;
  friend bool operator==(const WalkStop&, const WalkStop&) = default;
};

struct Walk {
  std::string id;
  std::string title;
  std::string date;  ///< ISO date
  std::string weather;
  std::vector<std::string> roles;  ///< who took part, by role: "bewoner", "wijkagent"
  std::vector<geo::LonLat> route;  ///< as planned (GPX rte)
  std::vector<geo::LonLat> track;  ///< as walked (GPX trk)
  std::vector<WalkStop> stops;
  friend bool operator==(const Walk&, const Walk&) = default;
};

}  // namespace stoepkrijt::model
