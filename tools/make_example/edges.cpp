// What runs through the wijk and out of it: tram, cycleways, footpaths, boundaries, and the polder around.
#include <algorithm>
#include <string>

#include "compose.hpp"
#include "streets.hpp"

namespace stoepkrijt::example {

namespace {

Vec crossing(const Line& a, const Line& b) {
  for (std::size_t i = 1; i < a.size(); ++i)
    for (std::size_t j = 1; j < b.size(); ++j) {
      double t = 0;
      if (segments_cross(a[i - 1], a[i], b[j - 1], b[j], &t)) return a[i - 1] + (a[i] - a[i - 1]) * t;
    }
  return {};
}

Line between(const Line& line, Vec from, Vec to) {
  const double a = nearest(line, from).s;
  const double b = nearest(line, to).s;
  Line out = a <= b ? part(line, a, b) : reversed(part(line, b, a));
  out.front() = from;
  out.back() = to;
  return out;
}

Line along_outline(const Line& outline, Vec from, Vec to) {
  Line twice = outline;
  twice.insert(twice.end(), outline.begin(), outline.end());
  twice.push_back(outline.front());
  const double round = line_length(twice) / 2;
  Line once = outline;
  once.push_back(outline.front());
  const double a = nearest(once, from).s;
  double b = nearest(once, to).s;
  if (b < a) b += round;
  Line out = part(twice, a, b);
  out.front() = from;
  out.back() = to;
  return out;
}

void append(Line* out, const Line& more) { out->insert(out->end(), more.begin() + 1, more.end()); }

void add_line(World* world, const std::string& properties, const Line& line) {
  Shape s;
  s.properties = properties;
  s.is_area = false;
  s.line = thin(line, 0.15);
  world->shapes.push_back(s);
}

void add_way(World* world, Road road, const Line& line, const char* name = "") {
  Street s;
  s.name = name;
  s.road = road;
  s.line = line;
  s.bounds_blocks = false;
  world->streets.push_back(s);
}

}  // namespace

std::vector<Buurt> buurten() {
  const Line water = singel();
  const Line main = markerlaan();
  const Line outline = wijk_outline();
  Line west_ring = outline;
  west_ring.push_back(outline.front());
  // The singel crosses the outline first in the west, then in the south; the main road in the south and the north.
  const Vec west = crossing(water, west_ring);
  const Vec south = crossing(reversed(water), west_ring);
  const Vec north = crossing(reversed(main), west_ring);
  const Vec middle = crossing(water, main);

  Line one = along_outline(outline, north, west);
  append(&one, between(water, west, middle));
  append(&one, between(main, middle, north));
  one.pop_back();
  Line two = along_outline(outline, west, south);
  append(&two, between(water, south, middle));
  append(&two, between(water, middle, west));
  two.pop_back();
  Line three = along_outline(outline, south, north);
  append(&three, between(main, north, middle));
  append(&three, between(water, middle, south));
  three.pop_back();
  return {{"BU99990101", "Oud Lindewaard", 2615, 1380, one},
          {"BU99990102", "Het Speelkwartier", 3385, 1795, two},
          {"BU99990103", "De Vogelhorst", 3940, 1770, three}};
}

void add_tram(World* world) {
  const Line main = markerlaan();
  for (const double side : {1.6, -1.6}) add_line(world, "\"railway\":\"tram\"", parallel(main, side));
  for (const double side : {11.6, -11.6}) add_way(world, Road::kCycleway, thin(parallel(main, side), 0.2));
  struct Stop {
    Vec at;
    const char* name;
  };
  for (const Stop& stop : {Stop{{-158, -372}, "Parklaan"}, Stop{{-84, -82}, "Zwanenpark"}, Stop{{84, 212}, "Lindekerk"},
                           Stop{{212, 356}, "De Horst"}})
    for (const double side : {3.6, -3.6}) {
      const OnLine p = at(main, nearest(main, stop.at).s);
      world->things.push_back(
          {"\"railway\":\"tram_stop\",\"name\":\"" + std::string(stop.name) + "\"", p.point + left(p.tangent) * side});
    }
}

void add_paths(World* world) {
  // The green east bank of the singel: a cycleway from the bridge to the south.
  const Line bank = parallel(singel(), 19);
  add_way(world, Road::kCycleway, thin(part(bank, nearest(bank, {22, 52}).s, nearest(bank, {226, -498}).s), 0.2),
          "Singelpad");
  // Footpaths from the woonerven to the singel, two footbridges into the park.
  const Line path = world->streets.back().line;
  const std::size_t n = world->streets.size();
  for (std::size_t i = 0; i < n; ++i) {
    if (world->streets[i].road != Road::kLiving) continue;
    const Vec end = world->streets[i].line.back();
    const Nearest near = nearest(path, end);
    if (near.distance > 90) continue;
    const Vec d = near.point - end;
    add_way(world, Road::kFootway, smooth({end, end + d * 0.5 + left(d) * 0.12, near.point}));
  }
  add_way(world, Road::kFootway, smooth({{148, -204}, {178, -196}, nearest(path, {212, -186}).point}));
  add_way(world, Road::kCycleway,
          smooth({{434, -150}, {446, -196}, {478, -230}, {520, -238}, {570, -238}, {641, -228}}), "Weidepad");
  add_way(world, Road::kFootway, smooth({{300, 210}, {262, 262}, {252, 300}, {262, 328}}));
  // Short cuts between the courts.
  for (const Line& cut :
       {Line{{420, 380}, {404, 374}, {385, 366}, {368, 362}}, Line{{520, 400}, {500, 440}, {512, 496}},
        Line{{292, 258}, {298, 282}, {312, 303}}, Line{{372, 30}, {346, 8}, {322, -8}},
        Line{{312, 92}, {296, 78}, {282, 72}}, Line{{392, -100}, {372, -128}, {349, -134}},
        Line{{506, -372}, {494, -400}, {504, -482}}, Line{{572, -330}, {560, -300}, {556, -272}},
        Line{{302, -450}, {296, -470}, {300, -496}}, Line{{462, 40}, {430, 60}, {412, 110}},
        Line{{470, 352}, {500, 372}, {530, 396}}, Line{{484, 300}, {520, 316}, {556, 300}}})
    add_way(world, Road::kFootway, smooth(cut));
  add_way(world, Road::kService, smooth({{278, 321}, {264, 342}, {254, 362}, {248, 380}}));
  add_way(world, Road::kService, smooth({{290, 452}, {318, 440}, {352, 436}, {396, 444}, {418, 468}, {420, 506}}));
  add_way(world, Road::kService, smooth({{-300, 405}, {-320, 412}, {-322, 452}}));
  add_way(world, Road::kService, smooth({{472, 128}, {500, 120}, {530, 116}, {580, 110}}));
  add_way(world, Road::kService, smooth({{466, -66}, {520, -68}, {578, -74}}));
  add_way(world, Road::kService, smooth({{438, -140}, {500, -128}, {562, -134}}));
  add_way(world, Road::kService, smooth({{60, -508}, {66, -450}, {84, -432}, {126, -430}}));
}

namespace {

// A ditch round the wijk, broken where roads and canals pass.
void add_ring_ditch(World* world) {
  Line ring = wijk_outline();
  ring.push_back(ring.front());
  const Line course = parallel(ring, -11);
  const double total = line_length(course);
  Line run;
  for (double s = 0; s <= total; s += 6) {
    const Vec p = at(course, s).point;
    bool ok = s + 6 <= total && p.y < 505 && world->road_distance(p) > 6;
    for (const Line& w : world->water) ok = ok && !inside(w, p) && nearest_on_ring(w, p).distance > 5;
    if (ok) {
      run.push_back(p);
      continue;
    }
    if (run.size() > 5) {
      Shape ditch;
      ditch.properties = "\"natural\":\"water\"";
      ditch.line = ribbon(thin(run, 0.5), 1.9);
      world->shapes.push_back(ditch);
    }
    run.clear();
  }
}

}  // namespace

void add_polder(World* world, Rng* rng) {
  // One great field with the wijk cut out of it, and ditches that stop short of roads, water and houses.
  Shape fields;
  fields.properties = "\"landuse\":\"meadow\"";
  fields.line = {{-1500, -1250}, {1500, -1250}, {1500, 1250}, {-1500, 1250}};
  fields.holes.push_back(wijk_outline());
  world->shapes.insert(world->shapes.begin(), fields);
  // Woods in the corners, and three farms with their trees.
  struct Wood {
    Line points;
  };
  for (const Wood& wood : {Wood{{{690, 300}, {735, 290}, {760, 130}, {750, -60}, {700, -60}, {692, 120}}},
                           Wood{{{664, 430}, {700, 380}, {790, 420}, {800, 540}, {640, 545}, {600, 520}}},
                           Wood{{{-690, -300}, {-760, -280}, {-800, -420}, {-720, -470}, {-640, -480}}},
                           Wood{{{260, -560}, {330, -540}, {420, -560}, {440, -640}, {340, -680}, {285, -640}}}}) {
    Shape s;
    s.properties = "\"landuse\":\"forest\"";
    s.line = smooth_ring(wood.points, 0.4);
    world->shapes.push_back(s);
  }
  for (const Vec farm :
       {Vec{-880, -440}, Vec{-960, 545}, Vec{840, -415}, Vec{920, -470}, Vec{-20, -640}, Vec{-1080, -500}}) {
    const Vec a = direction(-4);
    world->build("farm", 8, rectangle(farm, a, 14, 22), 1, 1, "");
    world->build("farm_auxiliary", 7, rectangle(farm + a * 24 + left(a) * 8, a, 18, 34), 1, 1, "");
    world->build("farm_auxiliary", 5, rectangle(farm - a * 22 + left(a) * 12, a, 12, 18), 1, 1, "");
  }
  add_ring_ditch(world);
  const Line outline = wijk_outline();
  const Vec along = direction(84);
  const Vec across = direction(-6);
  for (int k = -16; k <= 16; ++k) {
    const Vec base = across * (k * 92.0 + rng->range(-6, 6));
    Line run;
    for (double s = -1400; s <= 1400; s += 8) {
      const Vec p = base + along * s;
      const bool ends = s > 1390;
      bool ok = p.y > -1245 && p.y < 1245 && p.x > -1495 && p.x < 1495 && !inside(outline, p) &&
                nearest_on_ring(outline, p).distance > 34 && world->road_distance(p) > 9;
      for (const Shape& shape : world->shapes)
        ok = ok && (shape.properties.find("forest") == std::string::npos || !inside(shape.line, p));
      for (const Building& b : world->buildings) ok = ok && nearest_on_ring(b.ring, p).distance > 12;
      for (const Line& w : world->water) ok = ok && !inside(w, p) && nearest_on_ring(w, p).distance > 6;
      if (ok && !ends) {
        run.push_back(p);
        continue;
      }
      if (run.size() > 6) {
        Shape ditch;
        ditch.properties = "\"natural\":\"water\"";
        ditch.line = rectangle(run.front() - across * 1.2, unit(run.back() - run.front()),
                               distance(run.front(), run.back()), 2.6);
        world->shapes.push_back(ditch);
      }
      run.clear();
    }
  }
}

}  // namespace stoepkrijt::example
