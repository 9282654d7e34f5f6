// The brush: what lies under the finger, or in a part that was chosen, is hidden, and then made so for good.
#include <utility>

#include "app/reducer.hpp"

namespace stoepkrijt::app {

Photos::Brush* Reducer::brush() {
  const Photos::Seen* seen = photo_to_paint(s);
  if (seen == nullptr) return nullptr;
  if (!s.photos.brush) {
    s.photos.brush = Photos::Brush{
        s.route.id, seen->picture, schouw::sums_of(*seen->picture), schouw::nothing_hidden(*seen->picture), {}};
  }
  return &*s.photos.brush;
}

void Reducer::remember_stroke(Photos::Brush& brush) {
  brush.before.push_back(brush.hidden);
  if (brush.before.size() > kMostStrokes) brush.before.erase(brush.before.begin());
}

void Reducer::on(const cmd::PaintPhoto& c) {
  Photos::Brush* at = brush();
  if (at == nullptr) return;
  if (c.first) remember_stroke(*at);
  schouw::paint(at->hidden, c.from, c.to, c.width);
}

void Reducer::on(const cmd::HidePart& c) {
  Photos::Brush* at = brush();
  if (at == nullptr) return;
  const PartsOf parts = parts_of(*at->picture);
  if (c.column < 0 || c.row < 0 || c.column >= parts.across || c.row >= parts.down) return;
  remember_stroke(*at);
  schouw::set_part(at->hidden, schouw::part_of(at->hidden, parts.across, parts.down, c.column, c.row), c.on);
}

void Reducer::on(const cmd::UndoStroke&) {
  if (!s.photos.brush || s.photos.brush->before.empty()) return;
  s.photos.brush->hidden = std::move(s.photos.brush->before.back());
  s.photos.brush->before.pop_back();
  announce(lang().tr("announce.stroke_undone"));
}

void Reducer::on(const cmd::ApplyBrush&) {
  const Photos::Brush* at = brush();
  if (at == nullptr || !at->hidden.any()) return;
  encode(std::make_shared<const Picture>(schouw::pixelated(*at->picture, at->hidden)), at->name, true);
}

}  // namespace stoepkrijt::app
