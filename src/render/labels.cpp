#include "render/labels.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>
#include <utility>

namespace stoepkrijt::render {
namespace {

using Line = std::vector<glm::vec2>;

constexpr float kRepeatPx = 520.0F;     // the same name again only this far away
constexpr float kAirPx = 5.0F;          // least distance between two labels
constexpr float kBendPx = 4.5F;         // a run may bend this far from its chord and still count as straight
constexpr float kOverhang = 0.80F;      // a name may stick out of its run: this part of it must fit
constexpr float kLongStreetM = 120.0F;  // in the buurt band only streets of at least this length are named

float upright(float angle) {
  const float pi = std::numbers::pi_v<float>;
  while (angle > pi * 0.5F) angle -= pi;
  while (angle <= -pi * 0.5F) angle += pi;
  return angle;
}

glm::vec2 across(const TurnedBox& b) { return {std::cos(b.angle), -std::sin(b.angle)}; }  // screen: y down

std::array<glm::vec2, 4> corners(const TurnedBox& b) {
  const glm::vec2 u = across(b) * b.half.x;
  const glm::vec2 v = glm::vec2(-across(b).y, across(b).x) * b.half.y;
  return {b.centre - u - v, b.centre + u - v, b.centre + u + v, b.centre - u + v};
}

bool inside(const TurnedBox& b, const Rect& room) {
  for (const glm::vec2 c : corners(b))
    if (c.x < room.x || c.y < room.y || c.x > room.x + room.w || c.y > room.y + room.h) return false;
  return true;
}

/// A line with its lengths, for cutting runs out of it.
struct Measured {
  const Line* line;
  std::vector<float> at;  // length up to each point

  explicit Measured(const Line& l) : line(&l) {
    float total = 0;
    for (std::size_t i = 0; i < l.size(); ++i) {
      if (i > 0) total += glm::length(l[i] - l[i - 1]);
      at.push_back(total);
    }
  }
  [[nodiscard]] float length() const { return at.back(); }
  [[nodiscard]] std::size_t first_after(float s) const {
    const auto i = std::upper_bound(at.begin(), at.end(), s) - at.begin();
    return std::clamp<std::size_t>(static_cast<std::size_t>(i), 1, at.size() - 1);
  }
  [[nodiscard]] glm::vec2 point(float s) const {
    const std::size_t i = first_after(s);
    const float part = at[i] > at[i - 1] ? std::clamp((s - at[i - 1]) / (at[i] - at[i - 1]), 0.0F, 1.0F) : 0.0F;
    return (*line)[i - 1] + ((*line)[i] - (*line)[i - 1]) * part;
  }
};

/// A straight run on which a name could stand, in metres.
struct Run {
  glm::vec2 middle;
  glm::vec2 dir;
  float penalty;
};

/// Runs of `need` metres along the line, at most `bend` metres off their chord; straightest and most central first.
void add_runs(std::vector<Run>& out, const Measured& line, float need, float bend) {
  const float whole = line.length();
  if (whole < need * kOverhang) return;
  const float half = std::min(need, whole) * 0.5F;
  const int steps = std::clamp(static_cast<int>((whole - 2.0F * half) / (need * 0.3F)), 0, 40);
  for (int i = 0; i <= steps; ++i) {
    const float s =
        steps == 0 ? whole * 0.5F : half + (whole - 2.0F * half) * static_cast<float>(i) / static_cast<float>(steps);
    const glm::vec2 a = line.point(s - half);
    const glm::vec2 b = line.point(s + half);
    if (glm::length(b - a) < half) continue;
    float worst = 0;
    for (std::size_t k = line.first_after(s - half); k < line.at.size() && line.at[k] < s + half; ++k)
      worst = std::max(worst, distance_to_segment((*line.line)[k], a, b));
    if (worst > bend) continue;
    out.push_back({(a + b) * 0.5F, glm::normalize(b - a), worst / bend + std::abs(s - whole * 0.5F) / whole});
  }
}

class Layout {
 public:
  Layout(const ViewTransform& view, const LabelRoom& room) : view_(view), room_(room) {}

  /// Takes the place if it is free.
  bool try_place(std::uint32_t source, const TurnedBox& box) {
    if (!inside(box, room_.free)) return false;
    for (const TurnedBox& t : room_.taken)
      if (overlap(t, box)) return false;
    TurnedBox airy = box;
    airy.half += kAirPx;
    for (const PlacedLabel& other : placed_)
      if (overlap(other.box, airy)) return false;
    placed_.push_back({source, box});
    return true;
  }

  void place_area(std::uint32_t index, const LabelSource& s, glm::vec2 half) {
    const bool along_water = !s.rays.empty();
    for (std::size_t i = 0; i < s.spots.size(); ++i) {
      if (!reaches(s, i, half.x)) continue;
      const float turn =
          along_water ? std::atan2(s.rays[i].y, s.rays[i].x) + static_cast<float>(view_.rotation()) : 0.0F;
      if (try_place(index, {view_.to_screen(glm::dvec2(s.spots[i])), half, upright(turn)})) return;
    }
  }

