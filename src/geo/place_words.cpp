#include "geo/place_words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "base/decimal.hpp"
#include "base/trim.hpp"
#include "geo/placed.hpp"
#include "geo/projection.hpp"

namespace stoepkrijt::geo {
namespace {

constexpr std::string_view kSpace = " \t\r\n\xC2\xA0";

std::string_view bare(std::string_view text) { return trimmed(text, kSpace); }

bool is_letter(char c, char small) { return c == small || c == static_cast<char>(small - 'a' + 'A'); }

/// "RD", "RD:", "x=" and the like say what the size of the numbers says as well.
std::string_view without_rd(std::string_view text) {
  if (text.size() >= 2 && is_letter(text[0], 'r') && is_letter(text[1], 'd')) {
    text.remove_prefix(2);
    while (!text.empty() && (text.front() == ':' || text.front() == ' ')) text.remove_prefix(1);
  }
  return text;
}

struct Number {
  std::int64_t value = 0;
  char side = ' ';  ///< N, E (or O), Z (or S), W; a space when it is not said
};

std::optional<Number> number_of(std::string_view text) {
  text = bare(text);
  Number out;
  if (!text.empty()) {
    const char last = text.back();
    for (const char side : {'n', 'e', 'o', 's', 'z', 'w'}) {
      if (is_letter(last, side)) out.side = side;
    }
    if (out.side != ' ') text = bare(text.substr(0, text.size() - 1));
  }
  constexpr std::string_view kDegree = "\xC2\xB0";
  if (text.ends_with(kDegree)) text = bare(text.substr(0, text.size() - kDegree.size()));
  constexpr std::size_t kLongest = 24;
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  std::string dotted(text);
  std::replace(dotted.begin(), dotted.end(), ',', '.');
  if (dotted.find_first_not_of("-0123456789.") != std::string::npos) return std::nullopt;
  const Result<std::int64_t> value = parse_decimal(dotted, 7, Excess::kRound);
  if (!value) return std::nullopt;
  out.value = out.side == 's' || out.side == 'z' || out.side == 'w' ? -*value : *value;
  return out;
}

/// Where the first number ends: at a semicolon, a comma before white space, else at the only white space between
/// digits.
std::size_t between(std::string_view text) {
  const std::size_t semicolon = text.find(';');
  if (semicolon != std::string_view::npos) return semicolon;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == ',' && kSpace.find(text[i + 1]) != std::string_view::npos) return i;
  }
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    const bool digit_follows = text[i + 1] == '-' || (text[i + 1] >= '0' && text[i + 1] <= '9');
    if (text[i] == ' ' && digit_follows) return i;
  }
  // "52.1,4.3": a comma that can be nothing else.
  const std::size_t comma = text.find(',');
  const bool alone = comma != std::string_view::npos && text.find(',', comma + 1) == std::string_view::npos;
  return alone ? comma : std::string_view::npos;
}

bool is_east(char side) { return side == 'e' || side == 'o' || side == 'w'; }

std::string decimals(std::int64_t e7) {
  constexpr std::int64_t kOne = 10'000'000;
  const std::int64_t size = std::llabs(e7);
  std::string fraction = std::to_string(size % kOne + kOne).substr(1);
  return (e7 < 0 ? "-" : "") + std::to_string(size / kOne) + "." + fraction;
}

}  // namespace

std::optional<LonLat> place_from_words(std::string_view words) {
  const std::string_view text = without_rd(bare(words));
  const std::size_t at = between(text);
  if (at == std::string_view::npos) return std::nullopt;
  std::optional<Number> first = number_of(text.substr(0, at));
  std::optional<Number> second = number_of(text.substr(at + 1));
  if (!first || !second) return std::nullopt;
  const auto as_rd = place_of(first->value, second->value);
  if (as_rd && as_rd->was_rd) {
    const bool sided = first->side != ' ' || second->side != ' ';
    return sided ? std::nullopt : std::optional(as_rd->place);
  }
  if (is_east(first->side) && !is_east(second->side)) std::swap(first, second);
  if (is_east(first->side)) return std::nullopt;  // two longitudes
  if (second->side != ' ' && !is_east(second->side)) return std::nullopt;
  const auto degrees = place_of(second->value, first->value);
  return degrees && !degrees->was_rd ? std::optional(degrees->place) : std::nullopt;
}

std::string wgs84_words(LonLat place) { return decimals(place.lat_e7) + ", " + decimals(place.lon_e7); }

std::string rd_words(LonLat place) {
  const XY rd = to_rd(place);
  if (!in_rd_area(rd)) return {};
  return "RD " + std::to_string(std::llround(rd.x)) + ", " + std::to_string(std::llround(rd.y));
}

}  // namespace stoepkrijt::geo
