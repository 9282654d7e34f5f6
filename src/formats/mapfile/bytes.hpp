// Numbers and texts as bytes: LEB128 for numbers without a sign, zigzag before it for those with one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stoepkrijt::formats::mapfile {

inline void put(std::string& out, std::uint64_t n) {
  for (; n >= 0x80; n >>= 7U) out += static_cast<char>(static_cast<unsigned char>(n | 0x80U));
  out += static_cast<char>(static_cast<unsigned char>(n));
}
inline void put_signed(std::string& out, std::int64_t n) {
  const auto bits = static_cast<std::uint64_t>(n);
  put(out, n < 0 ? ~(bits << 1U) : bits << 1U);
}

/// Reads what put() wrote. Once something is wrong every further number is 0 and ok() false.
class Source {
 public:
  explicit Source(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool ok() const { return ok_; }
  void refuse() { ok_ = false; }
  [[nodiscard]] std::size_t left() const { return bytes_.size() - at_; }

  std::uint64_t number() {
    std::uint64_t n = 0;
    for (unsigned shift = 0; ok_ && shift < 64; shift += 7) {
      if (at_ == bytes_.size()) break;
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      if (shift == 63 && byte > 1) break;
      n |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if ((byte & 0x80U) == 0) return n;
    }
    ok_ = false;
    return 0;
  }
  std::int64_t signed_number() {
    const std::uint64_t n = number();
    return static_cast<std::int64_t>((n >> 1U) ^ (~(n & 1U) + 1U));
  }
  /// At most `most`, else it is wrong.
  std::uint64_t number(std::uint64_t most) {
    const std::uint64_t n = number();
    if (n <= most) return n;
    ok_ = false;
    return 0;
  }
  /// How many things follow: never more than there are bytes left, so that no few bytes ask for much memory.
  std::size_t count() { return static_cast<std::size_t>(number(left())); }
  std::string_view text() {
    const std::size_t size = count();
    if (!ok_ || size > left()) {
      ok_ = false;
      return {};
    }
    at_ += size;
    return bytes_.substr(at_ - size, size);
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

}  // namespace stoepkrijt::formats::mapfile
