// A whole round by the command: keys, package, votes, boxes, merge, shares, opening; and what is refused on the way.
#include <gtest/gtest.h>

#include <set>

#include "cli/box_evening.hpp"
#include "formats/ballotbox/audit_json.hpp"
#include "formats/ballotbox/package_json.hpp"

namespace stoepkrijt::cli {
namespace {

TEST(BoxCommand, AWholeRoundGivesTheSameBytesToASecondPerson) {
  Evening e;
  const Answer made = e.go(e.make);
  ASSERT_EQ(made.exit_code, kDone) << made.err;
  EXPECT_EQ(Evening::member(made, "codes"), "6");
  const auto codes = e.cards("code");
  ASSERT_EQ(codes.size(), 6U);
  ASSERT_EQ(e.cards("reserve").size(), 2U);
  std::set<std::string> receipts;
  for (std::size_t i = 0; i < 5; ++i) {
    const Answer vote = e.cast(codes[i], i < 3 ? "2,1" : i == 3 ? "3" : "-", "v" + std::to_string(i));
    ASSERT_EQ(vote.exit_code, kDone) << vote.err;
    receipts.insert(Evening::member(vote, "receipt"));
  }
  EXPECT_EQ(receipts.size(), 5U);
  ASSERT_EQ(e.close("kiosk-1", {"v0", "v1"}).exit_code, kDone);
  ASSERT_EQ(e.close("kiosk-2", {"v2"}).exit_code, kDone);
  ASSERT_EQ(e.close("phones", {"v2", "v3", "v4"}).exit_code, kDone);

  const Answer merged = e.merge({"kiosk-1.json", "kiosk-2.json", "phones.json"}, "urn");
  ASSERT_EQ(merged.exit_code, kDone) << merged.err;
  EXPECT_EQ(Evening::member(merged, "ballots"), "5");
  EXPECT_EQ(Evening::member(merged, "duplicates"), "1");
  e.merge({"phones.json", "kiosk-1.json", "kiosk-2.json", "kiosk-1.json"}, "urn2");
  EXPECT_EQ(e.files.at("urn"), e.files.at("urn2"));

  for (const char* holder : {"h1", "h2", "h3"}) ASSERT_EQ(e.share(holder, "urn").exit_code, kDone);
  const Answer opened = e.open("urn", "h1", "h3", "a.pb");
  ASSERT_EQ(opened.exit_code, kDone) << opened.err;
  EXPECT_EQ(Evening::member(opened, "winners"), "1 ");
  EXPECT_EQ(Evening::member(opened, "ballots"), "5");
  EXPECT_EQ(Evening::member(opened, "declared"), "true");
  ASSERT_EQ(e.open("urn", "h2", "h1", "b.pb").exit_code, kDone);
  EXPECT_EQ(e.files.at("a.pb"), e.files.at("b.pb"));
  EXPECT_EQ(e.files.at("a.pb.receipts"), e.files.at("b.pb.receipts"));
  for (const std::string& receipt : receipts) EXPECT_NE(e.files.at("a.pb.receipts").find(receipt), std::string::npos);
  // And anyone counts the published ballots.
  const Answer tally = e.go({"tally", "a.pb", "--rule", "greedy", "--min-votes", "1", "--json"});
  EXPECT_EQ(Evening::member(tally, "winners"), "1 ");

  const Answer checked = e.go({"box", "check", "--package", "package.json", "kiosk-1.json", "urn", "--json"});
  EXPECT_EQ(checked.exit_code, kDone) << checked.err;
  EXPECT_EQ(Evening::member(checked, "fingerprint"), Evening::member(made, "fingerprint"));
}

TEST(BoxCommand, AConflictThatDecidesForbidsAResult) {
  Evening e;
  ASSERT_EQ(e.go(e.make).exit_code, kDone);
  const auto codes = e.cards("code");
  e.cast(codes[0], "2", "v0");
  e.cast(codes[0], "3", "thief");
  e.close("kiosk-1", {"v0"});
  e.close("phones", {"thief"});
  const Answer without =
      e.go({"box", "merge", "--package", "package.json", "--output", "urn", "kiosk-1.json", "phones.json"});
  EXPECT_EQ(without.exit_code, kFault);
  EXPECT_NE(without.err.find("draw the lot"), std::string::npos) << without.err;
  EXPECT_EQ(Evening::member(e.merge({"kiosk-1.json", "phones.json"}, "urn"), "conflicts"), "1");
  e.share("h1", "urn");
  e.share("h2", "urn");
  const Answer opened = e.open("urn", "h1", "h2", "a.pb");
  EXPECT_EQ(opened.exit_code, kDiffers) << opened.err;
  EXPECT_EQ(Evening::member(opened, "declared"), "false");
  EXPECT_EQ(Evening::member(opened, "winners"), "2 ");
}

TEST(BoxCommand, WithdrawnPlansAndReplacedCardsAreApplied) {
  Evening e;
  ASSERT_EQ(e.go(e.make).exit_code, kDone);
  const auto codes = e.cards("code");
  const auto reserves = e.cards("reserve");
  const Answer amended = e.go({"box", "amend", "--package", "package.json", "--key", "organiser.key", "--withdraw", "2",
                               "--reason", "te duur", "--output", "amendment"});
  ASSERT_EQ(amended.exit_code, kDone) << amended.err;
  const Answer replaced = e.go({"box", "replace", "--package", "package.json", "--key", "organiser.key", "--replaced",
                                codes[1] + ":" + reserves[0], "--output", "spoilt"});
  ASSERT_EQ(replaced.exit_code, kDone) << replaced.err;
  e.cast(codes[0], "2", "v0");
  e.cast(reserves[0], "3", "v1");
  e.cast(reserves[1], "1", "v2");
  e.close("kiosk-1", {"v0", "v1", "v2"});
  const Answer merged = e.merge({"spoilt", "kiosk-1.json"}, "urn");
  EXPECT_EQ(Evening::member(merged, "ballots"), "2") << merged.err;
  EXPECT_EQ(Evening::member(merged, "unused_reserves"), "1");
  e.share("h2", "urn");
  e.share("h3", "urn");
  const Answer opened = e.open("urn", "h2", "h3", "a.pb", {"amendment"});
  EXPECT_EQ(Evening::member(opened, "winners"), "3 ") << opened.err;
  EXPECT_EQ(Evening::member(opened, "ballots"), "2") << "the first is blank now, and still a vote";
  EXPECT_EQ(e.go({"box", "check", "--package", "package.json", "amendment", "spoilt"}).exit_code, kDone);
}

TEST(BoxCommand, CardsOfTheDeskCountFromAKioskOnly) {
  Evening e("4", "2");
  const Answer made = e.go(e.make);
  ASSERT_EQ(made.exit_code, kDone) << made.err;
  EXPECT_EQ(Evening::member(made, "attended"), "2");
  const auto codes = e.cards("code");
  const auto desk = e.cards("attended");
  ASSERT_EQ(codes.size(), 4U);
  ASSERT_EQ(desk.size(), 2U);
  e.cast(codes[0], "1", "v0");
  const Answer cast = e.cast(desk[0], "2", "v1");
  ASSERT_EQ(cast.exit_code, kDone) << cast.err;
  EXPECT_NE(cast.err.find("card of the desk"), std::string::npos) << cast.err;
  e.cast(desk[1], "3", "v2");
  EXPECT_EQ(e.close("kiosk-1", {"v0", "v1"}).err, "");
  EXPECT_NE(e.close("phones", {"v2"}).err.find("does not count"), std::string::npos);
  const Answer merged = e.merge({"kiosk-1.json", "phones.json"}, "urn");
  EXPECT_EQ(Evening::member(merged, "ballots"), "2") << merged.err;
  EXPECT_EQ(Evening::member(merged, "attended"), "1");
  EXPECT_EQ(Evening::member(merged, "attended_by_phone"), "1");
  const Answer words =
      e.go({"box", "merge", "--package", "package.json", "--output", "urn2", "kiosk-1.json", "phones.json"});
  EXPECT_NE(words.out.find("1 vote is with a card of the desk"), std::string::npos) << words.out;
  EXPECT_NE(words.out.find("1 vote with a card of the desk came by phone"), std::string::npos) << words.out;
  const Answer checked = e.go({"box", "check", "--package", "package.json", "kiosk-1.json"});
  EXPECT_NE(checked.out.find("Cards of the desk: 2"), std::string::npos) << checked.out;
  EXPECT_EQ(Evening::member(e.go({"box", "check", "--package", "package.json", "--json"}), "attended"), "2");

  // Without the option there are none, and the words of before.
  Evening none;
  const Answer plain = none.go(none.make);
  EXPECT_EQ(Evening::member(plain, "attended"), "0");
  EXPECT_EQ(none.files.at("package.json").find("attended"), std::string::npos);
}

TEST(BoxCommand, ALogThatTellsOfOtherCardsOfTheDeskThanItsBoxIsWarnedOf) {
  Evening e("2", "1");
  ASSERT_EQ(e.go(e.make).exit_code, kDone);
  e.cast(e.cards("attended")[0], "1", "v0");
  const auto package = formats::read_package(e.files.at("package.json"));
  ASSERT_TRUE(package);
  const auto warned = [&](std::int64_t told) {
    ballotbox::AuditLog log{package->package.election, "kiosk-1", {}};
    ballotbox::append(log, ballotbox::AuditEvent::kAttended, 100, {told}, "");
    e.files["log"] = formats::write_audit(log);
    EXPECT_EQ(e.close("kiosk-1", {"v0", "log"}).exit_code, kDone);
    const Answer checked = e.go({"box", "check", "--package", "package.json", "kiosk-1.json", "log"});
    EXPECT_EQ(checked.exit_code, kDone);
    return checked.err;
  };
  EXPECT_EQ(warned(1), "");
  EXPECT_NE(warned(0).find("tells of 0 votes with cards of the desk, in the box there are 1"), std::string::npos);
}

TEST(BoxCommand, SaysWhatIsWrongAndWritesNothing) {
  Evening e;
  ASSERT_EQ(e.go(e.make).exit_code, kDone);
  const auto codes = e.cards("code");
  const auto fault = [&e](const Arguments& arguments, std::string_view words) {
    const auto before = e.files;
    const Answer answer = e.go(arguments);
    EXPECT_EQ(answer.exit_code, kFault);
    EXPECT_TRUE(answer.out.empty());
    EXPECT_NE(answer.err.find(words), std::string::npos) << answer.err;
    EXPECT_EQ(e.files, before);
  };
  fault({"box", "mke"}, "no such step");
  fault({"box", "merge", "--holder", "x", "--output", "y"}, "does not belong to box merge");
  fault({"box", "check", "--package", "package.json", "--output", "y"}, "does not belong to box check");
  fault({"box", "key", "--kind", "holder"}, "--output");
  fault({"box", "key", "--kind", "thief", "--output", "y"}, "thief");
  fault({"box", "key", "--kind", "box", "--kind", "box", "--output", "y"}, "--kind");
  e.files["typo.txt"] = codes[0];
  e.files["typo.txt"][2] = e.files["typo.txt"][2] == 'A' ? 'B' : 'A';
  fault({"box", "cast", "typo.txt", "--package", "package.json", "--choice", "1", "--output", "y"},
        "character 3 is wrong");
  e.files["good.txt"] = codes[0];
  fault({"box", "cast", "good.txt", "--package", "package.json", "--choice", "9", "--output", "y"}, "not in the round");
  fault({"box", "cast", "good.txt", "--package", "dossier.json", "--choice", "1", "--output", "y"}, "not a package");
  fault({"box", "share", "package.json", "--package", "package.json", "--key", "h1.key", "--output", "y"},
        "not an urn");
  fault({"box", "share", "package.json", "--package", "package.json", "--key", "organiser.key", "--output", "y"},
        "kind holder");
  fault({"box", "close", "good.txt", "--package", "package.json", "--key", "kiosk-1.key", "--output", "y"},
        "no code with a vote");
  e.key("box", "other.key");
  fault({"box", "close", "--package", "package.json", "--key", "other.key", "--output", "y"}, "none of the boxes");
  // A box that was changed after closing.
  e.cast(codes[0], "1", "v0");
  e.close("kiosk-1", {"v0"});
  std::string& box = e.files["kiosk-1.json"];
  box = changed(box, "\"box\":\"kiosk-1\"", "\"box\":\"kiosk-2\"");
  fault({"box", "merge", "kiosk-1.json", "--package", "package.json", "--output", "y"},
        "was changed after it was closed");
  fault({"box", "check", "kiosk-1.json", "--package", "package.json"}, "was changed after it was closed");
  fault({"box", "open", "kiosk-1.json", "--package", "package.json", "--output", "y"}, "FILE");
}

TEST(BoxCommand, ALotThatTheRoundLeftOpenIsDrawnAfterwards) {
  Evening e;
  std::string& dossier = e.files["dossier.json"];
  dossier = changed(dossier, "\"ties\":\"\"", "\"ties\":\"lot\"");
  ASSERT_EQ(e.go(e.make).exit_code, kDone);
  const auto codes = e.cards("code");
  e.cast(codes[0], "1", "v0");
  e.cast(codes[1], "2", "v1");
  e.close("kiosk-1", {"v0", "v1"});
  e.merge({"kiosk-1.json"}, "urn");
  e.share("h1", "urn");
  e.share("h2", "urn");
  const Answer without = e.open("urn", "h1", "h2", "a.pb");
  EXPECT_EQ(without.exit_code, kFault);
  EXPECT_NE(without.err.find("--lot"), std::string::npos) << without.err;
  std::set<std::string> winners;
  for (int i = 0; i < 20; ++i) {
    const Answer opened = e.open("urn", "h1", "h2", "a.pb", {"--lot", "dice " + std::to_string(i)});
    ASSERT_EQ(opened.exit_code, kDone) << opened.err;
    winners.insert(Evening::member(opened, "winners"));
  }
  EXPECT_EQ(winners, (std::set<std::string>{"1 ", "2 "})) << "either of the two, by the lot";
}

TEST(BoxCommand, IsRepeatedByItsSeed) {
  Evening e;
  e.make.push_back("--seed");
  e.make.push_back(std::string(64, '7'));
  ASSERT_EQ(e.go(e.make).exit_code, kDone);
  const auto package = e.files.at("package.json");
  const auto cards = e.files.at("cards.csv");
  ASSERT_EQ(e.go(e.make).exit_code, kDone);
  EXPECT_EQ(e.files.at("package.json"), package);
  EXPECT_EQ(e.files.at("cards.csv"), cards);
  e.make.back() = std::string(64, '8');
  ASSERT_EQ(e.go(e.make).exit_code, kDone);
  EXPECT_NE(e.files.at("cards.csv"), cards);
}

TEST(BoxCommand, WarnsOfACheapPackage) {
  Evening e("1");
  EXPECT_NE(e.go(e.make).err.find("practice only"), std::string::npos);
}

}  // namespace
}  // namespace stoepkrijt::cli
