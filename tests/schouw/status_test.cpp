// The transition table: what may follow what, and when a reason is asked.
#include "schouw/status.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "model/names.hpp"

namespace stoepkrijt::schouw {
namespace {

using Status = model::IssueStatus;

TEST(StatusSteps, LeadOnlyToKnownStatesAndNeverToTheSame) {
  for (std::size_t i = 0; i < model::kNames<Status>.size(); ++i) {
    const auto from = static_cast<Status>(i);
    const std::vector<Status> next = next_states(from);
    EXPECT_FALSE(next.empty()) << "there is always a way on";
    EXPECT_EQ(std::count(next.begin(), next.end(), from), 0);
    EXPECT_EQ(std::count(next.begin(), next.end(), Status::kOpen), 0) << "open is only where it starts";
    for (const Status to : next) EXPECT_TRUE(check_step(from, to, "omdat"));
  }
}

TEST(StatusSteps, ReopenWhatIsClosedAndNothingElse) {
  for (const Status closed : {Status::kDone, Status::kRejected, Status::kDouble}) {
    EXPECT_EQ(next_states(closed), std::vector<Status>{Status::kReopened});
    EXPECT_EQ(check_step(closed, Status::kPlanned, "").error().key, "error.status_step");
  }
  EXPECT_EQ(check_step(Status::kOpen, Status::kReopened, "x").error().key, "error.status_step");
}

TEST(StatusSteps, AskAReasonForANo) {
  EXPECT_EQ(check_step(Status::kOpen, Status::kRejected, " \n").error().key, "error.status_reason");
  EXPECT_TRUE(check_step(Status::kOpen, Status::kRejected, "Is niet van de gemeente"));
  EXPECT_TRUE(check_step(Status::kOpen, Status::kDone, ""));
}

}  // namespace
}  // namespace stoepkrijt::schouw
