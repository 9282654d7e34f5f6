#include <algorithm>

#include "cli/options.hpp"
#include "rules/params_text.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::cli {

namespace {

constexpr CommandEntry kCommands[] = {
    {"tally", kTally, "tally FILE --rule RULE [OPTION...]", "counts the votes by one rule"},
    {"explain", kExplain, "explain FILE --rule RULE [--project ID] [OPTION...]",
     "says why the outcome is what it is, or why one project won or lost"},
    {"compare", kCompare, "compare FILE --rule A [OPTION...] --rule B [OPTION...]",
     "counts the same ballots by two rules, side by side"},
    {"convert", kConvert, "convert FILE --to pb|json|csv --output FILE", "writes the election in another format"},
    {"verify", kVerify, "verify FILE --rule RULE [OPTION...] --expect RESULT.json|--expect-selected",
     "counts again and says whether a published outcome holds"},
    {"merge", kMerge, "merge FILE FILE... --output FILE", "puts dossiers of several devices together"},
    {"diff", kDiff, "diff FILE FILE", "says what the second dossier shows and the first does not, and the other way"},
    {"validate", kValidate, "validate FILE", "says whether a dossier is sound, and what in it is odd"},
    {"delta", kDelta, "delta FILE --since OLDER --output FILE",
     "writes a small change: what a dossier has and an older file of it has not"},
    {"redact", kRedact, "redact FILE --output FILE [OPTION...]",
     "writes a part of a dossier, or one with what is personal taken out; it is never merged"},
    {"signals", kSignals, "signals FILE --as FORMAT --output FILE",
     "writes the signals of a dossier, or of another program's file, for another program"},
    {"map", kMap, "map FILE... --output FILE",
     "makes a neighbourhood's own map of files, and says what was found and what is missing"},
    {"box", kBox, "box VERB [FILE...] [OPTION...]",
     "does the steps of a secret ballot: key, make, cast, close, merge, share, open, check, amend, replace"},
    {"gpx", kGpx, "gpx FILE", "says what is in a GPX file: waypoints, routes, tracks, and what is odd"},
};

constexpr OptionEntry kOptions[] = {
    {"--rule", "RULE", kCounting, "the voting rule; see below"},
    {"--utility", "UTILITY", kCounting,
     "what a project on the ballot is worth to the voter\ndefault: cost on approvals, points on points, borda on "
     "rankings",
     true},
    {"--completion", "HOW", kCounting,
     "what equal-shares does with money that is left: nothing, every purse\none unit larger again and again (add1), "
     "the "
     "same and then greedy by votes\n(add1u), greedy by votes (utilitarian), or 1 % more budget again and again",
     true},
    {"--add1-start", "FROM", kCounting, "purses start at exactly budget / voters, or rounded down to whole units",
     true},
    {"--add1-stop", "WHEN", kCounting, "stop when nothing supported fits any more, or only above the budget", true},
    {"--then", "RULE", kCounting, "a second rule fills what is left, with the same utility and ties", true},
    {"--comparison", "HOW", kCounting,
     "take the outcome of greedy instead when strictly more voters prefer it:\nby approved winners, or by having any",
     true},
    {"--variant", "VARIANT", kCounting, "of the rule cstv", true},
    {"--ties", "ORDER", kCounting,
     "which of equally good projects comes first; what is left open falls to the\nid (UTF-8 bytes, so 10 before 9). "
     "SEED: published beforehand",
     true},
    {"--min-votes", "N", kCounting, "leave out projects with fewer votes; rounds of the app use 1", true},
    {"--limits", "none|file", kCounting,
     "file: apply the pots, limits per theme and buurt and part funding that\nthe file names (default: none)"},
    {"--project", "ID", kExplain, "the project to explain; left out: the whole outcome"},
    {"--expect", "RESULT.json", kVerify,
     "the published outcome: an object with \"winners\" and, if it likes, \"cost\""},
    {"--expect-selected", "", kVerify, "the published outcome is the column `selected` of FILE"},
    {"--to", "pb|json|csv", kConvert, "the format to write"},
    {"--output", "FILE", kConvert | kMerge | kDelta | kRedact | kSignals | kMap | kBox,
     "the file to write; - is standard output. A dossier or change whose name ends\nin .gz is packed with gzip"},
    {"--as", "FORMAT", kSignals,
     "the format: geojson, csv (commas), csv-nl (semicolons, for Dutch spreadsheets),\nopen311, services (the kinds, "
     "for Open311) or signalen (problems only)"},
    {"--attribution", "TEXT", kMap, "the line that is shown with the map, instead of those that the files tell"},
    {"--since", "OLDER", kDelta, "the older file, which whoever gets the change has taken in"},
    {"--keep", "WHAT,...", kRedact,
     "leave in what is taken out: the words of signals, moments (times), the\npseudonyms of supporters (support), "
     "tracks of walks; or all: only a part\none or more of: words times support tracks all"},
    {"--grid", "METRES", kRedact, "put the places of signals and walks in the middle of cells of this size"},
    {"--only", "KIND,...", kRedact, "only these kinds\none or more of: round walk signal issue"},
    {"--buurt", "CODE", kRedact, "only what lies in this buurt"},
    {"--round", "ID", kRedact | kBox, "only this round and its plans; of box make: the round to make a package of"},
    {"--package", "FILE", kBox, "the signed package of the round; of all verbs but key and make", false, true},
    {"--key", "FILE", kBox, "of make, close, share, amend, replace: the secret key that signs or opens", false, true},
    {"--kind", "holder|organiser|box", kBox, "of key: whose key it is", false, true},
    {"--holder", "KEY", kBox, "of make, three times: the public key of a key holder", false, true},
    {"--channel", "CHANNEL:ID:KEY", kBox, "of make: a box with its public key; CHANNEL is kiosk or phone", false, true},
    {"--codes", "N", kBox, "of make: how many cards", false, true},
    {"--reserves", "N", kBox, "of make: how many reserve cards", false, true},
    {"--attended", "N", kBox, "of make: how many cards of the host's desk (none: not allowed)", false, true},
    {"--cost", "KIB:PASSES", kBox, "of make: what checking a code costs (Argon2id; default: 65536:3)", false, true},
    {"--delete-by", "DATE", kBox, "of make: the day on which all is wiped", false, true},
    {"--publish", "open-urn|witnessed-urn", kBox, "of make: what is published afterwards (default: open-urn)", false,
     true},
    {"--cards", "FILE", kBox, "of make: where the codes go, one a line", false, true},
    {"--choice", "ID,...", kBox,
     "of cast: the plans, best first in a ranking; with points ID=N,...; - is a blank\nvote", false, true},
    {"--lot", "TEXT", kBox, "of merge and open: the lot as it was drawn in public", false, true},
    {"--receipts", "FILE", kBox, "of open: where the list of receipts goes", false, true},
    {"--withdraw", "ID,...", kBox, "of amend: the plans that are withdrawn", false, true},
    {"--reason", "TEXT", kBox, "of amend: why", false, true},
    {"--replaced", "CODE:RESERVE", kBox, "of replace: codes or tags of a spoilt card and its reserve", false, true},
    {"--seed", "HEX", kBox,
     "of key, make and cast: 32 bytes instead of random ones, to repeat an example;\nnever for a real round", false,
     true},
    {"--json", "", kEvery, "one JSON object on one line instead of text for people"},
    {"--lang", "nl|en", kEvery, "the language of the answer (default: en)"},
    {"--progress", "", kCounting | kMerge | kValidate | kBox,
     "tell how far long work is, also when standard error is no terminal"},
    {"--help", "", kEvery, "this text"},
};

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size() + 1, width), ' ');
  return text;
}

