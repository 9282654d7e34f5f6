#include "app/import_preview.hpp"

#include <algorithm>
#include <array>
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

/// What merging would change in what is seen, and what is seen then.
void look_at_merged(const merge::Document& ours, PendingImport& import) {
  ImportPreview& preview = import.preview;
  preview.relation = ImportPreview::Relation::kMerges;
  const merge::Diff diff = merge::diff(ours, *import.merged);
  preview.added = diff.added;
  preview.changed = diff.changed;
  preview.removed = diff.removed;
  preview.new_conflicts = count_of(diff.new_conflicts);
  preview.changes = merge::changes_of(diff);
  if (!brings_something(ours, *import.merged)) preview.relation = ImportPreview::Relation::kNothingNew;
}

Result<void> look_at_shown(PendingImport& import) {
  SK_TRY(view, formats::dossier_of(import.merged != nullptr ? *import.merged : *import.document));
  import.preview.not_shown = view.not_shown.size();
  import.dossier = std::make_shared<const model::Dossier>(std::move(view.dossier));
  return {};
}

}  // namespace

Result<PendingImport> preview_import(const State& state, std::shared_ptr<const merge::Document> incoming) {
  using Relation = ImportPreview::Relation;
  PendingImport import;
  import.document = std::move(incoming);
  import.at_step = state.book.next_step;
  import.brings = merge::vector_of(*import.document);
  ImportPreview& preview = import.preview;
  count_warnings(state, *import.document, preview);
  const merge::Document& ours = *state.book.document;
  if (!import.document->mergeable) {
    preview.relation = Relation::kOnlyToRead;
  } else if (import.document->id != ours.id || !ours.mergeable) {
    const bool there = find_on_shelf(state, slug_of(*import.document)) != nullptr;
    preview.relation = there ? Relation::kOtherOnShelf : Relation::kOther;
  } else {
    import.merged = std::make_shared<merge::Document>(ours);
    SK_TRY_VOID(merge::merge(*import.merged, *import.document));
    look_at_merged(ours, import);
  }
  SK_TRY_VOID(look_at_shown(import));
  return import;
}

Result<PendingImport> preview_delta(const State& state, std::shared_ptr<const merge::Delta> delta) {
  PendingImport import;
  import.at_step = state.book.next_step;
  import.document = std::make_shared<const merge::Document>(delta->part);
  import.delta = delta;
  count_warnings(state, *import.document, import.preview);
  const merge::Document& ours = *state.book.document;
  // Made since what this device remembers? Then what the writer has is known whole, else only what the change lists.
  const bool same = delta->since == merge::digest_of(state.book.passed_on);
  import.brings = merge::writer_vector(*delta, same ? state.book.passed_on : merge::VersionVector());
  import.merged = std::make_shared<merge::Document>(ours);
  const std::array known = {state.book.passed_on};
  SK_TRY(applied, merge::apply(*import.merged, *delta, known));
  import.in_doubt = applied.in_doubt;
  look_at_merged(ours, import);
  SK_TRY_VOID(look_at_shown(import));
  return import;
}

Result<PendingImport> preview_anew(const State& state, const PendingImport& import) {
  SK_TRY(anew, import.delta != nullptr ? preview_delta(state, import.delta) : preview_import(state, import.document));
  anew.file_name = import.file_name;
  anew.origin = import.origin;
  anew.photos = import.photos;
  anew.photos_refused = import.photos_refused;
  anew.map_file = import.map_file;
  anew.map_refused = import.map_refused;
  anew.contacts = import.contacts;
  anew.contacts_refused = import.contacts_refused;
  return anew;
}

}  // namespace stoepkrijt::app
