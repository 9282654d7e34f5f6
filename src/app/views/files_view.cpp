#include "app/views/files_view.hpp"

#include "app/planning.hpp"
#include "app/record_words.hpp"
#include "app/reports.hpp"
#include "app/views/change_words.hpp"
#include "app/views/round_words.hpp"
#include "app/views/schouw_words.hpp"
#include "model/date.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::uint64_t kMegabyte = 1'000'000;

void add_open(FilesView& v, const State& state, const Lang& lang) {
  const model::Dossier& d = *state.dossier;
  v.dossier_title = d.title;
  v.dossier_words = lang.tr(state.example ? "files.is_example" : "files.is_own");
  v.contents =
      lang.tr("files.contents", {{"signals", lang.count("map.signals", static_cast<std::int64_t>(d.signals.size()))},
                                 {"walks", lang.count("files.walks", static_cast<std::int64_t>(d.walks.size()))},
                                 {"rounds", lang.count("files.rounds", static_cast<std::int64_t>(d.rounds.size()))}});
  if (!state.book.document->mergeable) v.read_only = lang.tr("files.read_only");
  if (state.book.conflicts > 0) {
    v.conflicts = lang.count("files.conflicts", static_cast<std::int64_t>(state.book.conflicts));
  }
  v.exchange = lang.tr("files.exchange");
  v.history = lang.tr("files.history");
}

void add_storage(FilesView& v, const State& state, const Lang& lang) {
  const platform::StorageState& storage = state.device.storage;
  v.saved = save_words(state, lang);
  v.saved_well = state.saving.state != SaveState::kFailed && state.saving.state != SaveState::kNoStorage;
  if (state.saving.state == SaveState::kFailed) v.try_save = lang.tr("files.try_save");
  if (!v.saved_well) {
    v.storage_words = lang.tr("files.storage_none");
  } else if (storage.persisted) {
    v.storage_words = lang.tr("files.storage_persisted");
  } else {
    v.storage_words = lang.tr("files.storage_not_persisted");
    v.persist_button = lang.tr("files.persist");
  }
  v.ios_words = lang.tr("files.ios");
  if (!state.photos.kept.empty()) {
    v.photos_words = lang.count("files.photos_kept", static_cast<std::int64_t>(state.photos.kept.size()),
                                {{"size", size_words(lang, bytes_kept(state.photos))}});
  }
  if (storage.quota_bytes == 0) return;
  const std::uint64_t left = storage.quota_bytes > storage.used_bytes ? storage.quota_bytes - storage.used_bytes : 0;
  v.room_words =
      lang.tr("files.room", {{"used", size_words(lang, storage.used_bytes)}, {"left", size_words(lang, left)}});
  if (storage.used_bytes / 4 >= storage.quota_bytes / 5) v.room_warning = lang.tr("files.room_warning");
}

void add_photos_out(FilesView& v, const State& state, const Lang& lang) {
  const PhotosOut out = photos_out(state);
  if (out.here == 0) return;
  v.photos = lang.tr("files.photos_along");
  v.photos_small = lang.tr("files.photos_sizes", {{"with", size_words(lang, state.photos.document_bytes + out.bytes)},
                                                  {"without", size_words(lang, state.photos.document_bytes)}});
  if (out.missing > 0) {
    v.photos_small += " " + lang.count("files.photos_missing", static_cast<std::int64_t>(out.missing));
  }
}

void add_out_and_in(FilesView& v, const State& state, const Lang& lang) {
  v.export_title = lang.tr("files.export_title");
  v.export_words = lang.tr("files.export_words");
  v.export_button = lang.tr("files.export");
  v.gzip = lang.tr("files.gzip");
  v.gzip_small = lang.tr("files.gzip_small");
  v.gzip_on = state.settings.export_gzip;
  v.pretty = lang.tr("files.pretty");
  v.pretty_small = lang.tr("files.pretty_small");
  v.pretty_on = state.settings.export_pretty;
  v.photos_on = state.settings.export_photos;
  add_photos_out(v, state, lang);
  v.import_title = lang.tr("files.import_title");
  v.import_words = lang.tr("files.import_words");
  v.import_button = lang.tr("files.import");
}

