// The dossier as records that merge: version 1 becomes a document of version 2, and a document is shown as a dossier.
// Which field is what kind of field stands in docs/formats/merge.md, "A dossier as records".
//
// Guarantees: for a valid dossier d, dossier_of(migrated(d)) is d, with nothing left out; equal dossiers give the same
// document on every device, so that two devices that migrate apart agree. A dossier that dossier_of gives is valid
// (model::validate), whatever came together in the document.
//
// Example:
//   SK_TRY(mine, read_any_dossier(bytes));        // version 1 or 2
//   SK_TRY_VOID(merge::merge(mine, std::move(theirs)));
//   SK_TRY(shown, dossier_of(mine));              // shown.dossier, and what it could not show
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/json_sax.hpp"
#include "base/result.hpp"
#include "base/short_text.hpp"
#include "formats/merged/merged.hpp"
#include "merge/document.hpp"
#include "model/dossier.hpp"

namespace stoepkrijt::formats {

/// Domain: a valid dossier. The actor is made of its bytes; registers get the start of 1970, status events their time.
[[nodiscard]] merge::Document migrated(const model::Dossier& dossier);

/// A record, or something in it, that is in the document and cannot be shown as it is.
struct NotShown {
  std::string kind;
  std::string id;
  bool whole = false;  ///< the record is left out; else a field, an event or a reference in it
  Error why;
};

struct DossierView {
  model::Dossier dossier;
  std::vector<NotShown> not_shown;
};

/// What is shown (merge/view.hpp), without what is hidden. References to what is not there are dropped; a record that
/// is not valid is left out. Error: that of model::validate when the neighbourhood itself is not valid.
[[nodiscard]] Result<DossierView> dossier_of(const merge::Document& document);

/// A dossier of version 1 (migrated) or 2. Errors: those of read_dossier or read_merged.
[[nodiscard]] Result<merge::Document> read_any_dossier(std::string_view text,
                                                       const json::Limits& limits = merged_limits());

/// Fields that are no register of their record: ids, and what is kept as events, sets or records of their own.
[[nodiscard]] inline bool kept_elsewhere(std::string_view key) {
  constexpr std::array<std::string_view, 8> kElsewhere{"apart",  "code",  "history", "id",
                                                       "photos", "plans", "signals", "support"};
  for (const std::string_view other : kElsewhere) {
    if (same_text(key, other)) return true;
  }
  return false;
}

// The kinds of records and the fields that are named by hand, in the order of docs/formats/merge.md.
inline constexpr std::string_view kDossierRecord = "dossier";
inline constexpr std::string_view kNeighbourhoodRecord = "neighbourhood";
inline constexpr std::string_view kBuurtRecord = "buurt";
inline constexpr std::string_view kRoundRecord = "round";
inline constexpr std::string_view kPlanRecord = "plan";
inline constexpr std::string_view kWalkRecord = "walk";
inline constexpr std::string_view kTrackRecord = "track";
inline constexpr std::string_view kSignalRecord = "signal";
inline constexpr std::string_view kIssueRecord = "issue";
inline constexpr std::string_view kPlanOrder = "plan_order";  ///< of a round: ids of plans, one list
inline constexpr std::string_view kRoundOfPlan = "round";     ///< of a plan, whose record id is <round>/<plan>
inline constexpr std::string_view kCodeField = "code";        ///< of the neighbourhood: its id
inline constexpr std::string_view kDeleteBy = "delete_by";    ///< of the dossier
inline constexpr std::string_view kApart = "apart";           ///< of a signal: a set of ids of other signals
inline constexpr std::string_view kPhotos = "photos";  ///< of a signal: a set of names, shown by when they were added

}  // namespace stoepkrijt::formats
