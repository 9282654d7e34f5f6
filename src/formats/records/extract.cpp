#include "formats/records/extract.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "formats/records/make_valid.hpp"

namespace stoepkrijt::formats {
namespace {

bool has(const std::vector<std::string>& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

template <class T>
bool has_id(const std::vector<T>& list, std::string_view id) {
  return std::any_of(list.begin(), list.end(), [id](const T& item) { return item.id == id; });
}

Result<void> check(const model::Dossier& dossier, const Extract& how) {
  for (const std::string& kind : how.only) {
    if (kind == kRoundRecord || kind == kWalkRecord || kind == kSignalRecord || kind == kIssueRecord) continue;
    return fail(Error(ErrorCode::kUnknownValue, "error.export_kind").with("kind", kind));
  }
  const std::vector<model::Buurt>& buurten = dossier.neighbourhood.buurten;
  const auto named = [&how](const model::Buurt& buurt) { return buurt.code == how.buurt; };
  if (!how.buurt.empty() && std::none_of(buurten.begin(), buurten.end(), named)) {
    return fail(Error(ErrorCode::kUnknownId, "error.export_no_buurt").with("buurt", how.buurt));
  }
  if (!how.round.empty() && !has_id(dossier.rounds, how.round)) {
    return fail(Error(ErrorCode::kUnknownId, "error.export_no_round").with("round", how.round));
  }
  if (how.redaction.grid_m < 0 || how.redaction.grid_m > kMostGridMetres) {
    return fail(Error(ErrorCode::kNotAllowed, "error.export_grid").with("most", std::to_string(kMostGridMetres)));
  }
  return {};
}

/// Takes out what is not asked for, and every reference to what is taken out.
class Selection {
 public:
  Selection(model::Dossier& dossier, const Extract& how) : d_(dossier), how_(how) {}

  void apply() {
    rounds();
    const bool with_signals = how_.round.empty() && (wants(kSignalRecord) || wants(kIssueRecord));
    std::erase_if(d_.signals, [&](const model::Signal& s) { return !with_signals || elsewhere(s.buurt); });
    issues();
    if (!wants(kSignalRecord)) keep_signals_of_issues();
    walks();
  }

 private:
  [[nodiscard]] bool wants(std::string_view kind) const { return how_.only.empty() || has(how_.only, kind); }
  [[nodiscard]] bool elsewhere(std::string_view buurt) const { return !how_.buurt.empty() && buurt != how_.buurt; }

  void rounds() {
    std::erase_if(d_.rounds, [this](const model::Round& round) {
      return !wants(kRoundRecord) || (!how_.round.empty() && round.id != how_.round);
    });
    if (how_.buurt.empty()) return;
    for (model::Round& round : d_.rounds) {
      std::erase_if(round.plans, [this](const model::Plan& plan) { return elsewhere(plan.buurt); });
      for (model::Plan& plan : round.plans) {
        const auto gone = [&round](const std::string& id) { return !has_id(round.plans, id); };
        std::erase_if(plan.excludes, gone);
        std::erase_if(plan.requires_plans, gone);
      }
      std::erase_if(round.limits, [this](const model::SpendingLimit& limit) {
        return !limit.buurt.empty() && elsewhere(limit.buurt);
      });
    }
    std::erase_if(d_.rounds, [](const model::Round& round) { return round.plans.empty(); });
  }

  void issues() {
    std::set<std::string_view> signals;
    for (const model::Signal& signal : d_.signals) signals.insert(signal.id);
    for (model::Issue& issue : d_.issues) {
      std::erase_if(issue.signals, [&signals](const std::string& id) { return !signals.contains(id); });
    }
    const bool without = !how_.round.empty() || !wants(kIssueRecord);
    std::erase_if(d_.issues, [without](const model::Issue& issue) { return without || issue.signals.empty(); });
  }

  void keep_signals_of_issues() {
    std::set<std::string_view> named;
    for (const model::Issue& issue : d_.issues) named.insert(issue.signals.begin(), issue.signals.end());
    std::erase_if(d_.signals, [&named](const model::Signal& signal) { return !named.contains(signal.id); });
  }

  void walks() {
    std::set<std::string> used;
    for (const model::Signal& signal : d_.signals) used.insert(signal.walk_id);
    std::erase_if(d_.walks, [&](const model::Walk& walk) {
      return !how_.round.empty() || !wants(kWalkRecord) || (!how_.buurt.empty() && !used.contains(walk.id));
    });
    std::set<std::string_view> kept;
    for (const model::Walk& walk : d_.walks) kept.insert(walk.id);
    std::erase_if(d_.tracks, [&](const model::Track& track) { return !kept.contains(track.walk_id); });
    for (model::Walk& walk : d_.walks) {
      if (!kept.contains(walk.same_route_as)) walk.same_route_as.clear();
    }
    for (model::Signal& signal : d_.signals) {
      if (!kept.contains(signal.walk_id)) signal.walk_id.clear();
    }
  }

  model::Dossier& d_;
  const Extract& how_;
};

}  // namespace

Result<Extracted> extract(const merge::Document& document, const Extract& how) {
  SK_TRY(view, dossier_of(document));
  SK_TRY_VOID(check(view.dossier, how));
  Selection(view.dossier, how).apply();
  if (how.redacts) redact(view.dossier, how.redaction);
  SK_TRY_VOID(make_valid(view));
  Extracted out{migrated(view.dossier), std::move(view.not_shown)};
  out.document.mergeable = false;
  return out;
}

}  // namespace stoepkrijt::formats
