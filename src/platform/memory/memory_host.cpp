#include "platform/memory/memory_host.hpp"

#include <utility>

namespace stoepkrijt::platform {

void MemoryHost::start() {
  push(media);
  push(OnlineChanged{true});
  push(storage_state());
  push(Writer{writer});
  push(FolderState{folder_state, "map"});
  push(RouteChanged{route});
  push(entropy());
  if (!webgl) push(Failed{"webgl", Error(ErrorCode::kNoWebGl, "error.no_webgl")});
}

void MemoryHost::perform(const Effect& effect) {
  performed.push_back(effect);
  effect.visit([this](const auto& e) { answer(e); });
}

std::vector<Answer> MemoryHost::take_answers() {
  std::vector<Answer> out;
  out.emplace_back(Now{now_ms, offset_minutes});
  if (hold) return out;
  if (counting_ && !hold_count) {
    const StartCount start = *std::exchange(counting_, std::nullopt);
    if (counter) {
      push(CountDone{start.ticket, counter(start.job)});
    } else {
      push(CountFailed{start.ticket, Error(ErrorCode::kUnknown, "error.count_failed")});
    }
  }
  for (Answer& a : waiting_) out.push_back(std::move(a));
  waiting_.clear();
  return out;
}

std::uint64_t MemoryHost::used() const {
  std::uint64_t sum = 0;
  for (const auto& [key, bytes] : kept) sum += key.size() + bytes.size();
  return sum;
}

StorageState MemoryHost::storage_state() const {
  if (!storage_available) return {};
  return {true, persisted_, used(), capacity_bytes};
}

Entropy MemoryHost::entropy() {
  // Not random at all, and different each time: the same test gives the same ids.
  ++entropy_count_;
  std::string bytes;
  for (std::uint8_t i = 0; i < 32; ++i)
    bytes.push_back(static_cast<char>(static_cast<std::uint8_t>(entropy_count_ * 31 + i + entropy_seed * 7)));
  return {bytes};
}

void MemoryHost::answer(const Save& save) {
  if (!storage_available) {
    push(SaveFailed{save.key, save.ticket, Error(ErrorCode::kStorageMissing, "error.storage_missing")});
    return;
  }
  const auto old = kept.find(save.key);
  const std::uint64_t freed = old == kept.end() ? 0 : old->first.size() + old->second.size();
  const std::uint64_t others = used() - freed;
  if (others > capacity_bytes || save.key.size() + save.bytes.size() > capacity_bytes - others) {
    push(SaveFailed{save.key, save.ticket, Error(ErrorCode::kStorageFull, "error.storage_full")});
    return;
  }
  kept[save.key] = save.bytes;
  push(Saved{save.key, save.ticket});
}

void MemoryHost::answer(const Commit& commit) {
  if (!storage_available) {
    push(SaveFailed{"", commit.ticket, Error(ErrorCode::kStorageMissing, "error.storage_missing")});
    return;
  }
  std::map<std::string, std::string, std::less<>> next = kept;
  for (const KeyRange& range : commit.erase) next.erase(next.lower_bound(range.first), next.lower_bound(range.end));
  for (const Kept& put : commit.puts) next[put.key] = put.bytes;
  std::swap(kept, next);
  if (used() > capacity_bytes) {
    std::swap(kept, next);
    push(SaveFailed{"", commit.ticket, Error(ErrorCode::kStorageFull, "error.storage_full")});
    return;
  }
  push(Saved{"", commit.ticket});
}

void MemoryHost::answer(const LoadRange& load) {
  if (!storage_available) {
    push(Failed{"load", Error(ErrorCode::kStorageMissing, "error.storage_missing")});
    return;
  }
  LoadedRange out{load.range, {}};
  const auto end = kept.lower_bound(load.range.end);
  for (auto at = kept.lower_bound(load.range.first); at != end; ++at) out.found.push_back({at->first, at->second});
  push(std::move(out));
}

void MemoryHost::answer(const Load& load) {
  if (!storage_available) {
    push(Failed{"load", Error(ErrorCode::kStorageMissing, "error.storage_missing")});
    return;
  }
  const auto found = kept.find(load.key);
  push(found == kept.end() ? Loaded{load.key, false, {}} : Loaded{load.key, true, found->second});
}

void MemoryHost::answer(const EraseAll& /*erase*/) {
  if (!storage_available) {
    push(Failed{"erase", Error(ErrorCode::kStorageMissing, "error.storage_missing")});
    return;
  }
  kept.clear();
  push(Erased{});
}

void MemoryHost::answer(const Locate& /*locate*/) {
  if (place) {
    push(*place);
  } else {
    const bool denied = location_code == ErrorCode::kLocationDenied;
    push(Failed{"locate", Error(location_code, denied ? "error.location_denied" : "error.no_location")});
  }
}

void MemoryHost::answer(const StopLocating& /*stop*/) {}
void MemoryHost::answer(const GuardLeaving& guard) { guards_leaving = guard.on; }
void MemoryHost::answer(const Print& /*print*/) {}
void MemoryHost::answer(const PrintSheets& /*print*/) {}
void MemoryHost::answer(const Reload& /*reload*/) {}
void MemoryHost::answer(const ReadSite& read) {
  const auto found = site.find(read.name);
  if (found == site.end() || found->second.size() > read.max_bytes) {
    push(Failed{"site", Error(ErrorCode::kMissing, "error.not_on_site")});
  } else {
    push(FilePicked{read.purpose, read.name, found->second});
  }
}
void MemoryHost::answer(const KeepAwake& keep) {
  if (keep.on != awake && (!keep.on || lets_awake)) push(Awake{awake = keep.on});
}

void MemoryHost::answer(const PickFile& pick) {
  std::optional<FilePicked> file;
  if (!files.empty()) {
    file = std::move(files.front());
    files.pop_front();
  }
  if (!file) {
    push(FileCancelled{pick.purpose});
  } else if (pick.max_bytes != 0 && file->bytes.size() > pick.max_bytes) {
    push(Failed{"pick", Error(ErrorCode::kTooLarge, "error.file_too_large")
                            .with("name", file->name)
                            .with("mb", std::to_string(pick.max_bytes / 1'000'000))});
  } else {
    file->purpose = pick.purpose;
    push(*std::move(file));
  }
}

void MemoryHost::answer(const OfferFile& offer) { offered.push_back(offer); }

void MemoryHost::answer(const Speak& speak) {
  if (!can_speak && !speak.words.empty()) {
    push(Failed{"speak", Error(ErrorCode::kNoVoice, "error.no_voice")});
    return;
  }
  spoken = speak.words;
  push(SpeechChanged{!speak.words.empty()});
}

void MemoryHost::answer(const Announce& announce) { announced.push_back(announce); }
void MemoryHost::answer(const SetPage& set) { page = set; }
void MemoryHost::answer(const Focus& focus) { focused = focus.node; }

void MemoryHost::answer(const AskPersist& /*ask*/) {
  persisted_ = storage_available && persist_granted;
  push(storage_state());
}

void MemoryHost::answer(const AskStorage& /*ask*/) { push(storage_state()); }

void MemoryHost::answer(const PickFolder& /*pick*/) {
  folder_state = folder_answer;
  push(FolderState{folder_state, "map"});
}
void MemoryHost::answer(const OpenFolder& /*open*/) {
  folder_state = folder_answer;
  push(FolderState{folder_state, "map"});
}
void MemoryHost::answer(const ForgetFolder& /*forget*/) {
  folder_state = FolderState::What::kNone;
  push(FolderState{folder_state, ""});
}

bool MemoryHost::folder_there() {
  if (folder_state == FolderState::What::kOpen && !folder_gone) return true;
  push(Failed{"folder", Error(ErrorCode::kNoFolder, "error.folder_gone")});
  return false;
}

void MemoryHost::answer(const ReadFolder& read) {
  if (!folder_there()) return;
  FolderFiles out;
  const bool asks_photos = read.prefix.find("-foto-") != std::string::npos;
  for (const auto& [name, bytes] : folder) {
    if (!name.starts_with(read.prefix)) continue;
    if (!asks_photos && name.find("-foto-") != std::string::npos) continue;
    const bool too_large = read.max_bytes != 0 && bytes.size() > read.max_bytes;
    const auto before = folder_read_.find(name);
    if (!asks_photos && before != folder_read_.end() && before->second == bytes) continue;
    folder_read_[name] = bytes;
    out.files.push_back({name, too_large ? std::string() : bytes, too_large});
  }
  push(std::move(out));
}

void MemoryHost::answer(const WriteFolder& write) {
  if (!folder_there()) return;
  folder[write.name] = write.bytes;
  folder_read_[write.name] = write.bytes;
  push(FolderWritten{write.name});
}

void MemoryHost::answer(const ScanCodes& scan) {
  if (has_camera) {
    scanning = scan;
  } else {
    push(Failed{"scan", Error(ErrorCode::kNoCamera, "error.no_camera")});
  }
}
void MemoryHost::answer(const StopScanning& /*stop*/) {
  if (scanning) push(ScanEnded{false});
  scanning.reset();
}

void MemoryHost::answer(const TakePhoto& /*take*/) {
  if (photos.empty()) {
    push(Failed{"photo", photo_error});
    return;
  }
  PicturePtr next = std::move(photos.front());
  photos.pop_front();
  if (next == nullptr) {
    push(FileCancelled{"photo"});
  } else {
    push(PhotoTaken{std::move(next)});
  }
}
void MemoryHost::answer(const EncodePhoto& encode) {
  push(PhotoEncoded{encode.ticket, jpeg_of ? jpeg_of(*encode.picture) : std::string()});
}
void MemoryHost::answer(const ShowPhoto& show) {
  shown[show.name] = *show.jpeg;
  push(PhotoShown{show.name, picture_of ? picture_of(*show.jpeg) : nullptr, show.most_side});
}
void MemoryHost::answer(const HidePhoto& hide) { shown.erase(hide.name); }

void MemoryHost::answer(const SetRoute& set) { route = set.route; }
void MemoryHost::answer(const AskEntropy& /*ask*/) { push(entropy()); }
void MemoryHost::answer(const StartCount& start) { counting_ = start; }
void MemoryHost::answer(const CancelCount& /*cancel*/) { counting_.reset(); }
void MemoryHost::push_progress(std::uint64_t done, std::uint64_t total) {
  if (counting_) push(CountProgress{counting_->ticket, done, total});
}
void MemoryHost::answer(const WakeAt& wake) { wake_at_ms = wake.time_ms; }

}  // namespace stoepkrijt::platform
