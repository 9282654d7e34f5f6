// Completions: what is done with the money that Equal Shares leaves. Add1 stands in add1.hpp.
#pragma once

#include "rules/rule.hpp"

namespace stoepkrijt::rules {

/// No supported project with positive cost outside `winners` fits in what is left of the budget.
[[nodiscard]] bool is_exhaustive(const Election& election, const std::vector<ProjectIndex>& winners);

}  // namespace stoepkrijt::rules
