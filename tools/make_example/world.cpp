#include "world.hpp"

#include <algorithm>

namespace stoepkrijt::example {

Box box_of(const Line& points) {
  Box b;
  for (const Vec p : points) {
    b.x0 = std::min(b.x0, p.x);
    b.y0 = std::min(b.y0, p.y);
    b.x1 = std::max(b.x1, p.x);
    b.y1 = std::max(b.y1, p.y);
  }
  return b;
}

bool boxes_meet(const Box& a, const Box& b, double margin) {
  return a.x0 < b.x1 + margin && b.x0 < a.x1 + margin && a.y0 < b.y1 + margin && b.y0 < a.y1 + margin;
}

namespace {

// The least distance between two rings that do not overlap: reached at a corner of one of them.
double ring_gap(const Line& a, const Line& b) {
  double d = 1e9;
  for (const Vec p : a) d = std::min(d, nearest_on_ring(b, p).distance);
  for (const Vec p : b) d = std::min(d, nearest_on_ring(a, p).distance);
  return d;
}

bool line_touches(const Line& ring, const Line& line, double gap) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (inside(ring, line[i])) return true;
    for (std::size_t j = 0; j < ring.size(); ++j)
      if (segments_cross(line[i - 1], line[i], ring[j], ring[(j + 1) % ring.size()], nullptr)) return true;
  }
  for (const Vec p : ring)
    if (nearest(line, p).distance < gap) return true;
  for (const Vec p : line)
    if (nearest_on_ring(ring, p).distance < gap) return true;
  return false;
}

}  // namespace

bool World::meets_building(const Line& ring, double gap) const {
  const Box box = box_of(ring);
  // Shared walls are allowed: without a gap a shrunken outline decides.
  const Line test = gap > 0 ? ring : shrunk(ring, 0.12);
  for (const Building& b : buildings) {
    if (!boxes_meet(box, b.box, gap)) continue;
    if (rings_overlap(test, b.ring)) return true;
    if (gap > 0 && ring_gap(ring, b.ring) < gap) return true;
  }
  return false;
}

bool World::meets_water(const Line& ring) const {
  for (const Line& w : water)
    if (rings_overlap(ring, w)) return true;
  return false;
}

bool World::meets_garden(const Line& ring) const {
  const Line test = shrunk(ring, 0.3);
  const Box box = box_of(ring);
  for (const Line& g : gardens)
    if (boxes_meet(box, box_of(g), 0) && rings_overlap(test, g)) return true;
  return false;
}

bool World::is_free(const Line& ring, double building_gap, double road_gap) const {
  const Box box = box_of(ring);
  for (const Street& street : streets) {
    const double gap = half_width(street.road) + road_gap;
    if (boxes_meet(box, box_of(street.line), gap) && line_touches(ring, street.line, gap)) return false;
  }
  return !meets_building(ring, building_gap) && !meets_water(ring);
}

double World::road_distance(Vec p) const {
  double d = 1e9;
  for (const Street& street : streets) d = std::min(d, nearest(street.line, p).distance - half_width(street.road));
  return d;
}

bool World::build(const std::string& kind, double height, const Line& ring, double building_gap, double road_gap,
                  const std::string& name) {
  if (ring.size() < 3 || !ring_is_simple(ring) || !is_free(ring, building_gap, road_gap)) return false;
  Building b;
  b.kind = kind;
  b.height = height;
  b.name = name;
  b.ring = ring_area(ring) > 0 ? ring : reversed(ring);
  b.box = box_of(ring);
  buildings.push_back(b);
  return true;
}

bool World::plant(Vec p, double size, double spacing) {
  for (const Tree& t : trees) {
    const double want = (t.size + size) * spacing;
    const Vec d = t.p - p;
    if (dot(d, d) < want * want) return false;
  }
  if (road_distance(p) < 0.6) return false;
  const Box here{p.x, p.y, p.x, p.y};
  for (const Building& b : buildings)
    if (boxes_meet(here, b.box, size * 0.4) && (inside(b.ring, p) || nearest_on_ring(b.ring, p).distance < size * 0.38))
      return false;
  for (const Line& w : water)
    if (inside(w, p) || nearest_on_ring(w, p).distance < 1) return false;
  for (const Line& o : open)
    if (inside(o, p)) return false;
  trees.push_back({p, size});
  return true;
}

}  // namespace stoepkrijt::example
