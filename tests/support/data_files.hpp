// Files for tests: our own in tests/data, and the real data beside the project, which may be absent.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace stoepkrijt::test {

inline std::optional<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

inline std::filesystem::path own_data() { return std::filesystem::path(STOEPKRIJT_SOURCE_DIR) / "tests" / "data"; }

/// The folder of real data: the environment's STOEPKRIJT_DATA, else ../shared/data beside the project.
inline std::filesystem::path real_data() {
  const char* given = std::getenv("STOEPKRIJT_DATA");
  if (given != nullptr && *given != '\0') return given;
  return std::filesystem::path(STOEPKRIJT_SOURCE_DIR) / ".." / "shared" / "data";
}

}  // namespace stoepkrijt::test
