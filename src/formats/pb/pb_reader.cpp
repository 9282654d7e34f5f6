#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/utf8.hpp"
#include "formats/pb/pb.hpp"
#include "formats/pb/pb_rows.hpp"

namespace stoepkrijt::formats {

namespace {

using rules::Ballot;
using rules::BallotType;
using rules::ProjectIndex;

constexpr std::size_t kMaxBytes = std::size_t{1} << 30U;
constexpr unsigned kMaxPointDecimals = 9;
constexpr std::size_t kMaxDigits = 60;

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

/// A decimal amount. No real one has more than kMaxDigits digits; longer ones would only cost time.
Result<Ratio> amount_of(std::string_view text) {
  if (text.size() > kMaxDigits) return fail(ErrorCode::kTooLarge, "error.number_too_large");
  Result<Ratio> amount = Ratio::parse_decimal(text);
  if (!amount) return fail(amount.error().code, "error.not_a_number");
  return amount;
}

std::string_view shown(std::string_view text) { return first_code_points(text, 40); }

/// The items of a comma list, without white space around; an empty cell has none.
std::vector<std::string_view> list_items(std::string_view cell) {
  std::vector<std::string_view> items;
  if (trimmed(cell).empty()) return items;
  for (std::size_t at = 0;;) {
    const std::size_t comma = std::min(cell.find(',', at), cell.size());
    items.push_back(trimmed(cell.substr(at, comma - at)));
    if (comma == cell.size()) return items;
    at = comma + 1;
  }
}

enum class Section : std::uint8_t { kNone, kMeta, kProjects, kVotes };

Section section_of(const PbRow& row) {
  if (row.quoted) return Section::kNone;
  for (std::size_t i = 1; i < row.cells.size(); ++i) {
    if (!trimmed(row.cells[i]).empty()) return Section::kNone;
  }
  if (row.cells.front().size() > 20) return Section::kNone;
  const std::string name = lower(trimmed(row.cells.front()));
  if (name == "meta") return Section::kMeta;
  if (name == "projects") return Section::kProjects;
  if (name == "votes") return Section::kVotes;
  return Section::kNone;
}

/// Reads one file; every fault and warning goes into the report with its place.
class Reader {
 public:
  Reader(std::string_view bytes, PbReport& report) : bytes_(bytes), report_(report) {}

  Result<PbElection> read() {
    report_ = PbReport{};
    if (bytes_.size() > kMaxBytes) return fail(ErrorCode::kTooLarge, "error.pb_too_large");
    if (const auto bad = first_invalid_utf8(bytes_)) {
      fault(Error(ErrorCode::kNotUtf8, "error.not_utf8").at(where_in(bytes_, *bad)));
      return fail(report_.faults.front());
    }
    read_rows();
    if (report_.fault_count == 0) {
      read_meta();
      read_projects();
    }
    if (report_.fault_count == 0) read_votes();
    if (report_.fault_count != 0) return fail(report_.faults.front());
    return std::move(out_);
  }

 private:
  void fault(Error error) {
    if (report_.fault_count++ < PbReport::kListed) report_.faults.push_back(std::move(error));
  }
  void warn(Error error) {
    if (report_.warning_count++ < PbReport::kListed) report_.warnings.push_back(std::move(error));
  }
  [[nodiscard]] bool listing(bool warning) const {
    return (warning ? report_.warning_count : report_.fault_count) < PbReport::kListed;
  }

  /// A fault or warning about one cell. Where it is is only worked out while it will be listed.
  void about(bool warning, const PbTable& table, std::size_t row, std::size_t column, ErrorCode code,
             std::string_view key, std::string_view value) {
    Error error(code, key);
    if (listing(warning)) {
      error.where = where_in(bytes_, PbRows::cell_offset(bytes_, table.offsets[row], column));
      if (column < table.columns.size()) error.args.emplace_back("field", table.columns[column]);
      error.args.emplace_back("value", shown(value));
    }
    warning ? warn(std::move(error)) : fault(std::move(error));
  }

