// The events of the JSON reader become records, for the readers of formats/merged and formats/delta: the two files
// differ in what stands beside the records. What can be judged when it is read is judged here, with its place; what
// needs the whole file (actors, dots in two fields) in assembly.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_sax.hpp"
#include "base/result.hpp"
#include "formats/merged/envelope.hpp"
#include "formats/merged/merged.hpp"
#include "formats/merged/record_reader.hpp"
#include "merge/document.hpp"
#include "merge/value.hpp"

namespace stoepkrijt::formats {

/// Actor, seq, time and count as they stand in a stamp.
[[nodiscard]] inline merge::Held held_of(const std::array<std::int64_t, 4>& stamp) {
  merge::Held held;
  held.actor = static_cast<std::uint32_t>(stamp[0]);
  held.seq = static_cast<merge::Seq>(stamp[1]);
  held.time_ms = stamp[2];
  held.count = static_cast<std::uint32_t>(stamp[3]);
  return held;
}

/// The keys of a file. Those of a delta: of each actor a pair, and more about the vector (docs/formats/delta.md).
struct FileShape {
  Envelope envelope;
  std::array<std::string_view, 7> keys;  ///< all of them must be there; empty: none
  bool pairs = false;                    ///< of each actor [base, seen]
};
inline constexpr FileShape kWholeFile{
    {kMergedFormat, kMergedVersion}, {"actors", "format", "id", "mergeable", "records", "version"}, false};

/// What was read, in the order of the file; the indices of kinds and fields are those of `kinds` and `fields`.
struct Read {
  std::optional<std::string> id;
  std::optional<bool> mergeable;
  std::vector<merge::Dot> actors;  ///< with the highest seq seen
  std::vector<merge::Dot> base;    ///< of a delta: with `actors`, so far it builds on them
  std::vector<merge::ActorId> unseen;
  std::string since;
  std::vector<std::string> kinds;
  std::vector<merge::Record> records;
  std::vector<std::uint32_t> starts;  ///< of each record, its offset in the text
};

class MergedHandler final : public json::SaxHandler {
 public:
  MergedHandler(std::string_view text, const FileShape& shape)
      : text_(text), shape_(shape), record_(fields_), value_(record_.values()) {}

  bool null_value(std::size_t end) override;
  bool boolean(bool value, std::size_t end) override;
  bool number(std::string_view text, std::size_t end) override;
  bool string(std::string_view text, std::size_t end) override;
  bool key(std::string_view text, std::size_t end) override;
  bool start_object(std::size_t offset) override;
  bool end_object(std::size_t end) override;
  bool start_array(std::size_t offset) override;
  bool end_array(std::size_t end) override;
  Error error() override { return std::move(error_); }

  [[nodiscard]] Read& read() { return read_; }
  [[nodiscard]] const std::vector<merge::FieldName>& fields() const { return fields_.names(); }
  /// Error: kMissing, with the first key of the file that is not there.
  [[nodiscard]] Result<void> complete() const;

 private:
  enum class Stage : std::uint8_t {
    kFile,
    kRoot,
    kActors,
    kPair,
    kUnseen,
    kKinds,
    kIds,
    kRecord,
    kAt,
    kPlain,
    kFields,
    kDots,
    kDot
  };

  /// Is what comes now (part of) a value of a field?
  [[nodiscard]] bool in_value() const {
    return value_.inside() || stage_ == Stage::kPlain || (stage_ == Stage::kDot && taken_ == kStampSize);
  }
  /// `good` is what the builder of values answered.
  bool value_step(bool good, std::size_t end);
  void mark_value() {
    if (!value_.inside()) value_at_ = record_.values().size();
  }

  bool root_key(std::string_view text, std::size_t end);
  bool record_key(std::string_view text, std::size_t end);
  bool field_key(merge::FieldKind kind, std::string_view text, std::size_t end);
  bool root_string(std::string_view text, std::size_t end);
  bool integer(std::string_view text, std::size_t end);
  bool of_actor(std::string_view text, std::size_t end);
  bool whole_number(std::string_view text, std::size_t end, std::int64_t max, std::int64_t& out);
  bool end_record();
  bool end_group(Stage outer, std::size_t end);
  bool refuse(ErrorCode code, std::string_view key, std::size_t offset);
  bool refuse_key(ErrorCode code, std::string_view key, std::size_t end, std::string_view name);
  bool wrong_type(std::size_t offset) { return refuse(ErrorCode::kWrongType, "error.wrong_type", offset); }
  [[nodiscard]] std::string path() const;

  static constexpr std::size_t kStampSize = 4;  // actor, seq, time, count

  std::string_view text_;
  const FileShape& shape_;
  NameTable fields_;
  RecordReader record_;
  merge::ValueBuilder value_;
  Read read_;
  Stage stage_ = Stage::kFile;
  unsigned root_keys_ = 0;  // bits: which have come
  unsigned record_keys_ = 0;
  std::string key_;  // the last key outside values
  std::string id_;
  std::size_t record_start_ = 0;
  std::size_t held_ = 0;  // in all records
  bool empty_ = true;     // of the group or kind that is open: has nothing come yet?
  merge::FieldKind group_ = merge::FieldKind::kRegister;
  std::uint32_t field_ = 0;
  std::array<std::int64_t, kStampSize> stamp_{};
  std::size_t taken_ = 0;  // of a stamp; one more when its value has come
  std::size_t value_at_ = 0;
  Error error_;
};

}  // namespace stoepkrijt::formats
