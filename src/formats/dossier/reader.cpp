#include <optional>

#include "formats/dossier/dossier.hpp"
#include "formats/dossier/read_archive.hpp"

namespace stoepkrijt::formats {
namespace {

/// Is this a dossier, and one that this program can know?
Result<void> check_envelope(json::Cursor root) {
  const std::optional<json::Cursor> format = root.find("format");
  if (!format || format->string().value_or("") != kDossierFormat) {
    return fail(root.error(ErrorCode::kWrongFormat, "error.wrong_format"));
  }
  SK_TRY(version, root.get("version"));
  SK_TRY(number, version.integer());
  if (number > kDossierVersion) {
    return fail(version.error(ErrorCode::kNewerVersion, "error.newer_version")
                    .with("version", std::to_string(number))
                    .with("known", std::to_string(kDossierVersion)));
  }
  if (number < 1) return fail(version.error(ErrorCode::kWrongFormat, "error.no_such_version"));
  return {};
}

}  // namespace

Result<model::Dossier> read_dossier(std::string_view text, const json::Limits& limits) {
  SK_TRY(document, json::Document::parse(text, limits));
  SK_TRY_VOID(check_envelope(document.root()));
  model::Dossier dossier;
  SK_TRY_VOID(read(document.root(), dossier));
  const Result<void> valid = model::validate(dossier);
  if (!valid) return fail(document.located(valid.error()));
  return dossier;
}

}  // namespace stoepkrijt::formats
