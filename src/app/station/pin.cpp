// The host's PIN: for the menu, and for leave to vote with a card of the desk. One count of wrong ones for both.
#include <algorithm>
#include <utility>

#include "app/station/reduce.hpp"
#include "ballotbox/bytes.hpp"

namespace stoepkrijt::app::station {

namespace {

constexpr std::int64_t kFreeTries = 3, kFirstWaitMs = 15'000, kMostDoublings = 6;

/// 15 s after the third wrong PIN, then twice as long each time, at most 16 minutes.
std::int64_t wait_after(std::int64_t wrong) {
  if (wrong < kFreeTries) return 0;
  return kFirstWaitMs << std::min(wrong - kFreeTries, kMostDoublings);
}

}  // namespace

void host_fault(Reducer& r, Error error, HostField field) {
  r.announce(r.lang().error(error), true);
  change(r, [&](Station& s) {
    s.host_error = std::move(error);
    s.host_field = field;
  });
}

std::string pin_hash(std::string_view salt, std::string_view pin) {
  ballotbox::Message m("stoepkrijt pin 1");
  m.add_counted(salt).add_counted(pin);
  return to_hex(m.hash());
}

std::optional<bool> try_pin(Reducer& r, std::string_view pin) {
  const Facts& f = r.s.station->facts;
  const std::int64_t now = r.s.device.now_ms;
  if (f.use != Use::kKiosk || now < f.pin_after_ms) return std::nullopt;
  if (pin_hash(f.pin_salt, pin) == f.pin_hash) {
    // Written only when there is something to forget: leave for a card of the desk leaves no trace of its moment.
    if (f.pin_wrong > 0) {
      change(r, [](Station& next) { next.facts.pin_wrong = next.facts.pin_after_ms = 0; });
      keep_facts(r);
    }
    return true;
  }
  change(r, [now](Station& next) {
    ++next.facts.pin_wrong;
    next.facts.pin_after_ms = now + wait_after(next.facts.pin_wrong);
    if (next.facts.pin_wrong >= kFreeTries) {
      note(next, ballotbox::AuditEvent::kPinWrong, now, {next.facts.pin_wrong});
    }
  });
  keep_facts(r);
  return false;
}

void on(Reducer& r, const EnterPin& c) {
  if (r.s.station->host) return;
  const std::optional<bool> right = try_pin(r, c.pin);
  if (!right) return;
  if (!*right) return host_fault(r, Error(ErrorCode::kNotAllowed, "error.station_pin_wrong"));
  change(r, [](Station& next) {
    next.host = true;
    next.host_error.reset();
  });
  r.effects.emplace_back(platform::AskStorage{});
}

}  // namespace stoepkrijt::app::station
