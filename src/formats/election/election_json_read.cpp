#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/json.hpp"
#include "formats/election/election_json.hpp"
#include "formats/pb/pb_text.hpp"

namespace stoepkrijt::formats {

namespace {

using json::Cursor;
using json::Type;
using rules::BallotType;
using rules::ProjectIndex;

constexpr std::int64_t kMaxCount = std::int64_t{1} << 40U;
constexpr std::size_t kMaxPointDecimals = 9;

struct Key {
  std::string_view name;
  bool needed = true;
};

/// An object with these members and no other.
Result<void> expect_keys(Cursor at, std::initializer_list<Key> keys) {
  SK_TRY_VOID(at.expect(Type::kObject));
  for (const Cursor member : at) {
    const bool known = std::any_of(keys.begin(), keys.end(), [&](const Key& key) { return key.name == member.key(); });
    if (!known) return fail(member.error(ErrorCode::kUnknownKey, "error.unknown_key").with("key", member.key()));
  }
  for (const Key& key : keys) {
    if (key.needed) SK_TRY_VOID(at.get(key.name).has_value() ? Result<void>() : fail(at.get(key.name).error()));
  }
  return {};
}

Result<std::string> text_of(Cursor at, std::string_view key) {
  const auto member = at.find(key);
  if (!member) return std::string();
  SK_TRY(text, member->string());
  return std::string(text);
}

Result<Ratio> amount_at(Cursor at) {
  SK_TRY(text, at.string());
  Result<Ratio> amount = amount_of(text);
  if (!amount) {
    return fail(at.error(amount.error().code, amount.error().key).with("value", text.substr(0, 40)));
  }
  return amount;
}

Result<std::optional<Ratio>> optional_amount(Cursor at, std::string_view key) {
  const auto member = at.find(key);
  if (!member) return std::optional<Ratio>();
  SK_TRY(amount, amount_at(*member));
  return std::optional<Ratio>(std::move(amount));
}

class ElectionReader {
 public:
  Result<ElectionFile> read(Cursor root) {
    SK_TRY_VOID(check_envelope(root));
    SK_TRY_VOID(expect_keys(root, {{"ballots"},
                                   {"budget"},
                                   {"format"},
                                   {"limits", false},
                                   {"meta"},
                                   {"part_funding", false},
                                   {"pots", false},
                                   {"projects"},
                                   {"score_threshold", false},
                                   {"type"},
                                   {"version"},
                                   {"vouchers", false}}));
    SK_TRY(budget, amount_at(*root.find("budget")));
    out_.election.budget = std::move(budget);
    SK_TRY(threshold, optional_amount(root, "score_threshold"));
    out_.election.score_threshold = threshold.value_or(Ratio());
    SK_TRY_VOID(read_type(*root.find("type")));
    SK_TRY_VOID(read_meta(*root.find("meta")));
    SK_TRY_VOID(read_projects(*root.find("projects")));
    SK_TRY_VOID(read_constraints(root));
    SK_TRY_VOID(read_ballots(root));
    rules::merge_ballots(out_.election);
    SK_TRY_VOID(rules::validate(out_.election));
    return std::move(out_);
  }

 private:
  static Result<void> check_envelope(Cursor root) {
    const auto format = root.find("format");
    if (!format || format->string().value_or("") != kElectionFormat) {
      return fail(root.error(ErrorCode::kWrongFormat, "error.wrong_format_election"));
    }
    SK_TRY(version, root.get("version"));
    SK_TRY(number, version.integer());
    if (number > kElectionVersion) {
      return fail(version.error(ErrorCode::kNewerVersion, "error.newer_version")
                      .with("version", std::to_string(number))
                      .with("known", std::to_string(kElectionVersion)));
    }
    if (number < 1) return fail(version.error(ErrorCode::kWrongFormat, "error.no_such_version"));
    return {};
  }

  Result<void> read_type(Cursor at) {
    SK_TRY(word, at.string());
    BallotType& type = out_.election.type;
    if (word == "approval") {
      type = BallotType::kApproval;
    } else if (word == "cumulative") {
      type = BallotType::kCumulative;
    } else if (word == "scoring") {
      type = BallotType::kScoring;
    } else if (word == "ordinal") {
      type = BallotType::kOrdinal;
    } else {
      return fail(at.error(ErrorCode::kUnknownValue, "error.unknown_value").with("value", word.substr(0, 40)));
    }
    return {};
  }

