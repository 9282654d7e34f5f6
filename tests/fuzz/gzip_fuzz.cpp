// Any bytes at all: what is read whole is read the same in pieces; and whatever is packed comes back.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "formats/gzip/gzip.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stoepkrijt;
  constexpr std::size_t kMost = 1'000'000;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto whole = formats::gunzip(bytes, kMost);
  if (whole && whole->size() > kMost) std::abort();
  if (!whole && whole.error().code != ErrorCode::kDamaged && whole.error().code != ErrorCode::kTooLarge) std::abort();
  formats::Gunzip reader(kMost);
  std::string out;
  bool good = true;
  for (std::size_t at = 0; good && at < size; at += 7) good = reader.take(bytes.substr(at, 7), out).has_value();
  good = good && reader.finish().has_value();
  if (good != whole.has_value() || (good && out != *whole)) std::abort();
  const auto back = formats::gunzip(formats::gzip(bytes), size);
  if (!back || *back != bytes) std::abort();
  return 0;
}
