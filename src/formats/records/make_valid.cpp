#include "formats/records/make_valid.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace stoepkrijt::formats {
namespace {

/// A path as model::validate gives it, taken apart: take("signals") of "signals[3].place" is 3.
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

class Mender {
 public:
  explicit Mender(DossierView& view) : view_(view), d_(view.dossier) {}

  Result<void> mend() {
    constexpr int kMost = 500;
    for (int i = 0; i < kMost; ++i) {
      drop_references();
      Result<void> valid = model::validate(d_);
      if (valid || !drop(valid.error())) return valid;
    }
    return model::validate(d_);
  }

 private:
  template <class T>
  void erase(std::vector<T>& list, std::size_t index, std::string_view kind, std::string id, bool whole,
             const Error& why) {
    view_.not_shown.push_back({std::string(kind), std::move(id), whole, why});
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
  }

  bool drop(const Error& why) {
    Path path(why.where.path);
    if (const auto i = path.take("neighbourhood.buurten")) {
      erase(d_.neighbourhood.buurten, *i, kBuurtRecord, d_.neighbourhood.buurten[*i].code, true, why);
    } else if (const auto r = path.take("rounds")) {
      drop_in_round(*r, path, why);
    } else if (const auto w = path.take("walks")) {
      erase(d_.walks, *w, kWalkRecord, d_.walks[*w].id, true, why);
    } else if (const auto s = path.take("signals")) {
      erase(d_.signals, *s, kSignalRecord, d_.signals[*s].id, true, why);
    } else if (const auto n = path.take("issues")) {
      model::Issue& issue = d_.issues[*n];
      const auto event = path.take("history");
      if (event) {
        erase(issue.history, *event, kIssueRecord, issue.id, false, why);
      } else {
        erase(d_.issues, *n, kIssueRecord, issue.id, true, why);
      }
    } else {
      return false;
    }
    return true;
  }

  void drop_in_round(std::size_t r, Path path, const Error& why) {
    model::Round& round = d_.rounds[r];
    if (const auto l = path.take("limits")) return erase(round.limits, *l, kRoundRecord, round.id, false, why);
    const auto p = path.take("plans");
    if (!p) return erase(d_.rounds, r, kRoundRecord, round.id, true, why);
    model::Plan& plan = round.plans[*p];
    const std::string id = round.id + "/" + plan.id;
    if (const auto e = path.take("excludes")) return erase(plan.excludes, *e, kPlanRecord, id, false, why);
    if (const auto q = path.take("requires")) return erase(plan.requires_plans, *q, kPlanRecord, id, false, why);
    erase(round.plans, *p, kPlanRecord, id, true, why);
  }

  /// The references of which there may be many, all at once.
  void drop_references() {
    std::set<std::string_view> buurten;
    std::set<std::string_view> walks;
    std::set<std::string_view> signals;
    for (const model::Buurt& buurt : d_.neighbourhood.buurten) buurten.insert(buurt.code);
    for (const model::Walk& walk : d_.walks) walks.insert(walk.id);
    for (const model::Signal& signal : d_.signals) signals.insert(signal.id);
    const auto clear = [this](std::string& reference, const std::set<std::string_view>& known, std::string_view kind,
                              const std::string& id, std::string_view key) {
      if (reference.empty() || known.contains(reference)) return;
      view_.not_shown.push_back({std::string(kind), id, false, Error(ErrorCode::kUnknownId, key)});
      reference.clear();
    };
    for (model::Signal& signal : d_.signals) {
      clear(signal.buurt, buurten, kSignalRecord, signal.id, "error.unknown_buurt");
      clear(signal.walk_id, walks, kSignalRecord, signal.id, "error.unknown_walk");
    }
    for (model::Round& round : d_.rounds) {
      for (model::Plan& plan : round.plans) {
        clear(plan.buurt, buurten, kPlanRecord, round.id + "/" + plan.id, "error.unknown_buurt");
      }
    }
    for (model::Issue& issue : d_.issues) {
      std::erase_if(issue.signals, [&](const std::string& signal) {
        if (signals.contains(signal)) return false;
        view_.not_shown.push_back(
            {std::string(kIssueRecord), issue.id, false, Error(ErrorCode::kUnknownId, "error.unknown_signal")});
        return true;
      });
    }
  }

  DossierView& view_;
  model::Dossier& d_;
};

}  // namespace

Result<void> make_valid(DossierView& view) { return Mender(view).mend(); }

}  // namespace stoepkrijt::formats
