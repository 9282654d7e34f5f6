// Closed blocks: narrow houses along every side, corners filled, an inner garden with sheds.
#include <algorithm>

#include "world.hpp"

namespace stoepkrijt::example {

namespace {

struct Side {
  Line front;
  double length = 0;
  double depth = 10;
  bool built = true;
  Road road = Road::kResidential;
  std::string name;
};

std::vector<Side> sides_of(const Line& ring, const std::vector<std::size_t>& edge_of, const Block& block) {
  const std::size_t n = ring.size();
  std::vector<std::size_t> corners;
  for (std::size_t i = 0; i < n; ++i) {
    const Vec a = unit(ring[i] - ring[(i + n - 1) % n]);
    const Vec b = unit(ring[(i + 1) % n] - ring[i]);
    if (dot(a, b) < 0.85) corners.push_back(i);
  }
  std::vector<Side> sides;
  for (std::size_t k = 0; k < corners.size(); ++k) {
    Side side;
    const std::size_t last = corners[(k + 1) % corners.size()];
    for (std::size_t i = corners[k];; i = (i + 1) % n) {
      side.front.push_back(ring[i]);
      if (i == last && side.front.size() > 1) break;
    }
    side.length = line_length(side.front);
    side.road = block.road[edge_of[corners[k]]];
    side.name = block.name[edge_of[corners[k]]];
    sides.push_back(side);
  }
  return sides;
}

Vec start_direction(const Side& s) { return unit(s.front[1] - s.front[0]); }
Vec end_direction(const Side& s) { return unit(s.front.back() - s.front[s.front.size() - 2]); }

struct Wall {
  Vec front;
  Vec back;
};

// The first wall of side `self` at its corner with `before` (both counter-clockwise, interior to the left).
Wall corner_wall(const Side& before, const Side& self, bool owner, bool at_start) {
  const Vec corner = at_start ? self.front.front() : self.front.back();
  const Vec d = at_start ? start_direction(self) : end_direction(self);
  const Vec e = at_start ? end_direction(before) : start_direction(before);
  const Vec inner = corner + left(d) * self.depth;
  const Vec inner_other = corner + left(e) * before.depth;
  Wall wall{corner, inner};
  if (!before.built || owner) {
    Vec meet;
    if (lines_meet(inner, d, corner, e, &meet) && distance(meet, inner) < 14) wall.back = meet;
  } else {
    Vec meet;
    if (lines_meet(corner, d, inner_other, e, &meet)) wall.front = meet;
    if (lines_meet(inner, d, inner_other, e, &meet)) wall.back = meet;
  }
  return wall;
}

class Terrace {
 public:
  Terrace(World* world, const BlockStyle& style, Rng* rng) : world_(world), style_(style), rng_(rng) {}

  // Houses from wall `a` to wall `b` along the side.
  void fill(const Side& side, const Wall& a, const Wall& b) {
    kind_ = side.road == Road::kSecondary || style_.apartments ? "apartments" : "house";
    const double s0 = std::max(nearest(side.front, a.front).s, 0.0);
    const double s1 = nearest(side.front, b.front).s;
    double start = s0 + std::max(0.0, nearest(side.front, a.back).s - s0);
    double stop = s1 - std::max(0.0, s1 - nearest(side.front, b.back).s);
    if (stop - start < 5) {
      house(a, b, style_.height_lo, false);
      return;
    }
    double s = start > s0 + 1 ? start + rng_->range(1.5, 3.0) : start + rng_->range(6.0, 7.5);
    const double last = stop < s1 - 1 ? stop - rng_->range(1.5, 3.0) : stop - rng_->range(6.0, 7.5);
    const double height = rng_->range(style_.height_lo, style_.height_hi);
    if (s >= last - 3) {
      house(a, wall_at(side, (s0 + s1) / 2, side.depth), height, false);
      house(wall_at(side, (s0 + s1) / 2, side.depth), b, height, false);
      return;
    }
    house(a, wall_at(side, s, side.depth), height + 0.8, false);
    middle(side, s, last);
    house(wall_at(side, last, side.depth), b, height + 0.8, false);
  }

 private:
  static Wall wall_at(const Side& side, double s, double depth) {
    const OnLine p = at(side.front, s);
    return {p.point, p.point + left(p.tangent) * depth};
  }