  Result<void> read_meta(Cursor at) {
    SK_TRY_VOID(at.expect(Type::kObject));
    for (const Cursor member : at) {
      SK_TRY(value, member.string());
      out_.meta.emplace_back(member.key(), value);
    }
    std::sort(out_.meta.begin(), out_.meta.end());
    return {};
  }

  Result<void> read_projects(Cursor at) {
    SK_TRY_VOID(at.expect(Type::kArray));
    std::vector<rules::Project>& projects = out_.election.projects;
    for (const Cursor item : at) {
      SK_TRY_VOID(expect_keys(item, {{"area", false},
                                     {"categories", false},
                                     {"cofunding", false},
                                     {"cost"},
                                     {"excludes", false},
                                     {"id"},
                                     {"least_cost", false},
                                     {"name", false},
                                     {"requires", false}}));
      SK_TRY(project, read_project(item));
      if (!index_.emplace(project.id, static_cast<ProjectIndex>(projects.size())).second) {
        return fail(
            item.find("id")->error(ErrorCode::kDuplicateId, "error.duplicate_project").with("value", project.id));
      }
      projects.push_back(std::move(project));
    }
    std::size_t p = 0;
    for (const Cursor item : at) {
      SK_TRY(excludes, read_ids(item, "excludes", p));
      SK_TRY(needs, read_ids(item, "requires", p));
      projects[p].excludes = std::move(excludes);
      projects[p].requires_ = std::move(needs);
      ++p;
    }
    return {};
  }

  static Result<rules::Project> read_project(Cursor item) {
    rules::Project project;
    SK_TRY(id, text_of(item, "id"));
    if (id.empty()) return fail(item.find("id")->error(ErrorCode::kEmpty, "error.empty_id"));
    SK_TRY(name, text_of(item, "name"));
    SK_TRY(area, text_of(item, "area"));
    SK_TRY(cost, amount_at(*item.find("cost")));
    SK_TRY(cofunding, optional_amount(item, "cofunding"));
    SK_TRY(least, optional_amount(item, "least_cost"));
    if (least && *least > cost) {
      return fail(item.find("least_cost")->error(ErrorCode::kNotAllowed, "error.pb_least_cost"));
    }
    if (const auto categories = item.find("categories")) {
      SK_TRY_VOID(categories->expect(Type::kArray));
      for (const Cursor category : *categories) {
        SK_TRY(text, category.string());
        project.categories.emplace_back(text);
      }
    }
    project.id = std::move(id);
    project.name = std::move(name);
    project.area = std::move(area);
    project.cost = std::move(cost);
    project.cofunding = cofunding.value_or(Ratio());
    project.least_cost = std::move(least);
    return project;
  }

  /// Ids of projects, each once; none is `self`.
  Result<std::vector<ProjectIndex>> read_ids(Cursor item, std::string_view key, std::size_t self) {
    std::vector<ProjectIndex> out;
    const auto list = item.find(key);
    if (!list) return out;
    SK_TRY_VOID(list->expect(Type::kArray));
    ++round_;
    seen_.resize(out_.election.projects.size(), 0);
    for (const Cursor each : *list) {
      SK_TRY(id, each.string());
      const auto found = index_.find(std::string(id));
      if (found == index_.end()) {
        return fail(each.error(ErrorCode::kUnknownId, "error.pb_unknown_plan").with("value", id.substr(0, 40)));
      }
      if (found->second == self) return fail(each.error(ErrorCode::kNotAllowed, "error.pb_names_itself"));
      if (std::exchange(seen_[found->second], round_) == round_) {
        return fail(each.error(ErrorCode::kDuplicateId, "error.ballot_repeats_project"));
      }
      out.push_back(found->second);
    }
    return out;
  }

  Result<void> read_constraints(Cursor root) {
    rules::Constraints& constraints = out_.election.constraints;
    if (const auto part = root.find("part_funding")) {
      SK_TRY(wanted, part->boolean());
      constraints.part_funding = wanted;
    }
    if (const auto pots = root.find("pots")) {
      SK_TRY_VOID(pots->expect(Type::kArray));
      for (const Cursor item : *pots) {
        SK_TRY_VOID(expect_keys(item, {{"area"}, {"budget"}, {"name"}}));
        SK_TRY(area, item.find("area")->boolean());
        SK_TRY(budget, amount_at(*item.find("budget")));
        SK_TRY(name, text_of(item, "name"));
        constraints.pots.push_back({std::move(name), area, std::move(budget)});
      }
    }
    if (const auto limits = root.find("limits")) {
      SK_TRY_VOID(limits->expect(Type::kArray));
      for (const Cursor item : *limits) {
        SK_TRY_VOID(expect_keys(item, {{"area"}, {"least", false}, {"most", false}, {"name"}}));
        SK_TRY(area, item.find("area")->boolean());
        SK_TRY(least, optional_amount(item, "least"));
        SK_TRY(most, optional_amount(item, "most"));
        SK_TRY(name, text_of(item, "name"));
        constraints.limits.push_back({std::move(name), area, std::move(least), std::move(most)});
      }
    }
    return {};
  }

