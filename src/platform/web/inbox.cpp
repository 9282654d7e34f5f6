#include "platform/web/inbox.hpp"

#include <emscripten.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "platform/packed.hpp"

namespace stoepkrijt::platform::web {
namespace {

/// The browser's accuracy is the radius of 95 % confidence (W3C Geolocation, 6.2), ours of 68 %. For an error that is
/// normal in both directions the radii are as sqrt(-2 ln 0.32) to sqrt(-2 ln 0.05): 1.5096 / 2.4477.
constexpr double kTo68Percent = 0.6167;

std::int32_t to_int32(double value) {
  return static_cast<std::int32_t>(std::lround(std::clamp(value, -2147483647.0, 2147483647.0)));
}
std::uint64_t to_size(double value) { return value > 0 ? static_cast<std::uint64_t>(value) : 0; }

/// "pick\ntoo_large" -> {"pick", "too_large"}.
std::pair<std::string, std::string> split(std::string_view words) {
  const std::size_t at = words.find('\n');
  if (at == std::string_view::npos) return {std::string(words), {}};
  return {std::string(words.substr(0, at)), std::string(words.substr(at + 1))};
}

Error storage_error(std::string_view reason, std::string_view otherwise) {
  if (reason == "full") return {ErrorCode::kStorageFull, "error.storage_full"};
  if (reason == "missing") return {ErrorCode::kStorageMissing, "error.storage_missing"};
  return {ErrorCode::kNotWritten, otherwise};
}

Error pick_error(std::string_view reason, std::string_view name, double max_bytes) {
  if (reason == "too_large") {
    return Error(ErrorCode::kTooLarge, "error.file_too_large")
        .with("name", name)
        .with("mb", std::to_string(to_size(max_bytes) / 1'000'000));
  }
  return Error(ErrorCode::kUnreadable, "error.file_unreadable").with("name", name);
}

Error folder_error(std::string_view reason) {
  if (reason == "denied") return {ErrorCode::kFolderDenied, "error.folder_denied"};
  if (reason == "full") return {ErrorCode::kStorageFull, "error.folder_full"};
  return {ErrorCode::kNoFolder, "error.folder_gone"};
}

Error scan_error(std::string_view reason) {
  if (reason == "denied") return {ErrorCode::kCameraDenied, "error.camera_denied"};
  return {ErrorCode::kNoCamera, "error.no_camera"};
}

Error photo_error(std::string_view reason, std::string_view name) {
  if (reason == "heic") return Error(ErrorCode::kUnreadable, "error.photo_heic").with("name", name);
  if (reason == "kind") return Error(ErrorCode::kUnreadable, "error.photo_kind").with("name", name);
  if (reason == "too_large") return Error(ErrorCode::kTooLarge, "error.photo_too_large").with("name", name);
  return Error(ErrorCode::kUnreadable, "error.photo_broken").with("name", name);
}

Failed to_failed(const RawAnswer& raw) {
  auto [what, reason] = split(raw.a);
  Error error(ErrorCode::kUnknown, "error.unknown");
  if (what == "locate") {
    error = reason == "denied"    ? Error(ErrorCode::kLocationDenied, "error.location_denied")
            : reason == "timeout" ? Error(ErrorCode::kNoLocation, "error.location_timeout")
                                  : Error(ErrorCode::kNoLocation, "error.no_location");
  } else if (what == "load") {
    error = storage_error(reason, "error.not_loaded");
    if (error.code == ErrorCode::kNotWritten) error.code = ErrorCode::kUnreadable;
  } else if (what == "erase") {
    error = storage_error(reason, "error.not_erased");
  } else if (what == "pick") {
    error = pick_error(reason, raw.b, raw.n[0]);
  } else if (what == "offer") {
    error = Error(ErrorCode::kNotWritten, "error.not_offered");
  } else if (what == "speak") {
    error = Error(ErrorCode::kNoVoice, "error.no_voice");
  } else if (what == "folder") {
    error = folder_error(reason);
  } else if (what == "scan") {
    error = scan_error(reason);
  } else if (what == "site") {
    error = Error(ErrorCode::kMissing, "error.not_on_site");
  } else if (what == "photo") {
    error = photo_error(reason, raw.b);
  }
  return {std::move(what), std::move(error)};
}

Located to_located(const double (&n)[4]) {
  return {to_int32(n[0] * 1e7), to_int32(n[1] * 1e7), to_int32(n[2] * 1000 * kTo68Percent),
          static_cast<std::int64_t>(n[3])};
}

MediaChanged to_media(std::string_view languages, double bits_as_number) {
  const auto bits = static_cast<unsigned>(bits_as_number);
  return {(bits & 1U) != 0, (bits & 2U) != 0,  (bits & 4U) != 0,
          (bits & 8U) != 0, (bits & 16U) != 0, std::string(languages)};
}

/// The page could not make sense of its own answer: told like any refusal.
Failed garbled(std::string_view what) { return {std::string(what), Error(ErrorCode::kUnknown, "error.unknown")}; }

/// "FIRST END", then the parts (platform/packed.hpp).
Answer to_loaded_range(std::string_view words, std::string_view bytes) {
  const std::size_t space = words.find(' ');
  const std::size_t end = words.find('\n');
  if (space == std::string_view::npos || end == std::string_view::npos || space > end) return garbled("load");
  const auto parts = unpack(words.substr(end + 1), bytes);
  if (!parts) return garbled("load");
  LoadedRange out{{std::string(words.substr(0, space)), std::string(words.substr(space + 1, end - space - 1))}, {}};
  out.found.reserve(parts->size());
  for (const Part& part : *parts) out.found.push_back({std::string(part.name), std::string(part.bytes)});
  return out;
}

Answer to_folder_files(std::string_view table, std::string_view bytes) {
  const auto parts = unpack(table, bytes);
  if (!parts) return garbled("folder");
  FolderFiles out;
  out.files.reserve(parts->size());
  for (const Part& part : *parts) {
    out.files.push_back({std::string(part.name), std::string(part.bytes), part.left_out});
  }
  return out;
}

FolderState to_folder_state(std::string_view name, double what) {
  using What = FolderState::What;
  const What known = what == 1 ? What::kNone : what == 2 ? What::kAsks : what == 3 ? What::kOpen : What::kCannot;
  return {known, std::string(name)};
}

/// Null when the page could not make it, or when the bytes do not fit the size.
PicturePtr to_picture(std::string_view rgba, double width, double height) {
  Picture picture{to_int32(width), to_int32(height), std::string(rgba)};
  return is_whole(picture) ? std::make_shared<const Picture>(std::move(picture)) : nullptr;
}

Answer to_photo_taken(const RawAnswer& raw) {
  PicturePtr picture = to_picture(raw.a, raw.n[0], raw.n[1]);
  if (picture == nullptr) return garbled("photo");
  return PhotoTaken{std::move(picture)};
}

}  // namespace

Inbox& inbox() {
  static Inbox box;
  return box;
}

Answer to_answer(const RawAnswer& raw) {
  const auto ticket = static_cast<std::uint32_t>(raw.n[0]);
  switch (raw.kind) {
    case AnswerKind::kSaved:
      return Saved{std::string(raw.a), ticket};
    case AnswerKind::kSaveFailed:
      return SaveFailed{std::string(raw.a), ticket, storage_error(raw.b, "error.not_saved")};
    case AnswerKind::kLoaded:
      return Loaded{std::string(raw.a), raw.n[0] != 0, std::string(raw.b)};
    case AnswerKind::kErased:
      return Erased{};
    case AnswerKind::kLocated:
      return to_located(raw.n);
    case AnswerKind::kFilePicked: {
      auto [purpose, name] = split(raw.a);
      return FilePicked{std::move(purpose), std::move(name), std::string(raw.b)};
    }
    case AnswerKind::kFileCancelled:
      return FileCancelled{std::string(raw.a)};
    case AnswerKind::kMedia:
      return to_media(raw.a, raw.n[0]);
    case AnswerKind::kOnline:
      return OnlineChanged{raw.n[0] != 0};
    case AnswerKind::kStorage:
      return StorageState{raw.n[0] != 0, raw.n[1] != 0, to_size(raw.n[2]), to_size(raw.n[3])};
    case AnswerKind::kUpdate:
      return UpdateWaiting{};
    case AnswerKind::kSpeech:
      return SpeechChanged{raw.n[0] != 0};
    case AnswerKind::kRoute:
      return RouteChanged{std::string(raw.a)};
    case AnswerKind::kEntropy:
      return Entropy{std::string(raw.a)};
    case AnswerKind::kCountProgress:
      return CountProgress{ticket, to_size(raw.n[1]), to_size(raw.n[2])};
    case AnswerKind::kCountDone:
      return CountDone{ticket, std::string(raw.a)};
    case AnswerKind::kCountFailed:
      return CountFailed{ticket, Error(ErrorCode::kUnknown, "error.count_failed")};
    case AnswerKind::kLoadedRange:
      return to_loaded_range(raw.a, raw.b);
    case AnswerKind::kWriter:
      return Writer{raw.n[0] != 0};
    case AnswerKind::kFolderState:
      return to_folder_state(raw.a, raw.n[0]);
    case AnswerKind::kFolderFiles:
      return to_folder_files(raw.a, raw.b);
    case AnswerKind::kFolderWritten:
      return FolderWritten{std::string(raw.a)};
    case AnswerKind::kCodeSeen:
      return CodeSeen{std::string(raw.a)};
    case AnswerKind::kScanEnded:
      return ScanEnded{raw.n[0] != 0};
    case AnswerKind::kPhotoTaken:
      return to_photo_taken(raw);
    case AnswerKind::kPhotoEncoded:
      return PhotoEncoded{ticket, std::string(raw.a)};
    case AnswerKind::kPhotoShown:
      return PhotoShown{std::string(raw.a), to_picture(raw.b, raw.n[0], raw.n[1]),
                        static_cast<std::uint32_t>(to_size(raw.n[2]))};
    case AnswerKind::kAwake:
      return Awake{raw.n[0] != 0};
    case AnswerKind::kFailed:
      break;
  }
  return to_failed(raw);
}

}  // namespace stoepkrijt::platform::web

