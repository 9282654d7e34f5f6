// The part of State that is about keeping the dossier and passing it on: what is on its way to the storage, the
// document that merges, the other dossiers here, files that wait for a yes, a shared folder, codes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/contacts.hpp"
#include "app/journal.hpp"
#include "formats/codes/chain.hpp"
#include "formats/photos/photos_member.hpp"
#include "formats/reports/reports.hpp"
#include "merge/delta.hpp"
#include "merge/document.hpp"
#include "merge/version_vector.hpp"
#include "merge/write.hpp"
#include "model/dossier.hpp"
#include "platform/host.hpp"

namespace stoepkrijt::formats {
struct ImportedMap;  // formats/mapimport
}

namespace stoepkrijt::app {

enum class Screen : std::uint8_t;  // app/state.hpp

enum class SaveState : std::uint8_t { kNothingYet, kSaving, kSaved, kFailed, kNoStorage };

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

struct NewReports;  // app/reports.hpp

/// How the signals go to another program.
enum class ReportFormat : std::uint8_t { kCsv, kGeoJson, kOpen311, kSignalen };

/// A file that was read and waits for the user's yes.
struct PendingImport {
  formats::PhotoBytes photos;      ///< that came along and are whole
  std::size_t photos_refused = 0;  ///< and those that are not
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
  std::shared_ptr<const formats::Reports> reports;  ///< signals of another program
  std::shared_ptr<const NewReports> news;           ///< what of them is new here
  std::shared_ptr<const model::BaseMap> map;
  std::vector<MapFile> map_files;                    ///< as they were chosen
  std::shared_ptr<const formats::ImportedMap> made;  ///< of them: the map, its file and what was found
  std::string attribution;                           ///< whose map it is, as the user may change it
  bool attribution_missing = false;                  ///< it was asked for and is empty
  std::string map_file;                              ///< that came along with a dossier, by its name; empty: none
  bool map_refused = false;                          ///< one came, and it is damaged
  Contacts contacts;                                 ///< of reporters, that came along
  bool contacts_refused = false;                     ///< some came, and cannot be read
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
  std::vector<bool> asked = {};  ///< answers still to come, in order; true: about photos
  bool photos_listed = false;    ///< it is known which photos are there
};

/// Codes on this screen, for the camera of another device: what is new since the last exchange.
struct CodeShow {
  std::vector<std::string> texts;  ///< of the codes, in order; empty: there is nothing new
  std::size_t at = 0;
  bool playing = true;       ///< goes on to the next code by itself
  std::int64_t next_ms = 0;  ///< when
  std::size_t records = 0;   ///< that are passed on
  Screen on{};               ///< where they are shown: they go when another screen comes
  std::string package;       ///< fingerprint of the package that is passed on, hexadecimal; empty: what is new here
};
inline constexpr std::int64_t kCodeMs = 450;  ///< long enough for a camera that looks eight times a second

/// The camera of this device looks for the codes of another: for what is new there, or for a room (State::scan_room).
struct CodeScan {
  formats::ChainReader reader;
  std::optional<Error> fault;  ///< of the last code that was seen
};

}  // namespace stoepkrijt::app
