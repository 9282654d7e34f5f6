// Devices for the tests of merge: a document and a pen, with a wall clock that the test sets.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "formats/merged/merged.hpp"
#include "merge/conflicts.hpp"
#include "merge/document.hpp"
#include "merge/merge.hpp"
#include "merge/value.hpp"
#include "merge/view.hpp"
#include "merge/write.hpp"

namespace stoepkrijt::merge::test {

inline constexpr std::int64_t kNow = 1'790'000'000'000;

inline ActorId actor(std::uint8_t number) {
  ActorId id;
  id.bytes[15] = number;
  return id;
}

inline std::string bytes_of(const Document& document) { return formats::write_merged(document); }

inline Document merged(Document a, Document b) {
  const Result<void> done = merge(a, std::move(b));
  EXPECT_TRUE(done);
  EXPECT_TRUE(well_formed(a));
  return a;
}

struct Device {
  Document document;
  Pen pen;
  std::int64_t wall = kNow;

  explicit Device(std::uint8_t number) : Device(number, empty()) {}
  Device(std::uint8_t number, Document start) : document(std::move(start)) {
    pen = start_pen(actor(number), document, wall).value();
  }
  static Document empty() {
    Document document;
    document.id = "wijk";
    return document;
  }

  void write(Write::Op op, std::string_view id, std::string_view name = "", std::string_view value = "",
             std::string_view kind = "issue") {
    const Result<void> done = merge::write(
        document, pen, {op, std::string(kind), std::string(id), std::string(name), std::string(value)}, wall);
    EXPECT_TRUE(done) << (done ? "" : done.error().key);
  }
  void set(std::string_view id, std::string_view name, std::string_view value) {
    write(Write::Op::kSet, id, name, value);
  }
  void hear_from(const Device& other) {
    merge::hear(pen, other.document, wall);
    document = merged(std::move(document), other.document);
  }
  [[nodiscard]] const Record& record(std::string_view id) const {
    const Record* found = find(document, "issue", id);
    EXPECT_NE(found, nullptr) << id;
    return *found;
  }
  [[nodiscard]] std::string title(std::string_view id) const {
    const auto value = shown(document, record(id), "title");
    return value ? std::string(value->content.value) : "nothing";
  }
};

}  // namespace stoepkrijt::merge::test
