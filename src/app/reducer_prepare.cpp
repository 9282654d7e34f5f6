// Preparing a walk: what is filled in is kept on the device, and comes into the dossier when it is saved.
#include <algorithm>
#include <utility>

#include "app/reducer.hpp"
#include "app/views/round_words.hpp"
#include "app/walk_gpx.hpp"
#include "formats/tree/category_tree.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::uint64_t kMaxTreeBytes = 1024 * 1024;
constexpr std::uint64_t kMaxGpxBytes = 256ULL * 1024 * 1024;

/// Without what only one evening had: who came, and the weather.
model::Walk again(const model::Walk& before, std::string id, std::string date) {
  model::Walk walk = before;
  walk.id = std::move(id);
  walk.date = std::move(date);
  walk.weather.clear();
  walk.track.clear();
  walk.walkers.clear();
  walk.same_route_as = before.id;
  return walk;
}

/// Rows that were added and never filled in are not meant.
void tidy(model::Walk& walk) {
  std::erase_if(walk.stops, [](const model::WalkStop& stop) { return stop.name.empty(); });
  std::erase_if(walk.walkers, [](const model::Walker& w) { return w.name.empty() && w.role.empty(); });
  std::erase_if(walk.teams, [](const std::string& team) { return team.empty(); });
  std::erase_if(walk.roles, [](const std::string& role) { return role.empty(); });
  for (model::Walker& walker : walk.walkers) {
    if (std::find(walk.teams.begin(), walk.teams.end(), walker.team) == walk.teams.end()) walker.team.clear();
  }
  // The roles are those of the people who are named, and what was there before.
  for (const model::Walker& walker : walk.walkers) {
    if (walker.role.empty()) continue;
    if (std::find(walk.roles.begin(), walk.roles.end(), walker.role) == walk.roles.end()) {
      walk.roles.push_back(walker.role);
    }
  }
}

}  // namespace

void Reducer::on(const cmd::PrepareWalk& c) {
  const model::Walk* there = find_walk(*s.dossier, c.id);
  // What was being prepared is not thrown away for the same one.
  const bool goes_on = s.walk_draft && !c.again &&
                       (c.id.empty() ? s.walk_draft->is_new : !s.walk_draft->is_new && s.walk_draft->walk.id == c.id);
  if (!goes_on) {
    const std::string today = iso_day(s.device.now_ms, s.device.offset_minutes);
    WalkDraft draft;
    if (there != nullptr && !c.again) {
      draft = {*there, false};
    } else if (there != nullptr) {
      draft.walk = again(*there, fresh_id(), today);
    } else {
      draft.walk.id = fresh_id();
      draft.walk.date = today;
    }
    s.walk_draft = std::move(draft);
    save("walk-draft");
  }
  go(Route{Screen::kPrepare, ""});
}

void Reducer::on(const cmd::ChangeWalk& c) {
  if (!s.walk_draft || c.walk.id != s.walk_draft->walk.id || c.walk == s.walk_draft->walk) return;
  s.walk_draft->walk = c.walk;
  save("walk-draft");
}

void Reducer::on(const cmd::SaveWalk&) {
  if (!s.walk_draft) return;
  model::Walk walk = s.walk_draft->walk;
  tidy(walk);
  if (walk.title.empty()) {
    problem(Error(ErrorCode::kEmpty, "error.walk_without_title"), "problem.safe_form");
    return;
  }
  if (auto ok = model::validate(walk); !ok) {
    problem(std::move(ok).error(), "problem.safe_form");
    return;
  }
  RecordEdit<model::Walk> change;
  if (const model::Walk* old = find_walk(*s.dossier, walk.id)) change.before = *old;
  const std::string id = walk.id;
  change.after = std::move(walk);
  const bool is_new = !change.before.has_value();
  if (change.before != change.after && !edit({std::move(change)}, is_new ? "undo.walk_added" : "undo.walk_changed")) {
    return;
  }
  s.walk_draft.reset();
  save("walk-draft");
  std::erase_if(s.back, [](const Route& r) { return r.screen == Screen::kPrepare || r.screen == Screen::kWalk; });
  go(Route{Screen::kWalk, id}, false);
  toast("toast.walk_saved", true, true);
}