  Result<void> read_ballots(Cursor root) {
    const Cursor at = *root.find("ballots");
    SK_TRY_VOID(at.expect(Type::kArray));
    const bool points = out_.election.type == BallotType::kCumulative || out_.election.type == BallotType::kScoring;
    const auto vouchers = root.find("vouchers");
    if (vouchers && !points) return fail(vouchers->error(ErrorCode::kNotAllowed, "error.election_no_points"));
    if (points) SK_TRY_VOID(find_points_unit(at, vouchers));
    if (vouchers) {
      SK_TRY(most, scaled_at(*vouchers));
      out_.election.vouchers = most;
    }
    for (const Cursor item : at) {
      SK_TRY_VOID(expect_keys(item, {{"count"}, {"points", false}, {"projects"}}));
      rules::Ballot ballot;
      SK_TRY(count, item.find("count")->integer(1, kMaxCount));
      ballot.count = static_cast<std::uint64_t>(count);
      SK_TRY(projects, read_ids(item, "projects", static_cast<std::size_t>(-1)));
      ballot.projects = std::move(projects);
      const auto list = item.find("points");
      if (list && !points) return fail(list->error(ErrorCode::kNotAllowed, "error.election_no_points"));
      if (points && list) SK_TRY_VOID(read_points(*list, ballot));
      if (points && ballot.points.size() != ballot.projects.size()) {
        return fail(item.error(ErrorCode::kWrongFormat, "error.pb_points_count"));
      }
      if (out_.election.type == BallotType::kApproval) std::sort(ballot.projects.begin(), ballot.projects.end());
      out_.election.ballots.push_back(std::move(ballot));
    }
    return {};
  }

  /// Points are kept as whole numbers: finds the power of ten that makes them so.
  Result<void> find_points_unit(Cursor ballots, std::optional<Cursor> vouchers) {
    std::size_t decimals = 0;
    const auto look = [&](Cursor at) -> Result<void> {
      SK_TRY(text, at.string());
      const std::size_t point = text.find('.');
      if (point != std::string_view::npos) decimals = std::max(decimals, text.size() - point - 1);
      if (decimals <= kMaxPointDecimals) return {};
      return fail(at.error(ErrorCode::kTooPrecise, "error.too_precise").with("value", text.substr(0, 40)));
    };
    if (vouchers) SK_TRY_VOID(look(*vouchers));
    for (const Cursor ballot : ballots) {
      const auto list = ballot.find("points");
      if (!list || !list->is(Type::kArray)) continue;
      for (const Cursor each : *list) SK_TRY_VOID(look(each));
    }
    for (std::size_t i = 0; i < decimals; ++i) out_.election.points_unit *= 10;
    return {};
  }

  [[nodiscard]] Result<std::int64_t> scaled_at(Cursor at) const {
    SK_TRY(value, amount_at(at));
    const auto whole = (value * Ratio(out_.election.points_unit)).numerator().to_int64();
    if (!whole) return fail(at.error(ErrorCode::kTooLarge, "error.number_too_large"));
    return *whole;
  }

  Result<void> read_points(Cursor list, rules::Ballot& ballot) {
    SK_TRY_VOID(list.expect(Type::kArray));
    for (const Cursor each : list) {
      SK_TRY(whole, scaled_at(each));
      ballot.points.push_back(whole);
    }
    return {};
  }

  ElectionFile out_;
  std::unordered_map<std::string, ProjectIndex> index_;
  std::uint64_t round_ = 0;          // of read_ids, to see repeats
  std::vector<std::uint64_t> seen_;  // by project: the last list that named it
};

}  // namespace

Result<ElectionFile> read_election(std::string_view text) {
  json::Limits limits;
  limits.max_bytes = 512 * json::kMiB;
  limits.max_nodes = 64'000'000;
  SK_TRY(document, json::Document::parse(text, limits));
  Result<ElectionFile> file = ElectionReader().read(document.root());
  if (!file && file.error().where.line == 0) return fail(document.located(file.error()));
  return file;
}

}  // namespace stoepkrijt::formats
