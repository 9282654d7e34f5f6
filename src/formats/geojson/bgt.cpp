#include "formats/geojson/bgt.hpp"

#include <algorithm>
#include <initializer_list>

namespace stoepkrijt::formats::geojson {
namespace {

struct Kind {
  std::string_view object;  ///< as in IMGeo or CityGML, small letters
  std::string_view layer;
};
// Longer names before those that they end with.
constexpr Kind kKinds[] = {
    {"ondersteunendwegdeel", "verge"},
    {"auxiliarytrafficarea", "verge"},
    {"wegdeel", "road_area"},
    {"trafficarea", "road_area"},
    {"onbegroeidterreindeel", "paved_terrain"},
    {"begroeidterreindeel", "green"},
    {"plantcover", "green"},
    {"ondersteunendwaterdeel", "bank"},
    {"waterdeel", "water"},
    {"buildingpart", "buildings"},
    {"pand", "buildings"},
    {"overigbouwwerk", "structures"},
    {"kunstwerkdeel", "structures"},
    {"overbruggingsdeel", "bridges"},
    {"bridgeconstructionelement", "bridges"},
    {"scheiding", "fences_bgt"},
    {"paal", "poles"},
    {"mast", "poles"},
    {"straatmeubilair", "furniture"},
    {"bak", "bins"},
    {"solitaryvegetationobject", "trees"},
    {"vegetatieobject", "trees"},
    {"railway", "rail"},
    {"spoor", "rail"},
    {"openbareruimtelabel", "street_labels"},
    {"nummeraanduidingreeks", "buildings"},
};

/// Small letters, without - and _.
std::string plain(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (c == '-' || c == '_') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

std::string_view layer_named(std::string_view object) {
  std::string name = plain(object);
  if (name.starts_with("bgt")) name.erase(0, 3);
  for (const Kind& kind : kKinds) {
    if (name == kind.object) return kind.layer;
  }
  return {};
}

bool says_something(std::string_view text) {
  for (const std::string_view nothing : {"", "null", "geenWaarde", "waardeOnbekend", "niet-bgt", "nvt"}) {
    if (text == nothing) return false;
  }
  return true;
}

/// The first property, in the order of the stems, whose plain name is a stem or begins with one that ends in *.
std::string value(const RawFeature& feature, std::initializer_list<std::string_view> stems) {
  for (const std::string_view stem : stems) {
    for (const Property& p : feature.properties) {
      std::string key = plain(p.key);
      if (key.starts_with("bgt")) key.erase(0, 3);
      const bool fits = stem.ends_with('*') ? key.starts_with(stem.substr(0, stem.size() - 1)) : key == stem;
      if (fits && says_something(p.text)) return p.text;
    }
  }
  return {};
}

void replace(RawFeature& feature, std::string_view key, std::string text) {
  for (Property& p : feature.properties) {
    if (p.key != key) continue;
    p.text = std::move(text);
    return;
  }
  feature.properties.push_back({std::string(key), std::move(text), {}});
}
void set(RawFeature& feature, std::string_view key, std::string text) {
  if (!text.empty()) replace(feature, key, std::move(text));
}

Bgt::State state_of(const RawFeature& feature) {
  if (!value(feature, {"eindregistratie", "objecteindtijd", "terminationdate"}).empty()) return Bgt::State::kPast;
  const std::string status = value(feature, {"status"});
  if (status == "plan" || status == "historie") return Bgt::State::kPast;
  return value(feature, {"relatievehoogteligging"}).starts_with('-') ? Bgt::State::kBelow : Bgt::State::kHere;
}

void name_properties(std::string_view layer, RawFeature& feature) {
  if (layer == "road_area" || layer == "verge") {
    set(feature, "functie", value(feature, {"function", "functie*"}));
    set(feature, "materiaal", value(feature, {"surfacematerial", "fysiekvoorkomen*"}));
    set(feature, "detail", value(feature, {"plusfysiekvoorkomen*", "plusfunctie*"}));
  } else if (layer == "paved_terrain" || layer == "green") {
    set(feature, "klasse", value(feature, {"class", "fysiekvoorkomen*"}));
    set(feature, "detail", value(feature, {"plusfysiekvoorkomen*"}));
  } else if (layer == "water" || layer == "bank") {
    set(feature, "klasse", value(feature, {"class", "type*"}));
    replace(feature, "type", value(feature, {"plustype*"}));
  } else if (layer == "rail") {
    set(feature, "functie", value(feature, {"function", "functie*"}));
  } else if (layer == "street_labels") {
    set(feature, "tekst", value(feature, {"tekst", "openbareruimtenaamtekst", "openbareruimtenaam*", "naam"}));
    set(feature, "hoek", value(feature, {"hoek", "openbareruimtenaamhoek", "openbareruimtenaampositiehoek"}));
  } else if (layer == "buildings") {
    const std::string id = value(feature, {"identificatiebagpnd", "lokaalid", "gmlid"});
    set(feature, "pand", id.empty() ? "ja" : id);
  } else if (layer == "structures" || layer == "bridges" || layer == "fences_bgt") {
    set(feature, "klasse", value(feature, {"plustype*", "type*", "class"}));
  } else {
    set(feature, "type", value(feature, {"plustype*", "type*", "class", "function"}));
  }
}

}  // namespace

Bgt prepare_bgt(std::string_view layer, RawFeature& feature) {
  std::string_view found = layer_named(layer);
  // A collection of all layers: each feature says what it is.
  for (const std::string_view key : {"layer", "laag", "objecttype", "objectType", "featuretype", "collection"}) {
    if (found.empty()) found = layer_named(feature.text(key));
  }
  if (found.empty()) return {Bgt::State::kHere, std::string(layer)};
  const Bgt::State state = state_of(feature);
  name_properties(found, feature);
  // Of the BGT's own fences there is a class; the table's layer "fences" takes all that has none.
  return {state, std::string(found == "fences_bgt" ? std::string_view("fences") : found)};
}

}  // namespace stoepkrijt::formats::geojson
