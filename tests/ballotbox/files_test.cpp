// The files of the ballot box: what is written is read back, and what was changed is refused in words.
#include <gtest/gtest.h>

#include <functional>

#include "formats/ballotbox/audit_json.hpp"
#include "formats/ballotbox/box_json.hpp"
#include "formats/ballotbox/package_json.hpp"
#include "formats/ballotbox/public_key.hpp"
#include "formats/codes/qr.hpp"
#include "worlds.hpp"

namespace stoepkrijt::ballotbox::test {
namespace {

const SignedPackage& signed_package() {
  static const auto* const one = new SignedPackage(formats::sign_package(ground().package.package, ground().organiser));
  return *one;
}

std::string changed(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

template <class T>
std::string fault(const Result<T>& result) {
  return result ? "none" : result.error().key;
}

Box sample_box() {
  const auto vote = [](std::size_t card, std::size_t c) {
    return cast(kElection, ground().pool[c], ground().cards[card]);
  };
  return close_box(signed_package(), "kiosk-1", {vote(0, 0), vote(1, 1), vote(1, 2)}, blake2b(View{}),
                   ground().box_keys[0]);
}
Urn sample_urn() { return merge_boxes(signed_package(), {sample_box()}, {}, "lot")->urn; }
AuditLog sample_log() {
  AuditLog log{kElection, "kiosk-1", {}};
  append(log, AuditEvent::kVersion, 100, {}, "1.0.0 \"é\"");
  append(log, AuditEvent::kHour, 60, {3, 1}, "");
  append(log, AuditEvent::kClockChanged, 90, {-102}, "");
  return log;
}

TEST(BallotFiles, APackageIsPinnedAndReadBack) {
  const std::string text = formats::write_package(signed_package());
  EXPECT_EQ(to_hex(signed_package().fingerprint), "d5e3fdc36363770bb47b1760e663d0628d2c39934781cc14eb0d44ff9e0a2fa2");
  EXPECT_EQ(to_hex(blake2b(view_of(text))), "fdfeae33b6fef09bb26fae8f5b61d006c6fffbcea03416177b260c832db1cf6b");
  const auto read = formats::read_package(text);
  ASSERT_TRUE(read) << read.error().key << read.error().where.path;
  EXPECT_EQ(read->package, signed_package().package);
  EXPECT_EQ(read->fingerprint, signed_package().fingerprint);
  EXPECT_EQ(formats::write_package(*read), text);
}

TEST(BallotFiles, APackageThatWasChangedIsRefused) {
  const std::string text = formats::write_package(signed_package());
  const auto with = [&](std::string_view from, std::string_view to) {
    return fault(formats::read_package(changed(text, from, to)));
  };
  EXPECT_EQ(with("open-urn", "witnessed-urn"), "error.package_signature");
  EXPECT_EQ(with("\"budget\":100000", "\"budget\":100001"), "error.package_signature");
  EXPECT_EQ(with("Voorjaarsronde", "Najaarsronde"), "error.package_signature");
  EXPECT_EQ(with("\"version\":1", "\"version\":2"), "error.newer_version");
  EXPECT_EQ(with("stoepkrijt-package", "stoepkrijt-dossier"), "error.wrong_format_package");
  EXPECT_EQ(with("\"delete_by\"", "\"deleted_by\""), "error.missing");
  EXPECT_EQ(with("{\"argon2id\"", "{\"a\":1,\"argon2id\""), "error.unknown_key");
  EXPECT_EQ(with("\"open-urn\"", "\"other\""), "error.unknown_value");
  EXPECT_EQ(with("\"memory_kib\":8", "\"memory_kib\":999999999"), "error.package_cost");
  EXPECT_EQ(with(to_hex(signed_package().package.codes[0]), "xyz"), "error.not_hex");
  EXPECT_EQ(with("\"passes\":1", "\"passes\":-1"), "error.negative");
  // Every byte of it counts: a change is refused, or says the same.
  std::size_t refused = 0;
  for (std::size_t i = 0; i < text.size(); i += 7) {
    std::string wrong = text;
    wrong[i] = wrong[i] == 'x' ? 'y' : 'x';
    const auto read = formats::read_package(wrong);
    if (!read)
      ++refused;
    else
      ASSERT_EQ(read->package, signed_package().package);
  }
  EXPECT_EQ(refused, (text.size() + 6) / 7);
}

TEST(BallotFiles, APackageOfAnotherKeyHasAnotherFingerprint) {
  Package package = signed_package().package;
  const SigningPair forger = signing_pair(seed_of(0x13));
  package.organiser = forger.public_key;
  const auto read = formats::read_package(formats::write_package(formats::sign_package(package, forger)));
  ASSERT_TRUE(read) << "rightly signed by somebody: the published fingerprint tells who";
  EXPECT_NE(read->fingerprint, signed_package().fingerprint);
}

TEST(BallotFiles, AnAmendmentIsOfItsPackageAndItsOrganiser) {
  const Amendment amendment{kElection, signed_package().fingerprint, {"3"}, "Te duur"};
  const std::string text = formats::write_amendment(amendment, ground().organiser);
  const auto read = formats::read_amendment(text, signed_package());
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, amendment);
  const auto as = [&](const Amendment& other, const SigningPair& pair) {
    return fault(formats::read_amendment(formats::write_amendment(other, pair), signed_package()));
  };
  EXPECT_EQ(as(amendment, ground().box_keys[0]), "error.amendment_signature");
  EXPECT_EQ(as({kElection, Hash256{}, {"3"}, ""}, ground().organiser), "error.amendment_other_package");
  EXPECT_EQ(as({kElection, amendment.package, {"77"}, ""}, ground().organiser), "error.amendment_plan");
  EXPECT_EQ(as({kElection, amendment.package, {"3", "3"}, ""}, ground().organiser), "error.amendment_order");
  EXPECT_EQ(as({kElection, amendment.package, {}, ""}, ground().organiser), "error.amendment_order");
  EXPECT_EQ(fault(formats::read_amendment(changed(text, "Te duur", "Te klein"), signed_package())),
            "error.amendment_signature");
  EXPECT_EQ(fault(formats::read_amendment("{}", signed_package())), "error.wrong_format_amendment");
}

TEST(BallotFiles, ASpoiltListIsSignedByTheOrganiserOrAKiosk) {
  const SpoiltList list{kElection, {{tag_of(ground().cards[0].public_key), tag_of(ground().cards[kCards].public_key)}}};
  for (const SigningPair* pair : {&ground().organiser, &ground().box_keys[0], &ground().box_keys[1]}) {
    const auto read = formats::read_spoilt(formats::write_spoilt(list, *pair), signed_package());
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, list);
  }
  const auto by = [&](const SigningPair& pair) {
    return fault(formats::read_spoilt(formats::write_spoilt(list, pair), signed_package()));
  };
  EXPECT_EQ(by(ground().box_keys[2]), "error.spoilt_signature") << "a phone";
  EXPECT_EQ(by(signing_pair(seed_of(1))), "error.spoilt_signature");
  SpoiltList other = list;
  other.election = kOther;
  EXPECT_EQ(fault(formats::read_spoilt(formats::write_spoilt(other, ground().organiser), signed_package())),
            "error.spoilt_other_election");
  SpoiltList twice = list;
  twice.replaced.push_back(list.replaced[0]);
  EXPECT_EQ(fault(formats::read_spoilt(formats::write_spoilt(twice, ground().organiser), signed_package())),
            "error.spoilt_order");
  SpoiltList unknown = list;
  unknown.replaced[0].reserve = Tag{};
  const auto read = formats::read_spoilt(formats::write_spoilt(unknown, ground().organiser), signed_package());
  EXPECT_EQ(fault(read), "error.spoilt_reserve");
  EXPECT_EQ(read.error().where.path, "replaced[0]");
}

TEST(BallotFiles, BoxUrnSharesReceiptsAndLogAreReadBackByteForByte) {
  const std::string box = formats::write_box(sample_box());
  ASSERT_TRUE(formats::read_box(box));
  EXPECT_EQ(*formats::read_box(box), sample_box());
  EXPECT_EQ(formats::write_box(*formats::read_box(box)), box);

  const Urn urn = sample_urn();
  EXPECT_EQ(urn.conflicts.size(), 1U);
  ASSERT_TRUE(formats::read_urn(formats::write_urn(urn)));
  EXPECT_EQ(*formats::read_urn(formats::write_urn(urn)), urn);

  std::array<ShareFile, 2> files;
  for (std::size_t i = 0; i < 2; ++i) files[i] = *make_shares(urn, signed_package(), ground().holders.pairs[i]);
  files[0].shares[0] = std::nullopt;
  ASSERT_TRUE(formats::read_shares(formats::write_shares(files[0])));
  EXPECT_EQ(*formats::read_shares(formats::write_shares(files[0])), files[0]);

  const auto opening = open_urn(urn, signed_package(), files);
  ASSERT_TRUE(opening);
  const formats::Receipts receipts = formats::receipts_of(urn, *opening);
  EXPECT_EQ(receipts.counted.size(), 1U);
  EXPECT_EQ(receipts.refused.size(), 1U);
  EXPECT_EQ(receipts.set_aside.size(), 1U);
  ASSERT_TRUE(formats::read_receipts(formats::write_receipts(receipts)));
  EXPECT_EQ(*formats::read_receipts(formats::write_receipts(receipts)), receipts);

  const AuditLog log = sample_log();
  ASSERT_TRUE(formats::read_audit(formats::write_audit(log)));
  EXPECT_EQ(*formats::read_audit(formats::write_audit(log)), log);
  EXPECT_TRUE(verify(*formats::read_audit(formats::write_audit(log))));
}

TEST(BallotFiles, EachIsRefusedWhereItIsSomethingElseOrNewer) {
  const std::vector<std::pair<std::string, std::function<std::string(std::string_view)>>> readers{
      {formats::write_box(sample_box()), [](std::string_view t) { return fault(formats::read_box(t)); }},
      {formats::write_urn(sample_urn()), [](std::string_view t) { return fault(formats::read_urn(t)); }},
      {formats::write_shares(*make_shares(sample_urn(), signed_package(), ground().holders.pairs[0])),
       [](std::string_view t) { return fault(formats::read_shares(t)); }},
      {formats::write_receipts({kElection, {}, {}, {}, {}}),
       [](std::string_view t) { return fault(formats::read_receipts(t)); }},
      {formats::write_audit(sample_log()), [](std::string_view t) { return fault(formats::read_audit(t)); }},
      {formats::write_key({SecretKind::kBox, seed_of(5)}),
       [](std::string_view t) { return fault(formats::read_key(t)); }},
      {formats::write_package(signed_package()), [](std::string_view t) { return fault(formats::read_package(t)); }},
  };
  for (std::size_t i = 0; i < readers.size(); ++i) {
    const std::string& text = readers[i].first;
    EXPECT_EQ(readers[i].second(text), "none") << i;
    EXPECT_EQ(readers[i].second(changed(text, "\"version\":1}", "\"version\":9}")), "error.newer_version") << i;
    EXPECT_EQ(readers[i].second(changed(text, "\"version\":1}", "\"version\":1,\"x\":1}")), "error.unknown_key") << i;
    for (std::size_t j = 0; j < readers.size(); ++j) {
      if (i == j) continue;
      EXPECT_TRUE(readers[i].second(readers[j].first).starts_with("error.wrong_format_")) << i << j;
    }
    for (std::size_t cut = 0; cut < text.size(); cut += text.size() / 50 + 1) {
      EXPECT_NE(readers[i].second(text.substr(0, cut)), "none") << i << " " << cut;
    }
  }
}

TEST(BallotFiles, WhatIsOutOfOrderIsRefused) {
  Box box = sample_box();
  std::swap(box.records[0], box.records[1]);
  EXPECT_EQ(fault(formats::read_box(formats::write_box(box))), "error.box_order");
  Urn urn = sample_urn();
  std::swap(urn.ballots[0], urn.ballots[1]);
  EXPECT_EQ(fault(formats::read_urn(formats::write_urn(urn))), "error.urn_order");
  urn = sample_urn();
  urn.conflicts[0].counted[0] ^= 1U;
  EXPECT_EQ(fault(formats::read_urn(formats::write_urn(urn))), "error.urn_order");
  EXPECT_EQ(
      fault(formats::read_receipts(formats::write_receipts({kElection, {}, {"ZZZZZ-ZZZZZ", "00000-00000"}, {}, {}}))),
      "error.receipts_order");
  EXPECT_EQ(fault(formats::read_receipts(formats::write_receipts({kElection, {}, {"zzzzz-zzzzz"}, {}, {}}))),
            "error.receipts_order");
  EXPECT_EQ(fault(formats::read_audit(changed(formats::write_audit(sample_log()), "\"minute\":60", "\"minute\":61"))),
            "error.audit_hour");
  EXPECT_EQ(
      fault(formats::read_audit(changed(formats::write_audit(sample_log()), "\"minutes\":-102", "\"minute\":-102"))),
      "error.missing");
  EXPECT_EQ(fault(formats::read_audit(
                changed(formats::write_audit(sample_log()), "\"event\":\"hour\"", "\"event\":\"vote\""))),
            "error.unknown_value");
  EXPECT_EQ(fault(formats::read_key(
                changed(formats::write_key({SecretKind::kBox, seed_of(5)}), "\"public\":\"", "\"public\":\"00"))),
            "error.not_hex");
  const std::string key = formats::write_key({SecretKind::kBox, seed_of(5)});
  const std::string other = to_hex(signing_pair(seed_of(6)).public_key);
  EXPECT_EQ(fault(formats::read_key(changed(key, to_hex(signing_pair(seed_of(5)).public_key), other))),
            "error.key_public");
}

TEST(BallotFiles, AVoteGoesByOneCode) {
  const formats::HandedIn vote{kElection, cast(kElection, ground().pool[0], ground().cards[0])};
  const std::string text = formats::vote_code(vote);
  EXPECT_EQ(text.size(), 1'022U);
  EXPECT_EQ(to_hex(blake2b(view_of(text))), "a75c77cd6cf487494a1b6b45535d2f459cf60f5ddcafaa45ae1434b5e90d7b05");
  ASSERT_TRUE(formats::read_vote_code(text));
  EXPECT_EQ(*formats::read_vote_code(text), vote);
  const auto matrix = formats::qr_matrix(text, formats::kLargestVoteQr);
  ASSERT_TRUE(matrix);
  EXPECT_EQ(matrix->size, 101U) << "version 21";
  EXPECT_FALSE(formats::qr_matrix(text)) << "larger than the codes of a chain";
  for (std::size_t i = 5; i < text.size(); ++i) {
    std::string wrong = text;
    wrong[i] = wrong[i] == 'A' ? 'B' : 'A';
    ASSERT_EQ(fault(formats::read_vote_code(wrong)), "error.vote_qr_damaged") << i;
  }
  EXPECT_EQ(fault(formats::read_vote_code("SK1:ABC")), "error.vote_qr_foreign");
  EXPECT_EQ(fault(formats::read_vote_code("https://example.org/")), "error.vote_qr_foreign");
  EXPECT_EQ(fault(formats::read_vote_code("SKB2:ABC")), "error.vote_qr_newer");
  EXPECT_EQ(fault(formats::read_vote_code("SKB1:")), "error.vote_qr_damaged");
}

TEST(BallotFiles, AReceiptIsLookedUpAsItIsTyped) {
  using formats::ReceiptPlace;
  const formats::Receipts receipts{kElection, {}, {"00000-00001", "ABCDE-FGH0J"}, {"11111-11111"}, {"22222-22222"}};
  EXPECT_EQ(formats::place_of(receipts, "abcde fghOj").value_or(ReceiptPlace::kNowhere), ReceiptPlace::kCounted);
  EXPECT_EQ(formats::place_of(receipts, "lllll-iiiii").value_or(ReceiptPlace::kNowhere), ReceiptPlace::kRefused);
  EXPECT_EQ(formats::place_of(receipts, "2222222222").value_or(ReceiptPlace::kNowhere), ReceiptPlace::kSetAside);
  EXPECT_EQ(formats::place_of(receipts, "33333-33333").value_or(ReceiptPlace::kCounted), ReceiptPlace::kNowhere);
  EXPECT_EQ(fault(formats::place_of(receipts, "333")), "error.receipt_length");
}

TEST(BallotFiles, APackageTellsWhetherAVoteGoesByOneCode) {
  const auto fits = [](model::VoteMethod method, std::size_t plans) {
    Package package;
    package.round = sample_round(method, plans);
    return formats::fits_one_code(package);
  };
  EXPECT_TRUE(fits(model::VoteMethod::kApproval, 9));
  EXPECT_TRUE(fits(model::VoteMethod::kApproval, 255));
  EXPECT_TRUE(fits(model::VoteMethod::kRanking, 40));
  EXPECT_TRUE(fits(model::VoteMethod::kPoints, 40));
  EXPECT_FALSE(fits(model::VoteMethod::kRanking, 255));
  EXPECT_FALSE(fits(model::VoteMethod::kPoints, 100));
}

TEST(BallotFiles, APublicKeyGoesByOneCodeAndComesBack) {
  const Key32 key = ground().package.package.holders[1];
  for (const formats::PublicKey& one :
       {formats::PublicKey{formats::KeyOwner::kHolder, "Fatma, wijkraad é", key},
        formats::PublicKey{formats::KeyOwner::kKiosk, "kiosk-1", key},
        formats::PublicKey{formats::KeyOwner::kPhone, std::string(formats::kMostKeyName, 'a'), key}}) {
    const std::string text = formats::public_key_code(one);
    const auto read = formats::read_public_key_code(text + "\r\n");
    ASSERT_TRUE(read) << read.error().key;
    EXPECT_EQ(*read, one);
    EXPECT_TRUE(formats::qr_matrix(text).has_value());
    for (std::size_t i = 5; i < text.size(); ++i) {
      std::string wrong = text;
      wrong[i] = wrong[i] == 'A' ? 'B' : 'A';
      EXPECT_EQ(fault(formats::read_public_key_code(wrong)), "error.public_key_damaged") << i;
      EXPECT_EQ(fault(formats::read_public_key_code(text.substr(0, i))), "error.public_key_damaged") << i;
    }
  }
  // As docs/formats/ballots.md says it, byte for byte.
  EXPECT_EQ(formats::public_key_code({formats::KeyOwner::kKiosk, "k", Key32{}}).substr(0, 11), "SKP1:W50WND");
  EXPECT_EQ(fault(formats::read_public_key_code("SKP2:ABC")), "error.public_key_newer");
  EXPECT_EQ(fault(formats::read_public_key_code("7K3Q9-MWV20-00000")), "error.public_key_foreign");
  EXPECT_EQ(fault(formats::read_public_key_code("")), "error.public_key_foreign");
  EXPECT_EQ(fault(formats::read_public_key_code("SKP1:" + std::string(10'000, '0'))), "error.public_key_damaged");
}

TEST(BallotFiles, TheNameOfAKeyIsCheckedInWords) {
  using formats::KeyOwner;
  EXPECT_EQ(fault(formats::check_key_name(KeyOwner::kHolder, "")), "error.key_name_empty");
  EXPECT_EQ(fault(formats::check_key_name(KeyOwner::kHolder, "a\nb")), "error.key_name_empty");
  EXPECT_EQ(fault(formats::check_key_name(KeyOwner::kHolder, std::string(41, 'a'))), "error.key_name_long");
  EXPECT_EQ(fault(formats::check_key_name(KeyOwner::kKiosk, "Kiosk 1")), "error.key_name_box");
  EXPECT_EQ(fault(formats::check_key_name(KeyOwner::kPhone, "kiosk-1")), "none");
}

}  // namespace
}  // namespace stoepkrijt::ballotbox::test
