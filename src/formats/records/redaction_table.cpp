#include <algorithm>
#include <iterator>

#include "formats/records/redaction.hpp"

namespace stoepkrijt::formats {
namespace {

using enum Treatment;

constexpr FieldRule kTable[] = {
    {"action", "direction", kKeep},
    {"action", "party", kKeep},
    {"action", "promised", kKeep},
    {"buurt", "code", kKeep},
    {"buurt", "households", kKeep},
    {"buurt", "inhabitants", kKeep},
    {"buurt", "name", kKeep},
    {"buurt", "rings", kKeep},
    {"buurt", "year", kKeep},
    {"dossier", "delete_by", kKeep},
    {"dossier", "id", kKeep},
    {"dossier", "issues", kInside},
    {"dossier", "neighbourhood", kInside},
    {"dossier", "rounds", kInside},
    {"dossier", "signals", kInside},
    {"dossier", "title", kKeep},
    {"dossier", "tracks", kInside},
    {"dossier", "walks", kInside},
    {"event", "reason", kKeep},
    {"event", "status", kKeep},
    {"event", "time_ms", kDay},
    {"issue", "action", kInside},
    {"issue", "history", kInside},
    {"issue", "id", kKeep},
    {"issue", "signals", kKeep},
    {"issue", "title", kKeep},
    {"neighbourhood", "buurten", kInside},
    {"neighbourhood", "id", kKeep},
    {"neighbourhood", "municipality", kKeep},
    {"neighbourhood", "name", kKeep},
    {"plan", "buurt", kKeep},
    {"plan", "checks", kKeep},
    {"plan", "comes_from", kKeep},
    {"plan", "cost", kKeep},
    {"plan", "description", kKeep},
    {"plan", "excludes", kKeep},
    {"plan", "icon", kKeep},
    {"plan", "id", kKeep},
    {"plan", "least_cost", kKeep},
    {"plan", "own_hours", kKeep},
    {"plan", "own_people", kKeep},
    {"plan", "own_words", kKeep},
    {"plan", "place", kKeep},  // of a plan that is put to the vote: on the form
    {"plan", "proposer", kKeep},
    {"plan", "requires", kKeep},
    {"plan", "summary", kKeep},
    {"plan", "support_households", kKeep},
    {"plan", "support_of", kKeep},
    {"plan", "theme", kKeep},
    {"plan", "third_party", kKeep},
    {"plan", "third_party_who", kKeep},
    {"plan", "title", kKeep},
    {"round", "afterwards", kKeep},
    {"round", "budget", kKeep},
    {"round", "closes", kKeep},
    {"round", "counting", kKeep},
    {"round", "fixed_points", kKeep},
    {"round", "form", kKeep},
    {"round", "id", kKeep},
    {"round", "ladder", kKeep},
    {"round", "limits", kKeep},
    {"round", "open_points", kKeep},
    {"round", "opens", kKeep},
    {"round", "part_funding", kKeep},
    {"round", "phase", kKeep},
    {"round", "plans", kInside},
    {"round", "result_on", kKeep},
    {"round", "rule", kKeep},
    {"round", "title", kKeep},
    {"round", "who_may_vote", kKeep},
    {"signal", "accuracy_mm", kAccuracy},
    {"signal", "apart", kKeep},
    {"signal", "buurt", kKeep},
    {"signal", "comes_from", kKeep},
    {"signal", "counted", kKeep},
    {"signal", "id", kKeep},
    {"signal", "kind", kKeep},
    {"signal", "level", kKeep},
    {"signal", "measure", kKeep},
    {"signal", "near_street", kStreet},
    {"signal", "photos", kDrop},
    {"signal", "place", kPlace},
    {"signal", "placed_by", kKeep},
    {"signal", "subtheme", kKeep},
    {"signal", "support", kSupport},
    {"signal", "team", kKeep},
    {"signal", "theme", kKeep},
    {"signal", "time_ms", kDay},
    {"signal", "title", kKeep},
    {"signal", "walk_id", kKeep},
    {"signal", "words", kWords},
    {"stop", "measures", kKeep},
    {"stop", "name", kKeep},
    {"stop", "place", kPlace},
    {"stop", "question", kKeep},
    {"track", "id", kKeep},
    {"track", "segments", kTrack},
    {"track", "team", kKeep},
    {"track", "walk_id", kKeep},
    {"walk", "date", kKeep},
    {"walk", "elsewhere", kKeep},
    {"walk", "id", kKeep},
    {"walk", "kinds", kKeep},
    {"walk", "roles", kKeep},
    {"walk", "route", kPlace},
    {"walk", "same_route_as", kKeep},
    {"walk", "stops", kInside},
    {"walk", "teams", kKeep},
    {"walk", "themes", kKeep},
    {"walk", "title", kKeep},
    {"walk", "track", kTrack},
    {"walk", "tree", kKeep},
    {"walk", "walkers", kDrop},
    {"walk", "weather", kKeep},
};

constexpr bool before(const FieldRule& a, const FieldRule& b) {
  return a.kind != b.kind ? a.kind < b.kind : a.field < b.field;
}
static_assert(std::is_sorted(std::begin(kTable), std::end(kTable), before));

}  // namespace

std::span<const FieldRule> redaction_table() { return kTable; }

Treatment treatment_of(std::string_view kind, std::string_view field) {
  const FieldRule wanted{kind, field, kDrop};
  const auto* const at = std::lower_bound(std::begin(kTable), std::end(kTable), wanted, before);
  return at != std::end(kTable) && at->kind == kind && at->field == field ? at->treatment : kDrop;
}

}  // namespace stoepkrijt::formats
