#include "formats/xml/xml_text.hpp"

#include "base/utf8.hpp"

namespace stoepkrijt::formats::xml {

void append_escaped(std::string& out, std::string_view text, Place place) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == U'&') {
      out += "&amp;";
    } else if (c == U'<') {
      out += "&lt;";
    } else if (c == U'>') {
      out += "&gt;";
    } else if (c == U'"') {
      out += "&quot;";
    } else if (c == U'\r') {
      out += "&#13;";
    } else if (c == U'\n' && place == Place::kAttribute) {
      out += "&#10;";
    } else if (c == U'\t' && place == Place::kAttribute) {
      out += "&#9;";
    } else if ((c >= 0x20 || c == U'\n' || c == U'\t') && c != 0xFFFE && c != 0xFFFF) {
      append_utf8(out, c);
    }
  }
}

}  // namespace stoepkrijt::formats::xml
