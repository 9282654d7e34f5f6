#include <algorithm>
#include <array>
#include <utility>

#include "formats/pb/pb_constraints.hpp"
#include "formats/pb/pb_draft.hpp"
#include "formats/pb/pb_text.hpp"

namespace stoepkrijt::formats {

namespace {

using rules::BallotType;

constexpr std::array<std::string_view, 10> kRules{"greedy",
                                                  "greedy-no-skip",
                                                  "greedy-threshold",
                                                  "greedy-exclusive",
                                                  "greedy-custom",
                                                  "equalshares",
                                                  "equalshares-comparison",
                                                  "equalshares/add1",
                                                  "equalshares/add1-comparison",
                                                  "unknown"};

struct LimitKey {
  std::string_view name;
  std::optional<Ratio> PbBallotLimits::* member;
  PbGrade grade;  // of a value that is no number: a fault where it decides what counts
};
constexpr std::array<LimitKey, 9> kLimitKeys{{
    {"min_length", &PbBallotLimits::min_length, PbGrade::kWarning},
    {"max_length", &PbBallotLimits::max_length, PbGrade::kWarning},
    {"min_sum_cost", &PbBallotLimits::min_sum_cost, PbGrade::kWarning},
    {"max_sum_cost", &PbBallotLimits::max_sum_cost, PbGrade::kWarning},
    {"min_points", &PbBallotLimits::min_points, PbGrade::kWarning},
    {"max_points", &PbBallotLimits::max_points, PbGrade::kFault},
    {"min_sum_points", &PbBallotLimits::min_sum_points, PbGrade::kWarning},
    {"max_sum_points", &PbBallotLimits::max_sum_points, PbGrade::kFault},
    {"default_score", &PbBallotLimits::default_score, PbGrade::kFault},
}};
// Of these only the form is looked at; they are kept.
constexpr std::array<std::string_view, 2> kAmounts{"min_project_cost", "max_project_cost"};
constexpr std::array<std::string_view, 4> kAmountLists{"min_length_per_category", "max_length_per_category",
                                                       "min_sum_cost_per_category", "max_sum_cost_per_category"};
constexpr std::array<std::string_view, 2> kFlags{"fully_funded", "experimental"};

class Meta {
 public:
  explicit Meta(PbDraft& draft) : draft_(draft), file_(draft.out.file) {}

  void read() {
    read_budget();
    read_vote_type();
    for (const std::string_view key : kPbRequired) {
      if (key != "budget" && key != "vote_type" && !has(key)) warn(key, ErrorCode::kMissing, "error.pb_missing_meta");
    }
    check_count("num_projects", file_.projects.rows.size());
    check_count("num_votes", file_.votes.rows.size());
    for (const LimitKey& key : kLimitKeys) draft_.limits.*key.member = amount(key.name, key.grade);
    draft_.out.election.score_threshold = amount("min_project_score_threshold", PbGrade::kFault).value_or(Ratio());
    check_description();
    read_constraints(draft_);
  }

 private:
  [[nodiscard]] std::string_view value(std::string_view key) const { return trimmed(file_.meta_value(key)); }
  [[nodiscard]] bool has(std::string_view key) const {
    return std::any_of(file_.meta.begin(), file_.meta.end(), [&](const auto& row) { return row.first == key; });
  }
  void warn(std::string_view key, ErrorCode code, std::string_view reason) {
    draft_.about_meta(PbGrade::kWarning, key, code, reason, value(key));
  }

  void read_budget() {
    const std::string_view text = value("budget");
    Result<Ratio> budget = amount_of(text, "error.negative_budget");
    if (text.empty()) {
      draft_.about_meta(PbGrade::kFault, "budget", ErrorCode::kMissing, "error.pb_missing_meta", "");
    } else if (!budget) {
      draft_.about_meta(PbGrade::kFault, "budget", budget.error().code, budget.error().key, text);
    } else {
      draft_.out.election.budget = std::move(budget).value();
    }
  }

  void read_vote_type() {
    const std::string type = lower(value("vote_type"));
    BallotType& out = draft_.out.election.type;
    draft_.limits.choose_one = type == "choose-1";
    if (type == "approval" || type == "choose-1" || type == "knapsack") {
      out = BallotType::kApproval;
      // The votes of a knapsack fit in the budget, unless META says otherwise.
      if (type == "knapsack" && value("max_sum_cost").empty()) knapsack_ = true;
    } else if (type == "cumulative") {
      out = BallotType::kCumulative;
    } else if (type == "scoring") {
      out = BallotType::kScoring;
    } else if (type == "ordinal") {
      out = BallotType::kOrdinal;
    } else if (type.empty()) {
      draft_.about_meta(PbGrade::kFault, "vote_type", ErrorCode::kMissing, "error.pb_missing_meta", "");
    } else {
      draft_.about_meta(PbGrade::kFault, "vote_type", ErrorCode::kUnknownValue, "error.pb_unknown_vote_type", type);
    }
  }

  void check_count(std::string_view key, std::size_t rows) {
    if (has(key) && value(key) != std::to_string(rows)) warn(key, ErrorCode::kWrongFormat, "error.pb_count_differs");
  }

  std::optional<Ratio> amount(std::string_view key, PbGrade grade) {
    if (key == "max_sum_cost" && knapsack_) return draft_.out.election.budget;
    const std::string_view text = value(key);
    if (text.empty()) return std::nullopt;
    Result<Ratio> number = amount_of(text);
    if (number) return std::move(number).value();
    draft_.about_meta(grade, key, number.error().code,
                      grade == PbGrade::kFault ? std::string_view(number.error().key) : "error.pb_value_form", text);
    return std::nullopt;
  }

  void check_description() {
    for (const std::string_view key : {"date_begin", "date_end"}) {
      if (!value(key).empty() && !is_pb_date(value(key))) warn(key, ErrorCode::kBadDate, "error.pb_value_form");
    }
    if (!value("rule").empty() && std::find(kRules.begin(), kRules.end(), value("rule")) == kRules.end()) {
      warn("rule", ErrorCode::kUnknownValue, "error.pb_value_form");
    }
    for (const std::string_view key : kAmounts) static_cast<void>(amount(key, PbGrade::kWarning));
    for (const std::string_view key : kAmountLists) {
      for (const std::string_view item : list_items(value(key))) {
        if (item.empty() || amount_of(item)) continue;
        warn(key, ErrorCode::kNotANumber, "error.pb_value_form");
        break;
      }
    }
    for (const std::string_view key : kFlags) {
      const std::string_view text = value(key);
      if (!text.empty() && text != "0" && text != "1") warn(key, ErrorCode::kUnknownValue, "error.pb_value_form");
    }
  }

  PbDraft& draft_;
  const PbFile& file_;
  bool knapsack_ = false;
};

}  // namespace

void read_meta(PbDraft& draft) { Meta(draft).read(); }

}  // namespace stoepkrijt::formats
