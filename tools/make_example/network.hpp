// The street network: hand-drawn curves, joined where they meet, and the blocks that lie between them.
#pragma once

#include <string>
#include <vector>

#include "geom.hpp"

namespace stoepkrijt::example {

enum class Road { kSecondary, kTertiary, kResidential, kLiving, kService, kPedestrian, kCycleway, kFootway, kPath };

const char* osm_value(Road road);
// Half the width of the carriageway (m): what trees and houses keep clear of.
double half_width(Road road);
// From the centre line to the fronts of a closed block (m): carriageway, parked cars, pavement.
double front_distance(Road road);

struct Street {
  std::string name;
  Road road = Road::kResidential;
  Line line;
  bool bounds_blocks = true;  // false: woonerf, path: lies inside a block
  double tree_gap = 0;        // 0: no rows of trees
  double tree_size = 6;
  bool open_start = false;  // leaves the map: not joined to another street
  bool open_end = false;
};

// Joins the streets: ends are cut off or drawn on to the street they meet; shared points are put in both lines.
void join_streets(std::vector<Street>* streets);

// Makes `p`, which lies on the line, one of its points.
void put_point(Line* line, Vec p);

struct Block {
  Line ring;               // centre lines of the streets around it, counter-clockwise
  std::vector<Road> road;  // of each edge
  std::vector<std::string> name;
};
// The faces between the streets with bounds_blocks, each once.
std::vector<Block> find_blocks(const std::vector<Street>& streets);

}  // namespace stoepkrijt::example
