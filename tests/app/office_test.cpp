// The organiser's office: keys for others, from plans to a signed package with its cards, and a plan that is withdrawn.
#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "app/office/cards_view.hpp"
#include "app/office/command.hpp"
#include "app/office/keys_view.hpp"
#include "app/office/office_view.hpp"
#include "app/office/sheets.hpp"
#include "app/planning.hpp"
#include "ballotbox/spoken.hpp"
#include "book_fixture.hpp"

namespace stoepkrijt::app::test {
namespace {

using namespace office;  // NOLINT(google-build-using-namespace)
using formats::KeyOwner;
using formats::PublicKey;

const Lang& nl() {
  static const auto* const lang = new Lang(read_lang(LangCode::kNl));
  return *lang;
}
const Lang& en() {
  static const auto* const lang = new Lang(read_lang(LangCode::kEn));
  return *lang;
}

/// A key that somebody made on a device of their own: what they hand over, and what they keep.
struct Pair {
  std::string open;
  formats::KeyFile secret;
};
Pair pair_from(std::uint8_t device, KeyOwner owner, const std::string& name) {
  Bench b(device_nr(device));
  b.run(ask(MakeKey{owner, name}));
  b.run(ask(GiveOpenKey{}));
  b.run(ask(GiveSecretKey{}));
  EXPECT_EQ(b.host.offered.size(), 2U);
  return {b.host.offered[0].bytes, *formats::read_key(b.host.offered[1].bytes)};
}

struct Ceremony {
  std::array<Pair, 3> holders;
  Pair box;
};
const Ceremony& ceremony() {
  static const auto* const one =
      new Ceremony{{pair_from(11, KeyOwner::kHolder, "Fatma"), pair_from(12, KeyOwner::kHolder, "Joop"),
                    pair_from(13, KeyOwner::kHolder, "Ans é")},
                   pair_from(14, KeyOwner::kKiosk, "kiosk-1")};
  return *one;
}

void give_key(Bench& b, KeyPlace where, const std::string& bytes) {
  b.host.files.emplace_back(platform::FilePicked{"office/key", "sleutel.txt", bytes});
  b.run(ask(KeyFromFile{where}));
}

Draft& filled(Draft& draft, const std::string& codes, const std::string& reserves) {
  draft.codes = codes;
  draft.reserves = reserves;
  draft.place = "In het buurthuis <& zo>.";
  return draft;
}

void fill(Bench& b, const std::string& codes = "7", const std::string& reserves = "3") {
  Draft draft;
  b.run(ask(ChangeDraft{filled(draft, codes, reserves)}));
  for (std::size_t i = 0; i < 3; ++i) give_key(b, {i}, ceremony().holders[i].open);
  give_key(b, {}, ceremony().box.open);
}

/// To the moment that the app asked for; what it then wants is carried out.
void wake(Bench& b) {
  b.host.now_ms = b.host.wake_at_ms;
  b.settle();
  b.settle();
}
/// The clock goes on until nothing is being made.
void make_all(Bench& b) {
  b.run(ask(Make{}));
  for (int i = 0; i < 100 && b.state().office->making != nullptr; ++i) {
    wake(b);
  }
}

/// One package for all tests that only look: each code costs as much as for a real round.
Bench made() {
  static const auto* const one = [] {
    auto* b = new Bench;
    fill(*b);
    make_all(*b);
    return b;
  }();
  return *one;
}

bool holds(std::string_view bytes, std::string_view words) { return bytes.find(words) != std::string_view::npos; }

std::vector<std::string> all_codes(const Cards& cards) {
  std::vector<std::string> out = cards.codes->texts;
  out.insert(out.end(), cards.reserves->texts.begin(), cards.reserves->texts.end());
  return out;
}

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
  EXPECT_EQ(view.own[0].codes, "7 codes, 3 reservekaarten");
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

Cards many_cards(std::size_t codes, std::size_t reserves) {
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
