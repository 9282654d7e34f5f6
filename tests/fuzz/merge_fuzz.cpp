// Any two texts at all (the second after a NUL): what the reader takes is a well-formed document that is written and
// read as itself, and shown as a valid dossier or not at all; and any two that merge do so by the laws.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "formats/records/records.hpp"
#include "merge/conflicts.hpp"
#include "merge/diff.hpp"
#include "merge/merge.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace stoepkrijt;

std::optional<merge::Document> read(std::string_view text) {
  auto document = formats::read_merged(text);
  if (!document) {
    if (document.error().code == ErrorCode::kUnknown || document.error().where.line == 0) std::abort();
    return std::nullopt;
  }
  if (!well_formed(*document)) std::abort();
  const std::string written = formats::write_merged(*document);
  const auto again = formats::read_merged(written);
  if (!again || formats::write_merged(*again) != written) std::abort();
  const auto view = formats::dossier_of(*document);
  if (view && !model::validate(view->dossier)) std::abort();
  return std::move(*document);
}

std::string merged(merge::Document a, const merge::Document& b) {
  if (!merge::merge(a, b)) return "";
  if (!well_formed(a)) std::abort();
  (void)conflicts(a);
  (void)warnings(a, 0);
  (void)diff(b, a);
  return formats::write_merged(a);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t nul = text.find('\0');
  const auto a = read(text.substr(0, nul));
  if (!a) return 0;
  if (merged(*a, *a) != (a->mergeable ? formats::write_merged(*a) : "")) std::abort();
  if (nul == std::string_view::npos) return 0;
  const auto b = read(text.substr(nul + 1));
  if (b && merged(*a, *b) != merged(*b, *a)) std::abort();
  return 0;
}
