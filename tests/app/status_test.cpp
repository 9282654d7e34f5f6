// What happens with a signal: states, reasons, agreements, and taking them back.
#include <gtest/gtest.h>

#include "app/views/signals_view.hpp"
#include "app/views/status_view.hpp"
#include "app_fixture.hpp"
#include "model/date.hpp"

namespace stoepkrijt::app::test {
namespace {

using Status = model::IssueStatus;

const Lang& nl() {
  static const auto* const lang = new Lang(read_lang(LangCode::kNl));
  return *lang;
}

const model::Issue& issue(const Bench& b, const char* signal) {
  const model::Issue* found = issue_of(*b.state().dossier, signal);
  EXPECT_NE(found, nullptr);
  static const model::Issue kNone;
  return found == nullptr ? kNone : *found;
}

TEST(StatusOfASignal, IsWrittenWithItsReasonAndShownToWhoeverReportedIt) {
  Bench b;
  b.run(cmd::GoTo{{Screen::kSignal, "a1"}});
  b.run(cmd::GoTo{{Screen::kStatus, "a1"}});
  b.run(cmd::SetStatus{"a1", Status::kPlanned, "in mei", {"nieuwe lamp", "Gemeente", "2027-05-03"}});
  EXPECT_EQ(b.state().route.screen, Screen::kSignal) << "back where one came from";
  const model::Issue& done = issue(b, "a1");
  ASSERT_EQ(done.history.size(), 1U);
  EXPECT_EQ(done.history[0].status, Status::kPlanned);
  EXPECT_EQ(done.history[0].reason, "in mei");
  EXPECT_EQ(done.history[0].time_ms, b.host.now_ms);
  ASSERT_TRUE(done.action.has_value());
  EXPECT_EQ(done.action->party, "Gemeente");
  const SignalView v = make_signal_view(b.state(), nl());
  ASSERT_EQ(v.history.size(), 1U);
  EXPECT_EQ(v.history[0].right, "Ingepland: in mei");
  EXPECT_TRUE(model::validate(*b.state().dossier));
}

TEST(StatusOfASignal, ThatIsNoIssueYetMakesOne) {
  Bench b;
  const std::size_t before = b.state().dossier->issues.size();
  b.run(cmd::SetStatus{"a2", Status::kDone, "", {}});
  EXPECT_EQ(b.state().dossier->issues.size(), before + 1);
  EXPECT_EQ(issue(b, "a2").status(), Status::kDone);
  EXPECT_EQ(issue(b, "a2").title, "Mooie boom");
  b.run(cmd::Undo{});
  EXPECT_EQ(b.state().dossier->issues.size(), before) << "and taking it back takes it away";
}

TEST(StatusOfASignal, IsRefusedWithWordsWhereItDoesNotFollowOrLacksItsReason) {
  Bench b;
  const model::Dossier before = *b.state().dossier;
  b.run(cmd::SetStatus{"a1", Status::kRejected, " ", {}});
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.status_reason");
  b.run(cmd::CloseProblem{});
  b.run(cmd::SetStatus{"a1", Status::kReopened, "toch", {}});
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.status_step");
  EXPECT_EQ(*b.state().dossier, before);
}

TEST(StatusOfASignal, TakenBackStandsAsItStoodAndHistoryOnlyGrows) {
  Bench b;
  b.run(cmd::SetStatus{"a1", Status::kInProgress, "we kijken", {}});
  b.host.now_ms += 60'000;
  b.run(cmd::SetStatus{"a1", Status::kRejected, "geen geld", {"", "Gemeente", ""}});
  b.run(cmd::Undo{});
  EXPECT_EQ(issue(b, "a1").status(), Status::kInProgress);
  EXPECT_EQ(issue(b, "a1").history.back().reason, "we kijken");
  EXPECT_EQ(issue(b, "a1").history.size(), 3U);
  EXPECT_FALSE(issue(b, "a1").action.has_value());
  b.run(cmd::Redo{});
  EXPECT_EQ(issue(b, "a1").status(), Status::kRejected);
  EXPECT_EQ(issue(b, "a1").history.back().reason, "geen geld");
  EXPECT_TRUE(issue(b, "a1").action.has_value());
  b.run(cmd::Undo{});
  b.run(cmd::Undo{});
  EXPECT_EQ(issue(b, "a1").status(), Status::kOpen) << "before the first it was open";
  EXPECT_TRUE(model::validate(*b.state().dossier));
}

TEST(StatusOfASignal, WithNothingNewWritesNothing) {
  Bench b;
  const std::size_t steps = b.state().book.journal.size();
  b.run(cmd::SetStatus{"a2", {}, "", {}});
  b.run(cmd::SetStatus{"weg", Status::kDone, "", {}});
  EXPECT_EQ(b.state().book.journal.size(), steps);
}

TEST(StatusScreen, OffersWhatMayFollowPartiesAndWorkingDays) {
  Bench b;
  b.run(cmd::SetStatus{"a1", Status::kDone, "", {"lamp vervangen", "Stichting Licht", "2026-12-31"}});
  b.run(cmd::GoTo{{Screen::kStatus, "a1"}});
  StatusForm form = status_form(b.state(), "a1");
  StatusView v = make_status_view(b.state(), nl(), form);
  ASSERT_EQ(v.states.size(), 2U);
  EXPECT_EQ(v.states[0].words, "Blijft: Klaar");
  EXPECT_EQ(v.states[1].words, "Weer open");
  EXPECT_FALSE(v.asks_reason);
  EXPECT_EQ(v.parties[static_cast<std::size_t>(v.party)], "Stichting Licht") << "a word of somebody else stays";
  EXPECT_EQ(v.days[static_cast<std::size_t>(v.day)].date, "2026-12-31");
  form.status = Status::kReopened;
  v = make_status_view(b.state(), nl(), form);
  EXPECT_EQ(v.chosen, 1);
  EXPECT_TRUE(v.needs_reason);
  for (std::size_t i = 1; i + 1 < v.days.size(); ++i) EXPECT_TRUE(model::is_date(v.days[i].date)) << v.days[i].words;
  b.run(cmd::GoTo{{Screen::kStatus, "weg"}});
  EXPECT_FALSE(make_status_view(b.state(), nl(), {}).present);
}

}  // namespace
}  // namespace stoepkrijt::app::test
