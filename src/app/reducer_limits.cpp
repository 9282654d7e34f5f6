// The organiser's pots and limits: an edit of the round, as long as voting has not begun.
#include <algorithm>
#include <utility>

#include "app/choice.hpp"
#include "app/reducer.hpp"

namespace stoepkrijt::app {

void Reducer::on(const cmd::SetLimit& c) {
  const model::Round* round = chosen_round(s, c.round);
  if (round == nullptr) return;
  if (auto may = may_change_form(s, *round); !may) return problem(std::move(may).error());
  model::Round changed = *round;
  const auto same = [&](const model::SpendingLimit& limit) {
    return limit.buurt == c.limit.buurt && (!limit.buurt.empty() || limit.theme == c.limit.theme);
  };
  const auto at = std::find_if(changed.limits.begin(), changed.limits.end(), same);
  const bool nothing = c.limit.pot.cents == 0 && c.limit.least.cents == 0 && c.limit.most.cents == 0;
  if (at == changed.limits.end()) {
    if (!nothing) changed.limits.push_back(c.limit);
  } else if (nothing) {
    changed.limits.erase(at);
  } else {
    *at = c.limit;
  }
  if (changed == *round) return;
  if (auto ok = model::validate(changed); !ok) return problem(std::move(ok).error());
  if (is_current(s, *round)) s.result = nullptr;
  if (edit({RecordEdit<model::Round>{*round, std::move(changed)}}, "undo.limit")) {
    toast(nothing ? "toast.limit_gone" : "toast.limit", true, true);
  }
}

void Reducer::on(const cmd::SetPartFunding& c) {
  const model::Round* round = chosen_round(s, c.round);
  if (round == nullptr || round->part_funding == c.on) return;
  if (auto may = may_change_form(s, *round); !may) return problem(std::move(may).error());
  model::Round changed = *round;
  changed.part_funding = c.on;
  if (is_current(s, *round)) s.result = nullptr;
  if (edit({RecordEdit<model::Round>{*round, std::move(changed)}}, "undo.limit")) toast("toast.limit", true, true);
}

}  // namespace stoepkrijt::app
