#include "app/views/vote_form_view.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/choice.hpp"
#include "app/views/round_words.hpp"
#include "model/names.hpp"

namespace stoepkrijt::app {

namespace {

using model::VoteForm;
using model::VoteMethod;

// What people know best comes first.
constexpr std::array kOffered = {VoteMethod::kKnapsack, VoteMethod::kApproval, VoteMethod::kPoints,
                                 VoteMethod::kRanking, VoteMethod::kVouchers};
constexpr std::int32_t kMostOffered = 100;  // points that the steppers go up to; a file may hold more

std::string name_key(VoteMethod method) { return "form." + std::string(model::name_of(method)); }

VoteFormView::Number number_of(std::string_view key, std::int32_t VoteForm::* member, const VoteForm& form,
                               std::int32_t least, std::int32_t most, const Lang& lang) {
  const std::int32_t now = form.*member;
  const std::string slug = "form.number_" + std::string(key);
  VoteFormView::Number number;
  number.key = key;
  number.name = lang.tr(slug);  // lang-prefix: form.
  number.number = now == 0 ? "–" : lang.number(now);
  if (now == 0) number.words = lang.tr("form.no_limit");
  number.less_name = lang.tr("form.less", {{"what", number.name}});
  number.more_name = lang.tr("form.more", {{"what", number.name}});
  number.less = number.more = form;
  number.can_less = now > least;
  number.can_more = now < most;
  number.less.*member = std::max(least, now - 1);
  number.more.*member = std::min(most, now + 1);
  // Nobody can give one plan more than there is to give.
  number.less.most_per_plan = std::min(number.less.most_per_plan, number.less.points);
  return number;
}

}  // namespace

VoteFormView make_vote_form_view(const State& state, const Lang& lang) {
  VoteFormView view;
  const model::Round* round = chosen_round(state, state.route.id);
  view.has_round = round != nullptr;
  view.title = lang.tr("form.title");
  view.page = make_page(state, lang, view.title, lang.tr("form.intro"));
  if (round == nullptr) {
    view.none_title = lang.tr("start.no_round_title");
    view.none_words = lang.tr("start.no_round");
    return view;
  }
  view.round = state.route.id;
  view.of = prepared_words(*round, lang);
  const VoteForm& form = round->form;
  view.intro = lang.tr("form.intro");
  for (std::size_t i = 0; i < kOffered.size(); ++i) {
    VoteForm other = form;
    other.method = kOffered[i];
    view.methods.push_back(lang.tr(name_key(kOffered[i])));  // lang-prefix: form.
    view.forms.push_back(other);
    if (form.method == kOffered[i]) view.chosen = static_cast<int>(i);
  }
  view.about = lang.tr(name_key(form.method) + "_about");
  const auto may = may_change_form(state, *round);
  if (!may) view.locked = lang.error(may.error());
  const std::int64_t cast = state.urn == nullptr ? 0 : state.urn->total();
  if (may && cast > 0 && is_current(state, *round)) view.practice = lang.count("form.practice", cast);
  view.numbers_title = lang.tr("form.numbers");
  if (model::gives_points(form.method)) {
    const bool vouchers = form.method == VoteMethod::kVouchers;
    view.numbers.push_back(number_of(vouchers ? "vouchers" : "points", &VoteForm::points, form, 1,
                                     std::max(kMostOffered, form.points), lang));
    view.numbers.push_back(
        number_of(vouchers ? "vouchers_per_plan" : "per_plan", &VoteForm::most_per_plan, form, 0, form.points, lang));
  }
  const auto plans = static_cast<std::int32_t>(std::min<std::size_t>(round->plans.size(), 10'000));
  view.numbers.push_back(number_of("plans", &VoteForm::most_plans, form, 0, std::max(plans, form.most_plans), lang));
  return view;
}

}  // namespace stoepkrijt::app
