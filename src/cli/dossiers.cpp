// Reading and writing dossiers, and merge and delta.
#include "cli/dossiers.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/json_writer.hpp"
#include "base/sha256.hpp"
#include "cli/words.hpp"
#include "formats/delta/delta.hpp"
#include "formats/dossier/dossier.hpp"
#include "formats/gzip/gzip.hpp"
#include "formats/mapfile/map_member.hpp"
#include "formats/records/photo_names.hpp"
#include "formats/records/records.hpp"
#include "merge/merge.hpp"

namespace stoepkrijt::cli {

namespace {

using merge::Delta;
using merge::Document;

void take_photos(const formats::PhotosSplit& split, DossierFile& out) {
  formats::each_photo(split, [&](std::string_view name, Result<std::string> jpeg) {
    if (jpeg) {
      out.photos.emplace(name, std::make_shared<const std::string>(std::move(jpeg).value()));
    } else {
      out.wrong_photos.push_back(std::move(jpeg).error());
    }
  });
}

Result<DossierFile> read(std::string_view whole) {
  DossierFile out;
  const formats::PhotosSplit split = formats::split_photos(whole);
  const formats::MemberSplit map = formats::split_map(split.document());
  // How reporters can be reached is not for other programs: it is not read, and so in nothing that is written.
  const formats::MemberSplit contacts = formats::split_member(map.document(), "contacts");
  const std::string_view text = contacts.document();
  Result<Document> document = formats::read_merged(text);
  if (document) {
    take_photos(split, out);
    out.dossier = std::move(document).value();
    out.version = formats::kMergedVersion;
    return out;
  }
  if (document.error().key == "error.older_version") {
    SK_TRY(plain, formats::read_dossier(text));
    take_photos(split, out);
    out.dossier = formats::migrated(plain);
    out.version = formats::kDossierVersion;
    return out;
  }
  if (document.error().key != "error.wrong_format") return fail(document.error());
  Result<Delta> change = formats::read_delta(text);
  // Neither of both: what is said is said of a dossier.
  if (!change && change.error().key == "error.wrong_format") return fail(document.error());
  if (!change) return fail(change.error());
  out.change = std::move(change).value();
  out.version = formats::kDeltaVersion;
  return out;
}

Result<DossierFile> unpacked(std::string bytes, std::size_t most) {
  if (!formats::is_gzip(bytes)) return read(bytes);
  SK_TRY(text, formats::gunzip(bytes, most));
  bytes = std::string();  // the packed ones are not needed any more
  return read(text);
}

/// The files of a merge: whole ones are merged as they come, one at a time; changes wait until all of those are there.
class Merging {
 public:
  Merging(Session& session, const Options& options) : session_(session), options_(options) {}

  Result<void> run() {
    Progress progress(session_.surroundings(), options_.progress, "stoepkrijt: " + session_.tr("cli.merging"));
    std::vector<std::string_view> files{options_.file};
    files.insert(files.end(), options_.more_files.begin(), options_.more_files.end());
    for (std::size_t i = 0; i < files.size(); ++i) {
      progress.on_progress(i, files.size());
      SK_TRY_VOID(take(files[i]));
    }
    progress.on_progress(files.size(), files.size());
    if (!all_) return refuse(Error(ErrorCode::kNotAllowed, "error.delta_alone"), options_.file);
    return apply_changes();
  }

  [[nodiscard]] const Document& result() const { return *all_; }
  [[nodiscard]] std::size_t in_doubt() const { return in_doubt_; }
  /// Of all files, those that a signal of the result names.
  [[nodiscard]] formats::PhotoBytes photos() const {
    std::set<std::string> named;
    formats::add_photo_names(*all_, false, named);
    formats::PhotoBytes out;
    for (const auto& [name, jpeg] : photos_) {
      if (named.contains(name)) out.emplace(name, jpeg);
    }
    return out;
  }

 private:
  struct Change {
    std::string bytes;  // canonical: changes are applied in their order, whatever that of the files is
    std::string_view file;
    Delta delta;
  };

  Unexpected refuse(const Error& error, std::string_view file) {
    session_.tell(error, file);
    return fail(error);
  }

  Result<void> take(std::string_view file) {
    SK_TRY(next, load_any(session_, file));
    if (next.change) {
      changes_.push_back({formats::write_delta(*next.change), file, std::move(*next.change)});
      return {};
    }
    known_.push_back(vector_of(*next.dossier));
    photos_.merge(next.photos);
    if (!all_) {
      all_ = std::move(next.dossier);
      // A partial or redacted export is refused also when it stands alone.
      if (!all_->mergeable) return refuse(Error(ErrorCode::kNotAllowed, "error.not_mergeable"), file);
      return {};
    }
    if (const Result<void> done = merge::merge(*all_, std::move(*next.dossier)); !done) {
      return refuse(done.error(), file);
    }
    return {};
  }

  Result<void> apply_changes() {
    std::sort(changes_.begin(), changes_.end(), [](const Change& a, const Change& b) { return a.bytes < b.bytes; });
    // One may build on another: again and again, until none can be applied any more.
    for (bool any = true; any;) {
      any = false;
      for (auto change = changes_.begin(); change != changes_.end();) {
        const Result<merge::Applied> done = merge::apply(*all_, change->delta, known_);
        if (!done && done.error().key != "error.delta_gap") return refuse(done.error(), change->file);
        if (!done) {
          ++change;
          continue;
        }
        in_doubt_ += done->in_doubt;
        remember(change->delta);
        change = changes_.erase(change);
        any = true;
      }
    }
    if (changes_.empty()) return {};
    return refuse(Error(ErrorCode::kNotAllowed, "error.delta_gap"), changes_.front().file);
  }