  // Terraces as they were built: each project has its own width, depth and height.
  void middle(const Side& side, double from, double to) {
    double s = from;
    while (s < to - 2) {
      const int wanted = rng_->whole(4, 11);
      // Main roads have blocks of flats over shops, the quays stately houses, other streets narrow ones.
      const bool flats = side.road == Road::kSecondary || side.road == Road::kTertiary;
      const double wider = style_.apartments                                           ? 1.0
                           : flats                                                     ? 2.3
                           : side.name == "Lindesingel" || side.name == "Kastanjelaan" ? 1.3
                                                                                       : 1.0;
      const double ideal = rng_->range(style_.width_lo, style_.width_hi) * wider;
      const double depth = side.depth + rng_->range(style_.depth_lo, style_.depth_hi) - style_.depth_hi;
      const double height = rng_->range(style_.height_lo, style_.height_hi) * (flats ? 1.3 : 1.0);
      kind_ = flats || style_.apartments ? "apartments" : "house";
      int count = std::max(1, static_cast<int>((to - s) / ideal + 0.5));
      double width = (to - s) / count;
      if (count > wanted + 2) {
        count = wanted;
        width = ideal;
      }
      const bool mirrored = rng_->chance(0.5);
      const bool annexes = rng_->chance(0.6);
      for (int i = 0; i < count; ++i) {
        const Wall a = wall_at(side, s, depth);
        s += width;
        const Wall b = wall_at(side, s, depth);
        const double bump = rng_->chance(0.12) ? rng_->range(1.5, 3.2) : 0;
        annex_left_ = mirrored == (i % 2 == 0);
        house(a, b, height + bump, annexes && rng_->chance(style_.annex * 1.6));
      }
      if (s < to - 25 && rng_->chance(style_.gap)) s += rng_->range(2.2, 3.0);
    }
  }

  void house(const Wall& a, const Wall& b, double height, bool annex) {
    const double roof = height + rng_->range(-0.3, 0.3);
    Line ring{a.front, b.front, b.back, a.back};
    if (distance(a.front, b.front) < 2.5) return;
    if (annex) {
      // The extension takes a bit less than half of the back, along one of the party walls.
      const Vec along = b.back - a.back;
      const Vec deep = unit(a.back - a.front) * rng_->range(2.2, 3.6);
      const double share = rng_->range(0.42, 0.5);
      if (annex_left_) {
        ring = {a.front, b.front, b.back, a.back + along * share, a.back + along * share + deep, a.back + deep};
      } else {
        ring = {a.front, b.front, b.back + deep, b.back - along * share + deep, b.back - along * share, a.back};
      }
    }
    if (world_->build(kind_, roof, ring, 0, 0.8)) return;
    if (annex) world_->build(kind_, roof, {a.front, b.front, b.back, a.back}, 0, 0.8);
  }

