#include "formats/codes/qr.hpp"

#include <qrcodegen.h>

#include <array>
#include <cstdint>
#include <string>

namespace stoepkrijt::formats {

Result<QrMatrix> qr_matrix(std::string_view text, int largest) {
  SK_CHECK(largest >= qrcodegen_VERSION_MIN && largest <= kLargestVoteQr);
  if (text.find('\0') != std::string_view::npos) return fail(ErrorCode::kNotAllowed, "error.qr_too_long");
  constexpr std::size_t kRoom = qrcodegen_BUFFER_LEN_FOR_VERSION(kLargestVoteQr);
  std::array<std::uint8_t, kRoom> scratch{};
  std::array<std::uint8_t, kRoom> code{};
  const bool fits = qrcodegen_encodeText(std::string(text).c_str(), scratch.data(), code.data(), qrcodegen_Ecc_MEDIUM,
                                         qrcodegen_VERSION_MIN, largest, qrcodegen_Mask_AUTO, false);
  if (!fits) return fail(ErrorCode::kTooLong, "error.qr_too_long");
  QrMatrix out;
  const int size = qrcodegen_getSize(code.data());
  out.size = static_cast<std::size_t>(size);
  out.modules.reserve(out.size * out.size);
  for (int y = 0; y < size; ++y) {
    for (int x = 0; x < size; ++x) out.modules.push_back(qrcodegen_getModule(code.data(), x, y));
  }
  return out;
}

}  // namespace stoepkrijt::formats
