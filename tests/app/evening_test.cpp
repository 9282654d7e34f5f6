// The counting evening on one device: files that the command made, in any order; what comes out is held against what
// the command makes of the same files, byte for byte.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/evening/command.hpp"
#include "app/evening/evening.hpp"
#include "app/evening/hand.hpp"
#include "app/views/evening_view.hpp"
#include "app_fixture.hpp"
#include "ballotbox/keys.hpp"
#include "cli/box_evening.hpp"
#include "formats/ballotbox/audit_json.hpp"

namespace stoepkrijt::app::test {
namespace {

using evening::ask;
using evening::For;

const Lang& nl() {
  static const auto* const lang = new Lang(read_lang(LangCode::kNl));
  return *lang;
}

/// Six cards: five vote, one of them twice (at a kiosk and by phone) when `conflict`; phones bring one vote again.
struct Files : cli::Evening {
  explicit Files(bool conflict = false, std::string_view publish = "open-urn") : cli::Evening() {
    make.emplace_back("--publish");
    make.emplace_back(publish);
    EXPECT_EQ(go(make).exit_code, cli::kDone);
    const auto codes = cards("code");
    for (std::size_t i = 0; i < 5; ++i) {
      const cli::Answer vote = cast(codes[i], i < 3 ? "2,1" : i == 3 ? "3" : "-", "v" + std::to_string(i));
      receipts.push_back(member(vote, "receipt"));
    }
    if (conflict) cast(codes[3], "2", "thief");
    close("kiosk-1", {"v0", "v1"});
    close("kiosk-2", conflict ? cli::Arguments{"v2", "thief"} : cli::Arguments{"v2"});
    close("phones", {"v2", "v3", "v4"});
  }
  /// What the command makes of it all.
  void by_command(const std::string& lot = "4 1 6", const cli::Arguments& more = {}) {
    ASSERT_EQ(merge({"kiosk-1.json", "kiosk-2.json", "phones.json"}, "urn", lot).exit_code, cli::kDone);
    for (const char* holder : {"h1", "h2", "h3"}) ASSERT_EQ(share(holder, "urn").exit_code, cli::kDone);
    open("urn", "h1", "h3", "a.pb", more);
  }
  std::vector<std::string> receipts;
};

void give(Bench& b, const Files& files, const std::vector<std::string>& names, For what = For::kEvening) {
  static const char* const kPurposes[] = {"evening/any", "evening/holder", "evening/log", "evening/receipt"};
  for (const std::string& name : names) {
    b.host.files.emplace_back(
        platform::FilePicked{kPurposes[static_cast<std::size_t>(what)], name, files.files.at(name)});
    b.run(ask(evening::Pick{what}));
  }
}
const app::Evening& room(const Bench& b) { return *b.state().evening; }
std::string offered(const Bench& b, std::string_view name) {
  for (auto it = b.host.offered.rbegin(); it != b.host.offered.rend(); ++it) {
    if (it->name == name) return it->bytes;
  }
  return "(not offered)";
}
/// All words of a screen, for looking in.
std::string words(const Bench& b, Screen screen) {
  State state = b.state();
  state.route = {screen, ""};
  std::string out;
  for (const EveningCard& card : make_evening_page(state, nl()).cards) {
    out += card.title + "\n";
    for (const EveningPart& part : card.parts) out += part.words + " | " + part.more + "\n";
  }
  return sp(out);
}
bool says(const Bench& b, Screen screen, std::string_view what) {
  return words(b, screen).find(what) != std::string::npos;
}
std::string kept(const Bench& b) {
  std::string out;
  for (const auto& [key, bytes] : b.host.kept) out += key + "\n" + bytes + "\n";
  return out;
}
std::size_t kept_of(const Bench& b, std::string_view prefix) {
  return static_cast<std::size_t>(std::count_if(b.host.kept.begin(), b.host.kept.end(),
                                                [&](const auto& one) { return one.first.starts_with(prefix); }));
}

void play(Bench& b, const Files& files, const std::vector<std::string>& order, const std::string& lot) {
  give(b, files, order);
  ASSERT_TRUE(room(b).refused.empty()) << words(b, Screen::kEvening);
  b.run(ask(evening::Merge{}));
  if (!lot.empty()) {
    ASSERT_EQ(room(b).urn, nullptr) << "conflicts wait for the lot";
    b.run(ask(evening::Type{"lot", lot}));
    b.run(ask(evening::Merge{}));
  }
  ASSERT_NE(room(b).urn, nullptr);
  b.run(ask(evening::OfferUrn{}));
  give(b, files, {"h3.shares", "h1.shares"});
  b.run(ask(evening::Open{}));
  ASSERT_NE(room(b).counted, nullptr) << words(b, Screen::kEvening);
  b.run(ask(evening::OfferBallots{}));
  b.run(ask(evening::OfferReceipts{}));
}

TEST(CountingEvening, GivesTheBytesOfTheCommandInEveryOrderOfTheFiles) {
  for (const bool conflict : {false, true}) {
    Files files(conflict);
    files.by_command();
    const std::string lot = conflict ? "4 1 6" : "";
    const std::vector<std::vector<std::string>> orders = {
        {"package.json", "kiosk-1.json", "kiosk-2.json", "phones.json"},
        {"phones.json", "kiosk-2.json", "package.json", "kiosk-1.json", "kiosk-2.json"}};
    for (const auto& order : orders) {
      Bench b;
      play(b, files, order, lot);
      EXPECT_EQ(offered(b, "urn.json"), files.files.at("urn")) << conflict;
      EXPECT_EQ(offered(b, "stemmen.pb"), files.files.at("a.pb")) << conflict;
      EXPECT_EQ(offered(b, "bonnetjes.json"), files.files.at("a.pb.receipts")) << conflict;
      EXPECT_EQ(room(b).report->duplicates, 1U);
      EXPECT_EQ(room(b).report->conflicts, conflict ? 1U : 0U);
      EXPECT_EQ(b.state().problem, std::nullopt);
    }
  }
}

TEST(CountingEvening, SaysTheOutcomeInWordsAndNothingPerKiosk) {
  Files files;
  files.by_command();
  Bench b;
  play(b, files, {"package.json", "kiosk-1.json", "kiosk-2.json", "phones.json"}, "");
  EXPECT_TRUE(says(b, Screen::kEvening, "Plan 1 | € 600 · 3 stemmen")) << words(b, Screen::kEvening);
  EXPECT_TRUE(says(b, Screen::kEvening, "Geteld | 5 stemmen"));
  EXPECT_TRUE(says(b, Screen::kEvening, "1 stem kwam twee keer binnen"));
  EXPECT_TRUE(says(b, Screen::kSession, "Geopend door sleutelhouders | 1, 3")) << words(b, Screen::kSession);
  // A box says how many votes, nowhere for what.
  const std::string all = words(b, Screen::kEvening);
  EXPECT_NE(all.find("Bus kiosk-1 | 2 stemmen"), std::string::npos);
  EXPECT_EQ(all.find("Plan", all.find("Bus kiosk-1")), all.find("Plan 1 |"));
}

TEST(CountingEvening, TellsHowManyVotedWithCardsOfTheDeskThereAndInTheProtocolAlsoAfterARestart) {
  Files files;
  cli::Evening desk("4", "3");
  ASSERT_EQ(desk.go(desk.make).exit_code, cli::kDone);
  const auto cards = desk.cards("attended");
  desk.cast(desk.cards("code")[0], "1", "v0");
  desk.cast(cards[0], "1", "v1");
  desk.cast(cards[1], "2", "v2");
  desk.close("kiosk-1", {"v0", "v1"});
  desk.close("phones", {"v2"});
  files.files = desk.files;
  Bench b;
  give(b, files, {"package.json", "kiosk-1.json", "phones.json"});
  EXPECT_TRUE(says(b, Screen::kEvening, "Kaarten van de balie | 3")) << words(b, Screen::kEvening);
  EXPECT_FALSE(says(b, Screen::kEvening, "Met een kaart van de balie"));
  b.run(ask(evening::Merge{}));
  ASSERT_NE(room(b).urn, nullptr);
  for (int look = 0; look < 2; ++look) {
    EXPECT_TRUE(says(b, Screen::kEvening, "Met een kaart van de balie | 1 stem")) << words(b, Screen::kEvening);
    EXPECT_TRUE(says(b, Screen::kEvening, "1 stem met een kaart van de balie kwam via een telefoon"));
    EXPECT_TRUE(says(b, Screen::kSession, "Kaarten van de balie | 3")) << words(b, Screen::kSession);
    EXPECT_TRUE(says(b, Screen::kSession, "Met een kaart van de balie | 1 stem"));
    EXPECT_TRUE(says(b, Screen::kSession, "1 stem met een kaart van de balie kwam via een telefoon"));
    b.restart();
  }
  // What was kept before there were such cards is read as it was.
  std::string& state = b.host.kept.at("b/evening/state");
  for (const char* member : {"\"attended\":1,", "\"attended_by_phone\":1,"}) {
    ASSERT_NE(state.find(member), std::string::npos) << state;
    state.erase(state.find(member), std::string(member).size());
  }
  b.restart();
  ASSERT_TRUE(room(b).report.has_value());
  EXPECT_EQ(room(b).report->attended, 0U);
}

TEST(CountingEvening, LosesNothingWhenTheTabIsClosedAtAnyStep) {
  Files files(true);
  files.by_command();
  Bench b;
  give(b, files, {"package.json", "kiosk-1.json"});
  b.restart();
  ASSERT_NE(b.state().evening, nullptr);
  EXPECT_EQ(room(b).boxes.size(), 1U);
  give(b, files, {"kiosk-2.json", "phones.json"});
  b.run(ask(evening::Type{"lot", "4 1 6"}));
  b.restart();
  b.run(ask(evening::Merge{}));
  b.restart();
  ASSERT_NE(room(b).urn, nullptr);
  ASSERT_TRUE(room(b).report.has_value());
  EXPECT_EQ(room(b).report->conflicts, 1U);
  EXPECT_TRUE(room(b).has_boxes());
  give(b, files, {"h1.shares"});
  b.restart();
  EXPECT_EQ(room(b).boxes.size(), 3U) << "what they were is still told";
  EXPECT_EQ(room(b).shares.size(), 1U);
  give(b, files, {"h3.shares"});
  b.run(ask(evening::Open{}));
  b.run(ask(evening::Type{"session/place", "Buurthuis De Hinkelsteen"}));
  const std::string before = words(b, Screen::kSession);
  b.restart();
  ASSERT_NE(room(b).counted, nullptr);
  EXPECT_EQ(words(b, Screen::kSession), before);
  b.run(ask(evening::OfferBallots{}));
  EXPECT_EQ(offered(b, "stemmen.pb"), files.files.at("a.pb"));
}

TEST(CountingEvening, TheBoxesLeaveTheDeviceBeforeAShareComesIn) {
  Files files;
  files.by_command();
  Bench b;
  give(b, files, {"package.json", "kiosk-1.json", "kiosk-2.json", "phones.json"});
  b.run(ask(evening::Merge{}));
  EXPECT_EQ(kept_of(b, "b/evening/file/box/"), 3U);
  give(b, files, {"h1.shares"});
  EXPECT_EQ(kept_of(b, "b/evening/file/box/"), 0U);
  EXPECT_FALSE(room(b).has_boxes());
  EXPECT_EQ(kept(b).find("stepkrijt-box"), std::string::npos);
  EXPECT_EQ(kept(b).find("stoepkrijt-box"), std::string::npos);
  EXPECT_TRUE(says(b, Screen::kEvening, "Bus kiosk-1 | 2 stemmen"));
  // And none comes back beside the shares.
  give(b, files, {"kiosk-1.json"});
  ASSERT_EQ(room(b).refused.size(), 0U) << "the very same file is known";
  files.close("kiosk-1", {"v0"});
  give(b, files, {"kiosk-1.json"});
  ASSERT_EQ(room(b).refused.size(), 1U);
  EXPECT_EQ(room(b).refused[0].why.key, "error.evening_sealed");
  EXPECT_FALSE(room(b).has_boxes());
}

TEST(CountingEvening, AFileThatIsNotRightIsRefusedByNameAndNothingElseIsLost) {
  Files files;
  Files other(false, "witnessed-urn");  // of the same round
  files.by_command();
  Bench b;
  files.files["veranderd.json"] =
      cli::changed(files.files["kiosk-2.json"], "\"box\":\"kiosk-2\"", "\"box\":\"kiosk-1\"");
  files.files["ander.json"] = other.files["package.json"];
  files.files["foto.json"] = "geen json";
  files.files["stem.txt"] = files.files.at("v3");
  give(
      b, files,
      {"package.json", "kiosk-1.json", "veranderd.json", "ander.json", "foto.json", "h1.key", "h1.shares", "stem.txt"});
  EXPECT_EQ(room(b).boxes.size(), 1U);
  ASSERT_EQ(room(b).refused.size(), 6U);
  EXPECT_EQ(room(b).refused[5].why.key, "error.evening_phone_vote");
  EXPECT_EQ(room(b).refused[0].name, "veranderd.json");
  EXPECT_EQ(room(b).refused[0].why.key, "error.box_signature");
  EXPECT_EQ(room(b).refused[1].why.key, "error.evening_other_package");
  EXPECT_EQ(room(b).refused[2].why.key, "error.box_unknown_file");
  EXPECT_EQ(room(b).refused[3].why.key, "error.evening_key_here");
  EXPECT_EQ(room(b).refused[4].why.key, "error.evening_no_urn");
  EXPECT_TRUE(says(b, Screen::kEvening, "Niet gebruikt: veranderd.json | Stembus kiosk-1 is na het sluiten veranderd"));
  EXPECT_EQ(kept(b).find("stoepkrijt-key"), std::string::npos) << "a secret is never kept";
  give(b, files, {"kiosk-2.json"});
  EXPECT_EQ(room(b).boxes.size(), 2U);
  b.run(ask(evening::ForgetRefused{}));
  EXPECT_TRUE(room(b).refused.empty());
}

TEST(CountingEvening, ANewBoxOrAnotherLotBreaksTheUrnThatWasMade) {
  Files files(true);
  Bench b;
  give(b, files, {"package.json", "kiosk-2.json", "phones.json"});
  b.run(ask(evening::Type{"lot", "1 1"}));
  b.run(ask(evening::Merge{}));
  ASSERT_NE(room(b).urn, nullptr);
  b.run(ask(evening::Type{"lot", "1 2"}));
  EXPECT_EQ(room(b).urn, nullptr);
  b.run(ask(evening::Merge{}));
  ASSERT_NE(room(b).urn, nullptr);
  give(b, files, {"kiosk-1.json"});
  EXPECT_EQ(room(b).urn, nullptr);
  EXPECT_EQ(kept_of(b, "b/evening/file/urn/"), 0U);
}

TEST(CountingEvening, NoResultIsDeclaredWhenAConflictCouldHaveDecided) {
  Files files;
  const auto codes = files.cards("code");
  files.cast(codes[0], "2", "a");
  files.cast(codes[0], "3", "b");
  files.close("kiosk-1", {"a"});
  files.close("kiosk-2", {"b"});
  files.close("phones", {});
  files.by_command();
  Bench b;
  play(b, files, {"package.json", "kiosk-1.json", "kiosk-2.json", "phones.json"}, "4 1 6");
  EXPECT_FALSE(room(b).counted->decided.declared);
  EXPECT_TRUE(says(b, Screen::kEvening, "Er is geen uitslag | "));
  EXPECT_FALSE(says(b, Screen::kEvening, "Gekozen\n")) << "no plan is shown as chosen";
  b.run(ask(evening::IntoDossier{}));
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.evening_not_declared");
}

TEST(CountingEvening, AmendmentsAndReplacedCardsCountAsTheCommandCounts) {
  Files files;
  const auto codes = files.cards("code");
  const auto reserves = files.cards("reserve");
  ASSERT_EQ(files
                .go({"box", "amend", "--package", "package.json", "--key", "organiser.key", "--withdraw", "2",
                     "--reason", "de boom is gered", "--output", "wijziging.json"})
                .exit_code,
            cli::kDone);
  ASSERT_EQ(files
                .go({"box", "replace", "--package", "package.json", "--key", "organiser.key", "--replaced",
                     codes[5] + ":" + reserves[0], "--output", "vervangen.json"})
                .exit_code,
            cli::kDone);
  ASSERT_EQ(files.merge({"kiosk-1.json", "kiosk-2.json", "phones.json", "vervangen.json"}, "urn").exit_code,
            cli::kDone);
  for (const char* holder : {"h1", "h3"}) ASSERT_EQ(files.share(holder, "urn").exit_code, cli::kDone);
  files.open("urn", "h1", "h3", "a.pb", {"wijziging.json"});
  Bench b;
  play(b, files, {"vervangen.json", "package.json", "wijziging.json", "phones.json", "kiosk-1.json", "kiosk-2.json"},
       "");
  EXPECT_EQ(offered(b, "urn.json"), files.files.at("urn"));
  EXPECT_EQ(offered(b, "stemmen.pb"), files.files.at("a.pb"));
  EXPECT_EQ(room(b).report->replaced, 1U);
  EXPECT_TRUE(says(b, Screen::kEvening, "Ingetrokken: “Plan 2”. Reden: de boom is gered"));
  EXPECT_FALSE(says(b, Screen::kEvening, "Plan 2 | "));
}

TEST(CountingEvening, OfAWitnessedUrnNoBallotLeavesTheDevice) {
  Files files(false, "witnessed-urn");
  files.by_command();
  Bench b;
  play(b, files, {"package.json", "kiosk-1.json", "kiosk-2.json", "phones.json"}, "");
  EXPECT_EQ(offered(b, "stemmen.pb"), "(not offered)");
  EXPECT_EQ(offered(b, "bonnetjes.json"), files.files.at("a.pb.receipts"));
  EXPECT_FALSE(says(b, Screen::kEvening, "Bewaar de stembiljetten"));
  EXPECT_TRUE(says(b, Screen::kEvening, "Plan 1 | € 600 · 3 stemmen"));
  b.run(ask(evening::IntoDossier{}));
  ASSERT_TRUE(b.state().problem.has_value());
  EXPECT_EQ(b.state().problem->key, "error.evening_witnessed");
}

TEST(CountingEvening, TheUrnOfAnotherDeviceOpensHereWithoutBoxes) {
  Files files;
  files.by_command();
  Bench b;
  give(b, files, {"h1.shares", "urn", "h3.shares", "package.json"});
  EXPECT_TRUE(room(b).refused.empty()) << words(b, Screen::kEvening);
  EXPECT_EQ(room(b).shares.size(), 2U);
  b.run(ask(evening::Open{}));
  b.run(ask(evening::OfferBallots{}));
  EXPECT_EQ(offered(b, "stemmen.pb"), files.files.at("a.pb"));
  b.run(ask(evening::DropShare{0}));
  EXPECT_EQ(room(b).counted, nullptr);
  give(b, files, {"h2.shares"});
  b.run(ask(evening::Open{}));
  b.run(ask(evening::OfferReceipts{}));
  EXPECT_EQ(offered(b, "bonnetjes.json"), files.files.at("a.pb.receipts")) << "whichever two open";
}

TEST(CountingEvening, BeginAgainAsksFirstAndWipesTheDevice) {
  Files files;
  Bench b;
  give(b, files, {"package.json", "kiosk-1.json"});
  b.run(ask(evening::Type{"hand/1/people", "12"}));
  b.run(ask(evening::Reset{}));
  EXPECT_EQ(room(b).boxes.size(), 1U) << "it only asks";
  EXPECT_TRUE(says(b, Screen::kEvening, "Weet u het zeker?"));
  b.run(ask(evening::KeepOn{}));
  EXPECT_FALSE(says(b, Screen::kEvening, "Weet u het zeker?"));
  b.run(ask(evening::Reset{.hand = false, .sure = true}));
  EXPECT_EQ(room(b).package, nullptr);
  EXPECT_EQ(kept_of(b, "b/evening/file/"), 0U);
  EXPECT_EQ(room(b).text("hand/1/people"), "12") << "what is counted by hand is of its own";
  b.restart();
  EXPECT_EQ(room(b).package, nullptr);
}

TEST(CountingEvening, TheRoundThatIsOpenInTheDossierIsClosedForTheResultWhereThatIsAskedFor) {
  Files files;
  files.by_command();
  Bench b;
  play(b, files, {"package.json", "kiosk-1.json", "kiosk-2.json", "phones.json"}, "");
  const std::string open = current_round(b.state())->id;
  EXPECT_TRUE(says(b, Screen::kEvening, "“" + current_round(b.state())->title.nl + "” gaat dan dicht."))
      << words(b, Screen::kEvening);
  EXPECT_TRUE(says(b, Screen::kEvening, "Sluit die ronde en zet de uitslag in het dossier"));
  EXPECT_TRUE(says(b, Screen::kEvening, "Waarvan blanco | 1")) << "else the votes of the plans do not add up";
  EXPECT_TRUE(says(b, Screen::kSession, "Waarvan blanco | 1"));
  EXPECT_TRUE(says(b, Screen::kSession, "Stemdagen | van "));
  EXPECT_TRUE(says(b, Screen::kSession, "Telregel | "));
  b.run(ask(evening::Type{"session/person/0/name", "Fatma el Idrissi"}));
  EXPECT_TRUE(says(b, Screen::kSession, "Fatma el Idrissi: …")) << "a line to sign on";
  b.run(ask(evening::IntoDossier{.closes = true}));
  EXPECT_EQ(b.state().problem, std::nullopt);
  EXPECT_EQ(b.state().route.screen, Screen::kResult);
  ASSERT_NE(current_round(b.state()), nullptr);
  EXPECT_EQ(current_round(b.state())->id, "ronde-1");
  EXPECT_EQ(current_round(b.state())->phase, model::RoundPhase::kCounted);
  EXPECT_EQ(chosen_round(b.state(), open)->phase, model::RoundPhase::kClosed);
  EXPECT_EQ(b.state().urn->total(), 5);
  EXPECT_FALSE(says(b, Screen::kEvening, "gaat dan dicht"));
  b.restart();
  EXPECT_EQ(current_round(b.state())->id, "ronde-1") << "one step, kept whole";
}

TEST(CountingEvening, TheResultGoesIntoTheDossierWhereTheRoundIsTheOneThatIsShown) {
  Files files;
  files.by_command();
  Bench b;
  play(b, files, {"package.json", "kiosk-1.json", "kiosk-2.json", "phones.json"}, "");
  b.run(ask(evening::IntoDossier{}));
  ASSERT_TRUE(b.state().problem.has_value()) << "the example's own round is open";
  EXPECT_EQ(b.state().problem->key, "error.evening_other_round");
  b.run(cmd::CloseProblem{});
  // In the dossier of this very round it does, and a restart finds it there.
  b.host.files.emplace_back(platform::FilePicked{"import", "dossier.json", files.files.at("dossier.json")});
  b.run(cmd::AskImport{});
  b.run(cmd::ConfirmImport{});
  ASSERT_NE(current_round(b.state()), nullptr);
  ASSERT_EQ(current_round(b.state())->id, "ronde-1");
  b.run(ask(evening::IntoDossier{}));
  EXPECT_EQ(b.state().problem, std::nullopt);
  EXPECT_EQ(b.state().route.screen, Screen::kResult);
  EXPECT_EQ(current_round(b.state())->phase, model::RoundPhase::kCounted);
  EXPECT_EQ(b.state().urn->total(), 5);
  b.run(cmd::ExportBallots{});
  EXPECT_EQ(offered(b, "stemmen.pb"), files.files.at("a.pb")) << "the dossier's own way out gives the same bytes";
  b.restart();
  EXPECT_EQ(current_round(b.state())->phase, model::RoundPhase::kCounted);
  EXPECT_EQ(b.state().urn->total(), 5);
}

// ---- the key holder ----

TEST(KeyHolder, MakesTheShareFileOfTheCommandAndTheSecretIsGone) {
  Files files;
  files.by_command();
  auto key = formats::read_key(files.files.at("h2.key"));
  ASSERT_TRUE(key.has_value());
  const std::string paper = ballotbox::paper_text(key->seed, ballotbox::SecretKind::kHolder);
  Bench b;
  b.run(cmd::GoTo{{Screen::kHolder, ""}});
  give(b, files, {"h2.key"}, For::kHolder);
  ASSERT_TRUE(room(b).holder.error.has_value()) << "nothing to open yet";
  give(b, files, {"package.json", "urn"}, For::kHolder);
  EXPECT_TRUE(says(b, Screen::kHolder, "U opent nu de urn van Voorjaar, alleen samen met een andere sleutelhouder"));
  // A letter that is wrong is pointed out by row and place.
  std::string wrong = paper;
  wrong[20] = wrong[20] == '7' ? '8' : '7';
  b.run(ask(evening::Type{"holder/paper", wrong}));
  b.run(ask(evening::MakeShare{}));
  ASSERT_TRUE(room(b).holder.error.has_value());
  EXPECT_EQ(room(b).holder.error->key, "error.paper_key_letter");
  EXPECT_TRUE(says(b, Screen::kHolder, "in rij 2 teken")) << words(b, Screen::kHolder);
  EXPECT_EQ(offered(b, "sleuteldeel-2.json"), "(not offered)");
  b.run(ask(evening::Type{"holder/paper", paper}));
  b.run(ask(evening::MakeShare{}));
  EXPECT_EQ(offered(b, "sleuteldeel-2.json"), files.files.at("h2.shares"));
  EXPECT_EQ(room(b).holder.paper, "");
  EXPECT_EQ(kept(b).find(paper.substr(0, 17)), std::string::npos);
  EXPECT_EQ(kept_of(b, "b/evening/"), 0U) << "nothing of a holder is kept";
}

TEST(KeyHolder, TheCameraReadsThePaperAndAFileDoes) {
  Files files;
  files.by_command();
  auto key = formats::read_key(files.files.at("h1.key"));
  ASSERT_TRUE(key.has_value());
  Bench b;
  b.run(cmd::GoTo{{Screen::kHolder, ""}});
  give(b, files, {"package.json", "urn"}, For::kHolder);
  b.run(ask(evening::ScanKey{}));
  EXPECT_EQ(b.state().scan_room, "evening");
  b.host.push(platform::CodeSeen{"iets anders"});
  b.settle();
  EXPECT_FALSE(room(b).holder.made.has_value());
  b.host.push(platform::CodeSeen{ballotbox::paper_text(key->seed, ballotbox::SecretKind::kHolder)});
  b.settle();
  EXPECT_EQ(offered(b, "sleuteldeel-1.json"), files.files.at("h1.shares"));
  EXPECT_EQ(b.state().scan_room, "");
  b.run(ask(evening::LeaveHolder{}));
  EXPECT_EQ(room(b).holder.package, nullptr);
  give(b, files, {"package.json", "urn", "h3.key"}, For::kHolder);
  EXPECT_EQ(offered(b, "sleuteldeel-3.json"), files.files.at("h3.shares"));
  // The key of a box opens nothing.
  b.run(ask(evening::LeaveHolder{}));
  give(b, files, {"package.json", "urn", "kiosk-1.key"}, For::kHolder);
  ASSERT_TRUE(room(b).holder.error.has_value());
  EXPECT_EQ(room(b).holder.error->key, "error.holder_unknown");
}

TEST(KeyHolder, WhatWasTypedGoesWhenTheScreenIsLeft) {
  Bench b;
  b.run(cmd::GoTo{{Screen::kHolder, ""}});
  b.run(ask(evening::Type{"holder/paper", "ABCDE"}));
  b.run(cmd::GoTo{{Screen::kMore, ""}});
  b.host.now_ms += 60'000;
  b.host.push(platform::Now{b.host.now_ms, 120});
  b.settle();
  EXPECT_EQ(room(b).holder.paper, "");
}

// ---- is my vote in? ----

TEST(ReceiptScreen, SaysWhereAReceiptStands) {
  Files files(true);
  files.by_command();
  Bench b;
  give(b, files, {"package.json"}, For::kReceipt);
  ASSERT_TRUE(room(b).receipt.error.has_value());
  give(b, files, {"a.pb.receipts"}, For::kReceipt);
  b.run(ask(evening::Type{"receipt", files.receipts[0]}));
  b.run(ask(evening::LookUp{}));
  EXPECT_TRUE(says(b, Screen::kReceipt, "Uw stem is geteld"));
  b.run(ask(evening::Type{"receipt", files.receipts[3]}));
  b.run(ask(evening::LookUp{}));
  EXPECT_TRUE(says(b, Screen::kReceipt, "Deze stem is apart gelegd")) << "the kiosk goes before the phone";
  b.run(ask(evening::Type{"receipt", "00000-00000"}));
  b.run(ask(evening::LookUp{}));
  EXPECT_TRUE(says(b, Screen::kReceipt, "Uw bonnetje staat niet in de lijst"));
  b.run(ask(evening::Type{"receipt", "0000"}));
  b.run(ask(evening::LookUp{}));
  ASSERT_TRUE(room(b).receipt.error.has_value());
  EXPECT_EQ(kept(b).find(files.receipts[0]), std::string::npos) << "nobody's receipt stays on the device";
}

// ---- the log ----

TEST(LogScreen, ListsEventsAndHoldsTheLogAgainstItsBox) {
  Files files;
  ballotbox::AuditLog log;
  auto box = formats::read_box(files.files.at("kiosk-1.json"));
  ASSERT_TRUE(box.has_value());
  log.election = box->election;
  log.box = "kiosk-1";
  ballotbox::append(log, ballotbox::AuditEvent::kOpened, 29'400'000, {6, 2}, "");
  ballotbox::append(log, ballotbox::AuditEvent::kHour, 29'400'000, {2, 1}, "");
  ballotbox::append(log, ballotbox::AuditEvent::kClosed, 29'400'060, {2}, "");
  files.files["log.json"] = formats::write_audit(log);
  ASSERT_EQ(files.close("kiosk-1", {"v0", "v1", "log.json"}).exit_code, cli::kDone);
  Bench b;
  give(b, files, {"log.json"}, For::kLog);
  EXPECT_TRUE(says(b, Screen::kLog, "De ketting klopt"));
  EXPECT_TRUE(says(b, Screen::kLog, "Kies ook de stembus zelf"));
  EXPECT_TRUE(says(b, Screen::kLog, "2. Uurtelling. Stemmen: 2. Geweigerde codes: 1 | "));
  give(b, files, {"kiosk-1.json"}, For::kLog);
  EXPECT_TRUE(says(b, Screen::kLog, "Het is het logboek dat met de stembus is ondertekend (kiosk-1.json)."));
  give(b, files, {"kiosk-2.json"}, For::kLog);
  EXPECT_TRUE(says(b, Screen::kLog, "Dit logboek klopt niet"));
  log.entries[1].numbers[0] = 3;
  files.files["log.json"] = formats::write_audit(log);
  give(b, files, {"log.json"}, For::kLog);
  EXPECT_TRUE(says(b, Screen::kLog, "vanaf regel 2 klopt het niet meer")) << words(b, Screen::kLog);
  // On the evening too: whichever comes first.
  log.entries[1].numbers[0] = 2;
  files.files["log.json"] = formats::write_audit(log);
  give(b, files, {"package.json", "log.json"});
  EXPECT_TRUE(says(b, Screen::kEvening, "De bus zelf is hier niet."));
  give(b, files, {"kiosk-1.json"});
  EXPECT_TRUE(says(b, Screen::kEvening, "en het hoort bij de bus."));
}

// ---- by hand ----

TEST(ByHand, OnlyEqualTotalsCount) {
  Files files;
  Bench b;
  give(b, files, {"package.json"});
  const auto type = [&](int person, std::string_view field, std::string text) {
    b.run(ask(evening::Type{evening::total_field(person, field), std::move(text)}));
  };
  for (const int person : {1, 2}) {
    type(person, "people", "12");
    type(person, "1", "7");
    type(person, "2", person == 1 ? "9" : "8");
    type(person, "3", "3");
  }
  b.run(ask(evening::Compare{}));
  EXPECT_EQ(room(b).hand.count, nullptr);
  EXPECT_TRUE(says(b, Screen::kByHand, "Plan 2 | 9 / 8"));
  EXPECT_FALSE(says(b, Screen::kByHand, "Plan 1 | 7"));
  b.restart();
  EXPECT_EQ(room(b).text(evening::total_field(1, "2")), "9") << "a closed tab loses nothing";
  type(2, "2", "9");
  b.run(ask(evening::Compare{}));
  ASSERT_NE(room(b).hand.count, nullptr);
  EXPECT_EQ(room(b).hand.count->winners, std::vector<std::string>{"2"});
  EXPECT_TRUE(says(b, Screen::kByHand, "Plan 2 | € 600 · 9 stemmen"));
  type(1, "2", "13");
  type(2, "2", "13");
  b.run(ask(evening::Compare{}));
  ASSERT_TRUE(room(b).hand.error.has_value());
  EXPECT_EQ(room(b).hand.error->key, "error.meeting_votes");
}

TEST(ByHand, TotalsOfARuleThatCannotCountThemAreRefusedWithTheReason) {
  Bench b;  // the example's round is counted by equal shares
  ASSERT_EQ(current_round(b.state())->rule.id, "equal-shares");
  for (const int person : {1, 2}) {
    b.run(ask(evening::Type{evening::total_field(person, "people"), "3"}));
    for (const model::Plan& plan : current_round(b.state())->plans) {
      b.run(ask(evening::Type{evening::total_field(person, plan.id), "1"}));
    }
  }
  b.run(ask(evening::Compare{}));
  ASSERT_TRUE(room(b).hand.error.has_value());
  EXPECT_EQ(room(b).hand.error->key, "error.meeting_rule");
}

TEST(ByHand, PaperBallotsAreTypedTwiceAndCountedByTheRoundsRule) {
  Files files;
  Bench b;
  give(b, files, {"package.json"});
  b.run(ask(evening::Type{"hand/mode", "paper"}));
  b.run(ask(evening::Type{evening::paper_field(1), "1: 1 2\n2: 3\n3:\n"}));
  b.run(ask(evening::Type{evening::paper_field(2), "1: 1 2\n2: 2\n4: 1"}));
  b.run(ask(evening::Compare{}));
  EXPECT_TRUE(says(b, Screen::kByHand, "Biljet 2: de keuze is verschillend."));
  EXPECT_TRUE(says(b, Screen::kByHand, "Biljet 3 staat alleen bij persoon 1."));
  EXPECT_TRUE(says(b, Screen::kByHand, "Biljet 4 staat alleen bij persoon 2."));
  EXPECT_EQ(room(b).hand.count, nullptr);
  b.run(ask(evening::Type{evening::paper_field(2), "3:\n1: 2, 1\n2: 3"}));
  b.run(ask(evening::Compare{}));
  ASSERT_NE(room(b).hand.count, nullptr) << words(b, Screen::kByHand);
  EXPECT_EQ(room(b).hand.ballots->total(), 3);
  b.run(ask(evening::Type{evening::paper_field(2), "1 2 3"}));
  b.run(ask(evening::Compare{}));
  EXPECT_EQ(room(b).hand.error->key, "error.evening_paper_line");
  b.run(ask(evening::Type{evening::paper_field(2), "1: 9"}));
  b.run(ask(evening::Compare{}));
  EXPECT_EQ(room(b).hand.error->key, "error.evening_paper_plan");
}

TEST(ByHand, PaperTakesPointsAndRankingsAsTheFormGivesThem) {
  model::Round round = make_round();
  round.form.method = model::VoteMethod::kRanking;
  auto ranking = evening::read_paper("7: 3 1", round);
  ASSERT_TRUE(ranking.has_value());
  EXPECT_EQ(ranking->at(0).ballot.approved, (std::vector<std::string>{round.plans[2].id, round.plans[0].id}));
  round.form.method = model::VoteMethod::kPoints;
  auto points = evening::read_paper("7: 1=3 2=7", round);
  ASSERT_TRUE(points.has_value());
  EXPECT_EQ(points->at(0).ballot.points.size(), 2U);
  EXPECT_FALSE(evening::read_paper("7: 1 2", round).has_value()) << "without points";
  round.form.method = model::VoteMethod::kApproval;
  EXPECT_FALSE(evening::read_paper("7: 1=3", round).has_value());
  EXPECT_FALSE(evening::read_paper("x: 1", round).has_value());
}

}  // namespace
}  // namespace stoepkrijt::app::test
