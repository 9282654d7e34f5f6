// JPEGs for tests, made of markers and segments. Only their frame is right: nobody can look at them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stoepkrijt::testing {

inline std::string segment(std::uint8_t marker, std::string_view content) {
  const std::size_t length = content.size() + 2;
  std::string out = "\xFF";
  out += static_cast<char>(marker);
  out += static_cast<char>(length >> 8U);
  out += static_cast<char>(length & 0xFFU);
  return out.append(content);
}

inline std::string frame(int width, int height) {
  std::string content = "\x08";
  for (const int side : {height, width}) {
    content += static_cast<char>(side / 256);
    content += static_cast<char>(side % 256);
  }
  return segment(0xC0, content + std::string("\x01\x01\x11\x00", 4));
}

/// Start, mark of JFIF, `more`, tables, frame, one scan whose coded bytes are `coded`, end.
inline std::string small_jpeg(std::string_view coded = "abc", std::string_view more = "", int width = 16,
                              int height = 9) {
  std::string out = "\xFF\xD8";
  out += segment(0xE0, std::string_view("JFIF\0\x01\x02\x00\x00\x01\x00\x01\x00\x00", 14));
  out += more;
  out += segment(0xDB, std::string(65, '\x01'));
  out += frame(width, height);
  out += segment(0xC4, std::string(20, '\0'));
  out += segment(0xDA, std::string_view("\x01\x01\x00\x00\x3F\x00", 6));
  out += coded;
  return out + "\xFF\xD9";
}

}  // namespace stoepkrijt::testing
