// Files in and out, wiping, and going back to the example.
#include <utility>

#include "app/ballots.hpp"
#include "app/import_preview.hpp"
#include "app/keys.hpp"
#include "app/own_map.hpp"
#include "app/reducer.hpp"
#include "app/reports.hpp"
#include "app/schouw_rules.hpp"
#include "app/shelf.hpp"
#include "formats/gzip/gzip.hpp"
#include "formats/mapfile/map_member.hpp"
#include "formats/merged/merged.hpp"
#include "merge/write.hpp"

namespace stoepkrijt::app {

namespace {

/// A file name of lower-case ASCII letters and digits, so that it survives every stick and mail program.
std::string slug(std::string_view words) {
  std::string out;
  for (const char c : words) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool keep = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (keep) {
      out += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() ? "dossier" : out;
}

}  // namespace

void Reducer::on(const cmd::ExportDossier&) {
  if (s.photos.leaving) return;
  Photos::Leaving leaving;
  if (s.settings.export_photos) {
    for (std::string& name : names_of_signals(*s.dossier)) {
      if (s.photos.kept.contains(name)) leaving.wanted.push_back(std::move(name));
    }
  }
  for (const std::string& name : leaving.wanted) effects.emplace_back(platform::Load{photo_key(name)});
  const bool waits = !leaving.wanted.empty();
  s.photos.leaving = std::move(leaving);
  if (!waits) offer_dossier();
}

void Reducer::offer_dossier() {
  const Photos::Leaving leaving = *std::exchange(s.photos.leaving, std::nullopt);
  const json::Style style = s.settings.export_pretty ? json::Style::kPretty : json::Style::kCanonical;
  std::string name = "stoepkrijt-" + slug(s.dossier->title) + ".json";
  const bool tables = s.settings.export_gzip && !s.settings.export_pretty;
  std::string bytes =
      tables ? formats::write_as_tables(*s.book.document) : formats::write_merged(*s.book.document, style);
  if (s.contacts_leave && s.contacts != nullptr) {
    bytes = formats::with_member(std::move(bytes), "contacts", write_contacts(*s.contacts));
  }
  bytes = formats::with_photos(formats::with_map(std::move(bytes), map_file_of(s)), leaving.read);
  if (s.settings.export_gzip) {
    effects.emplace_back(platform::OfferFile{std::move(name) + ".gz", "application/gzip", formats::gzip(bytes)});
  } else {
    effects.emplace_back(platform::OfferFile{std::move(name), "application/json", std::move(bytes)});
  }
  s.contacts_leave = false;  // said for one file
  file_has_left();
  toast("toast.file_offered");
}

void Reducer::on(const cmd::ExportBallots&) {
  const model::Round* round = current_round(s);
  if (round == nullptr) return;
  auto pb = write_ballots(*round, *s.urn);
  if (!pb) {
    problem(std::move(pb).error());
    return;
  }
  effects.emplace_back(platform::OfferFile{"stemmen.pb", "text/plain", std::move(pb).value()});
  toast("toast.file_offered");
}

void Reducer::on(const cmd::ExportSignals& c) {
  ReportFile file =
      report_file(*s.dossier, c.format, fixed_.lang(s.settings.lang), s.contacts_leave ? s.contacts.get() : nullptr);
  s.contacts_leave = false;
  std::string name = "meldingen-" + slug(s.dossier->title) + file.name;
  effects.emplace_back(platform::OfferFile{std::move(name), std::move(file.mime), std::move(file.bytes)});
  toast("toast.file_offered");
}

void Reducer::pick_files(std::string accept) {
  s.import.reset();
  platform::PickFile pick;
  pick.accept = std::move(accept);
  pick.purpose = "import";
  pick.max_bytes = kMaxImportBytes;
  pick.multiple = true;
  effects.emplace_back(std::move(pick));
}

void Reducer::on(const cmd::AskImport&) {
  pick_files(
      ".json,.gz,.geojson,.osm,.gml,.xml,.skmap,.csv,.pb,application/json,application/gzip,application/geo+json,text/"
      "csv,text/plain");
}

void Reducer::on(const cmd::ConfirmImport&) {
  if (!s.import) return;
  if (s.import->document != nullptr) {
    confirm_dossier();
    return;
  }
  if (s.import->news != nullptr) {
    confirm_reports();
    return;
  }
  const bool map = s.import->made != nullptr;
  if (map && !confirm_map()) return;
  if (!map) {
    const PendingImport import = *std::exchange(s.import, std::nullopt);
    if (import.urn != nullptr) {
      s.urn = import.urn;
      s.result = nullptr;
      save("urn");
    }
  }
  std::erase_if(s.back, [](const Route& r) { return r.screen == Screen::kImport; });
  go(map ? Route{Screen::kMap, ""} : Route{Screen::kFiles, ""}, false);
  toast("toast.imported", false, true);
}

void Reducer::confirm_dossier() {
  using Relation = ImportPreview::Relation;
  const Relation relation = s.import->preview.relation;
  if (relation == Relation::kMerges) {
    // What came meanwhile, as from a shared folder, is not lost by taking over what was merged before.
    if (s.import->at_step != s.book.next_step && !look_anew()) return;
    const PendingImport import = *s.import;
    take_photos(import);
    if (!take_in(import)) return;
    take_map(import);
    take_contacts(import);
    s.import.reset();
    leave_import(s.book.conflicts > 0 ? Screen::kConflicts : Screen::kFiles);
    toast("toast.merged", true, true);
    return;
  }
  if (relation == Relation::kNothingNew) {
    const bool photos = take_photos(*s.import) > 0;  // they may be what it was sent for
    take_map(*s.import);
    take_contacts(*s.import);
    s.import.reset();
    if (photos) toast("toast.imported", false, true);
    leave_import(Screen::kFiles);
    return;
  }
  if (!may_leave_dossier()) return;
  if (relation == Relation::kOtherOnShelf) {
    // It is opened first; then the file is looked at again, beside what is there (finish_loading).
    const std::string there = slug_of(*s.import->document);
    std::optional<PendingImport> import = std::move(s.import);
    on(cmd::OpenDossier{there});
    s.import = std::move(import);
    return;
  }
  const PendingImport import = *std::exchange(s.import, std::nullopt);
  take_photos(import);
  adopt(import.document, import.dossier);
  if (auto map = map_that_came(import)) use_map(std::move(map), import.map_file);
  take_contacts(import);
  leave_import(Screen::kFiles);
  toast("toast.imported", false, true);
}

void Reducer::on(const cmd::Print& c) { effects.emplace_back(platform::Print{c.map_node}); }

void Reducer::confirm_reports() {
  // Against the dossier as it is by now.
  NewReports news = new_reports(*s.dossier, s.import->reports->reports, s.device.now_ms);
  for (model::Signal& signal : news.signals) {
    if (signal.buurt.empty()) signal.buurt = buurt_at(*s.dossier, signal.place);
    if (signal.near_street.empty() && s.map != nullptr) signal.near_street = street_near(*s.map, signal.place);
  }
  if (!news.signals.empty()) {
    std::shared_ptr<const model::Dossier> shown;
    // Of new history the times are those of the writes: then what is shown is read from them.
    if (news.issues.empty()) shown = std::make_shared<const model::Dossier>(with(*s.dossier, news));
    if (!take_step(writes_of(news), std::move(shown), {Origin::kFile, "undo.import", s.import->file_name, 0, {}}))
      return;
    toast("toast.reports", true, true);
  }
  s.import.reset();
  leave_import(news.signals.empty() ? Screen::kFiles : Screen::kSignals);
}

void Reducer::leave_import(Screen to) {
  std::erase_if(s.back, [](const Route& r) { return r.screen == Screen::kImport; });
  go(Route{to, ""}, false);
}

bool Reducer::take_in(const PendingImport& import) {
  if (!may_write() || !form_may_become(*import.dossier)) return false;
  const bool by_hand = import.origin != Origin::kFolder;
  Happening happening{import.origin, by_hand ? "undo.import" : "undo.exchange", import.file_name, 0, {}};
  happening.changes = import.preview.changes;
  const auto before = s.book.document;
  s.book.document = import.merged;
  if (s.book.pen) merge::hear(*s.book.pen, *import.document, s.device.now_ms);
  s.book.not_shown = import.preview.not_shown;
  show(import.dossier);
  remember(std::move(happening));
  forget_before_import();
  if (by_hand) {
    s.book.before_import = before;
    s.book.import_step = s.book.next_step - 1;
    put(folder_of(s.slug) + numbered("before", s.book.import_step), formats::write_merged(*before));
  }
  // Whoever gave this has it: codes need not pass it on to them.
  s.book.passed_on.join(import.brings);
  save("passed-on");
  keep_snapshot();
  look_at_conflicts();
  return true;
}

void Reducer::preview_again() {
  if (s.import->preview.relation != ImportPreview::Relation::kOtherOnShelf) return;  // looked at where it belongs
  if (look_anew()) go(Route{Screen::kImport, ""});
}

bool Reducer::look_anew() {
  auto preview = preview_anew(s, *s.import);
  if (!preview) {
    s.import.reset();
    problem(std::move(preview).error());
    return false;
  }
  s.import = std::move(preview).value();
  return true;
}

void Reducer::on(const cmd::CancelImport&) {
  s.import.reset();
  go(Route{Screen::kFiles, ""}, false);
}

void Reducer::on(const cmd::Wipe&) { s.dialog = Dialog{Dialog::Kind::kWipe, ""}; }
void Reducer::on(const cmd::BackToExample&) {
  if (s.example) {
    s.dialog = Dialog{Dialog::Kind::kReplaceDossier, ""};
  } else {
    on(cmd::OpenDossier{slug_of(fixed().example_dossier->id)});
  }
}
void Reducer::on(const cmd::SetExport& c) {
  s.settings.export_gzip = c.gzip;
  s.settings.export_pretty = c.pretty;
  s.settings.export_photos = c.photos;
  save("settings");
}
void Reducer::on(const cmd::AskPersist&) { effects.emplace_back(platform::AskPersist{}); }

}  // namespace stoepkrijt::app
