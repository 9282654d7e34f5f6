// What goes to the device's storage: one Commit at a time, whole or not at all, and nothing forgotten before the device
// has said that it is durable.
#include <algorithm>
#include <iterator>
#include <utility>

#include "app/keep.hpp"
#include "app/keys.hpp"
#include "app/own_map.hpp"
#include "app/reducer.hpp"
#include "app/shelf.hpp"
#include "app/station/station.hpp"
#include "base/check.hpp"

namespace stoepkrijt::app {

namespace {

bool within(const std::string& key, const platform::KeyRange& range) { return range.first <= key && key < range.end; }

void drop_within(std::vector<platform::Kept>& puts, const platform::KeyRange& range) {
  std::erase_if(puts, [&](const platform::Kept& put) { return within(put.key, range); });
}

template <class T>
void prepend(std::vector<T>& to, std::vector<T> first) {
  first.insert(first.end(), std::make_move_iterator(to.begin()), std::make_move_iterator(to.end()));
  to = std::move(first);
}

}  // namespace

std::string Reducer::key_of(std::string_view name) const {
  if (name == "settings" || name == "current") return std::string(name);
  if (name == "meta") return "m/" + s.slug;
  return folder_of(s.slug) + std::string(name);
}

std::string Reducer::bytes_of(std::string_view name) const {
  if (name == "settings") return write_settings(s.settings);
  if (name == "current") return s.slug;
  if (name == "meta") return write_shelf_item(shelf_item_of(s));
  if (name == "urn") return write_urn(*s.urn);
  // A ballot that will be sealed is in memory only.
  if (name == "draft") {
    return write_draft(KeptDraft{s.station == nullptr ? s.ballot : BallotDraft{}, s.tag, s.tags_later});
  }
  // The map file itself; in the JSON of before only "none of its own".
  if (name == "map") return s.map_files == nullptr ? write_map_files({}) : map_file_of(s);
  if (name == "walking") return write_walking(s.walking);
  if (name == "walk-draft") return write_walk_draft(s.walk_draft);
  if (name == "plan-draft") return write_plan_draft(s.plan_draft);
  if (name == "contacts") return write_contacts(s.contacts == nullptr ? Contacts() : *s.contacts);
  if (name == "passed-on") return s.book.passed_on.to_value();
  SK_CHECK(false);
  return {};
}

bool Reducer::can_keep() const { return s.writer && s.saving.state != SaveState::kNoStorage; }

void Reducer::save(std::string_view name) {
  if (!can_keep()) return;
  // What a visitor of a kiosk sets is for that visitor; the fresh page is as the host left it.
  if (name == "settings" && station::is_locked(s) && !s.station->host) return;
  if (name == "draft" && station::is_locked(s)) return;
  std::vector<std::string>& changed = s.saving.waiting.changed;
  if (std::find(changed.begin(), changed.end(), name) == changed.end()) changed.emplace_back(name);
  pump();
}

void Reducer::put(std::string key, std::string bytes) {
  if (!can_keep()) return;
  std::erase_if(s.saving.waiting.puts, [&](const platform::Kept& one) { return one.key == key; });
  s.saving.waiting.puts.push_back({std::move(key), std::move(bytes)});
}

void Reducer::forget(const platform::KeyRange& range) {
  if (!can_keep()) return;
  drop_within(s.saving.waiting.puts, range);
  s.saving.waiting.erased.push_back(range);
}

void Reducer::settle_names() {
  // From now on the names would mean another dossier: what they mean now is taken along as it is.
  for (const std::string& name : std::exchange(s.saving.waiting.changed, {})) put(key_of(name), bytes_of(name));
}

void Reducer::pump() {
  if (!can_keep() || s.saving.waiting.empty()) return;
  // While a dossier is being read, the names would mean what is not there yet; what is ready goes on.
  if (!s.loading) settle_names();
  if (s.saving.waiting.puts.empty() && s.saving.waiting.erased.empty()) return;
  s.saving.state = SaveState::kSaving;
  if (s.saving.under_way != 0) return;  // when it is answered
  s.saving.sent = {{}, std::exchange(s.saving.waiting.erased, {}), std::exchange(s.saving.waiting.puts, {})};
  s.saving.under_way = ++s.saving.last_ticket;
  effects.emplace_back(platform::Commit{s.saving.sent.puts, s.saving.sent.erased, s.saving.under_way});
}

void Reducer::take(const platform::Saved& a) {
  if (!a.key.empty() || a.ticket != s.saving.under_way) return;
  s.saving.under_way = 0;
  s.saving.sent = {};
  pump();
  if (s.saving.under_way != 0) return;
  const bool told = s.toast && s.toast->waits_for_save;
  s.saving.state = SaveState::kSaved;
  s.saving.error.reset();
  rooms_kept();
  write_to_folder();  // what is safe here goes to the others
  if (!told) return;
  s.toast->waits_for_save = false;  // said once; what is saved next is something else
  announce(lang().tr(s.toast->key));
}

void Reducer::take(const platform::SaveFailed& a) {
  if (a.key.empty() && a.ticket == s.saving.under_way) {
    s.saving.under_way = 0;
    Saving::Work sent = std::exchange(s.saving.sent, {});
    for (const platform::KeyRange& range : s.saving.waiting.erased) drop_within(sent.puts, range);
    prepend(s.saving.waiting.puts, std::move(sent.puts));
    prepend(s.saving.waiting.erased, std::move(sent.erased));
  }
  const bool none = a.error.code == ErrorCode::kStorageMissing;
  if (a.error.code == ErrorCode::kStorageFull && give_up_photos()) {
    problem(Error(ErrorCode::kStorageFull, "error.photo_no_room"), "problem.safe_draft");
    save("draft");
    return;
  }
  s.saving.state = none ? SaveState::kNoStorage : SaveState::kFailed;
  if (none) s.saving.waiting = {};
  s.saving.error = a.error;
  s.toast.reset();
  problem(a.error, "problem.safe_in_memory");
  rooms_not_kept(a.error);
}

void Reducer::on(const cmd::TrySave&) {
  if (s.saving.state != SaveState::kFailed) return;
  pump();
  toast("toast.saved", false, true);
}

void Reducer::ask_persist() {
  const platform::StorageState& storage = s.device.storage;
  if (s.saving.asked_persist || !can_keep() || !storage.available || storage.persisted) return;
  s.saving.asked_persist = true;
  effects.emplace_back(platform::AskPersist{});
}

}  // namespace stoepkrijt::app
