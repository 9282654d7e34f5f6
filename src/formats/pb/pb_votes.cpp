#include <algorithm>
#include <unordered_set>
#include <utility>

#include "formats/pb/pb_draft.hpp"
#include "formats/pb/pb_text.hpp"

namespace stoepkrijt::formats {

namespace {

using rules::Ballot;
using rules::BallotType;
using rules::ProjectIndex;

constexpr std::size_t kMaxPointDecimals = 9;

std::size_t decimals_of(std::string_view number) {
  const std::size_t point = number.find('.');
  return point == std::string_view::npos ? 0 : number.size() - point - 1;
}

class Votes {
 public:
  explicit Votes(PbDraft& draft) : draft_(draft), table_(draft.out.file.votes), election_(draft.out.election) {}

  void read() {
    with_points_ = election_.type == BallotType::kCumulative || election_.type == BallotType::kScoring;
    if (with_points_ && points_ == PbTable::npos) {
      return draft_.add(PbGrade::kFault, Error(ErrorCode::kMissing, "error.pb_missing_column").with("field", "points"));
    }
    if (with_points_ && !find_points_unit()) return;
    // An amount that could not be read is a fault already; it would only cast doubt on every vote.
    if (draft_.report.fault_count > 0) draft_.limits.min_sum_cost = draft_.limits.max_sum_cost = std::nullopt;
    seen_in_.assign(election_.projects.size(), 0);
    std::unordered_set<std::string_view> voters;
    voters.reserve(table_.rows.size());
    election_.ballots.reserve(table_.rows.size());
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      const std::string_view id = trimmed(table_.rows[row][voter_]);
      if (!voters.insert(id).second) {
        about(PbGrade::kFault, row, voter_, ErrorCode::kDuplicateId, "error.duplicate_voter", id);
      }
      read_vote(row);
    }
  }

 private:
  void about(PbGrade grade, std::size_t row, std::size_t column, ErrorCode code, std::string_view key,
             std::string_view value) {
    draft_.about_cell(grade, table_, row, column, code, key, value);
  }

  /// Points are kept as whole numbers: finds the power of ten that makes them so.
  bool find_points_unit() {
    std::size_t decimals = 0;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      for (const std::string_view item : list_items(table_.rows[row][points_])) {
        decimals = std::max(decimals, decimals_of(item));
        if (decimals <= kMaxPointDecimals) continue;
        about(PbGrade::kFault, row, points_, ErrorCode::kTooPrecise, "error.too_precise", item);
        return false;
      }
    }
    for (const std::string_view key : {"default_score", "max_sum_points"}) {
      decimals = std::max(decimals, decimals_of(trimmed(draft_.out.file.meta_value(key))));
      if (decimals <= kMaxPointDecimals) continue;
      draft_.about_meta(PbGrade::kFault, key, ErrorCode::kTooPrecise, "error.too_precise", "");
      return false;
    }
    for (std::size_t i = 0; i < decimals; ++i) election_.points_unit *= 10;
    // What nobody could give out is no use to anyone; what does not fit in 64 bits nobody gives.
    const Ratio most = draft_.limits.max_sum_points.value_or(Ratio()) * Ratio(election_.points_unit);
    election_.vouchers = most.numerator().to_int64().value_or(0);
    return true;
  }

  void read_vote(std::size_t row) {
    const std::string& cell = table_.rows[row][vote_];
    Ballot ballot;
    bool good = true;
    for (const std::string_view item : list_items(cell)) {
      const auto found = draft_.index.find(item);
      if (found == draft_.index.end()) {
        about(PbGrade::kFault, row, vote_, ErrorCode::kUnknownId, "error.pb_unknown_project", item);
        good = false;
      } else {
        ballot.projects.push_back(found->second);
      }
    }
    if (!good || (with_points_ && !read_points(row, ballot))) return;
    if (!make_unique(ballot)) {
      about(PbGrade::kWarning, row, vote_, ErrorCode::kDuplicateId, "error.pb_project_twice", cell);
    }
    if (!ballot.projects.empty()) check_limits(row, ballot);  // a blank vote is a vote
    if (with_points_) {
      add_default_score(ballot);
    } else if (election_.type != BallotType::kOrdinal) {
      std::sort(ballot.projects.begin(), ballot.projects.end());
    }
    election_.ballots.push_back(std::move(ballot));
  }

  bool read_points(std::size_t row, Ballot& ballot) {
    const std::string& cell = table_.rows[row][points_];
    const std::vector<std::string_view> items = list_items(cell);
    if (items.size() != ballot.projects.size()) {
      about(PbGrade::kFault, row, points_, ErrorCode::kWrongFormat, "error.pb_points_count", cell);
      return false;
    }
    for (const std::string_view item : items) {
      const Result<Ratio> value = amount_of(item, "error.pb_points_negative");
      if (!value) {
        about(PbGrade::kFault, row, points_, value.error().code, value.error().key, item);
        return false;
      }
      const auto whole = (*value * Ratio(election_.points_unit)).numerator().to_int64();
      if (!whole) {
        about(PbGrade::kFault, row, points_, ErrorCode::kTooLarge, "error.number_too_large", item);
        return false;
      }
      ballot.points.push_back(*whole);
    }
    return true;
  }

