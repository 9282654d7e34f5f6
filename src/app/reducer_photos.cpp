// Photos of signals: taken, looked at, kept with the draft that names them, shown when a screen asks for them, and
// forgotten when nothing names them any more.
#include <algorithm>
#include <charconv>
#include <utility>

#include "app/keys.hpp"
#include "app/reducer.hpp"
#include "schouw/photo_jpeg.hpp"

namespace stoepkrijt::app {

namespace {

using What = Photos::Seen::What;

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

// ---- taking

void Reducer::on(const cmd::TakePhoto& c) {
  if (!s.tag || s.photos.making) return;
  std::vector<std::string>& names = s.tag->signal.photos;
  const bool replaces = has(names, c.instead_of);
  if (!replaces && names.size() >= model::kMostPhotos) {
    problem(Error(ErrorCode::kNotAllowed, "error.photos_full"), "problem.safe_draft");
    return;
  }
  s.photos.asked_instead_of = replaces ? c.instead_of : "";
  s.photos.taking = true;
  effects.emplace_back(
      platform::TakePhoto{c.camera, static_cast<std::uint32_t>(schouw::kMostPhotoSide), kMostPhotoFile});
}

void Reducer::take(const platform::PhotoTaken& a) {
  s.photos.taking = false;
  if (!s.tag || a.picture == nullptr) return;
  encode(a.picture, std::exchange(s.photos.asked_instead_of, {}), false);
}

void Reducer::encode(PicturePtr picture, std::string instead_of, bool looked_at) {
  s.photos.making = Photos::Making{++s.photos.last_ticket, s.tag->signal.id, std::move(instead_of), looked_at};
  effects.emplace_back(platform::EncodePhoto{s.photos.last_ticket, std::move(picture)});
}

void Reducer::take(const platform::PhotoEncoded& a) {
  if (!s.photos.making || s.photos.making->ticket != a.ticket) return;
  const Photos::Making making = *std::exchange(s.photos.making, std::nullopt);
  if (!s.tag || s.tag->signal.id != making.signal) return;  // the draft went away meanwhile
  auto jpeg = schouw::without_metadata(a.jpeg);
  if (!jpeg) {
    problem(Error(ErrorCode::kNotWritten, "error.photo_not_made"), "problem.safe_draft");
    return;
  }
  add_photo(std::move(jpeg).value(), making);
}

void Reducer::add_photo(std::string jpeg, const Photos::Making& making) {
  const std::string name = schouw::photo_name(jpeg);
  std::vector<std::string>& names = s.tag->signal.photos;
  std::vector<std::string>& unseen = s.tag->photos_to_look_at;
  const auto old = std::find(names.begin(), names.end(), making.instead_of);
  if (has(names, name) && name != making.instead_of) {
    toast("toast.photo_twice");
    return;
  }
  std::erase(unseen, making.instead_of);
  if (old != names.end()) {
    *old = name;
  } else {
    names.push_back(name);
  }
  if (!making.looked_at && !has(unseen, name)) unseen.push_back(name);
  keep_photo(name, jpeg);
  name_photo(name);
  save("draft");
  s.photos.seen[name] = {What::kHere, std::make_shared<const std::string>(std::move(jpeg)), nullptr, 0, 0, 0};
  s.photos.brush.reset();
  if (making.looked_at) {
    leave_photo();
    toast("toast.photo_safe", false, true);
    return;
  }
  const bool replaced = s.route.screen == Screen::kPhoto;
  go(Route{Screen::kPhoto, name}, !replaced);
  announce(lang().tr("announce.photo_taken"));
}

void Reducer::keep_photo(const std::string& name, const std::string& jpeg) {
  // In one Commit with what names it, or before that: the draft or the snapshot that follows.
  put(photo_key(name), jpeg);
  put("p/kept/" + name, std::to_string(jpeg.size()));
  s.photos.kept[name] = jpeg.size();
}

void Reducer::name_photo(const std::string& name) {
  std::vector<std::string>& named = s.photos.named[s.slug];
  if (const auto at = std::lower_bound(named.begin(), named.end(), name); at == named.end() || *at != name) {
    named.insert(at, name);
    put("p/named/" + s.slug, write_names(named));
  }
}

// ---- looking, retaking, removing

void Reducer::leave_photo() {
  s.photos.brush.reset();
  std::erase_if(s.back, [](const Route& r) { return r.screen == Screen::kPhoto; });
  if (s.route.screen != Screen::kPhoto) return;
  const bool from_tag = !s.back.empty() && s.back.back().screen == Screen::kTag;
  if (from_tag) s.back.pop_back();
  go(Route{Screen::kTag, ""}, false);
}

void Reducer::on(const cmd::LookedAtPhoto& c) {
  if (!s.tag || !has(s.tag->signal.photos, c.name)) return;
  std::erase(s.tag->photos_to_look_at, c.name);
  save("draft");
  leave_photo();
}

void Reducer::on(const cmd::RemovePhoto& c) {
  if (s.tag && has(s.tag->signal.photos, c.name)) s.dialog = Dialog{Dialog::Kind::kRemovePhoto, c.name};
}

void Reducer::remove_photo(const std::string& name) {
  if (!s.tag || std::erase(s.tag->signal.photos, name) == 0) return;
  std::erase(s.tag->photos_to_look_at, name);
  save("draft");
  leave_photo();
  toast("toast.photo_removed");
}

bool Reducer::photos_looked_at() {
  if (!s.tag || s.tag->photos_to_look_at.empty()) return true;
  go(Route{Screen::kPhoto, s.tag->photos_to_look_at.front()});
  announce(lang().tr("announce.photo_look_first"), true);
  return false;
}

bool Reducer::give_up_photos() {
  if (!s.tag) return false;
  std::vector<std::string> given_up;
  for (const platform::Kept& put : s.saving.waiting.puts) {
    const std::string_view key = put.key;
    if (!key.starts_with(photo_key(""))) continue;
    const std::string name(key.substr(photo_key("").size()));
    if (std::erase(s.tag->signal.photos, name) > 0) given_up.push_back(name);
  }
  for (const std::string& name : given_up) {
    std::erase(s.tag->photos_to_look_at, name);
    std::erase_if(s.saving.waiting.puts,
                  [&](const platform::Kept& put) { return put.key == photo_key(name) || put.key == "p/kept/" + name; });
    s.photos.kept.erase(name);
    hide_photo(name);
  }
  if (!given_up.empty()) leave_photo();
  return !given_up.empty();
}

// ---- what the device keeps of them

void Reducer::loaded_photos(const std::vector<platform::Kept>& found) {
  s.photos.known = true;
  constexpr std::string_view kKept = "p/kept/", kNamed = "p/named/";
  for (const platform::Kept& one : found) {
    const std::string_view key = one.key;
    if (key.starts_with(kKept) && schouw::is_photo_name(key.substr(kKept.size()))) {
      std::uint64_t bytes = 0;
      std::from_chars(one.bytes.data(), one.bytes.data() + one.bytes.size(), bytes);
      s.photos.kept[std::string(key.substr(kKept.size()))] = bytes;
    } else if (key.starts_with(kNamed)) {
      bool whole = true;
      s.photos.named[std::string(key.substr(kNamed.size()))] = read_names(one.bytes, whole);
      if (!whole) s.photos.doubtful = true;
    }
  }
}

std::size_t Reducer::take_photos(const PendingImport& import) {
  std::size_t taken = 0;
  for (const auto& [name, jpeg] : import.photos) {
    if (s.photos.kept.contains(name)) continue;
    keep_photo(name, *jpeg);
    hide_photo(name);  // it was missing until now: it is asked for anew
    ++taken;
  }
  if (taken > 0) pump();
  return taken;
}

void Reducer::photo_for_file(const std::string& name, const platform::Loaded* loaded) {
  if (!s.photos.leaving || std::erase(s.photos.leaving->wanted, name) == 0) return;
  const bool good = loaded != nullptr && loaded->found && schouw::photo_name(loaded->bytes) == name;
  if (good) s.photos.leaving->read.emplace(name, std::make_shared<const std::string>(loaded->bytes));
  if (s.photos.leaving->wanted.empty()) offer_dossier();
}

void Reducer::loaded_photo(const platform::Loaded& a) {
  const std::string name = a.key.substr(photo_key("").size());
  photo_for_file(name, &a);
  if (a.found) photo_for_folder(name, a.bytes);
  const auto at = s.photos.seen.find(name);
  if (at == s.photos.seen.end() || at->second.what != What::kAsked) return;
  if (!a.found) {
    at->second.what = What::kMissing;
  } else if (schouw::photo_name(a.bytes) != name || !schouw::check_photo(a.bytes)) {
    at->second.what = What::kBroken;
  } else {
    at->second.what = What::kHere;
    at->second.jpeg = std::make_shared<const std::string>(a.bytes);
  }
}

bool Reducer::photos_not_loaded() {
  bool any = s.photos.leaving.has_value();
  if (any) {
    for (const std::string& name : std::vector<std::string>(s.photos.leaving->wanted)) photo_for_file(name, nullptr);
  }
  for (auto& [name, seen] : s.photos.seen) {
    if (seen.what != What::kAsked) continue;
    seen.what = What::kMissing;
    any = true;
  }
  return any;
}

void Reducer::take(const platform::PhotoShown& a) {
  const auto at = s.photos.seen.find(a.name);
  if (at == s.photos.seen.end()) return;
  if (a.picture == nullptr) {
    at->second.what = What::kBroken;
  } else {
    at->second.picture = a.picture;
    at->second.shown_side = a.most_side;
  }
}

void Reducer::show_photos() {
  if (s.loading) return;
  // What was painted and not made so belongs to the photo that is open.
  if (s.photos.brush && (s.route.screen != Screen::kPhoto || s.route.id != s.photos.brush->name))
    s.photos.brush.reset();
  const std::vector<std::string> wanted = names_shown(s);
  const auto side = s.route.screen == Screen::kPhoto ? static_cast<std::uint32_t>(schouw::kMostPhotoSide) : kTileSide;
  ++s.photos.clock;
  for (const std::string& name : wanted) {
    Photos::Seen& seen = s.photos.seen[name];
    const bool fresh = seen.used == 0 && seen.jpeg == nullptr;
    seen.used = s.photos.clock;
    if (fresh && s.photos.kept.contains(name)) effects.emplace_back(platform::Load{photo_key(name)});
    if (fresh && !s.photos.kept.contains(name)) seen.what = What::kMissing;
    if (seen.what != What::kHere || seen.side >= side) continue;
    seen.side = side;
    effects.emplace_back(platform::ShowPhoto{name, seen.jpeg, side});
  }
  while (s.photos.seen.size() > std::max(kMostSeen, wanted.size())) {
    const auto oldest = std::min_element(s.photos.seen.begin(), s.photos.seen.end(),
                                         [](const auto& a, const auto& b) { return a.second.used < b.second.used; });
    hide_photo(oldest->first);
  }
}

void Reducer::hide_photo(std::string name) {
  if (s.photos.seen.erase(name) > 0) effects.emplace_back(platform::HidePhoto{std::move(name)});
}

// ---- names and forgetting

PhotoMark photo_mark(const State& state) {
  PhotoMark mark;
  mark.slug = state.slug;
  mark.step = state.book.next_step;
  mark.journal = state.book.journal.size();
  mark.before_import = state.book.before_import.get();
  if (state.tag) mark.draft = state.tag->signal.photos;
  for (const TagDraft& one : state.tags_later) {
    mark.draft.insert(mark.draft.end(), one.signal.photos.begin(), one.signal.photos.end());
  }
  mark.shelf = state.shelf.size();
  mark.kept = state.photos.kept.size();
  mark.loading = state.loading;
  return mark;
}

void Reducer::tend_photos(const PhotoMark& before) {
  show_photos();
  // As long as there are none, nothing is looked for.
  if (s.loading || !s.photos.known || s.photos.kept.empty() || !can_keep() || photo_mark(s) == before) return;
  std::vector<std::string> names = names_in(s.book, s.tag, s.tags_later);
  const auto known = s.photos.named.find(s.slug);
  if (known == s.photos.named.end() || known->second != names) {
    put("p/named/" + s.slug, write_names(names));
    s.photos.named[s.slug] = std::move(names);
  }
  for (const std::string& name : unnamed(s.photos, s.shelf)) {
    forget(only(photo_key(name)));
    forget(only("p/kept/" + name));
    s.photos.kept.erase(name);
    hide_photo(name);
  }
  pump();
}

void Reducer::forget_names(const std::string& slug) {
  if (s.photos.named.erase(slug) > 0) forget(only("p/named/" + slug));
}

}  // namespace stoepkrijt::app