  void about_meta(bool warning, std::string_view name, ErrorCode code, std::string_view key, std::string_view value) {
    Error error = Error(code, key).with("field", name);
    error.args.emplace_back("value", shown(value));
    for (std::size_t i = 0; i < out_.file.meta.size(); ++i) {
      if (out_.file.meta[i].first == name) {
        error.where = where_in(bytes_, PbRows::cell_offset(bytes_, meta_offsets_[i], 1));
      }
    }
    warning ? warn(std::move(error)) : fault(std::move(error));
  }

  void at_row(const PbRow& row, ErrorCode code, std::string_view key, std::string_view value) {
    Error error(code, key);
    if (listing(false)) {
      error.where = where_in(bytes_, row.offset);
      error.args.emplace_back("value", shown(value));
    }
    fault(std::move(error));
  }

  void read_rows() {
    PbRows rows(bytes_);
    PbRow row;
    Section section = Section::kNone;
    bool header = false;
    for (;;) {
      Result<bool> more = rows.next(row);
      if (!more) return fault(std::move(more).error());
      if (!*more) break;
      const Section next = header ? Section::kNone : section_of(row);
      if (next != Section::kNone) {
        if (static_cast<int>(next) != static_cast<int>(section) + 1) {
          return at_row(row, ErrorCode::kWrongFormat, "error.pb_section_order", row.cells.front());
        }
        section = next;
        header = true;
      } else if (section == Section::kNone) {
        return at_row(row, ErrorCode::kWrongFormat, "error.pb_no_section", row.cells.front());
      } else if (header) {
        read_header(row, section);
        header = false;
      } else if (section == Section::kMeta) {
        read_meta_row(row);
      } else {
        read_table_row(row, section == Section::kProjects ? out_.file.projects : out_.file.votes);
      }
    }
    if (section != Section::kVotes || header) {
      fault(Error(ErrorCode::kMissing, "error.pb_missing_section").at(where_in(bytes_, bytes_.size())));
    }
  }

  void read_header(const PbRow& row, Section section) {
    if (section == Section::kMeta) return;  // "key;value"
    PbTable& table = section == Section::kProjects ? out_.file.projects : out_.file.votes;
    for (const std::string& cell : row.cells) {
      const std::string_view name = trimmed(cell);
      if (table.column(name) != PbTable::npos) at_row(row, ErrorCode::kDuplicateKey, "error.pb_repeated_column", name);
      table.columns.emplace_back(name);
    }
    const bool projects = section == Section::kProjects;
    for (const std::string_view needed : {projects ? "project_id" : "voter_id", projects ? "cost" : "vote"}) {
      if (table.column(needed) == PbTable::npos) at_row(row, ErrorCode::kMissing, "error.pb_missing_column", needed);
    }
  }

  void read_meta_row(PbRow& row) {
    if (row.cells.size() < 2) return at_row(row, ErrorCode::kWrongFormat, "error.pb_row_width", row.cells.front());
    for (std::size_t i = 2; i < row.cells.size(); ++i) {
      if (!trimmed(row.cells[i]).empty())
        return at_row(row, ErrorCode::kWrongFormat, "error.pb_row_width", row.cells[i]);
    }
    const std::string key(trimmed(row.cells[0]));
    if (!meta_keys_.insert(key).second) return at_row(row, ErrorCode::kDuplicateKey, "error.pb_repeated_key", key);
    out_.file.meta.emplace_back(key, std::move(row.cells[1]));
    meta_offsets_.push_back(row.offset);
  }

  void read_table_row(PbRow& row, PbTable& table) {
    const std::size_t width = table.columns.size();
    while (row.cells.size() > width && trimmed(row.cells.back()).empty()) row.cells.pop_back();
    if (row.cells.size() > width) return at_row(row, ErrorCode::kWrongFormat, "error.pb_row_width", row.cells.front());
    // Spreadsheets leave out empty cells at the end of a row.
    row.cells.resize(width);
    table.rows.push_back(std::move(row.cells));
    table.offsets.push_back(row.offset);
    row.cells = {};
  }

