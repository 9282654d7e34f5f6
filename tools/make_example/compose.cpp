#include "compose.hpp"

#include <algorithm>

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
    {{-390, 420}, Use::kOpen},    // sports park
    {{-570, 450}, Use::kOpen},    // allotments
    {{-400, -35}, Use::kOpen},    // Hinkelplein
    {{10, 118}, Use::kOpen},      // church by the bridge
    {{-180, 470}, Use::kOpen},    // strip along the Noorderweg
    {{50, 460}, Use::kOpen},      // care home
    {{-90, -10}, Use::kFlats},    // closed blocks of flats of about 1930
    {{-200, 10}, Use::kFlats},
    {{-150, -80}, Use::kFlats},
    {{-200, -140}, Use::kFlats},
    {{-190, -220}, Use::kFlats},
    {{-180, -300}, Use::kFlats},
    {{-230, 330}, Use::kFlats},
    {{-20, 310}, Use::kFlats},
    {{-180, 390}, Use::kFlats},
    {{-580, 80}, Use::kFlats},
    {{-590, -10}, Use::kFlats},
    {{-400, -108}, Use::kFlats},
    {{-570, 345}, Use::kFlats},
    {{-390, 285}, Use::kFlats},
    {{0, 385}, Use::kFlats},
    {{140, 385}, Use::kFlats},
    {{130, 300}, Use::kFlats},
    {{200, 465}, Use::kOpen},
    {{-400, -300}, Use::kOpen},   // school
    {{-540, -310}, Use::kOpen},   // flats
    {{-540, -430}, Use::kOpen},
    {{-330, -430}, Use::kOpen},
    {{-180, -440}, Use::kOpen},
    {{-290, -310}, Use::kOpen},
    {{-560, -200}, Use::kOpen},   // flats of the fifties
    {{-410, -200}, Use::kGarden},
    {{-315, -200}, Use::kGarden},
    {{-570, -95}, Use::kGarden},
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

}  // namespace

World compose() {
  World world;
  add_water(&world, singel_ring(), "\"natural\":\"water\",\"name\":\"Lindesingel\"");
  add_water(&world, ribbon(ringvaart(), kRingvaartHalf), "\"natural\":\"water\",\"name\":\"Lindevaart\"");
  world.streets = draw_streets();
  join_streets(&world.streets);
  Rng rng(2026);
  build_blocks(&world, &rng);
  add_large_buildings(&world);
  add_tram(&world);
  add_paths(&world);
  Rng east(1974);
  add_vogelhorst(&world, &east);
  Rng park(1931);
  add_park(&world, &park);
  Rng fields(9);
  add_polder(&world, &fields);
  Rng trees(7);
  add_trees(&world, &trees);
  Rng lamps(8);
  add_furniture(&world, &lamps);
  return world;
}

}  // namespace stoepkrijt::example
