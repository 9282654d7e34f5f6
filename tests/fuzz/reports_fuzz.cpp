// Any bytes at all: what is read as signals is what a dossier may hold, and comes back from GeoJSON as it was.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "formats/reports/reports.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stoepkrijt;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  formats::Reports all;
  // Each reader, also where the file does not look like its format.
  for (const auto read : {formats::read_reports, formats::read_reports_geojson, formats::read_reports_csv,
                          formats::read_open311, formats::read_signalen}) {
    auto reports = read(text);
    if (!reports) {
      if (reports.error().code == ErrorCode::kUnknown || reports.error().key.empty()) std::abort();
      continue;
    }
    for (const formats::LeftOut& item : reports->left_out) {
      if (item.item == 0 || item.error.key.empty()) std::abort();
    }
    for (formats::Report& report : reports->reports) {
      if (report.signal.id.empty()) report.signal.id = "x";
      if (!model::validate(report.signal)) std::abort();
      all.reports.push_back(std::move(report));
    }
  }
  const auto again = formats::read_reports_geojson(formats::write_reports_geojson(all.reports));
  if (!again || !again->left_out.empty() || again->reports != all.reports) std::abort();
  for (const char separator : {',', ';'}) {
    const auto rows = formats::read_reports_csv(formats::write_reports_csv(all.reports, separator));
    if (!rows || rows->reports.size() != all.reports.size()) std::abort();
  }
  if (!formats::read_open311(formats::write_open311(all.reports))) std::abort();
  if (!formats::read_signalen(formats::write_signalen(all.reports))) std::abort();
  return 0;
}
