// Columns, rows, grids, flows, scrolling; and the structure that has no pixels.
#include <algorithm>
#include <cmath>

#include "ui/kit_core.hpp"

namespace stoepkrijt::ui {
namespace {

/// Restores a value at the end of a block.
template <typename T>
class Kept {
 public:
  explicit Kept(T& place) : place_(place), old_(place) {}
  ~Kept() { place_ = std::move(old_); }
  Kept(const Kept&) = delete;
  Kept& operator=(const Kept&) = delete;

 private:
  T& place_;
  T old_;
};

}  // namespace

float Ui::x() const { return c_.col.x; }
float Ui::y() const { return c_.col.y; }
float Ui::width() const { return c_.col.w; }
void Ui::gap(float h) { c_.col.y += h; }
Rect Ui::take(float h) { return c_.room(c_.col.w, h); }

Rect Ui::Core::room(float own_width, float h, bool full_in_column) {
  if (flow.on) {
    const float w = std::min(own_width, col.w);
    if (flow.counting) {
      flow.items.push_back({w, h});
      return {col.x, col.y, w, h};
    }
    if (flow.index < flow.rects.size()) return flow.rects[flow.index++];
  }
  const Rect r{col.x, col.y, full_in_column ? col.w : std::min(own_width, col.w), h};
  col.y += h;
  return r;
}

void Ui::inset(float left, float right, Fn<void()> content) {
  c_.col.x += left;
  c_.col.w -= left + right;
  content();
  c_.col.x -= left;
  c_.col.w += left + right;
}

float Ui::measure(float width, Fn<void()> content) {
  const Kept<Column> column(c_.col);
  const Kept<Flow> flow(c_.flow);
  c_.flow = {};
  c_.col = {c_.col.x, 0, width};
  ++c_.dry;
  content();
  --c_.dry;
  return c_.col.y;
}

float Ui::Core::measured(NodeId id, float width, Fn<void()> content) {
  // Kept for the frame: a card in a card in a sheet would else be measured again and again.
  const std::uint64_t k = (static_cast<std::uint64_t>(id) << 32U) ^ static_cast<std::uint64_t>(std::lround(width * 64));
  if (const auto it = heights.find(k); it != heights.end()) return it->second;
  Ui ui(*this);
  const float h = ui.measure(width, content);
  heights[k] = h;
  return h;
}

void Ui::row(std::initializer_list<Cell> cells, float gap, VAlign align, Fn<void(int)> cell) {
  const Kept<Flow> flow(c_.flow);
  c_.flow = {};
  const Column start = c_.col;
  float fixed = gap * static_cast<float>(cells.size() - 1), weights = 0;
  for (const Cell& c : cells) {
    fixed += c.fixed;
    weights += c.weight;
  }
  const float share = weights > 0 ? std::max(0.0F, start.w - fixed) / weights : 0;
  std::vector<float> widths, heights;
  float highest = 0;
  for (const Cell& c : cells) {
    widths.push_back(c.fixed + c.weight * share);
    if (align == VAlign::kTop) continue;
    const int i = static_cast<int>(heights.size());
    heights.push_back(measure(widths.back(), [&] { cell(i); }));
    highest = std::max(highest, heights.back());
  }
  float x = start.x;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const float free = align == VAlign::kTop ? 0 : highest - heights[i];
    c_.col = {x, start.y + (align == VAlign::kMiddle ? free / 2 : free), widths[i]};
    cell(static_cast<int>(i));
    if (align == VAlign::kTop) highest = std::max(highest, c_.col.y - start.y);
    x += widths[i] + gap;
  }
  c_.col = {start.x, start.y + highest, start.w};
}

