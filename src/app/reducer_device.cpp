// What the device tells: storage, files, place, preferences, the clock.
#include <algorithm>
#include <utility>

#include "app/choice.hpp"
#include "app/files_in.hpp"
#include "app/keep.hpp"
#include "app/reducer.hpp"
#include "app/schouw_rules.hpp"
#include "formats/dossier/dossier.hpp"

namespace stoepkrijt::app {

void Reducer::on(const cmd::FromDevice& c) {
  std::visit([this](const auto& a) { take(a); }, c.answer);
}

std::string Reducer::bytes_of(std::string_view key) const {
  if (key == "settings") return write_settings(s.settings);
  if (key == "dossier") return formats::write_dossier(*s.dossier);
  if (key == "urn") return write_urn(*s.urn);
  if (key == "draft") return write_draft(KeptDraft{s.ballot, s.tag});
  if (key == "map") return write_map_files(s.map_files == nullptr ? std::vector<MapFile>{} : *s.map_files);
  SK_CHECK(false);
  return {};
}

void Reducer::start_save(Saving::Slot& slot) {
  slot.again = false;
  slot.ticket = ++s.saving.last_ticket;
  effects.emplace_back(platform::Save{slot.key, bytes_of(slot.key), slot.ticket});
}

void Reducer::save(std::string_view key) {
  if (s.saving.state == SaveState::kNoStorage) return;
  s.saving.state = SaveState::kSaving;
  auto it = std::find_if(s.saving.slots.begin(), s.saving.slots.end(), [&](const auto& x) { return x.key == key; });
  if (it == s.saving.slots.end()) it = s.saving.slots.insert(it, Saving::Slot{std::string(key), 0, false});
  if (it->ticket != 0) {
    it->again = true;  // the newest state is written once the save under way is answered
  } else {
    start_save(*it);
  }
}

void Reducer::take(const platform::Saved& a) {
  bool busy = false;
  for (Saving::Slot& slot : s.saving.slots) {
    if (slot.key == a.key && slot.ticket == a.ticket) {
      slot.ticket = 0;
      if (slot.again) start_save(slot);
    }
    busy = busy || slot.ticket != 0;
  }
  if (busy || s.saving.state == SaveState::kFailed) return;
  const bool told = s.saving.state == SaveState::kSaving && s.toast && s.toast->waits_for_save;
  s.saving.state = SaveState::kSaved;
  s.saving.error.reset();
  if (!told) return;
  s.toast->waits_for_save = false;  // said once; what is saved next is something else
  announce(lang().tr(s.toast->key));
}

void Reducer::take(const platform::SaveFailed& a) {
  for (Saving::Slot& slot : s.saving.slots) {
    if (slot.key == a.key && slot.ticket == a.ticket) slot.ticket = 0;
  }
  s.saving.state = a.error.code == ErrorCode::kStorageMissing ? SaveState::kNoStorage : SaveState::kFailed;
  s.saving.error = a.error;
  s.toast.reset();
  problem(a.error, "problem.safe_in_memory");
}

void Reducer::set_aside(const platform::Loaded& a, Error error) {
  // Never overwrite what cannot be read: a later version, or a person with patience, may still read it.
  effects.emplace_back(platform::Save{a.key + "-set-aside-" + std::to_string(s.device.now_ms), a.bytes, 0});
  problem(std::move(error), "problem.safe_set_aside");
}

void Reducer::loaded_settings(const platform::Loaded& a) {
  auto settings = read_settings(a.bytes);
  if (!settings) return;  // the device's own preferences do as well
  s.settings = std::move(settings).value();
}

void Reducer::loaded_dossier(const platform::Loaded& a) {
  auto dossier = formats::read_dossier(a.bytes);
  if (!dossier) {
    set_aside(a, std::move(dossier).error());
    return;
  }
  s.dossier = std::make_shared<const model::Dossier>(std::move(dossier).value());
  s.example = s.dossier->id == fixed().example_dossier->id;
}

void Reducer::loaded_urn(const platform::Loaded& a) {
  auto urn = read_urn(a.bytes);
  if (!urn) {
    set_aside(a, std::move(urn).error());
    return;
  }
  s.urn = std::make_shared<const model::Urn>(std::move(urn).value());
}

void Reducer::loaded_draft(const platform::Loaded& a) {
  auto draft = read_draft(a.bytes);
  if (!draft) {
    set_aside(a, std::move(draft).error());
    return;
  }
  s.ballot = draft->ballot;
  s.tag = draft->tag;
}

void Reducer::loaded_map(const platform::Loaded& a) {
  auto files = read_map_files(a.bytes);
  if (!files) {
    set_aside(a, std::move(files).error());
    return;
  }
  if (files->empty()) return;
  auto map = read_map(*files);
  if (!map) {
    set_aside(a, std::move(map).error());
    return;
  }
  s.map = std::move(map).value();
  s.map_files = std::make_shared<const std::vector<MapFile>>(std::move(files).value());
}

void Reducer::take(const platform::Loaded& a) {
  if (s.saving.loads_open > 0) --s.saving.loads_open;
  if (a.found) {
    if (a.key == "settings") loaded_settings(a);
    if (a.key == "dossier") loaded_dossier(a);
    if (a.key == "urn") loaded_urn(a);
    if (a.key == "draft") loaded_draft(a);
    if (a.key == "map") loaded_map(a);
  }
  finish_loading();
}

void Reducer::take(const platform::LoadedRange& /*a*/) {}
void Reducer::take(const platform::Writer& /*a*/) {}

void Reducer::finish_loading() {
  if (s.saving.loads_open > 0 || !s.loading) return;
  s.loading = false;
  // What was chosen may belong to plans that are gone.
  const model::Round* round = current_round(s);
  s.ballot = tidied(std::move(s.ballot), round);
  // A count made meanwhile was of the example; a draft or a ballot that the address asks for may be there only now.
  s.result = nullptr;
  const Route asked = std::exchange(s.asked, std::nullopt).value_or(s.route);
  s.route = Route{};
  take(platform::RouteChanged{to_words(asked)});
  refresh_page();
}

void Reducer::take(const platform::Erased&) {
  const Device device = s.device;
  const Settings settings = s.settings;
  s = State{};
  s.device = device;
  s.settings = settings;
  s.settings.support_key.clear();
  s.loading = false;
  use_example();
  effects.emplace_back(platform::SetRoute{to_words(s.route), true});
  refresh_page();
  toast("toast.wiped");
}

void Reducer::use_example() {
  s.dossier = fixed().example_dossier;
  s.urn = fixed().example_urn;
  s.map = fixed().example_map;
  s.map_files = nullptr;
  s.example = true;
}

void Reducer::take(const platform::Located& a) {
  s.device.locating = false;
  const bool first = !s.device.own.has_value();
  s.device.own = a;
  s.device.location_error.reset();
  if (first) {
    announce(lang().tr("announce.located", {{"metres", lang().distance(static_cast<double>(a.accuracy_mm) / 1000.0)}}));
  }
}

void Reducer::take(const platform::FilePicked& a) {
  if (a.purpose == "past") {
    take_past(a);
    return;
  }
  auto given = read_given_file(a.name, a.bytes, s);
  if (!given) {
    Error error = std::move(given).error();
    if (error.where.file.empty()) error.where.file = a.name;
    problem(std::move(error));
    return;
  }
  PendingImport next = std::move(given).value();
  // Several map layers chosen at once become one map.
  if (next.map != nullptr && s.import && s.import->map != nullptr && s.route.screen == Screen::kImport) {
    std::vector<MapFile> files = s.import->map_files;
    files.insert(files.end(), next.map_files.begin(), next.map_files.end());
    auto merged = read_map(files);
    if (!merged) {
      problem(std::move(merged).error());
      return;
    }
    next.map = std::move(merged).value();
    next.map_files = std::move(files);
  }
  s.import = std::move(next);
  go(Route{Screen::kImport, ""});
}

void Reducer::take(const platform::FileCancelled&) {}

void Reducer::take(const platform::Failed& a) {
  if (a.what == "webgl") {
    // The page itself shows the text version, with a sentence that says what still works.
    s.device.webgl = false;
    refresh_page();
    return;
  }
  if (a.what == "locate") {
    s.device.locating = false;
    s.device.location_error = a.error;
    announce(lang().error(a.error), true);
    return;
  }
  if (a.what == "load") {
    if (s.saving.loads_open > 0) --s.saving.loads_open;
    s.saving.state = SaveState::kNoStorage;
    s.saving.error = a.error;
    finish_loading();
    problem(a.error, "problem.safe_no_storage");
    return;
  }
  problem(a.error);
}

void Reducer::take(const platform::MediaChanged& a) {
  s.device.dark = a.dark;
  s.device.more_contrast = a.more_contrast;
  s.device.forced_colors = a.forced_colors;
  s.device.reduced_motion = a.reduced_motion;
  s.device.coarse_pointer = a.coarse_pointer;
  refresh_page();
}

void Reducer::take(const platform::OnlineChanged& a) { s.device.online = a.online; }
void Reducer::take(const platform::StorageState& a) {
  s.device.storage = a;
  if (!a.available && s.saving.state == SaveState::kNothingYet) s.saving.state = SaveState::kNoStorage;
}
void Reducer::take(const platform::UpdateWaiting&) { s.device.update_waiting = true; }
void Reducer::take(const platform::SpeechChanged& a) { s.device.speaking = a.speaking; }

void Reducer::take(const platform::RouteChanged& a) {
  const Route route = route_from(a.route);
  if (s.loading) s.asked = route;
  if (route == s.route) return;
  // Back and Forward of the browser: the history is the browser's, so nothing is remembered here.
  if (!s.back.empty() && s.back.back() == route) s.back.pop_back();
  const bool nothing_there = (route.screen == Screen::kTag && !s.tag) ||
                             (route.screen == Screen::kVoteDone && !s.voted) ||
                             (route.screen == Screen::kImport && !s.import);
  if (nothing_there) {
    // The address bar never names another screen than the one shown.
    if (!s.loading) effects.emplace_back(platform::SetRoute{to_words(s.route), true});
    return;
  }
  s.route = route;
  refresh_page();
  count_for(route);
}

void Reducer::take(const platform::Now& a) {
  s.device.now_ms = a.time_ms;
  s.device.offset_minutes = a.offset_minutes;
  if (s.toast && a.time_ms >= s.toast->until_ms && s.saving.state != SaveState::kSaving) s.toast.reset();
}

void Reducer::take(const platform::Entropy& a) {
  s.device.entropy = a.bytes;
  s.device.ids_drawn = 0;
}

}  // namespace stoepkrijt::app
