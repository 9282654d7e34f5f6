#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <utility>

#include "base/json.hpp"
#include "base/json_writer.hpp"
#include "base/sha256.hpp"
#include "benches.hpp"
#include "formats/dossier/dossier.hpp"
#include "formats/gzip/gzip.hpp"
#include "formats/records/records.hpp"
#include "measure.hpp"
#include "merge/merge.hpp"
#include "merge/value.hpp"
#include "merge/write.hpp"

namespace stoepkrijt::bench {

namespace {

using merge::Document;
using merge::Write;

[[noreturn]] void stop(const Error& error) {
  std::fprintf(stderr, "stoepkrijt_bench: merge: %s at %s line %u\n", error.key.c_str(), error.where.path.c_str(),
               error.where.line);
  std::exit(2);
}
template <class T>
T good(Result<T> result) {
  if (!result) stop(result.error());
  return std::move(*result);
}
void good(const Result<void>& result) {
  if (!result) stop(result.error());
}

struct Edit {
  std::int64_t device = 0;
  std::int64_t time_ms = 0;
  std::vector<Write> writes;
};

void put_value(json::Writer& out, const json::Cursor& value) {
  switch (value.type()) {
    case json::Type::kString:
      return out.string(good(value.string()));
    case json::Type::kNumber:
      return out.integer(good(value.integer()));
    case json::Type::kArray:
      out.begin_array();
      for (const json::Cursor each : value) put_value(out, each);
      return out.end_array();
    default:
      stop(value.error(ErrorCode::kWrongType, "error.wrong_type"));
  }
}
std::string canonical(const json::Cursor& value) {
  json::Writer out;
  put_value(out, value);
  return out.take();
}

/// One line of the list of edits (bench/edits.mjs says what stands in it).
Edit read_edit(std::string_view line) {
  const json::Document document = good(json::Document::parse(line));
  const json::Cursor root = document.root();
  const auto text = [&](std::string_view key) { return std::string(good(good(root.get(key)).string())); };
  Edit edit;
  edit.device = good(good(root.get("device")).integer());
  edit.time_ms = good(good(root.get("time")).integer());
  const std::string op = text("op");
  const std::string kind = text("kind");
  const std::string id = text("id");
  if (op == "put") {
    for (const json::Cursor field : good(root.get("fields"))) {
      edit.writes.push_back({Write::Op::kSet, kind, id, std::string(field.key()), canonical(field)});
    }
  } else if (op == "set") {
    edit.writes.push_back({Write::Op::kSet, kind, id, text("field"), canonical(good(root.get("value")))});
  } else if (op == "see") {
    edit.writes.push_back(
        {Write::Op::kEvent, kind, id, "support", "{\"key\":" + merge::text_value(text("key")) + ",\"sees\":true}"});
  } else {
    edit.writes.push_back({Write::Op::kDelete, kind, id, "", ""});
  }
  return edit;
}

std::vector<Edit> read_edits(const std::string& file) {
  const std::string text = read_file(file);
  std::vector<Edit> edits;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    edits.push_back(read_edit(std::string_view(text).substr(at, end - at)));
    at = end + 1;
  }
  return edits;
}

/// Random bits, the same in every run.
merge::ActorId actor_of_device(std::int64_t device) {
  const Hash256 hash = sha256("device " + std::to_string(device));
  merge::ActorId actor;
  std::copy_n(hash.begin(), actor.bytes.size(), actor.bytes.begin());
  return actor;
}

void play(Document& document, const std::vector<Edit>& edits, std::int64_t device) {
  merge::Pen pen{{0, 0, actor_of_device(device)}};
  bool fresh = true;
  for (const Edit& edit : edits) {
    if (edit.device != device) continue;
    if (std::exchange(fresh, false)) pen = good(merge::start_pen(pen.clock.actor, document, edit.time_ms));
    good(merge::write_all(document, pen, edit.writes, edit.time_ms));
  }
}

/// What every device would hand over.
struct Files {
  std::vector<std::string> plain;
  std::vector<std::string> packed;  // with gzip
};

std::string packed(const Document& document) { return formats::gzip(formats::write_as_tables(document)); }

Files files_of(const std::vector<Edit>& edits) {
  Document base;
  base.id = "wijk";
  play(base, edits, 0);
  std::int64_t last = 0;
  for (const Edit& edit : edits) last = std::max(last, edit.device);
  Files files;
  for (std::int64_t device = 1; device <= last; ++device) {
    Document own = base;
    play(own, edits, device);
    files.plain.push_back(formats::write_merged(own));
    files.packed.push_back(packed(own));
  }
  return files;
}

Document merged(const std::vector<std::string>& files) {
  Document all = good(formats::read_merged(files.front()));
  good(formats::merge_merged(all, std::vector<std::string_view>(files.begin() + 1, files.end())));
  return all;
}

Document merged_packed(const std::vector<std::string>& files) {
  std::vector<std::string> texts;
  for (const std::string& file : files) texts.push_back(good(formats::gunzip(file, 512 * json::kMiB)));
  return merged(texts);
}

/// The same records over and over under other ids and dots, until the file is as large as that.
Document repeated(const Document& once, std::size_t times) {
  static constexpr std::string_view kLetters = "0123456789abcdefghjkmnpqrstvwxyz";
  Document out = once;
  out.records.clear();
  const merge::Seq most = *std::max_element(once.seen.begin(), once.seen.end());
  for (merge::Seq& seen : out.seen) seen = most * times;
  for (const merge::Record& record : once.records) {
    const bool alone = once.kinds[record.kind] != "signal";
    for (std::size_t n = 0; n < (alone ? 1 : times); ++n) {
      merge::Record& copy = out.records.emplace_back(record);
      if (alone) continue;
      copy.id.back() = kLetters[n % kLetters.size()];
      copy.id[copy.id.size() - 2] = kLetters[n / kLetters.size()];
      for (merge::Held& held : copy.held) held.seq += most * n;
    }
  }
  if (!merge::well_formed(out)) stop(Error(ErrorCode::kNotAllowed, "error.bad_stamp"));
  return out;
}

}  // namespace

