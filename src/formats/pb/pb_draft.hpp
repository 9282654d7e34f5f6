// A .pb file while it is being read: what is known so far, and every fault and warning with its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "formats/pb/pb.hpp"

namespace stoepkrijt::formats {

/// What META says that one ballot may hold.
struct PbBallotLimits {
  std::optional<Ratio> min_length;
  std::optional<Ratio> max_length;
  std::optional<Ratio> min_sum_cost;
  std::optional<Ratio> max_sum_cost;
  std::optional<Ratio> min_points;
  std::optional<Ratio> max_points;
  std::optional<Ratio> min_sum_points;
  std::optional<Ratio> max_sum_points;
  std::optional<Ratio> default_score;
  bool choose_one = false;
};

enum class PbGrade : std::uint8_t { kFault, kWarning };

struct PbDraft {
  PbDraft(std::string_view text, PbReport& to) : bytes(text), report(to) {}

  std::string_view bytes;
  PbReport& report;
  PbElection out;
  std::vector<std::uint64_t> meta_offsets;  // of the rows of META
  PbBallotLimits limits;
  std::unordered_map<std::string_view, rules::ProjectIndex> index;  // ids, views into the file's cells

  void add(PbGrade grade, Error error);
  /// About one cell of a table. Where it is is only worked out while it will be listed: that reads the file again.
  void about_cell(PbGrade grade, const PbTable& table, std::size_t row, std::size_t column, ErrorCode code,
                  std::string_view key, std::string_view value);
  /// About a value of META, or about its absence.
  void about_meta(PbGrade grade, std::string_view name, ErrorCode code, std::string_view key, std::string_view value);
  /// About a byte of the file.
  void about_place(std::uint64_t offset, ErrorCode code, std::string_view key, std::string_view value);

 private:
  [[nodiscard]] bool listing(PbGrade grade) const;
};

/// META, PROJECTS and VOTES into PbFile: cells, no meaning. False when what follows cannot be understood: no sections,
/// a header without what is needed. A row of a wrong width is a fault, but the others can still be judged.
[[nodiscard]] bool read_sections(PbDraft& draft);
void read_meta(PbDraft& draft);
void read_projects(PbDraft& draft);
void read_votes(PbDraft& draft);

}  // namespace stoepkrijt::formats
