// Voting in five forms: what the ballot in the making allows, how it is taken back, cast, kept, and brought out.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/ballots.hpp"
#include "app/choice.hpp"
#include "app/keep.hpp"
#include "app/views/plan_view.hpp"
#include "app/views/vote_form_view.hpp"
#include "app/views/vote_view.hpp"
#include "app_fixture.hpp"

namespace stoepkrijt::app {
namespace {

using model::VoteForm;
using model::VoteMethod;
using test::Bench;
using test::sp;
using Ids = std::vector<std::string>;
using Points = std::vector<std::int64_t>;

/// An app in which people vote in this form (the practice box is emptied for it).
struct Booth : Bench {
  explicit Booth(VoteForm form) {
    run(cmd::SetVoteForm{form});
    if (state().dialog.kind == Dialog::Kind::kChangeForm) run(cmd::AnswerDialog{true});
    EXPECT_TRUE(current_round(state())->form == form);
  }
  void toggle(const char* id) { run(cmd::TogglePlan{id}); }
  [[nodiscard]] std::string said() const { return host.announced.empty() ? "" : sp(host.announced.back().words); }
  [[nodiscard]] const model::Ballot& last_cast() const { return state().urn->entries.back().ballot; }
};

State state_in(VoteForm form) {
  State state = test::make_state();
  auto dossier = std::make_shared<model::Dossier>(*state.dossier);
  dossier->rounds[0].form = form;
  state.dossier = dossier;
  state.urn = std::make_shared<model::Urn>();
  return state;
}

class VoteForms : public ::testing::Test {
 protected:
  Lang nl = test::read_lang(LangCode::kNl);
};

// ---- the ballot in the making --------------------------------------------------------------------------------------

TEST_F(VoteForms, ApprovalHasNoLimitOfMoney) {
  Booth b({VoteMethod::kApproval});
  for (const char* id : {"vijver", "bank", "licht"}) b.toggle(id);
  EXPECT_EQ(b.state().ballot.chosen, (Ids{"vijver", "bank", "licht"}));
  EXPECT_EQ(b.said(), "3 plannen gekozen. Samen kosten ze € 18.000.");
  b.run(cmd::CastBallot{});
  EXPECT_EQ(b.last_cast().approved, (Ids{"bank", "licht", "vijver"}));
}

TEST_F(VoteForms, AtMostSoManyPlansIsAKindReasonAndNothingChanges) {
  Booth b({VoteMethod::kApproval, 2});
  for (const char* id : {"vijver", "bank", "licht"}) b.toggle(id);
  EXPECT_EQ(b.state().ballot.chosen, (Ids{"vijver", "bank"}));
  EXPECT_EQ(b.said(), "Licht: U mag 2 plannen kiezen. Haal eerst een ander plan weg.");
  b.toggle("bank");
  b.toggle("licht");
  EXPECT_EQ(b.state().ballot.chosen, (Ids{"vijver", "licht"}));
}

TEST_F(VoteForms, PointsGoNoFurtherThanThereAre) {
  Booth b({VoteMethod::kPoints, 0, 10, 6});
  b.run(cmd::SetPoints{"bank", 4});
  EXPECT_EQ(b.said(), "Bankjes: 4 punten. Nog 6 punten over.");
  b.run(cmd::SetPoints{"licht", 99});
  EXPECT_EQ(points_on(b.state().ballot, "licht"), 6) << "as many as one plan may have";
  b.run(cmd::SetPoints{"taal", 1});
  EXPECT_EQ(points_on(b.state().ballot, "taal"), 0);
  EXPECT_EQ(b.said(), "Taalcafé: U hebt geen punten meer. Haal eerst ergens een punt weg.");
  b.run(cmd::SetPoints{"licht", 5});
  b.run(cmd::SetPoints{"licht", 7});
  EXPECT_EQ(points_on(b.state().ballot, "licht"), 6);
  b.run(cmd::SetPoints{"licht", 8});
  EXPECT_EQ(b.said(), "Licht: Een plan krijgt hoogstens 6 punten.");
  b.run(cmd::SetPoints{"bank", 0});
  EXPECT_EQ(b.state().ballot.chosen, Ids{"licht"});
  EXPECT_EQ(b.state().ballot.points, Points{6});
  b.run(cmd::SetPoints{"taal", -5});
  EXPECT_EQ(b.state().ballot.chosen, Ids{"licht"}) << "fewer than none is none";
}

TEST_F(VoteForms, APointsBallotIsCastSortedWithItsPointsBesideIt) {
  Booth b({VoteMethod::kVouchers});
  b.run(cmd::SetPoints{"vijver", 7});
  b.run(cmd::SetPoints{"bank", 3});
  b.run(cmd::CastBallot{});
  EXPECT_EQ(b.last_cast(), (model::Ballot{{"bank", "vijver"}, {3, 7}}));
  EXPECT_TRUE(b.state().ballot.chosen.empty());
  EXPECT_TRUE(b.state().ballot.points.empty());
  EXPECT_TRUE(b.state().ballot_undo.empty()) << "nobody takes a cast ballot back";
  b.run(cmd::UndoChoice{});
  EXPECT_TRUE(b.state().ballot.chosen.empty());
}

TEST_F(VoteForms, ARankingIsBuiltMovedAndCastInItsOrder) {
  Booth b({VoteMethod::kRanking});
  for (const char* id : {"taal", "bank", "vijver", "licht"}) b.toggle(id);
  EXPECT_EQ(b.said(), "Licht staat op plaats 4 van 4.");
  b.run(cmd::MoveRank{"licht", 0});
  EXPECT_EQ(b.state().ballot.chosen, (Ids{"licht", "taal", "bank", "vijver"}));
  b.run(cmd::MoveRank{"taal", 2});
  EXPECT_EQ(b.state().ballot.chosen, (Ids{"licht", "bank", "taal", "vijver"}));
  b.run(cmd::MoveRank{"bank", 99});
  EXPECT_EQ(b.state().ballot.chosen, (Ids{"licht", "taal", "vijver", "bank"}));
  b.run(cmd::MoveRank{"bank", -99});
  EXPECT_EQ(b.state().ballot.chosen, (Ids{"bank", "licht", "taal", "vijver"}));
  EXPECT_EQ(b.said(), "Bankjes staat op plaats 1 van 4.");
  b.toggle("taal");
  EXPECT_EQ(b.said(), "Taalcafé is uit uw volgorde.");
  b.run(cmd::CastBallot{});
  EXPECT_EQ(b.last_cast().approved, (Ids{"bank", "licht", "vijver"}));
  EXPECT_TRUE(b.last_cast().points.empty());
}

TEST_F(VoteForms, EveryStepIsTakenBackInTheOppositeOrder) {
  for (const VoteMethod method : {VoteMethod::kApproval, VoteMethod::kKnapsack, VoteMethod::kPoints,
                                  VoteMethod::kRanking, VoteMethod::kVouchers}) {
    Booth b({method});
    std::vector<BallotDraft> before;
    const auto step = [&](const Command& c) {
      before.push_back(b.state().ballot);
      b.run(c);
      EXPECT_FALSE(b.state().ballot == before.back());
    };
    step(cmd::TogglePlan{"bank"});
    step(cmd::TogglePlan{"licht"});
    if (model::gives_points(method)) step(cmd::SetPoints{"bank", 5});
    if (method == VoteMethod::kRanking) step(cmd::MoveRank{"licht", 0});
    step(cmd::TogglePlan{"bank"});
    step(cmd::ClearChoice{});
    for (auto it = before.rbegin(); it != before.rend(); ++it) {
      b.run(cmd::UndoChoice{});
      EXPECT_EQ(b.state().ballot.chosen, it->chosen);
      EXPECT_EQ(b.state().ballot.points, it->points);
    }
    b.run(cmd::UndoChoice{});
    EXPECT_TRUE(b.state().ballot.chosen.empty()) << "nothing is left to take back";
  }
}

TEST_F(VoteForms, ARefusedStepIsNoStepToTakeBack) {
  Booth b({VoteMethod::kKnapsack});
  b.toggle("vijver");
  b.toggle("bank");
  EXPECT_EQ(b.state().ballot_undo.size(), 1U);
}

TEST_F(VoteForms, ABallotInTheMakingSurvivesARestart) {
  Booth b({VoteMethod::kPoints});
  b.run(cmd::SetPoints{"taal", 4});
  b.run(cmd::SetPoints{"bank", 3});
  b.restart();
  EXPECT_EQ(b.state().ballot.chosen, (Ids{"taal", "bank"}));
  EXPECT_EQ(b.state().ballot.points, (Points{4, 3}));
  EXPECT_EQ(b.state().urn->total(), 0) << "the emptied box is kept as well";
}

TEST_F(VoteForms, ADraftOfAnotherFormOrOfPlansThatAreGoneIsTidied) {
  model::Round round = test::make_round();
  BallotDraft draft{"r1", {"taal", "maan", "bank"}, {}};
  EXPECT_EQ(tidied(draft, &round).chosen, (Ids{"taal", "bank"}));
  draft.points = {4, 1, 3};
  EXPECT_TRUE(tidied(draft, &round).chosen.empty());
  round.form.method = VoteMethod::kPoints;
  EXPECT_EQ(tidied(draft, &round).points, (Points{4, 3}));
  EXPECT_TRUE(tidied(draft, nullptr).chosen.empty());
}

// ---- what the voter reads ------------------------------------------------------------------------------------------

TEST_F(VoteForms, TheBarSaysWhatIsLeftInTheNumbersOfTheForm) {
  State state = state_in({VoteMethod::kPoints});
  state.ballot = {"r1", {"bank", "taal"}, {4, 2}};
  Purse purse = make_vote_choose_view(state, nl).purse;
  EXPECT_EQ(purse.left_amount + " " + purse.left_word + ", " + purse.of_words, "4 punten over, van 10 punten");
  EXPECT_EQ(sp(purse.name), "U gaf 6 van 10 punten. Over: 4 punten. Er is € 10.000 voor de plannen.");
  ASSERT_EQ(purse.parts.size(), 2U);
  EXPECT_FLOAT_EQ(purse.parts[0].share, 0.4F);
  EXPECT_EQ(purse.tiles.count, 10);

  state = state_in({VoteMethod::kApproval});
  state.ballot.chosen = {"bank", "vijver"};
  purse = make_vote_choose_view(state, nl).purse;
  EXPECT_EQ(sp(purse.left_amount), "€ 14.000");
  EXPECT_FALSE(purse.over) << "more than there is may be chosen";
  EXPECT_FALSE(purse.small.empty());
  float share = 0;
  for (const BarPart& part : purse.parts) share += part.share;
  EXPECT_LE(share, 1.0001F) << "the bar has tiles enough";
  EXPECT_EQ(purse.tiles.count, 14);

  state = state_in({VoteMethod::kRanking});
  state.ballot.chosen = {"taal", "bank"};
  purse = make_vote_choose_view(state, nl).purse;
  EXPECT_EQ(sp(purse.name), "U zette 2 van 4 plannen op volgorde. Samen kosten ze € 7.500. Er is € 10.000.");
}

TEST_F(VoteForms, AVoucherIsWorthItsPartOfTheBudget) {
  State state = state_in({VoteMethod::kVouchers});
  EXPECT_EQ(voucher_worth(state, *current_round(state)).voters, 500) << "an example, until there are votes enough";
  auto urn = std::make_shared<model::Urn>();
  urn->round_id = "r1";
  urn->add({{"bank"}, {10}}, 80);
  state.urn = urn;
  EXPECT_EQ(voucher_worth(state, *current_round(state)).voters, 80);
  EXPECT_EQ(voucher_worth(state, *current_round(state)).each, Money{1250});  // 10.000 / 80 / 10
  EXPECT_EQ(vouchers_worth(state, *current_round(state), 3), Money{3750});
  state.ballot = {"r1", {"bank"}, {3}};
  const VoteChooseView view = make_vote_choose_view(state, nl);
  EXPECT_EQ(sp(view.purse.small), "1 bon is ongeveer € 12,50, bij 80 stemmers.");
  EXPECT_EQ(sp(view.plans[0].worth), "ongeveer € 37,50");
  EXPECT_EQ(view.plans[0].points_words, "bonnen");
}

TEST_F(VoteForms, EveryFormIsReadChosenCheckedAndSaidInItsOwnWords) {
  for (const VoteMethod method : {VoteMethod::kApproval, VoteMethod::kKnapsack, VoteMethod::kPoints,
                                  VoteMethod::kRanking, VoteMethod::kVouchers}) {
    State state = state_in({method, 3, 10, 8});
    const VoteReadView read = make_vote_read_view(state, nl);
    EXPECT_GE(read.points.size(), 5U);
    for (const auto& point : read.points) {
      EXPECT_NE(point.title.front(), '[') << point.title;
      EXPECT_NE(point.words.front(), '[') << point.words;
    }
    EXPECT_EQ(read.button, make_vote_choose_view(state, nl).band.title);
    EXPECT_TRUE(make_vote_check_view(state, nl).can_cast) << "a blank vote";
    state.ballot.chosen = {"taal", "bank"};
    if (model::gives_points(method)) state.ballot.points = {1, 9};
    const VoteCheckView check = make_vote_check_view(state, nl);
    EXPECT_EQ(check.can_cast, !model::gives_points(method)) << "nine points on a plan that may have eight";
    if (!model::gives_points(method)) continue;
    state.ballot.points = {1, 8};
    const VoteCheckView sound = make_vote_check_view(state, nl);
    EXPECT_TRUE(sound.can_cast);
    ASSERT_EQ(sound.amounts.size(), 2U);
    EXPECT_EQ(sound.amounts[1], method == VoteMethod::kPoints ? "8 punten" : "8 bonnen");
    EXPECT_EQ(sound.amounts[0], method == VoteMethod::kPoints ? "1 punt" : "1 bon");
  }
}

TEST_F(VoteForms, ARankingListsTheChosenInOrderAndTheOthersBelow) {
  State state = state_in({VoteMethod::kRanking, 2});
  state.ballot.chosen = {"taal", "bank"};
  const VoteChooseView view = make_vote_choose_view(state, nl);
  EXPECT_EQ(view.ranked, (std::vector<std::size_t>{2, 0}));
  EXPECT_EQ(view.plans[2].place, 1U);
  EXPECT_TRUE(view.plans[0].last_place);
  EXPECT_EQ(view.plans[2].up_name, "Hoger: Taalcafé");
  EXPECT_EQ(view.plans[1].reason, "U mag 2 plannen kiezen. Haal eerst een ander plan weg.");
  EXPECT_EQ(view.plans[1].choose_name, "Zet Licht op plaats 3");
  const VoteCheckView check = make_vote_check_view(state, nl);
  EXPECT_EQ(check.plans[0].id, "taal");
  EXPECT_EQ(check.words, "U zette 2 plannen op volgorde. Het beste staat bovenaan.");
}

TEST_F(VoteForms, APlanOnItsOwnPageTakesPointsAndPlaces) {
  State state = state_in({VoteMethod::kRanking});
  state.route = {Screen::kPlan, "taal"};
  state.ballot.chosen = {"bank"};
  EXPECT_EQ(make_plan_view(state, nl).button, "Zet dit plan op plaats 2");
  state.ballot.chosen = {"bank", "taal"};
  EXPECT_EQ(make_plan_view(state, nl).fits, "Dit plan staat op plaats **2** van 2.");
  state = state_in({VoteMethod::kPoints});
  state.route = {Screen::kPlan, "taal"};
  state.ballot = {"r1", {"bank"}, {10}};
  const PlanView full = make_plan_view(state, nl);
  EXPECT_EQ(full.fits, "U hebt geen punten meer. Haal eerst ergens een punt weg.");
  EXPECT_EQ(full.plan.most_points, 0);
}

// ---- the organiser -------------------------------------------------------------------------------------------------

TEST_F(VoteForms, AnOrganiserEmptiesThePracticeBoxFirstAndGetsTheExampleBack) {
  Bench b;
  const auto example = b.state().urn;
  ASSERT_GT(example->total(), 0);
  b.run(cmd::SetVoteForm{{VoteMethod::kRanking}});
  EXPECT_EQ(b.state().dialog.kind, Dialog::Kind::kChangeForm);
  EXPECT_TRUE(current_round(b.state())->form == VoteForm{}) << "nothing changes before the yes";
  b.run(cmd::AnswerDialog{false});
  EXPECT_EQ(b.state().urn, example);
  b.run(cmd::SetVoteForm{{VoteMethod::kRanking}});
  b.run(cmd::AnswerDialog{true});
  EXPECT_EQ(current_round(b.state())->form.method, VoteMethod::kRanking);
  EXPECT_EQ(b.state().urn->total(), 0);
  EXPECT_EQ(b.state().result, nullptr);
  b.run(cmd::Undo{});
  EXPECT_TRUE(current_round(b.state())->form == VoteForm{});
  EXPECT_EQ(*b.state().urn, *example) << "the ballots of the example belong to its own form";
}

TEST_F(VoteForms, RealBallotsKeepTheFormAndUndoCannotGoAroundThem) {
  Bench b;
  model::Dossier own = *b.state().dossier;
  own.id = "eigen";
  own.rounds[0].opens = "2020-01-01";
  own.rounds[0].closes = "2099-01-01";
  own.rounds[0].result_on = "2099-01-02";
  b.app.run(cmd::FromDevice{platform::FilePicked{"import", "eigen.json", ""}});
  State state = b.state();
  state.problem.reset();
  state.dossier = std::make_shared<const model::Dossier>(own);
  state.example = false;
  state.urn = std::make_shared<const model::Urn>();
  const Fixed& fixed = b.app.fixed();
  state = apply(state, cmd::SetVoteForm{{VoteMethod::kPoints}}, fixed).state;
  ASSERT_EQ(current_round(state)->form.method, VoteMethod::kPoints) << "an empty box: nobody is asked anything";
  state = apply(state, cmd::SetPoints{"bank", 4}, fixed).state;
  state = apply(state, cmd::CastBallot{}, fixed).state;
  ASSERT_EQ(state.urn->total(), 1);
  state = apply(state, cmd::SetVoteForm{{VoteMethod::kRanking}}, fixed).state;
  ASSERT_TRUE(state.problem.has_value());
  EXPECT_EQ(state.problem->key, "error.form_has_ballots");
  EXPECT_EQ(nl.error(*state.problem).find('['), std::string::npos);
  state.problem.reset();
  state = apply(state, cmd::Undo{}, fixed).state;
  EXPECT_EQ(current_round(state)->form.method, VoteMethod::kPoints);
  EXPECT_TRUE(state.problem.has_value());
  EXPECT_EQ(state.urn->total(), 1);
  EXPECT_FALSE(make_vote_form_view(state, nl).locked.empty());
}

TEST_F(VoteForms, AFormThatCannotBeIsRefused) {
  Bench b;
  VoteForm form{VoteMethod::kPoints};
  form.points = 0;
  b.run(cmd::SetVoteForm{form});
  EXPECT_TRUE(b.state().problem.has_value());
  EXPECT_TRUE(current_round(b.state())->form == VoteForm{});
}

TEST_F(VoteForms, TheOrganiserSeesFiveWaysAndTheirNumbers) {
  const State state = state_in({VoteMethod::kVouchers, 0, 4, 4});
  const VoteFormView view = make_vote_form_view(state, nl);
  ASSERT_EQ(view.methods.size(), 5U);
  EXPECT_EQ(view.forms[static_cast<std::size_t>(view.chosen)].method, VoteMethod::kVouchers);
  ASSERT_EQ(view.numbers.size(), 3U);
  EXPECT_EQ(view.numbers[0].number, "4");
  EXPECT_EQ(view.numbers[0].less.points, 3);
  EXPECT_EQ(view.numbers[0].less.most_per_plan, 3) << "nobody gives one plan more than there is";
  EXPECT_EQ(view.numbers[2].words, "geen grens");
  EXPECT_FALSE(view.numbers[2].can_less);
  for (const auto& number : view.numbers) {
    EXPECT_TRUE(model::validate(number.less).has_value());
    EXPECT_TRUE(model::validate(number.more).has_value());
  }
  EXPECT_EQ(make_vote_form_view(state_in({VoteMethod::kApproval}), nl).numbers.size(), 1U);
}

// ---- kept and brought out ------------------------------------------------------------------------------------------

TEST_F(VoteForms, AnUrnOfBeforeIsReadAndPlainBallotsAreStillWrittenAsBefore) {
  const std::string before = R"({"entries":[{"approved":[],"count":1},{"approved":["bank","licht"],"count":6}],)"
                             R"("round_id":"r1","version":1})";
  const auto urn = read_urn(before);
  ASSERT_TRUE(urn);
  EXPECT_EQ(urn->total(), 7);
  EXPECT_EQ(write_urn(*urn), before);
  const std::string draft = R"({"chosen":["taal"],"round_id":"r1","version":1})";
  const auto kept = read_draft(draft);
  ASSERT_TRUE(kept);
  EXPECT_EQ(write_draft(*kept), draft);
}

TEST_F(VoteForms, AnUrnWithPointsOrAnOrderIsSafeFromAnAppOfBefore) {
  model::Urn urn;
  urn.round_id = "r1";
  urn.add({{"licht", "bank"}}, 2);
  EXPECT_NE(write_urn(urn).find("\"version\":2"), std::string::npos);
  urn.add({{"bank", "licht"}, {4, 6}}, 3);
  const auto back = read_urn(write_urn(urn));
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, urn);
  EXPECT_FALSE(read_urn(R"({"entries":[{"approved":["a"],"count":1,"points":[1,2]}],"round_id":"","version":2})"));
  EXPECT_FALSE(read_urn(R"({"entries":[{"approved":["a"],"count":1,"points":[0]}],"round_id":"","version":2})"));
  EXPECT_FALSE(read_urn(R"({"entries":[],"round_id":"","version":3})"));
}

TEST_F(VoteForms, TheCountHoldsOnlyBallotsOfTheForm) {
  model::Round round = test::make_round();
  model::Urn urn = test::make_urn();
  urn.add({{"bank", "taal"}, {7, 3}}, 5);
  ASSERT_TRUE(election_of(round, urn));
  EXPECT_EQ(rules::count_voters(*election_of(round, urn)), 10U);
  EXPECT_EQ(election_of(round, urn)->type, rules::BallotType::kApproval);
  round.form.method = VoteMethod::kVouchers;
  const auto points = election_of(round, urn);
  ASSERT_TRUE(points);
  EXPECT_EQ(rules::count_voters(*points), 6U) << "five with points, and the blank one";
  EXPECT_EQ(points->type, rules::BallotType::kCumulative);
  EXPECT_EQ(points->ballots.back().points, (Points{7, 3}));
  EXPECT_EQ(points->vouchers, 10) << "who keeps some still had them";
  EXPECT_TRUE(rules::validate(*points));
}

TEST_F(VoteForms, ARankingKeepsItsOrderForTheCount) {
  model::Round round = test::make_round();
  round.form.method = VoteMethod::kRanking;
  model::Urn urn;
  urn.round_id = "r1";
  urn.add({{"vijver", "bank", "taal"}}, 2);
  const auto election = election_of(round, urn);
  ASSERT_TRUE(election);
  ASSERT_EQ(election->ballots.size(), 1U);
  EXPECT_EQ(election->ballots[0].projects, (std::vector<rules::ProjectIndex>{3, 0, 2}));
  EXPECT_TRUE(rules::validate(*election));
}

TEST_F(VoteForms, TheCountKnowsPotsLimitsAndLinksBetweenPlans) {
  model::Round round = test::make_round();
  round.part_funding = true;
  model::SpendingLimit pot;
  pot.buurt = "B1";
  pot.pot = Money::from_euros(3000);
  model::SpendingLimit theme;
  theme.theme = model::Theme::kSafety;
  theme.least = Money::from_euros(1000);
  theme.most = Money::from_euros(5000);
  round.limits = {pot, theme};
  round.plans[0].excludes = {"vijver"};
  round.plans[2].requires_plans = {"licht"};
  round.plans[3].least_cost = Money::from_euros(6000);
  const auto election = election_of(round, test::make_urn());
  ASSERT_TRUE(election);
  const rules::Constraints& c = election->constraints;
  ASSERT_EQ(c.pots.size(), 1U);
  EXPECT_EQ(c.pots[0].name, "B1");
  EXPECT_TRUE(c.pots[0].area);
  ASSERT_EQ(c.limits.size(), 1U);
  EXPECT_EQ(c.limits[0].name, "veiligheid");
  EXPECT_EQ(c.limits[0].least, Ratio(1000));
  EXPECT_EQ(c.limits[0].most, Ratio(5000));
  EXPECT_TRUE(c.part_funding);
  EXPECT_EQ(election->projects[0].excludes, (std::vector<rules::ProjectIndex>{3}));
  EXPECT_EQ(election->projects[2].requires_, (std::vector<rules::ProjectIndex>{1}));
  EXPECT_EQ(election->projects[3].least_cost, Ratio(6000));
}

model::Urn urn_for(VoteMethod method) {
  model::Urn urn;
  urn.round_id = "r1";
  urn.add({}, 2);
  if (model::gives_points(method)) {
    urn.add({{"bank", "taal"}, {7, 3}}, 5);
    urn.add({{"licht"}, {10}}, 1);
  } else if (method == VoteMethod::kRanking) {
    urn.add({{"vijver", "bank", "taal"}}, 4);
    urn.add({{"bank", "vijver"}}, 1);
  } else {
    urn.add({{"bank", "licht"}}, 3);
    urn.add({{"taal"}}, 1);
  }
  return urn;
}

TEST_F(VoteForms, BallotsOfEveryFormGoOutAsPbAndComeBack) {
  for (const VoteMethod method : {VoteMethod::kApproval, VoteMethod::kKnapsack, VoteMethod::kPoints,
                                  VoteMethod::kRanking, VoteMethod::kVouchers}) {
    model::Round round = test::make_round();
    round.form = {method, 3, 10, 0};
    const model::Urn urn = urn_for(method);
    const auto pb = write_ballots(round, urn);
    ASSERT_TRUE(pb);
    const std::string_view type = model::gives_points(method)      ? "vote_type;cumulative\n"
                                  : method == VoteMethod::kRanking ? "vote_type;ordinal\n"
                                                                   : "vote_type;approval\n";
    EXPECT_NE(pb->find(type), std::string::npos) << *pb;
    EXPECT_NE(pb->find("max_length;3\n"), std::string::npos);
    EXPECT_EQ(pb->find("max_sum_cost;10000\n") != std::string::npos, method == VoteMethod::kKnapsack);
    EXPECT_EQ(pb->find("max_sum_points;10\n") != std::string::npos, model::gives_points(method));
    const auto back = read_ballots(round, *pb);
    ASSERT_TRUE(back) << back.error().key;
    EXPECT_EQ(back->entries, urn.entries);
    round.form.method = method == VoteMethod::kRanking ? VoteMethod::kPoints : VoteMethod::kRanking;
    const auto other = read_ballots(round, *pb);
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().key, "error.ballots_other_form");
  }
}

