// Which state of an issue may follow which (design: schouw, "Status").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/schouw.hpp"

namespace stoepkrijt::schouw {

/// In the order in which a screen offers them. What is closed (done, rejected, double) can only be reopened.
[[nodiscard]] std::vector<model::IssueStatus> next_states(model::IssueStatus from);
[[nodiscard]] bool is_closed(model::IssueStatus status);
/// A "no" comes with its reason, and so does reopening.
[[nodiscard]] bool needs_reason(model::IssueStatus to);
/// Errors: kNotAllowed "error.status_step" (this state does not follow that one), kEmpty "error.status_reason".
[[nodiscard]] Result<void> check_step(model::IssueStatus from, model::IssueStatus to, std::string_view reason);

/// At the end of its history, and not before what stands there, also when somebody else's clock was ahead.
void add_event(model::Issue& issue, model::IssueStatus status, std::string reason, std::int64_t now_ms);

}  // namespace stoepkrijt::schouw
