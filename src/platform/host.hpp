// The contract between the app and the device it runs on, written as a specification.
//
// The app never calls the device. It returns Effects (values); the host carries them out in order and answers, sooner
// or later, with Answers (values), which the app takes in like any other input. Every host keeps these promises:
//  - perform() returns at once and never calls back into the app: answers wait until take_answers().
//  - Save: kSaved is given only after the bytes are durable (IndexedDB: transaction complete with durability "strict").
//    Two saves of one key arrive in the order they were asked. On kSaveFailed the old bytes are still there.
//  - Whatever the device refuses is answered too, with an Error: nothing is silently dropped.
// Implementations: web/ (the browser), memory/ (tests: every answer can be scripted).
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/error.hpp"

namespace stoepkrijt::platform {

// ---- Effects: what the app asks of the device ----

/// Keep `bytes` under `key` durably. `ticket` comes back with the answer.
struct Save {
  std::string key;
  std::string bytes;
  std::uint32_t ticket = 0;
};
/// Read what is kept under `key`; answered by Loaded (found or not) or a Failed.
struct Load {
  std::string key;
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

using Effect = std::variant<Save, Load, EraseAll, Locate, StopLocating, PickFile, OfferFile, Speak, Announce, SetPage,
                            Focus, AskPersist, SetRoute, WakeAt, AskEntropy, StartCount, CancelCount>;

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
struct Erased {};
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
/// "erase". With code kLocationDenied: the user (or the browser) said no; kNoLocation: none to be had now.
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

using Answer = std::variant<Saved, SaveFailed, Loaded, Erased, Located, FilePicked, FileCancelled, Failed, MediaChanged,
                            OnlineChanged, StorageState, UpdateWaiting, SpeechChanged, RouteChanged, Now, Entropy,
                            CountProgress, CountDone, CountFailed>;

class Host {
 public:
  virtual ~Host() = default;
  virtual void perform(const Effect& effect) = 0;
  [[nodiscard]] virtual std::vector<Answer> take_answers() = 0;
};

}  // namespace stoepkrijt::platform
