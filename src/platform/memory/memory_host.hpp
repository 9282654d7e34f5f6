// A device that exists only in memory: the double for tests, fuzzers and the command line. It keeps every promise of
// host.hpp, and every refusal can be scripted: no storage, full storage, no place, a file that is too large.
//
// Example:
//   MemoryHost host;
//   host.capacity_bytes = 10;
//   host.perform(platform::Save{"dossier", std::string(11, 'x'), 1});
//   host.take_answers();  // {Now, SaveFailed{"dossier", 1, kStorageFull}}; what was kept before is still there
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/host.hpp"

namespace stoepkrijt::platform {

class MemoryHost final : public Host {
 public:
  // What the device is like: change it at any time.
  bool storage_available = true;
  std::uint64_t capacity_bytes = std::numeric_limits<std::uint64_t>::max();
  bool persist_granted = true;
  bool can_speak = true;
  bool webgl = true;
  std::int64_t now_ms = 1'760'000'000'000;  ///< a fixed moment in October 2025; tests move it themselves
  std::int32_t offset_minutes = 120;
  std::optional<Located> place;  ///< none: locating fails with `location_code`
  ErrorCode location_code = ErrorCode::kNoLocation;
  bool awake = false;                           ///< the screen is kept on
  bool lets_awake = true;                       ///< false: the device refuses that
  std::deque<std::optional<FilePicked>> files;  ///< next files the user will choose; nullopt or none left: cancelled
  std::map<std::string, std::string, std::less<>> site;  ///< files beside the app on its site, by name
  MediaChanged media;
  bool hold = false;  ///< true: answers wait (a slow disk) until it is false again

  /// Counts a job, as a worker would; without it counting fails. The answers wait while `hold_count`.
  std::function<std::string(std::string_view)> counter;
  bool hold_count = false;

  std::uint8_t entropy_seed = 0;  ///< two devices of one test have different ones

  bool writer = true;  ///< false: another page writes; push(Writer{true}) when it is closed

  /// The shared folder, as all devices see it: name to bytes. `folder_answer` is what the browser says when it is asked
  /// for one.
  std::map<std::string, std::string, std::less<>> folder;
  FolderState::What folder_state = FolderState::What::kNone;
  FolderState::What folder_answer = FolderState::What::kOpen;
  bool folder_gone = false;  ///< a stick that was pulled out

  std::optional<ScanCodes> scanning;  ///< the camera is on; push(CodeSeen{...}) is what it sees
  bool has_camera = true;

  bool guards_leaving = false;  ///< who closes the page now is asked first

  /// Next photos that the user will take or choose; a null pointer: cancelled; none left: `photo_error`. A "JPEG" of
  /// this device is made by `jpeg_of`: without it none can be made.
  std::deque<PicturePtr> photos;
  Error photo_error{ErrorCode::kUnreadable, "error.photo_broken"};
  std::function<std::string(const Picture&)> jpeg_of;
  std::function<PicturePtr(std::string_view)> picture_of;  ///< the way back
  std::map<std::string, std::string, std::less<>> shown;   ///< photos that the page has ready

  // What the app made of it.
  std::map<std::string, std::string, std::less<>> kept;
  std::vector<Effect> performed;
  std::vector<OfferFile> offered;
  std::vector<Announce> announced;
  std::string spoken;
  std::string route;
  std::int64_t wake_at_ms = 0;  ///< the moment last asked for with WakeAt; the test moves now_ms there itself
  std::uint32_t focused = 0;
  SetPage page;

  /// The answers a device gives before the first frame: media, online, storage, route, entropy, and no WebGL if so.
  void start();
  /// Says how far the count under way is; nothing when none is.
  void push_progress(std::uint64_t done, std::uint64_t total);
  /// An answer that the device gives by itself: going offline, Back, a new place.
  void push(Answer answer) { waiting_.push_back(std::move(answer)); }

  void perform(const Effect& effect) override;
  [[nodiscard]] std::vector<Answer> take_answers() override;

  /// The last effect of type `E`, or nullptr.
  template <class E>
  [[nodiscard]] const E* last() const {
    for (auto it = performed.rbegin(); it != performed.rend(); ++it) {
      if (const E* found = it->get_if<E>()) return found;
    }
    return nullptr;
  }

 private:
  void answer(const Save& save);
  void answer(const Commit& commit);
  void answer(const Load& load);
  void answer(const LoadRange& load);
  void answer(const EraseAll& erase);
  void answer(const Locate& locate);
  void answer(const GuardLeaving& guard);
  void answer(const Print& print);
  void answer(const PrintSheets& print);
  void answer(const Reload& reload);
  void answer(const ReadSite& read);
  void answer(const KeepAwake& keep);
  void answer(const StopLocating& stop);
  void answer(const PickFile& pick);
  void answer(const OfferFile& offer);
  void answer(const Speak& speak);
  void answer(const Announce& announce);
  void answer(const SetPage& set);
  void answer(const Focus& focus);
  void answer(const AskPersist& ask);
  void answer(const AskStorage& ask);
  void answer(const PickFolder& pick);
  void answer(const OpenFolder& open);
  void answer(const ForgetFolder& forget);
  void answer(const ReadFolder& read);
  void answer(const WriteFolder& write);
  void answer(const ScanCodes& scan);
  void answer(const StopScanning& stop);
  void answer(const TakePhoto& take);
  void answer(const EncodePhoto& encode);
  void answer(const ShowPhoto& show);
  void answer(const HidePhoto& hide);
  [[nodiscard]] bool folder_there();
  void answer(const SetRoute& set);
  void answer(const AskEntropy& ask);
  void answer(const WakeAt& wake);
  void answer(const StartCount& start);
  void answer(const CancelCount& cancel);
  [[nodiscard]] std::uint64_t used() const;
  [[nodiscard]] StorageState storage_state() const;
  [[nodiscard]] Entropy entropy();

  std::vector<Answer> waiting_;
  std::map<std::string, std::string, std::less<>> folder_read_;  // what ReadFolder gave last
  std::optional<StartCount> counting_;
  std::uint8_t entropy_count_ = 0;
  bool persisted_ = false;
};

}  // namespace stoepkrijt::platform