void add_privacy(FilesView& v, const State& state, const Lang& lang) {
  if (state.contacts != nullptr) {
    v.contacts = lang.count("files.contacts", static_cast<std::int64_t>(state.contacts->size()));
    v.contacts_small = lang.tr("files.contacts_small");
    v.contacts_on = state.contacts_leave;
  }
  const std::string last = last_day(*state.dossier);
  if (last.empty()) return;
  constexpr std::int64_t kStep = 91;  // days: a season
  v.keep_title = lang.tr("files.keep_title");
  v.keep_words = lang.tr(state.dossier->delete_by.empty() ? "files.keep_words_default" : "files.keep_words");
  v.keep_day = lang.day_and_year(last);
  v.keep_less = lang.tr("files.keep_less");
  v.keep_more = lang.tr("files.keep_more");
  v.keep_before = model::moved(last, -kStep);
  v.keep_after = model::moved(last, kStep);
  if (state.book.kept && iso_day(state.device.now_ms, state.device.offset_minutes) > last)
    v.keep_past = lang.tr("files.keep_past");
}

void add_others(FilesView& v, const State& state, const Lang& lang) {
  for (const ShelfItem& item : state.shelf) {
    if (item.slug == state.slug) continue;
    FilesView::Other other;
    other.slug = item.slug;
    other.damaged = item.damaged;
    other.title = item.title.empty() ? lang.tr("files.other_untitled") : cut(item.title);
    if (item.damaged) {
      other.words = lang.tr("files.other_damaged");
    } else {
      other.words = lang.tr("files.other_words", {{"signals", lang.count("map.signals", item.signals)},
                                                  {"when", when_words(state, lang, item.changed_ms)}});
      other.open = lang.tr("files.other_open");
      other.open_name = lang.tr("files.other_open_name", {{"title", other.title}});
    }
    other.remove = lang.tr("files.other_remove");
    other.remove_name = lang.tr("files.other_remove_name", {{"title", other.title}});
    v.others.push_back(std::move(other));
  }
  if (v.others.empty()) return;
  v.others_title = lang.tr("files.others_title");
  v.others_words = lang.tr("files.others_words");
}

void add_signals(FilesView& v, const State& state, const Lang& lang) {
  if (state.dossier->signals.empty()) return;
  v.signals_title = lang.tr("files.signals_title");
  v.signals_words = lang.tr("files.signals_words");
  const std::size_t personal = count_personal(state.dossier->signals);
  if (personal > 0) v.signals_warning = lang.count("files.signals_personal", static_cast<std::int64_t>(personal));
  for (const auto& [format, key] :
       {std::pair{ReportFormat::kCsv, "csv"}, std::pair{ReportFormat::kGeoJson, "geojson"},
        std::pair{ReportFormat::kSignalen, "signalen"}, std::pair{ReportFormat::kOpen311, "open311"}}) {
    const std::string start = std::string("files.signals_") + key;
    v.signals.push_back({format, lang.tr(start), lang.tr(start + "_words")});
  }
}

}  // namespace

std::string size_words(const Lang& lang, std::uint64_t bytes) {
  if (bytes < kMegabyte) return lang.tr("size.little");
  if (bytes < 1000 * kMegabyte) {
    return lang.tr("size.mb", {{"n", lang.number(static_cast<std::int64_t>(bytes / kMegabyte))}});
  }
  const auto tenths = static_cast<std::int64_t>(bytes / (100 * kMegabyte));
  return lang.tr("size.gb", {{"n", tenths < 100 ? lang.tenths(tenths) : lang.number(tenths / 10)}});
}

FilesView make_files_view(const State& state, const Lang& lang) {
  FilesView v;
  v.own_map = lang.tr("more.own_map");
  add_open(v, state, lang);
  add_storage(v, state, lang);
  add_out_and_in(v, state, lang);
  add_privacy(v, state, lang);
  add_others(v, state, lang);
  add_signals(v, state, lang);
  v.ballots_title = lang.tr("files.ballots_title");
  v.ballots_words = lang.count("files.ballots_words", state.urn->total());
  v.ballots_button = lang.tr("files.ballots");
  v.aside_title = lang.tr("files.aside_title");
  v.aside_words = lang.tr("files.aside_words");
  v.aside_button = lang.tr("files.aside");
  v.wipe_title = lang.tr("files.wipe_title");
  v.wipe_words = lang.tr("files.wipe_words");
  v.wipe_button = lang.tr("files.wipe");
  if (!state.example || state.map_files != nullptr || !state.undo.empty()) {
    v.example_button = lang.tr("files.example");
  }
  v.page = make_page(state, lang, lang.tr("screen.bestanden"),
                     v.dossier_title + ". " + v.contents + ". " + v.saved + ". " + v.storage_words);
  return v;
}

}  // namespace stoepkrijt::app
