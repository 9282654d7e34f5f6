// Everything that stands in the example neighbourhood, and what is still free.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geom.hpp"
#include "network.hpp"

namespace stoepkrijt::example {

struct Box {
  double x0 = 1e9, y0 = 1e9, x1 = -1e9, y1 = -1e9;
};
Box box_of(const Line& points);
bool boxes_meet(const Box& a, const Box& b, double margin);

struct Building {
  std::string kind;   // OSM value of "building"
  double height = 6;  // metres
  std::string name;
  Line ring;
  Box box;
};

// A surface (park, water, square ...) or a line (tram, footpath) with ready-made JSON properties.
struct Shape {
  std::string properties;  // without the outer braces
  bool is_area = true;
  Line line;
  std::vector<Line> holes;
};

struct Tree {
  Vec p;
  double size = 6;  // crown, metres
};

// Lamps, benches, stops.
struct Thing {
  std::string properties;
  Vec p;
};

class World {
 public:
  std::vector<Street> streets;
  std::vector<Building> buildings;
  std::vector<Line> water;
  std::vector<Shape> shapes;
  std::vector<Tree> trees;
  std::vector<Thing> things;
  std::vector<Line> gardens;  // kept free of other houses, not of trees
  std::vector<Line> open;     // kept free of trees: lawns, pitches, squares

  // True when `ring` touches no building, water or road; `road_gap` is kept from the carriageway.
  bool is_free(const Line& ring, double building_gap, double road_gap) const;
  bool meets_building(const Line& ring, double gap) const;
  bool meets_water(const Line& ring) const;
  bool meets_garden(const Line& ring) const;
  double road_distance(Vec p) const;  // to the nearest edge of a carriageway; negative on it
  // Adds the building when it is free and says whether it did.
  bool build(const std::string& kind, double height, const Line& ring, double building_gap, double road_gap,
             const std::string& name = "");
  bool plant(Vec p, double size, double spacing);  // refuses spots in water, on roads, in walls
};

struct BlockStyle {
  double width_lo = 7.8, width_hi = 9.8;  // house fronts
  double depth_lo = 9.0, depth_hi = 10.6;
  double height_lo = 9, height_hi = 12;
  double closed_short = 0.75;  // chance that a short side is built up
  double annex = 0.35;         // chance of an extension at the back
  double front_garden = 0;     // extra metres between pavement and front
  double shed = 0.03;          // chance of a shed at the end of the garden
  bool apartments = false;     // stacked homes instead of houses
  double gap = 0;              // chance of an alley between two terraces
};
// Builds a closed block of narrow houses round an inner garden.
void build_perimeter(World* world, const Block& block, const BlockStyle& style, Rng* rng);

// Rows of houses in staggered terraces on both sides of a woonerf.
struct RowStyle {
  double width = 5.8;
  double depth = 9.2;
  double setback = 7.5;  // from the centre line to the front
  double garden = 11;
  double height = 8.5;
  int min_houses = 3;
  int max_houses = 8;
  bool apartments = false;
};
void build_rows(World* world, const Line& street, const RowStyle& style, Rng* rng);
// One row with its front on the line from `start` in direction `along`; houses to the left. Returns those built.
int build_row(World* world, Vec start, Vec along, int houses, const RowStyle& style, Rng* rng);

}  // namespace stoepkrijt::example
