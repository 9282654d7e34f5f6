// The contract between the app and the device it runs on, written as a specification.
//
// The app never calls the device. It returns Effects (values); the host carries them out in order and answers, sooner
// or later, with Answers (values), which the app takes in like any other input. Every host keeps these promises:
//  - perform() returns at once and never calls back into the app: answers wait until take_answers().
//  - Save and Commit: Saved is given only after the bytes are durable (IndexedDB: transaction complete with durability
//    "strict"). They happen in the order in which they were asked. On SaveFailed what was there before is still there,
//    all of it: a Commit happens whole or not at all, also when the power goes.
//  - Keys are of ASCII without control characters and spaces.
//  - Whatever the device refuses is answered too, with an Error: nothing is silently dropped.
// Implementations: web/ (the browser), memory/ (tests: every answer can be scripted).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/one_of.hpp"
#include "base/picture.hpp"

namespace stoepkrijt::platform {

// ---- Effects: what the app asks of the device ----

/// Keep `bytes` under `key` durably. `ticket` comes back with the answer.
struct Save {
  std::string key;
  std::string bytes;
  std::uint32_t ticket = 0;
};
/// Keys from `first` up to, not including, `end`, in the order of their bytes.
struct KeyRange {
  std::string first;
  std::string end;
  friend bool operator==(const KeyRange&, const KeyRange&) = default;
};
/// All keys that start with `prefix`, which is not empty.
[[nodiscard]] inline KeyRange keys_with(std::string_view prefix) {
  KeyRange range{std::string(prefix), std::string(prefix)};
  ++range.end.back();
  return range;
}
struct Kept {
  std::string key;
  std::string bytes;
  friend bool operator==(const Kept&, const Kept&) = default;
};
/// In one step and durably: first forget the ranges of `erase`, then keep `puts`. Answered by Saved or SaveFailed with
/// an empty key and this ticket.
struct Commit {
  std::vector<Kept> puts;
  std::vector<KeyRange> erase;
  std::uint32_t ticket = 0;
};
/// Read what is kept under `key`; answered by Loaded (found or not) or a Failed.
struct Load {
  std::string key;
};
/// Read all that is kept in a range, as of one moment; answered by LoadedRange or a Failed ("load").
struct LoadRange {
  KeyRange range;
};
/// Forget everything that this app keeps on the device.
struct EraseAll {};
/// Ask the device for its place; answered by Located (possibly more than once) or Failed with
/// kNoLocation/kLocationDenied.
struct Locate {
  bool follow = false;
};
struct StopLocating {};
/// Let the user choose a file. Must follow directly from the user's own tap. `purpose` comes back with the answer.
struct PickFile {
  std::string accept;  ///< as of <input accept>: ".json,application/json"
  std::string purpose;
  std::uint64_t max_bytes = 0;  ///< larger files are refused with kTooLarge before they are read
  bool multiple = false;        ///< several files: one FilePicked each, in the user's order, in one batch
};
/// Read a file that stands beside the app on its own site, by its plain name. Answered by FilePicked with this purpose,
/// or by Failed ("site") when it is not there, too large, or there is no network.
struct ReadSite {
  std::string name;
  std::string purpose;
  std::uint64_t max_bytes = 0;
};
/// Give the user a file (download or share sheet). Nothing leaves the device but by this, and only on request.
struct OfferFile {
  std::string name;
  std::string mime;
  std::string bytes;
};
/// Read words aloud with a voice of the device itself (localService), in BCP 47 language `lang`. Empty words: stop.
struct Speak {
  std::string words;
  std::string lang;
};
/// Say through the live regions; the host debounces polite words (500 ms, last one wins).
struct Announce {
  std::string words;
  bool assertive = false;
};
/// Language of the page (<html lang>), its title and the switch between canvas and Tekstversie.
struct SetPage {
  std::string lang;
  std::string title;
  bool text_version = false;
  std::string theme;                ///< "light", "dark", "contrast": for the page's own colours
  std::int32_t text_percent = 100;  ///< of the app's own text size setting: text fields and Tekstversie follow it
};
/// Move the keyboard focus to the mirrored element of this semantic node.
struct Focus {
  std::uint32_t node = 0;
};
/// Ask the browser to keep the storage ("persist"); answered by StorageState.
struct AskPersist {};
/// How much is used and left; answered by StorageState.
struct AskStorage {};

// A folder that the user shares with other devices (Nextcloud, Syncthing, a stick). The host remembers it between two
// visits, but the browser may want to be asked again.

/// Let the user choose the folder. Must follow directly from the user's own tap. Answered by FolderState.
struct PickFolder {};
/// Ask leave for the folder that is remembered. Must follow directly from the user's own tap. Answered by FolderState.
struct OpenFolder {};
/// Forget which folder it was; what is in it stays.
struct ForgetFolder {};
/// Read the files in it whose name starts with `prefix` and that changed since the last ReadFolder; answered by
/// FolderFiles, in the order of asking, or by Failed ("folder") when the folder cannot be reached any more. Larger
/// files than `max_bytes` are named as too large, not read. Photos ("-foto-" in the name) are passed over where
/// `prefix` does not ask for them, and given each time where it does.
struct ReadFolder {
  std::string prefix;
  std::uint64_t max_bytes = 0;
};
/// Write (or replace) a file in it, whole or not at all; answered by FolderWritten or Failed ("folder").
struct WriteFolder {
  std::string name;
  std::string bytes;
};

/// Look through the camera for QR codes, in a window over the page with these words and a button to stop; again with
/// other words while it is open: change the words. Answered by CodeSeen for each code that differs from the one
/// before, and by ScanEnded when the user stopped or the camera did.
struct ScanCodes {
  std::string title;
  std::string words;
  std::string stop;
};
/// Close that window; answered by ScanEnded.
struct StopScanning {};

/// Let the user take a photo (`camera`: with the camera at once, where the device has one) or choose a picture. Must
/// follow directly from the user's own tap. It is turned the right way up and made smaller until its longest side is
/// `most_side`. Answered by PhotoTaken, FileCancelled with purpose "photo", or Failed ("photo") with what was the
/// matter.
struct TakePhoto {
  bool camera = false;
  std::uint32_t most_side = 0;
  std::uint64_t max_bytes = 0;  ///< larger files are refused with kTooLarge before they are read
};
/// Make a JPEG of these pixels; answered by PhotoEncoded with this ticket.
struct EncodePhoto {
  std::uint32_t ticket = 0;
  PicturePtr picture;
};
/// Have this JPEG ready to be shown under `name` (the page shows it as an image of its own, too), and decode it, at
/// most `most_side` a side; answered by PhotoShown.
struct ShowPhoto {
  std::string name;
  std::shared_ptr<const std::string> jpeg;
  std::uint32_t most_side = 0;
};
/// It is not shown any more: what the page holds of it may go.
struct HidePhoto {
  std::string name;
};

/// Print what the page shows, in normal flow, through the browser's own dialog; the map that this node mirrors goes
/// along as a picture (0: there is none).
struct Print {
  std::uint32_t map_node = 0;
};
/// Print these pages, each a whole A4 sheet (210 by 297 mm) as one SVG document, through the browser's own dialog. They
/// are not kept by the page afterwards.
struct PrintSheets {
  std::vector<std::string> sheets;
};
/// Load the page anew, once all that was asked to be kept is kept: nothing of this one is left in memory. Not answered:
/// the app starts again.
struct Reload {};
/// From here on: when somebody closes the page or loads it anew, the browser itself asks first whether that is meant
/// (beforeunload), or no longer. The app's own Reload is not asked about. Not answered.
struct GuardLeaving {
  bool on = false;
};
/// Keep the screen on while the page is seen, or no longer; asked again by the host itself when the page comes back.
/// Answered by Awake, at each change: the device may refuse, and lets the screen go off when its battery is low.
struct KeepAwake {
  bool on = false;
};

/// Show these route words in the address (#...), so that Back and reload work. Never personal data.
struct SetRoute {
  std::string route;
  bool replace = false;
};

/// Give a Now at (or shortly after) this time, so that something that ends by itself can end. Later ones replace it.
struct WakeAt {
  std::int64_t time_ms = 0;
};
/// Give 32 fresh random bytes: answered by Entropy.
struct AskEntropy {};

/// Count beside the page, so that the page goes on: `job` is for the same program (app/count_job.hpp). Answered by
/// CountProgress (any number) and then one CountDone or CountFailed with the same ticket. A new one ends the one
/// before.
struct StartCount {
  std::uint32_t ticket = 0;
  std::string job;
};
/// Stop counting at once; nothing more is heard of that ticket.
struct CancelCount {};

/// One of the effects above.
class Effect
    : public OneOf<Save, Commit, Load, LoadRange, EraseAll, Locate, StopLocating, PickFile, OfferFile, Speak, Announce,
                   SetPage, Focus, AskPersist, AskStorage, SetRoute, WakeAt, AskEntropy, StartCount, CancelCount,
                   PickFolder, OpenFolder, ForgetFolder, ReadFolder, WriteFolder, ScanCodes, StopScanning, TakePhoto,
                   EncodePhoto, ShowPhoto, HidePhoto, KeepAwake, Print, PrintSheets, ReadSite, Reload, GuardLeaving> {
 public:
  using OneOf::OneOf;
};

// ---- Answers: what the device tells the app ----

struct Saved {
  std::string key;
  std::uint32_t ticket = 0;
};
struct SaveFailed {
  std::string key;
  std::uint32_t ticket = 0;
  Error error;
};
struct Loaded {
  std::string key;
  bool found = false;
  std::string bytes;
};
/// Sorted by key.
struct LoadedRange {
  KeyRange range;
  std::vector<Kept> found;
};
struct Erased {};
/// Whether this page may write what is kept: of all pages of this app on the device one may. Given once at the start,
/// and again when that changes: true when the page that wrote is closed or put aside (what is kept may then have
/// changed), false when this page itself is put aside by the browser (back/forward cache, a frozen tab).
struct Writer {
  bool mine = false;
};
struct Located {
  std::int32_t lon_e7 = 0;
  std::int32_t lat_e7 = 0;
  std::int32_t accuracy_mm = 0;  ///< 68 % radius
  std::int64_t time_ms = 0;
};
struct FilePicked {
  std::string purpose;
  std::string name;
  std::string bytes;
};
struct FileCancelled {
  std::string purpose;
};
/// A request that could not be met. `what` names the effect: "load", "locate", "pick", "offer", "speak", "webgl",
/// "erase", "folder", "scan", "photo", "site". With code kLocationDenied: the user (or the browser) said no;
/// kNoLocation: none to be had now; so too kFolderDenied and kNoFolder, kCameraDenied and kNoCamera.
struct Failed {
  std::string what;
  Error error;
};
/// Preferences of the person, as the device tells them.
struct MediaChanged {
  bool dark = false;
  bool more_contrast = false;
  bool forced_colors = false;
  bool reduced_motion = false;
  bool coarse_pointer = false;  ///< touch is the main pointer
  std::string languages;        ///< "nl-NL,en"
};
struct OnlineChanged {
  bool online = false;
};
struct StorageState {
  bool available = false;
  bool persisted = false;
  std::uint64_t used_bytes = 0;
  std::uint64_t quota_bytes = 0;
};
struct FolderState {
  enum class What : std::uint8_t {
    kCannot,  ///< this browser has no folders
    kNone,    ///< none was chosen
    kAsks,    ///< one is remembered; OpenFolder asks leave for it
    kOpen,
  } what = What::kCannot;
  std::string name;  ///< of the folder, as the user knows it
};
struct FolderFiles {
  struct File {
    std::string name;
    std::string bytes;
    bool too_large = false;  ///< then without bytes
  };
  std::vector<File> files;  ///< by name
};
struct FolderWritten {
  std::string name;
};
struct CodeSeen {
  std::string text;
};
struct PhotoTaken {
  PicturePtr picture;
};
/// Without bytes: it could not be made.
struct PhotoEncoded {
  std::uint32_t ticket = 0;
  std::string jpeg;
};
/// Without a picture: it cannot be read as one.
struct PhotoShown {
  std::string name;
  PicturePtr picture;
  std::uint32_t most_side = 0;  ///< as it was asked
};
struct Awake {
  bool on = false;
};
struct ScanEnded {
  bool by_user = true;
};
/// A newer version waits; it is taken at the next start, never in a session.
struct UpdateWaiting {};
struct SpeechChanged {
  bool speaking = false;
};
struct RouteChanged {  ///< Back, Forward or an address typed by the user
  std::string route;
};
/// The clock: the host adds one of these before each batch of answers and at least once before the first frame.
struct Now {
  std::int64_t time_ms = 0;         ///< since 1970 UTC
  std::int32_t offset_minutes = 0;  ///< local time minus UTC
};
/// 32 fresh random bytes of the device's own generator, given once at the start and at each AskEntropy.
struct Entropy {
  std::string bytes;
};

/// `total` 0: it is not known how much there is to do.
struct CountProgress {
  std::uint32_t ticket = 0;
  std::uint64_t done = 0;
  std::uint64_t total = 0;
};
struct CountDone {
  std::uint32_t ticket = 0;
  std::string bytes;
};
/// The device could not count beside the page, or it ran out of memory: kUnknown "error.count_failed".
struct CountFailed {
  std::uint32_t ticket = 0;
  Error error;
};

/// One of the answers above.
class Answer : public OneOf<Saved, SaveFailed, Loaded, LoadedRange, Erased, Writer, Located, FilePicked, FileCancelled,
                            Failed, MediaChanged, OnlineChanged, StorageState, UpdateWaiting, SpeechChanged,
                            RouteChanged, Now, Entropy, CountProgress, CountDone, CountFailed, FolderState, FolderFiles,
                            FolderWritten, CodeSeen, ScanEnded, PhotoTaken, PhotoEncoded, PhotoShown, Awake> {
 public:
  using OneOf::OneOf;
};

class Host {
 public:
  virtual ~Host() = default;
  virtual void perform(const Effect& effect) = 0;
  [[nodiscard]] virtual std::vector<Answer> take_answers() = 0;
};

}  // namespace stoepkrijt::platform
