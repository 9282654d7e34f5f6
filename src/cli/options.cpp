#include "cli/options.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/decimal.hpp"
#include "formats/records/extract.hpp"
#include "rules/params_text.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::cli {

namespace {

using Words = std::vector<std::string_view>;

constexpr std::string_view kFormats[] = {"pb", "json", "csv"};
constexpr std::string_view kSignalFormats[] = {"geojson", "csv", "csv-nl", "open311", "services", "signalen"};
constexpr std::string_view kLanguages[] = {"nl", "en"};
constexpr std::string_view kLimitWords[] = {"none", "file"};
constexpr std::string_view kKeepWords[] = {"words", "times", "support", "tracks", "all"};
constexpr std::string_view kOnlyWords[] = {"round", "walk", "signal", "issue"};
constexpr std::int32_t kMostMetres = formats::kMostGridMetres;

Unexpected usage(std::string_view key, std::string_view option, std::string_view value = {},
                 std::string_view meant = {}) {
  Error error = Error(ErrorCode::kUsage, key).with("option", option);
  if (!value.empty()) error.args.emplace_back("value", value);
  if (!meant.empty()) error.args.emplace_back("meant", meant);
  return fail(std::move(error));
}

Unexpected bad_value(std::string_view option, std::string_view value, std::span<const std::string_view> words) {
  const std::string_view meant = nearest(value, words);
  return usage(meant.empty() ? "error.option_value" : "error.option_value_meant", option, value, meant);
}

Words rule_ids() {
  Words ids;
  for (const rules::RuleEntry& rule : rules::registry()) ids.push_back(rule.id);
  return ids;
}

class Parser {
 public:
  explicit Parser(const CommandEntry& command) : command_(command) {}

  Result<Options> parse(std::span<const std::string_view> arguments) {
    bool only_files = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      const std::string_view argument = arguments[i];
      if (only_files || !argument.starts_with("-") || argument == "-") {
        SK_TRY_VOID(add_file(argument));
      } else if (argument == "--") {
        only_files = true;
      } else {
        const std::size_t equals = argument.find('=');
        const std::string_view name = argument.substr(0, equals);
        SK_TRY(entry, find(name));
        std::string_view value;
        if (entry->value.empty()) {
          if (equals != std::string_view::npos) return usage("error.option_no_value", name);
        } else if (equals != std::string_view::npos) {
          value = argument.substr(equals + 1);
        } else if (i + 1 < arguments.size() && !arguments[i + 1].starts_with("--")) {
          value = arguments[++i];
        }
        if (!entry->value.empty() && value.empty()) return usage("error.option_needs_value", name);
        SK_TRY_VOID(set(*entry, value));
      }
    }
    if (!out_.help) SK_TRY_VOID(finish());
    return std::move(out_);
  }

 private:
  Result<const OptionEntry*> find(std::string_view name) const {
    Words known;
    for (const OptionEntry& entry : option_table()) {
      if ((entry.commands & command_.bit) == 0) continue;
      if (entry.name == name) return &entry;
      known.push_back(entry.name);
    }
    const std::string_view meant = nearest(name, known);
    return usage(meant.empty() ? "error.unknown_option" : "error.unknown_option_meant", name, {}, meant);
  }

  Result<void> add_file(std::string_view file) {
    if (out_.file.empty()) {
      out_.file = file;
      return {};
    }
    const bool takes_more = command_.bit == kMerge || command_.bit == kMap || command_.bit == kBox ||
                            (command_.bit == kDiff && out_.more_files.empty());
    if (!takes_more) return usage("error.second_file", file);
    out_.more_files.push_back(file);
    return {};
  }

  Result<void> set(const OptionEntry& entry, std::string_view value) {
    const std::string_view name = entry.name;
    if (name == "--rule") return add_rule(value);
    if (entry.of_rule) return set_of_rule(name, value);
    if (entry.of_box) {
      out_.box.emplace_back(name, value);
      return {};
    }
    if (!given_.insert(name).second) return usage("error.option_twice", name);
    if (name == "--json") out_.json = true;
    if (name == "--help") out_.help = true;
    if (name == "--progress") out_.progress = true;
    if (name == "--expect-selected") out_.expect_selected = true;
    if (name == "--project") out_.project = value;
    if (name == "--expect") out_.expect = value;
    if (name == "--output") out_.output = value;
    if (name == "--since") out_.since = value;
    if (name == "--attribution") out_.attribution = value;
    if (name == "--buurt") out_.buurt = value;
    if (name == "--round") out_.round = value;
    if (name == "--keep") SK_TRY_VOID(choose_some(out_.keep, name, value, kKeepWords));
    if (name == "--only") SK_TRY_VOID(choose_some(out_.only, name, value, kOnlyWords));
    if (name == "--grid") {
      const auto metres = parse_decimal(value, 0, Excess::kRefuse);
      if (!metres || *metres < 1 || *metres > kMostMetres) return usage("error.option_value", name, value);
      out_.grid_m = static_cast<std::int32_t>(*metres);
    }
    if (name == "--lang") SK_TRY_VOID(choose(out_.language, name, value, kLanguages));
    if (name == "--to") SK_TRY_VOID(choose(out_.to, name, value, kFormats));
    if (name == "--as") SK_TRY_VOID(choose(out_.as, name, value, kSignalFormats));
    if (name == "--limits") {
      std::string_view limits;
      SK_TRY_VOID(choose(limits, name, value, kLimitWords));
      out_.limits = limits == "file";
    }
    return {};
  }

