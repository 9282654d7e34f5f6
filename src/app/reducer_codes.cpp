// Small changes from screen to camera: a chain of codes, shown one after the other until the other device has them all.
#include <utility>

#include "app/import_preview.hpp"
#include "app/reducer.hpp"
#include "formats/delta/delta.hpp"
#include "merge/delta.hpp"

namespace stoepkrijt::app {

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
  show.playing = show.texts.size() > 1 && !s.device.reduced_motion;
  show.next_ms = s.device.now_ms + kCodeMs;
  s.codes = std::move(show);
  pump();
  wake();
}

void Reducer::on(const cmd::StopCodes&) { s.codes.reset(); }

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
  if (!s.codes || !s.codes->playing) return;
  if (s.route.screen != Screen::kExchange) {
    s.codes.reset();  // nobody looks any more
    return;
  }
  if (s.device.now_ms < s.codes->next_ms) return;
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
    scan.words = lang().tr("scan.aim");
  } else {
    scan.words = lang().tr("scan.progress", {{"have", lang().number(static_cast<std::int64_t>(reader.have()))},
                                             {"count", lang().number(static_cast<std::int64_t>(reader.count()))}});
  }
  effects.emplace_back(std::move(scan));
}

void Reducer::on(const cmd::ScanCodes&) {
  s.scan = CodeScan{};
  s.scan_room.clear();
  tell_scan();
}

void Reducer::on(const cmd::StopScanning&) { effects.emplace_back(platform::StopScanning{}); }

void Reducer::take(const platform::CodeSeen& a) {
  if (!s.scan_room.empty()) return code_for_room(a);
  if (!s.scan) return;
  auto took = s.scan->reader.take(a.text);
  s.scan->fault.reset();
  if (!took) s.scan->fault = std::move(took).error();
  if (!s.scan->reader.complete()) {
    tell_scan();
    return;
  }
  effects.emplace_back(platform::StopScanning{});
  const CodeScan scan = *std::exchange(s.scan, std::nullopt);
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
