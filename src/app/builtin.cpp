#include "app/builtin.hpp"

#include <memory>
#include <utility>
#include <vector>

#include "app/ballots.hpp"
#include "app/files_in.hpp"
#include "assets/embedded.hpp"
#include "formats/dossier/dossier.hpp"

namespace stoepkrijt::app {

Result<Fixed> load_fixed() {
  Fixed fixed;
  SK_TRY(nl, Lang::parse(LangCode::kNl, assets::text("lang/nl.json")));
  SK_TRY(en, Lang::parse(LangCode::kEn, assets::text("lang/en.json")));
  fixed.nl = std::move(nl);
  fixed.en = std::move(en);

  SK_TRY(dossier, formats::read_dossier(assets::text("example/dossier.json")));
  fixed.example_dossier = std::make_shared<const model::Dossier>(std::move(dossier));

  if (fixed.example_dossier->rounds.empty()) return fail(ErrorCode::kMissing, "error.no_round");
  SK_TRY(urn, read_ballots(fixed.example_dossier->rounds.back(), assets::text("example/ballots.pb")));
  fixed.example_urn = std::make_shared<const model::Urn>(std::move(urn));

  std::vector<MapFile> layers;
  for (const char* name : {"example/map.geojson", "example/buildings.geojson", "example/trees.geojson"}) {
    layers.push_back(MapFile{name, std::string(assets::text(name))});
  }
  SK_TRY(map, read_map(layers));
  fixed.example_map = std::move(map);
  return fixed;
}

}  // namespace stoepkrijt::app