TEST_F(VoteForms, BallotsThatBreakTheFormAreNotTaken) {
  model::Round round = test::make_round();
  round.form = {VoteMethod::kApproval};
  const auto pb = write_ballots(round, urn_for(VoteMethod::kApproval));
  ASSERT_TRUE(pb);
  round.form.most_plans = 1;
  const auto back = read_ballots(round, *pb);
  ASSERT_FALSE(back);
  EXPECT_EQ(back.error().key, "error.ballot_breaks_form");
}

TEST_F(VoteForms, TheRuleIsNamedInThePbAsItsVocabularyKnowsIt) {
  model::Round round = test::make_round();
  const auto rule_of = [&](model::CountingRule rule) {
    round.rule = std::move(rule);
    const auto pb = write_ballots(round, test::make_urn());
    EXPECT_TRUE(pb);
    const std::size_t at = pb ? pb->find("\nrule;") + 6 : 0;
    return pb ? pb->substr(at, pb->find('\n', at) - at) : std::string();
  };
  const auto rule = [](const char* id, const char* completion, const char* comparison) {
    model::CountingRule made;
    made.id = id;
    made.completion = completion;
    made.comparison = comparison;
    return made;
  };
  EXPECT_EQ(rule_of({}), "equalshares/add1");
  EXPECT_EQ(rule_of(rule("equal-shares", "none", "")), "equalshares");
  EXPECT_EQ(rule_of(rule("equal-shares", "add1", "nonempty")), "equalshares/add1-comparison");
  EXPECT_EQ(rule_of(rule("greedy", "", "")), "greedy");
  EXPECT_EQ(rule_of(rule("phragmen", "", "")), "unknown");
}

}  // namespace
}  // namespace stoepkrijt::app
