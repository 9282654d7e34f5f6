// An election as JSON: `stoepkrijt-election`, version 1. The shape is docs/formats/election-1.schema.json, what a
// schema cannot say docs/formats/election.md.
//
// Equal ballots are one entry with their number: who cast them, and in which order, is not in the file. Amounts and
// points are decimal text ("9600.5"), so that nothing is rounded. Written canonically: equal elections are equal bytes.
// Guarantees: read(write(e)) is e with its ballots merged; write(read(bytes)) is `bytes` for bytes that write gave.
//
// Example: {"ballots":[{"count":3,"projects":["1"]}],"budget":"100","format":"stoepkrijt-election","meta":{},
//           "projects":[{"cost":"60","id":"1"}],"type":"approval","version":1}
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "rules/election.hpp"

namespace stoepkrijt::formats {

inline constexpr std::string_view kElectionFormat = "stoepkrijt-election";
inline constexpr int kElectionVersion = 1;

struct ElectionFile {
  rules::Election election;                               // with its constraints
  std::vector<std::pair<std::string, std::string>> meta;  // what describes it, as rows of META in .pb; sorted by key
};

/// Errors, each with line, column and path: those of json::Document::parse; kWrongFormat, kNewerVersion, kMissing,
/// kUnknownKey, kWrongType, kUnknownValue, kEmpty, kNotANumber, kNegative, kTooPrecise, kTooLarge, kDuplicateId,
/// kUnknownId, kNotAllowed; kOverflow for more than 2^40 ballots.
[[nodiscard]] Result<ElectionFile> read_election(std::string_view text);

/// Errors: kTooPrecise when an amount is no finite decimal; kDuplicateKey when meta names a key twice.
[[nodiscard]] Result<std::string> write_election(const ElectionFile& file);

}  // namespace stoepkrijt::formats
