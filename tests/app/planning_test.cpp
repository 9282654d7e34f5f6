// From what was seen to an idea, and from an idea to a plan of the next round.
#include <gtest/gtest.h>

#include "app/planning.hpp"
#include "app/views/planning_view.hpp"
#include "app/views/plans_view.hpp"
#include "app/views/signals_view.hpp"
#include "book_fixture.hpp"

namespace stoepkrijt::app::test {
namespace {

const Lang& nl() {
  static const auto* const lang = new Lang(read_lang(LangCode::kNl));
  return *lang;
}

SignalView page_of(Bench& b, const std::string& signal) {
  b.run(cmd::GoTo{{Screen::kSignal, signal}});
  return make_signal_view(b.state(), nl());
}

/// Makes an idea of the broken lamp; its id.
std::string make_idea(Bench& b) {
  b.run(cmd::MakeIdea{"a1"});
  const std::string id = b.state().tag->signal.id;
  b.run(cmd::SetTagTitle{"Lampen die zien wie er loopt"});
  b.run(cmd::SetTagWords{"Dan is het licht als er iemand is."});
  b.run(cmd::SaveTag{});
  EXPECT_EQ(b.state().problem, std::nullopt);
  return id;
}

void make_plan(Bench& b, const std::string& idea, std::int64_t euros = 4'000) {
  b.run(cmd::PreparePlan{idea, ""});
  model::Plan plan = b.state().plan_draft->plan;
  if (plan.title.nl.empty()) plan.title.nl = "Plan";
  plan.cost = Money::from_euros(euros);
  b.run(cmd::ChangePlan{plan});
  b.run(cmd::SavePlan{});
}

TEST(Idea, ComesOutOfASignalAtItsPlaceAndBothTellOfEachOther) {
  Bench b;
  EXPECT_FALSE(page_of(b, "a1").make_idea.empty());
  EXPECT_TRUE(page_of(b, "a1").make_plan.empty()) << "what is broken is not a plan";
  const std::string id = make_idea(b);
  const model::Signal* idea = find_signal(*b.state().dossier, id);
  ASSERT_NE(idea, nullptr);
  EXPECT_EQ(idea->kind, model::SignalKind::kIdea);
  EXPECT_EQ(idea->comes_from, "a1");
  EXPECT_EQ(idea->place, find_signal(*b.state().dossier, "a1")->place);
  const SignalView from = page_of(b, "a1");
  ASSERT_EQ(from.ways.size(), 1U);
  EXPECT_EQ(from.ways[0].to, (Route{Screen::kSignal, id}));
  const SignalView of_idea = page_of(b, id);
  ASSERT_EQ(of_idea.ways.size(), 1U);
  EXPECT_EQ(of_idea.ways[0].to, (Route{Screen::kSignal, "a1"}));
  EXPECT_TRUE(of_idea.make_idea.empty());
  EXPECT_FALSE(of_idea.make_plan.empty());
  expect_shown(b);
}

TEST(Idea, InTheMakingKeepsWhatItComesFromWhenTheTabIsClosed) {
  Bench b;
  b.run(cmd::MakeIdea{"a1"});
  b.restart();
  ASSERT_TRUE(b.state().tag.has_value());
  EXPECT_EQ(b.state().tag->signal.comes_from, "a1");
}

TEST(Plan, OfAnIdeaComesInARoundInPreparationAndNotInTheOpenOne) {
  Bench b;
  const std::string open = current_round(b.state())->id;
  const std::size_t plans = current_round(b.state())->plans.size();
  const std::string id = make_idea(b);
  EXPECT_EQ(next_round(b.state()), nullptr);
  make_plan(b, id);
  ASSERT_EQ(b.state().problem, std::nullopt);
  EXPECT_EQ(b.state().route, (Route{Screen::kNextRound, ""}));
  ASSERT_NE(next_round(b.state()), nullptr);
  EXPECT_EQ(next_round(b.state())->phase, model::RoundPhase::kPreparing);
  EXPECT_EQ(current_round(b.state())->id, open) << "people go on voting in the round that is open";
  EXPECT_EQ(current_round(b.state())->plans.size(), plans);
  const model::Plan& plan = next_round(b.state())->plans.at(0);
  EXPECT_EQ(plan.title.nl, "Lampen die zien wie er loopt");
  EXPECT_EQ(plan.summary.nl, "Dan is het licht als er iemand is.");
  EXPECT_EQ(plan.comes_from, std::vector<std::string>{id});
  EXPECT_EQ(plan.place, find_signal(*b.state().dossier, id)->place);
  const SignalView view = page_of(b, id);
  EXPECT_TRUE(view.make_plan.empty()) << "it is in the round already";
  EXPECT_EQ(view.ways.back().to, (Route{Screen::kNextRound, ""}));
  expect_shown(b);
  b.run(cmd::Undo{});
  EXPECT_EQ(next_round(b.state()), nullptr) << "the round came with the plan, and goes with it";
}

TEST(Plan, InTheMakingIsKeptOnTheDeviceAndGoesOnWhereItWas) {
  Bench b;
  const std::string id = make_idea(b);
  b.run(cmd::PreparePlan{id, ""});
  model::Plan plan = b.state().plan_draft->plan;
  plan.own_words = "de lampen tellen";
  b.run(cmd::ChangePlan{plan});
  b.restart();
  ASSERT_TRUE(b.state().plan_draft.has_value());
  EXPECT_EQ(b.state().plan_draft->plan, plan);
  const NextRoundView view = make_next_round_view(b.state(), nl(), {});
  EXPECT_FALSE(view.draft.empty());
  b.run(cmd::PreparePlan{view.draft_idea, view.draft_plan});
  EXPECT_EQ(b.state().plan_draft->plan, plan);
  b.run(cmd::DropPlan{});
  b.run(cmd::AnswerDialog{true});
  EXPECT_FALSE(b.state().plan_draft.has_value());
  b.restart();
  EXPECT_FALSE(b.state().plan_draft.has_value());
}

TEST(Plan, WithoutANameOrAnAmountSaysWhatIsMissingAndLosesNothing) {
  Bench b;
  b.run(cmd::PreparePlan{});
  b.run(cmd::SavePlan{});
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.plan_without_title");
  model::Plan plan = b.state().plan_draft->plan;
  plan.title.nl = "Fontein";
  b.run(cmd::ChangePlan{plan});
  b.run(cmd::CloseProblem{});
  b.run(cmd::SavePlan{});
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.plan_without_cost");
  EXPECT_EQ(b.state().plan_draft->plan.title.nl, "Fontein");
  EXPECT_EQ(next_round(b.state()), nullptr);
}

TEST(Plan, OfTheNextRoundIsChangedAndTakenOutAndTheIdeaStays) {
  Bench b;
  const std::string id = make_idea(b);
  make_plan(b, id, 4'000);
  const std::string plan = next_round(b.state())->plans.at(0).id;
  b.run(cmd::PreparePlan{"", plan});
  model::Plan changed = b.state().plan_draft->plan;
  changed.cost = Money::from_euros(5'000);
  b.run(cmd::ChangePlan{changed});
  b.run(cmd::SavePlan{});
  ASSERT_EQ(next_round(b.state())->plans.size(), 1U);
  EXPECT_EQ(next_round(b.state())->plans[0].cost, Money::from_euros(5'000));
  b.run(cmd::DeletePlan{plan});
  b.run(cmd::AnswerDialog{true});
  EXPECT_TRUE(next_round(b.state())->plans.empty());
  EXPECT_NE(find_signal(*b.state().dossier, id), nullptr);
  b.run(cmd::Undo{});
  EXPECT_EQ(next_round(b.state())->plans.size(), 1U);
  expect_shown(b);
}

TEST(NextRound, TakesMoneyAndDaysAndRefusesDaysInTheWrongOrder) {
  Bench b;
  b.run(
      cmd::SetNextRound{{"Wijkbudget 2027", ""}, Money::from_euros(20'000), "2027-02-01", "2027-02-21", "2027-03-01"});
  ASSERT_NE(next_round(b.state()), nullptr);
  EXPECT_EQ(next_round(b.state())->budget, Money::from_euros(20'000));
  b.run(
      cmd::SetNextRound{{"Wijkbudget 2027", ""}, Money::from_euros(20'000), "2027-03-01", "2027-02-21", "2027-03-01"});
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.dates_in_wrong_order");
  EXPECT_EQ(next_round(b.state())->opens, "2027-02-01");
}

TEST(NextRound, SaysBeforehandWhatIsDecidedWhatIsFixedByWhomAndWhatComesOfIt) {
  Bench b;
  const model::Round open = *current_round(b.state());
  const NextRoundView before = make_next_round_view(b.state(), nl(), {});
  EXPECT_EQ(before.told.now.ladder, open.ladder) << "it begins as the round before";
  b.run(cmd::SetRoundWords{LangCode::kNl, model::LadderStep::kThink, "  Wie hier woont. ",
                           "U kiest de bomen.\n\n  U kiest de bankjes.\n", "Er is € 5.000.", "In mei wordt geplant."});
  ASSERT_EQ(b.state().problem, std::nullopt);
  const model::Round* round = next_round(b.state());
  ASSERT_NE(round, nullptr);
  EXPECT_EQ(round->ladder, model::LadderStep::kThink);
  EXPECT_EQ(round->who_may_vote, (model::Words{"Wie hier woont.", ""}));
  EXPECT_EQ(round->open_points, (std::vector<model::Words>{{"U kiest de bomen.", ""}, {"U kiest de bankjes.", ""}}));
  EXPECT_EQ(round->fixed_points, (std::vector<model::Words>{{"Er is € 5.000.", ""}}));
  EXPECT_EQ(round->afterwards.nl, "In mei wordt geplant.");
  EXPECT_EQ(*current_round(b.state()), open) << "what was announced stands";
  expect_shown(b);
  // What stands there is what is shown; an empty line or a blank more is not another text.
  const RoundWordsForm now = make_next_round_view(b.state(), nl(), {}).told.now;
  EXPECT_EQ(now.open_points, "U kiest de bomen.\nU kiest de bankjes.");
  RoundWordsForm typed = now;
  typed.open_points += "\n\n";
  EXPECT_TRUE(is_kept(typed, now));
  typed.open_points += "En de vijver.";
  EXPECT_FALSE(is_kept(typed, now));
  typed = now;
  typed.ladder = model::LadderStep::kDo;
  EXPECT_FALSE(is_kept(typed, now));
  // The same once more is no change; one step back is the round before it was there.
  const std::string state = state_name(b);
  b.run(cmd::SetRoundWords{now.lang, now.ladder, now.who_may_vote, now.open_points, now.fixed_points, now.afterwards});
  EXPECT_EQ(state_name(b), state);
  b.run(cmd::Undo{});
  EXPECT_EQ(next_round(b.state()), nullptr);
}

TEST(NextRound, WarnsOfWordsThatAreStillOfTheRoundBefore) {
  Bench b;
  make_plan(b, make_idea(b));
  const model::Round now = *next_round(b.state());
  const auto old = [&](const model::Round& round) {
    return words_of_before(b.state(), round, nl(), "office.old_words");
  };
  EXPECT_EQ(old(*current_round(b.state())), "") << "of itself it may say the same";
  const NextRoundView::Told told = make_next_round_view(b.state(), nl(), {}).told;
  const bool has_words = !now.afterwards.nl.empty();
  EXPECT_EQ(told.old_words.find(nl().tr("next_round.old_after")) != std::string::npos, has_words);
  ASSERT_TRUE(has_words) << "the round of these tests says what comes of it";
  b.run(cmd::SetRoundWords{LangCode::kNl, now.ladder, now.who_may_vote.nl, lines_of(now.open_points, LangCode::kNl),
                           lines_of(now.fixed_points, LangCode::kNl), "In mei wordt geplant."});
  EXPECT_EQ(old(*next_round(b.state())).find(nl().tr("next_round.old_after")), std::string::npos);
  EXPECT_NE(old(*next_round(b.state())).find(nl().tr("next_round.old_who")), std::string::npos);
}

TEST(NextRound, TooManyWordsAreRefusedWithAReasonAndNothingIsLost) {
  Bench b;
  b.run(cmd::SetRoundWords{LangCode::kNl, model::LadderStep::kDecide, "Iedereen.", "", "", ""});
  b.run(cmd::SetRoundWords{LangCode::kNl, model::LadderStep::kDecide, std::string(100'000, 'a'), "", "", ""});
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->where.path, "who_may_vote.nl");
  EXPECT_EQ(next_round(b.state())->who_may_vote.nl, "Iedereen.");
}

TEST(Words, SaidOtherwiseInDutchLoseTheEnglishThatSaidSomethingElse) {
  const model::Words both{"Er is € 60.000.", "There is €60,000."};
  EXPECT_EQ(reworded(both, " Er is € 60.000. ", LangCode::kNl), both);
  EXPECT_EQ(reworded(both, "Er is € 20.000.", LangCode::kNl), (model::Words{"Er is € 20.000.", ""}));
  EXPECT_EQ(reworded(both, "It is 60,000 euros.", LangCode::kEn),
            (model::Words{"Er is € 60.000.", "It is 60,000 euros."}));
  EXPECT_EQ(reworded({}, "Only English.", LangCode::kEn), (model::Words{"Only English.", ""}))
      << "Dutch is never empty";
  EXPECT_EQ(reworded(both, "", LangCode::kNl), model::Words{});
}

TEST(Words, PointsAreLinesAndKeepTheirOtherLanguage) {
  const std::vector<model::Words> points{{"Eén.", "One."}, {"Twee.", "Two."}, {"Drie.", ""}};
  EXPECT_EQ(lines_of(points, LangCode::kNl), "Eén.\nTwee.\nDrie.");
  EXPECT_EQ(lines_of(points, LangCode::kEn), "One.\nTwo.\nDrie.");
  for (const LangCode lang : {LangCode::kNl, LangCode::kEn})
    EXPECT_EQ(points_of(lines_of(points, lang), points, lang), points);
  EXPECT_EQ(points_of("Twee.\r\n\n Eén. ", points, LangCode::kNl), (std::vector<model::Words>{points[1], points[0]}));
  EXPECT_EQ(points_of("Eén.\nTwee!\nDrie.", points, LangCode::kNl),
            (std::vector<model::Words>{points[0], {"Twee!", ""}, points[2]}));
  EXPECT_EQ(points_of("One.\nSecond.\nDrie.", points, LangCode::kEn),
            (std::vector<model::Words>{points[0], {"Twee.", "Second."}, points[2]}));
  EXPECT_EQ(points_of("Two.\nNew.\nDrie.", points, LangCode::kEn),
            (std::vector<model::Words>{points[1], {"New.", ""}, points[2]}))
      << "what moved up is not said otherwise where it stood";
  EXPECT_TRUE(points_of(" \n\n", points, LangCode::kNl).empty());
  EXPECT_EQ(lines_of({}, LangCode::kNl), "");
}

TEST(NextRound, FollowsOnTheOneBeforeWithItsFormAndWithoutItsPlans) {
  const model::Round before = make_round();
  const model::Round after = round_after(&before, "r2", "2026-11-29");
  EXPECT_EQ(after.id, "r2");
  EXPECT_EQ(after.form, before.form);
  EXPECT_EQ(after.budget, before.budget);
  EXPECT_TRUE(after.plans.empty());
  EXPECT_EQ(after.opens, "2027-01-24");
  EXPECT_EQ(after.closes, "2027-02-14");
  EXPECT_EQ(after.result_on, "2027-02-21");
  EXPECT_TRUE(model::validate(after));
  model::Round named = before;
  named.title.nl = "Wijkbudget 2026";
  EXPECT_EQ(round_after(&named, "r2", "2026-11-29").title.nl, "Wijkbudget 2027");
  named.title.nl = "Wijkbudget 2027";
  EXPECT_EQ(round_after(&named, "r2", "2026-11-29").title.nl, "Wijkbudget 2028");
  EXPECT_TRUE(model::validate(round_after(nullptr, "r1", "2026-11-29")));
}

TEST(NextRound, AtTheEndsOfTheCalendarStillHasDays) {
  Bench b;
  b.run(cmd::SetNextRound{{"Laatste", ""}, Money::from_euros(1), "2199-12-30", "2199-12-31", "2199-12-31"});
  ASSERT_NE(next_round(b.state()), nullptr);
  const NextRoundView late = make_next_round_view(b.state(), nl(), {});
  EXPECT_EQ(late.closes.after, "2199-12-31");
  EXPECT_EQ(late.closes.before, "2199-12-24");
  for (const std::int64_t now : {std::int64_t{8'640'000'000'000'000}, std::int64_t{-8'640'000'000'000'000}}) {
    Bench wild;
    wild.host.now_ms = now;
    wild.settle();
    static_cast<void>(make_next_round_view(wild.state(), nl(), {}));
  }
  for (const std::string_view today : {"9999-01-01", "0001-01-01", "nooit", "2199-12-31"}) {
    EXPECT_TRUE(model::validate(round_after(nullptr, "r", today))) << today;
  }
}

TEST(PlanForm, ReadsWhatPeopleTypeAndMarksWhatItCannot) {
  model::Plan plan;
  plan.cost = Money{960'050};
  plan.own_people = 12;
  PlanForm form = form_of(plan, LangCode::kNl);
  EXPECT_EQ(form.cost, "9600,50");
  EXPECT_EQ(form.people, "12");
  EXPECT_EQ(form.third_party, "");
  model::Plan same;
  EXPECT_TRUE(read_form(form, same));
  EXPECT_EQ(same.cost, plan.cost);
  EXPECT_EQ(same.own_people, 12);
  form.cost = "ongeveer 50";
  form.people = "-3";
  form.hours = "12 uur";
  form.asked = "99999999999";
  EXPECT_FALSE(read_form(form, same));
  EXPECT_TRUE(form.cost_wrong);
  EXPECT_TRUE(form.people_wrong);
  EXPECT_TRUE(form.hours_wrong);
  EXPECT_TRUE(form.asked_wrong);
  EXPECT_FALSE(form.households_wrong);
  EXPECT_EQ(same.cost, plan.cost) << "what cannot be read changes nothing";
  form.cost.clear();
  static_cast<void>(read_form(form, same));
  EXPECT_EQ(same.cost, Money{});
}

}  // namespace
}  // namespace stoepkrijt::app::test
