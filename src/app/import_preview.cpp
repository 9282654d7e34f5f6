#include "app/import_preview.hpp"

#include <algorithm>
#include <utility>

#include "app/keys.hpp"
#include "app/shelf.hpp"
#include "formats/records/records.hpp"
#include "merge/conflicts.hpp"
#include "merge/diff.hpp"
#include "merge/merge.hpp"

namespace stoepkrijt::app {

namespace {

std::size_t count_of(const std::vector<merge::Conflict>& conflicts) {
  return static_cast<std::size_t>(
      std::count_if(conflicts.begin(), conflicts.end(), [](const merge::Conflict& one) { return !one.agree; }));
}

void count_warnings(const State& state, const merge::Document& document, ImportPreview& preview) {
  for (const merge::Warning& warning : merge::warnings(document, state.device.now_ms)) {
    if (warning.what == merge::Warning::What::kSameDot) {
      ++preview.same_dots;
    } else {
      ++preview.clocks_ahead;
    }
  }
}

/// The version vector grew, or dots were dropped: also when nothing of it is seen.
bool brings_something(const merge::Document& before, const merge::Document& after) {
  return before.seen != after.seen || before.actors != after.actors || before.records.size() != after.records.size() ||
         !std::equal(before.records.begin(), before.records.end(), after.records.begin(),
                     [](const merge::Record& a, const merge::Record& b) { return a.id == b.id && a.text == b.text; });
}

}  // namespace

Result<PendingImport> preview_import(const State& state, std::shared_ptr<const merge::Document> incoming) {
  using Relation = ImportPreview::Relation;
  PendingImport import;
  import.document = std::move(incoming);
  ImportPreview& preview = import.preview;
  count_warnings(state, *import.document, preview);
  const merge::Document& ours = *state.book.document;
  if (!import.document->mergeable) {
    preview.relation = Relation::kOnlyToRead;
  } else if (import.document->id != ours.id) {
    const bool there = find_on_shelf(state, slug_of(import.document->id)) != nullptr;
    preview.relation = there ? Relation::kOtherOnShelf : Relation::kOther;
  } else {
    preview.relation = Relation::kMerges;
    import.merged = std::make_shared<merge::Document>(ours);
    SK_TRY_VOID(merge::merge(*import.merged, *import.document));
    const merge::Diff diff = merge::diff(ours, *import.merged);
    preview.added = diff.added;
    preview.changed = diff.changed;
    preview.removed = diff.removed;
    preview.new_conflicts = count_of(diff.new_conflicts);
    preview.changes = merge::changes_of(diff);
    if (!brings_something(ours, *import.merged)) preview.relation = Relation::kNothingNew;
  }
  SK_TRY(view, formats::dossier_of(import.merged != nullptr ? *import.merged : *import.document));
  preview.not_shown = view.not_shown.size();
  import.dossier = std::make_shared<const model::Dossier>(std::move(view.dossier));
  return import;
}

}  // namespace stoepkrijt::app
