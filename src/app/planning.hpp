// A plan that is being made for the next round, out of an idea or of nothing. Kept on the device at once; into the
// dossier comes what is finished.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/lang.hpp"
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

/// These words, said otherwise. What is said otherwise in Dutch is no longer what the English says, so that goes; what
/// is said otherwise in English leaves the Dutch as it is.
[[nodiscard]] model::Words reworded(const model::Words& before, std::string text, LangCode lang);
/// Points as one text, a line each; and back: without empty lines, and a point that was there before keeps its other
/// language.
[[nodiscard]] std::string lines_of(const std::vector<model::Words>& points, LangCode lang);
[[nodiscard]] std::vector<model::Words> points_of(std::string_view lines, const std::vector<model::Words>& before,
                                                  LangCode lang);

/// The last day that a dossier may be kept: what was chosen, else two years after the last thing that it tells of.
/// Empty where it tells of nothing.
[[nodiscard]] std::string last_day(const model::Dossier& dossier);

}  // namespace stoepkrijt::app