  /// The next change of its writer may build on this one.
  void remember(const Delta& change) {
    for (std::size_t i = 0; i < known_.size(); ++i) {
      if (merge::digest_of(known_[i]) != change.since) continue;
      known_.push_back(merge::writer_vector(change, known_[i]));
      return;
    }
  }

  Session& session_;
  const Options& options_;
  std::optional<Document> all_;
  std::vector<merge::VersionVector> known_;  // of every whole file: what changes may build on
  std::vector<Change> changes_;
  formats::PhotoBytes photos_;
  std::size_t in_doubt_ = 0;
};

std::string merge_json(const Options& options, const Merging& merging, std::string_view state, std::size_t bytes) {
  json::Writer json;
  json.begin_object();
  json.key("bytes");
  json.integer(number(bytes));
  json.key("conflicts");
  json.integer(number(open_conflicts(merge::conflicts(merging.result()))));
  json.key("files");
  json.integer(number(options.more_files.size() + 1));
  json.key("in_doubt");
  json.integer(number(merging.in_doubt()));
  json.key("output");
  json.string(options.output);
  json.key("records");
  json.integer(number(merging.result().records.size()));
  json.key("state");
  json.string(state);
  json.end_object();
  return json.take() + "\n";
}

}  // namespace

Result<DossierFile> load_any(Session& session, std::string_view file) {
  SK_TRY(bytes, session.read_file(file));
  Result<DossierFile> out = unpacked(std::move(bytes), session.surroundings().most_unpacked);
  if (!out) session.tell(out.error(), file);
  if (out) {
    for (const Error& wrong : out->wrong_photos) session.warn(words_for(wrong, session.language()));
  }
  return out;
}

Result<DossierFile> load_dossier(Session& session, std::string_view file) {
  SK_TRY(out, load_any(session, file));
  if (out.dossier) return out;
  const Error error(ErrorCode::kNotAllowed, "error.delta_alone");
  session.tell(error, file);
  return fail(error);
}

namespace {

bool packs(const Session& session) { return session.options().output.ends_with(".gz"); }

Result<std::size_t> write_bytes(Session& session, std::string_view bytes) {
  const std::string_view file = session.options().output;
  if (const Result<void> written = session.surroundings().write_file(file, bytes); !written) {
    session.tell(written.error(), file);
    return fail(written.error());
  }
  return bytes.size();
}

}  // namespace

Result<std::size_t> write_output(Session& session, std::string_view bytes) {
  return packs(session) ? write_bytes(session, formats::gzip(bytes)) : write_bytes(session, bytes);
}

Result<std::size_t> write_output(Session& session, std::string_view bytes, const merge::Document& document) {
  if (!packs(session)) return write_bytes(session, bytes);
  return write_bytes(session, formats::gzip(formats::write_as_tables(document)));
}

std::size_t open_conflicts(const std::vector<merge::Conflict>& conflicts) {
  std::size_t out = 0;
  for (const merge::Conflict& conflict : conflicts) out += conflict.agree ? 0U : 1U;
  return out;
}

Answer run_merge(const Options& options, const Surroundings& surroundings) {
  Session session(options, surroundings);
  Merging merging(session, options);
  if (!merging.run()) return session.failed();
  if (merging.in_doubt() > 0) session.warn(session.count("cli.in_doubt", merging.in_doubt()));
  const std::string document = formats::write_merged(merging.result());
  const std::string bytes = formats::with_photos(document, merging.photos());
  if (options.output == "-") return session.done(bytes);
  const Result<std::size_t> written = write_output(session, bytes, merging.result());
  if (!written) return session.failed();
  if (options.json) return session.done(merge_json(options, merging, to_hex(sha256(document)), *written));
  const std::string conflicts = session.count("cli.conflicts", open_conflicts(merge::conflicts(merging.result())));
  return session.done(session.tr("cli.merged", {{"file", options.output},
                                                {"files", std::to_string(options.more_files.size() + 1)},
                                                {"records", std::to_string(merging.result().records.size())},
                                                {"conflicts", conflicts}}) +
                      "\n");
}

Answer run_delta(const Options& options, const Surroundings& surroundings) {
  Session session(options, surroundings);
  const Result<DossierFile> older = load_dossier(session, options.since);
  if (!older) return session.failed();
  const Result<DossierFile> now = load_dossier(session, options.file);
  if (!now) return session.failed();
  Result<Delta> change = merge::delta(*now->dossier, vector_of(*older->dossier));
  if (change && now->dossier->id != older->dossier->id) change = fail(ErrorCode::kNotAllowed, "error.other_dossier");
  if (!change) {
    session.tell(change.error(), options.file);
    return session.failed();
  }
  const std::string bytes = formats::write_delta(*change);
  if (options.output == "-") return session.done(bytes);
  const Result<std::size_t> written = write_output(session, bytes);
  if (!written) return session.failed();
  if (!options.json) {
    return session.done(session.tr("cli.delta_written", {{"file", options.output},
                                                         {"records", std::to_string(change->part.records.size())},
                                                         {"bytes", std::to_string(*written)}}) +
                        "\n");
  }
  json::Writer json;
  json.begin_object();
  json.key("actors");
  json.integer(number(change->part.actors.size()));
  json.key("bytes");
  json.integer(number(*written));
  json.key("output");
  json.string(options.output);
  json.key("records");
  json.integer(number(change->part.records.size()));
  json.key("since");
  json.string(change->since);
  json.end_object();
  return session.done(json.take() + "\n");
}

}  // namespace stoepkrijt::cli
