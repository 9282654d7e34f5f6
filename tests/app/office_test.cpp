// The organiser's office: keys for others, and from plans to a signed package. Its cards: office_cards_test.cpp.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/office/cards_view.hpp"
#include "app/office/keys_view.hpp"
#include "app/office/office_view.hpp"
#include "app/planning.hpp"
#include "ballotbox/spoken.hpp"
#include "office_fixture.hpp"

namespace stoepkrijt::app::test {
namespace {

TEST(OfficeKeys, AreMadeShownAndNeverKept) {
  Bench b;
  b.run(ask(MakeKey{KeyOwner::kKiosk, "kiosk-1"}));
  ASSERT_NE(b.state().office->key, nullptr);
  const formats::KeyFile secret = b.state().office->key->secret;
  const KeysView view = make_keys_view(b.state(), nl());
  EXPECT_TRUE(view.made);
  std::string digits;
  for (const std::string& line : view.digits) digits += line;
  std::erase(digits, ' ');
  EXPECT_EQ(digits, to_hex(formats::public_key_of(secret)));
  EXPECT_EQ(view.spoken, ballotbox::spoken(formats::public_key_of(secret)));
  EXPECT_GT(view.size, 20);
  b.run(ask(GiveOpenKey{}));
  const auto open = formats::read_public_key_code(b.host.offered.back().bytes);
  ASSERT_TRUE(open);
  EXPECT_EQ(*open, (PublicKey{KeyOwner::kKiosk, "kiosk-1", formats::public_key_of(secret)}));
  b.run(ask(GiveSecretKey{}));
  EXPECT_EQ(formats::read_key(b.host.offered.back().bytes)->seed.bytes(), secret.seed.bytes());
  const std::string rows = ballotbox::paper_text(secret.seed, secret.kind);
  for (const auto& [key, bytes] : b.host.kept) EXPECT_FALSE(holds(bytes, rows.substr(0, 17))) << key;
  b.run(ask(ForgetKey{}));
  EXPECT_EQ(b.state().office->key, nullptr);
  EXPECT_FALSE(make_keys_view(b.state(), nl()).made);
}

TEST(OfficeKeys, OfTwoDevicesAndOfTwoMomentsDiffer) {
  std::set<std::string> all;
  for (std::uint8_t device = 1; device <= 3; ++device) {
    Bench b(device_nr(device));
    for (int i = 0; i < 3; ++i) {
      b.run(ask(MakeKey{KeyOwner::kHolder, "Fatma"}));
      all.insert(to_hex(b.state().office->key->open.key));
    }
  }
  EXPECT_EQ(all.size(), 9U);
}

TEST(OfficeKeys, WithoutACopyAreNotWipedAtOnce) {
  Bench b;
  b.run(ask(MakeKey{KeyOwner::kHolder, "Fatma"}));
  b.run(ask(ForgetKey{}));
  ASSERT_NE(b.state().office->key, nullptr);
  EXPECT_FALSE(make_keys_view(b.state(), nl()).leaving_title.empty());
  b.run(ask(StayAtKey{}));
  EXPECT_TRUE(make_keys_view(b.state(), nl()).leaving_title.empty());
  b.run(ask(PrintKey{}));
  b.run(ask(ForgetKey{}));
  EXPECT_EQ(b.state().office->key, nullptr) << "there is a copy on paper";
  b.run(ask(MakeKey{KeyOwner::kHolder, "Fatma"}));
  b.run(ask(ForgetKey{}));
  b.run(ask(ForgetKey{}));
  EXPECT_EQ(b.state().office->key, nullptr) << "said twice";
}

TEST(OfficeKeys, NeedANameAndRandomness) {
  Bench b;
  b.run(ask(MakeKey{KeyOwner::kKiosk, "Kiosk 1"}));
  ASSERT_TRUE(b.state().problem);
  EXPECT_EQ(b.state().problem->key, "error.key_name_box");
  EXPECT_EQ(b.state().office, nullptr);
  State without = b.state();
  without.device.entropy.clear();
  const Fixed fixed = make_fixed();
  const State after = apply(without, ask(MakeKey{KeyOwner::kHolder, "Fatma"}), fixed).state;
  EXPECT_EQ(after.problem->key, "error.no_random");
}

TEST(OfficeKeys, OnPaperStandTwiceAndCanBeReadBack) {
  Bench b;
  b.run(ask(MakeKey{KeyOwner::kHolder, "Fatma & Joop"}));
  b.run(ask(PrintKey{}));
  const auto* print = b.host.last<platform::PrintSheets>();
  ASSERT_NE(print, nullptr);
  ASSERT_EQ(print->sheets.size(), 1U);
  const std::string& sheet = print->sheets[0];
  const formats::KeyFile& secret = b.state().office->key->secret;
  const std::string rows = ballotbox::paper_text(secret.seed, secret.kind);
  for (std::size_t at = 0; at < rows.size(); at += 18) {
    const std::string row = rows.substr(at, 17);
    const std::size_t first = sheet.find(row);
    ASSERT_NE(first, std::string::npos) << row;
    EXPECT_NE(sheet.find(row, first + 1), std::string::npos) << "in both copies";
  }
  EXPECT_TRUE(holds(sheet, "Fatma &amp; Joop"));
  EXPECT_EQ(std::count(sheet.begin(), sheet.end(), '<'), std::count(sheet.begin(), sheet.end(), '>'));
}

TEST(OfficeDraft, IsKeptWithItsKeysAndComesBack) {
  Bench b;
  fill(b);
  ASSERT_EQ(b.state().problem, std::nullopt);
  const Draft before = b.state().office->draft;
  EXPECT_EQ(before.holders[2]->name, "Ans é");
  b.restart();
  ASSERT_NE(b.state().office, nullptr);
  EXPECT_EQ(b.state().office->draft, before);
  EXPECT_EQ(*read_draft(write_draft(before)), before);
  EXPECT_FALSE(read_draft("{}"));
  EXPECT_TRUE(make_office_view(b.state(), nl()).missing.empty());
}

TEST(OfficeDraft, SaysWhatIsMissingOneThingAfterTheOther) {
  Bench b;
  const auto missing = [&] { return make_office_view(b.state(), nl()).missing; };
  EXPECT_EQ(missing(), nl().tr("error.office_codes"));
  Draft draft;
  for (const char* wrong : {"0", "20001", "tien", "1,5", "-3"}) {
    b.run(ask(ChangeDraft{filled(draft, wrong, "")}));
    EXPECT_EQ(missing(), nl().tr("error.office_codes")) << wrong;
    EXPECT_TRUE(make_office_view(b.state(), nl()).codes_wrong) << wrong;
  }
  b.run(ask(ChangeDraft{filled(draft, "19999", "2")}));
  EXPECT_EQ(missing(), nl().tr("error.office_reserves"));
  b.run(ask(ChangeDraft{filled(draft, "20", "")}));
  EXPECT_EQ(missing(), nl().tr("error.office_holders"));
  for (std::size_t i = 0; i < 3; ++i) give_key(b, {i}, ceremony().holders[i].open);
  EXPECT_EQ(missing(), nl().tr("error.office_boxes"));
  b.run(ask(Make{}));
  EXPECT_EQ(b.state().problem->key, "error.office_boxes");
  give_key(b, {}, ceremony().box.open);
  EXPECT_EQ(missing(), "");
  draft.delete_by = "2020-01-01";
  b.run(ask(ChangeDraft{draft}));
  EXPECT_EQ(missing().substr(0, 20), nl().tr("error.package_delete_by").substr(0, 20));
}

TEST(OfficeDraft, SuggestsReservesOfOneInTwentyAndAtLeastFive) {
  EXPECT_EQ(suggested_reserves(1), 5U);
  EXPECT_EQ(suggested_reserves(100), 5U);
  EXPECT_EQ(suggested_reserves(101), 6U);
  EXPECT_EQ(suggested_reserves(1'000), 50U);
  EXPECT_EQ(suggested_reserves(19'999), 1U) << "there is room for one";
}

TEST(OfficeDraft, TakesKeysByCameraAndByHandAndRefusesTheWrongOnes) {
  Bench b;
  b.run(ask(KeyFromCamera{{0}}));
  ASSERT_TRUE(b.host.scanning);
  b.host.push(platform::CodeSeen{"https://voorbeeld.nl"});
  b.settle();
  ASSERT_TRUE(b.host.scanning) << "it looks on";
  EXPECT_EQ(b.host.scanning->words, nl().tr("error.public_key_foreign"));
  b.host.push(platform::CodeSeen{ceremony().box.open});
  b.settle();
  EXPECT_EQ(b.host.scanning->words, nl().tr("error.office_key_holder"));
  std::string text = ceremony().holders[0].open;
  text.pop_back();
  b.host.push(platform::CodeSeen{text});
  b.settle();
  EXPECT_FALSE(b.host.scanning);
  ASSERT_TRUE(b.state().office->draft.holders[0]);
  EXPECT_EQ(b.state().office->draft.holders[0]->name, "Fatma");

  const auto fault = [&](const Command& command) {
    b.run(cmd::CloseProblem{});
    b.run(command);
    return b.state().problem ? b.state().problem->key : std::string("none");
  };
  const std::string joop = to_hex(formats::public_key_of(ceremony().holders[1].secret));
  std::string spaced = in_groups(joop);
  std::transform(spaced.begin(), spaced.end(), spaced.begin(),
                 [](char c) { return c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c; });
  EXPECT_EQ(fault(ask(KeyTyped{{1}, joop.substr(1), "Joop"})), "error.office_key_digits");
  EXPECT_EQ(fault(ask(KeyTyped{{1}, spaced, ""})), "error.key_name_empty");
  EXPECT_EQ(fault(ask(KeyTyped{{1}, std::string(64, '0'), "Nul"})), "error.office_key_holder");
  EXPECT_EQ(fault(ask(KeyTyped{{1}, spaced, "Joop"})), "none");
  EXPECT_EQ(to_hex(b.state().office->draft.holders[1]->key), joop);
  EXPECT_EQ(fault(ask(KeyTyped{{2}, joop, "Nog eens Joop"})), "error.office_key_twice");
  EXPECT_EQ(fault(ask(KeyTyped{{}, text, ""})), "error.office_key_box");
  EXPECT_EQ(fault(ask(KeyTyped{{}, joop, "Kiosk 1", KeyOwner::kKiosk})), "error.key_name_box");
  EXPECT_EQ(fault(ask(KeyTyped{{}, joop, "kiosk-1", KeyOwner::kKiosk})), "error.office_key_twice");
  give_key(b, {2}, "zomaar iets");
  EXPECT_EQ(b.state().problem->key, "error.public_key_foreign");
  EXPECT_EQ(b.state().problem->where.file, "sleutel.txt");
  b.run(ask(DropKey{{1}, ""}));
  EXPECT_FALSE(b.state().office->draft.holders[1]);
  give_key(b, {}, ceremony().box.open);
  b.run(ask(DropKey{{}, "kiosk-1"}));
  EXPECT_TRUE(b.state().office->draft.boxes.empty());
}

TEST(OfficeMakes, ASignedPackageWhoseCodesFitItAndStandNowhereElse) {
  const Bench b = made();
  ASSERT_NE(b.state().office->cards, nullptr) << (b.state().problem ? b.state().problem->key : "");
  const Cards& cards = *b.state().office->cards;
  EXPECT_EQ(cards.codes->texts.size(), 7U);
  EXPECT_EQ(cards.reserves->texts.size(), 3U);
  const ballotbox::Package& package = cards.package.package;
  EXPECT_TRUE(ballotbox::validate(package));
  EXPECT_TRUE(ballotbox::is_full(package.cost));
  EXPECT_EQ(package.round.phase, model::RoundPhase::kOpen);
  EXPECT_EQ(package.holders[1], formats::public_key_of(ceremony().holders[1].secret));
  EXPECT_EQ(package.boxes[0].public_key, formats::public_key_of(ceremony().box.secret));
  const auto tag_of = [&](const std::string& text) {
    const auto code = ballotbox::read_code(text, package.election);
    EXPECT_TRUE(code) << text;
    return ballotbox::tag_of(ballotbox::pair_of(*code, package.election, package.cost)->public_key);
  };
  for (const std::string& text : cards.codes->texts) EXPECT_TRUE(ballotbox::has_tag(package.codes, tag_of(text)));
  for (const std::string& text : cards.reserves->texts) EXPECT_TRUE(ballotbox::has_tag(package.reserves, tag_of(text)));

  // A closed book: no code in what leaves or is kept, however it is written.
  Bench open = made();
  open.run(ask(GivePackage{0}));
  open.run(ask(GiveOrganiser{0}));
  const std::string& file = open.host.offered[open.host.offered.size() - 2].bytes;
  const auto read = formats::read_package(file);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->fingerprint, cards.package.fingerprint);
  const auto organiser = formats::read_key(open.host.offered.back().bytes);
  ASSERT_TRUE(organiser);
  EXPECT_EQ(formats::public_key_of(*organiser), package.organiser);
  for (const std::string& text : all_codes(cards)) {
    std::string bare = text;
    std::erase(bare, '-');
    for (const platform::OfferFile& offered : open.host.offered) {
      EXPECT_FALSE(holds(offered.bytes, text) || holds(offered.bytes, bare)) << offered.name;
    }
    for (const auto& [key, bytes] : open.host.kept) EXPECT_FALSE(holds(bytes, text) || holds(bytes, bare)) << key;
  }
}

TEST(OfficeMakes, CardsOfTheDeskOnlyWhereTheOrganiserAllowsThem) {
  Bench b;
  fill(b, "2", "1", "2");
  OfficeView view = make_office_view(b.state(), nl());
  EXPECT_EQ(view.missing, "");
  EXPECT_NE(std::find(view.summary.begin(), view.summary.end(), "2 kaarten van de balie"), view.summary.end());
  b.restart();
  EXPECT_EQ(b.state().office->draft.attended, "2") << "it is kept";
  make_all(b);
  ASSERT_NE(b.state().office->cards, nullptr);
  const Cards& cards = *b.state().office->cards;
  const ballotbox::Package& package = cards.package.package;
  EXPECT_TRUE(ballotbox::validate(package));
  ASSERT_EQ(package.attended.size(), 2U);
  ASSERT_EQ(cards.attended->texts.size(), 2U);
  for (const std::string& text : cards.attended->texts) {
    const auto code = ballotbox::read_code(text, package.election);
    ASSERT_TRUE(code) << text;
    EXPECT_TRUE(ballotbox::has_tag(
        package.attended, ballotbox::tag_of(ballotbox::pair_of(*code, package.election, package.cost)->public_key)));
  }
  view = make_office_view(b.state(), nl());
  EXPECT_EQ(view.own[0].codes, "2 stemkaarten, 1 reservekaart, 2 kaarten van de balie");
  EXPECT_EQ(make_cards_view(b.state(), nl()).counts, view.own[0].codes);
  EXPECT_EQ(make_cards_view(b.state(), nl()).steps.size(), 5U);

  // None is the default, and so is a draft that was kept before there were any.
  Bench none;
  fill(none);
  EXPECT_EQ(none.state().office->draft.attended, "");
  const OfficeView default_view = make_office_view(none.state(), nl());
  EXPECT_NE(std::find(default_view.summary.begin(), default_view.summary.end(), nl().tr("office.no_attended")),
            default_view.summary.end());
  std::string old = write_draft(none.state().office->draft);
  old.erase(old.find("\"attended\":\"\","), std::string("\"attended\":\"\",").size());
  ASSERT_TRUE(read_draft(old));
  EXPECT_EQ(*read_draft(old), none.state().office->draft);
  EXPECT_TRUE(made().state().office->cards->package.package.attended.empty());
  for (const char* wrong : {"tien", "-1", "20000"}) {
    fill(none, "7", "3", wrong);
    EXPECT_EQ(make_office_view(none.state(), nl()).missing, nl().tr("error.office_attended")) << wrong;
  }
}

TEST(OfficeMakes, OneCodeAtATimeAndStopsWithNothingHalfDone) {
  Bench b;
  fill(b);
  const Draft before = b.state().office->draft;
  b.run(ask(Make{}));
  ASSERT_NE(b.state().office->making, nullptr);
  EXPECT_EQ(b.state().office->making->done(), 0U);
  for (std::size_t n = 1; n <= 2; ++n) {
    wake(b);
    EXPECT_EQ(b.state().office->making->done(), n);
  }
  const OfficeView view = make_office_view(b.state(), nl());
  EXPECT_EQ(view.stage, OfficeView::Stage::kMaking);
  EXPECT_EQ(view.making_words, "2 van de 10 codes gemaakt");
  b.run(ask(StopMaking{}));
  EXPECT_EQ(b.state().office->making, nullptr);
  EXPECT_EQ(b.state().office->cards, nullptr);
  EXPECT_TRUE(b.state().office->own.empty());
  EXPECT_EQ(b.state().office->draft, before);
  b.host.now_ms += 1'000;
  b.settle();
  EXPECT_EQ(b.state().office->making, nullptr) << "it does not go on by itself";
  for (const auto& [key, bytes] : b.host.kept) EXPECT_FALSE(key.starts_with("b/office/p/")) << key;
}

TEST(OfficeMakes, KeepsThePackageAndTheOrganisersKeyAndNeverTheCodes) {
  Bench b = made();
  b.restart();
  ASSERT_NE(b.state().office, nullptr);
  EXPECT_EQ(b.state().office->cards, nullptr) << "codes do not outlive the page";
  ASSERT_EQ(b.state().office->own.size(), 1U);
  EXPECT_EQ(b.state().office->draft, Draft{}) << "the draft is done";
  const OfficeView view = make_office_view(b.state(), nl());
  ASSERT_EQ(view.own.size(), 1U);
  EXPECT_EQ(view.own[0].codes, "7 stemkaarten, 3 reservekaarten");
  EXPECT_EQ(view.own[0].spoken, ballotbox::spoken(b.state().office->own[0].package.fingerprint));
  b.run(ask(ForgetOwn{0}));
  ASSERT_EQ(b.state().office->own.size(), 1U) << "it asks first";
  b.run(ask(ForgetOwn{0}));
  EXPECT_TRUE(b.state().office->own.empty());
  for (const auto& [key, bytes] : b.host.kept) EXPECT_FALSE(key.starts_with("b/office/p/")) << key;
}

TEST(OfficeMakes, OfTheRoundInPreparationWhenThereIsOne) {
  Bench b;
  b.run(cmd::PreparePlan{"", ""});
  model::Plan plan = b.state().plan_draft->plan;
  plan.title.nl = "Nieuw plan";
  plan.cost = Money::from_euros(500);
  b.run(cmd::ChangePlan{plan});
  b.run(cmd::SavePlan{});
  ASSERT_NE(next_round(b.state()), nullptr);
  const OfficeView view = make_office_view(b.state(), nl());
  ASSERT_EQ(view.rounds.size(), 2U);
  EXPECT_TRUE(view.rounds[0].chosen);
  EXPECT_FALSE(view.change_next.empty());
  Draft draft;
  filled(draft, "1", "0");
  draft.round = "r1";
  b.run(ask(ChangeDraft{draft}));
  EXPECT_TRUE(make_office_view(b.state(), nl()).rounds[1].chosen);
  draft.round.clear();
  b.run(ask(ChangeDraft{draft}));
  for (std::size_t i = 0; i < 3; ++i) give_key(b, {i}, ceremony().holders[i].open);
  give_key(b, {}, ceremony().box.open);
  make_all(b);
  ASSERT_NE(b.state().office->cards, nullptr) << (b.state().problem ? b.state().problem->key : "");
  EXPECT_EQ(b.state().office->cards->package.package.round.id, next_round(b.state())->id);
  EXPECT_EQ(b.state().office->cards->package.package.round.phase, model::RoundPhase::kOpen);
  EXPECT_EQ(next_round(b.state())->phase, model::RoundPhase::kPreparing) << "the dossier is as it was";
}

}  // namespace
}  // namespace stoepkrijt::app::test