/// "word word word", broken over lines behind `start`.
std::string listed(std::string_view start, std::span<const std::string_view> words) {
  constexpr std::size_t kWidth = 100;
  std::string out(start);
  std::size_t column = start.size();
  for (const std::string_view word : words) {
    if (column + word.size() + 1 > kWidth) {
      out += "\n" + std::string(start.size(), ' ');
      column = start.size();
    }
    out += " ";
    out += word;
    column += word.size() + 1;
  }
  return out + "\n";
}

void add_option(std::string& out, const OptionEntry& option) {
  constexpr std::string_view kIndent = "                         ";
  std::string head = "  " + std::string(option.name);
  if (!option.value.empty()) head += " " + std::string(option.value);
  std::string about(option.about);
  for (std::size_t at = about.find('\n'); at != std::string::npos; at = about.find('\n', at + 1)) {
    about.insert(at + 1, kIndent);
  }
  out += padded(head, kIndent.size()) + about + "\n";
  if (!option.of_rule) return;
  for (const rules::ParamOption& param : rules::param_options()) {
    if (param.name != option.name.substr(2) || param.words.empty()) continue;
    out += listed(std::string(kIndent) + "one of:", param.words);
  }
}

std::string_view about_file(Command command) {
  if (command == kMap) {
    return "FILE is a map: GeoJSON, OpenStreetMap (XML or Overpass), the BGT (GML or GeoJSON) or a map of\nStoepkrijt, "
           "packed with gzip or not, in WGS84 or RD.\n";
  }
  if (command == kGpx) return "FILE is a GPX file, version 1.0 or 1.1.\n";
  if (command == kBox)
    return "FILE is what the verb works on: a dossier, or files of the ballot box; see stoepkrijt(1).\n";
  if ((command & kOnDossiers) != 0)
    return "FILE is a dossier of Stoepkrijt, version 1 or 2, packed with gzip or not.\n";
  return "FILE is an election: Pabulib's .pb, or JSON as `convert --to json` writes it.\n";
}

}  // namespace

