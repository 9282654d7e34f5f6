// What the device kept from before: read whole, checked, and only then shown. What cannot be read is set aside, never
// overwritten: a later version, or a person with patience, may still read it.
#include <algorithm>
#include <utility>

#include "app/choice.hpp"
#include "app/files_in.hpp"
#include "app/keep.hpp"
#include "app/keys.hpp"
#include "app/reducer.hpp"
#include "app/shelf.hpp"
#include "formats/dossier/dossier.hpp"
#include "formats/merged/merged.hpp"
#include "formats/records/records.hpp"
#include "merge/part.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::size_t kSlugSize = 24;
constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

bool is_slug(std::string_view text) {
  return text.size() == kSlugSize &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace

void Reducer::ask_all() {
  s.loading = true;
  s.saving.loads_open = 3;
  effects.emplace_back(platform::Load{"settings"});
  effects.emplace_back(platform::Load{"current"});
  effects.emplace_back(platform::LoadRange{platform::keys_with("m/")});
}

void Reducer::ask_dossier(std::string slug) {
  s.slug = std::move(slug);
  ++s.saving.loads_open;
  effects.emplace_back(platform::LoadRange{platform::keys_with(folder_of(s.slug))});
}

void Reducer::loading_failed(const Error& error) {
  if (s.saving.loads_open > 0) --s.saving.loads_open;
  s.saving.state = SaveState::kNoStorage;
  s.saving.error = error;
  finish_loading();
  problem(error, "problem.safe_no_storage");
}

void Reducer::set_aside(const std::string& key, std::string bytes, Error error) {
  put("x/" + std::to_string(s.device.now_ms) + "/" + key, std::move(bytes));
  problem(std::move(error), "problem.safe_set_aside");
}

void Reducer::loaded_settings(const std::string& bytes) {
  auto settings = read_settings(bytes);
  if (!settings) return;  // the device's own preferences do as well
  s.settings = std::move(settings).value();
}

void Reducer::loaded_current(const platform::Loaded& a) {
  if (a.found && is_slug(a.bytes)) {
    ask_dossier(a.bytes);
    return;
  }
  ask_dossier(slug_of(fixed().example_dossier->id));
  for (const std::string_view key : kOldKeys) {
    ++s.saving.loads_open;
    effects.emplace_back(platform::Load{std::string(key)});
  }
}

void Reducer::loaded_old(const platform::Loaded& a) {
  // From a version of the app that kept one dossier, in the format of before merging.
  if (a.key == "dossier") {
    auto dossier = formats::read_dossier(a.bytes);
    if (!dossier) {
      set_aside(a.key, a.bytes, std::move(dossier).error());
    } else {
      auto document = std::make_shared<merge::Document>(formats::migrated(*dossier));
      open_book(std::move(document), std::make_shared<const model::Dossier>(std::move(dossier).value()));
      keep_snapshot();
    }
  } else {
    loaded_small(a.key, a.bytes);
    save(a.key);
  }
  forget(only(a.key));
}

void Reducer::loaded_urn(const std::string& bytes) {
  auto urn = read_urn(bytes);
  if (!urn) {
    set_aside("urn", bytes, std::move(urn).error());
    return;
  }
  s.urn = std::make_shared<const model::Urn>(std::move(urn).value());
}

void Reducer::loaded_draft(const std::string& bytes) {
  auto draft = read_draft(bytes);
  if (!draft) {
    set_aside("draft", bytes, std::move(draft).error());
    return;
  }
  s.ballot = draft->ballot;
  s.tag = draft->tag;
}

void Reducer::loaded_map(const std::string& bytes) {
  auto files = read_map_files(bytes);
  if (!files) {
    set_aside("map", bytes, std::move(files).error());
    return;
  }
  if (files->empty()) return;
  auto map = read_map(*files);
  if (!map) {
    set_aside("map", bytes, std::move(map).error());
    return;
  }
  s.map = std::move(map).value();
  s.map_files = std::make_shared<const std::vector<MapFile>>(std::move(files).value());
}

void Reducer::loaded_small(std::string_view name, const std::string& bytes) {
  if (name == "urn") loaded_urn(bytes);
  if (name == "draft") loaded_draft(bytes);
  if (name == "map") loaded_map(bytes);
  if (name == "passed-on") {
    if (auto vector = merge::VersionVector::from_value(bytes)) s.book.passed_on = std::move(*vector);
  }
}

void Reducer::take(const platform::Loaded& a) {
  if (s.saving.loads_open > 0) --s.saving.loads_open;
  if (a.key == "settings") {
    if (a.found) loaded_settings(a.bytes);
  } else if (a.key == "current") {
    loaded_current(a);
  } else if (a.found && std::find(kOldKeys.begin(), kOldKeys.end(), a.key) != kOldKeys.end()) {
    loaded_old(a);
  }
  finish_loading();
}

void Reducer::take(const platform::LoadedRange& a) {
  if (s.saving.loads_open > 0 && a.range != platform::keys_with("x/")) --s.saving.loads_open;
  if (a.range == platform::keys_with("m/")) {
    loaded_shelf(a.found);
  } else if (a.range == platform::keys_with(folder_of(s.slug))) {
    loaded_book(a.found);
  } else if (a.range == platform::keys_with("x/")) {
    loaded_aside(a.found);
    return;
  }
  finish_loading();
}

void Reducer::loaded_shelf(const std::vector<platform::Kept>& found) {
  s.shelf.clear();
  for (const platform::Kept& one : found) {
    const std::string slug = one.key.substr(2);
    if (!is_slug(slug)) continue;
    auto item = read_shelf_item(slug, one.bytes);
    // A line that cannot be read says nothing about the dossier itself.
    s.shelf.push_back(item ? std::move(item).value() : ShelfItem{slug, "", slug, 0, 0, true});
  }
}

bool Reducer::open_snapshot(const std::string& bytes, const std::vector<platform::Kept>& found) {
  auto document = formats::read_any_dossier(bytes);
  if (!document) {
    put_folder_aside(found, std::move(document).error());
    return false;
  }
  auto book = std::make_shared<merge::Document>(std::move(document).value());
  const std::string log = folder_of(s.slug) + "log/";
  std::size_t log_bytes = 0;
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
  s.book.import_step = 0;
  for (const char c : number) {
    if (c >= '0' && c <= '9') s.book.import_step = s.book.import_step * 10 + static_cast<std::uint64_t>(c - '0');
  }
}

void Reducer::forget_old_steps() {
  const std::int64_t oldest = s.device.now_ms - s.settings.journal_days * kDayMs;
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
  s.slug = slug_of(dossier->id);
  s.dossier = std::move(dossier);
  s.example = s.dossier->id == fixed().example_dossier->id;
  s.undo.clear();
  s.redo.clear();
  s.result = nullptr;
}

void Reducer::use_example() {
  open_book(std::make_shared<merge::Document>(formats::migrated(*fixed().example_dossier)), fixed().example_dossier);
  s.urn = fixed().example_urn;
  s.map = fixed().example_map;
  s.map_files = nullptr;
}

void Reducer::finish_loading() {
  if (s.saving.loads_open > 0 || !s.loading) return;
  s.loading = false;
  // What was chosen may belong to plans that are gone.
  const model::Round* round = current_round(s);
  s.ballot = tidied(std::move(s.ballot), round);
  // A count made meanwhile was of the example; a draft or a ballot that the address asks for may be there only now.
  s.result = nullptr;
  const Route asked = std::exchange(s.asked, std::nullopt).value_or(s.route);
  s.route = Route{};
  take(platform::RouteChanged{to_words(asked)});
  refresh_page();
  pump();
  if (s.import && s.import->document != nullptr) preview_again();
  on(cmd::SyncFolder{});
}

void Reducer::loaded_aside(const std::vector<platform::Kept>& found) {
  for (const platform::Kept& one : found) {
    std::string name = "stoepkrijt-" + one.key;
    std::replace(name.begin(), name.end(), '/', '-');
    effects.emplace_back(platform::OfferFile{std::move(name) + ".json", "application/json", one.bytes});
  }
  toast(found.empty() ? "toast.nothing_aside" : "toast.file_offered");
}

void Reducer::on(const cmd::ExportAside&) { effects.emplace_back(platform::LoadRange{platform::keys_with("x/")}); }

void Reducer::take(const platform::Writer& a) {
  const bool was = std::exchange(s.writer, a.mine);
  if (!a.mine || was) return;
  // The page that wrote until now is closed: what it kept is what counts.
  s.saving = Saving{};
  s.tag.reset();
  s.ballot = {};
  use_example();
  ask_all();
}

}  // namespace stoepkrijt::app
