#include "rules/simplex.hpp"

#include <utility>

namespace stoepkrijt::rules {

namespace {

class Simplex {
 public:
  Simplex(LinearSystem system, std::uint64_t work_limit)
      : rows_(std::move(system.rows)), right_(std::move(system.right)), work_limit_(work_limit) {
    columns_ = rows_.empty() ? 0 : rows_.front().size();
  }

  LinearAnswer solve() {
    start();
    for (;;) {
      const std::optional<std::size_t> column = entering();
      if (!column) break;
      pivot(leaving(*column), *column);
      if (work_ > work_limit_) return {};
    }
    Ratio missing;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (basis_[i] >= columns_) missing += right_[i];
    }
    LinearAnswer answer;
    answer.solvable = missing.is_zero() ? Solvable::kYes : Solvable::kNo;
    if (!missing.is_zero()) return answer;
    answer.x.resize(columns_);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (basis_[i] < columns_) answer.x[basis_[i]] = right_[i];
    }
    return answer;
  }

 private:
  /// Right sides that are not negative; a basis of columns that stand alone, and artificial ones where there is none.
  void start() {
    std::vector<std::size_t> uses(columns_, 0);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (std::size_t j = 0; j < columns_; ++j) {
        if (right_[i].is_negative()) rows_[i][j] = -rows_[i][j];
        if (!rows_[i][j].is_zero()) ++uses[j];
      }
      if (right_[i].is_negative()) right_[i] = -right_[i];
    }
    cost_.assign(columns_, Ratio(0));
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      std::size_t alone = columns_;
      for (std::size_t j = 0; j < columns_ && alone == columns_; ++j) {
        if (uses[j] == 1 && rows_[i][j] > Ratio(0)) alone = j;
      }
      if (alone < columns_) {
        const Ratio by = rows_[i][alone];
        for (Ratio& value : rows_[i]) value /= by;
        right_[i] /= by;
        basis_.push_back(alone);
      } else {
        basis_.push_back(columns_ + i);  // an artificial column, which is never written down
        for (std::size_t j = 0; j < columns_; ++j) cost_[j] -= rows_[i][j];
      }
    }
  }

  /// The first column that lessens the sum of the artificial ones.
  [[nodiscard]] std::optional<std::size_t> entering() const {
    for (std::size_t j = 0; j < columns_; ++j) {
      if (cost_[j].is_negative()) return j;
    }
    return std::nullopt;
  }

  /// The row that first becomes zero; of equal ones that with the first column. There is one: the sum is not below
  /// zero.
  [[nodiscard]] std::size_t leaving(std::size_t column) const {
    std::size_t best = rows_.size();
    Ratio least;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!(rows_[i][column] > Ratio(0))) continue;
      Ratio ratio = right_[i] / rows_[i][column];
      if (best == rows_.size() || ratio < least || (ratio == least && basis_[i] < basis_[best])) {
        best = i;
        least = std::move(ratio);
      }
    }
    return best;
  }

  void pivot(std::size_t row, std::size_t column) {
    const Ratio by = rows_[row][column];
    for (Ratio& value : rows_[row]) {
      if (!value.is_zero()) value /= by;
    }
    right_[row] /= by;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (i == row || rows_[i][column].is_zero()) continue;
      const Ratio times = rows_[i][column];
      subtract(rows_[i], rows_[row], times);
      right_[i] -= times * right_[row];
    }
    if (!cost_[column].is_zero()) {
      const Ratio times = cost_[column];
      subtract(cost_, rows_[row], times);
    }
    basis_[row] = column;
  }

  void subtract(std::vector<Ratio>& from, const std::vector<Ratio>& what, const Ratio& times) {
    for (std::size_t j = 0; j < columns_; ++j) {
      ++work_;
      if (!what[j].is_zero()) from[j] -= times * what[j];
    }
  }

  std::vector<std::vector<Ratio>> rows_;
  std::vector<Ratio> right_;
  std::vector<Ratio> cost_;  // of the artificial columns together, in terms of the others
  std::vector<std::size_t> basis_;
  std::size_t columns_ = 0;
  std::uint64_t work_limit_;
  std::uint64_t work_ = 0;
};

}  // namespace

LinearAnswer solve(LinearSystem system, std::uint64_t work_limit) {
  return Simplex(std::move(system), work_limit).solve();
}

}  // namespace stoepkrijt::rules
