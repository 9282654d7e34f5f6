// The manual page is written by hand; what it must name is known to the program.
#include <gtest/gtest.h>

#include <algorithm>

#include "cli/cli_run.hpp"
#include "cli/options.hpp"
#include "rules/params_text.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::cli {
namespace {

/// The page without its escapes.
std::string page(const char* name) {
  std::string text = test::read_file(std::filesystem::path(STOEPKRIJT_SOURCE_DIR) / name).value_or("");
  for (std::size_t at = text.find("\\-"); at != std::string::npos; at = text.find("\\-", at)) text.erase(at, 1);
  return text;
}

class Documents : public testing::TestWithParam<const char*> {};

TEST_P(Documents, NameEveryCommandOptionWordAndRule) {
  const std::string text = page(GetParam());
  ASSERT_FALSE(text.empty());
  // A word of its own, not a part of another one.
  const auto names = [&](std::string_view word) {
    const auto inside = [](char c) { return c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      if ((at == 0 || !inside(text[at - 1])) && (word.ends_with(":") || end >= text.size() || !inside(text[end]))) {
        return true;
      }
    }
    return false;
  };
  for (const CommandEntry& command : commands()) EXPECT_TRUE(names(command.name)) << command.name;
  for (const OptionEntry& option : option_table()) EXPECT_TRUE(names(option.name)) << option.name;
  for (const rules::RuleEntry& rule : rules::registry()) EXPECT_TRUE(names(rule.id)) << rule.id;
  for (const rules::ParamOption& option : rules::param_options()) {
    for (const std::string_view word : option.words) {
      EXPECT_TRUE(word == "default" || names(word)) << option.name << " " << word;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Pages, Documents, testing::Values("docs/man/stoepkrijt.1", "docs/cli.md"),
                         [](const auto& page) { return std::string(page.index == 0 ? "Man" : "Contract"); });

TEST(ManPage, NamesNoOptionThatIsNotThere) {
  const std::string text = page("docs/man/stoepkrijt.1");
  for (std::size_t at = text.find("--"); at != std::string::npos; at = text.find("--", at + 2)) {
    std::size_t end = at + 2;
    while (end < text.size() &&
           (text[end] == '-' || (text[end] >= 'a' && text[end] <= 'z') || (text[end] >= '0' && text[end] <= '9'))) {
      ++end;
    }
    const std::string name = text.substr(at, end - at);
    const auto table = option_table();
    const bool known =
        name == "--" || name == "--version" ||
        std::any_of(table.begin(), table.end(), [&](const OptionEntry& option) { return option.name == name; });
    EXPECT_TRUE(known) << name;
  }
}

}  // namespace
}  // namespace stoepkrijt::cli
