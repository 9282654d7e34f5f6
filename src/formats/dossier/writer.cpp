#include "base/json_writer.hpp"
#include "base/sha256.hpp"
#include "formats/dossier/dossier.hpp"
#include "formats/dossier/write_archive.hpp"

namespace stoepkrijt::formats {

std::string write_dossier(const model::Dossier& dossier, json::Style style) {
  json::Writer out(style);
  WriteArchive(out).value(dossier);
  return out.take();
}

std::string state_hash(const model::Dossier& dossier) { return to_hex(sha256(write_dossier(dossier))); }

}  // namespace stoepkrijt::formats
