#include "app/walking.hpp"

#include <utility>

#include "app/json_fields.hpp"
#include "base/json_writer.hpp"
#include "formats/dossier/read_archive.hpp"
#include "formats/dossier/write_archive.hpp"
#include "model/dossier.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::int64_t kVersion = 1;

Result<json::Document> opened(std::string_view text) {
  SK_TRY(document, json::Document::parse(text));
  SK_TRY_VOID(integer_at(document.root(), "version", kVersion, kVersion));
  return document;
}

template <class T>
void write_value(json::Writer& out, std::string_view key, const T& value) {
  out.key(key);
  formats::WriteArchive(out).value(value);
}

}  // namespace

std::string write_walking(const std::optional<Walking>& walking) {
  json::Writer out;
  out.begin_object();
  if (walking) {
    write_value(out, "paused", walking->paused);
    write_value(out, "started_ms", walking->started_ms);
    write_value(out, "stop", walking->stop);
    write_value(out, "track", walking->track);
  }
  write_value(out, "version", kVersion);
  out.end_object();
  return out.take();
}

Result<std::optional<Walking>> read_walking(std::string_view json) {
  SK_TRY(document, opened(json));
  const json::Cursor root = document.root();
  const auto track = root.find("track");
  if (!track) return std::optional<Walking>();
  Walking walking;
  SK_TRY_VOID(formats::read(*track, walking.track));
  SK_TRY_VOID(model::validate(walking.track));
  SK_TRY(paused, bool_at(root, "paused"));
  SK_TRY(started, integer_at(root, "started_ms", 0, kMaxMs));
  SK_TRY(stop, integer_at(root, "stop", 0, INT32_MAX));
  walking.paused = paused;
  walking.started_ms = started;
  walking.stop = static_cast<std::int32_t>(stop);
  walking.new_segment = true;
  return std::optional(std::move(walking));
}

std::string write_walk_draft(const std::optional<WalkDraft>& draft) {
  json::Writer out;
  out.begin_object();
  if (draft) write_value(out, "is_new", draft->is_new);
  write_value(out, "version", kVersion);
  if (draft) write_value(out, "walk", draft->walk);
  out.end_object();
  return out.take();
}

Result<std::optional<WalkDraft>> read_walk_draft(std::string_view json) {
  SK_TRY(document, opened(json));
  const auto walk = document.root().find("walk");
  if (!walk) return std::optional<WalkDraft>();
  WalkDraft draft;
  SK_TRY_VOID(formats::read(*walk, draft.walk));
  SK_TRY(is_new, bool_at(document.root(), "is_new"));
  draft.is_new = is_new;
  return std::optional(std::move(draft));
}

}  // namespace stoepkrijt::app