void large(const std::string& edits_file, std::size_t megabytes, const std::string& out) {
  Document base;
  base.id = "wijk";
  play(base, read_edits(edits_file), 0);
  const std::size_t once = formats::write_merged(base).size();
  std::ofstream(out, std::ios::binary) << formats::write_merged(repeated(base, megabytes * 1'000'000 / once + 1));
}

void opening(const std::string& file, int runs) {
  const std::string bytes = read_file(file);
  std::size_t signals = 0;
  std::size_t records = 0;
  const Times reading = measure(runs, [&] { records = good(formats::read_merged(bytes)).records.size(); });
  const Times both = measure(
      runs, [&] { signals = good(formats::dossier_of(good(formats::read_merged(bytes)))).dossier.signals.size(); });
  Line("open.read").times(reading).count("bytes", bytes.size()).count("records", records);
  Line("open.show").times(both).count("signals", signals);
}

void merging(const std::string& edits_file, const std::string& out, int runs) {
  const Files files = files_of(read_edits(edits_file));
  Document all;
  const Times reading = measure(runs, [&] { all = Document(); }, [&] { all = merged(files.plain); });
  formats::DossierView view;
  // What an earlier run made is given back outside the time, as with the peers.
  const Times showing =
      measure(runs, [&] { view = formats::DossierView(); }, [&] { view = good(formats::dossier_of(all)); });
  std::string bytes;
  const Times writing = measure(runs, [&] { bytes = std::string(); }, [&] { bytes = formats::write_merged(all); });
  Document same;
  const Times unpacking = measure(runs, [&] { same = Document(); }, [&] { same = merged_packed(files.packed); });
  std::string small;
  const Times packing = measure(runs, [&] { small = packed(all); });
  if (formats::write_merged(same) != bytes) stop(Error(ErrorCode::kDamaged, "error.bad_tables"));
  std::uint64_t given = 0;
  for (const std::string& file : files.plain) given += file.size();
  Line("merge.join").times(reading).count("files", files.plain.size()).count("bytes", given);
  Line("merge.show").times(showing).count("signals", view.dossier.signals.size());
  Line("merge.write").times(writing).count("bytes", bytes.size());
  Line("merge.join_packed").times(unpacking);
  Line("merge.write_packed").times(packing).count("bytes", small.size());
  if (out.empty()) return;
  std::ofstream(out + "/ours.json", std::ios::binary) << bytes;
  std::ofstream(out + "/ours.json.gz", std::ios::binary) << small;
  std::ofstream(out + "/ours-1.json", std::ios::binary) << files.plain.front();
  std::ofstream(out + "/ours-1.json.gz", std::ios::binary) << files.packed.front();
  std::ofstream(out + "/ours-shown.json", std::ios::binary) << formats::write_dossier(view.dossier);
}

}  // namespace stoepkrijt::bench
