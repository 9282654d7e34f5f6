#include <utility>

#include "formats/merged/assembly.hpp"
#include "formats/merged/envelope.hpp"
#include "formats/merged/handler.hpp"
#include "formats/merged/merged.hpp"

namespace stoepkrijt::formats {

Result<merge::Document> read_merged(std::string_view text, const json::Limits& limits) {
  MergedHandler handler(text, kWholeFile);
  Result<void> parsed = json::parse(text, handler, limits);
  if (parsed) parsed = handler.complete();
  if (!parsed) return fail(judged(text, kWholeFile.envelope, limits, parsed.error()));
  return assembled(text, handler);
}

}  // namespace stoepkrijt::formats
