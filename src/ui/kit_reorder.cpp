// A list whose things can be dragged to another place, by a handle that they register with Core::grip. What is dragged
// follows the pointer above the others, which make room; near an edge the page scrolls along. Escape puts it back.
// Nodes keep their order meanwhile: for a reader nothing moves until it is let go.
#include <algorithm>

#include "ui/kit_core.hpp"

namespace stoepkrijt::ui {
namespace {

constexpr float kEdge = 72;            // CSS pixels from an edge at which scrolling begins
constexpr float kScrollPerS = 900;     // at the edge itself
constexpr float kMakeRoomS = 0.18F;    // until the others have moved aside
constexpr NodeId kAside = 0x3c6ef372;  // of each thing: how far it is from its own place

int gripped(const PointerState& p, std::span<const std::string> keys) {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (a11y::node_id(key(keys[i], "/grip")) == p.grip) return static_cast<int>(i);
  }
  return -1;
}

/// The place that the lifted thing takes when it is let go with its upper edge at `top`.
int place_of(const std::vector<Slot>& slots, int from, float top) {
  const float bottom = top + slots[static_cast<std::size_t>(from)].h;
  int to = from;
  for (int i = 0; i < static_cast<int>(slots.size()); ++i) {
    const Slot& slot = slots[static_cast<std::size_t>(i)];
    const float middle = slot.y + slot.h / 2;
    if (i < from && top < middle) return i;
    if (i > from && bottom > middle) to = i;
  }
  return to;
}

void scroll_along(Ui::Core& c, float list_top, float list_bottom) {
  if (c.scrolls.empty()) return;
  ScrollState& st = *c.scrolls.back();
  const Rect& clip = c.clips.back();
  const float top = clip.y,
              bottom = c.last_sheet_top > 0 ? std::min(clip.y + clip.h, c.last_sheet_top) : clip.y + clip.h;
  const float edge = std::min(c.s(kEdge), (bottom - top) / 4);
  float part = 0;
  if (c.p.y < top + edge && list_top < top) part = (c.p.y - top - edge) / edge;
  if (c.p.y > bottom - edge && list_bottom > bottom) part = (c.p.y - bottom + edge) / edge;
  if (part == 0) return;
  st.offset = std::clamp(st.offset + std::clamp(part, -1.0F, 1.0F) * kScrollPerS * c.dt, 0.0F, st.last());
  st.glide_to = -1;
  st.shown_at = c.in.now_s;
  c.animate = true;
}

/// From here on the thing glides home from `off`, instead of from where move_to() last had it.
void glide_home(Ui::Core& c, NodeId id, float off) { c.moving[id] = {off, off, 0, c.in.now_s, c.frame, false}; }

}  // namespace

void Ui::Core::grip(std::string_view k, const Rect& r) {
  const Rect seen = cut(r, clips.back());
  if (dry == 0 && !empty(seen)) hits.push_back({a11y::node_id(k), seen, HitKind::kGrip});
}

Reordered Ui::reorder(std::string_view k, std::span<const std::string> keys, float space, Fn<void(int)> item) {
  Reordered out;
  const NodeId id = a11y::node_id(k);
  const Column start = c_.col;
  const int n = static_cast<int>(keys.size());
  std::vector<Slot>& slots = c_.slots[id];  // of the last frame
  Reorder& drag = c_.reorder;
  const bool known = slots.size() == keys.size();
  if (c_.dry == 0 && c_.p.gripping && drag.list == 0 && known && gripped(c_.p, keys) >= 0) {
    drag = {id, gripped(c_.p, keys), 0, 0};
    drag.grab = c_.p.press_y - start.y - slots[static_cast<std::size_t>(drag.from)].y;
  }
  const bool lifts = c_.dry == 0 && drag.list == id && known && drag.from < n;
  if (lifts) {
    const Slot& own = slots[static_cast<std::size_t>(drag.from)];
    const float end = slots.back().y + slots.back().h;
    drag.top = std::clamp(c_.p.y - start.y - drag.grab, -own.h / 3, end - own.h * 2 / 3);
    out = {drag.from, place_of(slots, drag.from, drag.top)};
    scroll_along(c_, start.y, start.y + end);
    c_.dl->ChannelsSplit(2);
  }
  const float room = lifts ? slots[static_cast<std::size_t>(out.from)].h + space : 0;
  std::vector<Slot> next;
  float y = 0;
  for (int i = 0; i < n; ++i) {
    const std::string& name = keys[static_cast<std::size_t>(i)];
    const bool mine = lifts && i == out.from;
    float aside = i > out.from && i <= out.to ? -room : i < out.from && i >= out.to ? room : 0;
    if (c_.dry == 0) aside = c_.move_to(a11y::node_id(name) ^ kAside, lifts && !mine ? aside : 0, kMakeRoomS);
    if (mine) aside = drag.top - y;
    c_.col = {start.x, start.y + y + aside, start.w};
    c_.lifted = mine;
    if (lifts) c_.dl->ChannelsSetCurrent(mine ? 1 : 0);
    item(i);
    c_.lifted = false;
    const float h = c_.col.y - start.y - y - aside;
    next.push_back({y, h});
    y += h + space;
  }
  c_.col = {start.x, start.y + std::max(0.0F, y - space), start.w};
  if (c_.dry > 0) return {};
  if (lifts) c_.dl->ChannelsMerge();
  slots = std::move(next);
  return lifts ? let_go(keys, out) : Reordered{};
}

// Whether it ends in this frame; and then where everything begins to move from.
Reordered Ui::let_go(std::span<const std::string> keys, Reordered at) {
  const std::vector<Slot>& slots = c_.slots[c_.reorder.list];
  const NodeId own = a11y::node_id(keys[static_cast<std::size_t>(at.from)]) ^ kAside;
  const Slot& from = slots[static_cast<std::size_t>(at.from)];
  const Slot& to = slots[static_cast<std::size_t>(at.to)];
  if (c_.dismiss && !c_.modal_last) {
    c_.dismiss = false;
    c_.p.gripping = false;
    glide_home(c_, own, c_.reorder.top - from.y);
    c_.reorder = {};
    c_.animate = true;
    return {};
  }
  if (!c_.p.released) return {};
  // In the next frame each stands at its new place already: only the dragged one still has a way to go.
  for (const std::string& name : keys) c_.moving.erase(a11y::node_id(name) ^ kAside);
  glide_home(c_, own, c_.reorder.top - (at.to > at.from ? to.y + to.h - from.h : to.y));
  c_.reorder = {};
  c_.animate = true;
  return at.to == at.from ? Reordered{} : at;
}

}  // namespace stoepkrijt::ui
