// Any bytes at all: the dossier reader gives a valid dossier that comes back as itself, or a fault with a place.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "formats/dossier/dossier.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stoepkrijt;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto dossier = formats::read_dossier(text);
  if (!dossier) {
    if (dossier.error().code == ErrorCode::kUnknown || dossier.error().where.line == 0) std::abort();
    return 0;
  }
  if (!model::validate(*dossier)) std::abort();
  const std::string written = formats::write_dossier(*dossier);
  const auto again = formats::read_dossier(written);
  if (!again || !(*again == *dossier) || formats::write_dossier(*again) != written) std::abort();
  return 0;
}
