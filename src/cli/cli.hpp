// The command `stoepkrijt` without its operating system: arguments in, exit code and text out. A thin layer: it reads
// options, calls the core and words the answer. The contract is docs/cli.md.
//
// Exit codes: 0 done; 1 `verify` found another outcome than was published, `diff` a difference, or `box open` that
// conflicts could have decided the outcome; 2 wrong use or a
// fault in the input or in writing, named on standard error; 3 the rule is not defined on these ballots (or not with
// this utility, completion or limits), with the reason on standard error.
//
// Example: stoepkrijt tally FILE.pb --rule equal-shares --completion add1 --json
//   prints {"cost":"71500",…,"rule":"equal-shares",…,"winners":["3","9"]}; winners in order of selection.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace stoepkrijt::cli {

inline constexpr int kDone = 0;
inline constexpr int kDiffers = 1;
inline constexpr int kFault = 2;
inline constexpr int kNotDefined = 3;

/// What the command needs from outside; tests give their own.
struct Surroundings {
  std::function<Result<std::string>(std::string_view path)> read_file;
  /// All of the file or nothing: a fault leaves what was there.
  std::function<Result<void>(std::string_view path, std::string_view bytes)> write_file;
  std::function<std::string_view(std::string_view language)> words;  // text of lang/nl.json or lang/en.json
  std::function<void(std::string_view text)> show_progress;          // on standard error, at once
  std::function<bool(std::span<std::uint8_t> bytes)> fill_random;    // for keys; false: there is no randomness
  bool terminal = false;                                             // standard error is one
  std::size_t most_unpacked = std::size_t{512} << 20U;               // bytes that may come out of a packed file
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
