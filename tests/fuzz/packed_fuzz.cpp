// Any table and bytes (parted by the first zero byte): the parts that come out lie one after another and use up all
// bytes, and each name and length stands in the table.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "platform/packed.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t zero = all.find('\0');
  const std::string_view table = all.substr(0, zero);
  const std::string_view bytes = zero == std::string_view::npos ? std::string_view() : all.substr(zero + 1);
  const auto parts = stoepkrijt::platform::unpack(table, bytes);
  if (!parts) return 0;
  std::string together;
  for (const auto& part : *parts) {
    if (part.name.empty() || part.name.find('\n') != std::string_view::npos) std::abort();
    if (part.left_out && !part.bytes.empty()) std::abort();
    together += part.bytes;
  }
  if (together != bytes) std::abort();
  return 0;
}
