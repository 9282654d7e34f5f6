// signals: the signals of a dossier, or of another program's file, for another program.
#include <algorithm>
#include <string>
#include <utility>

#include "app/reports.hpp"
#include "base/json_writer.hpp"
#include "cli/dossiers.hpp"
#include "cli/words.hpp"
#include "formats/gzip/gzip.hpp"
#include "formats/records/records.hpp"
#include "formats/reports/reports.hpp"
#include "schouw/categories.hpp"
#include "schouw/privacy.hpp"

namespace stoepkrijt::cli {

namespace {

using formats::Report;
using formats::Reports;

/// Faults are told.
Result<Reports> load(Session& session, std::string_view file) {
  SK_TRY(bytes, session.read_file(file));
  if (!formats::is_gzip(bytes) && formats::looks_like_reports(bytes)) {
    Result<Reports> reports = formats::read_reports(bytes);
    if (!reports) session.tell(reports.error(), file);
    return reports;
  }
  SK_TRY(loaded, load_dossier(session, file));
  Result<formats::DossierView> shown = formats::dossier_of(*loaded.dossier);
  if (!shown) {
    session.tell(shown.error(), file);
    return fail(shown.error());
  }
  return Reports{formats::reports_of(shown->dossier), {}};
}

std::vector<formats::Open311Service> services(const Session& session) {
  std::vector<formats::Open311Service> out;
  for (const schouw::Subtheme& each : schouw::subthemes()) {
    const std::string theme(schouw::theme_slug(each.theme));
    out.push_back({std::string(each.slug), session.tr("schouw.sub." + std::string(each.slug)),
                   session.tr("schouw.theme." + theme)});
  }
  return out;
}

std::string written(const Session& session, const std::vector<Report>& reports) {
  const std::string_view as = session.options().as;
  if (as == "geojson") return formats::write_reports_geojson(reports);
  if (as == "csv") return formats::write_reports_csv(reports, ',');
  if (as == "csv-nl") return formats::write_reports_csv(reports, ';');
  if (as == "open311") return formats::write_open311(reports);
  return as == "services" ? formats::write_open311_services(services(session)) : formats::write_signalen(reports);
}

std::size_t count_personal(const std::vector<Report>& reports) {
  return static_cast<std::size_t>(std::count_if(
      reports.begin(), reports.end(), [](const Report& report) { return schouw::seems_personal(report.signal); }));
}

}  // namespace

Answer run_signals(const Options& options, const Surroundings& surroundings) {
  Session session(options, surroundings);
  Result<Reports> loaded = load(session, options.file);
  if (!loaded) return session.failed();
  for (const formats::LeftOut& item : loaded->left_out) {
    const std::string why = words_for(item.error, session.language());
    session.warn(session.tr("cli.signal_left_out", {{"item", std::to_string(item.item)}, {"why", why}}));
  }
  std::vector<Report>& reports = loaded->reports;
  app::name_categories(reports, [&](std::string_view key) { return session.tr(key); });
  const std::size_t personal = options.as == "services" ? 0 : count_personal(reports);
  if (personal > 0) session.warn(session.count("cli.signals_personal", personal));
  const std::string bytes = written(session, reports);
  if (options.output == "-") return session.done(bytes);
  const Result<std::size_t> size = write_output(session, bytes);
  if (!size) return session.failed();
  if (!options.json) {
    const std::string key = reports.size() == 1 ? "cli.signals.one" : "cli.signals.other";
    return session.done(session.tr(key, {{"file", options.output}, {"n", std::to_string(reports.size())}}) + "\n");
  }
  json::Writer json;
  json.begin_object();
  json.key("as");
  json.string(options.as);
  json.key("bytes");
  json.integer(number(*size));
  json.key("left_out");
  json.integer(number(loaded->left_out.size()));
  json.key("output");
  json.string(options.output);
  json.key("personal");
  json.integer(number(personal));
  json.key("signals");
  json.integer(number(reports.size()));
  json.end_object();
  return session.done(json.take() + "\n");
}

}  // namespace stoepkrijt::cli
