// The inside of the kit: layout state, pointer, focus, nodes. Shared by the kit's own files only (kit_*.cpp).
//
// Hit testing: the widgets of the last frame, topmost last, decide what the pointer touches in this frame; a widget
// asks with `press`. Each is an ImGui item too (ItemAdd), so that the test hooks see every interactive thing.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ui/chalk.hpp"
#include "ui/fonts.hpp"
#include "ui/kit.hpp"
#include "ui/rich_text.hpp"

namespace stoepkrijt::ui {

[[nodiscard]] inline ImU32 im(Color c) { return IM_COL32(c.r, c.g, c.b, c.a); }
[[nodiscard]] inline Rect cut(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  const float r = std::min(a.x + a.w, b.x + b.w), d = std::min(a.y + a.h, b.y + b.h);
  return r > x && d > y ? Rect{x, y, r - x, d - y} : Rect{};
}
[[nodiscard]] inline bool empty(const Rect& r) { return r.w <= 0 || r.h <= 0; }
[[nodiscard]] inline bool inside(const Rect& r, float x, float y) {
  return x >= r.x && y >= r.y && x < r.x + r.w && y < r.y + r.h;
}
[[nodiscard]] inline Rect shrink(const Rect& r, float d) { return {r.x + d, r.y + d, r.w - 2 * d, r.h - 2 * d}; }

/// A cover (a message) hides what can be pressed below it, yet a finger that moves on it moves the page.
enum class HitKind : std::uint8_t { kWidget, kBlocker, kCover, kScroll, kMap, kText, kGrip };
struct Hit {
  NodeId id = 0;
  Rect r;
  HitKind kind = HitKind::kWidget;
};

struct Press {
  bool clicked = false;
  bool hovered = false;  ///< by a mouse
  bool held = false;
  bool focused = false;       ///< ring wanted
  float hover = 0, hold = 0;  ///< 0 to 1, moving
};

struct NodeArgs {
  std::uint32_t states = 0;
  std::string_view description = {};
  std::string_view value = {};
  int level = 0;
  std::int32_t now = 0, min = 0, max = 0;
};

struct ScrollState {
  float offset = 0, velocity = 0, content = 0, view = 0;
  double shown_at = -10;  ///< bar visible since
  float glide_to = -1;    ///< >= 0: moving there
  float spare = 0;        ///< room below the content: a message lies over the lower edge, or lay there
  /// The furthest it moves.
  [[nodiscard]] float last() const { return std::max(0.0F, content + spare - view); }
};

struct Moving {
  float value = 0, from = 0, target = 0;
  double started = 0;
  std::uint64_t frame = 0;
  bool fresh = true;
};

struct FlowItem {
  float w = 0, h = 0;
};
struct Flow {
  bool on = false, counting = false;
  float gap = 8;
  float gap_y = 8;  ///< between rows
  std::size_t index = 0;
  std::vector<FlowItem> items;
  std::vector<Rect> rects;
};

struct Column {
  float x = 0, y = 0, w = 0;
};

/// How fast a finger moves. Not of the last frame alone: frames come unevenly on a slow device, and a long way in a
/// short one would throw the page to its end.
class Pace {
 public:
  void start(double t, float y) { seen_ = {{t, y}}; }
  void add(double t, float y);
  /// Pixels a second over what was seen in the last tenth of one; never faster than the eye can follow.
  [[nodiscard]] float speed() const;

 private:
  struct At {
    double t = 0;
    float y = 0;
  };
  std::vector<At> seen_;
};

struct PointerState {
  float x = -1, y = -1, dx = 0, dy = 0;
  bool down = false, pressed = false, released = false, touch = false;
  float wheel = 0;
  float press_x = 0, press_y = 0;
  double press_at = 0;
  double moved_at = 0;
  Pace pace;
  bool dragging = false;
  bool gripping = false;  ///< the drag moves a thing of a list (reorder), not the page
  NodeId grip = 0;        ///< the handle that was pressed
  NodeId hot = 0, active = 0, clicked = 0;
  NodeId scroll_id = 0;  ///< the area that a drag moves
  NodeId map_id = 0;     ///< the map that a drag moves
  NodeId over_map = 0;   ///< the map under the pointer
  double last_tap_at = -10;
  float pinch = 0, turn = 0, mid_x = 0, mid_y = 0;  ///< of two fingers: distance, angle, middle
  bool pinching = false;
};

/// A thing of a list that can be put in another order: its place in the list.
struct Slot {
  float y = 0, h = 0;
};
struct Reorder {
  NodeId list = 0;  ///< 0: nothing is lifted
  int from = -1;
  float grab = 0;  ///< where it is held, from its upper edge
  float top = 0;   ///< where it is drawn, from the list's
};

struct Ui::Core {
  // The frame
  FrameInput in;
  Fonts fonts;
  TextCache texts;
  ChalkCache chalks;
  ImDrawList* dl = nullptr;
  std::uint64_t frame = 0;
  double last_now = 0;
  float dt = 0;
  bool animate = false;
  double wake_after = -1;
  std::function<void(const MapPaint&)> paint_map;
  std::vector<MapPaint> map_paints;
  std::size_t map_paint_next = 0;

