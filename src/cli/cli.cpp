#include "cli/cli.hpp"

#include "base/check.hpp"
#include "cli/tally.hpp"

namespace stoepkrijt::cli {

namespace {

constexpr std::string_view kHelp =
    "stoepkrijt: count and check a neighbourhood's vote from its published files.\n"
    "\n"
    "Usage: stoepkrijt COMMAND [OPTION...]\n"
    "\n"
    "Commands:\n"
    "  tally FILE.pb    count the votes of a .pb file\n"
    "\n"
    "Options of tally:\n"
    "  --rule RULE      greedy: most votes first, what does not fit is skipped\n"
    "                   equal-shares: Method of Equal Shares; every voter gets the same money\n"
    "  --utility cost   what an approved project is worth to a voter (default: cost)\n"
    "  --completion C   none (default), or add1: equal-shares again and again with one currency unit\n"
    "                   more for each voter, while the outcome fits and something supported still does\n"
    "  --ties id        equally good projects in the order of their ids (default)\n"
    "  --min-votes N    greedy leaves out projects with fewer votes (default: 0; rounds of the app use 1)\n"
    "  --json           one JSON object: rule, winners in order of selection, cost\n"
    "\n"
    "  --help           this text\n"
    "  --version        the version\n"
    "\n"
    "Exit: 0 when done, 2 on wrong use or a fault in the file.\n";

}  // namespace

Answer run(std::span<const std::string_view> arguments, const Surroundings& surroundings) {
  SK_CHECK(surroundings.read_file != nullptr);
  if (arguments.empty()) return Answer{kFault, "", std::string(kHelp)};
  const std::string_view command = arguments.front();
  if (command == "--help" || command == "help") return Answer{kDone, std::string(kHelp), ""};
  if (command == "--version") return Answer{kDone, "stoepkrijt " + std::string(surroundings.version) + "\n", ""};
  if (command == "tally") return run_tally(arguments.subspan(1), surroundings);
  return Answer{kFault, "", "stoepkrijt: unknown command '" + std::string(command) + "'\n\n" + std::string(kHelp)};
}

}  // namespace stoepkrijt::cli
