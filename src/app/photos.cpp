#include "app/photos.hpp"

#include "app/views/report_view.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "app/state.hpp"
#include "formats/records/photo_names.hpp"
#include "formats/records/records.hpp"
#include "merge/value.hpp"
#include "schouw/photo_jpeg.hpp"

namespace stoepkrijt::app {

namespace {

void add_value(std::string_view value, std::set<std::string>& out) {
  std::string name = merge::as_text(value).value_or("");
  if (schouw::is_photo_name(name)) out.insert(std::move(name));
}

}  // namespace

std::vector<std::string> names_in(const Book& book, const std::optional<TagDraft>& tag,
                                  const std::vector<TagDraft>& later) {
  std::set<std::string> out;
  if (book.document != nullptr) formats::add_photo_names(*book.document, true, out);
  if (book.before_import != nullptr) formats::add_photo_names(*book.before_import, true, out);
  for (const StepPtr& step : book.journal) {
    for (const merge::Change& change : step->changes) {
      for (const merge::Change::Field& field : change.fields) {
        if (field.name != formats::kPhotos) continue;
        for (const std::string& value : field.before) add_value(value, out);
        for (const std::string& value : field.after) add_value(value, out);
      }
    }
  }
  if (tag) out.insert(tag->signal.photos.begin(), tag->signal.photos.end());
  for (const TagDraft& one : later) out.insert(one.signal.photos.begin(), one.signal.photos.end());
  return {out.begin(), out.end()};
}

namespace {

/// The first photo of each of a pair, for some pairs ahead: one may be passed over.
std::vector<std::string> photos_of_doubles(const State& state) {
  constexpr std::size_t kAhead = 6;
  std::vector<std::string> names;
  for (const schouw::DoublePair& pair : schouw::suggest_doubles(*state.dossier, state.doubles, kAhead)) {
    for (const std::size_t i : {pair.first, pair.second}) {
      const std::vector<std::string>& photos = state.dossier->signals[i].photos;
      if (!photos.empty()) names.push_back(photos.front());
    }
  }
  return names;
}

}  // namespace

std::vector<std::string> names_shown(const State& state) {
  switch (state.route.screen) {
    case Screen::kTag:
      return state.tag ? state.tag->signal.photos : std::vector<std::string>{};
    case Screen::kSignal: {
      const model::Signal* signal = find_signal(*state.dossier, state.route.id);
      return signal == nullptr ? std::vector<std::string>{} : signal->photos;
    }
    case Screen::kReport: {
      std::vector<std::string> names;
      for (const model::Signal* signal : reported(state, state.route.id)) {
        names.insert(names.end(), signal->photos.begin(), signal->photos.end());
      }
      return names;
    }
    case Screen::kDoubles:
      return photos_of_doubles(state);
    case Screen::kPhoto:
      return schouw::is_photo_name(state.route.id) ? std::vector<std::string>{state.route.id}
                                                   : std::vector<std::string>{};
    default:
      return {};
  }
}

std::vector<std::string> unnamed(const Photos& photos, const std::vector<ShelfItem>& shelf) {
  std::vector<std::string> out;
  if (!photos.known || photos.doubtful) return out;
  const bool all_known =
      std::all_of(shelf.begin(), shelf.end(), [&](const ShelfItem& item) { return photos.named.contains(item.slug); });
  if (!all_known) return out;
  for (const auto& [name, bytes] : photos.kept) {
    const bool somewhere = std::any_of(photos.named.begin(), photos.named.end(), [&](const auto& one) {
      return std::binary_search(one.second.begin(), one.second.end(), name);
    });
    if (!somewhere) out.push_back(name);
  }
  return out;
}

PartsOf parts_of(const Picture& picture) {
  if (picture.width * 5 >= picture.height * 6) return {6, 4};
  if (picture.height * 5 >= picture.width * 6) return {4, 6};
  return {5, 5};
}

const Photos::Seen* photo_to_paint(const State& state) {
  if (state.route.screen != Screen::kPhoto || !state.tag || state.photos.making) return nullptr;
  const std::vector<std::string>& names = state.tag->signal.photos;
  if (std::find(names.begin(), names.end(), state.route.id) == names.end()) return nullptr;
  const auto at = state.photos.seen.find(state.route.id);
  if (at == state.photos.seen.end() || at->second.picture == nullptr) return nullptr;
  return at->second.shown_side >= static_cast<std::uint32_t>(schouw::kMostPhotoSide) ? &at->second : nullptr;
}

std::vector<std::string> names_of_signals(const model::Dossier& dossier) {
  std::set<std::string> out;
  for (const model::Signal& signal : dossier.signals) out.insert(signal.photos.begin(), signal.photos.end());
  return {out.begin(), out.end()};
}

PhotosOut photos_out(const State& state) {
  PhotosOut out;
  for (const std::string& name : names_of_signals(*state.dossier)) {
    const auto at = state.photos.kept.find(name);
    if (at == state.photos.kept.end()) {
      ++out.missing;
    } else {
      ++out.here;
      out.bytes += formats::bytes_in_file(at->second);
    }
  }
  return out;
}

std::uint64_t bytes_kept(const Photos& photos) {
  std::uint64_t sum = 0;
  for (const auto& [name, bytes] : photos.kept) sum += bytes;
  return sum;
}

std::string photo_key(std::string_view name) { return "photo/" + std::string(name); }

std::string write_names(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += name + "\n";
  return out;
}

std::vector<std::string> read_names(std::string_view lines, bool& whole) {
  std::set<std::string> out;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    const std::string_view name = lines.substr(0, end);
    if (end == std::string_view::npos || !schouw::is_photo_name(name)) whole = false;
    if (schouw::is_photo_name(name)) out.emplace(name);
    lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
  }
  return {out.begin(), out.end()};
}

}  // namespace stoepkrijt::app
