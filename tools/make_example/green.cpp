// The park, the trees and what stands on the street.
#include <algorithm>
#include <string>

#include "compose.hpp"
#include "streets.hpp"

namespace stoepkrijt::example {

namespace {

void way(World* world, Road road, const Line& points, bool ring = false) {
  Street s;
  s.road = road;
  s.line = ring ? smooth_ring(points, 0.2) : smooth(points, 0.2);
  if (ring) s.line.push_back(s.line.front());
  s.bounds_blocks = false;
  world->streets.push_back(s);
}

// Between the main road, the singel and the Parklaan.
Line park_ring() {
  const Line west = parallel(markerlaan(), -15);
  const Line east = parallel(singel(), -10.5);
  Line ring = part(east, nearest(east, {2, 40}).s, nearest(east, {190, -318}).s);
  std::reverse(ring.begin(), ring.end());
  Line side = part(west, nearest(west, {-146, -332}).s, nearest(west, {-12, 20}).s);
  // Counter-clockwise: up the east bank, down the main road, back along the Parklaan.
  std::reverse(side.begin(), side.end());
  Line out = ring;
  out.insert(out.end(), side.begin(), side.end());
  out.push_back({-50, -340.5});
  out.push_back({80, -338.5});
  return thin(out, 0.3);
}

void grove(World* world, Rng* rng, const Line& within, Vec c, double radius, int count, double size) {
  for (int i = 0; i < count; ++i) {
    // Two draws summed: denser in the middle.
    const double dx = (rng->unit() + rng->unit() - 1) * radius;
    const double dy = (rng->unit() + rng->unit() - 1) * radius;
    const double d = size * rng->range(0.6, 1.35);
    if (inside(within, c + Vec{dx, dy})) world->plant(c + Vec{dx, dy}, d, 0.33);
  }
}

void scatter(World* world, Rng* rng, const Line& ring, double per_tree, double lo, double hi) {
  const Box box = box_of(ring);
  double area = ring_area(ring);
  if (area < 0) area = -area;
  const int wanted = static_cast<int>(area / per_tree + rng->unit());
  int planted = 0;
  for (int tries = 0; tries < wanted * 6 && planted < wanted; ++tries) {
    const double x = rng->range(box.x0, box.x1);
    const double y = rng->range(box.y0, box.y1);
    const double d = rng->range(lo, hi);
    if (inside(ring, {x, y}) && nearest_on_ring(ring, {x, y}).distance > 1 && world->plant({x, y}, d, 0.42)) ++planted;
  }
}

void rows_along(World* world, const Line& line, double offset, double gap, double size, Rng* rng) {
  const double total = line_length(line);
  for (double s = gap * 0.7; s < total; s += gap) {
    const OnLine p = at(line, s + rng->range(-0.8, 0.8));
    if (p.point.x < -860 || p.point.x > 860 || p.point.y < -760 || p.point.y > 760) continue;
    if (rng->chance(0.06)) continue;  // a tree that died and was not replaced
    const double d = size * rng->range(0.8, 1.2);
    world->plant(p.point + left(p.tangent) * offset, d, 0.3);
  }
}

// The lawns between the courts of the Vogelhorst, open to the singel.
void add_lawns(World* world) {
  const Line a = parallel(singel(), 11);
  const Line b = parallel(singel(), 36);
  Line strip = part(a, nearest(a, {34, 44}).s, nearest(a, {226, -488}).s);
  const Line back = reversed(part(b, nearest(b, {60, 66}).s, nearest(b, {258, -488}).s));
  strip.insert(strip.end(), back.begin(), back.end());
  Shape bank;
  bank.properties = "\"landuse\":\"grass\",\"name\":\"Singelplantsoen\"";
  bank.line = thin(strip, 0.4);
  world->shapes.push_back(bank);
  const Line lawns[] = {
      {{118, 24}, {150, 8}, {186, -24}, {204, 10}, {236, 46}, {268, 56}, {262, 78}, {226, 84}, {196, 62}, {164, 40}},
      {{168, -92},
       {186, -110},
       {206, -130},
       {228, -160},
       {244, -124},
       {276, -84},
       {318, -74},
       {312, -40},
       {276, -30},
       {240, -62},
       {216, -92}},
      {{352, 54}, {342, 20}, {350, -10}, {392, -20}, {438, -10}, {448, 30}, {440, 84}, {408, 86}, {392, 50}},
      {{330, 168}, {322, 196}, {330, 240}, {352, 246}, {384, 224}, {362, 206}, {344, 180}},
      {{226, -348},
       {262, -352},
       {320, -356},
       {356, -342},
       {392, -318},
       {404, -344},
       {352, -352},
       {286, -386},
       {280, -440},
       {292, -476},
       {240, -474}},
      {{440, -262}, {478, -264}, {520, -272}, {486, -316}, {484, -380}, {496, -402}, {462, -400}, {448, -330}},
      {{520, -402},
       {536, -360},
       {548, -316},
       {576, -292},
       {612, -290},
       {626, -330},
       {622, -420},
       {606, -456},
       {606, -400},
       {600, -350},
       {572, -392},
       {546, -440}},
      {{490, 222},
       {498, 262},
       {508, 300},
       {500, 350},
       {470, 392},
       {440, 404},
       {444, 440},
       {480, 470},
       {540, 462},
       {596, 420},
       {610, 380},
       {560, 408},
       {520, 420},
       {540, 380},
       {560, 330},
       {536, 290},
       {530, 240}},
  };
  for (const Line& lawn : lawns) {
    Shape s;
    s.properties = "\"landuse\":\"grass\"";
    s.line = smooth_ring(lawn, 0.5);
    // Under the gardens, which are drawn later.
    world->shapes.insert(world->shapes.begin(), s);
  }
}

}  // namespace

void add_park(World* world, Rng* rng) {
  add_lawns(world);
  const Line ring = park_ring();
  Shape park;
  park.properties = "\"leisure\":\"park\",\"name\":\"Zwanenpark\"";
  park.line = ring;
  world->shapes.push_back(park);
  const Line pond = smooth_ring({{-62, -205},
                                 {-40, -238},
                                 {-2, -246},
                                 {28, -226},
                                 {62, -222},
                                 {92, -190},
                                 {86, -150},
                                 {54, -132},
                                 {30, -150},
                                 {4, -160},
                                 {-22, -146},
                                 {-48, -158}},
                                0.2);
  const Line island = smooth_ring({{40, -196}, {58, -192}, {66, -174}, {54, -164}, {38, -172}}, 0.2);
  Shape water;
  water.properties = "\"natural\":\"water\",\"name\":\"Zwanenvijver\"";
  water.line = pond;
  water.holes.push_back(island);
  world->shapes.push_back(water);
  world->water.push_back(pond);

  way(world, Road::kFootway,
      {{-74, -200},
       {-52, -248},
       {-4, -262},
       {36, -240},
       {74, -236},
       {106, -200},
       {100, -146},
       {60, -118},
       {28, -136},
       {2, -146},
       {-22, -132},
       {-58, -146}},
      true);
  way(world, Road::kCycleway, {{-102, -96}, {-60, -92}, {0, -84}, {60, -84}, {95, -75}, {137, -43}});
  way(world, Road::kFootway, {{-24, 6}, {-4, -30}, {4, -80}, {-10, -110}, {-22, -132}});
  way(world, Road::kFootway, {{-142, -210}, {-108, -196}, {-74, -200}});
  way(world, Road::kFootway, {{-52, -340}, {-66, -300}, {-84, -262}, {-72, -206}});
  way(world, Road::kFootway, {{-40, -340}, {10, -310}, {70, -300}, {130, -280}, {150, -230}, {134, -180}, {104, -172}});
  way(world, Road::kFootway, {{70, -300}, {56, -270}, {36, -240}});
  way(world, Road::kFootway, {{150, -230}, {160, -196}, {140, -140}, {110, -90}, {60, -58}, {30, -10}, {4, 24}});
  way(world, Road::kFootway, {{-116, -262}, {-84, -262}});
  way(world, Road::kFootway, {{-150, -290}, {-116, -262}, {-108, -196}});
  way(world, Road::kFootway, {{60, -118}, {86, -92}, {110, -90}});
  world->build("retail", 4.5, {{-8, -279}, {8, -275}, {6, -266}, {-10, -270}}, 1, 0.2, "Theehuis De Zwaan");
  Line bandstand;
  for (int i = 0; i < 8; ++i) bandstand.push_back(Vec{-40, -60} + direction(45.0 * i + 22) * 4.5);
  world->build("yes", 5, bandstand, 1, 0.2, "Muziektent");
  Shape play;
  play.properties = "\"leisure\":\"playground\",\"name\":\"Speelplek Zwanenpark\"";
  play.line = smooth_ring({{96, -262}, {124, -258}, {130, -240}, {112, -228}, {92, -240}}, 0.3);
  world->shapes.push_back(play);
  world->open.push_back(play.line);
  // Two lawns stay open.
  world->open.push_back(smooth_ring({{-112, -150}, {-80, -128}, {-66, -112}, {-100, -108}, {-116, -120}}));
  world->open.push_back(smooth_ring({{-40, -310}, {0, -300}, {40, -284}, {-16, -286}, {-58, -272}}));

  struct Group {
    Vec c;
    double radius;
    int count;
    double size;
  };
  for (const Group& g : {Group{{-108, -232}, 28, 20, 12},
                         {{128, -304}, 40, 34, 11},
                         {{-112, -306}, 34, 26, 12},
                         {{52, -180}, 18, 10, 8},
                         {{48, -100}, 24, 14, 11},
                         {{-50, -114}, 22, 12, 12},
                         {{138, -270}, 24, 14, 10},
                         {{122, -128}, 20, 14, 10},
                         {{-24, -30}, 24, 16, 11},
                         {{34, -34}, 20, 12, 10},
                         {{124, -206}, 18, 9, 11},
                         {{-88, -172}, 16, 8, 13},
                         {{14, -322}, 30, 12, 10},
                         {{-30, -268}, 14, 5, 9}})
    grove(world, rng, ring, g.c, g.radius, g.count, g.size);
  scatter(world, rng, ring, 900, 6, 13);
}

namespace {

// Between the terraces of the seventies: public green with single trees.
void loose_trees(World* world, Rng* rng) {
  const Line ring = buurten()[2].ring;
  const Box box = box_of(ring);
  int planted = 0;
  for (int tries = 0; tries < 4000 && planted < 90; ++tries) {
    const double x = rng->range(box.x0, box.x1);
    const double y = rng->range(box.y0, box.y1);
    const double d = rng->range(4.5, 9);
    if (!inside(ring, {x, y}) || world->meets_garden(rectangle({x - 2, y - 2}, {1, 0}, 4, 4))) continue;
    if (world->plant({x, y}, d, 0.75)) ++planted;
  }
}

}  // namespace

void add_trees(World* world, Rng* rng) {
  const std::size_t n = world->streets.size();
  for (std::size_t i = 0; i < n; ++i) {
    const Street s = world->streets[i];
    if (s.tree_gap <= 0) continue;
    for (const double side : {1.0, -1.0})
      rows_along(world, s.line, side * (half_width(s.road) + 1.9), s.tree_gap, s.tree_size, rng);
  }
  for (const double side : {9.4, -9.4}) rows_along(world, markerlaan(), side, 12, 9, rng);
  for (const double side : {22.0, -22.0}) rows_along(world, ringvaart(), side, 24, 10, rng);
  for (const double side : {15.5, 23.5}) {
    const Line bank = parallel(singel(), side);
    rows_along(world, part(bank, nearest(bank, {30, 45}).s, nearest(bank, {226, -498}).s), 0, 15, 9, rng);
  }
  for (int i = 0; i < 5; ++i) {
    world->plant(Vec{300, 340} + Vec{14.5, -8.6} * i, 6, 0.3);
    world->plant(Vec{352, 336} + Vec{1.5, 15.0} * i, 6, 0.3);
  }
  const std::vector<Shape> shapes = world->shapes;
  loose_trees(world, rng);
  for (const Shape& s : shapes) {
    if (!s.is_area) continue;
    if (s.properties.find("garden") != std::string::npos) scatter(world, rng, s.line, 620, 2.8, 6.2);
    if (s.properties.find("\"grass\"") != std::string::npos) scatter(world, rng, s.line, 700, 5.5, 11);
    if (s.properties.find("forest") != std::string::npos) scatter(world, rng, s.line, 560, 9, 14);
    if (s.properties.find("allotments") != std::string::npos) scatter(world, rng, s.line, 240, 2.5, 4.5);
  }
}

void add_furniture(World* world, Rng* rng) {
  for (const Street& s : world->streets) {
    if (s.road == Road::kPath || s.road == Road::kCycleway) continue;
    const double gap = s.road == Road::kFootway ? 34 : 28;
    double side = 1;
    for (double d = rng->range(6, 16); d < line_length(s.line); d += gap) {
      const OnLine p = at(s.line, d);
      const Vec lamp = p.point + left(p.tangent) * (side * (half_width(s.road) + 0.9));
      side = -side;
      if (lamp.x < -700 || lamp.x > 700 || lamp.y < -560 || lamp.y > 560) continue;
      if (world->road_distance(lamp) > 0.4) world->things.push_back({"\"highway\":\"street_lamp\"", lamp});
      if (s.road == Road::kFootway && rng->chance(0.5))
        world->things.push_back({"\"amenity\":\"bench\"", p.point - left(p.tangent) * (side * 1.8)});
    }
  }
  for (const Vec p : {Vec{-400, -20}, Vec{-384, -22}, Vec{-372, -40}, Vec{-398, -64}, Vec{-30, 82}, Vec{-160, 128}})
    world->things.push_back({"\"amenity\":\"bench\"", p});
  for (const Vec p : {Vec{-396, -21}, Vec{-360, -62}, Vec{-78, -204}, Vec{-22, -128}, Vec{98, -236}, Vec{-34, 84},
                      Vec{306, 366}, Vec{250, 388}})
    world->things.push_back({"\"amenity\":\"waste_basket\"", p});
}

}  // namespace stoepkrijt::example
