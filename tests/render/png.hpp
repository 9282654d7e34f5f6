// Writes an RGBA picture as PNG without compression: enough for looking at test pictures, and no library needed.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

namespace stoepkrijt::test {

inline void write_png(const std::string& file, int width, int height, const std::vector<std::uint8_t>& rgba) {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < 256; ++i) {
    std::uint32_t c = i;
    for (int k = 0; k < 8; ++k) c = (c & 1U) != 0 ? 0xEDB88320U ^ (c >> 1U) : c >> 1U;
    table[i] = c;
  }
  std::ofstream out(file, std::ios::binary);
  const auto put32 = [](std::string& s, std::uint32_t v) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) s.push_back(static_cast<char>((v >> shift) & 0xFFU));
  };
  const auto chunk = [&](const char* type, const std::string& data) {
    std::string head;
    put32(head, static_cast<std::uint32_t>(data.size()));
    const std::string body = std::string(type, 4) + data;
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char ch : body) crc = table[(crc ^ static_cast<std::uint8_t>(ch)) & 0xFFU] ^ (crc >> 8U);
    std::string tail;
    put32(tail, crc ^ 0xFFFFFFFFU);
    out << head << body << tail;
  };
  std::string raw;  // every row with filter type 0
  const auto row_bytes = static_cast<std::size_t>(width) * 4U;
  for (int y = 0; y < height; ++y) {
    raw.push_back(0);
    raw.append(reinterpret_cast<const char*>(rgba.data()) + static_cast<std::size_t>(y) * row_bytes, row_bytes);
  }
  std::string zlib("\x78\x01", 2);
  std::uint32_t a = 1;
  std::uint32_t b = 0;
  for (std::size_t at = 0; at < raw.size(); at += 65535U) {
    const std::size_t n = std::min<std::size_t>(65535U, raw.size() - at);
    zlib.push_back(at + n == raw.size() ? 1 : 0);
    for (const std::size_t v : {n, ~n}) {
      zlib.push_back(static_cast<char>(v & 0xFFU));
      zlib.push_back(static_cast<char>((v >> 8U) & 0xFFU));
    }
    zlib.append(raw, at, n);
  }
  for (const char ch : raw) {
    a = (a + static_cast<std::uint8_t>(ch)) % 65521U;
    b = (b + a) % 65521U;
  }
  put32(zlib, (b << 16U) | a);
  std::string header;
  put32(header, static_cast<std::uint32_t>(width));
  put32(header, static_cast<std::uint32_t>(height));
  header += std::string("\x08\x06\x00\x00\x00", 5);
  out << std::string("\x89PNG\r\n\x1a\n", 8);
  chunk("IHDR", header);
  chunk("IDAT", zlib);
  chunk("IEND", "");
}

}  // namespace stoepkrijt::test
