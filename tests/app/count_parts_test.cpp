// A count with a pot: each part has its own money and purses, and the page that says why shows those.
#include "app/count_job.hpp"
#include "app/count_params.hpp"
#include "app/views/replay_view.hpp"
#include "app/views/result_view.hpp"
#include "app/views/why_view.hpp"
#include "round_fixture.hpp"

namespace stoepkrijt::app {
namespace {

using test::make_round;
using test::make_urn;
using test::sp;

// 4.000 for B2, where six people chose licht (4.000): 666,67 each. The rest is 6.000 for ten votes: 600 each.
model::Round with_pot() {
  model::Round round = make_round();
  round.limits = {{"B2", model::Theme::kOutdoor, Money::from_euros(4000), {}, {}}};
  return round;
}

RuleCount counted(std::string_view rule) {
  model::CountingRule how = offered(rule);
  how.completion.clear();
  const auto result = count_round(with_pot(), make_urn(), how, offered("greedy"));
  EXPECT_TRUE(result.has_value());
  return result ? (*result)->counted : RuleCount{};
}

TEST(CountParts, APotIsPaidFromPursesOfItsOwn) {
  const RuleCount count = counted(kRuleEqualShares);
  ASSERT_EQ(count.parts.size(), 2U);
  EXPECT_EQ(count.parts[0].kind, CountPart::Kind::kPot);
  EXPECT_EQ(count.parts[0].name, "B2");
  EXPECT_TRUE(count.parts[0].area);
  EXPECT_EQ(count.parts[0].voters, 6);
  EXPECT_EQ(count.parts[0].purse, Money{66'667});
  EXPECT_EQ(count.parts[1].kind, CountPart::Kind::kRest);
  EXPECT_EQ(count.parts[1].budget, Money::from_euros(6000));
  EXPECT_EQ(count.parts[1].purse, Money::from_euros(600));
  const PlanCount& licht = *find_count(count, "licht");
  EXPECT_EQ(licht.fate, Fate::kChosen);
  EXPECT_EQ(licht.part, 0);
  EXPECT_EQ(licht.share, Money{66'667});
  EXPECT_EQ(licht.pay_share + licht.pay_rest, 6);
  EXPECT_EQ(licht.unpaid, Money{});
  EXPECT_EQ(purse_of(count, licht), Money{66'667});
}

TEST(CountParts, ALoserHasWhatItsVotersHeldInTheLastPart) {
  const RuleCount count = counted(kRuleEqualShares);
  const PlanCount& bank = *find_count(count, "bank");
  EXPECT_EQ(bank.fate, Fate::kTooLittleLeft);
  EXPECT_EQ(bank.part, 1);
  EXPECT_EQ(bank.have, Money::from_euros(3600)) << "six times 600: the pot took nothing of it";
  ASSERT_EQ(bank.bands.size(), 1U);
  EXPECT_EQ(bank.bands[0].kind, PurseBand::Kind::kAll);
}

TEST(CountParts, EveryRuleWithPursesOrLoadsAccountsForWhatIsPaid) {
  for (const std::string_view rule : {"equal-shares", "bos", "ees", "phragmen"}) {
    const RuleCount count = counted(rule);
    for (const PlanCount& plan : count.plans) {
      if (plan.fate != Fate::kChosen || plan.filled) continue;
      Money paid;
      for (const PurseBand& band : plan.bands) paid = paid.plus(band.paid).value_or(paid);
      EXPECT_LE(std::abs(paid.cents + plan.unpaid.cents - plan.gets.cents), 3) << rule << " " << plan.plan_id;
      EXPECT_GE(plan.part, 0) << rule << " " << plan.plan_id;
    }
  }
}

TEST(CountParts, ThePageThatSaysWhyNamesThePotAndItsAmount) {
  const Lang nl = test::read_lang(LangCode::kNl);
  State state = test::make_state();
  auto dossier = std::make_shared<model::Dossier>(*state.dossier);
  dossier->rounds[0] = with_pot();
  state.dossier = dossier;
  model::CountingRule how = offered(kRuleEqualShares);
  how.completion.clear();
  state.result = count_round(with_pot(), *state.urn, how, offered("greedy")).value();
  state.route = {Screen::kWhy, "licht"};
  EXPECT_EQ(sp(make_why_view(state, nl).steps.at(0).text),
            "Voor Nieuw was € 4.000 apart gezet. Dat verdeelden we gelijk over de 6 kiezers die daar een plan kozen. "
            "We rekenden met:");
  state.route = {Screen::kWhy, "bank"};
  const WhyView bank = make_why_view(state, nl);
  EXPECT_EQ(sp(bank.steps.at(0).text), "Na de potten was er nog € 6.000 voor alle 10 stemmen. We rekenden met:");
  EXPECT_EQ(sp(bank.steps.at(0).number), "€ 600");
  EXPECT_EQ(sp(bank.steps.at(2).bar_words), "€ 3.600");
  EXPECT_TRUE(make_result_view(state, nl).purse_words.empty());
  EXPECT_EQ(make_replay_view(state, nl).legend, nl.tr("replay.legend_parts"));
}

}  // namespace
}  // namespace stoepkrijt::app