  void read_meta() {
    rules::Election& election = out_.election;
    const std::string_view budget = trimmed(out_.file.meta_value("budget"));
    Result<Ratio> amount = amount_of(budget);
    if (budget.empty()) {
      about_meta(false, "budget", ErrorCode::kMissing, "error.pb_missing_meta", "");
    } else if (!amount) {
      about_meta(false, "budget", amount.error().code, amount.error().key, budget);
    } else if (amount->is_negative()) {
      about_meta(false, "budget", ErrorCode::kNegative, "error.negative_budget", budget);
    } else {
      election.budget = std::move(amount).value();
    }
    const std::string type = lower(trimmed(out_.file.meta_value("vote_type")));
    if (type == "approval" || type == "choose-1" || type == "knapsack") {
      election.type = BallotType::kApproval;
    } else if (type == "cumulative") {
      election.type = BallotType::kCumulative;
    } else if (type == "scoring") {
      election.type = BallotType::kScoring;
    } else if (type == "ordinal") {
      election.type = BallotType::kOrdinal;
    } else {
      about_meta(false, "vote_type", type.empty() ? ErrorCode::kMissing : ErrorCode::kUnknownValue,
                 type.empty() ? "error.pb_missing_meta" : "error.pb_unknown_vote_type", type);
    }
    check_count("num_projects", out_.file.projects.rows.size());
    check_count("num_votes", out_.file.votes.rows.size());
  }

  void check_count(std::string_view key, std::size_t rows) {
    const std::string_view given = trimmed(out_.file.meta_value(key));
    if (given != std::to_string(rows)) about_meta(true, key, ErrorCode::kWrongFormat, "error.pb_count_differs", given);
  }

  void read_projects() {
    const PbTable& table = out_.file.projects;
    const std::size_t id = table.column("project_id");
    const std::size_t cost = table.column("cost");
    const std::size_t name = table.column("name");
    const std::size_t category = table.column("category");
    std::size_t area = table.column("neighborhood");
    if (area == PbTable::npos) area = table.column("district");
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const std::vector<std::string>& row = table.rows[r];
      rules::Project project;
      project.id = trimmed(row[id]);
      if (project.id.empty()) about(false, table, r, id, ErrorCode::kEmpty, "error.pb_empty_id", "");
      const std::string_view text = trimmed(row[cost]);
      Result<Ratio> amount = amount_of(text);
      if (!amount) {
        about(false, table, r, cost, amount.error().code, amount.error().key, text);
      } else if (amount->is_negative()) {
        about(false, table, r, cost, ErrorCode::kNegative, "error.negative_cost", text);
      } else {
        project.cost = std::move(amount).value();
      }
      if (name != PbTable::npos) project.name = trimmed(row[name]);
      if (category != PbTable::npos) {
        for (const std::string_view item : list_items(row[category])) project.categories.emplace_back(item);
      }
      if (area != PbTable::npos) project.area = trimmed(row[area]);
      if (!index_.emplace(project.id, static_cast<ProjectIndex>(r)).second) {
        about(false, table, r, id, ErrorCode::kDuplicateId, "error.duplicate_project", project.id);
      }
      out_.election.projects.push_back(std::move(project));
    }
  }

  void read_votes() {
    const PbTable& table = out_.file.votes;
    const std::size_t voter = table.column("voter_id");
    const std::size_t vote = table.column("vote");
    const std::size_t points = table.column("points");
    const bool with_points =
        out_.election.type == BallotType::kCumulative || out_.election.type == BallotType::kScoring;
    if (with_points && points == PbTable::npos) {
      return fault(Error(ErrorCode::kMissing, "error.pb_missing_column").with("field", "points"));
    }
    if (with_points && !find_points_unit(points)) return;
    std::unordered_set<std::string_view> voters;
    out_.election.ballots.reserve(table.rows.size());
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const std::string_view id = trimmed(table.rows[r][voter]);
      if (!voters.insert(id).second)
        about(false, table, r, voter, ErrorCode::kDuplicateId, "error.duplicate_voter", id);
      read_vote(r, vote, with_points ? points : PbTable::npos);
    }
  }