  void place_street(std::uint32_t index, const LabelSource& s, glm::vec2 half) {
    const auto scale = static_cast<float>(view_.px_per_m());
    std::vector<Run> runs;
    for (const Line& line : s.lines) add_runs(runs, Measured(line), 2.0F * half.x / scale, kBendPx / scale);
    std::stable_sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.penalty < b.penalty; });
    std::vector<glm::vec2> mine;
    for (const Run& run : runs) {
      const glm::vec2 at = view_.to_screen(glm::dvec2(run.middle));
      if (std::any_of(mine.begin(), mine.end(), [&](glm::vec2 p) { return glm::length(p - at) < kRepeatPx; })) continue;
      const float turn = std::atan2(run.dir.y, run.dir.x) + static_cast<float>(view_.rotation());
      if (try_place(index, {at, half, upright(turn)})) mine.push_back(at);
    }
  }

  void place_fixed(std::uint32_t index, const LabelSource& s, glm::vec2 half) {
    const float turn = s.angle + static_cast<float>(view_.rotation());
    try_place(index, {view_.to_screen(glm::dvec2(s.spots.front())), half, upright(turn)});
  }

  [[nodiscard]] std::vector<PlacedLabel> finish() && { return std::move(placed_); }

 private:
  /// Whether the ground at a spot is wide enough. Buurten may be small on screen: their name is shown all the same.
  [[nodiscard]] bool reaches(const LabelSource& s, std::size_t i, float half_px) const {
    if (s.kind == LabelKind::kBuurt && i == 0) return true;
    const float share = s.kind == LabelKind::kBuilding ? 0.6F : s.kind == LabelKind::kWater ? 0.9F : 0.75F;
    return s.reach_m[i] * static_cast<float>(view_.px_per_m()) >= half_px * share;
  }

  const ViewTransform& view_;
  const LabelRoom& room_;
  std::vector<PlacedLabel> placed_;
};

}  // namespace

TurnedBox box_of(const Rect& rect) {
  const glm::vec2 half(rect.w * 0.5F, rect.h * 0.5F);
  return {glm::vec2(rect.x, rect.y) + half, half, 0.0F};
}

bool overlap(const TurnedBox& a, const TurnedBox& b) {
  const float far_off = glm::length(a.half) + glm::length(b.half);
  const glm::vec2 d = b.centre - a.centre;
  if (glm::dot(d, d) > far_off * far_off) return false;
  // Separating axes: the two sides of each box.
  for (const TurnedBox* box : {&a, &b}) {
    const glm::vec2 u = across(*box);
    for (const glm::vec2 axis : {u, glm::vec2(-u.y, u.x)}) {
      const auto spread = [&axis](const TurnedBox& t) {
        const glm::vec2 s = across(t);
        return std::abs(glm::dot(s, axis)) * t.half.x + std::abs(glm::dot(glm::vec2(-s.y, s.x), axis)) * t.half.y;
      };
      if (std::abs(glm::dot(d, axis)) >= spread(a) + spread(b)) return false;
    }
  }
  return true;
}

const LabelStyle& label_style(LabelKind kind) {
  static constexpr std::array<LabelStyle, 10> kStyles{{
      {19.0F, 0.6F, true, false, 0.0F, 6.0F},            // kBuurt
      {17.0F, 0.0F, false, true, kBuurtZoom, 1000.0F},   // kGreen
      {16.0F, 0.2F, false, true, kBuurtZoom, 1000.0F},   // kWater
      {16.0F, 0.1F, false, false, kBuurtZoom, 1000.0F},  // kMainStreet
      {16.0F, 0.1F, false, false, kBuurtZoom, 1000.0F},  // kPlaced
      {16.0F, 0.1F, false, false, kBuurtZoom, 1000.0F},  // kStreet
      {16.0F, 0.0F, false, true, kStraatZoom, 1000.0F},  // kSquare
      {16.0F, 0.0F, false, true, kStraatZoom, 1000.0F},  // kBuilding
      {16.0F, 0.1F, false, false, 1.5F, 1000.0F},        // kPath
      {16.0F, 0.0F, false, false, 4.0F, 1000.0F},        // kNumber
  }};
  return kStyles[static_cast<std::size_t>(kind)];
}

std::vector<PlacedLabel> place_labels(std::span<const LabelSource> sources, const ViewTransform& view,
                                      const LabelRoom& room, const std::function<float(const LabelSource&)>& width_px) {
  Layout layout(view, room);
  const auto px_per_m = static_cast<float>(view.px_per_m());
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const LabelSource& s = sources[i];
    const LabelStyle& style = label_style(s.kind);
    if (px_per_m < style.from_px_per_m || px_per_m >= style.to_px_per_m) continue;
    if (s.kind == LabelKind::kStreet && px_per_m < kStraatZoom && s.size < kLongStreetM) continue;
    // Ink height of a line: ascenders to descenders are about 0.95 em.
    const glm::vec2 half(width_px(s) * room.text_scale * 0.5F, style.size_px * room.text_scale * 0.48F);
    const auto index = static_cast<std::uint32_t>(i);
    if (s.kind == LabelKind::kPlaced || s.kind == LabelKind::kNumber)
      layout.place_fixed(index, s, half);
    else if (!s.lines.empty())
      layout.place_street(index, s, half);
    else
      layout.place_area(index, s, half);
  }
  return std::move(layout).finish();
}

}  // namespace stoepkrijt::render
