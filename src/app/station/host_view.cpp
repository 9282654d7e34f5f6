#include <algorithm>

#include "app/station/views.hpp"
#include "ballotbox/box.hpp"
#include "ballotbox/spoken.hpp"
#include "formats/ballotbox/audit_json.hpp"

namespace stoepkrijt::app::station {

namespace {

std::int64_t count_of(std::size_t n) { return static_cast<std::int64_t>(n); }

std::string megabytes(std::uint64_t bytes, const Lang& lang) {
  return lang.number(static_cast<std::int64_t>(bytes / (1024 * 1024)));
}

/// What must be right before a box opens. Where the device does not say, a person looks.
void fill_checks(const State& state, const Lang& lang, HostView& v) {
  const platform::StorageState& storage = state.device.storage;
  v.checks_title = lang.tr("station.checks_title");
  v.checks.push_back({storage.available && state.saving.state != SaveState::kNoStorage,
                      lang.tr(storage.available ? "station.check_storage" : "station.check_no_storage")});
  v.checks.push_back(
      {storage.persisted, lang.tr(storage.persisted ? "station.check_lasting" : "station.check_not_lasting")});
  const std::uint64_t left = storage.quota_bytes > storage.used_bytes ? storage.quota_bytes - storage.used_bytes : 0;
  v.checks.push_back({left >= kLowSpace, lang.tr(left >= kLowSpace ? "station.check_space" : "station.check_low_space",
                                                 {{"n", megabytes(left, lang)}})});
  v.checks.push_back(
      {state.device.now_ms > 0,
       lang.tr("station.check_clock", {{"time", lang.moment(state.device.now_ms, state.device.offset_minutes)}})});
  v.checks.push_back({!state.device.update_waiting,
                      lang.tr(state.device.update_waiting ? "station.check_update" : "station.check_no_update")});
  v.checks.push_back({state.writer, lang.tr(state.writer ? "station.check_alone" : "station.check_other_tab")});
  v.sound = lang.tr("station.sound");
  v.camera = lang.tr("station.camera");
}

/// Minutes that the clock went back since the box was opened last, as the log has them: a fresh page forgets nothing.
std::int64_t minutes_back(const Station& s) {
  std::int64_t minutes = 0;
  if (s.log == nullptr) return minutes;
  for (const ballotbox::AuditEntry& entry : s.log->entries) {
    if (entry.event == ballotbox::AuditEvent::kOpened) minutes = 0;
    if (entry.event == ballotbox::AuditEvent::kClockChanged)
      minutes -= std::min<std::int64_t>(entry.numbers.front(), 0);
  }
  return minutes;
}

void fill_box(const Station& s, const Lang& lang, HostView& v) {
  v.box_title = lang.tr("station.box_title");
  v.can_copy = !s.facts.open && s.log != nullptr &&
               std::any_of(s.log->entries.begin(), s.log->entries.end(),
                           [](const ballotbox::AuditEntry& e) { return e.event == ballotbox::AuditEvent::kClosed; });
  v.box_words = s.facts.open ? lang.tr("station.box_open_words") : lang.count("station.box_copies", s.facts.copies);
  if (v.can_copy) {
    const auto key = formats::read_key(s.key);
    const auto box = ballotbox::close_box(
        *s.package, s.facts.box, s.records == nullptr ? std::vector<ballotbox::Record>() : *s.records,
        ballotbox::head_of(*s.log), ballotbox::signing_pair(key ? key->seed : ballotbox::Secret<32>()));
    v.box_spoken = lang.tr("station.box_spoken", {{"words", ballotbox::spoken(ballotbox::hash_of(box))}});
  }
  v.box_offer = lang.tr("station.box_offer");
  v.log_offer = lang.tr("station.log_offer");
  if (!s.spoilt.replaced.empty()) v.spoilt_offer = lang.tr("station.spoilt_offer");
}

}  // namespace

HostView make_host_view(const State& state, const Lang& lang) {
  HostView v;
  v.page = make_page(state, lang, lang.tr("screen.beheer"), "");
  if (state.station == nullptr) return v;
  const Station& s = *state.station;
  v.asks_pin = !s.host;
  if (s.host_error) {
    std::string& where = s.host_field == HostField::kOldCard   ? v.spoilt_error
                         : s.host_field == HostField::kReserve ? v.reserve_error
                                                               : v.fault;
    where = lang.error(*s.host_error);
  }
  v.replaced = s.spoilt.replaced.size();
  v.back = lang.tr("station.host_back");
  v.pin_title = lang.tr("station.pin_title");
  v.pin = pin_words(state, lang);
  if (v.asks_pin) return v;
  v.open = s.facts.open;
  v.state_title = lang.tr(v.open ? "station.is_open" : "station.is_closed", {{"box", s.facts.box}});
  v.state_words = lang.count("station.ballots_in", count_of(ballots_in(s)));
  if (const std::int64_t back = minutes_back(s); back > 0) v.clock = lang.count("station.clock_back", back);
  if (!s.package->package.attended.empty()) {
    v.attended = lang.tr("station.attended_in", {{"n", lang.number(count_of(attended_in(s)))},
                                                 {"all", lang.number(count_of(s.package->package.attended.size()))}});
  }
  v.open_button = lang.tr("station.open_box");
  v.close_button = lang.tr("station.close_box");
  fill_checks(state, lang, v);
  fill_box(s, lang, v);
  v.replace_title = lang.tr("station.replace_title");
  v.replace_words = lang.tr("station.replace_words");
  v.spoilt_label = lang.tr("station.spoilt_label");
  v.reserve_label = lang.tr("station.reserve_label");
  v.replace_button = lang.tr("station.replace_button");
  v.keys_name = lang.tr("station.keys_name");
  v.erase = lang.tr("station.erase");
  v.codes = make_package_codes_view(state, lang, *s.package);
  v.more_title = lang.tr("station.host_more");
  v.amendment = lang.tr("station.amendment");
  v.phone = lang.tr("station.take_phone");
  v.phone_files = lang.tr("station.take_files");
  const ballotbox::BoxKey* box = ballotbox::find_box(s.package->package, s.facts.box);
  v.may_take_phones = box != nullptr && box->channel == ballotbox::Channel::kPhone;
  v.clean = lang.tr("station.clean");
  v.print = lang.tr("station.print");
  v.leave = lang.tr("station.leave");
  v.leave_words = lang.tr("station.leave_kiosk_words");
  return v;
}

}  // namespace stoepkrijt::app::station
