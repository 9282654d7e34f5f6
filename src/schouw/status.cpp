#include "schouw/status.hpp"

#include <algorithm>

namespace stoepkrijt::schouw {

namespace {

using Status = model::IssueStatus;

}  // namespace

bool is_closed(Status status) {
  return status == Status::kDone || status == Status::kRejected || status == Status::kDouble;
}

std::vector<Status> next_states(Status from) {
  if (is_closed(from)) return {Status::kReopened};
  std::vector<Status> out{Status::kInProgress, Status::kPlanned, Status::kDone,
                          Status::kRejected,   Status::kWaiting, Status::kDouble};
  std::erase(out, from);
  return out;
}

bool needs_reason(Status to) { return to == Status::kRejected || to == Status::kReopened; }

Result<void> check_step(Status from, Status to, std::string_view reason) {
  const std::vector<Status> next = next_states(from);
  if (std::find(next.begin(), next.end(), to) == next.end()) {
    return fail(Error(ErrorCode::kNotAllowed, "error.status_step"));
  }
  if (needs_reason(to) && reason.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return fail(Error(ErrorCode::kEmpty, "error.status_reason"));
  }
  return {};
}

void add_event(model::Issue& issue, Status status, std::string reason, std::int64_t now_ms) {
  const std::int64_t last = issue.history.empty() ? 0 : issue.history.back().time_ms;
  issue.history.push_back({status, std::max(now_ms, last), std::move(reason)});
}

}  // namespace stoepkrijt::schouw