  /// Points are kept as whole numbers: finds the power of ten that makes them so.
  bool find_points_unit(std::size_t points) {
    std::size_t decimals = 0;
    const PbTable& table = out_.file.votes;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      for (const std::string_view item : list_items(table.rows[r][points])) {
        const std::size_t point = item.find('.');
        if (point != std::string_view::npos) decimals = std::max(decimals, item.size() - point - 1);
        if (decimals > kMaxPointDecimals) {
          about(false, table, r, points, ErrorCode::kTooPrecise, "error.too_precise", item);
          return false;
        }
      }
    }
    for (std::size_t i = 0; i < decimals; ++i) out_.election.points_unit *= 10;
    return true;
  }

  void read_vote(std::size_t r, std::size_t vote, std::size_t points) {
    const PbTable& table = out_.file.votes;
    Ballot ballot;
    for (const std::string_view item : list_items(table.rows[r][vote])) {
      const auto found = index_.find(std::string(item));
      if (found == index_.end()) {
        about(false, table, r, vote, ErrorCode::kUnknownId, "error.pb_unknown_project", item);
        return;
      }
      ballot.projects.push_back(found->second);
    }
    if (points != PbTable::npos && !read_points(r, points, ballot)) return;
    if (!make_unique(ballot)) {
      about(true, table, r, vote, ErrorCode::kDuplicateId, "error.pb_project_twice", table.rows[r][vote]);
    }
    if (out_.election.type != BallotType::kOrdinal && points == PbTable::npos) {
      std::sort(ballot.projects.begin(), ballot.projects.end());
    }
    out_.election.ballots.push_back(std::move(ballot));
  }

  bool read_points(std::size_t r, std::size_t points, Ballot& ballot) {
    const PbTable& table = out_.file.votes;
    const std::vector<std::string_view> items = list_items(table.rows[r][points]);
    if (items.size() != ballot.projects.size()) {
      about(false, table, r, points, ErrorCode::kWrongFormat, "error.pb_points_count", table.rows[r][points]);
      return false;
    }
    for (const std::string_view item : items) {
      Result<Ratio> value = amount_of(item);
      if (!value) {
        about(false, table, r, points, value.error().code, value.error().key, item);
        return false;
      }
      const auto whole = (*value * Ratio(out_.election.points_unit)).numerator().to_int64();
      if (!whole) {
        about(false, table, r, points, ErrorCode::kTooLarge, "error.number_too_large", item);
        return false;
      }
      ballot.points.push_back(*whole);
    }
    return true;
  }

  /// Leaves each project once: at its first place, with its last points. False when one was named twice.
  static bool make_unique(Ballot& ballot) {
    std::map<ProjectIndex, std::size_t> first;
    Ballot out;
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      const auto [place, added] = first.emplace(ballot.projects[i], out.projects.size());
      if (added) out.projects.push_back(ballot.projects[i]);
      if (ballot.points.empty()) continue;
      if (added) {
        out.points.push_back(ballot.points[i]);
      } else {
        out.points[place->second] = ballot.points[i];
      }
    }
    const bool unique = out.projects.size() == ballot.projects.size();
    if (!unique) ballot = std::move(out);
    return unique;
  }

  std::string_view bytes_;
  PbReport& report_;
  PbElection out_;
  std::unordered_set<std::string> meta_keys_;
  std::vector<std::uint64_t> meta_offsets_;
  std::unordered_map<std::string, ProjectIndex> index_;
};

}  // namespace

std::size_t PbTable::column(std::string_view name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  return found == columns.end() ? npos : static_cast<std::size_t>(found - columns.begin());
}

std::string_view PbFile::meta_value(std::string_view key) const {
  for (const auto& [name, value] : meta) {
    if (name == key) return value;
  }
  return {};
}

Result<PbElection> read_pb(std::string_view bytes, PbReport& report) { return Reader(bytes, report).read(); }

}  // namespace stoepkrijt::formats
