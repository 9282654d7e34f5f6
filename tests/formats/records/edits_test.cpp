// A change of a value of the model, written field by field, shows that value again.
#include "formats/records/edits.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.hpp"
#include "formats/records/records.hpp"
#include "merge/value.hpp"
#include "merge/view.hpp"
#include "model/sample.hpp"

namespace stoepkrijt::formats {
namespace {

constexpr std::int64_t kNow = 1'790'000'000'000;

/// The dossier of a document after writes by a fresh hand.
class Edits : public ::testing::Test {
 protected:
  Edits() : dossier_(testing::sample_dossier()), document_(migrated(dossier_)) {
    merge::ActorId actor;
    actor.bytes[3] = 7;
    pen_ = merge::start_pen(actor, document_, kNow).value();
  }

  void write(const std::vector<merge::Write>& writes) {
    const auto done = merge::write_all(document_, pen_, writes, kNow);
    ASSERT_TRUE(done) << done.error().key;
  }
  void expect_shown() {
    const auto view = dossier_of(document_);
    ASSERT_TRUE(view) << view.error().key;
    EXPECT_EQ(view->dossier, dossier_);
    EXPECT_TRUE(view->not_shown.empty());
  }

  model::Dossier dossier_;
  merge::Document document_;
  merge::Pen pen_;
};

TEST_F(Edits, OfASignalWriteOnlyTheFieldsThatDiffer) {
  const model::Signal before = dossier_.signals.at(0);
  model::Signal& after = dossier_.signals.at(0);
  after.title = "Anders";
  after.words.clear();
  after.support = {"k2", "k9"};
  const auto writes = writes_of(std::optional(before), std::optional(after));
  for (const merge::Write& one : writes) {
    EXPECT_TRUE(one.name == "title" || one.name == "words" || one.name == "support") << one.name;
  }
  write(writes);
  expect_shown();
}

TEST_F(Edits, OfPhotosKeepTheirOrderWhateverIsAddedRemovedOrMoved) {
  Random random(7);
  for (int round = 0; round < 300; ++round) {
    const model::Signal before = dossier_.signals.at(0);
    std::vector<std::string>& photos = dossier_.signals.at(0).photos;
    photos.clear();
    for (std::size_t left = random.index(6); left > 0; --left) {
      const std::string name(64, static_cast<char>('a' + random.below(6)));
      if (std::find(photos.begin(), photos.end(), name) == photos.end()) photos.push_back(name);
    }
    write(writes_of(std::optional(before), std::optional(dossier_.signals.at(0))));
    expect_shown();
  }
}

TEST_F(Edits, OfAPhotoWriteThatOneOnly) {
  const model::Signal none = dossier_.signals.at(0);
  model::Signal two = none;
  two.photos = {std::string(64, 'a'), std::string(64, 'b')};
  model::Signal three = two;
  three.photos.push_back(std::string(64, 'c'));
  EXPECT_EQ(writes_of(std::optional(none), std::optional(two)).size(), 2U);
  EXPECT_EQ(writes_of(std::optional(two), std::optional(three)).size(), 1U);
  EXPECT_EQ(writes_of(std::optional(three), std::optional(two)).size(), 1U);
  EXPECT_TRUE(writes_of(std::optional(two), std::optional(two)).empty());
}

TEST_F(Edits, ShowNoPhotoWhoseNameIsNone) {
  const std::string id = dossier_.signals.at(0).id;
  write({{merge::Write::Op::kAdd, "signal", id, "photos", merge::text_value("../../geheim")},
         {merge::Write::Op::kAdd, "signal", id, "photos", merge::text_value(std::string(64, 'e'))},
         {merge::Write::Op::kAdd, "signal", id, "photos", "7"}});
  const auto view = dossier_of(document_);
  ASSERT_TRUE(view);
  EXPECT_EQ(view->dossier.signals.at(0).photos, std::vector<std::string>{std::string(64, 'e')});
  EXPECT_EQ(view->not_shown.size(), 2U);
}

TEST_F(Edits, OfWhatWasFoundApartAndOfATrackShowAsMeant) {
  const model::Signal before = dossier_.signals.at(0);
  dossier_.signals[0].apart = {"signaal-2", "signaal-7"};
  write(writes_of(std::optional(before), std::optional(dossier_.signals[0])));
  expect_shown();
  const model::Signal twice = dossier_.signals[0];
  dossier_.signals[0].apart = {"signaal-7"};
  const auto writes = writes_of(std::optional(twice), std::optional(dossier_.signals[0]));
  EXPECT_EQ(writes.size(), 1U);
  write(writes);
  expect_shown();
  const model::Track track{"spoor-9", "schouw-1", "Noord", {{{{5, 6}, 7, 8}, {{6, 6}, 7, 9}}}};
  write(writes_of(std::optional<model::Track>(), std::optional(track)));
  dossier_.tracks.push_back(track);
  expect_shown();
  write(writes_of(std::optional(track), std::optional<model::Track>()));
  dossier_.tracks.clear();
  expect_shown();
}

TEST_F(Edits, AddAndDelete) {
  model::Signal fresh = dossier_.signals.at(0);
  fresh.id = "zz-nieuw";
  dossier_.signals.push_back(fresh);
  write(writes_of(std::optional<model::Signal>(), std::optional(fresh)));
  expect_shown();
  dossier_.signals.pop_back();
  write(writes_of(std::optional(fresh), std::optional<model::Signal>()));
  expect_shown();
}

TEST_F(Edits, OfAnIssueAddAndRemoveSignals) {
  ASSERT_FALSE(dossier_.issues.empty());
  const model::Issue before = dossier_.issues.at(0);
  model::Issue& after = dossier_.issues.at(0);
  after.title = "Een andere zaak";
  after.action = model::Action{"repareren", "gemeente", "2026-12-01"};
  after.signals.clear();
  for (const model::Signal& signal : dossier_.signals) after.signals.push_back(signal.id);
  write(writes_of(std::optional(before), std::optional(after)));
  expect_shown();
}

TEST_F(Edits, OfARoundReorderItsPlansAndTakeOneOut) {
  ASSERT_FALSE(dossier_.rounds.empty());
  const model::Round before = dossier_.rounds.at(0);
  model::Round& after = dossier_.rounds.at(0);
  ASSERT_GT(after.plans.size(), 1U);
  std::swap(after.plans.front(), after.plans.back());
  after.plans.pop_back();
  after.plans.front().cost = Money{123'400};
  after.title.nl = "Een andere ronde";
  write(writes_of(std::optional(before), std::optional(after)));
  expect_shown();
}

TEST(OppositeEvent, OfSupportIsItsOppositeAndOthersHaveNone) {
  EXPECT_EQ(opposite_event("support", R"({"key":"k","sees":true})"), R"({"key":"k","sees":false})");
  EXPECT_EQ(opposite_event("history", R"({"reason":"","status":"done"})"), std::nullopt);
  EXPECT_EQ(opposite_event("support", "[1]"), std::nullopt);
}

}  // namespace
}  // namespace stoepkrijt::formats
