// The parameters of a rule as words and back: one vocabulary for the command line, the dossier and the screens.
//
// Options and words are those of docs/cli.md; a name never changes its meaning. Without I/O and without a language.
// Errors: kUsage. "error.unknown_option" {option}; "error.option_value" {option, value}; "error.seed_missing"
// {option, value} when a lot is asked for without its seed. {option} is "--name", as on the command line.
//
// Example: RuleParams p; set_param(p, "completion", "add1"); set_param(p, "ties", "lot:2026");
//          params_text(p)   // "--completion add1 --ties lot:2026"
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "rules/rule.hpp"

namespace stoepkrijt::rules {

/// One option with the words that it takes; the first is what holds when it is left out. "min-votes" takes a whole
/// number (`words` is empty), "ties" a word of which those that end in ':' want the seed of a lot behind the colon.
struct ParamOption {
  std::string_view name;  // without dashes
  std::span<const std::string_view> words;
};

/// Every option: utility, completion, add1-start, add1-stop, then, comparison, variant, ties, min-votes. For
/// "utility" and "completion" the first word, "default" and "none", is what an absent option means.
[[nodiscard]] std::span<const ParamOption> param_options();
/// Sets one option from its word. An empty word sets the default. On an error `params` is as it was.
[[nodiscard]] Result<void> set_param(RuleParams& params, std::string_view option, std::string_view word);
/// The word that an option has now; of "ties" with the seed behind the colon. Empty for an unknown option.
[[nodiscard]] std::string param_word(const RuleParams& params, std::string_view option);
/// All options that differ from their default, in the order of param_options(), ready for a shell: a seed with other
/// than letters, digits and -._ stands in single quotes. Empty when nothing differs.
[[nodiscard]] std::string params_text(const RuleParams& params);

}  // namespace stoepkrijt::rules
