// The walk: tagging problems and strong points, drafts, support.
#include <algorithm>

#include "app/reducer.hpp"
#include "app/schouw_rules.hpp"
#include "base/utf8.hpp"
#include "formats/records/records.hpp"
#include "geo/area.hpp"
#include "schouw/measures.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::size_t kMaxTitle = 120;

/// So that no limit is found out only at saving.
std::string cut(std::string_view text, std::size_t most) { return std::string(first_code_points(text, most)); }

}  // namespace

void Reducer::on(const cmd::Locate& c) {
  s.device.locating = true;
  s.device.location_error.reset();
  effects.emplace_back(platform::Locate{c.follow});
}

void Reducer::on(const cmd::StopLocating&) {
  s.device.locating = false;
  effects.emplace_back(platform::StopLocating{});
}

bool Reducer::lay_tag_aside() {
  if (!s.tag) return true;
  if (s.tags_later.size() + 1 >= kMostDrafts) {
    problem(Error(ErrorCode::kTooLarge, "error.too_many_drafts").with("most", std::to_string(kMostDrafts)),
            "problem.safe_draft");
    return false;
  }
  s.tag->placing = false;
  s.tags_later.push_back(std::move(*s.tag));
  s.tag.reset();
  return true;
}

bool Reducer::take_up_tag(const std::string& id) {
  if (s.tag && (id.empty() || s.tag->signal.id == id)) return true;
  const auto at = id.empty()
                      ? std::find_if(s.tags_later.rbegin(), s.tags_later.rend(), [](const TagDraft&) { return true; })
                      : std::find_if(s.tags_later.rbegin(), s.tags_later.rend(),
                                     [&](const TagDraft& one) { return one.signal.id == id; });
  if (at == s.tags_later.rend()) return false;
  TagDraft taken = std::move(*at);
  s.tags_later.erase(std::next(at).base());
  if (s.tag) s.tags_later.push_back(std::move(*s.tag));
  s.tag = std::move(taken);
  save("draft");
  return true;
}

bool Reducer::begin_tag(const cmd::StartTag& c) {
  if (!lay_tag_aside()) return false;
  TagDraft tag;
  tag.signal.id = fresh_id();
  tag.signal.kind = c.kind;
  tag.signal.theme = c.kind == model::SignalKind::kIdea ? model::SchouwTheme::kTogether : model::SchouwTheme::kClean;
  tag.signal.place = c.place;
  tag.signal.placed_by = c.placed_by;
  tag.signal.time_ms = s.device.now_ms;
  if (c.placed_by == model::PlacedBy::kGps && s.device.own) {
    tag.signal.accuracy_mm = s.device.own->accuracy_mm;
    tag.gps_too_vague = tag.signal.accuracy_mm > kVagueAccuracyMm;
    tag.placing = tag.gps_too_vague;
  }
  tag.signal.buurt = buurt_at(*s.dossier, c.place);
  if (s.map != nullptr) tag.signal.near_street = street_near(*s.map, c.place);
  if (s.walking) {
    const model::Walk* walk = find_walk(*s.dossier, s.walking->track.walk_id);
    if (walk != nullptr) tag.signal.walk_id = walk->id;
    tag.signal.team = s.walking->track.team;
    if (walk != nullptr && !walk->themes.empty() && c.kind != model::SignalKind::kIdea) {
      tag.signal.theme = walk->themes.front();
    }
  }
  s.tag = std::move(tag);
  save("draft");
  go(Route{Screen::kTag, ""});
  return true;
}

void Reducer::on(const cmd::StartTag& c) { static_cast<void>(begin_tag(c)); }

void Reducer::on(const cmd::SetTagTheme& c) {
  if (!s.tag || s.tag->signal.theme == c.theme) return;
  s.tag->signal.theme = c.theme;
  s.tag->signal.subtheme.clear();
  s.tag->signal.measure.clear();
  s.tag->signal.counted = 0;
  s.tag->signal.level = model::Level::kUnset;  // the level is about the theme
  save("draft");
}

void Reducer::on(const cmd::SetTagSubtheme& c) {
  if (!s.tag) return;
  s.tag->signal.subtheme = s.tag->signal.subtheme == c.subtheme ? std::string() : c.subtheme;
  save("draft");
}

void Reducer::on(const cmd::SetTagCount& c) {
  const schouw::Measure* measure = schouw::find_measure(c.measure);
  if (!s.tag || (measure == nullptr && !c.measure.empty())) return;
  model::Signal& signal = s.tag->signal;
  signal.measure = c.measure;
  signal.counted = measure == nullptr ? 0 : std::clamp(c.counted, 0, measure->limit);
  if (measure != nullptr) {
    signal.theme = measure->theme;
    signal.subtheme = measure->subtheme;
    signal.level = schouw::level_of(*measure, signal.counted);
  }
  save("draft");
}

void Reducer::on(const cmd::SetTagLevel& c) {
  if (!s.tag) return;
  s.tag->signal.measure.clear();  // by eye again
  s.tag->signal.counted = 0;
  s.tag->signal.level = s.tag->signal.level == c.level ? model::Level::kUnset : c.level;
  save("draft");
}

void Reducer::on(const cmd::SetTagTitle& c) {
  if (!s.tag) return;
  s.tag->signal.title = cut(c.text, kMaxTitle);
  save("draft");
}

void Reducer::on(const cmd::SetTagWords& c) {
  if (!s.tag) return;
  s.tag->signal.words = cut(c.text, model::kMaxWords);
  save("draft");
}

