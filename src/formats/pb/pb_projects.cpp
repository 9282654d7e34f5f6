#include <algorithm>
#include <array>
#include <utility>

#include "formats/pb/pb_draft.hpp"
#include "formats/pb/pb_text.hpp"

namespace stoepkrijt::formats {

namespace {

using rules::ProjectIndex;

class Projects {
 public:
  explicit Projects(PbDraft& draft) : draft_(draft), table_(draft.out.file.projects) {
    area_ = table_.column("neighborhood");
    if (area_ == PbTable::npos) area_ = table_.column("district");
  }

  void read() {
    std::vector<rules::Project>& projects = draft_.out.election.projects;
    projects.reserve(table_.rows.size());
    draft_.index.reserve(table_.rows.size());
    for (std::size_t row = 0; row < table_.rows.size(); ++row) projects.push_back(read_row(row));
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      read_ids(row, excludes_, projects[row].excludes);
      read_ids(row, requires_, projects[row].requires_);
      check_description(row);
    }
  }

 private:
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const {
    return column == PbTable::npos ? std::string_view{} : trimmed(table_.rows[row][column]);
  }
  void about(PbGrade grade, std::size_t row, std::size_t column, ErrorCode code, std::string_view key,
             std::string_view value) {
    draft_.about_cell(grade, table_, row, column, code, key, value);
  }

  /// An amount of at least zero; a fault otherwise.
  Ratio amount(std::size_t row, std::size_t column, std::string_view negative_key) {
    const std::string_view text = cell(row, column);
    Result<Ratio> value = amount_of(text, negative_key);
    if (value) return std::move(value).value();
    about(PbGrade::kFault, row, column, value.error().code, value.error().key, text);
    return {};
  }

  rules::Project read_row(std::size_t row) {
    rules::Project project;
    const std::string_view id = cell(row, id_);
    project.id = id;
    if (id.empty()) about(PbGrade::kFault, row, id_, ErrorCode::kEmpty, "error.pb_empty_id", "");
    if (!draft_.index.emplace(id, static_cast<ProjectIndex>(row)).second) {
      about(PbGrade::kFault, row, id_, ErrorCode::kDuplicateId, "error.duplicate_project", id);
    }
    project.cost = amount(row, cost_, "error.negative_cost");
    project.name = cell(row, name_);
    for (const std::string_view item : list_items(cell(row, category_))) project.categories.emplace_back(item);
    project.area = cell(row, area_);
    if (!cell(row, least_cost_).empty()) {
      project.least_cost = amount(row, least_cost_, "error.negative_cost");
      if (*project.least_cost > project.cost) {
        about(PbGrade::kFault, row, least_cost_, ErrorCode::kNotAllowed, "error.pb_least_cost", cell(row, least_cost_));
      }
    }
    if (!cell(row, cofunding_).empty()) project.cofunding = amount(row, cofunding_, "error.negative_amount");
    return project;
  }

  void read_ids(std::size_t row, std::size_t column, std::vector<ProjectIndex>& out) {
    for (const std::string_view item : list_items(cell(row, column))) {
      const auto found = draft_.index.find(item);
      if (found == draft_.index.end()) {
        about(PbGrade::kFault, row, column, ErrorCode::kUnknownId, "error.pb_unknown_plan", item);
      } else if (found->second == row) {
        about(PbGrade::kFault, row, column, ErrorCode::kNotAllowed, "error.pb_names_itself", item);
      } else if (std::find(out.begin(), out.end(), found->second) == out.end()) {
        out.push_back(found->second);
      }
    }
  }

  /// Columns that only describe: another form than the format says is worth a warning, no more.
  void check_description(std::size_t row) {
    const std::string_view selected = cell(row, selected_);
    if (!selected.empty() && (selected.size() != 1 || selected[0] < '0' || selected[0] > '3')) {
      about(PbGrade::kWarning, row, selected_, ErrorCode::kUnknownValue, "error.pb_value_form", selected);
    }
    for (const std::size_t column : numbers_) {
      const std::string_view text = cell(row, column);
      if (text.empty() || number_of(text)) continue;
      about(PbGrade::kWarning, row, column, ErrorCode::kNotANumber, "error.pb_value_form", text);
    }
  }

  PbDraft& draft_;
  const PbTable& table_;
  std::size_t id_ = table_.column("project_id");
  std::size_t cost_ = table_.column("cost");
  std::size_t name_ = table_.column("name");
  std::size_t category_ = table_.column("category");
  std::size_t area_ = PbTable::npos;
  std::size_t excludes_ = table_.column("excludes");
  std::size_t requires_ = table_.column("requires");
  std::size_t least_cost_ = table_.column("least_cost");
  std::size_t cofunding_ = table_.column("cofunding");
  std::size_t selected_ = table_.column("selected");
  std::array<std::size_t, 4> numbers_{table_.column("votes"), table_.column("score"), table_.column("latitude"),
                                      table_.column("longitude")};
};

}  // namespace

void read_projects(PbDraft& draft) { Projects(draft).read(); }

}  // namespace stoepkrijt::formats
