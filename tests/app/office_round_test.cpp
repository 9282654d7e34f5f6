// What the organiser chooses for a round that is being prepared; and that the page is not closed by a slip while it
// holds what is nowhere else.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/choice.hpp"
#include "app/count_params.hpp"
#include "app/evening/counting.hpp"
#include "app/office/office_view.hpp"
#include "app/planning.hpp"
#include "app/views/limits_view.hpp"
#include "app/views/rule_view.hpp"
#include "app/views/vote_form_view.hpp"
#include "office_fixture.hpp"

namespace stoepkrijt::app::test {
namespace {

using model::VoteMethod;

/// A dossier with a round in preparation that has one plan.
Bench preparing() {
  Bench b;
  b.run(cmd::PreparePlan{"", ""});
  model::Plan plan = b.state().plan_draft->plan;
  plan.title.nl = "Nieuw plan";
  plan.cost = Money::from_euros(500);
  b.run(cmd::ChangePlan{plan});
  b.run(cmd::SavePlan{});
  return b;
}
State at(const Bench& b, Screen screen, const std::string& id) {
  State state = b.state();
  state.route = {screen, id};
  return state;
}
model::CountingRule rule_of(const std::string& id, const std::string& ties = "") {
  model::CountingRule rule;
  rule.id = id;
  rule.ties = ties;
  return rule;
}
const model::SpendingLimit kPot{"", model::Theme::kOutdoor, Money::from_euros(1'000), {}, {}};

TEST(OfficeRound, ChoosesFormRuleAndPotsOfTheRoundInPreparationAndOfNoOther) {
  Bench b = preparing();
  const model::Round before = *current_round(b.state());
  const model::Round asked = *next_round(b.state());
  EXPECT_EQ(asked.form, before.form) << "by default those of the round under way";
  EXPECT_EQ(asked.rule.id, before.rule.id);
  const std::string id = asked.id;
  EXPECT_EQ(make_office_view(b.state(), nl()).round, id);
  b.run(cmd::SetVoteForm{{VoteMethod::kApproval, 3}, id});
  b.run(cmd::SetCountingRule{rule_of("greedy", "lot"), id});
  b.run(cmd::SetLimit{kPot, id});
  b.run(cmd::SetPartFunding{true, id});
  ASSERT_EQ(b.state().problem, std::nullopt) << b.state().problem->key;
  const model::Round next = *next_round(b.state());
  EXPECT_EQ(next.form.method, VoteMethod::kApproval);
  EXPECT_EQ(next.form.most_plans, 3);
  EXPECT_EQ(next.rule.id, "greedy");
  EXPECT_EQ(next.rule.ties, "lot");
  ASSERT_EQ(next.limits.size(), 1U);
  EXPECT_TRUE(next.part_funding);
  EXPECT_EQ(*current_round(b.state()), before);
  EXPECT_EQ(b.state().urn->total(), 10) << "the box of the round under way is as it was";
  EXPECT_NE(make_office_view(b.state(), nl()).old_words, "") << "what people are told is still of the round before";
  b.run(cmd::SetRoundWords{LangCode::kNl, model::LadderStep::kDo, "Wie hier woont.", "U kiest.", "Er is geld.",
                           "In mei."});
  EXPECT_EQ(make_office_view(b.state(), nl()).old_words, "");
  // The package carries it; the lot is drawn when all boxes are closed.
  fill(b, "1", "0");
  make_all(b);
  ASSERT_NE(b.state().office->cards, nullptr) << (b.state().problem ? b.state().problem->key : "");
  const model::Round& signed_round = b.state().office->cards->package.package.round;
  EXPECT_EQ(signed_round.form, next.form);
  EXPECT_EQ(signed_round.ladder, model::LadderStep::kDo);
  EXPECT_EQ(signed_round.who_may_vote.nl, "Wie hier woont.");
  EXPECT_EQ(signed_round.open_points, (std::vector<model::Words>{{"U kiest.", ""}}));
  EXPECT_EQ(signed_round.afterwards.nl, "In mei.");
  EXPECT_EQ(signed_round.rule, next.rule);
  EXPECT_EQ(signed_round.limits, next.limits);
  EXPECT_TRUE(evening::needs_ties_lot(signed_round));
  // One step back at a time, as everywhere.
  b.run(cmd::Undo{});
  EXPECT_EQ(next_round(b.state())->ladder, before.ladder);
  b.run(cmd::Undo{});
  EXPECT_FALSE(next_round(b.state())->part_funding);
}

TEST(OfficeRound, TheSameScreensSayWhichRoundAndAskForIt) {
  Bench b = preparing();
  const std::string id = next_round(b.state())->id;
  const std::string title = next_round(b.state())->title.nl;
  const State form = at(b, Screen::kVoteForm, id);
  EXPECT_EQ(make_vote_form_view(form, nl()).of, title + ", in voorbereiding");
  EXPECT_EQ(make_vote_form_view(form, nl()).round, id);
  EXPECT_EQ(make_vote_form_view(form, nl()).practice, "") << "no box of it has to be emptied";
  EXPECT_EQ(make_limits_view(at(b, Screen::kLimits, id), nl()).round, id);
  const RuleView rule = make_rule_view(at(b, Screen::kRule, id), nl());
  EXPECT_TRUE(rule.may_change);
  EXPECT_EQ(sp(rule.fixed), sp(nl().tr("rule_choice.until", {{"day", nl().day(next_round(b.state())->opens)}})));
  // Of the round under way they are as they were.
  EXPECT_EQ(make_vote_form_view(at(b, Screen::kVoteForm, ""), nl()).of, "");
  EXPECT_EQ(make_rule_view(at(b, Screen::kRule, ""), nl()).round, "");
  EXPECT_FALSE(make_vote_form_view(at(b, Screen::kVoteForm, "er-is-geen"), nl()).has_round);
  b.run(cmd::SetVoteForm{{VoteMethod::kRanking}, "er-is-geen"});
  EXPECT_EQ(b.state().problem, std::nullopt);
}

TEST(OfficeRound, ALotIsLeftForTheEveningOrHasAWordThatIsAnnounced) {
  Bench b = preparing();
  const std::string id = next_round(b.state())->id;
  const auto ties = [&](const std::string& round) {
    const RuleView view = make_rule_view(at(b, Screen::kRule, round), nl());
    const auto group =
        std::find_if(view.groups.begin(), view.groups.end(), [](const auto& g) { return g.key == "ties"; });
    return group->options.back().rule;
  };
  EXPECT_EQ(ties(id).ties, "lot");
  EXPECT_EQ(ties(id).seed, "") << "drawn in public";
  EXPECT_EQ(ties("").seed, current_round(b.state())->id) << "practice is counted at once";
  model::CountingRule rule = ties(id);
  b.run(cmd::SetCountingRule{rule, id});
  EXPECT_EQ(next_round(b.state())->rule.seed, "");
  const RuleView later = make_rule_view(at(b, Screen::kRule, id), nl());
  EXPECT_TRUE(later.wants_seed);
  EXPECT_EQ(later.seed, "");
  EXPECT_EQ(later.seed_hint, nl().tr("option.seed_hint_later"));
  rule.seed = "kastanje";
  b.run(cmd::SetCountingRule{rule, id});
  EXPECT_EQ(next_round(b.state())->rule.seed, "kastanje");
}

TEST(OfficeRound, ARuleThatCannotCountTheBallotsIsToldBeforeThePackageIsMade) {
  Bench b = preparing();
  const std::string id = next_round(b.state())->id;
  b.run(cmd::SetVoteForm{{VoteMethod::kApproval}, id});
  b.run(cmd::SetCountingRule{rule_of("phragmen"), id});
  fill(b, "1", "0");
  EXPECT_EQ(make_office_view(b.state(), nl()).missing, "");
  b.run(cmd::SetVoteForm{{VoteMethod::kRanking}, id});
  ASSERT_EQ(b.state().problem, std::nullopt) << b.state().problem->key;
  EXPECT_EQ(make_office_view(b.state(), nl()).missing, nl().tr("error.office_rule_form"));
  b.run(ask(Make{}));
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.office_rule_form");
  b.run(cmd::CloseProblem{});
  b.run(cmd::SetCountingRule{rule_of("expanding-approvals"), id});
  ASSERT_EQ(b.state().problem, std::nullopt) << b.state().problem->key;
  EXPECT_EQ(make_office_view(b.state(), nl()).missing, "");
}

TEST(OfficeRound, APackageIsMadeOnlyOfARoundThatCanBeCounted) {
  std::size_t made = 0;
  for (const rules::RuleEntry& entry : rules::registry()) {
    Bench b = preparing();
    const std::string id = next_round(b.state())->id;
    b.run(cmd::SetVoteForm{{VoteMethod::kApproval}, id});
    if (!defined_on(entry, VoteMethod::kApproval)) continue;
    b.run(cmd::SetCountingRule{offered(entry.id), id});
    model::SpendingLimit least = kPot;
    least.pot = {};
    least.least = Money::from_euros(100);
    b.run(cmd::SetLimit{least, id});
    ASSERT_EQ(b.state().problem, std::nullopt) << entry.id;
    fill(b, "1", "0");
    b.run(ask(Make{}));
    // What the office lets through can be counted in the evening; what it does not is said now.
    model::Urn blank;
    blank.round_id = id;
    blank.add(model::Ballot{}, 1);
    const bool counts = evening::winners_of(*next_round(b.state()), blank).has_value();
    EXPECT_EQ(b.state().office->making != nullptr, counts) << entry.id;
    EXPECT_EQ(b.state().problem.has_value(), !counts) << entry.id;
    made += counts ? 1 : 0;
  }
  EXPECT_GT(made, 5U);
}

TEST(OfficeRound, OneThatIsOverChangesNoMore) {
  Bench b = preparing();
  State state = b.state();
  auto dossier = std::make_shared<model::Dossier>(*state.dossier);
  model::Round old = dossier->rounds.front();
  old.id = "vorig-jaar";
  old.phase = model::RoundPhase::kCounted;
  dossier->rounds.insert(dossier->rounds.begin(), std::move(old));
  state.dossier = dossier;
  const model::Round& over = state.dossier->rounds.front();
  ASSERT_FALSE(may_change_form(state, over));
  EXPECT_EQ(may_change_form(state, over).error().key, "error.round_over");
  EXPECT_FALSE(may_change_rule(state, over));
}

// ---- how long it takes ----

TEST(OfficeMaking, SaysHowManyThereAreAndHowLongItTakesByWhatTheFirstOnesTook) {
  Bench b;
  fill(b, "50", "0");
  b.run(ask(Make{}));
  const auto step = [&b](std::int64_t ms) {
    b.host.now_ms = b.host.wake_at_ms + ms;
    b.settle();
    b.settle();
  };
  for (int i = 0; i < 2; ++i) step(4'000);
  OfficeView view = make_office_view(b.state(), nl());
  EXPECT_EQ(view.making_words, "2 van de 50 codes gemaakt");
  EXPECT_EQ(view.making_left, "") << "two say too little";
  step(4'000);
  view = make_office_view(b.state(), nl());
  EXPECT_EQ(view.done, 3);
  EXPECT_EQ(sp(view.making_left), "Nog ongeveer 4 minuten.") << "47 of 4 seconds each";
  // It goes faster from here on: what is told follows.
  for (int i = 0; i < 27; ++i) step(100);
  view = make_office_view(b.state(), nl());
  EXPECT_EQ(view.done, 30);
  EXPECT_EQ(sp(view.making_left), "Nog ongeveer 9 seconden.");
}

// ---- closing the page ----

TEST(LeavingThePage, IsAskedAboutWhileAKeyHasNoCopy) {
  Bench b;
  EXPECT_FALSE(b.host.guards_leaving);
  b.run(ask(MakeKey{KeyOwner::kHolder, "Fatma"}));
  EXPECT_TRUE(b.host.guards_leaving);
  b.run(ask(GiveOpenKey{}));
  EXPECT_TRUE(b.host.guards_leaving) << "the public part is no copy";
  b.run(ask(PrintKey{}));
  EXPECT_FALSE(b.host.guards_leaving);
  b.run(ask(ForgetKey{}));
  b.run(ask(MakeKey{KeyOwner::kHolder, "Joop"}));
  EXPECT_TRUE(b.host.guards_leaving);
  b.run(ask(ForgetKey{}));
  b.run(ask(ForgetKey{}));
  EXPECT_FALSE(b.host.guards_leaving) << "wiped on purpose";
}

TEST(LeavingThePage, IsAskedAboutWhileCodesAreMadeAndUntilAllCardsArePrinted) {
  Bench b;
  fill(b, "95", "5");  // more than one batch of sheets
  EXPECT_FALSE(b.host.guards_leaving) << "what is filled in is kept";
  b.run(ask(Make{}));
  EXPECT_TRUE(b.host.guards_leaving);
  b.run(ask(StopMaking{}));
  EXPECT_FALSE(b.host.guards_leaving);
  Bench c = made();
  c.run(cmd::GoTo{{Screen::kCards, ""}});
  EXPECT_TRUE(c.host.guards_leaving);
  for (std::size_t i = 0; i < c.state().office->cards->printed.size(); ++i) {
    EXPECT_TRUE(c.host.guards_leaving) << i;
    c.run(ask(PrintCards{i}));
  }
  EXPECT_FALSE(c.host.guards_leaving) << "the package is kept";
}

TEST(LeavingThePage, IsAskedAboutAPackageThatTheDeviceCannotKeepUntilBothFilesAreGiven) {
  platform::MemoryHost device;
  device.capacity_bytes = 0;
  Bench b(std::move(device));
  fill(b, "1", "0");
  make_all(b);
  ASSERT_NE(b.state().office->cards, nullptr);
  b.run(ask(PrintCards{0}));
  ASSERT_EQ(b.state().office->cards->printed.size(), 1U);
  EXPECT_TRUE(b.host.guards_leaving);
  b.run(ask(GivePackage{0}));
  EXPECT_TRUE(b.host.guards_leaving) << "without the organiser's key no plan can be withdrawn";
  b.run(ask(GiveOrganiser{0}));
  EXPECT_FALSE(b.host.guards_leaving);
}

}  // namespace
}  // namespace stoepkrijt::app::test
