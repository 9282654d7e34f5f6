// Whether linear equations have a solution in numbers that are not negative: the simplex method with fractions only.
//
// rows[i] · x = right[i], x >= 0. A column that is in one row alone, with a positive number there, is best given as it
// is: it serves as the start. Bland's rule makes it end; the work limit (numbers changed) makes it end soon.
// Source: Bland, "New Finite Pivoting Rules for the Simplex Method", Mathematics of Operations Research 2 (1977).
//
// Example: x + y = 2, x − y = 1 has the solution (3/2, 1/2); x + y = 2, x + y = 3 has none.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/ratio.hpp"

namespace stoepkrijt::rules {

struct LinearSystem {
  std::vector<std::vector<Ratio>> rows;
  std::vector<Ratio> right;
};

enum class Solvable : std::uint8_t { kYes, kNo, kNotComputed };

struct LinearAnswer {
  Solvable solvable = Solvable::kNotComputed;
  std::vector<Ratio> x;  // when kYes
};

[[nodiscard]] LinearAnswer solve(LinearSystem system, std::uint64_t work_limit);

}  // namespace stoepkrijt::rules