// ---- what the page calls
using stoepkrijt::platform::web::inbox;

extern "C" {

EMSCRIPTEN_KEEPALIVE void sk_answer(int kind, const char* a, std::size_t alen, const char* b, std::size_t blen,
                                    double n0, double n1, double n2, double n3) {
  using namespace stoepkrijt::platform::web;
  inbox().answers.push_back(to_answer({static_cast<AnswerKind>(kind), {a, alen}, {b, blen}, {n0, n1, n2, n3}}));
  sk_js_request_frame();
}

EMSCRIPTEN_KEEPALIVE void sk_sem_event(int type, std::uint32_t id, const char* text, std::size_t length,
                                       std::uint32_t modifiers) {
  inbox().events.push_back(
      {static_cast<stoepkrijt::a11y::SemEventType>(type), id, std::string(text, length), modifiers});
  sk_js_request_frame();
}

EMSCRIPTEN_KEEPALIVE void sk_resized(float w, float h, float ratio, float top, float right, float bottom, float left) {
  const stoepkrijt::platform::web::View view{w, h, ratio, top, right, bottom, left};
  if (inbox().view == view) return;
  inbox().view = view;
  inbox().view_changed = true;
  sk_js_request_frame();
}

EMSCRIPTEN_KEEPALIVE void sk_wheel(float x, float y, float dx, float dy, int zoom) {
  inbox().wheels.push_back({x, y, dx, dy, zoom != 0});
  sk_js_request_frame();
}

EMSCRIPTEN_KEEPALIVE void sk_text_version(int on) {
  inbox().text_version = on != 0;
  sk_js_request_frame();
}
}