std::span<const CommandEntry> commands() { return kCommands; }
std::span<const OptionEntry> option_table() { return kOptions; }

std::string use_text(const CommandEntry& command) {
  return "Usage: stoepkrijt " + std::string(command.use) + "\nMore: stoepkrijt " + std::string(command.name) +
         " --help\n";
}

std::string help_text(const CommandEntry& command) {
  std::string out = "Usage: stoepkrijt " + std::string(command.use) + "\n\n";
  out += std::string(command.name) + " " + std::string(command.about) + ".\n";
  out += about_file(command.bit);
  if (command.bit == kMerge || command.bit == kValidate) out += "It may be a small change too, as delta writes it.\n";
  if (command.bit == kDiff) out += "The second may be a small change too: what taking it in would change.\n";
  out += "\nOptions:\n";
  for (const OptionEntry& option : kOptions) {
    if ((option.commands & command.bit) != 0) add_option(out, option);
  }
  if ((command.bit & kCounting) == 0) return out;
  out += "\nRules:\n";
  for (const rules::RuleEntry& rule : rules::registry()) {
    std::string ballots;
    if ((rule.ballots & rules::kOnApprovals) != 0) ballots += "approvals ";
    if ((rule.ballots & rules::kOnPoints) != 0) ballots += "points ";
    if ((rule.ballots & rules::kOnRankings) != 0) ballots += "rankings ";
    out += "  " + padded(std::string(rule.id), 22) + padded("on " + ballots, 30) + "\n      " +
           std::string(rule.citation) + "\n";
  }
  if (command.bit == kCompare) {
    out += "\nOptions before the first --rule are for both rules, those behind a --rule for that one.\n";
  }
  return out;
}

std::string help_text() {
  std::string out =
      "stoepkrijt: count and check a neighbourhood's vote from its published files, and merge its dossiers.\n\n"
      "Usage: stoepkrijt COMMAND FILE [OPTION...]\n\nCommands:\n";
  for (const CommandEntry& command : kCommands) {
    out += "  " + padded(std::string(command.name), 10) + std::string(command.about) + "\n";
  }
  out +=
      "\n  stoepkrijt COMMAND --help   the options and rules of a command\n"
      "  stoepkrijt --version        the version\n"
      "\nExit: 0 done; 1 verify found another outcome, diff a difference, or box open that\n      conflicts could have "
      "decided it; 2 wrong use, or a fault in a file;\n"
      "      3 the rule is not defined on these ballots, or not with this utility, completion or limits.\n";
  return out;
}

}  // namespace stoepkrijt::cli
