// What docs/cli.md shows is what the program prints.
#include <gtest/gtest.h>

#include <iterator>
#include <sstream>

#include "cli/cli_run.hpp"

namespace stoepkrijt::cli {
namespace {

TEST(Contract, EveryExampleOfThePageIsTrue) {
  const std::filesystem::path root = STOEPKRIJT_SOURCE_DIR;
  std::istringstream page(test::read_file(root / "docs/cli.md").value_or(""));
  constexpr std::string_view kPrompt = "    $ build/native/stoepkrijt ";
  std::string line;
  std::size_t examples = 0;
  bool more = static_cast<bool>(std::getline(page, line));
  while (more) {
    if (!line.starts_with(kPrompt)) {
      more = static_cast<bool>(std::getline(page, line));
      continue;
    }
    std::istringstream words(line.substr(kPrompt.size()));
    const std::vector<std::string> arguments{std::istream_iterator<std::string>(words), {}};
    std::string shown;
    while ((more = static_cast<bool>(std::getline(page, line))) && line.starts_with("    ") &&
           !line.starts_with(kPrompt)) {
      shown += line.substr(4) + "\n";
    }
    Computer computer;
    for (const std::string& argument : arguments) {
      if (const auto bytes = test::read_file(root / argument)) computer.files[argument] = *bytes;
    }
    const Answer answer = computer.run(std::vector<std::string_view>(arguments.begin(), arguments.end()));
    EXPECT_EQ(answer.out + answer.err, shown);
    ++examples;
  }
  EXPECT_EQ(examples, 3U);
}

}  // namespace
}  // namespace stoepkrijt::cli
