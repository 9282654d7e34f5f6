#include "app/keep.hpp"

#include <algorithm>
#include <utility>

#include "app/json_fields.hpp"
#include "base/json.hpp"
#include "base/json_writer.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::int64_t kVersion = 1;
/// Ballots with points, or in an order of preference: an app of before would read them as something else.
constexpr std::int64_t kVersionOfForms = 2;
/// A draft with photos: an app of before would lose them.
constexpr std::int64_t kVersionOfPhotos = 3;
/// With more signals in the making than one.
constexpr std::int64_t kVersionOfDrafts = 4;
constexpr std::int64_t kMaxCount = 1'000'000'000;

Result<json::Document> open(std::string_view json, std::int64_t newest = kVersion) {
  SK_TRY(document, json::Document::parse(json));
  SK_TRY_VOID(document.root().expect(json::Type::kObject));
  SK_TRY(version, document.root().get("version"));
  SK_TRY_VOID(version.integer(kVersion, newest));
  return document;
}

void write_texts(json::Writer& w, std::string_view key, const std::vector<std::string>& texts) {
  w.key(key);
  w.begin_array();
  for (const std::string& t : texts) w.string(t);
  w.end_array();
}

void write_version(json::Writer& w, std::int64_t version = kVersion) {
  w.key("version");
  w.integer(version);
}

/// Left out when there are none: so it was before there were points.
void write_points(json::Writer& w, const std::vector<std::int64_t>& points) {
  if (points.empty()) return;
  w.key("points");
  w.begin_array();
  for (const std::int64_t n : points) w.integer(n);
  w.end_array();
}

Result<std::vector<std::int64_t>> points_at(json::Cursor object, std::size_t wanted) {
  std::vector<std::int64_t> out;
  const std::optional<json::Cursor> list = object.find("points");
  if (!list) return out;
  SK_TRY_VOID(list->expect(json::Type::kArray));
  for (const json::Cursor item : *list) {
    SK_TRY(n, item.integer(1, model::kMaxPoints));
    out.push_back(n);
  }
  if (out.size() != wanted) return fail(list->error(ErrorCode::kWrongType, "error.points_count"));
  return out;
}

/// A ballot of before: sorted, without points.
bool is_plain(const model::Ballot& ballot) {
  return ballot.points.empty() && std::is_sorted(ballot.approved.begin(), ballot.approved.end());
}

void write_signal(json::Writer& w, const model::Signal& s) {
  w.begin_object();
  const auto number = [&](std::string_view key, std::int64_t value) {
    w.key(key);
    w.integer(value);
  };
  const auto words = [&](std::string_view key, const std::string& value) {
    w.key(key);
    w.string(value);
  };
  number("accuracy_mm", s.accuracy_mm);
  if (!s.apart.empty()) write_texts(w, "apart", s.apart);
  words("buurt", s.buurt);
  if (!s.comes_from.empty()) words("comes_from", s.comes_from);
  if (s.counted != 0) number("counted", s.counted);
  words("id", s.id);
  number("kind", static_cast<std::int64_t>(s.kind));
  number("lat_e7", s.place.lat_e7);
  number("level", static_cast<std::int64_t>(s.level));
  number("lon_e7", s.place.lon_e7);
  if (!s.measure.empty()) words("measure", s.measure);
  words("near_street", s.near_street);
  if (!s.photos.empty()) write_texts(w, "photos", s.photos);
  number("placed_by", static_cast<std::int64_t>(s.placed_by));
  words("subtheme", s.subtheme);
  write_texts(w, "support", s.support);
  if (!s.team.empty()) words("team", s.team);
  number("theme", static_cast<std::int64_t>(s.theme));
  number("time_ms", s.time_ms);
  words("title", s.title);
  words("walk_id", s.walk_id);
  words("words", s.words);
  w.end_object();
}

