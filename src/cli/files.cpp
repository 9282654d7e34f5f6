#include "cli/files.hpp"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

namespace stoepkrijt::cli {

namespace {

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

Result<std::string> read_all(std::FILE* file, std::size_t most) {
  std::string bytes;
  char chunk[1U << 16U];
  for (;;) {
    const std::size_t got = std::fread(chunk, 1, sizeof chunk, file);
    bytes.append(chunk, got);
    if (bytes.size() > most) return fail(ErrorCode::kTooLarge, "error.pb_too_large");
    if (got < sizeof chunk) break;
  }
  if (std::ferror(file) != 0) return fail(ErrorCode::kUnreadable, "error.unreadable");
  return bytes;
}

}  // namespace

Result<std::string> read_file(std::string_view path, std::size_t most) {
  if (path == "-") return read_all(stdin, most);
  const std::filesystem::path name{std::string(path)};
  std::error_code fault;
  const std::filesystem::file_status status = std::filesystem::status(name, fault);
  if (status.type() == std::filesystem::file_type::not_found) {
    return fail(ErrorCode::kNoSuchFile, "error.no_such_file");
  }
  if (std::filesystem::is_directory(status)) return fail(ErrorCode::kUnreadable, "error.is_folder");
  const File file(std::fopen(name.c_str(), "rb"));
  if (!file) return fail(ErrorCode::kUnreadable, "error.unreadable");
  return read_all(file.get(), most);
}

Result<void> write_file(std::string_view path, std::string_view bytes) {
  const std::filesystem::path name{std::string(path)};
  std::error_code fault;
  const auto not_written = [] { return fail(ErrorCode::kNotWritten, "error.not_written"); };
  if (std::filesystem::is_directory(name, fault)) return fail(ErrorCode::kNotWritten, "error.is_folder");
  // A device or a pipe takes the bytes itself; nothing can be moved over it.
  const bool special = std::filesystem::exists(name, fault) && !std::filesystem::is_regular_file(name, fault);
  std::filesystem::path beside = name;
  if (!special) beside += ".part";
  std::FILE* file = std::fopen(beside.c_str(), "wb");
  if (file == nullptr) return not_written();
  const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  if (std::fclose(file) != 0 || !whole) {
    if (!special) std::filesystem::remove(beside, fault);
    return not_written();
  }
  if (special) return {};
  std::filesystem::rename(beside, name, fault);
  if (!fault) return {};
  std::error_code ignored;
  std::filesystem::remove(beside, ignored);
  return not_written();
}

}  // namespace stoepkrijt::cli