  // Layout
  Column col;
  Flow flow;
  int dry = 0;
  int quiet = 0;  ///< inside a button: its content says nothing of itself
  std::vector<Rect> clips;
  std::vector<Rect> areas;
  std::unordered_map<std::uint64_t, float> heights;  ///< measured in this frame
  std::vector<ScrollState*> scrolls;
  std::unordered_map<NodeId, ScrollState> scroll_states;
  std::unordered_map<NodeId, Moving> moving;
  std::unordered_map<NodeId, std::vector<Slot>> slots;
  Reorder reorder;
  bool lifted = false;  ///< what is drawn now follows the pointer

  // Nodes
  std::vector<a11y::SemNode> nodes;
  std::vector<NodeId> parents;
  std::vector<a11y::Announcement> announcements;
  std::vector<std::string> faults;
  NodeId focus_request = 0;

  // Pointer and focus
  PointerState p;
  std::vector<Hit> hits, last_hits;
  NodeId focused = 0, reveal = 0;
  bool dismiss = false;
  bool modal_last = false, modal_now = false;
  float last_sheet_top = -1;
  float sheet_top = -1;  ///< upper edge of this frame's bottom sheet; messages stand above it
  Rect last_message;
  Rect message;  ///< of this frame
  bool over_interactive = false, over_text = false;

  [[nodiscard]] float s(float v) const { return in.kiosk ? v * 1.75F : v; }
  /// Size of an icon beside words: it grows with them.
  [[nodiscard]] float i(float v) const { return s(v) * (1 + (in.text_scale - 1) * 0.7F); }
  [[nodiscard]] Color color(Token t) const { return token_color(t, in.theme); }
  [[nodiscard]] bool contrast() const { return in.theme == ThemeName::kContrast; }
  [[nodiscard]] const Face& face(TextStyle t) const { return fonts.face(t); }
  [[nodiscard]] const Rect& area() const { return areas.back(); }
  /// Inset at the bottom, when the area reaches the canvas' lower edge.
  [[nodiscard]] float area_bottom_inset() const {
    return area().y + area().h > in.height - 1 ? in.safe_area.bottom : 0;
  }
  [[nodiscard]] bool visible(const Rect& r) const { return dry == 0 && !empty(cut(r, clips.back())); }

  // kit_core.cpp
  void begin_pointer();
  void end_pointer();
  Press press(std::string_view k, Role role, std::string_view name, const Rect& r, const NodeArgs& a = {},
              HitKind kind = HitKind::kWidget);
  Press interact(NodeId id, const Rect& r, bool disabled, HitKind kind);
  void block(const Rect& r);
  void cover(const Rect& r);
  /// A handle for the pointer only: no node, so a reader hears of other ways (kit_reorder.cpp).
  void grip(std::string_view k, const Rect& r);
  std::size_t node(NodeId id, Role role, std::string_view name, const Rect& r, const NodeArgs& a = {});
  template <typename F>
  void within(NodeId id, F&& content) {
    parents.push_back(id);
    content();
    parents.pop_back();
  }
  [[nodiscard]] const a11y::SemEvent* event(a11y::SemEventType t, NodeId id) const;
  float move_to(NodeId id, float target, float seconds);
  void fault(std::string words);
  void push_clip(const Rect& r);
  void pop_clip();

  // kit_layout.cpp
  float measured(NodeId id, float width, Fn<void()> content);
  /// Width of the things of a flow beside each other.
  float flow_width(float gap, Fn<void()> content);
  void flow_in_rows(float gap, float gap_y, Fn<void()> content, Align align);
  /// Room for a thing of its own width: in a flow beside the others, else the whole column. Moves on.
  Rect room(float own_width, float h, bool full_in_column = true);

  // kit_paint.cpp
  void fill(const Rect& r, Color c, float radius = 0, ImDrawFlags corners = 0);
  void outline(const Rect& r, Color c, float thickness, float radius, ImDrawFlags corners = 0);
  void dashed(const Rect& r, Color c, float thickness, float radius);
  void shadow(const Rect& r, float radius, int elevation);
  void ring(const Press& p, const Rect& r, float radius);
  void draw_icon(Icon i, float cx, float cy, float size, Color c);
  const TextBlock& block_of(std::string_view rich, TextStyle t, float width) {
    return texts.block(fonts, rich, t, width, frame);
  }
  void draw_block(const TextBlock& b, float x, float y, float width, TextStyle t, Color c, Color accent, Align align);
  /// Words in a box, centred vertically; wraps when too wide. Returns the height of the words.
  float words_in(std::string_view rich, const Rect& r, TextStyle t, Color c, Align align);
  void draw_stroke(const Stroke& stroke, float x, float y, Color c, float part = 1);
};

}  // namespace stoepkrijt::ui