void Reducer::on(const cmd::MoveTag& c) {
  if (s.tag) s.tag->placing = c.on;
}

void Reducer::on(const cmd::SetTagPlace& c) {
  if (!s.tag) return;
  model::Signal& signal = s.tag->signal;
  signal.place = c.place;
  signal.placed_by = c.placed_by;
  signal.near_street = c.near_street.empty() && s.map != nullptr ? street_near(*s.map, c.place) : c.near_street;
  signal.buurt = buurt_at(*s.dossier, c.place);
  signal.accuracy_mm = c.placed_by == model::PlacedBy::kGps && s.device.own ? s.device.own->accuracy_mm : 0;
  s.tag->placing = false;
  s.tag->gps_too_vague = false;
  save("draft");
  announce(signal.near_street.empty() ? lang().tr("announce.pin_placed")
                                      : lang().tr("announce.pin_placed_at", {{"street", signal.near_street}}));
}

void Reducer::on(const cmd::SaveTag&) {
  if (!s.tag || s.photos.making || !photos_looked_at()) return;
  if (auto ok = model::validate(s.tag->signal); !ok) {
    problem(std::move(ok).error(), "problem.safe_draft");
    return;
  }
  RecordEdit<model::Signal> change;
  if (const model::Signal* old = find_signal(*s.dossier, s.tag->signal.id)) change.before = *old;
  // Deleted while it was being changed: what is saved is a new one, without what the old one still holds.
  if (!change.before && merge::find(*s.book.document, formats::kSignalRecord, s.tag->signal.id) != nullptr) {
    s.tag->signal.id = fresh_id();
  }
  change.after = s.tag->signal;
  const bool added = !change.before.has_value();
  if (!edit({std::move(change)}, added ? "undo.signal_added" : "undo.signal_changed")) return;
  s.tag.reset();
  save("draft");
  s.selected.clear();  // the next thing can be tagged at once
  std::erase_if(s.back, [](const Route& r) { return r.screen == Screen::kTag; });
  go(Route{Screen::kMap, ""}, false);
  toast("toast.signal_saved", true, true);
}

void Reducer::on(const cmd::LaterTag&) {
  go(Route{Screen::kMap, ""}, false);
  toast("toast.draft_kept");
}

void Reducer::on(const cmd::ResumeTag& c) {
  if (take_up_tag(c.id)) go(Route{Screen::kTag, ""});
}

void Reducer::on(const cmd::DiscardTag&) {
  if (s.tag) s.dialog = Dialog{Dialog::Kind::kDiscardTag, ""};
}

void Reducer::on(const cmd::EditSignal& c) {
  const model::Signal* signal = find_signal(*s.dossier, c.id);
  if (signal == nullptr) return;
  // What was being changed goes on; another one waits.
  if (take_up_tag(c.id)) {
    go(Route{Screen::kTag, ""});
    return;
  }
  if (!lay_tag_aside()) return;
  TagDraft tag;
  tag.signal = *signal;
  tag.editing = true;
  s.tag = std::move(tag);
  save("draft");
  go(Route{Screen::kTag, ""});
}

void Reducer::on(const cmd::DeleteSignal& c) {
  if (find_signal(*s.dossier, c.id) != nullptr) s.dialog = Dialog{Dialog::Kind::kDeleteSignal, c.id};
}

void Reducer::on(const cmd::SupportSignal& c) {
  const model::Signal* signal = find_signal(*s.dossier, c.id);
  if (signal == nullptr) return;
  if (s.settings.support_key.empty()) {
    s.settings.support_key = fresh_id();
    save("settings");
  }
  RecordEdit<model::Signal> change{*signal, *signal};
  auto& keys = change.after->support;
  const auto it = std::lower_bound(keys.begin(), keys.end(), s.settings.support_key);
  const bool there = it != keys.end() && *it == s.settings.support_key;
  if (there == c.on) return;
  if (c.on) {
    keys.insert(it, s.settings.support_key);
  } else {
    keys.erase(it);
  }
  if (!edit({std::move(change)}, c.on ? "undo.support_added" : "undo.support_removed")) return;
  toast(c.on ? "toast.support_added" : "toast.support_removed", true, true);
}

void Reducer::on(const cmd::TagIsDouble& c) {
  if (!s.tag || s.tag->editing || find_signal(*s.dossier, c.id) == nullptr) return;
  s.tag.reset();
  save("draft");
  std::erase_if(s.back, [](const Route& r) { return r.screen == Screen::kTag; });
  go(Route{Screen::kMap, ""}, false);
  on(cmd::SupportSignal{c.id, true});
}

void Reducer::on(const cmd::Select& c) { s.selected = c.id; }
void Reducer::on(const cmd::SelectBuurt& c) { s.selected_buurt = c.code; }
void Reducer::on(const cmd::SetFilter& c) { s.filter = c.filter; }
void Reducer::on(const cmd::DrawArea& c) {
  if (c.drawn.empty()) {
    s.filter.area.clear();
    return;
  }
  Result<std::vector<geo::LonLat>> area = geo::area_of(c.drawn);
  if (!area) return problem(area.error());
  s.filter.area = std::move(*area);
}
void Reducer::on(const cmd::SetHeat& c) { s.heat = c.on; }
void Reducer::on(const cmd::SetSearch& c) { s.search = cut(c.text, kMaxTitle); }

}  // namespace stoepkrijt::app
