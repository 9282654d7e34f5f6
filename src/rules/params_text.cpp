#include "rules/params_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <system_error>

namespace stoepkrijt::rules {

namespace {

using Word = std::string_view;

// In the order of the enumerators of rule.hpp: the place of a word is the value.
constexpr std::array<Word, 12> kUtility{
    "default",  "cost",   "cardinality", "relative-cost", "relative-cardinality", "sqrt-cost",
    "log-cost", "effort", "cc",          "points",        "relative-points",      "borda"};
constexpr std::array<Word, 5> kCompletion{"none", "add1", "add1u", "utilitarian", "budget-increase"};
constexpr std::array<Word, 2> kAdd1Start{"exact", "integral"};
constexpr std::array<Word, 2> kAdd1Stop{"exhaustive", "never"};
constexpr std::array<Word, 6> kThen{"none",       "greedy", "greedy-no-skip", "greedy-threshold", "greedy-exclusive",
                                    "max-welfare"};
constexpr std::array<Word, 3> kComparison{"none", "satisfaction", "nonempty"};
constexpr std::array<Word, 6> kVariant{"ewt", "ewtc", "ewts", "mt", "mtc", "mts"};
constexpr std::array<Word, 5> kTies{"id", "cost-votes", "cost-votes-lot:", "votes", "lot:"};
constexpr std::array<TieOrder, 5> kTieOrders{TieOrder::kId, TieOrder::kCostVotes, TieOrder::kCostVotesLot,
                                             TieOrder::kVotes, TieOrder::kLot};

constexpr std::array<ParamOption, 9> kOptions{{
    {"utility", kUtility},
    {"completion", kCompletion},
    {"add1-start", kAdd1Start},
    {"add1-stop", kAdd1Stop},
    {"then", kThen},
    {"comparison", kComparison},
    {"variant", kVariant},
    {"ties", kTies},
    {"min-votes", {}},
}};

Unexpected bad(std::string_view key, std::string_view option, std::string_view word) {
  return fail(Error(ErrorCode::kUsage, key).with("option", "--" + std::string(option)).with("value", word));
}

std::optional<std::size_t> place_of(std::span<const Word> words, std::string_view word) {
  const auto it = std::find(words.begin(), words.end(), word);
  if (it == words.end()) return std::nullopt;
  return static_cast<std::size_t>(it - words.begin());
}

// Writes the value of the word's place. False: no such word.
template <class Enum>
bool set_enum(Enum& value, std::span<const Word> words, std::string_view word) {
  const auto place = word.empty() ? std::optional<std::size_t>(0) : place_of(words, word);
  if (place) value = static_cast<Enum>(*place);
  return place.has_value();
}

template <class Enum>
std::string get_enum(Enum value, std::span<const Word> words) {
  return std::string(words[static_cast<std::size_t>(value)]);
}

Result<void> set_ties(RuleParams& params, std::string_view word) {
  if (word.empty()) word = kTies[0];
  const std::size_t colon = word.find(':');
  const std::string name(colon == std::string_view::npos ? word : word.substr(0, colon + 1));
  const std::string_view seed = colon == std::string_view::npos ? std::string_view{} : word.substr(colon + 1);
  if (const auto place = place_of(kTies, name)) {
    if (name.ends_with(':') && seed.empty()) return bad("error.seed_missing", "ties", word);
    params.ties = kTieOrders[*place];
    params.seed = seed;
    return {};
  }
  const bool lot = colon == std::string_view::npos && place_of(kTies, name + ":");
  return bad(lot ? "error.seed_missing" : "error.option_value", "ties", word);
}

Result<void> set_min_votes(RuleParams& params, std::string_view word) {
  std::uint64_t votes = 0;
  const char* end = word.data() + word.size();
  const auto [at, fault] = std::from_chars(word.data(), end, votes);
  if (!word.empty() && (fault != std::errc{} || at != end)) return bad("error.option_value", "min-votes", word);
  params.min_votes = votes;
  return {};
}

bool plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == ':';
}

// For a POSIX shell: inside single quotes everything is plain, and a quote itself is written as '\''.
std::string quoted(const std::string& word) {
  if (std::all_of(word.begin(), word.end(), plain)) return word;
  std::string out = "'";
  for (const char c : word) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

}  // namespace

std::span<const ParamOption> param_options() { return kOptions; }

Result<void> set_param(RuleParams& params, std::string_view option, std::string_view word) {
  bool known = true;
  if (option == "utility") {
    known = set_enum(params.utility, kUtility, word);
  } else if (option == "completion") {
    known = set_enum(params.completion, kCompletion, word);
  } else if (option == "add1-start") {
    known = set_enum(params.add1_start, kAdd1Start, word);
  } else if (option == "add1-stop") {
    known = set_enum(params.add1_stop, kAdd1Stop, word);
  } else if (option == "then") {
    known = set_enum(params.then, kThen, word);
  } else if (option == "comparison") {
    known = set_enum(params.comparison, kComparison, word);
  } else if (option == "variant") {
    known = set_enum(params.variant, kVariant, word);
  } else if (option == "ties") {
    return set_ties(params, word);
  } else if (option == "min-votes") {
    return set_min_votes(params, word);
  } else {
    return bad("error.unknown_option", option, word);
  }
  if (!known) return bad("error.option_value", option, word);
  return {};
}

std::string param_word(const RuleParams& params, std::string_view option) {
  if (option == "utility") return get_enum(params.utility, kUtility);
  if (option == "completion") return get_enum(params.completion, kCompletion);
  if (option == "add1-start") return get_enum(params.add1_start, kAdd1Start);
  if (option == "add1-stop") return get_enum(params.add1_stop, kAdd1Stop);
  if (option == "then") return get_enum(params.then, kThen);
  if (option == "comparison") return get_enum(params.comparison, kComparison);
  if (option == "variant") return get_enum(params.variant, kVariant);
  if (option == "min-votes") return std::to_string(params.min_votes);
  if (option != "ties") return {};
  const auto at = std::find(kTieOrders.begin(), kTieOrders.end(), params.ties);
  std::string word(kTies[static_cast<std::size_t>(at - kTieOrders.begin())]);
  return word.ends_with(':') ? word + params.seed : word;
}

std::string params_text(const RuleParams& params) {
  const RuleParams defaults;
  std::string out;
  for (const ParamOption& option : kOptions) {
    const std::string word = param_word(params, option.name);
    if (word == param_word(defaults, option.name)) continue;
    out += (out.empty() ? "--" : " --") + std::string(option.name) + " " + quoted(word);
  }
  return out;
}

}  // namespace stoepkrijt::rules
