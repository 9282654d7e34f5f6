// What happens to each field of a dossier when it is redacted: the table, and what walks over it. What the table does
// not name is dropped, so that a field which comes later is not told before somebody decided that it may be.
//
// docs/formats/export.md is held against this table by a test, and the table against the fields of the model.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "model/dossier.hpp"

namespace stoepkrijt::formats {

enum class Treatment : std::uint8_t {
  kDrop,
  kKeep,
  kInside,    ///< a part with rules of its own
  kWords,     ///< free words: dropped, unless they are to be kept
  kTrack,     ///< where people walked: dropped, unless it is to be kept
  kSupport,   ///< pseudonyms: "1", "2" … in every list anew, unless they are to be kept
  kDay,       ///< a moment: the start of its day (UTC), unless times are to be kept
  kPlace,     ///< with a grid: the middle of its cell
  kAccuracy,  ///< with a grid: at least the size of a cell
  kStreet,    ///< with a grid: dropped
};

struct FieldRule {
  std::string_view kind;
  std::string_view field;
  Treatment treatment = Treatment::kDrop;
};
[[nodiscard]] std::span<const FieldRule> redaction_table();
[[nodiscard]] Treatment treatment_of(std::string_view kind, std::string_view field);

/// What a redacted dossier keeps all the same (bits), and how exact places are.
struct Redaction {
  enum Keep : std::uint8_t { kKeepWords = 1, kKeepTimes = 2, kKeepSupport = 4, kKeepTracks = 8 };
  std::uint8_t keep = 0;
  std::int32_t grid_m = 0;  ///< side of a cell in metres, at 52 degrees north; 0: places stay as they are
};

/// Domain: a valid dossier. The result may have lost something without which a record is not valid.
void redact(model::Dossier& dossier, const Redaction& redaction);

}  // namespace stoepkrijt::formats