void Reducer::on(const cmd::DropWalk&) {
  if (s.walk_draft) s.dialog = Dialog{Dialog::Kind::kDropWalk, ""};
}

void Reducer::drop_walk() {
  if (!s.walk_draft) return;
  const Route to = s.walk_draft->is_new ? Route{Screen::kWalks, ""} : Route{Screen::kWalk, s.walk_draft->walk.id};
  s.walk_draft.reset();
  save("walk-draft");
  std::erase_if(s.back, [](const Route& r) { return r.screen == Screen::kPrepare; });
  go(to, false);
}

void Reducer::on(const cmd::DeleteWalk& c) {
  if (s.walking && s.walking->track.walk_id == c.id) {
    problem(Error(ErrorCode::kNotAllowed, "error.walk_under_way"));
    return;
  }
  if (find_walk(*s.dossier, c.id) != nullptr) s.dialog = Dialog{Dialog::Kind::kDeleteWalk, c.id};
}

void Reducer::delete_walk(const std::string& id) {
  const model::Walk* walk = find_walk(*s.dossier, id);
  if (walk == nullptr) return;
  // What was seen on it stays, and so does the way: they stand on their own.
  std::vector<Edit> edits;
  for (const model::Signal& signal : s.dossier->signals) {
    if (signal.walk_id != id) continue;
    model::Signal after = signal;
    after.walk_id.clear();
    edits.emplace_back(RecordEdit<model::Signal>{signal, std::move(after)});
  }
  for (const model::Track& track : s.dossier->tracks) {
    if (track.walk_id != id) continue;
    model::Track after = track;
    after.walk_id.clear();
    edits.emplace_back(RecordEdit<model::Track>{track, std::move(after)});
  }
  edits.emplace_back(RecordEdit<model::Walk>{*walk, std::nullopt});
  if (!edit(std::move(edits), "undo.walk_deleted")) return;
  std::erase_if(s.back, [](const Route& r) { return r.screen == Screen::kWalk; });
  go(Route{Screen::kWalks, ""}, false);
  toast("toast.deleted", true, true);
}

void Reducer::on(const cmd::PickTree&) {
  if (s.walk_draft) effects.emplace_back(platform::PickFile{".json,application/json", "tree", kMaxTreeBytes, false});
}

void Reducer::on(const cmd::PlainTree&) {
  if (!s.walk_draft || s.walk_draft->walk.tree.empty()) return;
  s.walk_draft->walk.tree.clear();
  save("walk-draft");
}

void Reducer::take_tree(const platform::FilePicked& a) {
  if (!s.walk_draft) return;
  auto tree = formats::read_category_tree(a.bytes);
  if (!tree) {
    Error error = std::move(tree).error();
    error.where.file = a.name;
    problem(std::move(error), "problem.safe_form");
    return;
  }
  std::size_t topics = 0;
  for (const model::Category& category : *tree) topics += category.subs.size();
  s.walk_draft->walk.tree = std::move(tree).value();
  save("walk-draft");
  announce(lang().count("announce.tree_read", static_cast<std::int64_t>(topics)));
}

void Reducer::on(const cmd::PickRoute&) {
  if (s.walk_draft) effects.emplace_back(platform::PickFile{".gpx,application/gpx+xml", "route", kMaxGpxBytes, false});
}

void Reducer::take_route(const platform::FilePicked& a) {
  if (!s.walk_draft) return;
  auto taken = [&]() -> Result<RouteTaken> {
    SK_TRY(file, formats::read_gpx(a.bytes));
    return app::take_route(file, s.walk_draft->walk);
  }();
  if (!taken) {
    Error error = std::move(taken).error();
    error.where.file = a.name;
    problem(std::move(error), "problem.safe_form");
    return;
  }
  save("walk-draft");
  announce(lang().count("announce.route_read", static_cast<std::int64_t>(taken->stops)));
}

void Reducer::on(const cmd::ExportWalk& c) {
  const model::Walk* walk = find_walk(*s.dossier, c.id);
  if (walk == nullptr) return;
  effects.emplace_back(platform::OfferFile{"stoepkrijt-" + formats::slug_of_name(walk->title) + ".gpx",
                                           "application/gpx+xml", formats::write_gpx(gpx_of(*s.dossier, *walk))});
  toast("toast.file_offered");
}

}  // namespace stoepkrijt::app
