// Files in and out, wiping, and going back to the example.
#include <utility>

#include "app/ballots.hpp"
#include "app/reducer.hpp"
#include "formats/dossier/dossier.hpp"

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
  effects.emplace_back(platform::OfferFile{"stoepkrijt-" + slug(s.dossier->title) + ".json", "application/json",
                                           formats::write_dossier(*s.dossier)});
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

void Reducer::on(const cmd::AskImport&) {
  s.import.reset();
  platform::PickFile pick;
  pick.accept = ".json,.geojson,.pb,application/json,application/geo+json,text/plain";
  pick.purpose = "import";
  pick.max_bytes = kMaxImportBytes;
  pick.multiple = true;
  effects.emplace_back(std::move(pick));
}

void Reducer::on(const cmd::ConfirmImport&) {
  if (!s.import) return;
  PendingImport import = *std::exchange(s.import, std::nullopt);
  bool can_undo = false;
  if (import.dossier != nullptr) {
    if (!edit({WholeEdit{s.dossier, import.dossier}}, "undo.import")) return;
    s.result = nullptr;
    s.selected.clear();
    can_undo = true;
  }
  if (import.urn != nullptr) {
    s.urn = import.urn;
    s.result = nullptr;
    save("urn");
  }
  if (import.map != nullptr) {
    s.map = import.map;
    s.map_files = std::make_shared<const std::vector<MapFile>>(std::move(import.map_files));
    save("map");
  }
  std::erase_if(s.back, [](const Route& r) { return r.screen == Screen::kImport; });
  go(import.map != nullptr ? Route{Screen::kMap, ""} : Route{Screen::kFiles, ""}, false);
  toast("toast.imported", can_undo, true);
}

void Reducer::on(const cmd::CancelImport&) {
  s.import.reset();
  go(Route{Screen::kFiles, ""}, false);
}

void Reducer::on(const cmd::Wipe&) { s.dialog = Dialog{Dialog::Kind::kWipe, ""}; }
void Reducer::on(const cmd::BackToExample&) { s.dialog = Dialog{Dialog::Kind::kReplaceDossier, ""}; }
void Reducer::on(const cmd::AskPersist&) { effects.emplace_back(platform::AskPersist{}); }

}  // namespace stoepkrijt::app
