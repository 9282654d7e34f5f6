// diff and validate: what can be seen in dossiers without the app.
#include <string>
#include <utility>
#include <vector>

#include "base/json_writer.hpp"
#include "cli/dossiers.hpp"
#include "cli/words.hpp"
#include "formats/delta/delta.hpp"
#include "formats/dossier/dossier.hpp"
#include "formats/records/records.hpp"
#include "merge/diff.hpp"

namespace stoepkrijt::cli {

namespace {

using merge::Document;
using merge::RecordChange;

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

/// What a small change says of itself.
Answer validated(const Session& session, const merge::Delta& change) {
  if (!session.options().json) {
    return session.done(session.tr("cli.sound_delta", {{"records", std::to_string(change.part.records.size())}}) +
                        "\n");
  }
  json::Writer json;
  json.begin_object();
  json.key("actors");
  json.integer(number(change.part.actors.size()));
  json.key("format");
  json.string(formats::kDeltaFormat);
  json.key("records");
  json.integer(number(change.part.records.size()));
  json.key("since");
  json.string(change.since);
  json.key("version");
  json.integer(formats::kDeltaVersion);
  json.end_object();
  return session.done(json.take() + "\n");
}

/// Of the file itself: a dossier of version 1 is named by its own bytes.
std::string state_of(const DossierFile& file, const formats::DossierView& view) {
  return file.version == formats::kDossierVersion ? formats::state_hash(view.dossier)
                                                  : formats::state_name(*file.dossier);
}

}  // namespace

Answer run_diff(const Options& options, const Surroundings& surroundings) {
  Session session(options, surroundings);
  const std::string_view second = options.more_files.front();
  const Result<DossierFile> before = load_dossier(session, options.file);
  if (!before) return session.failed();
  Result<DossierFile> after = load_any(session, second);
  if (!after) return session.failed();
  if (after->change) {
    // What taking it in would change.
    after->dossier = before->dossier;
    const Result<merge::Applied> done = merge::apply(*after->dossier, std::move(*after->change));
    if (!done) {
      session.tell(done.error(), second);
      return session.failed();
    }
    if (done->in_doubt > 0) session.warn(session.count("cli.in_doubt", done->in_doubt));
  }
  if (before->dossier->id != after->dossier->id) {
    session.tell(Error(ErrorCode::kNotAllowed, "error.other_dossier"), second);
    return session.failed();
  }
  const merge::Diff diff = merge::diff(*before->dossier, *after->dossier);
  const int exit_code = diff.records.empty() && open_conflicts(diff.new_conflicts) == 0 ? kDone : kDiffers;
  if (options.json) return session.done(diff_json(diff), exit_code);
  if (exit_code == kDone) return session.done(session.tr("cli.no_difference") + "\n");
  return session.done(diff_text(session, diff), exit_code);
}

Answer run_validate(const Options& options, const Surroundings& surroundings) {
  Session session(options, surroundings);
  constexpr std::uint64_t kSteps = 3;
  Progress progress(surroundings, options.progress, "stoepkrijt: " + session.tr("cli.checking"));
  progress.on_progress(0, kSteps);
  const Result<DossierFile> loaded = load_any(session, options.file);
  if (!loaded) return session.failed();
  if (loaded->change) return validated(session, *loaded->change);
  const Document& document = *loaded->dossier;
  progress.on_progress(1, kSteps);
  const Result<formats::DossierView> view = formats::dossier_of(document);
  if (!view) {
    session.tell(view.error(), options.file);
    return session.failed();
  }
  progress.on_progress(2, kSteps);
  const std::size_t same_dot = warn_of(session, document, *view);
  const std::size_t conflicts = open_conflicts(merge::conflicts(document));
  progress.on_progress(kSteps, kSteps);
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
  json.key("format");
  json.string(formats::kMergedFormat);
  json.key("mergeable");
  json.boolean(document.mergeable);
  json.key("not_shown");
  json.integer(number(view->not_shown.size()));
  json.key("photos");
  json.integer(number(loaded->photos.size()));
  json.key("records");
  json.integer(number(document.records.size()));
  json.key("same_dot");
  json.integer(number(same_dot));
  json.key("state");
  json.string(state_of(*loaded, *view));
  json.key("version");
  json.integer(loaded->version);
  json.end_object();
  return session.done(json.take() + "\n");
}

}  // namespace stoepkrijt::cli