  static Result<void> choose(std::string_view& out, std::string_view name, std::string_view value,
                             std::span<const std::string_view> words) {
    if (std::find(words.begin(), words.end(), value) == words.end()) return bad_value(name, value, words);
    out = value;
    return {};
  }

  /// "one,two"
  static Result<void> choose_some(std::vector<std::string_view>& out, std::string_view name, std::string_view value,
                                  std::span<const std::string_view> words) {
    for (std::size_t at = 0; at <= value.size();) {
      const std::size_t comma = std::min(value.find(',', at), value.size());
      std::string_view word;
      SK_TRY_VOID(choose(word, name, value.substr(at, comma - at), words));
      out.push_back(word);
      at = comma + 1;
    }
    return {};
  }

  Result<void> add_rule(std::string_view id) {
    if (rules::find_rule(id) == nullptr) return bad_value("--rule", id, rule_ids());
    overridden_.clear();
    const std::size_t most = command_.bit == kCompare ? 2 : 1;
    if (out_.rules.size() == most) return usage("error.option_twice", "--rule");
    // What stood before the first rule is for every rule.
    RuleChoice choice = common_;
    choice.rule = id;
    out_.rules.push_back(std::move(choice));
    return {};
  }

  Result<void> set_of_rule(std::string_view name, std::string_view value) {
    RuleChoice& choice = out_.rules.empty() ? common_ : out_.rules.back();
    const bool shared = command_.bit == kCompare && common_.given.contains(name);
    if (!choice.given.insert(name).second && !(shared && !out_.rules.empty() && overridden_.insert(name).second)) {
      return usage("error.option_twice", name);
    }
    Result<void> set = rules::set_param(choice.params, name.substr(2), value);
    if (set || set.error().key != "error.option_value") return set;
    for (const rules::ParamOption& option : rules::param_options()) {
      if (option.name == name.substr(2)) return bad_value(name, value, option.words);
    }
    return set;
  }

  Result<void> finish() const {
    if (out_.file.empty()) return usage("error.no_file", command_.bit == kBox ? "VERB" : "FILE");
    if (command_.bit == kConvert) {
      if (out_.to.empty()) return usage("error.option_missing", "--to");
      if (out_.output.empty()) return usage("error.option_missing", "--output");
      return {};
    }
    if ((command_.bit & kOnDossiers) != 0) {
      return finish_on_dossiers();
    }
    if (command_.bit == kGpx || command_.bit == kBox) return {};
    if (command_.bit == kMap) {
      return out_.output.empty() ? usage("error.option_missing", "--output") : Result<void>();
    }
    if (out_.rules.empty()) return usage("error.option_missing", "--rule");
    if (command_.bit == kCompare && out_.rules.size() < 2) return usage("error.second_rule_missing", "--rule");
    if (command_.bit == kVerify && out_.expect.empty() && !out_.expect_selected) {
      return usage("error.option_missing", "--expect");
    }
    if (!out_.expect.empty() && out_.expect_selected) {
      return usage("error.options_exclude", "--expect", "--expect-selected");
    }
    for (const RuleChoice& choice : out_.rules) SK_TRY_VOID(check(choice));
    return {};
  }

  Result<void> finish_on_dossiers() const {
    const bool two = command_.bit == kMerge || command_.bit == kDiff;
    if (two && out_.more_files.empty()) return usage("error.second_file_missing", "FILE");
    if (command_.bit == kDelta && out_.since.empty()) return usage("error.option_missing", "--since");
    if (command_.bit == kSignals && out_.as.empty()) return usage("error.option_missing", "--as");
    const bool writes = (command_.bit & (kMerge | kDelta | kRedact | kSignals)) != 0;
    if (writes && out_.output.empty()) return usage("error.option_missing", "--output");
    const bool all = std::find(out_.keep.begin(), out_.keep.end(), "all") != out_.keep.end();
    if (all && out_.keep.size() > 1) return usage("error.option_value", "--keep", "all,...");
    if (all && out_.grid_m > 0) return usage("error.options_exclude", "--keep all", "--grid");
    return {};
  }

  /// Options that say nothing beside each other are a mistake that would go unseen.
  static Result<void> check(const RuleChoice& choice) {
    const rules::RuleEntry* rule = rules::find_rule(choice.rule);
    const rules::Completion completion = choice.params.completion;
    if (completion != rules::Completion::kNone && (rule->traits & rules::kTakesCompletion) == 0) {
      return usage("error.completion_without_equal_shares", "--completion");
    }
    for (const std::string_view name : {"--add1-start", "--add1-stop"}) {
      const bool steps = completion == rules::Completion::kAdd1 || completion == rules::Completion::kAdd1u ||
                         completion == rules::Completion::kBudgetIncrease;
      if (choice.given.contains(name) && !steps) return usage("error.option_without", name, "--completion add1");
    }
    if (choice.given.contains("--variant") && choice.rule != "cstv") {
      return usage("error.option_without", "--variant", "--rule cstv");
    }
    return {};
  }

  const CommandEntry& command_;
  Options out_;
  RuleChoice common_;                      // before the first --rule
  std::set<std::string_view> overridden_;  // by the last rule
  std::set<std::string_view> given_;
};

}  // namespace

Result<Options> parse_options(const CommandEntry& command, std::span<const std::string_view> arguments) {
  return Parser(command).parse(arguments);
}

std::string_view language_of(std::span<const std::string_view> arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--lang=nl") return "nl";
    if (arguments[i] == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "nl") return "nl";
  }
  return "en";
}

}  // namespace stoepkrijt::cli
