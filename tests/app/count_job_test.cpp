#include "app/count_job.hpp"

#include "app/count_params.hpp"
#include "app_fixture.hpp"

namespace stoepkrijt::app {
namespace {

using test::Bench;
using test::make_round;
using test::make_urn;

CountJob count_job() {
  CountJob job;
  job.round = make_round();
  job.urn = make_urn();
  job.rules = {offered("equal-shares"), offered("greedy")};
  return job;
}

TEST(CountJob, IsTheSameAfterAWayAsBytes) {
  CountJob job = count_job();
  job.kind = CountJob::Kind::kHelp;
  job.plan_id = "licht";
  job.rules[0].seed = "ü; '";
  job.rules[0].min_votes = -3;
  const std::string bytes = write_job(job);
  const Result<CountJob> back = read_job(bytes);
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(write_job(*back), bytes);
  EXPECT_EQ(back->rules, job.rules);
  EXPECT_EQ(back->urn, job.urn);
  EXPECT_EQ(back->round.plans.size(), 4U);
  EXPECT_EQ(back->round.plans[1].cost, Money::from_euros(4000));
}

TEST(CountJob, GivesTheSameAnswerAsCountingHere) {
  const CountJob job = count_job();
  const Result<CountAnswer> far = read_answer(run_job(write_job(job), nullptr));
  ASSERT_TRUE(far.has_value());
  ASSERT_NE(far->count, nullptr);
  const CountAnswer here = do_job(job, nullptr);
  EXPECT_EQ(write_answer(*far), write_answer(here));
  EXPECT_EQ(far->count->counted.winners, (std::vector<std::string>{"bank", "taal"}));
  EXPECT_EQ(far->count->prefer_other, 6);
}

// Two plans in Oud (B1), of which no more than the bankjes fit in what may be spent there.
TEST(CountJob, SentencesNameABuurtAndNeverItsCode) {
  CountJob job = count_job();
  job.kind = CountJob::Kind::kHelp;
  job.search = false;
  job.rules = {offered("greedy")};
  job.round.plans[3].cost = Money::from_euros(1000);
  job.round.limits = {{"B1", model::Theme::kOutdoor, {}, {}, Money::from_euros(5500)}};
  job.urn.add(model::Ballot{{"vijver"}}, 2);
  job.plan_id = "vijver";
  job.buurten = {{"B1", "Oud"}, {"B2", "Nieuw"}};
  const Result<CountAnswer> answer = read_answer(run_job(write_job(job), nullptr));
  ASSERT_TRUE(answer.has_value() && answer->help.has_value());
  for (const auto* words : {&answer->help->words_nl, &answer->help->words_en}) {
    std::string all;
    for (const std::string& sentence : *words) all += sentence + " ";
    EXPECT_NE(all.find("Oud"), std::string::npos) << all;
    EXPECT_EQ(all.find("B1"), std::string::npos) << all;
  }
}

TEST(CountJob, BrokenBytesAreRefusedAndNeverReadHalf) {
  const std::string bytes = write_job(count_job());
  for (std::size_t n = 0; n < bytes.size(); ++n) EXPECT_FALSE(read_job(bytes.substr(0, n)).has_value()) << n;
  EXPECT_FALSE(read_job(bytes + "x").has_value());
  EXPECT_FALSE(read_job("SKC1" + std::string(9, '\xff')).has_value());
  const Result<CountAnswer> answer = read_answer(run_job("nonsense", nullptr));
  ASSERT_TRUE(answer.has_value());
  ASSERT_TRUE(answer->error.has_value());
  EXPECT_EQ(answer->error->code, ErrorCode::kWrongFormat);
}

TEST(CountJob, AnErrorComesBackWithItsArguments) {
  CountJob job = count_job();
  job.urn.add(model::Ballot{{"maan"}});
  const Result<CountAnswer> answer = read_answer(run_job(write_job(job), nullptr));
  ASSERT_TRUE(answer.has_value());
  ASSERT_TRUE(answer->error.has_value());
  EXPECT_EQ(answer->error->key, "error.ballot_unknown_plan");
  EXPECT_EQ(answer->error->args, (std::vector<std::pair<std::string, std::string>>{{"plan", "maan"}}));
}

constexpr std::string_view kPb =
    "META\nkey;value\ndescription;Proef\ncountry;NL\nunit;X\ninstance;2026\nnum_projects;2\nnum_votes;3\n"
    "budget;100\nvote_type;approval\nrule;greedy\ndate_begin;2026\ndate_end;2026\n"
    "PROJECTS\nproject_id;cost;votes;name;category\n1;80;2;Een;groen\n2;50;1;Twee;veilig\n"
    "VOTES\nvoter_id;vote\na;1\nb;1\nc;2\n";

TEST(CountPast, CountsAPbFileByARuleWithMoneyPerCategory) {
  CountJob job;
  job.kind = CountJob::Kind::kPast;
  job.pb = kPb;
  job.pb_name = "x.pb";
  job.rules = {offered("greedy")};
  const CountAnswer answer = do_job(job, nullptr);
  ASSERT_FALSE(answer.error.has_value()) << answer.error->key;
  ASSERT_NE(answer.past, nullptr);
  EXPECT_EQ(answer.past->about, "Proef");
  EXPECT_EQ(answer.past->voters, 3);
  ASSERT_EQ(answer.past->rows.size(), 1U);
  EXPECT_EQ(answer.past->rows[0].winners, 1);
  EXPECT_EQ(answer.past->rows[0].spent, Money::from_euros(80));
  EXPECT_EQ(answer.past->rows[0].figures.empty_handed, 1);
  EXPECT_EQ(answer.past->categories, (std::vector<std::string>{"groen", "veilig"}));
  EXPECT_EQ(answer.past->rows[0].of_category[0], Money::from_euros(80));
}

TEST(CountPast, AFaultyFileSaysWhereAndCountsNothing) {
  CountJob job;
  job.kind = CountJob::Kind::kPast;
  job.pb = "META\nkey;value\n";
  job.pb_name = "stuk.pb";
  job.rules = {offered("greedy")};
  const CountAnswer answer = do_job(job, nullptr);
  ASSERT_TRUE(answer.error.has_value());
  EXPECT_EQ(answer.error->where.file, "stuk.pb");
  EXPECT_EQ(answer.past, nullptr);
}

TEST(CountPast, OnlySmallFilesAreCountedInThePage) {
  CountJob job;
  job.kind = CountJob::Kind::kPast;
  job.rules = {offered("greedy")};
  job.pb = kPb;
  EXPECT_LE(work_of(job), kMostWorkAtOnce);
  job.pb.append(100'000, ' ');
  EXPECT_GT(work_of(job), kMostWorkAtOnce);
}

// A round with so many different ballots that it goes to the device.
std::shared_ptr<const model::Urn> large_urn() {
  auto urn = std::make_shared<model::Urn>();
  urn->round_id = "r1";
  for (std::int64_t i = 0; i < 40'000; ++i) urn->entries.push_back({model::Ballot{{i % 3 == 0 ? "taal" : "bank"}}, 1});
  return urn;
}

class LongCount : public ::testing::Test {
 protected:
  static platform::MemoryHost device() {
    platform::MemoryHost host;
    host.counter = [](std::string_view job) { return run_job(job, nullptr); };
    return host;
  }
  LongCount() : bench(device()) {
    State state = bench.app.state();
    state.urn = large_urn();
    bench.app = App(test::make_fixed(), std::move(state));
  }
  Bench bench;
};

TEST_F(LongCount, GoesToTheDeviceAndThePageGoesOn) {
  bench.host.hold_count = true;
  bench.run(cmd::GoTo{{Screen::kResult, ""}});
  ASSERT_TRUE(bench.state().counting.running.has_value());
  EXPECT_EQ(bench.state().result, nullptr);
  ASSERT_NE(bench.host.last<platform::StartCount>(), nullptr);
  bench.host.push_progress(3, 10);
  bench.settle();
  EXPECT_EQ(bench.state().counting.running->done, 3U);
  bench.run(cmd::GoTo{{Screen::kPlans, ""}});
  EXPECT_EQ(bench.state().route.screen, Screen::kPlans);
  bench.host.hold_count = false;
  bench.settle();
  ASSERT_NE(bench.state().result, nullptr);
  EXPECT_EQ(bench.state().result->ballots, 40'000);
  EXPECT_FALSE(bench.state().counting.running.has_value());
}

TEST_F(LongCount, CanBeStoppedAndStartedAgain) {
  bench.host.hold_count = true;
  bench.run(cmd::GoTo{{Screen::kResult, ""}});
  bench.run(cmd::CancelCount{});
  EXPECT_NE(bench.host.last<platform::CancelCount>(), nullptr);
  EXPECT_TRUE(bench.state().counting.stopped);
  bench.run(cmd::GoTo{{Screen::kPlans, ""}});
  bench.run(cmd::GoTo{{Screen::kResult, ""}});
  EXPECT_FALSE(bench.state().counting.running.has_value()) << "what was stopped does not start by itself";
  bench.host.hold_count = false;
  bench.run(cmd::Count{});
  EXPECT_NE(bench.state().result, nullptr);
}

TEST_F(LongCount, AnAnswerOfBallotsThatAreNoLongerTheseIsNotShown) {
  bench.host.hold_count = true;
  bench.run(cmd::GoTo{{Screen::kResult, ""}});
  bench.run(cmd::TogglePlan{"bank"});
  bench.run(cmd::CastBallot{});
  bench.host.hold_count = false;
  bench.settle();
  EXPECT_EQ(bench.state().result, nullptr);
  bench.run(cmd::GoTo{{Screen::kResult, ""}});
  ASSERT_NE(bench.state().result, nullptr);
  EXPECT_EQ(bench.state().result->ballots, 40'001);
}

TEST_F(LongCount, ADeviceThatCannotCountSaysSoAndLosesNothing) {
  bench.host.counter = nullptr;
  bench.run(cmd::GoTo{{Screen::kResult, ""}});
  EXPECT_EQ(bench.state().result, nullptr);
  ASSERT_TRUE(bench.state().counting.failed.has_value());
  EXPECT_EQ(bench.state().counting.failed->key, "error.count_failed");
  EXPECT_EQ(bench.state().urn->total(), 40'000);
}

TEST(CountingRules, WhatWouldHaveHelpedIsLookedForWhenAPlanIsOpened) {
  Bench bench;
  bench.run(cmd::GoTo{{Screen::kResult, ""}});
  ASSERT_NE(bench.state().result, nullptr);
  EXPECT_TRUE(bench.state().counting.help.empty());
  bench.run(cmd::GoTo{{Screen::kWhy, "licht"}});
  ASSERT_TRUE(bench.state().counting.help.contains("licht"));
  const PlanHelp& help = bench.state().counting.help.at("licht");
  EXPECT_TRUE(help.cheaper.has_value());
  EXPECT_FALSE(help.words_nl.empty());
  EXPECT_EQ(help.words_nl.size(), help.words_en.size());
  bench.run(cmd::GoTo{{Screen::kWhy, "bank"}});
  ASSERT_TRUE(bench.state().counting.help.contains("bank"));
  EXPECT_FALSE(bench.state().counting.help.at("bank").cheaper.has_value()) << "it won";
  EXPECT_FALSE(bench.state().counting.help.at("bank").words_nl.empty());
}

TEST(CountingRules, AnyTwoCanBeHeldAgainstEachOther) {
  Bench bench;
  bench.run(cmd::GoTo{{Screen::kCompare, ""}});
  EXPECT_EQ(bench.state().counting.compared, nullptr) << "the result holds the usual two already";
  bench.run(cmd::Compare{offered("greedy"), offered("equal-shares")});
  ASSERT_NE(bench.state().counting.compared, nullptr);
  EXPECT_EQ(bench.state().counting.compared->counted.rule.id, "greedy");
  EXPECT_EQ(bench.state().counting.compared->prefer_counted, 6);
  EXPECT_EQ(bench.state().result->counted.rule.id, "equal-shares") << "the result itself stays";
}

TEST(CountingRules, TheRuleOfARoundCanBeChangedWhilePractisingAndTakenBack) {
  Bench bench;
  bench.run(cmd::GoTo{{Screen::kResult, ""}});
  bench.run(cmd::SetCountingRule{offered("greedy")});
  EXPECT_EQ(current_round(bench.state())->rule.id, "greedy");
  EXPECT_EQ(bench.state().result, nullptr) << "a result of another rule is none";
  bench.run(cmd::GoTo{{Screen::kResult, ""}});
  bench.run(cmd::GoTo{{Screen::kPlans, ""}});
  bench.run(cmd::GoTo{{Screen::kResult, ""}});
  EXPECT_EQ(bench.state().result->counted.rule.id, "greedy");
  bench.run(cmd::Undo{});
  EXPECT_EQ(current_round(bench.state())->rule.id, "equal-shares");
}

TEST(CountingRules, TheRuleIsFixedOnceVotingHasOpened) {
  Bench bench;
  State state = bench.state();
  auto dossier = std::make_shared<model::Dossier>(*state.dossier);
  dossier->id = "echt";
  dossier->rounds[0].opens = "2025-01-01";
  dossier->rounds[0].closes = "2099-01-01";
  state.dossier = dossier;
  state.example = false;
  bench.app = App(test::make_fixed(), std::move(state));
  bench.run(cmd::SetCountingRule{offered("greedy")});
  EXPECT_EQ(current_round(bench.state())->rule.id, "equal-shares");
  ASSERT_TRUE(bench.state().problem.has_value());
  EXPECT_EQ(bench.state().problem->key, "error.rule_fixed");
}

TEST(CountingRules, WordsThatNoRuleKnowsAreRefused) {
  Bench bench;
  model::CountingRule rule = offered("equal-shares");
  rule.ties = "lot";
  bench.run(cmd::SetCountingRule{rule});
  ASSERT_TRUE(bench.state().problem.has_value());
  EXPECT_EQ(bench.state().problem->key, "error.seed_missing");
}

TEST(CountingRules, ThePastIsCountedByEveryRuleOnTheExampleAndOnAFile) {
  platform::MemoryHost device;
  device.counter = [](std::string_view job) { return run_job(job, nullptr); };
  device.files.push_back(platform::FilePicked{"", "oud.pb", std::string(kPb)});
  Bench bench(std::move(device));
  bench.run(cmd::GoTo{{Screen::kRule, ""}});
  ASSERT_NE(bench.state().counting.past, nullptr);
  EXPECT_EQ(bench.state().counting.past->rows.size(), rules::registry().size());
  EXPECT_EQ(bench.state().counting.past->voters, 10);
  bench.run(cmd::PickPast{});
  ASSERT_NE(bench.state().counting.past, nullptr);
  EXPECT_EQ(bench.state().counting.past->name, "oud.pb");
  EXPECT_EQ(bench.state().counting.past->voters, 3);
  EXPECT_EQ(bench.state().counting.past->rows.size(), rules::registry().size());
  bench.run(cmd::ExamplePast{});
  EXPECT_EQ(bench.state().counting.past->voters, 10);
}

}  // namespace
}  // namespace stoepkrijt::app
