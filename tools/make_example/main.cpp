// Writes the example neighbourhood: make_example DIRECTORY
#include <cstdio>
#include <fstream>
#include <string>

#include "ballots.hpp"
#include "dossier.hpp"
#include "write.hpp"

namespace {

bool save(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  std::printf("%8zu bytes  %s\n", text.size(), path.c_str());
  return static_cast<bool>(file);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: make_example DIRECTORY\n");
    return 2;
  }
  const std::string dir = argv[1];
  const stoepkrijt::example::World world = stoepkrijt::example::compose();
  std::size_t sheds = 0;
  for (const auto& b : world.buildings) sheds += b.kind == "shed" ? 1U : 0U;
  std::printf("%zu buildings (%zu sheds), %zu trees\n", world.buildings.size(), sheds, world.trees.size());
  const bool ok = save(dir + "/map.geojson", stoepkrijt::example::map_geojson(world)) &&
                  save(dir + "/buildings.geojson", stoepkrijt::example::buildings_geojson(world)) &&
                  save(dir + "/trees.geojson", stoepkrijt::example::trees_geojson(world)) &&
                  save(dir + "/ballots.pb", stoepkrijt::example::ballots_pb()) &&
                  save(dir + "/dossier.json", stoepkrijt::example::dossier_json(world));
  return ok ? 0 : 1;
}
