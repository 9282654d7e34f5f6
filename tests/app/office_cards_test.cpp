// The printed cards of a package, a plan that is withdrawn, and what the organiser is warned of.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/office/cards_view.hpp"
#include "app/office/office_view.hpp"
#include "ballotbox/spoken.hpp"
#include "office_fixture.hpp"

namespace stoepkrijt::app::test {
namespace {

/// Every x and y of a sheet lies on the page, and so does the end of every code.
void expect_on_page(const std::string& sheet) {
  const auto numbers = [&](const std::string& name) {
    std::vector<double> out;
    const std::string mark = " " + name + "=\"";
    for (std::size_t at = sheet.find(mark); at != std::string::npos; at = sheet.find(mark, at + 1)) {
      out.push_back(std::stod(sheet.substr(at + mark.size(), 8)));
    }
    return out;
  };
  for (const char* name : {"x", "x1", "x2"}) {
    for (const double x : numbers(name)) EXPECT_TRUE(x >= 0 && x <= 210) << name << x;
  }
  for (const char* name : {"y", "y1", "y2"}) {
    for (const double y : numbers(name)) EXPECT_TRUE(y >= 0 && y <= 297) << name << y;
  }
  for (const double length : numbers("textLength")) EXPECT_LE(length, 190);
}

Cards many_cards(std::size_t codes, std::size_t reserves, std::size_t attended = 0) {
  const Bench b = made();
  Cards cards = *b.state().office->cards;
  const auto texts = [&](std::size_t n, std::uint8_t which) {
    auto out = std::make_shared<SecretTexts>();
    for (std::size_t i = 0; i < n; ++i) {
      const std::array<std::uint8_t, 9> bits{which, static_cast<std::uint8_t>(i / 256), static_cast<std::uint8_t>(i)};
      out->texts.push_back(ballotbox::text_of(ballotbox::make_code(bits, cards.package.package.election)));
    }
    return out;
  };
  cards.codes = texts(codes, 1);
  cards.reserves = texts(reserves, 2);
  cards.attended = texts(attended, 3);
  cards.printed.assign(card_batches(cards), false);
  return cards;
}

TEST(OfficeCards, StandOnceEachOnThePageReservesMarkedAndALastSheetForTheWitnesses) {
  const Cards cards = many_cards(23, 11);
  EXPECT_EQ(card_sheets(cards), 3U + 2U + 1U);
  const std::vector<std::string> sheets = card_batch(cards, 0, nl(), en());
  ASSERT_EQ(sheets.size(), 6U);
  std::string all;
  for (const std::string& sheet : sheets) {
    all += sheet;
    expect_on_page(sheet);
    EXPECT_FALSE(holds(sheet, "style=")) << "the page's policy refuses it";
    EXPECT_FALSE(holds(sheet, "href"));
  }
  for (const std::string& code : all_codes(cards)) {
    const std::size_t at = all.find(code);
    ASSERT_NE(at, std::string::npos) << code;
    EXPECT_EQ(all.find(code, at + 1), std::string::npos) << code;
  }
  for (std::size_t i = 0; i < 6; ++i) {
    std::size_t marks = 0;
    for (std::size_t at = sheets[i].find(">RESERVE<"); at != std::string::npos;
         at = sheets[i].find(">RESERVE<", at + 1))
      ++marks;
    EXPECT_EQ(marks, i == 3 ? 10U : i == 4 ? 1U : 0U) << i;
  }
  EXPECT_TRUE(holds(sheets[0], "&lt;&amp;"));
  EXPECT_TRUE(holds(sheets[0], "Uw stem is geheim"));
  EXPECT_TRUE(holds(sheets[0], "Your vote is secret."));
  EXPECT_TRUE(holds(sheets[5], ballotbox::spoken(cards.package.fingerprint)));
  EXPECT_TRUE(holds(sheets[5], "7 stemkaarten")) << "the numbers are those of the package";
}

TEST(OfficeCards, OfTheDeskAreOnSheetsOfTheirOwnClearlyMarkedWithWhatTheHostMustKnow) {
  Cards cards = many_cards(3, 2, 12);
  cards.package.package.attended.resize(12);
  EXPECT_EQ(card_sheets(cards), 1U + 1U + 2U + 1U);
  const std::vector<std::string> sheets = card_batch(cards, 0, nl(), en());
  ASSERT_EQ(sheets.size(), 5U);
  for (std::size_t i = 0; i < 5; ++i) {
    expect_on_page(sheets[i]);
    std::size_t marks = 0;
    for (std::size_t at = sheets[i].find(">Kaart van de balie<"); at != std::string::npos;
         at = sheets[i].find(">Kaart van de balie<", at + 1))
      ++marks;
    EXPECT_EQ(marks, i == 2 ? 10U : i == 3 ? 2U : 0U) << i;
    for (std::size_t n = 0; n < 12; ++n) {
      EXPECT_EQ(holds(sheets[i], cards.attended->texts[n]), i == (n < 10 ? 2U : 3U)) << i << " " << n;
    }
  }
  EXPECT_TRUE(holds(sheets[2], "bewonerslijst")) << "against the list of residents";
  EXPECT_TRUE(holds(sheets[2], "pincode")) << "only after the host's PIN";
  EXPECT_FALSE(holds(sheets[2], "RESERVE"));
  EXPECT_TRUE(holds(sheets[4], "12 kaarten van de balie")) << "their number is public like the others'";
  EXPECT_FALSE(holds(card_batch(many_cards(3, 2), 0, nl(), en())[2], "balie"));
}

TEST(OfficeCards, OfABigRoundArePrintedInPartsWithoutAnyLeftOut) {
  const Cards cards = many_cards(1'000, 50);
  ASSERT_EQ(card_batches(cards), 3U);
  std::size_t sheets = 0, codes = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    for (const std::string& sheet : card_batch(cards, i, nl(), en())) {
      ++sheets;
      for (std::size_t at = sheet.find("monospace"); at != std::string::npos; at = sheet.find("monospace", at + 1))
        ++codes;
    }
  }
  EXPECT_EQ(sheets, 106U);
  EXPECT_EQ(codes, 1'050U);
  EXPECT_TRUE(card_batch(cards, 3, nl(), en()).empty());
}

TEST(OfficeCards, AreInAnOrderThatSaysNothingOfTheTags) {
  const Bench b = made();
  const Cards& cards = *b.state().office->cards;
  const ballotbox::Package& package = cards.package.package;
  std::vector<ballotbox::Tag> printed;
  for (const std::string& text : cards.codes->texts) {
    const auto code = ballotbox::read_code(text, package.election);
    printed.push_back(ballotbox::tag_of(ballotbox::pair_of(*code, package.election, package.cost)->public_key));
  }
  EXPECT_NE(printed, package.codes) << "by chance once in 5,040 times; the device of the tests is always the same";
  std::sort(printed.begin(), printed.end());
  EXPECT_EQ(printed, package.codes);
}

TEST(OfficeCards, ArePrintedAndTheirCodesWipedWhenDone) {
  Bench b = made();
  EXPECT_EQ(make_cards_view(b.state(), nl()).batches.size(), 1U);
  b.run(ask(ForgetCards{}));
  ASSERT_NE(b.state().office->cards, nullptr) << "not printed yet: it asks once more";
  EXPECT_FALSE(make_cards_view(b.state(), nl()).leaving_title.empty());
  b.run(ask(StayAtCards{}));
  b.run(ask(PrintCards{0}));
  const auto* print = b.host.last<platform::PrintSheets>();
  ASSERT_NE(print, nullptr);
  EXPECT_EQ(print->sheets.size(), 3U);
  EXPECT_FALSE(make_cards_view(b.state(), nl()).batches[0].done.empty());
  b.run(ask(ForgetCards{}));
  ASSERT_NE(b.state().office->cards, nullptr) << "the printer may still jam";
  EXPECT_EQ(make_cards_view(b.state(), nl()).leaving_title, "Hebt u alle kaarten op papier?");
  b.run(ask(ForgetCards{}));
  EXPECT_EQ(b.state().office->cards, nullptr);
  EXPECT_FALSE(make_cards_view(b.state(), nl()).present);
}

TEST(OfficeWithdraws, APlanWithAReasonSignedByTheOrganiser) {
  Bench b = made();
  const auto offered = b.host.offered.size();
  b.run(ask(Withdraw{0}));
  const auto fault = [&] {
    b.run(cmd::CloseProblem{});
    b.run(ask(GiveWithdrawal{}));
    return b.state().problem ? b.state().problem->key : std::string("none");
  };
  EXPECT_EQ(fault(), "error.office_withdraw_none");
  const ballotbox::SignedPackage package = b.state().office->own[0].package;
  const std::string plan = package.package.round.plans[0].id;
  b.run(ask(ChangeWithdrawal{{0, {plan}, ""}}));
  EXPECT_EQ(fault(), "error.office_withdraw_reason");
  std::vector<std::string> everything;
  for (const model::Plan& each : package.package.round.plans) everything.push_back(each.id);
  b.run(ask(ChangeWithdrawal{{0, everything, "Alles"}}));
  EXPECT_EQ(fault(), "error.amendment_all");
  EXPECT_EQ(b.host.offered.size(), offered);
  b.run(ask(ChangeWithdrawal{{0, {plan}, "De grond is vuil."}}));
  EXPECT_EQ(fault(), "none");
  ASSERT_EQ(b.host.offered.size(), offered + 1);
  const auto read = formats::read_amendment(b.host.offered.back().bytes, package);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->withdrawn, std::vector<std::string>{plan});
  EXPECT_EQ(read->reason, "De grond is vuil.");
  EXPECT_EQ(b.state().office->withdrawal, std::nullopt);
}

TEST(OfficeView, WarnsWhereAVoteCouldBeRecognised) {
  Bench b;
  State state = b.state();
  EXPECT_TRUE(make_office_view(state, nl()).signature_warning.empty());
  auto dossier = std::make_shared<model::Dossier>(*state.dossier);
  model::Round& round = dossier->rounds[0];
  round.form.method = model::VoteMethod::kRanking;
  for (int i = 0; i < 12; ++i)
    round.plans.push_back(make_plan("p" + std::to_string(i), "P", 100, model::Theme::kWork, ""));
  state.dossier = dossier;
  EXPECT_FALSE(make_office_view(state, nl()).signature_warning.empty());
  auto office = std::make_shared<Office>();
  office->draft.publication = ballotbox::Publication::kWitnessedUrn;
  state.office = office;
  EXPECT_TRUE(make_office_view(state, nl()).signature_warning.empty()) << "totals alone tell nothing of it";
}

TEST(OfficeView, WithoutARoundSaysWhereToMakeOne) {
  Bench b;
  State state = b.state();
  auto dossier = std::make_shared<model::Dossier>(*state.dossier);
  dossier->rounds.clear();
  state.dossier = dossier;
  const OfficeView view = make_office_view(state, nl());
  EXPECT_EQ(view.stage, OfficeView::Stage::kNoRound);
  EXPECT_EQ(view.none_button, nl().tr("screen.volgende-ronde"));
}

}  // namespace
}  // namespace stoepkrijt::app::test
