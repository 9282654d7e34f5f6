// `stoepkrijt tally`: counts one .pb file by one rule.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/cli.hpp"
#include "rules/rule.hpp"

namespace stoepkrijt::cli {

struct TallyOptions {
  std::string_view file;
  std::string_view rule;
  rules::RuleParams params;
  bool json = false;
};

/// Error: kUsage, with the option at fault in "option" and the reason in the key.
[[nodiscard]] Result<TallyOptions> parse_tally_options(std::span<const std::string_view> arguments);
[[nodiscard]] Answer run_tally(std::span<const std::string_view> arguments, const Surroundings& surroundings);

}  // namespace stoepkrijt::cli
