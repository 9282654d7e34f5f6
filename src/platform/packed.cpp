#include "platform/packed.hpp"

#include <charconv>
#include <cstddef>
#include <system_error>

namespace stoepkrijt::platform {
namespace {

/// Takes the first `length` bytes off `bytes`; nullopt when it has fewer, or when `length` is no plain number.
std::optional<std::string_view> take(std::string_view length, std::string_view& bytes) {
  std::size_t count = 0;
  const auto [end, fault] = std::from_chars(length.data(), length.data() + length.size(), count);
  if (fault != std::errc() || end != length.data() + length.size() || count > bytes.size()) return std::nullopt;
  const std::string_view out = bytes.substr(0, count);
  bytes.remove_prefix(count);
  return out;
}

}  // namespace

std::optional<std::vector<Part>> unpack(std::string_view table, std::string_view bytes) {
  std::vector<Part> parts;
  while (!table.empty()) {
    const std::size_t end = table.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = table.substr(0, end);
    table.remove_prefix(end + 1);
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos || space + 1 == line.size()) return std::nullopt;
    const std::string_view name = line.substr(space + 1);
    if (line.substr(0, space) == "-") {
      parts.push_back({name, {}, true});
      continue;
    }
    const auto own = take(line.substr(0, space), bytes);
    if (!own) return std::nullopt;
    parts.push_back({name, *own, false});
  }
  if (!bytes.empty()) return std::nullopt;
  return parts;
}

}  // namespace stoepkrijt::platform
