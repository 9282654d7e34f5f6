// The native entry of the command `stoepkrijt`: files and streams, nothing else.
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "assets/embedded.hpp"
#include "cli/cli.hpp"

namespace {

stoepkrijt::Result<std::string> read_file(std::string_view path) {
  using stoepkrijt::Error;
  using stoepkrijt::ErrorCode;
  std::ifstream in{std::string(path), std::ios::binary};
  if (!in) return stoepkrijt::fail(Error(ErrorCode::kNoSuchFile, "error.no_such_file"));
  std::string bytes;
  std::vector<char> chunk(std::size_t{1} << 16U);
  while (in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || in.gcount() > 0) {
    bytes.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) return stoepkrijt::fail(Error(ErrorCode::kUnreadable, "error.unreadable"));
  return bytes;
}

}  // namespace

int main(int count, char** values) {
  const std::vector<std::string_view> arguments(values + 1, values + count);
  const stoepkrijt::cli::Surroundings surroundings{&read_file, stoepkrijt::assets::text("lang/en.json"),
                                                   stoepkrijt::assets::version()};
  const stoepkrijt::cli::Answer answer = stoepkrijt::cli::run(arguments, surroundings);
  std::fputs(answer.out.c_str(), stdout);
  std::fputs(answer.err.c_str(), stderr);
  return answer.exit_code;
}
