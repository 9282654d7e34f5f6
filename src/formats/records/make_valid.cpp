#include "formats/records/make_valid.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace stoepkrijt::formats {
namespace {

/// More faults than these in one round or issue: it is left out as a whole.
constexpr int kMostFaults = 100;

/// A path as model::validate gives it, taken apart: take("plans") of "plans[3].place" is 3.
class Path {
 public:
  explicit Path(std::string_view text) : rest_(text) {}
  std::optional<std::size_t> take(std::string_view list) {
    if (!rest_.starts_with(list) || rest_.size() <= list.size() || rest_[list.size()] != '[') return std::nullopt;
    std::size_t index = 0;
    std::size_t i = list.size() + 1;
    for (; i < rest_.size() && rest_[i] != ']'; ++i) index = index * 10 + static_cast<std::size_t>(rest_[i] - '0');
    rest_.remove_prefix(std::min(i + 1, rest_.size()));
    if (rest_.starts_with('.')) rest_.remove_prefix(1);
    return index;
  }

 private:
  std::string_view rest_;
};

/// The ids of a list, to look up.
class Ids {
 public:
  template <class T>
  explicit Ids(const std::vector<T>& list) {
    for (const T& item : list) ids_.push_back(item.id);
    if (!std::is_sorted(ids_.begin(), ids_.end())) std::sort(ids_.begin(), ids_.end());
  }
  [[nodiscard]] bool contains(std::string_view id) const { return std::binary_search(ids_.begin(), ids_.end(), id); }

 private:
  std::vector<std::string_view> ids_;
};

/// Each list is gone through once, so that a hostile document costs no more than its length.
class Mender {
 public:
  explicit Mender(DossierView& view) : view_(view), d_(view.dossier) {}

  Result<void> mend() {
    keep_valid(d_.neighbourhood.buurten, kBuurtRecord, [](const model::Buurt& b) { return b.code; });
    keep_valid(d_.walks, kWalkRecord, kId);
    keep_valid(d_.tracks, kTrackRecord, kId);
    keep_valid(d_.signals, kSignalRecord, kId);
    for (const model::Buurt& buurt : d_.neighbourhood.buurten) buurten_.insert(buurt.code);
    for (model::Round& round : d_.rounds) mend_round(round);
    keep_valid(d_.rounds, kRoundRecord, kId);
    drop_references();
    for (model::Issue& issue : d_.issues) mend_issue(issue);
    keep_valid(d_.issues, kIssueRecord, kId);
    // The signals are valid, and what was dropped from them since leaves them so.
    return model::validate_around_signals(d_);
  }

 private:
  static constexpr auto kId = [](const auto& item) { return item.id; };

  void tell(std::string_view kind, std::string id, bool whole, Error why) {
    view_.not_shown.push_back({std::string(kind), std::move(id), whole, std::move(why)});
  }

  template <class T, class IdOf>
  void keep_valid(std::vector<T>& list, std::string_view kind, IdOf id_of) {
    std::erase_if(list, [&](const T& item) {
      Result<void> valid = model::validate(item);
      if (valid) return false;
      tell(kind, id_of(item), true, std::move(valid).error());
      return true;
    });
  }

  template <class T>
  static bool erase(std::vector<T>& list, std::size_t index) {
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
    return true;
  }

  void mend_round(model::Round& round) {
    std::erase_if(round.limits, [&](const model::SpendingLimit& limit) {
      if (limit.buurt.empty() || buurten_.contains(limit.buurt)) return false;
      tell(kRoundRecord, round.id, false, Error(ErrorCode::kUnknownId, "error.unknown_buurt"));
      return true;
    });
    for (model::Plan& plan : round.plans) clear_buurt(plan.buurt, kPlanRecord, round.id + "/" + plan.id);
    for (int i = 0; i < kMostFaults; ++i) {
      Result<void> valid = model::validate(round);
      if (valid || !drop_part(round, std::move(valid).error())) return;
    }
  }

  /// Takes out what an error of the round names; false when that is the round itself.
  bool drop_part(model::Round& round, Error why) {
    Path path(why.where.path);
    const auto limit = path.take("limits");
    const auto plan = limit ? std::nullopt : path.take("plans");
    if (!limit && !plan) return false;
    if (limit) {
      tell(kRoundRecord, round.id, false, std::move(why));
      return erase(round.limits, *limit);
    }
    model::Plan& faulty = round.plans[*plan];
    const auto excludes = path.take("excludes");
    const auto needs = path.take("requires");
    tell(kPlanRecord, round.id + "/" + faulty.id, !excludes && !needs, std::move(why));
    if (excludes) return erase(faulty.excludes, *excludes);
    if (needs) return erase(faulty.requires_plans, *needs);
    return erase(round.plans, *plan);
  }

  void mend_issue(model::Issue& issue) {
    for (int i = 0; i < kMostFaults; ++i) {
      const Result<void> valid = model::validate(issue);
      if (valid) return;
      const auto event = Path(valid.error().where.path).take("history");
      if (!event) return;
      tell(kIssueRecord, issue.id, false, valid.error());
      erase(issue.history, *event);
    }
  }

  void clear_buurt(std::string& buurt, std::string_view kind, const std::string& id) {
    if (buurt.empty() || buurten_.contains(buurt)) return;
    tell(kind, id, false, Error(ErrorCode::kUnknownId, "error.unknown_buurt"));
    buurt.clear();
  }

  void drop_references() {
    const Ids walks(d_.walks);
    const Ids signals(d_.signals);
    for (model::Signal& signal : d_.signals) {
      clear_buurt(signal.buurt, kSignalRecord, signal.id);
      if (signal.walk_id.empty() || walks.contains(signal.walk_id)) continue;
      tell(kSignalRecord, signal.id, false, Error(ErrorCode::kUnknownId, "error.unknown_walk"));
      signal.walk_id.clear();
    }
    for (model::Track& track : d_.tracks) {
      if (track.walk_id.empty() || walks.contains(track.walk_id)) continue;
      tell(kTrackRecord, track.id, false, Error(ErrorCode::kUnknownId, "error.unknown_walk"));
      track.walk_id.clear();
    }
    for (model::Issue& issue : d_.issues) {
      std::erase_if(issue.signals, [&](const std::string& signal) {
        if (signals.contains(signal)) return false;
        tell(kIssueRecord, issue.id, false, Error(ErrorCode::kUnknownId, "error.unknown_signal"));
        return true;
      });
    }
  }

  DossierView& view_;
  model::Dossier& d_;
  std::set<std::string_view> buurten_;
};

}  // namespace

Result<void> make_valid(DossierView& view) { return Mender(view).mend(); }

}  // namespace stoepkrijt::formats
