#include "platform/memory/memory_host.hpp"

#include <gtest/gtest.h>

namespace stoepkrijt::platform {
namespace {

template <class A>
std::vector<A> of(const std::vector<Answer>& answers) {
  std::vector<A> out;
  for (const Answer& a : answers) {
    if (const A* found = a.get_if<A>()) out.push_back(*found);
  }
  return out;
}

TEST(MemoryHost, GivesTheTimeBeforeEachBatch) {
  MemoryHost host;
  host.now_ms = 42;
  const std::vector<Answer> first = host.take_answers();
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(first[0].get_if<Now>()->time_ms, 42);
}

TEST(MemoryHost, KeepsWhatIsSavedAndSaysSoInOrder) {
  MemoryHost host;
  host.perform(Save{"dossier", "een", 1});
  host.perform(Save{"dossier", "twee", 2});
  host.perform(Load{"dossier"});
  host.perform(Load{"niets"});
  const std::vector<Answer> answers = host.take_answers();
  const auto saved = of<Saved>(answers);
  ASSERT_EQ(saved.size(), 2U);
  EXPECT_EQ(saved[0].ticket, 1U);
  EXPECT_EQ(saved[1].ticket, 2U);
  const auto loaded = of<Loaded>(answers);
  ASSERT_EQ(loaded.size(), 2U);
  EXPECT_EQ(loaded[0].bytes, "twee");
  EXPECT_FALSE(loaded[1].found);
}

TEST(MemoryHost, RefusesASaveThatDoesNotFitAndKeepsTheOldBytes) {
  MemoryHost host;
  host.capacity_bytes = 5;
  host.perform(Save{"d", "vier", 1});
  host.perform(Save{"d", "vijf!", 2});
  const auto failed = of<SaveFailed>(host.take_answers());
  ASSERT_EQ(failed.size(), 1U);
  EXPECT_EQ(failed[0].ticket, 2U);
  EXPECT_EQ(failed[0].error.code, ErrorCode::kStorageFull);
  EXPECT_EQ(host.kept.at("d"), "vier");
}

TEST(MemoryHost, AnswersEveryRequestWithoutStorage) {
  MemoryHost host;
  host.storage_available = false;
  host.perform(Save{"d", "x", 1});
  host.perform(Load{"d"});
  host.perform(EraseAll{});
  host.perform(AskPersist{});
  const std::vector<Answer> answers = host.take_answers();
  EXPECT_EQ(of<SaveFailed>(answers).size(), 1U);
  EXPECT_EQ(of<Failed>(answers).size(), 2U);
  ASSERT_EQ(of<StorageState>(answers).size(), 1U);
  EXPECT_FALSE(of<StorageState>(answers)[0].available);
}

TEST(MemoryHost, HoldsAnswersOfASlowDevice) {
  MemoryHost host;
  host.hold = true;
  host.perform(Save{"d", "x", 1});
  EXPECT_TRUE(of<Saved>(host.take_answers()).empty());
  host.hold = false;
  EXPECT_EQ(of<Saved>(host.take_answers()).size(), 1U);
}

TEST(MemoryHost, RefusesAFileThatIsTooLargeAndReportsACancelledChoice) {
  MemoryHost host;
  host.files.push_back(FilePicked{"", "groot.json", "123456"});
  host.files.push_back(FilePicked{"", "klein.json", "1"});
  host.files.push_back(std::nullopt);
  for (int i = 0; i < 3; ++i) host.perform(PickFile{".json", "import", 5});
  const std::vector<Answer> answers = host.take_answers();
  ASSERT_EQ(of<Failed>(answers).size(), 1U);
  EXPECT_EQ(of<Failed>(answers)[0].error.code, ErrorCode::kTooLarge);
  ASSERT_EQ(of<FilePicked>(answers).size(), 1U);
  EXPECT_EQ(of<FilePicked>(answers)[0].purpose, "import");
  EXPECT_EQ(of<FileCancelled>(answers).size(), 1U);
}

TEST(MemoryHost, GivesOtherEntropyEachTimeAndTheSameInEachRun) {
  MemoryHost first;
  MemoryHost second;
  first.start();
  second.start();
  const auto a = of<Entropy>(first.take_answers());
  const auto b = of<Entropy>(second.take_answers());
  ASSERT_EQ(a.size(), 1U);
  EXPECT_EQ(a[0].bytes.size(), 32U);
  EXPECT_EQ(a[0].bytes, b[0].bytes);
  first.start();
  EXPECT_NE(of<Entropy>(first.take_answers())[0].bytes, a[0].bytes);
}

TEST(MemoryHost, SaysWhyThereIsNoPlace) {
  MemoryHost host;
  host.location_code = ErrorCode::kLocationDenied;
  host.perform(Locate{});
  ASSERT_EQ(of<Failed>(host.take_answers()).size(), 1U);
  host.place = Located{45'000'000, 520'000'000, 6000, 1};
  host.perform(Locate{true});
  EXPECT_EQ(of<Located>(host.take_answers()).size(), 1U);
}

}  // namespace
}  // namespace stoepkrijt::platform
