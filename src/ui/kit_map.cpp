// The map's place in a screen: gestures, keys, markers as buttons. What is in it is painted by the host's painter.
#include <algorithm>
#include <cmath>

#include "ui/kit_core.hpp"

namespace stoepkrijt::ui {
namespace {

constexpr float kPi = 3.14159265F;

/// Two fingers: moves, zooms and turns around their middle.
void pinch(Ui::Core& c, const Rect& r, MapGesture& g) {
  PointerState& p = c.p;
  if (c.in.touches.size() < 2 || !inside(r, c.in.touches[0].x, c.in.touches[0].y)) {
    p.pinching = false;
    return;
  }
  const TouchPoint &a = c.in.touches[0], &b = c.in.touches[1];
  const float distance = std::max(8.0F, std::hypot(b.x - a.x, b.y - a.y)), angle = std::atan2(b.y - a.y, b.x - a.x);
  const float mx = (a.x + b.x) / 2, my = (a.y + b.y) / 2;
  g.dx = g.dy = 0;
  if (p.pinching) {
    g.zoom = distance / p.pinch;
    float turn = angle - p.turn;
    if (turn > kPi) turn -= 2 * kPi;
    if (turn < -kPi) turn += 2 * kPi;
    g.rotate = -turn;  // the screen's y points down
    g.dx = mx - p.mid_x;
    g.dy = my - p.mid_y;
  }
  p.pinching = true;
  p.pinch = distance;
  p.turn = angle;
  p.mid_x = mx;
  p.mid_y = my;
  p.active = 0;
  p.dragging = true;
  g.x = mx;
  g.y = my;
  g.moving = true;
}

/// The painter is called in the middle of drawing, in the order of these calls.
void paint_later(Ui::Core& c, NodeId id, const Rect& r) {
  const Rect seen = cut(r, c.clips.back());
  if (empty(seen) || !c.paint_map || c.map_paints.size() >= c.map_paints.capacity()) return;
  c.map_paints.push_back({id, r, seen});
  struct Link {
    static void paint(const ImDrawList*, const ImDrawCmd* cmd) {
      auto* core = static_cast<Ui::Core*>(cmd->UserCallbackData);
      if (core->map_paint_next < core->map_paints.size()) core->paint_map(core->map_paints[core->map_paint_next++]);
    }
  };
  c.dl->AddCallback(&Link::paint, &c);
  c.dl->AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

}  // namespace

void Ui::map_still(std::string_view k, std::string_view name, Rect r) {
  if (c_.dry > 0) return;
  const NodeId id = a11y::node_id(k);
  c_.node(id, Role::kImage, name, r);
  paint_later(c_, id, r);
}

MapGesture Ui::map_area(std::string_view k, std::string_view name, std::string_view description, Rect r) {
  MapGesture g;
  g.rect = r;
  if (c_.dry > 0) return g;
  const NodeId id = a11y::node_id(k);
  const Press p = c_.press(k, Role::kMap, name, r, {.description = description}, HitKind::kMap);
  const Rect seen = cut(r, c_.clips.back());
  g.x = c_.p.x;
  g.y = c_.p.y;
  paint_later(c_, id, r);
  g.hovered = c_.p.hot == id && !c_.p.touch;
  g.activated = c_.event(a11y::SemEventType::kActivate, id) != nullptr;
  if (c_.p.clicked == id) {
    g.tapped = true;
    g.double_tapped = c_.in.now_s - c_.p.last_tap_at < 0.35;
    c_.p.last_tap_at = g.double_tapped ? -10 : c_.in.now_s;
  }
  if (c_.p.map_id == id && c_.p.down && c_.p.dragging) {
    g.dx = c_.p.dx;
    g.dy = c_.p.dy;
    g.moving = true;
  }
  if (c_.p.wheel != 0 && c_.p.over_map == id) g.zoom = std::pow(1.2F, c_.p.wheel);
  pinch(c_, seen, g);
  for (const a11y::SemEvent& e : c_.in.events) {
    if (e.type == a11y::SemEventType::kKey && e.id == id) g.keys.push_back(e);
  }
  c_.ring(p, shrink(seen, 8), 4);
  return g;
}

bool Ui::map_marker(std::string_view k, std::string_view name, Rect r, bool chosen) {
  const Press p = c_.press(k, Role::kButton, name, r, {.states = chosen ? a11y::kPressed : 0U});
  if (!empty(r)) c_.ring(p, r, 10);
  return p.clicked;
}

void Ui::map_attribution(std::string_view k, std::string_view words, Rect r) {
  if (c_.dry > 0) return;
  const float most = r.w - 24 - 16;
  const TextBlock& b =
      c_.block_of(words, TextStyle::kCaption, text_width(words, TextStyle::kCaption) <= most ? 0 : most);
  const Rect plate{r.x + 8, r.y + r.h - 8 - b.height - 6, b.width + 16, b.height + 6};
  c_.fill(plate, color(Token::kSurface).faded(0.88F), 8);
  c_.node(a11y::node_id(k), Role::kParagraph, words, plate);
  const Color ink = color(Token::kMapLabel);
  c_.draw_block(b, plate.x + 8, plate.y + 3, b.width, TextStyle::kCaption, ink, ink, Align::kLeft);
}

}  // namespace stoepkrijt::ui
