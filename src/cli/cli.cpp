#include "cli/cli.hpp"

#include "base/check.hpp"
#include "cli/session.hpp"
#include "cli/words.hpp"

namespace stoepkrijt::cli {

namespace {

Answer run_command(const CommandEntry& command, std::span<const std::string_view> arguments,
                   const Surroundings& surroundings) {
  const Result<Options> options = parse_options(command, arguments);
  if (!options) {
    const std::string_view language = surroundings.words(language_of(arguments));
    return Answer{kFault, "", "stoepkrijt: " + words_for(options.error(), language) + "\n" + use_text(command)};
  }
  if (options->help) return Answer{kDone, help_text(command), ""};
  switch (command.bit) {
    case kTally:
      return run_tally(*options, surroundings);
    case kExplain:
      return run_explain(*options, surroundings);
    case kCompare:
      return run_compare(*options, surroundings);
    case kConvert:
      return run_convert(*options, surroundings);
    case kVerify:
      return run_verify(*options, surroundings);
    case kMerge:
      return run_merge(*options, surroundings);
    case kDiff:
      return run_diff(*options, surroundings);
    case kValidate:
      return run_validate(*options, surroundings);
    case kDelta:
      return run_delta(*options, surroundings);
    case kRedact:
      return run_redact(*options, surroundings);
    case kSignals:
      return run_signals(*options, surroundings);
    case kBox:
      return run_box(*options, surroundings);
    case kGpx:
      return run_gpx(*options, surroundings);
    case kMap:
      return run_map(*options, surroundings);
  }
  return Answer{kFault, "", help_text()};
}

}  // namespace

Answer run(std::span<const std::string_view> arguments, const Surroundings& surroundings) {
  SK_CHECK(surroundings.read_file != nullptr && surroundings.write_file != nullptr && surroundings.words != nullptr);
  if (arguments.empty()) return Answer{kFault, "", help_text()};
  const std::string_view name = arguments.front();
  if (name == "--help" || name == "help") return Answer{kDone, help_text(), ""};
  if (name == "--version") return Answer{kDone, "stoepkrijt " + std::string(surroundings.version) + "\n", ""};
  std::vector<std::string_view> names;
  for (const CommandEntry& command : commands()) {
    if (command.name == name) return run_command(command, arguments.subspan(1), surroundings);
    names.push_back(command.name);
  }
  const std::string_view meant = nearest(name, names);
  Error error = Error(ErrorCode::kUsage, meant.empty() ? "error.unknown_command" : "error.unknown_command_meant")
                    .with("command", name);
  if (!meant.empty()) error.args.emplace_back("meant", meant);
  const std::string words = words_for(error, surroundings.words(language_of(arguments)));
  return Answer{kFault, "", "stoepkrijt: " + words + "\n\n" + help_text()};
}

}  // namespace stoepkrijt::cli
