// A plan that is being made for the next round, out of an idea or of nothing. Kept on the device at once; into the
// dossier comes what is finished.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/dossier.hpp"

namespace stoepkrijt::app {

struct PlanDraft {
  model::Plan plan;
  bool is_new = true;
  friend bool operator==(const PlanDraft&, const PlanDraft&) = default;
};

[[nodiscard]] std::string write_plan_draft(const std::optional<PlanDraft>& draft);
/// Errors: those of json::Document and of the values; the caller sets the bytes aside and goes on.
[[nodiscard]] Result<std::optional<PlanDraft>> read_plan_draft(std::string_view json);

/// A plan as an idea gives it: its words, place and buurt; what it costs and who does it is for people to say.
[[nodiscard]] model::Plan plan_of(const model::Signal& idea, std::string id);
/// A round after `before` (nullptr: there was none), that opens eight weeks after `today` for three weeks.
/// `today`: an ISO date; of a clock that is beyond the calendar the days are still days.
[[nodiscard]] model::Round round_after(const model::Round* before, std::string id, std::string_view today);

/// The last day that a dossier may be kept: what was chosen, else two years after the last thing that it tells of.
/// Empty where it tells of nothing.
[[nodiscard]] std::string last_day(const model::Dossier& dossier);

}  // namespace stoepkrijt::app
