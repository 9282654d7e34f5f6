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
  std::string team;                  ///< of the group on that walk, may be empty
  std::int64_t time_ms = 0;          ///< since 1970 UTC
  std::vector<std::string> support;  ///< pseudonymous keys ("ik zie dit ook"), unique, sorted
  std::vector<std::string> photos;   ///< names (SHA-256 of the JPEG, 64 hexadecimal digits), each once, in order
  std::vector<std::string> apart;    ///< ids of signals that somebody found to be about something else, unique, sorted
  std::string measure;               ///< what was counted (schouw/measures.hpp), empty: the level was chosen by eye
  std::int32_t counted = 0;          ///< so much of it, in the measure's own unit
  std::string comes_from = {};       ///< of an idea: id of the signal that gave it, may be empty
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
  std::vector<std::string> measures = {};  ///< what is counted here: slugs of schouw/measures.hpp, each once
  friend bool operator==(const WalkStop&, const WalkStop&) = default;
};

/// A category of the organiser's own tree, with its sub-categories. Slugs stand in signals, names on screens.
struct Subcategory {
  std::string slug;
  std::string name;
  friend bool operator==(const Subcategory&, const Subcategory&) = default;
};
struct Category {
  std::string name;
  SchouwTheme theme = SchouwTheme::kClean;  ///< under which it is offered
  std::vector<Subcategory> subs;            ///< at least one
  friend bool operator==(const Category&, const Category&) = default;
};
inline constexpr std::size_t kMaxSubcategories = 400;  // of a whole tree

/// Somebody who walks along; the name is what the organiser writes ("Fatma", "mevr. B."), and may be empty.
struct Walker {
  std::string name;
  std::string role;
  std::string team;
  friend bool operator==(const Walker&, const Walker&) = default;
};

struct Walk {
  std::string id;
  std::string title;
  std::string date;  ///< ISO date
  std::string weather;
  std::vector<std::string> roles;  ///< who took part, by role: "bewoner", "wijkagent"
  std::vector<geo::LonLat> route;  ///< as planned (GPX rte)
  std::vector<geo::LonLat> track;  ///< as walked (GPX trk), by one who had no times; else see Track
  std::vector<WalkStop> stops;
  std::vector<SchouwTheme> themes = {};  ///< looked at, each once; empty: all
  std::vector<SignalKind> kinds = {};    ///< of signal that are welcome, each once; empty: all
  std::string elsewhere = {};            ///< where other things can be told, in a sentence; empty: the app's own
  std::vector<Category> tree = {};       ///< of the organiser; empty: the built-in one
  std::vector<std::string> teams = {};   ///< names of groups that walk at the same time, each once; empty: one group
  std::vector<Walker> walkers = {};
  std::string same_route_as = {};  ///< id of an earlier walk of this route, may be empty
  friend bool operator==(const Walk&, const Walk&) = default;
};

struct TrackPoint {
  geo::LonLat place;
  std::int32_t accuracy_mm = 0;  ///< 68 % radius
  std::int64_t time_ms = 0;      ///< since 1970 UTC
  friend bool operator==(const TrackPoint&, const TrackPoint&) = default;
};

/// Where one device went on a walk: a new segment after a pause or a lost signal (GPX trk, trkseg).
struct Track {
  std::string id;
  std::string walk_id;
  std::string team;
  std::vector<std::vector<TrackPoint>> segments;  ///< none empty; times rise within each and from one to the next
  friend bool operator==(const Track&, const Track&) = default;
};
inline constexpr std::size_t kMaxTrackPoints = 20'000;

}  // namespace stoepkrijt::model
