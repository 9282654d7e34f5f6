#include "app/views/photo_view.hpp"

#include <algorithm>
#include <utility>

#include "app/views/schouw_words.hpp"

namespace stoepkrijt::app {

namespace {

using What = Photos::Seen::What;

void add_picture(PhotoTile& tile, const State& state, const Lang& lang) {
  const auto at = state.photos.seen.find(tile.name);
  const What what = at == state.photos.seen.end() ? What::kAsked : at->second.what;
  tile.gone = what == What::kMissing || what == What::kBroken;
  if (what == What::kMissing) tile.instead = lang.tr("photo.missing");
  if (what == What::kBroken) tile.instead = lang.tr("photo.broken");
  if (tile.gone) return;
  if (at == state.photos.seen.end() || at->second.picture == nullptr) {
    tile.instead = lang.tr("photo.loading");
    return;
  }
  tile.width = at->second.picture->width;
  tile.height = at->second.picture->height;
}

/// The draft or the signal that names a photo; nullptr: none does.
const model::Signal* signal_with(const State& state, const std::string& name) {
  const auto names = [&](const model::Signal& signal) {
    return std::find(signal.photos.begin(), signal.photos.end(), name) != signal.photos.end();
  };
  if (state.tag && names(state.tag->signal)) return &state.tag->signal;
  const auto at = std::find_if(state.dossier->signals.begin(), state.dossier->signals.end(), names);
  return at == state.dossier->signals.end() ? nullptr : &*at;
}

/// Pixels of the picture that cells [first, last) take, cut off where the picture ends.
std::pair<float, float> span(std::int32_t first, std::int32_t last, std::int32_t cell, std::int32_t most) {
  const std::int32_t from = std::min(first * cell, most);
  return {static_cast<float>(from), static_cast<float>(std::min(last * cell, most) - from)};
}

void add_covers(PhotoView& v, const Photos::Brush& brush) {
  const schouw::Hidden& hidden = brush.hidden;
  const std::vector<schouw::Colour> colours = schouw::covers(hidden, brush.sums);
  for (std::int32_t row = 0; row < hidden.rows; ++row) {
    for (std::int32_t column = 0; column < hidden.columns; ++column) {
      if (!hidden.at(column, row)) continue;
      const auto [x, w] = span(column, column + 1, hidden.cell, brush.picture->width);
      const auto [y, h] = span(row, row + 1, hidden.cell, brush.picture->height);
      v.covers.push_back({x, y, w, h, colours[static_cast<std::size_t>(row * hidden.columns + column)]});
    }
  }
}

void add_brush(PhotoView& v, const State& state, const Lang& lang) {
  const Photos::Seen* seen = photo_to_paint(state);
  if (seen == nullptr) return;
  v.can_paint = true;
  const schouw::Hidden nothing = schouw::nothing_hidden(*seen->picture);
  v.brush = static_cast<float>(nothing.cell) * 2.0F;
  const bool begun = state.photos.brush.has_value();
  const schouw::Hidden& hidden = begun ? state.photos.brush->hidden : nothing;
  const PartsOf parts = parts_of(*seen->picture);
  v.parts_name = lang.tr("photo.parts", {{"rows", lang.number(parts.down)}, {"columns", lang.number(parts.across)}});
  for (std::int32_t row = 0; row < parts.down; ++row) {
    for (std::int32_t column = 0; column < parts.across; ++column) {
      const schouw::Part part = schouw::part_of(hidden, parts.across, parts.down, column, row);
      const auto [x, w] = span(part.first_column, part.last_column, hidden.cell, seen->picture->width);
      const auto [y, h] = span(part.first_row, part.last_row, hidden.cell, seen->picture->height);
      v.parts.push_back({std::to_string(row) + "-" + std::to_string(column),
                         lang.tr("photo.part", {{"row", lang.number(row + 1)}, {"column", lang.number(column + 1)}}),
                         column, row, x, y, w, h, schouw::is_hidden(hidden, part)});
    }
  }
  if (!begun) return;
  v.painted = hidden.any();
  if (v.painted) add_covers(v, *state.photos.brush);
  if (!state.photos.brush->before.empty()) v.undo = lang.tr("photo.undo");
}

}  // namespace

std::vector<PhotoTile> make_photo_tiles(const State& state, const Lang& lang, const model::Signal& signal,
                                        const TagDraft* draft) {
  std::vector<PhotoTile> tiles;
  const std::string of = lang.number(static_cast<std::int64_t>(signal.photos.size()));
  for (const std::string& name : signal.photos) {
    const std::string n = lang.number(static_cast<std::int64_t>(tiles.size()) + 1);
    PhotoTile tile;
    tile.name = name;
    tile.alt = lang.tr("photo.alt", {{"n", n}, {"of", of}, {"title", signal_title(*state.dossier, lang, signal)}});
    tile.open = lang.tr("photo.open", {{"n", n}, {"of", of}});
    if (draft != nullptr) {
      const std::vector<std::string>& open = draft->photos_to_look_at;
      tile.checked = std::find(open.begin(), open.end(), name) == open.end();
      tile.badge = lang.tr(tile.checked ? "photo.checked" : "photo.to_check");
      tile.remove = lang.tr("photo.remove", {{"n", n}});
    }
    add_picture(tile, state, lang);
    tiles.push_back(std::move(tile));
  }
  return tiles;
}

PhotoView make_photo_view(const State& state, const Lang& lang) {
  PhotoView v;
  const std::string& name = state.route.id;
  const model::Signal* signal = signal_with(state, name);
  v.in_draft = state.tag && signal == &state.tag->signal;
  if (signal == nullptr) {
    v.gone_title = lang.tr("photo.missing");
    v.gone_words = lang.tr("photo.missing_words");
    v.page = make_page(state, lang, lang.tr("screen.foto"), v.gone_title);
    return v;
  }
  v.present = true;
  const std::vector<PhotoTile> tiles = make_photo_tiles(state, lang, *signal, v.in_draft ? &*state.tag : nullptr);
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    if (tiles[i].name != name) continue;
    v.tile = tiles[i];
    const std::string title = lang.tr("photo.number", {{"n", lang.number(static_cast<std::int64_t>(i) + 1)},
                                                       {"of", lang.number(static_cast<std::int64_t>(tiles.size()))}});
    v.page = make_page(state, lang, title, v.tile.alt);
  }
  v.tile.badge.clear();
  if (v.tile.gone) {
    const bool missing = state.photos.seen.find(name)->second.what == What::kMissing;
    v.gone_title = v.tile.instead;
    v.gone_words = lang.tr(missing ? "photo.missing_words" : "photo.broken_words");
  }
  v.actions_name = lang.tr("photo.actions");
  if (!v.in_draft) return v;
  v.to_look_at = !v.tile.checked;
  v.question = lang.tr("photo.question");
  v.good = lang.tr(v.to_look_at ? "photo.nobody" : "photo.back_to_report");
  add_brush(v, state, lang);
  if (v.painted) {
    v.good = lang.tr("photo.hide");
    v.question = lang.tr("photo.hide_question");
  }
  v.hint = lang.tr(v.painted ? "photo.hide_words" : v.to_look_at ? "photo.question_words" : "photo.fine");
  v.camera = state.device.coarse_pointer;
  v.retake = lang.tr(v.camera ? "photo.retake" : "photo.choose_other");
  v.remove = lang.tr("photo.take_away");
  return v;
}

}  // namespace stoepkrijt::app
