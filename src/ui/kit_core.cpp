#include "ui/kit_core.hpp"

#include <algorithm>
#include <cmath>

namespace stoepkrijt::ui {
namespace {

constexpr float kWheelStep = 100;  // CSS pixels per notch, as browsers give them
constexpr float kTouchSlop = 10, kMouseSlop = 6;
constexpr double kRestS = 0.06;
constexpr double kPaceS = 0.1, kLeastPaceS = 1.0 / 60;
constexpr float kMostPace = 5000;  // CSS pixels a second

struct Under {
  NodeId hot = 0, scroll = 0, map = 0, grip = 0;
};
// From the top down; a blocker (sheet, bar, dialog) hides what lies below it.
Under under_pointer(const std::vector<Hit>& hits, float x, float y) {
  Under u;
  bool widget_seen = false;
  for (auto it = hits.rbegin(); it != hits.rend(); ++it) {
    if (!inside(it->r, x, y)) continue;
    switch (it->kind) {
      case HitKind::kBlocker:
        return u;
      case HitKind::kCover:
        widget_seen = true;
        break;
      case HitKind::kScroll:
        if (u.scroll == 0) u.scroll = it->id;
        break;
      case HitKind::kMap:
        u.map = it->id;
        if (!widget_seen) u.hot = it->id;
        return u;
      case HitKind::kGrip:
      case HitKind::kWidget:
      case HitKind::kText:
        if (!widget_seen && it->kind == HitKind::kGrip) u.grip = it->id;
        if (!widget_seen) u.hot = it->id;
        widget_seen = true;
        break;
    }
  }
  return u;
}

float ease_out(float t) {
  const float u = 1 - std::clamp(t, 0.0F, 1.0F);
  return 1 - u * u * u;
}

}  // namespace

void Ui::Core::begin_pointer() {
  const ImGuiIO& io = ImGui::GetIO();
  const bool was_down = p.down;
  const float ox = p.x, oy = p.y;
  p.touch = in.pointer_is_touch;
  p.x = io.MousePos.x < -1e6F ? -1 : io.MousePos.x;
  p.y = io.MousePos.y < -1e6F ? -1 : io.MousePos.y;
  p.down = io.MouseDown[0];
  p.pressed = p.down && !was_down;
  p.released = !p.down && was_down;
  p.wheel = io.MouseWheel;
  p.clicked = 0;
  p.dx = p.pressed ? 0 : p.x - ox;
  p.dy = p.pressed ? 0 : p.y - oy;
  const Under u = under_pointer(last_hits, p.x, p.y);
  p.hot = u.hot;
  p.over_map = u.map;
  if (p.pressed) {
    p.active = u.hot;
    p.scroll_id = u.scroll;
    p.map_id = u.map;
    p.press_x = p.x;
    p.press_y = p.y;
    p.press_at = p.moved_at = in.now_s;
    p.pace.start(in.now_s, p.y);
    p.dragging = false;
    p.grip = u.grip;
    if (u.scroll != 0) scroll_states[u.scroll].velocity = 0;
  }
  const float slop = p.touch ? kTouchSlop : kMouseSlop;
  if (p.down && !p.dragging && std::hypot(p.x - p.press_x, p.y - p.press_y) > slop &&
      (p.map_id != 0 || p.grip != 0 || (p.touch && p.scroll_id != 0))) {
    p.dragging = true;
    p.gripping = p.grip != 0;
    p.active = 0;
  }
  if (p.down && p.dragging && p.map_id == 0 && p.grip == 0 && p.touch) {
    ScrollState& st = scroll_states[p.scroll_id];
    st.offset -= p.dy;
    st.glide_to = -1;
    st.shown_at = in.now_s;
    p.pace.add(in.now_s, p.y);
    if (p.dy != 0) p.moved_at = in.now_s;
  }
  if (p.released) {
    // A finger that rested before it lifted does not throw.
    const bool throws = p.dragging && !p.gripping && p.touch && p.map_id == 0 && p.scroll_id != 0 && !in.reduced_motion;
    if (throws && in.now_s - p.moved_at <= kRestS) scroll_states[p.scroll_id].velocity = -p.pace.speed();
    if (p.active != 0 && p.active == p.hot && !p.dragging) p.clicked = p.active;
    p.active = 0;
  }
  if (p.wheel != 0 && u.scroll != 0 && u.map == 0) {
    ScrollState& st = scroll_states[u.scroll];
    const float from = st.glide_to >= 0 ? st.glide_to : st.offset;
    st.glide_to = std::clamp(from - p.wheel * kWheelStep, 0.0F, st.last());
    st.velocity = 0;
    st.shown_at = in.now_s;
  }
}

void Pace::add(double t, float y) {
  std::erase_if(seen_, [&](const At& at) { return t - at.t > kPaceS; });
  seen_.push_back({t, y});
}

float Pace::speed() const {
  if (seen_.size() < 2) return 0;
  const double span = std::max(kLeastPaceS, seen_.back().t - seen_.front().t);
  return std::clamp(static_cast<float>((seen_.back().y - seen_.front().y) / span), -kMostPace, kMostPace);
}

void Ui::Core::end_pointer() {
  const Under u = under_pointer(hits, p.x, p.y);
  over_interactive = over_text = false;
  for (const Hit& h : hits) {
    if (u.hot == 0 || h.id != u.hot || h.kind == HitKind::kMap) continue;
    over_text = h.kind == HitKind::kText;
    over_interactive = !over_text;
  }
  if (p.released) {
    p.dragging = p.gripping = false;
    p.grip = 0;
    reorder = {};  // also when its list is gone
  }
  std::swap(last_hits, hits);
  hits.clear();
}

const a11y::SemEvent* Ui::Core::event(a11y::SemEventType t, NodeId id) const {
  const auto it = std::find_if(in.events.begin(), in.events.end(),
                               [&](const a11y::SemEvent& e) { return e.type == t && e.id == id; });
  return it == in.events.end() ? nullptr : &*it;
}

Press Ui::Core::interact(NodeId id, const Rect& r, bool disabled, HitKind kind) {
  Press out;
  if (dry > 0) return out;
  const Rect seen = cut(r, clips.back());
  if (!empty(seen)) {
    hits.push_back({id, seen, kind});
    ImGui::ItemAdd(ImRect(seen.x, seen.y, seen.x + seen.w, seen.y + seen.h), id);
  }
  out.hovered = p.hot == id && !p.touch && (p.active == 0 || p.active == id) && !disabled;
  out.held = p.active == id && p.hot == id && p.down && !disabled;
  out.clicked = !disabled && (p.clicked == id || event(a11y::SemEventType::kActivate, id) != nullptr);
  out.focused = focused == id && in.focus_visible;
  out.hover = move_to(id ^ 0x5bd1e995U, out.hovered ? 1.0F : 0.0F, 0.16F);
  out.hold = move_to(id ^ 0x9747b28cU, out.held || out.clicked ? 1.0F : 0.0F, 0.08F);
  return out;
}

Press Ui::Core::press(std::string_view k, Role role, std::string_view name, const Rect& r, const NodeArgs& a,
                      HitKind kind) {
  const NodeId id = a11y::node_id(k);
  if (dry > 0) return {};
  if (name.empty()) fault("no name: " + std::string(k));
  node(id, role, name, r, a);
  return interact(id, r, (a.states & a11y::kDisabled) != 0, kind);
}

void Ui::Core::block(const Rect& r) {
  if (dry == 0) hits.push_back({0, cut(r, clips.back()), HitKind::kBlocker});
}

void Ui::Core::cover(const Rect& r) {
  if (dry == 0) hits.push_back({0, cut(r, clips.back()), HitKind::kCover});
}

std::size_t Ui::Core::node(NodeId id, Role role, std::string_view name, const Rect& r, const NodeArgs& a) {
  if (dry > 0 || quiet > 0) return nodes.size();
  a11y::SemNode n;
  n.id = id;
  n.parent = parents.empty() ? 0 : parents.back();
  n.role = role;
  n.level = static_cast<std::uint8_t>(a.level);
  n.states = a.states;
  n.name = spoken(name);
  n.description = spoken(a.description);
  n.value = a.value;
  n.now = a.now;
  n.min = a.min;
  n.max = a.max;
  n.rect = cut(r, clips.back());
  if (role == Role::kTextField || role == Role::kTextArea || role == Role::kSearchField) {
    // The real input must be as large as the box; what sticks out of a scrolled area is cut off by the page.
    if (!empty(n.rect)) n.rect = r;
    n.clip = clips.back();
    // What the page paints lies over all that is drawn, so also over a message.
    if (!ui::empty(cut(last_message, r))) n.clip.h = std::min(n.clip.h, std::max(1.0F, last_message.y - n.clip.y));
  }
  if (id == reveal && !scrolls.empty()) {
    ScrollState& st = *scrolls.back();
    const float top = clips.back().y, bottom = top + st.view - st.spare;
    if (r.y < top + 8)
      st.glide_to = std::max(0.0F, st.offset + r.y - top - 16);
    else if (r.y + r.h > bottom - 8)
      st.glide_to = st.offset + std::min(r.y + r.h - bottom + 16, r.y - top - 16);
    st.velocity = 0;
    reveal = 0;
    animate = true;
  }
  nodes.push_back(std::move(n));
  return nodes.size() - 1;
}

float Ui::Core::move_to(NodeId id, float target, float seconds) {
  Moving& m = moving[id];
  if (m.fresh) {
    m = {target, target, target, in.now_s, frame, false};
    return target;
  }
  if (m.target != target) {
    m.from = m.value;
    m.target = target;
    m.started = in.now_s;
  }
  m.frame = frame;
  const float length = in.reduced_motion ? 0 : seconds;
  const float t = length <= 0 ? 1 : static_cast<float>(in.now_s - m.started) / length;
  m.value = t >= 1 ? m.target : m.from + (m.target - m.from) * ease_out(t);
  if (t < 1) animate = true;
  return m.value;
}

void Ui::Core::fault(std::string words) {
  if (dry == 0) faults.push_back(std::move(words));
}

void Ui::Core::push_clip(const Rect& r) {
  const Rect c = cut(r, clips.back());
  clips.push_back(c);
  if (dry == 0) dl->PushClipRect({c.x, c.y}, {c.x + c.w, c.y + c.h}, false);
}
void Ui::Core::pop_clip() {
  clips.pop_back();
  if (dry == 0) dl->PopClipRect();
}

// ---- the frame, as screens see it ----------------------------------------------------------------------------------

const FrameInput& Ui::input() const { return c_.in; }
bool Ui::kiosk() const { return c_.in.kiosk; }
double Ui::now() const { return c_.in.now_s; }
Color Ui::color(Token t) const { return c_.color(t); }
void Ui::animate() { c_.animate = true; }
Rect Ui::screen() const { return {0, 0, c_.in.width, c_.in.height}; }
Rect Ui::area() const { return c_.area(); }
Rect Ui::safe() const {
  const Insets& i = c_.in.safe_area;
  return {i.left, i.top, c_.in.width - i.left - i.right, c_.in.height - i.top - i.bottom};
}
float Ui::margin() const { return kiosk() ? 56.0F : c_.in.width < 360 ? 12.0F : 16.0F; }

Layout Ui::layout() const {
  if (kiosk()) return c_.in.height >= c_.in.width ? Layout::kKioskPortrait : Layout::kKioskLandscape;
  const float w = c_.in.width / c_.in.text_scale;
  return w < 768 ? Layout::kPhone : w < 1100 ? Layout::kTablet : Layout::kDesktop;
}

void Ui::announce(std::string_view words, bool assertive) {
  if (c_.dry > 0) return;
  c_.announcements.push_back({assertive ? a11y::Politeness::kAssertive : a11y::Politeness::kPolite, spoken(words)});
}
void Ui::focus(std::string_view k) {
  if (c_.dry == 0) c_.focus_request = a11y::node_id(k);
}
bool Ui::has_focus(std::string_view k) const { return c_.focused == a11y::node_id(k); }
bool Ui::dismissed() {
  if (c_.dry > 0 || !c_.dismiss || c_.modal_last) return false;  // a dialog hears it first
  c_.dismiss = false;
  return true;
}
float Ui::animated(std::string_view k, bool on, float seconds) {
  return c_.move_to(a11y::node_id(k) ^ 0x2545F491U, on ? 1.0F : 0.0F, seconds);
}
float Ui::animated_to(std::string_view k, float target, float seconds) {
  return c_.move_to(a11y::node_id(k) ^ 0x61C88647U, target, seconds);
}
void Ui::reveal(std::string_view k) {
  c_.reveal = a11y::node_id(k);
  c_.animate = true;  // what was asked for now may be there in the next frame
}
void Ui::scroll_to_top(std::string_view scroll_key) {
  ScrollState& st = c_.scroll_states[a11y::node_id(scroll_key)];
  st.offset = st.velocity = 0;
  st.glide_to = -1;
}

}  // namespace stoepkrijt::ui
