#include "base/sha256.hpp"
#include "formats/merged/merged.hpp"
#include "formats/merged/record_writer.hpp"
#include "formats/merged/table_writer.hpp"

namespace stoepkrijt::formats {

namespace {

/// All that stands before the records, or the tables.
void begin(const merge::Document& document, json::Writer& out) {
  out.begin_object();
  out.key("actors");
  out.begin_object();
  for (std::size_t i = 0; i < document.actors.size(); ++i) {
    out.key(merge::text_of(document.actors[i]));
    out.integer(static_cast<std::int64_t>(document.seen[i]));
  }
  out.end_object();
  out.key("format");
  out.string(kMergedFormat);
  out.key("id");
  out.string(document.id);
  out.key("mergeable");
  out.boolean(document.mergeable);
}

std::string ended(json::Writer& out) {
  out.key("version");
  out.integer(kMergedVersion);
  out.end_object();
  return out.take();
}

}  // namespace

std::string write_merged(const merge::Document& document, json::Style style) {
  json::Writer out(style);
  begin(document, out);
  out.key("records");
  write_records(document, out);
  return ended(out);
}

std::string write_as_tables(const merge::Document& document) {
  json::Writer out;
  begin(document, out);
  out.key("tables");
  write_tables(document, out);
  return ended(out);
}

std::string state_name(const merge::Document& document) { return to_hex(sha256(write_merged(document))); }

}  // namespace stoepkrijt::formats
