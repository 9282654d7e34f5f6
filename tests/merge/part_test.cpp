// A few records by themselves: a log of parts laid over a snapshot is the document, whatever was written.
#include "merge/part.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "hands.hpp"
#include "merge/changes.hpp"

namespace stoepkrijt::merge::test {
namespace {

/// A write about one of a few records, of any kind.
Write random_write(Random& random) {
  static constexpr std::array kKinds = {"issue", "signal", "aa"};
  Write write;
  write.kind = kKinds[random.index(kKinds.size())];
  write.id = std::string(1, static_cast<char>('p' + random.below(5)));
  write.name = std::string(1, static_cast<char>('a' + random.below(4)));
  write.value = integer_value(static_cast<std::int64_t>(random.below(3)));
  switch (random.below(6)) {
    case 0:
      write.op = Write::Op::kEvent;
      break;
    case 1:
      write.op = Write::Op::kAdd;
      break;
    case 2:
      write.op = Write::Op::kRemove;
      break;
    case 3:
      write.op = random.below(2) == 0 ? Write::Op::kDelete : Write::Op::kRestore;
      write.name.clear();
      write.value.clear();
      break;
    default:
      break;
  }
  return write;
}

bool about_record(const Write& write) { return write.op == Write::Op::kDelete || write.op == Write::Op::kRestore; }

}  // namespace

TEST(Part, ALogOfPartsOverASnapshotIsTheDocument) {
  Random random(3);
  for (int round = 0; round < 300; ++round) {
    Device device(static_cast<std::uint8_t>(1 + round % 100));
    device.set("p", "a", "1");
    Device other(200);
    other.set("q", "b", "2");
    device.hear_from(other);
    Document laid = device.document;
    for (int i = 0; i < 30; ++i) {
      const Write write = random_write(random);
      if (about_record(write) && find(device.document, write.kind, write.id) == nullptr) continue;
      ASSERT_TRUE(merge::write(device.document, device.pen, write, device.wall));
      const std::vector<RecordKey> keys = touched_by({&write, 1});
      const Document part = part_of(device.document, keys, device.pen.clock.actor);
      if (part.records.empty()) {  // the last element went: only a snapshot can tell
        laid = device.document;
        continue;
      }
      // As it is kept: through its file.
      const auto read = formats::read_merged(bytes_of(part));
      ASSERT_TRUE(read) << read.error().key;
      EXPECT_FALSE(read->mergeable);
      put_part(laid, *read);
      ASSERT_TRUE(well_formed(laid));
      ASSERT_EQ(bytes_of(laid), bytes_of(device.document));
    }
  }
}

TEST(Part, SaysNothingOfOtherRecordsAndOtherActors) {
  Device device(1);
  device.set("x", "title", "1");
  Device other(2, device.document);
  other.set("y", "title", "2");
  device.hear_from(other);
  device.set("x", "title", "3");
  const std::vector<RecordKey> keys = {{"issue", "nothing"}, {"issue", "x"}};
  const Document part = part_of(device.document, keys, device.pen.clock.actor);
  EXPECT_EQ(part.records.size(), 1U);
  EXPECT_EQ(part.actors, std::vector<ActorId>{actor(1)});
  EXPECT_EQ(bytes_of(part).find("\"y\""), std::string::npos);
}

TEST(Changes, AreTakenBackOneByOneToWhereItBegan) {
  Random random(8);
  const Opposite none = [](std::string_view, std::string_view) { return std::nullopt; };
  for (int round = 0; round < 200; ++round) {
    Device device(1);
    for (const char* id : {"p", "q"}) device.set(id, "a", "0");
    const Document start = device.document;
    std::vector<Changes> steps;
    for (int i = 0; i < 12; ++i) {
      const Write write = random_write(random);
      if (write.op == Write::Op::kEvent) continue;  // has no opposite here
      if (about_record(write) && find(device.document, write.kind, write.id) == nullptr) continue;
      const Document before = device.document;
      device.write(write.op, write.id, write.name, write.value, write.kind);
      steps.push_back(changes_of(diff(before, device.document)));
    }
    while (!steps.empty()) {
      const auto writes = undo_writes(steps.back(), device.document, none);
      ASSERT_TRUE(write_all(device.document, device.pen, writes, device.wall));
      steps.pop_back();
    }
    std::string left;
    for (const Change& change : changes_of(diff(start, device.document))) {
      left += change.kind + " " + change.id + " " + std::to_string(static_cast<int>(change.what));
      for (const Change::Field& field : change.fields) left += " " + field.name;
      left += "; ";
    }
    EXPECT_EQ(left, "") << round;
  }
}

}  // namespace stoepkrijt::merge::test
