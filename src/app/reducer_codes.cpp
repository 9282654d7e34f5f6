// From screen to camera: small changes of the dossier, or the package of a round, as a chain of codes that are shown
// one after the other until the other device has them all.
#include <utility>

#include "app/import_preview.hpp"
#include "app/office/office.hpp"
#include "app/reducer.hpp"
#include "formats/ballotbox/package_chain.hpp"
#include "formats/delta/delta.hpp"
#include "merge/delta.hpp"

namespace stoepkrijt::app {

namespace {

/// Why a chain that begins like this is not what is being read: as soon as its first code is there, so that nobody
/// reads ninety of them for nothing.
std::optional<Error> other_kind(std::string_view head, bool wants_package) {
  if (head.empty()) return std::nullopt;
  if (!wants_package) {
    if (!formats::is_package_chain(head)) return std::nullopt;
    return Error(ErrorCode::kWrongFormat, "error.codes_are_package");
  }
  if (formats::is_change_chain(head)) return Error(ErrorCode::kWrongFormat, "error.codes_are_change");
  if (!formats::is_package_chain(head)) return Error(ErrorCode::kWrongFormat, "error.codes_unknown");
  return std::nullopt;
}

}  // namespace

void Reducer::show_codes(CodeShow show) {
  show.playing = show.texts.size() > 1 && !s.device.reduced_motion;
  show.next_ms = s.device.now_ms + kCodeMs;
  show.on = s.route.screen;
  s.codes = std::move(show);
  // Nobody touches the screen while a camera reads it: it must not go off.
  if (!s.codes->texts.empty()) effects.emplace_back(platform::KeepAwake{true});
  wake();
}

void Reducer::show_package(std::string_view file, std::string fingerprint) {
  auto texts = formats::package_codes(file);
  if (!texts) return problem(std::move(texts).error());
  CodeShow show;
  show.texts = std::move(texts).value();
  show.package = std::move(fingerprint);
  show_codes(std::move(show));
}

void Reducer::let_sleep() {
  const bool walks = s.walking && !s.walking->paused;
  if (!walks && !s.codes && !s.scan) effects.emplace_back(platform::KeepAwake{false});
}

void Reducer::tend_page() {
  if (s.codes && s.codes->on != s.route.screen) {
    s.codes.reset();  // nobody looks any more
    let_sleep();
  }
  const bool guards = office::is_only_here(s);
  if (guards == s.device.guards_leaving) return;
  s.device.guards_leaving = guards;
  effects.emplace_back(platform::GuardLeaving{guards});
}

void Reducer::on(const cmd::ShowCodes& c) {
  auto news = merge::delta(*s.book.document, c.all ? merge::VersionVector() : s.book.passed_on);
  if (!news) {
    problem(std::move(news).error());
    return;
  }
  CodeShow show;
  show.records = news->part.records.size();
  if (!merge::is_empty(*news)) {
    auto texts = formats::chain_of(formats::pack_delta(*news));
    if (!texts) {
      problem(std::move(texts).error());
      return;
    }
    show.texts = std::move(texts).value();
    forget_before_import();  // others may know it from now on
  }
  show_codes(std::move(show));
  pump();
}

void Reducer::on(const cmd::StopCodes&) {
  s.codes.reset();
  let_sleep();
}

void Reducer::step_codes(std::size_t steps) {
  if (!s.codes || s.codes->texts.empty()) return;
  s.codes->at = (s.codes->at + steps) % s.codes->texts.size();
  s.codes->next_ms = s.device.now_ms + kCodeMs;
}

void Reducer::on(const cmd::NextCode& c) {
  if (!s.codes || s.codes->texts.empty()) return;
  s.codes->playing = false;  // who goes by hand sets the pace
  step_codes(c.back ? s.codes->texts.size() - 1 : 1);
}

void Reducer::on(const cmd::PauseCodes& c) {
  if (!s.codes) return;
  s.codes->playing = !c.on && s.codes->texts.size() > 1;
  s.codes->next_ms = s.device.now_ms + kCodeMs;
  wake();
}

void Reducer::play_codes() {
  if (!s.codes || !s.codes->playing || s.device.now_ms < s.codes->next_ms) return;
  step_codes(1);
  wake();
}

void Reducer::tell_scan() {
  const formats::ChainReader& reader = s.scan->reader;
  platform::ScanCodes scan;
  scan.title = lang().tr("scan.title");
  scan.stop = lang().tr("scan.stop");
  if (s.scan->fault) {
    scan.words = lang().error(*s.scan->fault);
  } else if (reader.count() == 0) {
    scan.words = lang().tr(s.scan_room.empty() ? "scan.aim" : "scan.aim_package");
  } else {
    scan.words = lang().tr("scan.progress", {{"have", lang().number(static_cast<std::int64_t>(reader.have()))},
                                             {"count", lang().number(static_cast<std::int64_t>(reader.count()))}});
  }
  effects.emplace_back(std::move(scan));
}

void Reducer::on(const cmd::ScanCodes&) { scan_chain_for({}); }

void Reducer::scan_chain_for(std::string_view room) {
  s.scan = CodeScan{};
  s.scan_room = std::string(room);
  effects.emplace_back(platform::KeepAwake{true});
  tell_scan();
}

void Reducer::on(const cmd::StopScanning&) { effects.emplace_back(platform::StopScanning{}); }

void Reducer::take(const platform::CodeSeen& a) {
  if (!s.scan) return code_for_room(a);
  auto took = s.scan->reader.take(a.text);
  s.scan->fault.reset();
  if (!took) s.scan->fault = std::move(took).error();
  auto other = other_kind(s.scan->reader.head(), !s.scan_room.empty());
  if (!other && !s.scan->reader.complete()) {
    tell_scan();
    return;
  }
  effects.emplace_back(platform::StopScanning{});
  const CodeScan scan = *std::exchange(s.scan, std::nullopt);
  // Codes that are seen before the window has closed are nobody's.
  const std::string room = std::exchange(s.scan_room, {});
  if (other) return problem(*std::move(other));
  if (!room.empty()) {
    auto bytes = scan.reader.bytes();
    return bytes ? chain_for_room(room, *bytes) : problem(std::move(bytes).error());
  }
  auto import = [&]() -> Result<PendingImport> {
    SK_TRY(bytes, scan.reader.bytes());
    SK_TRY(news, formats::unpack_delta(bytes));
    if (news.part.id != s.book.document->id) {
      // Another dossier, from its beginning on: it comes beside, as from a file. A later part of it has a gap here.
      merge::Document whole;
      whole.id = news.part.id;
      if (!merge::apply(whole, news)) return fail(Error(ErrorCode::kNotAllowed, "error.codes_other_dossier"));
      return preview_import(s, std::make_shared<const merge::Document>(std::move(whole)));
    }
    return preview_delta(s, std::make_shared<const merge::Delta>(std::move(news)));
  }();
  if (!import) {
    problem(std::move(import).error());
    return;
  }
  import->file_name = lang().tr("scan.source");
  import->origin = Origin::kCodes;
  s.import = std::move(import).value();
  go(Route{Screen::kImport, ""});
}

void Reducer::take(const platform::ScanEnded&) {
  // Half a chain is worth nothing by itself; the codes go round, so beginning anew costs seconds.
  s.scan.reset();
  s.scan_room.clear();
  let_sleep();
}

void Reducer::wake() {
  std::int64_t next = 0;
  const auto at = [&next](std::int64_t time_ms) {
    if (next == 0 || time_ms < next) next = time_ms;
  };
  if (s.toast) at(s.toast->until_ms);
  if (s.codes && s.codes->playing) at(s.codes->next_ms);
  // The minutes of a walk are on the map.
  constexpr std::int64_t kMinute = 60'000;
  if (s.walking && !s.walking->paused && s.route.screen == Screen::kMap) {
    at(s.device.now_ms + kMinute - (s.device.now_ms - s.walking->started_ms) % kMinute);
  }
  if (const std::int64_t ms = rooms_next_ms(); ms != 0) at(ms);
  if (next != 0) effects.emplace_back(platform::WakeAt{next});
}

}  // namespace stoepkrijt::app
