// redact: a part of a dossier, or one with what is personal taken out.
#include <string>
#include <utility>

#include "base/json_writer.hpp"
#include "base/sha256.hpp"
#include "cli/dossiers.hpp"
#include "cli/words.hpp"
#include "formats/merged/merged.hpp"
#include "formats/records/extract.hpp"
#include "schouw/privacy.hpp"

namespace stoepkrijt::cli {

namespace {

formats::Extract wanted(const Options& options) {
  using formats::Redaction;
  formats::Extract out;
  for (const std::string_view word : options.keep) {
    if (word == "words") out.redaction.keep |= Redaction::kKeepWords;
    if (word == "times") out.redaction.keep |= Redaction::kKeepTimes;
    if (word == "support") out.redaction.keep |= Redaction::kKeepSupport;
    if (word == "tracks") out.redaction.keep |= Redaction::kKeepTracks;
    if (word == "all") out.redacts = false;
  }
  for (const std::string_view kind : options.only) out.only.emplace_back(kind);
  out.buurt = options.buurt;
  out.round = options.round;
  out.redaction.grid_m = options.grid_m;
  return out;
}

/// Warns of texts that stay and seem to hold personal data; answers in how many records.
std::size_t warn_of_personal(Session& session, const merge::Document& document) {
  std::size_t out = 0;
  for (const merge::Record& record : document.records) {
    for (const merge::Held& held : record.held) {
      const std::string_view value = record.value(held);
      if (!value.starts_with('"') && !value.starts_with('{')) continue;
      if (schouw::look_for_personal_data(value) == schouw::PersonalData::kNone) continue;
      ++out;
      session.warn(session.tr(
          "cli.personal",
          {{"kind", document.kinds[record.kind]}, {"id", record.id}, {"field", document.fields[held.field].name}}));
      break;
    }
  }
  return out;
}

}  // namespace

Answer run_redact(const Options& options, const Surroundings& surroundings) {
  Session session(options, surroundings);
  const Result<DossierFile> loaded = load_dossier(session, options.file);
  if (!loaded) return session.failed();
  const Result<formats::Extracted> out = formats::extract(*loaded->dossier, wanted(options));
  if (!out) {
    session.tell(out.error(), options.file);
    return session.failed();
  }
  for (const formats::NotShown& record : out->not_shown) {
    const std::string why = words_for(record.why, session.language());
    session.warn(session.tr("cli.not_shown", {{"kind", record.kind}, {"id", record.id}, {"why", why}}));
  }
  const std::size_t personal = warn_of_personal(session, out->document);
  const std::string bytes = formats::write_merged(out->document);
  if (options.output == "-") return session.done(bytes);
  const Result<std::size_t> written = write_output(session, bytes, out->document);
  if (!written) return session.failed();
  const std::size_t records = out->document.records.size();
  if (!options.json) {
    return session.done(session.tr("cli.redacted", {{"file", options.output}, {"records", std::to_string(records)}}) +
                        "\n");
  }
  json::Writer json;
  json.begin_object();
  json.key("bytes");
  json.integer(number(*written));
  json.key("not_shown");
  json.integer(number(out->not_shown.size()));
  json.key("output");
  json.string(options.output);
  json.key("personal");
  json.integer(number(personal));
  json.key("records");
  json.integer(number(records));
  json.key("state");
  json.string(to_hex(sha256(bytes)));
  json.end_object();
  return session.done(json.take() + "\n");
}

}  // namespace stoepkrijt::cli
