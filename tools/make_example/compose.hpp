// Puts Lindewaard together, layer by layer: water, streets, blocks, woonerven, large buildings, green, trees, edges.
#pragma once

#include "world.hpp"

namespace stoepkrijt::example {

World compose();

// The three buurten, tiling the wijk.
struct Buurt {
  const char* code;
  const char* name;
  int residents;
  int households;
  Line ring;
};
std::vector<Buurt> buurten();

// Parts of compose(), each in its own file.
void add_large_buildings(World* world);
void add_vogelhorst(World* world, Rng* rng);
void add_park(World* world, Rng* rng);
void add_paths(World* world);
void add_tram(World* world);
void add_polder(World* world, Rng* rng);
void add_trees(World* world, Rng* rng);
void add_furniture(World* world, Rng* rng);

}  // namespace stoepkrijt::example
