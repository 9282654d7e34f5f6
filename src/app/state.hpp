// Everything the app knows, as one value. Screens read it through view-models; only apply() makes a new one.
// Large parts are shared and never changed in place, so that a copy of State is cheap.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/book.hpp"
#include "app/contacts.hpp"
#include "app/count_state.hpp"
#include "app/edit.hpp"
#include "app/lang.hpp"
#include "app/photos.hpp"
#include "app/planning.hpp"
#include "app/walking.hpp"
#include "model/dossier.hpp"
#include "platform/host.hpp"
#include "schouw/doubles.hpp"

namespace stoepkrijt::app {

// Rooms of the secret ballot, each with headers of its own (app/station/, app/office/, app/evening/).
struct Station;
struct Office;
struct Evening;

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
  kStatus,
  kPhoto,
  kWalks,
  kWalk,
  kPrepare,
  kDoubles,
  kFigures,
  kFilter,
  kReport,
  kOwnMap,
  kPlanning,
  kNextRound,
  kContact,
  kStation,
  kOpenStation,
  kHost,
  kOffice,
  kKeys,
  kCards,
  kEvening,
  kHolder,
  kSession,
  kByHand,
  kLog,
  kProtection,
  kReceipt,
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
  bool export_photos = true;       ///< photos travel with a file
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
  std::vector<std::string> photos_to_look_at = {};  ///< of its photos: nobody has said yet that they show no people
  friend bool operator==(const TagDraft&, const TagDraft&) = default;
};

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
  bool awake = false;           ///< the screen stays on
  bool guards_leaving = false;  ///< it was told to ask before the page goes
  std::optional<platform::Located> own;
  std::optional<Error> location_error;
};

inline constexpr std::size_t kMaxBallotUndo = 100;
inline constexpr std::size_t kMostDrafts = 50;  ///< signals in the making; a next one asks to finish some first

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
    kChangeForm,
    kRemovePhoto,
    kEndWalk,
    kDropWalk,
    kDeleteWalk,
    kDropPlan,
    kDeletePlan,
    kKeepPast
  } kind = Kind::kNone;
  std::string id;
  std::optional<model::VoteForm> form = {};  ///< kChangeForm: the form that was asked for
};

/// What is shown of all signals, on the map and in the list; what is empty or 0 leaves nothing out.
struct MapFilter {
  bool problems = true, strong = true, ideas = true, plans = true;
  std::optional<model::SchouwTheme> theme = {};
  model::Level level = model::Level::kUnset;
  std::optional<bool> closed = {};  ///< whether what it is about is done or rejected
  std::int32_t days = 0;            ///< not older
  std::string party = {}, buurt = {}, walk = {};
  std::vector<geo::LonLat> area = {};  ///< a ring around what is shown (geo/area.hpp), its edge included
  friend bool operator==(const MapFilter&, const MapFilter&) = default;
};

struct State {
  // What the user owns
  std::shared_ptr<const model::Dossier> dossier;
  std::shared_ptr<const model::Urn> urn;
  std::shared_ptr<const model::BaseMap> map;
  std::shared_ptr<const std::vector<MapFile>> map_files;  ///< nullptr: the built-in map
  bool example = true;                       ///< the dossier is the built-in example, unchanged in identity
  Book book;                                 ///< what `dossier` shows
  std::shared_ptr<const Contacts> contacts;  ///< how reporters can be reached; nullptr: of nobody
  bool contacts_leave = false;               ///< they go along with the next file; never kept
  std::string slug;                          ///< names the dossier in the storage
  std::vector<ShelfItem> shelf;              ///< all dossiers on this device, by slug
  std::vector<UndoStep> undo, redo;

  // What the user is doing
  Route route;
  std::vector<Route> back;
  Settings settings;
  BallotDraft ballot;
  std::vector<BallotDraft> ballot_undo;  ///< the choices before, the last one last; gone once the ballot is cast
  std::optional<TagDraft> tag;
  std::vector<TagDraft> tags_later;  ///< begun and put aside for another, the newest last
  std::optional<Walking> walking;
  std::optional<WalkDraft> walk_draft;
  std::optional<PlanDraft> plan_draft;
  Photos photos;
  // The secret ballot; nullptr: nothing of it is under way here
  std::shared_ptr<const Station> station;
  std::shared_ptr<const Office> office;
  std::shared_ptr<const Evening> evening;
  std::string scan_room;  ///< which of these looks through the camera: "station"; empty: the dossier does
  std::string selected;   ///< signal or plan chosen on the map
  std::string selected_buurt;
  MapFilter filter;
  bool heat = false;  ///< the map shows where many signals lie
  schouw::DoubleSettings doubles;
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

/// The round of the app: the open one, else the last that is not in preparation. nullptr when the dossier has none.
[[nodiscard]] const model::Round* current_round(const State& state);
/// The round that is in preparation: the first of them, when it is not the round of the app. nullptr: there is none.
[[nodiscard]] const model::Round* next_round(const State& state);
/// The round of this id in the dossier; with an empty id that of the app. nullptr: there is none.
[[nodiscard]] const model::Round* chosen_round(const State& state, std::string_view id);
[[nodiscard]] const model::Plan* find_plan(const model::Round& round, std::string_view id);
[[nodiscard]] const model::Walk* find_walk(const model::Dossier& dossier, std::string_view id);
[[nodiscard]] const model::Signal* find_signal(const model::Dossier& dossier, std::string_view id);
[[nodiscard]] const model::Issue* issue_of(const model::Dossier& dossier, std::string_view signal_id);
[[nodiscard]] const model::Buurt* find_buurt(const model::Dossier& dossier, std::string_view code);
/// Sum of the costs of the chosen plans; never overflows because validation bounds every cost.
[[nodiscard]] Money chosen_cost(const State& state);

}  // namespace stoepkrijt::app
