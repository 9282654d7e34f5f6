#include "app/views/import_view.hpp"

#include <algorithm>

#include "app/own_map.hpp"
#include "app/reports.hpp"
#include "app/views/files_view.hpp"
#include "model/names.hpp"

namespace stoepkrijt::app {

namespace {

using Relation = ImportPreview::Relation;
using What = merge::RecordChange::What;

std::int64_t as_number(std::size_t n) { return static_cast<std::int64_t>(n); }

void add_changes(ImportView& v, const State& state, const PendingImport& import, const Lang& lang) {
  const merge::Document& document = import.merged != nullptr ? *import.merged : *import.document;
  const RecordWords w{document, lang, state.device.offset_minutes};
  std::size_t left = kMostLines, all = 0;
  for (const auto& [what, key] : {std::pair{What::kAdded, "import.new"}, std::pair{What::kChanged, "import.changed"},
                                  std::pair{What::kRemoved, "import.gone"}}) {
    ImportView::Group group;
    group.title = lang.tr(key);
    for (const merge::Change& change : import.preview.changes) {
      if (change.what != what || !tells(change)) continue;
      ++all;
      if (left == 0) continue;
      --left;
      group.changes.push_back(change_line(w, change, Tense::kWill));
    }
    if (!group.changes.empty()) v.groups.push_back(std::move(group));
  }
  if (all > kMostLines) v.more = lang.count("import.more", as_number(all - kMostLines));
}

void add_counts(ImportView& v, const PendingImport& import, const Lang& lang) {
  std::size_t counts[3] = {0, 0, 0};
  for (const merge::Change& change : import.preview.changes) {
    if (tells(change)) ++counts[static_cast<std::size_t>(change.what)];
  }
  const auto line = [&](std::string_view key, std::size_t n) {
    if (n > 0) v.lines.push_back({lang.tr(key), lang.number(as_number(n))});
  };
  line("import.new", counts[static_cast<std::size_t>(What::kAdded)]);
  line("import.changed", counts[static_cast<std::size_t>(What::kChanged)]);
  line("import.gone", counts[static_cast<std::size_t>(What::kRemoved)]);
  line("import.to_choose", import.preview.new_conflicts);
}

void add_warnings(ImportView& v, const PendingImport& import, const Lang& lang) {
  const ImportPreview& preview = import.preview;
  if (import.in_doubt > 0) v.warnings.push_back(lang.count("import.warn.in_doubt", as_number(import.in_doubt)));
  if (preview.same_dots > 0) v.warnings.push_back(lang.tr("import.warn.same_dots"));
  if (preview.clocks_ahead > 0) v.warnings.push_back(lang.tr("import.warn.clock"));
  if (preview.not_shown > 0) v.warnings.push_back(lang.count("import.warn.not_shown", as_number(preview.not_shown)));
}

/// Of the photos that came along those that are not here yet.
std::size_t new_photos(const State& state, const PendingImport& import) {
  return static_cast<std::size_t>(std::count_if(import.photos.begin(), import.photos.end(), [&](const auto& one) {
    return !state.photos.kept.contains(one.first);
  }));
}

void add_photos(ImportView& v, const State& state, const PendingImport& import, const Lang& lang) {
  const std::size_t fresh = new_photos(state, import);
  if (fresh > 0) {
    std::uint64_t bytes = 0;
    for (const auto& [name, jpeg] : import.photos) bytes += state.photos.kept.contains(name) ? 0 : jpeg->size();
    v.lines.push_back({lang.tr("import.photos"), lang.tr("import.photos_size", {{"n", lang.number(as_number(fresh))},
                                                                                {"size", size_words(lang, bytes)}})});
  }
  if (import.photos_refused > 0) {
    v.warnings.push_back(lang.count("import.warn.photos", as_number(import.photos_refused)));
  }
  if (fresh == 0 || import.preview.relation != Relation::kNothingNew) return;
  v.title = lang.tr("import.only_photos");
  v.words = lang.tr("import.only_photos_words");
  v.yes = lang.tr("import.yes_photos");
  v.no = lang.tr("import.no");
}

void merges(ImportView& v, const State& state, const PendingImport& import, const Lang& lang) {
  v.title = lang.tr("import.merges");
  add_counts(v, import, lang);
  add_changes(v, state, import, lang);
  if (v.lines.empty()) v.words = lang.tr("import.merges_unseen");
  v.note = lang.tr(import.preview.new_conflicts > 0 ? "import.merges_note_choose" : "import.merges_note");
  v.yes = lang.tr("import.yes_merge");
  v.no = lang.tr("import.no");
}

void beside(ImportView& v, const State& state, const PendingImport& import, const Lang& lang) {
  const model::Dossier& d = *import.dossier;
  v.lines.push_back({lang.tr("import.dossier"), d.title});
  const auto amount = [&](std::string_view key, std::size_t n) {
    v.lines.push_back({lang.tr(key), lang.number(as_number(n))});
  };
  amount("import.signals", d.signals.size());
  amount("import.issues", d.issues.size());
  amount("import.walks", d.walks.size());
  amount("import.rounds", d.rounds.size());
  v.note = lang.tr("import.beside_note", {{"title", state.dossier->title}});
  v.no = lang.tr("import.no");
}

void dossier(ImportView& v, const State& state, const PendingImport& import, const Lang& lang) {
  switch (import.preview.relation) {
    case Relation::kMerges:
      merges(v, state, import, lang);
      break;
    case Relation::kNothingNew:
      v.title = lang.tr("import.nothing_new");
      v.words = lang.tr("import.nothing_new_words");
      v.no = lang.tr("import.back");
      break;
    case Relation::kOther:
      beside(v, state, import, lang);
      v.title = lang.tr("import.beside");
      v.words = lang.tr("import.beside_words");
      v.yes = lang.tr("import.yes_beside");
      break;
    case Relation::kOtherOnShelf:
      beside(v, state, import, lang);
      v.title = lang.tr("import.on_shelf");
      v.words = lang.tr("import.on_shelf_words");
      v.yes = lang.tr("import.yes_shelf");
      break;
    case Relation::kOnlyToRead:
      beside(v, state, import, lang);
      v.title = lang.tr("import.read_only");
      v.words = lang.tr("import.read_only_words");
      v.yes = lang.tr("import.yes_beside");
      break;
  }
  if (!import.contacts.empty()) {
    v.lines.push_back({lang.tr("import.contacts"), lang.number(as_number(import.contacts.size()))});
  }
  if (import.contacts_refused) v.warnings.push_back(lang.tr("import.warn.contacts"));
  add_photos(v, state, import, lang);
  add_warnings(v, import, lang);
}

void ballots(ImportView& v, const State& state, const PendingImport& import, const Lang& lang) {
  v.title = lang.tr("import.title");
  v.lines.push_back({lang.tr("import.ballots"),
                     lang.tr("import.now_then",
                             {{"now", lang.number(state.urn->total())}, {"then", lang.number(import.urn->total())}})});
  v.note = lang.tr("import.replaces_ballots");
  v.yes = lang.tr("import.yes");
  v.no = lang.tr("import.no");
}

std::string title_of(const model::Signal& signal, const Lang& lang) {
  if (!signal.title.empty()) return signal.title;
  return lang.tr("schouw.theme." + std::string(model::name_of(signal.theme)));
}

void reports(ImportView& v, const PendingImport& import, const Lang& lang) {
  const NewReports& news = *import.news;
  const std::vector<formats::LeftOut>& left_out = import.reports->left_out;
  v.title = lang.tr(news.signals.empty() ? "import.reports_none" : "import.reports");
  const auto line = [&](std::string_view key, std::size_t n) {
    if (n > 0) v.lines.push_back({lang.tr(key), lang.number(as_number(n))});
  };
  line("import.reports_new", news.signals.size());
  line("import.reports_here", news.here_already);
  line("import.reports_left_out", left_out.size());
  ImportView::Group fresh{lang.tr("import.reports_new"), {}};
  for (std::size_t i = 0; i < std::min(news.signals.size(), kMostLines); ++i) {
    const model::Signal& signal = news.signals[i];
    std::vector<std::string> where;
    if (!signal.near_street.empty()) where.push_back(signal.near_street);
    fresh.changes.push_back({title_of(signal, lang), std::move(where)});
  }
  if (!fresh.changes.empty()) v.groups.push_back(std::move(fresh));
  ImportView::Group out{lang.tr("import.reports_left_out"), {}};
  constexpr std::size_t kMostLeftOut = 10;
  for (std::size_t i = 0; i < std::min(left_out.size(), kMostLeftOut); ++i) {
    const std::string item = lang.number(as_number(left_out[i].item));
    out.changes.push_back({lang.tr("import.reports_item", {{"n", item}}), {lang.error(left_out[i].error)}});
  }
  if (!out.changes.empty()) v.groups.push_back(std::move(out));
  if (news.signals.size() > kMostLines) {
    v.more = lang.count("import.reports_more", as_number(news.signals.size() - kMostLines));
  }
  if (news.personal > 0) v.warnings.push_back(lang.count("import.reports_personal", as_number(news.personal)));
  if (!news.signals.empty()) {
    v.note = lang.tr("import.reports_note");
    v.yes = lang.count("import.reports_yes", as_number(news.signals.size()));
  }
  v.no = lang.tr(news.signals.empty() ? "import.back" : "import.no");
}

/// What becomes of the map that came with a dossier.
void came_along(ImportView& v, const State& state, const PendingImport& import, const Lang& lang) {
  if (import.map_refused) v.warnings.push_back(lang.tr("import.warn.map"));
  if (import.map_file.empty()) return;
  const Relation relation = import.preview.relation;
  const bool same = relation == Relation::kMerges || relation == Relation::kNothingNew;
  const bool stays = same && state.map_files != nullptr;
  if (stays && map_file_of(state) == import.map_file) return;
  v.lines.push_back({lang.tr("import.map_along"), lang.tr(stays ? "import.map_own_stays" : "import.map_is_used")});
  if (stays || !v.yes.empty()) return;
  v.yes = lang.tr("import.yes_map");  // there is nothing else in it
  v.no = lang.tr("import.no");
}

/// One group whose lines stand below each other.
void add_group(ImportView& v, std::string title, std::vector<std::string> lines) {
  if (!lines.empty()) v.groups.push_back({std::move(title), {ChangeLine{"", std::move(lines)}}});
}

void map(ImportView& v, const PendingImport& import, const Lang& lang) {
  const formats::MapReport& report = import.made->report;
  v.title = lang.tr("import.map");
  v.words = lang.tr("import.map_words");
  std::string names;
  for (const MapFile& file : import.map_files) names += (names.empty() ? "" : ", ") + file.name;
  v.file = names;
  v.lines.push_back({lang.tr("import.map_layers"), lang.number(as_number(import.map_files.size()))});
  v.lines.push_back({lang.tr("import.map_features"), lang.number(as_number(import.map->features.size()))});
  add_group(v, lang.tr("import.map_found"), found_words(report, lang));
  add_group(v, lang.tr("import.map_missing"), missing_words(report, lang));
  add_group(v, lang.tr("import.map_left_out"), left_out_words(report, lang));
  v.map_name = lang.tr("own_map.picture");
  v.attribution = import.attribution;
  v.attribution_label = lang.tr("import.map_source");
  v.attribution_hint = lang.tr("import.map_source_hint");
  if (import.attribution_missing) v.attribution_error = lang.tr("map.attribution_missing");
  v.note = lang.tr("import.replaces_map");
  v.yes = lang.tr("import.yes_map");
  v.no = lang.tr("import.no");
}

}  // namespace

ImportView make_import_view(const State& state, const Lang& lang) {
  ImportView v;
  if (state.import) {
    const PendingImport& import = *state.import;
    v.present = true;
    v.file = import.file_name;
    if (import.document != nullptr && import.dossier != nullptr) {
      dossier(v, state, import, lang);
      came_along(v, state, import, lang);
    }
    if (import.urn != nullptr) ballots(v, state, import, lang);
    if (import.news != nullptr) reports(v, import, lang);
    if (import.made != nullptr) map(v, import, lang);
  }
  std::string spoken = v.title + ". " + v.words;
  for (const ImportView::Line& line : v.lines) spoken += " " + line.left + ": " + line.right + ".";
  v.page = make_page(state, lang, lang.tr("screen.bestand-erbij"), spoken + " " + v.note);
  return v;
}

}  // namespace stoepkrijt::app
