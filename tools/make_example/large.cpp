// The buildings that people give directions by, and the flats of the fifties and seventies. Placed by hand.
#include <cstdio>
#include <string>

#include "compose.hpp"
#include "streets.hpp"

namespace stoepkrijt::example {

namespace {

// A box with its middle at `c`, `degrees` from east.
Line box_at(Vec c, double degrees, double length, double width) {
  const Vec a = direction(degrees);
  return rectangle(c - a * (length / 2) - left(a) * (width / 2), a, length, width);
}

// An outline in its own axes, turned and moved into place.
Line placed(const Line& outline, Vec origin, double degrees) {
  const Vec a = direction(degrees);
  Line out;
  for (const Vec p : outline) out.push_back(origin + a * p.x + left(a) * p.y);
  return out;
}

void area(World* world, const std::string& properties, const Line& ring) {
  if (properties.find("pitch") != std::string::npos || properties.find("parking") != std::string::npos ||
      properties.find("playground") != std::string::npos)
    world->open.push_back(ring);
  Shape s;
  s.properties = properties;
  s.line = ring;
  world->shapes.push_back(s);
}

void grass(World* world, const Line& ring) { area(world, "\"landuse\":\"grass\"", ring); }

void must(World* world, const char* kind, double height, const Line& ring, const char* name) {
  if (!world->build(kind, height, ring, 1.0, 1.0, name))
    std::fprintf(stderr, "make_example: no room for %s at %.0f,%.0f\n", name[0] != 0 ? name : kind, ring[0].x,
                 ring[0].y);
}

void slab(World* world, Vec c, double degrees, double length, double width, double height, const char* name = "") {
  // Galleries and stairs stand out of the box a little.
  const double l = length / 2;
  const double w = width / 2;
  const Line outline{
      {-l, -w},          {l, -w}, {l, w}, {l * 0.15 + 3, w}, {l * 0.15 + 3, w + 2.2}, {l * 0.15 - 3, w + 2.2},
      {l * 0.15 - 3, w}, {-l, w}};
  must(world, "apartments", height, placed(outline, c, degrees), name);
  // A footpath along the doors, on to the street at one end.
  const Vec a = direction(degrees);
  const Vec door = c + left(a) * (w + 6);
  Street path;
  path.road = Road::kFootway;
  path.bounds_blocks = false;
  path.line = {door - a * (l + 4), door + a * (l + 4)};
  world->streets.push_back(path);
}

void garages(World* world, Vec c, double degrees, int boxes) {
  const Vec a = direction(degrees);
  for (int i = 0; i < boxes; ++i) world->build("garage", 2.6, rectangle(c + a * (3.1 * i), a, 3.1, 5.6), 0, 0.5);
}

void parking(World* world, Vec c, double degrees, double length, double width) {
  area(world, "\"amenity\":\"parking\"", box_at(c, degrees, length, width));
}

void add_square(World* world) {
  for (const Block& block : find_blocks(world->streets)) {
    if (!inside(block.ring, {-395, -38})) continue;
    const Line ring = inset(block.ring, std::vector<double>(block.ring.size(), 4.6), nullptr);
    area(world, "\"place\":\"square\",\"name\":\"Hinkelplein\"", ring);
    world->open.push_back(inset(block.ring, std::vector<double>(block.ring.size(), 13.0), nullptr));
  }
  must(world, "community_centre", 7.5, placed({{0, 0}, {13, 0}, {13, 9}, {18, 9}, {18, 28}, {0, 28}}, {-424, -56}, 3),
       "Buurthuis De Hinkelsteen");
  must(world, "kiosk", 3.2, box_at({-366, -52}, -20, 6, 5), "Kiosk");
}

void add_churches_and_schools(World* world) {
  // The church stands with its tower to the bridge.
  must(world, "church", 17,
       placed({{-17, -7},
               {2, -7},
               {2, -12},
               {12, -12},
               {12, -7},
               {16, -7},
               {20, -3.5},
               {20, 3.5},
               {16, 7},
               {12, 7},
               {12, 12},
               {2, 12},
               {2, 7},
               {-17, 7},
               {-17, 3.8},
               {-25, 3.8},
               {-25, -3.8},
               {-17, -3.8}},
              {7, 143}, 62),
       "Lindekerk");
  grass(world, {{-16, 112}, {0, 92}, {46, 168}, {-2, 174}});
  must(world, "school", 8,
       placed({{0, 0}, {58, 0}, {58, 13}, {42, 13}, {42, 27}, {30, 27}, {30, 13}, {14, 13}, {14, 27}, {0, 27}},
              {-200, 452}, -7),
       "Basisschool De Klimboom");
  area(world, "\"leisure\":\"playground\",\"name\":\"Schoolplein De Klimboom\"",
       placed({{0, -1}, {46, -1}, {46, 30}, {0, 30}}, {-253, 462}, -7));
  must(world, "school", 7.5, placed({{0, 0}, {16, 0}, {16, 24}, {52, 24}, {52, 39}, {0, 39}}, {-430, -340}, 2),
       "Basisschool De Vlieger");
  area(world, "\"leisure\":\"playground\",\"name\":\"Schoolplein De Vlieger\"",
       placed({{17, -3}, {52, -3}, {52, 22}, {17, 22}}, {-430, -340}, 2));
  must(world, "school", 12,
       placed({{0, 0},
               {92, 0},
               {92, 16},
               {74, 16},
               {74, 46},
               {58, 46},
               {58, 16},
               {36, 16},
               {36, 38},
               {20, 38},
               {20, 16},
               {0, 16}},
              {-118, -482}, -2),
       "Markercollege");
  area(world, "\"leisure\":\"playground\"", placed({{0, 20}, {18, 20}, {18, 52}, {0, 52}}, {-118, -482}, -2));
  must(world, "sports_hall", 9.5, box_at({96, -396}, 2, 46, 28), "Sporthal De Kaatsbal");
  area(world, "\"leisure\":\"pitch\",\"sport\":\"multi\"", box_at({40, -395}, 2, 40, 24));
  grass(world, {{-136, -362}, {80, -362}, {196, -344}, {194, -400}, {218, -488}, {60, -496}, {-138, -506}});
  slab(world, {164, -392}, 92, 56, 11, 16);
  slab(world, {150, -462}, 92, 46, 11, 16);
  must(world, "kindergarten", 4.5, placed({{0, 0}, {34, 0}, {34, 12}, {20, 12}, {20, 20}, {0, 20}}, {-30, -390}, 2),
       "Kindercentrum De Zandkuil");
  parking(world, {100, -430}, 2, 50, 17);
  area(world, "\"leisure\":\"pitch\",\"sport\":\"athletics\"", box_at({66, -470}, 1, 84, 34));
}

void add_north_edge(World* world) {
  area(world, "\"landuse\":\"recreation_ground\",\"name\":\"Sportpark Lindewaard\"",
       {{-482, 348}, {-400, 328}, {-305, 312}, {-296, 380}, {-284, 494}, {-480, 506}, {-496, 420}});
  area(world, "\"leisure\":\"pitch\",\"sport\":\"soccer\"", box_at({-392, 452}, -5, 102, 62));
  area(world, "\"leisure\":\"pitch\",\"sport\":\"hockey\"", box_at({-398, 376}, -7, 91, 55));
  world->open.push_back(box_at({-392, 452}, -5, 108, 68));
  world->open.push_back(box_at({-398, 376}, -7, 97, 61));
  must(world, "yes", 4.5, placed({{0, 0}, {11, 0}, {11, 24}, {6, 24}, {6, 30}, {0, 30}}, {-334, 378}, -5),
       "Clubhuis VV Lindewaard");
  parking(world, {-322, 432}, 84, 46, 17);
  // Allotments: small huts along three paths.
  const Line plots{{-641, 430}, {-500, 362}, {-512, 436}, {-524, 505}, {-640, 520}};
  area(world, "\"landuse\":\"allotments\",\"name\":\"Tuinpark De Regenton\"", plots);
  for (const Line& path : {Line{{-524, 362}, {-556, 440}, {-570, 524}}, Line{{-650, 470}, {-590, 462}, {-512, 452}}}) {
    Street s;
    s.road = Road::kFootway;
    s.bounds_blocks = false;
    s.line = smooth(path);
    world->streets.push_back(s);
  }
  Rng rng(31);
  for (int row = 0; row < 6; ++row)
    for (int i = 0; i < 10; ++i) {
      const double jx = rng.range(-2, 2);
      const double jy = rng.range(-2, 2);
      const Vec p{-632 + 13.5 * i + jx, 508.0 - 21 * row - 1.5 * i + jy};
      if (!inside(plots, p) || nearest_on_ring(plots, p).distance < 5 || rng.chance(0.4)) continue;
      world->build("shed", 2.7, box_at(p, -6 + rng.range(-4, 4), 3.6, 2.8), 2, 1);
    }
  // Care home on the Noorderweg, round a courtyard.
  must(world, "apartments", 14.5,
       placed({{0, 0}, {64, 0}, {64, 34}, {51, 34}, {51, 13}, {13, 13}, {13, 38}, {0, 38}}, {-62, 436}, 1),
       "Woonzorgcentrum De Vaart");
  slab(world, {60, 462}, 2, 56, 11, 13);
  slab(world, {138, 464}, 3, 62, 11, 13);
  slab(world, {216, 466}, 4, 58, 11, 13);
  grass(world, {{30, 442}, {245, 446}, {262, 486}, {30, 482}});
}

void add_fifties(World* world) {
  // Strips in green, ends to the street.
  grass(world, {{-626, -142}, {-486, -153}, {-470, -240}, {-628, -244}});
  for (int i = 0; i < 4; ++i) slab(world, {-598 + 34.0 * i, -199 - 0.8 * i}, 86, 62, 10, 12.5);
  grass(world, {{-622, -270}, {-468, -266}, {-458, -352}, {-612, -362}});
  for (int i = 0; i < 4; ++i) slab(world, {-594 + 36.0 * i, -314 + 1.5 * i}, 88, 60, 10, 12.5);
  grass(world, {{-612, -388}, {-458, -376}, {-448, -486}, {-594, -488}});
  for (int i = 0; i < 2; ++i) slab(world, {-570 + 62.0 * i, -406 + 2.0 * i}, 4, 52, 10, 12.5);
  for (int i = 0; i < 2; ++i) slab(world, {-568 + 62.0 * i, -440 + 2.0 * i}, 4, 52, 10, 12.5);
  for (int i = 0; i < 2; ++i) slab(world, {-564 + 62.0 * i, -474 + 2.0 * i}, 4, 52, 10, 12.5);
  grass(world, {{-428, -376}, {-330, -372}, {-180, -384}, {-172, -500}, {-400, -480}, {-424, -484}});
  for (int i = 0; i < 6; ++i) slab(world, {-404 + 37.0 * i, -431 - 2.5 * i}, 94, 66, 10.5, 12.5);
  // Along the Tikkerstraat and the old road.
  grass(world, {{-330, -262}, {-262, -264}, {-212, -354}, {-328, -350}});
  slab(world, {-308, -306}, 90, 60, 10, 12.5);
  slab(world, {-272, -318}, 90, 48, 10, 12.5);
  must(world, "retail", 5, box_at({-400, -282}, 1, 40, 17), "Buurtmarkt");
  parking(world, {-376, -264}, 1, 36, 9);
  must(world, "retail", 6, box_at({-362, -322}, 90, 44, 13), "Kringloop De Tol");
  garages(world, {-436, -262}, 1, 6);
}

void add_seventies_flats(World* world) {
  grass(world, {{480, 45}, {640, 26}, {644, 208}, {590, 204}, {500, 178}, {466, 152}});
  slab(world, {520, 76}, -6, 72, 12, 31, "Reigerflat");
  slab(world, {598, 96}, 84, 84, 12, 31, "Ooievaarflat");
  slab(world, {540, 148}, 18, 64, 12, 31, "Lepelaarflat");
  parking(world, {556, 112}, -6, 46, 17);
  grass(world, {{486, -16}, {640, 2}, {632, -232}, {470, -226}, {440, -190}, {474, -80}});
  slab(world, {520, -40}, -4, 66, 11.5, 16);
  slab(world, {604, -60}, 87, 84, 11.5, 16);
  slab(world, {520, -98}, -8, 74, 11.5, 16);
  slab(world, {510, -160}, -12, 82, 11.5, 16);
  slab(world, {598, -176}, 86, 72, 11.5, 16);
  parking(world, {556, -70}, -6, 40, 17);
  parking(world, {540, -130}, -10, 46, 17);
  garages(world, {560, -204}, -6, 9);
  garages(world, {476, -206}, -6, 8);
}

void add_centre(World* world) {
  // Flats from the first years of the Vogelhorst, along the main road.
  grass(world, {{112, 206}, {150, 190}, {208, 186}, {262, 226}, {262, 300}, {204, 326}});
  slab(world, {152, 226}, 56, 46, 11, 13);
  slab(world, {190, 284}, 52, 56, 11, 13);
  slab(world, {214, 226}, 146, 52, 11, 13);
  slab(world, {240, 276}, 100, 46, 11, 13);
  garages(world, {166, 252}, 56, 7);
  must(world, "retail", 7.5, placed({{0, 0}, {62, 0}, {62, 38}, {24, 38}, {24, 30}, {0, 30}}, {280, 372}, 8),
       "Winkelcentrum De Horst");
  area(world, "\"place\":\"square\",\"name\":\"Horstplein\"",
       {{256, 352}, {296, 334}, {344, 306}, {372, 330}, {368, 412}, {344, 416}, {338, 378}, {282, 368}});
  parking(world, {318, 436}, 6, 66, 34);
  parking(world, {258, 372}, 50, 34, 16);
  must(world, "retail", 5.5, box_at({385, 400}, 96, 44, 13), "");
  must(world, "clinic", 8.5, placed({{0, 0}, {34, 0}, {34, 14}, {14, 14}, {14, 30}, {0, 30}}, {424, 424}, 4),
       "Gezondheidscentrum De Horst");
  slab(world, {378, 482}, 2, 66, 12, 19, "Horstflat");
  slab(world, {428, 330}, 78, 54, 11, 13);
  slab(world, {396, 300}, 130, 44, 11, 13);
  grass(world, {{372, 286}, {404, 268}, {446, 300}, {448, 366}, {420, 372}, {384, 350}});
  garages(world, {440, 474}, -4, 10);
}

}  // namespace

void add_large_buildings(World* world) {
  add_square(world);
  add_churches_and_schools(world);
  add_north_edge(world);
  add_fifties(world);
  add_seventies_flats(world);
  add_centre(world);
}

void add_vogelhorst(World* world, Rng* rng) {
  RowStyle row;
  row.width = 6.8;
  row.garden = 11.5;
  for (std::size_t i = 0; i < world->streets.size(); ++i) {
    if (world->streets[i].road != Road::kLiving) continue;
    const Line line = world->streets[i].line;
    build_rows(world, line, row, rng);
  }
  // Flats over four floors on the two lanes, entrance by entrance.
  row.setback = 11;
  row.width = 17.5;
  row.depth = 10.5;
  row.height = 12.5;
  row.min_houses = 2;
  row.max_houses = 3;
  row.apartments = true;
  for (std::size_t i = 0; i < world->streets.size(); ++i) {
    const Street& s = world->streets[i];
    if (s.name != "Kievitlaan" && s.name != "Reigerlaan") continue;
    const Line line = s.line;
    build_rows(world, line, row, rng);
  }
}

}  // namespace stoepkrijt::example
