// Several dossiers on one device: opening, laying aside, forgetting; and starting anew after everything was wiped.
#include <algorithm>
#include <utility>

#include "app/keys.hpp"
#include "app/reducer.hpp"
#include "app/shelf.hpp"
#include "base/utf8.hpp"

namespace stoepkrijt::app {

bool Reducer::may_leave_dossier() {
  if (s.saving.state != SaveState::kFailed) return true;
  problem(Error(ErrorCode::kNotWritten, "error.save_first"), "problem.safe_in_memory");
  return false;
}

bool Reducer::may_read_dossier(const std::string& slug) {
  // What is on its way there but not sent would be missing in what is read.
  const std::string folder = folder_of(slug);
  const auto& puts = s.saving.waiting.puts;
  const bool waits =
      std::any_of(puts.begin(), puts.end(), [&](const auto& put) { return put.key.starts_with(folder); });
  if (waits) problem(Error(ErrorCode::kNotWritten, "error.save_first"), "problem.safe_in_memory");
  return !waits;
}

void Reducer::leave_dossier() {
  settle_names();
  s.import.reset();
  s.tag.reset();
  s.tags_later.clear();
  if (s.walking) stand_still();
  s.walking.reset();
  s.walk_draft.reset();
  s.plan_draft.reset();
  s.contacts = nullptr;
  s.contacts_leave = false;
  s.ballot = {};
  s.ballot_undo.clear();
  s.selected.clear();
  s.selected_buurt.clear();
  s.search.clear();
  s.filter = {};  // buurten, walks and areas of another place
  s.why_plan.clear();
  s.counting = {};
  s.voted = false;
  s.back.clear();
  use_example();
}

void Reducer::put_on_shelf() {
  const ShelfItem item = shelf_item_of(s);
  const auto at = std::find_if(s.shelf.begin(), s.shelf.end(), [&](const auto& one) { return one.slug == item.slug; });
  if (at != s.shelf.end()) {
    *at = item;
  } else {
    const auto place =
        std::find_if(s.shelf.begin(), s.shelf.end(), [&](const auto& one) { return one.slug > item.slug; });
    s.shelf.insert(place, item);
  }
}

void Reducer::on(const cmd::OpenDossier& c) {
  if (c.slug == s.slug || s.loading || !may_leave_dossier() || !may_read_dossier(c.slug)) return;
  leave_dossier();
  pump();
  s.loading = true;
  ask_dossier(c.slug);
  save("current");
  go(Route{Screen::kFiles, ""}, false);
  toast("toast.dossier_open");
}

void Reducer::on(const cmd::ForgetDossier& c) { s.dialog = Dialog{Dialog::Kind::kForgetDossier, c.slug}; }

void Reducer::forget_dossier(const std::string& slug) {
  const std::string example = slug_of(fixed().example_dossier->id);
  if (s.loading || (slug == s.slug && slug != example && !may_read_dossier(example))) return;
  forget(platform::keys_with(folder_of(slug)));
  forget(only("m/" + slug));
  forget_names(slug);
  std::erase_if(s.shelf, [&](const ShelfItem& item) { return item.slug == slug; });
  if (slug == s.slug) {
    // What was on its way belongs to what is forgotten.
    s.saving.waiting.changed.clear();
    leave_dossier();
    if (slug != example) {
      s.loading = true;
      ask_dossier(example);
    }
    save("current");
  }
  pump();
  go(Route{Screen::kFiles, ""}, false);
  toast("toast.dossier_forgotten", false, true);
}

void Reducer::adopt(std::shared_ptr<const merge::Document> document, std::shared_ptr<const model::Dossier> dossier) {
  leave_dossier();
  open_book(std::make_shared<merge::Document>(*document), std::move(dossier));
  if (const model::Round* round = current_round(s); round != nullptr && !s.example) {
    // The ballots of the example belong to the example.
    auto urn = std::make_shared<model::Urn>();
    urn->round_id = round->id;
    s.urn = std::move(urn);
    save("urn");
  }
  keep_snapshot();
  look_at_conflicts();
}

void Reducer::on(const cmd::ForgetJournal&) { s.dialog = Dialog{Dialog::Kind::kForgetJournal, ""}; }

void Reducer::forget_journal() {
  s.book.journal.clear();
  s.undo.clear();
  s.redo.clear();
  forget_before_import();
  forget(platform::keys_with(folder_of(s.slug) + "journal/"));
  pump();
  toast("toast.journal_forgotten", false, true);
}

void Reducer::on(const cmd::SetJournalDays& c) {
  s.settings.journal_days = std::clamp(c.days, 1, 3650);
  forget_old_steps();
  UndoStacks stacks = stacks_of(s.book.journal);
  s.undo = std::move(stacks.undo);
  s.redo = std::move(stacks.redo);
  save("settings");
}

void Reducer::on(const cmd::SetDeviceName& c) {
  s.settings.device_name = std::string(first_code_points(c.name, 60));
  s.book.pen.reset();  // the next write is by a new actor, with this name
  save("settings");
}

void Reducer::take(const platform::Erased&) {
  if (s.walking) stand_still();
  const Device device = s.device;
  const Settings settings = s.settings;
  const bool writer = s.writer;
  const bool has_folders = s.folder.what != platform::FolderState::What::kCannot;
  s = State{};
  s.device = device;
  s.settings = settings;
  s.settings.support_key.clear();
  s.settings.device_name.clear();
  s.writer = writer;
  if (has_folders) s.folder.what = platform::FolderState::What::kNone;
  s.loading = false;
  s.photos.known = true;  // there are none
  use_example();
  effects.emplace_back(platform::SetRoute{to_words(s.route), true});
  refresh_page();
  toast("toast.wiped");
}

}  // namespace stoepkrijt::app
