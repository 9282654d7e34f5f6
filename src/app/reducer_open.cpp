// A dossier out of what the device keeps of it: the snapshot with the log over it, and what the device knows beside it.
#include <algorithm>
#include <utility>

#include "app/keys.hpp"
#include "app/reducer.hpp"
#include "app/shelf.hpp"
#include "formats/merged/merged.hpp"
#include "formats/records/records.hpp"
#include "merge/clock.hpp"
#include "merge/part.hpp"

namespace stoepkrijt::app {

namespace {

/// The number at the end of a key (app/keys.hpp: numbered()).
std::uint64_t number_of(std::string_view digits) {
  std::uint64_t number = 0;
  for (const char c : digits) {
    if (c >= '0' && c <= '9') number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return number;
}

}  // namespace

bool Reducer::open_snapshot(const std::string& bytes, const std::vector<platform::Kept>& found) {
  auto document = formats::read_any_dossier(bytes);
  if (!document) {
    put_folder_aside(found, std::move(document).error());
    return false;
  }
  auto book = std::make_shared<merge::Document>(std::move(document).value());
  const std::string log = folder_of(s.slug) + "log/";
  std::size_t log_bytes = 0;
  std::uint64_t last_step = 0;
  for (const platform::Kept& one : found) {
    if (!one.key.starts_with(log)) continue;
    auto part = formats::read_merged(one.bytes);
    if (!part || part->id != book->id) {
      Error error = part ? Error(ErrorCode::kNotAllowed, "error.other_dossier") : std::move(part).error();
      set_aside(one.key, one.bytes, std::move(error));
      continue;
    }
    merge::put_part(*book, *part);
    log_bytes += one.bytes.size();
    last_step = std::max(last_step, number_of(std::string_view(one.key).substr(log.size())));
  }
  auto view = formats::dossier_of(*book);
  if (!view) {
    put_folder_aside(found, std::move(view).error());
    return false;
  }
  const std::size_t not_shown = view->not_shown.size();
  open_book(std::move(book), std::make_shared<const model::Dossier>(std::move(view->dossier)));
  s.book.kept = true;
  s.book.snapshot_bytes = bytes.size();
  s.book.log_bytes = log_bytes;
  s.book.next_step = last_step + 1;  // also when the journal was forgotten: a step never comes before what it changed
  s.book.not_shown = not_shown;
  look_at_conflicts();
  return true;
}

void Reducer::loaded_book(const std::vector<platform::Kept>& found) {
  const std::string folder = folder_of(s.slug);
  const auto snapshot =
      std::find_if(found.begin(), found.end(), [&](const platform::Kept& k) { return k.key == folder + "snapshot"; });
  if (snapshot != found.end()) {
    if (!open_snapshot(snapshot->bytes, found)) return;
  } else if (s.slug != slug_of(fixed().example_dossier->id)) {
    // Its line was there, but it was never kept: the example is always there.
    ask_dossier(slug_of(fixed().example_dossier->id));
    return;
  }
  for (const platform::Kept& one : found) {
    const std::string_view name = std::string_view(one.key).substr(folder.size());
    if (name.starts_with("journal/")) {
      loaded_step(one.bytes);
    } else if (name.starts_with("before/")) {
      loaded_before(name.substr(7), one.bytes);
    } else {
      loaded_small(name, one.bytes);
    }
  }
  forget_old_steps();
  UndoStacks stacks = stacks_of(s.book.journal);
  s.undo = std::move(stacks.undo);
  s.redo = std::move(stacks.redo);
}

void Reducer::loaded_step(const std::string& bytes) {
  auto step = read_step(bytes);
  if (!step) return;  // history is a help; the dossier itself is whole without it
  s.book.next_step = std::max(s.book.next_step, step->number + 1);
  s.book.journal.push_back(std::make_shared<const JournalStep>(std::move(step).value()));
}

void Reducer::loaded_before(std::string_view number, const std::string& bytes) {
  auto document = formats::read_any_dossier(bytes);
  if (!document || document->id != s.dossier->id) return;
  s.book.before_import = std::make_shared<merge::Document>(std::move(document).value());
  s.book.import_step = number_of(number);
}

void Reducer::forget_old_steps() {
  const std::int64_t oldest = s.device.now_ms - s.settings.journal_days * merge::kDayMs;
  std::uint64_t last = 0;
  for (const StepPtr& step : s.book.journal) {
    if (step->time_ms >= oldest) break;
    last = step->number;
  }
  if (last == 0) return;
  std::erase_if(s.book.journal, [last](const StepPtr& step) { return step->number <= last; });
  const std::string folder = folder_of(s.slug);
  forget({folder + numbered("journal", 0), folder + numbered("journal", last + 1)});
}

void Reducer::put_folder_aside(const std::vector<platform::Kept>& found, Error error) {
  for (const platform::Kept& one : found) {
    put("x/" + std::to_string(s.device.now_ms) + "/" + one.key, one.bytes);
  }
  s.photos.doubtful = true;  // what is put aside may name photos
  forget(platform::keys_with(folder_of(s.slug)));
  forget(only("m/" + s.slug));
  std::erase_if(s.shelf, [&](const ShelfItem& item) { return item.slug == s.slug; });
  const std::string example = slug_of(fixed().example_dossier->id);
  const bool was_example = s.slug == example;
  s.slug = example;
  use_example();
  save("current");
  problem(std::move(error), "problem.safe_set_aside");
  if (!was_example) ask_dossier(example);
}

void Reducer::open_book(std::shared_ptr<merge::Document> document, std::shared_ptr<const model::Dossier> dossier) {
  s.book = Book{};
  s.book.document = std::move(document);
  s.slug = slug_of(*s.book.document);
  s.dossier = std::move(dossier);
  s.example = is_example();
  s.folder.written_step = 0;
  forget_folder_photos();  // another dossier has other photos
  s.undo.clear();
  s.redo.clear();
  s.result = nullptr;
}

bool Reducer::is_example() const { return s.book.document->mergeable && s.dossier->id == fixed().example_dossier->id; }

void Reducer::use_example() {
  open_book(std::make_shared<merge::Document>(formats::migrated(*fixed().example_dossier)), fixed().example_dossier);
  s.urn = fixed().example_urn;
  s.map = fixed().example_map;
  s.map_files = nullptr;
}

}  // namespace stoepkrijt::app
