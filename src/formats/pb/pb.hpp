// The .pb format of Pabulib: participatory-budgeting elections as text. All of it: docs/formats/pb.md.
//
// Sections META, PROJECTS, VOTES in that order, each with a header row; cells separated by ';', quoted with '"' as in
// CSV ('""' inside quotes is one quote); lists inside a cell separated by ','. UTF-8, with or without a byte order
// mark; lines end in LF or CRLF. All cells are kept, known or not, so reading and writing loses nothing:
// read(write(read(x))) == read(x), and write(read(y)) == y for a file y that write_pb made.
// Errors carry line and column (from 1; columns in code points), the field's name in argument "field", and the reason.
// Nothing is half-loaded: with any fault there is no election; the report holds the first twenty faults and the count.
//
// A fault is what leaves open who voted for what, what it costs, or gives one voter more than the others: no number
// where one counts (cost, budget, points, thresholds), an amount below zero, an unknown project, a voter or project
// that is there twice, points above max_points or above max_sum_points.
// A warning is what public files do and what changes no count: a project named twice in one vote (counts once; the last
// points hold), a count in META that is not the number of rows, a vote outside min_length, max_length, min_sum_cost or
// max_sum_cost or (choose-1) of more than one project, points below min_points or min_sum_points, a required key of
// META that only describes, a describing value of another form than the format says (dates, selected, positions).
// Source: Faliszewski et al., "Participatory Budgeting: Data, Tools and Analysis", IJCAI 2023; pabulib.org/format.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "rules/election.hpp"

namespace stoepkrijt::formats {

struct PbTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // each as wide as columns
  std::vector<std::uint64_t> offsets;          // byte offset of each row in the file read; not part of the data

  /// Index of a column, or npos.
  [[nodiscard]] std::size_t column(std::string_view name) const;
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
  friend bool operator==(const PbTable& a, const PbTable& b) { return a.columns == b.columns && a.rows == b.rows; }
};

/// The file as it is, cell by cell.
struct PbFile {
  std::vector<std::pair<std::string, std::string>> meta;  // in the file's order, without the header row
  PbTable projects;
  PbTable votes;

  /// The value of a META key; empty when absent.
  [[nodiscard]] std::string_view meta_value(std::string_view key) const;
  friend bool operator==(const PbFile&, const PbFile&) = default;
};

struct PbReport {
  static constexpr std::size_t kListed = 20;
  std::vector<Error> faults;    // the first twenty
  std::vector<Error> warnings;  // the first twenty
  std::uint64_t fault_count = 0;
  std::uint64_t warning_count = 0;
};

struct PbElection {
  PbFile file;
  rules::Election election;  // ballots in the file's order, not merged; its constraints are empty
  /// What META says about money per theme and buurt. It is kept beside the election, since public files name such
  /// limits while their outcomes are published and studied without: who wants them assigns them to
  /// election.constraints.
  rules::Constraints constraints;
};

/// Reads a whole file. The Error is the first fault; `report` (emptied first) tells the others and the warnings.
/// Errors: kNotUtf8, kWrongFormat, kMissing, kEmpty, kNotANumber, kNegative, kTooPrecise, kTooLarge, kDuplicateId,
/// kDuplicateKey, kUnknownId, kUnknownValue, kNotAllowed.
[[nodiscard]] Result<PbElection> read_pb(std::string_view bytes, PbReport& report);

/// Writes strictly: LF, quotes only where needed. Errors: kMissing (a required META key or column), kWrongFormat (a row
/// that is not as wide as its header, a repeated column).
[[nodiscard]] Result<std::string> write_pb(const PbFile& file);

/// An election as a file: META with the required keys and what its constraints say; a column of PROJECTS for all that
/// some project has; one row per voter ("v1", "v2", ...), with points where the ballots have them. `meta` overrides or
/// adds keys. Reading it gives the same election and constraints, provided that:
/// - ids and the names of themes hold no comma and no white space at their ends (the format has no way to write those);
/// - amounts are finite decimals, and points have no more than nine of them;
/// - pots and limits are named once per kind (theme or buurt).
[[nodiscard]] PbFile make_pb(const rules::Election& election,
                             const std::vector<std::pair<std::string, std::string>>& meta);

/// The rows of META that make_pb does not write itself: what describes the election. For writing it elsewhere.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> describing_meta(const PbFile& file);

}  // namespace stoepkrijt::formats