  /// Leaves each project once: at its first place, with its last points. False when one was named twice.
  bool make_unique(Ballot& ballot) {
    ++number_;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      const ProjectIndex project = ballot.projects[i];
      std::size_t place = kept;
      if (seen_in_[project] == number_) {
        place = static_cast<std::size_t>(std::find(ballot.projects.begin(), ballot.projects.end(), project) -
                                         ballot.projects.begin());
      } else {
        seen_in_[project] = number_;
        ballot.projects[kept++] = project;
      }
      if (!ballot.points.empty()) ballot.points[place] = ballot.points[i];
    }
    const bool unique = kept == ballot.projects.size();
    ballot.projects.resize(kept);
    if (!ballot.points.empty()) ballot.points.resize(kept);
    return unique;
  }

  void check_limits(std::size_t row, const Ballot& ballot) {
    const PbBallotLimits& limits = draft_.limits;
    const auto warn = [&](std::size_t column, std::string_view key) {
      about(PbGrade::kWarning, row, column, ErrorCode::kNotAllowed, key, table_.rows[row][column]);
    };
    const Ratio length(static_cast<std::int64_t>(ballot.projects.size()));
    if (limits.max_length && length > *limits.max_length) warn(vote_, "error.pb_vote_too_long");
    if (limits.min_length && length < *limits.min_length) warn(vote_, "error.pb_vote_too_short");
    if (limits.choose_one && ballot.projects.size() > 1) warn(vote_, "error.pb_vote_not_one");
    if (limits.min_sum_cost || limits.max_sum_cost) {
      const Ratio sum = rules::total_cost(election_, ballot.projects);
      if (limits.max_sum_cost && sum > *limits.max_sum_cost) warn(vote_, "error.pb_vote_too_dear");
      if (limits.min_sum_cost && sum < *limits.min_sum_cost) warn(vote_, "error.pb_vote_too_cheap");
    }
    if (with_points_) check_points(row, ballot);
  }

  /// More points than the others may give is no vote; fewer is what some public files allow.
  void check_points(std::size_t row, const Ballot& ballot) {
    const PbBallotLimits& limits = draft_.limits;
    BigInt total;
    for (const std::int64_t points : ballot.points) total += BigInt(points);
    const auto [least, most] = std::minmax_element(ballot.points.begin(), ballot.points.end());
    const Ratio sum(total, BigInt(election_.points_unit));
    const bool too_many =
        (limits.max_sum_points && sum > *limits.max_sum_points) ||
        (limits.max_points && Ratio(BigInt(*most), BigInt(election_.points_unit)) > *limits.max_points);
    const bool too_few =
        (limits.min_sum_points && sum < *limits.min_sum_points) ||
        (limits.min_points && Ratio(BigInt(*least), BigInt(election_.points_unit)) < *limits.min_points);
    const std::string& cell = table_.rows[row][points_];
    if (too_many) about(PbGrade::kFault, row, points_, ErrorCode::kNotAllowed, "error.pb_points_above", cell);
    if (too_few) about(PbGrade::kWarning, row, points_, ErrorCode::kNotAllowed, "error.pb_points_below", cell);
  }

  /// Scoring: projects that the vote does not name get the default score.
  void add_default_score(Ballot& ballot) {
    const std::optional<Ratio>& score = draft_.limits.default_score;
    if (election_.type != BallotType::kScoring || !score || score->is_zero()) return;
    const auto whole = (*score * Ratio(election_.points_unit)).numerator().to_int64();
    if (!whole)
      return draft_.about_meta(PbGrade::kFault, "default_score", ErrorCode::kTooLarge, "error.number_too_large", "");
    for (std::size_t p = 0; p < seen_in_.size(); ++p) {
      if (seen_in_[p] == number_) continue;
      ballot.projects.push_back(static_cast<ProjectIndex>(p));
      ballot.points.push_back(*whole);
    }
  }

  PbDraft& draft_;
  const PbTable& table_;
  rules::Election& election_;
  std::size_t voter_ = table_.column("voter_id");
  std::size_t vote_ = table_.column("vote");
  std::size_t points_ = table_.column("points");
  bool with_points_ = false;
  std::uint64_t number_ = 0;            // of the ballot, from 1
  std::vector<std::uint64_t> seen_in_;  // by project: the last ballot that named it
};

}  // namespace

void read_votes(PbDraft& draft) { Votes(draft).read(); }

}  // namespace stoepkrijt::formats
