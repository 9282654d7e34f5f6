// The order and types of the GPX 1.1 schema (topografix, 2004), for what our writer writes: an independent reading of
// the schema, not of the writer.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "formats/xml/xml.hpp"

namespace stoepkrijt::formats {

class GpxSchema final : public xml::Handler {
 public:
  std::vector<std::string> faults;

  Result<void> start(const xml::Element& element, std::uint32_t line) override {
    const std::string name(element.name);
    line_ = line;
    if (element.space != "http://www.topografix.com/GPX/1/1") {
      // extensionsType: anything of another namespace
      if (open_.empty() || (open_.back().name != "extensions" && !open_.back().foreign)) fault(name + " is not GPX");
      open_.push_back({name, 0, true});
      return {};
    }
    if (open_.empty()) {
      if (name != "gpx") fault("root " + name);
      if (element.find("version") != "1.1") fault("version");
      if (element.find("creator").value_or("").empty()) fault("creator");
    } else {
      place(name);
    }
    if (name == "wpt" || name == "rtept" || name == "trkpt") position(element);
    if (name != "gpx" && name != "wpt" && name != "rtept" && name != "trkpt" && !element.attributes.empty()) {
      fault(name + " has attributes");
    }
    open_.push_back({name, 0, false});
    return {};
  }

  Result<void> end(std::string_view name, std::string_view text) override {
    const bool foreign = open_.back().foreign;
    open_.pop_back();
    if (foreign) return {};
    if (name == "time" && !is_utc(text)) fault("time " + std::string(text));
    const bool holds_text = !orders().contains(type_of(name)) || open_.empty();
    if (!holds_text && text.find_first_not_of(" \n") != std::string_view::npos) fault("text in " + std::string(name));
    return {};
  }

 private:
  struct Open {
    std::string name;
    std::size_t at;  // in the order of its children
    bool foreign;
  };
  using Order = std::vector<std::string_view>;

  /// xsd:sequence of each complex type, by the name of the element. Repeating ones end in "*".
  static const std::map<std::string, Order, std::less<>>& orders() {
    static const auto* const kOrders = new std::map<std::string, Order, std::less<>>{
        {"gpx", {"metadata", "wpt*", "rte*", "trk*", "extensions"}},
        {"metadata", {"name", "desc", "author", "copyright", "link*", "time", "keywords", "bounds", "extensions"}},
        {"author", {"name", "email", "link"}},
        {"wptType",
         {"ele", "time", "magvar", "geoidheight", "name", "cmt", "desc", "src", "link*", "sym", "type", "fix", "sat",
          "hdop", "vdop", "pdop", "ageofdgpsdata", "dgpsid", "extensions"}},
        {"rte", {"name", "cmt", "desc", "src", "link*", "number", "type", "extensions", "rtept*"}},
        {"trk", {"name", "cmt", "desc", "src", "link*", "number", "type", "extensions", "trkseg*"}},
        {"trkseg", {"trkpt*", "extensions"}},
        {"extensions", {}}};
    return *kOrders;
  }
  static std::string type_of(std::string_view name) {
    return name == "wpt" || name == "rtept" || name == "trkpt" ? "wptType" : std::string(name);
  }

  void fault(const std::string& what) { faults.push_back(std::to_string(line_) + ": " + what); }

  void place(const std::string& name) {
    Open& around = open_.back();
    const auto found = orders().find(type_of(around.name));
    if (found == orders().end()) return fault(name + " in " + around.name);
    const Order& order = found->second;
    for (std::size_t i = around.at; i < order.size(); ++i) {
      const bool repeats = order[i].ends_with('*');
      if (order[i].substr(0, order[i].size() - (repeats ? 1 : 0)) != name) continue;
      around.at = repeats ? i : i + 1;
      return;
    }
    fault(name + " in " + around.name + " is unknown, twice or out of order");
  }

  void position(const xml::Element& element) {
    const auto lat = element.find("lat");
    const auto lon = element.find("lon");
    if (!lat || !lon || element.attributes.size() != 2) return fault("lat and lon");
    const auto north = parse_decimal(*lat, 7, Excess::kRefuse);
    const auto east = parse_decimal(*lon, 7, Excess::kRefuse);
    if (!north || *north < -900'000'000 || *north > 900'000'000) fault("lat " + std::string(*lat));
    if (!east || *east < -1'800'000'000 || *east >= 1'800'000'000) fault("lon " + std::string(*lon));  // maxExclusive
    if (lat->find_first_of("eE") != std::string_view::npos) fault("xsd:decimal has no exponent");
  }

  /// "2026-11-29T10:05:00Z", with or without ".123".
  static bool is_utc(std::string_view text) {
    constexpr std::string_view kForm = "dddd-dd-ddTdd:dd:dd";
    if (text.size() < kForm.size() + 1 || text.back() != 'Z') return false;
    for (std::size_t i = 0; i < kForm.size(); ++i) {
      const bool digit = text[i] >= '0' && text[i] <= '9';
      if (kForm[i] == 'd' ? !digit : text[i] != kForm[i]) return false;
    }
    const std::string_view rest = text.substr(kForm.size(), text.size() - kForm.size() - 1);
    return rest.empty() || (rest.front() == '.' && rest.size() > 1 &&
                            rest.find_first_not_of("0123456789", 1) == std::string_view::npos);
  }

  std::vector<Open> open_;
  std::uint32_t line_ = 0;
};

/// The faults of the text by the schema; empty: none.
inline std::string gpx_faults(std::string_view text) {
  GpxSchema schema;
  const Result<void> done = xml::parse(text, schema);
  std::string out = done ? "" : "no XML: " + done.error().key;
  for (const std::string& fault : schema.faults) out += fault + "\n";
  return out;
}

}  // namespace stoepkrijt::formats
