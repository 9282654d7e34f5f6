// How a record stands in a file: which stamp it gets and which registers stand on it, for the writers of formats/merged
// and formats/delta. It follows from the state alone, else equal states had two forms (docs/formats/merge.md).
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "merge/document.hpp"

namespace stoepkrijt::formats {

/// Dot and clock of the field that would stand first in a record written at one go: those of the field at rank r
/// less r.
struct Stamp {
  std::uint32_t actor = 0;
  std::int64_t seq = 0;
  std::int64_t time_ms = 0;
  std::int64_t count = 0;
  friend auto operator<=>(const Stamp&, const Stamp&) = default;
};

/// A field of a record; it is not empty.
struct LaidField {
  std::span<const merge::Held> held;
  bool proposes = false;  ///< a register with one content, that could be plain on `stamp`
  Stamp stamp;
  [[nodiscard]] std::uint32_t field() const { return held[0].field; }
};

class RecordLayout {
 public:
  /// The document lives as long as this does.
  explicit RecordLayout(const merge::Document& document) : document_(document) {}

  /// From here on it speaks of this record, which lives as long.
  void lay(const merge::Record& record);

  /// The stamp that most of the registers share; ties go to the least. Nothing where none can stand on one.
  [[nodiscard]] const std::optional<Stamp>& at() const { return at_; }
  /// Does a register stand on the stamp of the record?
  [[nodiscard]] bool plain(const LaidField& field) const { return field.proposes && field.stamp == *at_; }

  [[nodiscard]] std::span<const LaidField> registers() const { return part(0, events_); }
  [[nodiscard]] std::span<const LaidField> events() const { return part(events_, sets_); }
  [[nodiscard]] std::span<const LaidField> sets() const { return part(sets_, deleted_); }
  [[nodiscard]] std::span<const LaidField> deleted() const { return part(deleted_, fields_.size()); }

 private:
  [[nodiscard]] std::span<const LaidField> part(std::size_t first, std::size_t last) const {
    return {fields_.data() + first, last - first};
  }
  [[nodiscard]] std::size_t end_of(merge::FieldKind kind, std::size_t first) const;
  void find_stamp();

  const merge::Document& document_;
  std::vector<LaidField> fields_;  // registers, events, sets, deletion: the rank of a register is its place
  std::size_t events_ = 0;
  std::size_t sets_ = 0;
  std::size_t deleted_ = 0;
  std::vector<Stamp> stamps_;
  std::optional<Stamp> at_;
};

}  // namespace stoepkrijt::formats