void Ui::grid(int n, float min_width, float gap, Fn<void(int)> cell) {
  if (n <= 0) return;
  min_width = c_.s(min_width) * c_.in.text_scale;
  const Kept<Flow> flow(c_.flow);
  c_.flow = {};
  const Column start = c_.col;
  const int columns = std::clamp(static_cast<int>((start.w + gap) / (min_width + gap)), 1, n);
  const float w = (start.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  float y = start.y, highest = 0;
  for (int i = 0; i < n; ++i) {
    if (i > 0 && i % columns == 0) {
      y += highest + gap;
      highest = 0;
    }
    c_.col = {start.x + static_cast<float>(i % columns) * (w + gap), y, w};
    cell(i);
    highest = std::max(highest, c_.col.y - y);
  }
  c_.col = {start.x, y + highest, start.w};
}

namespace {

/// Places items in rows; returns the height.
float arrange(Flow& f, const Column& col, Align align) {
  float y = col.y;
  for (std::size_t i = 0; i < f.items.size();) {
    float w = f.items[i].w, h = f.items[i].h;
    std::size_t j = i + 1;
    while (j < f.items.size() && w + f.gap + f.items[j].w <= col.w + 0.01F) {
      w += f.gap + f.items[j].w;
      h = std::max(h, f.items[j].h);
      ++j;
    }
    float x = col.x + (align == Align::kCentre ? (col.w - w) / 2 : align == Align::kRight ? col.w - w : 0);
    for (; i < j; ++i) {
      f.rects.push_back({x, y + (h - f.items[i].h) / 2, f.items[i].w, f.items[i].h});
      x += f.items[i].w + f.gap;
    }
    y += h + f.gap_y;
  }
  return f.items.empty() ? 0 : y - f.gap_y - col.y;
}

}  // namespace

void Ui::flow(float gap, Fn<void()> content, Align align) { c_.flow_in_rows(gap, gap, content, align); }

float Ui::Core::flow_width(float gap, Fn<void()> content) {
  const Kept<Flow> kept(flow);
  const Kept<Column> column(col);
  flow = {};
  flow.on = flow.counting = true;
  ++dry;
  content();
  --dry;
  float w = -gap;
  for (const FlowItem& item : flow.items) w += gap + item.w;
  return std::max(0.0F, w);
}

void Ui::Core::flow_in_rows(float gap, float gap_y, Fn<void()> content, Align align) {
  const Kept<Flow> kept(flow);
  const Column start = col;
  flow = {};
  flow.on = flow.counting = true;
  flow.gap = gap;
  flow.gap_y = gap_y;
  ++dry;
  content();
  --dry;
  flow.counting = false;
  col = start;
  const float h = arrange(flow, start, align);
  if (dry == 0) content();
  col = {start.x, start.y + h, start.w};
}

void Ui::place(Rect r, Fn<void()> content) {
  const Kept<Column> column(c_.col);
  const Kept<Flow> flow(c_.flow);
  c_.flow = {};
  c_.col = {r.x, r.y, r.w};
  if (r.h > 0) c_.areas.push_back(r);
  content();
  if (r.h > 0) c_.areas.pop_back();
}

namespace {
/// How much of the lower part of r lies below a message, with some air; 0: none, or the message stands at the top.
float covered_below(const Rect& message, const Rect& r) {
  if (empty(cut(message, r))) return 0;
  const float over = r.y + r.h - message.y + 8;
  return over <= r.h * 0.75F ? over : 0;
}
}  // namespace

void Ui::scroll(std::string_view k, Rect r, Fn<void()> content) {
  if (c_.dry > 0) return;
  const NodeId id = a11y::node_id(k);
  ScrollState& st = c_.scroll_states[id];
  st.view = r.h;
  c_.hits.push_back({id, cut(r, c_.clips.back()), HitKind::kScroll});
  // What a message lies over can be moved free of it. When it goes nothing jumps under a finger: the room goes as one
  // moves back.
  const float over = covered_below(c_.last_message, r);
  st.spare = over > 0 ? over : st.offset > 0 ? std::clamp(st.offset + st.view - st.content, 0.0F, st.spare) : 0;
  const float last = st.last();
  if (st.glide_to >= 0) {
    const float to = std::min(st.glide_to, last);
    const float step = c_.in.reduced_motion ? 1 : 1 - std::exp(-14 * c_.dt);
    st.offset += (to - st.offset) * step;
    if (std::abs(to - st.offset) < 0.5F) {
      st.offset = to;
      st.glide_to = -1;
    } else {
      c_.animate = true;
    }
  } else if (!(c_.p.down && c_.p.dragging) && st.velocity != 0) {
    st.offset += st.velocity * c_.dt;
    st.velocity *= std::exp(-4.2F * c_.dt);
    if (std::abs(st.velocity) < 12) st.velocity = 0;
    st.shown_at = c_.in.now_s;
    c_.animate = true;
  }
  if (st.offset < 0 || st.offset > last) st.velocity = 0;
  st.offset = std::clamp(st.offset, 0.0F, last);
  const float ratio = c_.in.pixel_ratio;
  const float top = r.y - std::round(st.offset * ratio) / ratio;
  {
    const Kept<Column> column(c_.col);
    const Kept<Flow> flow(c_.flow);
    c_.flow = {};
    c_.col = {r.x, top, r.w};
    c_.push_clip(r);
    c_.scrolls.push_back(&st);
    content();
    c_.scrolls.pop_back();
    c_.pop_clip();
    const float height = c_.col.y - top;
    if (std::abs(height - st.content) > 0.5F) c_.animate = true;
    st.content = height;
  }
  const float shown = static_cast<float>(c_.in.now_s - st.shown_at);
  if (st.content > r.h + 1 && shown < 1.4F) {
    const float bar = std::max(36.0F, r.h * r.h / st.content);
    const float at = r.y + 3 + (r.h - 6 - bar) * (last > 0 ? st.offset / last : 0);
    c_.fill({r.x + r.w - 7, at, 4, bar},
            c_.color(Token::kBorder).faded(std::clamp((1.4F - shown) / 0.4F, 0.0F, 1.0F) * 0.7F), 2);
    c_.wake_after = c_.wake_after < 0 ? 0.2 : std::min(c_.wake_after, 0.2);
  }
}

// ---- structure without pixels ---------------------------------------------------------------------------------------

void Ui::region(std::string_view k, Role role, std::string_view name, Fn<void()> content) {
  const NodeId id = a11y::node_id(k);
  const float y0 = c_.col.y;
  const std::size_t at = c_.node(id, role, name, {});
  c_.within(id, [&] { content(); });
  if (c_.dry == 0 && at < c_.nodes.size() && c_.nodes[at].id == id && c_.col.y > y0) {
    c_.nodes[at].rect = cut({c_.col.x, y0, c_.col.w, c_.col.y - y0}, c_.clips.back());
  }
}
void Ui::region(std::string_view k, Role role, std::string_view name, const Rect& r, Fn<void()> content) {
  const NodeId id = a11y::node_id(k);
  c_.node(id, role, name, r);
  c_.within(id, [&] { content(); });
}
void Ui::list(std::string_view k, std::string_view name, Fn<void()> content) { region(k, Role::kList, name, content); }
void Ui::list_item(std::string_view k, Fn<void()> content) { region(k, Role::kListItem, {}, content); }
void Ui::image(std::string_view k, std::string_view name, Rect r) { c_.node(a11y::node_id(k), Role::kImage, name, r); }

void Ui::table(std::string_view k, std::string_view name, Rect r, std::span<const std::vector<std::string>> rows) {
  if (c_.dry > 0) return;
  const NodeId id = a11y::node_id(k);
  c_.node(id, Role::kTable, name, r);
  c_.within(id, [&] {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::string row_key = key(k, "/", std::to_string(i));
      const NodeId row_id = a11y::node_id(row_key);
      c_.node(row_id, Role::kRow, {}, r);
      c_.within(row_id, [&] {
        for (std::size_t j = 0; j < rows[i].size(); ++j) {
          c_.node(a11y::node_id(key(row_key, "/", std::to_string(j))), i == 0 ? Role::kColumnHeader : Role::kCell,
                  plain(rows[i][j]), r);
        }
      });
    }
  });
}

std::string plain(std::string_view words) {
  std::string out;
  for (char ch : words) {
    if (ch == '*' || ch == '=' || ch == '\\') out.push_back('\\');
    out.push_back(ch);
  }
  return out;
}

}  // namespace stoepkrijt::ui
