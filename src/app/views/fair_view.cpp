#include "app/views/fair_view.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace stoepkrijt::app {

namespace {

std::string_view key_of(Guarantee guarantee) {
  switch (guarantee) {
    case Guarantee::kEjrPlus:
      return "ejr_plus";
    case Guarantee::kEjr:
      return "ejr";
    case Guarantee::kPjr:
      return "pjr";
    case Guarantee::kPriceable:
      break;
  }
  return "price";
}

std::string of(Guarantee guarantee, std::string_view end, const Lang& lang) {
  return lang.tr("fair." + std::string(key_of(guarantee)) + std::string(end));  // lang-prefix: fair.
}

std::string_view value_key(Kept kept) {
  return kept == Kept::kYes ? "figure.yes" : kept == Kept::kNo ? "figure.no" : "fair.not_computed";
}

std::string titles(const std::vector<std::string>& ids, const model::Round& round, const Lang& lang) {
  std::string out;
  for (const std::string& id : ids) {
    const model::Plan* plan = find_plan(round, id);
    out += (out.empty() ? "" : ", ") + (plan == nullptr ? id : lang.of(plan->title));
  }
  return out;
}

// Who they are, what they were entitled to, and what came of it.
std::string broken_words(const GuaranteeFound& found, const model::Round& round, const Lang& lang) {
  if (found.guarantee == Guarantee::kPriceable) return of(found.guarantee, ".no", lang);
  const std::string group = lang.count(found.plan_ids.size() == 1 ? "fair.group_plan" : "fair.group_plans",
                                       found.people, {{"plans", titles(found.plan_ids, round, lang)}});
  const std::string right = lang.tr("fair.right", {{"entitled", lang.money(found.entitled)}});
  if (found.got.cents == 0) return group + " " + right + " " + lang.tr("fair.got_none");
  const std::string_view end = found.guarantee == Guarantee::kPjr ? "fair.got_together" : "fair.got";
  return group + " " + right + " " + lang.tr(end, {{"got", lang.money(found.got)}});
}

FairView::Item item_of(const GuaranteeFound& found, const model::Round& round, const Lang& lang) {
  FairView::Item item;
  item.key = key_of(found.guarantee);
  item.kept = found.kept;
  item.line = guarantee_name(found.guarantee, lang) + ": " + lang.tr(value_key(found.kept));
  item.meaning = of(found.guarantee, ".meaning", lang);
  switch (found.kept) {
    case Kept::kYes:
      item.words = of(found.guarantee, ".yes", lang);
      break;
    case Kept::kNo:
      item.words = broken_words(found, round, lang);
      break;
    case Kept::kNotComputed:
      item.words = lang.tr(found.guarantee == Guarantee::kPriceable ? "fair.too_large_sum" : "fair.too_many_groups");
      break;
  }
  return item;
}

bool has_agreements(const model::Round& round) {
  return !round.limits.empty() || std::any_of(round.plans.begin(), round.plans.end(), [](const model::Plan& plan) {
    return !plan.excludes.empty() || !plan.requires_plans.empty();
  });
}

bool under_way(const State& state) {
  const auto& running = state.counting.running;
  return running && running->kind == CountJob::Kind::kFair;
}

}  // namespace

std::string guarantee_name(Guarantee guarantee, const Lang& lang) { return of(guarantee, "", lang); }

std::string guarantee_value(const State& state, const model::CountingRule& rule, Guarantee guarantee,
                            const Lang& lang) {
  if (const Fairness* fair = find_fair(state.counting.fair, rule)) {
    for (const GuaranteeFound& found : fair->found) {
      if (found.guarantee == guarantee) return lang.tr(value_key(found.kept));
    }
  }
  return lang.tr(under_way(state) ? "fair.busy" : "fair.not_computed");
}

FairView make_fair_view(const State& state, const model::Round& round, const model::CountingRule& rule,
                        const Lang& lang) {
  FairView view;
  view.title = lang.tr("fair.title");
  view.intro = lang.tr("fair.intro");
  const Fairness* fair = find_fair(state.counting.fair, rule);
  if (fair == nullptr) {
    view.waiting = lang.tr(under_way(state) ? "fair.waiting" : "fair.stopped");
    return view;
  }
  if (fair->found.empty()) {
    view.waiting = lang.tr("fair.failed");
    return view;
  }
  for (const GuaranteeFound& found : fair->found) view.items.push_back(item_of(found, round, lang));
  if (model::gives_points(round.form.method)) view.notes.push_back(lang.tr("fair.note_points"));
  if (round.form.method == model::VoteMethod::kRanking) view.notes.push_back(lang.tr("fair.note_ranking"));
  if (has_agreements(round)) view.notes.push_back(lang.tr("fair.note_agreements"));
  return view;
}

}  // namespace stoepkrijt::app
