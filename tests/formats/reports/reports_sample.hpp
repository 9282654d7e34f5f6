// Reports with everything in them that can go wrong in a file.
#pragma once

#include <vector>

#include "formats/reports/reports.hpp"

namespace stoepkrijt::formats::test {

inline std::vector<Report> sample() {
  Report bench;
  bench.signal.id = "a1";
  bench.signal.kind = model::SignalKind::kProblem;
  bench.signal.theme = model::SchouwTheme::kIntact;
  bench.signal.subtheme = "meubilair";
  bench.signal.level = model::Level::kD;
  bench.signal.place = {43'551'234, 520'116'789};
  bench.signal.accuracy_mm = 6500;
  bench.signal.placed_by = model::PlacedBy::kGps;
  bench.signal.near_street = "Singelkade";
  bench.signal.buurt = "BU05031101";
  bench.signal.title = "Bank \"wiebelt\", erg; echt";
  bench.signal.words = "Eerste regel.\nTweede regel: ½ plank is weg.";
  bench.signal.walk_id = "w1";
  bench.signal.time_ms = 1'795'946'700'000;
  bench.reference = "SIG-12";
  bench.category = "Bank, paal of hek";
  bench.address = "Singelkade 12, Delft";
  bench.status = model::IssueStatus::kRejected;
  bench.status_note = "Is van de vereniging";
  bench.updated_ms = 1'795'946'800'000;
  bench.support = 3;
  Report soup;
  soup.signal.id = "b2";
  soup.signal.kind = model::SignalKind::kStrong;
  soup.signal.theme = model::SchouwTheme::kTogether;
  soup.signal.place = {-1'234'567, 519'000'001};
  soup.signal.title = "=SOM(A1)";
  soup.signal.time_ms = 1'795'900'000'000;
  soup.category = "Samen";
  return {bench, soup};
}

}  // namespace stoepkrijt::formats::test
