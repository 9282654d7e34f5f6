// Walking: starting, the way, stops, a pause, the end.
#include <algorithm>
#include <utility>

#include "app/reducer.hpp"
#include "schouw/tracks.hpp"

namespace stoepkrijt::app {

void Reducer::on(const cmd::StartWalk& c) {
  const model::Walk* walk = find_walk(*s.dossier, c.id);
  if (walk == nullptr) return;
  if (!s.walking || s.walking->track.walk_id != c.id) {
    if (s.walking) {
      problem(Error(ErrorCode::kNotAllowed, "error.already_walking"));
      return;
    }
    Walking walking;
    walking.track.id = fresh_id();
    walking.track.walk_id = c.id;
    walking.track.team = c.team;
    walking.started_ms = s.device.now_ms;
    s.walking = std::move(walking);
    save("walking");
    announce(lang().tr("announce.walk_started", {{"walk", walk->title}}));
  }
  s.toast.reset();
  go_on_walking();
  go(Route{Screen::kMap, ""});
}

void Reducer::go_on_walking() {
  if (!s.walking || s.walking->paused || !s.writer) return;  // of two pages one draws the way
  s.walking->new_segment = true;
  s.walking->follow = true;
  s.device.locating = !s.device.own.has_value();
  s.device.location_error.reset();
  effects.emplace_back(platform::Locate{true});
  effects.emplace_back(platform::KeepAwake{true});
  wake();
}

void Reducer::stand_still() {
  effects.emplace_back(platform::StopLocating{});
  effects.emplace_back(platform::KeepAwake{false});
  s.device.locating = false;
}

void Reducer::on(const cmd::PauseWalk& c) {
  if (!s.walking || s.walking->paused == c.on) return;
  s.walking->paused = c.on;
  save("walking");
  if (c.on) {
    stand_still();
  } else {
    go_on_walking();
  }
  announce(lang().tr(c.on ? "announce.walk_paused" : "announce.walk_on"));
}

void Reducer::on(const cmd::GoToStop& c) {
  if (!s.walking) return;
  const model::Walk* walk = find_walk(*s.dossier, s.walking->track.walk_id);
  if (walk == nullptr) return;
  const auto most = static_cast<std::int32_t>(walk->stops.size());
  s.walking->stop = std::clamp(c.index, 0, most);
  save("walking");
  if (s.walking->stop == most) {
    announce(lang().tr("announce.walk_last_stop"));
    return;
  }
  const model::WalkStop& stop = walk->stops[static_cast<std::size_t>(s.walking->stop)];
  announce(lang().tr("announce.walk_stop", {{"n", std::to_string(s.walking->stop + 1)}, {"stop", stop.name}}) + " " +
           stop.question);
}

void Reducer::on(const cmd::FollowMe& c) {
  if (s.walking) s.walking->follow = c.on;
}

void Reducer::on(const cmd::EndWalk&) {
  if (s.walking) s.dialog = Dialog{Dialog::Kind::kEndWalk, ""};
}

void Reducer::end_walk() {
  if (!s.walking) return;
  const std::string walk_id = s.walking->track.walk_id;
  const bool there = find_walk(*s.dossier, walk_id) != nullptr;
  if (!s.walking->track.segments.empty()) {
    model::Track track = s.walking->track;
    if (!there) track.walk_id.clear();
    if (!edit({RecordEdit<model::Track>{std::nullopt, std::move(track)}}, "undo.walk_ended")) return;
  }
  s.walking.reset();
  save("walking");
  stand_still();
  if (s.route.screen == Screen::kMap) go(there ? Route{Screen::kWalk, walk_id} : Route{Screen::kWalks, ""}, false);
  toast("toast.walk_ended", false, true);
}

void Reducer::note_place(const platform::Located& place) {
  if (!s.walking || s.walking->paused) return;
  Walking& walking = *s.walking;
  const model::TrackPoint point{{place.lon_e7, place.lat_e7}, place.accuracy_mm, place.time_ms};
  const schouw::Taken taken = schouw::take_place(walking.track.segments, point, walking.new_segment, walking.doubtful);
  if (taken != schouw::Taken::kAdded && taken != schouw::Taken::kNewSegment) return;
  walking.new_segment = false;
  if (s.device.now_ms - walking.kept_ms < kKeepWayMs) return;
  walking.kept_ms = s.device.now_ms;
  save("walking");
}

void Reducer::take(const platform::Awake& a) { s.device.awake = a.on; }

}  // namespace stoepkrijt::app
