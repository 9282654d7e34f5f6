#include "app/station/reduce.hpp"

#include <algorithm>

#include "app/keys.hpp"
#include "app/station/keep.hpp"
#include "formats/ballotbox/audit_json.hpp"

namespace stoepkrijt::app::station {

namespace {

constexpr std::int64_t kMinuteMs = 60'000, kMinutesAnHour = 60;
constexpr std::int64_t kSecondMs = 1'000;

std::int64_t minute_of(std::int64_t now_ms) {
  return std::clamp<std::int64_t>(now_ms / kMinuteMs, 0, ballotbox::kLastMinute);
}
std::int64_t hour_of(std::int64_t now_ms) { return minute_of(now_ms) / kMinutesAnHour * kMinutesAnHour; }

/// A kiosk where somebody is busy goes back to its start by itself.
bool someone_is_there(const Station& s) {
  return s.facts.use == Use::kKiosk && s.facts.open && !s.host && s.stage != Stage::kDone &&
         s.stage != Stage::kKeeping && s.stage != Stage::kNotKept && (s.stage != Stage::kCode || !s.code.empty());
}

void watch_clock(Reducer& r) {
  const Station& s = *r.s.station;
  if (s.facts.use != Use::kKiosk || !s.facts.open) return;
  const std::int64_t now = r.s.device.now_ms, last = s.facts.last_ms;
  if (now + kClockSlackMs >= last) {
    // Kept with what is kept anyway; a minute here or there tells nothing.
    if (now > last + kMinuteMs) change(r, [&](Station& next) { next.facts.last_ms = now; });
    return;
  }
  change(r, [&](Station& next) {
    note(next, ballotbox::AuditEvent::kClockChanged, now, {(now - last) / kMinuteMs});
    next.facts.last_ms = now;
  });
  keep_facts(r);
}

/// Out of the folder, whole, to where nothing is overwritten.
void set_aside(Reducer& r, std::vector<platform::Kept> found, const std::vector<platform::KeyRange>& from) {
  for (platform::Kept& one : found) one.key = "x/" + std::to_string(r.s.device.now_ms) + "/" + one.key;
  r.keep(std::move(found), from);
}

}  // namespace

std::string vote_key(const ballotbox::Secret<32>& random) {
  constexpr std::size_t kDigits = 32;
  return key_of("v/" + to_hex(random.bytes()).substr(0, kDigits));
}

void note(Station& station, ballotbox::AuditEvent event, std::int64_t now_ms, std::vector<std::int64_t> numbers,
          std::string_view text) {
  auto log = station.log == nullptr ? std::make_shared<ballotbox::AuditLog>(
                                          ballotbox::AuditLog{station.package->package.election, station.facts.box, {}})
                                    : std::make_shared<ballotbox::AuditLog>(*station.log);
  if (log->entries.size() >= ballotbox::kMostEntries) return;
  ballotbox::append(*log, event, minute_of(now_ms), std::move(numbers), text);
  station.log = std::move(log);
}

void settle_hour(Station& station, std::int64_t now_ms, bool closing) {
  Facts& f = station.facts;
  if (f.hour == 0 || (!closing && hour_of(now_ms) == f.hour)) return;
  if (f.hour_ballots > 0 || f.hour_refused > 0) {
    note(station, ballotbox::AuditEvent::kHour, f.hour * kMinuteMs, {f.hour_ballots, f.hour_refused});
  }
  f.hour = f.hour_ballots = f.hour_refused = 0;
}

void count_in_hour(Station& station, std::int64_t now_ms, bool refused) {
  settle_hour(station, now_ms);
  Facts& f = station.facts;
  f.hour = hour_of(now_ms);
  ++(refused ? f.hour_refused : f.hour_ballots);
}

bool keep_facts(Reducer& r, std::vector<platform::Kept> more, const std::vector<platform::KeyRange>& erased) {
  const Station& s = *r.s.station;
  more.push_back({key_of("state"), write_facts(s.facts)});
  if (s.log != nullptr) more.push_back({key_of("log"), formats::write_audit(*s.log)});
  return r.keep(std::move(more), erased);
}

void wipe_screen(Reducer& r) {
  if (r.s.station->facts.use == Use::kKiosk) {
    change(r, [](Station& s) { s.facts.reloads = true; });
    keep_facts(r);
  }
  r.effects.emplace_back(platform::Speak{});
  r.effects.emplace_back(platform::Reload{});
}

void on(Reducer& r, const Ask& c) {
  c.what.visit([&r](const auto& what) {
    constexpr bool kNeedsNone = Kinds<PickPackage, FetchPackage, ScanPackage>::kHas<std::decay_t<decltype(what)>>;
    if (!kNeedsNone && r.s.station == nullptr) return;
    if constexpr (!kNeedsNone) {
      change(r, [&r](Station& s) {
        s.touched_ms = r.s.device.now_ms;
        s.warned = false;
      });
    }
    on(r, what);
    r.wake();
  });
}

void loaded(Reducer& r, const std::vector<platform::Kept>& found) {
  if (found.empty()) return;
  auto restored = restore(found);
  if (!restored) {
    // All of it: what a next station keeps must not take the place of what somebody may still read.
    set_aside(r, found, {platform::keys_with(kFolder)});
    r.problem(std::move(restored).error(), "problem.safe_set_aside");
    return;
  }
  auto station = std::make_shared<Station>(std::move(restored->station));
  if (!station->mine.empty()) station->stage = Stage::kDone;
  const std::int64_t now = r.s.device.now_ms;
  if (station->facts.use == Use::kKiosk && station->facts.open) {
    settle_hour(*station, now);
    if (!station->facts.reloads) {
      note(*station, ballotbox::AuditEvent::kStarted, now, {static_cast<std::int64_t>(ballots_in(*station))});
    }
    station->facts.reloads = false;
  }
  r.s.station = std::move(station);
  for (auto& [key, error] : restored->faults) {
    const auto one = std::find_if(found.begin(), found.end(), [&](const platform::Kept& k) { return k.key == key; });
    if (one != found.end()) set_aside(r, {*one}, {only(key)});  // told once, not to every next voter
    if (error.where.file.empty()) error.where.file = key;
    r.problem(std::move(error), "problem.safe_set_aside");
  }
  if (r.s.station->facts.use == Use::kKiosk) {
    keep_facts(r);
    watch_clock(r);
  }
}

void take(Reducer& r, const platform::FilePicked& a) {
  if (a.purpose == "station/package") return take_package(r, a);
  if (r.s.station == nullptr) return;
  if (a.purpose == "station/key") return take_key(r, a);
  if (a.purpose == "station/votes") return take_votes(r, a);
  if (a.purpose == "station/amendment") take_amendment(r, a);
}

void take(Reducer& r, const platform::CodeSeen& a) {
  if (r.s.station == nullptr) return;
  if (r.s.station->host) return scanned_vote(r, a.text);
  scanned_card(r, a.text);
}

void kept(Reducer& r) {
  if (r.s.station == nullptr || r.s.station->stage != Stage::kKeeping) return;
  change(r, [&r](Station& s) {
    s.stage = Stage::kDone;
    s.voter = nullptr;
    s.until_ms = r.s.device.now_ms + kDoneMs;
  });
  r.s.back.clear();
  r.go(Route{Screen::kVoteDone, ""}, false);
  r.wake();
}

void not_kept(Reducer& r, const Error& /*error*/) {
  if (r.s.station == nullptr) return;
  if (r.s.station->facts.use == Use::kKiosk) {
    change(r, [&r](Station& s) { note(s, ballotbox::AuditEvent::kStorageTrouble, r.s.device.now_ms, {}, "full"); });
  }
  if (r.s.station->stage != Stage::kKeeping) return;
  change(r, [](Station& s) { s.stage = Stage::kNotKept; });
  r.s.problem.reset();  // the screen itself says it, with what to do now
  r.s.back.clear();
  r.go(Route{Screen::kVoteDone, ""}, false);
}

void tick(Reducer& r) {
  if (r.s.station == nullptr) return;
  const std::int64_t now = r.s.device.now_ms;
  if (now == r.s.station->ticked_ms) return;  // a moment is looked at once
  change(r, [now](Station& s) { s.ticked_ms = now; });
  watch_clock(r);
  const Station& s = *r.s.station;
  if (s.stage == Stage::kChecking) return now < s.until_ms ? r.wake() : check_now(r);
  if (s.facts.use != Use::kKiosk) return;
  if (s.stage == Stage::kDone && s.facts.open && now >= s.until_ms) return wipe_screen(r);
  if (someone_is_there(s)) {
    if (s.warned && now >= s.until_ms) return wipe_screen(r);
    if (!s.warned && now >= s.touched_ms + kIdleMs) {
      change(r, [now](Station& next) {
        next.warned = true;
        next.until_ms = now + kWarningMs;
      });
      r.announce(r.lang().tr("station.idle_title"), true);
    }
  }
  r.wake();
}

std::int64_t next_ms(const State& state) {
  if (state.station == nullptr) return 0;
  const Station& s = *state.station;
  const std::int64_t now = state.device.now_ms;
  if (s.stage == Stage::kChecking) return s.until_ms;
  if (s.facts.use != Use::kKiosk) return 0;
  const bool counts_down = (s.stage == Stage::kDone && s.facts.open) || s.warned || s.facts.pin_after_ms > now;
  if (counts_down) return now + kSecondMs - now % kSecondMs;
  if (someone_is_there(s)) return s.touched_ms + kIdleMs;
  return 0;
}

}  // namespace stoepkrijt::app::station
