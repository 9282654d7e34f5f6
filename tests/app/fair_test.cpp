#include "app/count_fair.hpp"

#include "app/count_job.hpp"
#include "app/count_params.hpp"
#include "app/views/compare_view.hpp"
#include "app/views/result_view.hpp"
#include "app_fixture.hpp"

namespace stoepkrijt::app {
namespace {

using test::Bench;
using test::make_round;
using test::make_urn;
using test::sp;

// Three of ten people alone want taal (2.500) and are entitled to 3.000: greedy passes them over, equal shares does
// not.
Fairness fair_by(std::string_view rule, std::uint64_t limit = kFairWork) {
  const auto election = round_election(make_round(), make_urn());
  EXPECT_TRUE(election.has_value());
  auto fair = fairness_of(*election, offered(rule), limit, nullptr);
  EXPECT_TRUE(fair.has_value());
  return fair ? *fair : Fairness{};
}

TEST(Fairness, NamesTheGroupThatGreedyPassesOverAndWhatItHadARightTo) {
  const Fairness fair = fair_by("greedy");
  ASSERT_EQ(fair.found.size(), 4U);
  for (std::size_t i = 0; i < 3; ++i) {
    const GuaranteeFound& found = fair.found[i];
    EXPECT_EQ(found.guarantee, static_cast<Guarantee>(i));
    EXPECT_EQ(found.kept, Kept::kNo) << i;
    EXPECT_EQ(found.people, 3) << i;
    EXPECT_EQ(found.plan_ids, std::vector<std::string>{"taal"}) << i;
    EXPECT_EQ(found.entitled, Money::from_euros(3000)) << i;
    EXPECT_EQ(found.got, Money{}) << i;
  }
}

TEST(Fairness, EqualSharesKeepsWhatItPromises) {
  const Fairness fair = fair_by("equal-shares");
  ASSERT_EQ(fair.found.size(), 4U);
  EXPECT_EQ(fair.found[0].kept, Kept::kYes);
  EXPECT_EQ(fair.found[1].kept, Kept::kYes);
  EXPECT_EQ(fair.found[3].kept, Kept::kYes);
  EXPECT_GE(fair.found[3].purse, Money::from_euros(833)) << "three people pay 2.500";
}

TEST(Fairness, IsNeverGuessedBeyondTheWorkLimit) {
  const Fairness fair = fair_by("greedy", 1);
  ASSERT_EQ(fair.found.size(), 4U);
  EXPECT_EQ(fair.found[0].kept, Kept::kNo) << "EJR+ is one pass and needs no limit";
  EXPECT_EQ(fair.found[1].kept, Kept::kNotComputed);
  EXPECT_EQ(fair.found[2].kept, Kept::kNotComputed);
  EXPECT_EQ(fair.found[1].people, 0);
}

TEST(Fairness, OnlyASmallRoundIsWorkedOutInThePage) {
  CountJob job;
  job.kind = CountJob::Kind::kFair;
  job.round = make_round();
  job.urn = make_urn();
  job.rules = {offered("equal-shares")};
  EXPECT_LE(work_of(job), kMostWorkAtOnce);
  for (std::int64_t i = 0; i < 30; ++i) job.urn.entries.push_back({model::Ballot{{"bank", "taal"}}, i + 1});
  EXPECT_GT(work_of(job), kMostWorkAtOnce);
  const Result<CountAnswer> far = read_answer(run_job(write_job(job), nullptr));
  ASSERT_TRUE(far.has_value());
  EXPECT_EQ(write_answer(*far), write_answer(do_job(job, nullptr)));
  ASSERT_EQ(far->fair.size(), 1U);
  EXPECT_EQ(far->fair[0].found.size(), 4U);
}

TEST(FairView, SaysWhoGotTooLittleAndOfWhatInPlainWords) {
  const Lang lang = test::read_lang(LangCode::kNl);
  State state = test::counted_state("greedy");
  state.counting.fair = {fair_by("greedy")};
  const FairView view = make_result_view(state, lang).fair;
  ASSERT_EQ(view.items.size(), 4U);
  EXPECT_TRUE(view.waiting.empty());
  EXPECT_EQ(view.items[0].line, "Eerlijk voor wie samen één plan wil: nee");
  EXPECT_EQ(sp(view.items[0].words),
            "3 kiezers kozen allemaal Taalcafé. Samen hadden zij recht op € 3.000. Toch gaat geen enkel plan door dat "
            "zij kozen.");
  state.counting.fair = {fair_by("equal-shares")};
  EXPECT_EQ(make_fair_view(state, make_round(), offered("equal-shares"), lang).items[0].line,
            "Eerlijk voor wie samen één plan wil: ja");
}

TEST(FairView, SaysWhyItIsNotWorkedOut) {
  const Lang lang = test::read_lang(LangCode::kNl);
  State state = test::counted_state("greedy");
  EXPECT_EQ(make_result_view(state, lang).fair.waiting, lang.tr("fair.stopped"));
  state.counting.running = CountState::Running{};
  state.counting.running->kind = CountJob::Kind::kFair;
  EXPECT_EQ(make_result_view(state, lang).fair.waiting, lang.tr("fair.waiting"));
  state.counting.fair = {fair_by("greedy", 1)};
  const FairView view = make_result_view(state, lang).fair;
  ASSERT_EQ(view.items.size(), 4U);
  EXPECT_EQ(view.items[1].line, "Eerlijk voor wie samen meer plannen wil: niet berekend");
  EXPECT_EQ(view.items[1].words, lang.tr("fair.too_many_groups"));
  state.counting.fair = {{offered("greedy"), {}}};
  EXPECT_EQ(make_result_view(state, lang).fair.waiting, lang.tr("fair.failed"));
}

TEST(FairView, TellsWhatItDoesNotKnowOfTheRound) {
  const Lang lang = test::read_lang(LangCode::kNl);
  State state = test::counted_state("greedy");
  state.counting.fair = {fair_by("greedy")};
  EXPECT_TRUE(make_fair_view(state, make_round(), offered("greedy"), lang).notes.empty());
  model::Round round = make_round();
  round.form.method = model::VoteMethod::kRanking;
  round.plans[0].excludes = {"vijver"};
  EXPECT_EQ(make_fair_view(state, round, offered("greedy"), lang).notes,
            (std::vector<std::string>{lang.tr("fair.note_ranking"), lang.tr("fair.note_agreements")}));
}

TEST(FairInTheApp, ComesAfterTheResultAndForBothRulesThatAreCompared) {
  Bench bench;
  bench.run(cmd::GoTo{{Screen::kResult, ""}});
  ASSERT_EQ(bench.state().counting.fair.size(), 1U);
  EXPECT_EQ(bench.state().counting.fair[0].rule, bench.state().result->counted.rule);
  bench.run(cmd::GoTo{{Screen::kCompare, ""}});
  EXPECT_EQ(bench.state().counting.fair.size(), 2U);
  bench.run(cmd::Compare{offered("phragmen"), offered("greedy")});
  EXPECT_EQ(bench.state().counting.fair.size(), 3U);
  const CompareView view = make_compare_view(bench.state(), test::read_lang(LangCode::kNl));
  ASSERT_GE(view.figures.size(), 4U);
  EXPECT_EQ(view.figures[view.figures.size() - 4].words, "Eerlijk voor wie samen één plan wil");
  EXPECT_EQ(view.figures[view.figures.size() - 4].second, "nee");
  bench.run(cmd::CastBallot{});
  bench.run(cmd::TogglePlan{"bank"});
  bench.run(cmd::CastBallot{});
  bench.run(cmd::GoTo{{Screen::kResult, ""}});
  EXPECT_EQ(bench.state().counting.fair.size(), 1U) << "of other ballots they are none";
}

TEST(FairInTheApp, ALongOneLeavesThePageFreeAndAFailureIsSaidOnce) {
  platform::MemoryHost device;
  device.counter = [](std::string_view job) { return run_job(job, nullptr); };
  Bench bench(std::move(device));
  State state = bench.state();
  auto urn = std::make_shared<model::Urn>(make_urn());
  for (std::int64_t i = 0; i < 30; ++i) urn->entries.push_back({model::Ballot{{"bank", "taal"}}, i + 1});
  state.urn = urn;
  bench.app = App(test::make_fixed(), std::move(state));
  bench.host.hold_count = true;
  bench.run(cmd::GoTo{{Screen::kResult, ""}});
  ASSERT_NE(bench.state().result, nullptr) << "the result is there at once";
  ASSERT_TRUE(bench.state().counting.running.has_value());
  EXPECT_EQ(bench.state().counting.running->kind, CountJob::Kind::kFair);
  bench.host.hold_count = false;
  bench.settle();
  EXPECT_EQ(bench.state().counting.fair.size(), 1U);
  bench.host.counter = nullptr;
  bench.run(cmd::GoTo{{Screen::kCompare, ""}});
  ASSERT_EQ(bench.state().counting.fair.size(), 2U);
  EXPECT_TRUE(bench.state().counting.fair[1].found.empty());
  EXPECT_FALSE(bench.state().counting.running.has_value());
}

}  // namespace
}  // namespace stoepkrijt::app
