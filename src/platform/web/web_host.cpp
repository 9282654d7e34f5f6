#include "platform/web/web_host.hpp"

#include <emscripten/html5.h>

#include <string>
#include <string_view>
#include <utility>

#include "platform/web/bridge.hpp"
#include "platform/web/inbox.hpp"

namespace stoepkrijt::platform::web {
namespace {

void send(EffectKind kind, std::string_view a = {}, std::string_view b = {}, std::string_view c = {}, double n0 = 0,
          double n1 = 0) {
  sk_js_effect(static_cast<int>(kind), a.data(), a.size(), b.data(), b.size(), c.data(), c.size(), n0, n1);
}

/// What a Commit does, as lines: "put KEY LENGTH" in the order of the bytes, and "erase FIRST END".
std::string table_of(const Commit& commit) {
  std::string out;
  for (const KeyRange& range : commit.erase) out += "erase " + range.first + " " + range.end + "\n";
  for (const Kept& put : commit.puts) out += "put " + put.key + " " + std::to_string(put.bytes.size()) + "\n";
  return out;
}

std::string bytes_of(const Commit& commit) {
  std::string out;
  for (const Kept& put : commit.puts) out += put.bytes;
  return out;
}

struct Sender {
  void operator()(const Save& e) const { send(EffectKind::kSave, e.key, e.bytes, {}, e.ticket); }
  void operator()(const Commit& e) const { send(EffectKind::kCommit, table_of(e), bytes_of(e), {}, e.ticket); }
  void operator()(const LoadRange& e) const { send(EffectKind::kLoadRange, e.range.first, e.range.end); }
  void operator()(const AskStorage& /*e*/) const { send(EffectKind::kAskStorage); }
  void operator()(const PickFolder& /*e*/) const { send(EffectKind::kPickFolder); }
  void operator()(const OpenFolder& /*e*/) const { send(EffectKind::kOpenFolder); }
  void operator()(const ForgetFolder& /*e*/) const { send(EffectKind::kForgetFolder); }
  void operator()(const ReadFolder& e) const {
    send(EffectKind::kReadFolder, e.prefix, {}, {}, static_cast<double>(e.max_bytes));
  }
  void operator()(const WriteFolder& e) const { send(EffectKind::kWriteFolder, e.name, e.bytes); }
  void operator()(const ScanCodes& e) const { send(EffectKind::kScan, e.title, e.words, e.stop); }
  void operator()(const StopScanning& /*e*/) const { send(EffectKind::kStopScan); }
  void operator()(const TakePhoto& e) const {
    send(EffectKind::kTakePhoto, std::to_string(e.max_bytes), {}, {}, e.most_side, e.camera ? 1 : 0);
  }
  void operator()(const EncodePhoto& e) const {
    send(EffectKind::kEncodePhoto, std::to_string(e.ticket), e.picture->rgba, {}, e.picture->width, e.picture->height);
  }
  void operator()(const ShowPhoto& e) const { send(EffectKind::kShowPhoto, e.name, *e.jpeg, {}, e.most_side); }
  void operator()(const HidePhoto& e) const { send(EffectKind::kHidePhoto, e.name); }
  void operator()(const Load& e) const { send(EffectKind::kLoad, e.key); }
  void operator()(const EraseAll& /*e*/) const { send(EffectKind::kErase); }
  void operator()(const Locate& e) const { send(EffectKind::kLocate, {}, {}, {}, e.follow ? 1 : 0); }
  void operator()(const Print& e) const { send(EffectKind::kPrint, {}, {}, {}, e.map_node); }
  void operator()(const PrintSheets& e) const {
    std::string lengths, bytes;
    for (const std::string& sheet : e.sheets) {
      lengths += std::to_string(sheet.size()) + " ";
      bytes += sheet;
    }
    send(EffectKind::kPrintSheets, lengths, bytes);
  }
  void operator()(const ReadSite& e) const {
    send(EffectKind::kReadSite, e.name, e.purpose, {}, static_cast<double>(e.max_bytes));
  }
  void operator()(const Reload& /*e*/) const { send(EffectKind::kReload); }
  void operator()(const GuardLeaving& e) const { send(EffectKind::kGuardLeaving, {}, {}, {}, e.on ? 1 : 0); }
  void operator()(const KeepAwake& e) const { send(EffectKind::kKeepAwake, {}, {}, {}, e.on ? 1 : 0); }
  void operator()(const StopLocating& /*e*/) const { send(EffectKind::kStopLocating); }
  void operator()(const PickFile& e) const {
    send(EffectKind::kPick, e.accept, e.purpose, {}, static_cast<double>(e.max_bytes), e.multiple ? 1 : 0);
  }
  void operator()(const OfferFile& e) const { send(EffectKind::kOffer, e.name, e.mime, e.bytes); }
  void operator()(const Speak& e) const { send(EffectKind::kSpeak, e.words, e.lang); }
  void operator()(const Announce& e) const { send(EffectKind::kAnnounce, e.words, {}, {}, e.assertive ? 1 : 0); }
  void operator()(const SetPage& e) const {
    send(EffectKind::kPage, e.lang + "\n" + e.theme, e.title, {}, e.text_version ? 1 : 0, e.text_percent);
  }
  void operator()(const Focus& e) const { send(EffectKind::kFocus, {}, {}, {}, e.node); }
  void operator()(const AskPersist& /*e*/) const { send(EffectKind::kPersist); }
  void operator()(const SetRoute& e) const { send(EffectKind::kRoute, e.route, {}, {}, e.replace ? 1 : 0); }
  void operator()(const WakeAt& e) const { send(EffectKind::kWake, {}, {}, {}, static_cast<double>(e.time_ms)); }
  void operator()(const AskEntropy& /*e*/) const { send(EffectKind::kEntropy); }
  void operator()(const StartCount& e) const { send(EffectKind::kCount, e.job, {}, {}, e.ticket); }
  void operator()(const CancelCount& /*e*/) const { send(EffectKind::kCancelCount); }
};

}  // namespace

void WebHost::perform(const Effect& effect) { effect.visit(Sender{}); }

std::vector<Answer> WebHost::take_answers() {
  std::vector<Answer> out;
  out.emplace_back(Now{static_cast<std::int64_t>(emscripten_date_now()), sk_js_clock_offset()});
  for (Answer& answer : std::exchange(inbox().answers, {})) out.push_back(std::move(answer));
  return out;
}

}  // namespace stoepkrijt::platform::web
