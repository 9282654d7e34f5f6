// Everything the app knows, as one value. Screens read it through view-models; only apply() makes a new one.
// Large parts are shared and never changed in place, so that a copy of State is cheap.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/count_state.hpp"
#include "app/edit.hpp"
#include "app/journal.hpp"
#include "app/lang.hpp"
#include "formats/codes/chain.hpp"
#include "merge/delta.hpp"
#include "merge/document.hpp"
#include "merge/version_vector.hpp"
#include "merge/write.hpp"
#include "model/dossier.hpp"
#include "platform/host.hpp"

namespace stoepkrijt::app {

enum class Screen : std::uint8_t {
  kStart,
  kLadder,
  kPlans,
  kPlan,
  kVoteRead,
  kVoteChoose,
  kVoteCheck,
  kVoteDone,
  kMap,
  kTag,
  kSignals,
  kSignal,
  kResult,
  kWhy,
  kCompare,
  kMore,
  kFiles,
  kImport,
  kAbout,
  kComponents,
  kVoteForm,
  kLimits,
  kRule,
  kReplay,
  kConflicts,
  kHistory,
  kExchange,
};

/// Where the user is. `id` is the plan, signal or round that the screen is about; empty where it needs none.
struct Route {
  Screen screen = Screen::kStart;
  std::string id;
  friend bool operator==(const Route&, const Route&) = default;
};
/// "plan/bankjes" and back; an unknown word gives the start screen.
[[nodiscard]] std::string to_words(const Route& route);
[[nodiscard]] Route route_from(std::string_view words);

enum class ThemeChoice : std::uint8_t { kDevice, kLight, kDark, kContrast };

/// Kept on the device under "settings".
struct Settings {
  LangCode lang = LangCode::kNl;
  ThemeChoice theme = ThemeChoice::kDevice;
  std::int32_t text_percent = 100;  ///< 100, 125, 150, 200
  bool text_version = false;
  bool kiosk = false;
  std::string support_key;       ///< pseudonym of this device for "ik zie dit ook"; drawn at the first use
  std::string folder_key = {};   ///< tells the own file in a shared folder from those of others; drawn at the first use
  std::string device_name = {};  ///< "Tablet buurthuis": who wrote, for the others; empty: not told
  std::int32_t journal_days = 90;  ///< how long the journal is kept
  bool export_gzip = false;        ///< smaller files
  bool export_pretty = false;      ///< files that people read
  friend bool operator==(const Settings&, const Settings&) = default;
};

/// The ballot being made, in the round `round_id`. Kept on the device until it is cast.
struct BallotDraft {
  std::string round_id;
  std::vector<std::string> chosen;        ///< plan ids in order of choosing; on a ranking: best first
  std::vector<std::int64_t> points = {};  ///< parallel to `chosen` where the form gives points, else empty
  friend bool operator==(const BallotDraft&, const BallotDraft&) = default;
};

/// A signal being made. Its spot is locked when it starts; words can come later. Kept on the device.
struct TagDraft {
  model::Signal signal;
  bool editing = false;  ///< the signal exists already in the dossier
  bool placing = false;  ///< the user is moving the pin
  bool gps_too_vague = false;
  friend bool operator==(const TagDraft&, const TagDraft&) = default;
};

enum class SaveState : std::uint8_t { kNothingYet, kSaving, kSaved, kFailed, kNoStorage };

/// What the device told us; never saved.
struct Device {
  std::int64_t now_ms = 0;
  std::int32_t offset_minutes = 0;
  std::string entropy;  ///< 32 bytes; ids are drawn from it with a counter
  std::uint64_t ids_drawn = 0;
  bool online = true;
  bool dark = false, more_contrast = false, forced_colors = false, reduced_motion = false, coarse_pointer = false;
  bool webgl = true;
  bool speaking = false;
  bool update_waiting = false;
  platform::StorageState storage;
  bool locating = false;
  std::optional<platform::Located> own;
  std::optional<Error> location_error;
};

/// What is on its way to the device's storage. One Commit is under way at a time; what comes meanwhile waits for the
/// next. Nothing is forgotten before the device has said that it is durable: after a failure all of it is tried again.
struct Saving {
  SaveState state = SaveState::kNothingYet;
  std::uint32_t last_ticket = 0;
  std::uint32_t under_way = 0;  ///< ticket of the Commit that is not yet answered; 0: none
  struct Work {
    std::vector<std::string> changed;        ///< small things of which the present bytes are to be kept: "settings"
    std::vector<platform::KeyRange> erased;  ///< before the puts
    std::vector<platform::Kept> puts;
    [[nodiscard]] bool empty() const { return changed.empty() && erased.empty() && puts.empty(); }
  };
  Work waiting, sent;
  std::optional<Error> error;
  std::uint32_t loads_open = 0;  ///< answers still awaited at the start
  bool asked_persist = false;    ///< in this session
};

/// The dossier as the document that merges, and what the device knows about it.
struct Book {
  std::shared_ptr<merge::Document> document;  ///< changed in place only while nobody else holds it
  std::optional<merge::Pen> pen;              ///< drawn at the first write of this session
  std::vector<StepPtr> journal;               ///< by number
  std::uint64_t next_step = 1;
  bool kept = false;          ///< the device has a snapshot of it
  std::size_t log_bytes = 0;  ///< in the log since the snapshot
  std::size_t snapshot_bytes = 0;
  /// Before the last import, while no file has left since: then undoing it puts back the very same state.
  std::shared_ptr<merge::Document> before_import;
  std::uint64_t import_step = 0;
  /// What the others have, as of the last exchange: codes pass on what came since.
  merge::VersionVector passed_on;
  std::size_t conflicts = 0;  ///< that somebody has to look at
  std::size_t not_shown = 0;  ///< records or parts of them that this version cannot show
};

/// One of the dossiers on this device.
struct ShelfItem {
  std::string slug;  ///< names it in the storage
  std::string id;
  std::string title;
  std::int64_t changed_ms = 0;
  std::int64_t signals = 0;
  bool damaged = false;  ///< could not be read; what is there stays
  friend bool operator==(const ShelfItem&, const ShelfItem&) = default;
};

inline constexpr std::size_t kMaxBallotUndo = 100;

/// A map file as it was given, kept so that it can be read again after a restart.
struct MapFile {
  std::string name;
  std::string text;
};

/// What an import would do to the dossier.
struct ImportPreview {
  enum class Relation : std::uint8_t {
    kMerges,        ///< the same dossier: both become one
    kNothingNew,    ///< the same dossier, and all of it is here already
    kOther,         ///< another dossier: it comes beside this one
    kOtherOnShelf,  ///< another dossier that is on this device too
    kOnlyToRead,    ///< a partial or redacted export: it comes beside this one and is never merged
  } relation = Relation::kOther;
  merge::Changes changes;  ///< what is shown differently after it
  std::size_t added = 0, changed = 0, removed = 0;
  std::size_t new_conflicts = 0;  ///< that somebody has to look at
  std::size_t same_dots = 0;      ///< writes that claim to be the same and differ (merge/conflicts.hpp)
  std::size_t clocks_ahead = 0;   ///< written by a clock more than a day ahead
  std::size_t not_shown = 0;
};

/// A file that was read and waits for the user's yes.
struct PendingImport {
  std::string file_name;
  Origin origin = Origin::kFile;
  std::shared_ptr<const merge::Document> document;  ///< as it came; of a small change its records
  std::shared_ptr<const merge::Delta> delta;        ///< a small change
  std::uint64_t at_step = 0;                        ///< `merged` is with the dossier as it was before this step
  merge::VersionVector brings;                      ///< what the other has, as far as this shows
  std::size_t in_doubt = 0;  ///< of a small change: values that may have been replaced, and are kept beside
  std::shared_ptr<merge::Document> merged;        ///< with ours; only where it merges
  std::shared_ptr<const model::Dossier> dossier;  ///< what would be seen after it
  ImportPreview preview;
  std::shared_ptr<const model::Urn> urn;
  std::shared_ptr<const model::BaseMap> map;
  std::vector<MapFile> map_files;
};

/// A folder that is shared with other devices: each writes its own file there and reads those of the others.
struct SharedFolder {
  platform::FolderState::What what = platform::FolderState::What::kCannot;
  std::string name;
  std::int64_t synced_ms = 0;         ///< when it was last read and written; 0: not yet in this session
  std::vector<std::string> took_in;   ///< files that brought something, at the last time
  std::vector<std::string> left_out;  ///< files that could not be read, or are of another dossier
  std::uint64_t written_step = 0;     ///< the newest step that the own file holds
  bool reading = false;
};

/// Codes on this screen, for the camera of another device: what is new since the last exchange.
struct CodeShow {
  std::vector<std::string> texts;  ///< of the codes, in order; empty: there is nothing new
  std::size_t at = 0;
  bool playing = true;       ///< goes on to the next code by itself
  std::int64_t next_ms = 0;  ///< when
  std::size_t records = 0;   ///< that are passed on
};
inline constexpr std::int64_t kCodeMs = 450;  ///< long enough for a camera that looks eight times a second

/// The camera of this device looks for the codes of another.
struct CodeScan {
  formats::ChainReader reader;
  std::optional<Error> fault;  ///< of the last code that was seen
};

/// A short message. With `waits_for_save` it says "Bewaard" only once the device has said so.
struct Toast {
  std::string key;  ///< language key
  bool can_undo = false;
  bool waits_for_save = false;
  std::int64_t until_ms = 0;
};

struct Dialog {
  enum class Kind : std::uint8_t {
    kNone,
    kDiscardTag,
    kWipe,
    kDeleteSignal,
    kReplaceDossier,
    kForgetDossier,
    kForgetJournal,
    kChangeForm
  } kind = Kind::kNone;
  std::string id;
  std::optional<model::VoteForm> form = {};  ///< kChangeForm: the form that was asked for
};

struct MapFilter {
  bool problems = true, strong = true, ideas = true, plans = true;
};

struct State {
  // What the user owns
  std::shared_ptr<const model::Dossier> dossier;
  std::shared_ptr<const model::Urn> urn;
  std::shared_ptr<const model::BaseMap> map;
  std::shared_ptr<const std::vector<MapFile>> map_files;  ///< nullptr: the built-in map
  bool example = true;           ///< the dossier is the built-in example, unchanged in identity
  Book book;                     ///< what `dossier` shows
  std::string slug;              ///< names the dossier in the storage
  std::vector<ShelfItem> shelf;  ///< all dossiers on this device, by slug
  std::vector<UndoStep> undo, redo;

