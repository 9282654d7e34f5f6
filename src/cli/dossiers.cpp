// merge, diff and validate: what can be done with dossiers without the app.
#include <string>
#include <utility>
#include <vector>

#include "base/json_writer.hpp"
#include "cli/session.hpp"
#include "cli/words.hpp"
#include "formats/dossier/dossier.hpp"
#include "formats/records/records.hpp"
#include "merge/conflicts.hpp"
#include "merge/diff.hpp"
#include "merge/merge.hpp"

namespace stoepkrijt::cli {

namespace {

using merge::Document;
using merge::RecordChange;

struct Dossier {
  Document document;
  std::int64_t version = formats::kMergedVersion;  // of the file
  std::string state;                               // SHA-256 of its canonical bytes in that version
};

/// A dossier of either version; faults are told.
Result<Dossier> load(Session& session, std::string_view file) {
  SK_TRY(bytes, session.read_file(file));
  Result<Document> document = formats::read_merged(bytes);
  if (document) {
    std::string state = formats::state_name(*document);
    return Dossier{std::move(document).value(), formats::kMergedVersion, std::move(state)};
  }
  if (document.error().key != "error.older_version") {
    session.tell(document.error(), file);
    return fail(document.error());
  }
  Result<model::Dossier> plain = formats::read_dossier(bytes);
  if (!plain) {
    session.tell(plain.error(), file);
    return fail(plain.error());
  }
  return Dossier{formats::migrated(*plain), formats::kDossierVersion, formats::state_hash(*plain)};
}

/// Those in which there is something to choose.
std::size_t open_conflicts(const std::vector<merge::Conflict>& conflicts) {
  std::size_t out = 0;
  for (const merge::Conflict& conflict : conflicts) out += conflict.agree ? 0U : 1U;
  return out;
}

std::int64_t number(std::size_t n) { return static_cast<std::int64_t>(n); }

std::string merge_json(const Options& options, const Document& document, std::size_t bytes) {
  json::Writer json;
  json.begin_object();
  json.key("bytes");
  json.integer(number(bytes));
  json.key("conflicts");
  json.integer(number(open_conflicts(merge::conflicts(document))));
  json.key("files");
  json.integer(number(options.more_files.size() + 1));
  json.key("output");
  json.string(options.output);
  json.key("records");
  json.integer(number(document.records.size()));
  json.key("state");
  json.string(formats::state_name(document));
  json.end_object();
  return json.take() + "\n";
}

void write_values(json::Writer& json, std::string_view key, const std::vector<std::string_view>& values) {
  json.key(key);
  json.begin_array();
  for (const std::string_view value : values) json.raw(value);
  json.end_array();
}

void write_changes(json::Writer& json, std::string_view key, const merge::Diff& diff, RecordChange::What what) {
  json.key(key);
  json.begin_array();
  for (const RecordChange& change : diff.records) {
    if (change.what != what) continue;
    json.begin_object();
    json.key("fields");
    json.begin_array();
    for (const merge::FieldChange& field : change.fields) {
      json.begin_object();
      write_values(json, "after", field.after);
      write_values(json, "before", field.before);
      json.key("name");
      json.string(field.name);
      json.end_object();
    }
    json.end_array();
    json.key("id");
    json.string(change.id);
    json.key("kind");
    json.string(change.kind);
    json.end_object();
  }
  json.end_array();
}

std::string diff_json(const merge::Diff& diff) {
  json::Writer json;
  json.begin_object();
  write_changes(json, "added", diff, RecordChange::What::kAdded);
  write_changes(json, "changed", diff, RecordChange::What::kChanged);
  json.key("conflicts");
  json.begin_array();
  for (const merge::Conflict& conflict : diff.new_conflicts) {
    if (conflict.agree) continue;
    std::vector<std::string_view> values;
    for (const merge::Content& content : conflict.values) values.push_back(content.value);
    json.begin_object();
    json.key("field");
    json.string(conflict.field);
    json.key("id");
    json.string(conflict.record->id);
    json.key("kind");
    json.string(conflict.kind);
    write_values(json, "values", values);
    json.end_object();
  }
  json.end_array();
  write_changes(json, "removed", diff, RecordChange::What::kRemoved);
  json.end_object();
  return json.take() + "\n";
}

std::string diff_text(const Session& session, const merge::Diff& diff) {
  std::string out;
  for (const RecordChange& change : diff.records) {
    const bool changed = change.what == RecordChange::What::kChanged;
    const std::string what = session.tr(change.what == RecordChange::What::kAdded ? "cli.added"
                                        : changed                                 ? "cli.changed"
                                                                                  : "cli.removed");
    out += what + ": " + std::string(change.kind) + " " + std::string(change.id);
    for (std::size_t i = 0; changed && i < change.fields.size(); ++i) {
      out += (i == 0 ? ": " : ", ") + std::string(change.fields[i].name);
    }
    out += "\n";
  }
  for (const merge::Conflict& conflict : diff.new_conflicts) {
    if (conflict.agree) continue;
    out += session.tr("cli.conflict") + ": " + std::string(conflict.kind) + " " + conflict.record->id;
    if (!conflict.field.empty()) out += ": " + std::string(conflict.field);
    out += "\n";
  }
  return out +
         session.tr("cli.diff_sum", {{"added", std::to_string(diff.added)},
                                     {"changed", std::to_string(diff.changed)},
                                     {"removed", std::to_string(diff.removed)}}) +
         "\n";
}

/// Warns of what is odd; answers how many changes share their dot with another.
std::size_t warn_of(Session& session, const Document& document, const formats::DossierView& view) {
  std::size_t same_dot = 0;
  for (const merge::Warning& warning : merge::warnings(document, merge::kLastWallMs)) {
    if (warning.what != merge::Warning::What::kSameDot) continue;
    ++same_dot;
    session.warn(session.tr("cli.same_dot", {{"kind", warning.kind}, {"id", warning.record->id}}));
  }
  for (const formats::NotShown& record : view.not_shown) {
    const std::string why = words_for(record.why, session.language());
    session.warn(session.tr("cli.not_shown", {{"kind", record.kind}, {"id", record.id}, {"why", why}}));
  }
  if (!document.mergeable) session.warn(session.tr("cli.not_mergeable"));
  return same_dot;
}

}  // namespace

Answer run_merge(const Options& options, const Surroundings& surroundings) {
  Session session(options, surroundings);
  Result<Dossier> all = load(session, options.file);
  if (!all) return session.failed();
  // One file at a time: never more in memory than what is merged and what comes in.
  for (const std::string_view file : options.more_files) {
    Result<Dossier> next = load(session, file);
    if (!next) return session.failed();
    if (const Result<void> done = merge::merge(all->document, std::move(next->document)); !done) {
      session.tell(done.error(), file);
      return session.failed();
    }
  }
  const std::string bytes = formats::write_merged(all->document);
  if (options.output == "-") return session.done(bytes);
  if (const Result<void> written = surroundings.write_file(options.output, bytes); !written) {
    session.tell(written.error(), options.output);
    return session.failed();
  }
  if (options.json) return session.done(merge_json(options, all->document, bytes.size()));
  const std::string conflicts = session.count("cli.conflicts", open_conflicts(merge::conflicts(all->document)));
  return session.done(session.tr("cli.merged", {{"file", options.output},
                                                {"files", std::to_string(options.more_files.size() + 1)},
                                                {"records", std::to_string(all->document.records.size())},
                                                {"conflicts", conflicts}}) +
                      "\n");
}

Answer run_diff(const Options& options, const Surroundings& surroundings) {
  Session session(options, surroundings);
  const Result<Dossier> before = load(session, options.file);
  if (!before) return session.failed();
  const Result<Dossier> after = load(session, options.more_files.front());
  if (!after) return session.failed();
  if (before->document.id != after->document.id) {
    session.tell(Error(ErrorCode::kNotAllowed, "error.other_dossier"), options.more_files.front());
    return session.failed();
  }
  const merge::Diff diff = merge::diff(before->document, after->document);
  const int exit_code = diff.records.empty() && open_conflicts(diff.new_conflicts) == 0 ? kDone : kDiffers;
  if (options.json) return session.done(diff_json(diff), exit_code);
  if (exit_code == kDone) return session.done(session.tr("cli.no_difference") + "\n");
  return session.done(diff_text(session, diff), exit_code);
}

Answer run_validate(const Options& options, const Surroundings& surroundings) {
  Session session(options, surroundings);
  const Result<Dossier> loaded = load(session, options.file);
  if (!loaded) return session.failed();
  const Document& document = loaded->document;
  const Result<formats::DossierView> view = formats::dossier_of(document);
  if (!view) {
    session.tell(view.error(), options.file);
    return session.failed();
  }
  const std::size_t same_dot = warn_of(session, document, *view);
  const std::size_t conflicts = open_conflicts(merge::conflicts(document));
  if (!options.json) {
    return session.done(session.tr("cli.sound", {{"version", std::to_string(loaded->version)},
                                                 {"records", std::to_string(document.records.size())},
                                                 {"conflicts", session.count("cli.conflicts", conflicts)}}) +
                        "\n");
  }
  json::Writer json;
  json.begin_object();
  json.key("conflicts");
  json.integer(number(conflicts));
  json.key("mergeable");
  json.boolean(document.mergeable);
  json.key("not_shown");
  json.integer(number(view->not_shown.size()));
  json.key("records");
  json.integer(number(document.records.size()));
  json.key("same_dot");
  json.integer(number(same_dot));
  json.key("state");
  json.string(loaded->state);
  json.key("version");
  json.integer(loaded->version);
  json.end_object();
  return session.done(json.take() + "\n");
}

}  // namespace stoepkrijt::cli
