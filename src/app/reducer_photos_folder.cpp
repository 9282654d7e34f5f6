// Photos in a shared folder: each is a file of its own, written once, and read by who misses it.
#include <utility>

#include "app/reducer.hpp"
#include "schouw/photo_jpeg.hpp"

namespace stoepkrijt::app {

namespace {
constexpr std::string_view kMiddle = "foto-", kEnd = ".jpg";
}

/// "stoepkrijt-0123abcd-foto-<name>.jpg"
std::string Reducer::photo_file(std::string_view name) const {
  return folder_prefix() + std::string(kMiddle) + std::string(name) + std::string(kEnd);
}

/// The name of the photo that this file holds; empty: it is none of this dossier.
std::string Reducer::name_in_folder(std::string_view file) const {
  const std::string start = folder_prefix() + std::string(kMiddle);
  if (!file.starts_with(start) || !file.ends_with(kEnd)) return {};
  file.remove_prefix(start.size());
  if (file.size() < kEnd.size()) return {};
  file.remove_suffix(kEnd.size());
  return schouw::is_photo_name(file) ? std::string(file) : std::string();
}

void Reducer::forget_folder_photos() {
  s.folder.photos_listed = false;
  s.photos.in_folder.clear();
  s.photos.from_folder.clear();
  s.photos.to_folder.clear();
}

/// Names only: with a limit of one byte every photo is too large.
void Reducer::list_folder_photos() {
  if (s.folder.what != platform::FolderState::What::kOpen) return;
  ask_folder(folder_prefix() + std::string(kMiddle), 1, true);
}

void Reducer::take_folder_photos(const platform::FolderFiles& a) {
  s.folder.photos_listed = true;
  for (const platform::FolderFiles::File& file : a.files) {
    const std::string name = name_in_folder(file.name);
    if (name.empty()) continue;
    s.photos.in_folder.insert(name);
    if (file.too_large || s.photos.from_folder.erase(name) == 0) continue;
    // One that is only half there, or is something else, is no photo: it is asked for again at the next reading.
    if (schouw::photo_name(file.bytes) != name || !schouw::check_photo(file.bytes)) {
      s.photos.in_folder.erase(name);
      continue;
    }
    if (s.photos.kept.contains(name)) continue;
    keep_photo(name, file.bytes);
    name_photo(name);
    hide_photo(name);
    pump();
  }
  exchange_photos();
}

void Reducer::exchange_photos() {
  const bool open = s.folder.what == platform::FolderState::What::kOpen && s.folder.photos_listed;
  if (!open || s.loading || !s.writer || !s.photos.known) return;
  for (const std::string& name : names_of_signals(*s.dossier)) {
    const bool here = s.photos.kept.contains(name), there = s.photos.in_folder.contains(name);
    if (there && !here && s.photos.from_folder.insert(name).second) {
      ask_folder(photo_file(name), schouw::kMostPhotoBytes, true);
    }
    if (here && !there && s.photos.to_folder.insert(name).second) {
      effects.emplace_back(platform::Load{photo_key(name)});
    }
  }
}

void Reducer::photo_for_folder(const std::string& name, const std::string& jpeg) {
  if (s.photos.to_folder.erase(name) == 0 || s.photos.in_folder.contains(name)) return;
  if (s.folder.what != platform::FolderState::What::kOpen || schouw::photo_name(jpeg) != name) return;
  s.photos.in_folder.insert(name);  // on its way
  effects.emplace_back(platform::WriteFolder{photo_file(name), jpeg});
}

}  // namespace stoepkrijt::app
