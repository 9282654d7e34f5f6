// The native entry of the command `stoepkrijt`: files and streams, nothing else.
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assets/embedded.hpp"
#include "cli/cli.hpp"
#include "cli/files.hpp"

namespace {

bool print(const std::string& text, std::FILE* stream) {
  return std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
}

void show_progress(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

int main(int count, char** values) {
  const std::vector<std::string_view> arguments(values + 1, values + count);
  stoepkrijt::cli::Surroundings surroundings;
  surroundings.read_file = [](std::string_view path) { return stoepkrijt::cli::read_file(path); };
  surroundings.write_file = &stoepkrijt::cli::write_file;
  surroundings.words = [](std::string_view language) {
    return stoepkrijt::assets::text(language == "nl" ? "lang/nl.json" : "lang/en.json");
  };
  surroundings.show_progress = &show_progress;
  surroundings.fill_random = [](std::span<std::uint8_t> bytes) { return getentropy(bytes.data(), bytes.size()) == 0; };
  surroundings.terminal = isatty(STDERR_FILENO) != 0;
  surroundings.version = stoepkrijt::assets::version();
  const stoepkrijt::cli::Answer answer = stoepkrijt::cli::run(arguments, surroundings);
  const bool told = print(answer.err, stderr);
  // An answer that did not arrive is no answer: a full disk or a closed pipe must not look like success.
  if (!print(answer.out, stdout)) {
    print("stoepkrijt: standard output cannot be written\n", stderr);
    return stoepkrijt::cli::kFault;
  }
  return told ? answer.exit_code : stoepkrijt::cli::kFault;
}
