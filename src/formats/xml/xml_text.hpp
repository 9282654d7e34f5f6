// Text on its way into XML: escaped, and without what XML 1.0 cannot hold.
#pragma once

#include <string>
#include <string_view>

namespace stoepkrijt::formats::xml {

enum class Place : unsigned char { kText, kAttribute };

/// Appends text, for between tags or, as an attribute's value, between double quotes. Markup becomes entities that
/// every parser knows, a carriage return a number (else it would come back as a line feed), in attributes tabs and line
/// feeds too (else they would be spaces, section 3.3.3); control characters, U+FFFE and U+FFFF, which XML 1.0 (section
/// 2.2) has no way to write, are left out; malformed UTF-8 becomes U+FFFD.
void append_escaped(std::string& out, std::string_view text, Place place = Place::kText);

}  // namespace stoepkrijt::formats::xml
