// What a package, an amendment and a vote may be.
#include <gtest/gtest.h>

#include "ballotbox/spoken.hpp"
#include "worlds.hpp"

namespace stoepkrijt::ballotbox::test {
namespace {

std::string fault(const Package& package) {
  const Result<void> valid = validate(package);
  return valid ? "none" : valid.error().key;
}

TEST(Package, SaysWhatIsWrong) {
  const Package good = ground().package.package;
  EXPECT_EQ(fault(good), "none");
  const auto with = [&good](auto change) {
    Package package = good;
    change(package);
    return fault(package);
  };
  EXPECT_EQ(with([](Package& p) { p.round.plans.clear(); }), "error.package_plans");
  EXPECT_EQ(with([](Package& p) { p.cost.memory_kib = 1; }), "error.package_cost");
  EXPECT_EQ(with([](Package& p) { p.cost.passes = 1'000; }), "error.package_cost");
  EXPECT_EQ(with([](Package& p) { std::swap(p.codes[0], p.codes[1]); }), "error.package_tags");
  EXPECT_EQ(with([](Package& p) { p.codes[0] = p.codes[1]; }), "error.package_tags");
  EXPECT_EQ(with([](Package& p) { p.reserves = {p.codes[3]}; }), "error.package_tags");
  EXPECT_EQ(with([](Package& p) { p.codes.clear(); }), "error.package_no_codes");
  EXPECT_EQ(with([](Package& p) { p.codes.resize(20'001); }), "error.package_codes");
  EXPECT_EQ(with([](Package& p) { p.boxes.resize(101); }), "error.package_boxes");
  EXPECT_EQ(with([](Package& p) { p.boxes[1].public_key = p.boxes[0].public_key; }), "error.package_box_key");
  EXPECT_EQ(with([](Package& p) { p.boxes[1].public_key = p.organiser; }), "error.package_box_key");
  EXPECT_EQ(with([](Package& p) { p.boxes[1].id = p.boxes[0].id; }), "error.duplicate_id");
  EXPECT_EQ(with([](Package& p) { p.holders[2] = p.holders[0]; }), "error.package_holders");
  EXPECT_EQ(with([](Package& p) { p.holders[1] = Key32{}; }), "error.package_holders");
  EXPECT_EQ(with([](Package& p) { p.modes.clear(); }), "error.package_modes");
  EXPECT_EQ(with([](Package& p) { p.delete_by = "2026-11-30"; }), "error.package_delete_by");
  EXPECT_EQ(with([](Package& p) {
              p.modes = {Mode::kPaper};
              p.codes.clear();
            }),
            "none");
}

TEST(Package, WarnsWhereABallotCouldBeASignature) {
  using model::VoteMethod;
  EXPECT_FALSE(could_sign_a_ballot(sample_round(VoteMethod::kApproval, 9)));
  EXPECT_FALSE(could_sign_a_ballot(sample_round(VoteMethod::kRanking, 9)));  // 362,880 full rankings
  EXPECT_TRUE(could_sign_a_ballot(sample_round(VoteMethod::kRanking, 10)));  // 3,628,800
  EXPECT_TRUE(could_sign_a_ballot(sample_round(VoteMethod::kPoints, 40)));
  EXPECT_FALSE(could_sign_a_ballot(sample_round(VoteMethod::kPoints, 4)));  // 1,001
  model::Round few = sample_round(VoteMethod::kRanking, 40);
  few.form.most_plans = 3;  // 59,280
  EXPECT_FALSE(could_sign_a_ballot(few));
}

TEST(Amendment, TakesPlansOutOfRoundAndBallots) {
  const model::Round round = sample_round();
  const auto out = amended(round, {{kElection, {}, {"3"}, ""}, {kElection, {}, {"5"}, ""}});
  ASSERT_TRUE(out);
  EXPECT_EQ(out->plans.size(), 7U);
  EXPECT_EQ(amended(model::Ballot{{"3", "4", "5"}, {}}, *out), (model::Ballot{{"4"}, {}}));
  EXPECT_EQ(amended(model::Ballot{{"3", "4"}, {6, 4}}, *out), (model::Ballot{{"4"}, {4}}));
  EXPECT_EQ(amended(model::Ballot{{"3"}, {}}, *out), model::Ballot{}) << "a blank vote is a vote";
  EXPECT_EQ(amended(round, {{kElection, {}, {"77"}, ""}}).error().key, "error.amendment_plan");
  EXPECT_EQ(amended(sample_round(model::VoteMethod::kApproval, 1), {{kElection, {}, {"1"}, ""}}).error().key,
            "error.amendment_all");
}

TEST(Amendment, NeverTakesAwayWhatAnotherPlanCannotDoWithout) {
  model::Round round = sample_round();
  round.plans[0].requires_plans = {"3"};
  round.plans[1].excludes = {"3", "4"};
  EXPECT_EQ(amended(round, {{kElection, {}, {"3"}, ""}}).error().key, "error.amendment_required");
  const auto both = amended(round, {{kElection, {}, {"1", "3"}, ""}});
  ASSERT_TRUE(both);
  EXPECT_EQ(both->plans[0].excludes, std::vector<std::string>{"4"});
}

TEST(Cast, ARecordIsSignedForItsRoundAndItsBallot) {
  const Record record = cast(kElection, ground().pool[0], ground().cards[0]);
  EXPECT_TRUE(is_signed(record, kElection));
  EXPECT_FALSE(is_signed(record, kOther));
  EXPECT_EQ(to_hex(record.signature).substr(0, 32), "83dab7fc49a41d4f64e0da3f895a4aaf");
  for (std::size_t bit = 0; bit < record.sealed.size() * 8; bit += 13) {
    Record wrong = record;
    wrong.sealed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    ASSERT_FALSE(is_signed(wrong, kElection));
  }
}

TEST(Cast, AReceiptIsReadAsPeopleTypeIt) {
  const std::string receipt = receipt_of(ground().pool[0]);
  EXPECT_EQ(receipt, "T033G-3MR69");
  EXPECT_EQ(receipt.size(), 11U);
  std::string typed = receipt;
  typed.erase(5, 1);
  for (char& c : typed)
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '0' ? 'o' : c == '1' ? 'l' : c;
  EXPECT_EQ(*read_receipt(typed), receipt);
  EXPECT_EQ(read_receipt("ABCDE").error().key, "error.receipt_length");
  EXPECT_EQ(read_receipt("ABCDE-FGHJ!").error().key, "error.receipt_symbol");
  EXPECT_NE(receipt_of(ground().pool[1]), receipt);
}

TEST(Spoken, IsSixWordsOfAListInWhichAllDifferEarly) {
  Hash256 hash{};
  for (std::uint8_t i = 0; i < 6; ++i) hash[i] = static_cast<std::uint8_t>(i * 51);
  EXPECT_EQ(spoken(hash), "aardbei eiland kater neus spin zwaan");
  const auto words = word_list();
  std::set<std::string> starts;
  for (const std::string_view word : words) starts.insert(std::string(word.substr(0, 4)));
  EXPECT_EQ(words.size(), 256U);
  EXPECT_EQ(starts.size(), 256U);
  EXPECT_TRUE(std::is_sorted(words.begin(), words.end()));
}

}  // namespace
}  // namespace stoepkrijt::ballotbox::test
