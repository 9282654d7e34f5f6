#include "compose.hpp"

#include <algorithm>
#include <cstdio>

#include "streets.hpp"

namespace stoepkrijt::example {

namespace {

void add_water(World* world, const Line& ring, const char* properties) {
  world->water.push_back(ring);
  Shape shape;
  shape.properties = properties;
  shape.line = ring_area(ring) > 0 ? ring : reversed(ring);
  world->shapes.push_back(shape);
}

// The singel widens and narrows a little, as a dug canal with old banks does.
Line singel_ring() {
  const Line line = singel();
  Line left_bank;
  Line right_bank;
  const double total = line_length(line);
  Rng rng(71);
  for (double s = 0; s <= total; s += 55) {
    const OnLine p = at(line, s);
    const double inner = (p.point.x > -640 && p.point.y > -500) ? 1.0 : 0.55;
    left_bank.push_back(p.point + left(p.tangent) * (kSingelHalf * inner + rng.range(-0.9, 0.9)));
    right_bank.push_back(p.point - left(p.tangent) * (kSingelHalf * inner + rng.range(-0.9, 0.9)));
  }
  Line ring = smooth(right_bank, 0.25);
  const Line back = reversed(smooth(left_bank, 0.25));
  ring.insert(ring.end(), back.begin(), back.end());
  return ring;
}

enum class Use { kClosed, kGarden, kFlats, kOpen };

// Blocks that are not simply closed rows of houses, named by a point inside them.
struct UseAt {
  Vec p;
  Use use;
};
constexpr UseAt kUses[] = {
    {{-390, 420}, Use::kOpen},  // sports park
    {{-570, 450}, Use::kOpen},  // allotments
    {{-400, -35}, Use::kOpen},  // Hinkelplein
    {{10, 118}, Use::kOpen},    // church by the bridge
    {{-180, 470}, Use::kOpen},  // strip along the Noorderweg
    {{50, 460}, Use::kOpen},    // care home
    {{-90, -10}, Use::kFlats},  // closed blocks of flats of about 1930
    {{-200, 10}, Use::kFlats},    {{-150, -80}, Use::kFlats},   {{-200, -140}, Use::kFlats},
    {{-190, -220}, Use::kFlats},  {{-180, -300}, Use::kFlats},  {{-230, 330}, Use::kFlats},
    {{-20, 310}, Use::kFlats},    {{-180, 390}, Use::kFlats},   {{-580, 80}, Use::kFlats},
    {{-590, -10}, Use::kFlats},   {{-400, -108}, Use::kFlats},  {{-570, 345}, Use::kFlats},
    {{-390, 285}, Use::kFlats},   {{0, 385}, Use::kFlats},      {{140, 385}, Use::kFlats},
    {{130, 300}, Use::kFlats},    {{200, 465}, Use::kOpen},     {{-400, -300}, Use::kOpen},  // school
    {{-540, -310}, Use::kOpen},                                                              // flats
    {{-540, -430}, Use::kOpen},   {{-330, -430}, Use::kOpen},   {{-180, -440}, Use::kOpen},
    {{-290, -310}, Use::kOpen},   {{-560, -200}, Use::kOpen},  // flats of the fifties
    {{-410, -200}, Use::kGarden}, {{-315, -200}, Use::kGarden}, {{-570, -95}, Use::kGarden},
};

Use use_of(const Block& block) {
  for (const UseAt& u : kUses)
    if (inside(block.ring, u.p)) return u.use;
  const Vec c = ring_centre(block.ring);
  // East of the main road and the singel the seventies begin; the park lies between them.
  const Nearest main = nearest(markerlaan(), c);
  const OnLine on = at(markerlaan(), main.s);
  if (cross(on.tangent, c - on.point) < 0) return Use::kOpen;
  if (ring_area(block.ring) > 26000) return Use::kOpen;
  return Use::kClosed;
}

void build_blocks(World* world, Rng* rng) {
  BlockStyle city;
  BlockStyle village;
  village.width_lo = 6.8;
  village.width_hi = 7.8;
  village.depth_lo = 8.2;
  village.depth_hi = 9.0;
  village.height_lo = 7.2;
  village.height_hi = 8.6;
  village.closed_short = 0.35;
  village.front_garden = 2.6;
  village.gap = 0.9;
  village.shed = 0.1;
  village.annex = 0.25;
  BlockStyle flats;
  flats.width_lo = 15;
  flats.width_hi = 22;
  flats.depth_lo = 10.5;
  flats.depth_hi = 11.5;
  flats.height_lo = 12.5;
  flats.height_hi = 14;
  flats.closed_short = 0.9;
  flats.annex = 0.05;
  flats.apartments = true;
  for (const Block& block : find_blocks(world->streets)) {
    const Use use = use_of(block);
    if (use == Use::kOpen || rings_overlap(block.ring, world->water.front())) continue;
    build_perimeter(world, block, use == Use::kGarden ? village : use == Use::kFlats ? flats : city, rng);
  }
}

bool through_building(const World& world, const Line& line) {
  const Box box = box_of(line);
  for (const Building& b : world.buildings) {
    if (!boxes_meet(box, b.box, 0)) continue;
    for (std::size_t i = 1; i < line.size(); ++i) {
      if (inside(b.ring, line[i])) return true;
      for (std::size_t k = 0; k < b.ring.size(); ++k)
        if (segments_cross(line[i - 1], line[i], b.ring[k], b.ring[(k + 1) % b.ring.size()], nullptr)) return true;
    }
  }
  return false;
}

// Draws one end of a path on to the nearest way that can be reached without walking through a wall or a canal.
void join_end(World* world, std::size_t self) {
  constexpr double kReach = 42;
  Line& line = world->streets[self].line;
  Nearest best;
  std::size_t other = self;
  for (std::size_t k = 0; k < world->streets.size(); ++k) {
    if (k == self) continue;
    const Nearest n = nearest(world->streets[k].line, line.back());
    if (n.distance >= best.distance || n.distance > kReach) continue;
    const Line step{line.back(), n.point};
    if (n.distance > 0.05 && (through_building(*world, step) || world->meets_water(ribbon(step, 0.5)))) continue;
    best = n;
    other = k;
  }
  if (other == self) return;
  if (best.distance > 0.05) line.push_back(best.point);
  line.back() = best.point;
  put_point(&world->streets[other].line, best.point);
}

void join_paths(World* world, std::size_t first) {
  for (std::size_t i = world->streets.size(); i-- > first;)
    if (through_building(*world, world->streets[i].line)) {
      std::fprintf(stderr, "make_example: a path at %.0f,%.0f leads through a building\n",
                   world->streets[i].line.front().x, world->streets[i].line.front().y);
      world->streets.erase(world->streets.begin() + static_cast<std::ptrdiff_t>(i));
    }
  for (std::size_t i = first; i < world->streets.size(); ++i) {
    Line& line = world->streets[i].line;
    if (distance(line.front(), line.back()) < 0.1) continue;  // a round has no ends
    join_end(world, i);
    line = reversed(line);
    join_end(world, i);
    line = reversed(line);
  }
}

}  // namespace

World compose() {
  World world;
  add_water(&world, singel_ring(), "\"natural\":\"water\",\"name\":\"Lindesingel\"");
  add_water(&world, ribbon(ringvaart(), kRingvaartHalf), "\"natural\":\"water\",\"name\":\"Lindevaart\"");
  world.streets = draw_streets();
  join_streets(&world.streets);
  add_tram(&world);  // with the cycleways: the fronts keep clear of them
  Rng rng(2026);
  build_blocks(&world, &rng);
  const std::size_t first_path = world.streets.size();
  add_large_buildings(&world);
  add_paths(&world);
  Rng east(1974);
  add_vogelhorst(&world, &east);
  Rng park(1931);
  add_park(&world, &park);
  join_paths(&world, first_path);
  // The park was planted before its paths were drawn on to the streets.
  std::erase_if(world.trees, [&](const Tree& t) { return world.road_distance(t.p) < 0.4; });
  Rng fields(9);
  add_polder(&world, &fields);
  Rng trees(7);
  add_trees(&world, &trees);
  Rng lamps(8);
  add_furniture(&world, &lamps);
  return world;
}

}  // namespace stoepkrijt::example
