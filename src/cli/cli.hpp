// The command `stoepkrijt` without its operating system: arguments in, exit code and text out. A thin layer: it reads
// options, calls the core and words the answer. Exit codes: 0 done; 2 wrong use or a fault in the input, named on
// standard error.
//
// Example: stoepkrijt tally FILE.pb --rule equal-shares --completion add1 --json
//   prints {"cost":"71500","rule":"equal-shares","winners":["3","9"]}; winners in order of selection.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace stoepkrijt::cli {

inline constexpr int kDone = 0;
inline constexpr int kFault = 2;

/// What the command needs from outside; tests give their own.
struct Surroundings {
  std::function<Result<std::string>(std::string_view path)> read_file;
  std::string_view language;  // the text of a language file (lang/en.json); may be empty
  std::string_view version;
};

struct Answer {
  int exit_code = kDone;
  std::string out;  // for standard output
  std::string err;  // for standard error
};

/// `arguments` without the program's name.
[[nodiscard]] Answer run(std::span<const std::string_view> arguments, const Surroundings& surroundings);

}  // namespace stoepkrijt::cli
