// What the device tells: storage, files, place, preferences, the clock.
#include <algorithm>
#include <utility>

#include "app/choice.hpp"
#include "app/files_in.hpp"
#include "app/own_map.hpp"
#include "app/reducer.hpp"
#include "app/schouw_rules.hpp"
#include "app/station/station.hpp"
#include "schouw/photo_jpeg.hpp"

namespace stoepkrijt::app {

void Reducer::on(const cmd::FromDevice& c) {
  c.answer.visit([this](const auto& a) { take(a); });
}

void Reducer::take(const platform::Located& a) {
  s.device.locating = false;
  const bool first = !s.device.own.has_value();
  s.device.own = a;
  note_place(a);
  s.device.location_error.reset();
  if (first) {
    announce(lang().tr("announce.located", {{"metres", lang().distance(static_cast<double>(a.accuracy_mm) / 1000.0)}}));
  }
}

void Reducer::take(const platform::FilePicked& a) {
  if (file_for_room(a)) return;
  if (a.purpose == "tree") {
    take_tree(a);
    return;
  }
  if (a.purpose == "route") {
    take_route(a);
    return;
  }
  if (a.purpose == "past") {
    take_past(a);
    return;
  }
  auto given = read_given_file(a.name, a.bytes, s);
  // Several layers of a map that were chosen at once become one map; one of them may hold nothing for it by itself
  // (traffic signs), which is then told among what was left out.
  constexpr std::string_view kNothing = "error.map_empty";
  const bool of_map = given ? given->map != nullptr : given.error().key == kNothing;
  if (of_map && s.import && s.import->map != nullptr && s.route.screen == Screen::kImport) {
    std::vector<MapFile> files = s.import->map_files;
    if (given) {
      files.insert(files.end(), given->map_files.begin(), given->map_files.end());
    } else {
      files.push_back({a.name, a.bytes});
    }
    given = pending_map(std::move(files));
  }
  if (!given) {
    Error error = std::move(given).error();
    if (error.where.file.empty()) error.where.file = a.name;
    problem(std::move(error));
    return;
  }
  if (given->map != nullptr && s.problem && s.problem->key == kNothing) s.problem.reset();  // it was the first of them
  s.import = std::move(given).value();
  go(Route{Screen::kImport, ""});
}

void Reducer::take(const platform::FileCancelled& a) {
  if (a.purpose == "photo") s.photos.taking = false;
}

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
  if (a.what == "photo") {
    s.photos.taking = false;
    problem(a.error, s.tag ? "problem.safe_draft" : "problem.safe_unchanged");
    return;
  }
  if (a.what == "load" && !s.loading && photos_not_loaded()) return;
  if (a.what == "load") {
    loading_failed(a.error);
    return;
  }
  if (a.what == "scan") {
    if (s.scan && !s.scan_room.empty()) {
      // A package comes by other ways too.
      const bool denied = a.error.code == ErrorCode::kCameraDenied;
      problem(Error(a.error.code, denied ? "error.camera_denied_package" : "error.no_camera_package"));
      s.scan.reset();
      s.scan_room.clear();
      return let_sleep();
    }
    s.scan.reset();
    s.scan_room.clear();
    let_sleep();
  }
  if (a.what == "folder") {
    s.folder.reading = false;
    s.folder.asked.clear();
    forget_folder_photos();
    s.folder.written_step = 0;  // the own file may not be there: it is written at the next chance
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
  const Route typed = route_from(a.route);
  if (s.loading) s.asked = typed;
  const Route route = station::allowed(s, typed);
  if (route != typed && !s.loading) effects.emplace_back(platform::SetRoute{to_words(route), true});
  if (route == s.route) return;
  // Back and Forward of the browser: the history is the browser's, so nothing is remembered here.
  if (!s.back.empty() && s.back.back() == route) s.back.pop_back();
  const bool nothing_there = (route.screen == Screen::kTag && !s.tag) ||
                             (route.screen == Screen::kPhoto && !schouw::is_photo_name(route.id)) ||
                             (route.screen == Screen::kVoteDone && !s.voted && !station::has_ended(s)) ||
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
  play_codes();
  tick_rooms();
}

void Reducer::take(const platform::Entropy& a) {
  s.device.entropy = a.bytes;
  s.device.ids_drawn = 0;
}

}  // namespace stoepkrijt::app
