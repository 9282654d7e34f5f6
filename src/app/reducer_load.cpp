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
#include "formats/mapfile/mapfile.hpp"
#include "formats/records/records.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::size_t kSlugSize = 24;

bool is_slug(std::string_view text) {
  return text.size() == kSlugSize &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace

void Reducer::ask_all() {
  s.loading = true;
  s.saving.loads_open = 5;
  effects.emplace_back(platform::Load{"settings"});
  effects.emplace_back(platform::Load{"current"});
  effects.emplace_back(platform::LoadRange{platform::keys_with("m/")});
  effects.emplace_back(platform::LoadRange{platform::keys_with("p/")});
  effects.emplace_back(platform::LoadRange{platform::keys_with("b/")});
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
  s.photos.doubtful = true;  // it may name photos
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

void Reducer::loaded_map(const std::string& bytes) {
  auto files =
      kept("map", bytes,
           formats::is_map_file(bytes) ? Result<std::vector<MapFile>>(std::vector{MapFile{"kaart.skmap", bytes}})
                                       : read_map_files(bytes));
  if (!files || files->empty()) return;
  auto map = kept("map", bytes, read_map(*files));
  if (!map) return;
  s.map = std::move(*map);
  s.map_files = std::make_shared<const std::vector<MapFile>>(std::move(*files));
}

void Reducer::loaded_small(std::string_view name, const std::string& bytes) {
  if (name == "urn") {
    if (auto urn = kept("urn", bytes, read_urn(bytes))) s.urn = std::make_shared<const model::Urn>(std::move(*urn));
  } else if (name == "draft") {
    auto draft = kept("draft", bytes, read_draft(bytes));
    if (!draft) return;
    s.ballot = std::move(draft->ballot);
    s.tag = std::move(draft->tag);
    s.tags_later = std::move(draft->later);
  } else if (name == "map") {
    loaded_map(bytes);
  } else if (name == "walking") {
    if (auto walking = kept("walking", bytes, read_walking(bytes))) s.walking = std::move(*walking);
  } else if (name == "walk-draft") {
    if (auto draft = kept("walk-draft", bytes, read_walk_draft(bytes))) s.walk_draft = std::move(*draft);
  } else if (name == "plan-draft") {
    if (auto draft = kept("plan-draft", bytes, read_plan_draft(bytes))) s.plan_draft = std::move(*draft);
  } else if (name == "contacts") {
    auto contacts = kept("contacts", bytes, read_contacts(bytes));
    if (contacts && !contacts->empty()) s.contacts = std::make_shared<const Contacts>(std::move(*contacts));
  } else if (name == "passed-on") {
    if (auto vector = merge::VersionVector::from_value(bytes)) s.book.passed_on = std::move(*vector);
  }
}

void Reducer::take(const platform::Loaded& a) {
  if (a.key.starts_with(photo_key(""))) {
    loaded_photo(a);
    return;
  }
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
  } else if (a.range == platform::keys_with("p/")) {
    loaded_photos(a.found);
  } else if (a.range == platform::keys_with("b/")) {
    loaded_rooms(a.found);
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
  go_on_walking();
  ask_about_keeping();
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
  s.photos = Photos{};
  s.tag.reset();
  s.tags_later.clear();
  s.walking.reset();
  s.walk_draft.reset();
  s.plan_draft.reset();
  s.contacts = nullptr;
  s.station = nullptr;
  s.office = nullptr;
  s.evening = nullptr;
  s.ballot = {};
  use_example();
  ask_all();
}

}  // namespace stoepkrijt::app
