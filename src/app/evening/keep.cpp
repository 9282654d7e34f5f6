#include "app/evening/keep.hpp"

#include <array>
#include <utility>

#include "app/json_fields.hpp"
#include "ballotbox/bytes.hpp"
#include "base/json_writer.hpp"
#include "base/sha256.hpp"

namespace stoepkrijt::app::evening {

namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::int64_t kMost = 10'000'000;  ///< of any number here

using ballotbox::MergeReport;
struct Number {
  std::string_view name;
  std::size_t MergeReport::* member;
};
/// Sorted by name.
constexpr std::array<Number, 11> kNumbers{{{"attended", &MergeReport::attended},
                                           {"attended_by_phone", &MergeReport::attended_by_phone},
                                           {"conflicts", &MergeReport::conflicts},
                                           {"copies", &MergeReport::copies},
                                           {"duplicates", &MergeReport::duplicates},
                                           {"replaced", &MergeReport::replaced},
                                           {"shared_reserves", &MergeReport::shared_reserves},
                                           {"unknown_cards", &MergeReport::unknown_cards},
                                           {"unused_reserves", &MergeReport::unused_reserves},
                                           {"wrong_signatures", &MergeReport::wrong_signatures},
                                           {"wrong_size", &MergeReport::wrong_size}}};

void text(json::Writer& out, std::string_view key, std::string_view value) {
  out.key(key);
  out.string(value);
}
void number(json::Writer& out, std::string_view key, std::size_t value) {
  out.key(key);
  out.integer(static_cast<std::int64_t>(value));
}

void write_report(json::Writer& out, const MergeReport& report) {
  constexpr std::string_view kBoxes = "boxes";
  const auto numbers = [&](bool before) {
    for (const Number& one : kNumbers) {
      if ((one.name < kBoxes) == before) number(out, one.name, report.*one.member);
    }
  };
  out.key("report");
  out.begin_object();
  numbers(true);
  out.key(kBoxes);
  out.begin_array();
  for (const ballotbox::BoxCount& box : report.boxes) {
    out.begin_object();
    text(out, "box", box.box);
    number(out, "files", box.files);
    number(out, "records", box.records);
    out.end_object();
  }
  out.end_array();
  numbers(false);
  out.end_object();
}

Result<std::size_t> size_at(json::Cursor object, std::string_view key) {
  SK_TRY(value, integer_at(object, key, 0, kMost));
  return static_cast<std::size_t>(value);
}
Result<Hash256> hash_at(json::Cursor object, std::string_view key) {
  SK_TRY(hex, text_at(object, key));
  Hash256 out{};
  if (!ballotbox::from_hex(hex, out)) return fail(ErrorCode::kDamaged, "error.not_hex");
  return out;
}

Result<MergeReport> report_of(json::Cursor object) {
  MergeReport report;
  SK_TRY(boxes, object.get("boxes"));
  SK_TRY_VOID(boxes.expect(json::Type::kArray));
  for (const json::Cursor item : boxes) {
    ballotbox::BoxCount box;
    SK_TRY(id, text_at(item, "box"));
    SK_TRY(files, size_at(item, "files"));
    SK_TRY(records, size_at(item, "records"));
    report.boxes.push_back({std::move(id), files, records});
  }
  for (const Number& one : kNumbers) {
    // Kept before there were cards of the desk: then there were none.
    if (one.name.starts_with("attended") && !object.find(one.name)) continue;
    SK_TRY(value, size_at(object, one.name));
    report.*one.member = value;
  }
  return report;
}

Result<Evening::BoxIn> box_of(json::Cursor object) {
  Evening::BoxIn box;
  SK_TRY(head, hash_at(object, "audit"));
  SK_TRY(hash, hash_at(object, "hash"));
  SK_TRY(id, text_at(object, "id"));
  SK_TRY(mark, text_at(object, "mark"));
  SK_TRY(name, text_at(object, "name"));
  SK_TRY(records, size_at(object, "records"));
  box.audit_head = head;
  box.hash = hash;
  box.id = std::move(id);
  box.mark = std::move(mark);
  box.name = std::move(name);
  box.records = records;
  return box;
}

}  // namespace

std::string file_key(std::string_view kind, std::string_view mark) {
  return "b/evening/file/" + std::string(kind) + "/" + std::string(mark);
}

std::string write_small(const Evening& evening) {
  json::Writer out;
  out.begin_object();
  out.key("counted");
  out.boolean(evening.counted != nullptr);
  out.key("gone");
  out.begin_array();
  for (const Evening::BoxIn& box : evening.boxes) {
    if (box.box != nullptr) continue;
    out.begin_object();
    text(out, "audit", to_hex(box.audit_head));
    text(out, "hash", to_hex(box.hash));
    text(out, "id", box.id);
    text(out, "mark", box.mark);
    text(out, "name", box.name);
    number(out, "records", box.records);
    out.end_object();
  }
  out.end_array();
  if (evening.report) write_report(out, *evening.report);
  out.key("texts");
  out.begin_object();
  for (const auto& [field, words] : evening.texts) text(out, field, words);
  out.end_object();
  out.key("version");
  out.integer(kVersion);
  out.end_object();
  return out.take();
}

Result<KeptSmall> read_small(std::string_view json) {
  SK_TRY(document, json::Document::parse(json));
  const json::Cursor root = document.root();
  SK_TRY_VOID(integer_at(root, "version", kVersion, kVersion));
  KeptSmall out;
  SK_TRY(counted, bool_at(root, "counted"));
  out.counted = counted;
  SK_TRY(gone, root.get("gone"));
  SK_TRY_VOID(gone.expect(json::Type::kArray));
  for (const json::Cursor item : gone) {
    SK_TRY(box, box_of(item));
    out.gone.push_back(std::move(box));
  }
  if (const auto found = root.find("report")) {
    SK_TRY(report, report_of(*found));
    out.report = std::move(report);
  }
  SK_TRY(texts, root.get("texts"));
  SK_TRY_VOID(texts.expect(json::Type::kObject));
  for (const json::Cursor item : texts) {
    SK_TRY(words, item.string());
    out.texts.emplace(item.key(), words);
  }
  return out;
}

}  // namespace stoepkrijt::app::evening
