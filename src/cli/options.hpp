// The options of every command, in one table: what a command takes, what its help says and what is contradictory follow
// from it. The options of a rule come from rules/params_text.hpp and the rules from the registry, so that a new rule
// needs nothing here.
//
// Where a command takes several rules (compare), an option before the first --rule is for all of them, one behind a
// --rule for that one.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "rules/rule.hpp"

namespace stoepkrijt::cli {

/// Bits of the commands that take an option.
enum Command : std::uint16_t {
  kTally = 1,
  kExplain = 2,
  kCompare = 4,
  kConvert = 8,
  kVerify = 16,
  kMerge = 32,
  kDiff = 64,
  kValidate = 128,
  kDelta = 256,
  kRedact = 512,
  kSignals = 1024,
  kGpx = 2048,
  kMap = 4096,
  kBox = 8192,
};
inline constexpr std::uint16_t kCounting = kTally | kExplain | kCompare | kVerify;
inline constexpr std::uint16_t kOnDossiers = kMerge | kDiff | kValidate | kDelta | kRedact | kSignals;
inline constexpr std::uint16_t kEvery = 0xFFFF;

struct CommandEntry {
  std::string_view name;
  Command bit;
  std::string_view use;    // behind "Usage: stoepkrijt "
  std::string_view about;  // one line
};
[[nodiscard]] std::span<const CommandEntry> commands();

struct OptionEntry {
  std::string_view name;   // "--rule"
  std::string_view value;  // "RULE"; empty: a switch
  std::uint16_t commands;
  std::string_view about;  // lines for the help, separated by '\n'
  bool of_rule = false;    // a parameter of the rule: rules::set_param knows its words
  bool of_box = false;     // of a verb of box, which judges it; may be given more than once
};
[[nodiscard]] std::span<const OptionEntry> option_table();

struct RuleChoice {
  std::string rule;
  rules::RuleParams params;
  std::set<std::string_view> given;  // options of the rule that were named
};

struct Options {
  std::string_view file;                     // the first
  std::vector<std::string_view> more_files;  // of merge and diff; of box all but the verb
  std::vector<RuleChoice> rules;
  std::string_view language = "en";
  bool json = false;
  bool help = false;
  bool progress = false;
  bool limits = false;  // of the file are applied
  std::string_view project;
  std::string_view expect;
  bool expect_selected = false;
  std::string_view to;
  std::string_view output;
  std::string_view attribution;        // of map
  std::string_view as;                 // of signals: the format
  std::string_view since;              // of delta: the older file
  std::vector<std::string_view> keep;  // of redact, from here on
  std::vector<std::string_view> only;
  std::string_view buurt;
  std::string_view round;
  std::int32_t grid_m = 0;
  std::vector<std::pair<std::string_view, std::string_view>> box;  // of box: option and value, as they were given
};

/// Error: kUsage, with the option at fault in "option" and the reason in the key.
[[nodiscard]] Result<Options> parse_options(const CommandEntry& command, std::span<const std::string_view> arguments);
/// The language that was asked for, also when the rest of the arguments is wrong.
[[nodiscard]] std::string_view language_of(std::span<const std::string_view> arguments);

/// The word nearest to a mistyped one; empty when none is near.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> words);

[[nodiscard]] std::string help_text();
[[nodiscard]] std::string help_text(const CommandEntry& command);
[[nodiscard]] std::string use_text(const CommandEntry& command);

}  // namespace stoepkrijt::cli
