#include "formats/election/election_json.hpp"

#include <algorithm>
#include <utility>

#include "base/json_writer.hpp"

namespace stoepkrijt::formats {

namespace {

using rules::BallotType;
using rules::Election;
using rules::ProjectIndex;

std::string_view word_of(BallotType type) {
  switch (type) {
    case BallotType::kApproval:
      return "approval";
    case BallotType::kCumulative:
      return "cumulative";
    case BallotType::kScoring:
      return "scoring";
    case BallotType::kOrdinal:
      return "ordinal";
  }
  return "approval";
}

class ElectionWriter {
 public:
  explicit ElectionWriter(const ElectionFile& file) : file_(file), election_(file.election) {}

  Result<std::string> write() {
    std::vector<std::pair<std::string, std::string>> meta = file_.meta;
    std::sort(meta.begin(), meta.end());
    for (std::size_t i = 1; i < meta.size(); ++i) {
      if (meta[i].first == meta[i - 1].first) {
        return fail(Error(ErrorCode::kDuplicateKey, "error.pb_repeated_key").with("value", meta[i].first));
      }
    }
    json_.begin_object();
    ballots();
    amount("budget", election_.budget);
    text("format", kElectionFormat);
    limits();
    json_.key("meta");
    json_.begin_object();
    for (const auto& [key, value] : meta) text(key, value);
    json_.end_object();
    if (election_.constraints.part_funding) {
      json_.key("part_funding");
      json_.boolean(true);
    }
    pots();
    json_.key("projects");
    json_.begin_array();
    for (const rules::Project& each : election_.projects) project(each);
    json_.end_array();
    if (!election_.score_threshold.is_zero()) amount("score_threshold", election_.score_threshold);
    text("type", word_of(election_.type));
    json_.key("version");
    json_.integer(kElectionVersion);
    if (election_.vouchers > 0) amount("vouchers", Ratio(BigInt(election_.vouchers), BigInt(election_.points_unit)));
    json_.end_object();
    std::string out = json_.take() + "\n";
    if (!finite_) return fail(ErrorCode::kTooPrecise, "error.election_no_decimal");
    return out;
  }

 private:
  void text(std::string_view key, std::string_view value) {
    json_.key(key);
    json_.string(value);
  }
  void amount(std::string_view key, const Ratio& value) {
    const std::string decimal = value.to_string();
    if (decimal.find('/') != std::string::npos) finite_ = false;
    text(key, decimal);
  }
  void ids(std::string_view key, const std::vector<ProjectIndex>& projects) {
    json_.key(key);
    json_.begin_array();
    for (const ProjectIndex p : projects) json_.string(election_.projects[p].id);
    json_.end_array();
  }

  void ballots() {
    Election merged;
    merged.ballots = election_.ballots;
    rules::merge_ballots(merged);
    json_.key("ballots");
    json_.begin_array();
    for (const rules::Ballot& ballot : merged.ballots) {
      json_.begin_object();
      json_.key("count");
      json_.integer(static_cast<std::int64_t>(ballot.count));
      if (!ballot.points.empty()) {
        json_.key("points");
        json_.begin_array();
        for (const std::int64_t each : ballot.points) {
          json_.string(Ratio(BigInt(each), BigInt(election_.points_unit)).to_string());
        }
        json_.end_array();
      }
      ids("projects", ballot.projects);
      json_.end_object();
    }
    json_.end_array();
  }

  void limits() {
    if (election_.constraints.limits.empty()) return;
    json_.key("limits");
    json_.begin_array();
    for (const rules::CategoryLimit& limit : election_.constraints.limits) {
      json_.begin_object();
      json_.key("area");
      json_.boolean(limit.area);
      if (limit.least) amount("least", *limit.least);
      if (limit.most) amount("most", *limit.most);
      text("name", limit.name);
      json_.end_object();
    }
    json_.end_array();
  }

  void pots() {
    if (election_.constraints.pots.empty()) return;
    json_.key("pots");
    json_.begin_array();
    for (const rules::Pot& pot : election_.constraints.pots) {
      json_.begin_object();
      json_.key("area");
      json_.boolean(pot.area);
      amount("budget", pot.budget);
      text("name", pot.name);
      json_.end_object();
    }
    json_.end_array();
  }

  void project(const rules::Project& project) {
    json_.begin_object();
    if (!project.area.empty()) text("area", project.area);
    if (!project.categories.empty()) {
      json_.key("categories");
      json_.begin_array();
      for (const std::string& each : project.categories) json_.string(each);
      json_.end_array();
    }
    if (!project.cofunding.is_zero()) amount("cofunding", project.cofunding);
    amount("cost", project.cost);
    if (!project.excludes.empty()) ids("excludes", project.excludes);
    text("id", project.id);
    if (project.least_cost) amount("least_cost", *project.least_cost);
    if (!project.name.empty()) text("name", project.name);
    if (!project.requires_.empty()) ids("requires", project.requires_);
    json_.end_object();
  }

  const ElectionFile& file_;
  const Election& election_;
  json::Writer json_;
  bool finite_ = true;
};

}  // namespace

Result<std::string> write_election(const ElectionFile& file) { return ElectionWriter(file).write(); }

}  // namespace stoepkrijt::formats