Result<model::Signal> read_signal(json::Cursor c) {
  model::Signal s;
  SK_TRY_VOID(c.expect(json::Type::kObject));
  SK_TRY(accuracy, integer_at(c, "accuracy_mm", 0, INT32_MAX));
  SK_TRY(kind, integer_at(c, "kind", 0, 2));
  SK_TRY(level, integer_at(c, "level", 0, 5));
  SK_TRY(lat, integer_at(c, "lat_e7", -900'000'000, 900'000'000));
  SK_TRY(lon, integer_at(c, "lon_e7", -1'800'000'000, 1'800'000'000));
  SK_TRY(placed_by, integer_at(c, "placed_by", 0, 2));
  SK_TRY(theme, integer_at(c, "theme", 0, 3));
  SK_TRY(time_ms, integer_at(c, "time_ms", -kMaxMs, kMaxMs));
  SK_TRY(buurt, text_at(c, "buurt"));
  SK_TRY(id, text_at(c, "id"));
  SK_TRY(near_street, text_at(c, "near_street"));
  SK_TRY(subtheme, text_at(c, "subtheme"));
  SK_TRY(title, text_at(c, "title"));
  SK_TRY(walk_id, text_at(c, "walk_id"));
  SK_TRY(words, text_at(c, "words"));
  SK_TRY(support, texts_at(c, "support"));
  if (c.find("photos")) {
    SK_TRY(photos, texts_at(c, "photos"));
    s.photos = std::move(photos);
  }
  if (c.find("apart")) {
    SK_TRY(apart, texts_at(c, "apart"));
    s.apart = std::move(apart);
  }
  if (c.find("counted")) {
    SK_TRY(counted, integer_at(c, "counted", 0, INT32_MAX));
    s.counted = static_cast<std::int32_t>(counted);
  }
  s.comes_from = text_or_empty(c, "comes_from");
  s.measure = text_or_empty(c, "measure");
  s.team = text_or_empty(c, "team");
  s.accuracy_mm = static_cast<std::int32_t>(accuracy);
  s.kind = static_cast<model::SignalKind>(kind);
  s.level = static_cast<model::Level>(level);
  s.place = {static_cast<std::int32_t>(lon), static_cast<std::int32_t>(lat)};
  s.placed_by = static_cast<model::PlacedBy>(placed_by);
  s.theme = static_cast<model::SchouwTheme>(theme);
  s.time_ms = time_ms;
  s.buurt = std::move(buurt);
  s.id = std::move(id);
  s.near_street = std::move(near_street);
  s.subtheme = std::move(subtheme);
  s.title = std::move(title);
  s.walk_id = std::move(walk_id);
  s.words = std::move(words);
  s.support = std::move(support);
  return s;
}

}  // namespace

std::string write_settings(const Settings& s) {
  json::Writer w;
  w.begin_object();
  w.key("device_name");
  w.string(s.device_name);
  w.key("export_gzip");
  w.boolean(s.export_gzip);
  w.key("export_photos");
  w.boolean(s.export_photos);
  w.key("export_pretty");
  w.boolean(s.export_pretty);
  w.key("folder_key");
  w.string(s.folder_key);
  w.key("journal_days");
  w.integer(s.journal_days);
  w.key("kiosk");
  w.boolean(s.kiosk);
  w.key("lang");
  w.integer(static_cast<std::int64_t>(s.lang));
  w.key("support_key");
  w.string(s.support_key);
  w.key("text_percent");
  w.integer(s.text_percent);
  w.key("text_version");
  w.boolean(s.text_version);
  w.key("theme");
  w.integer(static_cast<std::int64_t>(s.theme));
  write_version(w);
  w.end_object();
  return w.take();
}

namespace {

/// What came later than version 1: absent in settings of before.
Result<void> read_newer_settings(json::Cursor root, Settings& s) {
  if (!root.find("journal_days")) return {};
  SK_TRY(device_name, text_at(root, "device_name"));
  SK_TRY(export_gzip, bool_at(root, "export_gzip"));
  SK_TRY(export_pretty, bool_at(root, "export_pretty"));
  SK_TRY(folder_key, text_at(root, "folder_key"));
  SK_TRY(journal_days, integer_at(root, "journal_days", 1, 3650));
  if (root.find("export_photos")) {
    SK_TRY(export_photos, bool_at(root, "export_photos"));
    s.export_photos = export_photos;
  }
  s.device_name = std::move(device_name);
  s.export_gzip = export_gzip;
  s.export_pretty = export_pretty;
  s.folder_key = std::move(folder_key);
  s.journal_days = static_cast<std::int32_t>(journal_days);
  return {};
}

}  // namespace

Result<Settings> read_settings(std::string_view json) {
  SK_TRY(document, open(json));
  const json::Cursor root = document.root();
  Settings s;
  SK_TRY(kiosk, bool_at(root, "kiosk"));
  SK_TRY(lang, integer_at(root, "lang", 0, 1));
  SK_TRY(support_key, text_at(root, "support_key"));
  SK_TRY(text_percent, integer_at(root, "text_percent", 100, 200));
  SK_TRY(text_version, bool_at(root, "text_version"));
  SK_TRY(theme, integer_at(root, "theme", 0, 3));
  SK_TRY_VOID(read_newer_settings(root, s));
  s.kiosk = kiosk;
  s.lang = static_cast<LangCode>(lang);
  s.support_key = std::move(support_key);
  s.text_percent = static_cast<std::int32_t>(text_percent);
  s.text_version = text_version;
  s.theme = static_cast<ThemeChoice>(theme);
  return s;
}

