// What comes from other devices and goes to them: a shared folder, and codes from screen to camera.
#include <algorithm>
#include <utility>

#include "app/files_in.hpp"
#include "app/import_preview.hpp"
#include "app/reducer.hpp"
#include "formats/merged/merged.hpp"

namespace stoepkrijt::app {

/// Of this dossier only: another's files are news again when that one is open.
std::string Reducer::folder_prefix() const { return "stoepkrijt-" + s.slug.substr(0, 8) + "-"; }

void Reducer::on(const cmd::PickFolder&) { effects.emplace_back(platform::PickFolder{}); }
void Reducer::on(const cmd::OpenFolder&) { effects.emplace_back(platform::OpenFolder{}); }
void Reducer::on(const cmd::ForgetFolder&) { effects.emplace_back(platform::ForgetFolder{}); }

void Reducer::on(const cmd::SyncFolder&) {
  if (s.folder.what != platform::FolderState::What::kOpen || s.folder.reading || !s.writer) return;
  s.folder.reading = true;
  ask_folder(folder_prefix(), kMaxImportBytes, false);
}

void Reducer::ask_folder(std::string prefix, std::uint64_t max_bytes, bool photos) {
  s.folder.asked.push_back(photos);
  effects.emplace_back(platform::ReadFolder{std::move(prefix), max_bytes});
}

void Reducer::take(const platform::FolderState& a) {
  const bool opened = a.what == platform::FolderState::What::kOpen && s.folder.what != a.what;
  s.folder.what = a.what;
  s.folder.name = a.name;
  s.folder.reading = false;
  if (opened) forget_folder_photos();
  if (opened && !s.loading) on(cmd::SyncFolder{});
}

bool Reducer::read_from_folder(const platform::FolderFiles::File& file) {
  if (file.too_large) return false;
  auto given = read_given_file(file.name, file.bytes, s);
  // A file that is only half there (it is being copied) comes again when it is whole.
  if (!given || given->document == nullptr) return false;
  using Relation = ImportPreview::Relation;
  if (given->preview.relation == Relation::kNothingNew) return true;
  if (given->preview.relation != Relation::kMerges) return false;
  given->file_name = file.name;
  given->origin = Origin::kFolder;
  if (!take_in(*given)) return false;
  s.folder.took_in.push_back(file.name);
  return true;
}

void Reducer::take(const platform::FolderFiles& a) {
  const bool photos = !s.folder.asked.empty() && s.folder.asked.front();
  if (!s.folder.asked.empty()) s.folder.asked.erase(s.folder.asked.begin());
  if (photos) {
    take_folder_photos(a);
    return;
  }
  s.folder.reading = false;
  s.folder.took_in.clear();
  s.folder.left_out.clear();
  for (const platform::FolderFiles::File& file : a.files) {
    if (!read_from_folder(file)) s.folder.left_out.push_back(file.name);
  }
  s.folder.synced_ms = s.device.now_ms;
  write_to_folder();
  list_folder_photos();
  if (!s.folder.took_in.empty()) {
    toast(s.book.conflicts > 0 ? "toast.folder_conflicts" : "toast.folder_took_in", false, true);
  }
}

void Reducer::write_to_folder() {
  exchange_photos();
  const std::uint64_t newest = s.book.next_step;
  if (s.folder.what != platform::FolderState::What::kOpen || s.folder.written_step == newest) return;
  if (!s.book.document->mergeable || s.loading) return;
  if (s.settings.folder_key.empty()) {
    s.settings.folder_key = fresh_id().substr(0, 10);
    save("settings");
  }
  s.folder.written_step = newest;
  effects.emplace_back(platform::WriteFolder{folder_prefix() + s.settings.folder_key + ".json",
                                             formats::write_merged(*s.book.document)});
  file_has_left();
}

void Reducer::take(const platform::FolderWritten& a) {
  s.folder.synced_ms = s.device.now_ms;
  if (const std::string photo = name_in_folder(a.name); !photo.empty()) s.photos.in_folder.insert(photo);
}

}  // namespace stoepkrijt::app
