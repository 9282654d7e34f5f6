// Random histories: devices with wild clocks that write, delete, erase, link and exchange files old and new, restore a
// disk, and in hostile worlds go on as a clone of another with the same actor.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/random.hpp"
#include "merge/links.hpp"
#include "merge/merge.hpp"
#include "merge/record_builder.hpp"
#include "merge/value.hpp"
#include "merge/write.hpp"

namespace stoepkrijt::merge::test {

struct Replica {
  Document document;
  Pen pen;
  bool has_pen = false;  ///< an actor is drawn at the first write after a start
  std::int64_t wall = 0;
  Document backup;
};

struct World {
  Random random;
  bool hostile = false;
  std::vector<Replica> replicas;
  std::vector<Document> files;             ///< lying about, some of them old
  std::map<Dot, VersionVector> deletions;  ///< of each deletion all that its writer had seen
  enum Step : std::uint8_t { kWrite, kLeaveFile, kTakeFile, kErase, kRestoreDisk, kClone, kForge };
  std::array<std::size_t, 7> made{};  ///< how often each step was taken

  World(std::uint64_t seed, bool with_clones) : random(seed), hostile(with_clones) {
    replicas.resize(4 + random.index(3));
    for (Replica& replica : replicas) {
      replica.document.id = "wijk";
      replica.backup = replica.document;
      replica.wall = wild_time();
    }
  }

  std::int64_t wild_time() {
    constexpr std::int64_t kYear = 365 * kDayMs;
    switch (random.index(6)) {
      case 0:
        return 1'790'000'000'000 + random.between(-40, 80) * kYear;
      case 1:
        return random.between(-5, 5);
      default:
        return 1'790'000'000'000 + random.between(-3, 3);
    }
  }

  void run(std::size_t steps) {
    for (std::size_t i = 0; i < steps; ++i) step(replicas[random.index(replicas.size())]);
  }

  void step(Replica& at) {
    if (random.chance(1, 8)) at.wall = wild_time();
    if (random.chance(1, 3)) at.wall += random.between(0, 2);
    const std::size_t dice = random.index(hostile ? 32 : 28);
    const Step what = dice < 15   ? kWrite
                      : dice < 20 ? kLeaveFile
                      : dice < 25 ? kTakeFile
                      : dice < 26 ? kErase
                      : dice < 28 ? kRestoreDisk
                      : dice < 30 ? kClone
                                  : kForge;
    ++made[what];
    switch (what) {
      case kWrite:
        return write_something(at);
      case kLeaveFile:
        return leave_file(at);
      case kTakeFile:
        return take_file(at);
      case kErase:
        return erase_something(at);
      case kRestoreDisk:
        return restore_disk(at);
      case kClone:
        return go_on_as_clone(at);
      case kForge:
        return leave_forged_file(at);
    }
  }

  std::string pick(const std::vector<std::string>& from) { return from[random.index(from.size())]; }

  void write_something(Replica& at) {
    if (!at.has_pen) {
      ActorId fresh;
      for (std::size_t i = 0; i < 4; ++i) fresh.bytes[i] = static_cast<std::uint8_t>(random.next());
      const Result<Pen> pen = start_pen(fresh, at.document, at.wall);
      if (!pen) return;
      at.pen = *pen;
      at.has_pen = true;
    }
    static constexpr std::array kOps{Write::Op::kSet,    Write::Op::kSet,    Write::Op::kSet,
                                     Write::Op::kSet,    Write::Op::kEvent,  Write::Op::kAdd,
                                     Write::Op::kRemove, Write::Op::kDelete, Write::Op::kRestore};
    Write write{kOps[random.index(kOps.size())], pick({"issue", "signal"}), pick({"a", "b", "c"}), "", ""};
    const bool whole = write.op == Write::Op::kDelete || write.op == Write::Op::kRestore;
    if (write.op == Write::Op::kSet) {
      write.name = pick({"level", "title", "words"});
      write.value = integer_value(random.between(0, 3));
    } else if (write.op == Write::Op::kEvent) {
      write.name = "status";
      write.value = text_value(pick({"open", "done"}));
    } else if (!whole) {
      const std::string other = pick({"a", "b", "c", "d"});
      if (other == write.id) return;
      write = *link_write(write.op, write.kind, "doubles", write.id, other);
    }
    const bool done = merge::write(at.document, at.pen, write, at.wall).has_value();
    if (done && write.op == Write::Op::kDelete) {
      deletions[{at.pen.clock.actor, seen_of(at)}] = vector_of(at.document);
    }
  }

  static Seq seen_of(const Replica& at) { return vector_of(at.document).seen(at.pen.clock.actor); }

  void leave_file(const Replica& at) { leave(at.document); }

  void leave(const Document& file) {
    if (files.size() < 6) {
      files.push_back(file);
    } else {
      files[random.index(files.size())] = file;
    }
  }

  /// A file in which one write says something else, under its own dot.
  void leave_forged_file(const Replica& at) {
    if (at.document.records.empty()) return;
    Document forged = at.document;
    Record& record = forged.records[random.index(forged.records.size())];
    const std::size_t which = random.index(record.held.size());
    RecordBuilder builder;
    for (std::size_t i = 0; i < record.held.size(); ++i) {
      Held held = record.held[i];
      const bool twin = (i > 0 && same_dot(held, record.held[i - 1])) ||
                        (i + 1 < record.held.size() && same_dot(held, record.held[i + 1]));
      const bool forge = i == which && !twin;
      if (forge) held.time_ms += random.between(0, 1) * kDayMs;
      builder.add(held, forge ? integer_value(random.between(4, 6)) : std::string(record.value(held)));
    }
    builder.put(record);
    leave(forged);
  }

  void take_file(Replica& at) {
    if (files.empty()) return;
    const Document& file = files[random.index(files.size())];
    if (at.has_pen) hear(at.pen, file, at.wall);
    const bool done = merge(at.document, file).has_value();
    SK_CHECK(done);
  }

  void erase_something(Replica& at) {
    if (at.document.records.empty()) return;
    const Record& record = at.document.records[random.index(at.document.records.size())];
    const Held held = record.held[random.index(record.held.size())];
    const std::string kind = at.document.kinds[record.kind];
    const std::string id = record.id;
    const FieldName field = at.document.fields[held.field];
    switch (random.index(3)) {
      case 0:
        erase_record(at.document, kind, id);
        break;
      case 1:
        erase_field(at.document, kind, id, field.kind, field.name);
        break;
      default:
        erase_dot(at.document, dot_of(at.document, held));
    }
  }

  /// A disk put back, or the app just closed: the next write draws a new actor.
  void restore_disk(Replica& at) {
    if (random.chance(1, 2)) {
      at.backup = at.document;
    } else {
      at.document = at.backup;
    }
    at.has_pen = false;
  }

  void go_on_as_clone(Replica& at) {
    const Replica& other = replicas[random.index(replicas.size())];
    at.document = other.document;
    at.pen = other.pen;
    at.has_pen = other.has_pen;
  }
};

}  // namespace stoepkrijt::merge::test
