#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <utility>

#include "app/files_in.hpp"
#include "app/reports.hpp"
#include "benches.hpp"
#include "formats/gzip/gzip.hpp"
#include "formats/records/records.hpp"
#include "formats/reports/reports.hpp"
#include "measure.hpp"
#include "merge/write.hpp"

namespace stoepkrijt::bench {

namespace {

constexpr std::size_t kSignals = 100'000;
constexpr std::int64_t kNowMs = 1'800'000'000'000;

template <class T>
T good(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "stoepkrijt_bench: import: %s at %s line %u\n", result.error().key.c_str(),
                 result.error().where.path.c_str(), result.error().where.line);
    std::exit(2);
  }
  return std::move(*result);
}

/// A dossier without signals, as a neighbourhood starts with, and the document that it shows.
app::State empty_state(const model::Dossier& busy) {
  model::Dossier dossier = busy;
  dossier.signals.clear();
  app::State state;
  state.device.now_ms = kNowMs;
  state.book.document = std::make_shared<merge::Document>(formats::migrated(dossier));
  state.dossier = std::make_shared<const model::Dossier>(std::move(dossier));
  return state;
}

/// Reading with everything that the screen before "Inlezen" says; then the writes in the document, and the dossier that
/// is shown from then on.
void take_in(const std::string& format, const std::string& name, const std::string& bytes, const app::State& state,
             int runs) {
  app::PendingImport import;
  const Times reading =
      measure(runs, [&] { import = {}; }, [&] { import = good(app::read_given_file(name, bytes, state)); });
  const std::size_t signals = import.news->signals.size();
  if (signals != kSignals) std::exit(2);
  Line("import." + format + ".read").times(reading).count("bytes", bytes.size()).count("signals", signals);
  std::size_t shown = 0;
  const Times writing = measure(runs, [&] {
    merge::Document document = *state.book.document;
    merge::Pen pen = good(merge::start_pen({}, document, kNowMs));
    if (!merge::write_all(document, pen, app::writes_of(*import.news), kNowMs)) std::exit(2);
    shown = app::with(*state.dossier, *import.news).signals.size();
  });
  Line("import." + format + ".write").times(writing).count("signals", shown);
}

}  // namespace

void importing(int runs, const std::string& out) {
  const model::Dossier busy = busy_dossier(kSignals);
  const app::State state = empty_state(busy);
  const std::vector<formats::Report> reports = formats::reports_of(busy);
  const std::string geojson = formats::write_reports_geojson(reports);
  take_in("geojson", "meldingen.geojson", geojson, state, runs);
  take_in("csv", "meldingen.csv", formats::write_reports_csv(reports, ';'), state, runs);
  const std::string packed = formats::gzip(formats::write_as_tables(formats::migrated(busy)));
  app::PendingImport import;
  const Times reading = measure(
      runs, [&] { import = {}; }, [&] { import = good(app::read_given_file("dossier.json.gz", packed, state)); });
  Line("import.dossier.read")
      .times(reading)
      .count("bytes", packed.size())
      .count("signals", import.dossier->signals.size());
  if (!out.empty()) std::ofstream(out, std::ios::binary) << geojson;
}

}  // namespace stoepkrijt::bench