  // What the user is doing
  Route route;
  std::vector<Route> back;
  Settings settings;
  BallotDraft ballot;
  std::vector<BallotDraft> ballot_undo;  ///< the choices before, the last one last; gone once the ballot is cast
  std::optional<TagDraft> tag;
  std::string selected;  ///< signal or plan chosen on the map
  std::string selected_buurt;
  MapFilter filter;
  std::string search;
  std::string why_plan;
  std::shared_ptr<const CountResult> result;  ///< by the round's own rule
  CountState counting;
  std::optional<PendingImport> import;
  SharedFolder folder;
  std::optional<CodeShow> codes;
  std::optional<CodeScan> scan;
  std::optional<Error> problem;  ///< shown until it is put away
  std::string problem_safe_key;  ///< what is still safe, in words: "problem.safe_unchanged"
  std::optional<Toast> toast;
  Dialog dialog;
  bool loading = true;         ///< the device has not yet answered what it keeps
  std::optional<Route> asked;  ///< the address that came while loading; what it shows may still be on its way
  bool voted = false;          ///< a ballot was cast in this session
  bool writer = true;          ///< false: another page of this app on this device writes; here one may look

  Device device;
  Saving saving;
};

/// The round of the app (the first stone has one open round). nullptr when the dossier has none.
[[nodiscard]] const model::Round* current_round(const State& state);
[[nodiscard]] const model::Plan* find_plan(const model::Round& round, std::string_view id);
[[nodiscard]] const model::Signal* find_signal(const model::Dossier& dossier, std::string_view id);
[[nodiscard]] const model::Issue* issue_of(const model::Dossier& dossier, std::string_view signal_id);
[[nodiscard]] const model::Buurt* find_buurt(const model::Dossier& dossier, std::string_view code);
/// Sum of the costs of the chosen plans; never overflows because validation bounds every cost.
[[nodiscard]] Money chosen_cost(const State& state);

}  // namespace stoepkrijt::app
