#include "formats/merged/record_writer.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/merged/record_layout.hpp"

namespace stoepkrijt::formats {
namespace {

using merge::Document;
using merge::Held;
using merge::Record;

class RecordWriter {
 public:
  RecordWriter(const Document& document, json::Writer& out) : document_(document), layout_(document), out_(out) {
    for (const merge::FieldName& field : document.fields) {
      json::append_quoted(keys_.emplace_back(), field.name);
      keys_.back() += ':';
    }
  }

  void write(const Record& record) {
    layout_.lay(record);
    out_.begin_object();
    if (const std::optional<Stamp>& at = layout_.at()) {
      out_.key("at");
      out_.begin_array();
      stamp(at->actor, at->seq, at->time_ms, at->count);
      out_.end_array();
    }
    for (const LaidField& field : layout_.deleted()) {
      out_.key("deleted");
      dots(record, field);
    }
    registers(record, false);
    group(record, "events", layout_.events());
    registers(record, true);
    group(record, "sets", layout_.sets());
    out_.end_object();
  }

 private:
  void name(const LaidField& field) { out_.key(document_.fields[field.field()].name, keys_[field.field()]); }

  /// Those on the stamp of the record, or the others.
  void registers(const Record& record, bool plain) {
    bool open = false;
    for (const LaidField& field : layout_.registers()) {
      if (layout_.plain(field) != plain) continue;
      if (!open) {
        out_.key(plain ? "plain" : "dots");
        out_.begin_object();
        open = true;
      }
      name(field);
      if (plain) {
        out_.raw(record.value(field.held[0]));
      } else {
        dots(record, field);
      }
    }
    if (open) out_.end_object();
  }

  void group(const Record& record, std::string_view key, std::span<const LaidField> fields) {
    if (fields.empty()) return;
    out_.key(key);
    out_.begin_object();
    for (const LaidField& field : fields) {
      name(field);
      dots(record, field);
    }
    out_.end_object();
  }

  void dots(const Record& record, const LaidField& field) {
    out_.begin_array();
    for (const Held& held : field.held) {
      out_.begin_array();
      stamp(held.actor, static_cast<std::int64_t>(held.seq), held.time_ms, held.count);
      out_.raw(record.value(held));
      out_.end_array();
    }
    out_.end_array();
  }

  void stamp(std::uint32_t actor, std::int64_t seq, std::int64_t time_ms, std::int64_t count) {
    out_.integer(actor);
    out_.integer(seq);
    out_.integer(time_ms);
    out_.integer(count);
  }

  const Document& document_;
  std::vector<std::string> keys_;  // of each field, with quotes and colon
  RecordLayout layout_;
  json::Writer& out_;
};

}  // namespace

void write_records(const Document& document, json::Writer& out) {
  RecordWriter writer(document, out);
  out.begin_object();
  for (std::size_t i = 0; i < document.records.size(); ++i) {
    const Record& record = document.records[i];
    const bool first = i == 0 || document.records[i - 1].kind != record.kind;
    if (first) {
      if (i > 0) out.end_object();
      out.key(document.kinds[record.kind]);
      out.begin_object();
    }
    out.key(record.id);
    writer.write(record);
  }
  if (!document.records.empty()) out.end_object();
  out.end_object();
}

}  // namespace stoepkrijt::formats