namespace {

void write_tag(json::Writer& w, const TagDraft& tag) {
  w.begin_object();
  w.key("editing");
  w.boolean(tag.editing);
  if (!tag.photos_to_look_at.empty()) write_texts(w, "photos_to_look_at", tag.photos_to_look_at);
  w.key("signal");
  write_signal(w, tag.signal);
  w.end_object();
}

Result<TagDraft> read_tag(json::Cursor tag) {
  TagDraft out;
  SK_TRY(editing, bool_at(tag, "editing"));
  SK_TRY(cursor, tag.get("signal"));
  SK_TRY(signal, read_signal(cursor));
  SK_TRY_VOID(model::validate(signal));
  if (tag.find("photos_to_look_at")) {
    SK_TRY(to_look_at, texts_at(tag, "photos_to_look_at"));
    out.photos_to_look_at = std::move(to_look_at);
  }
  out.editing = editing;
  out.signal = std::move(signal);
  return out;
}

}  // namespace

std::string write_draft(const KeptDraft& draft) {
  json::Writer w;
  w.begin_object();
  write_texts(w, "chosen", draft.ballot.chosen);
  if (!draft.later.empty()) {
    w.key("later");
    w.begin_array();
    for (const TagDraft& tag : draft.later) write_tag(w, tag);
    w.end_array();
  }
  write_points(w, draft.ballot.points);
  w.key("round_id");
  w.string(draft.ballot.round_id);
  if (draft.tag) {
    w.key("tag");
    write_tag(w, *draft.tag);
  }
  const bool photos = draft.tag && !draft.tag->signal.photos.empty();
  write_version(w, !draft.later.empty()          ? kVersionOfDrafts
                   : photos                      ? kVersionOfPhotos
                   : draft.ballot.points.empty() ? kVersion
                                                 : kVersionOfForms);
  w.end_object();
  return w.take();
}

Result<KeptDraft> read_draft(std::string_view json) {
  SK_TRY(document, open(json, kVersionOfDrafts));
  const json::Cursor root = document.root();
  KeptDraft draft;
  SK_TRY(chosen, texts_at(root, "chosen"));
  SK_TRY(round_id, text_at(root, "round_id"));
  SK_TRY(points, points_at(root, chosen.size()));
  draft.ballot = BallotDraft{std::move(round_id), std::move(chosen), std::move(points)};
  if (const auto tag = root.find("tag")) {
    SK_TRY(read, read_tag(*tag));
    draft.tag = std::move(read);
  }
  if (const auto later = root.find("later")) {
    SK_TRY_VOID(later->expect(json::Type::kArray));
    for (const json::Cursor item : *later) {
      SK_TRY(read, read_tag(item));
      draft.later.push_back(std::move(read));
    }
  }
  return draft;
}

std::string write_urn(const model::Urn& urn) {
  json::Writer w;
  w.begin_object();
  w.key("entries");
  w.begin_array();
  for (const model::Urn::Entry& entry : urn.entries) {
    w.begin_object();
    write_texts(w, "approved", entry.ballot.approved);
    w.key("count");
    w.integer(entry.count);
    write_points(w, entry.ballot.points);
    w.end_object();
  }
  w.end_array();
  w.key("round_id");
  w.string(urn.round_id);
  const bool plain =
      std::all_of(urn.entries.begin(), urn.entries.end(), [](const auto& e) { return is_plain(e.ballot); });
  write_version(w, plain ? kVersion : kVersionOfForms);
  w.end_object();
  return w.take();
}

Result<model::Urn> read_urn(std::string_view json) {
  SK_TRY(document, open(json, kVersionOfForms));
  const json::Cursor root = document.root();
  model::Urn urn;
  SK_TRY(round_id, text_at(root, "round_id"));
  urn.round_id = std::move(round_id);
  SK_TRY(entries, root.get("entries"));
  SK_TRY_VOID(entries.expect(json::Type::kArray));
  for (const json::Cursor entry : entries) {
    SK_TRY(approved, texts_at(entry, "approved"));
    SK_TRY(count, integer_at(entry, "count", 1, kMaxCount));
    SK_TRY(points, points_at(entry, approved.size()));
    urn.add(model::Ballot{std::move(approved), std::move(points)}, count);
  }
  return urn;
}

std::string write_map_files(const std::vector<MapFile>& files) {
  json::Writer w;
  w.begin_object();
  w.key("files");
  w.begin_array();
  for (const MapFile& file : files) {
    w.begin_object();
    w.key("name");
    w.string(file.name);
    w.key("text");
    w.string(file.text);
    w.end_object();
  }
  w.end_array();
  write_version(w);
  w.end_object();
  return w.take();
}

Result<std::vector<MapFile>> read_map_files(std::string_view json) {
  json::Limits limits;
  limits.max_bytes = 256 * json::kMiB;
  SK_TRY(document, json::Document::parse(json, limits));
  SK_TRY(list, document.root().get("files"));
  SK_TRY_VOID(list.expect(json::Type::kArray));
  std::vector<MapFile> files;
  for (const json::Cursor item : list) {
    SK_TRY(name, text_at(item, "name"));
    SK_TRY(text, text_at(item, "text"));
    files.push_back(MapFile{std::move(name), std::move(text)});
  }
  return files;
}

}  // namespace stoepkrijt::app
