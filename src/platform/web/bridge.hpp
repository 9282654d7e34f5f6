// The border between the core and the page: the functions of library.js, and the numbers that web/bridge.js knows too.
// Numbers are part of that agreement: change both sides together.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {
void sk_js_start();
void sk_js_ops(const std::uint8_t* at, std::size_t size);
void sk_js_effect(int kind, const char* a, std::size_t alen, const char* b, std::size_t blen, const char* c,
                  std::size_t clen, double n0, double n1);
void sk_js_request_frame();
void sk_js_frame_done(int drawn);
void sk_js_wake_in(double ms);
int sk_js_clock_offset();
int sk_js_has_webgl2();
void sk_js_gl_missing();
// In the worker that counts: how far it is, and the answer.
void sk_js_count_progress(double done, double total);
void sk_js_count_done(const char* at, std::size_t size);
}

namespace stoepkrijt::platform::web {

enum class EffectKind : std::uint8_t {
  kSave = 1,
  kLoad = 2,
  kErase = 3,
  kLocate = 4,
  kStopLocating = 5,
  kPick = 6,
  kOffer = 7,
  kSpeak = 8,
  kAnnounce = 9,
  kPage = 10,
  kFocus = 11,
  kPersist = 12,
  kRoute = 13,
  kWake = 14,
  kEntropy = 15,
  kCount = 16,
  kCancelCount = 17,
  kCommit = 18,
  kLoadRange = 19,
  kAskStorage = 20,
  kPickFolder = 21,
  kOpenFolder = 22,
  kForgetFolder = 23,
  kReadFolder = 24,
  kWriteFolder = 25,
  kScan = 26,
  kStopScan = 27,
  kTakePhoto = 28,
  kEncodePhoto = 29,
  kShowPhoto = 30,
  kHidePhoto = 31,
  kKeepAwake = 32,
  kPrint = 33,
  kPrintSheets = 34,
  kReload = 35,
  kReadSite = 36,
  kGuardLeaving = 37,
};

enum class AnswerKind : std::uint8_t {
  kSaved = 1,
  kSaveFailed = 2,
  kLoaded = 3,
  kErased = 4,
  kLocated = 5,
  kFilePicked = 6,
  kFileCancelled = 7,
  kFailed = 8,
  kMedia = 9,
  kOnline = 10,
  kStorage = 11,
  kUpdate = 12,
  kSpeech = 13,
  kRoute = 14,
  kEntropy = 15,
  kCountProgress = 16,
  kCountDone = 17,
  kCountFailed = 18,
  kLoadedRange = 19,
  kWriter = 20,
  kFolderState = 21,
  kFolderFiles = 22,
  kFolderWritten = 23,
  kCodeSeen = 24,
  kScanEnded = 25,
  kPhotoTaken = 26,
  kPhotoEncoded = 27,
  kPhotoShown = 28,
  kAwake = 29,
};

}  // namespace stoepkrijt::platform::web