  World* world_;
  BlockStyle style_;
  Rng* rng_;
  bool annex_left_ = false;
  std::string kind_ = "house";
};

void build_sheds(World* world, const Side& side, const Line& ring, const BlockStyle& style, Rng* rng) {
  for (double s = 12; s < side.length - 12; s += (style.width_lo + style.width_hi) / 2) {
    if (!rng->chance(style.shed)) continue;
    const OnLine p = at(side.front, s);
    const Vec in = left(p.tangent);
    // Half way to the other side of the block.
    double across = 1e9;
    for (std::size_t i = 0; i < ring.size(); ++i) {
      double t = 0;
      if (segments_cross(p.point + in * 4, p.point + in * 140, ring[i], ring[(i + 1) % ring.size()], &t))
        across = std::min(across, 4 + t * 136);
    }
    if (across > 120 || across / 2 - side.depth < 9) continue;
    const double deep = rng->range(2.4, 3.2);
    const double wide = rng->range(2.0, 3.0);
    const Vec back = p.point + in * (across / 2 - 0.9 - deep);
    world->build("shed", 2.5, rectangle(back, p.tangent, wide, deep), 1.0, 4);
  }
}

}  // namespace

void build_perimeter(World* world, const Block& block, const BlockStyle& style, Rng* rng) {
  std::vector<double> offsets;
  for (const Road road : block.road) offsets.push_back(front_distance(road) + style.front_garden);
  std::vector<std::size_t> edge_of;
  const Line ring = inset(block.ring, offsets, &edge_of);
  if (ring.empty() || ring_area(ring) < 350) return;
  std::vector<Side> sides = sides_of(ring, edge_of, block);
  if (sides.size() < 2) return;
  double longest = 0;
  for (const Side& s : sides) longest = std::max(longest, s.length);
  for (Side& s : sides) {
    s.depth = style.depth_hi;
    s.built = s.length > 12 && (s.length > 0.55 * longest || rng->chance(style.closed_short));
  }
  Terrace terrace(world, style, rng);
  const std::size_t n = sides.size();
  for (std::size_t k = 0; k < n; ++k) {
    if (!sides[k].built) continue;
    const Side& before = sides[(k + n - 1) % n];
    const Side& after = sides[(k + 1) % n];
    // The longer side keeps the corner; equal lengths cannot both win because >= and > alternate.
    const Wall a = corner_wall(before, sides[k], sides[k].length > before.length, true);
    const Wall b = corner_wall(after, sides[k], sides[k].length >= after.length, false);
    terrace.fill(sides[k], a, b);
  }
  for (const Side& s : sides)
    if (s.built && s.length > 40) build_sheds(world, s, ring, style, rng);
  const std::vector<double> to_garden(ring.size(), style.depth_hi + 1.2);
  const Line garden = inset(ring, to_garden, nullptr);
  if (!garden.empty() && ring_area(garden) > 150) {
    Shape shape;
    shape.properties = "\"leisure\":\"garden\"";
    shape.line = thin(garden, 0.5);
    world->shapes.push_back(shape);
    world->gardens.push_back(ring);
  }
}

int build_row(World* world, Vec start, Vec along, int houses, const RowStyle& style, Rng* rng) {
  const Vec deep = left(along);
  const double length = houses * style.width;
  const Line lot = rectangle(start - deep * 1.0, along, length, style.depth + style.garden + 1.0);
  const Line body = rectangle(start, along, length, style.depth + 1.5);
  if (!world->is_free(body, 2.0, 2.0) || world->meets_garden(lot) || !world->is_free(lot, 0.5, 0.3)) return 0;
  double shift = 0;
  int until = 0;
  int built = 0;
  const double height = style.height + rng->range(-0.6, 0.6);
  double sign = rng->chance(0.5) ? 1 : -1;
  for (int i = 0; i < houses; ++i) {
    if (i >= until) {
      until = i + rng->whole(2, 4);
      shift = sign > 0 ? rng->range(0.9, 1.5) : 0;
      sign = -sign;
    }
    const Vec corner = start + along * (i * style.width) + deep * shift;
    if (world->build(style.apartments ? "apartments" : "house", height,
                     rectangle(corner, along, style.width, style.depth), 0, 1.2))
      ++built;
    // Every third house has a shed in front, as in the seventies, or at the end of the garden.
    if (!style.apartments && rng->chance(0.1)) {
      const Vec shed =
          start + along * (i * style.width + style.width - 2.6) + deep * (style.depth + style.garden - 3.4);
      world->build("shed", 2.4, rectangle(shed, along, 2.3, 3.0), 0.5, 1.0);
    }
  }
  world->gardens.push_back(lot);
  Shape garden;
  garden.properties = "\"leisure\":\"garden\"";
  garden.line = rectangle(start + deep * (style.depth + 1.6), along, length, style.garden - 1.8);
  world->shapes.push_back(garden);
  return built;
}

void build_rows(World* world, const Line& street, const RowStyle& style, Rng* rng) {
  for (const bool forward : {true, false}) {
    // Walking on, the houses stand to the right; their fronts look at the street.
    const Line line = forward ? street : reversed(street);
    const double total = line_length(line);
    double s = rng->range(6.0, 12.0);
    while (s < total - 14) {
      int houses = rng->whole(style.min_houses, style.max_houses);
      bool done = false;
      for (; houses >= style.min_houses && !done; --houses) {
        const double length = houses * style.width;
        if (s + length > total + 14) continue;
        const OnLine a = at(line, s);
        const OnLine b = at(line, s + length);
        const Vec along = unit(distance(a.point, b.point) > 1 ? b.point - a.point : a.tangent);
        // Left of the line: the row begins at `a` moved aside; the chord must not cut the street.
        const Vec start = a.point + left(along) * style.setback;
        if (build_row(world, start, along, houses, style, rng) > 0) {
          s += length + rng->range(5, 13);
          done = true;
        }
      }
      if (!done) s += 3;
    }
  }
}

}  // namespace stoepkrijt::example
