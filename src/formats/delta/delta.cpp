#include "formats/delta/delta.hpp"

#include <algorithm>
#include <utility>

#include "formats/gzip/gzip.hpp"
#include "formats/merged/assembly.hpp"
#include "formats/merged/record_writer.hpp"

namespace stoepkrijt::formats {
namespace {

constexpr FileShape kDeltaFile{
    {kDeltaFormat, kDeltaVersion}, {"actors", "format", "id", "records", "since", "unseen", "version"}, true};

Unexpected refuse(std::string_view text, ErrorCode code, std::string_view key, std::string_view path) {
  Where where = json::where_is(text, 0);
  where.path = path;
  return fail(Error(code, key).at(std::move(where)));
}

}  // namespace

Result<merge::Delta> read_delta(std::string_view text, const json::Limits& limits) {
  MergedHandler handler(text, kDeltaFile);
  Result<void> parsed = json::parse(text, handler, limits);
  if (parsed) parsed = handler.complete();
  if (!parsed) return fail(judged(text, kDeltaFile.envelope, limits, parsed.error()));
  SK_TRY(part, assembled(text, handler.read(), handler.fields()));
  merge::Delta out;
  out.part = std::move(part);
  // Each actor once, as assembled() has seen: so this is the order of the actors.
  std::sort(handler.read().base.begin(), handler.read().base.end());
  for (const merge::Dot& entry : handler.read().base) out.base.push_back(entry.seq);
  out.unseen = std::move(handler.read().unseen);
  std::sort(out.unseen.begin(), out.unseen.end());
  out.since = std::move(handler.read().since);
  const bool twice = std::adjacent_find(out.unseen.begin(), out.unseen.end()) != out.unseen.end();
  const bool listed = std::any_of(out.unseen.begin(), out.unseen.end(), [&out](const merge::ActorId& actor) {
    return std::binary_search(out.part.actors.begin(), out.part.actors.end(), actor);
  });
  if (twice || listed) return refuse(text, ErrorCode::kDuplicateId, "error.duplicate_id", "unseen");
  if (!merge::is_digest(out.since)) return refuse(text, ErrorCode::kNotAllowed, "error.bad_digest", "since");
  return out;
}

std::string write_delta(const merge::Delta& delta, json::Style style) {
  json::Writer out(style);
  out.begin_object();
  out.key("actors");
  out.begin_object();
  for (std::size_t i = 0; i < delta.part.actors.size(); ++i) {
    out.key(merge::text_of(delta.part.actors[i]));
    out.begin_array();
    out.integer(static_cast<std::int64_t>(delta.base[i]));
    out.integer(static_cast<std::int64_t>(delta.part.seen[i]));
    out.end_array();
  }
  out.end_object();
  out.key("format");
  out.string(kDeltaFormat);
  out.key("id");
  out.string(delta.part.id);
  out.key("records");
  write_records(delta.part, out);
  out.key("since");
  out.string(delta.since);
  out.key("unseen");
  out.begin_array();
  for (const merge::ActorId& actor : delta.unseen) out.string(merge::text_of(actor));
  out.end_array();
  out.key("version");
  out.integer(kDeltaVersion);
  out.end_object();
  return out.take();
}

std::string pack_delta(const merge::Delta& delta) { return gzip(write_delta(delta)); }

Result<merge::Delta> unpack_delta(std::string_view bytes) {
  if (!is_gzip(bytes)) return read_delta(bytes);
  SK_TRY(text, gunzip(bytes, kMostUnpacked));
  return read_delta(text);
}

}  // namespace stoepkrijt::formats
