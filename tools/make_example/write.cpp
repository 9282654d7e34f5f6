#include "write.hpp"

#include <cmath>

#include "streets.hpp"

namespace stoepkrijt::example {

namespace {

// In the Markermeer, where the Markerwaard was planned and never made: nobody lives here.
constexpr double kLon0 = 5.20;
constexpr double kLat0 = 52.53;
// Metres in a degree on the WGS 84 ellipsoid at that latitude.
constexpr double kMetresPerLon = 67863.0;
constexpr double kMetresPerLat = 111269.0;

std::int64_t rounded(double v) { return static_cast<std::int64_t>(std::floor(v + 0.5)); }

std::string decimal6(double degrees) {
  const std::int64_t micro = rounded(degrees * 1e6);
  std::string digits = std::to_string(micro % 1000000 + 1000000).substr(1);
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  return std::to_string(micro / 1000000) + "." + digits;
}

std::string position(Vec p) {
  return "[" + decimal6(kLon0 + p.x / kMetresPerLon) + "," + decimal6(kLat0 + p.y / kMetresPerLat) + "]";
}

std::string positions(const Line& line, bool close) {
  std::string out = "[";
  std::string before;
  std::string first;
  for (const Vec p : line) {
    const std::string text = position(p);
    if (text == before) continue;
    if (first.empty()) first = text;
    if (!before.empty()) out += ",";
    out += text;
    before = text;
  }
  if (close && before != first) out += "," + first;
  return out + "]";
}

std::string feature(const std::string& properties, const std::string& type, const std::string& coordinates) {
  return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":{\"type\":\"" + type +
         "\",\"coordinates\":" + coordinates + "}}";
}

class Collection {
 public:
  void add(const std::string& text) {
    if (!body_.empty()) body_ += ",\n";
    body_ += text;
  }
  void line(const std::string& properties, const Line& l) {
    add(feature(properties, "LineString", positions(l, false)));
  }
  void area(const std::string& properties, const Line& ring, const std::vector<Line>& holes = {}) {
    std::string rings = "[" + positions(ring_area(ring) > 0 ? ring : reversed(ring), true);
    for (const Line& hole : holes) rings += "," + positions(ring_area(hole) < 0 ? hole : reversed(hole), true);
    add(feature(properties, "Polygon", rings + "]"));
  }
  void point(const std::string& properties, Vec p) { add(feature(properties, "Point", position(p))); }
  std::string text() const {
    return "{\"type\":\"FeatureCollection\",\"attribution\":\"Verzonnen wijk, gemaakt voor Stoepkrijt "
           "(EUPL-1.2)\",\"features\":[\n" +
           body_ + "\n]}\n";
  }

 private:
  std::string body_;
};

std::string tenths(double v) {
  const std::int64_t t = rounded(v * 10);
  return t % 10 == 0 ? std::to_string(t / 10) : std::to_string(t / 10) + "." + std::to_string(t % 10);
}

std::string named(const std::string& key, const std::string& value, const std::string& name) {
  std::string out = "\"" + key + "\":\"" + value + "\"";
  if (!name.empty()) out += ",\"name\":\"" + name + "\"";
  return out;
}

}  // namespace

std::int64_t lon_e7(Vec p) { return rounded((kLon0 + p.x / kMetresPerLon) * 1e7); }
std::int64_t lat_e7(Vec p) { return rounded((kLat0 + p.y / kMetresPerLat) * 1e7); }

std::string map_geojson(const World& world) {
  Collection out;
  for (const Shape& s : world.shapes) {
    if (s.is_area) {
      out.area(s.properties, s.line, s.holes);
    } else {
      out.line(s.properties, s.line);
    }
  }
  for (const Street& s : world.streets) out.line(named("highway", osm_value(s.road), s.name), s.line);
  out.area("\"boundary\":\"wijk\",\"code\":\"WK999901\",\"name\":\"Lindewaard\",\"gemeente\":\"GM9999\",\"jaar\":2026",
           wijk_outline());
  for (const Buurt& b : buurten())
    out.area("\"boundary\":\"buurt\",\"code\":\"" + std::string(b.code) + "\",\"name\":\"" + b.name +
                 "\",\"inwoners\":" + std::to_string(b.residents) + ",\"huishoudens\":" + std::to_string(b.households) +
                 ",\"jaar\":2026",
             b.ring);
  for (const Thing& t : world.things) out.point(t.properties, t.p);
  return out.text();
}

std::string buildings_geojson(const World& world) {
  Collection out;
  for (const Building& b : world.buildings) {
    std::string properties = "\"building\":\"" + b.kind + "\",\"h\":" + tenths(b.height);
    if (!b.name.empty()) properties += ",\"name\":\"" + b.name + "\"";
    out.area(properties, b.ring);
  }
  return out.text();
}

std::string trees_geojson(const World& world) {
  Collection out;
  for (const Tree& t : world.trees) out.point("\"natural\":\"tree\",\"d\":" + tenths(t.size), t.p);
  return out.text();
}

}  // namespace stoepkrijt::example
